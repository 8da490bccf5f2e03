"""The amounts of money that words name, with what stands around them: norm, total, source, capital, past."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ....vietnamese import formats
from ..words import Span

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_ABOUT = r"(?:hơn|gần|khoảng|trên|dưới|ước(?: tính| khoảng)?|tối thiểu|tối đa|không quá|không dưới|không vượt quá|ít nhất|nhiều nhất|xấp xỉ|dự kiến)"
_AMOUNT = re.compile(
    rf"(?:\b(?P<about>{_ABOUT})\s+)?(?<![\w.,/-])(?:(?P<high>{_NUMBER})\s*(?P<over>tỷ|tỉ|triệu)\s+(?=\d{{1,3}}\s*(?:triệu|nghìn|ngàn)\b))?(?P<number>{_NUMBER})\s*(?:\([^()\d]{{3,80}}\)\s*(?=đồng))?(?P<unit>(?:tỷ|tỉ|triệu|nghìn|ngàn)\s*(?:đồng|đ(?!\w)|VNĐ|VND)?|tr\.?\s?đ(?:ồng)?(?!\w)|tr(?=\s*/)|đồng|VNĐ|VND|đ(?!\w))(?!\w)(?!\s+(?:lệ|trọng|suất|giá|số|bào|hồ|phục|hương|bộ|chí|đội|ruộng|người|lượt|con|cây|hộ|dân)\b)"
    rf"(?P<each>\s*/\s*(?:{formats.COUNTED}|[^\s,;.()/]+(?:\s+(?:nghèo|cận|hộ|gia đình|án|hình|học|sinh|dân|thôn))?)(?:/(?:{formats.COUNTED}|[^\s,;.()/]+))*)?",
    re.IGNORECASE,
)
_SCALE = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "tr": 10**6, "nghìn": 10**3, "ngàn": 10**3}
_SOURCES = (
    ("central", r"ngân\s+sách\s+(?:nhà\s+nước\s+)?(?:trung\s+ương|TW)|NSTW|NS\s*TW|vốn\s+trung\s+ương|trung\s+ương(?!\s+đảng)"),
    ("province", r"ngân\s+sách\s+(?:cấp\s+)?(?:tỉnh|thành\s+phố)|NS\s*tỉnh|NST\b|vốn\s+tỉnh|ngân\s+sách\s+địa\s+phương\s+cấp\s+tỉnh"),
    ("district", r"ngân\s+sách\s+(?:cấp\s+)?(?:huyện|thị\s+xã)|NS\s*huyện|NSH\b"),
    ("commune", r"ngân\s+sách\s+(?:cấp\s+)?(?:xã|phường)|NS\s*xã|NSX\b|vốn\s+xã"),
    ("local", r"ngân\s+sách\s+địa\s+phương|NSĐP|đối\s+ứng\s+(?:của\s+)?địa\s+phương"),
    ("other", r"(?:vốn\s+|nguồn\s+)?(?:huy\s+động|vận\s+động|tài\s+trợ|ủng\s+hộ)|xã\s+hội\s+h[óo][áa]?a?|đóng\s+góp|doanh\s+nghiệp|nhân\s+dân|người\s+dân|cộng\s+đồng|dòng\s+họ|gia\s+đình|hộ\s+dân|vốn\s+vay|tín\s+dụng|lồng\s+ghép|hợp\s+pháp\s+khác|đối\s+ứng|nguồn\s+khác|vốn\s+khác|Quỹ"),
)  # fmt: skip
_SOURCE_RX = tuple((source, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)) for source, pattern in _SOURCES)
_BARE = {
    "trung ương": "central",
    "tw": "central",
    "tỉnh": "province",
    "huyện": "district",
    "xã": "commune",
    "huy động": "other",
    "dân": "other",
    "khác": "other",
}
_CAPITAL = (
    (
        "investment",
        re.compile(
            r"(?:vốn\s+)?đầu\s+tư(?:\s+phát\s+triển|\s+công)?(?=\s+\d|\s+(?:là|khoảng)|:|\s*\()|vốn\s+đầu\s+tư|ĐTPT",
            re.IGNORECASE,
        ),
    ),
    ("recurrent", re.compile(r"(?:vốn\s+)?sự\s+nghiệp|SN\b", re.IGNORECASE)),
)
_NORM = re.compile(
    r"định\s+mức|mức\s+(?:hỗ\s+trợ|vay|chi|thưởng|khoán|đóng|hưởng|trợ\s+cấp|chuẩn)|(?:mỗi|một|01)\s+(?:suất|phần|chuyến|ca|buổi|hộ|căn|người|lớp|mô\s+hình|dự\s+án|công|con|học\s+sinh|trẻ)|trên\s+một\s+|bình\s+quân|(?:cao|thấp|nhiều|ít)\s+nhất|hỗ\s+trợ\s+(?:tối\s+đa|không\s+quá)|tối\s+đa|không\s+(?:vượt\s+)?quá",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"(?<!mức )(?:vận\s+động|huy\s+động|ủng\s+hộ|quyên\s+góp|kêu\s+gọi|doanh\s+số|dư\s+nợ)(?!\w)[^;,.]{0,60}?\s(?:ít\s+nhất|tối\s+thiểu|không\s+dưới)\s*$",
    re.IGNORECASE,
)
"""Before an amount that is to be raised in all: "vận động Quỹ đạt ít nhất 250 triệu đồng"."""
_EACH_OF_THEM = re.compile(r"(?<!\w)(?:mỗi|từng|một)\s+(?!năm|quý|kỳ|giai)", re.IGNORECASE)
_OF_EACH = r"(?:mỗi|từng|cứ\s+(?:mỗi|một|01))\s+(?!năm|quý|kỳ|giai\s+đoạn|đợt|nguồn)"
_EACH_BEFORE = re.compile(
    rf"(?:^|[\s(]){_OF_EACH}(?:[^\s,;.:()\d]+\s+){{1,5}}?(?:(?:là|được|hưởng|hỗ\s+trợ|phân\s+bổ|trị\s+giá|giá|mức|khoảng|thêm|tối\s+đa|không\s+quá|với)\s+){{0,3}}$",
    re.IGNORECASE,
)
"""Right before an amount, what each of them costs or gets: "mỗi đồng hồ 1,8 triệu đồng"; "mỗi năm" is none of them."""
_EACH_AFTER = re.compile(rf"\s+(?:cho\s+)?{_OF_EACH}[^\s,;.:()\d]+", re.IGNORECASE)
_AS_MUCH = re.compile(r"tương\s+đương(?:\s+với)?\s*$", re.IGNORECASE)
"""Before an amount that says a norm again: "hệ số 1,0 cho mỗi con, tương đương 500.000đ"."""
_LIMIT = re.compile(
    r"(?:tổng\s+mức\s+đầu\s+tư|giá\s+trị|quy\s+mô(?:\s+vốn)?)(?:\s+\S+){0,2}?\s+(?:dưới|trên|từ|đến|không\s+quá|tối\s+đa)\s*$",
    re.IGNORECASE,
)
"""Before an amount that says which works are meant: "có tổng mức đầu tư dưới 05 tỷ đồng"."""
_AS_WELL = re.compile(r"\s+(?:đối\s+với|cho|/)\s")
_BESIDE = re.compile(r"\s+(?:đối\s+với|cho)\s[^;.]{3,80}?(?:,|\s+và)\s+(?:không\s+quá\s+|tối\s+đa\s+)?")
"""Between two norms: "03 tỷ đồng đối với … và 05 tỷ đồng đối với …"."""
_TOTAL_BEFORE = re.compile(
    r"tổng(?:\s+(?:số|cộng|mức|nguồn|vốn|kinh\s+phí|nhu\s+cầu|dự\s+toán|các\s+dòng)|\s)", re.IGNORECASE
)
_TOTAL_AFTER = re.compile(
    r"\s*(?:\([^()]{5,120}\)\s*)?[,;]?\s*(?:\(\s*)?(?:trong\s+đó|gồm|bao\s+gồm|cụ\s+thể|chia\s+ra|phân\s+kỳ|từ\s+các\s+nguồn)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\bđã\s+(?:giải\s+ngân|huy\s+động|hỗ\s+trợ|cho\s+vay|bố\s+trí|thực\s+hiện|phân\s+bổ|cấp|vận\s+động|chi)|dư\s+nợ|doanh\s+số|thu\s+nhập|tăng\s+trưởng|giá\s+trị\s+sản\s+xuất|tỷ\s+lệ\s+giải\s+ngân|năm\s+trước|chuẩn\s+nghèo",
    re.IGNORECASE,
)
_GRANT = re.compile(
    r"(?:hộ|người|gia\s+đình|trẻ|học\s+sinh|sinh\s+viên|phụ\s+nữ|lao\s+động|cá\s+nhân)\b[^;.]*(?<!đã\s)được\s+(?:hỗ\s+trợ|cộng|tăng|trợ\s+cấp|trợ\s+giúp|vay|nhận|hưởng|thưởng|cấp|tặng)(?:\s+(?!kinh|vốn|từ|tổng)\S+){0,4}\s*$",
    re.IGNORECASE,
)
"""Before an amount: what each of those it speaks of is given ("hộ nghèo … được hỗ trợ thêm 10 triệu đồng")."""
_OTHERS = re.compile(r"\s+(?:đối\s+với|cho)\s[^;.,]{3,60},\s+(?:và\s+)?")
"""Between what one gets and what another: "thưởng 30 triệu đồng đối với sản phẩm 4 sao, 15 triệu đồng cho …"."""
_EACH_OF = re.compile(
    r"(?:^|[;:.]\s+)(?:(?:mỗi|những|các)\s+)?(?:hộ|người|gia\s+đình|trẻ(?:\s+em)?|học\s+sinh|sinh\s+viên|phụ\s+nữ|sản\s+phẩm|cá\s+nhân|tập\s+thể)\s(?:(?!tổng|kinh\s+phí|vốn|\d)[^;:.,])*$",
    re.IGNORECASE,
)
"""Before an amount, who gets it and nothing else: "hộ bị sập nhà hoàn toàn 40 triệu đồng"."""
_ONCE = re.compile(
    r"(?:hỗ\s+trợ|trợ\s+cấp|trợ\s+giúp|thưởng|tặng|hỗ\s+trợ\s+thêm)(?:\s+(?:thêm|một\s+lần|đột\s+xuất|mức))*\s*$",
    re.IGNORECASE,
)
"""Before an amount that follows at once, with whom it is for behind it, though no number of them: what each gets."""


@dataclass
class Amount:
    """An amount in a text, with what the words around it say."""

    start: int
    end: int
    dong: int
    about: str
    norm: bool = False
    total: bool = False
    source: str = ""
    capital: str = ""
    plain: str = ""
    """The amount as the data can read it, where its own words cannot be read ("711,34 tỷ")."""
    neutral: bool = False
    """No budget of this plan: what was done, credit, income."""
    share: Span | None = None


def amounts(text: str, kind: str = "") -> list[Amount]:
    """The amounts of a text of a clause of a `kind`, in order."""
    found: list[Amount] = []
    for match in _AMOUNT.finditer(text):
        unit = match["unit"].lower().split()[0]
        scale = next((value for word, value in _SCALE.items() if unit.startswith(word)), 1)
        if (
            unit in ("nghìn", "ngàn", "triệu", "tỷ", "tỉ")
            and not re.search(r"đồng|đ$|vn", match["unit"], re.IGNORECASE)
            and not match["each"]
            and not _is_money(text, match)
        ):
            continue
        whole, _, part = match["number"].partition(",")
        value = float(whole.replace(".", "") + ("." + part if part else "")) * scale
        if match["high"]:  # "2 tỷ 730 triệu đồng"
            value += float(match["high"].replace(".", "").replace(",", ".")) * _SCALE[match["over"].lower()]
        at = match.start("high") if match["high"] else match.start("number")
        one = Amount(match.start(), match.end(), round(value), (match["about"] or "").lower())
        segment = segment_of(text, match.start(), match.end())
        before, after = text[segment[0] : at], text[match.end() : segment[1]]
        one.norm = (
            bool(match["each"])
            or bool(_AS_MUCH.search(before) and _NORM.search(re.split(r"[;.]\s", text[:at])[-1]))
            or (kind == "norm" and not _is_of_a_sum(text, match.start(), before, found))
            or bool(
                _LIMIT.search(before)
                or (
                    found
                    and found[-1].norm
                    and _AS_WELL.match(after)
                    and _BESIDE.fullmatch(text, found[-1].end, match.start())
                )
            )
            or bool(_NORM.search(_near(before)) or re.search(r"tối\s+đa|không\s+(?:vượt\s+)?quá", one.about))
            or bool(
                _GRANT.search(re.split(r"[;.]\s", text[:at])[-1])
                and not re.search(r"\d\s+(?:hộ|người|căn|em|lao)", before)
            )
            or bool(
                re.match(
                    r"\s+(?:cho\s+)?(?:mỗi|một|01)\s+(?:hộ|căn|người|lớp|mô hình|dự án|tháng|năm|em|học sinh|suất|khẩu|lần|ngày)",
                    after,
                )
            )
            or bool(_EACH_BEFORE.search(before) or _EACH_AFTER.match(after))
            or bool(_EACH_OF.search(text[: match.start()].rstrip() + " ") and kind not in ("budget", "objective"))
            or bool(
                found
                and found[-1].norm
                and _ONCE.search(text[: found[-1].start])
                and _OTHERS.fullmatch(text, found[-1].end, match.start())
            )
            or bool(
                _ONCE.search(before)
                and re.match(
                    r"\s+(?:cho|đối\s+với)\s+(?:hộ|người|học|trẻ|gia|phụ|thanh|lao|cá|sản\s+phẩm|mô\s+hình|tập\s+thể|chủ\s+thể|công\s+trình|trường\s+hợp|đơn\s+vị|xã|thôn)\b",
                    after,
                )
            )
        )
        if not match["each"] and _RAISED.search(before) and not _EACH_OF_THEM.search(before):
            one.norm = False
        one.total = not one.norm and bool(
            _TOTAL_BEFORE.search(before)
            or (_TOTAL_AFTER.match(text[match.end() :]) and not before.strip().endswith("trong đó"))
        )
        one.source = _source(before, after) or _taken_from(text[match.end() :])
        one.capital = next(
            (name for name, pattern in _CAPITAL if pattern.search(before) or pattern.match(after.lstrip())), ""
        )
        one.neutral = bool(_PAST.search(before) or _PAST.search(after[:40]))
        if share := re.search(
            r"(?:chiếm|bằng|tương ứng)\s+(?P<share>\d+(?:,\d+)?\s*%)", text[match.end() : match.end() + 40]
        ):
            one.share = (match.end() + share.start("share"), match.end() + share.end("share"))
        if match["high"]:
            one.plain = formats.money(one.dong)
        elif "(" in match[0]:  # "5.000.000 (năm triệu) đồng"
            one.plain = f"{match['number']} đồng"
        elif not readable(match[0], one.norm):
            one.plain = _plain(match)
        found.append(one)
    _bracketed_total(text, found)
    return found


def _is_money(text: str, match: re.Match[str]) -> bool:
    """Whether "711,34 tỷ" without "đồng" is money: near words of money."""
    around = text[max(0, match.start() - 80) : match.end() + 40].lower()
    return bool(re.search(r"kinh phí|ngân sách|vốn|tiền|đồng|tỷ\b|mức|nguồn|huy động", around)) and not re.match(
        r"\s+(?:con|cây|lượt|người|tấn|m2|ha|kg|lít|kwh)", text[match.end() :]
    )


def _is_of_a_sum(text: str, start: int, before: str, found: list[Amount]) -> bool:
    """Whether an amount among norms is money of the plan: a sum, or what is of one ("…, trong đó ngân sách tỉnh 2 tỷ")."""
    if re.search(r"(?i)(?:kinh phí|nhu cầu vốn|tổng)[^;.]*$", before):
        return True
    last = found[-1] if found else None
    return bool(
        last
        and not last.norm
        and (last.total or last.source)
        and _source(before, "")
        and not re.search(r"[;.]\s", text[last.end : start])
    )


def readable(words: str, norm: bool) -> bool:
    try:
        if norm:
            formats.read_norm(words)
            return True
        return len(formats.amounts(words)) == 1
    except ValueError:
        return False


def _plain(match: re.Match[str]) -> str:
    unit = match["unit"].lower().split()[0]
    word = next((name for name in _SCALE if unit.startswith(name)), "")
    word = {"tỉ": "tỷ", "ngàn": "nghìn", "tr": "triệu"}.get(word, word)
    about = f"{match['about'].lower()} " if match["about"] and match["about"].lower() != "dự kiến" else ""
    return f"{about}{match['number']} {word} đồng".replace("  ", " ")


def segment_of(text: str, start: int, end: int) -> Span:
    """The words around an amount that belong to it: up to the amount before it, or the end of the clause."""
    low = max(
        (
            match.end()
            for match in re.finditer(r"[;.(:,](?=\s|[^\d])|(?:(?:tỷ|tỉ|triệu|nghìn|ngàn)\s+|\d\s*)đồng\b", text[:start])
            if not (match[0] == "." and text[match.start() - 1 : match.start()].isdigit())
        ),
        default=0,
    )
    colon = re.search(r"([^;.:,()]{3,60}):\s*(?:khoảng\s+|là\s+)?$", text[:start])
    low = colon.start(1) if colon else low
    high = next((end + match.start() for match in re.finditer(r"[;.),](?=\s|$)|\d", text[end:])), len(text))
    return low, high


def _near(before: str) -> str:
    return before[-60:]


def _source(before: str, after: str) -> str:
    bare = before.strip(" (:,;").lower().removesuffix(" là").removesuffix(" khoảng")
    if bare in _BARE:
        return _BARE[bare]
    hits = [(match.end(), source) for source, pattern in _SOURCE_RX for match in pattern.finditer(before)]
    if hits:
        public = [hit for hit in hits if hit[1] != "other"]
        return max(public or hits)[1]
    hits = [
        (match.start(), source)
        for source, pattern in _SOURCE_RX
        for match in pattern.finditer(re.split(r"\bvà\b", after)[0])
    ]
    return min(hits)[1] if hits else ""


_FROM = re.compile(
    r"\s*,?\s*(?:được\s+)?(?:lấy|trích|chi|bố\s+trí|cân\s+đối|sử\s+dụng)\s+(?:từ|trong|bằng)\s+(?P<source>[^;,.()\d]+)",
    re.IGNORECASE,
)
"""Where an amount comes from, told behind it: "38 triệu đồng, lấy từ ngân sách xã"."""


def _taken_from(after: str) -> str:
    found = _FROM.match(after)
    sources = {source for source, pattern in _SOURCE_RX if found and pattern.search(found["source"])}
    return sources.pop() if len(sources) == 1 else ""


def _bracketed_total(text: str, found: list[Amount]) -> None:
    """An amount that brackets with several others follow is their total."""
    for place, one in enumerate(found):
        inner = re.match(r"\s*\(([^()]*)\)?", text[one.end :])
        if inner and not one.norm and place + 1 < len(found):
            inside = [other for other in found if one.end < other.start < one.end + inner.end()]
            if (
                inside
                and any(other.source or other.capital for other in inside)
                and sum(other.dong for other in inside) >= one.dong * 0.98
            ):
                one.total = True
                one.source = one.capital = ""
