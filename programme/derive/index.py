"""Things by what they are about: made once from all of them, then asked as often as there are pages."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable | None)
Thing = TypeVar("Thing")


class Index(Generic[Key, Thing]):
    """Asked like a function: the things that have a key, each once, in the order they were given in."""

    def __init__(self, things: Iterable[Thing], keys: Callable[[Thing], Iterable[Key]]):
        found: dict[Key, list[Thing]] = {}
        for thing in things:
            for key in dict.fromkeys(keys(thing)):
                found.setdefault(key, []).append(thing)
        self._found = {key: tuple(ones) for key, ones in found.items()}

    def __call__(self, key: Key) -> tuple[Thing, ...]:
        return self._found.get(key, ())
