"""A record that is wrong and that nothing names: it goes with one press."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from ...load.findings import Finding
from ..view import blocks
from ..view.blocks import Block
from ..view.files import Files

_ITSELF = ("id", "name")
"""What a finding is about that says something of the whole record."""


class Spare:
    """What of a plan nothing names."""

    def __init__(self, all_files: Files):
        self._files = all_files

    @cached_property
    def _named(self) -> set[tuple[str, str]]:
        return set().union(*(blocks.names_in(one.kind, one.value) for one in blocks.everything(self._files)))

    def press(self, one: Finding, block: Block) -> tuple[str, Mapping[str, Any]] | None:
        """The button that takes away the record at a block, where a finding says it is wrong and nothing names it."""
        id = block.value.get("id") if isinstance(block.value, dict) else None
        if not (one.is_error and one.field in _ITSELF and block.what == "record" and len(block.way) == 1 and id):
            return None
        if (self._files.named(block.file).top, str(id)) in self._named:
            return None
        change = {"op": "remove", "file": block.file, "way": [*block.way], "seen": block.seen}
        return "Bỏ mục này", change
