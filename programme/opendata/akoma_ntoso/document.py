"""The file: the plan's words in reading order, each once, in the parts that Akoma Ntoso has for them.

What the site says of them stands in `meta`: addresses, references, notes. The wId of a part is its anchor on the page
of the full text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from ...derive.full_text import annex_letterhead, mark, mark_of, number_line
from ...derive.programme import Programme
from ...derive.statements import CLOSING, HEAD, PREAMBLE, RECIPIENTS, SIGNATURE
from ...derive.table_amounts import holds_amount, read_cell
from ...history.git import Version
from ...load.dataset import Clause, Project, Signature
from ...load.record import Record
from ...load.references import records
from ...load.tables import Column, Row, Table
from ...load.texts import Paragraph
from ...vietnamese.formats import place_and_date
from ...vietnamese.slugs import slugify
from ..things import ANNEX
from .identity import EDITOR, identification, left_blank, name_of, type_of
from .marks import Marks
from .ontology import Ontology
from .xml import broken, element, fill, name_all, written

_TERMS = "http://purl.org/dc/terms/"
_OURS = "Ghi chú của trang web: "
_BELOW = {"part": "section", "article": "paragraph"}
"""What a numbered part within such a part is; any other is a point."""

Parts = Iterator[Element]


def file(programme: Programme, version: Version, address: str) -> bytes:
    """The plan as Akoma Ntoso 3.0. `address`: that of this file on the web, or "". The same data, the same bytes."""
    return _Writer(programme, version, address).file()


class _Writer:
    def __init__(self, programme: Programme, version: Version, address: str):
        self.p, self.plan, self.version, self.address = programme, programme.plan, version, address
        self.ontology = Ontology(programme)
        self.marks = Marks(programme, self.ontology)
        self.notes: list[Element] = []

    def file(self) -> bytes:
        plan = self.plan
        for blank in left_blank(self.p, self.version):
            self._noted(blank)
        issuer = self._agency(plan.agency)
        inside = [self._head(issuer), *self._preamble(), self._main_body(), *self._conclusions()]
        attached = [self._annex(issuer)] if plan.annex else []
        attached += [self._appendix(one, number, issuer) for number, one in enumerate(plan.appendices, 1)]
        meta = element("meta", self._identity("main", issuer), self.ontology.references())
        if self.notes:
            meta.append(element("notes", *self.notes, source=EDITOR))
        fill(meta, self._licence())
        document = element(type_of(plan.header.kind), meta, *inside, name=name_of(plan.header.kind))
        if attached:
            document.append(element("attachments", *attached))
        name_all(document)
        return written(document)

    # -- what the site says -------------------------------------------------

    def _identity(self, component: str, issuer: str) -> Element:
        return identification(self.p, self.version, self.address, component, issuer)

    def _licence(self) -> Parts:
        """Under what terms the data may be used, where Akoma Ntoso lets others say what it has no word for."""
        if licence := self.plan.licence:
            said = element("dct:license", licence.url or licence.name, **{"xmlns:dct": _TERMS})
            yield element("proprietary", said, source=EDITOR)

    def _agency(self, id: str) -> str:
        agency = self.p.agencies[id]
        return self.ontology.refer("agencies", id, agency.name, agency)

    def _noted(self, text: str) -> Element:
        """A note of the site, and the mark that leads to it."""
        name = f"note_{len(self.notes) + 1}"
        self.notes.append(element("note", element("p", f"{_OURS}{text}"), eId=name))
        return element("noteRef", href=f"#{name}")

    def _notes_of(self, *found: Record) -> list[Element]:
        return [self._noted(text) for one in found if (text := getattr(one, "note", None))]

    # -- head and end ---------------------------------------------------------

    def _head(self, issuer: str) -> Element:
        header = self.plan.header
        number, day = number_line(header), place_and_date(header.place, header.date)
        numbered = [_p(element("docNumber", number) if header.number else number)]
        dated = [_p(day)]
        if header.has_day and header.date:
            told = day.removeprefix(f"{header.place}, ")
            dated = [_p(day.removesuffix(told), element("docDate", told, date=header.date))]
        return element(
            "preface",
            _p(element("docAuthority", *broken(header.issuer_lines), refersTo=issuer)),
            *(_p(one) for one in (header.state, header.motto) if one),
            *(numbered if header.number or header.symbol else []),  # what is not entered yet is not there
            *(dated if header.date else []),
            *_titled(header.kind, header.title_lines),
            wId=HEAD,
        )

    def _preamble(self) -> Parts:
        """What the plan rests on, in its own words: a paragraph that cites documents is a citation."""
        if not self.plan.basis:
            return
        preamble = element("preamble", wId=PREAMBLE)
        for cites, paragraphs in groupby(self.plan.basis, lambda one: any(phrase.cites for phrase in one.phrases)):
            told = [[*self._paragraphs([one], PREAMBLE)] for one in paragraphs]
            if cites:
                fill(preamble, [element("citations", *(element("citation", *one) for one in told))])
            else:
                fill(preamble, [each for one in told for each in one])
        yield preamble

    def _main_body(self) -> Element:
        if self.plan.annex:
            return _body(self._part(one, "article") for one in self.plan.articles)
        return self._plan_itself([*(self._part(one, "article") for one in self.plan.articles)])

    def _plan_itself(self, before: Iterable[Element] = ()) -> Element:
        closing = self._paragraphs(self.plan.closing, CLOSING)
        end = [element("container", *closing, wId=CLOSING, name=CLOSING)] if self.plan.closing else []
        return _body([*before, *(self._part(one, "part") for one in self.p.data.sections), *end])

    def _conclusions(self) -> Parts:
        """Who receives the plan, who signs."""
        recipients, signature = self.plan.recipients, self.plan.signature
        found = []
        if recipients:
            held = (_p(recipients.heading), *self._items(recipients.items, RECIPIENTS))
            found.append(element("container", *held, wId=RECIPIENTS, name=RECIPIENTS))
        if signature:
            found.append(element("container", _p(self._signed(signature)), wId=SIGNATURE, name=SIGNATURE))
        if found:
            yield element("conclusions", *found)

    def _signed(self, signature: Signature) -> Element:
        above = [*self.marks.names(signature.authority, [self.plan.agency])] if signature.authority else []
        signed = element("signature", *above)
        if signature.standing_for:
            fill(signed, [element("eol"), f" {signature.standing_for}"])
        turn: list[Element | str] = [element("eol"), " "] if signature.authority or signature.standing_for else []
        fill(signed, [*turn, element("role", signature.office, refersTo=self._agency(signature.agency))])
        if signature.signed:
            fill(signed, [element("eol"), f" {signature.signed}"])
        person = self.ontology.refer("people", slugify(signature.name), signature.name)
        fill(signed, [element("eol"), " ", element("person", signature.name, refersTo=person)])
        return signed

    def _annex(self, issuer: str) -> Element:
        annex = self.plan.annex
        assert annex
        attached = [_p(annex.attached)] if annex.attached else []
        above = [_p(one) for one in annex_letterhead(annex)]
        preface = element("preface", *above, *_titled(annex.kind, annex.title_lines), *attached, wId=ANNEX)
        meta = element("meta", self._identity("annex_1", issuer))
        document = element("doc", meta, preface, self._plan_itself(), name=slugify(annex.kind))
        return element("attachment", document)

    def _appendix(self, appendix: Clause, number: int, issuer: str) -> Element:
        """What stands after the signature, as a document of its own."""
        meta = element("meta", self._identity(f"appendix_{number}", issuer))
        label = slugify((appendix.short_label or appendix.number).lower())
        return element("attachment", element("doc", meta, _body([self._part(appendix, "part")]), name=label))

    # -- numbered parts -------------------------------------------------------

    def _part(self, part: Clause | Project, tag: str) -> Element:
        """A part with its number and heading, its texts, and the parts in it."""
        number, heading = _heading(part)
        texts = self._texts(part)
        below = [*self._below(part, tag)]
        num = [element("num", number)] if number else []
        made = element(tag, *num, eId=part.number.replace(".", "-"), wId=self.p.refs[part])
        notes = self.marks.footnotes(part.footnotes, self.p.refs[part])
        told: list[Element | str] = [*([heading] if heading else []), *notes, *self._notes_of(part)]
        if not texts and not below and isinstance(part, Clause):  # its one line is what it says
            fill(made, [element("content", _p(*told))])
            return made
        fill(made, [element("heading", *told)] if told else [])
        if below:
            fill(made, [element("intro", *texts)] if texts else [])
            fill(made, below)
        else:
            made.append(element("content", *(texts or [_p()])))
        return made

    def _below(self, part: Clause | Project, tag: str) -> Parts:
        for one in part.clauses:
            yield self._part(one, _BELOW.get(tag, "point"))
        if isinstance(part, Project):
            yield from (self._part(one, "subsection") for one in part.subprojects)
        else:
            yield from (self._part(one, "section") for one in self.p.data.projects_in(part))

    def _texts(self, part: Clause | Project) -> list[Element]:
        ref = self.p.refs[part]
        found = [*self._paragraphs(part.paragraphs, ref)]
        if isinstance(part, Clause):
            found += self._items(part.items, ref)
            for table in part.tables:
                found += [self._table(table), *self._paragraphs(table.notes, ref)]
        return found

    # -- texts and tables -----------------------------------------------------

    def _paragraphs(self, paragraphs: Iterable[Paragraph], ref: str) -> Parts:
        for one in paragraphs:
            yield self._paragraph(one, ref)
            yield from self._items(one.items, ref)

    def _paragraph(self, paragraph: Paragraph, ref: str) -> Element:
        return self._unsigned(paragraph, ref, [f"{paragraph.mark} "] if paragraph.mark else [])

    def _unsigned(self, paragraph: Paragraph, ref: str, before: Iterable[str] = ()) -> Element:
        own = (one for phrase in paragraph.phrases for one in records(phrase))
        return _p(*before, *self.marks.words(paragraph, ref), *self._notes_of(paragraph, *own))

    def _items(self, items: Iterable[Paragraph], ref: str, depth: int = 0) -> Parts:
        """A list; what stands in an item is a list in it."""
        found = [
            element(
                "item",
                *([element("num", sign)] if (sign := mark_of(one, depth)) else []),
                self._unsigned(one, ref),
                *self._items(one.items, ref, depth + 1),
            )
            for one in items
        ]
        if found:
            yield element("blockList", *found)

    def _table(self, table: Table) -> Element:
        lines = [one for one in (table.caption, table.unit_line) if one]
        caption = [element("caption", *broken(lines))] if lines else []
        head = element("tr", *(element("th", _p(column.text)) for column in table.columns))
        return element("table", *caption, head, *(self._row(row, table.columns) for row in table.rows))

    def _row(self, row: Row, columns: Iterable[Column]) -> Element:
        cells = (
            element("td", _p(self.marks.cell(text, one, read_cell(text, one) if holds_amount(text, one) else None)))
            for text, one in zip(row.cells, columns, strict=True)
        )
        return element("tr", *cells, refersTo=self.marks.named(row))


def _p(*words: Element | str) -> Element:
    return element("p", *words)


def _titled(kind: str | None, lines: Iterable[str]) -> list[Element]:
    return [*([_p(element("docType", kind))] if kind else []), _p(element("docTitle", *broken(lines)))]


def _body(parts: Iterable[Element]) -> Element:
    """The main body, which must hold something."""
    return element("mainBody", *([*parts] or [_p()]))


def _heading(part: Clause | Project) -> tuple[str, str | None]:
    """The number of a part and the rest of its heading, as the plan writes them."""
    if isinstance(part, Project):
        return mark(part.number) if part.mark is None else part.mark, f"{part.label} {part.title}"
    return part.label or mark(part.number), part.heading
