"""One part of an outline left without structure: its lines as paragraphs, its tables as tables, in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...derive.full_text import mark
from ...reading.document import Block, Doubt, Line
from ..shape import Part, Passage
from .grids import grid_of
from .tree import Tree


def flatten(tree: Tree, blocks: Sequence[Block], places: Sequence[int], doubts: list[Doubt]) -> None:
    """Leave parts of a grown tree without structure. `places`: of blocks, each as often as parts around it are meant.

    The smallest part that holds a place is meant by it once; given again it means the part around that.
    """
    for place, times in Counter(one for one in places if 0 <= one < len(blocks)).items():
        path = [*_path(tree, tree.parts, place, len(blocks))]
        if path:
            part, end = path[max(0, len(path) - times)]
            begins = id(part) in tree.starts  # else its first line stands above these blocks
            _plain(part, blocks[tree.starts.get(id(part), 0) : end], doubts, begins=begins)


def _path(tree: Tree, parts: Sequence[Part], place: int, end: int) -> Iterator[tuple[Part, int]]:
    """The parts that hold a block, from the outermost in, each with the place where it ends."""
    for part, after in zip(parts, [*parts[1:], None], strict=False):
        until = tree.starts.get(id(after), end) if after else end
        if tree.starts.get(id(part), 0) <= place < until:
            yield part, until
            yield from _path(tree, part.parts, place, until)


def _plain(part: Part, blocks: Sequence[Block], doubts: list[Doubt], *, begins: bool) -> None:
    """All lines are the part's words; the first, where the part begins with it, gives its number or its name."""
    inside = {key for block in blocks for key in block.notes}
    part.notes = tuple(key for key in part.notes if key not in inside)
    part.heading, part.paragraphs, part.items, part.tables, part.parts = "", [], [], [], []
    called = (part.label or mark(part.number)).rstrip(".:)")
    if part.kind in ("project", "subproject"):
        part.kind, part.mark, part.code, part.label = "clause", None, "", ""
    if begins and blocks and isinstance(first := blocks[0], Line):
        if part.number and first.label:
            part.label = first.label if first.label != mark(part.number) else ""
            part.paragraphs = [Passage(first.text, first.where, notes=first.notes)] if first.text else []
            part.notes += () if first.text else first.notes
        else:
            part.notes += first.notes
            part.number, part.label = "", first.whole
        blocks = blocks[1:]
    for block in blocks:
        if isinstance(block, Line):
            (part.tables[-1].notes if part.tables else part.paragraphs).append(Passage.of(block))
        elif grid := grid_of(block, doubts):
            part.tables.append(grid)
            part.notes += block.notes
    doubts.append(Doubt(part.where, f"cấu trúc trong “{called[:60]}” đọc được làm lệch lời văn nên để thành lời liền."))
