"""A second version of a document over data that people have marked: marks stay on words that stay.

A paragraph whose words are the same keeps all that is said of it. Of one that changed, each phrase whose words are
still there keeps its marks. What is new has no marks but questions. Keys of parts, tables, columns and rows go with
their numbers, heads and cells; registers and what is the site's own stay.
"""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..edit.phrases import BEHIND, OWN, one_spaced, own_of, phrases_of, text_of, written
from .questions.questions import Spot
from .shape import Mark, Passage
from .writing.cutting import paragraph_of
from .writing.records import PLAN, SECTIONS

_LISTS = ("paragraphs", "items", "notes", "basis", "closing")
_FRAME = ("header", "basis", "articles", "annex", "closing", "recipients", "signature", "appendices")
"""Keys of `plan.yaml` that hold the document's words; the others are the site's own."""
_ALIKE = 0.6
"""Two texts that share so much are one that changed."""
_WORDS = (
    "number",
    "mark",
    "label",
    "heading",
    "title",
    "paragraphs",
    "items",
    "tables",
    "clauses",
    "subprojects",
    "footnotes",
)
"""Keys of a part that hold its words, or its parts."""


@dataclass
class Changes:
    """What became of the sentences."""

    kept: int = 0
    changed: list[tuple[str, str]] = field(default_factory=list)
    """(before, now)."""
    new: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def none(self) -> bool:
        return not (self.changed or self.new or self.gone)


def merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[dict[str, Any], Changes]:
    """The values of the files of a second version; None for a file that goes. Both: name below `data/` -> values."""
    work = _Merging(old, new)
    found = work.files()
    return found, work.changes


def texts_of(files: Mapping[str, Any]) -> set[str]:
    """The words of every paragraph in the values of files."""
    return {_text(paragraph) for value in _Merging.words(files) for paragraph in _paragraphs(value)}


def said(files: Mapping[str, Any], spot: Spot) -> bool:
    """Whether the data says already what a question would ask: the same keys on words that hold those asked about."""
    words, text = one_spaced(spot.words), one_spaced(spot.passage_words)
    for value in _Merging.words({name: one for name, one in files.items() if one is not None}):
        for paragraph in _paragraphs(value):
            if _text(paragraph) == text:
                own = [paragraph] if isinstance(paragraph, Mapping) else []
                held = [one for one in phrases_of(paragraph) if words in one_spaced(str(one["text"]))]
                return any(set(spot.sets) <= set(one) for one in (*held, *own))
    return False


