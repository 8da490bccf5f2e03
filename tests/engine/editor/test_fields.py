"""The editor's catalogue: every field of every record can be entered, in Vietnamese, and nobody has to list it."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import count
from typing import Any

import pytest
from pydantic import BaseModel

from programme.editor.desk import Desk
from programme.editor.view import blocks, fields, files, sentences
from programme.editor.view.blocks import Block
from programme.editor.view.fields import Field, Widget
from programme.load import loader
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
        ("Money", "place", Field("place", "Một hay nhiều nơi", "", Widget.THING, "places", many=True, alone=True)),
        (
            "ForWhom",
            "condition",
            Field("condition", "Điều kiện khác", "Chép đúng từng chữ từ các chữ đang đánh dấu; điều kiện ở ngoài thì "
                  "bôi đen lại cho gồm cả điều kiện.", Widget.TEXT, quotes=True),
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
        assert not re.search(r"\b(true|false|null|yaml|cells|text)\b|[{}\[\]]|\"\"", said), f"{name}.{one.key}: {said}"
        assert not keys & set(re.findall(r"[a-z_]+", said)), f"{name}.{one.key}: {said}"


# -- every field is set --------------------------------------------------------

SPECIAL = {
    ("Plan", "form"): "2", ("Clause", "number"): "IX", ("Project", "number"): "9", ("PageAliases", "page"): "kinh-phi",
    ("Row", "cells"): ["", "Ô"], ("Table", "columns"): [{"text": ""}, {"text": "Cột"}],
    ("Table", "rows"): [{"cells": ["", "Ô"]}],
}  # fmt: skip
"""What has a form of its own."""


class Walk:
    """Sets every field of records through the desk, and remembers which fields it did set."""

    def __init__(self, desk: Desk):
        self.desk, self.done = desk, set[tuple[str, str]]()
        self.ids = (f"ma-{number}" for number in count())
        self.known = desk.choices()

    def value(self, kind: str, one: Field, above: tuple[str, ...] = ()) -> tuple[Any, Any]:
        """What is entered in a field, and what the data has then; all that a record can hold, where it is one."""
        if (kind, one.key) == ("NationalProgramme", "id"):  # it is there, and does not change
            return (self.known["programmes"][0].value,) * 2
        if special := SPECIAL.get((kind, one.key)):
            if one.of in fields.kinds():
                self.done |= {(one.of, key) for each in special for key in each}
            return special, special
        match one.widget:
            case Widget.RECORD:
                entered, expected = self.record(one.of, above)
            case Widget.FLAG:
                entered = expected = "false" if one.default else "true"
            case Widget.DAY:
                entered, expected = "5/3/2026", "2026-03-05"
            case Widget.NUMBER:
                entered = expected = "7"
            case Widget.TERM:
                entered = expected = fields.terms()[one.of][0][0]
            case Widget.THING:
                entered = expected = self.known[one.of][0].value
            case Widget.ID:
                entered = expected = next(self.ids)
            case Widget.SENTENCES:
                entered = expected = "Câu thử."
            case _:
                link = one.key in ("url", "contact")
                entered = expected = "https://example.vn/" if link else "9" if one.key == "code" else "Chữ thử"
                if one.empty and not one.required:
                    entered = expected = ""
        return ([entered], expected if one.alone else [expected]) if one.many else (entered, expected)

    def record(self, kind: str, above: tuple[str, ...] = (), keys: Collection[str] = ()) -> tuple[Any, Any]:
        """A record with all its fields (or some), as entered and as the data has it, without a kind within itself."""
        made, expected = {}, {}
        for one in fields.fields(fields.kinds()[kind]):
            if (keys and one.key not in keys) or one.of in (*above, kind):
                continue
            made[one.key], expected[one.key] = self.value(kind, one, (*above, kind))
            self.done.add((kind, one.key))
        return made, expected

    def ask(self, op: str, block: Block | None, inner: tuple[Any, ...] = (), **given: Any) -> None:
        asked = {"op": op, "force": True, "inner": [*inner], "given": given}
        if block:
            asked |= {"file": block.file, "way": [*block.way], "seen": block.seen}
        outcome = self.desk.do(asked)
        assert outcome.done, (op, block and block.kind, given, outcome)

    def at(self, file: str, way: files.Way) -> Any:
        return files.at(self.desk.files.named(file).value, way)

    def block(self, kind: str, what: str = "") -> Block:
        listed = (one for one in blocks.everything(self.desk.files) if one.kind == kind)
        return next(one for one in listed if not what or one.what == what)

    def form(self, kind: str, inner: tuple[Any, ...] = (), of: str = "", but: Collection[str] = ()) -> None:
        """All fields of a form, set in a block that is there."""
        block = self.block(kind)
        own = [one.key for one in fields.fields(fields.kinds()[of or kind]) if one.widget is not Widget.ID
               and not blocks.is_structure(one) and one.key not in but]  # fmt: skip
        given, expected = self.record(of or kind, keys=own)
        self.ask("set", block, inner, sets=given)
        now = self.at(block.file, (*block.way, *inner))
        assert {key: now[key] for key in expected} == expected

    def below(self, kind: str) -> None:
        """One more of each that can stand below a heading."""
        for one in fields.fields(fields.kinds()[kind]):
            if not blocks.is_structure(one):
                continue
            block = self.block(kind)
            before = self.at(block.file, block.way).get(one.key)
            if before and not one.many:
                self.ask("remove", next(each for each in blocks.everything(self.desk.files)
                                        if (each.file, each.way) == (block.file, (*block.way, one.key))))  # fmt: skip
                before, block = None, self.block(kind)
            needed = [each.key for each in fields.fields(fields.kinds()[one.of]) if each.required]
            given = "Câu thử." if one.widget is Widget.SENTENCES else self.record(one.of, keys=needed)[0]
            self.ask("add", block, key=one.key, value=given)
            now = self.at(block.file, block.way)[one.key]
            assert len(now) == len(before or ()) + 1 if one.many else now
            self.done.add((kind, one.key))


def test_every_field_of_every_record_is_set_through_the_desk(desk: Desk):
    """New records with all they can hold, forms with all their fields, what stands below headings, marks, cells."""
    walk = Walk(desk)
    for name in ("notice.yaml", "search.yaml"):
        (desk.root / "data" / name).unlink(missing_ok=True)
    for top in (*loader.LISTS, "notice", "search"):
        if not blocks.is_structural(kind := fields.top_kind(top)):
            given, expected = walk.record(kind)
            walk.ask("new", None, top=top, value=given)
            now = next(iter(desk.files.top(top))).value
            assert (now[-1] if isinstance(now, list) else now) == expected, top
    walk.form("Table")
    walk.form("Table", ("columns", 1), "Column")
    walk.form("Table", ("rows", 0), "Row", but=("cells",))
    table = walk.block("Table")
    walk.ask("cell", table, row=0, column=0, text="")
    assert walk.at(table.file, (*table.way, "rows", 0, "cells", 0)) == ""
    sentence = next(
        one for one in blocks.everything(desk.files) if isinstance(one.value, str) and "sections" in one.file
    )
    own, expected = walk.record("Paragraph", keys=("mark", "bearers", "projects", "note"))
    walk.ask("own", sentence, sets=own)
    assert walk.at(sentence.file, sentence.way) == {**expected, "text": sentence.value}
    marks, expected = walk.record("Phrase", keys=sentences.MARKS)
    sentence = next(one for one in blocks.everything(desk.files) if one.id == sentence.id)
    walk.ask("mark", sentence, start=0, end=3, sets=marks)
    value = walk.at(sentence.file, sentence.way)
    words = value["phrases"][0]["text"]
    assert value["phrases"][0] == {"text": words, **expected, "roles": [*expected["roles"], "report"]}  # of the report
    walk.done |= {("Phrase", "text"), ("Paragraph", "phrases")}
    for kind in ("Recipients", "Table", "Clause", "Project", "Plan", "Paragraph"):
        walk.below(kind)
    for kind in ("Recipients", "Clause", "Project", "Plan"):
        walk.form(kind)
    assert {(name, one.key) for name, one in ALL} - walk.done == set()
