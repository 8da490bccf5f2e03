"""The matrix of bodies and projects, what the plan leaves open, the flow of the reports."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect
from read_pages import line
from screens import Window

from programme import Programme
from programme.derive import duty_sheets
from programme.render import report_diagram
from programme.render.renderer import Renderer


def test_a_cell_of_the_matrix_leads_to_the_duty(pages: dict[str, BeautifulSoup], programme: Programme):
    """Every cell's link goes to a place on the project's page whose words name that body's duty."""
    cells = 0
    for agency, row in zip(
        [agency for agency, _ in programme.matrix], pages["phan-cong.html"].select(".matrix tbody tr"), strict=True
    ):
        for link in row.select("td a"):
            page, _, anchor = link["href"].partition("#")
            place = pages[page].find(id=anchor)
            assert place is not None, link["href"]
            text = line(place if place.name == "div" else place.find_next("section"))
            assert agency.name.lower() in text.lower() or any(name.lower() in text.lower() for name in agency.names)
            cells += 1
    assert cells == sum(len(found) for _, found in programme.matrix)


def test_a_dot_leads_where_the_cell_of_the_matrix_leads(pages: dict[str, BeautifulSoup]):
    """A dot for each cell, its name in words, solid where the body leads; there is no third list of the same."""
    page = pages["phan-cong.html"]
    dots = page.select(".dots li a")
    assert [one["href"] for one in dots] == [one["href"] for one in page.select(".matrix td a")]
    assert dots[0]["aria-label"] == "Chủ tịch UBND xã, Dự án 1 (Chương trình giảm nghèo thử): chủ trì"
    solid = [one.select_one(".lead") is not None for one in dots]
    assert solid == ["chủ trì" in one["aria-label"] for one in dots] and 0 < sum(solid) < len(dots)
    assert len(page.select(".dots li:not([aria-hidden])")) == len(page.select(".matrix tbody tr"))
    assert [one["id"] for one in page.select("article .body h2")] == ["bang", "khong-neu", "nhiem-vu-chung"]


def test_the_matrix_is_filtered_and_the_address_remembers(browser: Browser, window: Window, address: str):
    """Level, role and project narrow the table; the address opened anew shows the same; clearing shows all."""
    page = window()
    page.goto(f"{address}/phan-cong")
    rows = page.locator(".matrix tbody tr:not([hidden])")
    every = rows.count()
    page.locator("select[name=vai-tro]").select_option("lead")
    page.locator("select[name=du-an]").select_option("giam-ngheo/2.2")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Trạm Y tế xã")
    assert "vai-tro=lead" in page.url and "du-an=giam-ngheo%2F2.2" in page.url
    other = browser.new_page()
    other.goto(page.url)
    expect(other.locator(".matrix tbody tr:not([hidden])")).to_have_count(1)
    other.close()
    page.locator("select[name=cap]").select_option("province")
    expect(page.get_by_text("Không có cơ quan nào khớp")).to_be_visible()
    page.get_by_role("button", name="Xóa lọc").click()
    expect(rows).to_have_count(every)
    assert "?" not in page.url


