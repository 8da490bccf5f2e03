"""Lines below a piece of work that say who does it and when: the work is said with them, and is one of a project."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from support import Spoil

from programme import Programme, open_programme
from programme.derive import deadlines, duty_sheets, left_open, task_lines
from programme.render.renderer import Renderer

FILE = "data/projects/gn-2.yaml"
FIRST = """\
          - phrases:
              - text: Cấp 4.500 gà giống
"""
CONTENT = """\
          - Không cấp tiền thay con giống.
"""
LINES = """\
          - text: Làm chuồng cho hộ nghèo.
            items:
              - bearers: [tram-y-te]
                text: "Đơn vị chủ trì: Trạm Y tế xã; đơn vị phối hợp: Mặt trận xã, các đơn vị khác."
                roles: [lead]
                with: [mat-tran-xa, don-vi-khac]
              - text: "Thời gian thực hiện: tháng 6/2026."
                timing: {text: tháng 6/2026, start: 2026-06}
          - text: Tiêm phòng cho gà.
            items:
              - bearers: [truong-cac-thon]
                text: "Cơ quan thực hiện: Trưởng các thôn."
                roles: [lead]
"""
LEAD = """\
              - text: Chủ trì, phối hợp với các đơn vị khác tổ chức thực hiện theo Điều 7 Luật số 24/2021/QH15;
                roles: [lead, coordinate, implement]
                with: [don-vi-khac]
"""
NO_LEAD = LEAD.replace("[lead, coordinate, implement]", "[coordinate, implement]")


def words(text: str) -> str:
    return " ".join(BeautifulSoup(text, "html.parser").get_text().split())


def sheet(programme: Programme, id: str) -> BeautifulSoup:
    return BeautifulSoup(Renderer(programme).agency(id), "html.parser")


@pytest.fixture
def lines(spoil: Spoil) -> Programme:
    return open_programme(spoil(FILE, CONTENT, LINES))


def test_a_sheet_says_the_work_with_the_lines_below_it(lines: Programme):
    """The words that the line stands under, then the lines that say of it who and when, as the plan has them."""
    (group,) = [one.parent for one in sheet(lines, "tram-y-te").find_all(id="viec-du-an-giam-ngheo-2-1")]
    (one,) = group.select(".duty")
    assert [words(str(line)) for line in one.select("blockquote p")] == [
        "Làm chuồng cho hộ nghèo.",
        "+ Đơn vị chủ trì: Trạm Y tế xã; đơn vị phối hợp: Mặt trận xã, các đơn vị khác.",
        "+ Thời gian thực hiện: tháng 6/2026.",
    ]
    assert words(str(one.select_one(".ours"))) == "Cùng với: Mặt trận xã; Các đơn vị khác."


def test_what_a_line_says_of_the_time_is_due_from_the_body_of_the_line_beside_it(lines: Programme):
    """Not from the body of another work."""
    months = deadlines.by_month(lines, lines.agencies["tram-y-te"])
    assert [(month, [one.text for one in ones]) for month, ones in months] == [("Tháng 6 năm 2026", ["tháng 6/2026"])]
    assert "tháng 6/2026" not in str(deadlines.by_month(lines, lines.agencies["truong-thon-ha"]))


def test_a_work_is_one_sentence_whoever_of_its_lines_gives_it(lines: Programme):
    """Two lines that name bodies below one work make one assignment; none is said twice."""
    node = lines.by_key["giam-ngheo/2.1"]
    ones = duty_sheets.assignments(lines, lines.duties_in(node))
    said = [one.paragraph.text for one in ones]
    assert said.count("Làm chuồng cho hộ nghèo.") == said.count("Tiêm phòng cho gà.") == 1
    assert not any(text.startswith(("Đơn vị chủ trì", "Thời gian")) for text in said)


def test_who_leads_one_work_does_not_lead_the_project(lines: Programme, spoil: Spoil):
    """Where somebody leads the whole it is that one; else nobody, and no money is counted for who leads a piece."""
    node = lines.by_key["giam-ngheo/2.1"]
    assert [one.id for one in lines.leads(node)] == ["phong-kinh-te"] and lines.task_leads(node) == ()
    unled = open_programme(spoil(FILE, LEAD, NO_LEAD))
    node = unled.by_key["giam-ngheo/2.1"]
    assert unled.leads(node) == ()
    assert [one.id for one in unled.task_leads(node)] == ["tram-y-te", "truong-cac-thon"]
    assert unled.led_by(unled.agencies["truong-cac-thon"]) == ()
    gaps = {gap.what: [key.key for key, _ in gap.places] for gap in left_open.of_assignment(unled)}
    assert "giam-ngheo/2.1" not in gaps.get("không nêu cơ quan cấp xã chủ trì", [])
    page = words(Renderer(unled).project("giam-ngheo/2.1"))
    assert "Chủ trìtừng việc: Trạm Y tế xã; Trưởng các thôn" in page
    rows = BeautifulSoup(Renderer(unled).overview("kinh-phi"), "html.parser").select("table tr")
    assert "Chỉ nêu cơ quan chủ trì từng việc" in [words(str(row.th)) for row in rows if row.th]


def test_who_leads_every_work_of_a_project_leads_it(copy: Path):
    """The same body in each; with one work more that has nobody, not."""
    file = copy / FILE
    before, _, after = file.read_text(encoding="utf-8").replace(LEAD, NO_LEAD).partition(FIRST)
    _, _, after = after.partition(CONTENT)
    of_one = LINES.replace("[truong-cac-thon]", "[tram-y-te]").replace("Trưởng các thôn", "Trạm Y tế xã")
    for content, leads in ((of_one, ["tram-y-te"]), (of_one + CONTENT, []), (LINES, [])):
        file.write_text(before + content + after, encoding="utf-8")
        whole = open_programme(copy)
        assert [one.id for one in whole.leads(whole.by_key["giam-ngheo/2.1"])] == leads


def test_a_line_is_told_by_its_form():
    """A short label with a body after it, or one that names a role; not a body with its work after it."""
    names = ["phòng kinh tế", "các thôn"]
    lines = ("Đơn vị chủ trì: Phòng Kinh tế.", "Giao: Các thôn", "Cơ quan thực hiện: UBND các nơi.")
    others = (
        "Phòng Kinh tế: Chủ trì mở lớp.",
        "Chủ trì mở lớp.",
        "Mua giống cây, giống con cho các hộ ở thôn: Phòng Kinh tế chủ trì.",
    )
    assert [task_lines.names_bearer(one, names) for one in (*lines, *others)] == [True] * 3 + [False] * 3


def test_a_sentence_that_ends_with_its_bearer_is_quoted_whole(spoil: Spoil):
    """ "Làm chuồng. Đơn vị chủ trì: …" in one paragraph: what is before says what the work is."""
    told = """\
          - bearers: [tram-y-te]
            phrases:
              - Làm chuồng cho hộ nghèo.
              - text: "Đơn vị chủ trì: Trạm Y tế xã."
                roles: [implement]
"""
    page = sheet(open_programme(spoil(FILE, CONTENT, told)), "tram-y-te")
    quoted = words(str(page.find(id="viec-du-an-giam-ngheo-2-1").parent.select_one("blockquote")))
    assert quoted == "Làm chuồng cho hộ nghèo. Đơn vị chủ trì: Trạm Y tế xã."
