"""Rules about who does what, and on which basis."""

from __future__ import annotations

from collections.abc import Iterator

from ..derive.programme import Programme
from ..derive.statements import Spot
from ..derive.table_amounts import tables
from ..load.findings import Finding, finding, shown
from ..load.tables import Row, Table
from ..load.texts import Paragraph, Phrase
from ..load.vocabulary import TaskPart
from .register import needs_amounts, rule


@rule
def duties_have_bearers(programme: Programme) -> Iterator[Finding]:
    """A phrase with roles or reports names who bears them, or says that the plan names nobody; a report goes with the
    role `report`."""
    for spot in programme.spots:
        phrase = spot.phrase
        if phrase.no_bearer and (not phrase.roles or spot.paragraph.bearers_of(phrase)):
            found = "dòng này thừa: câu này đã có người làm, hoặc không giao việc."
            yield finding(phrase, "no_bearer", found, "bỏ dòng này")
        if phrase.roles and not spot.paragraph.bearers_of(phrase) and not phrase.no_bearer:
            yield finding(
                phrase,
                "roles",
                f"việc {shown(phrase.text, 50)} không có người làm.",
                "mã cơ quan ở bearers của đoạn hoặc của cụm từ; Kế hoạch không nêu ai làm thì ghi no_bearer: true",
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
def projects_are_named_from_outside(programme: Programme) -> Iterator[Finding]:
    """Words name projects for the work they give, and only where they do not stand in that project."""
    for spot in programme.spots:
        if spot.named and spot.node in spot.named:
            found = f'lời này đã đứng trong dự án "{spot.node.code}".' if spot.node else ""
            yield finding(_naming(spot), "projects", found, "bỏ mã ấy; projects chỉ ghi ở phần chung của Kế hoạch")
        elif spot.phrase.projects and not (spot.phrase.roles or spot.phrase.timing):
            yield finding(
                spot.phrase,
                "projects",
                f"{shown(spot.phrase.text, 50)} không giao việc, không nêu thời hạn.",
                "thêm roles hoặc timing; không phải câu giao việc thì bỏ dòng này",
                "roles: [implement]",
            )


def _naming(spot: Spot) -> Phrase | Paragraph:
    return spot.phrase if spot.phrase.projects else spot.paragraph


_OF_A_TASK = ("bearers", "with_", "roles", "projects", "start", "end", "every", "day", "timings")


@rule
def rows_of_tasks_are_read(programme: Programme) -> Iterator[Finding]:
    """What a row says of a task is read; a row whose table says who leads names it."""
    for _, table in tables(programme.refs):
        says = {column.says for column in table.columns}
        for row in table.rows:
            marked = [key for key in _OF_A_TASK if getattr(row, key)]
            if marked and TaskPart.TASK not in says:
                found = "bảng này không có cột nào ghi việc phải làm, nên không trang nào đọc dòng này."
                yield finding(row, marked[0].rstrip("_"), found, "ghi says: task ở cột ấy; không có thì bỏ dòng này")
            elif row.no_bearer and row.bearers:
                found = "dòng này thừa: hàng này đã có người làm."
                yield finding(row, "no_bearer", found, "bỏ dòng này")
            elif marked and not row.bearers and not row.no_bearer:
                found = "việc ở hàng này không có người làm."
                expected = "mã cơ quan ở bearers; Kế hoạch không nêu ai làm thì ghi no_bearer: true"
                yield finding(row, marked[0].rstrip("_"), found, expected, "bearers: [{agencies}]")
            elif {*_DATES} & {*marked} and not _said(table, row, TaskPart.TIMING):
                found = "hàng này có ngày mà không ô nào ở cột thời gian (says: timing) ghi ngày ấy."
                yield finding(
                    row, next(key for key in marked if key in _DATES), found, "so với văn bản rồi sửa, hoặc bỏ"
                )
            elif not marked and not row.total and _said(table, row, TaskPart.LEAD):
                found = f"ô {shown(_said(table, row, TaskPart.LEAD), 60)} nêu người làm mà hàng này chưa ghi mã."
                yield finding(row, "cells", found, "mã cơ quan ở bearers", "bearers: [{agencies}]")


_DATES = ("start", "end", "every", "day", "timings")


def _said(table: Table, row: Row, part: TaskPart) -> str:
    """What the cell of a row says of its task; nothing where no column is of this part."""
    cells = zip(table.columns, row.cells, strict=False)  # told elsewhere where they differ
    return next((text for column, text in cells if column.says is part and text.strip()), "")


@rule
@needs_amounts
def budget_lines_have_lead_and_basis(programme: Programme) -> Iterator[Finding]:
    """A budget line has a lead and rests on a document, or the data says why not. No reason without need.

    That each piece of the work has a lead of its own is enough.
    In a plan that is being entered both may come later.
    """
    for node in programme.nodes:
        lines = programme.own_budgets(node)
        led, rest = bool(programme.leads(node)), [bool(line.basis) for line in lines]
        led_somewhere = led or bool(programme.task_leads(node))
        cases = (
            ("no_lead", led_somewhere, led, "cơ quan chủ trì", "roles: [lead]"),
            ("no_basis", any(rest), all(rest), "văn bản làm căn cứ", "cites:\n  - document: {documents}"),
        )
        for key, has, has_all, what, example in cases:
            reason = getattr(node, key)
            if programme.is_entered and lines and not has and not reason:
                yield finding(
                    node,
                    "code",
                    f'dự án "{node.code}" có tiền nhưng không có {what}.',
                    f"đánh dấu {what}; Kế hoạch không nêu thì ghi lý do ở {key}",
                    example,
                )
            if reason and (has_all or not lines):
                yield finding(node, key, f"dòng này thừa: dự án đã có {what} hoặc không có tiền.", "bỏ dòng này")
