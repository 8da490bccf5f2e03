"""Who a heading gives work to: bodies that it names, or whoever stands where bodies stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ....vietnamese.slugs import fold
from ...shape import Degree, Part
from ..bodies.bodies import Bodies
from ..bodies.body_lists import listed, spread
from ..bodies.body_names import Named
from ..bodies.capitals import Capitals
from ..bodies.parties import A_BODY, is_party
from ..plan_context import Place, words_of
from ..verbs.roles import verb_at
from ..words import UPPER, bracketed, inside
from .bracketed_work import BracketedWork
from .subjects import acts_at

ASKED = re.compile(
    r"(?:(?:Đề nghị|Kính đề nghị|Kính mời|Mời|Riêng|Yêu cầu|(?:Giao|Ủy quyền|Uỷ quyền)(?: trách nhiệm| nhiệm vụ)? cho|Giao|Phân công|Trách nhiệm của|Nhiệm vụ của|Đối với|Về phía|Trân trọng đề nghị|Do(?=\s[^,;.]{3,80}?\s(?:chủ trì|thực hiện|đảm nhiệm|phụ trách|chịu trách nhiệm)(?!\w))|(?:Chủ tịch\s+)?UBND (?:xã|phường|tỉnh|huyện) (?:giao|đề nghị|yêu cầu))(?:\s+cho)?\s+)+",
    re.IGNORECASE,
)
"""Words that ask or order before a name: "Đề nghị", "Giao"."""
_HELD = re.compile(
    r"(?:các\s+)?(?:đồng chí|đ/c|ông|bà)\s+\S|(?:phó\s+)?trưởng\s+(?:ban|tiểu ban|đoàn|nhóm|tổ)(?!\w)", re.IGNORECASE
)
"""How the name of who holds an office begins."""
NO_BEARER = re.compile(
    r"^(?:(?:mot so|cac|nhung) (?:noi dung|nhiem vu|cong viec|viec|van de|yeu cau|muc tieu|chi tieu)\b|(?:tieu )?du an |noi dung |chuong trinh |bang |bieu |phu luc |che do|kiem tra|giam sat|thong tin|bao cao|ve |cong tac|kinh phi|giai phap|thoi gian|tuyen truyen|huy dong|to chuc thuc hien|nguyen tac|yeu cau|danh gia|so ket|phan cong|nhiem vu|noi dung|quy trinh|hinh thuc|lich |muc |bien phap|phuong |trach nhiem chung|dieu khoan|hieu luc|cac giai phap|cac buoc|doi tuong|dia ban|muc tieu|ket luan|ton tai|thi dua|khen thuong|tap huan|ra soat|phoi hop)"
)


@dataclass(frozen=True)
class Bearer:
    """Who bears the work under a heading."""

    ids: tuple[str, ...]
    degree: Degree = Degree.SURE
    why: str = ""


@dataclass
class Bearers:
    """Reads the headings of a plan where work is given out."""

    bodies: Bodies
    repeated: set[str] = field(default_factory=set)
    """Headings, folded, that stand in several parts: "Người thực hiện", "Khi nào"."""
    capitals: Capitals = field(default_factory=lambda: Capitals(""))
    """How the plan writes what a heading has in capitals."""
    _headings: dict[int, Bearer | None] = field(default_factory=dict)
    _beside: dict[int, tuple[int, int]] = field(default_factory=dict)
    _covered: dict[str, bool] = field(default_factory=dict)

    def of_heading(self, part: Part, place: Place) -> Bearer | None:
        """Who a heading gives work to; None where it names nobody."""
        if id(part) not in self._headings:
            self._headings[id(part)] = self._of_heading(part, place)
        return self._headings[id(part)]

    def _of_heading(self, part: Part, place: Place) -> Bearer | None:
        heading = words_of(part).strip()
        if told := BracketedWork(self.bodies).found_in(heading):
            return Bearer(tuple(told[0].sets["bearers"]))
        above = Place(place.above[-1], place.above[:-1]) if place.above else Place()
        if not heading or part.kind in ("project", "subproject", "part", "appendix"):
            return None
        if not above.assigns and not (self._covers(heading) and self._siblings(part, place)):
            return None
        known, others = self._beside_it(part, place)
        of_content = (others > 1 and not known) or fold(heading).strip(" .:") in self.repeated
        given_out = above.assigns and (not of_content or bool(ASKED.match(heading)) or bool(_HELD.match(heading)))
        if of_content and not given_out and not self._covers(heading) and not A_BODY.match(heading):
            return None
        bearer = self.of_words(heading, self._siblings(part, place), given_out=given_out)
        return bearer or (self.beginning(heading) if given_out else None)

    def beginning(self, text: str) -> Bearer | None:
        """The bodies that a line begins with that tells their work and leads to more of it: "UBND các xã chịu trách nhiệm …:"."""
        asked = ASKED.match(text)
        names = listed(self.bodies.find(text), text, asked.end() if asked else 0)
        if (
            not names
            or names[0].start - (asked.end() if asked else 0) > 5
            or not acts_at(text, names[-1].end, len(text))
        ):
            return None
        return Bearer(tuple(self.bodies.ids_of(one.name for one in names)))

    def _siblings(self, part: Part, place: Place) -> bool:
        """Whether most headings beside this one are bodies, or three of them."""
        known, headings = self._beside_it(part, place)
        return bool(place.above) and (known * 2 > headings or known > 2)

    def _beside_it(self, part: Part, place: Place) -> tuple[int, int]:
        """How many of the headings beside this one are bodies, and how many there are."""
        if not place.above:
            return 0, 0
        parent = place.above[-1]
        if id(parent) not in self._beside:
            headed = [said for one in parent.parts if (said := words_of(one))]
            self._beside[id(parent)] = (sum(map(self._covers, headed)), len(headed))
        known, headings = self._beside[id(parent)]
        return known - self._covers(words_of(part)), headings - 1

    def _covers(self, heading: str) -> bool:
        if heading not in self._covered:
            said = self.plain(heading)
            self._covered[heading] = rest_of(said, self.bodies.find(said)) == ""
        return self._covered[heading]

    def plain(self, heading: str) -> str:
        """A heading without the words that ask or order, and in ordinary letters if it is in capitals."""
        said = unasked(heading)
        forms = list(self.capitals.forms(said))
        return next((form for form in forms if rest_of(form, self.bodies.find(form)) == ""), said)

    def of_words(self, heading: str, beside: bool = True, given_out: bool = False) -> Bearer | None:
        """Who the words of a heading (or before a colon) are: bodies, or what stands among bodies."""
        said = _HAS_WORK.sub("", self.plain(heading).strip(" .:;"))
        if (collective := _COLLECTIVE.match(said)) and not rest_of(
            behind := said[collective.end() :], self.bodies.find(behind)
        ):
            said = behind
        if names := spread(said):
            return Bearer(tuple(dict.fromkeys(self.bodies.alias(name, name.split(" ", 1)[1]) for name in names)))
        found = self.bodies.find(said)
        found = [one for one in found if not inside(one.start, bracketed(said))] or found
        rest = rest_of(said, found)
        if found and not rest:
            return Bearer(tuple(self.bodies.ids_of(one.name for one in found)))
        if (
            NO_BEARER.match(fold(said))
            or len(said.split()) > 25
            or not re.match(UPPER, said)
            or verb_at(said, 0, len(said))
        ):
            return None
        pieces = self._pieces(said)
        ids: list[str] = []
        unknown: list[str] = []
        for piece in pieces:
            inner = self.bodies.find(piece)
            if inner and not rest_of(piece, inner):
                ids += self.bodies.ids_of(one.name for one in inner)
            elif _CAPITALS.fullmatch(piece) and not is_party(piece):
                return None
            else:
                unknown.append(piece)
                ids.append(self.bodies.id_of(self.bodies.as_named(piece)))
        ids = list(dict.fromkeys(ids))
        known_kind = all(A_BODY.match(piece) for piece in unknown)
        if unknown and (beside or len(unknown) < len(pieces) or (given_out and len(said.split()) < 16)):
            for piece in unknown:
                self.bodies.learn(self.bodies.as_named(piece))
            why = f"“{unknown[0]}” đứng ở chỗ của cơ quan được giao việc."
            return Bearer(
                tuple(ids),
                Degree.SURE
                if (beside and len(pieces) > len(unknown)) or (known_kind and (beside or given_out))
                else Degree.LIKELY,
                why,
            )
        if found and beside:
            return Bearer(
                tuple(self.bodies.ids_of(one.name for one in found)),
                Degree.LIKELY,
                f"“{said}” có thể không chỉ nêu người làm.",
            )
        return None

    def _pieces(self, said: str) -> list[str]:
        """The names of a heading that lists several: cut at ";", or at "," and "và" where a name begins."""
        if ";" in said:
            return [piece.strip(" .:") for piece in said.split(";") if piece.strip(" .:")]
        found: list[str] = []
        for piece in re.split(r"(,\s+|\s+và\s+)", said):
            if not found or not re.fullmatch(r",\s+|\s+và\s+", piece):
                begins = re.match(rf"{UPPER}|các\s|người\s", piece) or _is_another(found[-1], piece) if found else None
                if found and re.search(r"(?:,|và)\s+$", found[-1]) and not begins:
                    found[-1] += piece
                elif found and re.search(r"(?:,|và)\s+$", found[-1]):
                    found[-1] = re.sub(r"(?:,|\s+và)\s+$", "", found[-1])
                    found.append(piece)
                else:
                    found.append(piece)
            else:
                found[-1] += piece
        return [piece.strip(" .:,") for piece in found if piece.strip(" .:,")]

    def bearer_of(self, place: Place) -> Bearer | None:
        """Who bears what stands in a place, by the nearest heading that names somebody."""
        line = place.line
        for depth in range(len(line), 0, -1):
            part = line[depth - 1]
            if part.kind in ("project", "subproject"):
                return None
            if found := self.of_heading(part, Place(part, line[: depth - 1])):
                return found
        return None


def _is_another(before: str, piece: str) -> bool:
    """Whether a name begins with the noun of the name before it, and is a name: "Bản Nà Hin, bản Huổi Lếch"."""
    noun, _, name = piece.partition(" ")
    return before.casefold().startswith(f"{noun.casefold()} ") and bool(re.match(rf"{UPPER}|\d", name))


def unasked(heading: str) -> str:
    """A heading without the words that ask or order: "Đề nghị Ủy ban MTTQ" is "Ủy ban MTTQ"."""
    match = ASKED.match(heading)
    said = heading[match.end() :] if match else heading
    said = re.sub(
        r",?\s+(?:có|chịu)\s+(?:các\s+)?(?:trách nhiệm|nhiệm vụ)(?:\s+(?:sau|như sau|thực hiện))?\s*:?\s*$", "", said
    )
    return _STANDING.sub("", said)


_CAPITALS = re.compile(rf"{UPPER}+(?:[\s,/–-]+{UPPER}+)+")
"""A heading in capitals: these make no name of its words."""

_HAS_WORK = re.compile(r",?\s+có\s+(?:trách\s+nhiệm|nhiệm\s+vụ)(?:\s+(?:như\s+sau|sau\s+đây|sau))?$", re.IGNORECASE)
"""Behind the bodies of a heading: "Phòng Kinh tế có trách nhiệm:"."""
_COLLECTIVE = re.compile(r"Các\s+(?:cơ quan|đơn vị|tổ chức|phòng, ban|ban, ngành|ngành)[^:;.]{0,40}:\s+")
"""Before those whom it means: "Các cơ quan, đơn vị: Công an huyện, Phòng Tư pháp"."""
_STANDING = re.compile(
    r"(?<=\w),?\s+(?:là|làm)\s+(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:thường trực|đầu mối|chủ trì|chủ đầu tư)(?!\w)[^:;]{0,60}$",
    re.IGNORECASE,
)
"""Behind a name in a heading, what it is: "Phòng Kinh tế là cơ quan thường trực"."""


def rest_of(text: str, found: Sequence[Named]) -> str:
    """What of a text is no body: "" if it only lists bodies."""
    rest = text
    for one in reversed(found):
        rest = rest[: one.start] + " " + rest[one.end :]
    rest = re.sub(r"\([^()]*\)", " ", rest)
    rest = re.sub(r"(?i)\b(?:và|các|cùng|với|hoặc|của xã|trên địa bàn)\b|[,;:./–-]", " ", rest)
    return rest.strip()
