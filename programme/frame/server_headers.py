"""The headers a server sends with every page, for nginx and Caddy: `deploy/headers.*`.

They hold the hash of the style sheet, so they are made (`programme deploy`) and
a test keeps them current. Pages in the frame of Material, whose scripts stand in the pages, have no such policy.
"""

from __future__ import annotations

from pathlib import Path

from .. import whole
from . import bundles
from .policy import policy

FOLDER = "deploy"
_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def headers(style: str = "", *, policed: bool = True) -> dict[str, str]:
    """Header -> value. `style`: the rules that a plan's colours put after the style sheet; `policed`: with a policy."""
    allowed = f"{policy(*(one + style for one in bundles.bundled().of_light()))}; " if policed else ""
    return {"Content-Security-Policy": f"{allowed}frame-ancestors 'none'", **_FIXED}


def files(style: str = "", *, policed: bool = True) -> dict[str, str]:
    """File name -> its text."""
    made = "# Made by `make deploy`; do not edit.\n"
    named = headers(style, policed=policed)
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in named.items())
    caddy = "".join(f'\t{name} "{value}"\n' for name, value in named.items())
    return {"headers.nginx.conf": made + nginx, "headers.caddy": f"{made}header {{\n{caddy}}}\n"}


def write(folder: Path, style: str = "", *, policed: bool = True) -> list[Path]:
    """Write the files; returns their paths."""
    folder.mkdir(exist_ok=True)
    made = files(style, policed=policed)
    for name, text in made.items():
        whole.write(folder / name, text)
    return [folder / name for name in made]


def stale(folder: Path, style: str = "") -> list[Path]:
    """The files there that do not let browsers take the style of today."""
    there = {folder / name: text for name, text in files(style).items() if (folder / name).is_file()}
    return [path for path, text in there.items() if path.read_text(encoding="utf-8") != text]
