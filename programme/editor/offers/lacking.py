"""What a plan that was read from a document still lacks, told from the plan as it is: each with what mends it.

Nothing of it is an error; what was looked at is ticked off (see `doubts`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...derive.programme import Programme
from ...drafting.questions.reasons import NOT_FOUND
from ...drafting.writing.short_forms import UNKNOWN
from ...edit.phrases import one_spaced
from ...history.published import is_drafted
from ...load.vocabulary import AgencyKind, Level
from ...pages import addresses
from ...vietnamese.slugs import fold
from ..view import blocks, files, shown
from ..view.choices import Choice
from ..view.files import Files, Held, Way
from .twins import twins
from .unmarked import unmarked


@dataclass(frozen=True)
class Lack:
    """The page where it is mended, how, and what of it can be mended where it is told."""

    page: str
    how: str
    block: blocks.Block | None = None
    """A sentence without anybody, or the table with such a row."""
    inner: Way = ()
    """From the block on: the row."""
    presses: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    """The words of buttons, each with the change that it makes."""
    fill: tuple[str, Mapping[str, Any]] | None = None
    """A key that is typed here, and the change that writes it: `given.sets` has the key then."""
    hint: str = ""
    links: tuple[tuple[str, str], ...] = ()
    """(words, page) of each of several that one note is about."""


_WHOLE = "Cách gọi chung “"
_ASKS = "được giao việc mà chưa ghi gồm những cơ quan nào."
_HOW = (
    "Cách gọi chung mà chưa ghi gồm ai thì trang của từng cơ quan thiếu việc ấy. Mở mục ấy: Kế hoạch kể ra thì ghi ở "
    "“Gồm”, không kể thì ghi ở “Có thể gồm”. Không rõ là ai thì thôi, đánh dấu là đã xem."
)
_NOBODY = "Chưa ghi ai làm: “"
_HOW_NOBODY = (
    "Các câu này đứng giữa những câu giao việc mà chưa ghi ai làm. Đọc câu: đúng như máy đọc thì bấm nút ở dưới câu, "
    "khác thì tới chỗ ấy mà đánh dấu; không giao việc cho ai thì đánh dấu là đã xem."
)
_TWICE = "Có thể là một: “"
_HOW_TWICE = (
    "Hai mục có thể là một. Đúng là một thì bấm nút: mọi chỗ nêu mục trước sẽ nêu mục sau, tên cũ thành cách viết "
    "khác. Khác nhau thì đánh dấu là đã xem."
)
_UNKNOWN = "Chữ viết tắt “"
_HOW_UNKNOWN = (
    "Chữ viết tắt máy chưa rõ: gõ đầy đủ rồi bấm Ghi (hoặc Enter). Không phải chữ viết tắt thì đánh dấu là đã xem."
)
_NOT_FOUND = {
    "no_lead": "Máy chưa tìm thấy cơ quan chủ trì của ",
    "no_basis": "Máy chưa tìm thấy văn bản làm căn cứ của ",
}
_HOW_NOT_FOUND = (
    "Kế hoạch có nêu thì tới chỗ ấy mà đánh dấu; không nêu thì ở tiêu đề của dự án sửa lý do cho đúng, rồi đánh dấu là "
    "đã xem."
)
MADE = (_WHOLE, _NOBODY, _TWICE, _UNKNOWN, *_NOT_FOUND.values())
"""How notes begin that are made from the plan as it is; in the file they stand only once somebody ticked them."""


def lacking(all_files: Files, joined: Programme | None, asked: Collection[str] = ()) -> dict[str, Lack]:
    """Note -> what it is about, of a plan that was drafted; `asked`: sentences that are asked about elsewhere."""
    if not joined or not is_drafted(all_files.root):
        return {}
    agencies = [Choice(one.id, one.name, "; ".join((*one.names, *one.aliases))) for one in joined.data.agencies]
    found: dict[str, Lack] = {}
    for one in unmarked(blocks.whole_text(all_files), agencies):
        if one_spaced(one.words) not in asked:
            found[f"{_NOBODY}{one.words}”"] = Lack(f"toan-van#{one.block.id}", _HOW_NOBODY, one.block, one.inner)
    found |= {**_twice(all_files), **_unknown(all_files)}
    found |= _not_found(joined)
    return found | {words: Lack(page, _HOW) for words, page in lacks(joined).items()}


def is_told_anew(words: str) -> bool:
    """Whether a note of the reader says of one project what is said of all of them here."""
    return words.endswith(tuple(NOT_FOUND.values()))


def _not_found(joined: Programme) -> dict[str, Lack]:
    """The projects of which the draft says that something was not found: one note for each thing."""
    found: dict[str, Lack] = {}
    for key, begins in _NOT_FOUND.items():
        nodes = [one for one in joined.nodes if getattr(one, key) == NOT_FOUND[key]]
        links = tuple((joined.short_name(one), addresses.page(one)) for one in nodes)
        if links:
            words = f"{begins}{'; '.join(name for name, _ in links)}."
            found[words] = Lack("" if len(links) > 1 else links[0][1], _HOW_NOT_FOUND, links=links[1:] and links)
    return found


def lacks(joined: Programme) -> dict[str, str]:
    """What nobody filled in: collectives that are given work and say nothing of whom they mean. Note -> its page."""
    return {
        f"{_WHOLE}{one.name}” {_ASKS}": f"{shown.LISTED['agencies'][2]}/{one.id}"
        for one in joined.data.agencies
        if AgencyKind.COLLECTIVE is one.kind or one.level is Level.COLLECTIVE
        if not (one.members or one.may_include) and (joined.duties_of(one) or joined.reports_by(one))
    }


def _unknown(all_files: Files) -> dict[str, Lack]:
    """Abbreviations that nobody has spelled out, each with words of the plan where it stands."""
    found: dict[str, Lack] = {}
    sentences = [one.sentence.text for one in blocks.whole_text(all_files) if one.what == "sentence"]
    for spot, value in _records(all_files, "abbreviations"):
        if value.get("full") == UNKNOWN:
            rx = re.compile(rf"(?:\S+ ){{0,5}}\S*(?<!\w){re.escape(str(value['short']))}(?!\w)\S*(?: \S+){{0,4}}")
            there = next((match[0] for text in sentences if (match := rx.search(text))), "")
            change = {**spot, "op": "set"}
            page = f"{shown.LISTS}/abbreviations"
            words = f"{_UNKNOWN}{value['short']}” chưa rõ là gì."
            found[words] = Lack(page, _HOW_UNKNOWN, fill=("full", change), hint=f"… {there} …" if there else "")
    return found


def _twice(all_files: Files) -> dict[str, Lack]:
    """Records that may be one thing."""
    found: dict[str, Lack] = {}
    spell = {
        str(value["short"]): str(value["full"])
        for _, value in _records(all_files, "abbreviations")
        if value.get("full") not in (None, UNKNOWN)
    }
    text = fold(
        " ".join(one.sentence.text if one.what == "sentence" else one.title for one in blocks.whole_text(all_files))
    )
    for top in shown.MERGED:
        listed = list(_records(all_files, top))
        spots = {str(value.get("id")): spot for spot, value in listed}
        for one, other in twins([value for _, value in listed], spell=spell, text=text):
            presses = tuple(
                (
                    f"Nhập “{old['name']}” vào “{to['name']}”",
                    {**spots[str(old["id"])], "op": "merge", "given": {"to": str(to["id"])}},
                )
                for old, to in ((one, other), (other, one))
            )
            page = f"{shown.LISTED[top][2]}/{one['id']}"
            found[f"{_TWICE}{one['name']}” và “{other['name']}”."] = Lack(page, _HOW_TWICE, presses=presses)
    return found


def _records(all_files: Files, top: str) -> Iterator[tuple[dict[str, Any], Mapping[str, Any]]]:
    """The records of a list, each with where it stands and what is seen there."""
    for held in all_files.top(top):
        for way, value in files.records(held):
            if isinstance(value, dict):
                yield _spot(held, way, value), value


def _spot(held: Held, way: Way, value: Mapping[str, Any]) -> dict[str, Any]:
    return {"file": held.name, "way": way, "seen": files.seen(blocks.own_value(held.kind, value))}
