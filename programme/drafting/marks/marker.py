"""All kinds of marks on all texts of a draft, and the registers of what they name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from ...reading.document import Doubt
from ...vietnamese.slugs import fold
from ..shape import Degree, Draft, Mark, Part, Passage, Registers
from . import figures, money, recipients
from .bearers import Bearer, Bearers
from .bodies import Bodies
from .documents import Documents
from .duties import Duties
from .fitting import Found, fitted
from .groups import Groups, lead_line
from .places import Places
from .plan_context import Context, Place, context_of, kind_of, label_of, title_of
from .role_lines import RoleLines
from .short_names import explained
from .sums import settle_sums
from .tables import Tables
from .task_cells import TaskCells
from .timing import inside_years, times
from .words import Span, inside

_ONLY_SAID = re.compile(r"(?:(?:khong|chua)(?: duoc)?(?: \S+){1,4}|(?:mot|\d+) (?:lan|luot|dot)(?: \S+){0,2}) $")
"""Before "trong năm 2026": how often, or that something is not done in it, is no time to do work by."""
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
        self.documents = Documents(self.bodies, f"{head.number}/{head.symbol}" if head.number else "")
        self.bearers = Bearers(self.bodies)
        self.lines = RoleLines(self.bodies)
        self.duties = Duties(self.context, self.bodies, self.bearers)
        self.groups = Groups()
        self.goals: set[str] = set()
        self.doubts: list[Doubt] = []
        self.places = Places(self.context.place, self.context.province)
        self.places.learn(
            self.context.whole_text.split("\n"), [table for part in self.draft.walk() for table in part.tables]
        )
        self.groups.places = self.places.names()
        self.tables = Tables(self.context, self.bodies, self.places.of_cell)

    def run(self) -> Registers:
        """All marks, in the order in which they need each other."""
        self._learn()
        for part, place in self.context.parts():
            for table in part.tables:
                self.tables.mark(table, part, place)
        for passage, place in self.context.texts():
            self._passage(passage, place)
        cells = TaskCells(self.context, self.bodies, self.groups)
        for part, place in self.context.parts():
            self._kind(part, place)
            for table in part.tables:
                cells.mark(table, place)
        for one in self.draft.recipients:
            one.marks = fitted(one.text, recipients.found_in(one.text, self.bodies))
        settle_sums(self.context)
        return self._registers()

    def _learn(self) -> None:
        """The names of bodies that stand where only bodies stand."""
        for part, place in self.context.parts():
            self.bearers.of_heading(part, place)

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
                    wide=(one.start, one.end) if one.kind == "subject" else None,
                )
            )
        duties: list[Found] = []
        if not self._is_basis(passage):
            duties = self._duties(text, place, taken)
            found += money.found_in(text, place)
            found += self._times(text, place, duties, taken)
            if not place.tells_of_the_past and passage not in self.draft.closing:
                groups = self.groups.marks(text, place, duty=bool(duties), taken=taken)
                found = [one for one in found if one.kind != "timing" or not _is_condition(one, groups)] + groups
        if not duties and self._is_goal(place):
            found += figures.found_in(text, self.context.years[1], self.groups.id_of, self.goals, self.places.names())
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

    @staticmethod
    def _is_goal(place: Place) -> bool:
        """Whether figures to be reached stand here."""
        return place.kind == "objective" and not place.tells_of_the_past

    def _is_basis(self, passage: Passage) -> bool:
        return any(one is passage for one in self.draft.basis)

    def _duties(self, text: str, place: Place, taken: list[Span]) -> list[Found]:
        label = label_of(text)
        kind = place.kind
        if label and kind_of(label) not in ("assignment", ""):
            kind = kind_of(label)
        if place.tells_of_the_past:
            return []
        if alone := self.lines.under_label(text, place):
            return alone
        if told := self.lines.in_brackets(text) or self.lines.in_verbs(text):
            return told
        if told := self._dated_line(text, place):
            return told
        labelled: list[Found] = []
        if self.lines.has_label(text):
            labelled = self.lines.labelled(text, taken, after_lead=self._follows_lead(text, place))
        labelled = self._with_next_line(text, place, labelled)
        if labelled:
            first = min((one.wide or one.core)[0] for one in labelled)
            before: list[Found] = []
            if text[:first].strip():
                before = self.duties.in_sentences(text[:first], place, self.bearers.bearer_of(place), taken)
                before, labelled = _helped(before, labelled)
            if not labelled:
                return before
            end = max((one.wide or one.core)[1] for one in labelled)
            end += len(text[end:]) - len(text[end:].lstrip(" .;,"))
            if not text[end:].strip():
                return before + labelled
            rest = self.duties.in_sentences(text[end:], place, Bearer(tuple(labelled[-1].sets["bearers"])), [])
            return before + labelled + [_moved(one, end) for one in rest]
        bearer = self.bearers.bearer_of(place)
        demands = any("yeu cau" in fold(one.heading) for one in place.line)
        if bearer is None and kind in ("objective", "beneficiaries", "scope", "norm") and not demands:
            return []
        if bearer is None and place.reports:
            bearer = self._who_reports(text, place)
        found = self.duties.in_sentences(text, place, bearer, taken)
        for one in found:
            start, end = one.wide or one.core
            named = [key for a, b, key in self.context.named_projects(text) if start <= a < end]
            own = self.context.key_of(place.project) if place.project else ""
            if named := [key for key in dict.fromkeys(named) if key != own]:
                found[found.index(one)] = replace(one, sets={**one.sets, "projects": named})
        return found

    def _with_next_line(self, text: str, place: Place, labelled: list[Found]) -> list[Found]:
        """Who leads by a line, with those that the next line names beside them."""
        if len(labelled) != 1 or labelled[0].sets["roles"] != ["lead"] or "with" in labelled[0].sets:
            return labelled
        helping = [id for id in self.lines.helping_after(text, place) if id not in labelled[0].sets["bearers"]]
        return [replace(labelled[0], sets={**labelled[0].sets, "with": helping})] if helping else labelled

    def _dated_line(self, text: str, place: Place) -> list[Found]:
        """A line that says only by when the report of its heading is due: "Báo cáo tháng:", "Trước ngày 20 hằng tháng."."""
        heading = place.part.heading.strip(" .:") if place.part else ""
        if not (
            place.reports
            and re.match(r"bao cao\b", fold(heading))
            and re.match(r"(?:gui\s+)?(?:truoc|cham nhat|muon nhat|vao|ngay|hang|dinh ky)\b", fold(text))
        ):
            return []
        above = Place(place.above[-1], place.above[:-1]) if place.above else place
        said = f"{heading}: {text}"
        bearer = self.bearers.bearer_of(place) or self._who_reports(said, above) or self._who_reported(place)
        if bearer is None:
            return []
        by = len(heading) + 2
        found = self.duties.in_sentences(said, above, bearer, [])
        return [
            replace(one, core=(0, max(one.core[1] - by, 1)), wide=(0, len(text)))
            for one in found
            if "reports" in one.sets
        ][:1]

    def _who_reported(self, place: Place) -> Bearer | None:
        """Who sends the reports that were told of before in the same part, where nobody is named: to be asked."""
        for part in reversed(place.above):
            if not re.search("bao cao", fold(part.heading)):
                break
            for one in (*part.passages(), *(passage for below in part.parts for passage in below.passages())):
                for duty in one.marks:
                    ids = duty.sets.get("bearers") or next(
                        (m.sets["bearers"] for m in one.marks if m.whole and "bearers" in m.sets), None
                    )
                    if "reports" in duty.sets and ids:
                        return Bearer(tuple(ids), Degree.LIKELY, "Câu này không nêu ai báo cáo; câu trước có nêu.")
        return None

    def _who_reports(self, text: str, place: Place) -> Bearer | None:
        """Who sends the reports of a list, by the line that leads to it: "Các phòng báo cáo như sau:"."""
        line = lead_line(text, place)
        if not line and place.part and place.part.paragraphs and any(one.text == text for one in place.part.items):
            last = place.part.paragraphs[-1].text
            line = last if last.rstrip().endswith(":") else ""
        if not line or not re.match(r"(?:bao cao|dinh ky|hang|moi|quy|nam|(?:0?6|sau|9) thang)\b", fold(text)):
            return None
        told = [one for one in self.duties.in_sentences(line, place, None, []) if "reports" in one.sets]
        return Bearer(tuple(told[-1].sets["bearers"])) if told else None

    def _follows_lead(self, text: str, place: Place) -> bool:
        """Whether the line before a text says who leads."""
        lines = [one.text for one in (*place.part.paragraphs, *place.part.items)] if place.part else []
        at = lines.index(text) if text in lines else 0
        return at > 0 and any(one.sets["roles"] == ["lead"] for one in self.lines.labelled(lines[at - 1], []))

    def _times(self, text: str, place: Place, duties: list[Found], taken: list[Span]) -> list[Found]:
        if place.tells_of_the_past:
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
            if words.startswith("den ") and not acts and place.kind != "timing":
                continue
            if not acts and place.kind in ("beneficiaries", "objective") and not one.says.get("end"):
                continue
            found.append(
                Found((one.start, one.end), {"timing": {"text": text[one.start : one.end], **one.says}}, "timing")
            )
        return found

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
                used += named_in(one.sets, ("bearers", "with", "guided_by", "to", "by", "recipients", "via"))
        for id, record in self.documents.records.items():
            issuer = self.documents.issuers.get(id)
            if issuer:
                record["issuer"] = self.bodies.id_of(issuer)
                if (symbol := self.documents.symbol_of(id)) and not self._is_written(issuer):
                    self.bodies.alias(issuer, symbol)
                used.append(str(record["issuer"]))
            registers.documents[id] = record
        registers.agencies = self.bodies.register(used)
        names = [str(one["name"]) for one in registers.agencies.values()]
        registers.abbreviations = explained(self.context.whole_text.split("\n"), names)
        meant = [
            id for marks in all_marks(self.draft) for one in marks for id in named_in(one.sets, ("who", "of", "group"))
        ]
        registers.groups = {
            id: {key: value for key, value in self.groups.records[id].items() if value} for id in dict.fromkeys(meant)
        }
        registers.places = self.places.records
        return registers


def hoisted(text: str, duties: list[Found]) -> list[Found]:
    """Duties whose bearers are the same have them on the paragraph, once."""
    if not duties:
        return []
    bearers = [tuple(one.sets["bearers"]) for one in duties]
    if len(set(bearers)) > 1:
        return duties
    if not all(one.firm for one in duties):
        return duties
    bare = [replace(one, sets={key: value for key, value in one.sets.items() if key != "bearers"}) for one in duties]
    return [*bare, Found((0, len(text)), {"bearers": list(bearers[0])}, "bearer", whole=True)]


def all_marks(draft: Draft) -> list[list[Mark]]:
    """The lists of marks of all texts, parts and tables."""
    found = [one.marks for one in (*draft.basis, *draft.closing, *draft.recipients)]
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


def _helped(before: list[Found], labelled: list[Found]) -> tuple[list[Found], list[Found]]:
    """Duties and what labels name behind them: who only helps ("…; đơn vị phối hợp: B") helps the duty before."""
    if not before or labelled[0].sets["roles"] != ["coordinate"]:
        return before, labelled
    last, helping = before[-1], labelled[0].sets["bearers"]
    with_them = [id for id in (*last.sets.get("with", ()), *helping) if id not in last.sets["bearers"]]
    wide = ((last.wide or last.core)[0], (labelled[0].wide or labelled[0].core)[1])
    told = replace(last, sets={**last.sets, "with": list(dict.fromkeys(with_them))}, wide=wide)
    return [*before[:-1], told], labelled[1:]


def _moved(one: Found, by: int) -> Found:
    wide = (one.wide[0] + by, one.wide[1] + by) if one.wide else None
    return replace(one, core=(one.core[0] + by, one.core[1] + by), wide=wide)


def _is_condition(timing: Found, groups: list[Found]) -> bool:
    """Whether a time only says which members of a group are meant: "hộ mới thoát nghèo trong thời hạn 36 tháng"."""
    words = str(timing.sets["timing"]["text"])
    return any(words in str(keys.get("condition", "")) for one in groups for keys in one.sets["for_whom"])
