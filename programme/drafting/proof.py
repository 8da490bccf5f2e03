"""Whether the written data is the document, word for word: rebuilt from its files, compared with what was read.

Words are compared in order. Letterhead, and recipients with signature, which a document sets side by side, must have
the same words in whatever order; the head of a table that has several rows must have all its words. A blank that is
filled with dots is blank. Footnotes have each its words in order; they stand with the words that they belong to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..derive.full_text import annex_letterhead, footnotes, head_lines, lines, signature_lines
from ..load.dataset import Annex, Dataset, Header, Recipients, Signature
from ..load.loader import load
from ..load.record import Record
from ..load.texts import Footnote
from ..reading.document import Document, Line, Table
from .outline.spread import ANNEX, BODY, END, HEAD, NOTES, blocks_of
from .shape import Draft, Grid

_NEAR = 8
_SHOWN = 60


@dataclass
class Proof:
    """What the comparison found."""

    words: int = 0
    """Words of the document, without what is left over."""
    kept: int = 0
    """Of these, those that the data has in their place."""
    differs: str = ""
    """The first place where they differ, in Vietnamese; "" where they do not."""
    left_over: list[str] = field(default_factory=list)
    zone: str = ""
    """Where the first difference is (see `spread`)."""
    block: int | None = None
    """In the body: the document's block (see `spread.blocks_of`)."""

    @property
    def is_whole(self) -> bool:
        """Whether the data holds every word of the document but what is left over, and no other."""
        return not self.differs and self.kept == self.words


def prove(document: Document, draft: Draft, data: Path) -> Proof:
    """Load the data of a folder and compare its words with the document's."""
    dataset, _ = load(data)
    return compare(document, draft, dataset)


def compare(document: Document, draft: Draft, dataset: Dataset) -> Proof:
    """Compare the words of a document with those of its data."""
    told_of = zones(document, draft)
    notes = told_of.pop(NOTES)
    theirs = {zone: [word for line in told for word in line.split()] for zone, told in told_of.items()}
    ours = _ours(dataset)
    proof = Proof(sum(map(len, theirs.values())), left_over=list(draft.left_over))
    for zone in (HEAD, BODY, ANNEX, END):
        if zone == BODY:
            wrong = _in_order(theirs[zone], ours[zone], proof)
        else:
            one, two = Counter(_plain(theirs[zone])), Counter(_plain(ours[zone]))
            lost, more = list((one - two).elements()), list((two - one).elements())
            if not lost and not more:  # they count as the data writes them: without the dots that fill a blank
                proof.words += len(ours[zone]) - len(theirs[zone])
                theirs[zone] = ours[zone]
            proof.kept += len(theirs[zone]) - len(lost)
            wrong = (
                f"văn bản có “{' '.join(lost[:_NEAR])}”, data/ có “{' '.join(more[:_NEAR])}”" if lost or more else ""
            )
        if wrong and not proof.differs:
            proof.differs, proof.zone = wrong, zone
            proof.block = _block_at(document, draft, _same(theirs[zone], ours[zone])) if zone == BODY else None
    wanted, held = (Counter(" ".join(one.split()) for one in given) for given in (notes, _notes(dataset)))
    proof.words += sum(len(one.split()) for one in notes)
    proof.kept += sum(len(one.split()) for one in (wanted & held).elements())
    if not proof.differs and wanted != held:
        theirs_first, ours_first = (next(iter(one), "") for one in (wanted - held, held - wanted))
        proof.differs = f"chú thích của văn bản ghi “{theirs_first[:_SHOWN]}”, data/ ghi “{ours_first[:_SHOWN]}”"
        proof.zone = NOTES
    return proof


def _notes(dataset: Dataset) -> list[str]:
    return [one.text for one in footnotes(dataset)]


def _block_at(document: Document, draft: Draft, word: int) -> int | None:
    """The block of the body that has a word of it; the last one behind all of them."""
    last = None
    for zone, place, told in _told(document, draft):
        if zone == BODY:
            last = place
            word -= sum(len(line.split()) for line in told)
            if word < 0:
                break
    return last


def _same(theirs: Sequence[str], ours: Sequence[str]) -> int:
    """How many words are the same from the beginning."""
    pairs = zip(theirs, ours, strict=False)
    return next((i for i, (one, two) in enumerate(pairs) if one != two), min(len(theirs), len(ours)))


def _in_order(theirs: Sequence[str], ours: Sequence[str], proof: Proof) -> str:
    same = _same(theirs, ours)
    proof.kept += same
    if same == len(theirs) == len(ours):
        return ""
    before = " ".join(theirs[max(0, same - _NEAR) : same])
    there, here = " ".join(theirs[same : same + 3]), " ".join(ours[same : same + 3])
    return f"sau “{before}” văn bản ghi “{there or 'hết lời'}”, data/ ghi “{here or 'hết lời'}”"


def zones(document: Document, draft: Draft) -> dict[str, list[str]]:
    """The lines of the document by where they stand, in reading order, without what is left over."""
    found: dict[str, list[str]] = {
        HEAD: [],
        BODY: [],
        ANNEX: [],
        END: [],
        NOTES: _notes_and_left_over(document, draft)[1],
    }
    for zone, _, told in _told(document, draft):
        found[zone] += told
    return found


