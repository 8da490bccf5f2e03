"""What a change that the browser asks for makes of the data: files, ways in them, the values that stand there then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..edit import kinds
from ..vietnamese import formats
from . import entered, fields, files, sentences, shown
from .choices import Choices
from .entered import AskedError
from .fields import Widget
from .files import Files, GoneError, Held, Way

__all__ = ["Asked", "AskedError", "ClashError", "Made", "QuestionError", "made", "read"]


class ClashError(Exception):
    """Something else stands there than was seen."""

    def __init__(self, value: Any, block: str = ""):
        self.value, self.block = value, block
        super().__init__("clash")


class QuestionError(Exception):
    """It can be done, once somebody has said yes to the message."""


@dataclass(frozen=True)
class Asked:
    """A change as it was asked for."""

    op: str
    file: str
    way: Way
    seen: str
    inner: Way = ()
    """From the block on: to a row, a column, a record in a record."""
    page: str = ""
    force: bool = False
    given: Mapping[str, Any] = field(default_factory=dict)
    """What else the change needs: see the function of its `op`."""


@dataclass(frozen=True)
class Made:
    """File -> (way, value) to be written there, one after the other; a value of None at () takes the file away."""

    files: Mapping[str, list[tuple[Way, Any]]]
    said: str
    anchor: Way = ()
    """What of it a finding must be in to be about the change, where that is less than what is written."""
    block: str = ""
    """The block to look at afterwards."""
    page: str = ""
    """The page to go to, where it is another."""
    swaps: Sequence[tuple[str, Way, int]] = ()
    """(file, list, place): what changes places with the one after it."""
    records: Sequence[tuple[str, Mapping[str, Any]]] = ()
    """(list of the plan, record): what is put at the end of lists."""


def read(asked: Mapping[str, Any]) -> Asked:
    """A change from what came over the wire. Raises `AskedError`."""
    try:
        return Asked(
            str(asked["op"]), str(asked.get("file", "")), _way(asked.get("way", ())), str(asked.get("seen", "")),
            _way(asked.get("inner", ())), str(asked.get("page", "")), asked.get("force") is True,
            dict(asked.get("given") or {}),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError):
        raise AskedError("Trình duyệt gửi yêu cầu không hiểu được; tải lại trang.") from None


def _way(value: Any) -> Way:
    return tuple(step if isinstance(step, int) else str(step) for step in value)


def made(all_files: Files, asked: Asked, names: Choices) -> Made:
    """What a change makes. Raises `AskedError`, `ClashError`, `GoneError`, `QuestionError`, `SentenceError`."""
    if asked.op == "new":
        return _new(all_files, asked)
    if asked.op not in _OPS:
        raise AskedError("Trình duyệt gửi yêu cầu không hiểu được; tải lại trang.")
    held = all_files.named(asked.file)
    value = files.at(held.value, asked.way)
    kind = kind_at(held, asked.way)
    if files.seen(shown.own_value(kind, value)) != asked.seen:
        raise ClashError(value, block_id(held, asked.way))
    return _OPS[asked.op](_Place(all_files, held, asked, kind, value, names))


@dataclass(frozen=True)
class _Place:
    """A block of the data, and what is asked of it."""

    files: Files
    held: Held
    asked: Asked
    kind: str
    value: Any
    names: Choices

    @property
    def given(self) -> Mapping[str, Any]:
        return self.asked.given

    @property
    def sentence(self) -> sentences.Sentence:
        if self.kind != "Paragraph":
            raise AskedError("Chỗ này không phải một câu.")
        return sentences.read(self.value)

    def becomes(
        self, value: Any, said: str, way: Way | None = None, anchor: Way = (), block: Way | None = None
    ) -> Made:
        """Another value at the block, or at a way."""
        name = block_id(self.held, self.asked.way if block is None else block)
        return Made({self.held.name: [(self.asked.way if way is None else way, value)]}, said, anchor, name)

    def number(self, key: str) -> int:
        value = self.given.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise AskedError("Trình duyệt gửi yêu cầu không hiểu được; tải lại trang.")
        return value

    def evidence(self, key: str, value: Any) -> list[str]:
        """The numbers of the documents that a mark cites."""
        numbers = {one.value: one.name.rpartition(" số ")[2] for one in self.names.get("documents", [])}
        listed = value if isinstance(value, list) else [value]
        cited = (
            [one.get("document") if isinstance(one, dict) else one for one in listed]
            if key in ("cites", "subject_of")
            else []
        )
        return [
            numbers[one].split("/")[0] + "/"
            for one in cited
            if key == "cites" and one in numbers and "/" in numbers[one]
        ]

    def marks(self) -> dict[str, Any]:
        return entered.record("Phrase", self.given.get("sets") or {}, self.files)


def block_id(held: Held, way: Way) -> str:
    """The name of a block in the browser."""
    return shown.id_of(held.name, way)


def kind_at(held: Held, way: Way) -> str:
    """The kind of record that stands at a way."""
    kind = kinds.record_at(kinds.top_of(held.name.removeprefix("data/")), way)
    if kind is None:
        raise GoneError(way)
    return kind.__name__


# -- sentences ---------------------------------------------------------------


def _short(text: str, most: int = 40) -> str:
    return f"“{text if len(text) <= most else text[:most].rsplit(' ', 1)[0] + '…'}”"


def _words(place: _Place) -> Made:
    """`text`: the sentence as it shall be. `place`: of one phrase alone."""
    text = entered.text(place.given.get("text"))
    sentence = place.sentence
    if "place" in place.given:
        number = place.number("place")
        phrases = [one["text"] for one in sentence.phrases]
        phrases[number] = text
        text = " ".join(filter(None, phrases))
        changed, lost = sentences.retyped(sentence, number, entered.text(place.given.get("text")))
    else:
        changed, lost = sentences.reworded(sentence, text)
    if lost and not place.asked.force:
        words = ", ".join(_short(one["text"]) for one in lost)
        raise QuestionError(f"Các chữ bị xóa đang có dấu: {words}. Dấu ấy sẽ mất theo.")
    return place.becomes(sentences.written(changed), f"sửa lời {_short(text)}")


def _mark(place: _Place) -> Made:
    """`start`, `end`: the stretch; `sets`: the marks on it."""
    start, end = place.number("start"), place.number("end")
    sentence = place.sentence
    one, two = sentences.stretch(sentence.text, start, end)
    marks = place.marks()
    if not marks:
        raise AskedError("Chưa chọn gì để đánh dấu.")
    changed = sentences.marked(sentence, start, end, marks, place.evidence)
    names = ", ".join(formats.lower_first(known.name) for key in marks if (known := fields.field("Phrase", key)))
    return place.becomes(sentences.written(changed), f"đánh dấu {_short(sentence.text[one:two])}: {names}")


def _change(place: _Place) -> Made:
    """`place`: which phrase; `sets`: its marks, None for one that is taken away; `text`: its words, if others."""
    number, sentence = place.number("place"), place.sentence
    if not 0 <= number < len(sentence.phrases):
        raise GoneError(number)
    phrase = sentence.phrases[number]
    words = phrase["text"]
    given = place.given.get("sets") or {}
    if "text" in place.given and (text := entered.text(place.given["text"])) != words:
        sentence, lost = sentences.retyped(sentence, number, text)
        if lost:
            raise AskedError("Chữ của dấu không được để trống; muốn bỏ dấu thì bấm Bỏ dấu.")
        words = text
    marks = entered.record(
        "Phrase", {key: one for key, one in given.items() if one is not None}, place.files, sentence.phrases[number]
    )
    marks |= {key: None for key in given if key not in marks}
    changed = sentences.changed(sentence, number, marks)
    what = "bỏ dấu ở" if all(one is None for one in marks.values()) and marks else "sửa"
    return place.becomes(sentences.written(changed), f"{what} {_short(words)}")


def _move(place: _Place) -> Made:
    """`place`: which phrase; `start`, `end`: the words its marks shall be on."""
    start, end = place.number("start"), place.number("end")
    changed = sentences.moved(place.sentence, place.number("place"), start, end, place.evidence)
    return place.becomes(sentences.written(changed), f"chuyển dấu tới {_short(place.sentence.text[start:end].strip())}")


def _own(place: _Place) -> Made:
    """`sets`: keys of the whole sentence: who acts in it, which projects, a note."""
    given = place.given.get("sets") or {}
    sets = entered.record("Paragraph", {key: one for key, one in given.items() if one is not None}, place.files)
    sets |= {key: None for key in given if key not in sets}
    changed = sentences.with_own(place.sentence, sets)
    return place.becomes(sentences.written(changed), f"sửa phần chung của câu {_short(place.sentence.text)}")


def _part(place: _Place) -> Made:
    """`at`: where the second sentence begins."""
    listed, number = _list_of(place)
    two = sentences.parted(place.sentence, place.number("at"), place.evidence)
    new = [*listed[:number], *map(sentences.written, two), *listed[number + 1 :]]
    return place.becomes(new, f"tách câu {_short(place.sentence.text)}", place.asked.way[:-1])


def _join(place: _Place) -> Made:
    """With the sentence after it in the same list."""
    listed, number = _list_of(place)
    if number + 1 >= len(listed):
        raise AskedError("Đây là câu cuối của phần này, không có câu sau để nhập vào.")
    whole = sentences.together(place.sentence, sentences.read(listed[number + 1]))
    new = [*listed[:number], sentences.written(whole), *listed[number + 2 :]]
    return place.becomes(new, f"nhập hai câu làm một {_short(place.sentence.text)}", place.asked.way[:-1])


# -- records -----------------------------------------------------------------


def _set(place: _Place) -> Made:
    """`sets`: fields of the record at the block, or within it, None for one that is taken away."""
    inner = place.asked.inner
    record = files.at(place.value, inner) if inner else place.value
    kind = kind_at(place.held, (*place.asked.way, *inner))
    if not isinstance(record, dict):
        raise GoneError(inner)
    given = place.given.get("sets") or {}
    sets = entered.record(kind, {key: one for key, one in given.items() if one is not None}, place.files, record)
    new = entered.with_keys(kind, record, sets, [key for key in given if key not in sets])
    way = (*place.asked.way, *inner)
    title = shown.title_of(kind, new) or shown.title_of(place.kind, place.value)
    return place.becomes(new, f"sửa {_short(title)}" if title else "sửa một mục", way, anchor=way)


def _cell(place: _Place) -> Made:
    """`row`, `column`, `text`: a cell of a table; `row` -1: the head of the column."""
    row, column, text = place.number("row"), place.number("column"), entered.text(place.given.get("text"))
    if place.kind != "Table":
        raise AskedError("Chỗ này không phải một bảng.")
    if row < 0:
        if not text:
            raise AskedError("Tên cột không được để trống.")
        return place.becomes(text, f"sửa tên cột {_short(text)}", (*place.asked.way, "columns", column, "text"))
    files.at(place.value, ("rows", row, "cells", column))
    way: Way = (*place.asked.way, "rows", row, "cells")
    cells = [*files.at(place.value, ("rows", row, "cells"))]
    cells[column] = text
    return place.becomes(cells, f"sửa ô {_short(text or 'trống')}", way)


def _column(place: _Place) -> Made:
    """`column`: where a new column goes; `text`: its head. Its cells are blank."""
    if place.kind != "Table":
        raise AskedError("Chỗ này không phải một bảng.")
    number, text = place.number("column"), entered.text(place.given.get("text"))
    if not text:
        raise AskedError("Tên cột không được để trống.")
    columns, rows = [*place.value["columns"]], []
    columns.insert(number, {"text": text})
    for row in place.value["rows"]:
        cells = [*row["cells"]]
        cells.insert(number, "")
        rows.append({**row, "cells": cells})
    return place.becomes({**place.value, "columns": columns, "rows": rows}, f"thêm cột {_short(text)}")


def _no_column(place: _Place) -> Made:
    """`column`: which one goes, with all its cells."""
    number = place.number("column")
    columns = [*files.at(place.value, ("columns",))]
    if len(columns) < 2:
        raise AskedError("Bảng phải còn ít nhất một cột.")
    gone = columns.pop(number)
    rows = [
        {**row, "cells": [one for at, one in enumerate(row["cells"]) if at != number]} for row in place.value["rows"]
    ]
    return place.becomes({**place.value, "columns": columns, "rows": rows}, f"bỏ cột {_short(gone['text'])}")


# -- lists -------------------------------------------------------------------


def _list_of(place: _Place) -> tuple[list[Any], int]:
    """The list that a block stands in, and its place there."""
    way = (*place.asked.way, *place.asked.inner)
    if not way or not isinstance(way[-1], int):
        raise AskedError("Phần này không chuyển hay bỏ được.")
    listed = files.at(place.held.value, way[:-1])
    if not isinstance(listed, list):
        raise GoneError(way)
    return listed, way[-1]


def _add(place: _Place) -> Made:
    """`key`: a list of the record at the block; `place`: where in it, at the end if not said; `value`: what."""
    key = str(place.given.get("key", ""))
    way = (*place.asked.way, *place.asked.inner)
    kind = kind_at(place.held, way)
    known = fields.field(kind, key)
    if not known or not known.many or known.widget not in (Widget.RECORD, Widget.SENTENCES):
        raise AskedError("Không thêm được vào chỗ này.")
    record = files.at(place.held.value, way)
    listed = [*(record.get(key) or [])]
    number = place.given.get("place", len(listed))
    value = _value(place, known.of)
    listed.insert(number, value)
    said = f"thêm {_short(shown.title_of(known.of, value) if known.of != 'Paragraph' else sentences.read(value).text)}"
    block = (*way, key, number) if known.of in ("Paragraph", "Table", "Clause", "Project") else None
    if record.get(key):
        return place.becomes(listed, said, (*way, key), (*way, key, number), block)
    return place.becomes(entered.with_keys(kind, record, {key: listed}, []), said, way, (*way, key, number), block)


def _value(place: _Place, kind: str) -> Any:
    given = place.given.get("value")
    if kind == "Paragraph":
        text = entered.text(given if isinstance(given, str) else (given or {}).get("text"))
        if not text:
            raise AskedError("Chưa ghi lời.")
        return text
    value = entered.record(kind, given or {}, place.files)
    if kind == "Row":
        width = len(place.value["columns"])
        value["cells"] = [*(value.get("cells") or []), *[""] * width][:width]
    if kind == "Table":
        value.setdefault("columns", [{"text": "Nội dung"}, {"text": "Ghi chú"}])
        value.setdefault("rows", [{"cells": [""] * len(value["columns"])}])
    return entered.whole(kind, value)


def _after(place: _Place) -> Made:
    """`value`: one more of the same kind, after the block (or a row in it)."""
    listed, number = _list_of(place)
    way = (*place.asked.way, *place.asked.inner)
    kind = kind_at(place.held, way)
    value = _value(place, kind)
    new = [*listed[: number + 1], value, *listed[number + 1 :]]
    title = sentences.read(value).text if kind == "Paragraph" else shown.title_of(kind, value) or "một hàng"
    block = (*way[:-1], number + 1) if not place.asked.inner else None
    return place.becomes(new, f"thêm {_short(title)}", way[:-1], (*way[:-1], number + 1), block)


def _remove(place: _Place) -> Made:
    """The block, or what stands in it, with all below."""
    way = (*place.asked.way, *place.asked.inner)
    if not way:
        if place.held.top != "projects":
            raise AskedError("Phần này không bỏ được.")
        _unnamed(place, place.value)
        return Made(
            {place.held.name: [((), None)]}, f"bỏ {_short(shown.title_of(place.kind, place.value))}", page="du-an/index"
        )
    listed, number = _list_of(place)
    kind = kind_at(place.held, way)
    gone = listed[number]
    _unnamed(place, gone)
    title = sentences.read(gone).text if kind == "Paragraph" else shown.title_of(kind, gone) or "một hàng"
    left = [*listed[:number], *listed[number + 1 :]]
    if left or len(way) == 1:
        return place.becomes(left, f"bỏ {_short(title)}", way[:-1])
    holder = files.at(place.held.value, way[:-2])
    above = kind_at(place.held, way[:-2])
    known = fields.field(above, str(way[-2]))
    if known and known.required:
        raise AskedError(f"“{known.name}” phải còn ít nhất một; sửa mục này thay vì bỏ.")
    return place.becomes(entered.with_keys(above, holder, {}, [str(way[-2])]), f"bỏ {_short(title)}", way[:-2])


def _unnamed(place: _Place, value: Any) -> None:
    """Ask before something goes that other places name."""
    if place.asked.force or not isinstance(value, dict) or not value.get("id") or len(place.asked.way) != 1:
        return
    named = sum(
        (place.held.top, value["id"]) in shown.names_in(block.kind, block.value)
        for block in shown.everything(place.files)
        if not (block.file == place.held.name and block.way == place.asked.way)
    )
    if named:
        raise QuestionError(f"Có {named} chỗ đang nêu mục này; bỏ đi thì các chỗ ấy thành sai.")


def _shift(place: _Place) -> Made:
    """`by`: 1 is one place down, -1 one up."""
    listed, number = _list_of(place)
    to = number + place.number("by")
    if not 0 <= to < len(listed):
        raise AskedError("Đã ở đầu hoặc cuối phần này.")
    if abs(to - number) != 1:
        raise AskedError("Trình duyệt gửi yêu cầu không hiểu được; tải lại trang.")
    way = (*place.asked.way, *place.asked.inner)
    block = block_id(place.held, place.asked.way if place.asked.inner else (*way[:-1], to))
    return Made({}, "chuyển chỗ một mục", block=block, swaps=[(place.held.name, way[:-1], min(number, to))])


def _new(all_files: Files, asked: Asked) -> Made:
    """`top`: a list of the plan; `value`: one more of it. A project gets a file of its own."""
    top = str(asked.given.get("top", ""))
    if top not in shown.LISTED or not shown.LISTED[top][1]:
        raise AskedError("Không thêm được vào chỗ này.")
    kind = fields.top_kind(top)
    value = entered.whole(kind, entered.record(kind, asked.given.get("value") or {}, all_files))
    title = shown.title_of(kind, value)
    where = shown.LISTED[top][2]
    if top == "projects":
        name = entered.free_file(all_files, str(value["code"]))
        page = f"{where}/{shown.slug(value.get('programme'), str(value['code']))}"
        return Made({name: [((), value)]}, f"thêm {_short(title)}", page=page)
    name = fields.file_of(top)
    listed = next((one.value or [] for one in all_files.all() if one.name == name), [])
    page = f"{where}/{value['id']}" if where else f"{shown.LISTS}/{top}"
    block = shown.id_of(name, (len(listed),))
    return Made({}, f"thêm {_short(title)}", block=block, page=page, records=[(top, value)])


_OPS: dict[str, Callable[[_Place], Made]] = {
    "words": _words, "mark": _mark, "change": _change, "move": _move, "own": _own, "part": _part, "join": _join,
    "set": _set, "cell": _cell, "column": _column, "no-column": _no_column,
    "add": _add, "after": _after, "remove": _remove, "shift": _shift,
}  # fmt: skip
"""Each change with what makes it; its docstring says what it needs in `given`."""
