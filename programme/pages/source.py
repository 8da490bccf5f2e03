"""The plan's document as plain text, in `source/`: what data/ is held to, and what an auditor compares with."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..derive.full_text import lines
from ..derive.programme import Programme
from ..load.dataset import Clause, Project
from ..load.file_faults import not_utf8
from ..load.files import same_bytes
from ..load.findings import Finding, warning
from ..load.record import Record
from ..load.tables import Table
from .names import SOURCE

FILE = "van-ban-nguon.txt"
"""The name that the text has among the downloads."""
_KEYS: dict[type[Record], str] = {Clause: "heading", Project: "title"}
"""Where a record has its words, if not in its `text`."""
_MEND = "sửa chỗ chép sai; văn bản đúng như trong data/ thì sửa tệp của văn bản"
_NEAR = 8
"""Words shown before the first that differs."""


@dataclass(frozen=True)
class Difference:
    """The first place where data/ says something else than the document.

    `file`: a path from the plan's folder, `line`: counted from 1, None behind the document's last word; `before`: the
    words before the place, `theirs` the document's word there and `ours` that of data/, "" where it has none left;
    `at`: the number of the word of data/ that is not the document's.
    """

    file: str
    line: int | None
    before: str
    theirs: str
    ours: str
    at: int

    def __str__(self) -> str:
        """For whom looks after data/: with the line in the document."""
        if self.line is None:
            return f'{self.file}: data/ thừa lời sau chữ cuối của văn bản: "{self.ours}".'
        ours = f'data/ ghi "{self.ours}"' if self.ours else "data/ hết lời ở đây"
        return f'{self.file}:{self.line}: sau "{self.before}" văn bản ghi "{self.theirs}", {ours}.'


@dataclass(frozen=True)
class Proof:
    """What shows that the words on the site are the document's.

    `text`: the document's own text; `differs`: the first place where data/ says something else; `words`, `clauses`:
    how many data/ holds.
    """

    text: bytes
    differs: Difference | None
    words: int
    clauses: int

    @property
    def sha256(self) -> str:
        """The hash of the text, as `sha256sum` writes it."""
        return hashlib.sha256(self.text).hexdigest()


def proof(programme: Programme, root: Path) -> Proof | None:
    """The proof for the plan in `root`; None where its document is not there as text."""
    found = texts(root)
    return _proof(programme, root, b"".join(map(_content, found))) if found else None


@lru_cache(maxsize=1)  # some builders ask for every page
def _proof(programme: Programme, root: Path, text: bytes) -> Proof:
    return Proof(text, next(_differences(programme, root), None), len(_words(programme)), len(programme.refs))


def texts(root: Path) -> list[Path]:
    """The files that hold the document's text, in their order."""
    return sorted((root / SOURCE).glob("*.txt"))


def _content(path: Path) -> bytes:
    return same_bytes(path.read_bytes())


def check(programme: Programme, root: Path) -> list[Finding]:
    """A warning where data/ stops saying what the document says: at the words in data/, at most one.

    An error for each file of the document that is no text in UTF-8.
    """
    unread = [one for path in texts(root) for one in _unread(path)]
    if unread:
        return unread
    for found in _differences(programme, root):
        record = _words(programme)[found.at][0]
        line = record.at.of(_KEYS.get(type(record), "text"))
        return [warning(record.at.file, line, f"lời ở đây khác văn bản. {found}", _MEND)]
    return []


def _unread(path: Path) -> Iterator[Finding]:
    raw = path.read_bytes()
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        yield not_utf8(f"{SOURCE}/{path.name}", raw, error)


def compare(programme: Programme, root: Path) -> Iterator[str]:
    """The first word of the document that data/ does not have in its place, with its line: at most one.

    A line with nothing but a number, which data/ does not have there, is that of a sheet.
    """
    return map(str, _differences(programme, root))


def _words(programme: Programme) -> list[tuple[Record, str]]:
    """The words of data/ in reading order, each with the record that holds it."""
    return [(record, word) for line in lines(programme.data) for record, text in line for word in text.split()]


def _repeated(programme: Programme) -> dict[int, int]:
    """The number of the first word of each cell that says what the one above it says -> that of the word behind it."""
    found: dict[int, int] = {}
    at, table, line_of_table = 0, None, 0
    for line in lines(programme.data):
        for record, text in line:
            line_of_table = line_of_table + 1 if record is table else 0
            table = record if isinstance(record, Table) else None
            number = line_of_table - sum(map(bool, (table.caption, table.unit_line))) - 1 if table else 0
            if table and number > 0:
                found.update(_like_above(table.rows[number - 1].cells, table.rows[number].cells, at))
            at += len(text.split())
    return found


def _like_above(above: tuple[str, ...], cells: tuple[str, ...], at: int) -> Iterator[tuple[int, int]]:
    """`at`: the number of the first word of the row."""
    for one, cell in zip(above, cells, strict=False):
        end = at + len(cell.split())
        if cell and cell == one:
            yield at, end
        at = end


def _differences(programme: Programme, root: Path) -> Iterator[Difference]:
    """The same, not in words.

    A cell that repeats the one above may have been one with it there: its words stand in the document once.
    """
    ours = [word for _, word in _words(programme)]
    again = _repeated(programme)
    at = 0
    for path in texts(root):
        text = unicodedata.normalize("NFC", _content(path).decode("utf-8-sig"))
        for number, line in enumerate(text.splitlines(), 1):
            words = line.split()
            if len(words) == 1 and words[0].isdecimal() and words != ours[at : at + 1]:
                continue
            for place, word in enumerate(words):
                while (end := again.get(at)) and ours[at:end] != words[place : place + end - at]:
                    at = end
                if at == len(ours) or ours[at] != word:
                    ours_here = ours[at] if at < len(ours) else ""
                    before = " ".join(ours[max(0, at - _NEAR) : at])
                    yield Difference(f"{SOURCE}/{path.name}", number, before, word, ours_here, min(at, len(ours) - 1))
                    return
                at += 1
    if at and at < len(ours):
        before, left = " ".join(ours[max(0, at - _NEAR) : at]), " ".join(ours[at : at + _NEAR])
        yield Difference(f"{SOURCE}/", None, before, "", left, at)
