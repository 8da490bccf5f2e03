"""Drafts of a few words whose marks are read."""

from __future__ import annotations

from typing import Any

from programme.drafting.marks import mark
from programme.drafting.marks.groups.groups import Groups
from programme.drafting.marks.plan_context import Place
from programme.drafting.shape import Draft, Head, Part, Passage


def draft_of(*parts: Part, **more: Any) -> Draft:
    """A draft of a commune's plan of one year."""
    head = Head(["ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"], number="1", symbol="KH-UBND", title_lines=["Giảm nghèo năm 2026"])
    return Draft(head, parts=[*parts], **more)


def in_project(heading: str, *lines: str, code: str = "1") -> Part:
    """A project with one clause."""
    clause = Part("clause", "a", heading=heading, paragraphs=[Passage(line) for line in lines])
    return Part("project", code, f"Dự án {code}:", "Làm nhà", code=code, parts=[clause])


def sets(passage: Passage, key: str) -> list[tuple[str, Any]]:
    """The words and the value of each mark that sets a key."""
    return [(passage.text[one.start : one.end], one.sets[key]) for one in passage.marks if key in one.sets]


def only(*lines: str, heading: str, key: str) -> list[tuple[str, Any]]:
    """The same for the first line of a project's clause."""
    part = in_project(heading, *lines)
    mark(draft_of(Part("part", "III", heading="DỰ ÁN", parts=[part])))
    return sets(part.parts[0].paragraphs[0], key)


LISTED = Place(Part("clause", "1", heading="Đối tượng hỗ trợ"))
SAID = Place(Part("clause", "1", heading="Nội dung hỗ trợ"))


def told(text: str, place: Place) -> list[dict[str, Any]]:
    """Each "for whom" of a text of that clause."""
    found = Groups().marks(text, place, duties=(), taken=())
    return [dict(keys) for one in found for keys in one.sets["for_whom"]]
