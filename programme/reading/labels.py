"""The number, letter or dash at the head of a line, told from words that only look like one."""

from __future__ import annotations

import re

_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"  # I to XXXIX
_WORD_NEXT = r"(?=[“\"'‘(\[]?[^\W\d_]{2})"
"""A word follows at once, as in "1.Mục tiêu", not in "1.5" or "A.B."."""
_BULLETS = "-–—−+•*●○◦▪▫■□‣◆◇▶▷★→⇒➢➤❖✓✔√·"

_NAMED = re.compile(
    # "Điều 1.", "Phần thứ nhất", "CHƯƠNG II": only before a stop, at the end, or before a heading in capitals;
    # "Điều 4 Nghị quyết số 34" is a sentence that goes on.
    r"(?P<label>(?:Điều|ĐIỀU|Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phụ lục|PHỤ LỤC)"
    rf"(?:\s+(?:số|SỐ))?\s+(?:\d{{1,3}}[a-zđ]?|{_ROMAN}|[A-H]"
    r"|(?:thứ\s+|THỨ\s+)?(?:nhất|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười"
    r"|NHẤT|MỘT|HAI|BA|TƯ|BỐN|NĂM|SÁU|BẢY|TÁM|CHÍN|MƯỜI))"
    r"(?![\w/])(?:\s?[.:](?=\s|$|[^\W\d_])|(?=\s*$|\s+[-–—]\s|\s+(?P<next>\S.*))))\s*"
)
_FORMS = (
    # "1/- Mục đích", "I.- TÌNH HÌNH", "2.1.- Nội dung", "a)- Nội dung"
    re.compile(rf"(?P<label>(?:{_ROMAN}|[A-HĐ]|\d{{1,2}}(?:\.\d{{1,2}})*|[a-zđ])[.)/:]\s?[-–])\s*{_WORD_NEXT}"),
    re.compile(rf"(?P<label>{_ROMAN}\s?[.)/])(?:\s+(?=\S)|{_WORD_NEXT}|$)"),
    re.compile(rf"(?P<label>[A-HĐ][.)/])(?:\s+{_WORD_NEXT}|{_WORD_NEXT})"),
    # "1.", "12)", "1.1.", "1.1.2)", "a.1)", "b1.": a group of three digits behind a point is an amount
    re.compile(rf"(?P<label>\d{{1,3}}[.)])(?:\s+(?=\S)|{_WORD_NEXT}|$)"),
    re.compile(rf"(?P<label>\d{{1,2}}/)\s+{_WORD_NEXT}"),
    # "2.1/ Tiểu dự án 1": of several numbers only before a capital, "1.5/ năm" is an amount
    re.compile(rf"(?P<label>\d{{1,2}}(?:\.\d{{1,2}}){{1,6}}/)\s+{_WORD_NEXT}(?=[“\"(]?(?P<upper>\w))"),
    # "1- Mục tiêu", "I - MỤC TIÊU", "a- Nội dung": only before a capital, "2 - 3 hộ" is an amount
    re.compile(rf"(?P<label>(?:{_ROMAN}|[A-HĐ]|\d{{1,2}}|[a-zđ])\s?[-–])\s+{_WORD_NEXT}(?=[“\"(]?(?P<upper>\w))"),
    re.compile(rf"(?P<label>(?:{_ROMAN}|[A-H]|\d{{1,2}})(?:\.\d{{1,2}}){{1,6}}[.)])(?:\s+(?=\S)|{_WORD_NEXT}|$)"),
    re.compile(rf"(?P<label>[a-zđ](?:\.?\d{{1,2}})+(?:\.\d{{1,2}})*[.)])(?:\s+(?=\S)|{_WORD_NEXT})"),
    # without a stop only before a capital: "2.1 Nội dung", not "2.1 lần"
    re.compile(r"(?P<label>(?:[1-9]|[1-4]\d)(?:\.[1-9]\d?){1,5})\s+(?=[“\"(]?[^\W\d_]\w)(?=[“\"(]?(?P<upper>\w))"),
    re.compile(r"(?P<label>(?:[a-zđ]|i{1,3}|iv|vi{0,3}|ix|xi{0,2})\))\s*(?=\S)"),
    re.compile(rf"(?P<label>[a-zđ][./])\s+{_WORD_NEXT}"),
    re.compile(r"(?P<label>\((?:\d{1,3}|[a-zđ]|i{1,3}|iv|vi{0,3}|ix|x)\)[.:]?)\s*(?=\S)"),
    re.compile(rf"(?P<label>[{re.escape(_BULLETS)}])(?:\s+(?=\S)|(?=[^\W\d_]))"),
)


def split(text: str) -> tuple[str, str]:
    """The label of a line and the rest: ("1.1.", "Mục tiêu"); ("", text) where it has none.

    A year, an amount, a date, a reference that a sentence begins with is none: "2026 là năm", "1.250 triệu đồng",
    "30.4 là ngày", "Điều 4 Nghị quyết", "I need". No word is lost: label and rest together are the line's words.
    """
    text = text.strip()
    if named := _NAMED.match(text):
        following = named["next"]
        if not following or _heading(following):
            return " ".join(named["label"].split()), text[named.end("label") :].strip()
    for form in _FORMS:
        found = form.match(text)
        if found and found.groupdict().get("upper", "A").isupper():
            return found["label"], text[found.end() :].strip()
    return "", text


def _heading(text: str) -> bool:
    """Whether words are written in capitals."""
    return text.isupper() and len(text) > 3


def kind(label: str) -> str:
    """The form of a label, so that those of one list can be told: "1.1." is "n.n.", "a)" is "a)", "IV." is "I."."""
    if re.fullmatch(rf"{_ROMAN}\s?[.)/]", label):
        return "I" + label[-1]
    if label[:1].isdigit() or label[:1] in "abcdefghijklmnopqrstuvwxyzđ(":
        return re.sub(r"[a-zđ]+", "a", re.sub(r"\d+", "n", label))
    return re.sub(rf"\d+|(?<= ){_ROMAN}\b", "n", label)
