"""`programme check`: all that is wrong with data/ and docs/, at once."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from .. import check
from . import say


def options(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help="chữ cho người, json cho máy")


def run(options: Namespace) -> int:
    return say(check(options.root)[1], options.format)
