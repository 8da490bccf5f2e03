"""Edits at random through the editor's own calls: what was meant and nothing else, in its lines; back to the byte.

2,000 over all files of the plans here in `make drill`, a seeded sample in `make test`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from support import PLANS, WHOLE, copied

from programme.edit import nodes
from programme.editor.actions import Actions
from programme.editor.desk import Desk, Outcome
from programme.editor.keeping import tried
from programme.editor.keeping.stamp import stamp
from programme.editor.keeping.tried import State
from programme.editor.view import blocks, fields, files, sentences
from programme.editor.view.fields import Widget
from programme.load import yamlfile

EDITS = 2_000 if WHOLE else 30
WORDS = (
    *("hộ", "nghèo", "xã", "Bình", "năm", "2026:", "“hỗ", "trợ”", "1.250", "triệu", "đồng;", "-", "#", "&", "*", "!"),
    *("'ngoặc'", '"kép"', "{x}", "[y]", "a:b", "50%", ":", "|", ">", "true", "010", "không\u00a0ngắt"),
)


class Quick(Desk):
    """The desk without the check of pages and history, which no edit here is about."""

    def look(self) -> State:
        now = stamp(self.root)
        if now != self._state.stamp:
            self._state = State(now, tried.look(self.root / "data"))
        return self._state


@pytest.fixture(autouse=True)
def remembered() -> Iterator[None]:
    yamlfile.remember()
    yield
    yamlfile._known = None


def values(root: Path) -> dict[str, Any]:
    return {held.name: held.value for held in files.Files(root).all()}


def texts(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "data").rglob("*.yaml")}


def said(chance: Random, least: int = 1, most: int = 25) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(least, most)))


def entered(chance: Random, desk: Desk, kind: str, one: fields.Field) -> Any:
    """Something that a person could enter in a field; None where there is nothing to choose."""
    match one.widget:
        case Widget.TEXT:
            found: Any = said(chance, most=12)
        case Widget.FLAG:
            return "false" if one.default else "true"
        case Widget.NUMBER:
            return str(chance.randint(1, 99))
        case Widget.DAY:
            return f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        case Widget.RECORD:
            listed = [each for each in fields.fields(fields.kinds()[one.of]) if each.required or chance.random() < 0.3]
            made = {each.key: entered(chance, desk, one.of, each) for each in listed}
            if any(value is None for value in made.values()):
                return None
            found = made
        case Widget.TERM:
            found = chance.choice(fields.terms()[one.of])[0]
        case Widget.THING:
            listed = desk.choices().get(one.of)
            found = chance.choice(listed).value if listed else None
        case _:
            return None
    return [found] if one.many and not one.alone and found is not None else found


def edit(chance: Random, desk: Desk, block: blocks.Block) -> tuple[dict[str, Any], Any, str] | None:
    """An edit of a block: what is asked, what must stand there then, and what it is."""
    asked = {"file": block.file, "way": [*block.way], "seen": block.seen, "force": True}
    if block.what == "sentence":
        sentence = block.sentence
        kind = chance.choice(["words", "mark", "mark", "change", "own", "list"])
        if kind == "list":
            return in_a_list(chance, desk, block, asked)
        if kind == "words":
            words = sentences.words_of(sentence.text)
            at = chance.randrange(len(words) + 1)
            words[at : at + chance.randint(0, 2)] = said(chance, 1, 4).split()
            return {**asked, "op": "words", "given": {"text": " ".join(words)}}, " ".join(words), "text"
        if kind == "mark":
            start, end = sorted(chance.sample(range(len(sentence.text) + 1), 2))
            one = fields.field("Phrase", chance.choice(sentences.MARKS))
            assert one
            value = entered(chance, desk, "Phrase", one)
            if value is None:
                return None
            given = {"start": start, "end": end, "sets": {one.key: value}}
            return {**asked, "op": "mark", "given": given}, (one.key, value), "mark"
        if kind == "change":
            place = chance.randrange(len(sentence.phrases))
            keys = [key for key in sentence.phrases[place] if key != "text"]
            if not keys:
                return None
            key = chance.choice(keys)
            return {**asked, "op": "change", "given": {"place": place, "sets": {key: None}}}, key, "drop"
        return {**asked, "op": "own", "given": {"sets": {"note": said(chance)}}}, None, "own"
    if block.what == "table":
        row = chance.randrange(len(block.value["rows"]))
        column = chance.randrange(len(block.value["rows"][row]["cells"]))
        text = chance.choice([said(chance, most=4), ""])
        given = {"row": row, "column": column, "text": text}
        return {**asked, "op": "cell", "given": given}, (("rows", row, "cells", column), text), "at"
    listed = [one for one in fields.fields(fields.kinds()[block.kind]) if one.widget is not Widget.ID]
    one = chance.choice(listed)
    value = entered(chance, desk, block.kind, one)
    if value is None or blocks.is_structure(one):
        return None
    return {**asked, "op": "set", "given": {"sets": {one.key: value}}}, ((one.key,), value), "at"


def in_a_list(
    chance: Random, desk: Desk, block: blocks.Block, asked: dict[str, Any]
) -> tuple[dict[str, Any], Any, str] | None:
    """A sentence more, less, or in the place of the one after it."""
    if not isinstance(block.way[-1], int):
        return None
    held, at = files.at(desk.files.named(block.file).value, block.way[:-1]), block.way[-1]
    op = chance.choice(["after", "remove", "shift"])
    new = said(chance)
    given = {"after": {"value": new}, "remove": {}, "shift": {"by": 1}}[op]
    wanted = {
        "after": [*held[: at + 1], new, *held[at + 1 :]],
        "remove": [*held[:at], *held[at + 1 :]],
        "shift": [*held[:at], *held[at + 1 : at + 2], held[at], *held[at + 2 :]],
    }[op]
    return {**asked, "op": op, "given": given}, wanted, "list"


def holds(kind: str, block: blocks.Block, now: Any, wanted: Any) -> bool:
    """Whether a block says what was meant, and else what it said."""
    if kind == "at":
        way, value = wanted
        own = blocks.own_value(block.kind, now)
        if nodes.with_value(own, way, None) != nodes.with_value(block.value, way, None):
            return False
        return bool(nodes.value_at(own, way) == value)
    sentence = sentences.read(blocks.own_value(block.kind, now))
    before = block.sentence
    if kind == "text":
        return sentence.text == wanted and sentence.own == before.own
    if sentence.text != before.text:
        return False
    if kind == "own":
        return sentence.phrases == before.phrases and "note" in sentence.own
    if kind == "mark":
        key, value = wanted
        return any(one.get(key) == value for one in sentence.phrases) or sentence.own.get(key) == value
    return sum(wanted in one for one in sentence.phrases) <= sum(wanted in one for one in before.phrases)


def without(value: Any, way: files.Way, kind: str) -> Any:
    """A value without what an edit is about."""
    if not way:
        if kind == "Table" or not blocks.is_structural(kind):
            return None
        own = blocks.own_value(kind, value)
        below = {key: one for key, one in value.items() if key not in own} if isinstance(value, dict) else {}
        return below.get("items") if kind == "Paragraph" else below
    step, *rest = way
    if isinstance(value, list):
        return [without(one, tuple(rest), kind) if at == step else one for at, one in enumerate(value)]
    return {key: without(one, tuple(rest), kind) if key == step else one for key, one in value.items()}


def touched(before: bytes, after: bytes) -> list[int]:
    """The lines of the text before that an edit changed, or put something behind."""
    one, two = (text.decode().splitlines() for text in (before, after))
    found: list[int] = []
    for what, i1, i2, _, _ in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if what != "equal":
            found += [i1, i2] if i1 == i2 else range(i1 + 1, i2 + 1)
    return found


def test_random_edits_do_what_was_meant_and_nothing_else(tmp_path: Path):
    """Words, marks, fields, cells in every file: the value is right, all others and all other lines are the same."""
    chance = Random(1119)
    done: dict[str, int] = {}
    for number, plan in enumerate(PLANS):
        root = copied(tmp_path / str(number), plan)
        desk = Quick(root, Actions(lambda root: None))
        first = texts(root)
        share = -(-EDITS // len(PLANS))
        made = 0
        while made < share:
            block = chance.choice(list(blocks.everything(desk.files)))
            drawn = edit(chance, desk, block)
            if drawn is None:
                continue
            asked, wanted, kind = drawn
            before, was = values(root), texts(root)
            outcome: Outcome = desk.do(asked)
            after, now = values(root), texts(root)
            if not outcome.done:
                assert outcome.why in ("wrong", "ask"), outcome
                assert now == was
                made += 0 if chance.random() < 0.5 else 1
                continue
            made += 1
            done[kind] = done.get(kind, 0) + 1
            about = f"{block.id} {asked} {outcome.said}"
            if kind == "list":
                after_it = nodes.value_at(after[block.file], block.way[:-1])
                assert (after_it or []) == wanted, about
                assert nodes.with_value(before[block.file], block.way[:-1], after_it) == after[block.file] or not wanted
                assert desk.back().done
                assert texts(root) == was, about
                continue
            assert holds(kind, block, files.at(after[block.file], block.way), wanted), about
            for name in before:
                if name != block.file:
                    assert before[name] == after[name] and was[name] == now[name], about
            one, two = (without(each[block.file], block.way, block.kind) for each in (before, after))
            assert one == two, about
            wrong = [line for line in touched(was[block.file], now[block.file])
                     if not block.line - 1 <= line <= block.last + 1]  # fmt: skip
            assert not wrong, about
            if now != was and chance.random() < 0.5:
                assert desk.back().done
                assert texts(root) == was, about
        while desk.steps.last():
            assert desk.back().done
        assert texts(root) == first
    assert len(done) >= 3, done
