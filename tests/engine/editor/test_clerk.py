"""What somebody who edits for the first time stumbled over: each is said on the page, in time, in words of the page."""

from __future__ import annotations

import subprocess
from pathlib import Path

from editing import opened, select
from playwright.sync_api import Page, Route, expect

from programme.commands.desk import Editor

AMOUNT = "trong đó ngân sách trung ương 900 triệu đồng,"


def test_coloured_words_lead_to_their_whole_sentence(served: tuple[str, Editor], page: Page):
    """A click on a mark opens the mark; a button there opens the sentence, where its words and the next are."""
    opened(page, served)
    page.get_by_text(AMOUNT).first.click()
    page.get_by_role("button", name="Cả câu: sửa lời, thêm câu sau…").click()
    expect(page.locator("#panel h2")).to_have_text("Câu này")
    expect(page.get_by_role("button", name="Thêm câu sau")).to_be_visible()


def test_an_amount_without_its_unit_is_told_so(served: tuple[str, Editor], page: Page):
    """A number alone where an amount stood: what lacks is said, with the units there are."""
    opened(page, served)
    page.get_by_text(AMOUNT).first.click()
    page.locator("#chu-cua-dau").fill("trong đó ngân sách trung ương 3.100")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(
        '"trong đó ngân sách trung ương 3.100": sau con số thiếu đơn vị (đồng, nghìn đồng, triệu đồng, tỷ đồng)'
    )


def test_why_words_are_changed_is_asked_shown_and_kept(served: tuple[str, Editor], page: Page, data: Path):
    """The reason given once stands beside the next change, can be another, and is told when it is all saved."""
    git(served[1].root, "init", "-q")
    git(served[1].root, "add", "-A")
    git(served[1].root, "commit", "-qm", "x")
    opened(page, served)
    page.evaluate("sessionStorage.removeItem('asked')")
    for words in (" Một.", " Hai."):
        page.locator(".sentence").first.focus()
        page.keyboard.press("s")
        if words == " Một.":
            page.get_by_role("button", name="Trang chép sai, sửa cho đúng văn bản").click()
        expect(page.locator(".reason")).to_have_text("Lý do sửa lời: trang chép sai · Đổi")
        if words == " Hai.":
            page.locator(".reason").get_by_role("button", name="Đổi").click()
            page.get_by_role("button", name="Văn bản đã được sửa đổi").click()
            expect(page.locator(".reason")).to_have_text("Lý do sửa lời: văn bản đã được sửa đổi · Đổi")
        page.locator("textarea.retype").press("Control+End")
        page.keyboard.type(words)
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Đã ghi: sửa lời")
    page.get_by_role("button", name="Lưu").click()
    dialog = page.locator("dialog")
    expect(dialog.locator("h3")).to_have_text(
        "Nội dung thành phần 03 (NDTP-03): Hỗ trợ phát triển sản xuất, đa dạng hóa sinh kế"
    )
    expect(dialog.locator(".changes li").first).to_contain_text("Nay: … 15% trở lên sau hai năm. Một. Hai.")
    expect(dialog).to_contain_text("Lý do sửa lời: văn bản đã được sửa đổi.")
    expect(dialog).to_contain_text("Lý do sửa lời: trang chép sai, sửa cho đúng văn bản.")
    dialog.get_by_role("button", name="Lưu vào lịch sử").click()
    expect(dialog.locator("h2")).to_have_text("Đã lưu vào lịch sử")
    message = git(served[1].root, "log", "-1", "--format=%B")
    assert "Lý do sửa lời: văn bản đã được sửa đổi" in message
    assert served[1].web().desk.reasons() == []


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    return subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


def test_what_is_wrong_is_said_at_once_where_it_should_be_saved(served: tuple[str, Editor], page: Page, data: Path):
    """Nothing is offered that cannot be done: how much is to be mended, and the way to it from any page."""
    if not (served[1].root / ".git").exists():
        git(served[1].root, "init", "-q")
        git(served[1].root, "add", "-A")
        git(served[1].root, "commit", "-qm", "x")
    opened(page, served)
    page.get_by_text(AMOUNT).first.click()
    page.keyboard.type("901")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Vẫn ghi, sửa sau").click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi")
    opened(page, served, "so/groups")
    page.get_by_role("button", name="Lưu").click()
    dialog = page.locator("dialog")
    expect(dialog).to_contain_text("chỗ phải sửa, nên chưa lưu được. Những gì đã ghi vẫn còn nguyên.")
    expect(dialog.get_by_role("button", name="Lưu vào lịch sử")).to_have_count(0)
    dialog.get_by_role("button", name="Tới chỗ phải sửa").click()
    expect(page.locator(".block.is-chosen .finding").first).to_contain_text("dự án có 1.251 triệu đồng")


