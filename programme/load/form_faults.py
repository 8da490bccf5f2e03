"""Say a fault of form in Vietnamese: what was found, what is expected, an example."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from ..vietnamese.formats import alternatives, lower_first
from .dataset import Dataset
from .fields import record_fields
from .findings import did_you_mean, shown
from .keys import KEYS, RECORDS, Key, key_of, label
from .record import Record
from .vocabulary import is_open, labels_of

_SHOWN = 60
_TEXT_AFTER = "chữ đứng sau dấu hai chấm"
_TEXT_IN_A_LIST = "chữ đứng sau gạch đầu dòng; không có gì để ghi thì xóa dòng này"


def explain(fault: Mapping[str, Any]) -> tuple[str, str, str, str, str]:
    """Turn one error of pydantic into (found, expected, example, key, kind of record)."""
    key, holder = _place(fault["loc"])
    record = holder.__name__
    found, expected, example = _explained(fault, key, holder)
    if isinstance(fault["loc"][-1], int) and expected == _TEXT_AFTER:
        expected, example = _TEXT_IN_A_LIST, ""
    return found, expected, example, key, record


def kind_of(loc: tuple[Any, ...]) -> type[Record]:
    """The kind of record in which a value stands."""
    return _place(loc)[1]


def _place(loc: tuple[Any, ...]) -> tuple[str, type[Record]]:
    """The key that an error is about, and the kind of record it stands in."""
    key = ""
    holder: type[Record] = Dataset
    inside: type[Record] = Dataset
    for step in loc:
        if isinstance(step, str) and not step.startswith("function-"):
            key, holder = step, inside
            inside = record_fields(holder).get(step) or inside
    return key, holder


@cache
def _kinds(kind: type[Record] = Dataset) -> tuple[type[Record], ...]:
    """A kind of record and all that may stand in it, each once."""
    found = {kind: None}
    for one in list(found):
        within = [inside for inside in record_fields(one).values() if inside and inside is not one]
        found |= dict.fromkeys(inner for inside in within for inner in _kinds(inside))
    return tuple(found)


def _belongs(key: str) -> str:
    """Where a key stands: "một đoạn hoặc một cụm từ"; nothing where it stands nowhere."""
    places = [RECORDS[kind.__name__] for kind in _kinds() if key in record_fields(kind) and kind.__name__ in RECORDS]
    return alternatives(list(dict.fromkeys(places))) if places else ""


def _explained(fault: Mapping[str, Any], key: str, holder: type[Record]) -> tuple[str, str, str]:
    record = holder.__name__
    known = key_of(key, record)
    meaning = lower_first(known.meaning).rstrip(".") if known else "đúng dạng"
    example = without_words(known) if known else ""
    seen = _shown(fault.get("input"))
    match fault["type"]:
        case "missing":
            return "mục này còn thiếu.", meaning, example
        case "extra_forbidden":
            own = sorted(record_fields(holder))
            if belongs := _belongs(key):
                listed = "; ".join(f"{one} ({lower_first(label(one, record))})" for one in own)
                here = f" Ở đây có các khóa: {listed}." if len(own) <= 20 else ""
                return f"khóa này đặt sai chỗ.{here}", f"khóa {key} đặt trong {belongs}", ""
            near = did_you_mean(key, own) or did_you_mean(key, sorted(name for name in KEYS if "." not in name))
            return f"không có khóa này.{near}", "một khóa có trong bảng ở trang /huong-dan/khoa, đặt đúng chỗ", ""
        case "enum":
            words = re.findall(r"'([^']+)'", str(fault.get("ctx", {}).get("expected", "")))
            labels = labels_of(words)
            typed = str(fault.get("input"))
            meant = next((word for word, label in labels.items() if label.lower() == typed.lower()), None)
            near = f' Ý bạn là "{meant}"?' if meant else did_you_mean(typed, words)
            listed = "; ".join(f"{word} ({lower_first(label)})" for word, label in labels.items())
            more = "; chưa có từ ấy thì thêm vào data/vocabulary.yaml" if is_open(words) else ""
            return f"ghi là {seen}.{near}", f"một trong các từ: {listed}{more}", example
        case "string_pattern_mismatch":
            return f"ghi là {seen}, sai dạng.", meaning, example
        case "string_too_long":
            return f"ghi dài quá: {seen}.", "ngắn hơn", example
        case "string_too_short" | "string_type":
            return _not_text(fault.get("input"), seen), _TEXT_AFTER, example
        case "date_form":
            try:
                near = _iso(fault.get("input"))
            except ValueError:
                return f"ghi là {seen}, không có trong lịch.", "một ngày có thật, ghi năm-tháng-ngày", example
            return f"ghi là {seen}.{near}", "năm-tháng-ngày, đủ hai chữ số; không rõ ngày thì năm-tháng", example
        case "date_calendar":
            return f"ghi là {seen}, không có trong lịch.", "một ngày có thật", example
        case "whole_number":
            return f"ghi là {seen}.", "một số nguyên viết bằng chữ số, không có số 0 đứng đầu", example
        case "true_false":
            return f"ghi là {seen}.", "true (có) hoặc false (không)", example
        case "tuple_type" | "list_type":
            wanted = f"một danh sách (trong ngoặc vuông, hoặc mỗi dòng một gạch đầu dòng): {meaning}"
            return f"ghi là {seen}.", wanted, example
        case "too_short":
            return "là danh sách trống.", "ít nhất một giá trị", example
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"ghi là {seen}.", "các khóa thụt vào bên dưới", example
        case _:
            return f"ghi là {seen}, không đúng dạng.", meaning, example


def _shown(value: Any) -> str:
    if value is None:
        return "trống"
    if isinstance(value, dict):
        return "một nhóm khóa"
    if isinstance(value, list):
        return "một danh sách"
    return shown(str(value), _SHOWN)


def _not_text(value: Any, shown: str) -> str:
    if value is None or not str(value).strip():
        return "đang để trống."
    return f"ghi là {shown}, không phải một đoạn chữ. Nếu trong đoạn có dấu hai chấm, đặt cả đoạn trong ngoặc kép."


def _iso(value: Any) -> str:
    """ " Ý bạn là "2024-05-05"?" for 5/5/2024, 5-5-2024 or 2024-5-5. Raises `ValueError` for no day of the calendar."""
    text = str(value)
    if found := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text):
        day, month, year = map(int, found.groups())
    elif found := re.fullmatch(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", text):
        year, month, day = map(int, found.groups())
    else:
        return ""
    return f' Ý bạn là "{date(year, month, day).isoformat()}"?'


def without_words(known: Key) -> str:
    """The example of a key, without words where those of a plan stand: they are its own, and none are proposed."""
    if known.quotes:
        return ""
    first, *rest = known.example.split("\n")
    if first in ("basis:", "closing:", "header:", "annex:"):  # which hold nothing but words
        rest = [re.sub(r"(- |\w: ).*", r"\1…", line) for line in rest]
    return "\n".join([first, *(_WORDS.sub(r"\1…", line) for line in rest)])


_OTHER = {name.split(".")[-1] for name, key in KEYS.items() if not key.quotes}
_QUOTING = sorted({name.split(".")[-1] for name, key in KEYS.items() if key.quotes} - _OTHER)
"""Keys that hold words of the plan wherever they stand."""
_WORDS = re.compile(rf"([ -]*(?:{'|'.join(_QUOTING)}): ).+")
"""A line below the first of an example that holds words of a plan."""
