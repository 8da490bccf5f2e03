"""Each footnote of a document on the words that it belongs to: those whose mark nothing in the draft has are placed."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading.document import Document, Doubt
from ..shape import Draft, Part, Passage
from .spread import behind_of, blocks_of, footnotes_of


def hold_footnotes(draft: Draft, document: Document) -> None:
    """Give a draft the footnotes of its document; one that belongs to none of its words stands with the one before.

    So it is with a mark in the title, or where the format does not tell the mark. It is told as a doubt. What has no
    letter or digit is left over, all of them where the draft has no words.
    """
    draft.footnotes = footnotes_of(document)
    draft.behind = behind_of(blocks_of(document))
    holders = [*_holders(draft)]
    homes = {key: one for one in holders for key in one.notes}
    before = ""
    for key, note in draft.footnotes.items():
        if key not in homes and holders:
            home = homes.get(before, holders[0])
            place = home.notes.index(before) + 1 if before in home.notes else 0
            home.notes = (*home.notes[:place], key, *home.notes[place:])
            homes[key] = home
            draft.doubts.append(Doubt(home.where, f"chưa rõ chú thích “{note.mark}” là của lời nào; xem chỗ đặt nó."))
        before = key
    if not holders:
        draft.footnotes = {}
    left = (note.text for at, note in enumerate(document.footnotes) if str(at) not in draft.footnotes)
    draft.left_over += [text for text in left if text.strip()]


def _holders(draft: Draft) -> Iterator[Passage | Part]:
    """What may have footnotes, in reading order but for the end."""
    yield from draft.basis
    for part in draft.walk():
        yield part
        yield from part.passages()
    yield from draft.closing
    yield from draft.recipients
