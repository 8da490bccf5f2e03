"""The rules `data/` must keep. Each rule is a generator of findings.

A rule's docstring states it. Rules take the checked form for granted (types and
keys are the loader's work), never stop at the first fault, and say each fault
where a clerk can mend it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from . import formats, references
from .abbreviations import unexplained
from .derive import Programme
from .facts import NAMED_PARTS
from .findings import Finding, did_you_mean
from .records import Clause, Dataset, Project, Record
from .tables import read_cell, tables
from .words import rebuild

Rule = Callable[[Programme], Iterator[Finding]]
FIRST: list[Rule] = []
"""Rules about what amounts, numbers and tables can be read; sums mean nothing before they hold."""
RULES: list[Rule] = []


def first(function: Rule) -> Rule:
    FIRST.append(function)
    return function


def rule(function: Rule) -> Rule:
    RULES.append(function)
    return function


def check(dataset: Dataset) -> list[Finding]:
    """All findings of all rules. Records are joined only over unbroken references."""
    findings = [*references.unique(dataset), *references.resolve(dataset)]
    if not findings:
        programme = Programme(dataset)
        findings = [finding for one in FIRST for finding in one(programme)]
        unread = bool(findings)
        findings += [f for one in RULES if not (unread and one in NEED_AMOUNTS) for f in one(programme)]
    return sorted(set(findings))


def finding(record: Record, key: str, found: str, expected: str, example: str = "") -> Finding:
    return Finding(record.at.file, record.at.of(key), found, expected, example, key, type(record).__name__)


# -- what can be read ------------------------------------------------------


@first
def amounts_can_be_read(programme: Programme) -> Iterator[Finding]:
    """A phrase marked as money holds exactly one amount."""
    for spot in programme.spots:
        money = spot.phrase.money
        if money is None:
            continue
        text = money.amount or spot.phrase.text
        if (count := len(formats.amounts(text))) != 1:
            yield finding(
                money if money.amount else spot.phrase,
                "amount" if money.amount else "text",
                f'đọc được {count} số tiền trong "{text[:80]}".',
                "đúng một số tiền: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ, rồi đơn vị",
                "text: 3.051 triệu đồng,",
            )


@first
def figures_can_be_read(programme: Programme) -> Iterator[Finding]:
    """A phrase marked as an indicator or output holds one number, from-to two; years do not count."""
    for spot in programme.spots:
        indicator, output = spot.phrase.indicator, spot.phrase.output
        wanted = (2 if indicator.kind == "from_to" else 1) if indicator else 1
        count = len(formats.figures(spot.phrase.text))
        if (indicator or output) and count != wanted:
            yield finding(
                spot.phrase,
                "text",
                f'đọc được {count} con số trong "{spot.phrase.text[:80]}".',
                f"đúng {wanted} con số (không kể năm); tách câu thành nhiều cụm từ nếu cần",
                "text: giảm 300 hộ nghèo trở lên,",
            )


@first
def tables_are_whole(programme: Programme) -> Iterator[Finding]:
    """Each row of a table has a cell for each column; a cell of a money column is an amount or blank."""
    for _, table in tables(programme.refs):
        for row in table.rows:
            if len(row.cells) != len(table.columns):
                yield finding(
                    row,
                    "cells",
                    f"hàng có {len(row.cells)} ô, bảng có {len(table.columns)} cột.",
                    "mỗi cột một ô; ô trống ghi hai dấu ngoặc kép",
                    'cells: [Ngư Lộc, "450", ""]',
                )
                continue
            for text, column in zip(row.cells, table.columns, strict=True):
                if not column.money or text.strip() in ("", "-", "–"):
                    continue
                try:
                    read_cell(text, column)
                except ValueError:
                    unit = column.unit.label if column.unit else "đơn vị ghi trong ô"
                    yield finding(
                        row,
                        "cells",
                        f'không đọc được số tiền "{text}" ở cột "{column.text}" ({unit}).',
                        "số viết kiểu Việt Nam, hoặc ô trống",
                        'cells: [Ngư Lộc, "1.450,5"]',
                    )


# -- sums ------------------------------------------------------------------


@rule
def totals_add_up(programme: Programme) -> Iterator[Finding]:
    """A total that the plan states in words equals the sum of the budget lines it covers."""
    for spot in programme.spots:
        money = spot.phrase.money
        if money is None or not money.total:
            continue
        (stated,) = formats.amounts(money.amount or spot.phrase.text)
        found = programme.amount(spot.node) if spot.node else programme.total
        if stated != found:
            yield finding(
                spot.phrase,
                "money",
                f"tổng ghi là {formats.money(stated)}, cộng các dòng được {formats.money(found)}.",
                "tổng bằng các dòng cộng lại; sửa dòng sai hoặc sửa tổng",
                f"text: {formats.money(found)}",
            )


@rule
def table_totals_add_up(programme: Programme) -> Iterator[Finding]:
    """A total row equals the sum of the rows above it, a total column that of its row's money."""
    for _, table in tables(programme.refs):
        above = [0] * len(table.columns)
        for row in table.rows:
            row_sum = row_total = None
            for place, (text, column) in enumerate(zip(row.cells, table.columns, strict=True)):
                if not column.money or text.strip() in ("", "-", "–"):
                    continue
                value = read_cell(text, column)
                if row.total and value != above[place]:
                    yield _wrong_sum(row, column.text, value, above[place])
                if not row.total:
                    above[place] += value
                if column.money.total:
                    row_total = (column.text, value)
                else:
                    row_sum = (row_sum or 0) + value
            if row_total and row_sum is not None and row_total[1] != row_sum:
                yield _wrong_sum(row, row_total[0], row_total[1], row_sum)


