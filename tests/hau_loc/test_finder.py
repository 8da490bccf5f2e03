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
    section.get_by_text("Hỗ trợ khác của dự án, không dành cho lựa chọn của bạn").click()
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


def test_what_is_for_everybody_stands_after_what_is_for_poor_households(page: Page):
    """Dự án 2 is theirs; what they share with all people stands below, under a heading of its own."""
    ask(page, "nhom=ho-ngheo")
    head = page.get_by_text("Chung cho mọi người dân, cộng đồng", exact=True).bounding_box()
    own = page.locator("[data-node='2'] h2").bounding_box()
    assert head and own and own["y"] < head["y"]


def test_eleven_projects_support_somebody_and_one_teaches_a_trade(page: Page):
    """All 11 where nothing is chosen; for a near-poor household that wants to learn a trade, one."""
    ask(page, "x=")
    assert page.locator(".support:visible").count() == 11
    ask(page, "nhom=ho-can-ngheo&can=hoc-nghe")
    headings = page.locator(".support:visible h2").all_inner_texts()
    assert headings == ["Phát triển giáo dục nghề nghiệp vùng nghèo, vùng khó khăn"]
    assert page.inner_text(".finder-said") == "Bạn đã chọn: Hộ cận nghèo; Học nghề"


def test_a_place_is_found_by_its_old_and_new_name(page: Page):
    """The list names the 22 units of 2023 with their commune of today, and each of today's five as a whole."""
    names = page.locator("select[name=noi] option").all_inner_texts()
    assert "xã Ngư Lộc (nay là xã Vạn Lộc)" in names and "xã Vạn Lộc ngày nay, không rõ xã cũ" in names
    assert len(names) == 1 + 22 + 5
