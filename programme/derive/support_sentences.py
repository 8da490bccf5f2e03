"""The sentences of the plan that say whom something is for: those of a project, those of any other part.

What is said twice of the same people in a sentence is one support; who is only helped by way of others, or refused,
is no receiver.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..load.dataset import Clause, Project
from ..load.registries import Agency
from ..load.texts import Paragraph, Phrase
from ..load.vocabulary import ClauseKind, Level
from ..vietnamese.formats import lower_first
from . import not_support
from .programme import Programme
from .statements import Duty, Target

KINDS = (ClauseKind.BENEFICIARIES, ClauseKind.CONTENT)
"""The clauses of a project that are about support, with what they say of nobody; objectives are not."""
_NAMING = (None, ClauseKind.NORM, ClauseKind.SCOPE)
"""The clauses of a project of which those sentences are that name somebody."""
_KINDS = {one.label.lower(): one for one in ClauseKind}
_GENERIC = re.compile(
    rf"({'|'.join(_KINDS)})(?: (?:được )?(?:hỗ trợ|thụ hưởng|áp dụng|thực hiện|hoạt động|tham gia|đầu tư))?"
    r"(?:(?:,| và) .*)?",
    re.IGNORECASE,
)
"""A heading that every piece of work may have: "Đối tượng", "Nội dung hỗ trợ", "Đối tượng, phạm vi"."""
_HOLDS_WORK = 0.5
"""A part of which more texts give somebody work than this share gives out work."""


@dataclass(frozen=True, eq=False)
class Support:
    """One "for whom" of a sentence, and the phrases of the sentence that say it."""

    target: Target
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, eq=False)
class Sentence:
    """A paragraph about support, whole, with those it is for: none where it only says what is done.

    `clause` is the one of the project or the part, though the paragraph may stand in a part of it, whose reference is
    `ref`. `label` says what it is: "Đối tượng", "Việc giao cho Trạm Y tế xã"; nothing where the plan does not tell.
    """

    paragraph: Paragraph
    clause: Clause
    ref: str
    supports: tuple[Support, ...]
    refused: tuple[Target, ...] = ()
    """Who gets nothing by its words."""
    label: str = ""

    def said_by(self, phrase: Phrase) -> list[int]:
        """The places, in `supports`, of those that a phrase names."""
        return [place for place, one in enumerate(self.supports) if phrase in one.phrases]


@dataclass(frozen=True, eq=False)
class Part:
    """A part of the plan that is no project and names people for whom something is done.

    `gives_work`: it stands where the plan gives bodies their work, so what it names people for may be done for them
    or by them.
    """

    clause: Clause
    ref: str
    sentences: tuple[Sentence, ...]
    gives_work: bool
    bearers: tuple[Agency, ...]
    """Who has work in it, each once."""


def sentences(programme: Programme, node: Project) -> list[Sentence]:
    """The paragraphs of a project about whom it is for and what it does, in the plan's order."""
    found = []
    for clause in node.clauses:
        for part in _within(clause):
            for paragraph in _texts(programme, part):
                one = _sentence(programme, clause, programme.refs[part], paragraph, _label(clause))
                named = clause.kind in _NAMING and one.supports and not programme.tells_of_before(clause)
                if (clause.kind in KINDS or named) and not says_who_or_when(programme, paragraph):
                    found.append(one)
    return found


def says_who_or_when(programme: Programme, paragraph: Paragraph) -> bool:
    """Whether a text is a line below a work that says who does it or when, and is for nobody itself."""
    task = programme.tasks.get(paragraph)
    return task is not None and task.is_line(paragraph) and not programme.targets_at(paragraph)


@lru_cache(maxsize=1)  # one plan is in work at a time
def parts(programme: Programme) -> tuple[Part, ...]:
    """The parts outside the projects in which something is for somebody, in the plan's order.

    A part is the nearest clause whose heading says what it is about: of "a) Đối tượng" the one that holds it.
    """
    plan = programme.plan
    found = []
    for top in (*plan.articles, *programme.data.sections, *plan.appendices):
        clauses: dict[Clause, list[Clause]] = {}
        for home, clause in _homes(programme, top, top):
            clauses.setdefault(home, []).append(clause)
        gives_work = _gives_work(programme, top)
        found += [_part(programme, home, ones, gives_work) for home, ones in clauses.items()]
    named = [one for one in found if any(sentence.supports for sentence in one.sentences)]
    return tuple(sorted(named, key=lambda one: one.gives_work))


