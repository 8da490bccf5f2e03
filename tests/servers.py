"""Real web servers with the configurations of deploy/, on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from support import ROOT, WAIT

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
USER = "user root; " if os.getuid() == 0 else ""
"""Run by root, nginx would give its workers to somebody who may not read our folders."""
_ROOT = "/srv/giam-ngheo/site"
"""What the configurations of deploy/ serve; a test puts its own folder there."""


@contextmanager
def nginx(site: Path, folder: Path, chosen: Callable[[str], str] = str) -> Iterator[str]:
    """The address of nginx serving `site`; `folder` holds its configuration, in which `chosen` may change something."""
    server = chosen((ROOT / "deploy/nginx.conf").read_text(encoding="utf-8").replace(_ROOT, str(site)))
    shutil.copy(ROOT / "deploy/headers.nginx.conf", folder)
    (folder / "nginx.conf").write_text(
        f"{USER}daemon off; pid {folder}/pid; error_log {folder}/error.log;\nevents {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; include server.conf; }}\n",
        encoding="utf-8",
    )

    def command(port: int) -> list[str]:
        (folder / "server.conf").write_text(server.replace("listen 80", f"listen 127.0.0.1:{port}"), encoding="utf-8")
        return [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")]

    with running(command) as address:
        yield address


@contextmanager
def caddy(site: Path, folder: Path, chosen: Callable[[str], str] = str) -> Iterator[str]:
    """The address of Caddy serving `site`; `folder` holds its configuration, in which `chosen` may change something."""
    server = chosen((ROOT / "deploy/Caddyfile").read_text(encoding="utf-8").replace(_ROOT, str(site)))
    shutil.copy(ROOT / "deploy/headers.caddy", folder)

    def command(port: int) -> list[str]:
        own = server.replace(":80 {", f"http://127.0.0.1:{port} {{")
        (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{own}", encoding="utf-8")
        return ["caddy", "run", "--config", str(folder / "Caddyfile")]

    with running(command) as address:
        yield address


@contextmanager
def running(command: Callable[[int], list[str]]) -> Iterator[str]:
    """The address of the server that `command` gives for a port; on another port where somebody was quicker."""
    said = ""
    for _ in range(5):
        port = free_port()
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log:
            process = subprocess.Popen(command(port), stdout=log, stderr=log)
            try:
                if _answers(process, f"http://127.0.0.1:{port}"):
                    yield f"http://127.0.0.1:{port}"
                    return
            finally:
                process.terminate()
                process.wait()
            log.seek(0)
            said = log.read()
    raise RuntimeError(f"no server answers: {said}")


def _answers(process: subprocess.Popen[bytes], address: str) -> bool:
    """Wait until a server answers; False if it ended or still does not answer after long."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end and process.poll() is None:
        try:
            ask(address)
            return process.poll() is None
        except OSError:
            time.sleep(0.05)  # the server is starting: ask again until it answers
    return False


def ask(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (names in lower case) and body of an answer."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=WAIT) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


COPIED = ("/", ".", ",", ")", ";", ").", "/,", "%E2%80%9D", "%20")
"""What an address that was copied out of a text has at its end."""


def final(address: str) -> tuple[int, str, str]:
    """Status of an address, where its redirects end, and the page there."""
    try:
        with urllib.request.urlopen(address, timeout=WAIT) as answer:
            return answer.status, answer.url, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, error.url, error.read().decode("utf-8", "replace")


def dead_links(address: str) -> tuple[int, list[str]]:
    """How many links the page has that an address leads to, and those that lead nowhere from there."""
    status, here, text = final(address)
    assert status == 200, address
    page = BeautifulSoup(text, "html.parser")
    linked = {str(one.get(name)) for name in ("href", "src") for one in page.select(f"[{name}]")}
    targets = {urljoin(here, link).partition("#")[0] for link in linked}
    own = sorted(target for target in targets if target.startswith(here[: here.index("/", 8)]))
    return len(own), [target for target in own if final(target)[0] != 200]