def _wrong_sum(row: Record, column: str, stated: int, found: int) -> Finding:
    return finding(
        row,
        "cells",
        f'cột "{column}" ghi {formats.money(stated)}, cộng lại được {formats.money(found)}.',
        "số cộng đúng; sửa ô sai hoặc sửa số cộng",
        formats.money(found),
    )


@rule
def allocations_match_budgets(programme: Programme) -> Iterator[Finding]:
    """What tables give to places for a project adds up to the project's budget lines."""
    for node in programme.nodes:
        given = [one for one in programme.allocations if one.node is node]
        if given and programme.budgets_of(node):
            found, stated = sum(one.amount for one in given), programme.amount(node)
            if found != stated:
                yield finding(
                    node,
                    "code",
                    f"bảng phân bổ cho dự án này cộng được {formats.money(found)}, dự án có {formats.money(stated)}.",
                    "hai số bằng nhau; sửa ô sai trong bảng hoặc sửa số tiền của dự án",
                    formats.money(stated),
                )


@rule
def shares_are_right(programme: Programme) -> Iterator[Finding]:
    """A share that the plan states is that of its amount in the total, as exact as it is written."""
    for spot in programme.spots:
        money = spot.phrase.money
        if money is None or not money.share or not programme.total:
            continue
        (amount,) = formats.amounts(money.amount or spot.phrase.text)[:1] or (0,)
        numbers = formats.figures(money.share)
        if len(numbers) != 1:
            yield finding(
                money, "share", f'không đọc được tỷ trọng "{money.share}".', "một con số và dấu %", "share: 36,6 %"
            )
            continue
        stated = formats.parse_number(numbers[0])
        real = formats.share(amount, programme.total, places=-int(stated.as_tuple().exponent))
        if real != stated:
            yield finding(
                money,
                "share",
                f"tỷ trọng ghi là {formats.number(stated)} %, tính ra {formats.number(real)} %.",
                "tỷ trọng đúng; sửa số tiền hoặc sửa tỷ trọng",
                f"share: {formats.number(real)} %",
            )


