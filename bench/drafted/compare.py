"""A draft beside what is true of its plan: a score for each kind that the truth file tells of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafted.compare_duties import compare_duties
from drafted.compare_groups import compare_groups
from drafted.compare_marks import compare_amounts, compare_deadlines, compare_documents, compare_reports
from drafted.compare_shape import compare_cells, compare_sections, compare_sentences
from drafted.held import Held
from drafted.letters import Names
from drafted.places import Places
from drafted.score import KINDS, Scores


def compare(held: Held, truth: dict[str, Any]) -> Scores:
    """The scores by kind, in the order of `KINDS`; what the truth file lacks is not among them."""
    names = Names(_places(held, truth))
    found = Places(held, truth.get("sections", ()))
    scores: Scores = {}
    if "sections" in truth:
        scores["sections"] = compare_sections(held, truth)
    if any(key in truth for key in ("sentences", "duties")):
        scores["sentences"] = compare_sentences(held, truth, found)
    for key, kind, by in (
        ("money_in_text", "amounts", compare_amounts),
        ("documents", "documents", compare_documents),
        ("deadlines", "deadlines", compare_deadlines),
    ):
        if key in truth:
            scores[kind] = by(held, truth, found)
    if "tables" in truth:
        scores["cells"] = compare_cells(held, truth)
    if "duties" in truth:
        scores |= compare_duties(held, truth, found, names)
    if "target_groups" in truth:
        scores |= compare_groups(held, truth, found, names)
    if "reports" in truth:
        scores["reports"] = compare_reports(held, truth, found, names)
    return {kind: scores[kind] for kind in KINDS if kind in scores}


def _places(held: Held, truth: dict[str, Any]) -> Iterator[str]:
    """What a body's name may end with or not: the places of the plan."""
    for names in held.registers.places.values():
        yield from names
    plan = truth.get("plan") or {}
    told = [one["name"] for one in truth.get("places", ())] + [
        str(plan.get("province") or ""),
        str(plan.get("issuer") or ""),
    ]
    for name in told:
        words = name.split("(")[0].split()
        for level in ("xã", "phường", "thị trấn", "huyện", "tỉnh", "thành phố", "thôn", "bản"):
            parts = level.split()
            for at in range(len(words)):
                if [one.lower() for one in words[at : at + len(parts)]] == parts:
                    yield " ".join(words[at + len(parts) :])
