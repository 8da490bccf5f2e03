"""What the commands do for the editor, handed to its desk: nothing here imports them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Actions:
    """What the commands do: saving (with why words were changed), publishing, going back.

    Each returns what to tell; raises `ActionError`.
    """

    save: Callable[[Path, list[str]], list[str] | None]
    publish: Callable[[Path], list[str]] | None = None
    back: Callable[[Path], list[str]] | None = None


class ActionError(Exception):
    """It was not done; the message says why."""
