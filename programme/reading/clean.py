"""Text as every reader gives it: NFC, single spaces, nothing that cannot be seen or has no shape in print."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
"""Marks without a shape: soft hyphens, joiners, marks of direction, of byte order."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SIGNS = str.maketrans(
    dict.fromkeys("➢➤➔➜➙➛➝➞➨⮚⯈►▸", "‣")
    | dict.fromkeys("❖✦✧✥", "◆")
    | dict.fromkeys("▪◾⬛❚", "■")
    | dict.fromkeys("▫◻⬜❏❑❒☐🗌", "□")
    | dict.fromkeys("⚫⬤🔴", "●")
    | dict.fromkeys("⚪◦⭘❍", "○")
    | dict.fromkeys("✓☑🗸✅", "✔")
    | dict.fromkeys("✗☒✖❌", "✘")
    | dict.fromkeys("✩✪✰⭐", "★")
    | {"＋": "+", "➕": "+", "➖": "-"}
)
"""Signs that lists begin with and tables tick with, of fonts made of signs: each as the one like it that print has."""

_LONE = re.compile(
    r"(?<!\S)[\u2600-\u2604\u2606-\u2713\u2715-\u2717\u2719-\u27bf\ue000-\uf8ff\U0001f300-\U0001faff](?!\S)"
)
"""A sign of such a font that stands alone, at the head of a line or in a cell, and is like none that print has."""


def clean(text: str) -> str:
    """The words of a text, NFC, with single spaces: a non-breaking hyphen is a hyphen, what has no shape is gone."""
    return " ".join(wide(text).split())


def wide(text: str) -> str:
    """The same with its spaces and line breaks as they are, where their number tells columns."""
    text = _CONTROL.sub("", _UNSEEN.sub("", text)).replace("\u2011", "-").replace("\u00a0", " ").translate(_SIGNS)
    return unicodedata.normalize("NFC", _LONE.sub("•", text))
