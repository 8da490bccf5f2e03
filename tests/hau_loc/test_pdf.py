"""The PDF files made with the site: fonts, structure, words, the same bytes again."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
import typst
from bs4 import BeautifulSoup
from support import ROOT, SITE_URL

from programme import Programme, cache
from programme.built import page_blocks, pdf, typeset
from programme.built.page import Page
from programme.built.site import built_site
from programme.derive.full_text import heading
from programme.history import git
from programme.history.change_log import UNKNOWN


def tool(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def letters(text: str) -> str:
    """Text without spaces, list dashes, and what stands between two sheets."""
    return re.sub(r"[\s•–-]+", "", text)


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, Path]:
    """Address without ending -> PDF."""
    return {path.relative_to(site).with_suffix("").as_posix(): path for path in sorted(site.rglob("*.pdf"))}


@pytest.fixture(scope="module")
def read(files: dict[str, Path]) -> dict[str, str]:
    """Address -> the letters in the PDF, without running titles and page numbers."""
    found = {}
    for address, path in files.items():
        pages = tool("pdftotext", "-raw", str(path), "-").split("\f")[:-1]
        lines = [line for page in pages for line in page.splitlines()[1:] if not re.fullmatch(r"Trang \d+/\d+", line)]
        found[address] = letters("\n".join(lines))
    return found


def test_there_is_one_for_each_project_and_body_and_one_booklet(files: dict[str, Path], programme: Programme):
    """16 projects and sub-projects, 36 bodies, the booklet; no more."""
    due = {f"du-an/{node.code.replace('.', '-')}" for node in programme.nodes}
    due |= {f"co-quan/{agency.id}" for agency in programme.data.agencies}
    assert len(due) == 16 + 36 and set(files) == due | {"ke-hoach"}


def test_each_page_links_its_pdf(pages: dict[str, BeautifulSoup], site: Path):
    """Every page links a PDF that is there: its own or the booklet."""
    for name, page in pages.items():
        if name == "404.html":
            continue
        (link,) = page.select('.page-tools a[href$=".pdf"]')
        assert (site / name).parent.joinpath(link["href"]).resolve().is_file(), name
    assert pages["du-an/3-2.html"].select_one('.page-tools a[href$=".pdf"]')["href"] == "3-2.pdf"


def test_fonts_are_embedded_and_of_one_family(files: dict[str, Path]):
    """Every font is embedded with its Unicode map, and all are Libertinus Serif."""
    for address, path in files.items():
        fonts = [line.split() for line in tool("pdffonts", str(path)).splitlines()[2:]]
        assert fonts, address
        for name, *rest in fonts:
            assert "+LibertinusSerif-" in name and rest[-5:-2] == ["yes", "yes", "yes"], (address, name, rest)


def test_title_language_tags_bookmarks_and_standard(files: dict[str, Path], programme: Programme):
    """Each file is tagged PDF/UA-1 in Vietnamese with its title, and has bookmarks where it has headings."""
    for address, path in files.items():
        info = tool("pdfinfo", str(path))
        assert re.search(r"Title: +\S", info) and re.search(r"Tagged: +yes", info), address
        content = path.read_bytes()
        assert b"/Lang(vi)" in content and b"pdfuaid:part>1<" in content, address
        if address.startswith("du-an"):
            assert b"/Outlines" in content, address
    assert "Title:           Tiểu dự án 2, Dự án 3: Cải thiện dinh dưỡng" in tool("pdfinfo", str(files["du-an/3-2"]))


def test_the_words_in_the_pdfs_are_the_words_of_the_data(read: dict[str, str], programme: Programme):
    """Each phrase of a project is in its PDF, each duty in its bearers', the whole plan in the booklet."""
    for spot in programme.spots:
        text = letters(spot.phrase.text)
        assert text in read["ke-hoach"], spot.phrase.text
        if spot.node and spot.clause:
            assert text in read[f"du-an/{spot.node.code.replace('.', '-')}"], spot.phrase.text
    for duty in programme.duties:
        for agency in duty.bearers:
            assert letters(duty.spot.phrase.text) in read[f"co-quan/{agency.id}"]
    for part in programme.refs:
        assert letters(heading(part)) in read["ke-hoach"], heading(part)


def test_every_letter_has_a_glyph(read: dict[str, str]):
    """No letter was lost to a missing glyph: none reads back as nothing or as a box."""
    for address, text in read.items():
        assert not re.search("[\x00-\x08\ufffd\u25a1]", text), address


def test_the_booklet_has_contents_and_indexes_whose_pages_are_right(files: dict[str, Path], programme: Programme):
    """A page named in the contents or the index is the page that holds the heading or the clause."""
    pages = [" ".join(page.split()) for page in tool("pdftotext", "-layout", str(files["ke-hoach"]), "-").split("\f")]
    contents = "\n".join(tool("pdftotext", "-layout", "-f", "2", "-l", "3", str(files["ke-hoach"]), "-").splitlines())
    entries = re.findall(r"^ *(\S.*?) \.[ .\u2060]*(\d+)$", contents, re.MULTILINE)
    assert len(entries) > 50
    for title, number in entries:
        assert title in pages[int(number) - 1], (title, number)


