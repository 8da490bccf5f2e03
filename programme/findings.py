"""A finding: one thing wrong in `data/` or `docs/`, said so that a clerk can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """Where, what was found, what was expected, and an example that would be right.

    `file` is relative to the project's root; `line` counts from 1 (0: the whole
    file). All texts are Vietnamese.
    """

    file: str
    line: int
    found: str
    expected: str = ""
    example: str = ""

    def __str__(self) -> str:
        parts = [f"{self.file}:{self.line}: {self.found}"]
        if self.expected:
            parts.append(f"    Cần: {self.expected}")
        if self.example:
            parts.append(f"    Ví dụ đúng: {self.example}")
        return "\n".join(parts)


class FindingsError(Exception):
    """The data cannot be published; `findings` says why, all of it."""

    def __init__(self, findings: Iterable[Finding]):
        self.findings = tuple(sorted(set(findings)))
        super().__init__(report(self.findings))


def report(findings: Iterable[Finding]) -> str:
    """All findings as text, ordered by file and line, with their count."""
    ordered = sorted(set(findings))
    if not ordered:
        return "Dữ liệu đúng: không có lỗi nào."
    return "\n".join([*map(str, ordered), f"Có {len(ordered)} lỗi cần sửa; chưa có gì được xuất bản."])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ " Ý bạn là "x"?" for the nearest known word, else the empty string."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' Ý bạn là "{near[0]}"?' if near else ""
