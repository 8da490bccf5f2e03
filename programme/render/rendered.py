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
from typing import NamedTuple

from ..cache import beside, code, found, kept
from ..load.yamlfile import plan_files
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

    def page(self, call: Call) -> str:
        """What the renderer gives for a call; raises what it raises."""
        return zlib.decompress(kept(_KIND, self._name(call), lambda: self._rendered(call))).decode()

    def ahead(self, calls: Iterable[Call]) -> None:
        """Render what is not kept, as many pages at a time as the machine has processors."""
        missing = [call for call in calls if found(_KIND, self._name(call)) is None]
        workers = max(1, min(os.cpu_count() or 1, len(missing) // _FEW))
        waits = [beside(partial(self._all, missing[number::workers])) for number in range(1, workers)]
        self._all(missing[::workers])
        for wait in waits:
            wait()

    def _all(self, calls: Iterable[Call]) -> None:
        with suppress(Exception):  # it is raised again where the page is asked for
            for call in calls:
                self.page(call)

    def _name(self, call: Call) -> str:
        return f"{self._made_from} {call.word} {call.key}"

    def _rendered(self, call: Call) -> bytes:
        text: str = getattr(self.renderer, call.word)(call.key)
        return zlib.compress(text.encode(), 1)


def _made_from(renderer: Renderer, data: Path) -> str:
    """The hash of all that pages are made from: the data, its history, the proof, the engine."""
    digest = hashlib.sha256()
    for path in plan_files(data):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(data).as_posix()}\0{len(content)}\0".encode() + content)
    said = [code(), renderer.site_name, repr(renderer.log), repr(renderer.proof)]
    digest.update(json.dumps(said).encode())
    return digest.hexdigest()
