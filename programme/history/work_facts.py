"""What a version says of money, of work and of goals, on the page of the project that they belong to."""

from __future__ import annotations

from ..derive.programme import Programme
from ..derive.statements import Duty, Figure, Report
from ..load.texts import Report as ReportRecord
from ..load.texts import Timing
from ..load.vocabulary import rank
from ..pages import addresses
from ..vietnamese import formats
from .telling import Page, date, home, names, with_more


def money(p: Programme, page: Page) -> None:
    """The whole sum, the sums that the plan states, and what tables give to places."""
    tell = page(addresses.MONEY, "Kinh phí")
    tell("tổng kinh phí", p.sum_text(p.budgets) if p.budgets else None)
    for spot in p.stated_wholes if p.budgets else ():
        money = spot.phrase.money
        (stated,) = formats.amounts((money.amount if money else None) or spot.phrase.text)
        home(page, spot.node, addresses.MONEY, "Kinh phí")("tổng ghi trong Kế hoạch", formats.money(stated))
    for cell in p.cells:
        if cell.table.restates and not p.place_of(cell):
            node = p.node_of(cell)
            funds = (term.label for term in (cell.money.source, cell.money.capital) if term)
            told = with_more(formats.money(cell.dong), p.short_name(node) if node else None, *funds)
            tell(f"số nêu lại ở {p.ref_label(cell.ref)}", told)
    for one in p.allocations:
        tell = home(page, one.node, addresses.MONEY, "Kinh phí")
        tell(f"phân bổ cho {one.place.name}", with_more(formats.money(one.amount), *one.funds))


def work(p: Programme, page: Page) -> None:
    """Who does what, who reports, what must be reached, when."""
    for duty in p.duties:
        tell = home(page, duty.node, addresses.ASSIGNMENT, "Phân công")
        if not duty.bearers:
            tell("việc không nêu ai làm", with_more(f"“{duty.spot.phrase.text}”", _roles(duty)))
        for agency in duty.bearers:
            tell(f"vai trò của {agency.name}", _roles(duty))
    for report in p.reports:
        tell = home(page, report.node, addresses.REPORTS, "Báo cáo")
        tell(f"báo cáo của {names(report.by)}", _report(report))
    for figure in p.figures:
        home(page, figure.node, addresses.GOALS, "Mục tiêu")(f"chỉ tiêu {figure.record.name}", _figure(figure))
    for out in p.outputs:
        value = with_more(f"{out.value} {out.record.unit}", names(out.places))
        home(page, out.node, addresses.GOALS, "Mục tiêu")(f"kết quả {out.record.name}", value)
    for one in p.timings:
        start, end = date(one.record.start), date(one.record.end)
        whole = not end and len(one.record.start or "") < len("2026-05-01")  # a month: nothing begins with it
        start = start if whole else f"từ {start}" if start else None
        value = with_more(f"“{one.record.text}”", start, f"đến {end}" if end else None, _again(one.record))
        home(page, one.node, addresses.FULL_TEXT, "Toàn văn")("thời gian", value)


def _again(record: Timing | ReportRecord) -> str | None:
    """ "hằng quý, ngày 20": how often and on what day something comes again."""
    if not record.every:
        return None
    return formats.lower_first(record.every.label) + (f", ngày {record.day}" if record.day else "")


def _roles(duty: Duty) -> str:
    """ "Chủ trì, Phối hợp cùng các đơn vị liên quan"."""
    said = ", ".join(role.label for role in sorted(duty.roles, key=rank))
    said += f" cùng {names(duty.partners)}" if duty.partners else ""
    said += f", làm ra “{duty.spot.phrase.product}”" if duty.spot.phrase.product else ""
    return said + (f" theo hướng dẫn của {names(duty.guides)}" if duty.guides else "")


def _report(report: Report) -> str:
    parts = (
        f"cho {names(report.to)}" if report.to else "Kế hoạch không nêu cho ai",
        f"qua {report.via.name}" if report.via else None,
        report.frequency or "Kế hoạch không nêu kỳ báo cáo",
        with_more(f"hạn “{report.deadline}”", date(report.due)) if report.deadline else date(report.due),
        _again(report.record),
        f"mẫu “{report.form}”" if report.form else None,
        f"[{report.note}]" if report.note else None,
    )
    return ", ".join(part for part in parts if part)


def _figure(figure: Figure) -> str:
    record = figure.record
    # Where the plan's own words make the bound, the mark is told apart: the value does not show it.
    marked = "ghi là mức ít nhất" if record.at_least else "ghi là mức nhiều nhất" if record.at_most else None
    more = (
        names(figure.groups),
        names(figure.places),
        date(figure.year),
        marked if figure.is_bounded_by_words else None,
    )
    return with_more(figure.text, formats.lower_first(record.kind.label), *more)
