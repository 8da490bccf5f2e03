"""How long a build takes beside the same pages as plain Markdown.

The plain project holds the very Markdown that the macros make, under plain
MkDocs with Material and the same configuration but for the macros. Both are
built as whole processes, in turn; medians of one run are compared.

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

ROOT = Path(__file__).resolve().parent.parent
RUNS = int(os.environ.get("RUNS", "9"))


def plain_project(target: Path) -> int:
    """Write the project without macros; returns how many pages it has."""
    sys.path.insert(0, str(ROOT))
    from programme import open_programme
    from programme.render.renderer import Renderer

    renderer = Renderer(open_programme(ROOT), ROOT / "templates")
    shutil.copytree(ROOT / "docs", target / "docs")
    shutil.copytree(ROOT / "theme", target / "theme")
    count = 0
    for page in (target / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
        text = re.sub(r'\{\{ (\w+)\("(.+?)"\) \}\}', lambda call: getattr(renderer, call[1])(call[2]), text)
        page.write_text(text, encoding="utf-8")
        count += 1
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"  - macros:\n(      .*\n)+", "", config)
    config = re.sub(r"watch:\n(  - .*\n)+", "", config)
    config = config.replace("hooks:\n  - hooks.py\n", "")
    assert "hooks" not in config and "macros" not in config.split("plugins:")[1]
    (target / "mkdocs.yml").write_text(config, encoding="utf-8")
    return count


def pages_alone(target: Path) -> None:
    """Write the project without the steps after the pages."""
    for name in ("data", "docs", "programme", "templates", "theme"):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "macros.py", target)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("hooks:\n  - hooks.py\n", "")
    (target / "mkdocs.yml").write_text(config, encoding="utf-8")


def build(project: Path, out: Path) -> tuple[float, float]:
    """Wall and CPU seconds of one build as a whole process."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(out)],
        cwd=project,
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    wall, after = time.perf_counter() - start, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, cpu


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        pages = plain_project(work / "plain")
        pages_alone(work / "pages")
        projects = {"whole site": ROOT, "pages alone": work / "pages", "plain Markdown": work / "plain"}
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