def test_a_new_body_is_called_as_the_chosen_words_call_it(served: tuple[str, Editor], page: Page):
    """Typed without marks, its name is proposed with them; in the list it is said that a sentence must name it."""
    opened(page, served)
    select(page, "ngân sách trung ương")
    page.get_by_role("button", name="Ai làm, việc gì", exact=True).click()
    page.keyboard.type("trung uong")
    page.get_by_role("option", name="Thêm cơ quan mới").click()
    expect(page.locator("dialog").get_by_label("Tên (phải có)")).to_have_value("Trung ương")
    page.keyboard.press("Escape")
    opened(page, served, "so/agencies")
    page.get_by_role("button", name="Thêm một cơ quan").first.click()
    expect(page.locator("#panel .about")).to_contain_text("Phải có câu của Kế hoạch nhắc tới mục này.")


def test_on_a_phone_the_button_to_save_is_one_line(served: tuple[str, Editor], page: Page, data: Path):
    """Also when something is not saved yet."""
    page.set_viewport_size({"width": 360, "height": 740})
    opened(page, served)
    height = page.get_by_role("button", name="Lùi lại").bounding_box()["height"]
    page.evaluate("import('/__editor/page.js').then(({ showState }) => showState({ edited: true }))")
    expect(page.get_by_role("button", name="Lưu… (có chỗ chưa lưu)")).to_be_visible()
    assert page.get_by_role("button", name="Lùi lại").bounding_box()["height"] == height


def test_an_amount_typed_anew_keeps_the_words_beside_it(served: tuple[str, Editor], page: Page, data: Path):
    """A click chooses the number alone; typed with its unit, that is there once; other words go only by a yes."""
    opened(page, served)
    page.get_by_text(AMOUNT).first.click()
    page.keyboard.type("902 triệu đồng")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Vẫn ghi, sửa sau").click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi: sửa")
    assert "- text: trong đó ngân sách trung ương 902 triệu đồng,\n" in text(data)
    page.locator("mark", has_text="902 triệu đồng").click()
    page.locator("#chu-cua-dau").fill("900 triệu đồng,")
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_contain_text("các chữ “trong đó ngân sách trung ương” của Kế hoạch cũng mất")
    page.locator("dialog").get_by_role("button", name="Thôi").click()
    assert "- text: trong đó ngân sách trung ương 902 triệu đồng,\n" in text(data)


def text(data: Path) -> str:
    return (data / "projects/ndtp-03.yaml").read_text(encoding="utf-8")


def test_what_is_still_wrong_stays_in_sight_and_leads_there(served: tuple[str, Editor], page: Page, data: Path):
    """On every page of the editor, until nothing is; a step that mends a part is not held back by what is left."""
    opened(page, served)
    page.get_by_text(AMOUNT).first.click()
    page.keyboard.type("902")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Vẫn ghi, sửa sau").click()
    left = page.get_by_role("link", name="chỗ phải sửa")
    expect(left).to_have_text("Còn 3 chỗ phải sửa")
    page.locator("mark", has_text="902 triệu đồng").click()
    page.keyboard.type("901")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã ghi: sửa")
    opened(page, served, "so/groups")
    left.click()
    expect(page.locator(".block.is-chosen .finding").first).to_contain_text("dự án có 1.251 triệu đồng")
    assert page.locator(".block.is-chosen").evaluate("one => one.getBoundingClientRect().top < innerHeight")


