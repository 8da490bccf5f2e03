"""The thin hook: what a plain `mkdocs build` or `mkdocs serve` needs besides macros.

No page's content depends on it.
"""

import os
from datetime import datetime
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

from programme import opened
from programme.history import version

_OWN = "SOURCE_DATE_EPOCH_OF_DATA"
"""Where the date that was set here is remembered: `mkdocs serve` builds many times in one process."""


def on_config(config):
    """Dates in what the builder writes (the sitemap) are those of the data, never of the clock."""
    if os.environ.get("SOURCE_DATE_EPOCH") == os.environ.get(_OWN):  # none is asked for, or ours of the build before
        day = version(Path(config.config_file_path).parent).day
        moment = str(int(datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp()))
        os.environ.update({"SOURCE_DATE_EPOCH": moment, _OWN: moment})
    return config


def on_files(files, config):
    """Build only the pages that `make serve` names, to show them before the whole site is ready."""
    only = os.environ.get("ONLY_PAGES", "").split("\t")
    if only != [""]:
        for file in list(files.documentation_pages()):
            if file.src_uri not in only:
                files.remove(file)
    return files


def on_env(env, config, files):
    """Keep the theme's compiled templates from one build to the next."""
    env.bytecode_cache = FileSystemBytecodeCache()
    return env


def on_post_build(config):
    """The steps after the build; not for a preview of a few pages."""
    if not os.environ.get("ONLY_PAGES"):
        from programme.finish import finish  # a preview does not wait for it

        root = Path(config.config_file_path).parent
        finish(opened(root), Path(config.site_dir), Path(__file__).parent / "templates", root)
