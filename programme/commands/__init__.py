"""The commands: what a person types, as `programme` and a word, or with `make`.

What make takes as NAME=value is taken here too, so that a line that was learnt with one works with the other:
`programme publish DEST=D:\\www SITE_URL=https://giam-ngheo.example/`.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from .. import cache
from ..building.reasons import refused
from ..frame import FrameError
from ..frame.bundles import ScriptsError
from ..load.findings import Finding, FindingsError, as_json, report
from ..vietnamese import formats
from . import make_help
from .parser import Parser

WORDS = {
    "new": "tạo thư mục của một Kế hoạch mới",
    "import": "đọc một văn bản (.docx, .pdf, .doc, .txt) thành thư mục bản nháp của Kế hoạch",
    "questions": "hỏi từng chỗ máy đọc mà chưa chắc, ghi câu trả lời vào dữ liệu",
    "check": "kiểm tra dữ liệu và trang; báo mọi lỗi một lần",
    "build": "dựng trang một lần; có lời nhắc nào cũng coi là lỗi",
    "build-all": "dựng trang của mọi Kế hoạch trong portal.yaml, trên máy này hay nhiều máy",
    "serve": "mở trang trên máy này, tự dựng lại khi có chỗ sửa",
    "accept": "nghiệm thu: dựng trang rồi xem lại như người đọc, trong trình duyệt và trên giấy",
    "save": "ghi các chỗ sửa vào lịch sử",
    "publish": "kiểm tra, dựng, xem lại, rồi phát hành",
    "back": "quay về bản phát hành trước",
    "portal": "dựng cổng: một trang chung cho nhiều Kế hoạch, từ dữ liệu mở của từng trang",
    "offline": "gói trang thành tệp ZIP để chép vào USB",
    "pages": "tạo các trang còn thiếu, nêu tên các trang thừa",
    "release": "ghi các địa chỉ hiện có vào danh sách đã phát hành",
    "text": "in lại toàn văn Kế hoạch từ dữ liệu",
    "schema": "ghi lược đồ JSON Schema cho trình soạn thảo",
    "upgrade": "chuyển dữ liệu của bộ máy cũ sang dạng mà bộ máy này đọc",
    "deploy": "ghi các dòng bảo mật cho máy chủ vào deploy/",
    "finish": "làm các bước sau khi dựng, cho trình dựng không biết phần cắm thêm",
}
"""Each command with what it does. A command is the module of its name: `options` adds its own, `run` does it."""

_VALUES = (
    *("PORT", "NAME", "LEVEL", "YEAR", "ISSUER", "PLACE", "FROM", "OLD_SITE"),
    *("INTO", "SHARD", "SCHEDULER", "PROCESSES"),
)
"""Options that take a value, as they are written for make."""
MODULES = {"import": "import_", "build-all": "build_all"}
"""Commands whose module cannot have their name."""
_STOPPED = 130
"""What a program gives that was stopped by Ctrl+C."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 where there are errors, 130 where a person stopped it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Vietnamese words, whatever the system writes else
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
        if sys.stdout:
            sys.stdout.flush()
        return status
    except (ScriptsError, FrameError) as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:  # Ctrl+C
        print("Đã dừng theo lệnh của bạn.", file=sys.stderr)
        return _STOPPED
    except BrokenPipeError:  # who reads it has seen enough: `programme text | head`
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return 1


def _run(given: Sequence[str]) -> int:
    parser = Parser(prog="programme", description="Kế hoạch thành dữ liệu, dữ liệu thành trang.")
    common = Parser(add_help=False)
    for one, default in ((parser, Path.cwd()), (common, argparse.SUPPRESS)):  # before or after the command
        one.add_argument("--root", metavar="THƯ_MỤC", type=Path, default=default, help="thư mục chứa data/ và docs/")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", title="Các lệnh")
    if [*given] == ["make-help"]:
        print(make_help.listing(WORDS))
        return 0
    words = list(_as_options(given))
    for word, help in WORDS.items():
        own = commands.add_parser(word, help=help, description=f"{formats.upper_first(help)}.", parents=[common])
        if word in words:  # a command's module is imported only where it is asked for
            module = import_module(f"{__name__}.{MODULES.get(word, word)}")
            module.options(own)
            own.set_defaults(run=module.run)
    options = parser.parse_args(words)
    options.root = options.root.resolve()
    cache.use(options.root)
    try:
        return int(options.run(options) or 0)
    except FindingsError as error:
        return say(error.findings, getattr(options, "format", "text"))
    except OSError as error:  # a full disk, a project that may only be read; what is no such thing shows its place
        if not error.errno or isinstance(error, BrokenPipeError):
            raise
        print(refused(error, options.root), file=sys.stderr)
        return 1


def _as_options(given: Sequence[str]) -> Iterator[str]:
    """The arguments, with what is written as for make in the words of the commands."""
    for one in given:
        name, said, value = one.partition("=")
        if said and name == "SITE_URL":
            os.environ[name] = value
        elif said and name == "DIR" and "import" in given:
            yield from ("--into", value)
        elif said and name in ("DEST", "DIR", "FILE", "PORTAL"):
            yield value
        elif said and name in ("DROP", "DRAFT"):
            yield from (f"--{name.lower()}",) if value else ()
        elif said and name in _VALUES:
            yield from (f"--{name.lower().replace('_', '-')}", value)
        else:
            yield one


def say(findings: Sequence[Finding], form: str = "text") -> int:
    """Print findings in a form; 1 if one of them is an error."""
    wrong = any(finding.is_error for finding in findings)
    print(
        as_json(findings) if form == "json" else report(findings),
        file=sys.stderr if wrong and form == "text" else sys.stdout,
    )
    return int(wrong)
