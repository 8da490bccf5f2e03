"""Duty sheets, the matrix, the reports: every duty, report and citation where it belongs, and nowhere else."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, expect

from programme import Programme
from programme.load.registries import Agency
from programme.pages import addresses
from programme.render import report_diagram


def bodies_of(programme: Programme, agency: Agency) -> set[str]:
    """The body and the collectives it is a member of."""
    return {agency.id} | {whole.id for whole in programme.data.agencies if agency.id in whole.members}


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


@pytest.fixture(scope="module")
def sheets(pages: dict[str, BeautifulSoup], programme: Programme) -> dict[str, BeautifulSoup]:
    return {agency.id: pages[f"co-quan/{agency.id}.html"] for agency in programme.data.agencies}


def test_every_duty_stands_on_exactly_its_sheets(sheets: dict[str, BeautifulSoup], programme: Programme):
    """On each sheet the duties of the body and of its collective, each once, in the plan's words; on no other."""
    for agency in programme.data.agencies:
        mine = bodies_of(programme, agency)
        due = Counter(
            (duty.ref, duty.spot.phrase.text)
            for body in mine
            for duty in programme.duties
            if body in {one.id for one in duty.bearers}
        )
        shown = Counter()
        for item in sheets[agency.id].select("ul.duties > li"):
            if item.select_one("blockquote"):
                continue  # duties of others, together with this body or under its guidance
            ref = item.select_one("a.source")["href"].partition("#")[2]
            text = words(item).partition("“")[2]
            shown[ref, text[: text.rindex("” (")]] += 1
        assert shown == Counter({(ref, " ".join(text.split())): n for (ref, text), n in due.items()}), agency.id


def test_every_report_stands_on_exactly_its_sheets(sheets: dict[str, BeautifulSoup], programme: Programme):
    """What a body sends and what it receives, by itself, through it, or as one of a collective."""
    for agency in programme.data.agencies:
        mine = bodies_of(programme, agency)
        sent = [r for r in programme.reports if mine & {one.id for one in r.by}]
        got = [r for r in programme.reports if agency in r.to or agency is r.via]
        sheet = sheets[agency.id]
        for anchor, reports in (("bao-cao", sent), ("nhan-bao-cao", got)):
            heading = sheet.find("h2", id=anchor)
            rows = heading.find_next("table").select("tbody tr") if heading else []
            refs = [row.select("a.source")[-1]["href"].partition("#")[2] for row in rows]
            assert sorted(refs) == sorted(report.ref for report in reports), (agency.id, anchor)


def test_every_citation_stands_on_exactly_its_sheets(sheets: dict[str, BeautifulSoup], programme: Programme):
    """Documents cited where a body has a duty, or in a project it leads; with the part cited."""
    for agency in programme.data.agencies:
        mine = bodies_of(programme, agency)
        own = {duty.spot.paragraph for duty in programme.duties for one in duty.bearers if one.id in mine}
        due = Counter(
            (cited.ref, cited.document.number, cited.part or "")
            for cited in programme.citations
            if cited.spot.paragraph in own or (cited.node and agency in programme.leads(cited.node))
        )
        shown = Counter()
        for item in sheets[agency.id].select("ul.cited > li"):
            source = item.select_one("a.source")
            number = words(item.select_one("a")).partition(" số ")[2]
            part = words(item).partition(number)[2].partition(" (")[0].lstrip(", ")
            shown[source["href"].partition("#")[2], number, part] += 1
        assert shown == due, agency.id


def test_a_sheet_is_sorted_by_role_then_by_project(sheets: dict[str, BeautifulSoup], programme: Programme):
    """Headings follow the order of roles; under each, projects come in the plan's order, general duties last."""
    sheet = sheets["phong-kinh-te"]
    roles = [h["id"] for h in sheet.select("h2") if h.find_next_sibling(True) and h["id"] in ROLES]
    assert roles == ["lead", "coordinate", "monitor", "report", "review"]
    nodes = [f"{addresses.page(node)}.html" for node in programme.nodes]
    for heading in sheet.select("h2"):
        following = heading.find_next("ul", class_="duties")
        if heading["id"] in ROLES and following:
            found = [item.select_one(".duty-of a") for item in following.find_all("li", recursive=False)]
            places = [nodes.index(link["href"].removeprefix("../")) if link else 99 for link in found]
            assert places == sorted(places)


