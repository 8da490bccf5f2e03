"""The finder /ho-tro of this plan: families of Hậu Lộc read what may be for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from family import ask, finder, marked
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    with finder(browser, address) as page:
        yield page


def test_a_mother_reads_both_sentences(page: Page):
    """Newly escaped from poverty, a child of four: the sentence that counts her in, and that another one does not."""
    shown = ask(page, "nhom=ho-moi-thoat-ngheo&nhom=phu-nu-mang-thai-cho-con-bu&noi=ngu-loc&tuoi=4")
    assert "Trẻ em dưới 16 tuổi thuộc hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo" in shown
    assert "phần can thiệp trực tiếp ở điểm c chỉ nêu bà mẹ, trẻ em dưới 5 tuổi của hộ nghèo và cận nghèo" in shown
    section = page.locator("[data-node='3.2']")
    section.get_by_text("Câu khác của dự án, chưa rõ hoặc dành cho người khác, nơi khác").click()
    assert "trẻ em dưới 5 tuổi thuộc hộ gia đình nghèo và cận nghèo" in section.inner_text()
    assert "có thể thuộc đối tượng" in shown and "Kế hoạch không nêu" in shown


def test_an_age_of_somebody_else_hides_nothing(page: Page):
    """A mother of 27 who names her child too still reads what is for the child, and where to ask in her commune."""
    shown = ask(page, "nhom=ho-can-ngheo&nhom=tre-em-duoi-16-tuoi&noi=16078&tuoi=27")
    assert "trẻ em dưới 5 tuổi thuộc hộ gia đình nghèo và cận nghèo" in shown
    assert "Nơi thực hiện năm 2023\nUBND các xã, thị trấn" in page.locator("[data-node='3.2']").inner_text()


def test_a_family_finds_what_may_be_for_its_child(page: Page):
    """A poor household with a child of four: food for the child, not what is for those of school age."""
    shown = ask(page, "nhom=ho-ngheo&noi=ngu-loc&tuoi=4")
    assert "trẻ em dưới 5 tuổi thuộc hộ gia đình nghèo" in marked(page)
    assert "trẻ từ 5 đến dưới 16 tuổi" not in marked(page) and "dưới 16 tuổi" in shown


def test_who_wants_to_work_abroad_from_another_commune_is_told_what_is_for_ngu_loc_alone(page: Page):
    """From Đa Lộc: the language courses, not the passport; and the question that says so."""
    ask(page, "nhom=nguoi-lao-dong&can=di-nuoc-ngoai&noi=da-loc")
    section = page.locator("[data-node='4.2']")
    quotes = " ".join(section.locator("blockquote:visible").all_inner_texts())
    assert "nâng cao trình độ ngoại ngữ" in quotes and "hộ chiếu" not in quotes
    assert section.get_by_role("link", name="Người ngoài xã Ngư Lộc đi làm việc ở nước ngoài").is_visible()


def first_read(page: Page) -> str:
    """The first sentence under the first project that is shown."""
    return page.locator(".support:visible .sentence blockquote p").first.inner_text()


def test_three_families_read_first_what_they_fail_in_nothing(page: Page):
    """A mother of Ngư Lộc, a worker of Đa Lộc who wants to go abroad, a woman of a poor household."""
    ask(page, "nhom=ho-moi-thoat-ngheo&nhom=phu-nu-mang-thai-cho-con-bu&can=dinh-duong&noi=ngu-loc&tuoi=4")
    assert first_read(page).startswith("Trẻ em dưới 16 tuổi thuộc hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo;")
    first = page.locator(".support:visible .sentence ul.targets").first.inner_text()
    assert first == (
        "✓ Khớp: Trẻ em dưới 16 tuổi; thuộc hộ nghèo, hộ cận nghèo hoặc hộ mới thoát nghèo\n"
        "✓ Khớp: Trẻ em dưới 16 tuổi; ở xã Ngư Lộc"
    )
    ask(page, "nhom=ho-can-ngheo&can=di-nuoc-ngoai&noi=da-loc")
    assert first_read(page).startswith("Người lao động tham gia các khóa đào tạo nâng cao trình độ ngoại ngữ")
    ask(page, "nhom=ho-ngheo&nhom=phu-nu&can=lam-an")
    section = page.locator("[data-node='3.1']")
    assert section.locator("blockquote p").first.inner_text() == (
        "Hộ nghèo có thành viên là người có công với cách mạng và phụ nữ thuộc hộ nghèo."
    )


def test_what_is_not_for_the_place_is_one_line(page: Page):
    """From Đa Lộc the sentences for Ngư Lộc alone are a line, with what keeps the family from them."""
    ask(page, "nhom=ho-can-ngheo&can=di-nuoc-ngoai&noi=da-loc")
    line = page.locator("[data-node='4.2'] details.rest > summary").inner_text()
    assert line.endswith(": 2 câu, dành cho người ở xã Ngư Lộc")


def test_the_answer_says_whom_to_ask_today_before_who_was_in_charge(page: Page):
    """The commune of today, the one paper with an official source, and nothing beyond it."""
    shown = ask(page, "nhom=ho-can-ngheo&can=dinh-duong&noi=minh-loc")
    today = page.locator(".ask-today p").first.inner_text()
    assert today.startswith(
        "Hôm nay hỏi ở đâu: Nơi bạn ở nay là xã Vạn Lộc. Giấy đề nghị công nhận hộ nghèo: nộp tại UBND xã. "
        "Việc khác: chưa có nguồn chính thức."
    )
    sources = "Nghị quyết 1686/NQ-UBTVQH15 ngày 16/6/2025; Thông tư 13/2025/TT-BNNMT; Quyết định 967/QĐ-BNNMT năm 2025"
    assert page.locator(".ask-today small").inner_text() == f"Nguồn: {sources}."
    order = ["Nơi bạn ở nay là", "Kế hoạch không nêu\n", "Trẻ em dưới 16 tuổi thuộc hộ", "Cơ quan chủ trì năm 2023"]
    assert sorted(order, key=shown.index) == order
    assert "không nêu\nmức tiền hỗ trợ cho mỗi hộ, mỗi người; số điện thoại, người phụ trách để hỏi\n" in shown


def test_a_citizen_has_the_answer_in_five_taps(browser: Browser, address: str):
    """On a phone: what is needed, the place, the household, then the answer; overlapping groups are not asked yet."""
    page = browser.new_page(viewport={"width": 360, "height": 740}, has_touch=True)
    page.goto(f"{address}/ho-tro.html")
    page.wait_for_selector("form.finder:not([hidden])")
    assert page.get_by_label("Người lao động có thu nhập thấp").is_hidden()
    assert page.get_by_label("Người nghèo", exact=True).is_hidden()
    assert page.get_by_label("Hộ không thuộc các loại trên").is_visible()
    page.get_by_label("Tôi cần").select_option("hoc-nghe")
    page.get_by_label("Nơi ở năm 2023").select_option("ngu-loc")
    page.get_by_label("Hộ cận nghèo", exact=True).tap()
    page.get_by_role("button", name="Xem kết quả").tap()
    assert page.inner_text(".finder-count") == "1 dự án, tiểu dự án khớp"
    assert page.locator("[data-results]").bounding_box()["y"] < 200
    page.get_by_label("Người lao động", exact=True).check()
    assert page.get_by_label("Người lao động có thu nhập thấp").is_visible()
    page.close()


def test_what_is_for_everybody_stands_after_what_is_for_poor_households(page: Page):
    """Dự án 2 is theirs; what they share with all people stands below, under a heading of its own."""
    ask(page, "nhom=ho-ngheo")
    head = page.get_by_text("Chung cho mọi người dân, cộng đồng", exact=True).bounding_box()
    own = page.locator("[data-node='2'] h2").bounding_box()
    assert head and own and own["y"] < head["y"]


def test_eleven_projects_support_somebody_and_one_teaches_a_trade(page: Page):
    """All 11 where nothing is chosen, and the communes' help; for a near-poor household that learns a trade, one."""
    ask(page, "x=")
    assert page.locator(".support:visible:not([data-work])").count() == 11
    assert page.locator(".support[data-work]:visible h2").all_inner_texts() == ["UBND các xã, thị trấn"]
    ask(page, "nhom=ho-can-ngheo&can=hoc-nghe")
    headings = page.locator(".support:visible h2").all_inner_texts()
    assert headings == ["Phát triển giáo dục nghề nghiệp vùng nghèo, vùng khó khăn"]
    assert page.inner_text(".finder-said") == "Bạn đã chọn: Hộ cận nghèo; Học nghề"


