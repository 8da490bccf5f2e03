"""Places: which the plan says something of, what of each, where words name one; footnotes, items within items."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from legal import AKN, faults, found, shown
from support import VAN_XUAN, Spoil, commanded, spoiled

from programme import FindingsError, Programme, check, open_programme
from programme.load.loader import load
from programme.opendata.things import reached
from programme.render.filters import linked
from programme.render.renderer import Renderer

PLACES, SECTIONS = "data/places.yaml", "data/sections.yaml"


def words(node: Tag | None) -> str:
    assert node
    return " ".join(node.get_text(" ").split())


def named(p: Programme, text: str, ref: str = "V") -> list[str]:
    """The ids of the places that a text of a clause names."""
    return [one.place.id for one in p.named_in(text, ref)]


def test_a_name_is_met_whole_and_no_part_of_a_longer_one(programme: Programme):
    """In any case, with its kind; not where it goes on, or where the former one is meant."""
    assert named(programme, "Họp ở thôn Hạ.") == named(programme, "Họp ở THÔN HẠ.") == ["thon-ha"]
    assert named(programme, "Họp ở thôn Hạ Bì, thôn Hạnh và thôn Hạ cũ.") == []
    assert named(programme, "Từ thôn Thượng xuống thôn Hạ, rồi lên thôn Thượng.") == ["thon-thuong", "thon-ha"]
    assert named(programme, "Người ở hạ nguồn, ở Hạ.") == []


def test_another_way_to_write_it_counts_where_the_data_says_that_it_is_named():
    """ "Nà Lộc" is the village in III.B.2; the bank's branch of part V is called so too, and so was a commune."""
    p = open_programme(VAN_XUAN)
    assert named(p, "Các thôn Khe Hạ, Nà Lộc.", "III.B.2.1") == ["thon-khe-ha", "thon-na-loc"]
    assert named(p, "Phòng giao dịch khu vực Nà Lộc", "V.11") == []
    assert named(p, "02 xã Nà Lộc và Cao Sơn cũ,", "I.1") == ["xa-na-loc-cu", "xa-cao-son-cu"]


def test_a_name_of_two_places_names_neither_without_a_clause(spoil: Spoil):
    """Villages of two communes may share one."""
    twin = "- {id: thon-ha-khac, name: thôn Hạ, kind: village, part_of: tinh-thu}\n- {id: thon-doi,"
    assert named(open_programme(spoil(PLACES, "- {id: thon-doi,", twin)), "Họp ở thôn Hạ.") == []


def test_which_places_have_a_page(programme: Programme):
    """Those that words, marks or tables name; not the plan's own, nor those around it, nor those that nothing names."""
    assert [one.id for one in programme.told_places] == ["thon-thuong", "thon-ha"]
    assert programme.wider_places == {"xa-minh-hoa", "tinh-thu"}
    assert {kind.value: [one.id for one in ones] for kind, ones in programme.listed_places.items()} == {
        "village": ["thon-thuong", "thon-doi", "thon-ha", "thon-ha-huyen", "thon-ben"]
    }


