"""The PDF files made with the site: fonts, structure, words, the same bytes again."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import typst
from bs4 import BeautifulSoup
from paper import almost_empty, booklet_entries, heads_at_the_end, index_entries, lines_of, lost_words, tool
from support import SECOND, SITE_URL, contents

from programme import Programme, cache
from programme.built import booklet, page_blocks, pdf, press, typeset
from programme.built.page import Page
from programme.built.site import built_site
from programme.history import git
from programme.history.change_log import UNKNOWN


def test_there_is_one_for_each_project_body_and_place_and_one_booklet(files: dict[str, Path], programme: Programme):
    """Nine projects and parts of them, 18 bodies, two places, the booklet; no more."""
    due = {f"du-an/{node.key.replace('/', '-').replace('.', '-')}" for node in programme.nodes}
    due |= {f"co-quan/{agency.id}" for agency in programme.data.agencies} | {"dia-ban/thon-thuong", "dia-ban/thon-ha"}
    assert set(files) == due | {"ke-hoach"}
    assert {"du-an/giam-ngheo-2-1", "du-an/nong-thon-moi-5", "co-quan/tram-y-te"} <= due and len(due) >= 9 + 18


def test_each_page_links_its_pdf(pages: dict[str, BeautifulSoup], site: Path):
    """Every page links a PDF that is there: its own or the booklet."""
    for name, page in pages.items():
        if name == "404.html":
            continue
        (link,) = page.select('.page-tools a[href$=".pdf"]')
        assert (site / name).parent.joinpath(link["href"]).resolve().is_file(), name
    assert pages["du-an/giam-ngheo-3.html"].select_one('.page-tools a[href$=".pdf"]')["href"] == "giam-ngheo-3.pdf"


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
    title = "Tiểu dự án 2, Dự án 2 (Chương trình giảm nghèo thử): Bữa ăn cho trẻ nhỏ"
    assert f"Title:           {title}" in tool("pdfinfo", str(files["du-an/giam-ngheo-2-2"]))


def test_the_words_in_the_pdfs_are_the_words_of_the_data(read: dict[str, str], programme: Programme):
    """Each phrase of a project is in its PDF, each duty in its bearers', the whole plan in the booklet."""
    assert lost_words(programme, read) == []
    lost = lost_words(programme, {**read, "du-an/giam-ngheo-7": "", "co-quan/mat-tran-xa": ""})
    assert "du-an/giam-ngheo-7: Mở lớp tập huấn; xem lại việc đã làm ở từng thôn." in lost
    assert "co-quan/mat-tran-xa: Vận động mọi nhà cùng làm." in lost


def test_every_letter_has_a_glyph(read: dict[str, str]):
    """No letter was lost to a missing glyph: none reads back as nothing or as a box."""
    for address, text in read.items():
        assert not re.search("[\x00-\x08\ufffd\u25a1]", text), address


def test_the_booklet_has_contents_and_indexes_whose_pages_are_right(files: dict[str, Path]):
    """A page named in the contents or the index is the page that holds the heading or the clause."""
    pages = lines_of(files["ke-hoach"])
    entries = booklet_entries(files["ke-hoach"])
    titles = {title for title, _ in entries}
    assert {"I. MỤC TIÊU", "PHỤ LỤC I PHÂN BỔ VỐN", "Phiếu nhiệm vụ của từng cơ quan", "Tỉnh ủy"} <= titles
    assert [(title, number) for title, number in entries if title not in pages[number - 1]] == []


