"""The pictures of the guide: within the page itself, so that they are there in every frame and on a stick."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path

from markupsafe import Markup

FOLDER = Path(__file__).resolve().parents[1] / "guide" / "pictures"
WIDTH, HEIGHT = 900, 420
"""Of each picture, in points of the screen."""
_SHOWN = 860, 401
"""As the guide shows it: as wide as its column."""


@cache
def picture(name: str, words: str) -> Markup:
    """A picture as a block of HTML; `words` say what it shows. Nothing where it was not made."""
    path = FOLDER / f"{name}.webp"
    if not path.is_file():
        return Markup("")
    data = base64.b64encode(path.read_bytes()).decode("ascii")
    shown = Markup('<div class="table"><img src="data:image/webp;base64,{}" width="{}" height="{}" alt="{}"></div>')
    return shown.format(data, *_SHOWN, words)
