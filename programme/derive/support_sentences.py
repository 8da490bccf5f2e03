"""The sentences of the plan that say whom something is for: those of a project, those of any other part.

What is said twice of the same people in a sentence is one support; who is only helped by way of others, or refused,
is no receiver.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..load.dataset import Clause, Project
from ..load.registries import Agency
from ..load.texts import Paragraph, Phrase, whole
from ..load.vocabulary import ClauseKind, Level
from ..vietnamese.formats import lower_first
from . import not_support
from .generic_headings import kind_before, kind_of
from .programme import Programme
from .statements import Duty, Target
from .work_parts import gives_work, homes, sections, texts, within

KINDS = (ClauseKind.BENEFICIARIES, ClauseKind.CONTENT)
"""The clauses of a project that are about support, with what they say of nobody; objectives are not."""
_NAMING = (None, ClauseKind.NORM, ClauseKind.SCOPE)
"""The clauses of a project of which those sentences are that name somebody."""


@dataclass(frozen=True, eq=False)
class Support:
    """One "for whom" of a sentence, and the phrases of the sentence that say it."""

    target: Target
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, eq=False)
class Sentence:
    """A paragraph about support, whole, with those it is for: none where it only says what is done.

    `clause` is the one of the project or the part, though the paragraph may stand in a part of it, whose reference is
    `ref`; the project itself, where it stands right below its heading. `label` says what it is: "Đối tượng", "Việc giao
    cho Trạm Y tế xã"; nothing where the plan does not tell.
    """

    paragraph: Paragraph
    clause: Clause | Project
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
    found = [one for one in _of_no_clause(programme, node) if not says_who_or_when(programme, one.paragraph)]
    for clause in node.clauses:
        for part in within(clause):
            for paragraph in texts(programme, part):
                one = _sentence(programme, clause, programme.refs[part], paragraph, _label(clause))
                named = clause.kind in _NAMING and one.supports and not programme.tells_of_before(clause)
                if (clause.kind in KINDS or named) and not says_who_or_when(programme, paragraph):
                    found.append(one)
    return found


def _of_no_clause(programme: Programme, node: Project) -> Iterator[Sentence]:
    """The same of the texts right below the heading: "Đối tượng: …", and whatever else is for somebody."""
    for paragraph in whole(node.paragraphs):
        kind = kind_before(paragraph.text)
        one = _sentence(programme, node, programme.refs[node], paragraph, kind.label if kind else "")
        if kind in KINDS or (kind in _NAMING and one.supports):
            yield one


def says_who_or_when(programme: Programme, paragraph: Paragraph) -> bool:
    """Whether a text is a line below a work that says who does it or when, and is for nobody itself."""
    task = programme.tasks.get(paragraph)
    return task is not None and task.is_line(paragraph) and not programme.targets_at(paragraph)


@lru_cache(maxsize=1)  # one plan is in work at a time
def parts(programme: Programme) -> tuple[Part, ...]:
    """The parts outside the projects in which something is for somebody, in the plan's order.

    A part is the nearest clause whose heading says what it is about: of "a) Đối tượng" the one that holds it.
    """
    found = [
        _part(programme, home, ones, gives_work(programme, top))
        for top in sections(programme)
        for home, ones in homes(programme, top).items()
    ]
    named = [one for one in found if any(sentence.supports for sentence in one.sentences)]
    return tuple(sorted(named, key=lambda one: one.gives_work))


def _part(programme: Programme, home: Clause, clauses: list[Clause], gives_work: bool) -> Part:
    says_whom = any(kind_of(clause) is ClauseKind.BENEFICIARIES for clause in clauses)
    found: list[Sentence] = []
    duties: list[Duty] = []
    for clause in clauses:
        ref, said = programme.refs[clause], texts(programme, clause)
        made = [_sentence(programme, clause, ref, one, _label(clause), strict=True) for one in said]
        duties += [duty for one in said for duty in programme.duties_at(one)]
        whole = says_whom and kind_of(clause) is ClauseKind.CONTENT
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


def _label(clause: Clause) -> str:
    kind = kind_of(clause)
    return kind.label if kind else ""


def _sentence(
    programme: Programme, clause: Clause | Project, ref: str, paragraph: Paragraph, label: str, *, strict: bool = False
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
