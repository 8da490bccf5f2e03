"""One build of the site in a process that has already done its slow imports, and has read the plan.

Run as a script, it imports the builder and the engine, reads the plan in its folder, then waits for one line on
standard input: the folder to build into and, after a tab each, the only pages
to build (all, if none is named). So a build waits for no library, and reads only the files that were changed. Where
the engine itself was changed since, a process of its own builds: none runs stale modules.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from pathlib import Path

LIBRARIES = (
    *("jinja2.bccache", "markdown", "markdown.extensions.toc", "material.plugins.search.plugin"),
    *("mkdocs.commands.build", "mkdocs_macros.plugin", "selectolax.lexbor", "typst", "xlsxwriter", "yaml", "zxingcpp"),
)
ENGINE = Path(__file__).resolve().parents[1]
ENGINE_PARTS = ("programme.plugin", "programme.slugs", "programme.render.renderer", "programme.opening")
WHOLE_PARTS = ("programme.macros", "programme.built.finish", "programme.history.change_log")
"""What a whole site needs besides, a preview of a few pages not."""
WHOLE = "--whole"
"""Said where all pages will be asked for."""
AT_ONCE = "--at-once"
"""Said where the line is there already, or follows: then nothing is imported that may not be needed."""


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


def read_the_plan(parts: Iterable[str]) -> None:
    """Do what a build of the plan as it is now would begin with; `parts` of the engine it needs."""
    for one in parts:
        import_module(one)
    from programme import FindingsError, cache, open_programme
    from programme.load import yamlfile

    cache.code()  # what is kept is asked for by it
    yamlfile.remember()
    with suppress(FindingsError, OSError):  # the build will say so, if it is so then
        open_programme(Path.cwd())


def _engine() -> list[tuple[str, int, int]]:
    """The files of the engine, and when each was changed."""
    from programme import listed

    return [(str(path), (stat := path.stat()).st_mtime_ns, stat.st_size) for path in listed.files(ENGINE)]


def main() -> None:
    if str(ENGINE.parent) not in sys.path:  # the one that serves: a checkout's is found by nobody else
        sys.path.insert(0, str(ENGINE.parent))
    before = None
    if AT_ONCE not in sys.argv:
        warm_up()
        before = _engine()
        read_the_plan((*ENGINE_PARTS, *WHOLE_PARTS) if WHOLE in sys.argv else ENGINE_PARTS)
    line = sys.argv[2] if AT_ONCE in sys.argv[:-1] else sys.stdin.readline().strip()
    if before is not None and before != _engine():
        again = [sys.executable, "-P", __file__, AT_ONCE, line]
        if os.name == "posix":
            os.execv(sys.executable, again)
        sys.exit(subprocess.run(again).returncode)
    target, *only = line.split("\t")
    gc.disable()  # the process ends with the build
    if only:
        os.environ["ONLY_PAGES"] = "\t".join(only)
    if target:
        from mkdocs.__main__ import cli

        cli(["build", "--no-strict" if only else "--strict", "--site-dir", target])


if __name__ == "__main__":
    main()
