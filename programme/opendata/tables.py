"""The plan as tables for other people's programs: what is in CSV, XLSX and the data package.

One list of tables, each with its fields described in Vietnamese and English;
money in đồng, dates in ISO form, several names in one cell joined by "; ".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..derive import full_text
from ..derive.programme import Programme
from ..derive.statements import CLOSING, HEAD, PREAMBLE, RECIPIENTS, SIGNATURE
from ..load.dataset import Clause, Project
from ..pages import addresses
from ..vietnamese import formats

Value = str | int | None
STRING, INTEGER = "string", "integer"
NAME = "ke-hoach"
"""The files of the whole plan, without ending."""
ANNEX = "ban-kem-theo"
"""The anchor of the annexed plan's title in the full text."""


@dataclass(frozen=True)
class Field:
    """A column: its name in files, its type, what it is in Vietnamese and in English."""

    name: str
    vi: str
    en: str
    type: str = STRING


@dataclass(frozen=True)
class Table:
    """A table: `rows` gives its rows, in the order of `fields`; `key` is the primary key, if any."""

    name: str
    vi: str
    en: str
    fields: tuple[Field, ...]
    rows: Callable[[Programme], Iterator[tuple[Value, ...]]]
    key: str = ""

    @property
    def refers(self) -> bool:
        """Whether each row belongs to a project."""
        return self.name != "projects" and any(field.name == "project" for field in self.fields)


def _names(records: Iterable[Any]) -> str:
    return "; ".join(record.name for record in records)


def _ids(records: Iterable[Any]) -> str:
    return "; ".join(record.id for record in records)


def _key(node: Project | None) -> str | None:
    return node.key if node else None


def _projects(p: Programme) -> Iterator[tuple[Value, ...]]:
    for node in p.nodes:
        parent = p.parents.get(node)
        yield (
            node.key, _key(parent), node.label, node.title, p.refs[node],
            p.amount(node) if p.budgets_of(node) else None, _names(p.leads(node)), addresses.page(node),
        )  # fmt: skip


def _money(p: Programme) -> Iterator[tuple[Value, ...]]:
    for one in p.budgets:
        yield (
            one.node.key, one.ref, one.amount, one.about or None, one.source.label if one.source else None,
            one.capital.label if one.capital else None, one.place.name if one.place else None,
            "; ".join(document.number for document in one.basis) or None, _names(one.leads) or None,
        )  # fmt: skip


def _allocations(p: Programme) -> Iterator[tuple[Value, ...]]:
    for one in p.allocations:
        yield (
            _key(one.node), one.ref, one.place.name, one.amount,
            one.source.label if one.source else None, one.capital.label if one.capital else None,
        )  # fmt: skip


def _duties(p: Programme) -> Iterator[tuple[Value, ...]]:
    for duty in p.duties:
        for bearer in duty.bearers:
            yield (
                bearer.id, bearer.name, _key(duty.node), "; ".join(role.label for role in duty.roles),
                duty.spot.phrase.text, duty.ref, _names(duty.partners) or None, _names(duty.guides) or None,
            )  # fmt: skip


def _reports(p: Programme) -> Iterator[tuple[Value, ...]]:
    for one in p.reports:
        yield (
            _names(one.by), _names(one.to) or None, _names([one.via] if one.via else []) or None, _key(one.node),
            one.frequency, one.deadline, one.due, one.form, one.spot.phrase.text, one.ref,
        )  # fmt: skip


def _groups(p: Programme) -> Iterator[tuple[Value, ...]]:
    for group in p.data.groups:
        yield group.id, group.name, group.kind.label, "; ".join(group.names) or None, addresses.page(group)


def _targets(p: Programme) -> Iterator[tuple[Value, ...]]:
    for one in p.targets:
        yield (
            _ids(one.who), _names(one.who), _ids(one.of) or None, _key(one.node), "; ".join(one.conditions) or None,
            "có" if one.record.priority else "không", one.spot.phrase.text, one.ref,
        )  # fmt: skip


def _bodies(p: Programme) -> Iterator[tuple[Value, ...]]:
    for agency in p.data.agencies:
        yield (
            agency.id, agency.name, agency.level.label, agency.kind.label, "; ".join(agency.names) or None,
            len(p.duties_of(agency)), sum(one.amount for one in p.led_by(agency)), addresses.page(agency),
        )  # fmt: skip


def _documents(p: Programme) -> Iterator[tuple[Value, ...]]:
    for one in p.data.documents:
        subject = p.subjects.get(one.id)
        yield (
            one.id, one.kind.label, one.number, one.date, p.agencies[one.issuer].name,
            subject.phrase.text.rstrip(";.") if subject else None, len(p.citations_of(one)), addresses.page(one),
        )  # fmt: skip


def _citations(p: Programme) -> Iterator[tuple[Value, ...]]:
    for one in p.citations:
        yield one.document.id, one.document.number, one.part, _key(one.node), one.ref


