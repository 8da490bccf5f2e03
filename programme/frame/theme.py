"""Of the theme Material the light frame asks for its words in each language, a hundred files of fifteen thousand.

MkDocs lists all of a theme for each build, and copies what lies in its assets.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp

from .. import cache

_WORDS = ("partials/language.html", "partials/languages")
_THEME = "mkdocs_theme.yml"
"""What MkDocs knows a theme by; it has been read when this is asked."""


def with_words_alone(folders: list[str]) -> list[str]:
    """The folders of a theme, with a small one in the place of Material's; the same where none can be made."""
    for place, folder in enumerate(folders):
        if all((Path(folder) / name).exists() for name in (*_WORDS, ".icons", _THEME)):
            with suppress(OSError):
                return [*folders[:place], str(_words_of(Path(folder))), *folders[place + 1 :]]
    return folders


def _words_of(theme: Path) -> Path:
    """A folder with nothing of a theme but these, made once for each version."""
    made = cache.FOLDER / "theme" / version("mkdocs-material")
    if not made.is_dir():
        made.parent.mkdir(parents=True, exist_ok=True)
        part = Path(mkdtemp(prefix="part-", dir=made.parent))
        for name in _WORDS:
            source, target = theme / name, part / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                shutil.copy(source, target)
        try:
            part.rename(made)
        except OSError:  # another build was quicker
            shutil.rmtree(part)
    return made
