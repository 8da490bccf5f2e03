"""Pages as they were rendered from the same data: each is rendered once, and several at a time."""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..cache import beside, code, found, keep, keep_once
from ..load.files import plan_files

if TYPE_CHECKING:
    from .renderer import Renderer

_KIND = "rendered"
_FEW = 24
"""So few pages are rendered sooner than another process has begun."""


class Call(NamedTuple):
    """What a page file calls: a word of the renderer, and what it is called with."""

    word: str
    key: str


class Rendered:
    """The pages of a renderer. `data`: the folder that its plan was read from."""

    def __init__(self, renderer: Renderer, data: Path):
        self.renderer = renderer
        self._made_from = _made_from(renderer, data)
        self._known: dict[str, str] = self._listed("")
        """Call -> the hash of its page, by which it is kept: most edits leave most pages as they were."""

    def page(self, call: Call) -> str:
        """What the renderer gives for a call; raises what it raises."""
        digest = self._known.get(_name(call))
        page = found(_KIND, digest) if digest else None
        if page is None:
            text: str = getattr(self.renderer, call.word)(call.key)
            self._known[_name(call)] = digest = hashlib.sha256(text.encode()).hexdigest()
            keep_once(_KIND, digest, lambda: zlib.compress(text.encode(), 1))
            return text
        return zlib.decompress(page).decode()

    def ahead(self, calls: Iterable[Call]) -> None:
        """Render what is not kept, as many pages at a time as the machine has processors."""
        missing = [call for call in calls if _name(call) not in self._known]
        if not missing:
            return
        workers = max(1, min(os.cpu_count() or 1, len(missing) // _FEW))
        waits = [beside(partial(self._part, missing[number::workers], number)) for number in range(1, workers)]
        self._all(missing[::workers])
        for number, wait in enumerate(waits, 1):
            wait()
            self._known |= self._listed(f"{number}")
        self._list("", [call for call in missing if _name(call) not in self._known])

    def _part(self, calls: Iterable[Call], number: int) -> None:
        """Render a part of the pages, and list them."""
        self._list(f"{number}", calls)

    def _list(self, part: str, calls: Iterable[Call]) -> None:
        self._all(calls)
        keep(_KIND, f"{self._made_from} {part}", json.dumps(self._known).encode())

    def _listed(self, part: str) -> dict[str, str]:
        listed = found(_KIND, f"{self._made_from} {part}")
        return dict(json.loads(listed)) if listed else {}

    def _all(self, calls: Iterable[Call]) -> None:
        for call in calls:
            with suppress(Exception):  # it is raised again where the page is asked for
                self.page(call)


def _name(call: Call) -> str:
    return f"{call.word} {call.key}"


def _made_from(renderer: Renderer, data: Path) -> str:
    """The hash of all that pages are made from: the data, its history, the proof, the engine."""
    digest = hashlib.sha256()
    for path in plan_files(data):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(data).as_posix()}\0{len(content)}\0".encode() + content)
    said = [code(), renderer.site_name, repr(renderer.log), repr(renderer.proof), repr(renderer.neighbours)]
    said += [f"{renderer.programme.open_questions}"] if renderer.programme.open_questions else []
    digest.update(json.dumps(said).encode())
    return digest.hexdigest()
