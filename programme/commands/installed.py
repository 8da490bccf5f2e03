"""What this engine is called where `pip` installed it: who took it over may have given it another name."""

from __future__ import annotations

from importlib.metadata import entry_points


def name() -> str:
    """The name of the distribution that brought the command `programme`; ours where it was not installed.

    Asking which distribution has the package `programme` would read the lists of files of all that are installed.
    """
    brought = (one.dist for one in entry_points(group="console_scripts", name="programme"))
    return next((one.name for one in brought if one), "ke-hoach-giam-ngheo")
