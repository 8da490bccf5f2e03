"""The steps after the build: how a page is read, what its frame must leave open, the picture for links."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import typst
from support import ROOT, Spoil

from programme import Programme, frame, open_programme
from programme.built import card, page_frame, press
from programme.built.finish import STEPS
from programme.built.page import Page
from programme.built.site import BuiltSite, address_of, built_site, name_in_site
from programme.history.change_log import UNKNOWN, Change, Entry, Log
from programme.history.git import Version

FRAMED = """<!doctype html>
<html lang="vi" data-frame="light">
<head>
<meta charset="utf-8">
<!-- policy -->
<title>Kế hoạch thử</title>
<link rel="canonical" href="https://x.example/thu/index.html">
<link rel="stylesheet" href="assets/site.css">
<script src="assets/site.js" defer></script>
</head>
<body>
<article>
<!-- crumbs -->
<h1>Giảm <b>nghèo</b> &amp; hơn</h1>
<!-- identity -->
<p><!-- tools --></p>
<nav class="crumbs"><a href="../index.html">Trang chủ</a></nav>
<h2 id="mot">Một</h2><p id="hai">Hai</p><h2 id="ba">Ba <i>bốn</i></h2><p id="hai"></p>
<!-- files -->
</article>
<!-- version -->
</body>
</html>
"""
VERSION = Version("1a2b3c4d", "2026-05-05")


def site_of(folder: Path, **pages: str) -> BuiltSite:
    """A built site of these pages, its data of 5 May 2026."""
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return built_site(folder, VERSION, UNKNOWN)


def framed(programme: Programme, site: BuiltSite) -> dict[str, str]:
    """What the step of the frame makes of the pages: file -> text."""
    made = dict(page_frame.files(programme, site))
    return {name: content.decode() for name, content in made.items() if name.endswith(".html")}


def test_a_page_is_read():
    """Title, sections, ids and address: words without markup, entities as letters."""
    page = Page("index", FRAMED.encode())
    assert page.title == "Giảm nghèo & hơn"
    assert page.sections == (("mot", "Một"), ("ba", "Ba bốn"))
    assert page.ids == ("mot", "hai", "ba", "hai")
    assert page.address == "https://x.example/thu/index.html"
    assert address_of({"index": page}) == "https://x.example/thu/"
    bare = Page("a/b", "<p>Không có gì</p>".encode())
    assert (bare.file, bare.title, bare.sections, bare.address) == ("a/b.html", "", (), "")
    assert address_of({"a/b": bare}) == ""


def test_each_id_is_read_once():
    """Also that of a heading, which is read for its words too; a link with an id is an address, another is none."""
    head = '<title id="cua-so">Cửa sổ</title><link id="a" rel="next" href="x"><link id="b" rel="canonical" href="y">'
    page = Page("a", f'{head}<h1 id="dau">Đầu</h1><h2 id="mot">Một</h2>'.encode())
    assert page.ids == ("cua-so", "a", "b", "dau", "mot")
    assert (page.window, page.title, page.address) == ("Cửa sổ", "Đầu", "y")


def test_each_place_is_filled(programme: Programme, tmp_path: Path):
    """The policy before the style sheet, scripts by their contents, the version, the identity and the files."""
    made = replace(site_of(tmp_path, index=FRAMED), names={"ke-hoach.pdf": "ke-hoach.pdf"})
    (page,) = framed(programme, made).values()
    assert page.index("Content-Security-Policy") < page.index("<style>") and '<link rel="stylesheet"' not in page
    assert re.search(r'<script src="assets/site\.[0-9a-f]{10}\.js" data-files="[^"]*search\.[0-9a-f]{10}\.js', page)
    assert '<html lang="vi" data-frame="light" data-running="Kế hoạch thử">' in page
    assert page.index('<nav class="crumbs">') < page.index("<h1>") and page.count("Trang chủ") == 1
    assert page.count("Phiên bản của trang: 98b0288b.") == 2  # on paper, and for all
    assert "<p>Địa chỉ trang: https://x.example/thu/index.html</p>" in page
    assert '<a href="ke-hoach.pdf">Bản PDF toàn bộ</a>' in page and "Dữ liệu JSON" not in page
    assert "<!--" not in page.removeprefix("<!doctype html>")


def test_a_page_says_its_version_and_the_page_about_the_site_that_of_all_data(programme: Programme, tmp_path: Path):
    """What a page says makes its version, not its frame; on the page about the site stands that of the data."""
    other, frame = FRAMED.replace("</h1>", " khác</h1>"), FRAMED.replace("<body>", "<body><p>khung</p>")
    made = framed(programme, site_of(tmp_path, **{"index": FRAMED, "a": other, "b": frame, "gioi-thieu": FRAMED}))
    said = {name: {*re.findall(r"Phiên bản [^<\n]*", page)} for name, page in made.items()}
    assert said["gioi-thieu.html"] == {"Phiên bản dữ liệu: 1a2b3c4d, ngày 05/5/2026."}
    assert said["index.html"] == said["b.html"] != said["a.html"] and len(said["a.html"]) == 1


def test_a_page_of_an_edit_that_is_not_saved_says_so(programme: Programme, tmp_path: Path):
    """Its printout is told from one of what is published; other pages are as they were."""
    edit = Entry("", "", (Change("index", "Trang", "cấp", "xã", "tỉnh"),))
    site = replace(site_of(tmp_path, index=FRAMED, a=FRAMED), log=Log((edit,), "2026-05-05", True))
    made = framed(programme, site)
    assert ", đang sửa, chưa ghi vào lịch sử." in made["index.html"] and "đang sửa" not in made["a.html"]


def test_the_volumes_of_a_booklet_are_linked(programme: Programme, tmp_path: Path):
    """A booklet of several volumes is as many links."""
    names = dict.fromkeys(["ke-hoach.pdf", "ke-hoach-2.pdf", "du-lieu/ke-hoach.xlsx"], "")
    (page,) = framed(programme, replace(site_of(tmp_path, index=FRAMED), names=names)).values()
    assert "Bản PDF toàn bộ, 2 tập:" in page
    assert '<a href="ke-hoach.pdf" aria-label="Tập 1">1</a>' in page
    assert '<a href="ke-hoach-2.pdf" aria-label="Tập 2">2</a>' in page


def test_the_files_that_were_made_are_linked(programme: Programme, tmp_path: Path):
    """A page has links to the PDF and the JSON that earlier steps made for it."""
    site = site_of(tmp_path, index=FRAMED)
    made = BuiltSite(
        site.folder, site.pages, VERSION, UNKNOWN, names={"index.pdf": "index.pdf", "index.json": "index.json"}
    )
    (page,) = framed(programme, made).values()
    assert '<a href="index.pdf">Bản PDF để in</a>' in page and '<a href="index.json">Dữ liệu JSON</a>' in page


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("<!-- policy -->", "base.html của khung trang thiếu chỗ policy"),
        ('<link rel="stylesheet" href="assets/site.css">', "base.html của khung trang thiếu chỗ style"),
        ('assets/site.js"', "base.html của khung trang thiếu chỗ script"),
        ("<!-- crumbs -->", "partials/content.html của khung trang thiếu chỗ crumbs"),
        ("<!-- identity -->", "partials/content.html của khung trang thiếu chỗ identity"),
        ("<!-- files -->", "partials/page_tools.html của khung trang thiếu chỗ files"),
        ("<!-- version -->", "partials/about.html của khung trang thiếu chỗ version"),
    ],
)
def test_a_place_that_is_missing_stops_the_build(programme: Programme, tmp_path: Path, place: str, said: str):
    """A frame without one of its places is no frame: the template, the place and the page are named."""
    assert place in FRAMED
    with pytest.raises(page_frame.FrameError) as error:
        framed(programme, site_of(tmp_path, index=FRAMED.replace(place, "")))
    assert said in str(error.value) and "trang index.html" in str(error.value)


@pytest.mark.parametrize("name", ["light", "material"])
def test_each_place_stands_in_the_template_that_a_message_names(name: str):
    """The comment of each place is in the template of the frame, or in that of the same name which both share."""
    places = {"light": page_frame.LIGHT, "material": page_frame.MATERIAL}[name]
    comments = {what: place for what, place in places.items() if place.pattern.startswith("<!--")}
    assert {*comments} >= {"crumbs", "identity", "files", "version"}
    for what, place in comments.items():
        folders = (getattr(frame, name.upper()), frame.LIGHT)
        template = next(folder / place.template for folder in folders if (folder / place.template).exists())
        assert place.pattern in template.read_text(encoding="utf-8"), what


def test_a_page_offers_to_tell_a_fault_only_where_there_is_somebody(programme: Programme, spoil: Spoil, tmp_path: Path):
    """Whether somebody is there is no word of the page: it is asked of the plan, each time."""
    site = site_of(tmp_path, index=FRAMED)
    assert "Báo sai sót</a>" in framed(programme, site)["index.html"]
    silent = open_programme(spoil("data/plan.yaml", "contact: mailto:gop-y@minh-hoa.example\n", ""))
    assert "Báo sai sót" not in framed(silent, site)["index.html"]


def test_a_page_without_a_title_and_the_one_for_wrong_addresses_need_less(programme: Programme, tmp_path: Path):
    """Without a title there is no identity to give; the page for a wrong address has no files either."""
    untitled = re.sub(r"<h1>.*</h1>", "", FRAMED)
    wrong = re.sub(r"<!-- (crumbs|identity|files) -->", "", FRAMED)
    made = framed(programme, site_of(tmp_path, **{"index": untitled, "404": wrong}))
    assert len(made) == 2 and "Trích từ" not in made["index.html"]


def test_what_is_not_ours_or_complete_stays(programme: Programme, tmp_path: Path):
    """A page in the frame of another builder, and a page that was completed before, are not touched."""
    (done,) = framed(programme, site_of(tmp_path, index=FRAMED)).values()
    other = "<!doctype html><html><head><title>x</title></head><body><article><h1>x</h1></article></body></html>"
    assert framed(programme, site_of(tmp_path, index=done, khac=other)) == {}


def test_a_script_is_named_by_its_contents():
    """A script's name holds the first ten digits of the hash of its contents; other files keep their names."""
    assert name_in_site("assets/site.js", b"") == "assets/site.e3b0c44298.js"
    assert name_in_site("du-an/2.pdf", b"x") == "du-an/2.pdf"


