"""What is wrong with `mkdocs.yml`, and what of it has no effect in the frame: said, not passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugins

from ..frame import LIGHT as LIGHT_FOLDER
from ..frame import palette
from ..load.findings import Finding, did_you_mean, warning
from .names import LONGEST_NAME, too_long
from .settings import FILE, FRAMES, LIGHT, NOTHING, Value, frame_of, neighbours, parsed, plugins, theme_of

_THEMES = ("material", "programme")
_OTHER_FRAME = "bỏ dòng này, hoặc dùng khung của Material: plugins: - programme: {frame: material}"
_NONE = {
    "theme": {
        "font": "chữ của trang là chữ có sẵn trên máy người đọc",
        "features": "khung nhẹ có thanh mục, mục lục và tìm kiếm của riêng nó",
        "direction": "chữ Việt viết từ trái sang phải",
    },
    "extra": {
        "alternate": "trang chỉ có tiếng Việt",
        "analytics": "trang không gọi tới máy chủ khác",
        "annotate": "khung nhẹ không có chú giải trong mã",
        "consent": "trang không đặt cookie",
        "polyfills": "kịch bản của trang chạy được trên trình duyệt cũ",
        "status": "khung nhẹ không đánh dấu trang mới, trang cũ",
        "tags": "khung nhẹ không có thẻ",
        "version": "mỗi Kế hoạch một trang; các lần sửa có ở trang Nhật ký thay đổi",
    },
    "": {
        "edit_uri": "khung nhẹ không có nút sửa trên kho mã",
        "edit_uri_template": "khung nhẹ không có nút sửa trên kho mã",
        "repo_name": "khung nhẹ không dẫn tới kho mã",
        "repo_url": "khung nhẹ không dẫn tới kho mã",
    },
    "plugins": {
        "blog": "khung nhẹ không có khuôn cho blog",
        "offline": "trang vốn chạy được không cần mạng",
        "search": "trang có tìm kiếm của riêng nó",
        "social": "ảnh xem trước do bộ máy làm",
        "tags": "khung nhẹ không có thẻ",
    },
}
"""What Material's documentation tells of and the light frame has nothing for: option -> why."""
_EXTENSIONS = "markdown_extensions:\n  - attr_list"


def check(root: Path, name: str = "") -> list[Finding]:
    """Findings about `mkdocs.yml`: errors for what does not exist, warnings for what has no effect in this frame, and
    for a name of the site that is too long, unless it is that of the plan (`name`), of which the rules tell.
    """
    top, unread = parsed(root)
    if unread:
        return [unread]
    found = [*_not_for_a_builder(top, root), *_wrong(top, root)]
    found += _foreign(top)
    site = top.get("site_name")
    if len(site.text) > LONGEST_NAME and site.text != name:
        found.append(warning(FILE, site.line, f"site_name: {too_long(site.text)[0]}", too_long(site.text)[1]))
    if frame_of(top) == LIGHT:
        found += _without_effect(top)
    return sorted(found)


def _not_for_a_builder(top: Value, root: Path) -> Iterator[Finding]:
    """What no builder takes: options that it does not know, plugins that are not there, pages that are not."""
    if not top.value:
        return
    options = [name for name, _ in MkDocsConfig._schema]
    for option, value in top.items():
        if option not in (*options, "INHERIT"):
            yield Finding(FILE, value.line, f'không có mục "{option}".{did_you_mean(option, options)}')
    if not top.get("INHERIT").value:
        for option in ("site_name", "theme", "plugins"):
            if not top.get(option).value:
                yield Finding(FILE, 0, f"thiếu mục {option}.")
    extensions = top.get("markdown_extensions")
    if not top.get("INHERIT").value and "attr_list" not in [one.text for one in extensions.list()]:
        said = "markdown_extensions: thiếu attr_list; không có nó thì không mục nào có địa chỉ riêng."
        yield Finding(FILE, extensions.line, said, "attr_list trong danh sách này", _EXTENSIONS)
    known = [*get_plugins()]
    there = plugins(top)
    unknown = {name: at for name, at in there.items() if not {name, f"material/{name}"} & {*known}}
    for name, value in unknown.items():
        yield Finding(FILE, value.line, f'plugins: không có "{name}" trên máy này.{did_you_mean(name, known)}')
    for name in ("programme", "macros"):
        if there and not unknown and name not in there:
            yield Finding(
                FILE, top.get("plugins").line, f"plugins: thiếu {name}; không có nó thì không dựng được trang."
            )
    for value in _pages_named(top.get("nav")):
        if not re.match(r"\w+:|#|/", value.text) and not (root / "docs" / value.text).is_file():
            yield Finding(FILE, value.line, f"nav: không có trang docs/{value.text}.", "một tệp .md trong docs/")


def _pages_named(nav: Value) -> Iterator[Value]:
    """The files that the bar of sections names, however deep."""
    if nav.text:
        yield nav
    elif isinstance(nav.value, list):
        for one in nav.value:
            yield from _pages_named(one)
    else:
        for _, one in nav.items():
            yield from _pages_named(one)


