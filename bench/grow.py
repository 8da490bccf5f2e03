"""How a build grows with its pages, and what it costs when little has changed; beside Material with search.

`python bench/grow.py [TIMES ...]` (1 and 11 if none is named: 113 and 1,033 pages of the plan at hand) builds larger
plans (see `larger.py`) as whole processes, each from nothing, then with nothing changed, then with one amount
changed. Material builds the very Markdown that our macros make, tuned: only the overviews in its navigation. Medians
of RUNS rounds, CPU seconds of all processes; then our steps, milliseconds a page, and a chart for the README. Of 111
times, over 10,000 pages, one round is measured.
"""

from __future__ import annotations

import compileall
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import larger
import yaml
from plan_at_hand import ENGINE, PLAN, QUIET

RUNS = int(os.environ.get("RUNS", "3"))
_CALL = re.compile(r'\{\{ (\w+)\((?:"(.+?)")?\) \}\}')
_PLAIN = {"site_name": "x", "use_directory_urls": False, "markdown_extensions": ["attr_list", "tables", "admonition"]}
_MATERIAL = {"name": "material", "language": "vi", "font": False, "features": ["navigation.prune"]}
MATERIAL = "Material"
LARGE = 100
"""Times so many that one round is enough, without Material, whose search then takes very long."""
_PART = Path(__file__).with_name("part_of_build.py")
"""What builds pages and search alone ("pages"), or all with the time of each step ("steps")."""


class Cost(NamedTuple):
    """Of a whole process: CPU seconds with its children, seconds, MiB of its own at most; what it said."""

    cpu: float
    wall: float
    memory: float
    said: str = ""


def build(project: Path, out: Path, cache: Path, part: str = "") -> Cost:
    """Build a project, by Material itself or (`part`) by us: "whole" as a user does, or what `_PART` can."""
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, *([_PART, part] if part in ("pages", "steps") else ["-m", "mkdocs"])]
    environment = {**QUIET, "PROGRAMME_CACHE": str(cache), "SITE_URL": "https://ke-hoach.example/" if part else ""}
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [*command, "build", "--quiet", "-d", str(out)], cwd=project, env=environment, stdout=said
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"the build of {project} failed")
        said.seek(0)
        return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, said.read().decode())


def rendered(plan: Path, target: Path) -> int:
    """Write what the macros of a plan make as a project for Material alone; returns how many pages it has."""
    from programme import open_programme
    from programme.render.renderer import Renderer

    renderer = Renderer(open_programme(plan))

    def said(call: re.Match[str]) -> str:
        made: str = getattr(renderer, call[1])(*filter(None, [call[2]]))
        return made

    shutil.copytree(plan / "docs", target / "docs")
    pages = list((target / "docs").rglob("*.md"))
    for page in pages:
        text = re.sub(r"\{#.*?#\}", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        page.write_text(_CALL.sub(said, text), encoding="utf-8")
    settings = yaml.load((plan / "mkdocs.yml").read_bytes(), yaml.BaseLoader)
    plain = {key: settings[key] for key in ("nav", "not_in_nav") if key in settings}
    config = {**_PLAIN, **plain, "theme": _MATERIAL, "plugins": ["search"]}
    (target / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return len(pages)


def edited(plan: Path, amount: int) -> None:
    """Another amount in a project: what the plan says of it first, so many thousandths more."""
    path = next(
        one for one in sorted((plan / "data/projects").iterdir()) if _AMOUNT.search(one.read_text(encoding="utf-8"))
    )
    text = path.read_text(encoding="utf-8")
    path.write_text(_AMOUNT.sub(lambda found: f"{found[1]}{amount}.{found[2]}", text, count=1), encoding="utf-8")


_AMOUNT = re.compile(r"(text: )\d+\.(\d{3} triệu đồng,)")


def measured(times: int, work: Path) -> tuple[int, dict[str, Cost], dict[str, float]]:
    """(pages, what -> its median cost, step -> milliseconds a page) of a plan so many times over."""
    plan, other, out, cache = (work / name for name in ("plan", "material", "out", "cache"))
    larger.make(plan, PLAN, times)
    subprocess.run(
        [sys.executable, "-m", "programme", "--root", str(plan), "pages"], check=True, stdout=subprocess.DEVNULL
    )
    pages = rendered(plan, other)
    found: dict[str, list[Cost]] = defaultdict(list)
    large = times >= LARGE

    def from_nothing(part: str) -> Cost:
        """All but the scripts, which a wheel brings ready-made, as Material does its own."""
        for kept in cache.glob("*"):
            if not kept.name.startswith("bundles."):
                shutil.rmtree(kept, ignore_errors=True)
                kept.unlink(missing_ok=True)
        return build(plan, out, cache, part)

    noted = from_nothing("steps")
    steps = json.loads(noted.said.splitlines()[-1])
    for turn in range(1 if large else RUNS):
        if not large:
            found[MATERIAL].append(build(other, out, cache))
            found["pages, from nothing"].append(from_nothing("pages"))
        found["whole, from nothing"].append(noted if large else from_nothing("whole"))
        found["whole, nothing changed"].append(build(plan, out, cache, "whole"))
        edited(plan, 4 + turn)
        found["whole, one amount changed"].append(build(plan, out, cache, "whole"))
    return (
        pages,
        {name: _median(ones) for name, ones in found.items()},
        {name: seconds / pages * 1000 for name, seconds in steps.items()},
    )


def _median(costs: list[Cost]) -> Cost:
    return Cost(*(statistics.median(numbers) for numbers in zip(*(one[:3] for one in costs), strict=True)))


def main() -> None:
    sizes = [int(one) for one in sys.argv[1:]] or [1, 11]
    compileall.compile_dir(ENGINE / "programme", quiet=2)  # as installing does
    every: dict[int, dict[str, float]] = {}
    drawn: dict[int, dict[str, Cost]] = {}
    for times in sizes:
        with tempfile.TemporaryDirectory() as folder:
            pages, costs, every[times] = measured(times, Path(folder))
        drawn[pages] = costs
        print(f"{pages} pages, {1 if times >= LARGE else RUNS} rounds")
        for name, one in costs.items():
            beside = f" ({one.cpu / costs[MATERIAL].cpu:.2f})" if MATERIAL in costs else ""
            print(f"  {name}: {one.cpu:.2f} s of CPU{beside}, {one.wall:.2f} s, {one.memory:.0f} MiB", flush=True)
    print("step, ms of CPU a page from nothing:")
    for step in dict.fromkeys(step for steps in every.values() for step in steps):
        print(f"  {step}:", ", ".join(f"{steps.get(step, 0):.2f}" for steps in every.values()))
    print(chart(drawn))


def chart(drawn: dict[int, dict[str, Cost]]) -> str:
    """Milliseconds of CPU a page against the number of pages, as Mermaid draws it: one line for each kind of build."""
    lines = ["whole, from nothing", "whole, one amount changed", "whole, nothing changed"]
    return "\n".join(
        [
            "xychart-beta",
            f'  title "{"; ".join(lines)}"',
            f'  x-axis "pages" [{", ".join(map(str, drawn))}]',
            '  y-axis "ms of CPU a page" 0 --> 80',
            *(
                f"  line [{', '.join(f'{costs[name].cpu / pages * 1000:.1f}' for pages, costs in drawn.items())}]"
                for name in lines
            ),
        ]
    )


if __name__ == "__main__":
    main()