def test_each_index_entry_has_the_pages_that_name_it(files: dict[str, Path], programme: Programme):
    """Every body and group has a number, a body first that of its own sheet, then those of its clauses."""
    whole = files["ke-hoach"]
    pages = [" ".join(page.split()) for page in tool("pdftotext", "-layout", str(whole), "-").split("\f")]
    last = len(pages) - 1
    # the two columns one after the other, as they are read
    bodies, groups = (tool("pdftotext", "-raw", "-f", str(n), "-l", str(n), str(whole), "-") for n in (last - 1, last))
    assert "Chỉ mục cơ quan" in bodies and "Chỉ mục đối tượng" in groups

    def numbers(index: str, name: str) -> list[int]:
        over_lines = r"\s+".join(map(re.escape, name.split()))
        found = re.search(rf"^{over_lines}\s+(\d+(?:,\s+\d+)*)$", index, re.MULTILINE)
        assert found, name
        return [int(number) for number in re.findall(r"\d+", found[1])]

    for agency in programme.data.agencies:
        own, *clauses = numbers(bodies, agency.name)
        assert agency.name in pages[own - 1], agency.name
        assert clauses == sorted(set(clauses))
    where = {one.spot.ref for one in programme.receipts}
    assert where == {"noi-nhan"}
    page = next(n for n, text in enumerate(pages, 1) if "Nơi nhận:" in text)
    for receipt in programme.receipts:
        assert page in numbers(bodies, receipt.agency.name), receipt.agency.name
    for group in {group.name for one in programme.targets for group in (*one.who, *one.of)}:
        assert numbers(groups, group)


def test_the_booklet_says_what_it_is(files: dict[str, Path]):
    """The cover is no official document: it names what is the plan's and what is ours; a notice stands once in all."""
    text = " ".join(tool("pdftotext", "-layout", str(files["ke-hoach"]), "-").split())
    cover = " ".join(tool("pdftotext", "-layout", "-l", "1", str(files["ke-hoach"]), "-").split())
    assert cover.startswith("TRA CỨU")
    assert "phần tra cứu do trang web lập" in cover and "Bản tham khảo, không thay văn bản gốc" in cover
    assert "ỦY BAN NHÂN DÂN" not in cover
    assert text.count("Đây là kế hoạch của năm 2023.") == 1


def test_nothing_stands_alone_at_the_end_of_a_sheet(files: dict[str, Path], pages: dict[str, BeautifulSoup]):
    """No sheet ends with a heading or the head of a table, none holds but a line; short forms stand at the top."""
    heads = {
        letters(one.get_text()).removesuffix("#")
        for page in pages.values()
        for one in page.select("h1, h2, h3, h4, h5, caption, thead tr")
    }
    for address, path in files.items():
        found = tool("pdftotext", "-layout", str(path), "-").split("\f")[:-1]
        for number, sheet in enumerate(found, 1):
            lines = [line for line in sheet.splitlines() if line.strip()]
            assert letters(lines[-2]) not in heads, (address, number, lines[-2])
            assert len(lines) >= 5, (address, number)
        if "Viết tắt:" in found[0]:
            assert found[0].index("Viết tắt:") < found[0].index("Đây là kế hoạch của năm")


def test_a_row_of_a_table_is_on_one_sheet(tmp_path: Path):
    """Rows of many lines, set with the real template, begin and end on one sheet; columns of few letters are narrow."""
    body = "".join(
        f"<tr><th>hàng{n}đầu {'chữ ' * 230} hàng{n}cuối</th><td class='num'>1.234 triệu đồng</td></tr>"
        for n in range(30)
    )
    page = f"<article><h1>Thử</h1><table><thead><tr><th>Tên</th><th>Tiền</th></tr></thead><tbody>{body}</tbody></table>"
    read = page_blocks.read(Page("thu", page).article)
    assert read[1]["widths"][1] == 0 < read[1]["widths"][0]
    content = {"plan": "", "version": "", "address": "", "qr": "", "short": [], "blocks": read}
    folder = typeset.TEMPLATES
    typst.compile(
        folder / "sheet.typ", output=tmp_path / "one.pdf", root=folder, ignore_system_fonts=True,
        sys_inputs={"content": json.dumps(content)},
    )  # fmt: skip
    sheets = tool("pdftotext", "-raw", str(tmp_path / "one.pdf"), "-").split("\f")
    assert len(sheets) > 4
    for n in range(30):
        assert any(f"hàng{n}đầu" in sheet and f"hàng{n}cuối" in sheet for sheet in sheets), n


def test_sheets_stay_within_their_size(files: dict[str, Path]):
    """A project takes two sheets at most, a duty sheet three."""
    for address, path in files.items():
        count = int(re.search(r"Pages: +(\d+)", tool("pdfinfo", str(path)))[1])
        assert count <= {"du-an": 2, "co-quan": 3, "ke-hoach": 999}[address.split("/")[0]], address


def test_the_code_leads_to_the_page(files: dict[str, Path], tmp_path: Path):
    """The QR code of a PDF, read from its picture, is the page's address."""
    tool("pdftoppm", "-r", "110", "-png", "-singlefile", str(files["co-quan/phong-ktht"]), str(tmp_path / "one"))
    decoded = tool("zbarimg", "--quiet", "--raw", str(tmp_path / "one.png")).strip()
    assert decoded == f"{SITE_URL}co-quan/phong-ktht.html"


def test_made_again_they_are_the_same_bytes(
    site: Path, files: dict[str, Path], programme: Programme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Made anew from the same pages, without what was kept, every PDF is the same to the byte."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "kept")
    before = {f"{address}.pdf": path.read_bytes() for address, path in files.items()}
    assert dict(pdf.files(programme, built_site(site, git.version(ROOT), UNKNOWN))) == before
