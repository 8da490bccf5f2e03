"""A finding: one thing wrong in `data/` or `docs/`, said so that a clerk can mend it."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .record import Record

SPOILED = "Tệp này có vẻ đã bị ghi đè hay cắt mất."
"""Said of a file that is spoiled as a whole, after what shows it."""
TAKE_BACK = "lấy lại bản trước (bản sao lưu, hoặc nhờ người giữ dữ liệu), đừng gõ lại"
"""What is asked then."""


@dataclass(frozen=True, order=True)
class Finding:
    """Where, what was found, what was expected, and an example that would be right.

    `file` is relative to the project's root; `line` counts from 1 (0: the whole
    file). `field` is the key it is about, `record` the kind of record it stands in.
    All texts are Vietnamese. An example has places for ids, which are filled before
    anybody reads it (see `examples`). A finding with `severity` "warning" is said but
    stops nothing. What may be the `cause` of others (a file that is gone) is told before them. `before`
    says what stood there in the last saved state, where that is known (see `history.before`).
    """

    file: str
    line: int
    found: str
    expected: str = ""
    example: str = ""
    field: str = ""
    record: str = ""
    severity: str = "error"
    cause: bool = False
    before: str = ""

    @property
    def name(self) -> str:
        """The Vietnamese name of the key."""
        from .keys import label  # its table is large, and most builds find nothing to tell

        return label(self.field, self.record)

    @property
    def is_error(self) -> bool:
        """Whether nothing can be published with it."""
        return self.severity == "error"

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        known = self.name != self.field  # a key that is none has no other name
        name = (f"{self.name} ({self.field}): " if known else f"{self.name}: ") if self.field else ""
        lead = "" if self.is_error else "Lưu ý: "
        parts = [f"{where}: {lead}{name}{self.found}"]
        if self.expected:
            parts.append(f"    Cần: {self.expected}")
        if self.before:
            parts.append(f"    So sánh: {self.before}")
        if self.example:
            parts.append("    Ví dụ đúng: " + self.example.replace("\n", "\n        "))
        return "\n".join(parts)


def finding(record: Record, key: str, found: str, expected: str, example: str = "") -> Finding:
    """A finding about a key of a record, at the key's line."""
    return Finding(record.at.file, record.at.of(key), found, expected, example, key, type(record).__name__)


def warning(file: str, line: int, found: str, expected: str = "", example: str = "") -> Finding:
    """A finding that stops nothing."""
    return Finding(file, line, found, expected, example, severity="warning")


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once: causes first, then by file and line."""
    return sorted(set(findings), key=lambda one: (not one.cause, one))


class FindingsError(Exception):
    """The data cannot be published; `findings` says why, all of it."""

    def __init__(self, findings: Iterable[Finding]):
        self.findings = tuple(in_order(findings))
        super().__init__(report(self.findings))


def report(findings: Iterable[Finding]) -> str:
    """All findings as text, ordered by file and line, with their count."""
    ordered = in_order(findings)
    errors = sum(finding.is_error for finding in ordered)
    if errors:
        closing = f"Có {errors} lỗi cần sửa; chưa có gì được xuất bản."
    elif ordered:
        closing = f"Không có lỗi nào phải sửa; có {len(ordered)} điều cần xem lại."
    else:
        closing = "Dữ liệu đúng: không có lỗi nào."
    return "\n".join([*map(str, ordered), closing])


def as_json(findings: Iterable[Finding]) -> str:
    """All findings as a JSON list, for editors and machines."""
    rows = [{**asdict(finding), "field_name": finding.name} for finding in in_order(findings)]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def shown(text: str, most: int) -> str:
    """A text in quotes, cut after `most` characters and then marked so."""
    return f'"{text[:most].rstrip()}…"' if len(text) > most else f'"{text}"'


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ " Ý bạn là "x"?" for the nearest known word, else the empty string."""
    near = nearest(word, known)
    return f' Ý bạn là "{near}"?' if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like a word, else the empty string."""
    return next(iter(difflib.get_close_matches(word[:100], list(known), n=1, cutoff=0.6)), "")
