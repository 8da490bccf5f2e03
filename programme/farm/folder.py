"""What of a plan's folder is the plan's own: all but what was made there, and what Git keeps."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ..building.whole_site import PART

_MADE = {".build", ".cache", ".publish", ".venv", "node_modules", "site"}
"""At the top of the folder."""
_NEVER = {".git", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
"""Anywhere in it."""


def contents(root: Path) -> Iterator[Path]:
    """The folders and files in a plan's folder, in the same order everywhere; a link to a folder is not gone into."""
    for place, folders, files in os.walk(root):
        left = _NEVER | _MADE if Path(place) == root else _NEVER
        folders[:] = sorted(one for one in folders if one not in left and not one.startswith(PART))
        for name in (*folders, *sorted(files)):
            if name not in left and not name.startswith(PART):
                yield Path(place, name)
