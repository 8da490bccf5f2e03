"""`programme finish`: the steps after the build, for a builder that knows no plugins."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from .. import open_programme
from ..built.finish import finish


def options(parser: ArgumentParser) -> None:
    parser.add_argument("site", type=Path, help="thư mục chứa trang đã dựng")


def run(options: Namespace) -> None:
    finish(open_programme(options.root), options.site, options.root)
