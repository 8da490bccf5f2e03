"""Say a fault of form in Vietnamese: what was found, what is expected, an example."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..vietnamese.formats import lower_first
from .findings import did_you_mean, shown
from .keys import KEYS, key_of
from .vocabulary import labels_of

_SHOWN = 60


def explain(fault: Mapping[str, Any]) -> tuple[str, str, str, str]:
    """Turn one error of pydantic into (found, expected, example, key)."""
    steps = [step for step in fault["loc"] if isinstance(step, str) and not step.startswith("function-")]
    key = steps[-1] if steps else ""
    known = key_of(key)
    meaning = lower_first(known.meaning).rstrip(".") if known else "đúng dạng"
    example = known.example if known else ""
    seen = _shown(fault.get("input"))
    match fault["type"]:
        case "missing":
            return "mục này còn thiếu.", meaning, example, key
        case "extra_forbidden":
            near = did_you_mean(key, sorted(name for name in KEYS if "." not in name))
            return (
                f"không có khóa này ở đây.{near}",
                "một khóa có trong bảng ở trang /huong-dan/khoa, đặt đúng chỗ",
                "",
                key,
            )
        case "enum":
            words = re.findall(r"'([^']+)'", str(fault.get("ctx", {}).get("expected", "")))
            labels = labels_of(words)
            typed = str(fault.get("input"))
            meant = next((word for word, label in labels.items() if label.lower() == typed.lower()), None)
            near = f' Ý bạn là "{meant}"?' if meant else did_you_mean(typed, words)
            listed = "; ".join(f"{word} ({lower_first(label)})" for word, label in labels.items())
            return f"ghi là {seen}.{near}", "một trong các từ: " + listed, example, key
        case "string_pattern_mismatch":
            return f"ghi là {seen}, sai dạng.", meaning, example, key
        case "string_too_long":
            return f"ghi dài quá: {seen}.", "ngắn hơn", example, key
        case "string_too_short" | "string_type":
            return _not_text(fault.get("input"), seen), "chữ đứng sau dấu hai chấm", example, key
        case "date_form":
            return f"ghi là {seen}.{_iso(fault.get('input'))}", "năm-tháng-ngày, đủ hai chữ số; không rõ ngày thì năm-tháng", example, key  # fmt: skip
        case "date_calendar":
            return f"ghi là {seen}, không có trong lịch.", "một ngày có thật", example, key
        case "whole_number":
            return f"ghi là {seen}.", "một số nguyên viết bằng chữ số, không có số 0 đứng đầu", example, key
        case "true_false":
            return f"ghi là {seen}.", "true (có) hoặc false (không)", example, key
        case "tuple_type" | "list_type":
            return f"ghi là {seen}.", "một danh sách: trong ngoặc vuông, hoặc mỗi dòng một gạch đầu dòng", example, key
        case "too_short":
            return "là danh sách trống.", "ít nhất một giá trị", example, key
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"ghi là {seen}.", "các khóa thụt vào bên dưới", example, key
        case _:
            return f"ghi là {seen}, không đúng dạng.", meaning, example, key


def _shown(value: Any) -> str:
    if value is None:
        return "trống"
    if isinstance(value, dict):
        return "một nhóm khóa"
    if isinstance(value, list):
        return "một danh sách"
    return shown(str(value), _SHOWN)


def _not_text(value: Any, shown: str) -> str:
    if value is None or value == "":
        return "đang để trống."
    return f"ghi là {shown}, không phải một đoạn chữ. Nếu trong đoạn có dấu hai chấm, đặt cả đoạn trong ngoặc kép."


def _iso(value: Any) -> str:
    """ " Ý bạn là "2024-05-05"?" for 5/5/2024, 5-5-2024 or 2024-5-5."""
    text = str(value)
    if found := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text):
        day, month, year = map(int, found.groups())
    elif found := re.fullmatch(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", text):
        year, month, day = map(int, found.groups())
    else:
        return ""
    return f' Ý bạn là "{year}-{month:02}-{day:02}"?'
