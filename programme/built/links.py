"""Where the links of built pages lead: raw HTML is not looked at by the builder, so we do."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..pages import addresses
from .page import Page
from .site import address_of

_LINK = re.compile(r"""<(?:a|area|link|img|script|source|form)\b[^>]*?\s(?:href|src|action)="([^"]*)\"""")
_ANCHOR = re.compile(r"""<[a-z][^>]*?\s(?:id|name)="([^"]+)\"""")


def broken(pages: Mapping[str, Page], folder: Path, coming: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """(page, what is wrong) for links within the site in `folder` that lead to no file of it, or to no place there.

    `coming`: files that are still being made.
    """
    root = urlsplit(address_of(pages)).path or "/"
    faults: dict[tuple[str, str], str] = {}
    anchors: dict[str, frozenset[str]] = {}
    there: dict[str, bool] = dict.fromkeys(coming, True)

    def fault(page: Page, link: str) -> str:
        target = urlsplit(unescape(link))
        if target.scheme or target.netloc:
            return ""
        file = file_at(page, unquote(target.path), root)
        if file is not None and file not in there:
            there[file] = (folder / file).is_file()
        if file is None or not there[file]:
            return f"liên kết không tới đâu: {link}"
        if target.fragment and "=" not in target.fragment and file.endswith(".html"):
            path = file.removesuffix(".html")
            if path not in anchors:
                anchors[path] = frozenset(map(unescape, _ANCHOR.findall(pages[path].text)) if path in pages else ())
            if unquote(target.fragment) not in anchors[path]:
                return f"liên kết không có chỗ tới: {link}"
        return ""

    for page in pages.values():
        # what leads nowhere from one page does so from all of its folder
        place = page.file if page.path == addresses.NOT_FOUND else posixpath.dirname(page.file)
        for link in dict.fromkeys(_LINK.findall(page.text)):
            if (known := (page.file if link[:1] in "#?" else place, link)) not in faults:
                faults[known] = fault(page, link)
            if faults[known]:
                yield page.path, faults[known]


def file_at(page: Page, path: str, root: str) -> str | None:
    """The file in the site that a link leads to; nothing where it leads out of it.

    Links are relative, so that one tree serves the web and a USB stick; only the
    page for a wrong address is shown at any depth, so its links begin at the root.
    """
    if not path:
        return page.file
    if page.path == addresses.NOT_FOUND:
        return path.removeprefix(root) if path.startswith(root) else None
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), path))
    return None if file.startswith(("/", "../")) else file
