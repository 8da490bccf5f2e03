"""The clerk's editor within `programme serve`: made when it is first asked for, with what the commands do behind it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote

from .readers import Readers

if TYPE_CHECKING:
    from ..editor.answer import Answer
    from ..editor.web import Web

PAGES, PARTS = "/__edit/", "/__editor/"
EVENTS = f"{PARTS}events"
MOST = 1_000_000
"""Bytes of a request, at most."""


def is_ours(path: str) -> bool:
    """Whether an address is one of the editor's."""
    return path.startswith((PAGES, PARTS))


def page_of(path: str) -> str:
    """Where the page at an address of the site is edited."""
    name = path.strip("/").removesuffix(".html")
    return PAGES + quote(f"{name}/index" if path.endswith("/") and name else name or "index")


class Editor:
    """The editor of a plan. What it needs is read when somebody first edits, or while nothing else is done."""

    def __init__(self, root: Path):
        self.root = root
        self._lock = threading.Lock()
        self._web: Web | None = None
        self.readers = Readers()

    def web(self) -> Web:
        """The editor itself."""
        with self._lock:
            if self._web is None:
                from ..editor.actions import Actions
                from ..editor.desk import Desk
                from ..editor.web import Web
                from ..load import yamlfile
                from ..pages import settings
                from .save import SaveError, save

                def saved(root: Path, reasons: list[str]) -> list[str] | None:
                    from ..editor.actions import ActionError

                    try:
                        return save(root, reasons)
                    except SaveError as error:
                        raise ActionError(str(error)) from None

                yamlfile.remember()

                def acted(command: str) -> Callable[[Path], list[str]]:
                    return lambda root: switched(root, settings.read(root).publish_to, command)

                self._web = Web(Desk(self.root, Actions(saved, acted("publish"), acted("back"))))
            return self._web

    def answer(self, method: str, path: str, query: str, headers: dict[str, str], body: bytes) -> Answer:
        """The answer to a request that came to this machine's own name."""
        from ..editor.answer import Asking

        return self.web().answer(Asking(method, path, dict(parse_qsl(query)), headers, body))

    def prepare(self) -> None:
        """Do what the first page would wait for; asked again it does nothing."""
        if self._web is None:
            with suppress(OSError):
                self.web().desk.choices()

    def outside(self) -> None:
        """A file of the data was saved, by whomever."""
        if self._web is not None:
            self._web.desk.outside()

    def versions(self) -> Iterator[int]:
        """The number of the state of the data, again and again: at once after a change, else now and then."""
        desk = self.web().desk
        while True:
            yield desk.version
            with desk.changed:
                desk.changed.wait(timeout=15)


def switched(root: Path, where: str, command: str) -> list[str]:
    """Publish, or go back; returns what is to be told. Raises `ActionError` where it was not done."""
    from ..editor.actions import ActionError
    from ..editor.telling.said import of_command, said
    from ..load.findings import Finding
    from . import publish

    told: list[str] = []

    def say(words: object) -> None:
        told.append(said(words) if isinstance(words, Finding) else of_command(str(words)))

    def switch(destination: Path) -> Path:
        return publish.publish(root, destination, say=say) if command == "publish" else publish.back(destination)

    if wrong := publish.attempted(root, where, switch, say):
        raise ActionError(of_command(wrong))
    return [line for line in told if line]
