"""A plan may have code of its own: words in `macros.py`, plugins, templates, hooks. It is found here without being run.

A plan in which none is found does nothing but what the engine does; so whoever builds plans of others need trust no
more than the engine. What is not known to be harmless counts as code.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from ..pages import settings
from ..unchanged.own import MACROS, adds_words, asks_more
from ..unchanged.plain import EXTENSIONS
from . import folder

_IMPORTED = (".py", ".pyc", ".so", ".pyd")
_PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_HARMLESS = {
    *("site_name", "site_url", "site_description", "site_author", "copyright", "use_directory_urls", "strict"),
    *("theme", "nav", "not_in_nav", "exclude_docs", "draft_docs", "markdown_extensions", "plugins", "watch"),
    *("validation", "extra", "extra_css", "extra_javascript", "repo_url", "repo_name", "edit_uri", "edit_uri_template"),
    *("dev_addr", "remote_branch", "remote_name"),
}
_NOT_OF_THEME = {"custom_dir", "static_templates", "<<"}
_THEMES = {"material", "programme"}
_PLUGINS = {"programme": {"frame"}, "macros": {"module_name", "on_undefined", "on_error_fail", "verbose"}}
_TAGS = ("tag:yaml.org,2002:python/name:programme.slugs.slugify",)
_ENV, _MAY_ASK = "!ENV", {"SITE_URL", ""}
_TOLD = 5


def found(root: Path) -> list[str]:
    """What a plan has of its own, each with its file, in Vietnamese; nothing where it has but data, pages, settings."""
    return [*_files(root), *_settings(root / settings.FILE)]


def refusal(what: list[str]) -> str:
    """That such a plan is not built, and how it will be."""
    more = f"; và {len(what) - _TOLD} chỗ nữa" if len(what) > _TOLD else ""
    return (
        f"Kế hoạch có mã riêng ({'; '.join(what[:_TOLD])}{more}). Mã ấy sẽ chạy trên máy dựng với mọi quyền của máy, "
        "nên chỉ dựng khi danh sách cho phép: tin người viết thì thêm dòng “code: true” vào mục của Kế hoạch "
        "trong portal.yaml."
    )


def _files(root: Path) -> Iterator[str]:
    for path in folder.contents(root):
        name = path.relative_to(root).as_posix()
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            yield f"{name} là liên kết ra ngoài thư mục"
        elif name == MACROS:
            if adds_words(path):
                yield f"{MACROS} có lệnh riêng"
        elif path.suffix in _IMPORTED:
            yield f"tệp {name}"
        elif path.suffix in _PAGES and path.is_file() and asks_more(path):
            yield f"{name} gọi lệnh ngoài các từ của bộ máy"


def _settings(path: Path) -> Iterator[str]:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except FileNotFoundError:
        return
    except (yaml.YAMLError, UnicodeError, RecursionError):
        yield f"{settings.FILE} không đọc được"
        return
    for what in (*_tags(root, set()), *_keys(root)):
        yield f"{settings.FILE}: {what}"


def _tags(node: yaml.Node | None, seen: set[int]) -> Iterator[str]:
    """The tags that make something of a value, but for those that every plan has."""
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    if node.tag == _ENV:
        listed = [node] if isinstance(node, yaml.ScalarNode) else node.value
        names = listed[:-1] or listed  # what stands last of several is the value where none of the others is set
        asked = [getattr(one, "value", None) for one in names]
        yield from (f"!ENV {one}" for one in asked if one not in _MAY_ASK)
    elif not node.tag.startswith("tag:yaml.org,2002:") or ("python" in node.tag and node.tag not in _TAGS):
        yield node.tag
    inside = node.value if not isinstance(node, yaml.ScalarNode) else ()
    for one in inside:
        for part in one if isinstance(one, tuple) else (one,):
            yield from _tags(part, seen)


def _keys(root: yaml.Node | None) -> Iterator[str]:
    top = _mapping(root)
    yield from (f"khóa {key}" for key in top if key not in _HARMLESS)
    theme = _mapping(top.get("theme"))
    yield from (f"khóa {key} của theme" for key in theme if key in _NOT_OF_THEME)
    name = theme.get("name", top.get("theme"))
    if isinstance(name, yaml.ScalarNode) and name.value not in _THEMES:
        yield f"theme {name.value}"
    for plugin, options in _named(top.get("plugins")):
        if plugin not in _PLUGINS:
            yield f"phần cắm thêm {plugin}"
        yield from (f"khóa {key} của {plugin}" for key in options if key not in _PLUGINS.get(plugin, key))
        module = options.get("module_name")
        if module and module.value != "macros":
            yield f"module_name {module.value}"
    for extension, _ in _named(top.get("markdown_extensions")):
        if extension not in EXTENSIONS:
            yield f"phần mở rộng {extension}"


def _mapping(node: yaml.Node | None) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {str(key.value): value for key, value in node.value}


def _named(node: yaml.Node | None) -> Iterator[tuple[str, dict[str, yaml.Node]]]:
    """The names of a list, each with its options; a mapping is such a list too."""
    if isinstance(node, yaml.MappingNode):
        yield from ((name, _mapping(options)) for name, options in _mapping(node).items())
    for one in node.value if isinstance(node, yaml.SequenceNode) else ():
        if isinstance(one, yaml.MappingNode):
            yield from ((name, _mapping(options)) for name, options in _mapping(one).items())
        else:
            yield str(one.value), {}
