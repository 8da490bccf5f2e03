"""A document as a plan: head, basis, articles, what is annexed, parts, closing, recipients, signature, appendices.

Nothing is refused: what has no numbers becomes plain sections, what fits nowhere is left over and named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from ...reading.document import Block, Document, Doubt, Line
from ..shape import Draft, Head, Part, Passage, as_words
from . import endings, headings, labels, letterhead
from .fit import fit
from .flat import flatten
from .footnotes import hold_footnotes
from .projects import settle_projects
from .spread import ANNEX, END, HEAD, blocks_of
from .tree import Tree

APPENDIX = re.compile(
    r"(?P<label>(PHỤ LỤC|Phụ lục|BIỂU|MẪU|(?:Biểu|Mẫu)(?=\s+(?:số\s+)?\d{1,2}$))"
    r"(\s+(SỐ\s+|số\s+)?(?P<n>[IVX]+|\d{1,2}|[A-Z])(?![\w/]))?\s*[:.]?)\s*"
)
Flat = Sequence[int]
_SENTENCE = re.compile(r"[;:.](\s|$)")


def outline(document: Document, flat: Flat = (), loose: Collection[str] = ()) -> Draft:
    """The draft of a document, without marks. Every word of the document is in it once, or in `left_over`.

    `flat`: places of blocks (see `spread.blocks_of`); the smallest part that holds one, or where it is given again the
    next part around that, is left without structure. `loose`: zones (see `spread`) whose lines stay plain words.
    """
    draft = Draft(doubts=list(document.doubts))
    blocks = blocks_of(document)
    tells_bold = any(isinstance(one, Line) and one.bold for one in blocks)
    at = draft.head_ends = _head(draft, blocks)
    at = _basis(draft, blocks, at, tells_bold)
    ends = _ends(blocks, at)
    carries = draft.head.kind in letterhead.CARRIERS or _is_article(blocks, at)
    first_end = ends[0] if ends else len(blocks)
    closing_at = _closing(blocks, at, first_end, draft) if not carries else first_end
    tree = _tree(draft, blocks, (at, closing_at), tells_bold, "article" if carries else "part", flat)
    if carries:
        draft.articles = tree
    else:
        draft.parts = tree
    draft.closing += [Passage.of(one) for one in blocks[closing_at:first_end] if isinstance(one, Line)]
    at = endings.read_end(draft, blocks, first_end) if ends else first_end
    draft.end = first_end, at
    loosened = [one for one in blocks[first_end:at] if isinstance(one, Line)] if END in loose else []
    if carries and (start := _annex(draft, blocks, at)) is not None:
        at = _annexed(draft, blocks, at, start, tells_bold, flat)
    _appendices(draft, blocks, at, tells_bold, flat)
    settle_projects(draft.parts, draft.doubts, " ".join((draft.annex or draft.head).title_lines))
    fit(draft)
    _loosen(draft, loose, blocks, loosened)
    hold_footnotes(draft, document)
    return draft


def _loosen(draft: Draft, loose: Collection[str], blocks: Sequence[Block], end: Sequence[Line]) -> None:
    """Letterhead and end as plain words, in the document's order."""
    if HEAD in loose:
        draft.basis = [Passage.of(one) for one in blocks[: draft.head_ends] if isinstance(one, Line)] + draft.basis
        draft.left_over = [*(Counter(draft.left_over) - Counter(draft.head_left_over)).elements()]
        draft.head, draft.head_left_over, draft.head_ends = Head(), [], 0
        draft.doubts.append(Doubt("", "phần đầu văn bản đọc được làm lệch lời văn nên để thành lời thường."))
    if END in loose:
        as_words(draft, [Passage.of(one) for one in end])
        draft.left_over = [*(Counter(draft.left_over) - Counter(one.whole for one in end)).elements()]
        draft.recipients_heading, draft.recipients, draft.end = "", [], (0, 0)
        draft.authority = draft.standing_for = draft.office = draft.signed = draft.name = ""
        draft.doubts.append(Doubt("", "nơi nhận và chữ ký đọc được làm lệch lời văn nên để thành lời thường."))
    if ANNEX in loose and draft.annex:
        above = [one for one in blocks[slice(*draft.annex_head)] if isinstance(one, Line)]
        draft.annex.issuer_lines, draft.annex.state, draft.annex.motto = [one.whole for one in above], "", ""
        draft.doubts.append(Doubt("", "phần đầu nhắc lại trên bản kèm theo để nguyên như văn bản."))


