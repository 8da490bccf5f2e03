"""A government plan as data, and the data as a static site; see README for the folders.

What opens a plan is here too, and read when it is asked for: most of a build that finds all kept does without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .derive.programme import Programme
    from .load.findings import FindingsError
    from .opening import check, open_programme, opened

__all__ = ["FindingsError", "Programme", "check", "open_programme", "opened"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import opening

    return getattr(opening, name)
