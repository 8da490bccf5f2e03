"""`programme release`: record today's addresses as published; from then on none may vanish."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from .. import open_programme
from ..pages import released


def options(parser: ArgumentParser) -> None:
    """None of its own."""


def run(options: Namespace) -> None:
    for address in released.release(open_programme(options.root), options.root):
        print(f"Địa chỉ mới: /{address}")
