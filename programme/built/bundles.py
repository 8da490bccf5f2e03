"""Bundle the scripts of `frame/scripts/` and the style sheet with esbuild.

Classic scripts run from a USB stick too, where a browser refuses modules. The
result is kept by the hash of what it is made of, so that most builds only copy.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import tempfile
from pathlib import Path

from .. import frame
from ..cache import kept

ENTRIES = ("site.js", "search.js", "finder.js", "matrix.js")
_TOOLS = Path(__file__).resolve().parents[2]
"""Where `package-lock.json` and `node_modules/` lie: beside the package, in a checkout of the engine."""
_ESBUILD = _TOOLS / "node_modules" / ".bin" / "esbuild"
_OPTIONS = ("--bundle", "--minify", "--format=iife", "--target=es2020", "--charset=utf8", "--log-level=warning")
_STYLE_OPTIONS = ("--minify", "--charset=utf8", "--log-level=warning")


class ScriptsError(Exception):
    """The scripts cannot be bundled; the message says what to run."""


def bundled() -> tuple[dict[str, bytes], str]:
    """(script -> its bytes, the style sheet), minified."""
    digest = hashlib.sha256(" ".join(_OPTIONS + _STYLE_OPTIONS).encode())
    for path in (*sorted(frame.SCRIPTS.rglob("*.js")), frame.STYLE, _TOOLS / "package-lock.json"):
        digest.update(path.relative_to(_TOOLS).as_posix().encode() + path.read_bytes())
    made: dict[str, str] = json.loads(kept("bundles", digest.hexdigest(), _bundle))
    style = made.pop(frame.STYLE.name)
    return {name: text.encode() for name, text in made.items()}, style.strip()


def _bundle() -> bytes:
    """File -> its text, as JSON: in one piece, so that a build that runs at the same time finds all or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        _esbuild(*(str(frame.SCRIPTS / name) for name in ENTRIES), f"--outdir={folder}", *_OPTIONS)
        _esbuild(str(frame.STYLE), f"--outdir={folder}", *_STYLE_OPTIONS)
        made = {name: (Path(folder) / name).read_text(encoding="utf-8") for name in (*ENTRIES, frame.STYLE.name)}
    return json.dumps(made).encode()


def _esbuild(*arguments: str) -> None:
    if not _ESBUILD.exists():
        raise ScriptsError("Thiếu công cụ dựng mã kịch bản; chạy: make site (hoặc npm ci).")
    done = subprocess.run([str(_ESBUILD), *arguments], capture_output=True, text=True, cwd=_TOOLS)
    if done.returncode:
        raise ScriptsError(done.stderr)
