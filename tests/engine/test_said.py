"""What pages say in the plan's own words: bounds of aims, aims apart from what was reached, refusals, reasons."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from support import Spoil, commanded

from programme import FindingsError, Programme, open_programme
from programme.built.page import Page
from programme.built.page_frame import _running_title
from programme.pages import homes
from programme.render.renderer import Renderer
from programme.vietnamese import bounds

SECTIONS, PROJECT = "data/sections.yaml", "data/projects/gn-2.yaml"


def page(programme: Programme, name: str) -> str:
    """The words of an overview."""
    text = BeautifulSoup(Renderer(programme).overview(name), "html.parser").get_text(" ")
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("Ít nhất ", "% người dân có thẻ.", ("ít nhất", "")),
        ("Phấn đấu ít nhất có ", " người", ("ít nhất", "")),
        ("Từ ", "% hộ nghèo trở lên được nghe.", ("từ", "trở lên")),
        ("có ", " hộ trở xuống", ("", "trở xuống")),
        ("Từ ", "% hộ nghèo được nghe, 9 hộ trở lên.", ("", "")),
        ("Giảm ", " hộ; từ nay trở lên", ("", "")),
        ("còn dưới ", "%", ("dưới", "")),
    ],
)
def test_the_words_that_make_a_bound(before: str, after: str, found: tuple[str, str]):
    """Before the number, or after it in the same part of the sentence."""
    assert bounds.around(before, after) == found


def test_an_aim_is_told_with_the_words_of_its_bound(spoil: Spoil):
    """Whether a mark says that it is one or not, and though the words stand in the phrase before."""
    told = """\
  items:
    - phrases:
        - Phấn đấu ít nhất
        - text: 92% người trong xã có thẻ.
          indicator: {id: the, name: Có thẻ, kind: coverage, unit: "%"}
    - text: Từ 80% nhà trở lên nghe được loa.
      indicator: {id: loa, name: Nghe được loa, kind: coverage, unit: "%"}
"""
    root = spoil(SECTIONS, "- number: V\n", f"- number: IV-A\n  heading: CHỈ TIÊU\n{told}- number: V\n")
    said = page(open_programme(root), "muc-tieu")
    assert "Có thẻ ít nhất 92 %" in said and "Nghe được loa từ 80 % trở lên" in said


def test_what_was_reached_before_is_no_aim(spoil: Spoil):
    """By the heading it stands under, or by its year; it is told as how things were."""
    told = """\
- number: I-A
  heading: KẾT QUẢ NĂM 2025 VÀ MỤC TIÊU ĐÃ ĐẠT
  items:
    - text: 45 nhà được làm xong.
      output: {name: Nhà làm xong, unit: nhà}
    - text: Còn 77 hộ nghèo.
      indicator: {id: con-lai, name: Hộ nghèo còn lại, kind: reduction, unit: hộ nghèo}
"""
    programme = open_programme(spoil(SECTIONS, "- number: II\n", f"{told}- number: II\n"))
    aims, _, reached = page(programme, "muc-tieu").partition("Khi lập Kế hoạch")
    assert "Hộ nghèo còn lại" not in aims and "Hộ nghèo còn lại: 77 hộ nghèo" in reached
    assert "Nhà làm xong" not in aims + reached and "I-A" not in [ref for _, ref in homes.goal_parts(programme)]


def test_which_parts_are_aims_can_be_said(programme: Programme, spoil: Spoil):
    """Where parts are marked as aims, those alone are, with what stands in them."""
    assert [ref for _, ref in homes.goal_parts(programme)] == ["I"]
    marked = open_programme(spoil(SECTIONS, "- number: III\n", "- number: III\n  kind: objective\n"))
    assert [ref for _, ref in homes.goal_parts(marked)] == ["III"]
    with pytest.raises(FindingsError, match="ở mục ngoài các dự án chỉ ghi được loại objective"):
        open_programme(spoil(SECTIONS, "  kind: objective\n", "  kind: content\n"))


def test_what_is_to_be_made_is_not_called_a_result(programme: Programme):
    said = page(programme, "muc-tieu")
    assert "Số lượng phải làm" in said and "Kết quả" not in said


def test_who_gets_nothing_is_told_where_the_sentence_stands(spoil: Spoil):
    """Beside the words that refuse, on the page of the support."""
    told = (
        "- text: Không cấp tiền thay con giống cho nhóm hộ.\n            for_whom: [{who: [nhom-ho], excluded: true}]\n"
    )
    programme = open_programme(spoil(PROJECT, "- Không cấp tiền thay con giống.\n", told))
    assert re.search(r"thay con giống cho nhóm hộ\. Nội dung, mục \S+ Không hỗ trợ Nhóm hộ", page(programme, "ho-tro"))


def test_lines_below_a_work_are_no_support(spoil: Spoil):
    """The work is said, who does it and when is not said again as if it were given to somebody."""
    told = """\