def test_the_words_of_a_mark_can_be_chosen_again_in_its_form(served: tuple[str, Editor], page: Page, data: Path):
    """The condition stood outside: what was filled in stays, and the mark is put on the words chosen last."""
    opened(page, served)
    page.locator(".sentence").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Thêm câu sau").click()
    page.keyboard.type("Ưu tiên hộ nghèo có người khuyết tật nặng.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã ghi: thêm")
    select(page, "người khuyết tật nặng")
    page.get_by_role("button", name="Cho ai", exact=True).click()
    page.keyboard.type("ho ngheo")
    page.keyboard.press("Enter")
    select(page, "hộ nghèo có người khuyết tật nặng")
    page.get_by_role("button", name="Lấy chữ vừa bôi đen").click()
    expect(page.locator("#panel .about")).to_have_text("“hộ nghèo có người khuyết tật nặng.”")
    page.get_by_role("button", name="Ghi", exact=True).click()
    expect(page.locator("mark.m-whom", has_text="hộ nghèo có người khuyết tật nặng.")).to_be_visible()


def test_the_guide_is_a_click_away(served: tuple[str, Editor], page: Page):
    """The help beside the sentences leads to it, where the plan has one."""
    opened(page, served)
    expect(page.get_by_role("link", name="Hướng dẫn sửa")).to_have_attribute("href", "/huong-dan/")


