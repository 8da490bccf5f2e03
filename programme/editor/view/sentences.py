"""A sentence of the plan as a clerk sees it: whole words with marks on stretches of them; phrases are ours.

`Sentence` is made of a paragraph as `data/` has it and gives one back. Marking, changing, taking away, typing other
words: each gives a new sentence whose words are what was meant and nothing else. A stretch is two places in the text,
in letters, `start` before `end`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import pairwise

from ...edit import phrases
from ...load.texts import Phrase
from . import fields, reporting
from .carried import Evidence, SentenceError, Value, following, joined, quoted, shared_out, together_or_apart, words_of

MARKS = tuple(one.key for one in fields.fields(Phrase) if one.key != "text")
_OF_A_DUTY = ("bearers", "with", "guided_by", "projects", "product")
"""What belongs to the words that say what is to be done, wherever the words about it stand."""
_OF_EACH = (*_OF_A_DUTY, "roles", "no_bearer", "for_whom")
"""What can be said of several phrases as of one: where these cannot be one phrase, each has it."""


@dataclass(frozen=True)
class Sentence:
    """Phrases, each a mapping with `text` and its marks, and the keys of the paragraph itself."""

    phrases: tuple[dict[str, Value], ...]
    own: dict[str, Value] = field(default_factory=dict)
    is_list: bool = False
    """Whether the file has a list of phrases, be it of one."""

    @property
    def text(self) -> str:
        """The words of the plan, whole."""
        return " ".join(one["text"] for one in self.phrases)

    @property
    def is_marked(self) -> bool:
        """Whether anything is said of its words."""
        return bool(self.own) or any(len(one) > 1 for one in self.phrases)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each phrase stands in the text."""
        found, here = [], 0
        for one in self.phrases:
            found.append((here, here + len(one["text"])))
            here += len(one["text"]) + 1
        return tuple(found)


def read(value: Value) -> Sentence:
    """The sentence that a paragraph of a file is, in any of its forms."""
    listed = isinstance(value, dict) and "phrases" in value
    return Sentence(tuple(phrases.phrases_of(value)), phrases.own_of(value), listed)


def written(sentence: Sentence) -> Value:
    """The paragraph in its shortest form, keys in the order of the records; a list stays one while marked."""
    listed = [{key: one[key] for key in ("text", *MARKS) if key in one} for one in sentence.phrases]
    return phrases.written(listed, sentence.own, is_list=sentence.is_list and len(listed[0]) > 1)


def with_items(value: Value, whole: Value) -> Value:
    """A paragraph with the items that stand in another one."""
    items = phrases.own_of(whole).get("items")
    return written(with_own(read(value), {"items": items})) if items else value


def stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole words that a stretch touches. Raises `SentenceError` where there are none."""
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    if start >= end:
        raise SentenceError("Chưa chọn chữ nào.")
    return text.rfind(" ", 0, start) + 1, end + len(text[end:].split(" ", 1)[0])


def marked(sentence: Sentence, start: int, end: int, sets: Mapping[str, Value], evidence: Evidence) -> Sentence:
    """The sentence with `sets` on the words of a stretch.

    What stood on words of it that are marked anew stays with those it was read from, else with the words before.
    Who acts with whom goes to the words that say what is to be done, where the stretch lies in them. What a report
    brings with it is there too; who acts in phrases that cannot be one, acts in each.
    """
    start, end = stretch(sentence.text, start, end)
    spans = sentence.spans
    first = next(place for place, span in enumerate(spans) if start < span[1])
    last = max(place for place, span in enumerate(spans) if span[0] < end)
    if first == last and "roles" not in sets and "roles" in sentence.phrases[first] and sets.keys() <= {*_OF_A_DUTY}:
        return changed(sentence, first, sets)
    pieces: list[dict[str, Value]] = []
    inner: list[dict[str, Value]] = []
    after: list[dict[str, Value]] = []
    for place in range(first, last + 1):
        phrase, (left, right) = sentence.phrases[place], spans[place]
        cuts = (left, min(max(start, left), right), max(min(end, right), left), right)
        texts = [sentence.text[one:two].strip() for one, two in pairwise(cuts)]
        for to, one in zip((pieces, inner, after), shared_out(phrase, texts, sets, evidence), strict=True):
            to += [one] if one["text"] else []
    if sets.get("reports"):
        inner, reports = reporting.dated(inner, sets["reports"])
        sets = {**sets, "reports": reports}
    touched = sentence.phrases[first : last + 1]
    bearers = next((one["bearers"] for one in touched if one.get("bearers")), sentence.own.get("bearers") or [])
    for parts in together_or_apart(inner) if _is_of_each(inner, sets) else [inner]:
        whole = joined(parts)
        given = reporting.completed(whole, sets, sentence.own.get("bearers") or [])
        if given.get("reports") and not (whole.get("bearers") or given.get("bearers") or sentence.own.get("bearers")):
            given["bearers"] = bearers
        _put(whole, given)
        pieces.append(whole)
    return _tidied(sentence, first, last, [*pieces, *after])


def _is_of_each(phrases: Iterable[Mapping[str, Value]], sets: Mapping[str, Value]) -> bool:
    """Whether marks can be on each of some phrases: they quote no words that stand in one of them only."""
    words = [one for key, value in sets.items() for one in quoted(key, value)]
    return sets.keys() <= {*_OF_EACH} and all(one in phrase["text"] for phrase in phrases for one in words)


def changed(sentence: Sentence, place: int, sets: Mapping[str, Value]) -> Sentence:
    """The sentence with other marks on a phrase; those that are None are taken away."""
    phrase = dict(sentence.phrases[place])
    if sets.get("reports") and not phrase.get("reports") and "timing" not in sets:
        (phrase,), reports = reporting.dated([phrase], sets["reports"])
        sets = {**sets, "reports": reports}
    _put(phrase, reporting.completed(phrase, sets, sentence.own.get("bearers") or []))
    return _tidied(sentence, place, place, [phrase])


def with_own(sentence: Sentence, sets: Mapping[str, Value]) -> Sentence:
    """The sentence with other keys of the paragraph itself: who acts in all of it, a note."""
    own = dict(sentence.own)
    _put(own, sets)
    return replace(sentence, own=own)


def moved(sentence: Sentence, place: int, start: int, end: int, evidence: Evidence) -> Sentence:
    """The marks of a phrase on other words: those of a stretch, and on no others."""
    marks = {key: one for key, one in sentence.phrases[place].items() if key != "text"}
    listed = [{"text": one["text"]} if number == place else one for number, one in enumerate(sentence.phrases)]
    bare = replace(sentence, phrases=tuple(listed))
    made = marked(bare, start, end, marks, evidence)
    number = next(i for i, one in enumerate(made.phrases) if all(one.get(key) == marks[key] for key in marks))
    return _tidied(made, number, number, [made.phrases[number]])


def reworded(sentence: Sentence, text: str) -> tuple[Sentence, list[dict[str, Value]]]:
    """The sentence with other words, and the phrases whose marks went with their words.

    Marks stay on the words around what was changed; quotes in them follow.
    """
    old = [(word, place) for place, one in enumerate(sentence.phrases) for word in one["text"].split(" ")]
    new = words_of(text)
    if not new:
        raise SentenceError("Câu không được để trống; muốn bỏ cả câu thì bấm Xóa.")
    to: list[list[str]] = [[] for _ in sentence.phrases]
    for what, i1, i2, j1, j2 in SequenceMatcher(None, [one for one, _ in old], new, autojunk=False).get_opcodes():
        for number, j in enumerate(range(j1, j2)):
            if what == "equal" or (what == "replace" and i2 - i1 == j2 - j1):
                place = old[i1 + number][1]
            else:
                place = old[i1 if what == "replace" else max(i1 - 1, 0)][1]
            to[place].append(new[j])
    made, lost = [], []
    for phrase, words in zip(sentence.phrases, to, strict=True):
        if words:
            made.append(following(phrase, " ".join(words)))
        elif phrase.keys() > {"text"}:
            lost.append(phrase)
    return replace(sentence, phrases=tuple(made)), lost


def retyped(sentence: Sentence, place: int, text: str) -> tuple[Sentence, list[dict[str, Value]]]:
    """The sentence with other words in one phrase alone; without any, the phrase goes, and is told with its marks."""
    if not 0 <= place < len(sentence.phrases):
        raise SentenceError("Chỗ này vừa được sửa ở nơi khác; chọn lại.")
    old = sentence.phrases[place]
    words = " ".join(words_of(text))
    if not words and len(sentence.phrases) == 1:
        raise SentenceError("Câu không được để trống; muốn bỏ cả câu thì bấm Xóa.")
    middle = [following(old, words)] if words else []
    lost = [] if words or old.keys() == {"text"} else [old]
    return replace(sentence, phrases=(*sentence.phrases[:place], *middle, *sentence.phrases[place + 1 :])), lost


def parted(sentence: Sentence, at: int, evidence: Evidence) -> tuple[Sentence, Sentence]:
    """Two sentences: the words before a place, and those from it on, with the items that stand below them."""
    text = sentence.text
    at = text.rfind(" ", 0, at + 1) + 1 if at < len(text) else at
    if not (text[:at].strip() and text[at:].strip()):
        raise SentenceError("Đặt con trỏ vào giữa câu, trước chữ đầu của câu mới.")
    before: list[dict[str, Value]] = []
    after: list[dict[str, Value]] = []
    for phrase, (left, right) in zip(sentence.phrases, sentence.spans, strict=True):
        cut = min(max(at, left), right)
        one, two, _ = shared_out(phrase, [text[left:cut].strip(), text[cut:right].strip(), ""], {}, evidence)
        before += [one] if one["text"] else []
        after += [two] if two["text"] else []
    first = {key: one for key, one in sentence.own.items() if key != "items"}
    rest = {key: one for key, one in sentence.own.items() if key != "note"}
    return Sentence(tuple(before), first), Sentence(tuple(after), rest)


def together(first: Sentence, second: Sentence) -> Sentence:
    """One sentence of two. Raises `SentenceError` where they say different things of the whole."""
    if first.own.get("items"):
        raise SentenceError("Dưới câu này có các ý nhỏ nên không nhập với câu sau được.")
    own = dict(first.own)
    for key, one in second.own.items():
        if key == "note" and key in own:
            own[key] = f"{own[key]} {one}"
        elif key == "mark":  # what stands before the first stands before both
            continue
        elif own.get(key, one) != one:
            raise SentenceError("Hai câu giao cho hai nơi khác nhau nên không nhập làm một được.")
        else:
            own[key] = one
    return Sentence((*first.phrases, *second.phrases), own)


def _put(record: dict[str, Value], sets: Mapping[str, Value]) -> None:
    for key, one in sets.items():
        if one is None or one == []:
            record.pop(key, None)
        else:
            record[key] = one


def _tidied(sentence: Sentence, first: int, last: int, middle: Iterable[Mapping[str, Value]]) -> Sentence:
    """The sentence with other phrases from `first` to `last`; unmarked words beside each other are one phrase again."""
    middle = list(middle)
    made: list[dict[str, Value]] = []
    touched = range(first, first + len(middle) + 1)
    for place, one in enumerate((*sentence.phrases[:first], *middle, *sentence.phrases[last + 1 :])):
        if place in touched and made and made[-1].keys() == one.keys() == {"text"}:
            made[-1] = {"text": f"{made[-1]['text']} {one['text']}"}
        else:
            made.append(dict(one))
    return replace(sentence, phrases=tuple(made))
