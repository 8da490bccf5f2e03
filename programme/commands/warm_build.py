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
from importlib import import_module
from pathlib import Path

LIBRARIES = (
    *("jinja2.bccache", "markdown", "markdown.extensions.toc", "material.plugins.search.plugin"),
    *("mkdocs.commands.build", "mkdocs_macros.plugin", "segno", "selectolax.lexbor", "typst", "xlsxwriter", "yaml"),
)
AT_ONCE = "--at-once"
"""Said where the line is there already: then nothing is imported that may not be needed."""


def warm_up() -> None:
    """Do what libraries put off until they are first used."""
    for one in LIBRARIES:
        import_module(one)
    import markdown
    from mkdocs.plugins import get_plugins
    from mkdocs.utils import get_themes
    from pydantic import BaseModel

    type("Warm", (BaseModel,), {"__annotations__": {"x": tuple[str, ...]}})
    markdown.Markdown(extensions=["admonition", "attr_list", "tables", "toc"]).convert("# *x* {: #x }")
    get_plugins()
    get_themes()


def main() -> None:
    if AT_ONCE not in sys.argv:
        warm_up()
    target, *only = sys.stdin.readline().strip().split("\t")
    gc.disable()  # the process ends with the build
    engine = str(Path(__file__).resolve().parents[2])  # the one that serves: a checkout's is found by nobody else
    if engine not in sys.path:
        sys.path.insert(0, engine)
    if only:
        os.environ["ONLY_PAGES"] = "\t".join(only)
    if target:
        from mkdocs.__main__ import cli

        cli(["build", "--no-strict" if only else "--strict", "--site-dir", target])


if __name__ == "__main__":
    main()
