"""The blocks of a page of the editor: headings, sentences, tables, records, each with where it stands in the data.

They are made from the files as they are, right or wrong, so that what is wrong can be mended there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from . import fields, files, sentences
from .fields import Field, Widget
from .files import Files, Held, Way


@dataclass(frozen=True)
class Block:
    """A part of a page: where it stands in the data, and what stands there."""

    what: str
    """"heading", "sentence", "table", "record"."""
    file: str
    way: Way
    kind: str
    """The kind of record."""
    value: Any
    line: int
    level: int = 2
    title: str = ""
    listed: bool = False
    """A bulleted item, or one of a list that a record may be added to or taken from."""
    last: int = 0
    """The last line of it; `line` is the first."""
    label: str = ""
    """What a sentence stands under where that is no heading: "Phần căn cứ"."""
    below: tuple[str, ...] = ()
    """Of a heading: the keys of what stands below it."""
    depth: int = 0
    """Of a sentence: 1 is an item, 2 an item in an item or in a paragraph."""

    @property
    def seen(self) -> str:
        return files.seen(self.value)

    @property
    def id(self) -> str:
        """A name for the browser, the same as long as nothing is put before it."""
        return id_of(self.file, self.way)

    @property
    def sentence(self) -> sentences.Sentence:
        return sentences.read(self.value)

    @property
    def structure(self) -> list[Field]:
        """What may stand below a heading."""
        return [one for one in fields.fields(fields.kinds()[self.kind]) if is_structure(one)]


def id_of(file: str, way: Way) -> str:
    """The name of a block in the browser."""
    return ".".join([file.removeprefix("data/").removesuffix(".yaml").replace("/", "-"), *map(str, way)])


def own_value(kind: str, value: Any) -> Any:
    """What a block shows of a record: of a heading not what stands below it."""
    if kind == "Table" or not is_structural(kind) or not isinstance(value, dict):
        return value
    below = {one.key for one in fields.fields(fields.kinds()[kind]) if is_structure(one)}
    return {key: one for key, one in value.items() if key not in below}


@cache
def is_structural(kind: str) -> bool:
    """Whether records of a kind hold sentences: they are headings on a page, not forms."""
    return any(
        one.widget is Widget.SENTENCES
        or (one.widget is Widget.RECORD and one.of != kind and is_structural(one.of) and one.of != "Phrase")
        for one in fields.fields(fields.kinds()[kind])
    )


def is_structure(one: Field) -> bool:
    """Whether a field is shown as parts of the page, and is in no form."""
    return one.widget is Widget.SENTENCES or (one.widget is Widget.RECORD and is_structural(one.of))


def walk(held: Held, kind: str, value: Any, way: Way, level: int = 2) -> Iterator[Block]:
    """A record and all that stands below it, in reading order."""
    line, last = held.lines(way)
    if not is_structural(kind):
        yield Block("record", held.name, way, kind, value, line, level, title_of(kind, value), bool(way), last)
        return
    if kind == "Table":
        yield Block("table", held.name, way, kind, value, line, level, "", True, last)
    else:
        listed = bool(way) and isinstance(way[-1], int)
        title = title_of(kind, value)
        own = own_value(kind, value)
        below = tuple(key for key, one in value.items() if key not in own and one) if isinstance(value, dict) else ()
        yield Block("heading", held.name, way, kind, own, line, level, title, listed, last, below=below)
    for one in fields.fields(fields.kinds()[kind]):
        inner = value.get(one.key) if isinstance(value, dict) else None
        if not is_structure(one) or inner is None:
            continue
        for place, each in enumerate(inner) if isinstance(inner, list) else ((None, inner),):
            here = (*way, one.key, place) if place is not None else (*way, one.key)
            if one.widget is Widget.SENTENCES:
                label = one.name if kind in ("Plan", "Table") and place == 0 else ""
                yield from _sentence(held, here, one.of, each, label, int(one.key == "items"))
            elif isinstance(each, dict):
                yield from walk(held, one.of, each, here, min(level + 1, 6))


def _sentence(held: Held, way: Way, kind: str, value: Any, label: str, depth: int) -> Iterator[Block]:
    """A sentence, and the items in it."""
    first, last = held.lines(way)
    yield Block(
        "sentence", held.name, way, kind, own_value(kind, value), first, 2, "", depth > 0, last, label, depth=depth
    )
    listed = value.get("items") if isinstance(value, dict) else None
    for place, one in enumerate(listed if isinstance(listed, list) else ()):
        yield from _sentence(held, (*way, "items", place), kind, one, "", depth + 1 if depth else 2)


def title_of(kind: str, value: Any) -> str:
    """What a record is called, from the words it has."""
    if not isinstance(value, dict):
        return str(value or "")
    if kind == "Plan":
        return value.get("short_title") or "Khung của Kế hoạch"
    if kind == "Clause":
        number = str(value.get("number", ""))
        number = value.get("label") or f"{number}{')' if len(number) == 1 and number.islower() else '.'}"
        return f"{number} {value.get('heading') or ''}".strip()
    if kind == "Project":
        return f"{value.get('label', '')} {value.get('title', '')}".strip()
    if kind == "Document":
        label = next((name for term, name in fields.terms()["DocumentKind"] if term == value.get("kind")), "Văn bản")
        return f"{label} số {value.get('number', '')}"
    if kind == "Abbreviation":
        return f"{value.get('short', '')}: {value.get('full', '')}"
    if kind == "Everyday":
        return ", ".join(value.get("say") or [])
    for key in ("name", "question", "heading", "title", "label", "matter", "text", "caption", "page", "code"):
        if isinstance(value.get(key), str):
            return str(value[key])
    return ""


def whole_text(all_files: Files) -> Iterator[Block]:
    """The plan as it is read: its head, the parts with the projects where they stand, its end."""
    plan = next(iter(all_files.top("plan")), None)
    frame = list(walk(plan, "Plan", plan.value, ())) if plan and plan.value else []
    early = [one for one in frame if not one.way or one.way[0] in ("basis", "articles")]
    yield from early
    placed: set[str] = set()
    projects = sorted(all_files.top("projects"), key=lambda one: number_of(one.value))
    for held in all_files.top("sections"):
        for way, value in files.records(held):
            for block in walk(held, "Clause", value, way):
                yield block
                if block.what == "heading" and isinstance(block.value, dict) and block.value.get("projects") == "true":
                    for one in projects:
                        of = (one.value or {}).get("programme")
                        if one.name not in placed and block.value.get("programme") in (None, of):
                            placed.add(one.name)
                            yield from walk(one, "Project", one.value, (), min(block.level + 1, 6))
    for one in projects:
        if one.name not in placed and isinstance(one.value, dict):
            yield from walk(one, "Project", one.value, ())
    yield from (one for one in frame if one not in early)


def everything(all_files: Files) -> Iterator[Block]:
    """All blocks of all files."""
    for held in all_files.all():
        for way, value in files.records(held):
            yield from walk(held, held.kind, value, way)


def number_of(value: Any) -> tuple[int, ...]:
    parts = str(value.get("number") or "").split(".") if isinstance(value, dict) else []
    return tuple(int(one) if one.isdecimal() and one.isascii() else 0 for one in parts)


def names_in(kind: str, value: Any) -> set[tuple[str, str]]:
    """All that a value names: (list of the plan, id)."""
    if kind == "Paragraph" and not isinstance(value, dict):
        return set()
    found: set[tuple[str, str]] = set()
    if kind == "Paragraph":
        whole = sentences.read(value)
        found |= set().union(*(names_in("Phrase", one) for one in whole.phrases))
        value = whole.own
    if not isinstance(value, dict):
        return found
    for one in fields.fields(fields.kinds()[kind]):
        inner = value.get(one.key)
        each: Iterable[Any] = inner if isinstance(inner, list) else () if inner is None else (inner,)
        for part in each:
            if one.widget is Widget.THING and isinstance(part, str):
                found.add((one.of, part))
            elif one.widget in (Widget.RECORD, Widget.SENTENCES):
                found |= names_in(one.of, part)
    return found
