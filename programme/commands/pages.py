"""`programme pages`: make the page files of new entities; name the orphans."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from .. import open_programme
from ..pages import page_files


def options(parser: ArgumentParser) -> None:
    """None of its own."""


def run(options: Namespace) -> int:
    docs = options.root / "docs"
    programme = open_programme(options.root, with_pages=False)
    for file in page_files.create_missing(programme, docs):
        print(f"Đã tạo docs/{file}")
    left = page_files.orphans(programme, docs)
    for file in left:
        print(f"Trang thừa, không còn mục trong data/: docs/{file}")
    return 1 if left else 0
