"""How long a build takes beside the same pages as plain Markdown.

The plain project holds the very Markdown that the macros make, under plain
MkDocs with Material and its own search, the same frame and configuration but for the macros.
Both are built as whole processes, in turn; medians of one run are compared.

Target: at most 1.5 times for the same pages. The whole site has more: search index,
PDF files (kept where nothing changed), downloads, compressed copies; both are given.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from plan_at_hand import PLAN, QUIET, copy

from programme import frame, open_programme
from programme.history import change_log
from programme.render.renderer import Renderer

RUNS = int(os.environ.get("RUNS", "9"))
_CALL = re.compile(r'\{\{ (\w+)\((?:"(.+?)")?\) \}\}')
_MACROS = "  - macros:\n(?:      .*\n)+"


def without_engine(project: Path, plugins: str) -> None:
    """Leave of the plugins in `mkdocs.yml` only these, and lay the frame over the theme as a folder."""
    shutil.copytree(frame.LIGHT, project / "theme")
    file = project / "mkdocs.yml"
    config = re.sub(r"plugins:\n(?:  .*\n)+", plugins, file.read_text(encoding="utf-8"))
    config = re.sub(r"watch:\n(?:  .*\n)+", "", config)
    file.write_text(config.replace("theme:\n", "theme:\n  custom_dir: theme\n", 1), encoding="utf-8")


def plain_project(target: Path) -> int:
    """Write the project without macros; returns how many pages it has."""
    programme = open_programme(PLAN)
    renderer = Renderer(programme, change_log.log(PLAN, programme))
    copy(target)

    def said(call: re.Match[str]) -> str:
        made: str = getattr(renderer, call[1])(*filter(None, [call[2]]))
        return made

    pages = list((target / "docs").rglob("*.md"))
    for page in pages:
        text = re.sub(r"\{#.*?#\}", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        page.write_text(_CALL.sub(said, text), encoding="utf-8")
    without_engine(target, "plugins:\n  - search\n")
    return len(pages)


def pages_alone(target: Path) -> None:
    """Write the project without the steps after the pages."""
    copy(target)
    macros = re.search(_MACROS, (PLAN / "mkdocs.yml").read_text(encoding="utf-8"))
    assert macros, "mkdocs.yml has no macros"
    without_engine(target, f"plugins:\n{macros[0]}")


def build(project: Path, out: Path) -> tuple[float, float]:
    """Wall and CPU seconds of one build as a whole process."""
    before, start = os.times(), time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(out)]
    subprocess.run(command, cwd=project, check=True, env=QUIET)
    wall, after = time.perf_counter() - start, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, cpu


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        pages = plain_project(work / "plain")
        pages_alone(work / "pages")
        projects = {"whole site": PLAN, "pages alone": work / "pages", "plain Markdown": work / "plain"}
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in projects}
        for turn in range(RUNS + 1):
            for name, project in projects.items():
                measured = build(project, work / f"out-{name}")
                if turn:  # the first turn warms the disk
                    times[name].append(measured)
    print(f"{pages} pages, {RUNS} runs in turn, medians")
    for place, unit in enumerate(("wall s", "CPU s")):
        found = {name: statistics.median(one[place] for one in times[name]) for name in projects}
        plain = found["plain Markdown"]
        print(f"{unit}:", ", ".join(f"{name} {value:.2f} ({value / plain:.2f})" for name, value in found.items()))


if __name__ == "__main__":
    main()
