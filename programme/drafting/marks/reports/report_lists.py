"""Reports listed under a line that says to whom they go: "Gửi báo cáo về Sở như sau:" above "Báo cáo tháng: ngày 22"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..bodies.bodies import Bodies
from ..fitting import Found
from ..lead_lines import lead_line
from ..plan_context import Place
from .reports import addressed_as, reports_in

_ABOUT = re.compile(r"báo\s+cáo|\bgửi\b|\bnộp\b", re.IGNORECASE)


def addressed(duties: Sequence[Found], text: str, place: Place, bodies: Bodies, years: tuple[int, int]) -> list[Found]:
    """The duties of a text, their reports that go to nobody sent to those whom the line before the list names."""
    if all("to" in one for duty in duties for one in duty.sets.get("reports", ())):
        return [*duties]
    heading = place.part.heading if place.part else ""
    line = lead_line(text, place) or (heading if heading.rstrip().endswith(":") else "")
    if not _ABOUT.search(line):
        return [*duties]
    lead = reports_in(line, (0, len(line)), bodies, years)
    return [
        replace(one, sets={**one.sets, "reports": addressed_as(lead, one.sets["reports"])})
        if "reports" in one.sets
        else one
        for one in duties
    ]
