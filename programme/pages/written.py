"""What somebody wrote by hand in the pages of `docs/`: what no builder takes, leads nowhere, or is another host's."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from ..derive.programme import Programme
from ..load.findings import Finding, did_you_mean
from . import page_files
from .names import WORDS

_LEFT_OUT = re.compile(r"\{#.*?#\}|<!--.*?-->|^(?:```|~~~).*?^(?:```|~~~)|`[^`\n]*`", re.DOTALL | re.MULTILINE)
"""What is not shown, or shown as it is written: comments and code."""
_MARKDOWN = re.compile(r"(?P<picture>!)?\[[^\]]*\]\(\s*<?(?P<address>[^\s)>{]+)")
_HTML = re.compile(
    r"<(?P<tag>[a-zA-Z][\w-]*)\b[^>]*?\b(?:src|srcset|href|data|poster)\s*=\s*[\"']?(?P<address>[^\s\"'>{]+)"
)
_OF_MACROS = {
    *("config", "environment", "extra", "filters", "filters_builtin", "files", "macros", "navigation"),
    *("page", "plugin"),
}
"""What the plugin macros gives to every page."""
_BRACES = "dấu {{, {% và {# chỉ để gọi mục; muốn hiện chúng thì đặt giữa {% raw %} và {% endraw %}"
_OURS = "đường dẫn của một tệp trong docs/, tính từ trang này"
_MINE = "chép tệp ấy vào docs/ rồi ghi đường dẫn tới nó"


def check(programme: Programme, docs: Path) -> list[Finding]:
    """Findings about each page below `docs`, in order."""
    known, own = page_files.known(programme), page_files.expected(programme)
    astray = {*page_files.orphans(programme, docs)}
    return [
        one
        for path in sorted(docs.rglob("*.md"))
        if (file := path.relative_to(docs).as_posix())
        for one in _page(docs, path, {} if file in astray else known, own.get(file, ""))
    ]


def _page(docs: Path, path: Path, known: Mapping[str, Collection[str]], own: str) -> Iterator[Finding]:
    """`known`: macro -> what it may be called with; `own`: the call that makes the page what it is, if one does."""
    file = path.relative_to(docs).as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return  # said of the page itself
    if own and known and text == page_files.as_made(own):
        return  # as most pages of a large plan are
    yield from _macros(f"{docs.name}/{file}", text, known if own in text else {})  # without it that is said
    shown = _LEFT_OUT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for found in (*_MARKDOWN.finditer(shown), *_HTML.finditer(shown)):
        address = found["address"]
        marked = found.re is _MARKDOWN
        fetched = found["picture"] if marked else found["tag"].lower() != "a"
        line = shown[: found.start()].count("\n") + 1
        said = _wrong(docs, file, address, bool(fetched), ".md" if marked else ".html")
        if said:
            yield Finding(f"{docs.name}/{file}", line, *said)


def _wrong(docs: Path, file: str, address: str, fetched: bool, ending: str) -> tuple[str, str] | None:
    """(found, expected) about an address of a page; nothing where it leads somewhere.

    `ending`: that of another page, ".md" in Markdown, ".html" in HTML, which goes into the site as it is written.
    """
    try:
        target = urlsplit(address)
    except ValueError:
        return f'địa chỉ "{address}" không viết đúng.', "một địa chỉ https://… hay đường dẫn tới một tệp trong docs/"
    if target.netloc:
        return (f'"{address}" nằm ở máy khác; trang không gọi tới máy chủ khác.', _MINE) if fetched else None
    if target.scheme or not target.path:
        return None
    here, path = posixpath.dirname(file), unquote(target.path)
    there = posixpath.normpath(posixpath.join(here, path) if path[0] != "/" else path.lstrip("/") or ".")
    page = next((one for one in _pages(there) if (docs / one).is_file()), "")
    if path[0] != "/" and page.removesuffix(".md") + ending == there:
        return None
    if path[0] != "/" and not page and (docs / there).is_file():
        return None
    if page:
        meant = posixpath.relpath(page.removesuffix(".md") + ending, here or ".")
        return f'địa chỉ "{address}" không mở được trang nào. Ý bạn là "{meant}"?', _OURS
    return f'không có tệp "{address}" mà trang dẫn tới.', _OURS


def _pages(path: str) -> tuple[str, ...]:
    """The files of the pages that somebody may mean who writes this path: "du-an/1.html", "du-an/1", "du-an"."""
    bare = re.sub(r"\.(md|html)$", "", path)
    return f"{bare}.md", posixpath.normpath(f"{bare}/index.md")


def _macros(file: str, text: str, known: Mapping[str, Collection[str]]) -> Iterator[Finding]:
    """What stands in braces and is no call of a macro: a word that there is not, braces that do not close, sums."""
    engine = Environment()
    try:
        parsed = engine.parse(text)
        unknown = meta.find_undeclared_variables(parsed) - {*WORDS} - _OF_MACROS - {*engine.globals}
    except TemplateSyntaxError as error:
        yield Finding(file, error.lineno, "ngoặc nhọn viết không đúng.", _BRACES)
        return
    for word in sorted(unknown):
        line = next(at for at, said in enumerate(text.split("\n"), 1) if word in said)
        yield Finding(file, line, f'không có mục "{word}" để gọi.{did_you_mean(word, WORDS)}', ", ".join(WORDS))
    for term in parsed.find_all(nodes.BinExpr):
        yield Finding(file, term.lineno, "ngoặc nhọn chỉ để gọi mục, không để tính.", _BRACES)
    for call in parsed.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in known:
            yield from _call(file, call, call.node.name, known[call.node.name])


def _call(file: str, call: nodes.Call, word: str, known: Collection[str]) -> Iterator[Finding]:
    """What is wrong with how a macro is called: with something unknown, with nothing, with too much."""
    given = [one.value for one in call.args if isinstance(one, nodes.Const)]
    if len(given) != len(call.args) or call.kwargs or call.dyn_args or call.dyn_kwargs:
        return  # worked out by an engineer
    if len(given) != bool(known):
        wanted = f'{word}("…")' if known else f"{word}()"
        yield Finding(file, call.lineno, f"gọi {word} không đúng cách.", f"gọi là {wanted}")
    elif known and given[0] not in known:
        near = did_you_mean(str(given[0]), known)
        yield Finding(file, call.lineno, f'{word}("{given[0]}"): data/ không có mã này.{near}', "một mã có trong data/")
