"""The parts of a plan outside its projects that say what is done: what each is called, its money, who works on it.

A part is the nearest clause whose heading says what it is about: of "a) Đối tượng" the one that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ..load.dataset import Clause
from ..load.registries import Agency
from ..load.texts import Paragraph, Phrase
from ..load.vocabulary import ClauseKind, Role
from . import not_support
from .generic_headings import kind_of, names_work, tells_when
from .programme import Programme
from .task_lines import names_of
from .work_elsewhere import Given, elsewhere

_HOLDS_WORK = 0.5
"""A part of which more texts give somebody work than this share gives out work."""
_GIVEN_OUT = re.compile(r"\b(tổ chức thực hiện|phân công|trách nhiệm|nhiệm vụ của|giao nhiệm vụ|đề nghị)\b")
"""What headings say, in small letters, above work that is given to bodies."""


@dataclass(frozen=True, eq=False)
class WorkPart:
    """A part with the words in it that state money, and the bodies that it gives work."""

    clause: Clause
    ref: str
    money: tuple[Phrase, ...]
    bearers: tuple[Agency, ...]
    leads: tuple[Agency, ...]
    """Those of them that lead."""
    elsewhere: Given = field(default_factory=dict)
    """Where nobody has work in it: who is given it in other parts, by the clause that says so."""


def works(programme: Programme) -> list[WorkPart]:
    """The parts that say what is done, in the plan's order: not those that give bodies their work, or but of money."""
    found = []
    for top in (*programme.data.sections, *programme.plan.appendices):
        if kind_of(top) is ClauseKind.BUDGET or tells_when(top) or gives_work(programme, top):
            continue
        found += [_work(programme, home, ones) for home, ones in homes(programme, top).items()]
    kept = [one for one in found if one.money or one.bearers or (one.clause.heading and one.clause.texts)]
    names = [one.clause.name for one in kept if one.clause.heading]
    return [one if one.bearers else replace(one, elsewhere=_elsewhere(programme, one.clause, names)) for one in kept]


def _elsewhere(programme: Programme, home: Clause, names: list[str]) -> Given:
    said = [one.text for clause in within(home) for one in clause.texts]
    return elsewhere(programme, home, said, names) if home.heading else {}


def with_money(programme: Programme) -> list[WorkPart]:
    """Those that state money."""
    return [one for one in works(programme) if one.money]


def _work(programme: Programme, home: Clause, clauses: list[Clause]) -> WorkPart:
    said = [paragraph for clause in clauses for paragraph in texts(programme, clause)]
    money = tuple(phrase for paragraph in said for phrase in paragraph.phrases if phrase.money)
    duties = [duty for one in said for duty in programme.duties_at(one)]
    bearers = dict.fromkeys(body for duty in duties for body in duty.bearers)
    leads = dict.fromkeys(body for duty in duties if Role.LEAD in duty.roles for body in duty.bearers)
    return WorkPart(home, programme.refs[home], money, tuple(bearers), tuple(leads))


@lru_cache(maxsize=1)  # one plan is in work at a time
def names_by_ref(programme: Programme) -> dict[str, str]:
    """Reference of a clause -> what its work is called; in a plan without projects.

    Of a section that gives bodies their work it is what all of the section is called.
    """
    found = {}
    for top in () if programme.nodes else sections(programme):
        whole = (top.heading and top.name) if gives_work(programme, top) else None
        for ref in (programme.refs[clause] for clause in within(top)):
            found[ref] = programme.work_of(ref) if whole is None else whole
    return found


@lru_cache(maxsize=1)
def by_ref(programme: Programme) -> dict[str, WorkPart]:
    """Reference of a clause -> the part that it belongs to; not of those that give bodies their work."""
    found = {}
    for top in sections(programme):
        if not gives_work(programme, top):
            for home, ones in homes(programme, top).items():
                found.update(dict.fromkeys((programme.refs[one] for one in ones), _work(programme, home, ones)))
    return found


def sections(programme: Programme) -> tuple[Clause, ...]:
    """What the plan is divided into on top."""
    plan = programme.plan
    return (*plan.articles, *programme.data.sections, *plan.appendices)


def homes(programme: Programme, section: Clause) -> dict[Clause, list[Clause]]:
    """Each part of a section -> the clauses that belong to it; nothing below an aim, or what was before."""
    found: dict[Clause, list[Clause]] = {}
    for home, clause in _walk(programme, section, section):
        found.setdefault(home, []).append(clause)
    return found


def _walk(programme: Programme, clause: Clause, home: Clause) -> Iterator[tuple[Clause, Clause]]:
    """Each clause about what is done, with the part it belongs to; nothing below an aim, or what was before."""
    if not_support.is_aim(clause) or programme.tells_of_before(clause):
        return
    home = clause if names_work(clause) else home
    yield home, clause
    for one in clause.clauses:
        yield from _walk(programme, one, home)


def gives_work(programme: Programme, section: Clause) -> bool:
    """Whether a section, one on top, gives bodies their work."""
    return section in _giving_work(programme)


@lru_cache(maxsize=1)
def _giving_work(programme: Programme) -> frozenset[Clause]:
    return frozenset(one for one in sections(programme) if _gives_work(programme, one))


def _gives_work(programme: Programme, section: Clause) -> bool:
    """Whether a section gives bodies their work: most of its texts do, and no heading says first what the work is.

    "III. Nhiệm vụ, giải pháp", "2. Hỗ trợ nhà ở" is about houses, whoever builds them; "VI. Tổ chức thực hiện",
    "2. Phòng Kinh tế" is about the office.
    """
    said, given = _counted(programme, section)
    for part in section.clauses:
        for one, of_offices in _under(programme, part):
            more, own = _counted(programme, one)
            said += more
            given += own if of_offices else 0
    return given > _HOLDS_WORK * said


def _under(programme: Programme, clause: Clause) -> Iterator[tuple[Clause, bool]]:
    """A clause and those in it, each with whether no heading from the first to its own says what the work is."""
    if _is_subject(programme, clause):
        yield from ((one, False) for one in within(clause))
        return
    yield clause, True
    for one in clause.clauses:
        yield from _under(programme, one)


def _counted(programme: Programme, clause: Clause) -> tuple[int, int]:
    """How many texts a clause has, and how many of these give somebody work."""
    said = texts(programme, clause)
    return len(said), sum(bool(programme.duties_at(one)) for one in said)


def _is_subject(programme: Programme, clause: Clause) -> bool:
    """Whether a heading says what the work is: it names nobody who has work below it, nor that work is given out."""
    heading = (clause.heading or "").lower()
    if not heading or _GIVEN_OUT.search(heading):
        return False
    duties = (duty for one in within(clause) for text in texts(programme, one) for duty in programme.duties_at(text))
    bodies = dict.fromkeys(body for duty in duties for body in duty.bearers)
    return not any(name in heading for name in names_of(bodies))


def within(clause: Clause) -> Iterator[Clause]:
    """A clause and those in it."""
    yield clause
    for part in clause.clauses:
        yield from within(part)


def texts(programme: Programme, clause: Clause) -> list[Paragraph]:
    """What a clause says, sentence by sentence; then the rows that say whom something is for, or give work."""
    return [*clause.texts, *(row.paragraph for row in programme.rows_in(clause))]
