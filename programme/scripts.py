"""Bundle the scripts of `theme/scripts/` with esbuild, as one classic script each.

Classic scripts run from a USB stick too, where a browser refuses modules. The
result is kept by the hash of what it is made of, so that most builds only copy.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
SOURCES = HOME / "theme" / "scripts"
ENTRIES = ("site.js", "search.js")
_CACHE = HOME / ".cache" / "scripts"
_ESBUILD = HOME / "node_modules" / ".bin" / "esbuild"
_OPTIONS = ("--bundle", "--minify", "--format=iife", "--target=es2020", "--charset=utf8", "--log-level=warning")


class ScriptsError(Exception):
    """The scripts cannot be bundled; the message says what to run."""


def write(site: Path) -> None:
    """Put the bundled scripts into `site`/assets."""
    made = _bundled()
    (site / "assets").mkdir(parents=True, exist_ok=True)
    for name in ENTRIES:
        shutil.copyfile(made / name, site / "assets" / name)


def _bundled() -> Path:
    digest = hashlib.sha256(" ".join(_OPTIONS).encode())
    for path in (*sorted(SOURCES.rglob("*.js")), HOME / "package-lock.json"):
        digest.update(path.relative_to(HOME).as_posix().encode() + path.read_bytes())
    folder = _CACHE / digest.hexdigest()[:16]
    if not all((folder / name).exists() for name in ENTRIES):
        if not _ESBUILD.exists():
            raise ScriptsError("Thiếu công cụ dựng mã kịch bản; chạy: make site (hoặc npm ci).")
        command = [str(_ESBUILD), *(str(SOURCES / name) for name in ENTRIES), f"--outdir={folder}", *_OPTIONS]
        done = subprocess.run(command, capture_output=True, text=True, cwd=HOME)
        if done.returncode:
            raise ScriptsError(done.stderr)
    return folder
