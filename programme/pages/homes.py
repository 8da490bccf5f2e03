"""Where a part of the plan is at home: the page that tells most about it."""

from __future__ import annotations

from functools import lru_cache

from ..derive.programme import Programme
from ..load.dataset import Clause, Project
from ..load.texts import Paragraph
from . import addresses


def home_of(programme: Programme, record: Project | Clause, ref: str) -> str:
    """The page that tells more about a part of the full text: its address, with an anchor."""
    if isinstance(record, Project):
        return addresses.page(record)
    if record in programme.owners:
        return f"{addresses.page(programme.owners[record])}#{programme.anchor(record)}"
    if any(record is part for part, _ in goal_parts(programme)):
        return f"{addresses.GOALS}#muc-{ref.split('.')[0]}"
    if ref == money_section(programme):
        return f"{addresses.MONEY}#nguon"
    if record.projects:
        return addresses.PROJECTS
    return f"{addresses.ASSIGNMENT}#nhiem-vu-chung" if _has_general_duties(programme) else addresses.ASSIGNMENT


@lru_cache(maxsize=1)  # one plan is in work at a time
def goal_parts(programme: Programme) -> tuple[tuple[Clause, str], ...]:
    """The parts before the one with the projects: purpose, goals. With their references."""
    found = []
    for part, ref in programme.refs.items():
        if isinstance(part, Project) or part.projects:
            break
        if not ref.startswith("dieu-"):
            found.append((part, ref))
    return tuple(found)


@lru_cache(maxsize=1)
def money_section(programme: Programme) -> str | None:
    """The reference of the section about the sources of money, if there is one."""
    sections = (section for section in programme.data.sections if not section.projects)
    return next((section.number for section in sections if "kinh phí" in section.heading.lower()), None)


def spelled_at(programme: Programme, words: str) -> str | None:
    """The reference of the first clause that writes `words` out, in whatever case, if any does."""
    wanted = words.lower()
    return next((ref for ref, text in _lowered(programme) if wanted in text), None)


@lru_cache(maxsize=1)
def _has_general_duties(programme: Programme) -> bool:
    return any(duty.node is None for duty in programme.duties)


@lru_cache(maxsize=1)
def _lowered(programme: Programme) -> tuple[tuple[str, str], ...]:
    """Each paragraph in small letters, with its reference, in reading order."""
    first: dict[Paragraph, str] = {}
    for spot in programme.spots:
        first.setdefault(spot.paragraph, spot.ref)
    return tuple((ref, paragraph.text.lower()) for paragraph, ref in first.items())
