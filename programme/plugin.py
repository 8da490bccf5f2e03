"""The plugin `programme` of `mkdocs.yml`: what a build needs besides macros. No page's content depends on it."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from . import frame, opened
from .frame import bundles
from .history import git
from .pages import released, settings

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_OWN = "SOURCE_DATE_EPOCH_OF_DATA"
"""Where the date that was set here is remembered: `mkdocs serve` builds many times in one process."""
ONLY = "ONLY_PAGES"
"""The variable that names the only pages to build, with a tab between them."""
ENGINE = Path(__file__).resolve().parent


class Options(Config):
    """The options that a plan may set: none yet."""


class ProgrammePlugin(BasePlugin[Options]):
    """Lays the frame over the theme, dates by the data, finishes the pages after the build."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """The frame, over the theme and under what a plan has of its own; dates of the data, never of the clock."""
        if str(frame.LIGHT) not in config.theme.dirs:  # it is there where the theme is `programme`
            own = 1 if config.theme.custom_dir else 0
            config.theme.dirs.insert(own, str(frame.LIGHT))
        if os.environ.get("SOURCE_DATE_EPOCH") == os.environ.get(_OWN):
            # none is asked for, or ours of the build before
            day = git.version(Path(config.config_file_path).parent).day
            moment = str(int(datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp()))
            os.environ.update({"SOURCE_DATE_EPOCH": moment, _OWN: moment})
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Build only the pages that `serve` names, before the whole site is ready; they link their style."""
        only = os.environ.get(ONLY, "").split("\t")
        if only != [""]:
            for file in list(files.documentation_pages()):
                if file.src_uri not in only:
                    files.remove(file)
            style = bundles.linked_style() + settings.read(Path(config.config_file_path).parent).style()
            files.append(File.generated(config, "assets/site.css", content=style))
        return files

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Keep the theme's compiled templates from one build to the next."""
        env.bytecode_cache = FileSystemBytecodeCache()
        return env

    def on_post_build(self, config: MkDocsConfig) -> None:
        """The steps after the build; not for a preview of a few pages."""
        if not os.environ.get(ONLY):
            from .built.finish import finish
            from .built.page_frame import FrameError  # a preview does not wait for these

            root = Path(config.config_file_path).parent
            try:
                finish(opened(root), Path(config.site_dir), root)
            except (bundles.ScriptsError, FrameError) as error:
                raise click.ClickException(str(error)) from None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """`mkdocs serve` follows the engine and the published addresses too (but runs the code as it was read)."""
        for path in (ENGINE, Path(config.config_file_path).parent / released.FILE):
            if path.exists():
                server.watch(str(path))
        return server