def test_a_page_tells_what_the_plan_gives_a_place_and_says_of_it(pages: dict[str, BeautifulSoup]):
    """Money, the rows of tables cell by cell with their clause, figures, sentences; what it is part of and now."""
    page = pages["dia-ban/thon-thuong.html"]
    facts = {words(one.dt): words(one.dd) for one in page.select(".lead .facts > div")}
    assert facts == {
        "Thuộc": "xã Minh Họa",
        "Nay là": "xã Minh Thượng",
        "Kinh phí phân bổ": "13.847,5 triệu đồng (số do trang web cộng từ 2 khoản)",
    }
    assert words(page.select_one("#con-so + ul")) == (
        "Tỷ lệ hộ nghèo ở thôn Thượng: 2,5 % (Hộ nghèo; thôn Thượng; mục I )"
    )
    (table,) = page.select("article table")
    assert words(table.caption) == "Phân bổ Dự án 1 theo thôn ( PHỤ LỤC I )"
    assert [[words(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")] == [
        ["Trung ương", "12.000,5"], ["Tỉnh", "1.847"], ["Cộng", "13.847,5"],
    ]  # fmt: skip
    (said,) = page.select("#neu-ten ~ section blockquote p")
    assert words(said).startswith("giảm tỷ lệ hộ nghèo từ 1,84 % xuống 1,34 %, thôn Thượng còn 2,5 %,")
    assert not page.select('article blockquote a[href$="thon-thuong.html"]')  # not to itself


def test_support_at_a_place_is_on_its_page(pages: dict[str, BeautifulSoup]):
    """With whom it is for; that one must live there need not be said there."""
    page = pages["dia-ban/thon-ha.html"]
    targets = [words(one) for one in page.select(".targets li")]
    assert targets[0] == "Ưu tiên Phụ nữ của hộ nghèo"
    assert "Người học việc (điều kiện: Kế hoạch viết “chỉ ở thôn Hạ” )" in targets
    assert words(page.select_one("#kinh-phi + ul")).startswith("Dự án 3 (Chương trình giảm nghèo thử): Học việc")


def test_words_and_tables_lead_to_a_place(pages: dict[str, BeautifulSoup]):
    """A sentence, the scope of a figure, a row of sums, a row of the plan's table; the list of places."""
    for name in ("du-an/giam-ngheo-2-1", "muc-tieu", "kinh-phi", "toan-van"):
        assert pages[f"{name}.html"].select('article a[href$="dia-ban/thon-ha.html"], article a[href$="thuong.html"]')
    (row,) = [one for one in pages["toan-van.html"].select("article tbody tr") if words(one).startswith("Hạ 315,5")]
    assert words(row.select_one("th a")) == "Hạ"
    listed = [words(one) for one in pages["dia-ban/index.html"].select(".index li")]
    assert listed[0] == ("Thôn Thượng 13.847,5 triệu đồng · 1 chỉ tiêu · được nêu tên ở 1 câu · nay là xã Minh Thượng")
    assert listed[1] == "Thôn Đồi nay là xã Minh Thượng"


def test_a_place_has_its_files(site: Path):
    """Its own JSON, a sheet, an entry of the search."""
    told = json.loads((site / "dia-ban/thon-ha.json").read_text(encoding="utf-8"))
    assert [row["amount"] for row in told["allocations"]] == [315500000]
    assert [row["amount"] for row in told["money"]] == [300000000]
    assert told["tables"] == [
        {"clause": "VI", "caption": "Phân bổ Dự án 1 theo thôn", "cells": {"Trung ương": "315,5", "Cộng": "315,5"}}
    ]
    assert (site / "dia-ban/thon-ha.pdf").read_bytes().startswith(b"%PDF")
    (names,) = (site / "assets/search").glob("names-*.js")
    assert '"dia-ban/thon-ha.html","Thôn Hạ"' in names.read_text(encoding="utf-8")


def test_a_figure_may_be_of_several_places(spoil: Spoil):
    """A list where one was; a place that is not there is told."""
    root = spoil(SECTIONS, "place: thon-thuong, group: gia", "place: [thon-thuong, thon-ben], group: gia")
    p = Programme(load(root / "data")[0])
    (figure,) = [one for one in p.figures if one.record.id == "ty-le-thuong"]
    assert [one.id for one in figure.places] == ["thon-thuong", "thon-ben"]
    assert p.has_page(p.places["thon-ben"])
    with pytest.raises(FindingsError, match='không có nơi nào mang mã "thon-bem"'):
        check(spoiled(root, SECTIONS, "thon-ben], group", "thon-bem], group"))


def test_a_figure_may_be_of_several_groups(spoil: Spoil):
    """A list where one was: it stands on the page of each, with all their names; a group that is not there is told."""
    one = "place: thon-thuong, group: gia-dinh-ngheo"
    root = spoil(SECTIONS, one, f"{one.replace('gia', '[gia')}, gia-dinh-can-ngheo]")
    p = Programme(load(root / "data")[0])
    (figure,) = [one for one in p.figures if one.record.id == "ty-le-thuong"]
    assert [one.id for one in figure.groups] == ["gia-dinh-ngheo", "gia-dinh-can-ngheo"]
    assert all(figure in p.figures_of(one) for one in figure.groups)
    (row,) = [one for one in reached([figure])]
    assert row.group == "gia-dinh-ngheo; gia-dinh-can-ngheo"
    with pytest.raises(FindingsError, match='không có nhóm đối tượng nào mang mã "gia-dinh-khong"'):
        check(spoiled(root, SECTIONS, ", gia-dinh-can-ngheo]", ", gia-dinh-khong]"))


def test_a_bound_is_said_as_the_plan_says_it():
    """The word before the number; a figure is no least and most at once."""
    p = open_programme(VAN_XUAN)
    texts = {one.record.id: one.text for one in p.stated_figures}
    assert texts["giam-ho-ngheo-vung-cao"] == "ít nhất 33 hộ" and texts["bhyt-can-ngheo"] == "trên 95 %"
    assert texts["suy-dinh-duong"] == "dưới 21,5 %" and texts["tang-thu-nhap"] == "từ 15 % trở lên"


def test_a_least_that_is_a_most_is_told(spoil: Spoil):
    with pytest.raises(FindingsError, match="vừa là mức ít nhất vừa là mức nhiều nhất"):
        check(
            spoil(SECTIONS, "at_least: true, group: gia-dinh-can", "at_least: true, at_most: true, group: gia-dinh-can")
        )


def test_settings_of_before_learn_of_the_pages_of_places(copy: Path):
    """`programme pages` leaves them out of the bar of sections, once, where the settings list what is left out."""
    path = copy / "mkdocs.yml"
    new = path.read_text(encoding="utf-8")
    path.write_text(new.replace("  /dia-ban/*\n", "").replace("      - dia-ban/index.md\n", ""), encoding="utf-8")
    shutil.rmtree(copy / "docs/dia-ban")
    told = commanded("pages", "--root", str(copy))
    assert told.stdout.splitlines() == [
        "Đã tạo docs/dia-ban/thon-thuong.md",
        "Đã tạo docs/dia-ban/thon-ha.md",
        "Đã tạo docs/dia-ban/index.md",
        "Đã thêm /dia-ban/* vào not_in_nav (mkdocs.yml): các trang ấy không nằm trong thanh mục",
    ]
    assert path.read_text(encoding="utf-8") == new.replace("      - dia-ban/index.md\n", "").replace(
        "  /dia-ban/*\n", ""
    ).replace("  /huong-dan/*\n", "  /huong-dan/*\n  /dia-ban/*\n")


# -- items within items, footnotes -----------------------------------------------------------


def test_items_stand_in_items(pages: dict[str, BeautifulSoup], site: Path):
    """On the page of the full text as lists in lists; in the law text too; a mark of its own is kept in the words."""
    (outer,) = [one for one in pages["toan-van.html"].select("article section > ul > li") if "Làm chuồng" in words(one)]
    assert [words(one) for one in outer.select(":scope > ul > li")] == [
        "Hộ làm xong chuồng trước nhận trước;", "Hộ khác nhận sau. * Không nhận hai lần.",
    ]  # fmt: skip
    content = (site / "du-lieu" / AKN).read_bytes()
    assert faults(content) == []
    marks = [shown(one) for one in found(content, "//a:blockList//a:blockList//a:num")]
    assert marks == ["+", "+", "*"]
    text = (site / "du-lieu/clauses.csv").read_text(encoding="utf-8-sig")
    assert "Hộ khác nhận sau.\nKhông nhận hai lần." in text


def test_a_footnote_stands_at_the_foot(pages: dict[str, BeautifulSoup], site: Path, programme: Programme):
    """Its mark behind the words leads to it; below a quotation it is told with it; in the law text where it belongs."""
    page = pages["toan-van.html"]
    (mark,) = page.select("article li sup.note-mark a")
    assert (words(mark), mark["href"]) == ("1", "#chu-thich-1")
    assert words(page.select_one("#chu-thich-1")) == "1 Gồm công và vật liệu."
    (quoted,) = [
        one for one in pages["kinh-phi.html"].select("#nguon ~ section blockquote") if "Làm chuồng" in words(one)
    ]
    assert words(quoted.select_one(".footnote")) == "1 Gồm công và vật liệu."
    (note,) = found((site / "du-lieu" / AKN).read_bytes(), "//a:authorialNote")
    assert (note.get("marker"), shown(note).strip()) == ("1", "Gồm công và vật liệu.")
    assert "1 Gồm công và vật liệu." in (site / "du-lieu/clauses.csv").read_text(encoding="utf-8-sig")
    assert list(programme.footnotes.values()) == [1]


def test_what_a_footnote_cites_is_cited_in_its_clause_and_leads_to_the_document(spoil: Spoil):
    """Its words are a sentence of the clause that its mark stands in; the number is a link below the sentence."""
    p, _ = check(
        spoil(SECTIONS, "Gồm công và vật liệu.", "Theo số 289-QĐ/TU.\n              cites: [{document: qd-289}]"),
        with_pages=False,
    )
    (spot,) = [one.spot for one in p.citations if one.spot.paragraph.text == "Theo số 289-QĐ/TU."]
    assert (spot.ref, spot.phrase.text) == ("IV", "Theo số 289-QĐ/TU.")
    shown = [(text, target.id if target else "") for text, target in linked(p, "", spot.phrase)]
    assert shown == [("Theo số ", ""), ("289-QĐ/TU", "qd-289"), (".", "")]


def test_a_footnote_and_an_item_are_proved_like_any_words(spoil: Spoil):
    """What the document says otherwise is told, with the line in data/ that holds it."""
    root = spoil(SECTIONS, "text: Gồm công và vật liệu.", "text: Gồm công, vật liệu.")
    _, warnings = check(root)
    (told,) = [str(one) for one in warnings if "khác văn bản" in str(one)]
    assert re.match(r'.*data/sections.yaml:\d+: .*sau ".* Gồm" văn bản ghi "công", data/ ghi "công,"', told, re.DOTALL)
    spoiled(root, SECTIONS, "text: Gồm công, vật liệu.", "text: Gồm công và vật liệu.")
    _, warnings = check(spoiled(root, SECTIONS, "Hộ khác nhận sau.", "Hộ khác sau."))
    assert any('văn bản ghi "nhận", data/ ghi "sau."' in str(one) for one in warnings)


def test_something_may_be_for_those_of_several_places(spoil: Spoil):
    """Its condition names all of them, each has it on its page, where it is not said again that one must live there."""
    plan = spoil("data/projects/gn-1.yaml", "place: xa-minh-hoa}]", "place: [thon-thuong, thon-ben]}]")
    p, _ = check(plan, with_pages=False)
    (target,) = p.targets_at_place(p.places["thon-ben"])
    assert target.conditions == ("ở thôn Thượng hoặc thôn Bến",)
    assert target.parts_beside(p.places["thon-ben"]) == ()
    assert target in p.targets_at_place(p.places["thon-thuong"])


def test_a_place_that_was_merged_is_listed_apart():
    """Named only where the plan tells of before; its page says so, and stays."""
    programme = open_programme(VAN_XUAN)
    assert [one.name for one in programme.places_of_before] == ["xã Nà Lộc (cũ)", "xã Cao Sơn (cũ)"]
    listed = [one for ones in programme.listed_places.values() for one in ones]
    assert not {*programme.places_of_before} & {*listed}
    renderer = Renderer(programme)
    assert "Kế hoạch chỉ nhắc nơi này khi kể tình hình trước đây." in renderer.place(programme.places_of_before[0].id)
    _, _, apart = renderer.overview("dia-ban").partition("## Chỉ được nhắc khi kể tình hình trước Kế hoạch")
    assert "Xã Nà Lộc (cũ)" in apart


def test_a_place_that_only_tables_tell_of_is_said_to_be_in_them(spoil: Spoil):
    """So no place stands in the list with nothing beside it."""
    table = (
        "- number: IV-A\n  heading: Số hộ\n  tables:\n    - columns: [{text: Thôn}, {text: Hộ}]\n"
        '      rows: [{cells: [Đồi, "7"], place: thon-doi}]\n- number: V\n'
    )
    programme = open_programme(spoil("data/sections.yaml", "- number: V\n", table), with_pages=False)
    assert list(programme.said_of_place(programme.places["thon-doi"])) == ["có trong 1 bảng", "nay là xã Minh Thượng"]
