"""Lines and tables of the body put into parts: what stands in what, by number, by look, by words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...reading.document import Block, Doubt, Line, Table
from ..shape import Part, Passage
from . import counted, headings, labels, looks
from .captions import caption_taken
from .grids import grid_of
from .labels import Label

_DEEPEST = 9
"""So many parts at most stand in one another."""
_BARE_RANK = 49.0
"""Of a heading in capitals that has no number: above those that have."""


@dataclass
class _Open:
    """A part that lines still go into."""

    part: Part
    style: tuple[object, ...]
    rank: float
    label: Label | None
    automatic: bool = False
    """The word processor counts the list that its label is of."""


@dataclass
class Tree:
    """Parts as they grow, line by line."""

    doubts: list[Doubt]
    tells_bold: bool
    """Whether the document tells what is bold: else capitals and words have to do."""
    kind: str = "part"
    """Of the parts on top."""
    parts: list[Part] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)
    """By the id of each part: the place, among the blocks grown, that it begins at."""
    before: list[Passage] = field(default_factory=list)
    """What stands before the first part."""
    counting: frozenset[str] = frozenset()
    """The words that headings count (see `counted`)."""
    looked: frozenset[looks.Look] = frozenset()
    """The looks that headings without numbers have (see `looks`)."""
    _place: int = 0
    _open: list[_Open] = field(default_factory=list)
    _bare_ranks: dict[tuple[object, ...], float] = field(default_factory=dict)
    _last: dict[int, Label] = field(default_factory=dict)
    _closed: dict[tuple[object, ...], tuple[Label | None, list[_Open]]] = field(default_factory=dict)

    def hold(self, part: Part) -> None:
        """Let all that comes stand in a part."""
        self.parts.append(part)
        self._open.append(_Open(part, ("held",), -1.0, None))

    def grow(self, blocks: Sequence[Block]) -> None:
        """Put blocks where they belong, in their order."""
        self.counting = counted.counting_words(blocks)
        self.looked = looks.looks_of(blocks, tells_bold=self.tells_bold)
        until = 0
        for place, block in enumerate(blocks):
            self._place = place
            if place < until:  # it was the heading of the part before
                continue
            after = blocks[place + 1] if place + 1 < len(blocks) else None
            if isinstance(block, Table):
                self._table(block)
                continue
            titles = place + 1 if self._titles_the_next(block, after) else place
            until = looks.title_ends(blocks, titles)
            beyond = blocks[until] if until < len(blocks) else None
            self._line(looks.as_one(block, blocks[place + 1 : until]), beyond)

    @staticmethod
    def _titles_the_next(line: Line, after: Block | None = None) -> bool:
        """ "Phần thứ nhất", alone in its line: the next line is its heading."""
        label = labels.understood(line.label)
        if line.text or label is None or label.is_item or not isinstance(after, Line) or after.label:
            return False
        return any(map(str.isalnum, after.text)) and len(after.text.split()) <= 40 and after.text[-1:] not in ".;:"

    # -- lines ----------------------------------------------------------------

    def _line(self, line: Line, after: Block | None) -> None:
        label = labels.understood(line.label)
        if label is None and line.label:  # a sign that is no label: it stays a word of the line
            line = replace(line, text=line.whole, label="")
        if label is None:
            named = headings.project_of(line.text)
            if named and self._open and self._names(line, named, after):
                part = Part("project", label=line.text, where=line.where, mark="", notes=line.notes)
                self._begin(part, None, ("project", named.sub), 59.5 if named.sub else 59.0)
            elif told := counted.heads(line, after, self.counting):
                part = Part(self._kind, told.number, told.label, told.title, where=line.where, notes=line.notes)
                self._bare(part, ("counted", told.word))
            elif headings.is_bare(line, after, tells_bold=self.tells_bold) and not self._captions(after):
                self._named(line, looks.bare_style(line))
            elif (look := looks.heads(line, after, self.looked)) and not self._captions(after):
                self._named(line, looks.bare_style(line) if look[0] == looks.SHORT else look)
            elif (led := headings.run_in(line)) and self._beside_headings(line):
                part = Part(self._kind, label=led.heading, where=line.where)
                part.paragraphs.append(Passage(led.rest, line.where, notes=line.notes))
                self._bare(part, self._open[-1].style)
            else:
                self._passage(Passage.of(line))
        elif label.is_item:
            if look := looks.heads(line, after, self.looked):
                self._named(line, look)
            else:
                self._passage(Passage.of(line))
        else:
            self._numbered(line, self._as_meant(label), after)

    def _beside_headings(self, line: Line) -> bool:
        """Whether a line that leads into its words stands beside headings without numbers, behind the items of one."""
        if not self._open or self._open[-1].style[0] != "bare" or not self._open[-1].part.items:
            return False
        return line.bold_head or not self.tells_bold

    @staticmethod
    def _names(line: Line, named: headings.ProjectLabel, after: Block | None) -> bool:
        """Whether a line without a number that begins like a project is the heading of one, not one of a list."""
        following = headings.project_of(after.text) if isinstance(after, Line) and not after.label else None
        below = after is not None and (following is None or (following.sub and not named.sub))
        return below and len(line.text.split()) <= 45 and not line.text.endswith(";")

    def _captions(self, after: Block | None) -> bool:
        """Whether what comes next makes a line the caption of a table."""
        return isinstance(after, Table) or (isinstance(after, Line) and headings.is_unit_line(after.text))

    def _as_meant(self, label: Label) -> Label:
        """ "C." after "B." and "i)" after "h)" are letters, not Roman numbers."""
        if label.kind in (labels.ROMAN, labels.SMALL_ROMAN) and len(label.number) == 1:
            letter, kind = label.number, labels.ALPHA if label.kind == labels.ROMAN else labels.LETTER
            order = ord(letter) - 64 if kind == labels.ALPHA else labels.letter_order(letter)
            other = Label(label.text, kind, letter, order)
            held = [one.label for one in self._open if one.label]
            goes_on = any(one.kind == label.kind and labels.follows(one, label) for one in held)
            if not goes_on and any(one.kind == kind and labels.follows(one, other) for one in held):
                return other
        return label

    def _numbered(self, line: Line, label: Label, after: Block | None) -> None:
        self._settle(label, line.automatic)
        split = headings.split(line, label, after)
        if self._is_one_of_sentences(line, label, split):
            split = headings.Split("", line.text)
        named = headings.project_of(line.text)
        part = Part(self._kind_at(label), label.number, label.own, split.heading, where=line.where)
        if named and not line.text.endswith(";"):
            part = Part("project", label.number, line.text, where=line.where, mark=label.text)
            split = headings.Split("", "")
        self._check(label, line.where)
        self._closed[label.style] = (label, [*self._open])
        self._begin(part, label, label.style, label.rank)
        self._open[-1].automatic = line.automatic
        if split.rest:
            part.paragraphs.append(Passage(split.rest, line.where, notes=line.notes))
        else:
            part.notes = line.notes

    def _is_one_of_sentences(self, line: Line, label: Label, split: headings.Split) -> bool:
        """Whether a short line that ends with a stop goes on a list in which the one before it is a sentence."""
        if split.rest or line.bold or not split.heading.endswith("."):
            return False
        beside = self._open[-1].part.parts if self._open else self.parts
        held = self._last.get(id(beside))
        return bool(held and labels.follows(held, label) and beside[-1].paragraphs and not beside[-1].heading)

    def _kind_at(self, label: Label) -> str:
        if label.kind == labels.ARTICLE:
            return "article"
        return self.kind if not self._open and label.rank < 70 else "clause"

    def _settle(self, label: Label, automatic: bool) -> None:
        """Close what a number ends, so that the part it stands in is the last that is open."""
        parent = self._parent_by_number(label)
        if parent is not None:
            del self._open[parent + 1 :]
            return
        same = [i for i, one in enumerate(self._open) if one.style == label.style]
        for at in sorted(same, key=lambda at: (self._open[at].automatic == automatic, at), reverse=True):
            held = self._open[at].label
            if held and labels.follows(held, label):
                del self._open[at:]
                return
        if (beside := self._beside(label)) is not None:
            del self._open[beside:]
            return
        other = bool(same) and self._open[same[-1]].automatic != automatic
        if same and not (labels.begins(label) and (other or self._nests(same[-1]))):
            del self._open[same[-1] :]
            return
        if same:
            return  # a list that begins anew in the one that is open
        if label.rank <= 60 and (path := self._path_before(label)) is not None:
            self._open = path
            return
        while self._open and self._open[-1].rank > label.rank:
            self._open.pop()

    def _beside(self, label: Label) -> int | None:
        """The place of the open part that a number goes on with though its signs are others: "2/" behind "1."."""
        for at in range(len(self._open) - 1, -1, -1):
            held = self._open[at].label
            if held is None or (held.kind, held.depth) != (label.kind, label.depth) or held.style == label.style:
                continue
            if labels.follows(held, label) and not labels.begins(label):
                return at
        return None

    def _path_before(self, label: Label) -> list[_Open] | None:
        """Where the list stands that a number goes on with, if nothing but headings without numbers came between."""
        held, path = self._closed.get(label.style, (None, []))
        if held is None or not labels.follows(held, label):
            return None
        lists = [self.parts, *(one.part.parts for one in path)]
        on_the_way = all(here and here[-1] is one.part for here, one in zip(lists, path, strict=False))
        return [*path] if on_the_way else None

    def _parent_by_number(self, label: Label) -> int | None:
        """ "1.2" stands in "1"; the place of that part among those open."""
        for at in range(len(self._open) - 1, -1, -1) if label.above else ():
            held = self._open[at].label
            if held and held.kind in (labels.ARABIC, labels.ROMAN, labels.ALPHA) and label.above in held.names:
                return at
        return None

    def _nests(self, at: int) -> bool:
        """Whether a list may begin below the last part that is open, with numbers like those of an open list."""
        return len(self._open) - 1 > at or self._leads_on(self._open[-1].part)

    @staticmethod
    def _leads_on(part: Part) -> bool:
        texts = [one.text for one in (*part.paragraphs[-1:], *part.items[-1:])] or [part.heading]
        return texts[-1].endswith(":")

    def _check(self, label: Label, where: str) -> None:
        """Say where numbers do not go on."""
        siblings = self._open[-1].part.parts if self._open else self.parts
        held = self._last.get(id(siblings))
        self._last[id(siblings)] = label
        told = label.text.rstrip(".:")
        if held is None or held.style != label.style:
            if not labels.begins(label) and label.order is not None:
                self.doubts.append(
                    Doubt(where, f"danh sách bắt đầu từ “{told}”, không từ số đầu; xem có mục nào lạc chỗ.")
                )
        elif not labels.follows(held, label):
            before = held.text.rstrip(".:")
            self.doubts.append(Doubt(where, f"“{told}” đứng ngay sau “{before}”: số không nối tiếp. Giữ như văn bản."))

    @property
    def _kind(self) -> str:
        """Of a part without a number that begins here."""
        return "clause" if self._open else self.kind

    def _named(self, line: Line, style: tuple[object, ...]) -> None:
        """Begin a part that has a line for its name."""
        self._bare(Part(self._kind, label=line.whole, where=line.where, notes=line.notes), style)

    def _bare(self, part: Part, style: tuple[object, ...]) -> None:
        """A heading without a number: it stands above, beside or below others as its look has been met before.

        The first in capitals that follows a numbered heading without any words between stands below it.
        """
        capitals = (part.label or part.heading).isupper()
        rank = self._bare_ranks.get(style)
        if rank is None:
            over = self._open[-1] if self._open else None
            below = over is not None and (not capitals or (over.label is not None and not self._says(over.part)))
            rank = over.rank + 0.5 if over and below else _BARE_RANK + (0 if capitals else 0.5)
            self._bare_ranks[style] = rank
        same = [i for i, one in enumerate(self._open) if one.style == style]
        if same:
            del self._open[same[-1] :]
        while self._open and self._open[-1].rank > rank:
            self._open.pop()
        part.kind = self._kind
        self._begin(part, None, style, rank)

    def _begin(self, part: Part, label: Label | None, style: tuple[object, ...], rank: float) -> None:
        if style[0] == "project":
            rank = self._above_project(style, rank)
        if len(self._open) >= _DEEPEST:
            self.doubts.append(Doubt(part.where, "mục nằm sâu quá nhiều cấp; để ngang với mục ngay trên nó."))
            del self._open[_DEEPEST - 1 :]
        (self._open[-1].part.parts if self._open else self.parts).append(part)
        self.starts[id(part)] = self._place
        self._open.append(_Open(part, style, rank, label))

    def _above_project(self, style: tuple[object, ...], rank: float) -> float:
        """Close what a project without a number ends; gives its rank: it may stand right below any heading."""
        beside = next((one for one in reversed(self._open) if one.style == style), None)
        over = next((one for one in reversed(self._open) if one.style[0] == "project" and one.style != style), None)
        if beside:
            rank = beside.rank
        elif over and style[1]:
            rank = over.rank + 0.25
        elif self._open and over is None and not self._says(self._open[-1].part):
            rank = max(rank, self._open[-1].rank + 0.25)
        while self._open and (self._open[-1].rank > rank or self._open[-1].style == style):
            self._open.pop()
        return rank

    @staticmethod
    def _says(part: Part) -> bool:
        return bool(part.paragraphs or part.items or part.tables or part.parts)

    # -- texts and tables -----------------------------------------------------

    def _passage(self, passage: Passage) -> None:
        if not self._open:
            self.before.append(passage)
            return
        part = self._open[-1].part
        if part.tables:
            part.tables[-1].notes.append(passage)
        elif passage.label or part.items:
            part.items.append(passage)
        else:
            part.paragraphs.append(passage)

    def _table(self, table: Table) -> None:
        grid = grid_of(table, self.doubts)
        if grid is None:
            return
        if not self._open:
            self._begin(Part(self.kind, where=table.where), None, ("table",), 98.0)
        part = self._open[-1].part
        before = part.tables[-1].notes if part.tables else part.items or part.paragraphs
        part.notes += caption_taken(grid, before) + table.notes
        part.tables.append(grid)
