"""One build of the site in a process that has already done its slow imports.

Run as a script, it imports the builder, then waits for one line on
standard input: the folder to build into and, after a tab each, the only pages
to build (all, if none is named). Nothing of the project itself is imported
before that line comes, so a build never runs stale modules, and never waits
for the libraries.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import jinja2.bccache  # noqa: F401
import markdown
import markdown.extensions.toc
import material.plugins.search.plugin  # noqa: F401
import mkdocs.commands.build  # noqa: F401
import mkdocs_macros.plugin  # noqa: F401
import segno  # noqa: F401
import selectolax.lexbor  # noqa: F401
import typst  # noqa: F401
import xlsxwriter  # noqa: F401
import yaml  # noqa: F401
from mkdocs.__main__ import cli
from mkdocs.plugins import get_plugins
from mkdocs.utils import get_themes
from pydantic import BaseModel


def warm_up() -> None:
    """Do once what libraries put off until they are first used."""
    type("Warm", (BaseModel,), {"__annotations__": {"x": tuple[str, ...]}})
    markdown.Markdown(extensions=["admonition", "attr_list", "tables", "toc"]).convert("# *x* {: #x }")
    get_plugins()
    get_themes()


def main() -> None:
    warm_up()
    target, *only = sys.stdin.readline().strip().split("\t")
    gc.disable()  # the process ends with the build
    engine = str(Path(__file__).resolve().parents[2])  # the one that serves: a checkout's is found by nobody else
    if engine not in sys.path:
        sys.path.insert(0, engine)
    if only:
        os.environ["ONLY_PAGES"] = "\t".join(only)
    if target:
        cli(["build", "--no-strict" if only else "--strict", "--site-dir", target])


if __name__ == "__main__":
    main()