class _Merging:
    def __init__(self, old: Mapping[str, Any], new: Mapping[str, Any]):
        self.old, self.new = old, new
        self.changes = Changes()
        self._before: dict[str, list[Any]] = defaultdict(list)
        for value in self.words(old):
            for paragraph in _paragraphs(value):
                self._before[_text(paragraph)].append(paragraph)
        now = [_text(one) for value in self.words(new) for one in _paragraphs(value)]
        self._pairs = self._changed(now)
        self._programmes = self._mapped()
        self._notes = {one_spaced(str(one["text"])): one for one in _footnotes([*self.words(old)])}
        self._tell_footnotes()

    @staticmethod
    def words(files: Mapping[str, Any]) -> Iterator[Any]:
        """The values of what holds the document's words, in reading order but for projects."""
        plan = files.get(PLAN) or {}
        yield {key: plan[key] for key in _FRAME if key in plan}
        yield files.get(SECTIONS) or []
        yield from (value for name, value in sorted(files.items()) if name.startswith("projects/"))

    # -- sentences ------------------------------------------------------------

    def _changed(self, now: Iterable[str]) -> dict[str, list[Any]]:
        """The new text -> the paragraphs before that it is made of, each once; tells what is new and what is gone."""
        counts: dict[str, int] = defaultdict(int)
        for text in now:
            counts[text] += 1
        left = {text: listed[counts[text] :] for text, listed in self._before.items() if len(listed) > counts[text]}
        added = [text for text, count in counts.items() for _ in range(count - len(self._before.get(text, ())))]
        found: dict[str, list[Any]] = defaultdict(list)
        for text in added:
            near = difflib.get_close_matches(text, [one for one, listed in left.items() if listed], n=1, cutoff=_ALIKE)
            if near:
                found[text].append(left[near[0]].pop())
                self.changes.changed.append((near[0], text))
            else:
                self.changes.new.append(text)
        self.changes.gone = [text for text, listed in left.items() for _ in listed]
        return found

    def _tell_footnotes(self) -> None:
        before, now = (
            Counter(str(one["text"]) for one in _footnotes([*self.words(files)])) for files in (self.old, self.new)
        )
        self.changes.new += (now - before).elements()
        self.changes.gone += (before - now).elements()

    def _noted(self, now: Mapping[str, Any]) -> dict[str, Any]:
        """A footnote of the new version, with what was said of one of the same words."""
        return {**self._notes.get(one_spaced(str(now["text"])), {}), "mark": now["mark"], "text": now["text"]}

    def paragraph(self, now: Any) -> Any:
        """A paragraph of the new version with the marks of the one before; footnotes and items are the new one's."""
        made = self._marked(now)
        items = [] if isinstance(now, str) else [self.paragraph(one) for one in now.get("items", ())]
        return _below(made, now, items, self._noted)

    def _marked(self, now: Any) -> Any:
        text = _text(now)
        sign = {} if isinstance(now, str) or "mark" not in now else {"mark": now["mark"]}
        if self._before[text]:
            self.changes.kept += 1
            return _signed(self._before[text].pop(0), sign)
        if self._pairs[text]:
            return _signed(_carried(self._pairs[text].pop(0), text), sign)
        return _signed(" ".join(str(one["text"]) for one in phrases_of(now)), sign)

    # -- parts ----------------------------------------------------------------

    def files(self) -> dict[str, Any]:
        plan = {key: value for key, value in self.old[PLAN].items() if key not in _FRAME}
        now = self.value({key: value for key, value in self.new[PLAN].items() if key in _FRAME}, self.old[PLAN])
        if now.get("signature") and self.old[PLAN].get("signature"):
            now["signature"]["agency"] = self.old[PLAN]["signature"]["agency"]
        order = [*self.old[PLAN], *(key for key in now if key not in self.old[PLAN])]
        found: dict[str, Any] = {PLAN: {key: {**plan, **now}[key] for key in order if key in plan or key in now}}
        found[SECTIONS] = self.value(self.new[SECTIONS], self.old.get(SECTIONS) or [])
        names = [name for name in self.old if name.startswith("projects/")]
        taken: set[str] = set()
        for name, value in self.new.items():
            if name.startswith("projects/"):
                before = next((one for one in names if _is_same(self.old[one], value)), "")
                taken.add(before)
                found[before or name] = self.value(value, self.old.get(before) or {})
        return {**found, **{name: None for name in names if name not in taken}}

    def value(self, now: Any, before: Any) -> Any:
        """A value of the new version with what was said of its like."""
        if isinstance(now, Mapping):
            held = before if isinstance(before, Mapping) else {}
            made = {key: self._inner(key, one, held.get(key)) for key, one in now.items()}
            if "issuer_lines" in now or "title_lines" in now:  # the letterhead is the document's alone
                return dict(now)
            if "columns" in now or "cells" in now or "number" in now:
                words = ("caption", "unit_line", "columns", "rows", "notes", "cells", *_WORDS)
                made |= {key: one for key, one in held.items() if key not in words}
            elif "text" in now:  # a column
                made |= {key: one for key, one in held.items() if key != "text"}
            if "programme" in made:
                made["programme"] = self._programmes.get(made["programme"], made["programme"])
            return made
        if isinstance(now, list | tuple):
            listed = [*before] if isinstance(before, list) else []
            return [self.value(one, _like(one, listed)) for one in now]
        return now

    def _inner(self, key: str, now: Any, before: Any) -> Any:
        if key == "footnotes":
            return [self._noted(one) for one in now]
        if key in _LISTS and isinstance(now, list):
            return [self.paragraph(one) for one in now]
        if key == "recipients" and isinstance(now, Mapping):
            return {**now, "items": [self.paragraph(one) for one in now["items"]]}
        return self.value(now, before)

    def _mapped(self) -> dict[str, str]:
        """The programme of each part with projects: as the new version calls it -> as the data does."""
        before = {_name(one): one["programme"] for one in _parts(self.old.get(SECTIONS)) if one.get("programme")}
        return {
            one["programme"]: before[_name(one)]
            for one in _parts(self.new.get(SECTIONS))
            if one.get("programme") and _name(one) in before
        }


