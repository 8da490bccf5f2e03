"""The downloads, read back with other libraries than wrote them."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any
from xml.etree import ElementTree

import frictionless
import icalendar
import jsonschema
from python_calamine import CalamineWorkbook

from ..derive.full_text import rebuild
from ..opendata.catalogue import AKN, DCAT, NAME
from ..pages import addresses, page_files
from .site import Site

FOLDER = addresses.DATA


def read_back(site: Site) -> Iterator[str]:
    """Each table has the columns and the number of rows that the page promises, in CSV and in the workbook."""
    promised = _promised(site)
    book = CalamineWorkbook.from_path(str(site.folder / FOLDER / f"{NAME}.xlsx"))
    for name, (title, columns, count) in promised.items():
        with (site.folder / FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        if head != columns:
            yield f"{FOLDER}/{name}.csv: cột là {', '.join(head)}; trang ghi {', '.join(columns)}."
        if len(rows) != count:
            yield f"{FOLDER}/{name}.csv: {len(rows)} dòng, trang ghi {count}."
        sheet = book.get_sheet_by_name(title[:31]).to_python() if title[:31] in book.sheet_names else []
        if len(sheet) - 1 != count:
            yield f"{FOLDER}/{NAME}.xlsx: bảng “{title}” có {max(len(sheet) - 1, 0)} dòng, trang ghi {count}."
    files = {path.stem for path in (site.folder / FOLDER).glob("*.csv")}
    yield from (f"{FOLDER}/{name}.csv: trang không nói tới tệp này." for name in sorted(files - set(promised)))


def as_described(site: Site) -> Iterator[str]:
    """JSON is as its schema says, the data package as it describes itself; what dates, opens as a calendar."""
    whole, schema = (_json(site, f"{FOLDER}/{name}.json") for name in (NAME, f"{NAME}.schema"))
    for error in jsonschema.Draft202012Validator(schema).iter_errors(whole):
        yield f"{FOLDER}/{NAME}.json: {'/'.join(map(str, error.path))}: {error.message[:200]}"
    report = frictionless.validate(str(site.folder / FOLDER / "datapackage.json"))
    yield from (f"{FOLDER}/datapackage.json: {error.message}" for error in report.errors)
    for task in report.tasks:
        yield from (f"{FOLDER}/datapackage.json: {task.name}: {error.message}" for error in task.errors)
    if site.has(name := f"{FOLDER}/{NAME}.ics"):
        try:
            icalendar.Calendar.from_ical((site.folder / name).read_bytes())
        except ValueError as error:
            yield f"{name}: không đọc được: {error}"
    for entity in page_files.entities(site.programme):
        address = addresses.page(entity)
        canonical = site.read(f"{address}.html").select_one('link[rel="canonical"]')
        said, due = _json(site, f"{address}.json")["page"], canonical["href"] if canonical else f"{address}.html"
        if said != due:
            yield f"{address}.json: ghi địa chỉ trang là {said}, trang ghi {due}."


def as_listed(site: Site) -> Iterator[str]:
    """Each file that portals are told of is there, as large and with the hash that they are told."""
    for one in _json(site, f"{FOLDER}/{DCAT}")["dcat:dataset"]["dcat:distribution"]:
        path = site.folder / FOLDER / one["dcat:downloadURL"]["@id"].rpartition("/")[2]
        if not path.is_file():
            yield f"{FOLDER}/{DCAT}: không có tệp {path.name}."
        elif path.name != DCAT:
            content = path.read_bytes()
            told = one["dcat:byteSize"]["@value"], one["spdx:checksum"]["spdx:checksumValue"]["@value"]
            if told != (str(len(content)), hashlib.sha256(content).hexdigest()):
                yield f"{FOLDER}/{DCAT}: {path.name}: cỡ hoặc mã SHA-256 khác của tệp."


def in_full(site: Site) -> Iterator[str]:
    """The Akoma Ntoso file holds the plan's words, each once, in their order: the first that differs.

    A footnote stands there where its mark is, in the document after all other words.
    """
    root = ElementTree.fromstring((site.folder / FOLDER / AKN).read_bytes())
    for document in root.iter():
        for meta in [one for one in document if one.tag.endswith("}meta")]:
            document.remove(meta)
    notes = [one for one in root.iter() if one.tag.endswith("}authorialNote")]
    apart = [word for one in notes for word in "".join(one.itertext()).split()]
    for one in notes:
        for inner in [*one]:
            one.remove(inner)
        one.text = None
    ours, theirs = rebuild(site.programme.data).split(), [*"".join(root.itertext()).split(), *apart]
    for due, there in zip_longest(ours, theirs, fillvalue=""):
        if due != there:
            yield f"{FOLDER}/{AKN}: ghi “{there}”, Kế hoạch ghi “{due}”."
            return


def _json(site: Site, name: str) -> Any:
    return json.loads((site.folder / name).read_text(encoding="utf-8"))


def _promised(site: Site) -> dict[str, tuple[str, list[str], int]]:
    """Table -> what the page about the data says of it: its title, its columns, how many rows."""
    found = {}
    for heading in site.read(f"{FOLDER}.html").select("h3[id^=bang-]"):
        section = heading.find_parent("section")
        assert section is not None
        title = str(next(heading.stripped_strings))
        said = re.search(r"([\d.]+) dòng", section.get_text())
        count = int(said[1].replace(".", "")) if said else 0
        columns = [one.get_text() for one in section.select("tbody th code")]
        found[str(heading["id"]).removeprefix("bang-")] = (title, columns, count)
    return found
