"""Duty sheets, the matrix, the reports: every duty, report and citation where it belongs, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from types import SimpleNamespace

import pytest
import readout
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, expect
from screens import Window

from programme import Programme
from programme.derive import duty_sheets
from programme.render import report_diagram
from programme.render.renderer import Renderer


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


@pytest.fixture(scope="module")
def sheets(pages: dict[str, BeautifulSoup], programme: Programme) -> dict[str, BeautifulSoup]:
    return {agency.id: pages[f"co-quan/{agency.id}.html"] for agency in programme.data.agencies}


def told(sheet: BeautifulSoup, start: str = "viec-") -> list[tuple[str, str, str, str]]:
    """(project, roles, sentence, what is said below it) of each sentence; `start` begins the headings' ids."""
    found = []
    for group in sheet.select(".duties-in"):
        heading = group.select_one("h3")
        if heading["id"].startswith(start):
            for one in group.select(".duty"):
                roles = ", ".join(words(chip) for chip in one.select(".chips li"))
                below = " ".join(words(line) for line in one.select(":scope > .ours"))
                found.append((words(heading), roles, words(one.select_one("blockquote")), below))
    return found


def test_a_sheet_gives_each_sentence_whole(sheets: dict[str, BeautifulSoup]):
    """By project in the plan's order, general ones last: the sentence, all its roles, with whom, to whom it reports."""
    assert told(sheets["phong-kinh-te"]) == [
        (
            "Dự án 1 (Chương trình giảm nghèo thử): Hạ tầng thôn 14.163 triệu đồng",
            "Chủ trì, Báo cáo",
            "Phòng Kinh tế và Chủ tịch UBND xã cùng chủ trì; báo cáo UBND tỉnh hằng quý trước ngày 30/10/2026 "
            "theo Mẫu số 01.",
            "Báo cáo: UBND tỉnh Thử, “hằng quý”, hạn “trước ngày 30/10/2026”, mẫu “Mẫu số 01”.",
        ),
        (
            "Tiểu dự án 1, Dự án 2 (Chương trình giảm nghèo thử): Nuôi gà thả đồi 620,5 triệu đồng",
            "Chủ trì, Phối hợp, Thực hiện, Giám sát, Báo cáo",
            "Chủ trì, phối hợp với các đơn vị khác tổ chức thực hiện theo Điều 7 Luật số 24/2021/QH15; "
            "kiểm tra, đánh giá và báo cáo kết quả theo quy định.",
            "",
        ),
        (
            "Dự án 3 (Chương trình giảm nghèo thử): Học việc và tìm việc 1.208 triệu đồng",
            "Chủ trì, Phối hợp, Thực hiện, Lập kế hoạch, Báo cáo",
            "Chủ trì xây dựng kế hoạch; phối hợp với Phòng Văn hóa - Xã hội, Mặt trận xã và các đơn vị khác mở lớp; "
            "báo cáo Sở Kinh tế và Đầu tư hằng năm trước ngày 15/12/2026.",
            "Cùng với: Phòng Văn hóa - Xã hội; Mặt trận xã; Các đơn vị khác. "
            "Báo cáo: Sở KT&ĐT, “hằng năm”, hạn “trước ngày 15/12/2026”.",
        ),
        (
            "Chung cho cả Kế hoạch",
            "Chủ trì, Phối hợp, Thực hiện, Rà soát",
            "Chủ trì, phối hợp với các ban, ngành của xã và Mặt trận xã thực hiện Kế hoạch; rà soát hộ nghèo, "
            "hộ cận nghèo đúng quy định.",
            "Cùng với: Các ban, ngành của xã; Mặt trận xã.",
        ),
        ("Chung cho cả Kế hoạch", "Báo cáo", "Tổng hợp, báo cáo UBND xã kết quả thực hiện.", "Báo cáo: UBND xã."),
        (
            "Chung cho cả Kế hoạch",
            "Báo cáo",
            "Các ban, ngành và các trưởng thôn cùng thực hiện; báo cáo kết quả về Phòng Kinh tế để tổng hợp "
            "báo cáo UBND tỉnh và Sở Kinh tế và Đầu tư./.",
            "Báo cáo: UBND tỉnh Thử, Sở KT&ĐT.",
        ),
    ]


def test_every_duty_stands_within_a_sentence_of_its_bearers(sheets: dict[str, BeautifulSoup], programme: Programme):
    """The words of each duty are in one unbroken quotation on the sheet of each body that bears it."""
    seen = 0
    for duty in programme.duties:
        for bearer in duty.bearers:
            quoted = [words(one) for one in sheets[bearer.id].select(".duty blockquote")]
            assert any(" ".join(duty.spot.phrase.text.split()) in one for one in quoted), (bearer.id, duty.ref)
            seen += 1
    assert seen == 37


def test_no_sentence_stands_twice_on_a_sheet(sheets: dict[str, BeautifulSoup]):
    """A sentence given to a body and to its collective is said once, among the body's own."""
    for id, sheet in sheets.items():
        found = [
            (words(one), words(one.find_previous("a", class_="source"))) for one in sheet.select(".duty blockquote")
        ]
        assert len(found) == len(set(found)), id


