"""Where one duty ends and another begins, in a sentence that gives several; what those told so far have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....vietnamese.slugs import fold
from ..bodies.bodies import Bodies
from ..fitting import Found
from ..verbs.role_verbs import CUTS, SENT
from ..verbs.roles import verb_at
from ..words import Span, bracketed, inside, quoted
from .bearers import ASKED, rest_of


def joined(text: str, spans: list[Span], bodies: Bodies) -> list[Span]:
    """Half-sentences, those that only list bodies joined with what follows: "Chánh Văn phòng; Giám đốc các sở … thi hành"."""
    found: list[Span] = []
    waiting: int | None = None
    for start, end in spans:
        begin = start if waiting is None else waiting
        piece = re.sub(r"^(?:Căn cứ|Theo|Trên cơ sở)[^,;]*,\s+", "", text[start:end])
        piece = _LIST_OPENS.sub("", piece)
        if asked := ASKED.match(piece):
            piece = piece[asked.end() :]
        names = bodies.find(piece)
        if names and not rest_of(piece, names) and end < len(text) and text[end - 1 : end] == ";":
            waiting = begin
            continue
        found.append((begin, end))
        waiting = None
    if waiting is not None:
        found.append((waiting, spans[-1][1]))
    return found


_REPORTS = re.compile(
    r"(?:tong hop,? |dinh ky |kip thoi |(?:hang|moi) (?:thang|quy|nam),? |(?:truoc|cham nhat|vao)(?: la| ngay)* \d[\w/]*"
    r"(?: (?:hang|moi) (?:thang|quy|nam)| thang cuoi (?:moi )?quy)?,? )*bao (?:cao|ve|cho|ngay)\b"
)
"""A report, with when it is due before it, folded."""
_ASKS = re.compile(
    r"(?:(?:Trên đây là|Căn cứ|Nhận được|Để)\s[^.;]*?,\s+(?:[^.,;]{2,60}?\s)??|(?:UBND|Ủy ban nhân dân|Chủ tịch|Ban Chỉ đạo"
    r"|Thường trực|Hội đồng nhân dân|HĐND|Sở|Chi cục|Phòng|Hội|Ban)(?:\s[^.,;:]{0,50}?)?\s)(?=(?:đề nghị|yêu cầu|giao|phân công)\s+(?:các\s|[A-ZĐỦ]))"
)
"""Before those who are asked: "Trên đây là Kế hoạch …, yêu cầu các thôn …", "UBND xã đề nghị các hội …"."""


def asked_in(text: str, span: Span) -> Span:
    """A sentence from where it asks somebody, if it begins with who asks, or by which plan."""
    asks = _ASKS.match(text, *span)
    return (asks.end(), span[1]) if asks else span


_LIST_OPENS = re.compile(r"^(?:Chủ trì,?\s+)?(?:và\s+)?[Pp]hối hợp(?:\s+chặt chẽ)?\s+(?:với|cùng)(?:\s+với)?\s*:?\s*")
"""What a list of those beside the bearer begins with: "Phối hợp với: A; B; C tổ chức …"."""


def parted(text: str, span: Span, taken: list[Span]) -> list[Span]:
    """A half-sentence, cut where another duty begins: "… và tổ chức rà soát hộ nghèo"."""
    shut = [*bracketed(text), *quoted(text), *taken]
    cuts = []
    start = span[0]
    joints = [
        *CUTS.finditer(text, *span),
        *(one for one in _AFTER_DATE.finditer(text, *span) if verb_at(text, one.end(), span[1])),
        *(
            one
            for one in _AFTER_RULE.finditer(text, *span)
            if _DATED_LATER.match(text, one.end(), span[1]) and verb_at(text, one.end(), span[1])
        ),
        *(one for one in _COMMA.finditer(text, *span) if SENT.match(text, one.end(), span[1])),
        *(one for one in _THEN_REPORTED.finditer(text, *span) if _SUPERVISES.match(fold(text[span[0] : one.start()]))),
    ]
    answers = [one for one in _THEN_ANSWERS.finditer(text, *span) if _IS_BODY.search(text, span[0], one.start())]
    answers += [*_THEN_LED.finditer(text, *span), *_THEN_DONE.finditer(text, *span)]
    answers += [
        one for one in _THEN_GIVES.finditer(text, *span) if _CHECKS.match(text, *_verb_before(text, span, one.start()))
    ]
    answers += [one for one in _THEN_COUNTED.finditer(text, *span) if _HAS_ROLE.search(text, span[0], one.start())]
    answers += [one for one in _THEN_SENT.finditer(text, *span) if _MADE.fullmatch(text, span[0], one.start())]
    answers += [one for one in _ALSO.finditer(text, *span) if verb_at(text, one.end(), span[1])]
    answers += [one for one in _IF_SO.finditer(text, *span) if verb_at(text, one.end("case"), span[1])]
    joints += answers
    for match in sorted(joints, key=lambda one: one.start()):
        if match.start() < start:
            continue
        has_object = match in answers or _has_object(text, start, match.start(), match[0], text[match.end() :])
        if inside(match.start(), shut) or not has_object:
            continue
        cuts.append(
            (
                match.start() + (1 if match[0].startswith(",") else 0),
                match.end()
                if match[0].strip() == ","
                else match.start() + (len(match[0]) - len(match[0].lstrip(" ,"))),
            )
        )
        start = match.end()
    bounds = [span[0]]
    ends = []
    for end, begin in cuts:
        ends.append(end)
        bounds.append(begin)
    ends.append(span[1])
    return [(begin, end) for begin, end in zip(bounds, ends, strict=True)]


def _verb_before(text: str, span: Span, end: int) -> Span:
    """From the first verb of a half-sentence to a place in it."""
    words = (span[0] + one.start() for one in re.finditer(r"\S+", text[span[0] : end]))
    return next(((at, end) for at in words if _CHECKS.match(text, at, end)), (span[0], end))


_DATED = re.compile(r"(?<=\d)/20\d\d$|năm\s+20\d\d$|(?:hằng|hàng)\s+(?:tháng|quý|năm)$")
_AFTER_DATE = re.compile(
    r"(?:(?<=/20\d\d)|(?<=năm\s20\d\d)|(?<=(?:hằng|hàng)\s(?:tháng))|(?<=(?:hằng|hàng)\s(?:quý|năm))),\s+(?!báo cáo|trong đó|đồng thời|và\b)"
)
"""The comma behind a date: what follows is another duty, where it begins with a verb."""
_AFTER_RULE = re.compile(r"(?<=\sđúng\squy\sđịnh),\s+|(?<=\stheo\squy\sđịnh),\s+")
"""Behind what is to be done by rule: another duty, where it begins with a verb and has a day of its own."""
_DATED_LATER = re.compile(r"[^,;]{10,}?\s(?:trước|chậm nhất|trong|đến)\s+(?:ngày|tháng|quý)\s", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_THEN_ANSWERS = re.compile(r",\s+(?=(?:và\s+)?có\s+(?:trách\s+nhiệm|nhiệm\s+vụ)\s)", re.IGNORECASE)
"""Behind what a body is: "là cơ quan tham mưu chính, có trách nhiệm xây dựng …"."""
_THEN_LED = re.compile(
    r",\s+(?=do\s+[^,;.]{3,80}?\s(?:chủ\s+trì|phụ\s+trách|chịu\s+trách\s+nhiệm|đảm\s+nhiệm)(?!\w))", re.IGNORECASE
)
"""Before who leads it: "họp mỗi tháng một lần, do Phó Chủ tịch UBND xã chủ trì"."""
_THEN_DONE = re.compile(r",\s+(?=(?:còn\s+|riêng\s+)?việc\s[^,;.]{3,80}?\sdo\s+(?:[A-ZĐỦ]|các\s|trưởng\s))")
"""Before further work and who does it: "…, việc xét chọn do các trường thực hiện"."""
_THEN_GIVES = re.compile(
    r",\s+(?=(?:hỗ\s+trợ|giúp|cấp|làm|tặng|chi\s+trả)\s+(?:[^\s,;.:]+\s+){1,6}cho\s+(?:các\s+|những\s+)?(?:\d+\s+)?(?:người|hộ|trẻ|học\s+sinh|phụ\s+nữ|lao\s+động|bà\s+con)(?!\w))",
    re.IGNORECASE,
)
"""Before what is done for people, behind work of another kind: "đối chiếu thông tin …, hỗ trợ làm căn cước cho người già"."""
_CHECKS = re.compile(
    r"(?:đối\s+chiếu|rà\s+soát|xác\s+minh|kiểm\s+tra|giám\s+sát|quản\s+lý|cập\s+nhật|theo\s+dõi|khảo\s+sát|công\s+khai|niêm\s+yết|lập\s+danh\s+sách)(?:\s+[^\s,;.:]+){3,}",
    re.IGNORECASE,
)
_ALSO = re.compile(r",\s+đồng\s+thời\s+(?!(?:với|là)\s)", re.IGNORECASE)
"""Before a further duty: "bảo vệ hiện trường, đồng thời báo Trung tâm A"."""
_IF_SO = re.compile(
    r",\s+(?=(?P<case>(?:hễ|nếu|khi|thấy|có|phát\s+hiện|gặp|vượt)\s[^,;.:]{2,60}?\sthì\s+))", re.IGNORECASE
)
"""Before what is to be done in a case: "kiểm tra bờ vở, thấy sạt thì báo …"."""
_THEN_COUNTED = re.compile(r"(?<=:)\s+(?=\(?(?:1|i|a)\)\s)")
"""Before the first of several duties that are counted: "…, có nhiệm vụ: (1) tham mưu …; (2) …"."""
_HAS_ROLE = re.compile(
    r"\b(?:là|làm)\s+(?:cơ\s+quan|đơn\s+vị|đầu\s+mối|thường\s+trực)\b|\bchịu\s+trách\s+nhiệm\s+(?:chính|chung|trước|về)\b"
)
_THEN_SENT = re.compile(
    r",\s+(?=(?:(?:và\s+)?(?:ngày|trước\s+ngày|vào|thứ|chậm\s+nhất|hằng|hàng|mỗi|định\s+kỳ)\s[^,;.]{2,50}?\s)?(?:gửi|nộp)\s+"
    r"(?:[A-ZĐỦ][^;.,]{2,60}?\sbáo\s+cáo\s|(?:kết\s+quả|báo\s+cáo|số\s+liệu)\s[^,;.]{0,40}?(?:về|cho|tới|đến|lên)\s+[A-ZĐỦ]))"
)
"""Before what is sent to somebody, behind other work: "họp dân bình xét, gửi kết quả về Phòng Kinh tế"."""
_MADE = re.compile(r"(?:(?!tổng hợp|báo cáo)[^;.])*\S+(?:\s+\S+){4,}", re.IGNORECASE)
_IS_BODY = re.compile(r"\b(?:là|làm)\s+(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|đầu\s+mối|thường\s+trực)\b", re.IGNORECASE)
_THEN_REPORTED = re.compile(
    r",\s+(?=(?:và\s+)?(?:định kỳ|(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm)|trước\s+ngày|chậm nhất|0?6\s+tháng)\s[^;.]{0,100}?\bbáo cáo\b)",
    re.IGNORECASE,
)
"""Before a report at set times, behind other work: "theo dõi, đôn đốc việc thực hiện, định kỳ hằng quý báo cáo …"."""
_SUPERVISES = re.compile(
    r"(?:(?:chu dong|thuong xuyen|co trach nhiem|to chuc|phoi hop) )*(?:theo doi|don doc|kiem tra|giam sat|huong dan|quan ly|ra soat|cap nhat|trien khai)\b(?!.*\bbao cao\b).{12}"
)
_WHEN_ONLY = re.compile(
    r"(?:,?\s*(?:(?:dinh ky )?(?:hang|moi) (?:tuan|thang|quy|nam)(?: (?:mot|\d+) lan)?|(?:dinh ky|truoc|sau|cham nhat|muon nhat|vao|trong|tu|den|cuoi|dau|ket thuc)"
    r"(?: (?:la|het|vao|moi|ngay|thang|quy|nam|tuan|dot|cuoi|dau|ke tiep|tiep theo|sau|truoc|hang|den|cua|tuan|[\d/.-]+|[ivx]+))+|(?:0?6|sau|0?9) thang(?: dau nam| cuoi nam)?|quy|nam|va|dot xuat(?: khi co yeu cau)?|khi co yeu cau))+,?"
)
"""Words that only say when."""
_SUMS_UP = re.compile(
    r"(?:(?:dinh ky|hang|moi|truoc|\d+ thang)\b[^;.]*?\s)(?:tong hop|danh gia)(?: (?!gui|bao cao)[^\s;.]+){1,14}"
)
"""To sum up at set times, before a report: one work with it ("định kỳ 6 tháng tổng hợp kết quả, báo cáo …")."""


_BY_RIGHT = re.compile(r"(?:theo (?!doi)|can cu|tren co so|trong (?:pham vi|qua trinh)|bam sat|ngoai|nham|khi)\b")
_BODY_BY_RIGHT = re.compile(
    r"[A-ZĐỦ][^,;:.]{2,70},\s+(?:trong\s+phạm\s+vi|theo(?!\s+dõi)|căn\s+cứ|trên\s+cơ\s+sở)\s[^,;:.]{3,80}"
)
"""A body and by what right it acts: its verb follows ("Sở A, trong phạm vi quản lý, chỉ đạo …")."""
_OF_ITS_OWN = re.compile(
    r"(?:huong dan|tong hop|cong bo|doi chieu|luu tru|xac minh|khao sat|giai trinh|khai trinh|dang tai|tham muu|kiem tra|giam sat|theo doi|(?:niem yet )?cong khai|niem yet|tuyen truyen|van dong|ra soat|don doc|cap nhat|quan ly|phat dong|huy dong|chi dao|phan cong)(?: [^\s,;.:]+){3}"
    r"|(?:huong dan|ra soat|niem yet|cap nhat|van dong)(?: [^\s,;.:]+){2},"
)
"""Behind a comma, a verb of work with its object; a short one, where the verb goes on with no other ("…, vận động")."""

_ACTED = re.compile(
    r"\s(?:rà soát|kiểm tra|xây dựng|lập|tổ chức|cân đối|thực hiện|thẩm định|hướng dẫn|tuyên truyền|vận động|triển khai"
    r"|nghiệm thu|khảo sát|theo dõi)(?:\s+[^\s,;]+){2,}$"
)
"""Behind those who are beside the bearer, a verb with what is done: what follows its comma may be another duty."""


def _has_object(text: str, start: int, place: int, joint: str, after: str) -> bool:
    """Whether what stands before a cut is a duty of its own, and what follows another one."""
    before = text[start:place].strip()
    words = before.split()
    if _DATED.search(before) and len(words) > 5 and joint.strip() == "," and "bao cao" not in fold(after[:20]):
        return True
    begins = fold(before)
    following = fold(after)
    if _AFTER_RULE.search(f"{text[start:place]}{joint}") and _DATED_LATER.match(after):
        return len(words) > 3
    if joint.strip() == "," and SENT.match(after):
        return len(words) > 3 and not re.search(r"\b(?:tong hop|gui|nop|bao cao)\b", begins)
    if joint.strip() == "," and _SUPERVISES.match(begins) and _THEN_REPORTED.match(f", {after}"):
        return True
    if re.match(r"de tong hop", following):
        return bool(re.search(r"\b(?:bao cao|phan anh|gui)\b", begins))
    if re.search(r"\b(?:chu tri|chi tri|cung|lien he|trao doi|ban bac),?$", begins):
        return False
    if _WHEN_ONLY.fullmatch(begins) or (joint.strip() == "," and _BODY_BY_RIGHT.fullmatch(before)):
        return False
    if re.match(r"bao cao\b", following) and _SUMS_UP.fullmatch(begins):
        return False
    report = _REPORTS.match(following)
    if re.fullmatch(
        r"(?:va )?(?:tong hop|dinh ky|danh gia|thong tin|theo doi|nghien cuu|so ket|tong ket|kip thoi|, )+", begins
    ):
        return False
    if report and re.search(r"\bbao cao\b", begins):
        return False
    if report:
        return (
            not re.search(
                r"(?:tong hop(?: ket qua| tinh hinh)?|so ket|tong ket|che do|lap|thong tin|noi dung|gui|so lieu),?$",
                begins,
            )
            and len(words) > 1
        )
    if len(words) < 4 or re.match(r"(?:va )?(?:tham muu|giup)", begins):
        return False
    if re.match(r"(?:va )?(?:(?:chu dong|tich cuc) )?phoi hop", begins):
        acts_besides = joint.startswith(",") and re.match(r"tham muu|de xuat", following) and _ACTED.search(before)
        return bool(acts_besides) or ("và" in joint and bool(re.match(r"to chuc|chu tri", following)))
    if joint.startswith(",") and _OF_ITS_OWN.match(following) and len(re.split(r"[,;]", before)[-1].split()) > 3:
        # "tổng hợp, tham mưu UBND xã báo cáo …" is one work; "Theo lĩnh vực quản lý, hướng dẫn …" says by what right
        return not begins.endswith("tong hop") and not (_BY_RIGHT.match(begins) and "," not in before)
    if joint.startswith(",") and re.match(
        r"to chuc trien khai(?: to chuc)? thuc hien|trien khai to chuc thuc hien", following
    ):
        return True
    if re.match(r"(?:chu tri|la co quan)", begins):
        return (
            "và" in joint
            and bool(
                re.match(r"(?:to chuc|thuc hien cong tac|truc tiep|huong dan|kiem tra|chu tri|phoi hop)", following)
            )
            and ("phoi hop" not in following[:9] or "phoi hop" not in begins)
        )
    role_words = (
        "kiem tra",
        "giam sat",
        "danh gia",
        "don doc",
        "theo doi",
        "huong dan",
        "tuyen truyen",
        "van dong",
        "ra soat",
        "quan ly",
        "cong khai",
        "niem yet",
        "xay dung",
        "lap",
    )
    if not re.match(
        r"(?:to chuc|chu tri|phoi hop|tham muu|huong dan|kiem tra|giam sat|cu (?:can|cong|nguoi|dai)|tuyen truyen|van dong|ra soat|cong khai|theo doi|xay dung|lap|truc tiep|thuc hien|thuong xuyen|kip thoi)",
        following,
    ):
        return False
    last = " ".join(fold(word) for word in words[-2:]).strip(",")
    if last in role_words:
        return False
    own = _OF_ITS_OWN.match(following) and not re.match(r"\S+ \S+ (?:cua|tai|theo|so|ve)\b", following)
    own = own and not (following.startswith("huong dan") and re.search(r"\btheo [^,;]*$", begins))
    if "và" in joint and own and len(re.split(r"[,;]", before)[-1].split()) > 4:  # not "và hướng dẫn của Sở Y tế"
        return True
    return (
        "và" in joint
        and bool(re.match(r"(?:to chuc|chu tri|thuc hien cong tac|truc tiep|phoi hop (?:voi|cung))", following))
    ) or (
        joint.startswith(",")
        and bool(re.match(r"(?:phoi hop (?:voi|cung)|to chuc trien khai|dong thoi|cu )", following))
    )


def is_told(found: Sequence[Found], duty: Found) -> bool:
    """Whether a report that says neither to whom nor when is the one told of right before."""
    return bool(found) and "reports" in found[-1].sets and found[-1].sets["bearers"] == duty.sets["bearers"]


def is_for_all(found: Sequence[Found]) -> bool:
    """Whether several do what was told so far: what is said of its end is nobody's own work."""
    return len({tuple(one.sets["bearers"]) for one in found if one.sets.get("bearers")}) > 1


def told_to(duty: Found) -> tuple[str, ...]:
    """To whom a duty reports."""
    reports = duty.sets.get("reports") or ()
    return tuple(dict.fromkeys(id for one in reports for id in one.get("to", ())))
