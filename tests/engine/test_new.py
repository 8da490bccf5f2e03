"""`programme new`: a plan that builds, says nothing that nobody entered, and keeps of another what fits the next."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from playwright.sync_api import Browser
from support import ROOT, SECOND, commanded, parsed, run, spoiled

from programme import FindingsError, check, open_programme
from programme.accept.checks import CHECKS
from programme.accept.site import Site
from programme.commands import new_files
from programme.load.loader import load
from programme.pages import page_files

GIVEN = (
    "NAME=Kế hoạch thử năm 2031 của xã Bình Minh",
    "LEVEL=xã",
    "YEAR=2031",
    "ISSUER=UBND xã Bình Minh",
    "PLACE=xã Bình Minh",
)
BLANK = "Ghi chú của trang web: Kế hoạch chưa được nhập vào trang web này."
"""What each page about the plan says of a new one."""
UNFINISHED = (
    "Ghi chú của trang web: Kế hoạch đang được nhập vào trang web này, chưa đủ. "
    "Điều chưa thấy ở đây vẫn có thể có trong Kế hoạch."
)


PROGRAMMES = "programmes:\n  - {id: thu, name: Chương trình thử}\n"


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new plan, made with all options."""
    folder = tmp_path_factory.mktemp("new") / "ke-hoach"
    made = commanded("new", str(folder), *GIVEN)
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture(scope="module")
def built(plan: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site, built strictly."""
    folder = tmp_path_factory.mktemp("site") / "site"
    site_of(plan, folder)
    return folder


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, BeautifulSoup]:
    """Path -> parsed page of that site."""
    return parsed(built)


@pytest.fixture
def next_plan(tmp_path: Path) -> Path:
    """A new plan that follows the made-up one."""
    folder = tmp_path / "next"
    made = commanded("new", f"DIR={folder}", "NAME=Kế hoạch năm 2031", "YEAR=2031", f"FROM={SECOND}")
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def begun(next_plan: Path) -> Path:
    """The same with its first words: a goal, a project with an amount."""
    spoiled(next_plan, "data/plan.yaml", "header:\n", f"{PROGRAMMES}header:\n")
    (next_plan / "data/sections.yaml").write_text(
        "- number: I\n  heading: MỤC TIÊU\n  paragraphs:\n"
        "    - text: Để hộ nghèo có việc làm.\n      for_whom: [{who: [gia-dinh-ngheo]}]\n"
        "- number: II\n  heading: CÁC DỰ ÁN\n  projects: true\n",
        encoding="utf-8",
    )
    (next_plan / "data/projects/du-an-1.yaml").write_text(
        'code: "1"\nnumber: "1"\nlabel: "Dự án 1:"\ntitle: Hạ tầng thôn\nclauses:\n  - number: a\n'
        '    heading: "Kinh phí:"\n    kind: budget\n    paragraphs:\n'
        "      - text: 12 triệu đồng.\n        money: {}\n",
        encoding="utf-8",
    )
    return next_plan


def site_of(plan: Path, folder: Path) -> dict[str, BeautifulSoup]:
    done = run("programme", "--root", str(plan), "build", "--site-dir", str(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    return parsed(folder)


def words_of(page: BeautifulSoup) -> str:
    """What a reader sees of a page's own content on a screen, without the frame around it."""
    content = BeautifulSoup(str(page.select_one("article")), "html.parser")
    for node in content.select("[hidden], script, .page-tools, [data-no-search]"):
        node.decompose()
    return _OF_SHEETS.sub("", " ".join(" ".join(content.stripped_strings).split()))


_OF_SHEETS = re.compile(r"Trích từ .*? Phiên bản (?:của trang|dữ liệu): [^.]*\. ")
"""What stands on each printed sheet."""


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
        "Tên khác trong Kế hoạch “Ủy ban nhân dân xã Bình Minh”",
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
    """Words, links, sums, downloads, paper, PDF files, access: no check of the acceptance finds anything."""
    site = Site(open_programme(plan), plan, built, browser)
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


def test_a_short_form_without_its_words_is_noted_while_a_plan_is_being_entered(begun: Path):
    """It stops nothing before the plan is signed."""
    spoiled(begun, "data/sections.yaml", "có việc làm.", "có việc làm ở HTX.")
    _, found = check(begun, with_pages=False)
    assert ("warning", 'chữ viết tắt "HTX" chưa được giải nghĩa.') in [(one.severity, one.found) for one in found]


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


# -- what is refused ---------------------------------------------------------

OF_A_COMMUNE = "Cần: tên nơi ở cấp xã, bắt đầu bằng: xã, phường, thị trấn, đặc khu."
WITH_FROM = "Cần: thêm --from và thư mục của Kế hoạch trước."
A_YEAR = "Cần: một năm, như 2027, hoặc năm đầu và năm cuối, như 2026-2030."


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path):
    """A folder with something in it, an unknown level, a year that is none, no name, a foreign address: six lines."""
    (tmp_path / "x").write_text("", encoding="utf-8")
    made = commanded(
        "new", str(tmp_path), "LEVEL=thôn", "YEAR=27", "ISSUER=123", "PLACE=huyện B", f"FROM={tmp_path / 'no'}",
        "OLD_SITE=xa.example",
    )  # fmt: skip
    assert (made.returncode, made.stdout) == (1, "")
    assert made.stderr == (
        "Chưa tạo gì.\n"
        f"DIR: {tmp_path} đã có và không trống. Cần: một thư mục chưa có, hoặc trống.\n"
        '--old-site: ghi là "xa.example". Cần: địa chỉ bắt đầu bằng https:// hoặc http://.\n'
        f"--from: {tmp_path / 'no'} không có data/plan.yaml. Cần: thư mục của một Kế hoạch.\n"
        "--name: còn thiếu. Cần: Tên gọi của Kế hoạch, ví dụ: Kế hoạch giảm nghèo năm 2027 của xã Bình Minh.\n"
        '--level: ghi là "thôn". Cần: một trong: tỉnh, huyện, xã.\n'
        '--year: ghi là "27". Cần: một năm, như 2027, hoặc năm đầu và năm cuối, như 2026-2030.\n'
        '--issuer: ghi là "123". Cần: lời có chữ.\n'
    )
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("PLACE=huyện B", f'--place: ghi là "huyện B". {OF_A_COMMUNE}'),
        ("PLACE=Bình Minh", f'--place: ghi là "Bình Minh". {OF_A_COMMUNE}'),
        ("YEAR=2031-2030", f'--year: ghi là "2031-2030". {A_YEAR}'),
        ("NAME=", "--name: đang để trống. Cần: lời có chữ."),
        (f"NAME={'a' * 201}", f'--name: ghi là "{"a" * 201}". Cần: không quá 200 chữ.'),
        ("NAME=a\nb", '--name: ghi là "a\nb". Cần: lời liền một dòng.'),
        ("OLD_SITE=https://a.example/", f"--old-site: chỉ ghi cùng --from. {WITH_FROM}"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_is_refused(tmp_path: Path, changed: str, said: str):
    """Said with what was found and what is expected; nothing is made."""
    made = commanded("new", str(tmp_path / "a"), *GIVEN, changed)
    assert (made.returncode, made.stderr) == (1, f"Chưa tạo gì.\n{said}\n")
    assert list(tmp_path.iterdir()) == []


def test_a_plan_before_that_is_wrong_is_refused_with_its_faults(copy: Path, tmp_path: Path):
    """`--from` a plan that cannot be read says what is wrong with it, with file and line."""
    spoiled(copy, "data/agencies.yaml", "level: commune", "level: comune")
    made = commanded("new", str(tmp_path / "a"), *GIVEN, f"FROM={copy}")
    assert made.returncode == 1
    assert made.stderr.startswith(f"Chưa tạo gì.\n--from: {copy} có lỗi. Cần: sửa các lỗi này trước.\n")
    assert '    data/agencies.yaml:1: Cấp (level): ghi là "comune". Ý bạn là "commune"?\n' in made.stderr


def test_no_folder_and_a_file_are_refused(tmp_path: Path):
    """Neither `make new` without DIR nor the name of a file makes anything."""
    (tmp_path / "x").write_text("", encoding="utf-8")
    none = commanded("new", "DIR=", *GIVEN)
    assert none.stderr == "Chưa tạo gì.\nDIR: còn thiếu. Cần: thư mục của Kế hoạch mới, chưa có hoặc trống.\n"
    file = commanded("new", str(tmp_path / "x"), *GIVEN)
    assert file.stderr == f"Chưa tạo gì.\nDIR: {tmp_path / 'x'} là một tệp. Cần: một thư mục chưa có, hoặc trống.\n"


def test_what_is_not_given_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """At a terminal: each question with an example; what cannot be is said and asked again."""
    answers = iter(["", "Kế hoạch thử", "thôn", "xã", "31", "2031", "UBND xã A", "huyện A", "xã A"])
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr(sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    made = commanded("new", str(tmp_path / "a"))
    assert made.returncode == 0, made.stderr
    assert list(dict.fromkeys(asked)) == [
        "Tên gọi của Kế hoạch (ví dụ: Kế hoạch giảm nghèo năm 2027 của xã Bình Minh): ",
        "Cấp ban hành (tỉnh, huyện, xã) (ví dụ: xã): ",
        "Năm của Kế hoạch, hoặc năm đầu và năm cuối (ví dụ: 2027): ",
        "Cơ quan ban hành (ví dụ: Ủy ban nhân dân xã Bình Minh): ",
        "Nơi (ví dụ: xã Bình Minh): ",
    ]
    for said in (
        "Còn trống; cần lời có chữ.\n",
        'Đang ghi "thôn"; cần một trong: tỉnh, huyện, xã.\n',
        'Đang ghi "huyện A"; cần tên nơi ở cấp xã, bắt đầu bằng: xã, phường, thị trấn, đặc khu.\n',
    ):
        assert said in made.stdout
    assert open_programme(tmp_path / "a").plan.short_title == "Kế hoạch thử"


def test_the_plan_before_answers_what_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """With `--from`, level, body and place are shown in brackets, and Enter keeps them."""
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return "Kế hoạch thử" if question.startswith("Tên") else "2031" if question.startswith("Năm") else ""

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr(sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    assert commanded("new", str(tmp_path / "a"), f"FROM={SECOND}").returncode == 0
    assert asked[1:2] + asked[3:] == [
        "Cấp ban hành (tỉnh, huyện, xã) [xã]: ", "Cơ quan ban hành [UBND xã]: ", "Nơi [xã Minh Họa]: ",
    ]  # fmt: skip


# -- nothing is left behind --------------------------------------------------


@pytest.mark.parametrize(("error", "status"), [(OSError(28, "full"), 1), (KeyboardInterrupt(), 130)])
def test_nothing_is_left_after_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int
):
    """A full disk, Ctrl+C in the middle: no folder, none made above it, nothing half-written beside it."""

    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(page_files, "create_missing", fails)
    made = commanded("new", str(tmp_path / "a/b/c"), *GIVEN)
    assert made.returncode == status
    assert list(tmp_path.iterdir()) == []
    empty = tmp_path / "empty"
    empty.mkdir()
    assert commanded("new", str(empty), *GIVEN).returncode == status
    assert [path.name for path in tmp_path.iterdir()] == ["empty"] and list(empty.iterdir()) == []


def test_an_empty_folder_is_taken(tmp_path: Path):
    """A folder that was made for the plan is filled."""
    assert commanded("new", str(tmp_path), *GIVEN).returncode == 0
    assert (tmp_path / "data/plan.yaml").is_file() and list(tmp_path.parent.glob(".new-*")) == []


def test_without_a_name_git_is_begun_all_the_same(tmp_path: Path):
    """Git that knows no author: the commit has the neutral name, and that is said."""
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    made = run("programme", "new", str(tmp_path / "a"), *GIVEN, **nobody, GIT_CONFIG_NOSYSTEM="1")
    assert made.returncode == 0, made.stderr
    assert "với một lần ghi mang tên “Người sửa dữ liệu”, vì Git trên máy này chưa biết tên bạn" in made.stdout
    log = ["git", "log", "--format=%an"]
    assert subprocess.run(log, cwd=tmp_path / "a", capture_output=True, text=True).stdout == "Người sửa dữ liệu\n"


def test_without_git_the_folder_is_made_and_that_is_said(tmp_path: Path):
    """No Git on the machine: no history, one sentence about it, and a plan that is right."""
    made = run("programme", "new", str(tmp_path / "a"), *GIVEN, PATH=str(tmp_path))
    assert made.returncode == 0, made.stderr
    assert "Lịch sử: máy này không có Git, hoặc Git không ghi được, nên thư mục chưa có lịch sử." in made.stdout
    assert not (tmp_path / "a/.git").exists() and check(tmp_path / "a")[1] == ()


# -- from a plan before ------------------------------------------------------


def test_bodies_groups_places_and_words_are_kept(next_plan: Path):
    """All of them, with their names and aliases, in the order of the plan before; and the head that stays the same."""
    old, new = load(SECOND / "data")[0], load(next_plan / "data")[0]
    for name in ("agencies", "groups", "places"):
        assert [one.id for one in getattr(new, name)] == [one.id for one in getattr(old, name)], name
        assert [one.names for one in getattr(new, name)] == [one.names for one in getattr(old, name)], name
    assert [one.short for one in new.abbreviations] == [one.short for one in old.abbreviations]
    assert [one.id for one in new.concepts] == ["thon", "dung-dau", "con-giong", "hoc-viec"]
    assert new.search.model_dump_json() == old.search.model_dump_json()
    assert new.plan.header.issuer_lines == ("ỦY BAN NHÂN DÂN", "XÃ MINH HỌA")
    assert (new.plan.agency, new.plan.place, new.plan.period.start) == ("ubnd-xa", "xa-minh-hoa", "2031")
    assert [one.broader for one in new.groups] == [one.broader for one in old.groups]


def test_what_is_about_the_plan_before_is_not_kept(next_plan: Path):
    """No notes, members by its words, numbers of its parts, units of today, projects, documents, questions, notice."""
    new = load(next_plan / "data")[0]
    for one in (*new.agencies, *new.groups, *new.abbreviations):
        assert one.note is None
    assert {one.members for one in new.agencies} == {one.may_include for one in new.agencies} == {()}
    assert {one.clauses for one in (*new.places, *new.concepts)} == {()}
    assert {one.now for one in new.places} == {None}
    assert (new.projects, new.documents, new.questions, new.needs, new.notice, new.sections) == (
        (), (), (), (), None, (),
    )  # fmt: skip


def test_what_waits_is_one_warning_and_on_no_page(next_plan: Path, tmp_path: Path):
    """Nothing dangles, nothing is an error; pages tell of the issuing body alone."""
    programme, found = check(next_plan)
    assert [str(one) for one in found] == [
        "data: Lưu ý: chưa có lời nào của Kế hoạch dùng tới, nên trang chưa hiện: "
        "17 cơ quan (Chủ tịch UBND xã, Phòng Kinh tế, Phòng Văn hóa - Xã hội, …); "
        "18 nhóm đối tượng (Hộ nghèo, Hộ cận nghèo, Hộ mới khá, …); 5 nơi (thôn Thượng, thôn Đồi, thôn Hạ, …); "
        "12 chữ viết tắt (UBND, QĐ, NQ, …); 4 thuật ngữ (Thôn, Chủ trì, Con giống, …).\n"
        "    Cần: không phải sửa gì; nhập lời nào nhắc tới thì mục ấy tự hiện. Nhập xong, điền chữ ký (signature) "
        "rồi thì mục nào vẫn không dùng phải bỏ"
    ]
    assert [one.id for one in programme.data.agencies] == ["ubnd-xa"]
    assert [one.id for one in programme.data.places] == ["tinh-thu", "xa-minh-hoa"]
    pages = site_of(next_plan, tmp_path / "site")
    assert [name for name in pages if name.startswith(("co-quan", "doi-tuong", "du-an"))] == [
        "co-quan/index.html", "co-quan/ubnd-xa.html", "doi-tuong/index.html", "du-an/index.html",
    ]  # fmt: skip


def test_the_first_words_bring_back_what_they_name(begun: Path):
    """A group that a sentence marks, a concept that a title names: `check` asks for their pages, `pages` makes them."""
    made = commanded("--root", str(begun), "pages")
    assert made.stdout == (
        "Đã tạo docs/du-an/1.md\nĐã tạo docs/doi-tuong/gia-dinh-ngheo.md\nĐã tạo docs/thuat-ngu.md\n"
        "Đã tạo docs/kinh-phi.md\nĐã đưa thuat-ngu.md vào thanh mục (mkdocs.yml)\n"
        "Đã đưa kinh-phi.md vào thanh mục (mkdocs.yml)\n"
    )
    programme, found = check(begun)
    assert len(found) == 1 and "17 nhóm đối tượng (Hộ cận nghèo, " in found[0].found
    assert [(one.id, one.broader) for one in programme.data.groups] == [("gia-dinh-ngheo", ())]
    assert "  - Kinh phí: kinh-phi.md\n" in (begun / "mkdocs.yml").read_text(encoding="utf-8")
    assert commanded("--root", str(begun), "save").returncode == 0
    status = ["git", "status", "--porcelain"]
    assert subprocess.run(status, cwd=begun, capture_output=True, text=True).stdout == ""


def test_a_plan_that_is_being_entered_says_so(begun: Path, tmp_path: Path):
    """Each page about it says that more may be in the plan, and what is not seen is not said to be lacking."""
    commanded("--root", str(begun), "pages")
    pages = site_of(begun, tmp_path / "site")
    for name, page in pages.items():
        if name.startswith("huong-dan/") or name in ("404.html", "nhat-ky.html", "tim-kiem.html"):
            continue
        text = words_of(page)
        assert UNFINISHED in text, name
        assert "Kế hoạch không nêu" not in text and "Kế hoạch không ghi" not in text, name
    assert "Chủ trì chưa thấy trong phần đã nhập" in words_of(pages["du-an/1.html"])
    assert pages["index.html"].select_one("h2#du-an") is not None
    names = next((tmp_path / "site/assets/search").glob("names*.js")).read_text(encoding="utf-8")
    assert '"unfinished":true' in names
    assert words_of(pages["ho-tro.html"]) == f"Tôi được hỗ trợ gì? {UNFINISHED}"


def test_with_the_signature_everything_must_be_there(begun: Path):
    """Then nothing waits: the head's blanks, and each body and group that no word uses, are errors."""
    spoiled(
        begun,
        "data/plan.yaml",
        "signature:\n",
        "signature: {authority: TM. UBND, office: CHỦ TỊCH, name: Trần Văn Thử, agency: ubnd-xa}\n",
    )
    with pytest.raises(FindingsError) as caught:
        check(begun)
    said = [f"{one.file}: {one.field}: {one.found}" for one in caught.value.findings]
    for line in (
        "data/plan.yaml: symbol: đang để trống.",
        "data/plan.yaml: date: đang để trống.",
        "data/plan.yaml: title_lines: là danh sách trống.",
        'data/groups.yaml: id: nhóm "Hộ cận nghèo" không được cụm từ nào nhắc tới.',
        'data/agencies.yaml: name: không thấy "Tỉnh ủy" trong lời của Kế hoạch.',
        'data/projects/du-an-1.yaml: code: dự án "1" có tiền nhưng không có cơ quan chủ trì.',
        'data/search.yaml: means: "gà giống" không có trong Kế hoạch và không có trong tên gọi nào.',
    ):
        assert line in said


def test_projects_need_a_programme(begun: Path):
    """A project in a plan that names no national programme would stand on no page: it is an error."""
    spoiled(begun, "data/plan.yaml", PROGRAMMES, "")
    with pytest.raises(
        FindingsError, match=r"data/plan\.yaml:\d+: Các chương trình \(programmes\): chưa ghi chương trình nào\."
    ):
        check(begun)


def test_patterns_that_are_filled_in_are_no_loss(begun: Path):
    """Comments of a new plan that go as it is filled are not told as letters or lines that were lost."""
    assert [one for one in check(begun, with_pages=False)[1] if "lần lưu trước" in one.found] == []


def test_two_sites_link_to_each_other(tmp_path: Path):
    """The new one says where the old one is, on its home page and about itself; what to add there is told, not done."""
    folder = tmp_path / "a"
    before = (SECOND / "mkdocs.yml").read_bytes()
    made = commanded(
        "new", str(folder), "NAME=Kế hoạch năm 2031", "YEAR=2031", f"FROM={SECOND}", "OLD_SITE=https://xa.example/2026/"
    )
    assert (SECOND / "mkdocs.yml").read_bytes() == before
    assert made.stdout.split("\n")[3:8] == [
        "Giữ từ “Kế hoạch thử”: cơ quan, nhóm, nơi, chữ viết tắt, thuật ngữ, lời tìm kiếm.",
        "Để trang Kế hoạch trước dẫn tới trang mới, thêm vào mkdocs.yml của nó:",
        "extra:",
        "  neighbours:",
        "    - name: Kế hoạch năm 2031",
    ]
    pages = site_of(folder, tmp_path / "site")
    for name in ("index.html", "gioi-thieu.html"):
        (line,) = pages[name].select(".other-plans")
        assert " ".join(line.get_text().split()) == "Kế hoạch khác: Kế hoạch thử"
        assert [link["href"] for link in line.select("a")] == ["https://xa.example/2026/"]


def test_a_neighbour_without_name_or_address_is_found(copy: Path):
    """What the settings say of another plan's site is checked, with its line."""
    path = copy / "mkdocs.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    extra = "extra:\n  neighbours:\n    - {name: A, url: xa.example}\n    - {url: 'https://xa.example/'}\n"
    path.write_text(extra + "\n".join(lines), encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        check(copy)
    assert [str(one) for one in caught.value.findings] == [
        'mkdocs.yml:3: neighbours: url ghi là "xa.example".\n    Cần: địa chỉ trên mạng\n'
        "    Ví dụ đúng: url: https://giam-ngheo.example/",
        "mkdocs.yml:4: neighbours: name còn thiếu hoặc để trống.\n    Cần: tên gọi của trang ấy",
    ]


# -- what another plan left --------------------------------------------------


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
