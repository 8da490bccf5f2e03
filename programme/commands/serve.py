"""Serve the site while it is being edited: `programme serve [--port 8000]`.

Each change starts a build in a fresh process and a fresh folder. Only a build
that succeeds becomes the site; after a failed one the last good site stays, and
both the terminal and the open browser page show what is wrong. Open pages
reload by themselves.
"""

from __future__ import annotations

import errno
import signal
import sys
import tempfile
import threading
import time
import webbrowser
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.request import urlopen

from watchfiles import watch

from ..building.whole_site import wrong_address
from ..command_words import typed
from ..history.git import ask
from .answering import HERE, Handler, Server, name_of
from .drafts import Site

ENGINE = Path(__file__).resolve().parents[1]
FOLDERS = ("data", "docs")
FILES = ("macros.py", "mkdocs.yml", "released.txt", "import/questions.yaml")

_ENDS = ("SIGTERM", "SIGHUP", "SIGBREAK", "SIGINT")
ENDS = [getattr(signal, name) for name in _ENDS if hasattr(signal, name)]
"""What ends the server. A window that is closed says SIGHUP, on Windows SIGBREAK."""
_PORTS = 20
"""So many ports are tried with `--open`."""
_PATIENCE = 15 * 60
"""Seconds after which a server that was opened with `--open` ends, if no page of it is open."""
MOST = 65_535
"""The highest port there is."""


def _watch(root: Path, changed: threading.Event) -> None:
    """Set `changed` whenever something is saved that pages are made from, or the history of the project moves.

    Single files are watched through their folders: many editors put a new file in the place of
    the old one.
    """
    folders = [*(root / name for name in FOLDERS), ENGINE]
    files = {root / name for name in FILES}
    if moves := ask(root, "rev-parse", "--git-path", "logs/HEAD").strip():
        files.add((root / moves).resolve())
    parents = {file.parent for file in files if file.parent.is_dir()}
    quick = partial(watch, debounce=60, step=20)
    for changes in (
        quick(*folders),
        quick(*parents, recursive=False, watch_filter=lambda _, path: Path(path) in files),
    ):
        threading.Thread(target=_tell, args=(changes, changed), daemon=True).start()


def _watch_data(site: Site) -> None:
    """Tell the editor of every file of the data that is saved."""

    def tell() -> None:
        for _ in watch(site.root / "data", debounce=60, step=20):
            site.editor.outside()

    if (site.root / "data").is_dir():
        threading.Thread(target=tell, daemon=True).start()


def _tell(changes: Iterable[object], changed: threading.Event) -> None:
    for _ in changes:
        changed.set()


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def _refused(port: int, error: Exception) -> str:
    """Why the server cannot listen there, and what to type instead."""
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        busy = f"Cổng {port} đang được dùng, có lẽ {typed('serve')} đang chạy ở cửa sổ khác."
        return f"{busy} Gõ: {typed(f'serve PORT={port % MOST + 1}')}"
    return f"Không mở được cổng {port}; chọn một số từ 1024 tới {MOST}. Gõ: {typed('serve PORT=8000')}"


def options(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="cổng, nếu 8000 đang bận")
    parser.add_argument(
        "--open", action="store_true", help="mở trình duyệt, tự tắt khi không còn trang nào mở (dùng khi bấm đúp)"
    )


def _there(root: Path, port: int) -> bool:
    """Whether the server of this plan listens on a port already."""
    try:
        with urlopen(f"http://127.0.0.1:{port}{HERE}", timeout=3) as answer:
            return bool(answer.read() == name_of(root))
    except (OSError, ValueError):
        return False


def _listening(options: Namespace) -> Server | None:
    """The server; with `--open` on the next port that is free. None where this plan has one, which is shown then.

    Raises `OSError`, `OverflowError` where it cannot listen.
    """
    ports = range(options.port, options.port + (_PORTS if options.open else 1))
    for port in ports:
        try:
            return Server(("127.0.0.1", port), BaseHTTPRequestHandler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or port == ports[-1]:
                raise
            if _there(options.root, port):
                webbrowser.open_new_tab(f"http://127.0.0.1:{port}/")
                return None
    return None


def run(options: Namespace) -> None:
    root = options.root
    if wrong := wrong_address():
        sys.exit(wrong)
    try:
        server = _listening(options)
    except (OSError, OverflowError) as error:
        sys.exit(_refused(options.port, error))
    if server is None:
        return
    for number in ENDS:  # end like Ctrl+C: without leaving builds behind
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup
            signal.signal(number, _stop)
    with suppress(KeyboardInterrupt), tempfile.TemporaryDirectory(prefix="site-", ignore_cleanup_errors=True) as work:
        site = Site(root, Path(work))
        try:
            _serve(server, site, _PATIENCE if options.open else None)
        finally:
            for number in ENDS:  # `make`, or a window that is closed, may say it more than once
                signal.signal(number, signal.SIG_IGN)
            site.close()


def _serve(server: Server, site: Site, patience: float | None = None) -> None:
    """Answer, and build whenever something is saved, until the end is asked for.

    With `patience` the home page is opened, and the end is there too when no page was open for so many seconds.
    """
    server.RequestHandlerClass = partial(Handler, site=site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Xem trang tại http://127.0.0.1:{server.server_port}/ (Ctrl+C để dừng)", flush=True)
    changed = threading.Event()
    _watch(site.root, changed)
    _watch_data(site)
    changed.set()
    if patience is not None:
        webbrowser.open_new_tab(f"http://127.0.0.1:{server.server_port}/")
    seen = time.monotonic()
    while patience is None or time.monotonic() - seen < patience:
        if site.is_watched:
            seen = time.monotonic()
        if changed.wait(timeout=1):  # now and then: on Windows Ctrl+C is not heard while one waits
            changed.clear()
            site.build()
        else:
            site.prepare()
