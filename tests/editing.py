"""The editor of a plan, served to a browser without any build: only its own pages answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from programme.commands.answering import Handler, Server
from programme.commands.desk import Editor
from programme.load import yamlfile


@contextmanager
def edited(root: Path) -> Iterator[tuple[str, Editor]]:
    """Where the editor of the plan in `root` answers, and the editor."""
    editor = Editor(root)
    site: Any = SimpleNamespace(root=root, editor=editor, folder=None, work=root, state={}, problem="")
    server = Server(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.RequestHandlerClass = partial(Handler, site=site)  # type: ignore[assignment]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", editor
    finally:
        server.shutdown()
        server.server_close()
        yamlfile._known = None
