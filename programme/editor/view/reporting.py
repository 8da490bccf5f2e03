"""What goes with a report that is marked on words: the role, who sends it, the dates in the words as its deadlines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Marks = dict[str, Any]
"""A phrase, or marks of one, as values of a file."""
_REPEATED = ("every", "day")
ROLE = "report"
WHO = "Chưa rõ ai gửi báo cáo này: chọn ở ô “Cơ quan gửi báo cáo”, rồi bấm Ghi."


def dated(parts: Sequence[Marks], reports: Sequence[Marks]) -> tuple[list[Marks], list[Marks]]:
    """Phrases without the dates that are deadlines of the reports on them, and the reports with these.

    A report without a deadline is given the date; the same report by several dates is one by each.
    """
    made = [dict(one) for one in reports]
    dates = [one["timing"] for one in parts if isinstance(one.get("timing"), dict) and one["timing"].get("text")]
    for one in dates:
        same = [each for each in made if each.get("deadline") and _is_within(each["deadline"], one["text"])]
        for each in same:
            each.update({key: value for key, value in _deadline(one).items() if key != "deadline" and key not in each})
    named = [one for one in dates if any(_is_within(str(each.get("deadline") or ""), one["text"]) for each in made)]
    left = [one for one in dates if one not in named]
    if free := [each for each in made if not each.get("deadline")]:
        while len(free) < len(left):
            made.insert(made.index(free[-1]) + 1, dict(free[-1]))
            free.append(made[made.index(free[-1]) + 1])
        for each, one in zip(free, left, strict=False):
            each.update(_deadline(one))
        named += left
    kept = [{key: value for key, value in one.items() if key != "timing" or value not in named} for one in parts]
    return kept, made


def _is_within(one: str, other: str) -> bool:
    return bool(one) and (one in other or other in one)


def _deadline(timing: Marks) -> Marks:
    due = {"due": timing["end"]} if timing.get("end") else {}
    return {"deadline": timing["text"], **due, **{key: timing[key] for key in _REPEATED if timing.get(key)}}


def completed(phrase: Mapping[str, Any], sets: Mapping[str, Any], bearers: Sequence[str]) -> Marks:
    """The marks that a phrase is given, with those that go with them: a report has its role and somebody who sends it,
    the role its report. `bearers`: those that the words have without being named on them."""
    made = dict(sets)
    roles = [*((made["roles"] if "roles" in made else phrase.get("roles")) or ())]
    if reports := made.get("reports"):
        made["roles"] = roles if ROLE in roles else [*roles, ROLE]
        there = (made["bearers"] if "bearers" in made else phrase.get("bearers")) or bearers
        senders = list(dict.fromkeys(one for each in reports for one in each.get("by") or ()))
        if not there and senders:
            made["bearers"] = senders
            is_all = [(each.get("by") or senders) == senders for each in reports]
            made["reports"] = [
                {key: one for key, one in each.items() if key != "by" or not is_same}
                for each, is_same in zip(reports, is_all, strict=True)
            ]
    elif "reports" in made and "roles" not in made and ROLE in roles:
        made["roles"] = [one for one in roles if one != ROLE] or None
    elif "reports" not in made and ROLE in roles and not phrase.get("reports"):
        made["reports"] = [{}]
    return made


def lost(phrase: Mapping[str, Any], sets: Mapping[str, Any]) -> list[Marks]:
    """The reports that go as the role goes: no report is without it."""
    if "roles" not in sets or "reports" in sets or ROLE in (sets["roles"] or ()):
        return []
    return [*(phrase.get("reports") or ())]


def is_nobodys(phrases: Sequence[Mapping[str, Any]], own: Mapping[str, Any]) -> bool:
    """Whether a report among phrases is sent by nobody."""
    return any(
        not (report.get("by") or phrase.get("bearers") or own.get("bearers"))
        for phrase in phrases
        for report in phrase.get("reports") or ()
    )
