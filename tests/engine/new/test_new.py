"""`programme new`: a plan that builds, says nothing that nobody entered, and keeps of another what fits the next."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from bs4 import BeautifulSoup
from new_plans import BLANK, PROGRAMMES, words_of
from playwright.sync_api import Browser
from sampled import Sampled
from support import ROOT, SECOND, commanded, spoiled

from programme import FindingsError, check, open_programme
from programme.accept.checks import CHECKS
from programme.commands import installed, new_files


def test_a_new_plan_is_right_and_blank(plan: Path):
    """`check` finds nothing; there is no project, group, document, amount or number, and who issues it is as given."""
    programme, found = check(plan)
    data, header = programme.data, programme.plan.header
    assert found == ()
    assert (data.projects, data.groups, data.documents, data.sections, data.questions, data.notice) == (
        (), (), (), (), (), None,
    )  # fmt: skip
    assert (header.number, header.symbol, header.date, header.title_lines) == (None, None, None, ())
    assert (header.issuer_lines, header.place) == (("ỦY BAN NHÂN DÂN XÃ BÌNH MINH",), "Bình Minh")
    assert [(one.id, one.name, one.level) for one in data.agencies] == [
        ("ubnd-xa-binh-minh", "UBND xã Bình Minh", "commune")
    ]
    assert [(one.id, one.name, one.kind) for one in data.places] == [("xa-binh-minh", "xã Bình Minh", "commune")]
    assert (programme.plan.period.start, programme.plan.period.end, programme.plan.signature) == ("2031", "2031", None)


def test_what_a_new_plan_is_made_of(plan: Path):
    """Data, pages, settings, source, README, CI files, the engine's place; Git keeps all but what is this machine's."""
    kept = subprocess.run(["git", "ls-files"], cwd=plan, capture_output=True, text=True, check=True).stdout.split()
    assert [name for name in kept if not name.startswith(("data/", "docs/"))] == [
        ".gitattributes", ".github/workflows/publish.yml", ".gitignore", ".gitlab-ci.yml", "Makefile", "README.md",
        "engine/README.md", "engine/install.sh", "macros.py", "mau/du-an.yaml", "mkdocs.yml",
        "mo-trang-sua.app/Contents/Info.plist", "mo-trang-sua.app/Contents/MacOS/mo", "mo-trang-sua.desktop",
        "mo-trang-sua.pyw", "source/README.md",
    ]  # fmt: skip
    assert [name for name in kept if name.startswith("data/")] == [
        "data/abbreviations.yaml", "data/agencies.yaml", "data/concepts.yaml", "data/documents.yaml",
        "data/groups.yaml", "data/needs.yaml", "data/notice.yaml", "data/places.yaml", "data/plan.yaml",
        "data/projects/.gitkeep", "data/questions.yaml", "data/search.yaml", "data/sections.yaml",
    ]  # fmt: skip
    status = ["git", "status", "--porcelain", "--ignored"]
    assert subprocess.run(status, cwd=plan, capture_output=True, text=True).stdout == "!! engine.mk\n"
    log = ["git", "log", "--format=%s"]
    assert subprocess.run(log, cwd=plan, capture_output=True, text=True).stdout == (
        "Bắt đầu: Kế hoạch thử năm 2031 của xã Bình Minh\n"
    )
    for name in kept:
        text = (plan / name).read_text(encoding="utf-8")
        assert str(ROOT) not in text and "/home" not in text and "pypi" not in text.lower(), name
        assert "{%" not in text or name.startswith("docs/"), name


def test_a_new_plan_says_where_its_engine_comes_from(plan: Path):
    """A checkout here, with its commit, in Makefile and README; this machine's path in what Git leaves out."""
    where = re.compile(r"bộ máy ke-hoach-giam-ngheo 0\.1\.0, bản kho mã [0-9a-f]{7,}")
    for name in ("Makefile", "README.md", "engine/README.md"):
        assert where.search((plan / name).read_text(encoding="utf-8")), name
    assert (plan / "engine.mk").read_text(
        encoding="utf-8"
    ) == f'PROGRAMME := "{Path(sys.executable).parent}/programme"\n'
    alone = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}  # as no part of ours
    made = subprocess.run(["make", "check"], cwd=plan, capture_output=True, text=True, env=alone)
    assert (made.returncode, made.stdout) == (0, "Dữ liệu đúng: không có lỗi nào.\n")


