"""Duty sheets: every duty, report and citation where it belongs, and nowhere else."""

from __future__ import annotations

import pytest
import readout
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect
from read_pages import line
from screens import Window

from programme import Programme


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
                roles = ", ".join(line(chip) for chip in one.select(".chips li"))
                below = " ".join(line(part) for part in one.select(":scope > .ours"))
                found.append((line(heading), roles, line(one.select_one("blockquote")), below))
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
            quoted = [line(one) for one in sheets[bearer.id].select(".duty blockquote")]
            assert any(" ".join(duty.spot.phrase.text.split()) in one for one in quoted), (bearer.id, duty.ref)
            seen += 1
    assert seen == 37


def test_no_sentence_stands_twice_on_a_sheet(sheets: dict[str, BeautifulSoup]):
    """A sentence given to a body and to its collective is said once, among the body's own."""
    for id, sheet in sheets.items():
        found = [(line(one), line(one.find_previous("a", class_="source"))) for one in sheet.select(".duty blockquote")]
        assert len(found) == len(set(found)), id


def test_a_body_without_work_is_said_to_have_none(sheets: dict[str, BeautifulSoup]):
    """One that the plan only names; not one that is but given work with others."""
    said = "Kế hoạch có nhắc tên nhưng không giao nhiệm vụ nào cho "
    assert {id for id, sheet in sheets.items() if said in line(sheet)} == {"luu-tru"}


def test_what_binds_all_of_a_kind_is_due_from_each_of_them(sheets: dict[str, BeautifulSoup]):
    """ "Trưởng các thôn" have a day; so has the head of the one that is named."""
    for id in ("truong-cac-thon", "truong-thon-ha"):
        assert line(sheets[id].find(id="han").find_next("li")).startswith("“trước ngày 30/4 hằng năm”")


def test_a_sheet_begins_with_its_sum(sheets: dict[str, BeautifulSoup]):
    """What it leads, of how much money, to whom it reports; then, once, what the plan leaves blank of its reports."""
    sheet = sheets["phong-kinh-te"]
    assert line(sheet.select_one(".sum")) == (
        "Chủ trì 3 dự án, tiểu dự án · 15.991,5 triệu đồng (số do trang web cộng) "
        "· báo cáo UBND tỉnh Thử, Sở KT&ĐT, UBND xã · kỳ “hằng quý” (mục II.1.d) · kỳ “hằng năm” (mục II.3.đ)"
    )
    assert line(sheet.select_one(".sum + .ours")) == "Không nêu: nơi nhận của 1 báo cáo."
    shared = sheets["phong-van-hoa"]
    assert line(shared.select_one(".sum")) == "1 câu giao việc · báo cáo Phòng Kinh tế"
    assert line(shared.select_one(".sum + .ours")) == "Không nêu: kỳ, hạn, mẫu của mọi báo cáo."
    assert [line(one) for one in sheet.select(".lead details li")] == [
        "Nghị quyết số 12/2022/NQ-HĐND",
        "Luật số 24/2021/QH15",
    ]


def test_what_is_reported_to_a_body_stands_with_the_project(sheets: dict[str, BeautifulSoup]):
    """Under the project where the body has work of its own; the rest in a list at the end."""
    group = sheets["phong-kinh-te"].find(id="viec-du-an-giam-ngheo-2-1").parent
    assert "Nhận: Trưởng các thôn báo cáo “hằng tháng”, gửi qua nơi này cho UBND xã." in line(group)
    rest = line(sheets["uy-ban-tinh"].find(id="nhan-bao-cao").find_next("ul"))
    assert "Phòng Kinh tế; Chủ tịch UBND xã, “hằng quý”, hạn “trước ngày 30/10/2026”, mẫu “Mẫu số 01”: Dự án 1" in rest


def test_deadlines_stand_month_by_month(sheets: dict[str, BeautifulSoup], pages: dict[str, BeautifulSoup]):
    """On a body's sheet its own; on the page of reports those of all, with who is bound; without a month last."""
    own = sheets["phong-kinh-te"].find(id="han").find_next("dl")
    assert [line(one) for one in own.select("dt")] == ["Tháng 10 năm 2026", "Tháng 12 năm 2026"]
    every = pages["bao-cao.html"].find(id="han").find_next("dl")
    assert [line(one) for one in every.select("dt")] == [
        "Tháng 3 năm 2026", "Tháng 5 năm 2026", "Tháng 10 năm 2026", "Tháng 12 năm 2026", "Các hạn khác",
    ]  # fmt: skip
    assert line(every.select("dd")[3]) == (
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
        assert due in line(sheets[one])
    assert "Nơi phê duyệt" not in line(sheets["tram-y-te"])


def test_what_stands_on_the_sheet_of_each_body(programme: Programme):
    """Work, partners, sentences, reports, who approves, documents, days: line by line."""
    assert list(readout.bodies(programme)) == readout.expected("bodies")
