"""The pages of the site follow what is edited: gone with what is deleted, back with a step back, mended by a button."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from programme.editor.desk import Desk, Outcome

BODY = "docs/co-quan/phong-kt.md"


def remove(
    desk: Desk, page: str, title: str, *, force: bool = False, leads: Mapping[str, str] | None = None
) -> Outcome:
    one = next(one for one in desk.page(page).blocks if title in one.title)
    asked = {"op": "remove", "file": one.file, "way": [*one.way], "seen": one.seen, "page": page, "force": force}
    asked["leads"] = leads or {}
    return desk.do({**asked, "given": {"ask": True}})


def test_a_deleted_body_takes_its_page_along_and_brings_it_back(desk: Desk, root: Path):
    """It is said before, with the first five places that name the body; a step back brings both as they were."""
    before = (root / BODY).read_bytes()
    asked = remove(desk, "so/agencies", "Phòng Kinh tế")
    assert asked.why == "ask"
    assert asked.said.split("\n") == [
        "Có 5 chỗ đang nêu mục này; bỏ đi thì các chỗ ấy thành sai.",
        "Trang /co-quan/phong-kt trên trang xem cũng bị xóa theo.",
        "Xóa nhầm thì bấm “Lùi lại”.",
    ]
    assert [page for _, page in asked.links] == [
        "toan-van#sections.4.clauses.1.items.0",
        "toan-van#sections.4.clauses.1.items.1",
        "toan-van#sections.4.clauses.10.items.0",
        "so/agencies#agencies.23",
        "so/agencies#agencies.24",
    ]
    assert asked.links[3][0] == "“Các phòng, đơn vị thuộc xã”"
    assert (root / BODY).exists()
    assert remove(desk, "so/agencies", "Phòng Kinh tế", force=True).done
    assert not (root / BODY).exists()
    assert desk.back().done
    assert (root / BODY).read_bytes() == before
    assert desk.wrong() == (0, "")


def test_a_place_that_nothing_names_goes_with_its_page_and_leaves_nothing_to_mend(desk: Desk, root: Path):
    """The plan can be saved at once."""
    asked = remove(desk, "so/places", "xã Cao Sơn (cũ)")
    assert asked.said.split("\n")[0] == "Trang /dia-ban/xa-cao-son-cu trên trang xem cũng bị xóa theo."
    done = remove(desk, "so/places", "xã Cao Sơn (cũ)", force=True)
    assert done.said == ("Đã ghi: bỏ “xã Cao Sơn (cũ)”. Trang /dia-ban/xa-cao-son-cu không còn nội dung nên xóa theo.")
    assert not (root / "docs/dia-ban/xa-cao-son-cu.md").exists()
    assert desk.wrong() == (0, "")


def test_a_page_with_words_of_somebody_is_named_so_before_it_goes(desk: Desk, root: Path):
    """So is one whose address was published."""
    page = root / "docs/dia-ban/xa-cao-son-cu.md"
    page.write_text(page.read_text(encoding="utf-8") + "Lời viết tay.\n", encoding="utf-8")
    (root / "released.txt").write_text("dia-ban/xa-cao-son-cu\n", encoding="utf-8")
    said = remove(desk, "so/places", "xã Cao Sơn (cũ)").said
    assert said.startswith(
        "Trang /dia-ban/xa-cao-son-cu (có ghi chú viết tay, địa chỉ đã phát hành) trên trang xem cũng bị xóa theo. "
        "Địa chỉ đã phát hành có thể đã in ra giấy, nên phải dẫn tới một trang khác: chọn ở dưới."
    )


def test_the_public_address_of_what_is_deleted_leads_where_the_clerk_chose(desk: Desk, root: Path):
    """It is asked with the deletion, the overview of its kind first; then nothing is left to mend."""
    (root / "released.txt").write_text("dia-ban/xa-cao-son-cu\nindex\n", encoding="utf-8")
    (asked,) = remove(desk, "so/places", "xã Cao Sơn (cũ)").leads
    assert asked.address == "dia-ban/xa-cao-son-cu"
    assert asked.choices[:2] == (("dia-ban/index", "Trang chung “Nơi”"), ("dia-ban/xa-na-loc-cu", "xã Nà Lộc (cũ)"))
    chosen = {"dia-ban/xa-cao-son-cu": "dia-ban/xa-na-loc-cu"}
    assert remove(desk, "so/places", "xã Cao Sơn (cũ)", force=True, leads=chosen).done
    assert (root / "released.txt").read_text(encoding="utf-8") == (
        "dia-ban/xa-cao-son-cu -> dia-ban/xa-na-loc-cu\nindex\n"
    )
    assert desk.wrong() == (0, "")
    assert desk.back().done
    assert (root / "released.txt").read_text(encoding="utf-8") == "dia-ban/xa-cao-son-cu\nindex\n"


def test_what_led_to_a_page_that_goes_too_leads_on_and_nothing_made_up_is_taken(desk: Desk, root: Path):
    """A choice that was not offered is the overview."""
    (root / "released.txt").write_text("dia-ban/cu -> dia-ban/xa-cao-son-cu\ndia-ban/xa-cao-son-cu\n", encoding="utf-8")
    made_up = {"dia-ban/xa-cao-son-cu": "https://example.org/"}
    assert remove(desk, "so/places", "xã Cao Sơn (cũ)", force=True, leads=made_up).done
    assert (root / "released.txt").read_text(encoding="utf-8") == (
        "dia-ban/cu -> dia-ban/index\ndia-ban/xa-cao-son-cu -> dia-ban/index\n"
    )
    assert desk.wrong() == (0, "")


def test_a_public_address_that_lost_its_page_by_another_hand_is_mended_with_a_button(desk: Desk, root: Path):
    """The button asks where it leads."""
    (root / "released.txt").write_text("co-quan/phong-van-hoa\n", encoding="utf-8")
    told = desk.told(desk.page("so/agencies"))[0]
    assert told.words == "1 địa chỉ đã phát hành nay không còn trang: /co-quan/phong-van-hoa."
    assert (told.button, told.leads[0].choices[0]) == (
        "Chọn trang thay…",
        ("co-quan/index", "Trang chung “Cơ quan, đơn vị”"),
    )
    done = desk.pages([], {"co-quan/phong-van-hoa": "co-quan/cong-an"})
    assert done.said == "Đã cho 1 địa chỉ cũ dẫn tới trang khác."
    assert (root / "released.txt").read_text(encoding="utf-8") == "co-quan/phong-van-hoa -> co-quan/cong-an\n"
    assert desk.wrong() == (0, "")


def test_the_page_about_a_list_goes_with_the_last_of_it_and_out_of_the_bar(desk: Desk, root: Path):
    """Its line in the settings waits as a comment, as in a new plan; a step back brings both."""
    before = (root / "mkdocs.yml").read_bytes()
    while desk.page("so/questions").blocks:
        assert (root / "docs/khong-co-trong-ke-hoach.md").exists()
        assert remove(desk, "so/questions", "", force=True).done
    assert not (root / "docs/khong-co-trong-ke-hoach.md").exists()
    assert "      # - khong-co-trong-ke-hoach.md\n" in (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert desk.wrong() == (0, "")
    assert desk.back().done
    assert (root / "mkdocs.yml").read_bytes() == before


def test_pages_that_are_too_many_or_missing_are_named_with_a_button(desk: Desk, root: Path):
    """However they came: those that were agreed to go and no others, those that lack are made; it is one step."""
    for number in range(6):
        (root / f"docs/co-quan/cu-{number}.md").write_text('{{ agency("cu") }}\n', encoding="utf-8")
    (root / "docs/co-quan/cu-0.md").write_text('{{ agency("cu") }}\nLời viết tay.\n', encoding="utf-8")
    (root / "docs/co-quan/cong-an.md").unlink()
    missing, orphans = desk.told(desk.page("so/agencies"))
    assert (missing.words, missing.button) == ("Trang web thiếu 1 trang: /co-quan/cong-an.", "Tạo trang còn thiếu")
    assert orphans.words == (
        "6 trang không còn mục nào trong dữ liệu: /co-quan/cu-0 (có ghi chú viết tay), /co-quan/cu-1, /co-quan/cu-2, "
        "/co-quan/cu-3, /co-quan/cu-4, …"
    )
    assert orphans.button == "Xóa trang thừa…"
    assert desk.wrong() == (2, "toan-van#cho-khac")
    agreed = [file for file, _ in orphans.orphans if file != "co-quan/cu-5.md"]
    done = desk.pages([*agreed, "co-quan/chinh-phu.md", "../data/plan.yaml"], {})
    assert done.said == "Đã tạo 1 trang còn thiếu và xóa 5 trang thừa."
    assert (root / "docs/co-quan/chinh-phu.md").exists()
    assert (root / "docs/co-quan/cong-an.md").exists()
    assert [one.words for one in desk.told(desk.page("so/agencies"))] == [
        "1 trang không còn mục nào trong dữ liệu: /co-quan/cu-5."
    ]
    assert desk.back().done
    assert (root / "docs/co-quan/cu-0.md").read_text(encoding="utf-8") == '{{ agency("cu") }}\nLời viết tay.\n'
