"""The plan of a commune of today, whose duties stand in a part of their own: what is true of it is on its site.

`truth.json` was written with the plan, by somebody who saw neither the engine nor its data. Each entry is looked for
on the page where a visitor would.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from functools import partial
from pathlib import Path
from typing import Any

import icalendar
import pytest
from bs4 import BeautifulSoup, Tag
from legal import AKN, faults, found, shown, words_of_source
from legal import words as legal_words
from read_pages import flat, rows, said, words
from support import VAN_XUAN, built, once, parsed

TRUTH: dict[str, Any] = json.loads((VAN_XUAN / "truth.json").read_text(encoding="utf-8"))
PAGES = {
    "NDTP-03": "du-an/ctmtqg-ndtp-03", "NDTP-07": "du-an/ctmtqg-ndtp-07", "GN-01": "du-an/ct-tinh-gn-01",
    "GN-02": "du-an/ct-tinh-gn-02",
}  # fmt: skip
SOURCES = {
    "trung-uong": "Ngân sách Trung ương", "tinh": "Ngân sách tỉnh", "xa": "Ngân sách xã",
    "huy-dong": "Nguồn vốn huy động hợp pháp khác",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the plan, built strictly."""
    return once(tmp_path_factory, "van-xuan", partial(built, VAN_XUAN))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    return {name.removesuffix(".html"): page for name, page in parsed(site).items()}


@pytest.mark.parametrize("duty", TRUTH["duties"], ids=lambda one: one["id"])
def test_a_duty_is_on_the_page_of_who_bears_it(duty: dict[str, Any], pages: dict[str, BeautifulSoup], site: Path):
    """Its words, among the work that the page lists; on the page of each project that it names; with its roles."""
    for bearer in duty["bearers"]:
        sheet = pages[f"co-quan/{bearer}"]
        assert any(flat(duty["quote"]) in flat(words(one)) for one in sheet.select(".duty blockquote")), bearer
    for code in duty["projects_named"]:
        assert any(flat(duty["quote"]) in flat(words(one)) for one in pages[PAGES[code]].select(".duty blockquote"))
    found = [row for row in rows(site, "duties") if flat(duty["quote"]) in flat(row["words"])]
    assert {row["body"] for row in found} == {*duty["bearers"]}
    if duty["projects_named"]:
        assert {row["project"].rpartition("/")[2] for row in found} == {*duty["projects_named"]}
    roles = {role for row in found for role in row["roles"].split("; ")}
    assert {ROLES[role] for role in duty["roles"]} <= roles


ROLES = {
    "lead": "Chủ trì", "coordinate": "Phối hợp", "implement": "Triển khai thực hiện", "plan": "Xây dựng kế hoạch",
    "guide": "Hướng dẫn", "advise": "Tham mưu", "monitor": "Kiểm tra, giám sát, đánh giá", "report": "Báo cáo",
    "mobilise": "Tuyên truyền, vận động", "review": "Rà soát hộ nghèo", "manage": "Theo dõi, quản lý",
    "direct": "Lãnh đạo, chỉ đạo", "publish": "Công khai", "approve": "Phê duyệt",
}  # fmt: skip


@pytest.mark.parametrize("project", TRUTH["projects"], ids=lambda one: one["code"])
def test_a_project_has_its_lead_and_its_money_by_source(
    project: dict[str, Any], pages: dict[str, BeautifulSoup], site: Path
):
    """Who leads it though its own part names nobody; its sum as the plan states it; each source once, in đồng."""
    page = pages[PAGES[project["code"]]]
    facts = {words(one.dt): words(one.dd) for one in page.select(".lead .facts > div")}
    leads = {"phong-kt": "Phòng Kinh tế", "phong-vhxh": "Phòng Văn hóa - Xã hội"}
    assert facts["Chủ trì"] == "; ".join(leads[one] for one in project["lead"])
    assert "không nêu" not in facts["Chủ trì"]
    millions = f"{project['budget_million_vnd']:,}".replace(",", " ").replace(".", ",").replace(" ", ".")
    about = "khoảng " if project["approximate"] else ""
    sum_of = facts["Kinh phí năm 2026"]
    assert sum_of.startswith(f"{about}{millions} triệu đồng (Kế hoạch ghi “{project['budget_quote']}”; gồm ")
    lines = [row for row in rows(site, "money") if row["project"].endswith(project["code"])]
    assert {row["source"]: int(row["amount"]) for row in lines} == {
        SOURCES[source]: round(amount * 1_000_000)
        for source, amount in project["by_source_million_vnd"].items()
        if amount
    }


