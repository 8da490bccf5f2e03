"""The measure of the import, tried on a draft that is small enough to count by hand: it must be able to say "wrong"."""

from __future__ import annotations

import copy
import json
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

BENCH = Path(__file__).resolve().parents[3] / "bench"
sys.path.append(str(BENCH))

from drafted import held, score, words  # noqa: E402
from drafted.checked import truth_of  # noqa: E402
from drafted.compare import compare  # noqa: E402

PLAN = {
    "header": {"issuer_lines": ["UBND XÃ A"], "number": "7", "symbol": "KH-UBND", "place": "A", "date": "2026-01-02"},
    "basis": ["Căn cứ Nghị quyết số 9/NQ-HĐND ngày 01/01/2026;"],
}
SECTIONS = [
    {
        "number": "I",
        "heading": "NỘI DUNG",
        "paragraphs": [
            {
                "phrases": [
                    {"text": "Kinh phí 5 triệu đồng.", "money": {}},
                    {"text": "Mỗi hộ 2 triệu đồng.", "money": {"norm": True}},
                ]
            },
            {
                "text": "Hộ nghèo có đất được ưu tiên.",
                "for_whom": [{"who": ["hn"], "condition": "có đất", "priority": True}],
            },
        ],
        "tables": [
            {
                "columns": ["TT", "Thôn", "Số hộ"],
                "rows": [{"cells": ["1", "Đông", "12"]}, {"cells": ["2", "Tây", "30"]}],
            }
        ],
    },
    {
        "number": "II",
        "heading": "TỔ CHỨC",
        "items": [
            {
                "bearers": ["kt"],
                "phrases": [
                    {
                        "text": "Chủ trì, phối hợp với Công an xã thực hiện;",
                        "roles": ["lead", "coordinate"],
                        "with": ["ca"],
                    },
                    {
                        "text": "báo cáo UBND xã trước ngày 10/6/2026.",
                        "roles": ["report"],
                        "reports": [
                            {"by": ["kt"], "to": ["ubnd"], "due": "2026-06-10", "deadline": "trước ngày 10/6/2026"}
                        ],
                    },
                ],
            }
        ],
    },
]
AGENCIES = [{"id": "kt", "name": "Phòng Kinh tế"}, {"id": "ca", "name": "Công an"}, {"id": "ubnd", "name": "UBND xã A"}]
GROUPS = [{"id": "hn", "name": "Hộ nghèo"}]
DOCUMENTS = [{"id": "nq", "number": "9/NQ-HĐND"}]

TRUTH = {
    "plan": {"number": "7/KH-UBND"},
    "sections": ["I. NỘI DUNG", "II. TỔ CHỨC"],
    "sentences": [
        {"text": "Kinh phí 5 triệu đồng.", "in": "I. NỘI DUNG"},
        {"text": "báo cáo UBND xã trước ngày 10/6/2026.", "in": "II. TỔ CHỨC"},
    ],
    "money_in_text": [
        {"quote": "5 triệu đồng", "vnd": 5000000, "per_unit": False},
        {"quote": "2 triệu đồng", "vnd": 2000000, "per_unit": True},
    ],
    "documents": [{"number": "9/NQ-HĐND"}],
    "deadlines": [{"date": "2026-06-10", "quote": "trước ngày 10/6/2026"}],
    "tables": {
        "b": {
            "columns": ["TT", "Thôn", "Số hộ"],
            "rows": [["1", "Đông", "12"], ["2", "Tây", "30"]],
            "cells": [
                {"row": "Đông", "column": "Số hộ", "text": "12"},
                {"row": "Tây", "column": "Số hộ", "text": "30"},
            ],
        }
    },
    "duties": [
        {
            "bearer_names": ["Phòng Kinh tế xã"],
            "partner_names": ["Công an xã"],
            "roles": ["lead", "coordinate"],
            "quote": "Chủ trì, phối hợp với Công an xã thực hiện",
        },
        {"bearer_names": ["Phòng Kinh tế xã"], "partner_names": [], "roles": ["report"], "quote": "báo cáo UBND xã"},
    ],
    "target_groups": [
        {"ids": ["ho-ngheo"], "quote": "Hộ nghèo có đất", "condition": "có đất", "priority": True, "excluded": False}
    ],
    "reports": [{"to": ["ubnd-xa"], "every": None, "quote": "báo cáo UBND xã trước ngày 10/6/2026"}],
}


