"""What new plans are made with, and what is read on their pages."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup
from support import parsed, run

GIVEN = (
    "NAME=Kế hoạch thử năm 2031 của xã Bình Minh",
    "LEVEL=xã",
    "YEAR=2031",
    "ISSUER=UBND xã Bình Minh",
    "PLACE=xã Bình Minh",
)


BLANK = "Ghi chú của trang web: Kế hoạch chưa được nhập vào trang web này."
"""What each page about the plan says of a new one."""


UNFINISHED = (
    "Ghi chú của trang web: Kế hoạch đang được nhập vào trang web này, chưa đủ. "
    "Điều chưa thấy ở đây vẫn có thể có trong Kế hoạch."
)


PROGRAMMES = "programmes:\n  - {id: thu, name: Chương trình thử}\n"


def site_of(plan: Path, folder: Path) -> dict[str, BeautifulSoup]:
    done = run("programme", "--root", str(plan), "build", "--site-dir", str(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    return parsed(folder)


def words_of(page: BeautifulSoup) -> str:
    """What a reader sees of a page's own content on a screen, without the frame around it."""
    content = BeautifulSoup(str(page.select_one("article")), "html.parser")
    for node in content.select("[hidden], script, .page-tools, [data-no-search]"):
        node.decompose()
    return _OF_SHEETS.sub("", " ".join(" ".join(content.stripped_strings).split()))


_OF_SHEETS = re.compile(r"Trích từ .*? Phiên bản (?:của trang|dữ liệu): [^.]*\. ")
"""What stands on each printed sheet."""
