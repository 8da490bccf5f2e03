"""Lines below a piece of work that say of it who does it and when: "+ Đơn vị chủ trì: …", "+ Thời gian: …".

Such a line does not say what the work is: the words that it stands under do. They are told by their form, a short
label with the name of a body or a time after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..load.dataset import Clause
from ..load.registries import Agency
from ..load.texts import Paragraph
from ..load.vocabulary import ClauseKind

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:.;]*):\s+(?=\S)")
_LONGEST = 6
"""Words of a label."""
_OF_A_ROLE = re.compile(r"\b(chủ trì|thực hiện|phối hợp|phụ trách|chịu trách nhiệm|đầu mối|tham gia)$", re.IGNORECASE)
"""How the label before the one who bears a role ends, however this one is called after it."""


@dataclass(frozen=True, eq=False)
class Task:
    """A piece of work with the lines below it.

    `work` are its words; it is None where the heading of a clause says them, which `heading` then is.
    """

    work: Paragraph | None
    lines: tuple[Paragraph, ...]
    sign: str
    """What stands before each of its lines that has no mark of its own: "+", "-"."""
    heading: str = ""
    beside: tuple[Paragraph, ...] = ()
    """The works that stand where it stands, its own among them."""

    @property
    def first(self) -> Paragraph:
        """The paragraph that it begins with."""
        return self.work or self.lines[0]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its words in reading order."""
        return (self.work, *self.lines) if self.work else self.lines

    def is_line(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is one of the lines below the work."""
        return any(one is paragraph for one in self.lines)


class TaskLines:
    """The tasks in the clauses of a plan; `agencies`: id -> body."""

    def __init__(self, clauses: Iterable[Clause], agencies: dict[str, Agency]):
        self._agencies = agencies
        self.tasks: tuple[Task, ...] = tuple(task for one in clauses for task in self._in_clause(one))
        self.of: dict[Paragraph, Task] = {one: task for task in self.tasks for one in task.paragraphs}
        """Paragraph -> the task whose work or line it is."""

    def _in_clause(self, clause: Clause) -> Iterator[Task]:
        top = (*clause.paragraphs, *clause.items)
        sign = "-" if clause.items else ""
        if clause.kind is not ClauseKind.ASSIGNMENT:  # there what stands before a line is another one's work
            if clause.heading and not clause.kind and self._are_lines(top, clause.heading):
                yield Task(None, top, sign, clause.heading)
                return
            if not clause.items or len(clause.paragraphs) < 2:
                yield from self._beside(top, sign)
        yield from self._within(top)

    def _within(self, texts: Sequence[Paragraph]) -> Iterator[Task]:
        """The tasks of texts that have items, and of the items in them."""
        beside = tuple(one for one in texts if not self._is_line(one))
        for one in texts:
            yield from self._in_text(one, beside)

    def _in_text(self, paragraph: Paragraph, beside: tuple[Paragraph, ...]) -> Iterator[Task]:
        items = paragraph.items
        about = tuple(item for item in items if self._is_line(item))
        if items and self._is_line(items[0]) and self._are_lines(about, paragraph.text):
            yield Task(paragraph, about, "+", beside=beside)
        else:
            yield from self._beside(items, "+")
        yield from self._within(items)

    def _beside(self, texts: Sequence[Paragraph], sign: str) -> Iterator[Task]:
        """Works in turn with their lines, at the same level: else a line may be about several works."""
        runs = [(is_line, tuple(ones)) for is_line, ones in groupby(texts, self._is_line)]
        if not runs or runs[0][0] or any(len(ones) > 1 or ones[0].items for is_line, ones in runs if not is_line):
            return
        beside = tuple(one for is_line, ones in runs if not is_line for one in ones)
        for (_, (work,)), (_, lines) in zip(runs[::2], runs[1::2], strict=False):
            if self._are_lines(lines, work.text):
                yield Task(work, lines, sign, beside=beside)

    def _are_lines(self, texts: Sequence[Paragraph], work: str) -> bool:
        """Whether texts are lines of a work, and some says who does it or when; not where its words name that body."""
        return (
            all(map(self._is_line, texts))
            and any(one.timing or one.roles for text in texts for one in text.phrases)
            and not any(work.lower().startswith(name) for text in texts for name in self._names(text))
        )

    def _is_line(self, text: Paragraph) -> bool:
        """Whether a text is a short label and what it is of; one that gives work names the one who bears it there."""
        label = _label(text.text)
        if any(phrase.roles for phrase in text.phrases):
            return names_bearer(text.text, self._names(text))
        return bool(label) and not any(label.lower().startswith(name) for name in self._names(text))

    def _names(self, text: Paragraph) -> list[str]:
        bearers = (one for phrase in text.phrases for one in (*text.bearers_of(phrase), *phrase.with_))
        return names_of(self._agencies[id] for id in dict.fromkeys(bearers))


def names_of(bodies: Iterable[Agency]) -> list[str]:
    """What bodies are called, in small letters."""
    return [name.lower() for one in bodies for name in (one.name, one.short, *one.names) if name]


def names_bearer(text: str, names: Iterable[str]) -> bool:
    """Whether a text is a label and the body that bears the role: "Đơn vị chủ trì: Phòng Kinh tế.".

    `names`: what the bodies are called, in small letters.
    """
    label = _label(text)
    after = text[len(label) :].lstrip(": ").lower()
    return bool(label) and (bool(_OF_A_ROLE.search(label)) or after.startswith(tuple(names)))


def _label(text: str) -> str:
    """The few words before a colon that a text begins with."""
    found = _LABEL.match(text)
    return found["label"] if found and len(found["label"].split()) <= _LONGEST else ""
