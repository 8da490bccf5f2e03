"""Vietnamese formats and alphabetical order, in one place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.lists import format_list
from babel.numbers import format_decimal, parse_decimal

UNITS = {"đồng": 1, "nghìn đồng": 10**3, "triệu đồng": 10**6, "tỷ đồng": 10**9}
"""Unit of money -> its value in đồng."""

_NUMBER = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|(?:0|0?[1-9][0-9]*)(?:,[0-9]+)?"
_SCALE = "nghìn|ngàn|vạn|triệu|tỷ|tỉ|trăm|chục|mươi"
_UNIT = r"(?P<unit>(?:nghìn |triệu |tỷ )?đồng)\b(?!\s+(?:bào|chí|đội|ruộng)\b)"
_ABOUT = (
    "hơn|gần|khoảng|trên|dưới|ước|tối thiểu|tối đa|không quá|không dưới|không vượt quá|ít nhất|nhiều nhất|xấp xỉ|"
    "ước tính|quá"
)
_AMOUNT = re.compile(
    rf"(?:\b(?P<about>{_ABOUT})\s+)?(?<![\w.,])(?P<number>{_NUMBER})\s+{_UNIT}",
    re.IGNORECASE,
)
COUNTED = (
    r"(?:tổ hợp tác|hợp tác xã|(?:tiểu )?dự án|mô hình|công trình|phương án|sản phẩm|thai kỳ|gia đình|lao động"
    r"|học (?:sinh|viên|kỳ)|sinh viên|nhân khẩu|hộ (?:(?:mới )?(?:thoát )?nghèo|cận nghèo|gia đình|dân)|năm học"
    r"|(?:tiết|buổi|khóa|lớp|người) học|ngày (?:công|thực học)|đồng hồ|trang trại|nhà vệ sinh|suất ăn)(?!\w)"
)
"""What is counted and written in several syllables, as it stands behind a stroke: "đồng/tổ hợp tác"."""
_FOR_EACH = re.compile(rf"((?:nghìn |triệu |tỷ )?đồng)(?P<each>(?:\s?/\s?(?:{COUNTED}|[^\W\d_]+))+)", re.IGNORECASE)
"""An amount for each of many: "đồng/hộ", "đồng/người/tháng"."""
_TOKEN = re.compile(r"\S*[\d½¼¾⅓⅔]\S*")
"""What holds a digit of any script, up to the next spaces."""
_AROUND = "“”\"'‘’()[]«»"
_NO_FIGURE = re.compile(
    r"(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])/[0-9]{4}|(?:0?[1-9]|1[0-2])/[0-9]{4}"  # days and months
    r"|(?:19|20)[0-9]{2}(?:[-–](?:19|20)[0-9]{2})?"  # years
    r"|[0-9]+(?:/[0-9]{4})?[-/](?=[A-ZĐ])[\w/&-]+"  # numbers of documents: 12/2022/NQ-HĐND, 47-NQ/TU
    r"|[A-Za-zÀ-ỹĐđ]+[0-9]+"  # m2, QH15
)
_DAY = re.compile(
    r"(?:ngày|từ|đến|trước|sau|hạn|dịp)\s+[“\"(]?(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])$", re.IGNORECASE
)
"""A day without its year, behind a word that says so: else it may be a part of something, 5/12."""
_PARTS = "½¼¾⅓⅔"
_JOINS = r"(?:đến|tới|và|hoặc|hay|x|nhân|cộng|trừ|chia)"
_BEFORE = re.compile(
    rf"(?:[^\s\w(\[“‘\"':;,.)\]”’]|[{_PARTS}]|[0-9][\s.,]*|[0-9]\S*\s+{_JOINS}(?:\s+(?:{_ABOUT}))?)\s*$",
    re.IGNORECASE,
)
"""What joins a number to what stands before it: a sign, digits, "từ 5 đến"."""
_AFTER = re.compile(
    r"\s*(?:[/×*+±^]|[-−–—]\s*[0-9]|(?:trở (?:lên|xuống)|lẻ|rưỡi)\b"
    rf"|{_JOINS}\s+(?:(?:{_ABOUT})\s+)?[0-9](?![0-9.,]*\s+(?:nghìn |triệu |tỷ )?đồng))",
    re.IGNORECASE,
)
"""What makes another amount of the one before it; a whole amount after it is counted by itself."""
_MONEY_LEFT = re.compile(
    rf"[0-9][\w.,]*\s*(?:(?:{_SCALE}|đồng|VNĐ|VND)\b(?!\s+(?:bào|chí|đội|ruộng)\b)|[đ₫](?!\w))|[0-9]\s*tr\b",
    re.IGNORECASE,
)
"""A number of money that is in no amount read."""
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_SCALED = re.compile(rf"\s+(?P<scale>{_SCALE})\b", re.IGNORECASE)


class UnreadError(ValueError):
    """A text holds a number that cannot be read wholly; `part` is what stands there."""

    def __init__(self, part: str):
        self.part = part
        super().__init__(f"không đọc được trọn vẹn: {part}")


@dataclass(frozen=True)
class Amount:
    """Money in whole đồng; `about` is "hơn", "gần" ... where the plan is not exact, `step` one of its last digit."""

    dong: int
    about: str = ""
    step: int = field(default=1, compare=False)

    def is_nearly(self, dong: int) -> bool:
        """Whether an exact amount may be called so: "khoảng 4,06 tỷ đồng" for 4.059,25 triệu đồng."""
        return dong == self.dong or (bool(self.about) and abs(dong - self.dong) < self.step)


def parse_number(text: str) -> Decimal:
    """ "1.234" is 1234, "0,65" is 0.65. Raises `ValueError` for any other form."""
    if not re.fullmatch(_NUMBER, text) or len(text) > 24:
        raise ValueError(f"không phải số viết kiểu Việt Nam: {text}")
    return parse_decimal(text, locale="vi", strict=True)


def in_dong(number: str, unit: str) -> int:
    """A number of `unit`s in đồng. Raises `ValueError` where that is no whole number."""
    value = parse_number(number) * UNITS[unit.lower()]
    if value != value.to_integral_value():
        raise ValueError(f"không tròn đồng: {number} {unit}")
    return int(value)


def read_amounts(text: str) -> list[Amount]:
    """All amounts of money written in `text`.

    Raises `UnreadError` where one is not read wholly: "4 052 triệu đồng", "2 tỷ 96 triệu đồng",
    "5 - 9 triệu đồng", "3 triệu đồng/hộ", "0,5 đồng".
    """
    found, rest, here = [], [], 0
    for m in _AMOUNT.finditer(text):
        if joined := _BEFORE.search(text[: m.start()]):
            raise UnreadError(_around(text, joined.start(), m.end()))
        if following := _AFTER.match(text[m.end() :]):
            raise UnreadError(_around(text, m.start(), m.end() + following.end()))
        try:
            decimals = m["number"].partition(",")[2]
            step = max(UNITS[m["unit"].lower()] // 10 ** len(decimals), 1)
            found.append(Amount(in_dong(m["number"], m["unit"]), (m["about"] or "").lower(), step))
        except ValueError:
            raise UnreadError(m[0]) from None
        rest.append((here, m.start()))
        here = m.end()
    for start, end in (*rest, (here, len(text))):
        left = _MONEY_LEFT.search(text, start, end) or _OTHER_DIGIT.search(text, start, end)
        if left:
            raise UnreadError(_around(text, *left.span()))
    return found


def read_norm(text: str) -> Amount:
    """The one amount of a text that says what each of many gets: "không quá 20 triệu đồng/hộ".

    Raises `UnreadError` where it is not read wholly, `ValueError` where there is not one.
    """
    (amount,) = read_amounts(_FOR_EACH.sub(r"\1", text))
    return amount


def norm_of(text: str) -> str:
    """For one of what a norm is, where its amount says so: "căn" of "60 triệu đồng/căn", "người/tháng"; else ""."""
    found = _FOR_EACH.search(text)
    return "/".join(one.strip() for one in found["each"].split("/")[1:]) if found else ""


def _around(text: str, start: int, end: int) -> str:
    """A part of a text up to the next spaces."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end].strip()


