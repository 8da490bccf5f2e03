"""What `mkdocs.yml` asks of the frame; what is wrong with it: `settings_faults.py`.

The file is read for itself, with lines: the tags in it need no builder, and all builders read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ..frame import STYLES, palette
from ..load.findings import Finding
from ..load.yaml_faults import broken

FILE = "mkdocs.yml"
LIGHT, MATERIAL = "light", "material"
FRAMES = (LIGHT, MATERIAL)
"""What the option `frame` of the plugin may be; the first if it is not there."""


@dataclass(frozen=True)
class Value:
    """A value of the file with its line: a text, a list or a mapping of values."""

    value: Any
    line: int

    def get(self, *keys: str) -> Value:
        """The value under keys, one in another; an empty one where there is none."""
        found = self
        for key in keys:
            found = found.value.get(key, NOTHING) if isinstance(found.value, Mapping) else NOTHING
        return found

    def items(self) -> Iterator[tuple[str, Value]]:
        yield from self.value.items() if isinstance(self.value, Mapping) else ()

    def list(self) -> list[Value]:
        """The values of a list; a single one is a list of one."""
        if isinstance(self.value, list):
            return self.value
        return [self] if self.value else []

    @property
    def text(self) -> str:
        return self.value if isinstance(self.value, str) else ""


NOTHING = Value(None, 0)


@dataclass(frozen=True)
class Neighbour:
    """The site of another plan, as `extra: neighbours:` names it: last year's, next year's."""

    name: str
    url: str


@dataclass(frozen=True)
class Settings:
    """The name of the theme, which frame it is, and the names of the colours (see `palette.style`).

    `site_name` and `site_url` as they are written; "" where a variable gives them. `neighbours`: other plans' sites.
    """

    theme: str = ""
    frame: str = LIGHT
    colours: Mapping[str, str | None] = field(default_factory=dict)
    site_name: str = ""
    site_url: str = ""
    neighbours: tuple[Neighbour, ...] = ()
    address: str = ""
    """Where the site is on the web, as `site_url` says it, also where it says it only for want of a variable."""
    publish_to: str = ""
    """The folder that the editor's button publishes to, as `extra: publish_to:` names it; "" where it has none."""

    def style(self) -> str:
        """The rules that stand after the style sheet; "" where the plan keeps our colours."""
        if self.frame != LIGHT:
            return ""
        return palette.style(self.colours, (STYLES / "tokens.css").read_text(encoding="utf-8"))


def read(root: Path) -> Settings:
    """The settings of the plan in `root`; those of no file where there is none."""
    top = _read(root)
    colours: dict[str, str | None] = {}
    for option in reversed(top.get("theme", "palette").list()):
        dark = "dark " if option.get("scheme").text == "slate" else ""
        for kind in ("primary", "accent"):
            if name := option.get(kind).text:
                colours[f"{dark}{kind}"] = name.replace(" ", "-")
    there = tuple(Neighbour(one.get("name").text, one.get("url").text) for one in neighbours(top))
    return Settings(
        theme_of(top).text, frame_of(top), colours, top.get("site_name").text, top.get("site_url").text, there,
        _last(top.get("site_url")), top.get("extra", "publish_to").text,
    )  # fmt: skip


def _last(value: Value) -> str:
    """A text, or the one that stands last: "!ENV [SITE_URL, …]" is that where no variable gives another."""
    return next(iter(value.list()[:0:-1]), value).text


def _read(root: Path) -> Value:
    return parsed(root)[0]


def parsed(root: Path) -> tuple[Value, Finding | None]:
    """What the file holds, and why it cannot be read if it cannot."""
    path = root / FILE
    if not path.is_file():
        return NOTHING, None
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except UnicodeDecodeError:
        return NOTHING, Finding(FILE, 0, "Tệp không phải chữ Unicode UTF-8.", "lưu lại tệp bằng mã UTF-8")
    except yaml.YAMLError as error:
        return NOTHING, broken(FILE, text, error)
    if not isinstance(node, yaml.MappingNode):
        return NOTHING, Finding(FILE, 1, "Tệp không có mục nào.", "các mục như của một Kế hoạch khác", "site_name: …")
    return _value(node), None


def _value(node: yaml.Node) -> Value:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        pairs = ((str(key.value), key.start_mark.line + 1, _value(value)) for key, value in node.value)
        return Value({key: Value(value.value, at) for key, at, value in pairs}, line)
    if isinstance(node, yaml.SequenceNode):
        return Value([_value(one) for one in node.value], line)
    if node.tag.endswith((":null", ":bool")):
        return Value({"false": False, "no": False, "off": False}.get(node.value.lower()), line)
    return Value(node.value, line)


def neighbours(top: Value) -> list[Value]:
    """The sites of other plans that the settings name."""
    return top.get("extra", "neighbours").list()


def plugins(top: Value) -> dict[str, Value]:
    """Name -> options of each plugin."""
    found: dict[str, Value] = {}
    for one in top.get("plugins").list():
        found |= dict(one.items()) or {one.text: one}
    return found


def frame_of(top: Value) -> str:
    options = plugins(top).get("programme", NOTHING)
    return options.get("frame").text or LIGHT


def theme_of(top: Value) -> Value:
    """The name of the theme."""
    theme = top.get("theme")
    return theme if theme.text else theme.get("name")