- text: Làm chuồng cho nhóm hộ.
            for_whom: [{who: [nhom-ho]}]
            items:
              - bearers: [tram-y-te]
                text: "Đơn vị thực hiện: Trạm Y tế xã."
                roles: [implement]
              - "Thời gian thực hiện: cả năm."
"""
    said = page(open_programme(spoil(PROJECT, "- Không cấp tiền thay con giống.\n", told)), "ho-tro")
    assert "Làm chuồng cho nhóm hộ." in said
    assert "Đơn vị thực hiện" not in said and "Thời gian thực hiện" not in said


def test_what_a_draft_says_of_itself_is_no_reason_once_it_is_none(programme: Programme):
    """Of a plan that is entered; a reason that a person wrote stays."""
    reasons = ("Bản nháp: máy chưa tìm thấy văn bản làm căn cứ.", "Tiền của xã.")
    assert [programme.own_reason(one) for one in reasons] == [None, "Tiền của xã."]
    draft = Programme(programme.data, open_questions=1)
    assert [draft.own_reason(one) for one in reasons] == [*reasons]


def test_a_running_title_has_room_on_a_sheet():
    """Of a long name of the site, and of a long title, the end is cut."""
    name = "Kế hoạch thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững năm 2026"

    def running(window: str) -> str:
        return _running_title(Page("thu", f"<title>{window}</title>".encode()))

    assert running(f"Phân công – {name}") == "Phân công – Kế hoạch thực hiện Chương trình mục…"
    assert running(f"{'tên dài ' * 20}– {name}") == (
        "tên dài tên dài tên dài tên dài tên dài tên dài… – Kế hoạch thực hiện Chương trình mục…"
    )
    assert running("Phân công – Giảm nghèo X 2026") == "Phân công – Giảm nghèo X 2026"


def test_the_place_is_not_said_twice_of_a_new_site(tmp_path):
    """Where the name of the plan has it already."""
    given = ("LEVEL=tỉnh", "YEAR=2026", "ISSUER=UBND tỉnh X", "PLACE=tỉnh X")
    for name, said in (("Kế hoạch trên địa bàn tỉnh X", "tỉnh X"), ("Kế hoạch năm 2026", "2026, tỉnh X")):
        folder = tmp_path / said[:4]
        done = commanded("new", f"DIR={folder}", f"NAME={name}", *given)
        assert done.returncode == 0, done.stderr
        (line,) = re.findall(r"^site_description: (.*)$", (folder / "mkdocs.yml").read_text(encoding="utf-8"), re.M)
        assert line.strip("\"'") == f"Tra cứu {name}" + (", tỉnh X" if "2026" in name else "")


def test_a_report_without_a_receiver_begins_with_no_comma(spoil: Spoil):
    """Its frequency is told; on the page of assignments too that the plan says nothing of one."""
    old = "reports: [{to: [ubnd-xa], via: phong-kinh-te, frequency: hằng tháng, note: Kế hoạch không nêu mẫu.}]"
    programme = open_programme(spoil(PROJECT, old, "reports: [{frequency: hằng tháng}]"))
    text = BeautifulSoup(Renderer(programme).agency("truong-cac-thon"), "html.parser").get_text()
    assert "Báo cáo: “hằng tháng”." in " ".join(text.split())
    silent = open_programme(spoil(SECTIONS, "reports: [{to: [ubnd-xa]}]", "reports: [{}]"))
    assert "Báo cáo: Kế hoạch không nêu báo cáo cho ai, bao lâu một lần ." in page(silent, "phan-cong")


def test_of_a_short_form_that_a_draft_does_not_know_nothing_is_said_to_be_explained(spoil: Spoil):
    """What stands in brackets is no explanation of the site."""
    full = "(bản nháp: chưa rõ viết tắt cho gì)"
    programme = open_programme(spoil("data/abbreviations.yaml", "full: Tỉnh ủy}", f"full: '{full}'}}"))
    said = page(programme, "thuat-ngu")
    assert f"TU {full}" in said
    assert f"{full} Kế hoạch không viết đầy đủ" not in said


def test_bodies_that_lead_together_are_one_row_in_whatever_order(spoil: Spoil):
    """ "A; B" and "B; A" are the same leads."""
    both = '- bearers: [chu-tich-xa, phong-kinh-te]\n            phrases:\n              - "Phòng Kinh tế:"'
    old = '- bearers: [phong-kinh-te]\n            phrases:\n              - "Phòng Kinh tế:"'
    programme = open_programme(spoil(PROJECT, old, both))
    rows = [([one.id for one in leads], [line.node.key for line in lines]) for leads, lines in programme.money_by_lead]
    assert (["phong-kinh-te", "chu-tich-xa"], ["giam-ngheo/2.1", "giam-ngheo/1"]) in [
        (leads, sorted(dict.fromkeys(keys), reverse=True)) for leads, keys in rows
    ]
