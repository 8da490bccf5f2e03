"""`plan.yaml` of a draft: what stands around the numbered parts, and the plan as a whole."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ...edit.kinds import order
from ...load import upgrade
from ...load.dataset import Plan
from ...reading.document import Doubt
from ..outline.projects import programme_name
from ..shape import Draft, Head, Passage, Registers, as_words
from .records import NAMED, PLAN, Records


def make_whole(draft: Draft) -> None:
    """A signature needs a signed document's symbol, date and title: where one is missing its lines are plain words."""
    head = draft.head
    if draft.office and not (head.symbol and head.date and head.title_lines and draft.name):
        told = (draft.authority, draft.standing_for, draft.office, draft.signed, draft.name)
        passages = [Passage(one) for one in told if one]
        if draft.recipients_heading and draft.recipients:
            draft.recipients += passages
        else:
            as_words(draft, passages)
        draft.authority = draft.standing_for = draft.office = draft.signed = draft.name = ""
        draft.doubts.append(
            Doubt("", "văn bản thiếu ký hiệu, ngày hoặc tên nên chữ ký để như lời thường; điền rồi ghi lại.")
        )
    if draft.recipients_heading and not draft.recipients:
        as_words(draft, [Passage(draft.recipients_heading)])
        draft.recipients_heading = ""
    elif draft.recipients and not draft.recipients_heading:
        for one in draft.recipients:  # closing words go to nobody
            one.marks = [mark for mark in one.marks if "recipients" not in mark.sets]
        as_words(draft, draft.recipients)
        draft.recipients = []
    if not draft.recipients and not draft.office:  # all of it stands among the closing words
        draft.end = (0, 0)


def plan_of(
    draft: Draft, registers: Registers, known: Mapping[str, Any], records: Records, ids: Mapping[str, str]
) -> dict[str, Any]:
    """The values of `plan.yaml`. `known`: name, start, end, place's name; `ids`: those of issuer, place, signer."""
    keys: dict[str, Any] = {"form": upgrade.FORM, "short_title": known["name"], "agency": ids["agency"]}
    keys |= {"place": ids["place"], "period": {"start": known["start"], "end": known["end"]}}
    keys["programmes"] = programmes_of(draft, registers)
    keys["header"] = _header(draft.head, known)
    if draft.basis:
        keys["basis"] = records.paragraphs(draft.basis, PLAN, NAMED["basis"])
    if draft.articles:
        keys["articles"] = [records.clause(one, PLAN, f"dieu-{one.number}") for one in draft.articles]
    if draft.annex:
        keys["annex"] = _annex_letterhead(draft.annex) | {
            "kind": draft.annex.kind,
            "title_lines": _each_once(draft.annex.title_lines),
        }
        if draft.annex_attached:
            keys["annex"]["attached"] = draft.annex_attached
    if draft.closing:
        keys["closing"] = records.paragraphs(draft.closing, PLAN, NAMED["closing"])
    if draft.recipients:
        items = [records.paragraph(one, PLAN, NAMED["recipients"], "-") for one in draft.recipients]
        keys["recipients"] = {"heading": draft.recipients_heading, "items": items}
    keys["signature"] = _signature(draft, ids)
    if draft.appendices:
        listed = [records.clause(one, PLAN, f"phu-luc-{one.number.lower()}") for one in draft.appendices]
        keys["appendices"] = listed
    places = order(Plan)
    return dict(sorted(keys.items(), key=lambda pair: places.get(pair[0], len(places))))


def _annex_letterhead(head: Head) -> dict[str, Any]:
    keys = {"issuer_lines": _each_once(head.issuer_lines), "state": head.state, "motto": head.motto}
    return {key: value for key, value in keys.items() if value and value != [""]}


def _header(head: Head, known: Mapping[str, Any]) -> dict[str, Any]:
    keys: dict[str, Any] = {"issuer_lines": _each_once(head.issuer_lines), "state": head.state, "motto": head.motto}
    keys["number"] = head.number
    keys = {key: value or (None if key != "issuer_lines" else []) for key, value in keys.items()}
    if not head.number:
        del keys["number"]
    keys["symbol"] = head.symbol or None
    keys["place"] = head.place or known["place_name"]
    keys["date"] = head.date or None
    keys["kind"] = head.kind or None
    return {**keys, "title_lines": _each_once(head.title_lines)}


def _each_once(texts: list[str]) -> list[str]:
    """Lines of which none stands twice: else all of them are one."""
    return texts if len({*texts}) == len(texts) else [" ".join(texts)]


def _signature(draft: Draft, ids: Mapping[str, str]) -> dict[str, Any] | None:
    if not draft.office:
        return None
    keys = {"authority": draft.authority, "standing_for": draft.standing_for, "office": draft.office}
    keys |= {"signed": draft.signed, "name": draft.name, "agency": ids["signer"]}
    return {key: value for key, value in keys.items() if value}


def programmes_of(draft: Draft, registers: Registers) -> list[dict[str, Any]]:
    """The programmes: those that the projects name, by the parts these stand in; else one, by the title."""
    found: dict[str, dict[str, Any]] = {}
    for part in draft.walk():
        if part.programme and part.programme not in found and part.kind not in ("project", "subproject"):
            name = programme_name(part.heading or part.label)
            found[part.programme] = {"id": part.programme, **registers.programmes.get(part.programme, {"name": name})}
    if found:
        return list(found.values())
    listed = [{"id": id, **record} for id, record in registers.programmes.items()]
    return listed or [{"id": "chuong-trinh", "name": _programme(draft)}]


_ENDS = r"\s+(?:năm 20|giai đoạn|trên địa bàn|của (?:xã|huyện|tỉnh|phường)|xã |huyện |tỉnh )|[,;(]|$"
"""Where the name of a programme ends in a title."""


def _programme(draft: Draft) -> str:
    """The programme that the title names."""
    title = draft.annex or draft.head
    words = " ".join(title.title_lines)
    found = re.search(rf"(Chương trình\b.*?)(?={_ENDS})", words)
    if found and len(found[1].split()) > 2:
        return found[1]
    found = re.match(rf"(?:Triển khai\s+)?(?:Thực hiện|Triển khai)\s+(\S.*?)(?={_ENDS})", words, re.IGNORECASE)
    return found[1][:1].upper() + found[1][1:] if found else "Chương trình"
