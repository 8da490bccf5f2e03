"""A table of all plans, put together from blocks of a few plans: those that stay are taken from the file that is there.

A table of the country has tens of megabytes; where one plan changed, one block is made. So it is with its compressed
copy: each block is compressed by itself, and all are one gzip stream. Which plans are a block, their keys alone say.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from .. import whole
from ..built import compressed
from .atlas import Held
from .tables import Form

_INDEX = "tables"
"""Folder, in that of the state, with a file a table: the hashes of both files, and where each block stands in them."""
_MANY = 32
"""Plans of a block, on the average."""
_END = b"\x03\x00"
"""The last block of a compressed stream, without a letter."""


class Twice(NamedTuple):
    """Some bytes, and the same compressed."""

    plain: bytes
    packed: bytes


@dataclass(frozen=True)
class Table:
    """A table as `form` writes it. `made_by`: the hash of what makes it; `file`: where it was written before."""

    state: Path
    file: Path
    made_by: str
    form: Form
    name: str
    plans: Sequence[Held]

    def made(self) -> Twice:
        """The file and its copy as gzip; where each block stands in both is remembered for the next time."""
        known = self._before()
        head, between = _new(self.form.head(self.name)), _new(self.form.between)
        pieces, places = [head], {}
        at, packed_at = len(head.plain), len(compressed.HEAD) + len(head.packed)
        for digest, plans in _blocks(self.plans):
            piece = known.get(digest) or _new(self._rows(plans))
            if piece.plain and len(pieces) > 1 and between.plain:
                pieces.append(between)
                at, packed_at = at + len(between.plain), packed_at + len(between.packed)
            places[digest] = [at, len(piece.plain), packed_at, len(piece.packed)]
            if piece.plain:
                pieces.append(piece)
                at, packed_at = at + len(piece.plain), packed_at + len(piece.packed)
        pieces.append(_new(self.form.end))
        made = Twice(b"".join(one.plain for one in pieces), _stream(pieces))
        self._remember(made, places)
        return made

    def _rows(self, plans: Sequence[Held]) -> bytes:
        parts = (self.form.part(held, self.name) for held in plans)
        return self.form.between.join(part for part in parts if part)

    @property
    def _index(self) -> Path:
        return self.state / _INDEX / f"{self.file.name}.json"

    @property
    def _maker(self) -> str:
        return f"{self.made_by} {zlib.ZLIB_RUNTIME_VERSION}"

    def _remember(self, made: Twice, places: dict[str, list[int]]) -> None:
        self._index.parent.mkdir(exist_ok=True)
        said = {"made_by": self._maker, "hashes": [_hash(one) for one in made], "places": places}
        whole.write(self._index, json.dumps(said, separators=(",", ":")))

    def _before(self) -> dict[str, Twice]:
        """The blocks of both files as they were written; none where they are others, or were made by something else."""
        with suppress(OSError, ValueError, KeyError):
            said = json.loads(self._index.read_text(encoding="utf-8"))
            plain, packed = (Path(f"{self.file}{end}").read_bytes() for end in ("", compressed.ENDING))
            if said["made_by"] == self._maker and said["hashes"] == [_hash(plain), _hash(packed)]:
                return {
                    digest: Twice(plain[at : at + size], packed[packed_at : packed_at + packed_size])
                    for digest, (at, size, packed_at, packed_size) in said["places"].items()
                }
        return {}


def _blocks(plans: Sequence[Held]) -> Iterator[tuple[str, list[Held]]]:
    """The plans in their order, some together, each time with the hash of what their rows are made of.

    The hash of a plan's key says whether a block begins with it: so one that comes or goes touches its own block alone.
    """
    block: list[Held] = []
    for held in plans:
        if block and int(_hash(held.known.entry.key.encode())[:8], 16) % _MANY == 0:
            yield _digest(block), block
            block = []
        block.append(held)
    if block:
        yield _digest(block), block


def _digest(block: Sequence[Held]) -> str:
    return _hash("\n".join(f"{held.known.entry.key} {held.digest}" for held in block).encode())[:32]


def _new(plain: bytes) -> Twice:
    """Compressed so that it can stand among others, as it refers to none."""
    if not plain:
        return Twice(b"", b"")
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Twice(plain, packer.compress(plain) + packer.flush(zlib.Z_FULL_FLUSH))


def _stream(pieces: Sequence[Twice]) -> bytes:
    """All pieces as one gzip stream."""
    checksum = size = 0
    for one in pieces:
        checksum, size = zlib.crc32(one.plain, checksum), size + len(one.plain)
    tail = struct.pack("<LL", checksum, size & 0xFFFFFFFF)
    return b"".join([compressed.HEAD, *(one.packed for one in pieces), _END, tail])


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
