"""Rules about dates: of work, of reports, of the documents cited."""

from __future__ import annotations

from collections.abc import Iterator

from ..derive.programme import Programme
from ..load.findings import Finding, finding
from ..load.record import Record
from ..load.texts import Report, Timing
from ..vietnamese import formats
from .register import rule


@rule
def dates_are_inside_the_period(programme: Programme) -> Iterator[Finding]:
    """Dates of work and of reports fall in the plan's years (a report may be due in the year after)."""
    period = programme.plan.period
    years = int(period.start[:4]), int(period.end[:4])
    if formats.is_after(period.start, period.end):
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
        for report in spot.phrase.reports:
            yield from _comes_again(report)
        if timing:
            yield from _comes_again(timing)
            yield from inside(timing, "start", timing.start, years[1])
            yield from inside(timing, "end", timing.end, years[1])
            if timing.start and timing.end and formats.is_after(timing.start, timing.end):
                yield finding(timing, "end", f'"{timing.end}" trước "{timing.start}".', "ngày cuối sau ngày đầu")
        for report in spot.phrase.reports:
            yield from inside(report, "due", report.due, years[1] + 1)


def _comes_again(one: Timing | Report) -> Iterator[Finding]:
    """What comes again has a day of every month that has one, and no date of its own."""
    if one.day is not None and not 1 <= one.day <= 31:
        yield finding(one, "day", f'không tháng nào có ngày "{one.day}".', "một số từ 1 đến 31")
    if one.day is not None and one.every is None:
        yield finding(one, "day", "có ngày mà không ghi bao lâu lặp lại.", "thêm every", "every: month")
    dated = [key for key in ("start", "end", "due") if getattr(one, key, None)]
    if one.every and dated:
        yield finding(one, dated[0], "việc lặp lại không có một ngày riêng.", "bỏ dòng này, hoặc bỏ every")


@rule
def cited_documents_are_not_younger(programme: Programme) -> Iterator[Finding]:
    """No cited document is younger than the plan itself."""
    issued = programme.plan.header.date
    for document in programme.data.documents:
        if issued and document.date and formats.is_after(document.date, issued):
            yield finding(
                document,
                "date",
                f"văn bản số {document.number} ban hành {_when(document.date)}, sau Kế hoạch ({formats.date(issued)}).",
                "ngày ban hành trước ngày của Kế hoạch; xem lại năm",
            )


def _when(iso: str) -> str:
    """ "ngày 05/5/2024"; a month or a year says so itself."""
    return f"ngày {formats.date(iso)}" if len(iso) == 10 else formats.date(iso)