def test_a_place_is_found_by_its_old_and_new_name(page: Page):
    """The list names the 22 units of 2023 with their commune of today, and each of today's five as a whole."""
    names = page.locator("select[name=noi] option").all_inner_texts()
    assert "xã Ngư Lộc (nay là xã Vạn Lộc)" in names and "xã Vạn Lộc ngày nay, không rõ xã cũ" in names
    assert len(names) == 1 + 22 + 5


def test_a_woman_of_a_poor_household_is_told_what_is_for_her(page: Page):
    """Both were ticked, so "Phụ nữ thuộc hộ nghèo" fits, and is no box to tick besides."""
    ask(page, "nhom=ho-ngheo&nhom=phu-nu&can=lam-an")
    assert page.get_by_label("Phụ nữ thuộc hộ nghèo").count() == 0
    lines = page.locator("[data-node='3.1'] > .sentence ul.targets").first.inner_text().splitlines()
    assert lines[0] == "✓ Khớp: Phụ nữ thuộc hộ nghèo"


def test_who_was_not_asked_is_not_told_to_be_excluded(page: Page):
    """A poor household of Ngư Lộc: mothers and children are unclear, clinics and schools are not theirs, in a line."""
    ask(page, "nhom=ho-ngheo&noi=ngu-loc&can=dinh-duong")
    lines = page.locator("[data-node='3.2'] > .sentence ul.targets").nth(1).inner_text().splitlines()
    assert lines == [
        "✓ Khớp: Hộ gia đình; ở xã Ngư Lộc",
        "○ Chưa rõ: Bà mẹ, phụ nữ mang thai và cho con bú (điều kiện: ở xã Ngư Lộc)",
        "✗ Không khớp: Cơ sở y tế, trường học (điều kiện: ở xã Ngư Lộc)",
    ]