def test_what_is_deleted_is_asked_about_once_with_where_it_is_named(served: tuple[str, Editor], page: Page, data: Path):
    """The places are links, the page that goes is named; pages without anything are deleted by a button."""
    opened(page, served, "so/agencies")
    page.locator(".block", has_text="Phòng Kinh tế").first.locator(".name").click()
    page.get_by_role("button", name="Xóa mục này").click()
    dialog = page.locator("dialog")
    expect(dialog.locator("h2")).to_have_text("Xóa mục này?")
    expect(dialog).to_contain_text("Trang /co-quan/phong-kt trên trang xem cũng bị xóa theo.")
    expect(dialog.get_by_role("link")).to_have_count(5)
    dialog.get_by_role("link", name="Các phòng, đơn vị thuộc xã").click()
    expect(dialog).not_to_be_visible()
    orphan = data.parent / "docs/co-quan/cu.md"
    orphan.write_text('{{ agency("cu") }}\n', encoding="utf-8")
    opened(page, served, "so/groups")
    page.get_by_role("link", name="Còn 1 chỗ phải sửa").click()
    page.wait_for_url("**/toan-van#cho-khac")
    page.locator("#panel h2").wait_for(state="attached")
    page.get_by_role("button", name="Xóa trang thừa…").click()
    expect(dialog.locator("li")).to_have_text("/co-quan/cu")
    dialog.get_by_role("button", name="Xóa", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Đã xóa 1 trang thừa.")
    assert not orphan.exists()
    assert served[1].web().desk.back().done
    orphan.unlink()


def test_a_name_that_is_taken_out_leaves_the_form_in_sight(served: tuple[str, Editor], page: Page):
    """The list of names opens when somebody types or asks for it, not over the button that is pressed next."""
    opened(page, served)
    page.locator("mark.m-whom").first.click()
    page.locator("#panel .chips button").first.click()
    expect(page.locator("#panel [role=listbox]:visible")).to_have_count(0)
    page.keyboard.type("h")
    expect(page.locator("#panel [role=listbox]:visible")).to_have_count(1)


def test_a_form_asks_for_what_was_chosen_and_offers_what_is_allowed(served: tuple[str, Editor], page: Page):
    """An indicator alone is ticked; no kind for a heading under no project; whom the whole sentence names is said."""
    opened(page, served, "toan-van")
    panel = page.locator("#panel")
    select(page, "chủ trì theo dõi")
    page.get_by_role("button", name="Chỉ tiêu", exact=True).click()
    expect(panel.get_by_label("Chỉ tiêu", exact=True)).to_be_checked()
    expect(panel.get_by_label("Số lượng phải làm")).not_to_be_checked()
    expect(panel).to_contain_text("Đánh dấu chữ có số lượng phải làm ra, như 14 căn nhà, 20 con bò, 3 lớp tập huấn.")
    page.keyboard.press("Escape")
    page.locator("mark", has_text="trực tiếp chủ trì thực hiện NDTP-07").click()
    expect(panel.locator(".of-whole")).to_have_text(
        "Cả câu đã ghi Ai làm: Phòng Văn hóa - Xã hội. Muốn đổi thì mở Phần chung của cả câu."
    )
    panel.get_by_role("button", name="Phần chung của cả câu").click()
    expect(panel.locator("h2")).to_have_text("Phần chung của cả câu")
    expect(panel.get_by_role("button", name="Bỏ Phòng Văn hóa - Xã hội").first).to_be_visible()
    page.locator(".heading", has_text="MỤC TIÊU").first.click()
    expect(panel.get_by_label("Tiêu đề", exact=True)).to_be_visible()
    expect(panel.get_by_label("Mục này nói gì")).to_have_count(0)
    expect(panel).to_contain_text("bôi đen con số trong câu, chọn “Chỉ tiêu”, rồi ghi tên và đơn vị.")


def test_a_click_elsewhere_while_something_is_written_waits_for_it(served: tuple[str, Editor], page: Page, data: Path):
    """Nothing is asked, for nothing is lost, and what this page wrote itself is no news; then the sentence opens."""
    opened(page, served)
    held: list[Route] = []
    page.route("**/__editor/do", lambda route: held.append(route))
    select(page, "900 triệu đồng")
    page.get_by_role("button", name="Cho ai", exact=True).click()
    page.keyboard.type("ho ngheo")
    page.keyboard.press("Enter")
    with page.expect_request("**/__editor/do"):
        page.get_by_role("button", name="Ghi", exact=True).click()
    other = page.locator(".block.sentence").first
    id = other.get_attribute("id")
    other.click(position={"x": 2, "y": 2})
    served[1].outside()  # as the watcher of files tells of what the editor wrote
    held[0].continue_()
    expect(page.locator("#panel h2")).to_have_text("Câu này")
    assert page.locator(".block.is-chosen").get_attribute("id") == id
    expect(page.get_by_role("status")).to_contain_text("Đã ghi")
    expect(page.locator("dialog")).not_to_be_visible()


def test_what_was_typed_and_is_in_no_list_is_made_or_asked_for_never_lost(
    served: tuple[str, Editor], page: Page, data: Path
):
    """Enter on a name that is nowhere opens the form of a new one; written without a choice, the form says so."""
    opened(page, served)
    select(page, "900 triệu đồng")
    page.get_by_role("button", name="Cho ai", exact=True).click()
    page.keyboard.type("Người chưa ai kể")
    page.keyboard.press("Enter")
    dialog = page.locator("dialog")
    expect(dialog.locator("h2")).to_have_text("Thêm một nhóm")
    expect(dialog.locator("input").first).to_have_value("Người chưa ai kể")
    dialog.get_by_role("button", name="Thôi").click()
    page.get_by_role("button", name="Ghi", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Chữ vừa gõ chưa được chọn")
    expect(page.locator("#panel .picker input").first).to_have_value("Người chưa ai kể")
    assert not served[1].web().desk.steps.last()


def test_all_marks_of_a_sentence_are_in_one_form(served: tuple[str, Editor], page: Page, data: Path):
    """Those that shall go are ticked, one "Ghi" writes it; and the words just chosen may say several things at once."""
    opened(page, served)
    page.get_by_text(AMOUNT).first.click()
    page.get_by_role("button", name="Cả câu: sửa lời, thêm câu sau…").click()
    expect(page.locator("#panel h2")).to_have_text("Câu này")
    count = page.locator("#panel .marks li").count()
    page.get_by_role("button", name="Sửa mọi dấu trong một lần").click()
    page.get_by_role("button", name="Ghi", exact=True).click()
    expect(page.get_by_role("alert")).to_have_text("Chưa đổi gì ở câu này.")
    boxes = page.get_by_label("Bỏ dấu ở các chữ này")
    expect(boxes).to_have_count(count)
    for at in range(count):
        boxes.nth(at).check()
    page.get_by_role("button", name="Ghi", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi: sửa các dấu của câu")
    select(page, "ngân sách trung ương")
    page.get_by_role("button", name="Ai làm, việc gì", exact=True).click()
    page.get_by_label("Thêm loại dấu khác ở các chữ này").select_option(label="Thời gian")
    expect(page.locator("#panel legend").filter(has_text="Thời gian").first).to_be_visible()
    expect(page.locator("#panel legend").filter(has_text="Vai trò")).to_be_visible()
