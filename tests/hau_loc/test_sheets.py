"""The truths of Hậu Lộc's duty sheets: what its plan leaves open, what it gives to bodies that it does not name."""

from __future__ import annotations

import re
from pathlib import Path

import paper
import pypdfium2
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def test_what_the_plan_leaves_open_is_said(pages: dict[str, BeautifulSoup]):
    """4.1 without commune duty, 7.2 without district lead, reports without addressee, date and form."""
    text = words(pages["phan-cong.html"].find(id="khong-neu").find_next("ul"))
    assert "Tiểu dự án 1, Dự án 4: Phát triển giáo dục nghề nghiệp vùng nghèo, vùng khó khăn: Kế hoạch" in text
    assert "không giao việc cho cấp xã (mục III.4.1.e)" in text
    assert "Tiểu dự án 2, Dự án 7: Giám sát, đánh giá: Kế hoạch không nêu cơ quan cấp huyện chủ trì" in text
    reports = words(pages["bao-cao.html"].find(id="khong-neu").find_next("ul"))
    assert "không ghi báo cáo cho ai" in reports and "không ghi hạn báo cáo" in reports


def test_what_is_given_to_unnamed_bodies_stands_on_the_sheets_it_may_mean(pages: dict[str, BeautifulSoup]):
    """A "phòng" reads the shared duties in full, to whom to report, who approves; the receiver is not sent its own."""
    sheet = pages["co-quan/phong-nnptnt.html"]
    text = words(sheet)
    assert "báo cáo Phòng LĐTBXH" in words(sheet.select_one(".sum"))
    assert "Nơi phê duyệtChủ tịch UBND huyện" in text
    shared = sheet.find(id="chung-phong-ban-lien-quan").find_next("section")
    assert len(shared.select("blockquote")) == 2 and "báo cáo kết quả thực hiện về Phòng Lao động" in words(shared)
    assert (
        not pages["co-quan/phong-ldtbxh.html"]
        .find(id="chung-phong-ban-lien-quan-ca-ke-hoach")
        .parent.find(string=re.compile("báo cáo kết quả thực hiện về Phòng Lao động"))
    )


def test_a_report_of_unnamed_bodies_counts_on_the_sheets_it_may_mean(pages: dict[str, BeautifulSoup], site: Path):
    """The closing paragraph names the receiver: of that report, only of the project's, nothing more is left blank."""
    said = "Không nêu: kỳ, hạn, mẫu của mọi báo cáo; nơi nhận của 1 báo cáo."
    assert words(pages["co-quan/phong-ktht.html"].select_one(".sum + .ours")) == said
    assert paper.letters(said) in paper.words_of(site / "co-quan/phong-ktht.pdf")


DUTIES = [line.split("\t") for line in (Path(__file__).parent / "duties.tsv").read_text("utf-8").splitlines()]


def test_every_duty_stands_whole_and_unbroken_on_its_bearers_page_and_sheet(
    pages: dict[str, BeautifulSoup], site: Path
):
    """36 sentences of parts I, III, V and the closing paragraph, spelled out: in one quotation, and in the PDF file."""
    assert len(DUTIES) == 36
    for agency, ref, sentence in DUTIES:
        page = pages[f"co-quan/{agency}.html"]
        quoted = [words(one) for one in page.select(".duties-in blockquote")]
        assert sentence in quoted, (agency, ref)
        assert paper.letters(sentence) in paper.words_of(site / f"co-quan/{agency}.pdf"), (agency, ref)


def test_the_page_of_the_labour_division_is_short(site: Path, browser: Browser, tmp_path: Path):
    """At most 800 words without contents, explanations and page tools; two sheets from the browser, two as PDF."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto((site / "co-quan/phong-ldtbxh.html").as_uri())
        page.wait_for_selector(".chips button")
        text = page.evaluate(
            "() => { for (const one of document.querySelectorAll('.toc, .explanations, .page-tools')) one.remove();"
            " return document.querySelector('article').innerText }"
        )
        assert 700 < len(text.split()) <= 800
        assert text.lower().count("không nêu") <= 4
        assert len(paper.sheets(paper.Printer(site, page, tmp_path)("co-quan/phong-ldtbxh"))) == 2
    assert len(pypdfium2.PdfDocument(site / "co-quan/phong-ldtbxh.pdf")) == 2


def test_no_page_says_often_what_the_plan_does_not_say(pages: dict[str, BeautifulSoup]):
    """ "không nêu" at most four times but where edits and gaps themselves are listed."""
    for name, page in pages.items():
        if name not in ("nhat-ky.html", "khong-co-trong-ke-hoach.html"):
            said = words(page.find("article")).lower().count("không nêu")
            assert said <= 4, (name, said)


def test_each_project_of_the_matrix_has_its_column(pages: dict[str, BeautifulSoup]):
    """So many bodies with work, in so many projects; in 4.2 the department of labour alone leads."""
    table = pages["phan-cong.html"].select_one(".matrix")
    columns = [words(one) for one in table.select("thead th")][1:]
    rows = {words(row.th): [words(cell) for cell in row.select("td")] for row in table.select("tbody tr")}
    leads = [name for name, cells in rows.items() if "Chủ trì" in cells[columns.index("4.2")]]
    assert (len(rows), len(columns), leads) == (13, 11, ["Phòng LĐTBXH"])


def test_nobody_is_asked_to_report_a_fault_to_nobody(pages: dict[str, BeautifulSoup]):
    """This plan's data names no address for faults: no page offers to report one."""
    assert [name for name, page in pages.items() if "Báo sai sót" in page.get_text()] == []