def shown_amounts(text: str) -> list[int]:
    """The amounts that `money` wrote into a text of ours, where another number may stand right beside them."""
    return [in_dong(m["number"], m["unit"]) for m in _AMOUNT.finditer(text)]


def places_of_amounts(text: str) -> list[tuple[int, int, int]]:
    """(start, end, đồng) for each amount of money in a text whose amounts can be read; "hơn" is no part of it."""
    return [(m.start("number"), m.end(), in_dong(m["number"], m["unit"])) for m in _AMOUNT.finditer(text)]


def amounts(text: str) -> list[int]:
    """All amounts of money written in `text`, in đồng. Raises `UnreadError` as `read_amounts` does."""
    return [amount.dong for amount in read_amounts(text)]


def figures(text: str, unit: str = "") -> list[str]:
    """All numbers written in `text`, as written, but for years (1900 to 2099), days and numbers of documents.

    Raises `UnreadError` where one is not read wholly: "3oo", "1.00.0", "1 200", "-12", "12-15", "3 nghìn"
    (unless the unit, "nghìn con", begins so).
    """
    found: list[str] = []
    end = None
    for m in _TOKEN.finditer(text):
        token = m[0].strip(_AROUND).rstrip(".,;:…!?%").strip(_AROUND)
        if end is not None and not text[end : m.start()].strip() and text[end - 1].isdigit() and token[:1].isdigit():
            raise UnreadError(text[text.rfind(" ", 0, end - 1) + 1 : m.end()].strip())  # "1 200"
        end = m.end()
        if _NO_FIGURE.fullmatch(token) or _DAY.search(text[: m.start()] + token):
            continue
        if not re.fullmatch(_NUMBER, token) or len(token) > 24:
            raise UnreadError(m[0])
        before = text[: m.start()].rstrip()
        if before[-1:] in ("-", "−", "–", "—", "+", "±") and before[:-1].rstrip()[-1:] not in (*"0123456789%",):
            raise UnreadError(f"{before[-1]} {m[0]}")
        scaled = _SCALED.match(text, m.end())
        if scaled and not unit.lower().startswith(scaled["scale"].lower()):
            raise UnreadError(f"{m[0]}{scaled[0]}")
        found.append(token)
    return found