# -- clauses ---------------------------------------------------------------


@rule
def clauses_exist(programme: Programme) -> Iterator[Finding]:
    """Every clause that our own texts point to is in the plan; no clause number stands twice."""
    dataset = programme.data
    counts = Counter(programme.refs.values())
    for part, ref in programme.refs.items():
        if counts[ref] > 1:
            yield finding(part, "number", f"mục {ref} xuất hiện {counts[ref]} lần.", "mỗi mục một số riêng")
    known = {*counts, *NAMED_PARTS}
    pointing = (
        *((one, "clauses", one.clauses) for one in dataset.concepts),
        *((one, "clauses", one.clauses) for one in dataset.places),
        *((one, "near", one.near) for one in dataset.questions),
    )
    for record, key, refs in pointing:
        for ref in refs:
            if ref not in known:
                near = did_you_mean(ref, known)
                yield finding(
                    record,
                    key,
                    f'Kế hoạch không có mục "{ref}".{near}',
                    "số mục như trong Kế hoạch",
                    f"{key}: [III.2.b]",
                )


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def _rank(number: str) -> tuple[str, Any] | None:
    """How a number stands among its like: (kind, place); None for what has no order."""
    last = number.split(".")[-1]
    if last.isdecimal() and last.isascii():
        return "number", int(last)
    if last and all(char in _ROMAN for char in last):
        values = [_ROMAN[char] for char in last]
        return "roman", sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    if len(last) == 1 and last.islower():
        return "letter", formats.sort_key(last)
    return None


@rule
def clauses_stand_in_order(programme: Programme) -> Iterator[Finding]:
    """Neighbouring clauses and projects go up: I, II, III; 1, 2, 3; a, b, c."""

    def among(parts: Sequence[Clause | Project]) -> Iterator[Finding]:
        for before, after in pairwise(parts):
            one, two = _rank(before.number), _rank(after.number)
            if one and two and one[0] == two[0] and one[1] > two[1]:
                yield finding(
                    after,
                    "number",
                    f'mục "{after.number}" đứng sau mục "{before.number}".',
                    "các mục theo thứ tự tăng dần; đổi chỗ hai mục hoặc sửa số",
                )
        for part in parts:
            yield from among(part.clauses)
            if isinstance(part, Project):
                yield from among(part.subprojects)

    yield from among(programme.data.sections)
    yield from among(programme.data.projects)


# -- quotes ----------------------------------------------------------------


@rule
def quotes_stand_in_the_words(programme: Programme) -> Iterator[Finding]:
    """What is given as a quote stands in the words it is said to come from."""
    expected = "chép đúng từng chữ từ lời của Kế hoạch"

    def quote(record: Record, key: str, text: str | None, words: str, where: str) -> Iterator[Finding]:
        if text is not None and text not in words:
            yield finding(record, key, f'"{text[:80]}" không có trong {where}.', expected)

    plan, data = programme.plan, programme.data
    for spot in programme.spots:
        phrase = spot.phrase
        words, where = phrase.text, f'cụm từ "{phrase.text[:50]}..."'
        for target in phrase.for_whom:
            yield from quote(target, "condition", target.condition, words, where)
        for report in phrase.reports:
            for key in ("frequency", "deadline", "form"):
                yield from quote(report, key, getattr(report, key), words, where)
        for cited in phrase.cites:
            yield from quote(cited, "part", cited.part, words, where)
            yield from quote(cited, "document", programme.documents[cited.document].number, words, where)
        if phrase.timing:
            yield from quote(phrase.timing, "text", phrase.timing.text, words, where)
        if phrase.money:
            yield from quote(phrase.money, "share", phrase.money.share, words, where)
    text = " ".join(rebuild(data).split())
    yield from quote(plan.funding, "stated", plan.funding.stated, text, "Kế hoạch")
    yield from quote(plan.period, "within", plan.period.within, text, "Kế hoạch")
    for abbreviation in data.abbreviations:
        yield from quote(abbreviation, "short", abbreviation.short, text, "Kế hoạch")
    named: list[tuple[Record, tuple[str, ...]]] = [
        *((one, one.names) for one in data.agencies),
        *((one, one.names) for one in data.groups),
        *((one, one.names) for one in data.places),
        *((one, one.names) for one in plan.programmes),
    ]
    lowered = text.lower()
    for record, names in named:
        for name in names:
            # The case of the first letter follows the sentence, not the name.
            if name.lower() not in lowered:
                yield finding(record, "names", f'"{name[:80]}" không có trong Kế hoạch.', expected)


