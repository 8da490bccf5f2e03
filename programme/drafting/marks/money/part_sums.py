"""A sum of some lines of a project, which are said right behind it: "gồm A 4.090 (B 3.850, C 240)"."""

from __future__ import annotations

from dataclasses import replace

from ....vietnamese import formats
from ...shape import Degree, Mark, Passage
from .amounts import amounts


def dong(text: str, mark: Mark) -> int:
    """The first amount that the words of a mark say, 0 where they say none."""
    read = amounts(text[mark.start : mark.end])
    return read[0].dong if read else 0


def parts(passage: Passage, at: int, stated: formats.Amount) -> list[int]:
    """The marks right behind the sum at a place that are its lines; none where they do not add up to it."""
    found: list[int] = []
    for place in range(at + 1, len(passage.marks)):
        mark = passage.marks[place]
        if "money" not in mark.sets:
            continue
        if mark.degree is not Degree.SURE or {"total", "norm"} & mark.sets["money"].keys():
            return []
        found.append(place)
        if len(found) > 1 and stated.is_nearly(sum(dong(passage.text, passage.marks[one]) for one in found)):
            return found
    return []


def of_source(passage: Passage, at: int, lines: list[int]) -> None:
    """Lines whose sum names the source of all of them are of that source."""
    whole = passage.marks[at]
    read = amounts(passage.text[whole.start : whole.end])
    for place in lines if read and read[0].source else ():
        mark = passage.marks[place]
        money = {"source": read[0].source, **mark.sets["money"]}
        passage.marks[place] = replace(mark, sets={**mark.sets, "money": money})
