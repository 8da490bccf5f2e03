"""How often a draft is right, wrong, or silent; with what it was about."""

from __future__ import annotations

from dataclasses import dataclass, field

KINDS = (
    "sections",
    "sentences",
    "amounts",
    "documents",
    "deadlines",
    "cells",
    "bearers",
    "roles",
    "partners",
    "groups",
    "groups_whole",
    "reports",
)
MARKS = ("amounts", "documents", "deadlines", "bearers", "roles", "partners", "groups", "reports")
"""The kinds that are marks on words, of which `unasked` is a share."""


@dataclass
class Score:
    """Counts of one kind."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    unasked: int = 0
    """Wrong ones that stand in the data and that no question is about."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """("miss" or "wrong" or "asked", what, with its sentence)."""

    def hit(self, count: int = 1) -> None:
        self.right += count

    def miss(self, what: str) -> None:
        self.missing += 1
        self.notes.append(("miss", what))

    def err(self, what: str, asked: bool = False) -> None:
        self.wrong += 1
        self.unasked += not asked
        self.notes.append(("asked" if asked else "wrong", what))

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    def figures(self) -> dict[str, float]:
        return {"precision": round(self.precision, 4), "recall": round(self.recall, 4)}


Scores = dict[str, Score]


def unasked(scores: Scores) -> float:
    """Wrong marks that no question asks about, as a share of all marks of the draft."""
    marks = sum(scores[kind].right + scores[kind].wrong for kind in MARKS if kind in scores)
    return round(sum(scores[kind].unasked for kind in MARKS if kind in scores) / marks, 4) if marks else 0.0
