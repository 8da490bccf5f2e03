"""`programme back`: the build published before is the site again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from . import publish


def options(parser: ArgumentParser) -> None:
    publish.destination(parser)


def run(options: Namespace) -> int:
    return publish.switched(options, publish.back)