def _figures(p: Programme) -> Iterator[tuple[Value, ...]]:
    for one in p.figures:
        yield (
            one.record.name, "; ".join(one.values), one.record.unit, "trở lên" if one.record.at_least else None,
            one.group.id if one.group else None, one.place.name if one.place else None,
            _key(one.node), one.record.year, one.ref,
        )  # fmt: skip
    for out in p.outputs:
        place = out.place.name if out.place else None
        yield out.record.name, out.value, out.record.unit, None, None, place, _key(out.node), None, out.ref


def _clauses(p: Programme) -> Iterator[tuple[Value, ...]]:
    def row(ref: str, node: Project | None, head: str, lines: Iterable[str]) -> tuple[Value, ...]:
        return ref, _key(node), head, "\n".join(lines) or None

    plan = p.plan
    yield row(HEAD, None, p.ref_label(HEAD), full_text.head_lines(plan.header))
    if plan.basis:
        yield row(PREAMBLE, None, p.ref_label(PREAMBLE), (one.text for one in plan.basis))
    if plan.annex:
        yield row(ANNEX, None, plan.annex.kind, full_text.annex_lines(plan.annex))
    for part, ref in p.refs.items():
        if isinstance(part, Clause):
            lines = [one.text for one in part.texts]
            lines += [line for table in part.tables for line in full_text.table_lines(table)]
            yield row(ref, p.owners.get(part), part.heading, lines)
        else:
            yield row(ref, part, f"{part.label} {part.title}", (one.text for one in part.paragraphs))
    if plan.closing:
        yield row(CLOSING, None, p.ref_label(CLOSING), (one.text for one in plan.closing))
    if plan.recipients:
        yield row(RECIPIENTS, None, plan.recipients.heading, (one.text for one in plan.recipients.items))
    yield row(SIGNATURE, None, p.ref_label(SIGNATURE), full_text.signature_lines(plan))


_PROJECT = Field("project", "Mã dự án, tiểu dự án; trống: việc chung", "Project code; empty: general")
_REF = Field("clause", "Mục của Kế hoạch", "Clause of the plan")
_WORDS = Field("words", "Lời của Kế hoạch, nguyên văn", "The plan's words, verbatim")
_PAGE = Field("page", "Địa chỉ trang, không có đuôi", "Page address without ending")
_AMOUNT = Field("amount", "Số tiền, đồng", "Amount in dong", INTEGER)
_SOURCE = Field("source", "Nguồn vốn", "Source of money")
_CAPITAL = Field("capital", "Loại vốn", "Type of capital")

