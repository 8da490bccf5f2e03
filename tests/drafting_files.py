"""Drafts written into files, until they pass the check."""

from __future__ import annotations

from pathlib import Path

from programme.drafting.shape import Draft, Registers
from programme.drafting.writing import settle, write
from programme.load.findings import Finding, FindingsError
from programme.load.loader import load
from programme.pages import kept
from programme.rules import check

FACTS = {
    "name": "Kế hoạch thử",
    "level": "commune",
    "start": "2031",
    "end": "2031",
    "issuer": "Ủy ban nhân dân xã Bình Minh",
    "place": "xã Bình Minh",
}


def written(draft: Draft, folder: Path, registers: Registers | None = None) -> write.Files:
    found = write.files_of(draft, registers or Registers(), FACTS)
    write.write(found, folder / "data")
    return found


def findings(folder: Path) -> list[Finding]:
    """What the check says of the data, without pages."""
    try:
        dataset, _ = kept.in_use(load(folder / "data")[0])
    except FindingsError as error:
        return list(error.findings)
    return [one for one in check(dataset) if one.is_error]


def settled(draft: Draft, folder: Path, registers: Registers | None = None) -> write.Files:
    """The draft written so that it passes the check."""
    registers = registers or Registers()
    for _ in range(12):
        found = written(draft, folder, registers)
        wrong = findings(folder)
        if not wrong:
            return found
        assert settle.settle(wrong, found, draft, registers), wrong
    raise AssertionError(wrong)
