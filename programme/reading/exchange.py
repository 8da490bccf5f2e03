"""A document as JSON, to be handed from the process that reads it to the one that asked."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from .document import Block, Cell, Document, Doubt, Footnote, Line, Table


def dumped(document: Document) -> str:
    """One line of ASCII."""
    return json.dumps(asdict(document))


def loaded(text: str) -> Document:
    """The document that `dumped` wrote."""
    found = json.loads(text)
    return Document(
        found["kind"],
        tuple(_block(block) for block in found["blocks"]),
        tuple(Footnote(**note) for note in found["footnotes"]),
        tuple(Doubt(**doubt) for doubt in found["doubts"]),
        tuple(found["furniture"]),
    )


_OF_LINE = {one.name for one in fields(Line)}


def _block(block: dict[str, Any]) -> Block:
    if "rows" in block:
        rows = tuple(tuple(Cell(**cell) for cell in row) for row in block["rows"])
        return Table(rows, block["where"], tuple(block["notes"]))
    return Line(
        **{**{key: block[key] for key in _OF_LINE}, "notes": tuple(block["notes"]), "behind": tuple(block["behind"])}
    )
