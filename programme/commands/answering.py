"""What the server of `programme serve` answers: the last good build, what pages ask of it, the editor."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from . import desk
from .drafts import Site

HERE = "/__here"
"""Where a server says whose it is."""
_NAMES = ("localhost", "127.0.0.1", "::1")
"""What a browser on this machine calls the server, which listens nowhere else."""
_REFUSALS = {
    HTTPStatus.BAD_REQUEST: "Địa chỉ này không hợp lệ.",
    HTTPStatus.MISDIRECTED_REQUEST: "Bản xem thử chỉ mở được trên máy này, ở http://127.0.0.1 hoặc http://localhost.",
    HTTPStatus.REQUEST_URI_TOO_LONG: "Địa chỉ này dài quá.",
}
_REFUSED = "<!doctype html><html lang=vi><meta charset=utf-8><title>Không trả lời</title><body><p>{said}</p>"
_LONGEST, _LONGEST_NAME = 2_000, 200
"""Letters of an address, and bytes of a name in it with an ending: more than any file has."""
_DOUBLED = re.compile(r"[A-Za-z0-9._/-]*//[A-Za-z0-9._/-]*")
"""An address with two strokes beside each other, of letters that pages are called by."""
_COPIED = re.compile(r"""((?:/[A-Za-z0-9._-]*[A-Za-z0-9])*)[\s/.,;:!?)\]}>"'*_”’…»]*""")

SCRIPT = Path(__file__).with_name("reload.js").read_bytes()
_FIRST = "Đang dựng trang lần đầu, chờ vài giây…"
_NEW = "Đang dựng trang này, chờ vài giây…"
_FAILED = "Trang này chưa có, vì còn chỗ phải sửa nêu ở cuối màn hình."
WAITING = (
    "<!doctype html><html lang=vi><meta charset=utf-8><title>Đang chờ</title>"
    f'<body><p data-failed="{_FAILED}">{{said}}</p>'
)


def name_of(root: Path) -> bytes:
    """What tells the server of one plan from that of another."""
    return hashlib.sha256(str(root).encode()).hexdigest().encode()


def page_at(path: str, ending: str) -> str:
    """The file of the page at an address: "/du-an/2" is "du-an/2.md", "/du-an/" is "du-an/index.md"."""
    name = unquote(path).strip("/").removesuffix(".html")
    if path.endswith("/") or not name:
        name = f"{name}/index".lstrip("/")
    if ".." in name or set(name) & set("\\:"):  # the last two lead out of the folder on Windows
        return f"404{ending}"
    return f"{PurePosixPath('/', name).relative_to('/')}{ending}"


def _meant(site: Path, path: str) -> str:
    """The page that an address means which was copied out of a text, as in deploy/nginx.conf; "" if there is none.

    It brings its stop, bracket or quotation mark along, or ends in a slash.
    """
    found = _COPIED.fullmatch(path)
    if not found:
        return ""
    meant = found[1]
    if meant and ((site / f"{meant[1:]}.html").is_file() or (site / meant[1:]).is_file()):
        return meant
    return f"{meant}/" if (site / meant[1:] / "index.html").is_file() else ""