def number(value: int | Decimal) -> str:
    """1234 is "1.234", Decimal("0.65") is "0,65"."""
    return format_decimal(value, locale="vi", decimal_quantization=False)


def money(dong: int) -> str:
    """An amount of đồng in millions, "1.234 triệu đồng"; a smaller one of whole đồng as it is, "30.000 đồng"."""
    if 0 < dong < 10**6:
        return f"{number(dong)} đồng"
    return f"{number(Decimal(dong).scaleb(-6))} triệu đồng"


def share(part: int, whole: int, places: int = 1) -> Decimal:
    """The share in per cent, rounded half up to `places` decimals."""
    exact = Decimal(part) * 100 / Decimal(whole)
    return exact.quantize(Decimal(1).scaleb(-max(places, 0)), rounding=ROUND_HALF_UP)


def percent(part: int, whole: int) -> str:
    """The share with one decimal: "12,5 %"; of nothing there is no share: "–"."""
    if not whole:
        return "–"
    return f"{format_decimal(share(part, whole), format='#,##0.0', locale='vi')} %"


def period(start: str, end: str) -> str:
    """ "năm 2024", "giai đoạn 2021 - 2025"."""
    first, last = start[:4], end[:4]
    return f"năm {first}" if first == last else f"giai đoạn {first} - {last}"


def is_after(one: str, other: str) -> bool:
    """Whether an ISO date is later than another, as far as both say: 2024-06 is not after 2024."""
    return one[: len(other)] > other[: len(one)]


def date(iso: str) -> str:
    """ "2024-05-05" is "05/5/2024", "2024-06" is "tháng 6 năm 2024".

    As the decree on paperwork asks, only days below 10 and the months 1 and 2
    take a zero.
    """
    year, *rest = iso.split("-")
    if not rest:
        return f"năm {year}"
    month = int(rest[0])
    if len(rest) == 1:
        return f"tháng {month} năm {year}"
    return f"{rest[1]}/{month:02}/{year}" if month < 3 else f"{rest[1]}/{month}/{year}"


def place_and_date(place: str, iso: str | None, blank: str = "") -> str:
    """ "Bình Minh, ngày 05 tháng 02 năm 2024", as the decree asks (see `date`); `blank` stands for what it lacks."""
    year, month, day = (*(iso.split("-") if iso else [blank]), blank, blank)[:3]
    written = month if month in ("01", "02") else month.lstrip("0")
    words = [f"{place}, ngày", day, "tháng", written, "năm", year]
    return " ".join(word for word in words if word)


def ages(least: int | None, under: int | None) -> str:
    """Ages in completed years, at least one bound given: "từ 5 đến dưới 16 tuổi", "dưới 16 tuổi", "từ 60 tuổi"."""
    words = [f"từ {least}"] if least is not None else []
    words += [f"đến dưới {under}" if words else f"dưới {under}"] if under is not None else []
    return f"{' '.join(words)} tuổi"


def lower_first(text: str) -> str:
    """A label inside a sentence: "Ngân sách Trung ương" is "ngân sách Trung ương"; "UBND xã" stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """A text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def quotation(text: str, ends: str = " ,;.:(") -> str:
    """Words to stand between quotation marks: without the signs that lead on to what comes behind them.

    The sign that closes a text ("./.") is one: it stands whole.
    """
    return text if text.rstrip().endswith("./.") else text.rstrip(ends)


def alternatives(words: Sequence[str]) -> str:
    """Words of which one is enough: "hộ nghèo, hộ cận nghèo hoặc hộ mới thoát nghèo"."""
    return str(format_list(words, "or", "vi"))


_LETTERS = tuple("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
"""Those of Vietnamese, and f, j, w, z of foreign words where they stand in the Latin alphabet."""
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


@lru_cache(maxsize=50_000)
def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Key of the Vietnamese alphabetical order: letters first, then tones.

    a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y; the tones in the
    order ngang, huyền, hỏi, ngã, sắc, nặng.
    """
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", text.lower()):
        marks = unicodedata.normalize("NFD", char)
        tone = next((_TONES[mark] for mark in marks if mark in _TONES), 0)
        base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
        if base in _LETTERS:
            letters.append(1000 + _LETTERS.index(base))
        elif base.isalpha():
            letters.append(2000 + ord(base[0]))
        elif base.isdecimal():
            letters.append(500 + int(base))
        elif base.isspace():
            letters.append(0)
        else:
            continue
        tones.append(tone)
    return tuple(letters), tuple(tones)
