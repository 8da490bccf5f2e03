"""Short names that a plan gives its bodies: "Sở Y tế (sau đây gọi tắt là Sở)", "Trung tâm Y tế (TTYT)", "SYT" of its number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ....vietnamese.slugs import fold
from ..short_names import before
from ..words import UPPER
from .bodies import Bodies
from .body_names import Named

_CALLED = re.compile(
    r"\s*\(\s*(?:(?:sau|dưới)\s+đây,?\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:(?:tắt|chung|ngắn gọn)\s+)*là:?\s*[“\"]?(?P<short>[^()“”\"]{1,40}?)[”\"]?\s*\)"
)
"""Behind a name: "(sau đây gọi tắt là Sở)"."""
_LETTERS = re.compile(rf"\s*\(\s*[“\"]?(?P<short>{UPPER}[\w&Đ.-]{{1,14}})[”\"]?\s*\)")
"""Behind a name: "(TTYT)"."""
_WORD = re.compile(r"(?<![\w/&-])[A-ZĐ][A-ZĐ&]{2,11}(?![\w/&]|-\w)")
_UNIT = (
    r"(?i:phòng|ban|ngành|đơn\s+vị|bộ\s+phận|khoa|trung\s+tâm|chi\s+cục|trạm|cơ\s+quan|tổ\s+chức|đoàn\s+thể|trường|hội|tổ|cơ\s+sở|bệnh\s+viện)"
    r"(?:\s+(?:chuyên\s+môn|nghiệp\s+vụ|chức\s+năng|sự\s+nghiệp|y\s+tế))?"
)
_UNITS_OF = re.compile(
    rf"(?P<all>(?:(?:Thủ\s+trưởng|Lãnh\s+đạo|Trưởng)\s+)?[Cc]ác\s+{_UNIT}(?:(?:,\s+|\s+và\s+|\s*[-/]\s*)(?:các\s+)?{_UNIT})*"
    rf"\s+(?:trực\s+)?(?:thuộc|của)\s+{UPPER}[^,;:.()]{{1,60}}?)\s*(?:\([^()]*\))?[\s;:.,]*"
)
"""One entry or heading for several units of one body: "Các phòng, bộ phận thuộc Trung tâm"."""
_LEFT_OUT = {"va", "cua", "cac", "cho"}
HEADS = ("Sở", "Phòng", "Trung tâm", "Ban", "Chi cục", "Hội", "Văn phòng", "Bệnh viện", "Trạm", "Cục", "Đoàn", "Quỹ")
"""What a body that issues a plan may call itself by the first word of its name."""


def learn(texts: Iterable[str], bodies: Bodies, issuer: str = "", symbol: str = "") -> dict[str, str]:
    """Let every short name that the texts explain stand for its body; letters -> the name that they are of.

    `issuer`: the name of who issues the plan, "" where it is none of a department; `symbol`: the letters of the plan's
    number ("KH-SYT"), whose last are the issuer's where they fit its name.
    """
    texts = [*texts]
    names: list[str] = [issuer] if issuer else []
    tail = re.split(r"[-/–]", symbol)[-1].strip()
    said: dict[str, str] = {}
    if issuer and _fits(tail, issuer):
        bodies.declare(issuer, tail)
        said[tail] = issuer
    for text in texts:
        if many := _UNITS_OF.fullmatch(text):
            bodies.learn(many["all"])
        if text.isupper() or "(" not in text:
            continue
        _whole_names(text, bodies)
        for one in bodies.find(text):
            if match := _CALLED.match(text, one.end):
                _call(bodies, one.name, match["short"].strip(), issuer)
            elif (match := _LETTERS.match(text, one.end)) and _fits(match["short"], one.name):
                bodies.declare(one.name, match["short"])
                said.setdefault(match["short"], one.name)
    names += [one.name for text in texts if not text.isupper() for one in _whole(text, bodies.find(text))]
    return _by_initials(texts, list(dict.fromkeys(names)), bodies) | said


def _whole_names(text: str, bodies: Bodies) -> None:
    """Learn a name that goes on to its letters in brackets further than the grammar of names knows."""
    ends = {one.start: one.end for one in bodies.find(text)}
    for match in _LETTERS.finditer(text):
        until = text[: match.start()].rstrip()
        full = before(until, match["short"])
        if full and until.endswith(full) and ends.get(len(until) - len(full), len(text)) < len(until):
            bodies.learn(full)


def issuer_of(lines: Sequence[str], text: str) -> str:
    """The body that the last line of a letterhead names, as the text writes it; "" for a council, a party or a place."""
    line = next((" ".join(one.split()) for one in reversed(lines) if any(map(str.isalpha, one))), "")
    if not re.match(rf"(?i)(?:{'|'.join(HEADS)})\b", line):
        return ""
    rest = "\n".join(one for one in text.split("\n") if not one.isupper())
    written = re.search(rf"(?i)\b{re.escape(line)}\b", rest)
    return written[0] if written and written[0][:1].isupper() else ""


def _call(bodies: Bodies, name: str, short: str, issuer: str) -> None:
    """A name that the plan gives a body in so many words."""
    if short in HEADS:
        if bodies.key(name) == bodies.key(issuer or name):
            bodies.call(issuer or name, short)
    elif re.match(UPPER, short) and len(short) > 1 and len(short.split()) < 8:
        bodies.declare(name, short)


def _whole(text: str, found: Sequence[Named]) -> list[Named]:
    """The bodies that a short text, as a heading or a line of recipients, names and nothing else."""
    return [one for one in found if len(text) < 90 and not one.start and not text[one.end :].strip(" :;.,")]


def _by_initials(texts: Sequence[str], names: Sequence[str], bodies: Bodies) -> dict[str, str]:
    """Letters that stand in the texts and are the initials of one body's name alone -> that name."""
    written = {word for text in texts if not text.isupper() for word in _WORD.findall(text)}
    found: dict[str, str] = {}
    for word in sorted(written):
        fits = [name for name in names if _fits(word, name)]
        if len({bodies.key(name) for name in fits}) == 1:
            found[word] = min(fits, key=len)
            bodies.declare(fits[0], word)
    return found


def _fits(short: str, name: str) -> bool:
    """Whether letters are the initials of a name: "SYT" of "Sở Y tế tỉnh A", "TTDVNN" of "Trung tâm Dịch vụ nông nghiệp"."""
    letters = re.sub(r"[^a-z]", "", fold(short))
    words = re.findall(r"[a-z]+", fold(name))
    head = next((len(one.split()) for one in HEADS if name.startswith(f"{one} ")), 0)
    if len(letters) < 3:
        return False
    told = [words, *([words[head:]] if head and len(words) - head > 2 else [])]
    told += [[word for word in listed if word not in _LEFT_OUT] for listed in told]
    return any("".join(word[0] for word in one[: len(letters)]) == letters and _ends(one, len(letters)) for one in told)


def _ends(words: Sequence[str], at: int) -> bool:
    """Whether a name may end at a word: nothing follows, or the place that it is of."""
    return at == len(words) or words[at] in ("tinh", "huyen", "xa", "phuong", "thanh", "thi", "quan", "khu")
