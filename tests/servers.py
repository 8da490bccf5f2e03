"""Real web servers with the configurations of deploy/, on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from conftest import ROOT

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
USER = "user root; " if os.getuid() == 0 else ""
"""Run by root, nginx would give its workers to somebody who may not read our folders."""
_ROOT = "/srv/giam-ngheo/site"
"""What the configurations of deploy/ serve; a test puts its own folder there."""


@contextmanager
def nginx(site: Path, folder: Path) -> Iterator[str]:
    """The address of nginx serving `site`; `folder` holds its configuration."""
    port = free_port()
    server = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    server = server.replace("listen 80", f"listen 127.0.0.1:{port}").replace(_ROOT, str(site))
    (folder / "server.conf").write_text(server, encoding="utf-8")
    shutil.copy(ROOT / "deploy/headers.nginx.conf", folder)
    (folder / "nginx.conf").write_text(
        f"{USER}daemon off; pid {folder}/pid; error_log {folder}/error.log;\nevents {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; include server.conf; }}\n",
        encoding="utf-8",
    )
    with running([NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")], port) as address:
        yield address


@contextmanager
def caddy(site: Path, folder: Path) -> Iterator[str]:
    """The address of Caddy serving `site`; `folder` holds its configuration."""
    port = free_port()
    server = (ROOT / "deploy/Caddyfile").read_text(encoding="utf-8")
    server = server.replace(":80 {", f"http://127.0.0.1:{port} {{").replace(_ROOT, str(site))
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{server}", encoding="utf-8")
    shutil.copy(ROOT / "deploy/headers.caddy", folder)
    with running(["caddy", "run", "--config", str(folder / "Caddyfile")], port) as address:
        yield address


@contextmanager
def running(command: list[str], port: int) -> Iterator[str]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(address)
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.05)  # the server is starting: ask again until it answers
        yield address
    finally:
        process.terminate()
        process.wait()


def ask(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (names in lower case) and body of an answer."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
