"""Whose work a part is in which nobody is named: where rows of tasks, or who leads, name it by its words elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..load.dataset import Clause
from ..load.registries import Agency, Group, Place
from ..load.vocabulary import Role, TaskPart
from .generic_headings import names_work
from .programme import Programme
from .statements import Duty

_OPENING = re.compile(
    r"(?:(?:công tác|hoạt động|nội dung|việc(?! làm)|hỗ trợ|thực hiện|triển khai|tổ chức|chính sách|dự án"
    r"|tiểu dự án|đề án|tăng cường|đẩy mạnh|chủ trì|phụ trách|về)\s+)+",
)
"""What may stand before what a work is called: "Hỗ trợ nhà ở", "Chủ trì công tác đào tạo nghề"."""
_REST = re.compile(
    r"(?:\s(?:theo|cho|đối với|trên địa bàn|tại|của|năm|giai đoạn|thuộc|trong|đến|từ)|(?<!nhà)(?<!chỗ)(?<!nơi)\sở)\s.*"
)
_NUMBER = re.compile(r"^(?:[ivxlc]+|[a-zđ]|\d[\d.]*)[.)/]\s+")
_BETWEEN = re.compile(r"\s*[,;:.()“”]\s*|\s+(?:và|hoặc|[-–+])\s+")
_WORDS_OF_A_NAME = 3
"""So many words name a work in the midst of others; fewer where they are all of an item of a list."""
_WORDS_OF_A_TASK = 4
"""A task of so many words that stand in a part as well is one of its."""

Given = dict[str, tuple[Agency, ...]]
"""Reference of a clause that gives work -> to whom."""


def elsewhere(programme: Programme, home: Clause, texts: Iterable[str], names: Iterable[str]) -> Given:
    """Who is given the work of a part in other parts; `texts`: its own words, `names`: what all such parts are called.

    What is called alike in several parts names none of them.
    """
    called = Counter(one for name in names for one in set(_works(name)))
    mine = [one for one in _works(home.name) if called[one] == 1 and one not in _records(programme) and " " in one]
    said = [_plain(one) for one in texts]
    found: dict[str, dict[Agency, None]] = {}
    for duty in programme.duties if mine or said else ():
        if duty.spot.node is None and _is_about(programme, duty, mine, said):
            found.setdefault(duty.ref, {}).update(dict.fromkeys(duty.bearers))
    return {ref: tuple(bodies) for ref, bodies in found.items() if bodies}


def _is_about(programme: Programme, duty: Duty, mine: list[str], said: list[str]) -> bool:
    row = programme.row_of.get(duty.spot.paragraph)
    if row:
        tasks = [phrases for column, phrases in row.cells if column.says is TaskPart.TASK]
        task = " ".join(one.text for phrases in tasks for one in phrases)
        whole = _plain(task)
        in_words = len(whole.split()) >= _WORDS_OF_A_TASK and any(_holds(one, whole) for one in said)
        return in_words or any(_is_of(one, mine) for one in (task, *row.headings))
    clause = duty.spot.clause
    if clause and clause.heading and names_work(clause) and _is_of(clause.name, mine):
        return True
    return Role.LEAD in duty.roles and _names(re.split(r"[;.]\s", duty.spot.phrase.text)[0], mine)


def _is_of(called: str, mine: list[str]) -> bool:
    """Whether all that a heading, or a task, calls is work of the part: "Nhà ở, nước sạch" is more than houses."""
    works = list(_works(called))
    return bool(works) and all(any(_is(own, one) for own in mine) for one in works)


def _names(words: str, mine: list[str]) -> bool:
    """Whether words name the work of the part: in their midst, or as an item of a list."""
    items, whole = set(_works(words)), _plain(words)
    return any(own in items or _is(own, whole) for own in mine)


def _is(one: str, other: str) -> bool:
    """Whether two are the same, or the one, of some words, stands in the other."""
    return one == other or (len(one.split()) >= _WORDS_OF_A_NAME and _holds(other, one))


def _holds(text: str, words: str) -> bool:
    return f" {words} " in f" {text} "


def _works(name: str) -> Iterator[str]:
    """What works a name, or a list, calls, without what stands around: "Hỗ trợ học nghề, việc làm" two."""
    for piece in _BETWEEN.split(_NUMBER.sub("", name.lower())):
        if work := _REST.sub("", _OPENING.sub("", piece.strip(), count=1)).strip():
            yield work


def _plain(text: str) -> str:
    """Words without signs."""
    return " ".join(re.findall(r"[\w/]+", text.lower()))


@lru_cache(maxsize=1)
def _records(programme: Programme) -> frozenset[str]:
    """What groups, bodies and places are called: who names these names no work."""
    data = programme.data
    held: tuple[Group | Agency | Place, ...] = (*data.groups, *data.agencies, *data.places)
    return frozenset(name.lower() for one in held for name in (one.name, *one.names))
