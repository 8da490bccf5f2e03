"""Rules about who does what, on which basis, and when."""

from __future__ import annotations

from collections.abc import Iterator

from ..derive.programme import Programme
from ..load.findings import Finding, finding, shown
from ..load.record import Record
from ..vietnamese import formats
from .register import needs_amounts, rule


@rule
def duties_have_bearers(programme: Programme) -> Iterator[Finding]:
    """A phrase with roles or reports names who bears them; a report goes with the role `report`."""
    for spot in programme.spots:
        phrase = spot.phrase
        if phrase.roles and not spot.paragraph.bearers_of(phrase):
            yield finding(
                phrase,
                "roles",
                f"việc {shown(phrase.text, 50)} không có người làm.",
                "mã cơ quan ở bearers của đoạn hoặc của cụm từ",
                "bearers: [{agencies}]",
            )
        if bool(phrase.reports) != ("report" in phrase.roles):
            yield finding(
                phrase,
                "reports" if phrase.reports else "roles",
                "việc báo cáo phải vừa có vai trò report vừa có mục reports.",
                "cả hai, hoặc không có cái nào",
                "roles: [report]\nreports:\n  - to: [{agencies}]",
            )
        for report in phrase.reports:
            if not Programme.reporters(spot, report):
                yield finding(report, "by", "báo cáo không có nơi gửi.", "mã cơ quan báo cáo", "by: [{agencies}]")


@rule
@needs_amounts
def budget_lines_have_lead_and_basis(programme: Programme) -> Iterator[Finding]:
    """A budget line has a lead and rests on a document, or the data says why not. No reason without need."""
    for node in programme.nodes:
        lines = programme.own_budgets(node)
        rests = bool(lines) and all(line.basis for line in lines)
        cases = (
            ("no_lead", bool(programme.leads(node)), "cơ quan chủ trì", "roles: [lead]"),
            ("no_basis", rests, "văn bản làm căn cứ", "cites:\n  - document: {documents}"),
        )
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
                yield finding(node, key, f"dòng này thừa: dự án đã có {what} hoặc không có tiền.", "bỏ dòng này")


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
                f"văn bản số {document.number} ban hành {_when(document.date)}, sau Kế hoạch ({formats.date(issued)}).",
                "ngày ban hành trước ngày của Kế hoạch; xem lại năm",
            )


def _when(iso: str) -> str:
    """ "ngày 05/5/2024"; a month or a year says so itself."""
    return f"ngày {formats.date(iso)}" if len(iso) == 10 else formats.date(iso)
