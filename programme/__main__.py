"""The commands: `python -m programme check | pages | text`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import FindingsError, open_programme, pages
from .findings import report
from .words import rebuild


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 where there are findings."""
    parser = argparse.ArgumentParser(prog="python -m programme", description="Kiểm tra và dựng dữ liệu của Kế hoạch.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="thư mục chứa data/ và docs/")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="kiểm tra dữ liệu và trang; báo mọi lỗi một lần")
    commands.add_parser("pages", help="tạo các trang còn thiếu, nêu tên các trang thừa")
    commands.add_parser("text", help="in lại toàn văn Kế hoạch từ dữ liệu")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    try:
        if options.command == "check":
            open_programme(root)
            print(report(()))
        elif options.command == "text":
            print(rebuild(open_programme(root, with_pages=False).data))
        else:
            return _pages(root)
    except FindingsError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _pages(root: Path) -> int:
    programme = open_programme(root, with_pages=False)
    for file in pages.create_missing(programme, root / "docs"):
        print(f"Đã tạo docs/{file}")
    left = pages.orphans(programme, root / "docs")
    for file in left:
        print(f"Trang thừa, không còn mục trong data/: docs/{file}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
