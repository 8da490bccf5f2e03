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

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from programme.commands.answering import Handler, Server
from programme.commands.desk import Editor
from programme.editor.desk import Desk, Outcome
from programme.editor.view import blocks
from programme.load import yamlfile

PROJECT = "du-an/ctmtqg-ndtp-03"
DESK_PAGE = "du-an/ct-tinh-gn-01"
"""The page that `ask` asks from."""


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


def opened(page: Page, served: tuple[str, Editor], address: str = PROJECT) -> Page:
    page.goto(f"{served[0]}/__edit/{address}")
    page.locator("#panel h2").wait_for(state="attached")
    return page


def select(page: Page, words: str) -> None:
    """Select words as a mouse does, wherever they stand in one piece."""
    page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
          while (walker.nextNode()) {
            const node = walker.currentNode
            const at = node.textContent.indexOf(words)
            if (at >= 0 && node.parentElement.closest('.words')) {
              getSelection().setBaseAndExtent(node, at, node, at + words.length)
              return
            }
          }
          throw words
        }""",
        words,
    )


def axe(page: Page) -> list[str]:
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in Axe().run(page).response["violations"]]


def block(desk: Desk, page: str, words: str) -> blocks.Block:
    """The first block of a page that holds some words."""
    for one in desk.page(page).blocks:
        text = one.sentence.text if one.what == "sentence" else f"{one.title} {one.value}"
        if words in text:
            return one
    raise AssertionError(words)


def ask(
    desk: Desk, one: blocks.Block, op: str, /, *, force: bool = False, inner: tuple[Any, ...] = (), **given: Any
) -> Outcome:
    return desk.do({
        "op": op, "file": one.file, "way": [*one.way], "seen": one.seen, "inner": [*inner],
        "page": DESK_PAGE, "force": force, "given": given,
    })  # fmt: skip