def test_no_amount_is_counted_twice_and_no_norm_once(pages: dict[str, BeautifulSoup], site: Path):
    """Thirteen lines, as the words of the projects state them; the table that says them again adds none."""
    lines = rows(site, "money")
    assert len(lines) == 13 and sum(int(row["amount"]) for row in lines) == 4_059_250_000
    assert {"20000000", "60000000", "30000000"}.isdisjoint(row["amount"] for row in lines)
    money = said(pages["kinh-phi"])
    assert flat("Kế hoạch ghi tổng: “khoảng 4,06 tỷ đồng” (mục IV.1).") in money
    assert "Kế hoạch không ghi tổng" not in words(pages["kinh-phi"])
    norms = words(pages[PAGES["GN-01"]].select_one(".lead .facts"))
    assert "Định mức “Xây mới 60 triệu đồng/căn”" in norms and "“sửa chữa 30 triệu đồng/căn”" in norms


@pytest.mark.parametrize("amount", TRUTH["money_in_text"], ids=lambda one: one["key"])
def test_an_amount_stands_in_the_full_text(amount: dict[str, Any], pages: dict[str, BeautifulSoup]):
    """As the plan writes it."""
    assert flat(amount["quote"]) in said(pages["toan-van"])


@pytest.mark.parametrize("name", TRUTH["tables"])
def test_a_table_is_there_cell_by_cell(name: str, pages: dict[str, BeautifulSoup]):
    """Title, unit, heads and every row, on the page of the full text."""
    table = TRUTH["tables"][name]
    found = [[[words(cell) for cell in row.select("th, td")] for row in one.select("tr")] for one in tables(pages)]
    wanted = [table["columns"], *table["rows"]]
    assert wanted in found
    caption = words(tables(pages)[found.index(wanted)].select_one("caption"))
    assert caption.endswith(table["unit"])


def tables(pages: dict[str, BeautifulSoup]) -> list[Tag]:
    return pages["toan-van"].select("article table")


def test_what_a_village_gets_adds_up_to_what_the_projects_have(site: Path):
    """By village and project, with what the commune manages itself; villages are places of the data."""
    given: dict[str, int] = defaultdict(int)
    for row in rows(site, "allocations"):
        given[row["project"].rpartition("/")[2]] += int(row["amount"])
    assert dict(given) == {
        "NDTP-03": 1_250_000_000, "NDTP-07": 386_500_000, "GN-01": 1_680_000_000, "GN-02": 742_750_000,
    }  # fmt: skip
    of_one = {row["project"]: row["amount"] for row in rows(site, "allocations") if row["place"] == "thôn Khe Thượng"}
    assert {*of_one.values()} == {"230000000", "60000000", "330000000", "187500000"}