def _wrong(top: Value, root: Path) -> Iterator[Finding]:
    """A theme, colour, icon or file that does not exist."""
    theme = top.get("theme")
    name = theme_of(top)
    if name.value and name.text not in _THEMES:
        yield Finding(FILE, name.line, f'theme: name: ghi là "{name.text}".', " hoặc ".join(_THEMES))
    asked = plugins(top).get("programme", NOTHING).get("frame")
    if asked.value and asked.text not in FRAMES:
        yield Finding(FILE, asked.line, f'programme: frame: ghi là "{asked.text}".', " hoặc ".join(FRAMES))
    for option in theme.get("palette").list():
        for kind in ("primary", "accent"):
            yield from _wrong_colour(option.get(kind), kind)
        yield from _wrong_icon(option.get("toggle", "icon"), root, theme)
    yield from _wrong_icon(theme.get("icon", "logo"), root, theme)
    for social in top.get("extra", "social").list():
        yield from _wrong_icon(social.get("icon"), root, theme)
    for other in neighbours(top):
        for key, wanted, form in (
            ("name", "tên gọi của trang ấy", r"\S"),
            ("url", "địa chỉ trên mạng", r"https?://[^/\s]"),
        ):
            if not re.match(form, other.get(key).text):
                found = f'ghi là "{other.get(key).text}"' if other.get(key).text else "còn thiếu hoặc để trống"
                example = "url: https://giam-ngheo.example/" if key == "url" else ""
                yield Finding(FILE, other.get(key).line or other.line, f"neighbours: {key} {found}.", wanted, example)
    for one in [theme.get("logo"), theme.get("favicon"), *top.get("extra_css").list(), *_scripts(top)]:
        yield from _wrong_file(one, root)


def _scripts(top: Value) -> Iterator[Value]:
    for one in top.get("extra_javascript").list():
        yield one.get("path") if one.get("path").value else one


def _wrong_colour(name: Value, kind: str) -> Iterator[Finding]:
    known = [*palette.named(kind), *palette.OF_ITS_OWN, *(("black", "white") if kind == "primary" else ())]
    if name.value and name.text.replace(" ", "-") not in known:
        said = f'palette: {kind}: không có màu "{name.text}".{did_you_mean(name.text, known)}'
        yield Finding(FILE, name.line, said, ", ".join(sorted(known)))


def _wrong_icon(name: Value, root: Path, theme: Value) -> Iterator[Finding]:
    own = root / theme.get("custom_dir").text if theme.get("custom_dir").text else LIGHT_FOLDER
    places = (files("material") / "templates" / ".icons", own / ".icons")
    if name.value and not any((place / f"{name.text}.svg").is_file() for place in places):
        said = f'icon: không có biểu tượng "{name.text}".'
        yield Finding(FILE, name.line, said, "tên một biểu tượng của Material", "material/home-heart")


def _wrong_file(name: Value, root: Path) -> Iterator[Finding]:
    if not name.text:
        return
    if "//" in name.text:
        said = f'"{name.text}" nằm ở máy khác; trang không gọi tới máy chủ khác.'
        yield Finding(FILE, name.line, said, "một tệp trong docs/")
    elif not any((folder / name.text).is_file() for folder in (root / "docs", LIGHT_FOLDER)):
        yield Finding(FILE, name.line, f"không có tệp docs/{name.text}.", "đường dẫn của một tệp, tính từ docs/")


def _foreign(top: Value) -> Iterator[Finding]:
    """A language of the frame that is not the plan's: pages name it as theirs, and are read aloud in it."""
    language = top.get("theme", "language")
    if top.value and theme_of(top).text == "material" and language.text != "vi":
        found = f'theme: language ghi là "{language.text}"' if language.text else "theme: thiếu language"
        said = f"{found}: máy đọc màn hình sẽ đọc trang không phải bằng tiếng Việt."
        yield warning(FILE, language.line or theme_of(top).line, said, "language: vi")


def _without_effect(top: Value) -> Iterator[Finding]:
    """Options that Material's documentation tells of and the light frame has nothing for."""
    inherited = top.get("INHERIT")
    if inherited.value:
        said = "INHERIT: bộ máy chỉ đọc màu và khung trong chính tệp này."
        yield warning(FILE, inherited.line, said, f"đặt theme, extra và plugins trong {FILE}")
    for place, options in _NONE.items():
        there = dict(plugins(top)) if place == "plugins" else dict((top.get(place) if place else top).items())
        for option, why in options.items():
            found = there.get(option) or there.get(f"material/{option}")
            if found and (found.value or place == "plugins"):
                said = f"{place}{': ' if place else ''}{option} không có tác dụng trong khung nhẹ: {why}."
                yield warning(FILE, found.line, said, _OTHER_FRAME)
    for name, icon in top.get("theme", "icon").items():
        if name != "logo":
            said = f"theme: icon: {name} không có tác dụng trong khung nhẹ, nơi chỉ có icon: logo."
            yield warning(FILE, icon.line, said, _OTHER_FRAME)
    yield from _second_colours(top.get("theme", "palette").list())


def _second_colours(options: list[Value]) -> Iterator[Finding]:
    """Colours that no page takes: of a second option for the same scheme, or such as our frame has no place for."""
    seen: dict[tuple[bool, str], str] = {}
    for option in options:
        for kind in ("primary", "accent"):
            name = option.get(kind)
            dark = option.get("scheme").text == "slate"
            if name.text in ("black", "white"):
                said = f"palette: {kind}: {name.text} không có tác dụng trong khung nhẹ: đầu trang ở đây không tô màu."
                yield warning(FILE, name.line, said, "một màu khác, hoặc bỏ dòng này")
            elif name.text and seen.setdefault((dark, kind), name.text) != name.text:
                said = f"palette: {kind}: {name.text} không có tác dụng: nền này đã có màu {seen[dark, kind]}."
                yield warning(FILE, name.line, said, "mỗi nền (default, slate) một màu")
