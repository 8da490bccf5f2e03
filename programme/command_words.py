"""How a command is typed, for messages: `make save`; on Windows, where there is no make, `programme save`."""

from __future__ import annotations

import os

WITH = "programme" if os.name == "nt" else "make"
"""What stands before the word of a command."""


def typed(words: str) -> str:
    """A command as a person types it: "back DEST=/srv/x" is "make back DEST=/srv/x"."""
    return f"{WITH} {words}"
