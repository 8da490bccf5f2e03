"""The page files of what is new in the data: a body, a group, a document, a place, a project."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from ..pages import nav, page_files
from ..pages.settings import FILE as SETTINGS
from .steps import Steps


def new_pages(steps: Steps, programme: Any) -> dict[str, str | None]:
    """The page files of what is new."""
    wanted = page_files.expected(programme)
    made: dict[str, str | None] = {
        f"docs/{file}": page_files.as_made(call)
        for file, call in wanted.items()
        if not (steps.root / "docs" / file).exists()
    }
    settings = steps.text(SETTINGS)
    if made and settings is not None:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / SETTINGS).write_text(settings, encoding="utf-8", newline="")
            if nav.show(Path(folder), [name.removeprefix("docs/") for name in made]):
                made[SETTINGS] = (Path(folder) / SETTINGS).read_bytes().decode("utf-8")
    return made
