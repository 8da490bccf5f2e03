"""Write the open data: JSON, CSV, XLSX, a Frictionless data package, Akoma Ntoso, a calendar where there are dates.

All dates in the files are those of the data; the same data gives the same bytes.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from ..cache import beside, code, found, kept
from ..derive.programme import Programme
from ..history.git import Version
from ..load.dataset import Dataset
from ..load.record import Record
from ..load.registries import OwnTerm
from ..load.vocabulary import OPEN
from ..pages import addresses
from ..vietnamese import formats
from . import catalogue
from .akoma_ntoso import document
from .catalogue import NAME
from .columns import INTEGER, Table, Value
from .entities import dump, entities
from .identity import identity

FOLDER = addresses.DATA
_KIND = "export"
_LONG = 60
_MOST = 32_767
"""Characters a cell of a workbook holds; Excel repairs or refuses a file with more."""
_CUT = " … [cắt: một ô Excel chứa nhiều nhất 32.767 ký tự; toàn bộ ở tệp CSV]"


def files(programme: Programme, version: Version, address: str) -> Iterator[tuple[str, bytes]]:
    """All files of the open data: name, with its folder, and bytes. `address`: the site's on the web, or ""."""
    packed = kept(_KIND, _made_from(programme, version, address), lambda: _made(programme, version, address))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def ahead(programme: Programme, version: Version, address: str) -> Callable[[], None]:
    """Begin to make what `files` will be asked for, where that takes time; gives what waits for it."""
    if found(_KIND, _made_from(programme, version, address)) is not None:
        return lambda: None
    return beside(lambda: files(programme, version, address).__next__())


def _made_from(programme: Programme, version: Version, address: str) -> str:
    said = [code(), _about(programme, version), address, *([programme.open_questions] * bool(programme.open_questions))]
    digest = hashlib.sha256(json.dumps(said).encode())
    for name in type(programme.data).model_fields:
        value = getattr(programme.data, name)
        for one in value if isinstance(value, tuple) else (value,):  # record by record: all at once is large
            if isinstance(one, Record):
                digest.update(f"{name} {json.dumps(dump(one))}\n".encode())
    return digest.hexdigest()


def _made(programme: Programme, version: Version, address: str) -> bytes:
    return _packed(_files(programme, version, address))


