"""Which pages are open in a browser."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class Readers:
    """Which pages are open in a browser. Each open page has a thread of its own that says so."""

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._lock = threading.Lock()

    @contextmanager
    def reading(self, page: str) -> Iterator[None]:
        with self._lock:
            self._count[page] += 1
        try:
            yield
        finally:
            with self._lock:
                self._count[page] -= 1
                self._count += Counter()  # a page that nobody reads is forgotten

    def pages(self) -> list[str]:
        with self._lock:
            return list(self._count)
