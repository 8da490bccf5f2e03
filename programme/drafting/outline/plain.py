"""A document without any structure: one section with all its lines, for a text in which nothing else is found."""

from __future__ import annotations

from ...reading.document import Document, Line
from ..shape import Draft, Part, Passage
from .fit import fit
from .footnotes import hold_footnotes
from .grids import grid_of
from .spread import blocks_of


def plain(document: Document) -> Draft:
    """Every line is a paragraph with the sign before it, every table a table; the first words name the section."""
    draft = Draft(doubts=list(document.doubts))
    part = Part("part")
    for block in blocks_of(document):
        if isinstance(block, Line):
            passage = Passage.of(block)
            if part.tables:
                part.tables[-1].notes.append(passage)
            else:
                part.paragraphs.append(passage)
        elif grid := grid_of(block, draft.doubts):
            part.tables.append(grid)
            part.notes += block.notes
    draft.parts = [part] if part.paragraphs or part.tables else []
    fit(draft)
    hold_footnotes(draft, document)
    return draft
