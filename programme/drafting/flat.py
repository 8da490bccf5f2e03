"""One part of an outline left without structure: its lines as paragraphs, its tables as tables, in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..derive.full_text import mark
from ..reading.document import Block, Doubt, Line
from .grids import grid_of
from .shape import Part, Passage
from .tree import Tree


def flatten(tree: Tree, blocks: Sequence[Block], places: Sequence[int], doubts: list[Doubt]) -> None:
    """Leave parts of a grown tree without structure. `places`: of blocks, each as often as parts around it are meant.

    The smallest part that holds a place is meant by it once; given again it means the part around that.
    """
    for place, times in Counter(one for one in places if 0 <= one < len(blocks)).items():
        path = [*_path(tree, tree.parts, place, len(blocks))]
        if path:
            part, end = path[max(0, len(path) - times)]
            _plain(part, blocks[tree.starts.get(id(part), 0) : end], doubts)


def _path(tree: Tree, parts: Sequence[Part], place: int, end: int) -> Iterator[tuple[Part, int]]:
    """The parts that hold a block, from the outermost in, each with the place where it ends."""
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        until = tree.starts.get(id(after), end) if after else end
        if tree.starts.get(id(part), 0) <= place < until:
            yield part, until
            yield from _path(tree, part.parts, place, until)


def _plain(part: Part, blocks: Sequence[Block], doubts: list[Doubt]) -> None:
    """The first line stays the part's own number, all else of it are its words."""
    held = part.kind == "appendix" and bool(part.label)  # its own line is none of the blocks
    first = blocks[0] if not held and isinstance(blocks[0], Line) else None
    said = part.label or mark(part.number) if first else ""
    part.items, part.parts, part.tables = [], [], []
    part.paragraphs = []
    if part.kind in ("project", "subproject"):
        part.kind, part.mark, part.code = "clause", None, ""
        said = first.label if first else ""
        part.label = said if said != mark(part.number) else ""
    if first:
        rest = first.whole.removeprefix(said).strip() if first.whole.startswith(said) else first.text
        part.heading = ""
        part.paragraphs = [Passage(rest, first.where)] if rest else []
    for block in blocks[1 if first else 0 :]:
        if isinstance(block, Line):
            (part.tables[-1].notes if part.tables else part.paragraphs).append(Passage.of(block))
        elif grid := grid_of(block, doubts):
            part.tables.append(grid)
