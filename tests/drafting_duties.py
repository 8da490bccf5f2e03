"""Drafts that give out work, and what is read in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from programme.drafting.marks import mark
from programme.drafting.shape import Draft, Head, Part, Passage, Registers


def plan(*parts: Part, level: str = "XÃ", place: str = "AN BÌNH", title: str = "Giảm nghèo năm 2026") -> Draft:
    """A draft with a letterhead and these parts."""
    head = Head(["ỦY BAN NHÂN DÂN", f"{level} {place}"], number="1", symbol="KH-UBND", title_lines=[title])
    return Draft(head, parts=[*parts])


def assigned(heading: str, *lines: str) -> Part:
    """A part that gives out work, with one heading and its lines."""
    below = Part("clause", "1", heading=heading, items=[Passage(line) for line in lines])
    return Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", parts=[below])


def unassigned(*lines: str, heading: str = "Rà soát, lập danh sách", level: str = "XÃ") -> list[Passage]:
    """Lines with their marks, where no work is given out by name: under a heading that says what is to be done."""
    clause = Part("clause", "1", heading=heading, items=[Passage(line) for line in lines])
    return marked(plan(Part("part", "IV", heading="NHIỆM VỤ, GIẢI PHÁP", parts=[clause]), level=level))[0]


def said(passage: Passage) -> list[tuple[str, Mapping[str, Any]]]:
    """The words of each mark on a passage and its keys; "*" for the whole of it."""
    return [("*" if one.whole else passage.text[one.start : one.end], one.sets) for one in passage.marks]


def marked(draft: Draft) -> tuple[list[Passage], Registers]:
    """All passages of a draft with their marks, and the registers."""
    registers = mark(draft)
    return [passage for part in draft.walk() for passage in part.passages()], registers


def duties(passage: Passage) -> list[tuple[str, list[str], list[str]]]:
    """(role, bearers, partners) of each duty of a passage."""
    whole: list[str] = next((one.sets["bearers"] for one in passage.marks if one.whole), [])
    return [
        (one.sets["roles"][0], one.sets.get("bearers", whole), one.sets.get("with", []))
        for one in passage.marks
        if "roles" in one.sets
    ]