class Handler(SimpleHTTPRequestHandler):
    """Answers from the last good build, `/du-an/3-2` from `du-an/3-2.html`."""

    def __init__(self, *arguments: Any, site: Site, **options: Any):
        self.site = site
        super().__init__(*arguments, directory=str(site.folder or site.work), **options)

    def do_GET(self) -> None:
        self.state = self.site.state  # before the page is read: one that is newer than it says is only shown again
        path, _, query = self.path.partition("?")
        if refused := self._refused(path):
            return self._send(_REFUSED.format(said=_REFUSALS[refused]).encode(), "text/html", refused)
        asked = self.requestline.split(" ")[1].partition("?")[0]  # `path` has lost what is doubled at its start
        if _DOUBLED.fullmatch(asked):  # links are relative: two strokes would make another folder
            return self._redirect(re.sub("//+", "/", asked) + (f"?{query}" if query else ""))
        if desk.is_ours(path):
            return self._edit(path, query)
        if path == "/__changes":
            return self._changes(query)
        if path == HERE:
            return self._send(name_of(self.site.root), "text/plain")
        if path == "/__reload.js":
            return self._send(SCRIPT, "text/javascript")
        if path.startswith("/__preview/"):
            file = self.site.preview_folder / page_at(path.removeprefix("/__preview"), ".html")
            return self._page(file.read_bytes()) if file.is_file() else self.send_error(404)
        if self.site.folder is None:
            return self._wait(_FIRST)
        file = self.site.folder / page_at(path, ".html")
        if file.is_file():  # before the folder of that name, if there is one
            return self._page(file.read_bytes(), 404 if file.name == "404.html" else 200)
        if path.endswith(".pdf") and (paper := self.site.paper(name := unquote(path)[1:])):  # it may still be made
            self.directory = str(paper.parents[name.count("/")])
        file = Path(self.translate_path(path))
        if file.is_file() and file.suffix != ".html" and not path.endswith("/"):
            return super().do_HEAD() if self.command == "HEAD" else super().do_GET()
        if meant := _meant(self.site.folder, unquote(path)):
            return self._redirect(meant + (f"?{query}" if query else ""))
        if (self.site.root / "docs" / page_at(path, ".md")).is_file():  # new, and not built yet
            return self._wait(_NEW)
        return self._page((self.site.folder / "404.html").read_bytes(), 404)

    def _wait(self, said: str) -> None:
        """There is no such page yet: it comes, or what is wrong keeps it back."""
        self._page(WAITING.format(said=_FAILED if self.site.problem else said).encode(), 503)

    do_HEAD = do_GET  # `_send` leaves the body out

    def do_POST(self) -> None:
        """A change that the editor asks for; nothing else is taken."""
        path, _, query = self.path.partition("?")
        if refused := self._refused(path):
            return self._send(_REFUSED.format(said=_REFUSALS[refused]).encode(), "text/html", refused)
        if not desk.is_ours(path):
            return self.send_error(405)
        self._edit(path, query)

    def _edit(self, path: str, query: str) -> None:
        """An answer of the editor."""
        length = self.headers.get("Content-Length") or "0"
        if not length.isdecimal() or int(length) > desk.MOST:
            return self.send_error(413)
        if path == desk.EVENTS and self.command == "GET":
            return self._told(self.site.editor.versions())
        asked = {name.lower(): value for name, value in self.headers.items()}
        answer = self.site.editor.answer(self.command, unquote(path), query, asked, self.rfile.read(int(length)))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _told(self, versions: Iterable[int]) -> None:
        """Tell a page of the editor of each change, as long as it listens."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        with suppress(OSError), self.site.editor.readers.reading("edit"):  # until the page is closed
            for version in versions:
                self.wfile.write(f"data: {version}\n\n".encode())
                self.wfile.flush()

    def _refused(self, path: str) -> HTTPStatus | None:
        """Why a request is not answered, if so.

        A page on the web may give its name our address and so read drafts here: the browser then asks for that name.
        """
        hosts = self.headers.get_all("Host") or []
        try:
            named = [urlsplit(f"//{host}").hostname for host in hosts]
        except ValueError:
            return HTTPStatus.BAD_REQUEST
        if len(named) != 1:
            return HTTPStatus.BAD_REQUEST
        if named[0] not in _NAMES:
            return HTTPStatus.MISDIRECTED_REQUEST
        plain = unquote(path)
        parts = plain.split("/")
        if not path.startswith("/") or ".." in parts or not plain.isprintable():
            return HTTPStatus.BAD_REQUEST
        if len(plain) > _LONGEST or any(len(part.encode()) > _LONGEST_NAME for part in parts):
            return HTTPStatus.REQUEST_URI_TOO_LONG
        return None

    def _redirect(self, target: str) -> None:
        self.send_response(301)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()

    def _page(self, body: bytes, status: int = 200) -> None:
        """A page that follows the builds."""
        edit = escape(desk.page_of(unquote(self.path.partition("?")[0]).removeprefix("/__preview")))
        script = (
            '<script src="/__reload.js" data-version="{version}" data-preview="{preview}" data-edit="{edit}"></script>'
        )
        self._send(body + script.format_map({**self.state, "edit": edit}).encode(), "text/html", status)

    def _send(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _changes(self, path: str) -> None:
        """Tell the page at `path` what has changed, as long as it listens."""
        site, page, told = self.site, page_at(path, ".md"), None
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        if self.command == "HEAD":
            return
        with suppress(OSError), site.readers.reading(page):  # until the page is closed
            while True:
                with site.changed:
                    if site.state == told:
                        site.changed.wait(timeout=15)
                    told = site.state
                self.wfile.write(f"data: {json.dumps(told)}\n\n".encode())
                self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Requests are not news."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who left before the answer was whole is no news."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    allow_reuse_address = os.name == "posix"  # on Windows it would let two servers listen on one port
