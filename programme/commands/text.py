"""`programme text`: the plan's whole text, put together again from data/."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from .. import open_programme
from ..derive.full_text import rebuild


def options(parser: ArgumentParser) -> None:
    """None of its own."""


def run(options: Namespace) -> None:
    print(rebuild(open_programme(options.root, with_pages=False).data))
