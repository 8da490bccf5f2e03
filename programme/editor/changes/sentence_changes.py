"""Changes of sentences: other words, marks on words of them, one of two, two of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...drafting.marks.verbs.roles import led_by
from ...vietnamese import formats
from ..view import entered, fields, reporting, sentences
from ..view.entered import AskedError
from ..view.files import GoneError
from .place import Made, Place, QuestionError, short


def words(place: Place) -> Made:
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
        words = ", ".join(short(one["text"]) for one in lost)
        raise QuestionError(f"Các chữ bị xóa đang có dấu: {words}. Dấu ấy sẽ mất theo.")
    return place.becomes(sentences.written(changed), f"sửa lời {short(text)}")


def mark(place: Place) -> Made:
    """`start`, `end`: the stretch; `sets`: the marks on it."""
    start, end = place.number("start"), place.number("end")
    sentence = place.sentence
    one, two = sentences.stretch(sentence.text, start, end)
    marks = place.marks()
    if not marks:
        raise AskedError("Chưa chọn gì để đánh dấu.")
    changed = sentences.marked(sentence, start, end, marks, place.evidence)
    _look_who_reports(place, marks, changed)
    names = ", ".join(formats.lower_first(known.name) for key in marks if (known := fields.field("Phrase", key)))
    return place.becomes(sentences.written(changed), f"đánh dấu {short(sentence.text[one:two])}: {names}")


def marks(place: Place) -> Made:
    """`marks`: stretches, each with its `sets`, as `mark` has them: all in one step."""
    given = place.given.get("marks")
    if place.kind == "Table":
        return _rows(place)
    sentence = place.sentence
    if not isinstance(given, list) or not given:
        raise AskedError("Chưa chọn gì để đánh dấu.")
    names: list[str] = []
    for one in given:
        if not isinstance(one, dict) or not isinstance(one.get("start"), int) or not isinstance(one.get("end"), int):
            raise AskedError("Trình duyệt gửi yêu cầu không hiểu được; tải lại trang.")
        sets = entered.record("Phrase", one.get("sets") or {}, place.files)
        sentence = sentences.marked(sentence, one["start"], one["end"], sets, place.evidence)
        _look_who_reports(place, sets, sentence)
        names += [formats.lower_first(known.name) for key in sets if (known := fields.field("Phrase", key))]
    said = f"đánh dấu {short(place.sentence.text)}: {', '.join(dict.fromkeys(names))}"
    return place.becomes(sentences.written(sentence), said)


_DUTY = ("bearers", "roles", "with", "guided_by", "projects", "no_bearer")


def whole(place: Place) -> Made:
    """`sets`: marks of the sentence as a whole. Who acts goes to the words that give work, if some do; without a role
    it is that of the verb."""
    sets, sentence = place.marks(), place.sentence
    if not sets:
        raise AskedError("Chưa chọn gì để đánh dấu.")
    acting = [at for at, one in enumerate(sentence.phrases) if one.keys() & {"bearers", "roles"}]
    if acting and sets.keys() <= {*_DUTY}:
        for at in reversed(acting):
            sentence = sentences.changed(sentence, at, sets)
    else:
        if "bearers" in sets and "roles" not in sets:
            led = led_by(sentence.text, 0, len(sentence.text))
            sets["roles"] = [*led.roles] if led else ["implement"]
        sentence = sentences.marked(sentence, 0, len(sentence.text), sets, place.evidence)
    if "bearers" in sets and "bearers" in sentence.own:
        sentence = sentences.with_own(sentence, {"bearers": None})
    _look_who_reports(place, sets, sentence)
    return place.becomes(sentences.written(sentence), f"đánh dấu {short(sentence.text)}")


def _rows(place: Place) -> Made:
    """The same of rows of a table, each by its number `row`."""
    rows = [*place.value["rows"]]
    for one in place.given.get("marks") or []:
        number = one.get("row") if isinstance(one, dict) else None
        if not isinstance(number, int) or not 0 <= number < len(rows):
            raise GoneError(number)
        sets = entered.record("Row", one.get("sets") or {}, place.files, rows[number])
        rows[number] = entered.with_keys("Row", rows[number], sets, [])
    way = (*place.asked.way, "rows")
    return place.becomes(rows, f"đánh dấu {len(place.given.get('marks') or [])} hàng của bảng", way)


def change(place: Place) -> Made:
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
        if "money" in phrase and (gone := _gone(words, text)) and not place.asked.force:
            raise QuestionError(
                f"Ngoài số tiền, các chữ “{gone}” của Kế hoạch cũng mất. Văn bản có đúng như thế không?"
            )
        words = text
    changed, marks = _with_marks(place, sentence, number, given)
    what = "bỏ dấu ở" if all(one is None for one in marks.values()) and marks else "sửa"
    return place.becomes(sentences.written(changed), f"{what} {short(words)}")


def _look_who_reports(place: Place, marks: Mapping[str, Any], changed: sentences.Sentence) -> None:
    if marks.get("reports") and not place.asked.force and reporting.is_nobodys(changed.phrases, changed.own):
        raise AskedError(reporting.WHO)


def _with_marks(
    place: Place, sentence: sentences.Sentence, number: int, given: Mapping[str, Any]
) -> tuple[sentences.Sentence, Mapping[str, Any]]:
    """The sentence with other marks on a phrase, and these marks."""
    phrase = sentence.phrases[number]
    marks = entered.record("Phrase", {key: one for key, one in given.items() if one is not None}, place.files, phrase)
    marks |= {key: None for key in given if key not in marks}
    if reports := reporting.lost(phrase, marks):
        if any(reports) and not place.asked.force:
            raise QuestionError("Bỏ vai trò “Báo cáo” thì điều đã ghi về báo cáo (gửi cho ai, hạn nào) cũng mất theo.")
        marks["reports"] = None
    changed = sentences.changed(sentence, number, marks)
    _look_who_reports(place, marks, changed)
    return changed, marks


def every(place: Place) -> Made:
    """`sets`: of each phrase that is meant, by its place, its marks as `change` has them: all in one step."""
    sentence = place.sentence
    given = place.given.get("sets") or {}
    if not given or not all(key.isdecimal() and int(key) < len(sentence.phrases) for key in given):
        raise AskedError("Chưa đổi gì ở câu này.")
    for key in sorted(
        given, key=int, reverse=True
    ):  # phrases that become one with the next leave those before in place
        sentence, _ = _with_marks(place, sentence, int(key), given[key] or {})
    return place.becomes(sentences.written(sentence), f"sửa các dấu của câu {short(place.sentence.text)}")


_UNITS = {"đồng", "nghìn", "ngàn", "triệu", "tỷ", "tỉ"}


def _gone(old: str, new: str) -> str:
    """The words beside an amount that another text has no more."""
    plain = [word.strip(",;.:()") for word in old.split()]
    kept = {word.strip(",;.:()") for word in new.split()} | _UNITS
    return " ".join(word for word in plain if word not in kept and not any(map(str.isdigit, word)))


def move(place: Place) -> Made:
    """`place`: which phrase; `start`, `end`: the words its marks shall be on."""
    start, end = place.number("start"), place.number("end")
    changed = sentences.moved(place.sentence, place.number("place"), start, end, place.evidence)
    return place.becomes(sentences.written(changed), f"chuyển dấu tới {short(place.sentence.text[start:end].strip())}")


def own(place: Place) -> Made:
    """`sets`: keys of the whole sentence: who acts in it, which projects, a note."""
    given = place.given.get("sets") or {}
    sets = entered.record("Paragraph", {key: one for key, one in given.items() if one is not None}, place.files)
    sets |= {key: None for key in given if key not in sets}
    changed = sentences.with_own(place.sentence, sets)
    return place.becomes(sentences.written(changed), f"sửa phần chung của câu {short(place.sentence.text)}")


def part(place: Place) -> Made:
    """`at`: where the second sentence begins."""
    listed, number = place.list_of()
    two = sentences.parted(place.sentence, place.number("at"), place.evidence)
    new = [*listed[:number], *map(sentences.written, two), *listed[number + 1 :]]
    return place.becomes(new, f"tách câu {short(place.sentence.text)}", place.asked.way[:-1])


def join(place: Place) -> Made:
    """With the sentence after it in the same list."""
    listed, number = place.list_of()
    if number + 1 >= len(listed):
        raise AskedError("Đây là câu cuối của phần này, không có câu sau để nhập vào.")
    whole = sentences.together(place.sentence, sentences.read(listed[number + 1]))
    new = [*listed[:number], sentences.written(whole), *listed[number + 2 :]]
    return place.becomes(new, f"nhập hai câu làm một {short(place.sentence.text)}", place.asked.way[:-1])
