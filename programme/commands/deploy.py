"""`programme deploy`: the security headers for nginx and Caddy."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ..frame import server_headers
from ..pages import settings


def options(parser: ArgumentParser) -> None:
    """None of its own."""


def run(options: Namespace) -> None:
    asked = settings.read(options.root)
    policed = asked.frame != settings.MATERIAL  # whose pages hold scripts
    for file in server_headers.write(options.root / server_headers.FOLDER, asked.style(), policed=policed):
        print(f"Đã ghi {file.relative_to(options.root)}")
