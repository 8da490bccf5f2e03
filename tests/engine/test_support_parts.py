"""What the page /ho-tro shows of parts that are no projects: who is named where, for what, and what is no support."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from support import Spoil

from programme import Programme, open_programme
from programme.derive import not_support, support, support_steps
from programme.load.texts import Paragraph, Phrase
from programme.render.renderer import Renderer

SECTIONS = "data/sections.yaml"
PARTS = """\
- number: IV-A
  heading: NỘI DUNG THỰC HIỆN
  clauses:
    - number: "1"
      heading: Làm nhà
      clauses:
        - number: a
          heading: "Đối tượng:"
          items:
            - text: Hộ nghèo ở thôn Hạ chưa có nhà.
              for_whom: [{who: [gia-dinh-ngheo], place: thon-ha, condition: chưa có nhà}]
            - text: Không xét nhóm hộ.
              for_whom: [{who: [nhom-ho], excluded: true}]
        - number: b
          heading: "Nội dung hỗ trợ:"
          paragraphs:
            - Mỗi nhà một mái.
        - number: c
          heading: "Phân công:"
          paragraphs:
            - text: Phòng Kinh tế xã làm nhà.
              bearers: [phong-kinh-te]
              roles: [implement]
    - number: "2"
      heading: Thẻ khám bệnh
      paragraphs: ["Cấp thẻ cho:"]
      items:
        - text: người già;
          for_whom: [{who: [nguoi-gia]}]
        - text: 90% hộ nghèo có thẻ.
          for_whom: [{who: [gia-dinh-ngheo]}]
          indicator: {id: the, name: Có thẻ, kind: coverage, unit: "%"}
- number: IV-B
  heading: MỤC TIÊU KHÁC
  paragraphs:
    - text: Hộ cận nghèo khá lên.
      for_whom: [{who: [gia-dinh-can-ngheo]}]
- number: IV-C
  heading: TIẾN ĐỘ
  tables:
    - columns:
        - text: TT
        - {text: Công việc, says: task}
        - {text: Ai làm, says: lead}
      rows:
        - cells: ["1", Thăm người già., Phòng Kinh tế xã]
          bearers: [phong-kinh-te]
          for_whom: [{who: [nguoi-gia]}]
        - cells: ["2", Khảo sát nhu cầu của hộ nghèo., Phòng Kinh tế xã]
          bearers: [phong-kinh-te]
          for_whom: [{who: [gia-dinh-ngheo]}]
        - cells: [Cộng, "", "2"]
          total: true
