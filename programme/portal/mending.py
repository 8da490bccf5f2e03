"""What the portal's search mends a wrong letter by: the words of all names, and which follow upon which.

The words stand in the table of contents, so that a browser sees at once that no name has one of those typed; which
follow upon which lies in a file of its own, fetched only then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .atlas import Atlas
from .plan import Plan

Words = Callable[[str], Sequence[str]]
"""The folded words of a text, in their order."""
_SAID = "dự án, cơ quan, đối tượng, văn bản, nơi; mã; chủ trì; có tên trong Kế hoạch của năm, giai đoạn; nay là, gồm"
"""What a result says beside names."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def vocabulary(atlas: Atlas, words: Words) -> tuple[str, list[str]]:
    """The words, in the order of letters, with a space between; and for each those that follow upon it somewhere.

    These are told by their places among the words, to the base of 36, with a space between.
    """
    following: dict[str, set[str]] = {}
    for text in {_SAID, *(text for held in atlas.plans for text in _texts(held.plan))}:
        before = ""
        for word in words(text):
            if not word.isalpha():
                before = ""
                continue
            following.setdefault(word, set())
            if before:
                following[before].add(word)
            before = word
    listed = sorted(following)
    places = {word: _written(at) for at, word in enumerate(listed)}
    return " ".join(listed), [" ".join(places[one] for one in sorted(following[word])) for word in listed]


def _texts(plan: Plan) -> Iterator[str]:
    """All that a name, or what is said beside it, may be looked for by."""
    for spot in plan.spots:
        yield spot.name
    for programme in plan.programmes:
        yield programme.name
    for project in plan.projects:
        yield from (project.name, project.title, project.leads)
    for listed in (plan.bodies, plan.groups):
        for one in listed:
            yield from (one.name, one.other_names)
    for place in plan.places:
        yield from (place.name, place.now, place.other_names)
    for document in plan.documents:
        yield from (document.kind, document.number, document.name)


def _written(number: int) -> str:
    """A number to the base of 36, as browsers write it."""
    found = ""
    while number or not found:
        number, digit = divmod(number, 36)
        found = _DIGITS[digit] + found
    return found