def _told(document: Document, draft: Draft) -> Iterator[tuple[str, int, list[str]]]:
    """Of each block its zone, its place, its lines that are not left over.

    Raises nothing: a head of several rows whose words the draft does not all have stands as it is in the document.
    """
    left, _ = _notes_and_left_over(document, draft)
    pieces = Counter(draft.head_left_over)
    left -= pieces  # the same words may be left over below, and stand in the letterhead
    blocks = blocks_of(document)
    left -= Counter(one.whole for at, one in enumerate(blocks) if at in draft.left_places and isinstance(one, Line))
    grids = iter([*_grids(draft)])
    start, stop = draft.end
    for place, block in enumerate(blocks):
        again = draft.annex_head[0] <= place < draft.annex_head[1]
        zone = HEAD if place < draft.head_ends else END if start <= place < stop else ANNEX if again else BODY
        if isinstance(block, Line):
            if place in draft.left_places:
                continue
            of_zone = pieces if zone == HEAD else left
            if of_zone[block.whole] > 0:
                of_zone[block.whole] -= 1
            else:
                yield zone, place, [_without(block.whole, pieces) if zone == HEAD else block.whole]
        else:
            rows = _joined(block)
            told = [row for row in rows if row]
            if told and all(left[row] > 0 for row in told):
                left.subtract(told)
            elif told:
                yield zone, place, _rows(rows, next(grids, None))


def _notes_and_left_over(document: Document, draft: Draft) -> tuple[Counter[str], list[str]]:
    """What is left over of the lines, and the texts of the footnotes without those that are left over."""
    left, notes = Counter(draft.left_over), []
    for key, note in enumerate(document.footnotes):
        if str(key) not in draft.footnotes and left[note.text] > 0:
            left[note.text] -= 1
        elif note.text.strip():
            notes.append(note.text)
    return left, notes


def _without(line: str, left: Counter[str]) -> str:
    """A line of the letterhead without what is left over of it: a stroke between what stands side by side."""
    for one in [one for one, count in left.items() if count > 0]:
        if f" {one} " in f" {line} ":
            left[one] -= 1
            line = " ".join(f" {line} ".replace(f" {one} ", " ", 1).split())
    return line


def _grids(draft: Draft) -> Iterator[Grid]:
    """The tables of a draft in reading order."""
    for part in draft.walk():
        yield from part.tables


def _joined(table: Table) -> list[str]:
    """The rows of a table, each as one line."""
    rows = (" ".join(" ".join(cell.text.split()) for cell in row if cell.text.strip()) for row in table.rows)
    return [*rows]


def _rows(rows: Sequence[str], grid: Grid | None) -> list[str]:
    """The lines of a table; where its head has several rows, the head as the draft has it, if no word of it is lost."""
    if grid is not None and grid.filled:
        rows = _filled(rows, grid)
    if grid is None or grid.heads == 1:
        return [row for row in rows if row]
    head = f"{grid.taken} {' '.join(grid.columns)}".strip()
    if Counter(" ".join(rows[: grid.heads]).split()) - Counter(head.split()):
        return [row for row in rows if row]
    return [row for row in (head, *rows[grid.heads :]) if row]


def _filled(rows: Sequence[str], grid: Grid) -> list[str]:
    """The lines of a table with the words of cells that reach down over several rows in each of these."""
    found, at = list(rows), 0
    for number, cells in enumerate(grid.rows):
        own = [cell for column, cell in enumerate(cells) if (number, column) not in grid.filled]
        told = " ".join(" ".join(own).split())
        while at < len(found) and (not told or found[at] != told):
            at += 1
        if at < len(found):
            found[at] = " ".join(" ".join(cells).split())
            at += 1
    return found


def _ours(dataset: Dataset) -> dict[str, list[str]]:
    """The words of the data by where they stand."""
    recipients = dataset.plan.recipients
    items = recipients.items if recipients else ()
    ends: set[Record] = {*items, *(phrase for one in items for phrase in one.phrases)}
    found: dict[str, list[str]] = {HEAD: [], BODY: [], ANNEX: [], END: []}
    repeated = list(annex_letterhead(dataset.plan.annex)) if dataset.plan.annex else []
    for line in lines(dataset):
        for record, text in line:
            if isinstance(record, Footnote):
                continue
            if repeated and isinstance(record, Annex):  # its first lines
                found[ANNEX] += repeated.pop(0).split()
                continue
            is_end = isinstance(record, Recipients | Signature) or record in ends
            zone = HEAD if isinstance(record, Header) else END if is_end else BODY
            found[zone] += text.split()
    return found


def _plain(words: Iterable[str]) -> list[str]:
    """Words of the head as they are compared: without dots that fill a blank, "05" as "5", "Số:51" as two."""
    text = re.sub(r"[….]{2,}|…|_{2,}", " ", " ".join(words))
    text = re.sub(r"\bSố\s*:?\s*(?=[\d/])", "Số: ", text)
    text = re.sub(r"\b0+(?=\d)", "", text)
    return text.split()


def source_text(document: Document, draft: Draft, dataset: Dataset) -> str:
    """The document's text for `source/`: its own lines; head, end, footnotes, once proved, in the data's order."""
    told = zones(document, draft)
    _, stop = draft.end
    head = list(head_lines(dataset.plan.header)) if told[HEAD] else []
    end: list[str] = []
    if told[END]:
        if dataset.plan.recipients:
            recipients = dataset.plan.recipients
            signs = [("-" if one.mark is None else one.mark, one.text) for one in recipients.items]
            end += [recipients.heading, *(f"{sign} {text}".strip() for sign, text in signs)]
        end += signature_lines(dataset.plan)
    before, after = _around(document, draft, stop)
    if told[ANNEX] and dataset.plan.annex:
        after = [*annex_letterhead(dataset.plan.annex), *after]
    return "\n".join([*head, *before, *end, *after, *_notes(dataset)]) + "\n"


def _around(document: Document, draft: Draft, stop: int) -> tuple[list[str], list[str]]:
    """The lines of the body before and after the recipients and the signature."""
    before: list[str] = []
    after: list[str] = []
    for zone, place, told in _told(document, draft):
        if zone == BODY:
            (after if stop and place >= stop else before).extend(told)
    return before, after
