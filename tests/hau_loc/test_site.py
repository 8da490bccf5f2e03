"""The truths of Hậu Lộc's site: its addresses, its sums, what its plan leaves open."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from bs4 import BeautifulSoup
from support import ROOT

from programme import Programme
from programme.pages import addresses, page_files

Pages = dict[str, BeautifulSoup]
TOTAL = "8.345 triệu đồng"


def text_of(soup: BeautifulSoup) -> str:
    article = soup.find("article")
    return " ".join((article or soup).get_text(" ").split())


def test_addresses_are_the_printed_ones(pages: Pages):
    """Addresses that are printed on paper exist as they were promised."""
    for promised in ("du-an/3-2", "co-quan/phong-ldtbxh", "doi-tuong/ho-ngheo", "van-ban/qd-1185-2023", "toan-van"):
        assert f"{promised}.html" in pages


def test_there_is_a_page_of_each_part_of_the_plan(pages: Pages):
    """So many projects and their parts, bodies, groups and documents, each with its page."""
    kinds = ("du-an", "co-quan", "doi-tuong", "van-ban")
    counts = {
        kind: sum(name.startswith(f"{kind}/") and not name.endswith("index.html") for name in pages) for kind in kinds
    }
    assert counts == {"du-an": 16, "co-quan": 36, "doi-tuong": 32, "van-ban": 8}


def test_where_an_abbreviation_is_written_out_is_said(pages: Pages):
    """In a sentence, in a heading alone, with one of its two meanings, nowhere."""
    rows = pages["thuat-ngu.html"].select("#viet-tat + .table tbody tr")
    said = {row.th.get_text(strip=True): " ".join(row.select("td")[1].get_text().split()) for row in rows}
    assert said["KTHT"] == "Kế hoạch viết đầy đủ ở mục III.1.1.e."
    assert said["TCKH"] == "Kế hoạch viết đầy đủ ở mục V.2."
    assert said["TT"] == "Kế hoạch viết đầy đủ “Thông tư”, không viết đầy đủ “Thường trực”."
    assert said["MTTQ"] == "Kế hoạch không viết đầy đủ; lời giải thích do trang web thêm."


def test_computed_money_is_said_to_be_computed(pages: Pages):
    """The total appears on the home and money pages, marked as added up by this site from eleven amounts."""
    for name in ("index.html", "kinh-phi.html"):
        assert re.search(rf"{TOTAL} \(?số do trang web cộng từ 11 khoản kinh phí", text_of(pages[name]))


def test_the_money_page_reconciles(pages: Pages):
    """Both tables of the money page end in the same total; the bars of the six projects are as wide as their shares."""
    tables = pages["kinh-phi.html"].find_all("table")
    feet = [" ".join(table.tfoot.get_text(" ").split()) for table in tables]
    assert feet == [
        f"Cộng 11 khoản 100,0 % {TOTAL} số do trang web cộng",
        f"Cộng 100,0 % {TOTAL}",
    ]
    assert "Kế hoạch không nêu cơ quan cấp huyện chủ trì" in tables[1].get_text()
    rows = tables[0].select(".row-top")
    amounts = [row.select_one(".num").get_text() for row in rows]
    assert amounts == [f"{amount} triệu đồng" for amount in ("450", "3.051", "1.831", "2.268", "237", "508")]
    widths = [float(row.select_one(".bar-of")["width"].rstrip("%")) for row in rows]
    shares = [100 * amount / 8345 for amount in (450, 3051, 1831, 2268, 237, 508)]
    assert all(abs(width - share) < 0.01 for width, share in zip(widths, shares, strict=True))


def test_what_the_plan_leaves_open_is_said(pages: Pages):
    """Blank number, blank day, absent lead, absent Dự án 5: each is plainly said."""
    full = text_of(pages["toan-van.html"])
    assert "Số: …/KH-UBND (bản nguồn để trống số)" in full
    assert "ngày … tháng 6 năm 2023 (bản nguồn để trống ngày)" in full
    assert "Kế hoạch không nêu cơ quan cấp huyện chủ trì" in text_of(pages["du-an/7-2.html"])
    assert "Dự án 5" in text_of(pages["du-an/index.html"])


def test_entity_pages_repeat_nothing_by_hand(programme: Programme):
    """The source of an entity's page is its macro call and a place for notes."""
    calls = page_files.expected(programme)
    for entity in page_files.entities(programme):
        file = f"{addresses.page(entity)}.md"
        text = (ROOT / "docs" / file).read_text(encoding="utf-8")
        text = re.sub(r"\A---\n.*?\n---\n|\{#.*?#\}", "", text, flags=re.DOTALL)
        assert text.strip() == calls[file]


def test_the_first_view_of_a_project_page_is_light(site: Path):
    """The heaviest project page, the script of all pages, the mark: at most 14,000 bytes as brotli, in 3 requests."""
    (script,) = (site / "assets").glob("site.*.js")
    page = max((site / "du-an").glob("*.html"), key=lambda path: path.stat().st_size)
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    fetching = soup.select("script[src], link[rel~=stylesheet], link[rel=icon], img")
    fetched = [one.get("src") or one.get("href") for one in fetching]
    assert fetched == [f"../assets/{name}" for name in ("mark.svg", script.name, "mark.svg")]
    compress = "process.stdout.write(String(require('zlib').brotliCompressSync(require('fs').readFileSync(0)).length))"
    sizes = [
        int(subprocess.run(["node", "-e", compress], input=one.read_bytes(), capture_output=True, check=True).stdout)
        for one in (page, script, site / "assets/mark.svg")
    ]
    assert 12_000 < sum(sizes) <= 14_000