# -- duties, leads, bases --------------------------------------------------


@rule
def duties_have_bearers(programme: Programme) -> Iterator[Finding]:
    """A phrase with roles or reports names who bears them; a report goes with the role `report`."""
    for spot in programme.spots:
        phrase = spot.phrase
        if phrase.roles and not spot.paragraph.bearers_of(phrase):
            yield finding(
                phrase,
                "roles",
                f'việc "{phrase.text[:50]}" không có người làm.',
                "mã cơ quan ở bearers của đoạn hoặc của cụm từ",
                "bearers: [phong-ldtbxh]",
            )
        if bool(phrase.reports) != ("report" in phrase.roles):
            yield finding(
                phrase,
                "reports" if phrase.reports else "roles",
                "việc báo cáo phải vừa có vai trò report vừa có mục reports.",
                "cả hai, hoặc không có cái nào",
                "roles: [report]\nreports:\n  - to: [ubnd-huyen]",
            )
        for report in phrase.reports:
            if not Programme.reporters(spot, report):
                yield finding(report, "by", "báo cáo không có nơi gửi.", "mã cơ quan báo cáo", "by: [phong-ldtbxh]")


@rule
def budget_lines_have_lead_and_basis(programme: Programme) -> Iterator[Finding]:
    """A budget line has a lead and rests on a document, or the data says why not; a reason not needed is a fault too."""
    for node in programme.nodes:
        lines = [line for line in programme.budgets if line.node is node]
        cases = (
            ("no_lead", bool(programme.leads(node)), "cơ quan chủ trì", "roles: [lead]"),
            ("no_basis", bool(lines) and all(line.basis for line in lines), "văn bản làm căn cứ", "cites:\n  - document: qd-1185-2023"),
        )  # fmt: skip
        for key, has, what, example in cases:
            reason = getattr(node, key)
            if lines and not has and not reason:
                yield finding(
                    node,
                    "code",
                    f'dự án "{node.code}" có tiền nhưng không có {what}.',
                    f"đánh dấu {what}; Kế hoạch không nêu thì ghi lý do ở {key}",
                    example,
                )
            if reason and (has or not lines):
                yield finding(node, key, f"lý do này không cần: dự án đã có {what} hoặc không có tiền.", "bỏ dòng này")


# -- time ------------------------------------------------------------------


@rule
def dates_are_inside_the_period(programme: Programme) -> Iterator[Finding]:
    """Dates of work and of reports fall in the plan's years (a report may be due in the year after)."""
    period = programme.plan.period
    years = int(period.start[:4]), int(period.end[:4])
    if period.start > period.end[: len(period.start)]:
        yield finding(period, "end", f'"{period.end}" trước "{period.start}".', "ngày cuối sau ngày đầu")
        return

    def inside(record: Record, key: str, iso: str | None, last: int) -> Iterator[Finding]:
        if iso and not years[0] <= int(iso[:4]) <= last:
            yield finding(
                record,
                key,
                f'"{iso}" nằm ngoài {programme.period} của Kế hoạch.',
                "một ngày trong thời gian của Kế hoạch",
            )

    for spot in programme.spots:
        timing = spot.phrase.timing
        if timing:
            yield from inside(timing, "start", timing.start, years[1])
            yield from inside(timing, "end", timing.end, years[1])
            if timing.start and timing.end and timing.start > timing.end:
                yield finding(timing, "end", f'"{timing.end}" trước "{timing.start}".', "ngày cuối sau ngày đầu")
        for report in spot.phrase.reports:
            yield from inside(report, "due", report.due, years[1] + 1)


