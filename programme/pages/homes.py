"""Where a part of the plan is at home: the page that tells most about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from ..derive import full_text
from ..derive.programme import Programme
from ..derive.statements import HEAD
from ..load.dataset import Clause, Project
from ..load.tables import Table
from ..load.texts import Paragraph
from ..load.vocabulary import ClauseKind
from . import addresses


def home_of(programme: Programme, record: Project | Clause, ref: str) -> str:
    """The page that tells more about a part of the full text: its address, with an anchor."""
    if isinstance(record, Project):
        return addresses.page(record)
    if record in programme.owners:
        return f"{addresses.page(programme.owners[record])}#{programme.anchor(record)}"
    if record in _goals(programme):
        return f"{addresses.GOALS}#muc-{ref.split('.')[0]}"
    if record in _about_money(programme) and programme.has_money:  # else no page tells of it
        return f"{addresses.MONEY}#nguon"
    if _holds_projects(record):
        return addresses.PROJECTS
    if any(one in _giving_work(programme) for one, _ in _below(record, programme)):
        return f"{addresses.ASSIGNMENT}#nhiem-vu-chung"
    return addresses.FULL_TEXT


@lru_cache(maxsize=1)
def _about_money(programme: Programme) -> frozenset[Clause]:
    section = money_clause(programme)
    return frozenset(clause for clause, _ in _below(section, programme)) if section else frozenset()


@lru_cache(maxsize=1)
def _giving_work(programme: Programme) -> frozenset[Clause]:
    return frozenset(duty.spot.clause for duty in programme.common_duties if duty.spot.clause)


@lru_cache(maxsize=1)  # one plan is in work at a time
def goal_parts(programme: Programme) -> tuple[tuple[Clause, str], ...]:
    """The parts before the one with the projects: purpose, goals. With their references.

    Where parts outside the projects are marked as such (`kind: objective`), those alone; else where headings of such
    sections name them so, those. Nothing that tells of the time before.
    """
    owned = programme.owners
    marked = [
        part
        for part in programme.refs
        if isinstance(part, Clause) and part not in owned and part.kind is ClauseKind.OBJECTIVE
    ]
    early = takewhile(lambda one: not _holds_projects(one), programme.data.sections)
    sections = [one for one in early if not programme.tells_of_before(one)]
    named = [one for one in sections if any(word in one.name.lower() for word in _GOALS_ARE_NAMED)]
    below = (part for section in marked or named or sections for part in _below(section, programme))
    return tuple(part for part in dict.fromkeys(below) if not programme.tells_of_before(part[0]))


_GOALS_ARE_NAMED = ("mục đích", "mục tiêu", "chỉ tiêu", "yêu cầu")


def _holds_projects(clause: Clause) -> bool:
    return clause.projects or any(map(_holds_projects, clause.clauses))


def _below(clause: Clause, programme: Programme) -> Iterator[tuple[Clause, str]]:
    yield clause, programme.refs[clause]
    for one in clause.clauses:
        yield from _below(one, programme)


@lru_cache(maxsize=1)
def _goals(programme: Programme) -> frozenset[Clause]:
    return frozenset(part for part, _ in goal_parts(programme))


@lru_cache(maxsize=1)
def money_clause(programme: Programme) -> Clause | None:
    """The section about the sources of money, if there is one."""
    sections = (section for section in programme.data.sections if not section.projects)
    return next((section for section in sections if "kinh phí" in section.name.lower()), None)


def example_ref(programme: Programme) -> str | None:
    """A clause to show how one is named: the second of the first project that is no sub-project; else the first."""
    projects = (node for node in programme.work_nodes if node not in programme.parents and len(node.clauses) > 1)
    clauses = (programme.refs[node.clauses[1]] for node in projects)
    return next(clauses, next(iter(programme.refs.values()), None))


@dataclass(frozen=True, eq=False)
class TextPart:
    """A part of the full text as its page shows it; `home` is the page that tells more about it."""

    record: Project | Clause
    ref: str
    home: str
    level: int
    """How deep it stands: 2 on top, 3 below that."""

    @property
    def on_top(self) -> bool:
        """Whether it stands in no other part."""
        return self.level == 2

    @property
    def headed(self) -> bool:
        """Whether it has more of a heading than its number."""
        return isinstance(self.record, Project) or self.record.heading is not None

    @property
    def tag(self) -> str:
        """The tag of its heading; HTML knows none below h6."""
        return f"h{min(self.level, 6)}"

    @property
    def items(self) -> tuple[Paragraph, ...]:
        """Its bulleted items; a project has none of its own."""
        return self.record.items if isinstance(self.record, Clause) else ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables; a project has none of its own."""
        return self.record.tables if isinstance(self.record, Clause) else ()


def text_parts(programme: Programme) -> list[TextPart]:
    """Every numbered part of the plan, in reading order."""
    depths = programme.depths
    return [
        TextPart(part, ref, home_of(programme, part, ref), depths[part] + 2) for part, ref in programme.refs.items()
    ]


def spelled_at(programme: Programme, words: str) -> str | None:
    """The reference of the first part of the plan that writes `words` out, in whatever case, if any does."""
    wanted = words.lower()
    return next((ref for ref, text in _lowered(programme) if wanted in text), None)


@lru_cache(maxsize=1)
def _lowered(programme: Programme) -> tuple[tuple[str, str], ...]:
    """All that the plan writes, in small letters, with its reference: first its sentences, then the rest."""
    first: dict[Paragraph, str] = {}
    for spot in programme.spots:
        first.setdefault(spot.paragraph, spot.ref)
    sentences = [(ref, paragraph.text) for paragraph, ref in first.items()]
    headings = [(ref, part.name) for part, ref in programme.refs.items()]
    tables = [
        (ref, line)
        for part, ref in programme.refs.items()
        if isinstance(part, Clause)
        for table in part.tables
        for line in full_text.table_lines(table)
    ]
    head = [(HEAD, line) for line in full_text.head_lines(programme.plan.header)]
    return tuple((ref, text.lower()) for ref, text in (*sentences, *headings, *tables, *head))
