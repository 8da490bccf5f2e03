"""Ways to put a fault into the pages of a built site, for tests of what finds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Other words on a page."""

    def change(site: Path) -> None:
        text = (site / name).read_text(encoding="utf-8")
        assert old in text
        (site / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def add(name: str, html: str) -> Callable[[Path], None]:
    """More at the end of a page."""
    return edit(name, "</body>", f"{html}</body>")
