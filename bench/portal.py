"""A portal over as many plans as the country has communes, of open data made up from built sites of real shapes.

    python bench/portal.py SITE... --into FOLDER [--plans 3321] [--only make|build|changed|search]

Each SITE is a built plan's site (with `du-lieu/`). Into FOLDER go the made-up plans, `portal.yaml` and the portal;
told are seconds and memory of a build from nothing, of one where nothing and one where a single plan changed, and what
a search fetches until its first result, in a browser on a quarter of a core where the machine lets it be held to that.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import io
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

TABLES = ("projects", "money", "figures", "bodies", "groups", "places", "documents")
_FIRST = (
    "An", "Bình", "Cẩm", "Đại", "Đông", "Giao", "Hà", "Hải", "Hòa", "Hoa", "Hồng", "Hưng", "Khánh", "Kim", "Lạc",
    "Liên", "Long", "Lộc", "Mai", "Minh", "Mỹ", "Nam", "Nga", "Ngọc",
)  # fmt: skip
_SECOND = (
    "Sơn", "Thủy", "Xuân", "Phú", "Thành", "Trung", "Tân", "Thịnh", "Tiến", "Lâm", "Giang", "Khê", "Bắc", "Tây", "Vân",
    "Thạch", "Quang", "Lập", "Châu", "Phong", "Yên",
)  # fmt: skip
_PROVINCES = 34
QUERIES = (
    *("dinh duong {place}", "chu tri nuoc sach", "{place}", "nuoc sach {place}"),
    *("dinh duogn {place}", "chu tri nuoc sahc", "chu tri nuoc sac", "{wrong}"),  # two letters swapped; one missing
)


def rows_of(site: Path, table: str) -> list[list[str]]:
    file = site / "du-lieu" / f"{table}.csv"
    return list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig")))) if file.exists() else []


class Shape:
    """The open data of a built site, and the names in it that another plan has otherwise."""

    def __init__(self, site: Path):
        self.package = json.loads((site / "du-lieu/datapackage.json").read_text(encoding="utf-8"))
        self.tables = {table: rows for table in TABLES if (rows := rows_of(site, table))}
        names = [one["name"].partition(" ")[2] for one in self.package["plan"]["places"]]
        self.own, self.province = names[0], names[-1]

    def write(self, folder: Path, number: int, province: str, year: int) -> str:
        """The open data of plan `number`; returns the name of its place."""
        dice = random.Random(number)
        name = f"{_FIRST[number % len(_FIRST)]} {_SECOND[number // len(_FIRST) % len(_SECOND)]}"
        if number >= len(_FIRST) * len(_SECOND):
            name += f" {_SECOND[number // (len(_FIRST) * len(_SECOND)) % len(_SECOND)]}"
        syllable = dice.choice(_FIRST)
        data = folder / "site/du-lieu"
        data.mkdir(parents=True, exist_ok=True)
        hashes = {}
        for table, (head, *rows) in self.tables.items():
            varied = [head]
            for row in rows:
                cells = [cell.replace(self.own, name).replace(self.province, province) for cell in row]
                if "amount" in head and cells[head.index("amount")]:
                    at = head.index("amount")
                    cells[at] = str(int(cells[at]) // 1000 * dice.randint(600, 1400))
                if table == "places" and cells[head.index("kind")].startswith("Thôn"):
                    cells[head.index("name")] += f" {syllable}"
                if table == "projects" and dice.random() < 0.05:
                    cells[head.index("title")] += f" ở {name}"
                varied.append(cells)
            out = io.StringIO()
            csv.writer(out, lineterminator="\r\n").writerows(varied)
            content = b"\xef\xbb\xbf" + out.getvalue().encode()
            (data / f"{table}.csv").write_bytes(content)
            hashes[table] = hashlib.sha256(content).hexdigest()
        package = json.loads(
            json.dumps(self.package, ensure_ascii=False).replace(self.own, name).replace(self.province, province)
        )
        package["plan"]["places"] = [
            {"name": f"xã {name}", "kind": "Xã", "now": None},
            {"name": f"tỉnh {province}", "kind": "Tỉnh", "now": None},
        ]
        package["plan"]["period"] = {"start": str(year), "end": str(year)}
        for one in package["plan"]["programmes"]:
            if "tỉnh" in one["name"]:
                one["name"] += f" {province}"
        package["resources"] = [one for one in package["resources"] if one["name"] in hashes]
        for one in package["resources"]:
            one["hash"] = f"sha256:{hashes[one['name']]}"
        package["version"] = hashlib.sha256(json.dumps(hashes).encode()).hexdigest()[:8]
        (data / "datapackage.json").write_text(json.dumps(package, ensure_ascii=False, indent=1), encoding="utf-8")
        return name


def provinces() -> list[str]:
    return [f"{_FIRST[at % len(_FIRST)]} {_SECOND[-1 - at % len(_SECOND)]}" for at in range(_PROVINCES)]


def make(sites: list[Path], into: Path, plans: int) -> None:
    """Plans of the shapes in turn; where they are few, every fourth is a second year of the place after it."""
    shapes = [Shape(site) for site in sites]
    named = provinces()
    lines = ["title: Kế hoạch giảm nghèo của cả nước, bịa ra để đo", "address: https://cong.example/", "plans:"]
    for number in range(plans):
        year, of = (2026, number) if plans > 1000 or number % 4 else (2027, number + 1)
        shapes[of % len(shapes)].write(into / f"plans/{number:05}", of, named[of % len(named)], year)
        lines.append(f"  - folder: plans/{number:05}\n    address: https://ke-hoach-{number:05}.example/")
    (into / "portal.yaml").write_text("\n".join([*lines, ""]), encoding="utf-8")


def build(into: Path) -> dict[str, Any]:
    """A build in a process of its own: seconds on the clock, of CPU, most memory in MiB, what it said."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    program = (
        "import resource,sys; from programme.commands import main; code = main(sys.argv[1:]);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "portal", str(into)], check=True, capture_output=True, text=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    *said, memory = done.stdout.splitlines()
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "seconds": round(time.perf_counter() - start, 1),
        "cpu": round(cpu, 1),
        "MiB": int(memory),
        "said": said[-1],
    }


