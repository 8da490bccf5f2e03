"""What the words of a question stand under: the heading of their part, the line that leads to their list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...drafting.questions.questions import Spot
from ...edit import address, nodes
from ...edit.phrases import one_spaced
from ..view import sentences
from ..view.files import Files

_MOST = 120
"""Letters of a heading that are shown."""


def values(all_files: Files) -> dict[str, Any]:
    """What the files of the data say, by their names below it."""
    return {held.name.removeprefix("data/"): held.value for held in all_files.all()}


def stands_in(held: Mapping[str, Any], spot: Spot) -> str:
    """“Không đưa vào danh sách:”, “Đối tượng”, “Gồm:”; "" where the words stand under nothing."""
    place = address.find(held, spot.file, spot.address, spot.of, one_spaced(spot.passage_words))
    if place is None:
        return ""
    path, value = place.path, held[place.file]
    part = next((at for at in range(len(path) - 1, -1, -1) if _heading(nodes.value_at(value, path[:at]))), None)
    found = [] if part is None else [_heading(nodes.value_at(value, path[:part]))]
    if path and isinstance(path[-1], int) and (lead := _lead(value, path)):
        found.append(lead)
    return ", ".join(f"“{one if len(one) <= _MOST else one[:_MOST].rsplit(' ', 1)[0] + '…'}”" for one in found)


def _heading(value: Any) -> str:
    return str(value.get("heading") or value.get("title") or "") if isinstance(value, dict) else ""


def _lead(value: Any, path: tuple[str | int, ...]) -> str:
    """The line before a list, or before the words in it, that ends with a colon."""
    listed, number = nodes.value_at(value, path[:-1]), int(path[-1])
    if path[-2] not in ("paragraphs", "items"):
        return ""  # rows of a table, lines of a list of bodies: no line leads to them
    before = [sentences.read(one).text for one in listed[:number]]
    if path[-2] == "items":
        holder = nodes.value_at(value, path[:-2])
        above = holder.get("paragraphs") or [] if "paragraphs" in holder or "number" in holder else [holder]
        before = [sentences.read(one).text for one in above[-1:]] + before
    return next((one for one in reversed(before) if one.rstrip().endswith(":")), "")
