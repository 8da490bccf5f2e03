"""The pictures of the guide: within the page itself, so that they are there in every frame and on a stick."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path

from markupsafe import Markup

FOLDER = Path(__file__).resolve().parents[1] / "guide" / "pictures"
WIDTH, HEIGHT = 900, 420
"""Of each picture, in points of the screen."""


@cache
def picture(name: str, words: str) -> Markup:
    """A picture as a block of HTML; `words` say what it shows. Nothing where it was not made.

    In a drawing, which is as wide as there is room, on a phone and on paper too, without a style of its own.
    """
    path = FOLDER / f"{name}.webp"
    if not path.is_file():
        return Markup("")
    data = base64.b64encode(path.read_bytes()).decode("ascii")
    shown = Markup(
        '<p><svg viewBox="0 0 {0} {1}" role="img" aria-label="{2}">'
        '<image href="data:image/webp;base64,{3}" width="{0}" height="{1}"/></svg></p>'
    )
    return shown.format(WIDTH, HEIGHT, words, data)
