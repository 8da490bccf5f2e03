"""Rules about who does what, and on which basis."""

from __future__ import annotations

from collections.abc import Iterator

from ..derive.programme import Programme
from ..load.findings import Finding, finding, shown
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
    """A budget line has a lead and rests on a document, or the data says why not. No reason without need.

    In a plan that is being entered both may come later.
    """
    for node in programme.nodes:
        lines = programme.own_budgets(node)
        rests = bool(lines) and all(line.basis for line in lines)
        cases = (
            ("no_lead", bool(programme.leads(node)), "cơ quan chủ trì", "roles: [lead]"),
            ("no_basis", rests, "văn bản làm căn cứ", "cites:\n  - document: {documents}"),
        )
        for key, has, what, example in cases:
            reason = getattr(node, key)
            if programme.is_entered and lines and not has and not reason:
                yield finding(
                    node,
                    "code",
                    f'dự án "{node.code}" có tiền nhưng không có {what}.',
                    f"đánh dấu {what}; Kế hoạch không nêu thì ghi lý do ở {key}",
                    example,
                )
            if reason and (has or not lines):
                yield finding(node, key, f"dòng này thừa: dự án đã có {what} hoặc không có tiền.", "bỏ dòng này")