def test_a_body_without_work_is_said_to_have_none(sheets: dict[str, BeautifulSoup]):
    """One that the plan only names; not one that is but given work with others."""
    said = "Kế hoạch có nhắc tên nhưng không giao nhiệm vụ nào cho "
    assert {id for id, sheet in sheets.items() if said in words(sheet)} == {"luu-tru"}


def test_what_binds_all_of_a_kind_is_due_from_each_of_them(sheets: dict[str, BeautifulSoup]):
    """ "Trưởng các thôn" have a day; so has the head of the one that is named."""
    for id in ("truong-cac-thon", "truong-thon-ha"):
        assert words(sheets[id].find(id="han").find_next("li")).startswith("“trước ngày 30/4 hằng năm”")


def test_a_sheet_begins_with_its_sum(sheets: dict[str, BeautifulSoup]):
    """What it leads, of how much money, to whom it reports; then, once, what the plan leaves blank of its reports."""
    sheet = sheets["phong-kinh-te"]
    assert words(sheet.select_one(".sum")) == (
        "Chủ trì 3 dự án, tiểu dự án · 15.991,5 triệu đồng (số do trang web cộng) "
        "· báo cáo UBND tỉnh Thử, Sở KT&ĐT, UBND xã · kỳ “hằng quý” (mục II.1.d) · kỳ “hằng năm” (mục II.3.đ)"
    )
    assert words(sheet.select_one(".sum + .ours")) == "Không nêu: nơi nhận của 1 báo cáo."
    shared = sheets["phong-van-hoa"]
    assert words(shared.select_one(".sum")) == "1 câu giao việc · báo cáo Phòng Kinh tế"
    assert words(shared.select_one(".sum + .ours")) == "Không nêu: kỳ, hạn, mẫu của mọi báo cáo."
    assert [words(one) for one in sheet.select(".lead details li")] == [
        "Nghị quyết số 12/2022/NQ-HĐND",
        "Luật số 24/2021/QH15",
    ]


def test_what_is_reported_to_a_body_stands_with_the_project(sheets: dict[str, BeautifulSoup]):
    """Under the project where the body has work of its own; the rest in a list at the end."""
    group = sheets["phong-kinh-te"].find(id="viec-du-an-giam-ngheo-2-1").parent
    assert "Nhận: Trưởng các thôn báo cáo “hằng tháng”, gửi qua nơi này cho UBND xã." in words(group)
    rest = words(sheets["uy-ban-tinh"].find(id="nhan-bao-cao").find_next("ul"))
    assert "Phòng Kinh tế; Chủ tịch UBND xã, “hằng quý”, hạn “trước ngày 30/10/2026”, mẫu “Mẫu số 01”: Dự án 1" in rest


def test_deadlines_stand_month_by_month(sheets: dict[str, BeautifulSoup], pages: dict[str, BeautifulSoup]):
    """On a body's sheet its own; on the page of reports those of all, with who is bound; without a month last."""
    own = sheets["phong-kinh-te"].find(id="han").find_next("dl")
    assert [words(one) for one in own.select("dt")] == ["Tháng 10 năm 2026", "Tháng 12 năm 2026"]
    every = pages["bao-cao.html"].find(id="han").find_next("dl")
    assert [words(one) for one in every.select("dt")] == [
        "Tháng 3 năm 2026", "Tháng 5 năm 2026", "Tháng 10 năm 2026", "Tháng 12 năm 2026", "Các hạn khác",
    ]  # fmt: skip
    assert words(every.select("dd")[3]) == (
        "“trước ngày 15/12/2026”: Phòng Kinh tế báo cáo Sở KT&ĐT, Dự án 3 (Chương trình giảm nghèo thử) (mục II.3.đ): "
        "“… báo cáo Sở Kinh tế và Đầu tư hằng năm trước ngày 15/12/2026”"
    )


def test_chips_show_the_sentences_of_a_role_whole(window: Window, address: str):
    """A chip pressed leaves the sentences of its role, marks the words that give it, and stays in the address."""
    page = window()
    page.goto(f"{address}/co-quan/phong-kinh-te")
    chip = page.locator(".duties-in .chips button", has_text="Rà soát")
    chip.click()
    expect(page.locator(".duties-in .duty:visible")).to_have_count(1)
    expect(page.locator(".duty:visible blockquote")).to_contain_text("Chủ trì, phối hợp với các ban, ngành của xã và")
    expect(page.locator(".does.on")).to_have_text("rà soát hộ nghèo, hộ cận nghèo đúng quy định.")
    assert "vai-tro=review" in page.url
    page.reload()
    expect(page.locator(".duties-in .duty:visible")).to_have_count(1)
    page.locator(".duty:visible button[aria-pressed=true]").click()
    expect(page.locator(".duties-in .duty:visible")).to_have_count(7)
    assert "vai-tro" not in page.url


