"""The plugin `programme` of `mkdocs.yml`: what a build needs besides macros. No page's content depends on it."""

from __future__ import annotations

import gc
import logging
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugins
from mkdocs.structure.files import File, Files
from mkdocs.utils import CountHandler

from . import cache, frame, macros, store
from .frame import bundles, material, theme
from .history import git
from .pages import settings
from .pages.names import RELEASED
from .unchanged.frames import Framed
from .unchanged.pages import Unchanged
from .unchanged.plain import is_plain
from .unchanged.site import Kept, SameSite

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_OWN = "SOURCE_DATE_EPOCH_OF_DATA"
"""Where the date that was set here is remembered: `mkdocs serve` builds many times in one process."""
ONLY = "ONLY_PAGES"
"""The variable that names the only pages to build, with a tab between them."""
READY = "SAY_READY"
"""The variable that asks for a line of its value as soon as the site is there but for PDF files."""
ENGINE = Path(__file__).resolve().parent
_SEARCH = "material/search"
_THRESHOLD = gc.get_threshold()
_SELDOM = 100_000
"""Things made, more than went, after which it is looked which of the youngest are waste."""


class _FrameName(BaseConfigOption[str]):
    """One of `settings.FRAMES`, the first if nothing is said."""

    def __init__(self) -> None:
        super().__init__()
        self.default = settings.FRAMES[0]

    def run_validation(self, value: object) -> str:
        if value in settings.FRAMES:
            return str(value)
        raise ValidationError(f'khung trang phải là {" hoặc ".join(settings.FRAMES)}, không phải "{value}".')


class Options(Config):
    """The options that a plan may set."""

    frame = _FrameName()
    """What stands around the content: our light frame, or that of the theme Material."""


