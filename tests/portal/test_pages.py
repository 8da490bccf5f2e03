"""What the pages of a portal say: each plan's own words and figures, beside one another, each with its clause."""

from __future__ import annotations

from typing import Any

import pytest

from programme.portal import pages

MONEY = "3.2,III.2.d,387000000,khoảng,Ngân sách Trung ương,Vốn sự nghiệp,,Trạm Y tế"


def test_a_place_shows_amounts_with_source_and_clause(make: Any, portal: Any) -> None:
    """The amount as the plan has it, with its qualifier and source, and a link to its clause on the plan's own site."""
    make("Hạ")
    portal.build("Hạ")
    said = portal.said("dia-ban/xa-ha-")
    assert "khoảng 387 triệu đồng , ngân sách Trung ương (vốn sự nghiệp) mục III.2.d" in said
    assert "Kế hoạch số 27/KH-UBND, ngày 05/02/2026; UBND xã ban hành" in said
    assert "Giảm số hộ nghèo ít nhất 30 hộ Hộ nghèo; năm 2026 mục II.1" in said
    links = [one["href"] for one in portal.page("dia-ban/xa-ha-").select("a.source")]
    assert links == [
        "../../H%E1%BA%A1/site/toan-van.html#III.2.d",
        "../../H%E1%BA%A1/site/toan-van.html#II.1",
    ]


def test_a_plan_with_an_address_is_linked_there(make: Any, portal: Any) -> None:
    """It is read from its folder, and a reader is sent to where it is published."""
    make("ha")
    portal.build("ha https://ha.example/x")
    links = [one["href"] for one in portal.page("dia-ban/xa-ha-").select("a.source, h2 a")]
    assert links[:2] == ["https://ha.example/x/index.html", "https://ha.example/x/toan-van.html#III.2.d"]


def test_the_years_of_a_place_stand_side_by_side(make: Any, portal: Any) -> None:
    """Each figure in its own words; that units differ, or a year stands beside five, is said; nothing is added."""
    place = [{"name": "xã Hạ", "kind": "Xã"}, {"name": "tỉnh Thử", "kind": "Tỉnh"}]
    make("a", places=place)
    make(
        "b",
        {
            "money": [MONEY.replace("387", "400").replace("khoảng", "")],
            "figures": ["Giảm số hộ nghèo,2,%,,Hộ nghèo,,,2027,II.1"],
        },
        places=place,
        period={"start": "2027", "end": "2030"},
    )
    portal.build("a", "b")
    page = portal.page("dia-ban/xa-ha-")
    heads = [one.get_text() for one in page.select("table")[0].select("thead th")]
    assert heads == ["Dự án", "Năm 2026", "Giai đoạn 2027 - 2030"]
    cells = [" ".join(one.get_text(" ").split()) for one in page.select("table")[0].select("tbody td")]
    assert cells == [
        "khoảng 387 triệu đồng , ngân sách Trung ương (vốn sự nghiệp) mục III.2.d",
        "400 triệu đồng , ngân sách Trung ương (vốn sự nghiệp) mục III.2.d",
    ]
    said = portal.said("dia-ban/xa-ha-")
    assert "Các Kế hoạch dài ngắn khác nhau" in said
    assert "Giảm số hộ nghèo (Hộ nghèo) Đơn vị khác nhau , không so được ít nhất 30 hộ mục II.1 2 % mục II.1" in said
    assert "787" not in said


def test_one_plan_of_a_place_is_compared_with_nothing(make: Any, portal: Any) -> None:
    make("ha")
    portal.build("ha")
    assert "So các năm" not in portal.said("dia-ban/xa-ha-")


def test_a_code_lays_places_side_by_side(make: Any, portal: Any) -> None:
    """A row a plan, with who leads and its goals; other names, other levels, other lengths are said."""
    make("An")
    make(
        "Bình",
        {
            "projects": ["3.2,,TDA 2,Dinh dưỡng trẻ em,TDA 2: Dinh dưỡng trẻ em,IV,5000000,Phòng Y tế,du-an/3-2"],
            "money": [],
            "figures": ["Trẻ được cân,100,%,trở lên,,,3.2,,IV.1"],
        },
        level="district",
    )
    portal.build("An", "Bình")
    page = portal.page("du-an/3-2-")
    rows = [" ".join(one.get_text(" ").split()) for one in page.select("tbody tr")]
    assert rows == [
        "Xã An , tỉnh Thử Dự án 3.2: Cải thiện dinh dưỡng Năm 2026 khoảng 387 triệu đồng , ngân sách Trung ương "
        "(vốn sự nghiệp) mục III.2.d Trạm Y tế",
        "Xã Bình , tỉnh Thử TDA 2: Dinh dưỡng trẻ em Năm 2026 5 triệu đồng trang của Kế hoạch cộng mục IV Phòng Y tế "
        "Trẻ được cân: 100 % trở lên mục IV.1",
    ]
    said = portal.said("du-an/3-2-")
    assert (
        "Cùng mã không có nghĩa là cùng việc: các Kế hoạch ghi tên khác nhau: "
        "Cải thiện dinh dưỡng; Dinh dưỡng trẻ em." in said
    )
    assert "Có Kế hoạch của các cấp khác nhau" in said and "392" not in said


