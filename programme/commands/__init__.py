"""The commands: what a person types, with `make` or as `programme` and a word."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from ..load.findings import Finding, FindingsError, as_json, report

WORDS = {
    "check": "kiểm tra dữ liệu và trang; báo mọi lỗi một lần",
    "build": "dựng trang một lần; có lời nhắc nào cũng coi là lỗi",
    "serve": "mở trang trên máy này, tự dựng lại khi có chỗ sửa",
    "accept": "nghiệm thu: dựng trang rồi xem lại như người đọc, trong trình duyệt và trên giấy",
    "save": "ghi các chỗ sửa vào lịch sử",
    "publish": "kiểm tra, dựng, xem lại, rồi phát hành",
    "back": "quay về bản phát hành trước",
    "offline": "gói trang thành tệp ZIP để chép vào USB",
    "pages": "tạo các trang còn thiếu, nêu tên các trang thừa",
    "release": "ghi các địa chỉ hiện có vào danh sách đã phát hành",
    "text": "in lại toàn văn Kế hoạch từ dữ liệu",
    "schema": "ghi lược đồ JSON Schema cho trình soạn thảo",
    "deploy": "ghi các dòng bảo mật cho máy chủ vào deploy/",
    "finish": "làm các bước sau khi dựng, cho trình dựng không biết phần cắm thêm",
}
"""Each command with what it does. A command is the module of its name: `options` adds its own, `run` does it."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 where there are errors."""
    parser = argparse.ArgumentParser(prog="programme", description="Kế hoạch thành dữ liệu, dữ liệu thành trang.")
    common = argparse.ArgumentParser(add_help=False)
    for one, default in ((parser, Path.cwd()), (common, argparse.SUPPRESS)):  # before or after the command
        one.add_argument("--root", type=Path, default=default, help="thư mục chứa data/ và docs/")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    given = sys.argv[1:] if arguments is None else arguments
    for word, help in WORDS.items():
        own = commands.add_parser(word, help=help, description=f"{help[:1].upper()}{help[1:]}.", parents=[common])
        if word in given:  # a command's module is imported only where it is asked for
            module = import_module(f"{__name__}.{word}")
            module.options(own)
            own.set_defaults(run=module.run)
    options = parser.parse_args(given)
    options.root = options.root.resolve()
    try:
        return int(options.run(options) or 0)
    except FindingsError as error:
        return say(error.findings, getattr(options, "format", "text"))


def say(findings: Sequence[Finding], form: str = "text") -> int:
    """Print findings in a form; 1 if one of them is an error."""
    wrong = any(finding.is_error for finding in findings)
    print(
        as_json(findings) if form == "json" else report(findings),
        file=sys.stderr if wrong and form == "text" else sys.stdout,
    )
    return int(wrong)
