"""What `bench/drafts.py` says of a draft beside checked data, on one small enough to read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

BENCH = Path(__file__).resolve().parents[3] / "bench"
sys.path.append(str(BENCH))

from drafted.differences import CUT, LACKS, MORE, OTHER, differences  # noqa: E402
from drafted.reasons import reason  # noqa: E402
from drafted.replies import reply  # noqa: E402

CHECKED = [
    {
        "number": "I",
        "heading": "NHIỆM VỤ",
        "paragraphs": [
            {
                "phrases": [
                    {"text": "Hỗ trợ hộ nghèo", "for_whom": [{"who": ["ngheo"], "priority": True}]},
                    {"text": "và hộ cận nghèo.", "for_whom": [{"who": ["can"]}]},
                ]
            },
            {"text": "Phòng Kinh tế báo cáo.", "roles": ["report"], "bearers": ["kt"]},
        ],
    }
]
GROUPS = [
    {"id": "ngheo", "name": "Hộ nghèo", "kind": "household"},
    {"id": "can", "name": "Hộ cận nghèo", "kind": "household"},
]
DRAFT = [
    {
        "number": "I",
        "heading": "NHIỆM VỤ",
        "paragraphs": [
            {"text": "Hỗ trợ hộ nghèo và hộ cận nghèo.", "for_whom": [{"who": ["ho-ngheo"]}]},
            {"text": "Phòng Kinh tế báo cáo.", "roles": ["lead"], "bearers": ["phong-kt"]},
        ],
    }
]
ASKED = [{"id": "ho-ngheo", "name": "Hộ nghèo", "kind": "household"}]


def folder(path: Path, sections: list[Any], groups: list[Any], agency: str) -> Path:
    agencies = [{"id": agency, "name": "Phòng Kinh tế", "level": "commune"}]
    files = {"plan": {}, "sections": sections, "groups": groups, "agencies": agencies}
    (path / "data").mkdir(parents=True)
    for name, value in files.items():
        (path / f"data/{name}.yaml").write_text(yaml.safe_dump(value, allow_unicode=True), encoding="utf-8")
    return path


def test_each_difference_is_told_by_kind(tmp_path: Path) -> None:
    """Ids are matched by names; a mark may be missing, too many, said otherwise, or of more words."""
    checked = folder(tmp_path / "checked", CHECKED, GROUPS, "kt")
    draft = folder(tmp_path / "draft", DRAFT, ASKED, "phong-kt")
    assert sorted((one.kind, one.how, one.example) for one in differences(draft, checked)) == [
        ("for_whom", CUT, "Hỗ trợ hộ nghèo / Hỗ trợ hộ nghèo và hộ cận nghèo."),
        ("for_whom", LACKS, "can: “và hộ cận nghèo.”"),
        ("for_whom.priority", OTHER, "ngheo: “Hỗ trợ hộ nghèo”: true / –"),
        ("groups", LACKS, "Hộ cận nghèo"),
        ("roles", LACKS, "report: “Phòng Kinh tế báo cáo.”"),
        ("roles", MORE, "lead: “Phòng Kinh tế báo cáo.”"),
    ]
    assert differences(checked, checked) == []


def test_questions_are_answered_as_the_checked_data_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Yes where it has the mark, the choice that it has, no where it has neither."""
    monkeypatch.setattr("drafted.replies.errors", lambda folder: ())
    plain = [{**DRAFT[0], "paragraphs": ["Hỗ trợ hộ nghèo và hộ cận nghèo.", "Phòng Kinh tế báo cáo."]}]
    draft = folder(tmp_path / "draft", plain, ASKED, "phong-kt")
    spot = {"file": "sections.yaml", "address": "I", "passage": "Phòng Kinh tế báo cáo.", "start": 0}
    aid = {**spot, "passage": "Hỗ trợ hộ nghèo và hộ cận nghèo.", "words": "Hỗ trợ hộ nghèo"}
    whole = {**spot, "words": "Phòng Kinh tế báo cáo."}
    questions = [
        ("a", {**aid, "sets": {"for_whom": [{"who": ["ho-ngheo"]}]}}, []),
        ("b", {**whole, "sets": {"roles": ["lead"]}, "others": [{"roles": ["report"]}]}, ["báo cáo"]),
        ("c", {**whole, "sets": {"roles": ["fund"]}}, []),
    ]
    (draft / "import").mkdir()
    held = [{"id": id, "kind": "k", "question": "?", "choices": more, "spots": [one]} for id, one, more in questions]
    (draft / "import/questions.yaml").write_text(yaml.safe_dump(held, allow_unicode=True), encoding="utf-8")
    assert reply(draft, folder(tmp_path / "checked", CHECKED, GROUPS, "kt")) == {"có": 1, "1": 1, "không": 1, "": 0}
    answers = yaml.safe_load((draft / "import/questions.yaml").read_text(encoding="utf-8"))
    assert [(one["id"], str(one["answer"])) for one in answers] == [("a", "có"), ("b", "1"), ("c", "không")]


def test_a_kind_of_difference_without_a_reason_has_none() -> None:
    """The nearest rule wins: what is said of cut phrases before what is said of a key."""
    assert reason("nothing-known", MORE) is None
    assert reason("roles", CUT) != reason("roles", LACKS)