def _packed(files: Iterator[tuple[str, bytes]]) -> bytes:
    """All files as one, to be kept: a form that holds bytes and nothing that runs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def _files(programme: Programme, version: Version, address: str) -> Iterator[tuple[str, bytes]]:
    """Every file with its address below the site."""
    about, day = _about(programme, version), version.day
    tables = [table for table, _ in catalogue.counts(programme)]
    yield f"{FOLDER}/{NAME}.json", _json({**about, "plan": dump(programme.data)})
    added = programme.data.vocabulary
    of = f"{code()} {[(one.of, one.id) for one in added]}"
    yield f"{FOLDER}/{NAME}.schema.json", kept("schema", of, lambda: _json(schema(added)))
    sheets = {table.name: as_csv(programme, table) for table in tables}
    yield from ((f"{FOLDER}/{name}.csv", content) for name, content in sheets.items())
    yield f"{FOLDER}/datapackage.json", _json(_package(programme, tables, about, sheets))
    yield f"{FOLDER}/{NAME}.xlsx", _workbook(programme, tables, day)
    for table in tables:
        yield f"{FOLDER}/{table.name}.xlsx", _workbook(programme, [table], day, about)
    akn = f"{FOLDER}/{catalogue.AKN}"
    yield akn, document.file(programme, version, f"{address}{akn}" if address else "")
    if found := catalogue.dates(programme):
        yield f"{FOLDER}/{NAME}.ics", _calendar(programme, found, day)
    of_each = {key: about[key] for key in ("title", "licence")}
    for page, content in entities(programme):
        said = {**of_each, "page": f"{address}{page}.html" if address else f"{page}.html", **content}
        own = {"title": said["title"], "version": hashlib.sha256(_json(said)).hexdigest()[:8]}
        yield f"{page}.json", _json({**own, **said})


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _about(programme: Programme, version: Version) -> dict[str, Any]:
    """What a file of all data says of itself; one of an entity has a version of its own, of what it says."""
    licence = programme.plan.licence
    return {
        "title": programme.plan.short_title,
        "version": version.id,
        "date": version.date,
        "licence": dump(licence) if licence else None,
    }


def schema(own: Iterable[OwnTerm] = ()) -> dict[str, Any]:
    """The JSON Schema of `ke-hoach.json`; `own`: the words that a plan adds to the lists."""
    plan = Dataset.model_json_schema(by_alias=True, mode="serialization", ref_template="#/$defs/{model}")
    definitions = plan.pop("$defs")
    for one in (plan, *definitions.values()):
        # what is left out has the value it has by default, or none
        one["required"] = [
            name
            for name in one.get("required", [])
            if "default" not in (known := one.get("properties", {}).get(name, {}))
            and {"type": "null"} not in known.get("anyOf", [])
        ]
        one.get("properties", {}).pop("__at__", None)
    for term in own:
        listed = definitions.get(OPEN[term.of].__name__, {})
        listed["enum"] = [*listed.get("enum", []), term.id]
    text = {"type": ["string", "null"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": ["title", "version", "plan"],
        "properties": {
            "title": {"type": "string", "description": "Tên gọi ngắn của Kế hoạch / short title"},
            "version": {"type": "string", "description": "Bản dữ liệu / version of the data"},
            "date": {**text, "description": "Ngày của bản dữ liệu / date of the data"},
            "licence": {"description": "Giấy phép / licence"},
            "plan": plan,
        },
        "$defs": definitions,
    }


# -- CSV and data package -----------------------------------------------------


def harmless(value: Value) -> str:
    """A value as a cell: a text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if value is None:
        return ""
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def as_csv(programme: Programme, table: Table) -> bytes:
    """UTF-8 with a mark at its beginning, so that Excel reads the letters right."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.name for field in table.fields])
    writer.writerows([harmless(value) for value in row] for row in table.rows(programme))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _package(
    programme: Programme, tables: list[Table], about: dict[str, Any], sheets: dict[str, bytes]
) -> dict[str, Any]:
    licence = programme.plan.licence
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": about["title"],
        "version": about["version"],
        "plan": identity(programme),
        "resources": [_resource(table, sheets[table.name], {one.name for one in tables}) for table in tables],
    }
    if about["date"]:
        package["created"] = f"{about['date']}T00:00:00Z"
    if licence:
        address = {"path": licence.url} if licence.url else {}
        package["licenses"] = [{"name": licence.id, "title": licence.name, **address}]
    return package


def _resource(table: Table, content: bytes, there: set[str]) -> dict[str, Any]:
    """A table as the package describes it; it refers to that of the projects where there is one."""
    schema: dict[str, Any] = {
        "fields": [
            {
                "name": field.name,
                "type": field.type,
                "title": field.vi,
                "description": field.en,
                **({"constraints": {"required": True, "unique": True}} if field.name == table.key else {}),
            }
            for field in table.fields
        ],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = [table.key]
    if table.refers and "projects" in there:
        schema["foreignKeys"] = [{"fields": ["project"], "reference": {"resource": "projects", "fields": ["project"]}}]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "title": table.vi,
        "description": table.en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


# -- workbook -----------------------------------------------------------------


def in_a_cell(text: str) -> str:
    """A text as long as a cell may be, and a word where it was longer."""
    return text if len(text) <= _MOST else text[: _MOST - len(_CUT)] + _CUT


def _workbook(programme: Programme, tables: list[Table], day: str, about: Mapping[str, Any] | None = None) -> bytes:
    """One sheet a table: frozen head, filters, widths, thousands.

    With `about`, what a file says of itself, a sheet tells it: who has this file alone has no page beside it.
    """
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = datetime.fromisoformat(day)
    book.set_properties({"title": programme.plan.short_title, "created": made})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E8EDF3"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    number = book.add_format({"num_format": "#,##0", "valign": "top"})
    for table in tables:
        rows = list(table.rows(programme))
        sheet = book.add_worksheet(table.vi[:31])
        for column, field in enumerate(table.fields):
            longest = max((len(str(row[column] or "")) for row in rows), default=0)
            width = min(max(longest, len(field.vi) // 2, 8) + 2, _LONG)
            sheet.set_column(column, column, width, number if field.type == INTEGER else plain)
            sheet.write_string(0, column, field.vi, head)
            for line, row in enumerate(rows, 1):
                value = row[column]
                if isinstance(value, int):
                    sheet.write_number(line, column, value, number)
                elif value is not None and sheet.write_string(line, column, in_a_cell(value), plain):
                    raise ValueError(f"{table.name}.{field.name}, row {line}: the workbook refused the text")
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(table.fields) - 1)
    if about:
        licence = about["licence"] or {}
        told = book.add_worksheet("Giải thích")
        told.set_column(0, 0, 20, head)
        told.set_column(1, 1, 80, plain)
        rows = [
            ("Kế hoạch", about["title"]),
            (
                "Bản dữ liệu",
                f"{about['version']}, {formats.date(about['date'])}" if about["date"] else about["version"],
            ),
            ("Giấy phép", licence.get("name") or "Chưa ghi"),
            *([("Bản nháp", _draft(programme))] if programme.open_questions else ()),
            ("Ô trống", "Kế hoạch không nêu" if programme.is_entered else "chưa nhập, hoặc Kế hoạch không nêu"),
        ]
        for line, (name, words) in enumerate(rows):
            told.write_string(line, 0, name, head)
            told.write_string(line, 1, words, plain)
    book.close()
    return out.getvalue()


def _draft(programme: Programme) -> str:
    return f"còn {programme.open_questions} câu hỏi chưa trả lời về dữ liệu đọc từ tệp của Kế hoạch"


# -- calendar -------------------------------------------------------------------


def _calendar(programme: Programme, found: list[catalogue.Dated], day: str) -> bytes:
    """Days the plan names, as whole-day events; those that come again until the plan ends."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{programme.plan.short_title}//VI")
    calendar.add("version", "2.0")
    stamp = datetime.fromisoformat(f"{day}T00:00:00+00:00")
    until = date.fromisoformat(f"{programme.plan.period.end}-12-31"[:10])
    for start, end, what, ref, every in found:
        event = icalendar.Event()
        event.add("uid", str(uuid5(NAMESPACE_URL, f"{start}{end}{what}{ref}")))
        event.add("dtstamp", stamp)
        event.add("dtstart", date.fromisoformat(start))
        event.add("dtend", date.fromisoformat(end) + timedelta(days=1))
        if every:
            event.add("rrule", {"freq": "monthly", "interval": catalogue.MONTHS[every], "until": until})
        event.add("summary", what)
        event.add("description", f"{programme.plan.short_title}, {programme.ref_label(ref)}")
        calendar.add_component(event)
    return calendar.to_ical()
