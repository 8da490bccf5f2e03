"""A name that plans write down: their `macros.py` takes `define_env` from here. Registers, nothing more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .render.rendered import Rendered

__all__ = ["define_env"]
made: list[Rendered] = []
"""The pages of the plan that was opened last."""
_told: list[Any] = []
"""An opening of a plan, and its warnings, as they were told: some builders ask for every page."""


def said() -> str:
    """The warnings of the plan that was opened last, as a person read them."""
    return _told[1] if _told else ""


def define_env(env: Any) -> None:
    """Check the plan beside the configuration file, then register the words its pages may use."""
    root = Path(env.project_dir)
    if getattr(env.conf["plugins"].get("programme"), "same", None):
        return  # no page is built: the site is there
    from . import FindingsError, check
    from .history import change_log
    from .load.findings import report
    from .pages import settings, source
    from .render.renderer import Renderer

    try:
        programme, warnings = check(root)
    except FindingsError as error:
        raise click.ClickException(str(error)) from None
    if not _told or _told[0] is not programme:
        _told[:] = [programme, report(warnings) if warnings else ""]
        if warnings:
            click.echo(said(), err=True)
    log = change_log.log(root, programme)
    proof, others = source.proof(programme, root), settings.read(root).neighbours
    renderer = Renderer(programme, log, env.conf["site_name"], proof, others)
    made[:] = [Rendered(renderer, root / "data")]
    for word in renderer.words:
        env.macro(getattr(renderer, word), word)
