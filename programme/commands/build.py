"""`programme build`: the whole site, once."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from ..building.reasons import reason
from ..building.whole_site import BuildError, build, is_empty, is_site, put_in_place


def options(parser: ArgumentParser) -> None:
    parser.add_argument("--site-dir", type=Path, help="nơi để trang; không ghi thì là site/ trong thư mục của Kế hoạch")


def run(options: Namespace) -> int:
    """The new site takes the place of the old one only when it is whole."""
    from .notices import end_of_material, stale_headers  # `serve`, which needs the rest of this, says neither

    target = (options.site_dir or options.root / "site").resolve()
    if target.exists() and not (is_site(target) or is_empty(target)):
        print(f"{target} không phải thư mục của một trang đã dựng; chọn một thư mục trống.", file=sys.stderr)
        return 1
    try:
        put_in_place(lambda new: build(options.root, new), target)
        for notice in (*stale_headers(options.root), *end_of_material(options.root, date.today())):
            print(notice)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:  # a full disk, a folder of somebody else; on Windows a file of it that is open
        old = " Trang cũ giữ nguyên." if target.exists() else ""
        print(f"Không ghi được trang vào {target}: {reason(error)}.{old}", file=sys.stderr)
        return 1
    return 0
