"""What there is to download: the files, how many rows a table has, what the data dates; as a page and machines ask."""

from __future__ import annotations

from calendar import monthrange
from typing import Any, NamedTuple

from ..derive.programme import Programme
from ..load.texts import Report, Timing
from ..load.vocabulary import Every
from ..pages import addresses
from .columns import Table
from .tables import TABLES

NAME = "ke-hoach"
"""The files of the whole plan, without ending."""
MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF: 6, Every.YEAR: 12}
"""How many months lie between one day and the next."""
AKN = f"{NAME}.akn.xml"
DCAT = "dcat.jsonld"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def counts(programme: Programme) -> list[tuple[Table, int]]:
    """Tables that have rows, with their numbers of rows."""
    found = [(table, sum(1 for _ in table.things(programme))) for table in TABLES]
    return [(table, count) for table, count in found if count]


def files(programme: Programme, text: str = "") -> list[tuple[str, str, str]]:
    """Every file to download: its name, its media type, what it holds. `text`: the name of the source as text."""
    found = [
        (f"{NAME}.xlsx", _EXCEL, "Mọi bảng trong một tệp"),
        (f"{NAME}.json", "application/json", "Cả Kế hoạch, có cấu trúc"),
        (f"{NAME}.schema.json", "application/schema+json", f"Mô tả {NAME}.json"),
        ("datapackage.json", "application/json", "Gói dữ liệu Frictionless, mô tả các tệp CSV"),
        (AKN, "application/akn+xml", "Toàn văn Kế hoạch theo chuẩn Akoma Ntoso 3.0"),
        (DCAT, "application/ld+json", "Mô tả mọi tệp tải về theo chuẩn DCAT"),
    ]
    if text:
        found.append((text, "text/plain", "Bản nguồn dạng chữ"))
    if dates(programme):
        found.append((f"{NAME}.ics", "text/calendar", "Lịch các ngày Kế hoạch nêu"))
    for table, _ in counts(programme):
        found += [(f"{table.name}.csv", "text/csv", table.vi), (f"{table.name}.xlsx", _EXCEL, table.vi)]
    return found


class Dated(NamedTuple):
    """What the data dates to the day; `every`: it comes again on this day."""

    start: str
    end: str
    what: str
    ref: str
    every: Every | None = None


def dates(programme: Programme) -> list[Dated]:
    """What the data dates to the day: reports, then work."""
    found = []
    for report in programme.reports:
        what = f"Hạn báo cáo: {'; '.join(agency.name for agency in report.by)}"
        due = report.due or _first(programme, report.record)
        if due and len(due) == 10:
            found.append(Dated(due, due, what, report.ref, report.record.every))
    for one in programme.timings:
        first = _first(programme, one.record)
        start, end = one.record.start or one.record.end or first, one.record.end or one.record.start or first
        if start and end and len(start) == len(end) == 10:
            found.append(Dated(start, end, one.spot.phrase.text, one.ref, one.record.every))
    return found


def _first(programme: Programme, record: Timing | Report) -> str | None:
    """The first day, in the time of the plan and not before it was issued, on which something comes again."""
    if not record.every or not record.day:
        return None
    period, issued = programme.plan.period, programme.plan.header.date
    begins = max(f"{one}-01-01"[:10] for one in (period.start, issued) if one)
    year, month = int(begins[:4]), int(begins[5:7])
    last = f"{period.end}-12-31"[:10]
    while (day := f"{year}-{month:02}-{record.day:02}") <= last:
        if month % MONTHS[record.every] == 0 and day >= begins and record.day <= monthrange(year, month)[1]:
            return day
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return None


def description(programme: Programme) -> str:
    """What the data holds, in a sentence."""
    holds = "toàn văn theo mục, dự án, kinh phí, nhiệm vụ, báo cáo, đối tượng, cơ quan, văn bản, chỉ tiêu"
    return f"Toàn bộ dữ liệu của {programme.plan.short_title}: {holds}."


def linked_data(programme: Programme, changed: str | None, text: str = "") -> dict[str, Any]:
    """The data as schema.org describes a data set; `changed`: the day of its last change, if known; `text` as above."""
    plan, licence = programme.plan, programme.plan.licence
    downloads = [
        {
            "@type": "DataDownload",
            "name": title,
            "encodingFormat": kind,
            "contentUrl": f"{addresses.DATA}/{name}",
        }
        for name, kind, title in files(programme, text)
    ]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": plan.short_title,
        "description": description(programme),
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        **({"license": licence.url or licence.name} if licence else {}),
        **({"dateModified": changed} if changed else {}),
        "distribution": downloads,
    }
