"""One build of the site in a process that has already done its slow imports.

`python tools/warm_build.py` imports the builder, then waits for one line on
standard input, the folder to build into, and builds there. Nothing of the
project itself is imported before that line comes, so a build never runs stale
modules, and never waits for the libraries.
"""

from __future__ import annotations

import sys

import jinja2  # noqa: F401
import markdown.extensions.admonition  # noqa: F401
import markdown.extensions.attr_list  # noqa: F401
import markdown.extensions.tables  # noqa: F401
import markdown.extensions.toc  # noqa: F401
import material.plugins.search.plugin  # noqa: F401
import mkdocs.commands.build  # noqa: F401
import mkdocs_macros.plugin  # noqa: F401
import pydantic  # noqa: F401
import yaml  # noqa: F401
from mkdocs.__main__ import cli


def main() -> None:
    target = sys.stdin.readline().strip()
    if target:
        cli(["build", "--strict", "--site-dir", target])


if __name__ == "__main__":
    main()
