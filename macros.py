"""The words a page of `docs/` may use. Registers, nothing more."""

import os
from pathlib import Path

import click

from programme import FindingsError, open_programme
from programme.render import Renderer

ROOT = Path(os.environ.get("PLAN_ROOT") or Path(__file__).parent)
TEMPLATES = Path(__file__).parent / "templates"


def define_env(env):
    """Check the plan, then register a macro for each kind of page."""
    try:
        renderer = Renderer(open_programme(ROOT), TEMPLATES)
    except FindingsError as error:
        raise click.ClickException(str(error)) from None
    for word in ("project", "agency", "group", "document", "overview"):
        env.macro(getattr(renderer, word), word)
