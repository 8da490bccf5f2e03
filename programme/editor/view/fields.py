"""What can be entered, read from the types of the records: each field with its Vietnamese name and how it is entered.

A new field of a record, or a new kind of record, is in the editor without a change here: its name and meaning come
from the table of keys, its widget from its type.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ...load import loader, vocabulary
from ...load.editor_schema import RECORDS
from ...load.keys import key_of
from ...load.record import Id, PartialDate, ProjectCode, Record, RefersTo, Whole, YesNo
from ...load.texts import Paragraph
from ...load.vocabulary import Term


class Widget(StrEnum):
    """How a field is entered."""

    TEXT = "text"
    """Words of the site's own, or of the plan where `quotes`."""
    ID = "id"
    """Made from the name, once; never changed after that."""
    TERM = "term"
    """One or many words of a closed list: `of` names it."""
    THING = "thing"
    """One or many of what `of` holds: bodies, groups, documents, places, programmes, projects (by key; `codes`: by the
    code in their programme), clauses."""
    FLAG = "flag"
    DAY = "day"
    """A day, a month or a year."""
    NUMBER = "number"
    RECORD = "record"
    """One or many records of the kind `of`."""
    SENTENCES = "sentences"
    """Paragraphs of the plan: they stand on the page, are typed and marked there."""


@dataclass(frozen=True)
class Field:
    """A field of a record: `key` as `data/` has it, `name` and `meaning` as a clerk reads them."""

    key: str
    name: str
    meaning: str
    widget: Widget
    of: str = ""
    many: bool = False
    required: bool = False
    quotes: bool = False
    """Whether words of the plan stand there, as they are."""
    default: bool = False
    """Of a flag: what it is where nothing is said."""
    blank: bool = False
    """Whether it must be there but may say nothing."""
    alone: bool = False
    """Whether a list of one is written without a list around it."""
    empty: bool = False
    """Whether a text without a letter says something: that nothing stands there."""


_BY_TYPE = {PartialDate: Widget.DAY, Whole: Widget.NUMBER, YesNo: Widget.FLAG, Id: Widget.ID}
_DAY = "Ngày, tháng hoặc năm: 20/9/2024, 9/2024, 2024."
_NUMBER = "Ghi bằng chữ số."
_AS_YAML = (
    (re.compile(r"^true khi đây là"), "Chọn khi đây là"),
    (re.compile(r"^true (khi|ở)"), r"Chọn \1"),
    (re.compile(r"^false khi"), "Bỏ chọn khi"),
    (re.compile(r"; (Kế hoạch không nêu|văn bản không nói gì thêm) thì ghi \{\}"), r"; \1 thì để trống"),
    (re.compile(r'; "" là không có (dấu|số)'), ""),
    (re.compile(r', và thêm mark: ""'), ""),
    (re.compile(r"chép đúng từng chữ ở text"), "chép đúng từng chữ"),
    (re.compile(r"; ô trống ghi hai dấu ngoặc kép"), "; ô trống thì để trống"),
    (re.compile(r", trong ngoặc kép"), ""),
    (re.compile(r" gạch đầu dòng của YAML"), " dòng"),
    (re.compile(r" một dòng cells"), " một dòng"),
    (re.compile(r"ở broader"), "rộng hơn"),
    (re.compile(r"; cùng với (id|question)"), ""),
    (re.compile(r"^[a-z_]+(, [a-z_]+)* hoặc [a-z_]+, và mã văn bản\."), ""),
    (re.compile(r"^Mã văn bản có số đứng trong cụm từ này"), "Văn bản có số đứng trong các chữ này"),
    (re.compile(r"^Mã các cơ quan"), "Các cơ quan"),
    (re.compile(r"từ cụm từ đó"), "từ các chữ đang đánh dấu; điều kiện ở ngoài thì bôi đen lại cho gồm cả điều kiện"),
    (re.compile(r"cụm từ"), "chữ"),
    (re.compile(r" Lệnh programme upgrade tự ghi; không sửa tay\."), " Không sửa tay."),
)
"""Words of the table of keys that are about YAML, and what they are in a form."""


