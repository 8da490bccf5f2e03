"""Whether words stand in a text: asked of many words and one long text, which is looked through once."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

_SHORT = 200_000
"""Letters of a text that is sooner searched each time than looked through once."""


class Standing:
    """A text of which is asked what stands in it: `words in standing` as `words in text`, letter by letter."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, words: str) -> bool:
        first = [one[0] for one in re.finditer(r"\w+", words[:100])][:2]
        if len(self._text) < _SHORT or len(first) < 2:
            return words in self._text
        before = re.search(r"\w", words)
        start = before.start() if before else 0
        places = self._pairs.get((first[0], first[1]), ())
        # what begins or ends within a word of the text is none of these
        return any(self._text.startswith(words, at - start) for at in places) or words in self._text

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], list[int]]:
        """Two words that follow each other -> where the first of them begins."""
        found: dict[tuple[str, str], list[int]] = {}
        for one, other in pairwise(re.finditer(r"\w+", self._text)):
            found.setdefault((one[0], other[0]), []).append(one.start())
        return found
