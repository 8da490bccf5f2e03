"""What people come for is within reach: print, files of each table, the proof of the words, edits, whom to tell."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from python_calamine import CalamineWorkbook
from support import SECOND, Spoil

from programme import Programme, open_programme
from programme.history.change_log import Change, Entry, Log
from programme.pages import source
from programme.render.renderer import Renderer

WITHOUT_FILES = ("du-lieu.html", "thuat-ngu.html", "hien-nay.html", "huong-dan/")
"""Pages whose tables are the site's own: columns, short forms, communes of today, keys."""


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_print_and_pdf_stand_below_the_title(pages: dict[str, BeautifulSoup]):
    """The PDF is linked right after the heading and its identity, the page's data at its foot."""
    page = pages["du-an/giam-ngheo-2-1.html"]
    tools = page.select_one("h1 + .identity + .title-tools")
    assert [(words(one), one["href"]) for one in tools.select("a")] == [("Bản PDF để in", "giam-ngheo-2-1.pdf")]
    foot = {words(one): one["href"] for one in page.select("footer.page-tools a")}
    assert foot["Dữ liệu JSON"] == "giam-ngheo-2-1.json" and "Bản PDF để in" not in foot
    assert [words(one) for one in pages["kinh-phi.html"].select(".title-tools a")] == ["Bản PDF toàn bộ"]


def test_a_fault_is_told_where_there_is_somebody(pages: dict[str, BeautifulSoup], spoil: Spoil):
    """With an address in the data each page leads to it; without one nothing is offered."""
    (link,) = (one for one in pages["du-an/giam-ngheo-1.html"].select("footer a") if words(one) == "Báo sai sót")
    assert link["href"] == "../gioi-thieu.html#bao-sai-sot"
    assert pages["gioi-thieu.html"].find("a", href="mailto:gop-y@minh-hoa.example")
    silent = Renderer(open_programme(spoil("data/plan.yaml", "contact: mailto:gop-y@minh-hoa.example\n", "")))
    assert "Báo sai sót" not in silent.overview("gioi-thieu")


def test_every_table_says_where_its_numbers_can_be_had(pages: dict[str, BeautifulSoup], site: Path):
    """Below each table of the plan's facts: the workbook and the CSV that holds them, which are there."""
    seen = set()
    for name, page in pages.items():
        if name.startswith(WITHOUT_FILES):
            continue
        for table in page.select("article .table"):
            line = table.find_next_sibling(True)
            assert line is not None and "files" in line.get("class", []), (name, words(table)[:60])
            assert re.match(r"Tải (bảng này|từng khoản): Excel , CSV$", words(line)), name
            for link in line.select("a"):
                target = (site / name).parent / link["href"]
                assert target.resolve().is_file(), (name, link["href"])
                seen.add(target.name)
    tables = ("projects", "money", "figures", "duties", "reports", "documents", "allocations", "norms", "clauses")
    assert seen == {f"{table}.{ending}" for table in tables for ending in ("csv", "xlsx")}


def test_an_auditor_finds_the_text_its_hash_and_what_was_compared(pages: dict[str, BeautifulSoup], site: Path):
    """The document as text among the downloads, byte for byte; its SHA-256; so many words, none of them other."""
    text = (site / "du-lieu/van-ban-nguon.txt").read_bytes()
    assert text == (SECOND / "source/ke-hoach.txt").read_bytes()
    facts = pages["gioi-thieu.html"].find(id="bang-chung").find_next("dl")
    said = {words(row.dt): words(row.dd) for row in facts.select("div")}
    assert said["SHA-256 của tệp ấy"] == hashlib.sha256(text).hexdigest()
    compared = "Khớp từng từ, theo đúng thứ tự, không thừa, không thiếu; dòng chỉ có một số là số trang, không tính"
    assert said["So lúc dựng trang"] == compared
    assert facts.find("a", href="du-lieu/van-ban-nguon.txt")


def test_a_text_that_differs_is_no_proof(programme: Programme, copy: Path):
    """The first word that data/ does not have is named, with its line to a clerk, without files to the public."""
    file = copy / "source/ke-hoach.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("Hạ tầng thôn", "Hạ tầng xóm", 1), encoding="utf-8")
    found = source.proof(programme, copy)
    assert found and 'văn bản ghi "xóm' in str(found.differs)
    assert str(found.differs).startswith("source/ke-hoach.txt:")
    page = BeautifulSoup(Renderer(programme, proof=found).overview("gioi-thieu"), "html.parser")
    said = next(words(row.dd) for row in page.select("div") if row.dt and words(row.dt) == "So lúc dựng trang")
    assert said == (
        "Có chỗ khác bản nguồn, đầu tiên là sau “GIẢM NGHÈO 1. Dự án 1: Hạ tầng”: "
        "bản nguồn ghi “xóm”, trang web ghi “thôn”"
    )
    file.unlink()
    assert source.proof(programme, copy) is None
    assert "Bằng chứng" not in Renderer(programme).overview("gioi-thieu")


def test_the_change_log_tells_the_plan_s_words_from_the_site_s(programme: Programme):
    """Two lists a day; the page about the site counts the first only; each page has its own edits there."""
    plans = Change("toan-van", "Toàn văn", "lời của mục I", "cũ", "mới")
    sites = Change("du-an/giam-ngheo-1", "Dự án 1", "ghi chú", None, "một ghi chú")
    log = Log((Entry("1a2b", "2026-05-05T10:00:00Z", (sites, plans)),), "2026-05-01", True)
    page = BeautifulSoup(Renderer(programme, log).overview("nhat-ky"), "html.parser")
    assert [(words(one), words(one.find_next("ul"))) for one in page.select("h3")] == [
        ("Lời của Kế hoạch", "Toàn văn : lời của mục I: cũ thành mới"),
        ("Phần của trang web", "Dự án 1 : thêm ghi chú: một ghi chú"),
    ]
    assert words(page.find(id="du-an-giam-ngheo-1")) == "Ngày 05/5/2026: thêm ghi chú: một ghi chú"
    assert log.untouched_since == "2026-05-05" and len(log.of_the_plan) == 1
    quiet = Log((Entry("1a2b", "2026-05-05T10:00:00Z", (sites,)),), "2026-05-01", True)
    assert quiet.untouched_since == "2026-05-01" and quiet.of_the_plan == []


def test_a_table_s_own_workbook_says_what_it_is(site: Path):
    """The rows, and a sheet for who has the file alone: of which plan, of when, under which licence, what blank is."""
    book = CalamineWorkbook.from_path(str(site / "du-lieu/money.xlsx"))
    assert book.sheet_names == ["Kinh phí", "Giải thích"]
    money = book.get_sheet_by_name("Kinh phí").to_python()
    assert money[0][0] == "Mã dự án, tiểu dự án" and len(money) == 11
    told = dict(book.get_sheet_by_name("Giải thích").to_python())
    assert told["Kế hoạch"] == "Kế hoạch thử giai đoạn 2026 - 2030 của xã Minh Họa"
    assert told["Ô trống"] == "Kế hoạch không nêu" and told["Giấy phép"] == "Creative Commons CC0 1.0"
    assert re.fullmatch(r"[0-9a-f]{8}(, \d\d/\d\d?/\d{4})?", told["Bản dữ liệu"])