def test_what_the_search_knows_is_named_by_the_scripts_that_read_it():
    """An edit of the data gives it other contents under the same name, so pages that fetch it stay as they are."""
    one, two = (name_in_site("assets/search/text.js", content) for content in (b"one", b"two"))
    assert one == two and re.fullmatch(r"assets/search/text-[0-9a-f]{8}\.js", one)


def test_no_step_knows_another():
    """Each step is a module of its own, and none imports another of them or what runs them."""
    steps = {step.__module__.rpartition(".")[2] for step in STEPS}
    assert len(steps) == len(STEPS)
    for step in steps:
        tree = ast.parse((ROOT / f"programme/built/{step}.py").read_text(encoding="utf-8"))
        named = set()
        for one in ast.walk(tree):
            if isinstance(one, ast.ImportFrom):
                named |= {(one.module or "").rpartition(".")[2], *(alias.name for alias in one.names)}
        assert not named & (steps | {"finish"}) - {step}, step


# -- the picture for links ------------------------------------------------------

LONG = (
    "Tra cứu Kế hoạch thực hiện các chương trình mục tiêu quốc gia giảm nghèo bền vững và xây dựng "
    "nông thôn mới giai đoạn 2026 đến 2030 trên địa bàn xã Đồng Thử"
)


def size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG file."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def test_the_card_has_the_name_of_the_site(programme: Programme, site: Path, tmp_path: Path):
    """1200 × 630 dots; another name is another picture; the site has the one of its own name."""
    ((file, made),) = card.files(programme, site_of(tmp_path, index=FRAMED))
    assert file == "assets/card.png" and size(made) == (1200, 630)
    ((_, other),) = card.files(programme, site_of(tmp_path, index=FRAMED.replace("thử", "khác")))
    assert other != made
    home = (site / "index.html").read_text(encoding="utf-8")
    ((_, own),) = card.files(programme, site_of(tmp_path, index=home))
    assert (site / "assets/card.png").read_bytes() == own


