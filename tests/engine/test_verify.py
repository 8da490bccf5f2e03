"""What is looked at before a built site is published: each fault is found, and a good site has none."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from many_plans import new_plan
from support import run
from wrong_pages import add, edit

from programme import Programme, open_programme
from programme.built import verify

FULL = "toan-van.html"
NODE = "du-an/giam-ngheo-2.html"


def found(programme: Programme, site: Path, folder: Path, spoil: Callable[[Path], None]) -> str:
    """What is said of a copy of `site` with a fault in it."""
    shutil.copytree(site, folder / "bad")
    spoil(folder / "bad")
    return "\n".join(verify.problems(programme, folder / "bad"))


def test_a_good_site_has_no_fault(programme: Programme, site: Path):
    """A site may be published as it is built: with a table, an annex and a signer of its own."""
    assert verify.problems(programme, site) == []


def test_a_note_by_hand_on_the_full_text_is_no_fault(programme: Programme, site: Path, tmp_path: Path):
    """What somebody writes into docs/toan-van.md, a heading too, stands beside the plan's words."""
    note = edit(FULL, '<h2 id="II">', '<h2 id="them">Lời thêm</h2><p>Ghi thêm</p><h2 id="II">')
    assert found(programme, site, tmp_path, note) == ""


@pytest.mark.parametrize(
    "spoil, said",
    [
        (edit(FULL, "Phát sữa cho mẹ", "Phát sữa mẹ"), f"{FULL}: không đúng lời Kế hoạch"),
        (edit(FULL, 'id="I">I. MỤC TIÊU', 'id="I">I. MỤC'), 'Cần: "I. MỤC TIÊU"'),
        (edit(FULL, "b) Đối tượng:", "b) Mục tiêu:"), 'Cần: "b) Đối tượng:"'),
        (edit(FULL, "Độc lập - Tự do", "Độc lập"), "Cần: \"Độc lập - Tự do - Hạnh phúc\""),
        (edit(FULL, 'id="chu-ky">', 'id="chu-ky">thừa '), "Cần"),
        (edit(FULL, "</article>", '<p class="plan">thừa</p></article>'), "thừa chữ sau lời Kế hoạch"),
        (lambda site: (site / "du-an/giam-ngheo-2.html").unlink(), "du-an/giam-ngheo-2.html: thiếu trang này"),
        (lambda site: (site / "404.html").unlink(), "404.html: thiếu trang này"),
        (lambda site: (site / "du-an/giam-ngheo-2.pdf").unlink(), f"{NODE}: liên kết không tới đâu: giam-ngheo-2.pdf"),
        (edit("kinh-phi.html", 'id="theo-du-an"', 'id="mat"'), "liên kết không có chỗ tới: #theo-du-an"),
        (add(NODE, '<a href="/index.html">x</a>'), f"{NODE}: liên kết không tới đâu: /index.html"),
        (add("index.html", '<a href="../x.html">x</a>'), "index.html: liên kết không tới đâu: ../x.html"),
        (add("404.html", '<a href="/khong-co.html">x</a>'), "404.html: liên kết không tới đâu: /khong-co.html"),
        (add("404.html", '<a href="index.html">x</a>'), "404.html: liên kết không tới đâu: index.html"),
        (add("404.html", '<img src="https://x.example/a.png">'), "404.html: gọi tới máy chủ khác: https://x.example"),
        (add("index.html", "<iframe src='//x.example/'></iframe>"), "index.html: gọi tới máy chủ khác: //x.example"),
        (edit("index.html", "</style>", "a{b:url(https://x.example/c)}</style>"), "index.html: gọi tới máy chủ khác"),
        (lambda site: shutil.rmtree(site / "assets/search"), "index.html: thiếu tệp assets/search/names-"),
        (edit("index.html", "data-files=", "data-other="), "index.html: không nêu các tệp mà kịch bản của trang"),
        (add("kinh-phi.html", '<p id="theo-du-an"></p>'), 'kinh-phi.html: nhiều chỗ mang cùng một mã "theo-du-an"'),
        (add("bao-cao.html", os.urandom(70_000).hex()), "bao-cao.html: nặng"),
    ],
)  # fmt: skip
def test_a_fault_is_found(programme: Programme, site: Path, tmp_path: Path, spoil: Callable[[Path], None], said: str):
    """Words lost, changed or added; pages, files and anchors that are not there; other hosts; doubled ids; weight."""
    assert said in found(programme, site, tmp_path, spoil)


@pytest.mark.parametrize(
    "old, new",
    [
        ("13.847,5", "13.847,6"),
        ("(Kèm theo Quyết định số 51/QĐ-UBND)", ""),
        ("Trần Văn Thử", "Trần Văn Thật"),
        ("Số: 51/QĐ-UBND", "Số: 52/QĐ-UBND"),
    ],
)
def test_a_change_in_a_table_the_annex_or_the_signature_is_found(
    programme: Programme, site: Path, tmp_path: Path, old: str, new: str
):
    """An amount in a table, the line that ties the annex to its decision, who signed, the number: each is compared."""
    assert "không đúng lời Kế hoạch" in found(programme, site, tmp_path, edit(FULL, old, new))


def test_a_site_below_an_address_is_looked_at_there(tmp_path: Path):
    """On GitHub Pages the page for a wrong address links to /repository/...; what leads beside it is found."""
    plan, site = new_plan(tmp_path / "plan", "An Lạc"), tmp_path / "site"
    built = run("mkdocs", "build", "--site-dir", str(site), cwd=plan, SITE_URL="https://x.example/kho/")
    assert built.returncode == 0, built.stdout + built.stderr
    assert 'href="/kho/ho-tro.html"' in (site / "404.html").read_text(encoding="utf-8")
    programme = open_programme(plan)
    assert verify.problems(programme, site) == []
    said = found(programme, site, tmp_path, edit("404.html", "/kho/ho-tro.html", "/ho-tro.html"))
    assert said == "404.html: liên kết không tới đâu: /ho-tro.html"


def test_a_page_that_came_and_went_does_not_stop_the_site(copy: Path):
    """A group that was added, saved and removed again stands in the change log by its name; no link is dead.

    The site is built without an address.
    """

    def save() -> None:
        for command in (["add", "data"], ["-c", "user.name=x", "-c", "user.email=x@x.example", "commit", "-qm", "x"]):
            subprocess.run(["git", *command], cwd=copy, check=True, capture_output=True)

    subprocess.run(["git", "init", "-q"], cwd=copy, check=True)
    save()
    groups = copy / "data/groups.yaml"
    before = groups.read_text(encoding="utf-8")
    groups.write_text(f"{before}- id: tam\n  name: Nhóm ghi tạm\n  kind: person\n", encoding="utf-8")
    save()
    groups.write_text(before, encoding="utf-8")
    save()
    built = run("mkdocs", "build", "--strict", "--site-dir", str(copy / "site"), cwd=copy)
    assert built.returncode == 0, built.stdout + built.stderr
    log = (copy / "site/nhat-ky.html").read_text(encoding="utf-8")
    assert log.count("Nhóm ghi tạm") == 2 and 'href="doi-tuong/tam.html"' not in log
    assert verify.problems(open_programme(copy), copy / "site") == []
