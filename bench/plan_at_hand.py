"""What the measurements take from the plan at hand: the one beside this folder, or that in PLAN=folder.

`python bench/plan_at_hand.py` prints a page of each kind.
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from programme import Programme, open_programme
from programme.accept.chromium import NAMES, OPTIONS
from programme.derive.full_text import rebuild
from programme.pages import addresses, page_files
from programme.vietnamese.slugs import fold

ENGINE = Path(__file__).resolve().parent.parent
PLAN = Path(os.environ.get("PLAN") or ENGINE).resolve()
PARTS = ("data", "docs", "macros.py", "mkdocs.yml")
BROWSER_OPTIONS = OPTIONS
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), "")
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def copy(target: Path) -> Path:
    """A copy of the plan's folder that may be edited."""
    target.mkdir(parents=True)
    for part in PARTS:
        source = PLAN / part
        if source.is_dir():
            shutil.copytree(source, target / part)
        else:
            shutil.copy(source, target)
    return target


def build(site: Path) -> None:
    """Build the whole site into a folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
    subprocess.run(command, check=True, cwd=PLAN, env=QUIET)


def heaviest(programme: Programme, site: Path) -> str:
    """The address of the project whose page has the most bytes: "du-an/1"."""
    found = map(addresses.page, programme.nodes)
    return max(found, key=lambda page: (site / f"{page}.html").stat().st_size)


def kinds(programme: Programme, site: Path) -> list[str]:
    """A page of each kind: the pages about the whole, then the heaviest of the projects, groups, bodies, documents."""
    every = [addresses.page(entity) for entity in page_files.entities(programme)]
    folders = {page.split("/")[0]: page for page in sorted(every, key=lambda p: (site / f"{p}.html").stat().st_size)}
    wholes = [name for name in page_files.overviews(programme) if name not in page_files.FOLDERS]
    return [*wholes, *folders.values()]


def words(programme: Programme) -> list[str]:
    """All words of the plan, in order."""
    return rebuild(programme.data).split()


def query(programme: Programme) -> tuple[str, str]:
    """Four words of a project's name that stand in no brackets, two and two: what somebody types, and then adds."""
    for node in programme.nodes:
        name = re.findall(r"[^\W\d_]+", node.name.partition("(")[0])
        if len(name) >= 4:
            return " ".join(name[:2]), " ".join(name[2:4])
    raise LookupError("no project has a name of four words")


def typed_plainly(text: str) -> str:
    """As people type who leave the marks out."""
    return fold(text)


def serve(folder: Path, handler: type[SimpleHTTPRequestHandler] | None = None) -> ThreadingHTTPServer:
    """A web server of the files in a folder, on a free port."""
    made = functools.partial(handler or Silent, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), made)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Requests are not news."""


if __name__ == "__main__":
    print("\n".join(kinds(open_programme(PLAN), PLAN / "site")))