@pytest.mark.parametrize("deadline", TRUTH["deadlines"], ids=lambda one: f"{one['date']} {one['quote']}")
def test_a_deadline_is_in_the_calendar_and_in_its_month(
    deadline: dict[str, Any], pages: dict[str, BeautifulSoup], site: Path
):
    """On its last day, in the file for calendars; with its words, under its month, on the page of reports."""
    calendar = icalendar.Calendar.from_ical((site / "du-lieu/ke-hoach.ics").read_bytes())
    ends = {event["dtend"].dt.toordinal() - 1 for event in calendar.walk("VEVENT")}
    year, month, day = map(int, deadline["date"].split("-"))
    assert icalendar.vDate.from_ical(deadline["date"].replace("-", "")).toordinal() in ends
    months = {words(one.dt): words(one.dd) for one in pages["bao-cao"].select("#han ~ .facts > div")}
    assert flat(f"“{deadline['quote']}”") in flat(months[f"Tháng {month} năm {year}"]), day


@pytest.mark.parametrize("report", TRUTH["reports"], ids=lambda one: one["quote"])
def test_a_report_says_by_whom_to_whom_and_when(report: dict[str, Any], pages: dict[str, BeautifulSoup], site: Path):
    """In the table of reports."""
    found = [row for row in rows(site, "reports") if flat(report["quote"]) in flat(row["words"])]
    assert found, report
    names = {page.rpartition("/")[2]: words(one.select_one("h1")) for page, one in pages.items() if "co-quan/" in page}
    for row in found:
        assert row["by"] == "; ".join(names[one] for one in report["by"])
        assert row["to"] == "; ".join(names[one] for one in report["to"])


def test_what_comes_again_is_said_so_and_comes_again_in_the_calendar(pages: dict[str, BeautifulSoup], site: Path):
    """Two reports a month, one a quarter, on their days, until the plan ends."""
    months = {words(one.dt): words(one.dd) for one in pages["bao-cao"].select("#han ~ .facts > div")}
    assert "“chậm nhất ngày 25 hằng tháng”: Phòng Kinh tế báo cáo UBND xã" in months["Hằng tháng"]
    assert "“chậm nhất ngày 20 của tháng cuối quý”: Phòng Văn hóa - Xã hội" in months["Hằng quý"]
    calendar = icalendar.Calendar.from_ical((site / "du-lieu/ke-hoach.ics").read_bytes())
    again = [event for event in calendar.walk("VEVENT") if "rrule" in event]
    assert sorted((str(event["dtstart"].dt), event["rrule"].to_ical().decode()) for event in again) == [
        ("2026-02-18", "FREQ=MONTHLY;UNTIL=20261231;INTERVAL=1"),
        ("2026-02-25", "FREQ=MONTHLY;UNTIL=20261231;INTERVAL=1"),
        ("2026-03-20", "FREQ=MONTHLY;UNTIL=20261231;INTERVAL=3"),
    ]


@pytest.mark.parametrize("target", TRUTH["target_groups"], ids=lambda one: one["quote"][:40])
def test_a_group_is_named_on_its_page_with_what_holds_for_it(target: dict[str, Any], pages: dict[str, BeautifulSoup]):
    """The plan's words on the page of each group; who is refused is said to be."""
    for group in target["ids"]:
        page = pages[f"doi-tuong/{group}"]
        assert flat(target["quote"]) in said(page), group
    refused = [words(one) for one in pages[PAGES["NDTP-03"]].select(".targets li") if one.select_one(".refused")]
    assert refused and all(one.startswith("Không hỗ trợ ") for one in refused)


@pytest.mark.parametrize("document", TRUTH["documents"], ids=lambda one: one["number"])
def test_a_document_has_its_page_with_date_and_issuer(document: dict[str, Any], pages: dict[str, BeautifulSoup]):
    """And the words that cite it."""
    page = next(
        one for name, one in pages.items() if name.startswith("van-ban/") and document["number"] in words(one.h1)
    )
    year, month, day = document["date"].split("-")
    assert re.search(rf"{int(day)}/{int(month)}/{year}|{day}/{int(month)}/{year}|{day}/{month}/{year}", words(page))
    for quote in document["quotes"]:
        assert flat(quote) in said(pages["toan-van"])