def test_several_sheets_are_printed_in_one_job(window: Window, address: str):
    """From a body's page its projects are chosen already; the job holds each page whole, with its identity."""
    page = window()
    page.goto(f"{address}/co-quan/phong-kinh-te")
    page.get_by_role("link", name="In một lần trang của 3 dự án, tiểu dự án").click()
    form = page.locator("#in-nhieu + details")
    expect(form.locator("input:checked")).to_have_count(3)
    form.get_by_role("checkbox", name="Tiểu dự án 2, Dự án 2").check()
    page.evaluate(
        "window.print = () => { window.job = [...document.querySelectorAll('.in-one-job > article')]"
        ".map(one => [one.querySelector('h1').textContent, Boolean(one.querySelector('.identity svg'))]) }"
    )
    form.get_by_role("button", name="In các trang đã chọn").click()
    expect(form.get_by_role("status")).to_have_text("Đã lấy 4 trang.")
    assert [(title.partition(" (")[0], identity) for title, identity in page.evaluate("window.job")] == [
        ("Dự án 1", True), ("Tiểu dự án 1, Dự án 2", True), ("Tiểu dự án 2, Dự án 2", True), ("Dự án 3", True),
    ]  # fmt: skip
    expect(page.locator(".in-one-job")).to_have_count(0)


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
            text = words(place if place.name == "div" else place.find_next("section"))
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
    assert words(first.select_one("th")) == "Chủ tịch UBND xã"
    assert list(map(words, first.select("li"))) == ["1: Chủ trì; Báo cáo", "2.1: Phê duyệt", "5: Chủ trì"]
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
    text = words(pages["phan-cong.html"].find(id="khong-neu").find_next("ul"))
    project = "Dự án 7 (Chương trình giảm nghèo thử): Tập huấn, giám sát"
    assert f"{project}: Kế hoạch không nêu cơ quan cấp xã chủ trì (mục II.5.đ)" in text
    assert "không giao việc cho cấp xã" not in text  # a commune's own plan gives all its work in the commune
    assert "Nâng cao chất lượng giáo dục: Kế hoạch có kinh phí mà không ghi văn bản phân bổ (mục III.1.a)" in text
    assert "mục III.1.1.a" not in text  # "0 đồng (chưa bố trí)"
    reports = words(pages["bao-cao.html"].find(id="khong-neu").find_next("ul"))
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
    boxes = [words(one) for one in pages["bao-cao.html"].select(".flow .box")]
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


@pytest.mark.parametrize(
    "name, section, start, label",
    [
        ("du-an/giam-ngheo-2-1", "#beneficiaries", "“Người làm thuê thuộc hộ nghèo", "mục II.2.1.b"),
        ("toan-van", "#V.2", "“2. Các ban, ngành của xã:", "mục V.2"),
    ],
)
def test_a_citation_is_copied_with_words_clause_plan_and_address(
    browser: Browser, address: str, name: str, section: str, start: str, label: str
):
    """The button of a clause puts its words, its number, the plan's name and the page's address on the clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/{name}")
    page.get_by_role("button", name=f"Sao chép trích dẫn {label}", exact=True).click()
    expect(page.get_by_role("status").filter(has_text=f"Đã sao chép {label}")).to_have_count(1)
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith(start)
    assert f"”\n({label}, Kế hoạch thử giai đoạn 2026 - 2030 của xã Minh Họa (số 51/QĐ-UBND); https://" in copied
    assert copied.endswith(f"{section})")
    assert "Ghi chú của trang web" not in copied and "Trang của" not in copied
    context.close()


def test_what_is_given_to_unnamed_bodies_stands_on_the_sheets_it_may_mean(sheets: dict[str, BeautifulSoup]):
    """A "phòng" reads the shared duties in full, to whom to report; the receiver is not sent its own."""
    shared = told(sheets["phong-van-hoa"], "chung-cac-ban-")
    assert [(roles, below) for _, roles, _, below in shared] == [
        ("Thực hiện, Tham mưu", ""), ("Thực hiện, Báo cáo", "Báo cáo: Phòng Kinh tế."),
    ]  # fmt: skip
    assert "báo cáo kết quả về Phòng Kinh tế để tổng hợp" in shared[1][2]
    assert [sentence for *_, sentence, _ in told(sheets["phong-kinh-te"], "chung-")] == [
        "Theo việc được giao mà thực hiện; tham mưu UBND xã sửa đổi khi cần."
    ]


def test_a_sheet_says_who_approves(sheets: dict[str, BeautifulSoup]):
    """A body with work in a project where another approves reads who that is, and where the plan says so."""
    for one in ("truong-thon-ha", "phong-kinh-te"):
        due = "Nơi phê duyệtChủ tịch UBND xã, Tiểu dự án 1, Dự án 2 (Chương trình giảm nghèo thử) (mục II.2.1.d)"
        assert due in words(sheets[one])
    assert "Nơi phê duyệt" not in words(sheets["tram-y-te"])


def test_what_stands_on_the_sheet_of_each_body(programme: Programme):
    """Work, partners, sentences, reports, who approves, documents, days: line by line."""
    assert list(readout.bodies(programme)) == readout.expected("bodies")