@rule
def cited_documents_are_not_younger(programme: Programme) -> Iterator[Finding]:
    """No cited document is younger than the plan itself."""
    issued = programme.plan.header.date
    for document in programme.data.documents:
        if document.date and document.date[: len(issued)] > issued[: len(document.date)]:
            yield finding(
                document,
                "date",
                f"{document.number} ban hành {formats.date(document.date)}, sau Kế hoạch ({formats.date(issued)}).",
                "ngày ban hành trước ngày của Kế hoạch; xem lại năm",
            )


# -- registries ------------------------------------------------------------


@rule
def registries_are_used(programme: Programme) -> Iterator[Finding]:
    """Every body, group and document in a registry is used by some words of the plan."""
    data, spots = programme.data, programme.spots
    used_groups = {i for s in spots for t in s.phrase.for_whom for i in (*t.who, *t.of)}
    used_groups |= {s.phrase.indicator.group for s in spots if s.phrase.indicator and s.phrase.indicator.group}
    relations = [*programme.plan.relations, *(r for document in data.documents for r in document.relations)]
    related = {relation.document for relation in relations}
    used_documents = {c.document for s in spots for c in s.phrase.cites} | related
    for group in data.groups:
        if group.id not in used_groups:
            yield finding(
                group,
                "id",
                f'nhóm "{group.name}" không được cụm từ nào nhắc tới.',
                "đánh dấu ở for_whom, hoặc bỏ nhóm này",
            )
    for document in data.documents:
        if document.id not in used_documents:
            yield finding(
                document,
                "id",
                f'văn bản "{document.number}" không được viện dẫn.',
                "đánh dấu ở cites, hoặc bỏ văn bản này",
            )
    text = " ".join(rebuild(data).split()).lower()
    for agency in data.agencies:
        if not any(name.lower() in text for name in (agency.name, *agency.names)):
            yield finding(
                agency,
                "name",
                f'không thấy "{agency.name}" trong lời của Kế hoạch.',
                "ghi ở names cách viết có trong Kế hoạch, hoặc bỏ cơ quan này",
                "names:\n  - Phòng LĐTBXH",
            )


@rule
def abbreviations_are_explained(programme: Programme) -> Iterator[Finding]:
    """Every abbreviation in the plan's sentences is explained in abbreviations.yaml."""
    for short, spot in unexplained(programme):
        yield finding(
            spot.phrase,
            "text",
            f'chữ viết tắt "{short}" chưa được giải nghĩa.',
            "thêm một mục vào data/abbreviations.yaml",
            f"- short: {short}\n  full: (viết đầy đủ)",
        )


@rule
def communes_cover_the_units(programme: Programme) -> Iterator[Finding]:
    """Each unit of the plan's year belongs to exactly one commune of today, and says the same."""
    notice = programme.data.notice
    if notice is None or not notice.communes:
        return
    homes: dict[str, list[str]] = {}
    for commune in notice.communes:
        for unit in commune.units:
            homes.setdefault(unit, []).append(commune.name)
    for place in programme.data.places:
        if place.now and homes.get(place.id, []) != [place.now]:
            found = ", ".join(homes.get(place.id, [])) or "không xã nào"
            yield finding(
                place,
                "now",
                f'{place.name} ghi là "{place.now}", ở notice.yaml thuộc: {found}.',
                "hai tệp ghi như nhau",
            )


NEED_AMOUNTS = (
    totals_add_up,
    table_totals_add_up,
    allocations_match_budgets,
    shares_are_right,
    budget_lines_have_lead_and_basis,
)
"""Rules that mean nothing before every amount can be read."""
