"""The line that leads to the list which a text is a line of, and lines that lead to those whom something is for."""

from __future__ import annotations

import re

from .plan_context import Place

LISTS_WHOM = re.compile(
    r"(?:tham gia|thu huong|duoc (?:huong|ho tro|vay|tham gia))(?: [^\s:;.,]+){0,5} (?:la|gom)\b|[^:;.]*\b(?:truong hop|doi tuong|nhom|ho|nguoi)(?: (?:sau(?: day)?|duoi day))? ?:$|[^:;.]*\b(?:cho|doi voi|ap dung voi)(?: cac| nhung)? ?:$"
)
"""How a line begins, folded, that lists whom something is for: "Tham gia dự án gồm:", "Thụ hưởng chính sách là …"."""


def lead_line(text: str, place: Place) -> str:
    """The line that leads to a list which a text is a line of: "Không hỗ trợ các trường hợp sau:"."""
    if place.part is None:
        return ""
    for lines in (place.part.paragraphs, place.part.items):
        texts = [one.text for one in lines]
        if text in texts:
            before = texts[: texts.index(text)]
            if lines is place.part.items:
                before = [one.text for one in place.part.paragraphs][-1:] + before
            for line in reversed(before):
                if line.rstrip().endswith(":"):
                    return line
                if not line.rstrip().endswith(";"):
                    return ""
    return _above(text, place)


def _above(text: str, place: Place) -> str:
    """The line that ends what stands above lettered lines, each a part of its own: "cho các trường hợp sau:", "a) …"."""
    part = place.part
    if not place.above or part is None or part.heading or [one.text for one in part.passages()] != [text]:
        return ""
    held = [one.text for one in (*place.above[-1].paragraphs, *place.above[-1].items)]
    return held[-1] if held and held[-1].rstrip().endswith(":") else ""