def _head(draft: Draft, blocks: Sequence[Block]) -> int:
    lines: list[Line] = []
    for block in blocks:
        if not isinstance(block, Line):
            break
        lines.append(block)
    draft.head, at, left = letterhead.head_of(lines)
    draft.left_over += left
    draft.head_left_over = left
    return at


def _starts_body(block: Block) -> bool:
    label = labels.understood(block.label) if isinstance(block, Line) else None
    return not isinstance(block, Line) or (label is not None and not label.is_item)


def _basis(draft: Draft, blocks: Sequence[Block], at: int, tells_bold: bool) -> int:
    """Read what stands before the first part. Without any parts only what is said to be a basis belongs to it."""
    limit = next((i for i in range(at, len(blocks)) if _starts_body(blocks[i]) or _ends_here(blocks[i])), len(blocks))
    numbered = limit < len(blocks) and isinstance(blocks[limit], Line) and not _ends_here(blocks[limit])
    while at < limit:
        line = blocks[at]
        assert isinstance(line, Line)
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        told = bool(letterhead.BASIS.match(line.text)) or draft.head.kind in letterhead.CARRIERS
        told = told or bool(re.search(r"(như sau|QUYẾT ĐỊNH|QUYẾT NGHỊ)\s*:$", line.text))
        if not told and headings.is_bare(line, after, tells_bold=tells_bold) and not line.text.endswith(":"):
            break
        if not numbered and not told and draft.basis and not draft.basis[-1].text.endswith(";"):
            break
        if not numbered and not told and not draft.basis:
            break
        if letterhead.is_rule(line.whole):
            draft.left_over.append(line.whole)
        else:
            draft.basis.append(Passage.of(line))
        at += 1
    return at


def _ends_here(block: Block) -> bool:
    return isinstance(block, Line) and endings.is_end(block)


def _is_article(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at] if at < len(blocks) else None
    label = labels.understood(block.label) if isinstance(block, Line) else None
    return label is not None and label.kind == labels.ARTICLE


def _ends(blocks: Sequence[Block], at: int) -> list[int]:
    """Where recipients or signatures begin; where the recipients are named, nothing before them is the end.

    A signature that stands right above the recipients begins with its first line.
    """
    found = [i for i in range(at, len(blocks)) if _ends_here(blocks[i])]
    named = [i for i in found if endings.RECEIVE.match(_text(blocks[i]))]
    if not named:
        signed = [i for i in found if endings.FOR.match(_text(blocks[i]))] or found
        return signed[-1:] if len(signed) < 2 or signed[-1] - signed[-2] > _NEAR else _run(signed)
    first = named[0]
    above = [i for i in found if first - _NEAR <= i < first]
    return [*above[:1], *(i for i in found if i >= first)]


_NEAR = 6
"""So many lines apart at most are lines of one signature."""


def _run(places: Sequence[int]) -> list[int]:
    """The last of some places with those before it that are near."""
    run = [places[-1]]
    for place in reversed(places[:-1]):
        if run[0] - place > _NEAR:
            break
        run.insert(0, place)
    return run