ROLES = (
    "lead", "coordinate", "implement", "plan", "guide", "advise", "approve",
    "monitor", "report", "mobilise", "review", "direct", "manage",
)  # fmt: skip


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


def test_the_matrix_is_filtered_and_the_address_remembers(browser: Browser, address: str):
    """Level, role and project narrow the table; the address opened anew shows the same; clearing shows all."""
    page = browser.new_page()
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
    page.close()


def test_what_the_plan_leaves_open_is_said(pages: dict[str, BeautifulSoup]):
    """A project without lead, without duty of the commune, without basis; reports without addressee, date and form."""
    text = words(pages["phan-cong.html"].find(id="khong-neu").find_next("ul"))
    project = "Dự án 7 (Chương trình giảm nghèo thử): Tập huấn, giám sát"
    assert f"{project}: Kế hoạch không nêu cơ quan cấp xã chủ trì (mục II.5.đ)" in text
    assert f"{project}: Kế hoạch không giao việc cho cấp xã (mục II.5.đ)" in text
    assert "Trường học: Kế hoạch có kinh phí mà không ghi văn bản phân bổ (mục III.1.1.a)" in text
    reports = words(pages["bao-cao.html"].find(id="khong-neu").find_next("ul"))
    to_nobody = "Phòng Kinh tế (mục II.2.1.đ); Các sở của tỉnh (mục II.5.đ)."
    assert f"2 trong 9 nhiệm vụ báo cáo không nêu báo cáo cho ai: {to_nobody}" in reports
    often = "chỉ nêu ở mục II.1.d, mục II.2.1.đ, mục II.2.2.đ, mục II.3.đ."
    assert f"5 trong 9 nhiệm vụ báo cáo không nêu bao lâu báo cáo một lần; {often}" in reports
    assert "7 trong 9 nhiệm vụ báo cáo không nêu hạn báo cáo; chỉ nêu ở mục II.1.d, mục II.3.đ." in reports
    assert "8 trong 9 nhiệm vụ báo cáo không nêu mẫu báo cáo; chỉ nêu ở mục II.1.d." in reports


_DRAWN = """() => {
    const boxes = [...document.querySelectorAll('.flow .box')]
    const at = (x, y) => boxes.find(one => {
        const box = one.getBoundingClientRect()
        const aside = Math.min(Math.abs(box.left - x), Math.abs(box.right - x))
        return aside < 2 && Math.abs((box.top + box.bottom) / 2 - y) < 2
    })?.querySelector('a').textContent
    return [...document.querySelectorAll('.flow-lines path')].map(line => {
        const place = far => line.getPointAtLength(far).matrixTransform(line.getScreenCTM())
        const from = place(0), to = place(line.getTotalLength())
        return [at(from.x, from.y), at(to.x, to.y), line.matches('.through') ? 'qua' : '']
    })
}"""


def test_the_flow_shows_each_path_of_each_report(browser: Browser, address: str):
    """On a desk each line begins and ends at a box: all that the plan says of who reports to whom, and no more."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/bao-cao.html")
    assert {tuple(line) for line in page.evaluate(_DRAWN)} == {
        ("Phòng Kinh tế", "UBND tỉnh Thử", ""),
        ("Chủ tịch UBND xã", "UBND tỉnh Thử", ""),
        ("Trưởng các thôn", "Phòng Kinh tế", ""),
        ("Phòng Kinh tế", "UBND xã", ""),
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
    page.close()


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
    assert "giao chung: Phòng Kinh tế (đoạn kết)" in words(sheets["phong-van-hoa"])
    shared = sheets["phong-van-hoa"].find(id="goi-chung-cac-ban").find_next("section")
    assert len(shared.select("blockquote")) == 2 and "báo cáo kết quả về Phòng Kinh tế" in words(shared)
    assert "báo cáo kết quả về Phòng Kinh tế" not in words(sheets["phong-kinh-te"])


def test_a_sheet_says_who_approves(sheets: dict[str, BeautifulSoup]):
    """A body with work in a project where another approves reads who that is, and where the plan says so."""
    for one in ("truong-thon-ha", "phong-kinh-te"):
        due = "Nơi phê duyệtChủ tịch UBND xã, Tiểu dự án 1, Dự án 2 (Chương trình giảm nghèo thử) (mục II.2.1.d)"
        assert due in words(sheets[one])
    assert "Nơi phê duyệt" not in words(sheets["tram-y-te"])
