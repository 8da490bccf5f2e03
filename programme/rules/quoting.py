"""Rules about clause numbers and quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from ..derive.full_text import rebuild
from ..derive.programme import Programme
from ..derive.statements import NAMED_PARTS
from ..derive.task_rows import is_row
from ..load.dataset import Clause, Project
from ..load.findings import Finding, did_you_mean, finding, shown
from ..load.record import Record
from ..load.references import references
from ..load.registries import Document
from ..vietnamese import formats
from ..vietnamese.standing import Standing
from .register import rule


@rule
def clauses_exist(programme: Programme) -> Iterator[Finding]:
    """Every clause that our own texts point to is in the plan; no clause number stands twice."""
    counts = Counter(programme.refs.values())
    for part, ref in programme.refs.items():
        if counts[ref] > 1:
            yield finding(part, "number", f"mục {ref} xuất hiện {counts[ref]} lần.", "mỗi mục một số riêng")
    known = {*counts, *NAMED_PARTS}
    for record, key, _, ref in references(programme.data, "clauses"):
        if ref not in known:
            found = f'Kế hoạch không có mục "{ref}".{did_you_mean(ref, known)}'
            yield finding(record, key, found, "số mục như trong Kế hoạch", f"{key}: [{{clauses}}]")


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def _rank(number: str) -> tuple[str, Any] | None:
    """How a number stands among its like: (kind, place); None for what has no order."""
    last = number.split(".")[-1]
    if last.isdecimal() and last.isascii():
        return "number", int(last)
    if last and all(char in _ROMAN for char in last):
        values = [_ROMAN[char] for char in last]
        return "roman", sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    if len(last) == 1 and last.islower():
        return "letter", formats.sort_key(last)
    return None


@rule
def clauses_stand_in_order(programme: Programme) -> Iterator[Finding]:
    """Neighbouring clauses and projects go up: I, II, III; 1, 2, 3; a, b, c."""

    def among(parts: Sequence[Clause | Project]) -> Iterator[Finding]:
        for before, after in pairwise(parts):
            one, two = _rank(before.number), _rank(after.number)
            if one and two and one[0] == two[0] and one[1] > two[1]:
                yield finding(
                    after,
                    "number",
                    f'mục "{after.number}" đứng sau mục "{before.number}".',
                    "các mục theo thứ tự tăng dần; đổi chỗ hai mục hoặc sửa số",
                )
        for part in parts:
            yield from among(part.clauses)
            if isinstance(part, Project):
                yield from among(part.subprojects)

    yield from among(programme.data.sections)
    projects = programme.data.projects
    for name in dict.fromkeys(one.programme for one in projects):
        yield from among([one for one in projects if one.programme == name])


_ONE_IS_WRONG = (
    "so cả hai nơi với văn bản: số ghi ở documents.yaml sai thì sửa ở đó; lời ở đây chép sai thì sửa lời; "
    "lời nói tới văn bản khác thì sửa mã ở document"
)


@rule
def quotes_stand_in_the_words(programme: Programme) -> Iterator[Finding]:
    """What is given as a quote stands in the words it is said to come from."""
    expected = "chép đúng từng chữ từ lời của Kế hoạch"

    def quote(record: Record, key: str, text: str | None, words: str | Standing, where: str) -> Iterator[Finding]:
        if text is not None and text not in words:
            yield finding(record, key, f"{shown(text, 80)} không có trong {where}.", expected)

    plan, data = programme.plan, programme.data
    for spot in programme.spots:
        phrase = spot.phrase
        words, where = phrase.text, f"cụm từ {shown(phrase.text, 50)}"
        told = spot.paragraph.text if is_row(spot.paragraph) else words  # a row tells it in other cells
        for target in phrase.for_whom:
            yield from quote(target, "condition", target.condition, told, where)
        for report in phrase.reports:
            for key in ("frequency", "deadline", "form"):
                yield from quote(report, key, getattr(report, key), told, where)
        for cited in phrase.cites:
            yield from quote(cited, "part", cited.part, words, where)
            document = programme.documents[cited.document]
            if not _is_named(document, words):
                at = f"{document.at.file}:{document.at.of('number')}"
                found = f"{shown(document.number, 80)} ({at}) không có trong {where}."
                yield finding(cited, "document", found, _ONE_IS_WRONG)
        yield from quote(phrase, "product", phrase.product, words, where)
        if phrase.timing:
            yield from quote(phrase.timing, "text", phrase.timing.text, words, where)
        if phrase.money:
            yield from quote(phrase.money, "share", phrase.money.share, words, where)
    whole = " ".join(rebuild(data).split())
    text, lowered = Standing(whole), Standing(whole.lower())
    yield from quote(plan.funding, "stated", plan.funding.stated, text, "Kế hoạch")
    yield from quote(plan.period, "within", plan.period.within, text, "Kế hoạch")
    for abbreviation in data.abbreviations:
        yield from quote(abbreviation, "short", abbreviation.short, text, "Kế hoạch")
    named: list[tuple[Record, tuple[str, ...]]] = [
        *((one, one.names) for one in data.agencies),
        *((one, one.names) for one in data.groups),
        *((one, one.names) for one in data.places),
        *((one, one.names) for one in plan.programmes),
    ]
    for record, names in named:
        for name in names:
            # The case of the first letter follows the sentence, not the name.
            if name.lower() not in lowered:
                yield finding(record, "names", f"{shown(name, 80)} không có trong Kế hoạch.", expected)


def _is_named(document: Document, words: str) -> bool:
    """Whether words have the number of a document, a name it is known by, or its number in short.

    In short is "Nghị định 338", "Nghị định 338/2025", or "15" alone, in
    "các Nghị quyết số 12, 15 và 18/2025/NQ-HĐND".
    """
    if document.number in words or any(alias in words for alias in document.aliases):
        return True
    if (dated := re.match(r"\d+/\d{4}(?=/)", document.number)) and re.search(
        rf"\w\s+(?:số\s+)?{dated[0]}(?![\w/-])", words
    ):
        return True
    first = re.match(r"\d+", document.number)
    return bool(first and re.search(rf"(?:^|\w\s+)(?:số\s+)?0*{int(first[0])}(?![\w/-]|[.,]\d)", words))
