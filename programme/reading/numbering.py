"""The automatic numbers of a .docx, counted and written as Word shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from .styles import Styles
from .wordml import on, val, w, whole

LEVELS = 9
_BULLETS = {
    **dict.fromkeys("\uf0b7\u00b7", "•"),
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf076": "❖",
    "\uf0a8": "□",
    "\uf02d": "-",
    "\uf0be": "-",
    "\uf02b": "+",
    "\uf02a": "*",
    "o": "○",
}
"""Letters of the fonts Symbol, Wingdings and Courier -> what they look like."""
_UNITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]


@dataclass(frozen=True)
class Level:
    """One level of a list."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    """After which level (from 1) it begins anew; 0: never; None: after any above it."""
    plain: bool = False
    """All numbers in it are shown as figures."""
    properties: Element | None = None
    style: str | None = None


class Numbering:
    """The lists of a document. `label` must be asked of every paragraph in order, once: it counts."""

    def __init__(self, root: Element | None, styles: Styles):
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._abstract = {one.get(w("abstractNumId"), ""): one for one in root.findall(w("abstractNum"))}
            self._lists = {one.get(w("numId"), ""): one for one in root.findall(w("num"))}

    def of(self, paragraph: list[Element], style: str | None) -> tuple[str, int] | None:
        """The list and level of a paragraph, by itself or its style; None where it is in none."""
        number = level = None
        by_style = False
        for place in paragraph:
            properties = place.find(w("numPr"))
            if properties is None:
                continue
            if level is None:
                level = val(properties, "ilvl")
            if number is None and (number := val(properties, "numId")) is not None:
                by_style = place is not paragraph[0] or level is None
                break
        if number is None or number not in self._lists:
            return None  # "0" takes a paragraph out of the list of its style
        if by_style and level is None and style:
            level = next((str(i) for i, one in self._of_list(number).items() if one.style == style), None)
        return number, min(max(whole(level), 0), LEVELS - 1)

    def properties(self, number: str, level: int) -> Element | None:
        """What the level says of its paragraphs (`pPr`)."""
        found = self._of_list(number).get(level)
        return found.properties if found else None

    def label(self, number: str, level: int) -> str:
        """The next label of a list at a level, as shown: "1.", "b)", "II.", "-"; "" where the list shows none."""
        levels = self._of_list(number)
        own = levels.get(level)
        if own is None:
            return ""
        counts = self._counts.setdefault(self._shared(number), {})
        for one in range(level + 1):
            fresh = self._fresh(number, one)
            if fresh is not None:
                counts.pop(one, None)
                if one == level:
                    counts[one] = fresh - 1
        for above in range(level):  # a level that was skipped counts as begun
            counts.setdefault(above, levels.get(above, Level()).start)
        counts[level] = counts.get(level, own.start - 1) + 1
        for below in [one for one in counts if one > level]:
            restart = levels.get(below, Level()).restart
            if restart is None or (restart and level < restart):
                del counts[below]
        if own.form == "bullet":
            return "".join(_BULLETS.get(c, "•" if "\ue000" <= c <= "\uf8ff" else c) for c in own.text.strip()) or "•"

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            form = levels.get(at, Level()).form
            return written(counts.get(at, 0), "decimal" if own.plain and form != "none" else form)

        return " ".join(re.sub(r"%([1-9])", shown, own.text).split())

    def _fresh(self, number: str, level: int) -> int | None:
        """The number that a list begins anew with at a level, the first time it is met."""
        if (number, level) in self._begun:
            return None
        self._begun.add((number, level))
        for change in self._lists[number].findall(w("lvlOverride")):
            if whole(change.get(w("ilvl"))) == level and (start := val(change, "startOverride")) is not None:
                return whole(start, 1)
        return None

    def _shared(self, number: str) -> str:
        """Lists made of one description count on from each other."""
        return val(self._lists[number], "abstractNumId") or number

    def _of_list(self, number: str) -> dict[int, Level]:
        if number not in self._levels:
            found: dict[int, Level] = {}
            if (abstract := self._described(number)) is not None:
                found = {whole(lvl.get(w("ilvl"))): _level(lvl) for lvl in abstract.findall(w("lvl"))}
            for change in self._lists[number].findall(w("lvlOverride")):
                if (lvl := change.find(w("lvl"))) is not None:
                    found[whole(change.get(w("ilvl")))] = _level(lvl)
            self._levels[number] = found
        return self._levels[number]

    def _described(self, number: str) -> Element | None:
        """The description of a list, through the style of lists that it may point to."""
        for _ in range(5):
            abstract = self._abstract.get(val(self._lists.get(number), "abstractNumId") or "")
            linked = val(abstract, "numStyleLink")
            if linked is None:
                return abstract
            number = self._styles.list_of(linked) or ""
        return None


def _level(lvl: Element) -> Level:
    form = lvl.find(w("numFmt"))
    if form is None:  # newer forms stand in an alternative
        form = next((one for one in lvl.iter(w("numFmt"))), None)
    name = form.get(w("val"), "decimal") if form is not None else "decimal"
    if name == "custom" and form is not None:
        name = "zeros" + str(len((form.get(w("format")) or "1").split(",")[0].strip()))
    restart = val(lvl, "lvlRestart")
    return Level(
        form=name,
        text=val(lvl, "lvlText") or "",
        start=whole(val(lvl, "start"), 0 if val(lvl, "start") is None else 1),
        restart=None if restart is None else whole(restart),
        plain=bool(on(lvl, "isLgl")),
        properties=lvl.find(w("pPr")),
        style=val(lvl, "pStyle"),
    )


def written(n: int, form: str) -> str:
    """A number in one of Word's forms; in figures where the form is not known. After "z" comes "aa", then "bb"."""
    if form in ("none", "bullet"):
        return ""
    if form in ("upperRoman", "lowerRoman") and 0 < n < 4000:
        return roman(n) if form == "upperRoman" else roman(n).lower()
    if form in ("upperLetter", "lowerLetter") and 0 < n <= 780:
        letter = chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalZero":
        return f"{n:02}"
    if form.startswith("zeros"):
        return f"{n:0{min(int(form[5:]), 9)}}"
    if form == "decimalEnclosedParen" or form == "numberInDash":
        return f"({n})" if form == "decimalEnclosedParen" else f"- {n} -"
    if form == "vietnameseCounting" and 0 <= n < 100:
        return _counted(n)
    return str(n)


_ROMAN = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")


def roman(n: int) -> str:
    """4 is "IV"."""
    found = ""
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    for value, sign in zip(values, _ROMAN, strict=True):
        while n >= value:
            found, n = found + sign, n - value
    return found


def _counted(n: int) -> str:
    tens, ones = divmod(n, 10)
    if n <= 10:
        return _UNITS[n]
    last = {0: "", 1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _UNITS[ones])
    return f"{_UNITS[tens] + ' mươi' if tens > 1 else 'mười'} {last}".strip()