TABLES = (
    Table(
        "projects", "Dự án, tiểu dự án", "Projects and sub-projects",
        (
            Field("project", "Mã trong Chương trình", "Code in the programme"),
            Field("parent", "Mã dự án mẹ", "Code of the parent project"),
            Field("label", "Cách gọi trong Kế hoạch", "Label in the plan"),
            Field("title", "Tên, nguyên văn", "Title, verbatim"),
            _REF,
            Field("amount", "Tổng kinh phí, đồng (trang cộng)", "Sum of its budget lines in dong", INTEGER),
            Field("leads", "Cơ quan chủ trì", "Lead bodies"),
            _PAGE,
        ),
        _projects, "project",
    ),
    Table(
        "money", "Kinh phí", "Budget lines",
        (
            Field("project", "Mã dự án, tiểu dự án", "Project code"), _REF, _AMOUNT,
            Field("about", "“hơn”, “gần” … nếu số không chính xác", "Qualifier where the amount is not exact"),
            _SOURCE, _CAPITAL,
            Field("place", "Nơi", "Place"),
            Field("basis", "Văn bản phân bổ", "Documents that allocate it"),
            Field("leads", "Cơ quan chủ trì", "Lead bodies"),
        ),
        _money,
    ),
    Table(
        "allocations", "Phân bổ theo nơi", "Allocations by place",
        (_PROJECT, _REF, Field("place", "Nơi", "Place"), _AMOUNT, _SOURCE, _CAPITAL),
        _allocations,
    ),
    Table(
        "duties", "Nhiệm vụ", "Duties",
        (
            Field("body", "Mã cơ quan", "Body id"), Field("body_name", "Cơ quan", "Body"), _PROJECT,
            Field("roles", "Vai trò", "Roles"), _WORDS, _REF,
            Field("with", "Cùng với", "Together with"), Field("guided_by", "Theo hướng dẫn của", "Guided by"),
        ),
        _duties,
    ),
    Table(
        "reports", "Báo cáo", "Reporting duties",
        (
            Field("by", "Nơi báo cáo", "Who reports"), Field("to", "Báo cáo cho", "To whom"),
            Field("via", "Qua", "Through whom"), _PROJECT,
            Field("frequency", "Tần suất, nguyên văn", "Frequency, verbatim"),
            Field("deadline", "Hạn, nguyên văn", "Deadline, verbatim"),
            Field("due", "Hạn, ngày", "Deadline as a date"), Field("form", "Mẫu", "Form"), _WORDS, _REF,
        ),
        _reports,
    ),
    Table(
        "groups", "Đối tượng", "Target groups",
        (
            Field("group", "Mã nhóm", "Group id"), Field("name", "Tên", "Name"), Field("kind", "Loại", "Kind"),
            Field("other_names", "Kế hoạch còn gọi", "Other names in the plan"), _PAGE,
        ),
        _groups, "group",
    ),
    Table(
        "targets", "Ai được nêu, ở đâu", "Who is named, where",
        (
            Field("groups", "Mã nhóm", "Group ids"), Field("names", "Nhóm", "Groups"),
            Field("of", "Thuộc nhóm nào, mã nhóm", "Group ids they must belong to"), _PROJECT,
            Field("conditions", "Điều kiện", "Conditions"),
            Field("priority", "Ưu tiên: có, không", "Priority: có (yes), không (no)"),
            _WORDS, _REF,
        ),
        _targets,
    ),
    Table(
        "bodies", "Cơ quan", "Bodies",
        (
            Field("body", "Mã cơ quan", "Body id"), Field("name", "Tên", "Name"), Field("level", "Cấp", "Level"),
            Field("kind", "Loại", "Kind"), Field("other_names", "Kế hoạch còn viết", "Other names in the plan"),
            Field("duties", "Số nhiệm vụ", "Number of duties", INTEGER),
            Field("leads_amount", "Kinh phí chủ trì, đồng", "Money it leads, in dong", INTEGER), _PAGE,
        ),
        _bodies, "body",
    ),
    Table(
        "documents", "Văn bản", "Legal documents",
        (
            Field("document", "Mã văn bản", "Document id"), Field("kind", "Loại", "Kind"),
            Field("number", "Số, ký hiệu", "Number"), Field("date", "Ngày ban hành", "Date of issue"),
            Field("issuer", "Nơi ban hành", "Issuer"),
            Field("subject", "Về việc, như Kế hoạch ghi", "Subject as quoted"),
            Field("citations", "Số lần viện dẫn", "Number of citations", INTEGER), _PAGE,
        ),
        _documents, "document",
    ),
    Table(
        "citations", "Viện dẫn", "Citations",
        (
            Field("document", "Mã văn bản", "Document id"), Field("number", "Số, ký hiệu", "Number"),
            Field("part", "Phần được viện dẫn", "Part cited"), _PROJECT, _REF,
        ),
        _citations,
    ),
    Table(
        "figures", "Chỉ tiêu", "Figures to reach",
        (
            Field("name", "Chỉ tiêu", "Figure"), Field("value", "Giá trị, như Kế hoạch viết", "Value as written"),
            Field("unit", "Đơn vị", "Unit"),
            Field("qualifier", "“trở lên” nếu là mức ít nhất", "“trở lên” (or more) where it is a minimum"),
            Field("group", "Mã nhóm, nếu là con số của một nhóm", "Group id, where it is of one group"),
            Field("place", "Nơi", "Place"), _PROJECT, Field("year", "Năm", "Year"), _REF,
        ),
        _figures,
    ),
    Table(
        "clauses", "Toàn văn theo mục", "Full text by clause",
        (_REF, _PROJECT, Field("heading", "Tiêu đề, nguyên văn", "Heading, verbatim"), _WORDS),
        _clauses, "clause",
    ),
)  # fmt: skip


def counts(programme: Programme) -> list[tuple[Table, int]]:
    """Tables that have rows, with their numbers of rows."""
    found = [(table, sum(1 for _ in table.rows(programme))) for table in TABLES]
    return [(table, count) for table, count in found if count]


def files(programme: Programme) -> list[tuple[str, str, str]]:
    """Every file to download: its name, its media type, what it holds."""
    found = [
        (f"{NAME}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Mọi bảng trong một tệp"),
        (f"{NAME}.json", "application/json", "Cả Kế hoạch, có cấu trúc"),
        (f"{NAME}.schema.json", "application/schema+json", f"Mô tả {NAME}.json"),
        ("datapackage.json", "application/json", "Gói dữ liệu Frictionless, mô tả các tệp CSV"),
    ]
    if dates(programme):
        found.append((f"{NAME}.ics", "text/calendar", "Lịch các ngày Kế hoạch nêu"))
    return found + [(f"{table.name}.csv", "text/csv", table.vi) for table, _ in counts(programme)]


def dates(programme: Programme) -> list[tuple[str, str, str, str]]:
    """What the data dates to the day: (first day, last day, what, clause)."""
    found = []
    for report in programme.reports:
        if report.due and len(report.due) == 10:
            sender = _names(report.by)
            found.append((report.due, report.due, f"Hạn báo cáo: {sender}", report.ref))
    for one in programme.timings:
        start, end = one.record.start or one.record.end, one.record.end or one.record.start
        if start and end and len(start) == len(end) == 10:
            found.append((start, end, formats.lower_first(one.spot.phrase.text), one.ref))
    return found
