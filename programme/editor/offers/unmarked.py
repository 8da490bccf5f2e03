"""What gives work and says nothing of who does it: sentences and rows of tables beside others that have somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..view.blocks import Block
from ..view.choices import Choice
from ..view.files import Way
from ..view.sentences import Sentence
from . import named

_DONE = ("bearers", "no_bearer", "roles", "reports", "recipients", "for_whom")
"""Of words with one of these somebody has said what they are."""
_FEW = 5
"""So few words give no work: "Cụ thể như sau:"."""


@dataclass(frozen=True)
class Unmarked:
    """A sentence, or a row of a table: `inner` is the way to it from the block on."""

    block: Block
    words: str
    inner: Way = ()


_HEADS = re.compile(r"[IVX]+\.?|[A-ZĐ]\.?")
"""The number of a row that only says what the rows below are about."""


def unmarked(all_blocks: Iterable[Block], agencies: Iterable[Choice]) -> Iterator[Unmarked]:
    """All of a plan, in reading order."""
    listed, known = list(all_blocks), list(agencies)
    of_list: dict[tuple[str, Way], list[Block]] = {}
    for one in listed:
        if one.what == "sentence" and not one.file.endswith("plan.yaml"):
            of_list.setdefault((one.file, one.way[:-1]), []).append(one)
    for one in listed:
        if one.what == "table" and isinstance(one.value, dict):
            yield from _rows(one)
        beside = of_list.get((one.file, one.way[:-1]), []) if one.what == "sentence" else []
        if one in beside and _is_open(one.sentence) and (_has_somebody(beside) or _acts(one.sentence.text, known)):
            yield Unmarked(one, one.sentence.text)


def _is_open(sentence: Sentence) -> bool:
    is_done = any(one.keys() & {*_DONE} for one in (sentence.own, *sentence.phrases))
    return not is_done and len(sentence.text.split()) >= _FEW and not sentence.text.endswith(":")


def _has_somebody(beside: Iterable[Block]) -> bool:
    """Whether most sentences of a list say who does what they say."""
    has = [any(each.get("bearers") for each in (one.sentence.own, *one.sentence.phrases)) for one in beside]
    return sum(has) * 2 > len(has)


def _acts(text: str, agencies: list[Choice]) -> bool:
    there = named.bodies(text, agencies)
    return bool(there) and there[0].start == 0 and there[0].end < len(text)


def _rows(table: Block) -> Iterator[Unmarked]:
    """The rows without anybody of a table whose rows have somebody."""
    rows: list[Any] = [one for one in table.value.get("rows") or [] if isinstance(one, dict)]
    if not any(one.get("bearers") for one in rows):
        return
    for at, one in enumerate(rows):
        said = any(one.get(key) for key in ("bearers", "no_bearer", "total", "for_whom"))
        cells = [str(cell) for cell in one.get("cells") or [] if cell]
        if not said and len(cells) > 1 and not (len(cells) == 2 and _HEADS.fullmatch(cells[0])):
            yield Unmarked(table, " | ".join(cells), ("rows", at))
