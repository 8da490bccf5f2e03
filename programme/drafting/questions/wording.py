"""How a question about marks is said, in plain Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...load.dataset import Clause, Project
from ...load.fields import record_fields, term_fields
from ...load.keys import label
from ...load.record import Record
from ...load.references import declared
from ...load.registries import Document
from ...load.tables import Column, Row, Table
from ...load.texts import Money, Phrase
from ...load.vocabulary import Term
from ...vietnamese import formats
from ..shape import PLACED, WHO, Registers

PLACES = {"passage": "câu", "part": "mục", "table": "bảng", "column": "cột", "row": "hàng", "note": "chú thích"}
"""What the spots of a question are called, by what they are of."""
KINDS: dict[str, tuple[type[Record], ...]] = {
    "passage": (Phrase,),
    "part": (Clause, Project),
    "table": (Table,),
    "column": (Column,),
    "row": (Row,),
    "note": (Phrase,),
}
"""The kinds of records whose keys a spot sets, by what it is of."""

_ASKED = {
    "for_whom": "Có phải {names} là nhóm đối tượng ở {places}?",
    "with": "Có phải {names} phối hợp làm việc nêu ở {places}?",
    "guided_by": "Có phải việc nêu ở {places} làm theo hướng dẫn của {names}?",
    "cites": "Có phải {places} viện dẫn {names}?",
    "subject_of": "Có phải lời ở {places} là trích yếu của {names}?",
    "indicator": "Có phải con số ở {places} là chỉ tiêu phải đạt?",
    "output": "Có phải con số ở {places} là số lượng phải làm?",
    "timing": "Có phải lời ở {places} là thời gian, thời hạn của việc?",
    "reports": "Có phải {places} giao việc báo cáo?",
    "product": "Có phải lời ở {places} là sản phẩm mà việc phải làm ra?",
    "projects": "Có phải việc nêu ở {places} là của {names}?",
    "project": "Có phải {places} nói về {names}?",
    "place": "Có phải {places} nói về {names}?",
    "recipients": "Có phải {places} gửi cho {names}?",
    "restates": "Có phải số tiền trong {places} đã nêu ở chỗ khác của Kế hoạch?",
    "total": "Có phải {places} là số cộng?",
    "kind": "Có phải {places} nói về “{values}”?",
    "says": "Có phải {places} ghi “{values}”?",
    "applies": "Có phải Kế hoạch không thực hiện dự án ở {places}?",
}
"""Key -> the question about it. `names`: what its ids name; `values`: the labels of its words of a closed list."""


def question(sets: Mapping[str, Any], of: str, count: int, registers: Registers, kind: str = "") -> str:
    """The sentence that is asked about so many places."""
    if kind == WHO:
        return "Câu này giao việc cho ai?"
    noun = PLACES[of]
    places = f"{noun} sau" if count == 1 else f"{count} {noun} sau"
    if kind == PLACED:
        return f"Máy đoán ai làm việc gì ở {places}; có đúng không?"
    key = next(iter(sets), "")
    if "for_whom" in sets and key != "for_whom":  # two things of the same words
        return f"Ở {places}, đánh dấu thế này có đúng không: {said(sets, of, registers)}?"
    if "bearers" in sets:
        roles = [formats.lower_first(one.label) for one in _terms(sets.get("roles", ()), "roles")]
        does = f"{' và '.join(roles)} việc" if roles else "làm việc"
        return f"Có phải {_names(sets['bearers'], 'agencies', registers)} {does} nêu ở {places}?"
    if "no_bearer" in sets:
        roles = [f"“{one.label}”" for one in _terms(sets.get("roles", ()), "roles")]
        return f"Có phải {places} giao việc {', '.join(roles)} mà không nêu ai làm?"
    if key == "roles":
        roles = [f"“{one.label}”" for one in _terms(sets["roles"], "roles")]
        return f"Có phải {places} giao việc {', '.join(roles)}?"
    if key == "money":
        return f"Có phải số tiền ở {places} {_money(sets['money'])}?"
    if key == "for_whom" and any(one.get("excluded") for one in sets[key]):
        return f"Có phải {_named(sets, of, registers)} là nhóm không được hưởng ở {places}?"
    if key in _ASKED:
        named, values = _named(sets, of, registers), ", ".join(_values(sets, of))
        if ("{names}" not in _ASKED[key] or named) and ("{values}" not in _ASKED[key] or values):
            return _ASKED[key].format(names=named, places=places, values=values)
    return f"Ở {places}, đánh dấu thế này có đúng không: {said(sets, of, registers)}?"


def whom(count: int, *, refused: bool) -> str:
    """What is asked about so many sentences, each of which names somebody else."""
    who = "không được hưởng" if refused else "được hưởng"
    return f"Có phải {count} câu sau nêu ai {who}, như ghi ở từng câu?"


def choice(sets: Mapping[str, Any], kind: str, of: str, registers: Registers) -> str:
    """What one choice of a question says: the bodies alone, where it asks whose work something is."""
    if kind == WHO and "bearers" in sets:
        return ", ".join(name_of(str(one), "agencies", registers) for one in sets["bearers"])
    return said(sets, of, registers)


def said(sets: Mapping[str, Any], of: str, registers: Registers) -> str:
    """What keys say, with the names of what their ids name: "Cho ai: Nhóm: Hộ nghèo; Điều kiện khác: “…”"."""
    return "; ".join(_said(key, value, _kind(key, of), registers) for key, value in sets.items())


def _said(key: str, value: Any, kind: type[Record], registers: Registers) -> str:
    name = label(key, kind.__name__)
    inner = record_fields(kind).get(key)
    if value in ("", {}, [], ()):
        return name
    match value:
        case Mapping() if inner:
            return f"{name} ({'; '.join(_said(one, what, inner, registers) for one, what in value.items())})"
        case [Mapping(), *_] if inner:
            return "; ".join(_said(key, one, kind, registers) for one in value)
        case list() | tuple():
            return f"{name}: {', '.join(_one(key, one, kind, registers) for one in value)}"
        case bool() | "true" | "false":
            return name if value in (True, "true") else f"{name}: không"
    return f"{name}: {_one(key, value, kind, registers)}"


def _one(key: str, value: Any, kind: type[Record], registers: Registers) -> str:
    """A single value: the name of an id, the label of a word of a closed list, a day, words as quoted."""
    registry = next((one.registry for one in declared(kind) if one.key == key), "")
    if registry:
        return name_of(str(value), registry, registers)
    if found := _terms([value], key, kind):
        return found[0].label
    text = str(value)
    if text[:4].isdecimal() and text.count("-") in (1, 2):
        return formats.date(text)
    return text if text.isdecimal() or key in ("id", "unit", "name") else f"“{text}”"


def name_of(name: str, registry: str, registers: Registers) -> str:
    """What an id names, as a sentence says it; the id itself where it is not known."""
    record = getattr(registers, registry, {}).get(name, {})
    if registry == "documents" and record.get("number"):
        kind = next((one.label for one in _terms([record.get("kind", "")], "kind", Document)), "Văn bản")
        return f"{kind} số {record['number']}"
    if registry == "projects":
        return f"dự án {name}"
    return str(record.get("name") or name)


def _names(ids: Sequence[Any], registry: str, registers: Registers) -> str:
    listed = [name_of(str(one), registry, registers) for one in ids]
    if registry != "projects":
        listed = [f"“{one}”" for one in listed]
    return ", ".join(listed[:-1]) + (" và " if len(listed) > 1 else "") + "".join(listed[-1:])


def _named(sets: Mapping[str, Any], of: str, registers: Registers) -> str:
    """The names of all that the first key names."""
    key = next(iter(sets))
    return _names_in(key, sets[key], _kind(key, of), registers)


def _names_in(key: str, value: Any, kind: type[Record], registers: Registers) -> str:
    registry = next((one.registry for one in declared(kind) if one.key == key), "")
    if registry:
        return _names(value if isinstance(value, list | tuple) else [value], registry, registers)
    inner = record_fields(kind).get(key)
    if inner is None:
        return ""
    listed = value if isinstance(value, list | tuple) else [value]
    found = (_names_in(one, what, inner, registers) for record in listed for one, what in record.items())
    return next(filter(None, found), "")


def _values(sets: Mapping[str, Any], of: str) -> list[str]:
    key = next(iter(sets))
    value = sets[key]
    return [one.label for one in _terms(value if isinstance(value, list | tuple) else [value], key, _kind(key, of))]


def _money(money: Mapping[str, Any]) -> str:
    if money.get("norm"):
        return "là định mức (mức cho một hộ, một căn, hay mức cao nhất), không phải khoản kinh phí"
    if money.get("total"):
        return "là số cộng của các khoản khác, không phải khoản riêng"
    source = [one.label for one in _terms([money.get("source", "")], "source", Money)]
    return f"là một khoản kinh phí{f' của {formats.lower_first(source[0])}' if source else ''}"


def _kind(key: str, of: str) -> type[Record]:
    """The kind of record that has the key; the first of those that a spot may be of, where none has it."""
    return next((one for one in KINDS[of] if key in record_fields(one)), KINDS[of][0])


def _terms(values: Sequence[Any], key: str, kind: type[Record] = Phrase) -> list[Term]:
    """The words of a closed list, where the key of a kind of record takes one."""
    listed = term_fields(kind).get(key)
    return [one for one in (_term(listed, value) for value in values) if one] if listed else []


def _term(listed: type[Term], value: Any) -> Term | None:
    return listed[str(value).upper()] if str(value).upper() in listed.__members__ else None
