"""What was typed into a form, as `data/` has it: days, blanks, letters, ids made from names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ...edit import kinds
from ...vietnamese.slugs import slugify
from . import fields, shown
from .fields import Field, Widget
from .files import Files


class AskedError(Exception):
    """It cannot be done as it was asked for; the message says why, in words of the clerk."""


_DAY = re.compile(r"(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})")
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_NAMED_BY = ("name", "question", "label", "title", "short", "matter")
MOST = 60
"""Letters of an id that is made of a name."""


def text(value: Any) -> str:
    """Words in one line, letters composed; a space that does not break stays."""
    composed = unicodedata.normalize("NFC", str(value or ""))
    return " ".join(one for one in re.split(r"[ \t\r\n]+", composed) if one)


def record(kind: str, given: Mapping[str, Any], all_files: Files, before: Any = None) -> dict[str, Any]:
    """The fields of a record that were given something. Raises `AskedError` where a field is not of the record."""
    made: dict[str, Any] = {}
    for key, value in given.items():
        known = fields.field(kind, key)
        if known is None:
            raise AskedError("Trình duyệt gửi yêu cầu không hiểu được; tải lại trang.")
        held = before.get(key) if isinstance(before, dict) else None
        if known.widget is Widget.ID and held and str(value) != str(held):
            raise AskedError("Mã đã đặt thì không đổi, vì địa chỉ trang và các chỗ khác đã dùng mã ấy.")
        entered = _field(known, value, all_files, held)
        if entered not in (None, "", []) or (known.empty and entered is not None):
            made[key] = entered
    return _with_id(kind, made, all_files, before)


def _field(known: Field, value: Any, all_files: Files, before: Any) -> Any:
    if value is None:
        return None
    if known.many:
        listed = value if isinstance(value, list) else [value]
        held = before if isinstance(before, list) else []
        made = [_one(known, one, all_files, _held(listed, held, at)) for at, one in enumerate(listed)]
        made = made if known.empty else [one for one in made if one not in (None, "")]
        return made[0] if known.alone and len(made) == 1 else made
    return _one(known, value, all_files, before)


def _held(listed: Sequence[Any], held: Sequence[Any], at: int) -> Any:
    """What was there before of an entry of a list: what has its id, wherever it stood, else what stood at its place."""
    before, now = ([one.get("id") if isinstance(one, dict) else None for one in each] for each in (held, listed))
    if now[at] and now[at] in before:
        return held[before.index(now[at])]
    return held[at] if at < len(held) and before[at] not in now[:at] + now[at + 1 :] else None


def _one(known: Field, value: Any, all_files: Files, before: Any) -> Any:
    match known.widget:
        case Widget.RECORD:
            if not isinstance(value, dict):
                raise AskedError("Trình duyệt gửi yêu cầu không hiểu được; tải lại trang.")
            filled = {key: one for key, one in value.items() if one is not None}
            return whole(known.of, record(known.of, filled, all_files, before), f"“{known.name}” còn thiếu")
        case Widget.SENTENCES:
            return text(value) if isinstance(value, str) else value
        case Widget.DAY:
            return _day(known, text(value))
        case Widget.FLAG:
            flag = str(value).lower() == "true"
            return None if flag is known.default else "true" if flag else "false"
    return text(value)


def _day(known: Field, typed: str) -> str:
    """ "20/9/2024", "9/2024", "2024" as `data/` has days."""
    if not typed or _ISO.fullmatch(typed):
        return typed
    found = _DAY.fullmatch(typed)
    if not found:
        raise AskedError(f"{known.name}: “{typed}” không phải ngày. Ghi như 20/9/2024, 9/2024 hoặc 2024.")
    day, month, year = found.groups()
    return "-".join([year, *(f"{int(one):02}" for one in (month, day) if one)])


def _with_id(kind: str, made: dict[str, Any], all_files: Files, before: Any) -> dict[str, Any]:
    """The same with an id made of the name, where there is none yet."""
    own = next((one for one in fields.fields(fields.kinds()[kind]) if one.widget is Widget.ID and one.required), None)
    if own is None or made.get(own.key) or (isinstance(before, dict) and before.get(own.key)):
        return made
    name = _name(kind, {**(before if isinstance(before, dict) else {}), **made})
    if not name:
        return made
    return {own.key: free(slugify(name)[:MOST].strip("-"), ids(all_files)), **made}


def _name(kind: str, value: Mapping[str, Any]) -> str:
    if kind == "Document" and value.get("number"):
        label = dict(fields.terms()["DocumentKind"]).get(str(value.get("kind")), "")
        number = str(value["number"])
        year = next(iter(re.findall(r"\b(\d{4})\b", f"{number.partition('/')[2]} {value.get('date', '')}")), "")
        return " ".join(["".join(word[0] for word in label.split()), number.split("/")[0].split("-")[0], year])
    return next((str(value[key]) for key in _NAMED_BY if value.get(key)), "")


def ids(all_files: Files) -> set[str]:
    """All ids there are."""

    def within(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            if isinstance(value.get("id"), str):
                yield value["id"]
            for one in value.values():
                yield from within(one)
        elif isinstance(value, list):
            for one in value:
                yield from within(one)

    return {one for held in all_files.all() for one in within(held.value)}


def free(name: str, taken: Iterable[str]) -> str:
    """A name that none has yet."""
    name, number = name or "muc", 1
    taken = set(taken)
    found = name
    while found in taken or shown.is_reserved(found):
        number += 1
        found = f"{name}-{number}"
    return found


def free_file(all_files: Files, code: str) -> str:
    """The file of a new project."""
    taken = {one.name for one in all_files.all()}
    stem = slugify(f"du an {code}")
    number, found = 1, f"data/projects/{stem}.yaml"
    while found in taken:
        number += 1
        found = f"data/projects/{stem}-{number}.yaml"
    return found


def whole(kind: str, value: dict[str, Any], lacks: str = "Còn thiếu") -> dict[str, Any]:
    """The record, in the order of its keys. Raises `AskedError`, which begins with `lacks`, where something is missing
    that it must have."""
    missing = [
        one.name for one in fields.fields(fields.kinds()[kind])
        if one.required and one.key not in value and one.widget is not Widget.ID and not one.blank
    ]  # fmt: skip
    if missing:
        raise AskedError(f"{lacks}: {', '.join(missing)}.")
    value = {**{one.key: None for one in fields.fields(fields.kinds()[kind]) if one.blank}, **value}
    order = kinds.order(fields.kinds()[kind])
    return dict(sorted(value.items(), key=lambda pair: order.get(pair[0], len(order))))


def with_keys(kind: str, value: Mapping[str, Any], sets: Mapping[str, Any], gone: Iterable[str]) -> dict[str, Any]:
    """A record with other fields. Raises `AskedError` where one would go that it must have."""
    made = {**value, **sets}
    for key in gone:
        known = fields.field(kind, key)
        if known and known.blank:
            made[key] = None
        elif known and known.required:
            raise AskedError(f"“{known.name}” không được để trống.")
        else:
            made.pop(key, None)
    return made
