"""Bundle the scripts of `frame/scripts/` and the parts of `frame/styles/`; a wheel brings them ready-made.

Classic scripts run from a USB stick too, where a browser refuses modules. The
result is kept by the hash of what it is made of, so that most builds only copy.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from .. import frame
from ..cache import kept

ENTRIES = ("site.js", "search.js", "understanding.js", "answers.js", "finder.js", "matrix.js", "duties.js", "sheets.js")
PORTAL = "portal.js"
"""The script of a portal over many plans; no plan's site has it."""
RAN = ";document.currentScript.ran=1\n"
"""The end of each script that `site.js` fetches: one that was cut, or is a page of errors, does not say this."""
_LIGHT, _READING, _MATERIAL, _PORTAL = "light.css", "reading.css", "material.css", "portal.css"
STYLES = (_LIGHT, _READING, _MATERIAL, _PORTAL)
_TOOLS = Path(__file__).resolve().parents[2]
"""Where `package-lock.json` and `node_modules/` lie: beside the package, in a checkout of the engine."""
_OPTIONS = ("--bundle", "--minify", "--format=iife", "--target=es2020", "--charset=utf8", "--log-level=warning")


_STYLE_FAULT = re.compile(r"\[?SyntaxError: (.+?)\]? \{\n\s*fileName: '(.+?)',\n\s*loc: \{ line: (\d+)")
"""As node shows an error of lightningcss that nobody caught."""


class ScriptsError(Exception):
    """The scripts cannot be bundled; the message says what to run."""


class Bundles(NamedTuple):
    """All that is made of the sources, minified."""

    scripts: dict[str, bytes]
    """Script -> its bytes."""
    light: str
    """The style of a page in our own frame."""
    reading: str
    """The same without what only single pages need: the home page, the full text, search, finder, charts."""
    material: str
    """The style of our content in the frame of the theme Material."""
    portal: bytes
    """The script of a portal's pages."""
    portal_style: str
    """Their style."""

    @property
    def version(self) -> str:
        """A short name of the scripts."""
        return hashlib.sha256(b"".join(self.scripts.values())).hexdigest()[:8]

    def of_light(self) -> tuple[str, str]:
        """The styles of pages in our own frame."""
        return self.light, self.reading


def bundled() -> Bundles:
    """The ready-made ones if they are of these sources, else made anew."""
    made = _ready_made()
    if made is None:
        made = json.loads(kept("bundles", f"{_sources()} {tools()}", _bundle))
    light, reading, material, portal_style = (made.pop(name).strip() for name in STYLES)
    portal = made.pop(PORTAL).encode()
    scripts = {name: text.encode() for name, text in made.items()}
    return Bundles(scripts, light, reading, material, portal, portal_style)


def linked_style() -> str:
    """The style of our own frame, for a page that is shown before the steps after the build put it inline."""
    return bundled().light


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
    digest = hashlib.sha256(" ".join((*ENTRIES, PORTAL, *STYLES, *_OPTIONS, RAN)).encode())
    of_both = [*frame.SCRIPTS.rglob("*.js"), *frame.STYLES.glob("*.css"), *frame.STYLES.glob("*.js")]
    for name, path in sorted((path.relative_to(frame.SCRIPTS.parent).as_posix(), path) for path in of_both):
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def tools() -> str:
    """The hash of the versions of the tools, and of the search engine that goes into a bundle."""
    lock = _TOOLS / "package-lock.json"
    return hashlib.sha256(lock.read_bytes()).hexdigest() if lock.exists() else ""


def _bundle() -> bytes:
    """File -> its text, as JSON: in one piece, so that a build that runs at the same time finds all or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        of_pages = (ENTRIES[0], PORTAL)
        names = (*ENTRIES, PORTAL)
        _esbuild(*(str(frame.SCRIPTS / name) for name in names), f"--outdir={folder}", *_OPTIONS)
        made = {name: (Path(folder) / name).read_text(encoding="utf-8") for name in names}
    made = {name: text if name in of_pages else text.rstrip() + RAN for name, text in made.items()}
    return json.dumps(made | json.loads(_styles())).encode()


def _esbuild(*arguments: str) -> None:
    _run(shutil.which("esbuild", path=_TOOLS / "node_modules" / ".bin"), *arguments)  # on Windows it has an ending


def _styles() -> str:
    """Style -> its text, as JSON: lightningcss has no program of its own, node runs it."""
    there = (_TOOLS / "node_modules" / "lightningcss").exists()
    return _run(shutil.which("node", path=_path()) if there else None, str(frame.STYLES / "bundle.js"), *STYLES)


def _run(program: str | None, *arguments: str) -> str:
    """What the program says. Raises `ScriptsError` where there is none, or where it finds a fault."""
    if not program:
        raise ScriptsError(_missing())
    command, environment = [program, *arguments], {**os.environ, "PATH": _path()}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=_TOOLS, env=environment)
    if done.returncode:
        raise ScriptsError(_fault(done.stderr))
    return done.stdout


def _fault(said: str) -> str:
    """What lightningcss and esbuild say of a fault in a style or script, its place first and in one line."""
    style = _STYLE_FAULT.search(said)
    if not style:
        return f"Kịch bản hay kiểu trình bày của trang có lỗi:\n{said.strip()}"
    why, file, line = style.groups()
    return f"{file}:{line}: Kiểu trình bày có lỗi, trình gộp báo: {why}"


def _path() -> str:
    """Where node is: on the machine, or beside Python, from a wheel."""
    return os.pathsep.join((os.environ.get("PATH", os.defpath), str(Path(sys.executable).parent)))


def _missing() -> str:
    if frame.MADE.exists():
        return (
            f"Mã kịch bản hay kiểu trình bày trong {frame.MADE.parents[1]} đã bị sửa, mà ở đây không có công cụ dựng "
            "lại; cài lại bộ máy (pip install --force-reinstall --no-deps, với tệp .whl), hoặc sửa trong kho mã của nó."
        )
    return f"Thiếu công cụ dựng mã kịch bản; chạy npm ci trong {_TOOLS}."