def _homes(programme: Programme, clause: Clause, home: Clause) -> Iterator[tuple[Clause, Clause]]:
    """Each clause about what is done, with the part it belongs to; nothing below an aim, or what was before."""
    if not_support.is_aim(clause) or programme.tells_of_before(clause):
        return
    home = clause if clause.heading and not _kind(clause) else home
    yield home, clause
    for one in clause.clauses:
        yield from _homes(programme, one, home)


def _part(programme: Programme, home: Clause, clauses: list[Clause], gives_work: bool) -> Part:
    says_whom = any(_kind(clause) is ClauseKind.BENEFICIARIES for clause in clauses)
    found: list[Sentence] = []
    duties: list[Duty] = []
    for clause in clauses:
        ref, texts = programme.refs[clause], _texts(programme, clause)
        made = [_sentence(programme, clause, ref, one, _label(clause), strict=True) for one in texts]
        duties += [duty for one in texts for duty in programme.duties_at(one)]
        whole = says_whom and _kind(clause) is ClauseKind.CONTENT
        leads = _leads_of([one.paragraph for one in made if one.supports or one.refused], clause)
        found += [one for one in made if whole or one.supports or one.refused or one.paragraph in leads]
    bearers = tuple(dict.fromkeys(body for duty in duties for body in duty.bearers))
    return Part(home, programme.refs[home], tuple(found), gives_work, bearers)


def _leads_of(items: Iterable[Paragraph], clause: Clause) -> set[Paragraph]:
    """The texts that lead over to some items: those they stand in, and the paragraph before the list."""
    wanted = set(items)
    found = {one for one in clause.texts if any(item in wanted for item in one.whole if item is not one)}
    listed = {one for item in clause.items for one in item.whole}
    last = clause.paragraphs[-1:]
    return found | {one for one in last if listed & wanted and one.text.endswith(":")}


def _gives_work(programme: Programme, section: Clause) -> bool:
    """Whether a section gives bodies their work: most of its texts do."""
    texts = [one for part in _within(section) for one in _texts(programme, part)]
    return sum(bool(programme.duties_at(one)) for one in texts) > _HOLDS_WORK * len(texts)


def _within(clause: Clause) -> Iterator[Clause]:
    yield clause
    for part in clause.clauses:
        yield from _within(part)


def _texts(programme: Programme, clause: Clause) -> list[Paragraph]:
    """What a clause says, sentence by sentence; then the rows that say whom something is for, or give work."""
    return [*clause.texts, *(row.paragraph for row in programme.rows_in(clause))]


def _kind(clause: Clause) -> ClauseKind | None:
    """What a clause is about, where its kind or its heading says no more than that: "a) Đối tượng:"."""
    heading = _GENERIC.fullmatch((clause.heading or "").rstrip(": ."))
    return clause.kind or (_KINDS[heading[1].lower()] if heading else None)


def _label(clause: Clause) -> str:
    kind = _kind(clause)
    return kind.label if kind else ""


def _sentence(
    programme: Programme, clause: Clause, ref: str, paragraph: Paragraph, label: str, *, strict: bool = False
) -> Sentence:
    """`strict`: who is only counted, aimed at or looked at is no receiver either."""
    found: dict[tuple[object, ...], list[Target]] = {}
    refused = []
    for target in programme.targets_at(paragraph):
        if target.record.excluded:
            refused.append(target)
        elif not target.record.indirect and not (strict and not_support.only_names(paragraph, target.spot.phrase)):
            found.setdefault(target.said, []).append(target)
    supports = tuple(Support(same[0], tuple(one.spot.phrase for one in same)) for same in found.values())
    told = label or _given_to(programme, paragraph, supports)
    return Sentence(paragraph, clause, ref, supports, tuple(refused), told)


def _given_to(programme: Programme, paragraph: Paragraph, supports: tuple[Support, ...]) -> str:
    """ "Việc giao cho Trạm Y tế xã": whose work the words are that name somebody; nothing where the plan says none."""
    named = {phrase for one in supports for phrase in one.phrases}
    duties = programme.duties_of_work(paragraph)
    own = [duty for duty in duties if duty.spot.phrase in named] or duties
    bearers = dict.fromkeys(body for duty in own for body in duty.bearers)
    names = [lower_first(one.name) if one.level is Level.COLLECTIVE else one.name for one in bearers]
    return f"Việc giao cho {'; '.join(names)}" if names else ""
