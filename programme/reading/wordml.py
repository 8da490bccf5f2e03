"""Names of WordprocessingML, and the small questions that all who read it ask."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS = 20
"""In a point."""


def w(name: str) -> str:
    """The full name of an element or attribute: w("p")."""
    return _W + name


def val(parent: Element | None, name: str, attribute: str = "val") -> str | None:
    """The value of a child: <w:jc w:val="center"/>; None where there is no such child or value."""
    child = parent.find(_W + name) if parent is not None else None
    return child.get(_W + attribute) if child is not None else None


def on(parent: Element | None, name: str) -> bool | None:
    """Whether a property is on: <w:b/>, <w:b w:val="0"/>; None where it is not said."""
    child = parent.find(_W + name) if parent is not None else None
    return None if child is None else child.get(_W + "val", "1") not in ("0", "false", "off", "none")


def whole(text: str | None, default: int = 0) -> int:
    """A whole number of an attribute, or the default; Word writes "360.0" too."""
    try:
        return max(min(int(float(text or "")), 10**7), -(10**7))
    except (ValueError, OverflowError):
        return default
