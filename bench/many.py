"""What many plans cost: a process for each beside a warm process, what goes over the wire, what lies on the disk.

`python bench/many.py [FOLDER ...]` (the three plans of this repository if none is named) builds each plan whole, with
PDF files, from nothing but the scripts, RUNS times, in turn by a process of its own and by a copy of a warm one; then
packs and unpacks it and its site as for another machine. CPU seconds of all processes, medians; at the end the mean
plan, and 3,321 of it, which is reckoned, not measured.

`python bench/many.py --growth 4 40 160` builds so many new plans, of 40 pages without words, by one warm process, and
draws what one costs.

`python bench/many.py --whole 100 FOLDER` puts so many plans into a new folder, the three of this repository with the
place called otherwise, builds them by `build-all` and their portal over them. They stay there, to be looked at.
"""

from __future__ import annotations

import io
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

from plan_at_hand import ENGINE

from programme import open_programme
from programme.building.whole_site import build, in_own_process
from programme.commands import main as main_of_programme
from programme.farm import archive, carried, local
from programme.farm.builder import Builder
from programme.farm.jobs import Job
from programme.opendata.identity import identity

RUNS = int(os.environ.get("RUNS", "3"))
PLANS = 3321
OURS = [ENGINE, ENGINE / "tests/plans/second", ENGINE / "tests/plans/van-xuan"]
FIRST = ("Hà", "Bình", "Minh", "Thanh", "Sơn", "Phú", "Xuân", "Đại", "Tân", "An", "Yên", "Đông", "Tây", "Hòa")
SECOND = ("Khê", "Lĩnh", "Giang", "Thịnh", "Hưng", "Phong", "Thạch", "Lâm")
"""What made-up places are called: no two of the first hundred alike."""
_PARTS = ("data", "docs", "source", "macros.py", "mkdocs.yml", "released.txt")
_CPU = ("process of its own", "warm", "warm, nothing changed", "pack plan", "unpack plan", "pack site", "unpack site")
_BYTES = ("site", "files of the site", "plan as archive", "site as archive", "kept in .cache")


