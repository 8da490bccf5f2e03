"""`programme schema`: the JSON Schemas with which editors complete and check data/."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..load import editor_schema


def options(parser: ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, default=editor_schema.FOLDER, help="thư mục nhận các tệp lược đồ")


def run(options: Namespace) -> None:
    for file in editor_schema.write(options.to):
        print(f"Đã ghi {os.path.relpath(file, options.root)}")