def test_roads_are_for_all_who_live_in_the_commune_that_is_named(page: Page):
    """From Ngư Lộc they fit; from Minh Lộc it is said that the plan names another place, and what it says."""
    ask(page, "nhom=ho-ngheo&noi=ngu-loc&can=ha-tang")
    first = page.locator("[data-node='1.1'] > .sentence ul.targets").first.inner_text()
    assert first.startswith("✓ Khớp: Xã đặc biệt khó khăn vùng bãi ngang, ven biển và hải đảo (xã Ngư Lộc)")
    shown = ask(page, "noi=minh-loc&can=ha-tang")
    said = "Về việc bạn cần, Kế hoạch chỉ có những câu dưới đây, chưa rõ hoặc dành cho người khác, nơi khác."
    assert said in shown and page.locator("[data-node='1.1'] details.rest[open]").is_visible()
    assert page.locator("[data-found]").inner_text().startswith("✗ Hỗ trợ đầu tư phát triển hạ tầng")


def test_training_of_officials_is_not_what_the_poor_receive(page: Page):
    """ "nhằm hỗ trợ hiệu quả cho người nghèo" says whom officials are to help, not who is trained."""
    ask(page, "nhom=ho-ngheo")
    assert "Nâng cao năng lực thực hiện Chương trình" not in page.locator("[data-found]").inner_text()
    ask(page, "nhom=can-bo-giam-ngheo")
    assert "✓ Nâng cao năng lực thực hiện Chương trình" in page.locator("[data-found]").inner_text().splitlines()


def test_the_answer_begins_with_what_was_found(page: Page):
    """A mother of Ngư Lộc with a child of four: what fits, then what is unclear, as links to each answer."""
    ask(page, "nhom=ho-ngheo&nhom=phu-nu&noi=ngu-loc&tuoi=4")
    lines = page.locator("[data-found]").inner_text().splitlines()
    assert lines[0] == "✓ Cải thiện dinh dưỡng" and "✓ UBND các xã, thị trấn" in lines
    assert "○ Hỗ trợ người lao động đi làm việc ở nước ngoài theo hợp đồng" in lines
    assert page.inner_text(".finder-count").startswith(
        f"{sum(one[0] == '✓' for one in lines) - 1} dự án, tiểu dự án khớp;"
    )
    page.locator("[data-found] a").first.click()
    assert page.url.endswith("#ho-tro-3-2") and page.get_by_label("Hộ nghèo", exact=True).is_checked()


def test_an_old_woman_is_told_that_the_plan_does_not_name_her(page: Page):
    """From 60 years on; an age that nobody has is none."""
    old = page.get_by_text("Kế hoạch không ghi riêng người cao tuổi.")
    ask(page, "tuoi=70")
    assert old.is_visible()
    ask(page, "tuoi=59")
    assert old.is_hidden()
    page.evaluate("location.hash = 'tuoi=200'")
    page.wait_for_function("document.querySelector('[name=tuoi]').value === ''")


def test_what_excludes_each_other_cannot_both_be_ticked(browser: Browser, address: str):
    """ "Hộ không thuộc các loại trên" and a poor household."""
    with finder(browser, address) as page:
        poor = page.get_by_label("Hộ nghèo", exact=True)
        none = page.get_by_label("Hộ không thuộc các loại trên", exact=True)
        poor.check()
        none.check()
        assert not poor.is_checked()
        poor.check()
        assert not none.is_checked()
