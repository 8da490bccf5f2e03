"""The headers a server sends with every page, for nginx and Caddy: `deploy/headers.*`.

They hold the hash of the style sheet, so they are made (`programme deploy`) and
a test keeps them current.
"""

from __future__ import annotations

from pathlib import Path

from . import bundles
from .policy import policy

FOLDER = "deploy"
_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def headers() -> dict[str, str]:
    """Header -> value."""
    return {"Content-Security-Policy": f"{policy(bundles.bundled().light)}; frame-ancestors 'none'", **_FIXED}


def files() -> dict[str, str]:
    """File name -> its text."""
    made = "# Made by `make deploy`; do not edit.\n"
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers().items())
    caddy = "".join(f'\t{name} "{value}"\n' for name, value in headers().items())
    return {"headers.nginx.conf": made + nginx, "headers.caddy": f"{made}header {{\n{caddy}}}\n"}


def write(folder: Path) -> list[Path]:
    """Write the files; returns their paths."""
    folder.mkdir(exist_ok=True)
    for name, text in files().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in files()]
