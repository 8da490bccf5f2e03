"""What a person edits of a plan, as the history has it: the data, its pages and settings, what was answered."""

from __future__ import annotations

from pathlib import Path

from ..pages import settings
from ..pages.names import DRAFTED, RELEASED
from . import git

PARTS = (git.DATA, "docs", DRAFTED, settings.FILE, RELEASED)
"""Folders and files; `programme pages` writes in the settings too."""


def parts(root: Path) -> list[str]:
    """Those that there are; the settings only where the history has them: elsewhere they are none of the plan's."""
    known = bool(git.ask(root, "ls-files", "--", settings.FILE))
    return [name for name in PARTS if (root / name).exists() and (known or name != settings.FILE)]


def files(root: Path) -> list[str]:
    """The files that are not in the history as they are now."""
    return git.edits(root, *parts(root))
