"""What the search of a plan knows besides names: the engine's everyday words and those of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from ..load.lexicon import lexicon
from ..load.registries import Everyday, PageAliases, SearchWords
from .full_text import rebuild
from .programme import Programme

NOW_IN = "nay thuộc"
"""Between the name of a place and the one that it belongs to today."""


def known_words(programme: Programme) -> str:
    """All words that an everyday word may lead to, in small letters: the plan's own, names, what is written short.

    What people call a thing is a name too, also of a question: "loan" means "vay vốn" where a plan answers that.
    """
    data = programme.data
    named = [agency.name for agency in data.agencies]
    named += [group.name for group in data.groups]
    named += [node.name for node in programme.nodes]
    facts = data.notice.answers if data.notice else ()
    named += [one.question for one in data.questions]
    named += [one.question or "" for one in facts]
    called = [one.aliases for many in (data.agencies, data.groups, programme.nodes) for one in many]
    called += [one.aliases for many in (data.questions, facts, data.search.pages) for one in many]
    named += [alias for aliases in called for alias in aliases]
    spelled = [one.full for one in data.abbreviations]
    if any(place.now for place in data.places):
        spelled.append(NOW_IN)
    return "\n".join([" ".join(rebuild(data).split()), *named, *spelled]).lower()


def search_words(programme: Programme) -> SearchWords:
    """The lexicon, as far as it means something in this plan, then the plan's search.yaml; nothing twice.

    While a plan is being entered, its own words may wait for those that they mean.
    """
    engine, own = lexicon(), programme.data.search
    known = known_words(programme)
    meant: dict[str, dict[str, None]] = {}
    sure = {*own.everyday} if programme.is_entered else set()
    for one in (*engine.everyday, *own.everyday):
        if one not in sure and one.means.lower() not in known:
            continue
        meant.setdefault(one.means, {}).update(dict.fromkeys(one.say))
    asked: dict[str, dict[str, None]] = {}
    for page in (*engine.pages, *own.pages):
        asked.setdefault(page.page, {}).update(dict.fromkeys(page.aliases))
    return SearchWords(
        everyday=tuple(Everyday(say=tuple(say), means=means) for means, say in meant.items()),
        pages=tuple(PageAliases(page=page, aliases=tuple(aliases)) for page, aliases in asked.items()),
        fillers=tuple(dict.fromkeys((*engine.fillers, *own.fillers, *_said_of_all(programme)))),
    )


def _said_of_all(programme: Programme) -> Iterator[str]:
    """The place of the plan: who names it asks about all of the plan."""
    data = programme.data
    yield from (place.name for place in data.places if place.id == data.plan.place)