def change(into: Path) -> None:
    """One amount of one plan is another."""
    data = into / "plans/00001/site/du-lieu"
    money = data / "money.csv"
    head, first, *rest = csv.reader(io.StringIO(money.read_text(encoding="utf-8-sig")))
    first[head.index("amount")] = str(int(first[head.index("amount")]) + 1000)
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([head, first, *rest])
    content = b"\xef\xbb\xbf" + out.getvalue().encode()
    money.write_bytes(content)
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256(content).hexdigest()
    for one in package["resources"]:
        if one["name"] == "money":
            one["hash"] = f"sha256:{digest}"
    package["version"] = digest[:8]
    (data / "datapackage.json").write_text(json.dumps(package, ensure_ascii=False, indent=1), encoding="utf-8")


def search(into: Path, plans: int) -> None:
    """What is fetched for a query, the page and all, gzip; and the time to the first result."""
    from portal_search import first_results  # a browser, only where it is asked for

    place = json.loads(
        (into / f"plans/{min(plans // 3, 1235) // 3 * 3:05}/site/du-lieu/datapackage.json").read_text("utf-8")
    )
    name = place["plan"]["places"][0]["name"].partition(" ")[2]
    wrong = f"{name[:-2]}{name[-1]}{name[-2]}"
    asked = [one.format(place=name, wrong=wrong) for one in QUERIES]
    for query, result in first_results(into / "site", asked).items():
        size = sum(len(gzip.compress((into / "site" / file).read_bytes(), 6)) for file in result.files)
        print(f"search {query!r}: {result.seconds:.2f} s, {size / 1000:.1f} kB gzip, {len(result.files)} files: "
              f"{result.first}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sites", nargs="*", type=Path)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--plans", type=int, default=3321)
    parser.add_argument("--only", default="")
    chosen = parser.parse_args()
    asked = chosen.only.split(",") if chosen.only else ["make", "build", "changed", "search"]
    if "make" in asked:
        make(chosen.sites, chosen.into, chosen.plans)
    if "build" in asked:
        print("from nothing:", build(chosen.into))
        print("nothing changed:", build(chosen.into))
    if "changed" in asked:
        change(chosen.into)
        print("one plan changed:", build(chosen.into))
    if "search" in asked:
        search(chosen.into, chosen.plans)


if __name__ == "__main__":
    main()
