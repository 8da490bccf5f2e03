"""A plan's open data, read and checked: what is not as it should be is refused whole, and why is said.

Nothing that a plan says is believed about another one, nor about where its site is: that the list says.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from ..opendata.identity import FORM
from .fetching import Fetch
from .plan import NUMBERS, ROWS, Plan, Programme, Spot

PACKAGE = "datapackage.json"
MOST_ROWS = 20_000
"""Rows of a table."""
LONGEST = 2_000
"""Letters of a text."""
_YEARS = (1990, 2100)
_LONGEST_PERIOD = 30
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_PAGE = re.compile(r"[a-z0-9-]{1,80}(/[a-z0-9-]{1,100})?")
_CLAUSE = re.compile(r"[^\W_][\w.-]{0,79}")
_CODE = re.compile(r"[^\W_][\w./-]{0,100}")
_NUMBER = re.compile(r"[0-9]{1,17}")
_WEB = re.compile(r"https?://[^\s\"<>\\^`{|}]{1,300}", re.IGNORECASE)
_LEVELS = ("central", "province", "district", "commune", "village")
_GUARDED = re.compile(r"'[=+\-@\t\r]")
"""What stands before a text that a spreadsheet would take for a formula (see `opendata.files.harmless`)."""


class BrokenError(Exception):
    """The open data is not as it should be; the message says why, in Vietnamese."""


class OtherFormError(Exception):
    """The open data is of an older or newer form; the message says which."""


def read(package: bytes, fetch: Fetch) -> Plan:
    """The plan whose `datapackage.json` this is; its tables are fetched, each held to the hash that the package says.

    Raises `BrokenError`, `OtherFormError`, and what `fetch` raises.
    """
    try:
        said = json.loads(package)
    except (ValueError, RecursionError):
        raise BrokenError(f"{PACKAGE} không phải JSON") from None
    if not isinstance(said, dict):
        raise BrokenError(f"{PACKAGE} không phải gói dữ liệu")
    about = said.get("plan")
    if about is None and isinstance(said.get("resources"), list):
        raise OtherFormError("dữ liệu mở theo dạng cũ, chưa nói Kế hoạch của nơi nào, năm nào; cần dựng lại trang")
    if not isinstance(about, dict):
        raise BrokenError(f"{PACKAGE} không nói Kế hoạch nào")
    if about.get("form") != FORM:
        raise OtherFormError(f"dữ liệu mở theo dạng {_number(about.get('form'))}, cổng này đọc dạng {FORM}")
    hashes = _hashes(said.get("resources"))
    tables = {name: _table(name, fetch, hashes[name]) if name in hashes else () for name in ROWS}
    return _plan(said, about, tables)


def _plan(said: Mapping[str, Any], about: Mapping[str, Any], tables: dict[str, Any]) -> Plan:
    licences = said.get("licenses")
    licence = licences[0] if isinstance(licences, list) and licences and isinstance(licences[0], dict) else {}
    start, end = _years(about.get("period"))
    address = _text(licence.get("path"), "path")
    questions = about.get("open_questions")
    return Plan(
        title=_text(about.get("title"), "title", needed=True),
        version=_text(said.get("version"), "version", needed=True),
        date=_day(_text(said.get("created"), "created")[:10]),
        licence=_text(licence.get("title"), "licenses"),
        licence_url=address if _WEB.fullmatch(address) else "",
        kind=_text(about.get("kind"), "kind"),
        number=_text(about.get("number"), "number"),
        issued=_day(_text(about.get("issued"), "issued")),
        issuer=_text(about.get("issuer"), "issuer", needed=True),
        level=_level(about.get("level")),
        level_name=_text(about.get("level_name"), "level_name", needed=True),
        start=start,
        end=end,
        open_questions=questions if type(questions) is int and 0 <= questions < 10**6 else 0,
        spots=_spots(about.get("places")),
        programmes=_programmes(about.get("programmes")),
        **tables,
    )


def _spots(listed: Any) -> tuple[Spot, ...]:
    if not (isinstance(listed, list) and 1 <= len(listed) <= 6 and all(isinstance(one, dict) for one in listed)):
        raise BrokenError("mục places không nói nơi của Kế hoạch")
    return tuple(
        Spot(_text(one.get("name"), "places", needed=True), _text(one.get("kind"), "places"), _text(one.get("now"), ""))
        for one in listed
    )


def _programmes(listed: Any) -> tuple[Programme, ...]:
    if not (isinstance(listed, list) and len(listed) <= 50 and all(isinstance(one, dict) for one in listed)):
        raise BrokenError("mục programmes không phải danh sách chương trình")
    return tuple(
        Programme(_text(one.get("id"), "programmes"), _text(one.get("name"), "programmes", needed=True))
        for one in listed
    )


def _years(period: Any) -> tuple[str, str]:
    if not isinstance(period, dict):
        raise BrokenError("mục period không nói năm của Kế hoạch")
    start, end = (_day(_text(period.get(key), "period", needed=True)) for key in ("start", "end"))
    first, last = int(start[:4]), int(end[:4])
    if not _YEARS[0] <= first <= last <= _YEARS[1] or last - first > _LONGEST_PERIOD:
        raise BrokenError(f"mục period ghi {start} đến {end}")
    return start, end


def _level(value: Any) -> str:
    return value if isinstance(value, str) and value in _LEVELS else "other"


def _day(text: str) -> str:
    if text and not _DATE.fullmatch(text):
        raise BrokenError(f"ngày ghi là “{text[:40]}”")
    return text


def _number(value: Any) -> str:
    return str(value) if type(value) is int and abs(value) < 10**6 else "lạ"


def _hashes(resources: Any) -> dict[str, str]:
    """Table -> the hash of its file."""
    found = {}
    for one in resources if isinstance(resources, list) else ():
        if isinstance(one, dict) and one.get("name") in ROWS:
            found[one["name"]] = str(one.get("hash", "")).removeprefix("sha256:")
    return found


def _table(name: str, fetch: Fetch, digest: str) -> tuple[Any, ...]:
    file = f"{name}.csv"
    content = fetch(file)
    if hashlib.sha256(content).hexdigest() != digest:
        raise BrokenError(f"{file} không phải tệp mà {PACKAGE} mô tả (có khi trang đang được thay)")
    try:
        lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        head = next(lines, [])
        kind = ROWS[name]
        if missing := [field for field in kind._fields if field not in head]:
            raise BrokenError(f"{file} thiếu cột {missing[0]}")
        places = [(field, head.index(field)) for field in kind._fields]
        rows: list[Any] = []
        for line in lines:
            if len(line) != len(head) or len(rows) >= MOST_ROWS:
                raise BrokenError(f"{file} có dòng thiếu hay thừa ô, hoặc quá {MOST_ROWS} dòng")
            rows.append(kind._make(_cell(file, field, line[at]) for field, at in places))
        return tuple(rows)
    except (UnicodeDecodeError, csv.Error):
        raise BrokenError(f"{file} không phải CSV") from None


def _cell(file: str, field: str, cell: str) -> str | int | None:
    text = _text(cell[1:] if _GUARDED.match(cell) else cell, file)
    if field in NUMBERS:
        if text and not _NUMBER.fullmatch(text):
            raise BrokenError(f"{file}: {field} ghi là “{text[:40]}”")
        return int(text) if text else None
    form = {"page": _PAGE, "clause": _CLAUSE, "project": _CODE, "parent": _CODE}.get(field)
    if text and form and not form.fullmatch(text):
        raise BrokenError(f"{file}: {field} ghi là “{text[:40]}”")
    return text


def _text(value: Any, where: str, *, needed: bool = False) -> str:
    """A text as a page can show it, on one line; letters that nobody sees, or that turn a line round, are refused."""
    if value is None and not needed:
        return ""
    if not isinstance(value, str) or len(value) > LONGEST:
        raise BrokenError(f"mục {where} không phải đoạn chữ, hoặc dài quá {LONGEST} chữ")
    text = " ".join(unicodedata.normalize("NFC", value).split())
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cs") for letter in text):
        raise BrokenError(f"mục {where} có ký tự không nhìn thấy")
    if needed and not text:
        raise BrokenError(f"mục {where} để trống")
    return text
