"""`programme finish`: the steps after the build, for a builder that knows no plugins."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from .. import open_programme
from ..built.finish import finish

_FRAME = " data-frame="
"""What each page of our frames has; a builder that knows no plugins may have taken another."""


def options(parser: ArgumentParser) -> None:
    parser.add_argument("site", metavar="TRANG", type=Path, help="thư mục chứa trang đã dựng")


def run(options: Namespace) -> int:
    if not (options.site / "index.html").is_file():  # a builder that is not ours may make no 404.html
        print(f"{options.site} không phải thư mục của một trang đã dựng.", file=sys.stderr)
        return 1
    if _FRAME not in (options.site / "index.html").read_text(encoding="utf-8"):
        print(
            f"Trang ở {options.site} được dựng bằng khung không phải của bộ máy này, nên không có kiểu trình bày, tìm "
            "kiếm và chỗ in. Trong mkdocs.yml sửa dòng “name: material” thành “name: programme”, dựng lại, rồi gõ lại.",
            file=sys.stderr,
        )
        return 1
    finish(open_programme(options.root), options.site, options.root)
    return 0
