"""Words of the plan that are explained where they stand: abbreviations and concepts.

The first place on a page becomes a link to the explanation, which breaks over lines
like any other word (a button is a box that no line may break); it works without
scripts, and the words of the plan stay as they are. Paper has no links: there every
short form on the page is spelled out, also in names, titles and captions, which are
links or ours on the screen.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from html import unescape

from markupsafe import Markup, escape

from ..derive.programme import Programme
from ..vietnamese.patterns import one_of
from ..vietnamese.slugs import slugify

_NOT_PRINTED = re.compile(r'<(form|script)\b.*?</\1>|<section class="screen".*?</section>|<[^>]+>', re.DOTALL)
_BLANK = re.compile(r"\s")
_LISTED = re.compile("<abbr>(.*?)</abbr>")


@dataclass(frozen=True)
class Explanation:
    """A word, its anchor on the glossary page, and what it means in our words."""

    word: str
    anchor: str
    meaning: str
    is_abbreviation: bool = False

    @property
    def id(self) -> str:
        """The id of its element on a page."""
        return f"giai-{self.anchor}"

    @property
    def place(self) -> str:
        """The id of the word that leads to it."""
        return f"tu-{self.anchor}"


@dataclass
class Page:
    """The words explained so far on one page."""

    used: dict[str, Explanation] = field(default_factory=dict)


def _any_of(words: Collection[str]) -> re.Pattern[str] | None:
    """Finds any of the words where it stands by itself; None for no words."""
    return re.compile(rf"(?<![\w/&-]){one_of(words)}(?![\w/&-])") if words else None


class Terms:
    """Finds the words to explain in a text of the plan."""

    def __init__(self, programme: Programme):
        self.known: dict[str, Explanation] = {}
        for one in programme.data.abbreviations:
            self.known[one.short] = Explanation(one.short, f"vt-{slugify(one.short)}", one.full, True)
        for concept in programme.data.concepts:
            name = concept.name[:1].lower() + concept.name[1:]
            explanation = Explanation(concept.name, concept.id, concept.explanation)
            self.known[name] = self.known[concept.name] = explanation
        self._find = _any_of(self.known)
        self._short = _any_of(shorts := [word for word, one in self.known.items() if one.is_abbreviation])
        self._in_one_word = not any(map(_BLANK.search, shorts))

    def explain(self, text: str, page: Page) -> Markup:
        """`text` with the first place of each known word as a link to its explanation."""
        if self._find is None:
            return escape(text)
        made, at = Markup(), 0
        for found in self._find.finditer(text):
            one = self.known[found[0]]
            if one.id in page.used:
                continue
            page.used[one.id] = one
            made += escape(text[at : found.start()])
            made += Markup('<a class="term" id="{}" href="#{}">{}</a>').format(one.place, one.id, found[0])
            at = found.end()
        return made + escape(text[at:])

    def short_forms(self, body: str, page: Page) -> list[Explanation]:
        """The short forms in a rendered page that no link explains, in order: for paper."""
        if self._short is None:
            return []
        words = unescape(_NOT_PRINTED.sub("", body))
        if self._in_one_word:  # most words stand there again and again
            words = " ".join(dict.fromkeys(words.split()))
        found = {one.id: one for one in map(self.known.__getitem__, self._short.findall(words))}
        # the glossary itself explains what it lists
        listed = {unescape(word) for word in _LISTED.findall(body)}
        return [one for id, one in found.items() if id not in page.used and one.word not in listed]