def test_each_index_entry_has_the_pages_that_name_it(files: dict[str, Path], programme: Programme):
    """Every body and group has a number, a body first that of its own sheet, then those of its clauses."""
    pages = lines_of(files["ke-hoach"])
    bodies = index_entries(files["ke-hoach"], "Chỉ mục cơ quan", [one.name for one in programme.data.agencies])
    for name, (own, *clauses) in bodies.items():
        assert name in pages[own - 1], name
        assert clauses == sorted(set(clauses))
    page = next(n for n, text in enumerate(pages, 1) if "Nơi nhận:" in text)
    receivers = {"UBND tỉnh Thử", "Sở Kinh tế và Đầu tư", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Mặt trận xã"}
    receivers |= {"Trưởng các thôn", "Lưu trữ"}
    assert receivers <= {name for name, numbers in bodies.items() if page in numbers}
    assert bodies["Tỉnh ủy"][1:] == []  # it is named as who issued a document, and given nothing to do
    named = {group.name for one in programme.targets for group in (*one.who, *one.of)}
    groups = index_entries(files["ke-hoach"], "Chỉ mục đối tượng", sorted(named))
    assert all(groups.values()) and "Phụ nữ của hộ nghèo" in groups


def test_the_booklet_says_what_it_is(files: dict[str, Path]):
    """The cover is no official document: it names what is the plan's and what is ours; a notice stands once in all."""
    text = " ".join(tool("pdftotext", "-layout", str(files["ke-hoach"]), "-").split())
    cover = " ".join(tool("pdftotext", "-layout", "-l", "1", str(files["ke-hoach"]), "-").split())
    assert cover.startswith("TRA CỨU")
    assert "phần tra cứu do trang web lập" in cover and "Bản tham khảo, không thay văn bản gốc" in cover
    assert "ỦY BAN NHÂN DÂN" not in cover
    assert text.count("Đây là kế hoạch lập năm 2026.") == 1


def test_nothing_stands_alone_at_the_end_of_a_sheet(files: dict[str, Path], pages: dict[str, BeautifulSoup]):
    """No sheet ends with a heading or the head of a table, none holds but a line or two; short forms come first."""
    assert heads_at_the_end(files, pages.values()) == []
    assert almost_empty(files) == []
    first = {address: lines_of(path)[0] for address, path in files.items()}
    short = {address: text for address, text in first.items() if "Viết tắt:" in text}
    assert "du-an/giam-ngheo-1" in short
    for address, text in short.items():
        assert text.index("Viết tắt:") < text.index("Đây là kế hoạch lập năm"), address


def sheets_of(blocks: list[page_blocks.Block], folder: Path) -> list[str]:
    """The words of each sheet that blocks of a page are set on."""
    content = {"plan": "", "version": "", "address": "", "qr": "", "short": [], "blocks": blocks}
    file = folder / "one.pdf"
    typst.compile(
        press.TEMPLATES / "sheet.typ", output=file, root=press.TEMPLATES, ignore_system_fonts=True,
        sys_inputs={"content": json.dumps(content)},
    )  # fmt: skip
    return tool("pdftotext", "-raw", str(file), "-").split("\f")


def test_a_row_of_a_table_is_on_one_sheet(tmp_path: Path):
    """Rows of many lines, set with the real template, begin and end on one sheet; columns of few letters are narrow."""
    body = "".join(
        f"<tr><th>hàng{n}đầu {'chữ ' * 230} hàng{n}cuối</th><td class='num'>1.234 triệu đồng</td></tr>"
        for n in range(30)
    )
    page = f"<article><h1>Thử</h1><table><thead><tr><th>Tên</th><th>Tiền</th></tr></thead><tbody>{body}</tbody></table>"
    read = page_blocks.read(Page("thu", page.encode()).article)
    assert read[1]["widths"][1] == 0 < read[1]["widths"][0]
    sheets = sheets_of(read, tmp_path)
    assert len(sheets) > 4
    for n in range(30):
        assert any(f"hàng{n}đầu" in sheet and f"hàng{n}cuối" in sheet for sheet in sheets), n


def test_an_item_with_a_sign_of_its_own_gets_none_before_it():
    """ "+ Đơn vị …" is no "– + Đơn vị …"; the items beside it are as ever."""
    page = "<article><ul><li>một</li><li class='signed'>+ hai</li></ul></article>"
    read = page_blocks.read(Page("thu", page.encode()).article)
    assert [(one["style"], one["items"][0][0]["runs"][0][1]) for one in read] == [
        ("bullets", "một"),
        ("signed", "+ hai"),
    ]


def test_things_of_a_list_in_a_row_of_facts_begin_a_line_each():
    """Two deadlines of a month: no blank before the first, no long line of both."""
    page = "<article><dl><div><dt>Tháng 5</dt><dd><ul>\n<li>một</li>\n<li>hai</li>\n</ul></dd></div></dl></article>"
    (facts,) = page_blocks.read(Page("thu", page.encode()).article)
    assert ["".join(words for _, words in runs) for runs in facts["rows"][0]] == ["Tháng 5", "một\nhai"]


def test_a_short_table_is_not_torn(tmp_path: Path):
    """Set after so many lines that only its head and first row have room, it stands whole on the next sheet."""
    body = "".join(f"<tr><th>hàng{n}</th><td class='num'>1</td></tr>" for n in range(6))
    head = "<table><thead><tr><th>Tên</th><th>Tiền</th></tr></thead><tbody>"
    for lines in range(38, 43):
        page = f"<article><h1>Thử</h1>{'<p>dòng</p>' * lines}{head}{body}</tbody></table></article>"
        read = page_blocks.read(Page("thu", page.encode()).article)
        sheets = sheets_of(read, tmp_path)
        assert [sheet.count("hàng") for sheet in sheets if "hàng" in sheet] == [6], lines


def test_the_code_leads_to_the_page(files: dict[str, Path], tmp_path: Path):
    """The QR code of a PDF, read from its picture, is the page's address."""
    tool("pdftoppm", "-r", "110", "-png", "-singlefile", str(files["co-quan/tram-y-te"]), str(tmp_path / "one"))
    decoded = tool("zbarimg", "--quiet", "--raw", str(tmp_path / "one.png")).strip()
    assert decoded == f"{SITE_URL}co-quan/tram-y-te.html"


def test_made_again_they_are_the_same_bytes(
    site: Path, files: dict[str, Path], programme: Programme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Made anew from the same pages, without what was kept, every PDF is the same to the byte."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "kept")
    before = {f"{address}.pdf": path.read_bytes() for address, path in files.items()}
    assert made(programme, site) == before


def made(programme: Programme, site: Path) -> dict[str, bytes]:
    """All PDF files of a built site."""
    with TemporaryDirectory() as folder:
        with typeset.presses(Path(folder)) as presses:
            files = pdf.begun(programme, built_site(site, git.version(SECOND), UNKNOWN), presses)
            for paper in files.values():
                paper.result()
        assert contents(Path(folder)).keys() == files.keys()
        return {name: (Path(folder) / name).read_bytes() for name in files}


def test_a_long_booklet_comes_in_volumes(
    site: Path, programme: Programme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Of more sheets than 300 (here 3), it is several files: each part of the plan in one of them, none twice."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr(booklet, "MOST", 3)
    monkeypatch.setattr(booklet, "_VOLUME", 2)
    volumes = {name: content for name, content in made(programme, site).items() if name.startswith("ke-hoach")}
    assert list(volumes)[:3] == ["ke-hoach.pdf", "ke-hoach-2.pdf", "ke-hoach-3.pdf"] and len(volumes) > 4
    texts = []
    for name, content in volumes.items():
        (tmp_path / name).write_bytes(content)
        texts.append(" ".join(tool("pdftotext", str(tmp_path / name), "-").split()))
    of = len(volumes)
    assert [f"tập {number}/{of}" in text for number, text in enumerate(texts, 1)] == [True] * of
    for words in ("Điều 2. Trách nhiệm Chủ tịch UBND xã chỉ đạo thực hiện", "Trên đây là Kế hoạch thử của xã"):
        assert sum(words in text for text in texts) == 1, words
    assert of == 18 and [text.count(" (tiếp)") > 0 for text in texts[:3]] == [False, True, False]
    holds = [re.search(r"Tập này: (.*?) (?:Đây là kế hoạch|Phiên bản của tập)", text)[1] for text in texts]  # type: ignore[index]
    assert holds[:3] == ["Toàn văn Kế hoạch", "Toàn văn Kế hoạch", "Mục tiêu, kinh phí"]
    assert holds[9:11] == ["Các dự án; Phiếu nhiệm vụ của từng cơ quan", "Phiếu nhiệm vụ của từng cơ quan"]
    station = ["Trạm Y tế" in text.partition("Chỉ mục cơ quan")[2] for text in texts]
    assert [number for number, named in enumerate(station, 1) if named] == [1, 10, 12, 13, 14]


def test_an_edit_remakes_the_volumes_that_hold_its_words(
    site: Path, programme: Programme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """One word of one page: its sheet and its volume are others, all other files are the same to the byte."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr(booklet, "MOST", 3)
    monkeypatch.setattr(booklet, "_VOLUME", 2)
    before = made(programme, site)
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    page = copy / "co-quan/tram-y-te.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</h1>", " khác</h1>", 1), encoding="utf-8")
    after = made(programme, copy)
    others = sorted(name for name in after if after[name] != before.get(name))
    assert len(others) == 2 and others[0] == "co-quan/tram-y-te.pdf" and others[1].startswith("ke-hoach-")
