"""What the words of one text give out as work: who must do what, with whom, by the lines and headings around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ....vietnamese.slugs import fold
from ...shape import Degree
from ..fitting import Found
from ..lead_lines import LISTS_WHOM, lead_line
from ..plan_context import Context, Place, kind_of, label_of, words_of
from ..reports.report_lists import addressed
from ..words import Span, sentences
from .after_work import done_after
from .bearers import Bearer, Bearers
from .bracketed_work import BracketedWork
from .clause_duties import ClauseDuties
from .duties import Duties
from .list_leads import ListLeads
from .ordered import ordered_at
from .role_lines import RoleLines


@dataclass(frozen=True)
class GivenWork:
    """The work of one draft's texts, found with what is known of all of it."""

    context: Context
    bearers: Bearers
    lines: RoleLines
    leads: ListLeads
    duties: Duties

    @cached_property
    def clauses(self) -> ClauseDuties:
        """Reads the clauses that are left."""
        return ClauseDuties(self.duties)

    def found_in(self, text: str, place: Place, taken: list[Span]) -> list[Found]:
        """The duties of a text that stands there; `taken` are words that a document cited has. None of what is past."""
        found = self._found(text, place, taken)
        if self._may_tell_more(text, place):
            found = self.clauses.beside(found, text, place, taken)
        if _BY_TABLE.search(text):  # the rows of the table tell the reports
            found = [one for one in found if one.degree is Degree.SURE or "reports" not in one.sets]
        return addressed(found, text, place, self.lines.bodies, self.context.years)

    def _may_tell_more(self, text: str, place: Place) -> bool:
        """Whether clauses may name who acts in them where nobody else bears all work."""
        if place.tells_of_the_past or _EXPLAINS.match(text) or self.leads.names_bodies(text) or _LEADS_IN.search(text):
            return False
        if self.lines.has_label(text):
            return False
        label = label_of(text)
        gives = place.assigns or place.kind in ("content", "", "budget")
        gives = gives and (not label or kind_of(label) in ("assignment", "content", ""))
        return gives and (self.leads.bearer_of(text, place) or self.bearers.bearer_of(place)) is None

    def _found(self, text: str, place: Place, taken: list[Span]) -> list[Found]:
        label = label_of(text)
        kind = place.kind
        if label and kind_of(label) not in ("assignment", ""):
            kind = kind_of(label)
        if place.tells_of_the_past or _EXPLAINS.match(text):
            return []
        if self.leads.names_bodies(text) or _LEADS_IN.search(text):
            return []
        if told := self.lines.in_brackets(text) or self.lines.in_verbs(text):
            return told
        if alone := self.lines.under_label(text, place):
            return alone
        if told := self._dated_line(text, place):
            return told
        gives = (place.assigns or kind in ("content", "")) and not self.lines.has_label(text)
        if gives and (told := done_after(text, self.lines.bodies)):
            return self._with_projects(text, place, told)
        labelled: list[Found] = []
        if self.lines.has_label(text):
            labelled = self.lines.labelled(text, taken, after_lead=self._follows_lead(text, place))
        labelled = self._with_next_line(text, place, labelled)
        if labelled:
            first = min((one.wide or one.core)[0] for one in labelled)
            before: list[Found] = []
            if text[:first].strip():
                bearer = self.leads.bearer_of(text, place) or self.bearers.bearer_of(place)
                before = self.duties.in_sentences(text[:first], place, bearer, taken)
                before, labelled = _helped(before, labelled)
                labelled = (before and labelled) or _with_their_work(text, labelled)
            if not labelled:
                return before
            end = max((one.wide or one.core)[1] for one in labelled)
            end += len(text[end:]) - len(text[end:].lstrip(" .;,"))
            if not text[end:].strip():
                return before + labelled
            rest = self.duties.in_sentences(text[end:], place, Bearer(tuple(labelled[-1].sets["bearers"])), [])
            return before + labelled + [_moved(one, end) for one in rest]
        bearer = self.leads.bearer_of(text, place) or self.bearers.bearer_of(place)
        demands = any("yeu cau" in fold(words_of(one)) for one in place.line)
        whom = bool(LISTS_WHOM.match(fold(lead_line(text, place))))
        if bearer is None and (whom or kind in ("objective", "beneficiaries", "scope", "norm")) and not demands:
            at = ordered_at(text, self.lines.bodies, acts=kind in ("beneficiaries", "norm"))
            if at != 0:
                return [_moved(one, at) for one in self._found(text[at:], place, _from(taken, at))] if at else []
        if bearer is None and place.reports:
            bearer = self._who_reports(text, place)
        found = self.duties.in_sentences(text, place, bearer, taken)
        if not found and place.reports and (bearer := self._who_reported(place)):
            told = self.duties.in_sentences(text, place, bearer, taken)
            found = [one for one in told if "reports" in one.sets]
        if not found and (told := BracketedWork(self.lines.bodies).found_in(text)):
            return self._with_projects(text, place, told)
        if found:
            found = _with_their_work(text, found, r"\($")
            found = sorted([*found, *BracketedWork(self.lines.bodies).beside(text, found)], key=lambda one: one.core)
        if not found and (place.assigns or place.reports) and kind not in _TELLS_NO_WORK:
            found = self._unborne(text, place, taken)
        return self._with_projects(text, place, found)

    def _unborne(self, text: str, place: Place, taken: list[Span]) -> list[Found]:
        """The reports, and what is done at set times, of sentences that name nobody where work is given out.

        Whether nobody is given it is asked, with a guess where it is a report to somebody, or by a day. Another verb
        may as well tell a measure.
        """
        told = self.duties.in_sentences(text, place, Bearer(()), taken)
        found = []
        for one in told:
            reports = any(keys.get("to") or keys.get("deadline") for keys in one.sets.get("reports", ()))
            sets = {key: value for key, value in one.sets.items() if key != "bearers"}
            again = re.match(r"(?:dinh ky|hang|moi)\b", fold(text[slice(*(one.wide or one.core))]))
            if one.sets.get("bearers") == [] and ("reports" in one.sets or again):
                degree = Degree.LIKELY if reports else Degree.ASK
                found.append(replace(one, sets={**sets, "no_bearer": True}, degree=degree, why=_NOBODY, firm=False))
        return found

    def _with_projects(self, text: str, place: Place, found: list[Found]) -> list[Found]:
        """Duties with the projects that their words name, but for the one that they stand in."""
        told = self.context.named_projects(text)
        own = self.context.key_of(place.project) if place.project else ""
        done: list[Found] = []
        for one in found:
            start, end = one.wide or one.core
            named = [key for key in dict.fromkeys(key for at, _, key in told if start <= at < end) if key != own]
            done.append(replace(one, sets={**one.sets, "projects": named}) if named else one)
        return done

    def _with_next_line(self, text: str, place: Place, labelled: list[Found]) -> list[Found]:
        """Who leads by a line, with those that the next line names beside them."""
        if len(labelled) != 1 or labelled[0].sets["roles"] != ["lead"] or "with" in labelled[0].sets:
            return labelled
        helping = [id for id in self.lines.helping_after(text, place) if id not in labelled[0].sets["bearers"]]
        return [replace(labelled[0], sets={**labelled[0].sets, "with": helping})] if helping else labelled

    def _dated_line(self, text: str, place: Place) -> list[Found]:
        """A line that says only by when the report of its heading is due: "Báo cáo tháng:", "Trước ngày 20 hằng tháng."."""
        heading = words_of(place.part).strip(" .:") if place.part else ""
        if not (
            place.reports
            and re.match(r"bao cao\b", fold(heading))
            and re.match(
                r"(?:gui\s+|thuc hien\s+)?(?:truoc|cham nhat|muon nhat|vao|ngay|hang|dinh ky|khi|theo yeu cau)\b",
                fold(text),
            )
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
            replace(one, sets=_quoted(one.sets, text), core=(0, max(one.core[1] - by, 1)), wide=(0, len(text)))
            for one in found
            if "reports" in one.sets
        ][:1]

    def _who_reported(self, place: Place) -> Bearer | None:
        """Who sends the reports that were told of before in the same part, where nobody is named: to be asked."""
        for part in reversed(place.line):
            if part is not place.part and not re.search("bao cao", fold(words_of(part))):
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


