"""What a field that names something may name: bodies, groups, documents, places, programmes, projects, clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...derive.statements import HEAD, SIGNATURE
from ...load.dataset import CLOSING, PREAMBLE, RECIPIENTS
from ...vietnamese.formats import date
from . import blocks, fields, files
from .fields import Widget
from .files import Files


@dataclass(frozen=True)
class Choice:
    """`value` is what is written; `also` are other names, by which it is found too."""

    value: str
    name: str
    also: str = ""


Choices = Mapping[str, list[Choice]]
"""List of the plan -> what can be chosen, in its order."""
_UNNUMBERED = {
    HEAD: "Phần đầu văn bản",
    PREAMBLE: "Phần căn cứ",
    CLOSING: "Phần kết thúc",
    RECIPIENTS: "Nơi nhận",
    SIGNATURE: "Chữ ký",
}
"""Parts of the plan without a number of their own."""
_LISTED = ("agencies", "groups", "documents", "places")


def choices(all_files: Files, refs: Mapping[str, str]) -> Choices:
    """All that can be named. `refs`: clauses as pages name them, with headings, of the last plan that was right."""
    found: dict[str, list[Choice]] = {}
    for top in _LISTED:
        found[top] = [_of_record(top, value) for held in all_files.top(top) for _, value in files.records(held)
                      if isinstance(value, dict) and value.get("id")]  # fmt: skip
    plans = [held.value for held in all_files.top("plan") if isinstance(held.value, dict)]
    found["programmes"] = [
        Choice(str(one.get("id")), str(one.get("name") or one.get("id")), "; ".join(one.get("names") or []))
        for plan in plans
        for one in plan.get("programmes") or []
        if isinstance(one, dict) and one.get("id")
    ]
    nodes = list(_nodes(all_files))
    found["projects"] = [Choice(f"{of}/{code}" if of else code, title) for of, code, title, _ in nodes]
    found["codes"] = [Choice(code, title) for _, code, title, _ in nodes]
    titled = {name: title for _, _, title, name in nodes}
    found["clauses"] = [
        Choice(ref, _clause(ref, titled.get(heading, heading))) for ref, heading in {**refs, **_UNNUMBERED}.items()
    ]
    return found


def _clause(ref: str, heading: str) -> str:
    if ref in _UNNUMBERED:
        return _UNNUMBERED[ref]
    return f"mục {ref}" if heading.rstrip(".)") == ref.rpartition(".")[2] else f"{ref}. {heading}"


def _of_record(top: str, value: Mapping[str, Any]) -> Choice:
    kind = {"agencies": "Agency", "groups": "Group", "documents": "Document", "places": "Place"}[top]
    also = [*(value.get("names") or []), *(value.get("aliases") or []), value.get("short") or ""]
    return Choice(str(value["id"]), blocks.title_of(kind, value), "; ".join(filter(None, also)))


def _nodes(all_files: Files) -> Iterator[tuple[str, str, str, str]]:
    """The projects: (programme, code, label and title, title without the full stop that some end with)."""

    def below(value: Any, programme: str) -> Iterator[tuple[str, str, str, str]]:
        if isinstance(value, dict) and value.get("code"):
            of = value.get("programme") or programme
            yield of, str(value["code"]), blocks.title_of("Project", value), str(value.get("title", "")).rstrip(".")
            for one in value.get("subprojects") or []:
                yield from below(one, of)

    for held in sorted(all_files.top("projects"), key=lambda one: blocks.number_of(one.value)):
        yield from below(held.value, "")


class Said:
    """What marks say, in words: names for ids, labels for words of lists."""

    def __init__(self, found: Choices):
        self._names = {top: {one.value: one.name for one in listed} for top, listed in found.items()}
        self._labels = {name: dict(listed) for name, listed in fields.terms().items()}

    def value(self, one: fields.Field, value: Any) -> str:
        """A value of a field: "Phòng Tài chính, Phòng Y tế"; "có" for what is but true."""
        if value == "":
            return "không có"
        if isinstance(value, list):
            return ("; " if one.widget is Widget.RECORD else ", ").join(self.value(one, each) for each in value)
        match one.widget:
            case Widget.TERM:
                return self._labels[one.of].get(str(value), str(value))
            case Widget.THING:
                return self._names.get(one.of, {}).get(str(value), str(value))
            case Widget.FLAG:
                return "có" if value == "true" else "không"
            case Widget.DAY:
                return date(str(value))
            case Widget.RECORD if isinstance(value, dict):
                return self.record(one.of, value)
        return f"“{value}”" if one.quotes else str(value)

    def record(self, kind: str, value: Mapping[str, Any], title: str = "") -> str:
        """All that a record holds: "Hộ nghèo · Nơi: Xã A · Ưu tiên"; the first field goes without its name.

        What its title says is not said again.
        """
        parts = []
        for place, one in enumerate(fields.fields(fields.kinds()[kind])):
            held = value.get(one.key)
            if held is None or one.widget is Widget.ID or (title and held == title):
                continue
            if one.widget is Widget.FLAG:
                parts += [one.name] if held == "true" else []
            else:
                said = self.value(one, held)
                if title and said in title and one.widget in (Widget.TEXT, Widget.TERM):
                    continue
                parts.append(said if place == 0 else f"{one.name}: {said}")
        return " · ".join(filter(None, parts))

    def marks(self, kind: str, value: Mapping[str, Any]) -> list[tuple[str, str, str]]:
        """The marks of a phrase, a row, a column or a paragraph: (key, name, what it says)."""
        return [
            (one.key, one.name, self.value(one, value[one.key]))
            for one in fields.fields(fields.kinds()[kind])
            if value.get(one.key) is not None and one.key not in _ON_THE_PAGE
        ]


_ON_THE_PAGE = ("text", "cells", "phrases", "items")
"""What stands there as words of the page is not told beside them."""
FAMILIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("duty", "Ai làm, việc gì", ("bearers", "roles", "with", "guided_by", "projects", "product", "no_bearer")),
    ("whom", "Cho ai", ("for_whom",)),
    ("report", "Báo cáo", ("reports",)),
    ("cite", "Văn bản", ("cites", "subject_of")),
    ("money", "Số tiền", ("money",)),
    ("figure", "Chỉ tiêu", ("indicator", "output")),
    ("time", "Thời gian", ("timing",)),
    ("receive", "Nơi nhận", ("recipients", "purpose")),
)
"""The marks that are entered together, each with a colour of its own; what a new type brings is in none: `families`."""
_FIRST = ("money", "indicator", "output", "timing", "reports", "cites", "for_whom", "roles")
"""The colour of words with several marks is that of the first of these."""


def families() -> list[tuple[str, str, tuple[str, ...]]]:
    """All marks of words by what they are about; those that nobody put anywhere stand last, by themselves."""
    known = {key for _, _, keys in FAMILIES for key in keys}
    rest = [one for one in fields.fields(fields.kinds()["Phrase"]) if one.key not in known and one.key != "text"]
    return [*FAMILIES, *(("other", one.name, (one.key,)) for one in rest)]


def family_of(phrase: Mapping[str, Any]) -> str:
    """The colour of a phrase; "" where it has no mark."""
    key = next((one for one in (*_FIRST, *phrase) if one in phrase and one != "text"), "")
    return next((name for name, _, keys in families() if key in keys), "")
