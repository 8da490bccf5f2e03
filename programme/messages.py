"""Say a fault of form in Vietnamese: what was found, what is expected, an example."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .findings import did_you_mean
from .records import (
    Abbreviation,
    Agency,
    Citation,
    Clause,
    Concept,
    Document,
    ForWhom,
    Group,
    Indicator,
    Money,
    Paragraph,
    Phrase,
    Place,
    Plan,
    Project,
    Question,
    Record,
    Report,
)

_RECORDS: tuple[type[Record], ...] = (
    Plan, Project, Clause, Paragraph, Phrase, ForWhom, Report, Citation, Money, Indicator,
    Agency, Group, Document, Abbreviation, Concept, Place, Question,
)  # fmt: skip

_KEYS = sorted({field.alias or name for record in _RECORDS for name, field in record.model_fields.items()})

EXAMPLES = {
    "id": "id: phong-tckh",
    "name": "name: Phòng Tài chính - Kế hoạch",
    "level": "level: district",
    "kind": "kind: decision",
    "date": "date: 2023-04-11",
    "number": 'number: "3.2"',
    "code": 'code: "3.2"',
    "roles": "roles: [lead, monitor]",
    "bearers": "bearers: [phong-ldtbxh]",
    "with": "with: [don-vi-lien-quan]",
    "guided_by": "guided_by: [ubnd-huyen]",
    "who": "who: [ho-ngheo, ho-can-ngheo]",
    "of": "of: [ho-ngheo]",
    "for_whom": "for_whom:\n          - who: [ho-ngheo]",
    "cites": "cites:\n          - document: qd-1185-2023",
    "reports": "reports:\n          - to: [ubnd-huyen]",
    "priority": "priority: true",
    "age_under": "age_under: 16",
    "text": "text: Hỗ trợ giao dịch việc làm.",
    "heading": 'heading: "Mục tiêu:"',
}
"""Key -> a line that would be right. Used where a value has the wrong form."""


def explain(fault: Mapping[str, Any]) -> tuple[str, str, str]:
    """Turn one error of pydantic into (found, expected, example)."""
    key = next((str(step) for step in reversed(fault["loc"]) if isinstance(step, str)), "")
    value = fault.get("input")
    example = EXAMPLES.get(key, "")
    match fault["type"]:
        case "missing":
            return f'Thiếu khóa "{key}".', "khóa này là bắt buộc", example
        case "extra_forbidden":
            return (
                f'Không có khóa nào tên "{key}" ở chỗ này.{did_you_mean(key, _KEYS)}',
                "một khóa có trong hướng dẫn",
                "",
            )
        case "enum":
            expected = fault.get("ctx", {}).get("expected", "")
            words = [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]
            return (
                f'"{key}" ghi là "{value}".{did_you_mean(str(value), words)}',
                "một trong các từ: " + ", ".join(words),
                example,
            )
        case "string_pattern_mismatch":
            return f'"{key}" ghi là "{value}", sai dạng.', _PATTERNS.get(key, "đúng dạng như ví dụ"), example
        case "string_too_short" | "string_type" | "none_required":
            return f'"{key}" đang để trống hoặc không phải là chữ.', "ghi lời vào sau dấu hai chấm", example
        case "tuple_type" | "list_type":
            return f'"{key}" ghi là "{value}".', "một danh sách trong ngoặc vuông hoặc gạch đầu dòng", example
        case "too_short":
            return f'"{key}" là danh sách trống.', "ít nhất một giá trị", example
        case "int_parsing" | "int_type":
            return f'"{key}" ghi là "{value}".', "một số nguyên viết bằng chữ số", example
        case "bool_parsing" | "bool_type":
            return f'"{key}" ghi là "{value}".', "true hoặc false", example
        case "model_type" | "model_attributes_type" | "dict_type":
            return f'"{key}" ghi là "{str(value)[:60]}".', "các khóa thụt vào bên dưới", example
        case _:
            return f'"{key}" ghi là "{str(value)[:60]}", không đúng dạng.', "đúng dạng như ví dụ", example


_PATTERNS = {
    "id": "chữ thường không dấu và chữ số, nối bằng gạch ngang",
    "date": "năm-tháng-ngày; không rõ ngày thì chỉ ghi năm-tháng",
    "period": "năm, ví dụ 2023",
    "code": "chữ số và dấu chấm, trong ngoặc kép",
    "number": "số mục như trong Kế hoạch, trong ngoặc kép",
}