def _paragraphs(value: Any) -> Iterator[Any]:
    """Every paragraph in values."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            if key in _LISTS and isinstance(one, list):
                yield from (each for paragraph in one for each in _whole(paragraph))
            elif key == "recipients" and isinstance(one, Mapping):
                yield from (each for paragraph in one.get("items", ()) for each in _whole(paragraph))
            else:
                yield from _paragraphs(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _paragraphs(one)


def _whole(paragraph: Any) -> Iterator[Any]:
    """A paragraph and the items in it."""
    yield paragraph
    for one in () if isinstance(paragraph, str) else paragraph.get("items", ()):
        yield from _whole(one)


def _footnotes(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every footnote in values."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from one if key == "footnotes" else _footnotes(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _footnotes(one)


def _below(made: Any, now: Any, items: list[Any], noted_as: Callable[[Any], Any]) -> Any:
    """A paragraph with the items and footnotes of the new version, these on the phrase whose words they follow."""
    noted: list[tuple[int, Any]] = []
    at = 0
    for one in phrases_of(now):
        at += len(one_spaced(str(one["text"])).split(" "))
        noted += [(at, noted_as(note)) for note in one.get("footnotes", ())]
    if not (noted or items or [*_footnotes(made)] or "items" in own_of(made)):
        return made
    phrases = [{key: one[key] for key in one if key not in BEHIND} for one in phrases_of(made)]
    at = 0
    for place, one in enumerate(phrases):
        before, at = at, at + len(one_spaced(str(one["text"])).split(" "))
        if notes := [note for end, note in noted if before < end <= at]:
            phrases[place] = {**one, "footnotes": notes}
    own = {key: value for key, value in own_of(made).items() if key != "items"}
    is_list = isinstance(made, Mapping) and "phrases" in made
    return written(phrases, {**own, **({"items": items} if items else {})}, is_list=is_list)


def _parts(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list | tuple):
        for one in value:
            yield one
            yield from _parts(one.get("clauses"))


def _text(paragraph: Any) -> str:
    return one_spaced(text_of(paragraph))


def _signed(paragraph: Any, sign: Mapping[str, Any]) -> Any:
    """A paragraph with the sign of the new version before it."""
    if isinstance(paragraph, str):
        return {**sign, "text": paragraph} if sign else paragraph
    made = {**sign, **{key: one for key, one in paragraph.items() if key != "mark"}}
    return made["text"] if [*made] == ["text"] else made


def _carried(before: Any, text: str) -> Any:
    """A text that changed, with the marks of each phrase before whose words are still in it."""
    marks: list[Mark] = []
    at = 0
    for phrase in phrases_of(before):
        words = one_spaced(str(phrase["text"]))
        place = text.find(words, at)
        keys = {key: one for key, one in phrase.items() if key not in ("text", *BEHIND)}
        if place >= 0:
            at = place + len(words)
            if keys:
                marks.append(Mark(place, at, keys, "kept"))
    if not isinstance(before, str):
        own = {key: before[key] for key in OWN if key in before and key not in ("mark", "items")}
        marks += [Mark(0, len(text), own, "kept", whole=True)] if own else []
    return paragraph_of(Passage(text, marks=marks))


def _name(part: Mapping[str, Any]) -> tuple[str, str]:
    return str(part.get("number", "")), str(part.get("heading") or part.get("title") or part.get("label") or "")


def _is_same(before: Any, now: Any) -> bool:
    """Whether two values are of the same project, clause, table, column or row."""
    if not isinstance(before, Mapping) or not isinstance(now, Mapping):
        return False
    if "code" in now:
        return before.get("label") == now.get("label") or before.get("title") == now.get("title")
    if "columns" in now:
        return bool(before.get("columns")) and [one["text"] for one in before["columns"]] == [
            one["text"] for one in now["columns"]
        ]
    if "cells" in now:
        return [*before.get("cells", ())] == [*now["cells"]]
    if "number" in now:
        return _name(before) == _name(now)
    return before.get("text") == now.get("text")


def _like(now: Any, before: list[Any]) -> Any:
    """The value before that is of the same thing, taken from the list; a clause with another heading by its number."""
    found = next((one for one in before if _is_same(one, now)), None)
    if found is None and isinstance(now, Mapping) and "number" in now and "code" not in now:
        found = next((one for one in before if isinstance(one, Mapping) and one.get("number") == now["number"]), None)
    if found is not None:
        before.remove(found)
    return found