@pytest.fixture
def plan(tmp_path):
    """Writes a draft and measures it: kind -> (right, wrong, unasked, missing)."""

    def measured(sections=SECTIONS, questions=None, truth=TRUTH, documents=DOCUMENTS, **registers):
        files = {
            "plan": PLAN,
            "sections": sections,
            "agencies": AGENCIES,
            "groups": GROUPS,
            "documents": documents,
            **registers,
        }
        (tmp_path / "data").mkdir(exist_ok=True)
        for name, what in files.items():
            (tmp_path / f"data/{name}.yaml").write_text(yaml.safe_dump(what, allow_unicode=True), encoding="utf-8")
        if questions:
            (tmp_path / "import").mkdir(exist_ok=True)
            (tmp_path / "import/questions.yaml").write_text(yaml.safe_dump(questions, allow_unicode=True), "utf-8")
        read = held.read(tmp_path)
        measured.read = read
        measured.scores = compare(read, truth)
        return {k: (one.right, one.wrong, one.unasked, one.missing) for k, one in measured.scores.items()}

    return measured


def changed(change):
    sections = copy.deepcopy(SECTIONS)
    change(sections)
    return sections


def test_a_right_draft_is_all_right(plan):
    """Each kind counts what is there, and nothing is wrong or missing."""
    assert plan() == {
        "sections": (2, 0, 0, 0),
        "sentences": (2, 0, 0, 0),
        "amounts": (2, 0, 0, 0),
        "documents": (1, 0, 0, 0),
        "deadlines": (1, 0, 0, 0),
        "cells": (2, 0, 0, 0),
        "bearers": (2, 0, 0, 0),
        "roles": (2, 0, 0, 0),  # to help is said by whom one works with
        "partners": (1, 0, 0, 0),
        "groups": (1, 0, 0, 0),
        "groups_whole": (1, 0, 0, 0),
        "reports": (1, 0, 0, 0),
    }


def test_an_unmarked_draft_misses_everything_and_is_wrong_nowhere(plan):
    """Words alone make sections, sentences and cells right, and no mark."""
    words_alone = [
        {
            "number": "I",
            "heading": "NỘI DUNG",
            "paragraphs": ["Kinh phí 5 triệu đồng. Mỗi hộ 2 triệu đồng.", "Hộ nghèo có đất được ưu tiên."],
            "tables": SECTIONS[0]["tables"],
        },
        {
            "number": "II",
            "heading": "TỔ CHỨC",
            "items": ["Chủ trì, phối hợp với Công an xã thực hiện; báo cáo UBND xã trước ngày 10/6/2026."],
        },
    ]
    assert plan(words_alone, documents=[]) == {
        "sections": (2, 0, 0, 0),
        "sentences": (2, 0, 0, 0),
        "amounts": (0, 0, 0, 2),
        "documents": (0, 0, 0, 1),
        "deadlines": (0, 0, 0, 1),
        "cells": (2, 0, 0, 0),
        "bearers": (0, 0, 0, 2),
        "roles": (0, 0, 0, 3),
        "partners": (0, 0, 0, 1),
        "groups": (0, 0, 0, 1),
        "groups_whole": (0, 0, 0, 1),
        "reports": (0, 0, 0, 1),
    }


def _norm_lost(sections):
    del sections[0]["paragraphs"][0]["phrases"][1]["money"]["norm"]


def _other_bearer(sections):
    sections[1]["items"][0]["bearers"] = ["ca"]


def _other_role(sections):
    sections[1]["items"][0]["phrases"][1]["roles"] = ["monitor"]


def _other_day(sections):
    sections[1]["items"][0]["phrases"][1]["reports"][0]["due"] = "2026-06-01"


def _no_priority(sections):
    del sections[0]["paragraphs"][1]["for_whom"][0]["priority"]


def _cells_changed(sections):
    rows = sections[0]["tables"][0]["rows"]
    rows[0]["cells"][2], rows[1]["cells"][2] = "30", "12"


def _heading_is_a_sentence(sections):
    sections[1]["heading"] = "TỔ CHỨC VÀ"


def _moved(sections):
    sections[1]["paragraphs"] = [sections[0]["paragraphs"].pop(0)]


def _reported_to_another(sections):
    sections[1]["items"][0]["phrases"][1]["reports"][0]["to"] = ["ca"]


@pytest.mark.parametrize(
    ("change", "kind", "counts"),
    [
        (_norm_lost, "amounts", (1, 1, 1, 1)),
        (_other_bearer, "bearers", (0, 1, 1, 2)),  # a body of a paragraph is wrong once
        (_other_role, "roles", (1, 1, 1, 1)),
        (_other_day, "deadlines", (0, 1, 1, 1)),
        (_no_priority, "groups", (1, 0, 0, 0)),
        (_no_priority, "groups_whole", (0, 1, 1, 1)),
        (_cells_changed, "cells", (0, 2, 2, 2)),
        (_heading_is_a_sentence, "sections", (1, 1, 1, 1)),
        (_moved, "sentences", (1, 1, 1, 1)),
        (_reported_to_another, "reports", (0, 1, 1, 1)),
    ],
)
def test_one_fault_is_counted_in_its_kind(plan, change, kind, counts):
    """A wrong mark is wrong, and the right one in its place is missing."""
    assert plan(changed(change))[kind] == counts


