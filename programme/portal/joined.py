"""A table of all plans, put together from a part of each: those that stay are taken from the file that is there.

A table of the country has tens of megabytes; where one plan changed, one part is made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from .. import whole
from .atlas import Held
from .tables import Form

_INDEX = "tables"
"""Folder, in that of the state, with a file a table: the hash of the whole, and where each plan's part stands."""


def joined(state: Path, file: Path, made_by: str, form: Form, table: str, plans: Sequence[Held]) -> bytes:
    """The table as `form` writes it. `made_by`: the hash of what makes it; `file`: where it was written before."""
    index = state / _INDEX / f"{file.name}.json"
    old, places = _before(index, file, made_by)
    head = form.head(table)
    parts = [head]
    now: dict[str, list[int]] = {}
    at = len(head)
    for held in plans:
        digest = f"{held.known.entry.key} {held.digest}"
        place = places.get(digest)
        part = old[place[0] : place[0] + place[1]] if place else form.part(held, table)
        if part and len(parts) > 1 and form.between:
            parts.append(form.between)
            at += len(form.between)
        now[digest] = [at, len(part)]
        parts.append(part)
        at += len(part)
    parts.append(form.end)
    content = b"".join(parts)
    index.parent.mkdir(exist_ok=True)
    said = {"made_by": made_by, "hash": hashlib.sha256(content).hexdigest(), "places": now}
    whole.write(index, json.dumps(said, separators=(",", ":")))
    return content


def _before(index: Path, file: Path, made_by: str) -> tuple[bytes, dict[str, list[int]]]:
    """The file as it was written, and the places in it; nothing where it is another, or was made by something else."""
    with suppress(OSError, ValueError, KeyError):
        said = json.loads(index.read_text(encoding="utf-8"))
        content = file.read_bytes()
        if said["made_by"] == made_by and said["hash"] == hashlib.sha256(content).hexdigest():
            return content, said["places"]
    return b"", {}