def test_codes_of_two_programmes_are_two(make: Any, portal: Any) -> None:
    """The same code in a programme of another name has a page of its own."""
    make("An")
    make("Bình", programmes=[{"id": "ntm", "name": "Chương trình nông thôn mới"}])
    portal.build("An", "Bình")
    found = sorted(path.stem[:-5] for path in (portal.site / "du-an").glob("*.html"))
    assert found == ["3-2-chuong-trinh-giam-ngheo", "3-2-chuong-trinh-nong-thon-moi"]


def test_places_that_differ_by_a_mark_are_two(make: Any, portal: Any) -> None:
    """ "xã Hòa Lộc" and "xã Hoa Lộc" do not share a page, nor does one that says no province with one that does."""
    make("a", places=[{"name": "xã Hòa Lộc", "kind": "Xã"}, {"name": "tỉnh Thử", "kind": "Tỉnh"}])
    make("b", places=[{"name": "xã Hoa Lộc", "kind": "Xã"}, {"name": "tỉnh Thử", "kind": "Tỉnh"}])
    make("c", places=[{"name": "xã Hoa Lộc", "kind": "Xã"}])
    portal.build("a", "b", "c")
    titles = [portal.page(f"dia-ban/{path.stem}").h1.get_text() for path in (portal.site / "dia-ban").glob("xa-*.html")]
    assert sorted(titles) == ["Xã Hoa Lộc", "Xã Hoa Lộc", "Xã Hòa Lộc"]


def test_two_plans_of_one_place_and_year_stand_beside_each_other(make: Any, portal: Any) -> None:
    """A plan that says it is of another's place takes nothing from it: each leads to its own site."""
    place = [{"name": "xã Hạ", "kind": "Xã"}]
    make("a", places=place, title="Kế hoạch thật")
    make("b", places=place, title="Kế hoạch nhận vơ")
    portal.build("a https://a.example", "b https://b.example")
    links = {one.get_text(): one["href"] for one in portal.page("dia-ban/xa-ha-").select("h2 a")}
    assert links == {
        "Kế hoạch thật": "https://a.example/index.html",
        "Kế hoạch nhận vơ": "https://b.example/index.html",
    }


def test_what_could_not_be_read_is_said(make: Any, portal: Any) -> None:
    """On the page of states, on the home page, and where the last good state stands."""
    folder = make("An")
    make("Bình")
    portal.build("An", "Bình", day="2026-11-29")
    (folder / "datapackage.json").write_text("{", encoding="utf-8")
    done = portal.build("An", "Bình", "khong-co")
    assert [one.fault for one in done.listed] == ["hỏng", "", "thiếu"]
    rows = [
        " ".join(one.get_text(" ").split()) for one in portal.page("tinh-trang").select("table")[0].select("tbody tr")
    ]
    assert rows == [
        "Kế hoạch của An An Hỏng Datapackage.json không phải JSON bản đọc được ngày 29/11/2026",
        "khong-co Thiếu Không thấy du-lieu/datapackage.json trong trang đã dựng của thư mục khong-co "
        "chưa lần nào đọc được",
    ]
    assert "2 Kế hoạch lần này chưa đọc được." in portal.said("index")
    wanted = "Lần này chưa đọc được trang của Kế hoạch (hỏng: datapackage.json không phải JSON)"
    said = portal.said("dia-ban/xa-an-")
    assert wanted in said and "đây là bản đọc được ngày 29/11/2026" in said and "khoảng 387 triệu đồng" in said
    assert wanted not in portal.said("dia-ban/xa-binh-")


def test_a_draft_is_said_to_be_one(make: Any, portal: Any) -> None:
    make("ha", open_questions=12)
    portal.build("ha")
    assert "Bản nháp : còn 12 câu hỏi về dữ liệu chưa trả lời." in portal.said("dia-ban/xa-ha-")


def test_a_page_for_each_province_where_plans_are_many(make: Any, portal: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of a code, year or programme then names the provinces, and each has a page with its rows."""
    monkeypatch.setattr(pages, "MOST", 1)
    make("An")
    make("Bình", places=[{"name": "xã Bình", "kind": "Xã"}, {"name": "tỉnh Khác", "kind": "Tỉnh"}])
    portal.build("An", "Bình")
    links = [one["href"] for one in portal.page("du-an/3-2-chuong-trinh-giam-ngheo-????.").select("ul.ways a")]
    assert [link.partition("--")[2][:-10] for link in links] == ["tinh-khac", "tinh-thu"]
    assert len(portal.page("du-an/*--tinh-thu").select("tbody tr")) == 1
    assert len(list((portal.site / "nam").glob("2026--*.html"))) == 2


def test_places_of_old_are_named_with_todays_names(make: Any, portal: Any) -> None:
    """On the page of the plan's place, as the plan's data has them."""
    make("ha", {"places": ["xã Hưng Lộc,Xã,xã Vạn Lộc,,dia-ban/hung-loc", "thôn Đồi,Thôn,,,"]})
    portal.build("ha")
    said = portal.said("dia-ban/xa-ha-")
    assert "Tên trong Kế hoạch Nay là Xã Hưng Lộc xã Vạn Lộc" in said and "Thôn Đồi." in said


def test_names_are_listed_for_who_has_no_script(make: Any, portal: Any) -> None:
    make("ha")
    portal.build("ha")
    assert "Cải thiện dinh dưỡng: mã 3.2, Chương trình giảm nghèo 1 Kế hoạch" in portal.said("ten/c")
    search = portal.page("tim-kiem")
    assert search.select_one("[data-no-search] a")["href"] == "ten/index.html"
    assert search.select_one("[data-portal-search]").has_attr("hidden")