def used() -> float:
    """CPU seconds of this process and of those it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def measured(plan: Path, work: Path) -> dict[str, float]:
    """What -> CPU seconds, seconds (": clock") or bytes, of one plan."""
    found: dict[str, list[float]] = defaultdict(list)
    kept, site = work / "kept", work / "site"
    os.environ.update(PROGRAMME_CACHE=str(kept), SITE_URL="")

    def noted(name: str, act: Callable[[], object], spent: Callable[[], float] = used) -> None:
        cpu, wall = spent(), time.perf_counter()
        act()
        found[name].append(spent() - cpu)
        found[f"{name}: clock"].append(time.perf_counter() - wall)

    def from_nothing() -> None:
        shutil.rmtree(site, ignore_errors=True)
        for one in kept.glob("*"):
            if not one.name.startswith("bundles."):
                shutil.rmtree(one) if one.is_dir() else one.unlink()

    with Builder() as warm:

        def built() -> None:
            build(plan, site, lambda root, target: warm.build(root, target, ""))

        build(plan, site, in_own_process)  # the scripts are kept from here on
        from_nothing()
        built()
        for _ in range(RUNS):
            from_nothing()
            noted("process of its own", lambda: build(plan, site, in_own_process))
            from_nothing()
            noted("warm", built, lambda: warm.cpu)
            shutil.rmtree(site)
            noted("warm, nothing changed", built, lambda: warm.cpu)
    files = [path for path in site.rglob("*") if path.is_file()]
    for turn in range(RUNS):
        there = work / f"there{turn}"
        noted("pack plan", lambda: carried.taken(plan))
        sent = carried.taken(plan)
        noted("unpack plan", lambda at=there, what=sent: carried.arrived(what, at))  # type: ignore[misc]
        noted("pack site", lambda: archive.packed(site, sorted(site.rglob("*"))))
        back = archive.packed(site, sorted(site.rglob("*")))
        noted("unpack site", lambda at=there, what=back: archive.unpacked(what, at / "back"))  # type: ignore[misc]
    return {name: statistics.median(numbers) for name, numbers in found.items()} | {
        "site": sum(path.stat().st_size for path in files),
        "files of the site": len(files),
        "plan as archive": len(sent.content),
        "site as archive": len(back.content),
        "kept in .cache": sum(
            one.stat().st_size for one in kept.glob("*") if one.is_file() and "bundles" not in one.name
        ),
    }


def growth(sizes: list[int]) -> None:
    """Milliseconds of CPU a plan, of so many small plans in a row; the process that sends and publishes counts too."""
    drawn = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder, redirect_stdout(io.StringIO()):
            jobs = []
            for number in range(1, size + 1):
                root = Path(folder) / f"xa-{number}"
                name = f"xã Số {number}"
                asked = ("--name", f"Kế hoạch năm 2027 của {name}", "--level", "xã", "--year", "2027")
                main_of_programme(["new", str(root), *asked, "--issuer", f"UBND {name}", "--place", name])
                jobs.append(Job(f"xa-{number}", root, root / "site"))
            os.environ["PROGRAMME_CACHE"] = str(Path(folder) / "kept")
            before = used()
            failed = [one.why for one in local.run(jobs, 1) if one.why]
            drawn.append((used() - before) / size * 1000)
            if failed:
                sys.exit(failed[0])
    print("```mermaid\nxychart-beta")
    print('  title "ms of CPU for a small plan, by one warm process"')
    print(f'  x-axis "plans" {sizes}\n  y-axis "ms of CPU a plan" 0 --> {max(drawn) * 1.2:.0f}')
    print(f"  bar {[round(one) for one in drawn]}\n```")


def whole(count: int, folder: Path) -> None:
    """Build so many whole plans, and the portal of their sites."""
    folder.mkdir(parents=True)
    for number in range(count):
        source = OURS[number % len(OURS)]
        copy = copied(source, folder / f"plan-{number + 1}")
        name = identity(open_programme(source))["places"][0]["name"]
        old = " ".join(word for word in name.split() if word[:1].isupper())  # without "xã", "huyện"
        new = f"{FIRST[number // len(SECOND) % len(FIRST)]} {SECOND[number % len(SECOND)]}"
        for path in (one for one in copy.rglob("*") if one.suffix in (".yaml", ".yml", ".md", ".txt")):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(old, new).replace(old.upper(), new.upper()), encoding="utf-8")
    listed = "".join(f"  - folder: plan-{number + 1}\n" for number in range(count))
    (folder / "portal.yaml").write_text(f"title: Cổng của {count} Kế hoạch\nplans:\n{listed}", encoding="utf-8")
    os.environ["PROGRAMME_CACHE"] = str(folder / "kept")
    for command in (["build-all", str(folder / "portal.yaml")], ["portal", str(folder)]):
        before, began = used(), time.monotonic()
        main_of_programme(command)
        print(f"{command[0]}: {time.monotonic() - began:.1f} s, {(used() - before) / count:.2f} s of CPU a plan")


def copied(plan: Path, target: Path) -> Path:
    """A plan's own files in a new folder."""
    target.mkdir()
    for source in (plan / part for part in _PARTS if (plan / part).exists()):
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target / source.name)
    return target


def main() -> None:
    if sys.argv[1:2] == ["--whole"]:
        whole(int(sys.argv[2]), Path(sys.argv[3]))
        return
    if sys.argv[1:2] == ["--growth"]:
        growth([int(one) for one in sys.argv[2:]] or [4, 40, 160])
        return
    plans = [Path(one).resolve() for one in sys.argv[1:]]
    plans = plans or OURS
    every: list[dict[str, float]] = []
    for plan in plans:
        with tempfile.TemporaryDirectory() as folder:
            every.append(measured(copied(plan, Path(folder) / "plan"), Path(folder)))
        print(f"{plan.name}:")
        told(every[-1])
    mean = {name: statistics.mean(one[name] for one in every) for name in every[0]}
    print(f"the mean of {len(every)}:")
    told(mean)
    print(f"{PLANS:,} such plans, reckoned:")
    for name in ("process of its own", "warm", "warm, nothing changed"):
        hours = [mean[name] * PLANS / 3600, mean[f"{name}: clock"] * PLANS / 3600]
        print(f"  {name}: {hours[0]:.1f} hours of CPU, {hours[1]:.1f} on the clock one after another")
    for name in ("site", "kept in .cache", "plan as archive", "site as archive"):
        print(f"  {name}: {mean[name] * PLANS / 10**9:.1f} GB")
    at_home = sum(mean[name] for name in ("pack plan", "unpack site"))
    print(f"  the machine that sends and publishes: {at_home * PLANS / 60:.0f} minutes of CPU")


def told(found: dict[str, float]) -> None:
    for name in _CPU:
        print(f"  {name}: {found[name]:.2f} s of CPU, {found[f'{name}: clock']:.2f} on the clock")
    print(f"  warm / process of its own: {found['warm'] / found['process of its own']:.2f}")
    print("  " + ", ".join(f"{name} {found[name]:,.0f}" for name in _BYTES))


if __name__ == "__main__":
    main()