def _closing(blocks: Sequence[Block], at: int, end: int, draft: Draft) -> int:
    """Where the closing begins: the words after the last part that say that this is the plan."""
    last = max((i for i in range(at, end) if _starts_body(blocks[i])), default=at - 1)
    plain = [i for i in range(last + 1, end) if isinstance(blocks[i], Line) and not getattr(blocks[i], "label", "")]
    for place in plain:
        line = blocks[place]
        assert isinstance(line, Line)
        if line.text.startswith("Trên đây"):
            return place
    if last < at:
        return end
    heads = isinstance(blocks[last], Line) and not re.search(r"[.;:,]$", _text(blocks[last]))
    for place in plain:
        line = blocks[place]
        assert isinstance(line, Line)
        if heads and (place == last + 1 or endings.GIVES.match(line.text)):
            continue  # what the last heading stands over: "Giao Phòng Kinh tế …" below "TỔ CHỨC THỰC HIỆN"
        if endings.CLOSES.match(line.text) and all(not getattr(one, "label", "x") for one in blocks[place:end]):
            return place
    if (
        plain
        and plain[-1] == end - 1
        and re.search(r"\./?\.?$", _text(blocks[end - 1]))
        and "./." in _text(blocks[end - 1])
    ):
        return end - 1
    return end


def _text(block: Block) -> str:
    return block.text if isinstance(block, Line) else ""


def _tree(
    draft: Draft, blocks: Sequence[Block], span: tuple[int, int], tells_bold: bool, kind: str, flat: Flat
) -> list[Part]:
    tree = Tree(draft.doubts, tells_bold, kind)
    tree.grow(blocks[slice(*span)])
    flatten(tree, blocks[slice(*span)], [one - span[0] for one in flat], draft.doubts)
    before, parts = _plain(tree.before, kind), tree.parts
    if before and parts and parts[0].tables and not (parts[0].number or parts[0].label or parts[0].heading):
        table, *parts = parts  # a table without a heading stands under the words before it
        before[-1].tables, before[-1].parts = table.tables, table.parts
        before[-1].notes += table.notes
    return [*before, *parts]


def _plain(passages: Sequence[Passage], kind: str) -> list[Part]:
    """Paragraphs without a part to stand in: a section whose first words are its name."""
    if not passages:
        return []
    first = passages[0]
    label, rest = first.whole, ""
    if len(label.split()) > 14:
        found = _SENTENCE.search(label)
        words = label.split()
        cut = len(label[: found.end()].split()) if found and len(label[: found.end()].split()) <= 20 else 10
        label, rest = " ".join(words[:cut]), " ".join(words[cut:])
    part = Part(kind, label=label, where=first.where)
    if rest:
        part.paragraphs.append(Passage(rest, first.where, notes=first.notes))
    else:
        part.notes = first.notes
    for one in passages[1:]:
        (part.items if one.label or part.items else part.paragraphs).append(one)
    return [part]


def _annex(draft: Draft, blocks: Sequence[Block], at: int) -> int | None:
    """Where the title of what is annexed stands, after the signature of what carries it."""
    for place in range(at, min(at + 15, len(blocks))):
        block = blocks[place]
        if not isinstance(block, Line) or _starts_body(block) or _is_appendix(block):
            return None
        if letterhead.kind_of(block.whole) and not APPENDIX.match(block.whole):
            return place
    return None


def _annexed(draft: Draft, blocks: Sequence[Block], end: int, start: int, tells_bold: bool, flat: Flat) -> int:
    """Read what is annexed behind the end of what carries it: title, parts, closing. Gives where appendices begin."""
    above = {place: one for place, one in enumerate(blocks[:start]) if place >= end and isinstance(one, Line)}
    strokes = {place for place, one in above.items() if not any(map(str.isalnum, one.whole))}
    draft.left_places |= strokes
    draft.left_over += [above[place].whole for place in sorted(strokes)]
    draft.annex_head = end, start
    lines = [one for one in blocks[start:] if isinstance(one, Line)]
    head = letterhead.repeated([one.whole for place, one in above.items() if place not in strokes])
    taken = letterhead.title_of(head, lines, 0, draft.left_over)
    draft.annex = head
    at = start + taken
    while at < len(blocks) and letterhead.ATTACHED.match(_text(blocks[at])):
        draft.annex_attached = f"{draft.annex_attached} {_text(blocks[at])}".strip()
        at += 1
        while draft.annex_attached.count("(") > draft.annex_attached.count(")") and isinstance(blocks[at], Line):
            draft.annex_attached = f"{draft.annex_attached} {_text(blocks[at])}"
            at += 1
    while at < len(blocks) and letterhead.is_rule(_text(blocks[at]) or "x"):
        draft.left_over.append(_text(blocks[at]))
        at += 1
    ends = [i for i in _ends(blocks, at)]
    until = ends[0] if ends else _first_appendix(blocks, at)
    appendix = next((i for i in range(at, until) if _is_appendix(blocks[i]) and not _goes_on(blocks[i:until])), until)
    if appendix < until:
        ends, until = [], appendix  # the signature is that of an appendix
    closing_at = _closing(blocks, at, until, draft)
    draft.parts = _tree(draft, blocks, (at, closing_at), tells_bold, "part", flat)
    after = until
    if ends:  # a second signature: its words close the plan
        while after < len(blocks) and isinstance(blocks[after], Line) and not _is_appendix(blocks[after]):
            after += 1
    told = [one for one in blocks[closing_at:after] if isinstance(one, Line)]
    draft.closing += [Passage.of(one) for one in told]
    return after


