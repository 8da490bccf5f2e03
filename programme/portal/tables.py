"""All that a portal knows, as tables to download: CSV and JSON, a row with its plan and the address of its clause."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from ..opendata.files import harmless
from .atlas import Held, code_of

Row = dict[str, str | int | None]

TABLES = {
    "ke-hoach": "Kế hoạch: nơi, năm, chương trình, bản dữ liệu, giấy phép, tình trạng",
    "du-an": "Dự án, tiểu dự án theo mã, cơ quan chủ trì",
    "kinh-phi": "Từng khoản kinh phí, với nguồn vốn và mục của văn bản",
    "chi-tieu": "Chỉ tiêu, như Kế hoạch viết",
    "dia-ban": "Nơi có tên trong Kế hoạch, tên nay",
    "ten": "Tên cơ quan, đối tượng, văn bản",
}
"""Table -> what it holds."""
_SHARED = ("plan", "place", "around", "start", "end")
_FIELDS = {
    "ke-hoach": (
        *_SHARED, "title", "kind", "number", "issued", "issuer", "level", "programmes", "version", "date", "licence",
        "licence_url", "open_questions", "state", "why", "read", "seen", "url",
    ),
    "du-an": (*_SHARED, "programme", "code", "title", "name", "amount", "leads", "clause", "url"),
    "kinh-phi": (
        *_SHARED, "programme", "code", "amount", "about", "source", "capital", "for_place", "leads", "clause", "url",
    ),
    "chi-tieu": (
        *_SHARED, "name", "value", "unit", "qualifier", "group", "for_place", "project", "year", "clause", "url",
    ),
    "dia-ban": (*_SHARED, "name", "kind", "now", "other_names", "url"),
    "ten": (*_SHARED, "kind", "name", "other_names", "url"),
}  # fmt: skip
COLUMNS = (
    ("plan", "Kế hoạch trong danh sách của cổng: địa chỉ, hay thư mục"),
    ("place, around", "nơi của Kế hoạch; nơi ấy thuộc đâu"),
    ("start, end", "Kế hoạch từ năm nào đến năm nào"),
    ("programme, code", "chương trình và mã dự án trong chương trình ấy"),
    ("amount", "số tiền, đồng; trong bảng du-an là số mà trang của Kế hoạch cộng, trống: không có khoản nào"),
    ("about", "“khoảng”, “hơn”… nếu số không chính xác"),
    ("value, unit, qualifier", "giá trị như Kế hoạch viết, đơn vị, “ít nhất”, “trở lên”…"),
    ("for_place", "nơi mà số ấy nói tới, nếu là của riêng nơi nào"),
    ("state, why, read", "trống: lần này đọc được; không thì là lý do, và ngày đọc được lần cuối"),
    ("seen", "ngày cổng thấy bản dữ liệu này lần đầu"),
    ("clause, url", "mục của văn bản; địa chỉ của mục ấy trên trang của Kế hoạch, tính từ thư mục gốc của cổng"),
)
"""What the columns hold, for people."""


def rows(held: Held, table: str) -> Iterator[Row]:
    """The rows of a plan in a table."""
    spots = held.plan.spots
    shared: Row = {
        "plan": held.known.entry.key,
        "place": spots[0].name,
        "around": "; ".join(one.name for one in spots[1:]),
        "start": held.plan.start,
        "end": held.plan.end,
    }
    for row in _MAKERS[table](held):
        yield shared | row


class Form(NamedTuple):
    """How a table is written: what stands before the rows, those of a plan, between two plans, behind all."""

    head: Callable[[str], bytes]
    part: Callable[[Held, str], bytes]
    between: bytes
    end: bytes


def _csv(held: Held, table: str) -> bytes:
    """As in the CSV files of a plan: no cell that a spreadsheet takes for a formula."""
    fields = _FIELDS[table]
    return _lines([harmless(row.get(name)) for name in fields] for row in rows(held, table))


def _lines(listed: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(listed)
    return out.getvalue().encode()


def _json(held: Held, table: str) -> bytes:
    """A row a line."""
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows(held, table))
    return ",\n".join(lines).encode()


FORMS = {
    "csv": Form(lambda table: b"\xef\xbb\xbf" + _lines([_FIELDS[table]]), _csv, b"", b""),
    "json": Form(lambda table: b"[", _json, b",\n", b"]\n"),
}
"""Ending -> form: UTF-8 with its mark, so that Excel reads the letters right; a list of objects."""


def clause_url(held: Held, clause: str) -> str | None:
    """Where a clause stands on the plan's own site."""
    return f"{held.base}toan-van.html#{quote(clause)}" if clause else None


def _page(held: Held, page: str) -> str | None:
    return f"{held.base}{page}.html" if page else None


def _plan(held: Held) -> Iterator[Row]:
    plan, known = held.plan, held.known
    yield {
        "title": plan.title, "kind": plan.kind, "number": plan.number, "issued": plan.issued, "issuer": plan.issuer,
        "level": plan.level, "programmes": "; ".join(one.name for one in plan.programmes), "version": plan.version,
        "date": plan.date, "licence": plan.licence, "licence_url": plan.licence_url,
        "open_questions": plan.open_questions, "state": known.fault, "why": known.why,
        "read": known.read if known.fault else "", "seen": known.seen, "url": _page(held, "index"),
    }  # fmt: skip


def _projects(held: Held) -> Iterator[Row]:
    for one in held.plan.projects:
        _, programme, code = code_of(held.plan, one)
        yield {
            "programme": programme, "code": code, "title": one.title, "name": one.name, "amount": one.amount,
            "leads": one.leads, "clause": one.clause, "url": _page(held, one.page),
        }  # fmt: skip


def _money(held: Held) -> Iterator[Row]:
    codes = {one.project: code_of(held.plan, one)[1:] for one in held.plan.projects}
    for one in held.plan.money:
        programme, code = codes.get(one.project, ("", one.project))
        yield {
            "programme": programme, "code": code, "amount": one.amount, "about": one.about, "source": one.source,
            "capital": one.capital, "for_place": one.place, "leads": one.leads, "clause": one.clause,
            "url": clause_url(held, one.clause),
        }  # fmt: skip


def _figures(held: Held) -> Iterator[Row]:
    for one in held.plan.figures:
        yield {
            "name": one.name, "value": one.value, "unit": one.unit, "qualifier": one.qualifier, "group": one.group_name,
            "for_place": one.place, "project": one.project, "year": one.year, "clause": one.clause,
            "url": clause_url(held, one.clause),
        }  # fmt: skip


def _places(held: Held) -> Iterator[Row]:
    for one in held.plan.places:
        url = _page(held, one.page)
        yield {"name": one.name, "kind": one.kind, "now": one.now, "other_names": one.other_names, "url": url}


def _names(held: Held) -> Iterator[Row]:
    plan = held.plan
    for kind, listed in (("Cơ quan", plan.bodies), ("Đối tượng", plan.groups)):
        for one in listed:
            yield {"kind": kind, "name": one.name, "other_names": one.other_names, "url": _page(held, one.page)}
    for document in plan.documents:
        said = f"{document.kind} {document.number}"
        yield {"kind": "Văn bản", "name": said, "other_names": document.name, "url": _page(held, document.page)}


_MAKERS: dict[str, Callable[[Held], Iterator[Row]]] = {
    "ke-hoach": _plan,
    "du-an": _projects,
    "kinh-phi": _money,
    "chi-tieu": _figures,
    "dia-ban": _places,
    "ten": _names,
}
