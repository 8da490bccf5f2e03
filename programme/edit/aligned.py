"""Which items of a list became which of another one."""

from __future__ import annotations

from typing import Any


def aligned(old: list[Any], new: list[Any]) -> list[tuple[int, int]]:
    """Pairs (place before, place after), in order: what stayed, and what is most like; at least one pair.

    What is in no pair is gone, or new.
    """
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    pairs = [(place, place) for place in range(first)]
    middle = _alike(old[first : len(old) - last], new[first : len(new) - last])
    pairs += [(first + one, first + other) for one, other in middle]
    pairs += [(len(old) - back, len(new) - back) for back in range(last, 0, -1)]
    return pairs or [(0, 0)]


def _alike(old: list[Any], new: list[Any]) -> list[tuple[int, int]]:
    """The pairs of two lists whose likeness together is greatest."""
    if len(old) == len(new):
        return [(place, place) for place in range(len(old))]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for one in reversed(range(len(old))):
        for other in reversed(range(len(new))):
            paired = best[one + 1][other + 1] + _likeness(old[one], new[other])
            best[one][other] = max(paired, best[one + 1][other], best[one][other + 1])
    pairs, one, other = [], 0, 0
    while one < len(old) and other < len(new):
        likeness = _likeness(old[one], new[other])
        if likeness and best[one][other] == best[one + 1][other + 1] + likeness:
            pairs.append((one, other))
            one, other = one + 1, other + 1
        elif best[one][other] == best[one + 1][other]:
            one += 1
        else:
            other += 1
    return pairs


def _likeness(one: Any, other: Any) -> float:
    """0 where there is none, more the more is alike."""
    if one == other:
        return 4.0
    marks, words = _parts(one)
    other_marks, other_words = _parts(other)
    same = 2.0 if marks and marks == other_marks else 1.0 if marks and marks.items() <= other_marks.items() else 0.0
    if words and other_words:
        if words in other_words or other_words in words:
            same += 1.0
        elif words.split(" ")[0] == other_words.split(" ")[0]:
            same += 0.5
    return same


def _parts(value: Any) -> tuple[dict[str, Any], str]:
    if isinstance(value, dict):
        words = str(value.get("text") or value.get("name") or value.get("id") or "")
        return {key: one for key, one in value.items() if key != "text"}, words
    return {}, value if isinstance(value, str) else ""