def _goes_on(blocks: Sequence[Block]) -> bool:
    """Whether parts of the plan still follow: what looks like an appendix is the caption of a table in it."""
    found = (labels.understood(one.label) for one in blocks if isinstance(one, Line))
    return any(one is not None and one.rank <= _PART_RANK for one in found)


_PART_RANK = 50.0


def _is_appendix(block: Block) -> bool:
    if not isinstance(block, Line):
        return False
    found = APPENDIX.match(block.whole)
    if not found:
        return False
    rest = block.whole[found.end() :]
    looks = block.centred or block.bold or block.whole.isupper() or not rest
    return looks and len(block.whole.split()) <= 40 and not re.search(r"[;.]$", rest)


def _first_appendix(blocks: Sequence[Block], at: int) -> int:
    return next((i for i in range(at, len(blocks)) if _is_appendix(blocks[i])), len(blocks))


def _appendices(draft: Draft, blocks: Sequence[Block], at: int, tells_bold: bool, flat: Flat) -> None:
    """Read what stands after all of it: each appendix with its title; words without one are a section of their own."""
    places = [i for i in range(at, len(blocks)) if _is_appendix(blocks[i])]
    first = places[0] if places else len(blocks)
    if at < first:
        draft.appendices += _tree(draft, blocks, (at, first), tells_bold, "appendix", flat)
    for place, start in enumerate(places):
        until = places[place + 1] if place + 1 < len(places) else len(blocks)
        draft.appendices.append(_appendix(draft, blocks[start:until], tells_bold, [one - start for one in flat]))


def _appendix(draft: Draft, blocks: Sequence[Block], tells_bold: bool, flat: Flat) -> Part:
    line = blocks[0]
    assert isinstance(line, Line)
    found = APPENDIX.match(line.whole)
    assert found
    part = Part(
        "appendix", found["n"] or "", found["label"].strip(), line.whole[found.end() :].strip(), where=line.where
    )
    part.notes = line.notes
    if part.heading and not any(map(str.isalnum, part.heading)):
        part.label, part.heading = f"{part.label} {part.heading}", ""
    at = 1
    while at < len(blocks) and isinstance(blocks[at], Line) and _titles(blocks, at, part):
        part.heading = f"{part.heading} {_text(blocks[at])}".strip()
        part.notes += blocks[at].notes
        at += 1
    inner = Tree(draft.doubts, tells_bold, "clause")
    inner.hold(part)
    inner.grow(blocks[at:])
    flatten(inner, blocks[at:], [one - at for one in flat], draft.doubts)
    return part


def _titles(blocks: Sequence[Block], at: int, part: Part) -> bool:
    line = blocks[at]
    assert isinstance(line, Line)
    if line.label or headings.is_caption(line.text) or line.text.startswith("(") or line.text[-1:] in ".;:":
        return False
    if not any(map(str.isalpha, line.text)):
        return False
    return line.text.isupper() or (not part.heading and line.text[-1:] not in ".;:" and len(line.text.split()) <= 40)
