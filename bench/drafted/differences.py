"""Where a draft differs from the checked data of the same plan: its shape, its marks, what is said of its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafted.entries import Entry, Ids, entries, same_ids, with_ids
from drafted.held import Held, read
from drafted.letters import squeezed
from drafted.parts import parts, values

LACKS, MORE, OTHER, CUT = "lacks", "more", "other", "cut"
"""The draft lacks it, has what the checked data has not, says it otherwise, says it of more or fewer words."""
_SHOWN = 90
_OWN_FILES = ("concepts", "needs", "notice", "questions", "search", "vocabulary")
"""Files that hold what people wrote for the site."""
_REGISTERS = ("agencies", "groups", "documents", "places", "abbreviations")


@dataclass(frozen=True)
class Difference:
    """One place. `kind` is the key of the data, or the part of its shape."""

    kind: str
    how: str
    example: str


def differences(folder: Path, checked: Path) -> list[Difference]:
    """All differences of the draft in a folder from the checked data in another, in no order."""
    draft, true = read(folder), read(checked)
    ids = same_ids(draft, true)
    found = [*_shape(draft, true), *_marks(draft, true, ids), *_parts(folder, checked, ids)]
    return [*found, *_registers(folder, checked, ids), *_files(folder, checked, ids)]


# -- shape ----------------------------------------------------------------------


def _shape(draft: Held, true: Held) -> Iterator[Difference]:
    if draft.text != true.text:
        at = next((i for i, (one, two) in enumerate(zip(draft.text, true.text, strict=False)) if one != two), 0)
        yield Difference("words", OTHER, f"{true.text[at : at + 40]} / {draft.text[at : at + 40]}")
    for kind, name in (("heading", "sections"), ("", "paragraphs"), ("head", "head")):
        for how, one in _unlike(_lines(draft, kind), _lines(true, kind)):
            yield Difference(name, how, one)


def _lines(held: Held, kind: str) -> list[tuple[tuple[Any, ...], str]]:
    """What pieces are compared by, with their words: headings with what they stand under, others by where they end."""
    found: list[tuple[tuple[Any, ...], str]] = []
    for one in held.pieces:
        group = one.kind if one.kind in ("heading", "head") else ""
        if group == kind and one.kind != "number":
            under = tuple(squeezed(each) for each in one.path)
            found.append(((one.kind, one.range, under, tuple(map(squeezed, one.cells))), one.text))
    return found


def _unlike(
    ours: Sequence[tuple[tuple[Any, ...], str]], theirs: Sequence[tuple[tuple[Any, ...], str]]
) -> Iterator[tuple[str, str]]:
    have, want = Counter(key for key, _ in ours), Counter(key for key, _ in theirs)
    words = {**dict(theirs), **dict(ours)}
    for how, left in ((LACKS, want - have), (MORE, have - want)):
        yield from ((how, _short(words[key])) for key in left.elements())


# -- marks ----------------------------------------------------------------------


def _marks(draft: Held, true: Held, ids: Ids) -> Iterator[Difference]:
    theirs = entries(true, {})
    ours = entries(draft, ids)
    pairs = sorted(
        ((one.fits(other), i, j) for i, one in enumerate(ours) for j, other in enumerate(theirs) if one.fits(other)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    free, open_ones = {*range(len(ours))}, {*range(len(theirs))}
    for _, i, j in pairs:
        if i in free and j in open_ones:
            free.remove(i)
            open_ones.remove(j)
            yield from _told(ours[i], theirs[j])
    yield from (Difference(theirs[j].kind, LACKS, _of(theirs[j])) for j in sorted(open_ones))
    yield from (Difference(ours[i].kind, MORE, _of(ours[i])) for i in sorted(free))


def _told(one: Entry, other: Entry) -> Iterator[Difference]:
    for key in sorted({*one.details, *other.details}):
        ours, theirs = one.details.get(key), other.details.get(key)
        if ours != theirs:
            said = f"{_of(other)}: {_short(theirs)} / {_short(ours)}"
            yield Difference(f"{one.kind}.{key}" if key else one.kind, OTHER, said)
    if one.range != other.range:
        yield Difference(one.kind, CUT, f"{_short(other.words)} / {_short(one.words)}")


def _of(one: Entry) -> str:
    return f"{one.about}: “{_short(one.words)}”" if one.about else f"“{_short(one.words)}”"


# -- parts, registers, files ----------------------------------------------------------------


def _parts(folder: Path, checked: Path, ids: Ids) -> Iterator[Difference]:
    ours, theirs = parts(folder), parts(checked)
    for at in {**theirs, **ours}:
        for own, other in zip(ours.get(at, ()), theirs.get(at, ()), strict=False):
            one = with_ids(own, ids)
            for key in sorted({*one, *other}):
                if one.get(key) != other.get(key):
                    how = LACKS if key not in one else MORE if key not in other else OTHER
                    said = f"{at[1][:40]}: {_short(other.get(key))} / {_short(one.get(key))}"
                    yield Difference(f"{at[0]}.{key}", how, said)


def _registers(folder: Path, checked: Path, ids: Ids) -> Iterator[Difference]:
    ours, theirs = values(folder), values(checked)
    for register in _REGISTERS:
        key = "short" if register == "abbreviations" else "id"
        named = {
            ids.get((register, one[key]), one[key]): with_ids(one, ids) for one in ours.get(f"{register}.yaml") or ()
        }
        wanted = {one[key]: one for one in theirs.get(f"{register}.yaml") or ()}
        for id in {**wanted, **named}:
            if id not in named:
                yield Difference(register, LACKS, _name(wanted[id]))
            elif id not in wanted:
                yield Difference(register, MORE, _name(named[id]))
            else:
                for one in sorted({*named[id], *wanted[id]} - {"id"}):
                    own, other = _own(named[id], one), _own(wanted[id], one)
                    if own != other:
                        how = LACKS if own is None else MORE if other is None else OTHER
                        yield Difference(f"{register}.{one}", how, f"{id}: {_short(other)} / {_short(own)}")


def _own(record: dict[str, Any], key: str) -> Any:
    """The value of a key; of further names those that differ from the name in more than the case of a letter."""
    value = record.get(key)
    if key != "names" or not value:
        return value
    return [one for one in value if squeezed(one) != squeezed(str(record.get("name")))] or None


def _name(record: dict[str, Any]) -> str:
    return str(record.get("name") or record.get("number") or record.get("short"))


def _files(folder: Path, checked: Path, ids: Ids) -> Iterator[Difference]:
    ours, theirs = values(folder), values(checked)
    for name in _OWN_FILES:
        own, other = ours.get(f"{name}.yaml") or (), theirs.get(f"{name}.yaml") or ()
        if own != other:
            yield Difference(f"{name}.yaml", OTHER, f"{len(other)} / {len(own)}")
    own, other = with_ids(ours.get("plan.yaml") or {}, ids), theirs.get("plan.yaml") or {}
    skipped = ("header", "basis", "articles", "annex", "closing", "recipients", "appendices")
    for key in sorted({*own, *other} - {*skipped}):
        if own.get(key) != other.get(key):
            how = LACKS if key not in own else MORE if key not in other else OTHER
            yield Difference(f"plan.{key}", how, f"{_short(other.get(key))} / {_short(own.get(key))}")


def _short(value: Any) -> str:
    text = " ".join(str("–" if value is None else value).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rpartition(' ')[0]} …"
