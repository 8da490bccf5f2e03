"""The plan's words stand in `data/`, all of them, once, in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import ROOT

from programme import Programme
from programme.derive.full_text import rebuild
from programme.load.loader import load
from programme.pages.source import compare


def test_the_words_of_data_are_the_words_of_the_source(programme: Programme):
    """Rebuilt from data/, the plan is the source word for word, in order, nothing missing, added or twice."""
    assert list(compare(programme, ROOT)) == []


def every_text() -> list[tuple[str, str, str]]:
    """One word to change in each file of data/ that holds words of the plan."""
    return [
        ("data/plan.yaml", "khẩn trương", "khẩn cấp"),
        ("data/sections.yaml", "tiếp nhận con em", "tiếp nhận con cháu"),
        ("data/sections.yaml", "MỤC ĐÍCH", "MỤC TIÊU"),
        ("data/projects/du-an-1.yaml", "lưu thông", "giao thông"),
        ("data/projects/du-an-2.yaml", "3.051 triệu", "3.100 triệu"),
        ("data/projects/du-an-3.yaml", "diêm nghiệp", "lâm nghiệp"),
        ("data/projects/du-an-4.yaml", "Đào tạo nghề cho", "Đào tạo cho"),
        ("data/projects/du-an-6.yaml", "chuyên trang,", "chuyên trang, chuyên trang,"),
        ("data/projects/du-an-7.yaml", "Giám sát, đánh giá", "Theo dõi, đánh giá"),
    ]


@pytest.mark.parametrize(("file", "old", "new"), every_text())
def test_one_changed_word_is_noticed(spoil, file: str, old: str, new: str):
    """A word changed, dropped or said twice in any file of data/ makes the comparison fail."""
    root: Path = spoil(file, old, new)
    changed, _ = load(root / "data")  # unchecked: some of these the checker notices too
    (said,) = compare(Programme(changed), ROOT)
    assert said.startswith("source/ke-hoach-2023.txt:")


def test_no_sentence_stands_twice_in_data(programme: Programme):
    """A long run of the plan's words is written in one place of data/, not copied into notes or answers."""
    texts = [
        " ".join(re.sub(r"(?m)^\s*#.*$", "", path.read_text(encoding="utf-8")).split())
        for path in sorted((ROOT / "data").rglob("*.yaml"))
    ]
    everything = " ".join(texts)
    repeated = set()
    for spot in programme.spots:
        text = " ".join(spot.phrase.text.split())
        if len(text.split()) < 14:
            continue
        in_plan = sum(other.phrase.text.count(text) for other in programme.spots)
        if everything.count(text) > in_plan:
            repeated.add(text)
    assert not repeated


def test_a_plan_by_itself_ends_with_its_recipients(programme: Programme):
    """What is annexed to nothing has them, and the signature, last."""
    lines = rebuild(programme.data).splitlines()
    assert lines[4] == "Số: /KH-UBND Hậu Lộc, ngày tháng 6 năm 2023"
    assert [line[:20] for line in lines[-5:]] == [
        "- UBND các xã, thị t",
        "- Lưu: VT, LĐTBXH.",
        "TM. UBND HUYỆN",
        "CHỦ TỊCH",
        "Nguyễn Minh Hoàng",
    ]