def test_a_picture_of_the_plan_s_own_stays(programme: Programme, tmp_path: Path):
    """Where the plan brings `docs/assets/card.png`, none is made."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/card.png").write_bytes(b"own")
    assert list(card.files(programme, site_of(tmp_path, index=FRAMED))) == []


@pytest.mark.parametrize("name", ["Giảm nghèo", "Giảm nghèo Đồng Thử 2023", LONG, LONG.upper(), "a" * 90])
def test_every_name_has_room_on_the_card(tmp_path: Path, name: str):
    """All letters of a name of 150, of capitals, of one long word: beside the mark, above the words at the foot."""
    content = {"name": card.unbroken(name), "mark": frame.MARK.read_text(encoding="utf-8")}
    typst.compile(
        press.TEMPLATES / "card.typ", output=tmp_path / "card.pdf", root=press.TEMPLATES,
        ignore_system_fonts=True, sys_inputs={"content": json.dumps(content)},
    )  # fmt: skip
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(tmp_path / "card.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    words = [
        (*map(float, found[:4]), found[4])
        for found in re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', boxes)
    ]
    title = words[: len(name.split())]
    assert " ".join(word for *_, word in title) == name
    foot = min(top for _, top, _, _, _ in words[len(title) :])
    for left, top, right, bottom, word in title:
        assert left >= 389 and right <= 1140 and top >= 90 and bottom <= foot, (word, left, top, right, bottom)


def test_a_name_stays_on_one_line():
    """Words with a capital letter that follow one another are a name, unless they are many; a number is never alone."""
    assert card.unbroken("Giảm nghèo Đồng Thử 2023") == ["Giảm", "nghèo", "Đồng Thử 2023"]
    assert card.unbroken("GIẢM NGHÈO NĂM 2023") == ["GIẢM", "NGHÈO", "NĂM 2023"]
    assert card.unbroken("Kế Hoạch Giảm Nghèo Của Xã") == ["Kế", "Hoạch", "Giảm", "Nghèo", "Của", "Xã"]
    assert card.unbroken("2023 là năm đầu") == ["2023", "là", "năm", "đầu"]
