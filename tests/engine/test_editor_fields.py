"""The editor's catalogue: every field of every record can be entered, in Vietnamese, and nobody has to list it."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from programme.editor import fields
from programme.editor.fields import Field, Widget
from programme.load.record import PlaceId, Record
from programme.load.texts import Phrase

ALL = [(name, one) for name, kind in fields.kinds().items() for one in fields.fields(kind)]


def all_records(kind: type[BaseModel] = Record) -> set[str]:
    return {one.__name__ for below in kind.__subclasses__() for one in (below,)} | {
        name for below in kind.__subclasses__() for name in all_records(below)
    }


def test_every_kind_of_record_is_in_the_catalogue():
    """Each record type of the engine is there, but for the two that are no part of a file."""
    assert all_records() - {"Dataset"} - fields.kinds().keys() == set()


def test_every_field_can_be_reached():
    """Each field of each type has a widget; what holds records leads to a kind that is there too."""
    for name, kind in fields.kinds().items():
        keys = {info.alias or attribute for attribute, info in kind.model_fields.items()} - {"__at__"}
        assert {one.key for one in fields.fields(kind)} == keys, name
    for name, one in ALL:
        if one.widget in (Widget.RECORD, Widget.SENTENCES):
            assert one.of in fields.kinds(), f"{name}.{one.key}"
        if one.widget is Widget.TERM:
            assert fields.terms()[one.of], f"{name}.{one.key}"


def test_a_new_field_needs_no_change_of_the_editor():
    """A field that a type gets tomorrow is in the catalogue with the widget of its type."""

    class Longer(Phrase):
        place: PlaceId | None = None

    assert fields.fields(Longer)[-1] == Field("place", "Nơi", "", Widget.THING, "places")


@pytest.mark.parametrize(
    ("record", "key", "expected"),
    [
        ("Phrase", "roles", Field("roles", "Vai trò", "", Widget.TERM, "Role", many=True)),
        ("Phrase", "with", Field("with", "Cùng với", "", Widget.THING, "agencies", many=True)),
        ("ForWhom", "priority", Field("priority", "Ưu tiên", "Chọn khi Kế hoạch viết ưu tiên.", Widget.FLAG)),
        ("Row", "project", Field("project", "Dự án", "", Widget.THING, "codes")),
        (
            "ForWhom",
            "condition",
            Field("condition", "Điều kiện khác", "Chép đúng từng chữ từ chính câu này.", Widget.TEXT, quotes=True),
        ),
        ("Clause", "items", Field("items", "Các ý gạch đầu dòng", "Mỗi ý có gạch đầu dòng trong Kế hoạch.",
                                  Widget.SENTENCES, "Paragraph", many=True)),
    ],
)  # fmt: skip
def test_a_field_is_entered_as_its_type_says(record: str, key: str, expected: Field):
    """Lists, registries, days, words of the plan: each has its widget."""
    assert fields.field(record, key) == expected


def test_names_and_meanings_are_vietnamese():
    """No name or meaning shows a key, a file of YAML or a word of code."""
    keys = {one.key for _, one in ALL if "_" in one.key}
    for name, one in ALL:
        said = f"{one.name} {one.meaning}"
        assert one.name != one.key, f"{name}.{one.key}"
        assert not re.search(r"\b(true|false|null|yaml|cells)\b|[{}\[\]]", said), f"{name}.{one.key}: {said}"
        assert not keys & set(re.findall(r"[a-z_]+", said)), f"{name}.{one.key}: {said}"