@cache
def fields(kind: type[Record]) -> tuple[Field, ...]:
    """The fields of a kind of record, in their order."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        _field(kind.__name__, info.alias or name, hints[name], info.is_required(), info.default is True)
        for name, info in kind.model_fields.items()
        if name != "at"
    )


@cache
def kinds() -> dict[str, type[Record]]:
    """Every kind of record that stands in `data/`, by its name."""
    found = list(dict.fromkeys(RECORDS.values()))
    for kind in found:
        hints = get_type_hints(kind, include_extras=True)
        for name in kind.model_fields:
            found += [one for one in _records(hints[name]) if one not in found] if name != "at" else []
    return {kind.__name__: kind for kind in found}


def field(kind: str, key: str) -> Field | None:
    """The field of a kind of record that is written `key`."""
    return next((one for one in fields(kinds()[kind]) if one.key == key), None)


def file_of(top: str) -> str:
    """The file of `data/` that holds a list or record of the plan; of projects the folder."""
    return f"data/{ {**loader.SINGLE, **loader.LISTS}.get(top, loader.PROJECTS) }"


def catalogue() -> dict[str, list[dict[str, Any]]]:
    """Kind of record -> its fields, for the browser."""
    return {name: [asdict(one) for one in fields(kind)] for name, kind in kinds().items()}


def terms() -> dict[str, list[tuple[str, str]]]:
    """Closed list -> its words with their labels, those of the plan's own too."""
    listed = {one.__name__: [(term.value, term.label) for term in one] for one in Term.__subclasses__()}
    for (kind, value), term in vocabulary._OWN.items():
        listed[kind.__name__].append((value, term.label))
    return listed


def top_kind(top: str) -> str:
    """The kind of record that a list or file of the plan holds."""
    return RECORDS[top].__name__


def _field(record: str, key: str, hint: Any, required: bool, default: bool) -> Field:
    bare, many, alone = _bare(hint)
    blank = required and type(None) in get_args(hint)
    known = key_of(key, record)
    name, meaning = (known.name, known.meaning) if known else (key, "")
    widget, of = _widget(bare)
    return Field(
        key, name, _said(meaning, widget), widget, of, many, required, bool(known and known.quotes), default, blank,
        alone, widget is Widget.TEXT and _may_be_empty(bare),
    )  # fmt: skip


def _bare(hint: Any) -> tuple[Any, bool, bool]:
    """A type without "or none" and without "many of", whether it was many, and whether one of them may stand alone."""
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(one for one in get_args(hint) if one is not type(None))
    alone = get_origin(hint) is Annotated and get_origin(get_args(hint)[0]) is tuple
    if alone:
        hint = get_args(hint)[0]
    if get_origin(hint) is tuple:
        return _bare(get_args(hint)[0])[0], True, alone
    return hint, False, False


def _may_be_empty(hint: Any) -> bool:
    """Whether a text may be without a letter, by its type."""
    return all(
        getattr(one, "min_length", None) is None and getattr(one, "pattern", None) is None
        for one in getattr(hint, "__metadata__", ())
    )


def _widget(hint: Any) -> tuple[Widget, str]:
    refers = next((one for one in getattr(hint, "__metadata__", ()) if isinstance(one, RefersTo)), None)
    if refers:
        return Widget.THING, "codes" if hint == ProjectCode else refers.registry
    if hint in _BY_TYPE:
        return _BY_TYPE[hint], ""
    plain = get_args(hint)[0] if hasattr(hint, "__metadata__") else hint
    if isinstance(plain, type) and issubclass(plain, Paragraph):
        return Widget.SENTENCES, plain.__name__
    if isinstance(plain, type) and issubclass(plain, Record):
        return Widget.RECORD, plain.__name__
    if isinstance(plain, type) and issubclass(plain, Term):
        return Widget.TERM, plain.__name__
    if plain is str:
        return Widget.TEXT, ""
    raise TypeError(f"no way to enter {hint}")


def _said(meaning: str, widget: Widget) -> str:
    """What a field means, in words of a form."""
    if widget in (Widget.TERM, Widget.THING):
        return ""
    if widget is Widget.DAY:
        return _DAY
    if widget is Widget.NUMBER and not meaning:
        return _NUMBER
    return replaced(meaning, _AS_YAML)


def replaced(text: str, patterns: Iterable[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]]) -> str:
    """A text with words for patterns, one after the other."""
    for pattern, words in patterns:
        text = pattern.sub(words, text)
    return text


def _records(hint: Any) -> Iterator[type[Record]]:
    if isinstance(hint, type) and issubclass(hint, Record):
        yield hint
    for one in get_args(hint):
        yield from _records(one)
