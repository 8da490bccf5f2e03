"""The acceptance of a plan: nothing is wrong with a good site, and each check finds what it is there for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sampled import Sampled
from support import ROOT, SECOND, run
from support import spoiled as replace

from programme import Programme
from programme.accept import access, alone, downloads, paper, sums, words
from programme.accept.checks import CHECKS
from programme.accept.site import Site

Check = Callable[[Site], Iterator[str]]


@pytest.fixture
def spoiled(programme: Programme, site: Path, copy: Path, tmp_path: Path, browser: Browser) -> Site:
    """A copy of the plan and of its site that a test may spoil."""
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    return Site(programme, copy, folder, browser)


def only(site: Site, *names: str) -> Site:
    """The same with these pages alone: what takes a browser takes long."""
    for path in site.folder.rglob("*.html"):
        if path.relative_to(site.folder).as_posix() not in names:
            path.unlink()
    return site


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.__name__)
def test_a_good_site_has_no_fault(programme: Programme, site: Path, browser: Browser, check: Check):
    """No check finds anything in the site of the made-up plan."""
    assert list(check(Sampled(programme, SECOND, site, browser))) == []


def test_every_kind_of_page_is_looked_at_once(programme: Programme, site: Path, browser: Browser):
    """Each page about the whole; a project with parts, without, one that does not apply; a body, group, document."""
    kinds = Site(programme, SECOND, site, browser).kinds
    assert [name for name in kinds if name.startswith("du-an/")] == [
        "du-an/giam-ngheo-2-1.html", "du-an/nong-thon-moi-5.html", "du-an/giam-ngheo-5.html", "du-an/index.html",
    ]  # fmt: skip
    assert {"index.html", "404.html", "kinh-phi.html", "hien-nay.html", "co-quan/phong-kinh-te.html"} <= {*kinds}
    assert len([name for name in kinds if name.startswith("doi-tuong/")]) == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("xóm làng bị bỏ quên", "làng xóm bị bỏ quên", 'văn bản ghi "làng", data/ ghi "xóm"'),
        ("\n2\n", "\n2 3\n", 'văn bản ghi "2", data/ ghi "KẾ"'),
        ("vật liệu.", "vật liệu. Hết.", 'văn bản ghi "Hết.", data/ hết lời ở đây'),
        ("và vật liệu.", "", 'data/ thừa lời sau chữ cuối của văn bản: "và vật liệu."'),
    ],
)
def test_a_word_that_differs_from_the_source_is_found(spoiled: Site, old: str, new: str, said: str):
    """The first word that differs, with file, line and both words; the number of a sheet alone on a line is none."""
    replace(spoiled.root, "source/ke-hoach.txt", old, new)
    (fault,) = words.against_source(spoiled)
    assert said in fault and fault.startswith("source/")


def test_without_a_source_there_is_nothing_to_compare(spoiled: Site):
    """A plan need not have the text of its document."""
    shutil.rmtree(spoiled.root / "source")
    assert list(words.against_source(spoiled)) == []


def test_a_link_that_leads_nowhere_is_found(spoiled: Site):
    """What stops a publication stops the acceptance."""
    replace(spoiled.folder, "kinh-phi.html", 'href="du-an/', 'href="du-am/')
    (fault,) = words.on_pages(spoiled)
    assert fault.startswith("kinh-phi.html: liên kết không tới đâu: du-am/")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("kinh-phi.html", "<b>hơn 846.", "<b>hơn 847.", "số tổng ở đầu trang"),
        ("kinh-phi.html", ">895,5 triệu đồng</td>", ">896,5 triệu đồng</td>", "giam-ngheo-2: trang ghi 896,5 triệu"),
        ("kinh-phi.html", "Cộng 10 khoản</th>", "Cộng</th><td>1 đồng</td>", "dòng cộng của bảng theo dự án: trang ghi"),
        ("du-lieu/money.csv", "275000000", "275000001", "dòng du-an/giam-ngheo-2-2: trang ghi 275 triệu đồng"),
    ],
)  # fmt: skip
def test_a_sum_that_is_not_that_of_its_rows_is_found(spoiled: Site, file: str, old: str, new: str, said: str):
    """An amount changed on the page, in the table, in its foot, or in the file."""
    replace(spoiled.folder, file, old, new)
    assert any(said in fault for fault in sums.add_up(spoiled))


@pytest.mark.parametrize(
    ("check", "file", "old", "new", "said"),
    [
        (downloads.read_back, "du-lieu.html", "<p>18 dòng", "<p>19 dòng", "groups.csv: 18 dòng, trang ghi 19."),
        (downloads.read_back, "du-lieu/groups.csv", "group,name", "group,title", "groups.csv: cột là group, title"),
        (downloads.as_described, "du-lieu/groups.csv", "Hộ mới khá", "Hộ", "datapackage.json: groups:"),
        (downloads.as_described, "du-lieu/ke-hoach.json", '"province"', '"tinh"', "ke-hoach.json: plan/plan/funding"),
        (downloads.as_listed, "du-lieu/groups.csv", "Hộ mới khá", "Hộ", "dcat.jsonld: groups.csv: cỡ hoặc mã SHA-256"),
        (downloads.as_listed, "du-lieu/dcat.jsonld", "/money.csv", "/tien.csv", "dcat.jsonld: không có tệp tien.csv."),
        (downloads.in_full, "du-lieu/ke-hoach.akn.xml", ">Hiệu lực<", ">Hiệu<", "ghi “Quyết”, Kế hoạch ghi “lực”."),
        (downloads.as_described, "van-ban/hd-31.json", "/van-ban/", "/van/", "hd-31.json: ghi địa chỉ trang là"),
    ],
)  # fmt: skip
def test_a_download_that_is_not_as_promised_is_found(
    spoiled: Site, check: Check, file: str, old: str, new: str, said: str
):
    """Rows, columns, contents, JSON against its schema, the address in a file, hashes, words."""
    replace(spoiled.folder, file, old, new)
    found = list(check(spoiled))
    assert any(said in fault for fault in found), found


def test_words_that_scripts_bring_and_other_hosts_are_found(spoiled: Site):
    """A paragraph that a script adds, a picture that it asks for elsewhere."""
    only(spoiled, "gioi-thieu.html", "tim-kiem.html")
    page = replace(spoiled.folder, "gioi-thieu.html", "img-src ", "img-src https://x.example ") / "gioi-thieu.html"
    script = page.parent / re.search(r"assets/site\.[0-9a-f]+\.js", page.read_text(encoding="utf-8"))[0]  # type: ignore[index]
    added = (
        "document.querySelector('.body')?.insertAdjacentHTML('beforeend', '<p>Thêm<img src=https://x.example/a.png>')"
    )
    script.write_text(f"{script.read_text(encoding='utf-8')}\n{added}\n", encoding="utf-8")
    found = [*alone.stands_alone(spoiled)]
    assert "gioi-thieu.html: chỉ thấy khi trình duyệt chạy mã: Thêm" in found
    assert "gioi-thieu.html: gọi tới máy chủ khác: https://x.example/a.png" in found


def test_words_lost_or_cut_on_paper_are_found(spoiled: Site):
    """A paragraph that is not printed, a table wider than the sheet."""
    only(spoiled, "thuat-ngu.html")
    hidden = '<p style="display:none">Chữ này không in</p><div style="width:2000px">rộng quá</div></article>'
    page = replace(spoiled.folder, "thuat-ngu.html", "</article>", "") / "thuat-ngu.html"
    text = page.read_text(encoding="utf-8")
    body = text.index('<div class="body">') + len('<div class="body">')
    page.write_text(re.sub("<meta http-equiv[^>]*>", "", f"{text[:body]}{hidden}{text[body:]}"), encoding="utf-8")
    found = [*paper.printed(spoiled)]
    assert "thuat-ngu.html: không có trên giấy: Chữ này không in" in found
    assert "thuat-ngu.html: bị cắt ở mép giấy: rộng quá" in found


def test_a_sheet_of_another_page_or_none_is_found(spoiled: Site):
    """A PDF file with other words, one that is no PDF."""
    shutil.copy(spoiled.folder / "co-quan/tinh-uy.pdf", spoiled.folder / "co-quan/ubnd-xa.pdf")
    (spoiled.folder / "ke-hoach.pdf").write_bytes(b"none")
    found = [*paper.pdf_files(spoiled)]
    assert 'co-quan/ubnd-xa.pdf: tên ghi trong tệp là "Tỉnh ủy", trang tên là "UBND xã".' in found
    assert any(fault.startswith("ke-hoach.pdf: không mở được") for fault in found)


def test_what_axe_finds_is_said(spoiled: Site):
    """A picture without words; a text too pale in the dark alone; a page that scrolls sideways on a phone."""
    only(spoiled, "gioi-thieu.html")
    wrong = '<img src="data:,"><p style="color:light-dark(#000,#555)">nhạt</p><p style="width:500px">rộng</p>'
    text = (spoiled.folder / "gioi-thieu.html").read_text(encoding="utf-8")
    body = text.index('<div class="body">') + len('<div class="body">')
    (spoiled.folder / "gioi-thieu.html").write_text(f"{text[:body]}{wrong}{text[body:]}", encoding="utf-8")
    found = [*access.axe(spoiled)]
    assert any(one.startswith("gioi-thieu.html, rộng 1280: image-alt") for one in found)
    assert any(one.startswith("gioi-thieu.html, rộng 360: nền tối: color-contrast: ") for one in found)
    assert not any(one.startswith("gioi-thieu.html, rộng 360: color-contrast") for one in found)
    assert any("rộng 360: trang trôi ngang" in one for one in found)


def test_the_command_says_what_is_missing(tmp_path: Path):
    """Without the packages of the extra it names them, without a traceback."""
    (tmp_path / "playwright.py").write_text("raise ModuleNotFoundError(name='playwright')")
    done = run("programme", "accept", "--root", str(SECOND), cwd=tmp_path)
    assert done.returncode == 2
    assert re.fullmatch(r'Thiếu gói "playwright" để nghiệm thu. Gõ: pip install "\S+\[accept\]"\n', done.stderr)


QUICK = """
import sys
from programme.accept import checks, paper, words
from programme.commands import main
checks.CHECKS = {what: one for what, one in checks.CHECKS.items() if one in (words.against_source, paper.pdf_files)}
sys.exit(main(["accept", *sys.argv[1:]]))
"""
"""The command with two of its checks: the others are run on the whole site above."""


def test_the_command_gives_one_line_a_fault(site: Path, copy: Path, tmp_path: Path):
    """It says what is right and what is wrong, and ends with the number of faults."""
    shutil.copytree(site, tmp_path / "site")
    (tmp_path / "site" / "ke-hoach.pdf").unlink()
    command = [sys.executable, "-c", QUICK, "--root", str(copy), "--site-dir", str(tmp_path / "site")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment)
    assert done.returncode == 1, done.stderr
    right, wrong, fault, last = done.stdout.splitlines()
    assert right == "đúng  lời trong data/ là lời của văn bản nguồn (source/*.txt)"
    assert (wrong, last) == ("SAI   tệp PDF đủ tên và tiêu đề", "Có 1 lỗi.")
    assert fault.startswith("      ke-hoach.pdf: không mở được: ")