def test_of_many_projects_each_body_has_a_list(
    programme: Programme, site: Path, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """No table of blank cells, no chart: what a body has a part in, with the same links; the filter works as well."""
    monkeypatch.setattr(duty_sheets, "WIDEST", 3)
    made = Renderer(programme).overview("phan-cong")
    page = BeautifulSoup(made, "html.parser")
    wide = BeautifulSoup((site / "phan-cong.html").read_text(encoding="utf-8"), "html.parser")
    assert [one["href"] for one in page.select("td a.cell")] == [one["href"] for one in wide.select(".matrix td a")]
    assert not page.select(".dots") and len(page.select("thead th")) == 2
    first = page.select_one("tbody tr")
    assert line(first.select_one("th")) == "Chủ tịch UBND xã"
    assert list(map(line, first.select("li"))) == ["1: Chủ trì; Báo cáo", "2.1: Phê duyệt", "5: Chủ trì"]
    wide.select_one(".table.wide").replace_with(page.select_one(".table"))
    copytree(site / "assets", tmp_path / "assets")
    (tmp_path / "phan-cong.html").write_text(str(wide), encoding="utf-8")
    shown = window()
    shown.goto(f"{(tmp_path / 'phan-cong.html').as_uri()}?vai-tro=lead&du-an=giam-ngheo%2F2.2")
    rows = shown.locator(".matrix tbody tr:not([hidden])")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Trạm Y tế xã")
    expect(rows.locator("li:visible")).to_have_count(1)
    expect(rows.locator("li:visible")).to_contain_text("2.2: Chủ trì")


def test_what_the_plan_leaves_open_is_said(pages: dict[str, BeautifulSoup]):
    """A project without lead, without basis; reports without addressee, date and form."""
    text = line(pages["phan-cong.html"].find(id="khong-neu").find_next("ul"))
    project = "Dự án 7 (Chương trình giảm nghèo thử): Tập huấn, giám sát"
    assert f"{project}: Kế hoạch không nêu cơ quan cấp xã chủ trì (mục II.5.đ)" in text
    assert "không giao việc cho cấp xã" not in text  # a commune's own plan gives all its work in the commune
    assert "Nâng cao chất lượng giáo dục: Kế hoạch có kinh phí mà không ghi văn bản phân bổ (mục III.1.a)" in text
    assert "mục III.1.1.a" not in text  # "0 đồng (chưa bố trí)"
    reports = line(pages["bao-cao.html"].find(id="khong-neu").find_next("ul"))
    to_nobody = "Phòng Kinh tế (mục II.2.1.đ); Các sở của tỉnh (mục II.5.đ)."
    assert f"2 trong 9 nhiệm vụ báo cáo không ghi báo cáo cho ai: {to_nobody}" in reports
    often = "chỉ nêu ở mục II.1.d, mục II.2.1.đ, mục II.2.2.đ, mục II.3.đ."
    assert f"5 trong 9 nhiệm vụ báo cáo không ghi bao lâu báo cáo một lần; {often}" in reports
    assert "7 trong 9 nhiệm vụ báo cáo không ghi hạn báo cáo; chỉ nêu ở mục II.1.d, mục II.3.đ." in reports
    assert "8 trong 9 nhiệm vụ báo cáo không ghi mẫu báo cáo; chỉ nêu ở mục II.1.d." in reports


_DRAWN = """() => {
    const boxes = [...document.querySelectorAll('.flow .box')]
    const at = (x, y) => boxes.find(one => {
        const box = one.getBoundingClientRect()
        const aside = Math.min(Math.abs(box.left - x), Math.abs(box.right - x))
        return aside < 2 && Math.abs((box.top + box.bottom) / 2 - y) < 9 // two lines stand apart
    })?.querySelector('a').textContent
    return [...document.querySelectorAll('.flow-lines path')].map(line => {
        const place = far => line.getPointAtLength(far).matrixTransform(line.getScreenCTM())
        const from = place(0), to = place(line.getTotalLength())
        return [at(from.x, from.y), at(to.x, to.y), line.matches('.through') ? 'qua' : '']
    })
}"""


def test_the_flow_shows_each_path_of_each_report(window: Window, address: str):
    """On a desk each line begins and ends at a box: all that the plan says of who reports to whom, and no more."""
    page = window(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/bao-cao.html")
    assert {tuple(line) for line in page.evaluate(_DRAWN)} == {
        ("Phòng Kinh tế", "UBND tỉnh Thử", ""),
        ("Chủ tịch UBND xã", "UBND tỉnh Thử", ""),
        ("Trưởng các thôn", "Phòng Kinh tế", ""),
        ("Trưởng các thôn", "Phòng Kinh tế", "qua"),
        ("Phòng Kinh tế", "UBND xã", ""),
        ("Phòng Kinh tế", "UBND xã", "qua"),
        ("Trạm Y tế xã", "UBND xã", ""),
        ("Phòng Kinh tế", "Sở KT&ĐT", ""),
        ("Các ban, ngành của xã", "Phòng Kinh tế", ""),
    }
    columns = [column.locator("a").all_inner_texts() for column in page.locator(".flow ol > li").all()]
    assert columns == [
        ["Trưởng các thôn", "Các ban, ngành của xã"],
        ["Phòng Kinh tế", "Chủ tịch UBND xã", "Trạm Y tế xã"],
        ["Sở KT&ĐT", "UBND tỉnh Thử", "UBND xã"],
    ]
    assert page.locator(".flow .arrow").count() == 4


def test_the_flow_is_a_list_without_style(pages: dict[str, BeautifulSoup]):
    """Each box says in words to whom it reports, through whom, and what it passes on."""
    boxes = [line(one) for one in pages["bao-cao.html"].select(".flow .box")]
    assert boxes[0] == "Trưởng các thôn → UBND xã, qua Phòng Kinh tế → Phòng Kinh tế"
    assert boxes[2].startswith("Phòng Kinh tế → UBND tỉnh Thử → Sở KT&ĐT → UBND xã → UBND tỉnh Thử, Sở KT&ĐT")
    assert boxes[2].endswith("→ UBND xã, báo cáo của Trưởng các thôn")
    assert boxes[-1] == "UBND xã"


def test_reports_in_a_circle_end_at_a_box_of_their_own(programme: Programme):
    """Who is reported to in the end by its own reports stands there once more; a line past a column goes beside it."""
    one, two, three = (programme.agencies[id] for id in ("phong-kinh-te", "tram-y-te", "mat-tran-xa"))
    steps = ((one, two), (two, three), (three, one), (one, three))
    listed = tuple(SimpleNamespace(by=(sender,), to=(receiver,), via=None) for sender, receiver in steps)
    flow = report_diagram.reports(SimpleNamespace(reports=listed))
    assert [[box.agency.id for box in column] for column in flow.columns] == [
        ["phong-kinh-te"], ["tram-y-te"], ["mat-tran-xa"], ["phong-kinh-te"],
    ]  # fmt: skip
    assert [box.receives for column in flow.columns for box in column] == [False, True, True, True]
    assert [line.path for line in flow.lines] == [
        "M6 50C6.5 50 6.5 50 7 50", "M13 50C13.5 50 13.5 50 14 50", "M20 50C20.5 50 20.5 50 21 50",
        "M6 50C6.5 50 6.5 0 7 0H13C13.5 0 13.5 50 14 50",
    ]  # fmt: skip