_EXPLAINS = re.compile(r"[*(\s]*(?:Ghi chú|Chú thích|Chú giải|(?:Các\s+)?(?:chữ|từ)?\s*viết tắt)\s*:", re.IGNORECASE)
"""What explains a table or its short forms gives no work."""
_LEADS_IN = re.compile(
    r"^[^.;:]{0,110}\b(?:phân công|thực hiện|triển khai|đảm nhiệm)(?:\s+(?:nhiệm vụ|trách nhiệm|các|những|một số|công việc|việc|nội dung|cụ thể))*"
    r"\s+(?:như sau|sau đây|sau)\s*:$",
    re.IGNORECASE,
)
"""A line that only says that what follows is to be done, and by whom at most: "UBND xã phân công như sau:"."""
_TELLS_NO_WORK = ("objective", "beneficiaries", "scope", "norm", "budget", "timing")
"""Kinds of clauses in which a sentence without a bearer gives no work."""
_BY_TABLE = re.compile(r"theo\s+(?:các\s+)?(?:bảng|biểu)\s+(?:sau|dưới)(?:\s+đây)?\s*[:;.]?\s*$", re.IGNORECASE)
"""How a line ends that leads to a table: "… theo bảng sau:"."""
_NOBODY = "Câu này giao việc mà không nêu ai làm."