def test_an_engine_from_a_wheel_is_said_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Where the package stands in no checkout, it came from a wheel."""
    monkeypatch.setattr(new_files, "ENGINE", tmp_path / "programme")
    assert new_files.engine() == "bộ máy ke-hoach-giam-ngheo 0.1.0, cài từ gói .whl"


def test_an_engine_is_called_as_it_was_installed(monkeypatch: pytest.MonkeyPatch):
    """By the name of what brought the command `programme`, which may be another than ours; without any, by ours."""
    theirs = SimpleNamespace(dist=SimpleNamespace(name="bo-may-khac"))
    monkeypatch.setattr(installed, "entry_points", lambda **asked: [theirs] if asked["name"] == "programme" else [])
    assert installed.name() == "bo-may-khac" and new_files.engine().startswith("bộ máy bo-may-khac, ")
    monkeypatch.setattr(installed, "entry_points", lambda **_: [])
    assert installed.name() == "ke-hoach-giam-ngheo"


def test_the_engine_is_missed_in_words(plan: Path):
    """On another machine `engine/install.sh` says what to put there."""
    done = subprocess.run(["sh", "engine/install.sh"], cwd=plan, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (
        1, "Trong engine/ cần đúng một tệp .whl và tệp site.txt; xem engine/README.md.\n",
    )  # fmt: skip


def test_each_page_of_a_new_plan_says_that_it_is_blank(pages: dict[str, BeautifulSoup]):
    """Literally what each page says: that nothing is entered, and nothing of what the plan has or has not."""
    body = "UBND xã Bình Minh"
    said = {name: words_of(page) for name, page in pages.items() if not name.startswith("huong-dan/")}
    about, data = said.pop("gioi-thieu.html"), said.pop("du-lieu.html")
    assert said == {
        "404.html": said["404.html"],
        "index.html": f"Kế hoạch thử năm 2031 của xã Bình Minh {BLANK} "
        "Tôi được hỗ trợ gì? Chọn hoàn cảnh của bạn, xem chỗ Kế hoạch nói tới "
        "Cơ quan nào làm gì? Chủ trì, phối hợp, báo cáo cho ai Xem thêm "
        "Toàn văn Kế hoạch , mỗi mục có địa chỉ riêng Phân công : bảng cơ quan và dự án",
        "co-quan/index.html": f"Cơ quan {BLANK} Cơ quan đã nhập {body} cấp xã",
        "co-quan/ubnd-xa-binh-minh.html": f"Trang chủ › Cơ quan {body} {BLANK} Cấp Xã "
        "Kế hoạch còn viết “Ủy ban nhân dân xã Bình Minh”",
        "doi-tuong/index.html": f"Đối tượng {BLANK}",
        "du-an/index.html": f"Dự án {BLANK}",
        "ho-tro.html": f"Tôi được hỗ trợ gì? {BLANK}",
        "muc-tieu.html": f"Mục tiêu {BLANK}",
        "nhat-ky.html": said["nhat-ky.html"],
        "phan-cong.html": f"Phân công {BLANK}",
        "tim-kiem.html": "Tìm kiếm và tra cứu Các mục chính Đối tượng Kế hoạch nhằm tới ai "
        "Dự án Mục tiêu, nội dung, kinh phí Cơ quan Ai làm việc gì Toàn văn Từng mục của Kế hoạch",
        "toan-van.html": f"Toàn văn Kế hoạch {BLANK} ỦY BAN NHÂN DÂN XÃ BÌNH MINH "
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc KẾ HOẠCH",
    }
    assert f"{BLANK} Trang web này giúp tra cứu một văn bản" in about
    assert "Nguồn Văn bản KẾ HOẠCH Nơi ban hành UBND xã Bình Minh Toàn văn Đọc từng mục Phần nào" in about
    assert BLANK in data and "ví dụ co-quan/ubnd-xa-binh-minh.json" in data


def test_no_page_of_a_new_plan_says_what_the_plan_lacks(pages: dict[str, BeautifulSoup]):
    """Nothing is said to be missing in the document, or blank in it; no heading stands over nothing."""
    for name, page in pages.items():
        if name.startswith("huong-dan/"):
            continue
        text = words_of(page)
        for false in (
            "Kế hoạch không",
            "không nêu",
            "bản nguồn để trống",
            "Kế hoạch có 0",
            "không giao",
            "nhắc tên",
        ):
            assert false not in text, name
        assert page.select("[class~=unstated]") == [] or name == "du-lieu.html"
        for heading in page.select("article h2, article h3"):
            after = heading.find_next_sibling()
            assert after is not None and after.name not in ("h1", "h2"), (name, heading.get_text())


def test_a_new_plan_passes_its_acceptance(plan: Path, built: Path, browser: Browser):
    """Words, links, sums, downloads, paper, PDF files, access: no check of the acceptance finds anything.

    What takes a browser looks at all kinds of pages in the drill, at four of them else.
    """
    site = Sampled(open_programme(plan), plan, built, browser)
    assert {what: list(look(site)) for what, look in CHECKS.items()} == {what: [] for what in CHECKS}


def test_the_pattern_of_a_project_becomes_its_page(plan: Path, tmp_path: Path):
    """Copied as it is, each place to fill in is named with its line; filled, it is a project with money and a lead."""
    copy = shutil.copytree(plan, tmp_path / "plan")
    project = copy / "data/projects/du-an-1.yaml"
    shutil.copy(copy / "mau/du-an.yaml", project)
    spoiled(copy, "data/plan.yaml", "header:\n", f"{PROGRAMMES}header:\n")
    (copy / "data/sections.yaml").write_text("- number: I\n  heading: CÁC DỰ ÁN\n  projects: true\n", encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        check(copy)
    told = [f"{one.file}:{one.line}: {one.found}" for one in caught.value.findings]
    assert told[:2] + told[-1:] == [
        'data/projects/du-an-1.yaml:7: Chỗ này còn là lời của mẫu: "‹mẫu: Dự án 1:›".',
        'data/projects/du-an-1.yaml:8: Chỗ này còn là lời của mẫu: "‹mẫu: tên dự án›".',
        'data/projects/du-an-1.yaml:47: Chỗ này còn là lời của mẫu: "‹mẫu: mã cơ quan phối hợp›".',
    ]
    assert len(told) == 16
    assert [one.before for one in caught.value.findings if one.before] == ["bản lưu trước không có tệp này."]
    filled = re.sub("‹mẫu: số tiền[^›]*›", "123 triệu đồng.", project.read_text(encoding="utf-8"))
    filled = re.sub("‹mẫu: cơ quan chủ trì[^›]*›", "Chủ trì thực hiện.", filled)
    filled = re.sub(r'\n +- text: "‹mẫu: cơ quan phối hợp.*\n.*\n.*', "", filled)
    filled = re.sub("‹mẫu: tên dự án›", "Sinh kế", re.sub(r'\n +- "‹mẫu: lời đứng[^›]*›"', "", filled))
    project.write_text(re.sub("‹mẫu: ([^›]*)›", r"\1", filled), encoding="utf-8")
    programme, found = check(copy, with_pages=False)
    (one,) = programme.nodes
    assert (found, one.title, programme.leads(one)[0].id) == ((), "Sinh kế", "ubnd-xa-binh-minh")
    assert [line.amount for line in programme.own_budgets(one)] == [123_000_000]


def test_years_and_levels_as_people_write_them(tmp_path: Path):
    """A period of years, a level with "cấp", a town: each is taken as what it is."""
    folder = tmp_path / "a" / "b"
    made = commanded(
        "new", f"DIR={folder}", "NAME=Kế hoạch: thử", "LEVEL=Cấp xã", "YEAR=2026 - 2030",
        "ISSUER=Hội đồng nhân dân thị trấn A", "PLACE=Thị trấn A",
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    programme = open_programme(folder)
    assert (programme.plan.period.start, programme.plan.period.end) == ("2026", "2030")
    assert programme.plan.short_title == "Kế hoạch: thử"
    assert programme.data.places[0].kind == "township" and programme.plan.header.place == "A"
    assert programme.plan.header.issuer_lines == ("HỘI ĐỒNG NHÂN DÂN THỊ TRẤN A",)


def test_the_pages_of_another_plan_are_one_finding(plan: Path, tmp_path: Path):
    """docs/ and released.txt of another plan: one line each, with the count and the first; `pages --drop` clears up."""
    folder = tmp_path / "plan"
    shutil.copytree(plan, folder, ignore=shutil.ignore_patterns(".git"))
    shutil.copytree(SECOND / "docs", folder / "docs", dirs_exist_ok=True)
    noted = folder / "docs/co-quan/tram-y-te.md"
    noted.write_text(noted.read_text(encoding="utf-8") + "\nGhi chú tay.\n", encoding="utf-8")
    (folder / "released.txt").write_text("".join(f"du-an/x-{n}\n" for n in range(6)), encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        check(folder)
    assert [str(one) for one in caught.value.findings] == [
        "docs: 60 trang không còn mục nào trong data/: du-an/giam-ngheo-1.md, du-an/giam-ngheo-2-1.md, "
        "du-an/giam-ngheo-2-2.md, ….\n    Cần: trang chép từ Kế hoạch khác sang, hay của mục đã bỏ, thì gõ make pages "
        "DROP=1 để xóa; còn nếu "
        "data/ bị mất mục thì lấy lại data/ (địa chỉ đã in ra giấy thì phải giữ)",
        "released.txt:1: 6 địa chỉ đã phát hành nay không còn trang: /du-an/x-0 (dòng 1), /du-an/x-1 (dòng 2), "
        "/du-an/x-2 (dòng 3), ….\n    Cần: mã (id, code) của các mục ấy trong data/ như cũ, vì địa chỉ đã in ra giấy; "
        "tệp này chép từ Kế hoạch khác sang thì xóa tệp",
    ]
    (folder / "released.txt").unlink()
    done = commanded("--root", str(folder), "pages", "DROP=1")
    assert done.returncode == 1 and done.stdout.count("Đã xóa docs/") == 59
    assert done.stdout.endswith(
        "Trang thừa, không còn mục trong data/, có ghi chú viết tay nên không tự xóa: docs/co-quan/tram-y-te.md\n"
    )
    noted.unlink()
    assert check(folder)[1] == ()


def test_many_pages_that_are_missing_are_one_finding(copy: Path):
    """Without docs/co-quan there is one cause, and one finding."""
    shutil.rmtree(copy / "docs/co-quan")
    with pytest.raises(FindingsError) as caught:
        check(copy)
    assert [str(one) for one in caught.value.findings if one.file == "docs"] == [
        "docs: Thiếu 19 trang: co-quan/ubnd-xa.md, co-quan/chu-tich-xa.md, co-quan/phong-kinh-te.md, ….\n"
        "    Cần: gõ make pages"
    ]


def test_the_table_of_keys_names_the_files(pages: dict[str, BeautifulSoup]):
    """Each key with the files of data/ that its record stands in; a key that differs by record has a row for each."""
    rows = [
        [cell.get_text() for cell in row.select("th, td")] for row in pages["huong-dan/khoa.html"].select("tbody tr")
    ]
    found = {(row[0], row[1]): row[3] for row in rows}
    assert found["say", "Người dân nói"] == "search.yaml"
    assert found["level", "Cấp"] == "agencies.yaml"
    assert found["bearers", "Ai làm"] == "plan.yaml, sections.yaml, projects/*.yaml"
    assert found["place", "Nơi"] == "plan.yaml, sections.yaml, projects/*.yaml, groups.yaml"
    assert found["place", "Một hay nhiều nơi"] == "plan.yaml, sections.yaml, projects/*.yaml"
    assert found["place", "Địa danh ở dòng ngày tháng"] == "plan.yaml"
    assert found["code", "Mã xã"] == "notice.yaml"
    assert "" not in found.values()


def test_settings_and_ci_files_are_yaml(plan: Path):
    """What the templates give can be read by who it is for."""
    ci = yaml.safe_load((plan / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    steps = yaml.safe_load((plan / ".github/workflows/publish.yml").read_text(encoding="utf-8"))["jobs"]["build"][
        "steps"
    ]
    assert ci["pages"]["script"][0] == "sh engine/install.sh"
    assert [step["run"] for step in steps if "run" in step] == ["sh engine/install.sh", "make publish DEST=.publish"]
    assert steps[4]["env"]["SITE_URL"] == "${{ steps.pages.outputs.base_url }}/"
