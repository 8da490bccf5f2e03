"""The words a page may use. Registers, nothing more."""

from pathlib import Path

import click

from programme import FindingsError, changes, check
from programme.findings import report
from programme.render import Renderer

TEMPLATES = Path(__file__).parent / "templates"


def define_env(env):
    """Check the plan beside the configuration file, then register a macro for each kind of page."""
    root = Path(getattr(env, "project_dir", TEMPLATES.parent))
    try:
        programme, warnings = check(root)
    except FindingsError as error:
        raise click.ClickException(str(error)) from None
    if warnings:
        click.echo(report(warnings), err=True)
    renderer = Renderer(programme, TEMPLATES, changes.log(root, programme))
    for word in renderer.words:
        env.macro(getattr(renderer, word), word)