def _helped(before: list[Found], labelled: list[Found]) -> tuple[list[Found], list[Found]]:
    """Duties and what labels name behind them: who only helps ("…; đơn vị phối hợp: B") helps the duty before."""
    if not before or labelled[0].sets["roles"] != ["coordinate"]:
        return before, labelled
    last, helping = before[-1], labelled[0].sets["bearers"]
    with_them = [id for id in (*last.sets.get("with", ()), *helping) if id not in last.sets["bearers"]]
    wide = ((last.wide or last.core)[0], (labelled[0].wide or labelled[0].core)[1])
    told = replace(last, sets={**last.sets, "with": list(dict.fromkeys(with_them))}, wide=wide)
    return [*before[:-1], told], labelled[1:]


def _with_their_work(text: str, labelled: list[Found], opens: str = r"(?:\(|;\s*)$") -> list[Found]:
    """What labels in brackets tell, with the words before these, which are the work: "Thẩm định dự toán (chủ trì: A)"."""
    done: list[Found] = []
    for one in labelled:
        start, end = one.wide or one.core
        if re.search(opens, text[:start]):
            first = next((span[0] for span in sentences(text) if span[0] < start <= span[1] + 1), start)
            one = replace(one, wide=(max([first, *((other.wide or other.core)[1] for other in done)]), end))
        done.append(one)
    return done


def _quoted(sets: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The keys of a duty whose heading says what of it, with the quotes that stand in its own words."""
    own = [
        {key: value for key, value in one.items() if key not in ("frequency", "deadline", "form") or value in text}
        for one in sets.get("reports", ())
    ]
    return {**sets, "reports": own} if own else dict(sets)


def _from(taken: list[Span], at: int) -> list[Span]:
    """Spans of a text as they stand in what begins at a place of it."""
    return [(start - at, end - at) for start, end in taken if end > at]


def _moved(one: Found, by: int) -> Found:
    wide = (one.wide[0] + by, one.wide[1] + by) if one.wide else None
    return replace(one, core=(one.core[0] + by, one.core[1] + by), wide=wide)
