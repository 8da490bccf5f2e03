"""All kinds of marks on all texts of a draft, and the registers of what they name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from ...reading.document import Doubt
from ...vietnamese.slugs import fold
from ..shape import Degree, Draft, Mark, Part, Passage, Registers
from .bodies import declared, recipients
from .bodies.bodies import Bodies
from .bodies.capitals import Capitals
from .bodies.symbols import issuer_by
from .documents.document_kinds import OWN, tail_of
from .documents.documents import Documents
from .figures import figures
from .fitting import Found, fitted
from .groups.groups import Groups
from .groups.leading import leads_to_receivers
from .groups.receivers import Phrase, getting, is_place
from .money import money
from .money.sums import settle_sums
from .notes import mark_notes
from .past import is_past
from .places.places import Places
from .plan_context import Context, Place, context_of, department_of, kind_of, repeated_headings, title_of
from .short_names import explained
from .tables.group_tables import GroupTables
from .tables.tables import Tables
from .tables.task_cells import TaskCells
from .tables.task_tables import TaskTables
from .timing import how_often
from .timing.timing import inside_years, times
from .words import Span, inside
from .work.bearers import Bearers
from .work.duties import Duties
from .work.given_work import GivenWork
from .work.list_leads import ListLeads
from .work.role_lines import RoleLines
from .work.whose_work import WhoseWork

_ONLY_SAID = re.compile(r"(?:(?:khong|chua)(?: duoc)?(?: \S+){1,4}|(?:mot|\d+) (?:lan|luot|dot)(?: \S+){0,2}) $")
"""Before "trong năm 2026": how often, or that something is not done in it, is no time to do work by."""
_IN_EACH_ROW = "ô gộp qua nhiều hàng: lời của ô được chép vào từng hàng."
LONGEST = 6000
"""Letters of a paragraph: no plan has longer ones, and what looks for marks in it would take too long."""


def mark(draft: Draft) -> Registers:
    """Put marks on every text of a draft; the registers of what the marks name."""
    return Marker(draft).run()


@dataclass
class Marker:
    """The marks of one draft, in the making."""

    draft: Draft

    def __post_init__(self) -> None:
        self.context: Context = context_of(self.draft)
        self.bodies = Bodies(self.context.level, self.context.place)
        head = self.draft.head
        issuer = department_of(self.context)
        if issuer:
            self.bodies.call(issuer, issuer.split()[0])
        issuer = issuer or declared.issuer_of(head.issuer_lines, self.context.whole_text)
        self.short = declared.learn(self.context.whole_text.split("\n"), self.bodies, issuer, head.symbol)
        self.documents = Documents(self.bodies, f"{head.number}/{head.symbol}" if head.number else "")
        self.bearers = Bearers(self.bodies, repeated_headings(self.context), Capitals(self.context.whole_text))
        leads = ListLeads(self.bodies, self.bearers)
        duties = Duties(self.context, self.bodies, self.bearers)
        self.work = GivenWork(self.context, self.bearers, RoleLines(self.bodies), leads, duties)
        self.groups = Groups()
        self.goals: set[str] = set()
        self.doubts: list[Doubt] = []
        self.places = Places(self.context.place, self.context.province)
        self.places.learn(
            self.context.whole_text.split("\n"), [table for part in self.draft.walk() for table in part.tables]
        )
        self.groups.places = self.places.names()
        self.tables = Tables(self.context, self.bodies, self.places.of_cell, self.goals)

    def run(self) -> Registers:
        """All marks, in the order in which they need each other."""
        self._learn()
        for part, place in self.context.parts():
            for table in part.tables:
                self.tables.mark(table, part, place)
                if table.filled:
                    self.doubts.append(Doubt(table.where, _IN_EACH_ROW))
        for passage, place in self.context.texts():
            self._passage(passage, place)
        mark_notes(self.draft, self.context, self.documents, self._times)
        cells, told = (
            TaskCells(self.context, self.bodies, self.groups),
            GroupTables(self.groups, TaskTables(self.context, self.bodies)),
        )
        for part, place in self.context.parts():
            self._kind(part, place)
            for table in part.tables:
                cells.mark(table, place)
                told.mark(table)
        for one in self.draft.recipients:
            one.marks = fitted(one.text, recipients.found_in(one.text, self.bodies))
        settle_sums(self.context)
        may_give = [
            (passage, place)
            for passage, place in self.context.texts()
            if not self._is_basis(passage) and not self._is_past(place) and len(passage.text) <= LONGEST
        ]
        closing = {id(one) for one in self.draft.closing}
        WhoseWork(self.context, self.bodies).ask([one for one in may_give if id(one[0]) not in closing])
        return self._registers()

    def _learn(self) -> None:
        """The names of bodies that stand where only bodies stand."""
        for part, place in self.context.parts():
            self.bearers.of_heading(part, place)
        texts = [passage.text for passage, _ in self.context.texts()]
        notes = [" ".join(note.text.split()) for note in self.draft.footnotes.values()]
        self.documents.learn(text for text in (*texts, *notes) if len(text) <= LONGEST)

    def _kind(self, part: Part, place: Place) -> None:
        if part.kind in ("project", "subproject", "part", "article", "appendix"):
            return
        if place.above and place.above[-1].kind in ("project", "subproject") and (kind := kind_of(title_of(part))):
            part.marks.append(Mark(0, len(part.heading), {"kind": kind}, "clause_kind"))

    def _passage(self, passage: Passage, place: Place) -> None:
        text = passage.text
        if len(text) > LONGEST:
            said = f"đoạn dài {len(text)} chữ cái, máy không đánh dấu gì trong đó."
            self.doubts.append(Doubt(passage.where, said))
            return
        found: list[Found] = []
        cited = self.documents.cited(text)
        cites = self.documents.marks(text, cited)
        taken = self.documents.spans(cited)
        for one in cites:
            found.append(
                Found(
                    (one.start, one.end),
                    one.sets,
                    one.kind,
                    one.degree,
                    (one.start, one.end) if one.kind == "subject" else None,
                    why=one.why,
                )
            )
        duties: list[Found] = []
        if not self._is_basis(passage):
            duties = self.work.found_in(text, place, taken)
            got = [one for one in getting(text) if not self._is_past(place)]
            got += [Phrase(0, len(text))] if leads_to_receivers(text, place) else []
            duties = [one for one in duties if not _is_got(text, one, got)]
            found += money.found_in(text, place)
            found += self._times(text, place, duties, taken)
            if not self._is_past(place) and passage not in self.draft.closing:
                groups = self.groups.marks(text, place, duties=[one.wide or one.core for one in duties], taken=taken)
                found = [one for one in found if one.kind != "timing" or not _is_condition(one, groups)] + groups
        if not duties and self._is_goal(place):
            years, named = self.context.years, self.places.names()
            headed = next((year for one in reversed(place.line) if (year := figures.year_of(title_of(one), years))), 0)
            found += figures.found_in(text, years, self.groups.id_of, self.goals, named, headed)
        passage.marks = self._fitted(text, found, hoisted(text, duties))

    @staticmethod
    def _fitted(text: str, found: list[Found], duties: list[Found]) -> list[Mark]:
        """The marks on phrases that the data can read: an amount or figure that shares its phrase with another number is cut out."""

        def read(mark: Mark) -> bool:
            return figures.is_read(text, mark) and money.is_read(text, mark)

        marks = fitted(text, found + duties)
        if not all(map(read, marks)):
            found = [replace(one, wide=one.core) if one.kind in ("indicator", "money") else one for one in found]
            marks = fitted(text, found + duties)
        if not all(money.is_read(text, one) for one in marks):
            unread = {(one.start, one.end) for one in marks if not money.is_read(text, one)}
            found = [
                money.spelled(text, one)
                if one.kind == "money" and any(start <= one.core[0] < end for start, end in unread)
                else one
                for one in found
            ]
            marks = fitted(text, found + duties)
        return [one for one in marks if figures.is_read(text, one)]

    def _is_past(self, place: Place) -> bool:
        return is_past(place, self.context.years[0])

    def _is_goal(self, place: Place) -> bool:
        """Whether figures to be reached stand here."""
        return place.kind == "objective" and not self._is_past(place)

    def _is_basis(self, passage: Passage) -> bool:
        return any(one is passage for one in self.draft.basis)

    def _times(self, text: str, place: Place, duties: list[Found], taken: list[Span]) -> list[Found]:
        if self._is_past(place):
            return []
        reporting = [one.wide for one in duties if one.wide and "reports" in one.sets]
        found: list[Found] = []
        for one in times(text, self.context.years):
            words = fold(text[one.start : one.end])
            if inside(one.start, taken) or any(span[0] <= one.start < span[1] for span in reporting):
                continue
            if not inside_years(one.says, self.context.years):
                continue
            first, last = self.context.years
            if (one.says.get("start"), one.says.get("end")) == (f"{first}-01-01", f"{last}-12-31"):
                continue
            if words.startswith("trong nam") and _ONLY_SAID.search(fold(text[: one.start])):
                continue
            acts = any(span[0] <= one.start < span[1] for span in (duty.wide for duty in duties) if span)
            exact = one.says.get("end") and re.match(r"den (?:het )?(?:(?:truoc )?ngay|\d|thang)", words)
            if words.startswith("den ") and not acts and place.kind != "timing" and not exact:
                continue
            if not acts and place.kind in ("beneficiaries", "objective") and not one.says.get("end"):
                continue
            found.append(
                Found((one.start, one.end), {"timing": {"text": text[one.start : one.end], **one.says}}, "timing")
            )
        return [*found, *how_often.found_in(text, duties, reporting, found)]

    def _is_written(self, name: str) -> bool:
        return name.casefold() in self._folded

    @cached_property
    def _folded(self) -> str:
        return self.context.whole_text.casefold()

    def _registers(self) -> Registers:
        registers = Registers(doubts=self.doubts)
        used: list[str] = []
        for marks in all_marks(self.draft):
            for one in marks:
                for sets in (one.sets, *one.others):
                    used += named_in(sets, ("bearers", "with", "guided_by", "to", "by", "recipients", "via"))
        for id, record in self.documents.records.items():
            issuer = self.documents.issuers.get(id)
            if issuer:
                record["issuer"] = self.bodies.id_of(issuer)
                if (symbol := self.documents.symbol_of(id)) and not self._is_written(issuer):
                    self.bodies.alias(issuer, symbol)
                used.append(str(record["issuer"]))
            elif known := issuer_by(tail_of(str(record["number"])), self.bodies, self.context.whole_text):
                record["issuer"] = known
                used.append(known)
            registers.documents[id] = record
        kinds = dict.fromkeys(str(record["kind"]) for record in registers.documents.values())
        registers.vocabulary |= {one: {"of": "document", "label": OWN[one]} for one in kinds if one in OWN}
        registers.agencies = self.bodies.register(used)
        names = [str(one["name"]) for one in registers.agencies.values()]
        called = {short: {"short": short, "full": name} for short, name in self.short.items()}
        registers.abbreviations = called | explained(self.context.whole_text.split("\n"), names)
        meant = [
            id for marks in all_marks(self.draft) for one in marks for id in named_in(one.sets, ("who", "of", "group"))
        ]
        registers.groups = {
            id: {key: value for key, value in self.groups.records[id].items() if value} for id in dict.fromkeys(meant)
        }
        registers.places = self.places.records
        return registers


def _is_got(text: str, duty: Found, got: list[Phrase]) -> bool:
    """Whether those who are taken for bearers of work are those who get something: "Hợp tác xã … được tư vấn"."""
    start = (duty.wide or duty.core)[0]
    sure = duty.degree is Degree.SURE
    return any(one.start - _FEW_BEFORE <= start < one.end and (not sure or is_place(text, one)) for one in got)


_FEW_BEFORE = 12
"""So many letters a number or "các" may have before a noun."""


def hoisted(text: str, duties: list[Found]) -> list[Found]:
    """Duties whose bearers are the same have them on the paragraph, once; who may be beside them is a mark of its own."""
    asked = [
        Found(one.core, {"with": [id]}, "with", Degree.LIKELY, one.wide, why=_BESIDE)
        for one in duties
        for id in one.beside
    ]
    bearers = [tuple(one.sets.get("bearers", ())) for one in duties]
    if len(set(bearers)) != 1 or not all(one.firm for one in duties):
        return [*duties, *asked]
    bare = [replace(one, sets={key: value for key, value in one.sets.items() if key != "bearers"}) for one in duties]
    return [*bare, Found((0, len(text)), {"bearers": list(bearers[0])}, "bearer", whole=True), *asked]


_BESIDE = "Câu này nêu tên họ bên cạnh người làm; có thể họ chỉ được nhắc tới."


def all_marks(draft: Draft) -> list[list[Mark]]:
    """The lists of marks of all texts, parts and tables."""
    found = [one.marks for one in (*draft.basis, *draft.closing, *draft.recipients)]
    found += draft.note_marks.values()
    for part in draft.walk():
        found += [part.marks, *(one.marks for one in part.passages())]
        for table in part.tables:
            found += [table.marks, *table.column_marks.values(), *table.row_marks.values()]
    return found


def named_in(value: object, keys: tuple[str, ...]) -> list[str]:
    """The ids that stand under some keys, however deep."""
    found: list[str] = []
    if isinstance(value, dict):
        for key, held in value.items():
            if key in keys:
                found += [held] if isinstance(held, str) else [str(one) for one in held]
            else:
                found += named_in(held, keys)
    elif isinstance(value, list | tuple):
        for one in value:
            found += named_in(one, keys)
    return found


def _is_condition(timing: Found, groups: list[Found]) -> bool:
    """Whether a time only says which members of a group are meant: "hộ mới thoát nghèo trong thời hạn 36 tháng"."""
    words = str(timing.sets["timing"]["text"])
    return any(words in str(keys.get("condition", "")) for one in groups for keys in one.sets["for_whom"])
