"""What a build was asked for, and whether we know all that its pages go through."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..pages import settings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_PLUGINS = {"macros", "programme"}
EXTENSIONS = {
    *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "meta", "sane_lists"),
    *("tables", "toc"),
}
"""The extensions of Markdown that leave raw HTML as it is, and read no file."""


def is_plain(config: MkDocsConfig) -> bool:
    """Whether a page goes through our code and frame alone: no other plugin, no template of the plan's own."""
    path = Path(config.config_file_path)
    return (
        path.name == settings.FILE
        and {*config.plugins} == _PLUGINS
        and {*config.markdown_extensions} <= EXTENSIONS
        and not (config.hooks or config.theme.custom_dir or config.extra_templates)
        and settings.read(path.parent).frame == settings.LIGHT
    )


def given(config: MkDocsConfig) -> list[str]:
    """The settings as they were given, in the file, by variables or on the command line, but where the site goes."""
    theme = {"name": config.theme.name, **config.theme}
    plugins = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    values = {**config, "theme": theme, "plugins": plugins}
    return list(_written(values.items()))


def _written(values: Iterable[tuple[str, Any]]) -> Iterator[str]:
    for name, value in values:
        if name in ("config_file_path", "docs_dir", "site_dir", "watch"):
            continue
        if isinstance(value, Mapping):
            yield from (f"{name}.{line}" for line in _written(value.items()))
        else:
            with suppress(TypeError):  # an object: it was made from the file
                yield f"{name}: {json.dumps(value)}"


def written(extensions: Iterable[str], options: Mapping[str, Any] | None) -> str:
    """The extensions of Markdown with their options, the same in every process."""

    def named(value: Any) -> str:
        return f"{value.__module__}.{value.__qualname__}" if hasattr(value, "__qualname__") else repr(value)

    return json.dumps([list(extensions), options], default=named, sort_keys=True)