@pytest.mark.parametrize("indicator", TRUTH["indicators"], ids=lambda one: one["key"])
def test_a_figure_is_among_the_goals_in_the_plans_words(indicator: dict[str, Any], pages: dict[str, BeautifulSoup]):
    """What is to be reached; how things are now is said apart."""
    where = "toan-van" if indicator["key"].endswith("-dau-nam") else "muc-tieu"
    assert flat(indicator["quote"]) in said(pages[where])
    now = [words(one) for one in pages["muc-tieu"].select("#hien-trang ~ ul li")]
    assert now[0] == "Số hộ nghèo: 184 hộ (Hộ nghèo; 31/12/2025; mục I.1)"


@pytest.mark.parametrize("task", TRUTH["tasks_without_bearer"], ids=lambda one: one["quote"][:40])
def test_work_given_to_nobody_is_told_where_one_looks(
    task: dict[str, Any], pages: dict[str, BeautifulSoup], site: Path
):
    """Among the work of the common part and among what the plan leaves open; a row of its own without a body."""
    (open_,) = [words(one) for one in pages["phan-cong"].select("#khong-neu + ul li") if "chuyên mục" in words(one)]
    assert flat(task["quote"]) in flat(open_) and "Kế hoạch không nêu ai làm (mục III.C.2)." in open_
    (card,) = [one for one in pages["phan-cong"].select(".duty") if flat(task["quote"]) in flat(words(one))]
    assert words(card.select_one(".ours")) == "Ai làm: Kế hoạch không nêu."
    (row,) = [row for row in rows(site, "duties") if flat(task["quote"]) in flat(row["words"])]
    assert (row["body"], row["roles"]) == ("", "Tuyên truyền, vận động")


