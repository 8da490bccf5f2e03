"""The guide, the messages' examples and the everyday words: the engine's, with what the plan at hand has."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from support import PLANS, commanded

from programme import Programme, open_programme
from programme.derive.search_words import search_words
from programme.load.examples import Examples
from programme.load.lexicon import lexicon, read_lexicon
from programme.render.guide_examples import as_yaml, guide_examples
from programme.render.renderer import Renderer


def test_the_guide_shows_the_plan_at_hand(programme: Programme):
    """Project file, parts, a budget line, who acts, groups, documents of the guide are those of the plan."""
    guide = Renderer(programme, site_name="Kế hoạch thử").guide("index")
    for line in (
        "| `data/projects/gn-1.yaml`, … |",
        "| phần I, IV, V, VI của Kế hoạch | `data/sections.yaml` |",
        "    - bearers: [phong-kinh-te]\n      phrases:\n        - \"Phòng Kinh tế:\"\n",
        "        - to: [ubnd-xa]\n",
        "        - text: Người cao tuổi thuộc hộ nghèo.\n",
        "              of: [gia-dinh-ngheo]\n",
        "        - id: luat-24\n          kind: law\n          number: 24/2021/QH15\n          date: 2021-11-13\n",
        "        - text: theo Luật số 24/2021/QH15.\n",
        "ví dụ\n`ke-hoach-thu.zip`",
    ):  # fmt: skip
        assert line in guide, line


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_every_block_of_the_guide_is_yaml(plan: Path):
    """The examples can be typed as they stand: each indented block about data/ is YAML, whatever the plan."""
    guide = Renderer(open_programme(plan)).guide("index")
    blocks = [block for block in guide.split("\n\n") if block.startswith("    ") and "make " not in block]
    assert len(blocks) == 13
    for block in blocks:
        if "data/agencies.yaml:12" not in block:
            assert isinstance(yaml.safe_load(block), list | dict), block


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("96 triệu đồng,", "96 triệu đồng,"),
        ("Phòng Kinh tế:", '"Phòng Kinh tế:"'),
        ("450", '"450"'),
        ("", '""'),
        ('"x" và #y', '"\\"x\\" và #y"'),
        ("hai\ndòng", "hai dòng"),
        (("a, b", "c"), '["a, b", c]'),
    ],
)
def test_texts_are_written_as_yaml_reads_them(value: str | tuple[str, ...], written: str):
    """Plain where that is the same text, else in straight quotes."""
    assert as_yaml(value) == written


def test_a_plan_without_something_gets_a_neutral_example(programme: Programme):
    """No budget, no aliases, no documents, no everyday words: the guide shows neutral ones."""
    bare = programme.data.model_copy(update={"documents": (), "groups": (), "sections": ()})
    bare = bare.model_copy(update={"projects": tuple(one.model_copy(update={"clauses": ()}) for one in bare.projects)})
    examples = guide_examples(type(programme)(bare), "")
    assert examples.amount == "1.234 triệu đồng,"
    assert (examples.group.id, examples.named.id, examples.document.id) == (
        "ho-ngheo", "nguoi-khuyet-tat", "nd-12-2024",
    )  # fmt: skip
    assert (examples.bearer.id, examples.issuer.id) == ("ubnd-xa", "ubnd-xa")
    assert examples.archive == "ke-hoach-thu-giai-doan-2026-2030-cua-xa-minh-hoa.zip"


def test_check_misses_a_page_of_the_guide_and_pages_makes_it(copy: Path):
    """The guide is part of every plan: without its page `check` fails, `pages` writes the one line."""
    (copy / "docs/huong-dan/khoa.md").unlink()
    checked = commanded("--root", str(copy), "check")
    assert "docs/huong-dan/khoa.md: Thiếu trang này.\n    Cần: gõ make pages" in checked.stderr
    made = commanded("--root", str(copy), "pages")
    assert (made.returncode, made.stdout) == (0, "Đã tạo docs/huong-dan/khoa.md\n")
    assert (copy / "docs/huong-dan/khoa.md").read_text(encoding="utf-8").startswith('{{ guide("khoa") }}\n')


@pytest.mark.parametrize(
    ("data", "pattern", "filled"),
    [
        ({}, "who: [{groups}, {groups}]", "who: [ma-nhom, ma-nhom-khac]"),
        ({"groups": [{"id": "a"}]}, "who: [{groups}, {groups}]", "who: [a, ma-nhom-khac]"),
        ({"groups": [{"id": "a"}, {"id": "a"}, {"id": "b"}]}, "who: [{groups}, {groups}]", "who: [a, b]"),
        ({"groups": [{"id": ["x"]}, "y", None, {"id": "b"}]}, "group: {groups}", "group: b"),
        ({"groups": "x", "agencies": [{"id": "c"}]}, "{groups}: {agencies}", "ma-nhom: c"),
        ({"places": [{"id": "t", "kind": "province"}, {"id": "x"}]}, "{places} {units}", "t x"),
        ({"projects": [{"code": "3", "subprojects": [{"code": "3.1"}]}]}, "{projects} {projects}", "3 3.1"),
        (
            {"projects": [{"code": "3", "programme": "p", "subprojects": [{"code": "3.1"}]}]},
            "{codes} {projects} {projects}",
            "3 p/3 p/3.1",
        ),
        ({"sections": [{"number": "I"}, {"number": "II", "clauses": [{"number": "1"}]}]}, "[{clauses}]", "[II.1]"),
        ({"plan": {"programmes": [{"id": "p"}]}}, "programme: {programmes}", "programme: p"),
        ({}, "money: {}", "money: {}"),
    ],
)  # fmt: skip
def test_examples_are_filled_from_what_can_be_read(data: dict[str, object], pattern: str, filled: str):
    """The first ids that the data has, whatever else is wrong with it; a neutral word where it has none."""
    assert Examples(data).fill(pattern) == filled


def test_the_lexicon_is_of_any_plan(programme: Programme):
    """It is read whole; what a plan says nothing of is left out of its search, what is its own comes last."""
    words = lexicon()
    assert (len(words.everyday), len(words.pages), len(words.fillers)) == (268, 17, 352)
    known = search_words(programme)
    assert "hợp tác xã" not in {one.means for one in known.everyday}
    assert [one.means for one in known.everyday] == [
        "bà mẹ", "trẻ em", "Nơi nhận", "việc làm", "sinh kế", "hộ nghèo", "hộ cận nghèo", "phụ nữ", "rà soát hộ nghèo",
        "UBND", "Ủy ban", "UBND xã", "UBND tỉnh", "giám sát", "nay thuộc", "giai đoạn", "nhà ở", "nước sạch",
        "Văn phòng", "Trung ương", "vay vốn", "sửa nhà", "làm nhà", "nộp đơn", "số điện thoại", "danh sách hộ",
        "kết quả", "trạm y tế", "chuẩn nghèo", "phòng văn hóa", "mô hình", "phân bổ", "vốn sự nghiệp", "hỗ trợ nhà ở",
        "truyền thông", "giảm nghèo", "Chủ tịch", "kinh phí", "chủ trì", "phối hợp", "mục tiêu", "tập huấn",
        "xây dựng kế hoạch", "gà giống", "tìm việc",
    ]  # fmt: skip
    children = next(one for one in known.everyday if one.means == "trẻ em")
    assert children.say[:3] == ("con nít", "em bé", "trẻ con")
    assert children.say[-2:] == ("children under five", "cu tí")
    assert known.fillers[-3:] == ("cho biết", "với ạ", "xã Minh Họa")
    assert next(one for one in known.pages if one.page == "muc-tieu").aliases == (
        "chỉ tiêu", "mục đích", "mục đích yêu cầu", "giảm bao nhiêu", "tỷ lệ nghèo", "tỷ lệ hộ nghèo",
        "phấn đấu giảm", "targets", "target", "goals", "goal", "objectives", "objective", "giảm mấy phần trăm",
        "giảm nghèo mấy phần trăm", "bao nhiêu phần trăm",
    )  # fmt: skip


def test_a_faulty_lexicon_is_refused(tmp_path: Path):
    """The engine's own file is read as strictly as a plan's."""
    faulty = tmp_path / "lexicon.yaml"
    faulty.write_text("fillers: [có]\nfillers: [không]\n", encoding="utf-8")
    with pytest.raises(ValueError, match="khóa này đã có"):
        read_lexicon(faulty)
