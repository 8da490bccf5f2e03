"""`programme finish`: the steps after the build, for a builder that knows no plugins."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from .. import open_programme
from ..built.finish import finish


def options(parser: ArgumentParser) -> None:
    parser.add_argument("site", metavar="TRANG", type=Path, help="thư mục chứa trang đã dựng")


def run(options: Namespace) -> int:
    if not (options.site / "index.html").is_file():  # a builder that is not ours may make no 404.html
        print(f"{options.site} không phải thư mục của một trang đã dựng.", file=sys.stderr)
        return 1
    finish(open_programme(options.root), options.site, options.root)
    return 0