class ProgrammePlugin(BasePlugin[Options]):
    """Lays the frame over the theme, dates by the data, finishes the pages after the build."""

    _data: git.Version
    _unchanged: Unchanged
    """What this build need not do again."""
    _site: SameSite
    _nav: Navigation
    _framed: Framed
    same: Kept | None = None
    """The whole site, where a build from the very same files left it: nothing is built then."""

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """The frame, over the theme and under what a plan has of its own; dates of the data, never of the clock."""
        gc.disable()  # little of what is read is waste, and to look for it takes long
        _FRAMES[self.config.frame](config)
        self._data = git.version(Path(config.config_file_path).parent)
        if os.environ.get("SOURCE_DATE_EPOCH") in (None, os.environ.get(_OWN)):
            # none is asked for, or ours of the build before
            moment = str(int(datetime.fromisoformat(f"{self._data.day}T00:00:00+00:00").timestamp()))
            os.environ.update({"SOURCE_DATE_EPOCH": moment, _OWN: moment})
        self.same = None
        if not os.environ.get(ONLY):
            self._site = SameSite(config, self._data)
            self.same = self._site.found()
        if self.same:
            config.nav, config.theme.static_templates = None, set()
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Build only the pages that `serve` names, before the whole site is ready; they link their style."""
        if self.same:
            for file in list(files):
                files.remove(file)
            return files
        only = os.environ.get(ONLY, "").split("\t")
        if only != [""]:
            for file in list(files.documentation_pages()):
                if file.src_uri not in only:
                    files.remove(file)
            files.append(self._style(config))
        return files

    def _style(self, config: MkDocsConfig) -> File:
        """The style sheet that pages link before the steps after the build."""
        if self.config.frame == settings.MATERIAL:
            return File.generated(config, material.STYLE, content=bundles.bundled().material)
        style = bundles.linked_style() + settings.read(Path(config.config_file_path).parent).style()
        return File.generated(config, "assets/site.css", content=style)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep the theme's compiled templates from one build to the next; Vietnamese in JSON stays as it is."""
        env.bytecode_cache = FileSystemBytecodeCache()
        env.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
        self._framed = Framed(config, self._nav)
        self._framed.begin(env, files)
        return env

    @event_priority(-100)
    def on_page_context(self, context: Any, *, page: Page, **_: Any) -> Any:
        """The frame of a page, if it is kept."""
        return self._framed.around(context, page)

    @event_priority(100)
    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Keep it; the words are in the page now, and were long."""
        self._framed.keep(output, page)
        page.markdown, page.content = "", None  # without Markdown at all it would forget its title
        return output

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Render what is not kept, several pages at a time."""
        self._nav = nav
        gc.freeze()  # what was read stays; what is made of it from here on is waste soon
        gc.set_threshold(_SELDOM)
        gc.enable()
        if self.same:
            return nav
        store.gather()
        self._unchanged = Unchanged(config, *macros.made)
        self._unchanged.ahead(files)
        return nav

    @event_priority(100)
    def _before_macros(self, markdown: str, *, page: Page, **_: Any) -> str:
        return self._unchanged.rendered(markdown, page)

    @event_priority(-100)
    def _after_macros(self, markdown: str, *, page: Page, **_: Any) -> str:
        return self._unchanged.aside(markdown, page)

    on_page_markdown = CombinedEvent(_before_macros, _after_macros)
    """A page that only calls a macro, as it is kept; then what Markdown has to read of it."""

    @event_priority(100)
    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Put raw HTML back, before anything reads the page."""
        return self._unchanged.back(html, page)

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """The steps after the build, when other plugins have written their files; not for a preview of a few pages."""
        if self.same:
            self._put_back(self.same, Path(config.site_dir))
        elif not os.environ.get(ONLY):
            from . import opened
            from .built.finish import LinksError, finish  # a preview does not wait for these

            root = Path(config.config_file_path).parent
            strict = config.strict and not _warned()
            ready = _ready if strict and os.environ.get(READY) else None
            try:
                known = macros.made[0].renderer, self._data
                finish(opened(root), Path(config.site_dir), root, strict=strict, ready=ready, known=known)
            except (bundles.ScriptsError, frame.FrameError, LinksError) as error:
                raise click.ClickException(str(error)) from None
            if strict:
                self._site.keep(Path(config.site_dir), macros.said())
        _as_before()

    def _put_back(self, kept: Kept, folder: Path) -> None:
        """The files of a site that was kept, and what was said when it was built."""
        for name, content in kept.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        if kept.said:
            click.echo(kept.said, err=True)

    @event_priority(-100)
    def on_build_error(self, **_: Any) -> None:
        """`mkdocs serve` goes on after a build that failed."""
        _as_before()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """`mkdocs serve` follows the engine and the published addresses too (but runs the code as it was read)."""
        for path in (ENGINE, Path(config.config_file_path).parent / RELEASED):
            if path.exists():
                server.watch(str(path))
        return server


def _as_before() -> None:
    """Look for waste as Python does; what was made stays for the next build."""
    store.write()
    gc.unfreeze()
    gc.set_threshold(*_THRESHOLD)
    gc.enable()


def _ready() -> None:
    print(os.environ[READY], flush=True)


def _warned() -> bool:
    """Whether MkDocs has found a fault, which it tells at the end: what it says of a link need not be said twice."""
    counters = (one for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler))
    return any(one.get_counts() for one in counters)


def _light(config: MkDocsConfig) -> None:
    """Our own frame."""
    if str(frame.LIGHT) not in config.theme.dirs:  # it is there where the theme is `programme`
        _insert(config, frame.LIGHT)
    if is_plain(config) and "icon" not in Path(config.config_file_path).read_text(encoding="utf-8"):
        cache.use(Path(config.config_file_path).parent)
        config.theme.dirs = theme.with_words_alone(config.theme.dirs)


def _material(config: MkDocsConfig) -> None:
    """Material's frame, with what it shares with ours below it, its search, and our colours and style."""
    shared = str(frame.LIGHT)
    config.theme.dirs = [path for path in config.theme.dirs if path != shared] + [shared]
    _insert(config, frame.MATERIAL)
    material.complete(config.theme, config.extra)
    config.extra_css.insert(0, material.STYLE)
    if not {_SEARCH, "search"} & set(config.plugins):
        search = get_plugins()[_SEARCH].load()()
        search.load_config({}, config.config_file_path)
        config.plugins[_SEARCH] = search  # its own `on_config` comes after this one


def _insert(config: MkDocsConfig, folder: Path) -> None:
    """Put a folder of templates over the theme and under the folder of a plan's own."""
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(folder))


_FRAMES = {settings.LIGHT: _light, settings.MATERIAL: _material}
