"""Slugs that know đ: the usual way drops it ("Đối tượng" became "oi-tuong")."""

from __future__ import annotations

import re
import unicodedata


def fold(text: str) -> str:
    """Lower case without any Vietnamese mark: "Đối tượng" is "doi tuong"."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def slugify(text: str, separator: str = "-") -> str:
    """The anchor of a heading: "Đối tượng" is "doi-tuong"."""
    return re.sub(r"[^a-z0-9]+", separator, fold(text)).strip(separator)
