"""Bundle the scripts of `frame/scripts/` and the style sheet with esbuild; a wheel brings them ready-made.

Classic scripts run from a USB stick too, where a browser refuses modules. The
result is kept by the hash of what it is made of, so that most builds only copy.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from .. import frame
from ..cache import kept

ENTRIES = ("site.js", "search.js", "finder.js", "matrix.js")
_TOOLS = Path(__file__).resolve().parents[2]
"""Where `package-lock.json` and `node_modules/` lie: beside the package, in a checkout of the engine."""
_OPTIONS = ("--bundle", "--minify", "--format=iife", "--target=es2020", "--charset=utf8", "--log-level=warning")
_STYLE_OPTIONS = ("--minify", "--charset=utf8", "--log-level=warning")


class ScriptsError(Exception):
    """The scripts cannot be bundled; the message says what to run."""


def bundled() -> tuple[dict[str, bytes], str]:
    """(script -> its bytes, the style sheet), minified: the ready-made ones if they are of these sources, else anew."""
    made = _ready_made()
    if made is None:
        made = json.loads(kept("bundles", f"{_sources()} {_tools()}", _bundle))
    style = made.pop(frame.STYLE.name)
    return {name: text.encode() for name, text in made.items()}, style.strip()


def ready_made() -> bytes:
    """The file `frame.MADE` of a wheel: today's bundles, with the hash of their sources."""
    return json.dumps({"sources": _sources(), "files": json.loads(_bundle())}, ensure_ascii=False).encode()


def _ready_made() -> dict[str, str] | None:
    """File -> its text, as the wheel brought them; None in a checkout, or where a source was changed since."""
    if not frame.MADE.exists():
        return None
    found = json.loads(frame.MADE.read_text(encoding="utf-8"))
    files: dict[str, str] = found["files"]
    return files if found["sources"] == _sources() else None


def _sources() -> str:
    """The hash of all that the bundles are made of, but the tools."""
    digest = hashlib.sha256(" ".join(ENTRIES + _OPTIONS + _STYLE_OPTIONS).encode())
    named = {path.relative_to(frame.SCRIPTS).as_posix(): path for path in frame.SCRIPTS.rglob("*.js")}
    for name, path in sorted({**named, frame.STYLE.name: frame.STYLE}.items()):
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _tools() -> str:
    """The hash of the versions of the tools: of esbuild, and of the search engine that goes into a bundle."""
    lock = _TOOLS / "package-lock.json"
    return hashlib.sha256(lock.read_bytes()).hexdigest() if lock.exists() else ""


def _bundle() -> bytes:
    """File -> its text, as JSON: in one piece, so that a build that runs at the same time finds all or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        _esbuild(*(str(frame.SCRIPTS / name) for name in ENTRIES), f"--outdir={folder}", *_OPTIONS)
        _esbuild(str(frame.STYLE), f"--outdir={folder}", *_STYLE_OPTIONS)
        made = {name: (Path(folder) / name).read_text(encoding="utf-8") for name in (*ENTRIES, frame.STYLE.name)}
    return json.dumps(made).encode()


def _esbuild(*arguments: str) -> None:
    found = shutil.which("esbuild", path=_TOOLS / "node_modules" / ".bin")  # on Windows it has an ending
    if not found:
        raise ScriptsError(_missing())
    done = subprocess.run([found, *arguments], capture_output=True, text=True, encoding="utf-8", cwd=_TOOLS)
    if done.returncode:
        raise ScriptsError(done.stderr)


def _missing() -> str:
    if frame.MADE.exists():
        return (
            f"Mã kịch bản hay kiểu trình bày trong {frame.MADE.parents[1]} đã bị sửa, mà ở đây không có công cụ dựng "
            "lại; cài lại bộ máy (pip install --force-reinstall --no-deps, với tệp .whl), hoặc sửa trong kho mã của nó."
        )
    return f"Thiếu công cụ dựng mã kịch bản; chạy npm ci trong {_TOOLS}."
