"""The commands: `python -m programme check | pages | text | schema | release | deploy | finish`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from . import FindingsError, check, deploy, finish, open_programme, pages, released, schema
from .findings import Finding, as_json, report
from .words import rebuild


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 where there are errors."""
    parser = argparse.ArgumentParser(prog="python -m programme", description="Kiểm tra và dựng dữ liệu của Kế hoạch.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="thư mục chứa data/ và docs/")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="kiểm tra dữ liệu và trang; báo mọi lỗi một lần")
    checking.add_argument("--format", choices=("text", "json"), default="text", help="chữ cho người, json cho máy")
    commands.add_parser("pages", help="tạo các trang còn thiếu, nêu tên các trang thừa")
    commands.add_parser("text", help="in lại toàn văn Kế hoạch từ dữ liệu")
    commands.add_parser("schema", help="ghi lược đồ JSON Schema cho trình soạn thảo vào schema/")
    commands.add_parser("release", help="ghi các địa chỉ hiện có vào danh sách đã phát hành")
    commands.add_parser("deploy", help="ghi các dòng bảo mật cho máy chủ vào deploy/")
    finishing = commands.add_parser("finish", help="thêm chỉ mục tìm kiếm và mã kịch bản vào trang đã dựng")
    finishing.add_argument("site", type=Path, help="thư mục chứa trang đã dựng")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    try:
        match options.command:
            case "check":
                return _say(check(root)[1], options.format)
            case "text":
                print(rebuild(open_programme(root, with_pages=False).data))
            case "schema":
                for file in schema.write(root / schema.FOLDER):
                    print(f"Đã ghi {file.relative_to(root)}")
            case "release":
                for address in released.release(open_programme(root), root):
                    print(f"Địa chỉ mới: /{address}")
            case "deploy":
                for file in deploy.write(root / deploy.FOLDER):
                    print(f"Đã ghi {file.relative_to(root)}")
            case "finish":
                finish.finish(open_programme(root), options.site, root / "templates", root)
            case _:
                return _pages(root)
    except FindingsError as error:
        return _say(error.findings, getattr(options, "format", "text"))
    return 0


def _say(findings: Sequence[Finding], form: str) -> int:
    """Print findings in a form; 1 if one of them is an error."""
    wrong = any(finding.is_error for finding in findings)
    print(
        as_json(findings) if form == "json" else report(findings),
        file=sys.stderr if wrong and form == "text" else sys.stdout,
    )
    return int(wrong)


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
