"""`programme schema`: the JSON Schemas with which editors complete and check data/.

The engine's own are kept current in its repository. The folder of a plan gets them, and the settings
that tell VS Code which is for which file, into `.vscode/`; settings that are there are left alone.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from .. import whole
from ..load import editor_schema

_EDITOR = ".vscode"


def options(parser: ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, help="thư mục nhận các tệp lược đồ; không ghi thì là .vscode/schema")


def run(options: Namespace) -> None:
    own = options.root / "programme/load/schema" == editor_schema.FOLDER  # a checkout of the engine
    folder = options.to or (editor_schema.FOLDER if own else options.root / _EDITOR / "schema")
    written = editor_schema.write(folder)
    settings = options.root / _EDITOR / "settings.json"
    if not own and not options.to and not settings.exists():
        used = {"yaml.schemas": editor_schema.used(f"./{_EDITOR}/schema")}
        whole.write(settings, json.dumps(used, ensure_ascii=False, indent=2) + "\n")
        written.append(settings)
    for file in written:
        print(f"Đã ghi {file.relative_to(options.root) if file.is_relative_to(options.root) else file}")
