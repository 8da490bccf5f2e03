"""Who works beside the bearer of a duty: named behind "phối hợp với", before "cùng tham gia", in a party that is set up.

What stands behind or before the plain words for it is sure; other ways of saying it are asked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..bodies.actors import actor_at
from ..bodies.bodies import Bodies
from ..bodies.body_lists import listed
from ..bodies.body_names import Named
from ..verbs.duty_words import BARE, WITH
from ..verbs.roles import verb_at
from ..words import Span
from .subjects import qualified

_MAYBE_WITH = re.compile(
    r"(?:liên kết(?:,\s+\w+\s+\w+)?\s+(?:với|cùng)|(?:trao đổi,?\s+(?:và\s+)?)?thống nhất(?:\s+\w+){0,2}?\s+với|trao đổi\s+với|làm việc\s+với|\bchung\s+với|(?:ký|ký kết)\s+(?:thỏa thuận|quy chế|chương trình|hợp đồng|cam kết|biên bản)(?:\s+(?:hợp tác|phối hợp|liên kết))?\s+(?:với|cùng)|lấy ý kiến(?:\s+của)?|tham khảo ý kiến(?:\s+của)?"
    r"|(?:sự\s+)?(?:vào cuộc|tham gia|hỗ trợ|giúp đỡ|giúp sức|trợ giúp|trợ sức|tiếp sức|góp sức|tiếp tay|chung sức|phối hợp|hợp tác|đồng hành|ủng hộ|chung tay|tham mưu|cố vấn)(?:\s+(?:tích cực|kịp thời|có hiệu quả))?\s+của"
    r"|(?:đoàn|tổ|đội|hội đồng)(?:\s+[^\s,;.:()]+){0,6}?\s+(?:gồm|bao gồm|có)(?:\s+(?:đại diện|lãnh đạo))?|thành phần(?:\s+[^\s,;.:()]+){0,6}?(?:\s+gồm(?:\s+có)?|\s*:)(?:\s+(?:đại diện|lãnh đạo))?"
    r"|(?:sát cánh|bắt tay|hợp tác|chung sức|kề vai|bàn bạc|hội ý|chia việc)\s+(?:với|cùng)|(?<!\w)nhờ|rủ(?:\s+thêm)?|mời\s+thêm|bên cạnh\s+(?:là|có)|đồng hành(?:\s+cùng|\s+với)?|chung tay cùng)\s+(?:đại diện\s+|lãnh đạo\s+)?",
    re.IGNORECASE,
)
"""Before somebody who may be beside the bearer."""
_CALLED_IN = re.compile(r"(?:huy động|mời|vận động|khuyến khích|đề nghị|phân công|cử|giao)\s+", re.IGNORECASE)
_TAKES_PART = re.compile(
    r"\s+(?:(?:cùng\s+)?(?:tham gia|tham dự|dự|vào cuộc|chung tay|đồng hành|hỗ trợ|giúp)|cùng\s+(?:đứng|đi|làm|dạy|xuống|kiểm|khảo|thẩm|ký|vận|tổ))\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:(?<=[,;(])\s*|\b(?:có|gồm|và|với|do)\s+)(?:có\s+|được\s+|(?:về\s+)?phía\s+|các\s+(?=(?-i:[A-ZĐ])))?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"(?<=,)\s+(?:được|có|nhờ)\s+")
"""Between a body and its verb, how those are brought in who help: "Phòng A, được Hội B tiếp sức, kiểm tra …"."""
_HELPS = re.compile(
    r"(?:\s+theo chức năng(?:,? nhiệm vụ)?)?,?\s+(?:(?P<sure>(?:cùng\s+)?(?:phối hợp|phối kết hợp)|cùng\s+(?:tham gia|thực hiện|triển khai|hỗ trợ|phối|giám sát|kiểm tra|dự|làm)(?!\w))|(?P<maybe>(?:cùng\s+)?tham gia|(?:phụ|đi|làm)\s+(?:giúp|cùng)|(?:chung|tiếp|góp|trợ)\s+(?:tay|sức)|đồng hành|cử\s+(?:\d+\s+)?[^\s,;.]+(?:\s+[^\s,;.]+){0,2}?\s+cùng|giúp(?:\s+việc|\s+đỡ|\s+sức)?|tiếp\s+sức|góp\s+(?:sức|người|báo)|hỗ trợ|cùng))\b(?!\s+(?:với|cùng)\s+\w)",
    re.IGNORECASE,
)
"""Behind those who help the one named before them: "có A và B cùng tham gia", "(C phối hợp)"."""
_FOR = re.compile(r"(?:đại diện|lãnh đạo|cán bộ|chiến sĩ|bác sĩ|giáo viên)\s+(?:của\s+)?", re.IGNORECASE)
"""Before a body, whoever comes for it: "đại diện MTTQ xã"."""
_GOES_ON = re.compile(r"(?:\s+(?:có|thuộc|trên|liên|thực|nhận)\b[^,;.:]{0,40})?,\s+")
_JOINT = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:,|;|\+|/|và|cùng|cùng với|hoặc)\s*(?:và\s+|với\s+|cùng\s+)?", re.IGNORECASE
)
_MANY = re.compile(
    r"(?i)(?:các|những|một số|tất cả|toàn thể|\d+|nhân dân|gia đình|doanh nghiệp|trưởng (?:thôn|bản|ấp))\b"
)
"""Names of many, which further words tell more of: "các hợp tác xã nông nghiệp"."""
_COLLECTIVE = re.compile(r"(?i)các\s+(?:cơ quan|đơn vị|tổ chức|hội|đoàn thể|ban|phòng|sở|ngành|địa phương|trường)")
_NAMELY = re.compile(r"(?:\s+(?:như|gồm|là|bao gồm))?\s*:\s+|\s+(?:như|gồm|bao gồm)\s+")
"""Behind a collective, before those whom it means: "các đơn vị: Hội Nông dân, Hội Phụ nữ"."""
_MORE = re.compile(
    r"(?:\s+(?!(?:và|để|nhằm|trong|theo|về|khi|nếu)\b)[^\s,;.:()A-ZĐ][^\s,;.:()]*){1,5}(?=\s*(?:[,;]\s|\s+và\s))"
)
_PIECE = re.compile(
    r"(?:[A-ZĐ][^\s,;.:()]*|(?:các|những)\s+[^\s,;.:()]+)(?:\s+(?!và\b)[^\s,;.:()]+){0,5}(?=\s*(?:[,;]\s|\s+và\s))"
)
"""A name up to what joins it to the next."""


@dataclass(frozen=True)
class Beside:
    """Reads who is beside the bearer of a duty."""

    bodies: Bodies

    def found_in(self, text: str, part: Span, named: list[Named], start: int) -> tuple[list[Named], list[Named]]:
        """Those who surely work beside the bearer of a duty, and those who may; its own words begin at `start`."""
        sure: list[Named] = []
        maybe: list[Named] = []
        for match in WITH.finditer(text, *part):
            names, others = self.listed_from(text, match.end(), part[1], named)
            if not names and not others and (bare := BARE.match(text, match.end(), part[1])):
                names = [Named(bare.start(), bare.end(), bare[0])]
            sure += names
            maybe += others
        for match in _MAYBE_WITH.finditer(text, *part):
            names, others = self.listed_from(text, match.end(), part[1], named)
            maybe += [*names, *others]
        for match in _CALLED_IN.finditer(text, *part):
            names, others = self.listed_from(text, match.end(), part[1], named)
            told = [*names, *others]
            takes = _TAKES_PART.match(text, max(one.end for one in told), part[1]) if told else None
            if takes and "cùng" in takes[0]:
                sure, maybe = [*sure, *names], [*maybe, *others]
            elif takes:
                maybe += names
        asides = [one for one in _ASIDE.finditer(text, part[0], start)]
        for match in [*asides, *_OPENS.finditer(text, start, part[1])]:
            if any(one.start < match.end() < one.end for one in named):
                continue
            names, others = self.listed_from(text, match.end(), part[1], named)
            if told := [*names, *others]:
                helps = _HELPS.match(text, max(one.end for one in told), part[1])
                if helps and helps["sure"]:
                    sure += names
                    maybe += others
                elif helps:
                    maybe += told
        places = {one.start for one in sure}
        return _each(sure), [one for one in _each(maybe) if one.start not in places]

    def passed(self, text: str, place: int, end: int, named: list[Named]) -> int:
        """Where a sentence goes on that tells those beside its bearer first: "Cùng với A và B, C chủ trì"; 0 for others."""
        match = WITH.match(text, place, end)
        told = [one for many in self.listed_from(text, match.end(), end, named) for one in many] if match else []
        for one in sorted(told, key=lambda one: -one.end):
            rest = _GOES_ON.match(text, one.end, end)
            is_last = one.end == max(other.end for other in told)
            if rest and rest.end() < end and (is_last or text[place : place + 4].lower() == "cùng"):
                return rest.end()
        return 0

    def listed_from(self, text: str, place: int, end: int, named: list[Named]) -> tuple[list[Named], list[Named]]:
        """Whoever is listed from a place on: bodies by name, and others told by a noun.

        A name that the grammar does not know, and words that say more of one ("các thôn có công trình, …"), end no list
        that goes on with somebody; who stands behind a single body's further words only may be beside the bearer.
        """
        names: list[Named] = []
        others: list[Named] = []
        doubted = False
        while place < end:
            speaks = _FOR.match(text, place, end)
            if speaks and any(one.start == speaks.end() for one in named):
                place = speaks.end()
            bodies = [one for one in listed(named, text, place) if one.end <= end]
            other = None if bodies else actor_at(text, place, end) or self._unknown(text, place, end, named)
            if bodies:
                (others if doubted else names).extend(bodies)
            elif other:
                others.append(other)
            elif bare := BARE.match(text, place, end) if names else None:
                names.append(Named(*bare.span(), bare[0]))
                bodies = names[-1:]
            else:
                break
            if bodies and not doubted and names and (which := qualified(text, names[-1], end)):
                names[-1] = Named(names[-1].start, which, text[names[-1].start : which])
                bodies = names[-1:]
            last = bodies[-1] if bodies else others[-1]
            if bodies and (namely := _NAMELY.match(text, last.end, end)) and _COLLECTIVE.match(last.name):
                told, _ = self.listed_from(text, namely.end(), end, named)
                if told:
                    names[-1:] = told
                    break
            joint = _JOINT.match(text, last.end, end)
            if not joint and (more := _MORE.match(text, last.end, end)) and self._says_more(text, more, end, named):
                doubted = doubted or not _MANY.match(last.name)
                joint = _JOINT.match(text, more.end(), end)
            if not joint:
                break
            place = joint.end()
        return names, others

    def _unknown(self, text: str, place: int, end: int, named: list[Named]) -> Named | None:
        """Somebody under a name that no grammar knows, where the list goes on behind it: "Công an, Quân sự và Hội …"."""
        piece = _PIECE.match(text, place, end)
        return Named(*piece.span(), piece[0]) if piece and self._says_more(text, piece, end, named) else None

    def _says_more(self, text: str, words: re.Match[str], end: int, named: list[Named]) -> bool:
        """Whether words hold no verb and somebody is named behind them."""
        starts = [words.start() + one.start() for one in re.finditer(r"[^\s,;]+", words[0])]
        joint = _JOINT.match(text, words.end(), end)
        if not joint or any(verb_at(text, at, words.end()) for at in starts):
            return False
        return any(one.start == joint.end() for one in named) or actor_at(text, joint.end(), end) is not None


def _each(many: list[Named]) -> list[Named]:
    found: list[Named] = []
    for one in many:
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return found
