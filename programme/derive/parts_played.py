"""What part a body plays in the plan: it leads, has other work, is a name for several, or is only mentioned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..load.registries import Agency
from ..load.vocabulary import Level
from ..vietnamese.formats import lower_first
from .programme import Programme


@dataclass(frozen=True)
class Part:
    """A part and the bodies that play it: the plan's own level first, within a level in alphabetical order."""

    id: str
    title: str
    agencies: tuple[Agency, ...]


_LEVELS = {level: (lower_first(level.label),) for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)}
"""The levels that are said; the names of the others say them."""
MENTIONED = "nhac-ten"
"""The id of the part of those that the plan only mentions."""
_TITLES = {
    "chu-tri": "Chủ trì",
    "thuc-hien": "Thực hiện và phần việc khác",
    "goi-chung": Level.COLLECTIVE.label,
    MENTIONED: "Chỉ được nhắc tên",
}


def parts(programme: Programme) -> list[Part]:
    """The parts that somebody plays; each body of the plan stands in exactly one."""
    found: dict[str, list[Agency]] = {id: [] for id in _TITLES}
    for _, agencies in programme.agencies_by_level:
        for agency in agencies:
            found[_part(programme, agency)].append(agency)
    return [Part(id, _TITLES[id], tuple(agencies)) for id, agencies in found.items() if agencies]


def said(programme: Programme, agency: Agency) -> list[str]:
    """What a body does, and its level, a few words each: "chủ trì 5 dự án, tiểu dự án", "8 câu giao việc"."""
    return [*_work(programme, agency), *_LEVELS.get(agency.level, ())]


def _part(programme: Programme, agency: Agency) -> str:
    if programme.nodes_led_by(agency):
        return "chu-tri"
    if not any(_work(programme, agency)):
        return MENTIONED
    return "goi-chung" if agency.level is Level.COLLECTIVE else "thuc-hien"


def _work(programme: Programme, agency: Agency) -> Iterator[str]:
    if led := programme.nodes_led_by(agency):
        what = (
            programme.projects_called
            if len(led) > 1
            else "dự án"
            if led[0] in programme.data.projects
            else "tiểu dự án"
        )
        yield f"chủ trì {len(led)} {what}"
    if duties := programme.duties_of(agency):
        yield f"{len({programme.sentence_of(duty) for duty in duties})} câu giao việc"
    elif programme.named_partner(agency):
        yield "phối hợp"
    if programme.guides_in(agency):
        yield "hướng dẫn"
    if programme.reports_to(agency):
        yield "nhận báo cáo"