def test_a_village_has_a_page_with_its_figures_and_its_money(pages: dict[str, BeautifulSoup]):
    """Its row of each table cell by cell, with the heads; its work; the sentences that name it."""
    page = pages["dia-ban/thon-cao-son"]
    told = [
        [[words(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")]
        for table in page.select("article table")
    ]
    assert told == [
        [
            ["Tổng số hộ", "149"], ["Hộ nghèo đầu năm", "31"], ["Hộ cận nghèo đầu năm", "17"],
            ["Giảm hộ nghèo", "8"], ["Giảm hộ cận nghèo", "4"],
        ],
        [["NDTP-03", "190"], ["NDTP-07", "55"], ["GN-01", "300"], ["GN-02", "165"], ["Tổng cộng", "710"]],
    ]  # fmt: skip
    captions = [words(one) for one in page.select("article caption")]
    assert captions[0].endswith("giao các thôn (mục II.3) Đơn vị tính: hộ")
    assert captions[1] == "PHÂN BỔ KINH PHÍ NĂM 2026 THEO THÔN (Phụ lục) Đơn vị tính: triệu đồng"
    assert words(page.select_one("#viec-thon-vung-cao")) == "Việc giao cho các thôn Khe Thượng, Cao Sơn"
    figures = [words(one) for one in page.select("#con-so + ul li")]
    assert (
        figures[1]
        == "Công trình cấp nước tự chảy được cải tạo: 02 công trình (thôn Khe Thượng, thôn Cao Sơn; mục III.B.2.3)"
    )
    said = [words(one) for one in page.select("#neu-ten ~ section blockquote p")]
    assert len(said) == 4 and said[1] == "Các thôn Nà Lộc, Khe Hạ, Khe Thượng, Cao Sơn, Pù Nhàng."
    assert "Khe Hạ" not in words(pages["dia-ban/thon-dong-che"].select_one("#trong-bang ~ section"))
    first = pages["toan-van"].select_one('[id="I.1"]')
    assert first and "Cao Sơn cũ" not in [words(one) for one in first.find_all_next("a", limit=12)]


def test_the_page_about_money_lists_norms_apart(pages: dict[str, BeautifulSoup], site: Path):
    """Amount, of what one gets it, project, clause; the same as a table to download."""
    listed = [
        [words(cell) for cell in row.select("th, td")]
        for row in pages["kinh-phi"].select("#dinh-muc ~ .table")[0].select("tbody tr")
    ]
    assert listed == [
        [
            "“Mức hỗ trợ không quá 20 triệu đồng/hộ”",
            "20 triệu đồng",
            "một hộ",
            "Nội dung thành phần 03 (NDTP-03)",
            "mục III.A.1.3",
        ],
        ["“Xây mới 60 triệu đồng/căn”", "60 triệu đồng", "một căn", "Dự án GN-01", "mục III.B.1.2"],
        ["“sửa chữa 30 triệu đồng/căn”", "30 triệu đồng", "một căn", "Dự án GN-01", "mục III.B.1.2"],
    ]
    assert [(row["project"], row["amount"], row["per"]) for row in rows(site, "norms")] == [
        ("ctmtqg/NDTP-03", "20000000", "hộ"), ("ct-tinh/GN-01", "60000000", "căn"),
        ("ct-tinh/GN-01", "30000000", "căn"),
    ]  # fmt: skip


def test_what_a_common_part_gives_of_projects_is_not_said_to_be_of_the_whole_plan(pages: dict[str, BeautifulSoup]):
    """On the page of a body: "Ở phần chung", where its sentences name projects; of the whole plan where they do not."""
    assert words(pages["co-quan/phong-kt"].select_one(".duties-in h3")) == "Ở phần chung của Kế hoạch"
    assert words(pages["co-quan/van-phong"].select_one(".duties-in h3")) == "Chung cho cả Kế hoạch"


def test_a_notice_that_tells_of_no_later_time_is_called_by_its_title(pages: dict[str, BeautifulSoup]):
    """No link and no page says "từ năm 2026 đến nay"."""
    assert words(pages["hien-nay"].h1) == "Đây là kế hoạch hư cấu, không có thật"
    for name, page in pages.items():
        assert "năm 2026 đến nay" not in words(page), name


def test_nothing_false_is_said_of_it(pages: dict[str, BeautifulSoup]):
    """No page says that it names no lead, gives the commune nothing, speaks of no housing; no heading is empty."""
    for name, page in pages.items():
        text = words(page)
        assert "không nêu cơ quan cấp xã" not in text and "không giao việc cho cấp xã" not in text, name
        for heading in page.select("article h2, article h3"):
            after = heading.find_next(string=lambda text: bool(text.strip()))
            assert after and heading.find_next(["p", "ul", "ol", "dl", "table", "blockquote", "svg", "figure"]), name
    assert "Vay vốn, bảo hiểm y tế" not in words(pages["index"])
    assert pages["muc-tieu"].select_one("#muc-III") is None


def test_the_search_leads_to_figures_where_they_stand(site: Path):
    """What is to be reached, how things stand; a table's numbers are found with the table."""
    (names,) = (site / "assets/search").glob("names-*.js")
    text = names.read_text(encoding="utf-8")
    assert "muc-tieu.html#chi-tieu" in text and "muc-tieu.html#hien-trang" in text
    assert "Số hộ nghèo: 184 hộ" in text and "Giảm số hộ nghèo ở từng thôn" not in text


# -- as Akoma Ntoso ------------------------------------------------------------------------


def test_its_law_text_is_valid_and_has_its_words(site: Path):
    """Clauses without heading, tables with units, a signature for another, an appendix after it: all is there, once."""
    content = (site / "du-lieu" / AKN).read_bytes()
    assert faults(content) == [] and legal_words(content) == words_of_source(VAN_XUAN)
    (appendix,) = found(content, "//a:attachment//a:part")
    assert appendix.get("wId") == "phu-luc-1" and "Phụ lục PHÂN BỔ KINH PHÍ" in " ".join(shown(appendix).split())
    signed = " ".join(shown(found(content, "//a:signature")[0]).split())
    assert signed == "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Lò Thanh Vân"
