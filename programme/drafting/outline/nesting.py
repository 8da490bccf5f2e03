"""Which items of a list stand in which: by the signs before them, and by the levels of the word processor's lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..shape import Passage

_DASHES = str.maketrans("–—−‒", "----")
_FURTHER = 6.0
"""So many points further in begins what a reader sees as deeper."""


def nested(passages: Iterable[Passage], above: str = "") -> Iterator[tuple[Passage, list[Passage]]]:
    """Each passage that stands in no other of them, with those that stand in it, in reading order.

    What has no sign stands in none and ends the list before it. A "+" stands in the item above that has another sign.
    Any other sign that the list has not had stands in the item above if that leads on to it ("... sau:") or is a "+"
    in an item; so does the same sign where the word processor's level and indent both are deeper. `above`: the sign of
    the item that the passages stand in.
    """
    holder: Passage | None = None
    within: list[Passage] = []
    signs: set[str] = set()
    for one in passages:
        if holder and _stands_in(one, holder, within, signs, above):
            within.append(one)
            continue
        if holder:
            yield holder, within
        holder, within = one, []
        signs = signs | {_sign(one)} if one.label else set()
    if holder:
        yield holder, within


def _stands_in(one: Passage, holder: Passage, within: list[Passage], signs: set[str], above: str) -> bool:
    sign, over = _sign(one), _sign(holder)
    if not sign or not over:
        return False
    if sign == over:
        return _is_deeper(one, holder)
    if sign == "+":
        return True
    if sign in signs:
        return False
    return bool(within) or holder.text.endswith(":") or (over == "+" and bool(above))


def _is_deeper(one: Passage, holder: Passage) -> bool:
    """Whether the word processor has an item deeper than another with the same sign."""
    if one.level is None or holder.level is None or one.level <= holder.level:
        return False
    return one.indent is None or holder.indent is None or one.indent >= holder.indent + _FURTHER


def _sign(passage: Passage) -> str:
    return passage.label.translate(_DASHES)
