"""The plan as tables for other people's programs: what is in CSV, XLSX and the data package.

A column stands in one line: its name, what it is in Vietnamese and English, where its
value comes from. Money is in đồng, dates are in ISO form, several names in one cell
are joined by "; ".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..load.dataset import Project
from ..pages import addresses
from .columns import INTEGER, Field, Table
from .things import bearings, parts, reached


def _list(words: Iterable[str]) -> str | None:
    return "; ".join(words) or None


def _names(records: Iterable[Any]) -> str | None:
    return _list(record.name for record in records)


def _ids(records: Iterable[Any]) -> str | None:
    return _list(record.id for record in records)


def _name(record: Any) -> str | None:
    return record.name if record else None


def _label(term: Any) -> str | None:
    return term.label if term else None


def _key(node: Project | None) -> str | None:
    return node.key if node else None


def _page() -> Field:
    return Field("page", "Địa chỉ trang, không có đuôi", "Page address without ending", lambda p, x: addresses.page(x))


_GENERAL = "Mã dự án, tiểu dự án; trống: việc chung", "Project code; empty: general"
_PROJECT = Field("project", *_GENERAL, lambda p, x: _key(x.node))
_PROJECT_NAME = Field(
    "project_name", "Dự án, tiểu dự án", "Project",
    lambda p, x: p.full_name(x.node) if x.node else None,
)  # fmt: skip
_REF = Field("clause", "Mục của Kế hoạch", "Clause of the plan", lambda p, x: x.ref)
_WORDS = Field("words", "Lời của Kế hoạch, nguyên văn", "The plan's words, verbatim", lambda p, x: x.spot.phrase.text)
_AMOUNT = Field("amount", "Số tiền, đồng", "Amount in dong", lambda p, x: x.amount, INTEGER)
_SOURCE = Field("source", "Nguồn vốn", "Source of money", lambda p, x: _label(x.source))
_CAPITAL = Field("capital", "Loại vốn", "Type of capital", lambda p, x: _label(x.capital))
_PLACE = Field("place", "Nơi", "Place", lambda p, x: _name(x.place))

PROJECTS = Table(
    "projects", "Dự án, tiểu dự án", "Projects and sub-projects", lambda p: p.nodes,
    (
        Field("project", "Mã trong Chương trình", "Code in the programme", lambda p, x: x.key),
        Field("parent", "Mã dự án mẹ", "Code of the parent project", lambda p, x: _key(p.parents.get(x))),
        Field(
            "parent_name", "Dự án mẹ", "Parent project",
            lambda p, x: p.full_name(p.parents[x]) if p.parents.get(x) else None,
        ),
        Field("label", "Cách gọi trong Kế hoạch", "Label in the plan", lambda p, x: x.label),
        Field("title", "Tên, nguyên văn", "Title, verbatim", lambda p, x: x.title),
        Field("name", "Tên đầy đủ", "Full name", lambda p, x: p.full_name(x)),
        Field("clause", _REF.vi, _REF.en, lambda p, x: p.refs[x]),
        Field(
            "amount", "Tổng kinh phí, đồng (trang cộng)", "Sum of its budget lines in dong",
            lambda p, x: p.amount(x) if p.budgets_of(x) else None, INTEGER,
        ),
        Field("leads", "Cơ quan chủ trì", "Lead bodies", lambda p, x: _names(p.leads(x)) or ""),
        _page(),
    ),
    "project",
)  # fmt: skip
MONEY = Table(
    "money", "Kinh phí", "Budget lines", lambda p: p.budgets,
    (
        Field("project", "Mã dự án, tiểu dự án", "Project code", lambda p, x: x.node.key),
        _PROJECT_NAME, _REF, _AMOUNT,
        Field(
            "about", "“hơn”, “gần” … nếu số không chính xác", "Qualifier where the amount is not exact",
            lambda p, x: x.about or None,
        ),
        _SOURCE, _CAPITAL,
        Field("place", _PLACE.vi, _PLACE.en, lambda p, x: _names(x.places)),
        Field(
            "basis", "Văn bản phân bổ", "Documents that allocate it",
            lambda p, x: _list(document.number for document in x.basis),
        ),
        Field("leads", "Cơ quan chủ trì", "Lead bodies", lambda p, x: _names(x.leads)),
    ),
)  # fmt: skip
ALLOCATIONS = Table(
    "allocations", "Phân bổ theo nơi", "Allocations by place", lambda p: p.allocations,
    (_PROJECT, _PROJECT_NAME, _REF, _PLACE, _AMOUNT, _SOURCE, _CAPITAL),
)  # fmt: skip
NORMS = Table(
    "norms", "Định mức", "Norms and ceilings", lambda p: p.norms,
    (
        _PROJECT, _PROJECT_NAME, _REF, _AMOUNT,
        Field("per", "Tính cho một …", "For one …", lambda p, x: x.per or None),
        _WORDS,
    ),
)  # fmt: skip
DUTIES = Table(
    "duties", "Nhiệm vụ", "Duties", lambda p: bearings(p.duties),
    (
        Field("body", "Mã cơ quan", "Body id", lambda p, x: x.bearer.id if x.bearer else None),
        Field("body_name", "Cơ quan", "Body", lambda p, x: _name(x.bearer)),
        Field("project", *_GENERAL, lambda p, x: _key(x.duty.node)),
        Field(
            "project_name", _PROJECT_NAME.vi, _PROJECT_NAME.en,
            lambda p, x: p.full_name(x.duty.node) if x.duty.node else None,
        ),
        Field("roles", "Vai trò", "Roles", lambda p, x: _list(role.label for role in x.duty.roles)),
        Field("words", _WORDS.vi, _WORDS.en, lambda p, x: x.duty.spot.phrase.text),
        Field("clause", _REF.vi, _REF.en, lambda p, x: x.duty.ref),
        Field("with", "Cùng với", "Together with", lambda p, x: _names(x.duty.partners)),
        Field("product", "Sản phẩm, nguyên văn", "Product, verbatim", lambda p, x: x.duty.spot.phrase.product),
        Field("guided_by", "Theo hướng dẫn của", "Guided by", lambda p, x: _names(x.duty.guides)),
    ),
)  # fmt: skip
REPORTS = Table(
    "reports", "Báo cáo", "Reporting duties", lambda p: p.reports,
    (
        Field("by", "Nơi báo cáo", "Who reports", lambda p, x: _names(x.by)),
        Field("to", "Báo cáo cho", "To whom", lambda p, x: _names(x.to)),
        Field("via", "Qua", "Through whom", lambda p, x: _name(x.via)),
        _PROJECT, _PROJECT_NAME,
        Field("frequency", "Kỳ báo cáo, nguyên văn", "Frequency, verbatim", lambda p, x: x.frequency),
        Field("deadline", "Hạn, nguyên văn", "Deadline, verbatim", lambda p, x: x.deadline),
        Field("due", "Hạn, ngày", "Deadline as a date", lambda p, x: x.due),
        Field("every", "Hạn lặp lại", "How often the deadline comes again", lambda p, x: _label(x.record.every)),
        Field(
            "day", "Ngày của tháng, tháng cuối kỳ", "Day of the month, of the last one of a period",
            lambda p, x: x.record.day, INTEGER,
        ),
        Field("form", "Mẫu", "Form", lambda p, x: x.form),
        _WORDS, _REF,
    ),
)  # fmt: skip
GROUPS = Table(
    "groups", "Đối tượng", "Target groups", lambda p: p.data.groups,
    (
        Field("group", "Mã nhóm", "Group id", lambda p, x: x.id),
        Field("name", "Tên", "Name", lambda p, x: x.name),
        Field("kind", "Loại", "Kind", lambda p, x: x.kind.label),
        Field("other_names", "Kế hoạch còn gọi", "Other names in the plan", lambda p, x: _list(x.names)),
        _page(),
    ),
    "group",
)  # fmt: skip
TARGETS = Table(
    "targets", "Ai được nêu, ở đâu", "Who is named, where", lambda p: p.targets,
    (
        Field("groups", "Mã nhóm", "Group ids", lambda p, x: _ids(x.who)),
        Field("names", "Nhóm", "Groups", lambda p, x: _names(x.who)),
        Field("of", "Thuộc nhóm nào, mã nhóm", "Group ids they must belong to", lambda p, x: _ids(x.of)),
        Field("of_names", "Thuộc nhóm nào", "Groups they must belong to", lambda p, x: _names(x.of)),
        _PROJECT, _PROJECT_NAME,
        Field("conditions", "Điều kiện", "Conditions", lambda p, x: _list(x.conditions)),
        Field(
            "priority", "Ưu tiên: có, không", "Priority: có (yes), không (no)",
            lambda p, x: "có" if x.record.priority else "không",
        ),
        Field(
            "indirect", "Gián tiếp, việc làm cho người khác: có, không", "By way of others: có (yes), không (no)",
            lambda p, x: "có" if x.record.indirect else "không",
        ),
        Field(
            "excluded", "Kế hoạch nói không hỗ trợ: có, không", "Refused by the plan: có (yes), không (no)",
            lambda p, x: "có" if x.record.excluded else "không",
        ),
        _WORDS, _REF,
    ),
)  # fmt: skip
BODIES = Table(
    "bodies", "Cơ quan", "Bodies", lambda p: p.data.agencies,
    (
        Field("body", "Mã cơ quan", "Body id", lambda p, x: x.id),
        Field("name", "Tên", "Name", lambda p, x: x.name),
        Field("level", "Cấp", "Level", lambda p, x: x.level.label),
        Field("kind", "Loại", "Kind", lambda p, x: x.kind.label),
        Field("other_names", "Kế hoạch còn viết", "Other names in the plan", lambda p, x: _list(x.names)),
        Field("places", "Địa bàn của cơ quan", "Places it is the body of", lambda p, x: _names(p.places_of_body(x))),
        Field("duties", "Số nhiệm vụ", "Number of duties", lambda p, x: len(p.duties_of(x)), INTEGER),
        Field(
            "leads_amount", "Kinh phí chủ trì, đồng", "Money it leads, in dong",
            lambda p, x: sum(line.amount for line in p.led_by(x)), INTEGER,
        ),
        _page(),
    ),
    "body",
)  # fmt: skip
DOCUMENTS = Table(
    "documents", "Văn bản", "Legal documents", lambda p: p.data.documents,
    (
        Field("document", "Mã văn bản", "Document id", lambda p, x: x.id),
        Field("name", "Tên", "Name", lambda p, x: x.name),
        Field("kind", "Loại", "Kind", lambda p, x: x.kind.label),
        Field("number", "Số, ký hiệu", "Number", lambda p, x: x.number),
        Field("date", "Ngày ban hành", "Date of issue", lambda p, x: x.date),
        Field("issuer", "Nơi ban hành", "Issuer", lambda p, x: p.agencies[x.issuer].name),
        Field(
            "subject", "Về việc, như Kế hoạch ghi", "Subject as quoted",
            lambda p, x: p.subjects[x.id].text if x.id in p.subjects else None,
        ),
        Field("citations", "Số lần viện dẫn", "Number of citations", lambda p, x: len(p.citations_of(x)), INTEGER),
        _page(),
    ),
    "document",
)  # fmt: skip
CITATIONS = Table(
    "citations", "Viện dẫn", "Citations", lambda p: p.citations,
    (
        Field("document", "Mã văn bản", "Document id", lambda p, x: x.document.id),
        Field("number", "Số, ký hiệu", "Number", lambda p, x: x.document.number),
        Field("name", "Văn bản", "Document", lambda p, x: x.document.name),
        Field("part", "Phần được viện dẫn", "Part cited", lambda p, x: x.part),
        _PROJECT, _PROJECT_NAME, _REF,
    ),
)  # fmt: skip
FIGURES = Table(
    "figures", "Chỉ tiêu", "Figures to reach", lambda p: reached(p.figures, p.outputs),
    (
        Field("name", "Chỉ tiêu", "Figure", lambda p, x: x.of.record.name),
        Field("value", "Giá trị, như Kế hoạch viết", "Value as written", lambda p, x: x.value),
        Field("unit", "Đơn vị", "Unit", lambda p, x: x.of.record.unit),
        Field(
            "qualifier", "“trở lên”, “ít nhất”, “dưới” … nếu là mức ít nhất hay nhiều nhất",
            "“trở lên” (or more), “dưới” (under) and the like where it is a minimum or a maximum",
            lambda p, x: x.bound or None,
        ),
        Field(
            "group", "Mã nhóm, nếu là con số của một hay vài nhóm", "Ids of the groups that it is of, if any",
            lambda p, x: x.group,
        ),
        Field("group_name", "Nhóm", "Group", lambda p, x: _names(x.of.groups) if x.group else None),
        Field("place", "Nơi", "Place", lambda p, x: _names(x.of.places)),
        Field("project", *_GENERAL, lambda p, x: _key(x.of.node)),
        Field(
            "project_name", _PROJECT_NAME.vi, _PROJECT_NAME.en,
            lambda p, x: p.full_name(x.of.node) if x.of.node else None,
        ),
        Field("year", "Năm", "Year", lambda p, x: x.year),
        Field("clause", _REF.vi, _REF.en, lambda p, x: x.of.ref),
    ),
)  # fmt: skip
PLACES = Table(
    "places", "Địa bàn", "Places", lambda p: p.data.places,
    (
        Field("place", "Mã nơi", "Place id", lambda p, x: x.id),
        Field("name", "Tên", "Name", lambda p, x: x.name),
        Field("kind", "Loại", "Kind", lambda p, x: x.kind.label),
        Field("part_of", "Thuộc, mã nơi", "Id of the place it is part of", lambda p, x: x.part_of),
        Field("now", "Nay là", "What it is called today", lambda p, x: x.now),
        Field("other_names", "Kế hoạch còn gọi", "Other names in the plan", lambda p, x: _list(x.names)),
        Field(
            "page", "Địa chỉ trang, không có đuôi; trống: không có trang riêng",
            "Page address without ending; empty: no page of its own",
            lambda p, x: addresses.page(x) if p.has_page(x) else None,
        ),
    ),
    "place",
)  # fmt: skip
CLAUSES = Table(
    "clauses", "Toàn văn theo mục", "Full text by clause", parts,
    (
        _REF, _PROJECT, _PROJECT_NAME,
        Field("heading", "Tiêu đề, nguyên văn", "Heading, verbatim", lambda p, x: x.heading),
        Field("words", _WORDS.vi, _WORDS.en, lambda p, x: "\n".join(x.lines) or None),
    ),
    "clause",
)  # fmt: skip

TABLES = (
    PROJECTS, MONEY, NORMS, ALLOCATIONS, DUTIES, REPORTS, GROUPS, TARGETS, BODIES, PLACES, DOCUMENTS, CITATIONS,
    FIGURES, CLAUSES,
)  # fmt: skip