def test_the_words_that_close_a_plan_may_be_told_under_its_last_heading(plan, monkeypatch):
    """They stand behind it in print; under any other heading they are elsewhere."""
    monkeypatch.setitem(PLAN, "closing", ["Trên đây là Kế hoạch."])

    def counted(heading):
        told = {"text": "Trên đây là Kế hoạch.", "in": heading}
        return plan(truth={**TRUTH, "sentences": [told]})["sentences"]

    assert counted("II. TỔ CHỨC") == (1, 0, 0, 0)
    assert counted("I. NỘI DUNG") == (0, 1, 1, 1)


def test_what_stands_nowhere_in_the_truth_is_wrong(plan):
    """A duty in a sentence that gives no work, a document that is not cited."""

    def more(sections):
        sections[0]["paragraphs"][1] |= {"roles": ["implement"], "bearers": ["ca"]}

    counts = plan(changed(more), documents=[*DOCUMENTS, {"id": "x", "number": "1/QĐ-UBND"}])
    assert (counts["roles"], counts["bearers"], counts["documents"]) == ((2, 1, 1, 0), (2, 1, 1, 0), (1, 1, 1, 0))
    assert score.unasked(plan.scores) == 0.2143  # 3 of 14 marks


def _asked(words, sets, guess, whole=False):
    passage = "Chủ trì, phối hợp với Công an xã thực hiện; báo cáo UBND xã trước ngày 10/6/2026."
    spot = {"file": "sections.yaml", "address": "II", "passage": passage, "words": words}
    spot |= {"start": passage.index(words), "sets": sets, "whole": whole}
    asked = {"id": "q", "kind": "bearer", "question": "?", "spots": [spot]}
    return [asked | ({"guess": "có"} if guess else {"choices": ["UBND xã"]})]


def _without_bearers(sections):
    del sections[1]["items"][0]["bearers"]


def test_a_guess_that_is_asked_about_counts_as_guessed(plan):
    """Right it makes the bearer found, wrong it is wrong but asked; choices without a guess say nothing."""
    sections = changed(_without_bearers)
    whole = "Chủ trì, phối hợp với Công an xã thực hiện; báo cáo UBND xã trước ngày 10/6/2026."
    assert plan(sections)["bearers"] == (0, 0, 0, 2)
    assert plan(sections, _asked(whole, {"bearers": ["kt"]}, True, True))["bearers"] == (2, 0, 0, 0)
    assert plan.read.questions == 1
    assert plan(sections, _asked(whole, {"bearers": ["ca"]}, True, True))["bearers"] == (0, 1, 0, 2)
    assert plan(sections, _asked(whole, {"bearers": ["ca"]}, False, True))["bearers"] == (0, 0, 0, 2)


def test_kinds_that_a_truth_file_lacks_are_left_out(plan):
    """So are partners where no duty tells of any."""
    truth = {"plan": {}, "duties": [{k: v for k, v in one.items() if k != "partner_names"} for one in TRUTH["duties"]]}
    assert list(plan(truth=truth)) == ["sentences", "bearers", "roles"]


def test_checked_data_are_their_own_truth(plan):
    """What `--data` compares with: a draft that equals the data is right in every kind."""
    plan()
    counts = plan(truth=truth_of(plan.read))
    assert all(wrong == missing == 0 for _, wrong, _, missing in counts.values())
    assert (counts["bearers"][0], counts["roles"][0], counts["amounts"][0]) == (2, 2, 2)


def test_words_of_the_document_that_the_draft_lost_are_told(plan):
    """In order; what the reader itself did not see is told by the file's own words."""
    plan()
    told = " ".join(one.text for one in plan.read.pieces)
    assert words.share(told.split(), plan.read) == (1.0, [])
    kept, lost = words.share([*told.split(), "thêm", "nữa"], plan.read)
    assert (kept < 1, lost) == (True, ["thêm", "nữa"])
    assert words.share(told.split(), plan.read, raw=[*told.split(), "sót"])[1] == ["sót"]


def test_every_truth_file_has_the_form_of_the_schema():
    """The one that came first too."""
    schema = json.loads((BENCH / "import/truth.schema.json").read_text(encoding="utf-8"))
    files = [BENCH.parent / "tests/plans/van-xuan/truth.json", *sorted((BENCH / "import").glob("*/*/truth.json"))]
    assert len(files) == 55
    for file in files:
        jsonschema.Draft202012Validator(schema).validate(json.loads(file.read_text(encoding="utf-8")))