- number: V
"""


@pytest.fixture
def told(spoil: Spoil) -> Programme:
    return open_programme(spoil(SECTIONS, "- number: V\n", PARTS), with_pages=False)


def test_a_part_that_names_people_is_shown_with_its_own_heading(told: Programme):
    """What is done, then work that is given; no aims, targets, surveys; a part with "Đối tượng" is the whole work."""
    found = [
        (
            part.ref,
            part.clause.name,
            part.gives_work,
            [(one.ref, one.label, one.paragraph.text) for one in part.sentences],
        )
        for part in support.parts(told)
    ]
    assert found == [
        (
            "IV-A.1",
            "Làm nhà",
            False,
            [
                ("IV-A.1.a", "Đối tượng", "Hộ nghèo ở thôn Hạ chưa có nhà."),
                ("IV-A.1.a", "Đối tượng", "Không xét nhóm hộ."),
                ("IV-A.1.b", "Nội dung", "Mỗi nhà một mái."),
            ],
        ),
        ("IV-A.2", "Thẻ khám bệnh", False, [("IV-A.2", "", "Cấp thẻ cho:"), ("IV-A.2", "", "người già;")]),
        (
            "IV-C",
            "TIẾN ĐỘ",
            True,
            [("IV-C", "Việc giao cho Phòng Kinh tế", "1 Thăm người già. Phòng Kinh tế xã")],
        ),
    ]


def test_a_part_asks_by_the_same_conditions_as_a_project(told: Programme):
    """Its place and words; who is refused gets none; its groups are boxes of the form."""
    first = support.parts(told)[0].sentences
    assert [one.target.conditions for one in first[0].supports] == [("ở thôn Hạ", "Kế hoạch viết “chưa có nhà”")]
    assert (first[1].supports, [one.who[0].id for one in first[1].refused]) == ((), ["nhom-ho"])
    assert "nguoi-gia" in [one.id for groups in support_steps.choices(told).values() for one in groups]


def test_the_page_leads_to_the_part_and_tells_work_apart(told: Programme):
    """A heading as a link to the clause; rows cell by cell with the head of their column; the list for no script."""
    page = BeautifulSoup(Renderer(told).overview("ho-tro"), "html.parser")
    link = page.select_one("#ho-tro-muc-iv-a-1 a")
    assert link and (link["href"], link.get_text()) == ("toan-van.html#IV-A.1", "Làm nhà")
    head, row = page.select_one("[data-work-head]"), page.select_one("[data-node=IV-C] .sentence")
    assert head and head.get_text() == "Việc giao cho cơ quan, đoàn thể có nhắc tới ai (chưa hẳn là hỗ trợ)"
    assert row and " ".join(row.get_text(" ").split()) == (
        "Công việc: Thăm người già. Ai làm: Phòng Kinh tế xã Việc giao cho Phòng Kinh tế, mục IV-C "
        "Câu này nhắc tới: Người già"
    )
    listed = [" ".join(one.get_text(" ").split()) for one in page.select("ul[data-no-finder]")[-1].select("li")]
    assert listed == ["Làm nhà mục IV-A.1", "Thẻ khám bệnh mục IV-A.2", "TIẾN ĐỘ mục IV-C"]
    form = page.select_one("form")
    assert form and form["data-called"] == "dự án, tiểu dự án, phần khác"


def offered(programme: Programme) -> tuple[str, list[str], list[str]]:
    """The label of "what do you need", what it offers, and what the first two parts say they have."""
    page = BeautifulSoup(Renderer(programme).overview("ho-tro"), "html.parser")
    label = page.select_one("label:has([name=can])")
    parts = page.select("[data-node^=IV-A]")
    assert label and label.contents
    names = [one.get_text(strip=True) for one in label.select("option")]
    return str(label.contents[0]).strip(), names, [str(one["data-needs"]) for one in parts]


def test_where_nobody_wrote_what_people_need_the_parts_are_offered(told: Programme):
    """By their own names, with the projects that support somebody; not where bodies get their work."""
    without = Programme(told.data.model_copy(update={"needs": (), "questions": ()}))
    label, names, held = offered(without)
    assert (label, names[:2], names[-2:]) == ("Về việc", ["Mọi việc", "Hạ tầng thôn"], ["Làm nhà", "Thẻ khám bệnh"])
    assert held == ["iv-a-1", "iv-a-2"]


def test_what_people_need_may_be_in_a_part(spoil: Spoil):
    """A need names clauses beside projects, with what is in them; without a script its line leads there."""
    needs = '- {id: an-o, name: "Ăn, ở", projects: [giam-ngheo/1], clauses: [IV-A]}\n- {id: nuoi-ga'
    spoil("data/needs.yaml", "- {id: nuoi-ga", needs)
    told = open_programme(spoil(SECTIONS, "- number: V\n", PARTS), with_pages=False)
    label, names, held = offered(told)
    assert (label, names[1], held) == ("Tôi cần", "Ăn, ở", ["an-o", "an-o"])
    line = BeautifulSoup(Renderer(told).overview("ho-tro"), "html.parser").select_one("#can-an-o")
    assert line and [one["href"] for one in line.select("a")][-2:] == ["#ho-tro-muc-iv-a-1", "#ho-tro-muc-iv-a-2"]


@pytest.mark.parametrize(
    ("before", "phrase", "roles", "named"),
    [
        ("", "Khảo sát nhu cầu của hộ nghèo", (), True),
        ("", "Hộ nghèo có tên trong danh sách rà soát cuối năm thì được nhận nhà", (), False),
        ("Sau khi bình xét,", "hộ nghèo được nhận nhà", (), False),
        ("", "Rà soát, hỗ trợ hộ nghèo sửa nhà", (), False),
        ("", "Hỗ trợ, theo dõi hộ nghèo", (), False),
        ("Rà soát, lập danh sách", "học sinh thuộc hộ nghèo", (), True),
        ("Rà soát hộ nghèo;", "hộ neo đơn được thăm", (), False),
        ("Đối chiếu thông tin,", "làm căn cước cho người già", ("implement",), False),
        ("", "Bảo đảm cho hộ nghèo", ("monitor",), True),
    ],
)
def test_who_is_but_looked_at_is_not_supported(before: str, phrase: str, roles: tuple[str, ...], named: bool):
    """By the first word that says what is done in the same part of the sentence, or by the roles it gives."""
    said = Phrase(text=phrase, roles=roles)
    phrases = (*([Phrase(text=before)] if before else []), said)
    assert not_support.only_names(Paragraph(phrases=phrases), said) is named


def test_a_plan_that_marks_groups_and_supports_nobody_is_warned(told: Programme, monkeypatch: pytest.MonkeyPatch):
    """Only where nothing at all is found; the page then says where its groups are named."""
    from programme.rules import registries

    assert list(registries.who_is_named_finds_something(told)) == []
    monkeypatch.setattr(registries, "supports", lambda programme: [])
    (one,) = registries.who_is_named_finds_something(told)
    assert not one.is_error
    assert "mà trang Tìm hỗ trợ không có chỗ nào: đó đều là mục tiêu, chỉ tiêu, hiện trạng hay việc rà soát" in str(one)
    monkeypatch.setattr(support, "shown", lambda programme: [])
    monkeypatch.setattr(support, "parts", lambda programme: ())
    page = " ".join(BeautifulSoup(Renderer(told).overview("ho-tro"), "html.parser").get_text().split())
    assert "chưa có chỗ nào được đánh dấu là hỗ trợ ai; lời của Kế hoạch ở Toàn văn Kế hoạch, chỗ nhắc tới" in page


def test_a_row_is_quoted_cell_by_cell_and_a_total_keeps_its_name(told: Programme):
    """On the page of a group each cell with the head of its column; in the full text the total's name is a head."""
    group = BeautifulSoup(Renderer(told).group("nguoi-gia"), "html.parser")
    row = next(one for one in group.select("blockquote") if "Thăm" in one.get_text())
    assert [one.get_text() for one in row.select("p")] == ["Công việc: Thăm người già.", "Ai làm: Phòng Kinh tế xã"]
    text = BeautifulSoup(Renderer(told).overview("toan-van"), "html.parser")
    cells = next(one for one in text.select("tr.row-top") if "Cộng" in one.get_text()).find_all(["th", "td"])
    assert [(one.name, one.get("colspan"), one.get_text()) for one in cells] == [("th", "2", "Cộng"), ("td", None, "2")]
