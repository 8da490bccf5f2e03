"""The sums of the page about money, added up again from the rows of money.csv that a reader downloads."""

from __future__ import annotations

import csv
import posixpath
from collections.abc import Iterator
from pathlib import Path

from bs4 import Tag

from ..pages import addresses
from ..vietnamese import formats
from .site import Site

PAGE = f"{addresses.MONEY}.html"


def add_up(site: Site) -> Iterator[str]:
    """Each project, the total and the foot of each table say what the rows of money.csv add up to."""
    if not site.has(f"{addresses.DATA}/money.csv"):
        return
    money, projects = (_rows(site.folder / addresses.DATA / f"{name}.csv") for name in ("money", "projects"))
    total = sum(int(row["amount"]) for row in money)
    own: dict[str, int] = {}
    parents = {row["project"]: row["parent"] for row in projects}
    for row in money:
        above = row["project"]
        while above:
            own[above] = own.get(above, 0) + int(row["amount"])
            above = parents[above]
    due = {row["page"]: own[row["project"]] for row in projects if row["project"] in own}

    page = site.read(PAGE)
    first, *others = page.select("article table")
    shown = {}
    for line in first.select("tbody tr"):
        link = line.select_one("th a[href]")
        assert link is not None
        shown[posixpath.splitext(str(link["href"]))[0]] = _amount(line)
    for address in sorted({*due, *shown}):
        yield from _differ(f"bảng theo dự án, dòng {address}", shown.get(address), due.get(address))
    figure = page.select_one(".lead .figure")
    yield from _differ("số tổng ở đầu trang", _amount(figure) if figure else None, total)
    yield from _differ("dòng cộng của bảng theo dự án", _foot(first), total)
    for table in others:
        lines = [_amount(line) for line in table.select("tbody tr")]
        caption = table.caption.get_text() if table.caption else "bảng"
        if (foot := _foot(table)) is not None:
            yield from _differ(f"dòng cộng của “{caption}”", foot, sum(one or 0 for one in lines))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _amount(part: Tag) -> int | None:
    """The first amount in a part of the page, in đồng."""
    return next(iter(formats.shown_amounts(" ".join(part.get_text(" ").split()))), None)


def _foot(table: Tag) -> int | None:
    return _amount(table.tfoot) if table.tfoot else None


def _differ(where: str, shown: int | None, due: int | None) -> Iterator[str]:
    if shown != due:
        said, found = ("không có" if one is None else formats.money(one) for one in (shown, due))
        yield f"{PAGE}: {where}: trang ghi {said}, cộng lại được {found}."
