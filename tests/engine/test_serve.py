"""`make serve`: a changed fact appears by itself, a bad edit never breaks what is shown."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pypdfium2
import pytest
from playwright.sync_api import Browser, expect
from serving import Served
from support import SECOND, WAIT, commanded, copied, copy_project, run, spoiled, without_total

from programme import FindingsError, check
from programme.commands import serve as serve_command
from programme.commands.drafts import Site
from programme.commands.readers import Readers
from programme.pages import released

FILE = Path("data/projects/gn-2.yaml")


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[Path], Served]]:
    """Start the server on a project."""
    started: list[Served] = []

    def start(root: Path) -> Served:
        started.append(Served(root, tmp_path / "work"))
        return started[-1]

    yield start
    for one in started:
        one.close()


@pytest.fixture
def plan(copy: Path) -> Path:
    """A copy of the made-up plan, without a stated total."""
    return without_total(copy)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The same with an engine of its own, whose code a test may change."""
    return without_total(copy_project(tmp_path / "project", SECOND))


def change(root: Path, old: str, new: str, file: Path = FILE) -> None:
    spoiled(root, str(file), old, new)


def test_an_open_page_follows_the_data(serve, project: Path, browser: Browser):
    """A changed fact appears in the open page; a bad edit shows what is wrong and keeps the page; mending it is enough.

    The same for a template and for a module of the package: nothing stays stale.
    """
    served = serve(project)
    assert "Đã dựng xong lần 1" in served.line()
    page = browser.new_page()
    page.goto(f"{served.address}/du-an/giam-ngheo-2-2")
    article, alert = page.locator("article"), page.get_by_role("alert")
    expect(article).to_contain_text("275 triệu đồng")

    change(project, "275 triệu đồng", "280 triệu đồng")
    expect(article).to_contain_text("280 triệu đồng")
    expect(article).to_contain_text("846.448,619 triệu đồng")  # the total follows
    assert "Đã dựng xong lần 2" in served.line()  # the whole site too

    change(project, "280 triệu đồng", "280 trieu")
    expect(alert).to_contain_text("data/projects/gn-2.yaml:")
    expect(article).to_contain_text("280 triệu đồng")
    page.reload()
    expect(article).to_contain_text("280 triệu đồng")
    expect(alert).to_contain_text("không đọc được số tiền nào")

    change(project, "280 trieu", "290 triệu đồng")
    expect(article).to_contain_text("290 triệu đồng")
    expect(alert).to_be_hidden()

    change(project, "Mã trong Chương trình", "Mã số của Chương trình", Path("programme/render/templates/project.md"))
    expect(article).to_contain_text("Mã số của Chương trình")

    change(project, '"lead", "Chủ trì"', '"lead", "Đứng đầu"', Path("programme/load/vocabulary.py"))
    expect(article).to_contain_text("Đứng đầu")
    page.close()


def test_a_pdf_file_is_waited_for_while_it_is_made(serve, plan: Path):
    """The site is there before them; who asks for one gets that of the new data, also when the data changes again."""
    served = serve(plan)
    assert "Đã dựng xong lần 1" in served.line()

    def sheet(name: str) -> str:
        with urlopen(f"{served.address}/{name}.pdf", timeout=WAIT) as answer:
            document = pypdfium2.PdfDocument(answer.read())
        return " ".join(document[0].get_textpage().get_text_bounded().split())

    assert "275 triệu đồng" in sheet("du-an/giam-ngheo-2-2")
    change(plan, "275 triệu đồng", "280 triệu đồng")
    assert "Đã dựng xong lần 2" in served.line()
    change(plan, "280 triệu đồng", "290 triệu đồng")  # what is still made for lần 2 is stopped
    assert "Đã dựng xong lần 3" in served.line()
    assert "290 triệu đồng" in sheet("du-an/giam-ngheo-2-2")
    assert "Kế hoạch thử giai đoạn 2026 - 2030" in sheet("ke-hoach")
    with pytest.raises(HTTPError, match="404"):
        sheet("du-an/khong-co")


def test_an_open_page_never_goes_back_to_an_older_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A whole site that is ready when the page shows a newer edit is not told to it; the next one is."""
    idle = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    monkeypatch.setattr(Site, "_start", lambda *_, **__: subprocess.Popen(idle, **pipes))
    site = Site(SECOND, tmp_path)
    whole, site._due = site._due, threading.Event()  # what builds whole sites waits
    site._show(tmp_path / "1", "")
    assert (site.state["version"], site.folder) == (1, tmp_path / "1")
    site._due.set()  # an edit came, and the open page shows it
    site._show(tmp_path / "2", "")
    assert (site.state["version"], site.folder) == (1, tmp_path / "2")
    site._due.clear()
    site._show(tmp_path / "3", "")
    assert (site.state["version"], site.folder) == (3, tmp_path / "3")
    site._due = whole
    site.close()


def test_a_project_that_cannot_be_built_at_first_is_waited_for(serve, plan: Path, browser: Browser):
    """Started on bad data, the server says in a line that something is wrong, leads to it, and shows the site after."""
    change(plan, "275 triệu đồng", "275 trieu")
    served = serve(plan)
    assert "data/projects/gn-2.yaml:" in served.line()
    page = browser.new_page()
    page.goto(served.address)
    told = page.get_by_role("alert")
    expect(told.locator("p")).to_have_text("Còn 1 chỗ phải sửa. Tới chỗ ấy để sửa")
    expect(told.locator("pre")).not_to_be_visible()
    told.get_by_text("Chi tiết").click()
    expect(told.locator("pre")).to_contain_text("data/projects/gn-2.yaml:")
    told.get_by_role("link", name="Tới chỗ ấy để sửa").click()
    expect(page.locator(".block.is-chosen")).to_contain_text("275 trieu")
    expect(page.locator(".block.is-chosen .finding")).to_contain_text("không đọc được số tiền nào")
    page.go_back()
    expect(page.locator("body")).to_contain_text("Trang này chưa có, vì còn chỗ phải sửa nêu ở cuối màn hình.")
    change(plan, "275 trieu", "275 triệu đồng")
    expect(page.locator("article h1")).to_be_visible()
    page.close()


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    """A copy of the made-up plan with a history, served and built: each test that edits it leaves it in order."""
    folder = tmp_path_factory.mktemp("edited")
    plan = without_total(copied(folder / "plan", SECOND))
    git(plan, "init", "-q")
    git(plan, "add", "data", "docs")
    git(plan, "commit", "-qm", "x")
    served = Served(plan, folder / "work")
    assert "Đã dựng xong lần 1" in served.line()
    yield served, plan
    served.close()


def test_the_list_of_published_addresses_is_followed_however_it_is_written(edited: tuple[Served, Path]):
    """A new `released.txt` in the place of the old one, as editors put it, is read each time; one build is kept."""
    served, plan = edited

    def write(text: str) -> None:
        (plan / "new").write_text(text, encoding="utf-8")
        (plan / "new").replace(plan / released.FILE)

    for number in (2, 3):
        write("du-an/99\n")
        said = served.line()
        assert 'địa chỉ "/du-an/99" đã phát hành nay không còn trang' in said
        while "chưa có gì được xuất bản" not in said:
            said = served.line()
        write("du-an/giam-ngheo-1\n")
        assert f"Đã dựng xong lần {number}" in served.line()
    kept = served.builds()
    assert len(kept) == 2, kept  # what is shown, and what an answer that began before may still read


def test_a_saved_edit_is_shown_as_saved(edited: tuple[Served, Path], browser: Browser):
    """After `make save` the open page is no draft any more, without a change of any file that it is made from."""
    served, plan = edited
    page = browser.new_page()
    page.goto(f"{served.address}/du-an/giam-ngheo-2-2")
    version = page.locator("body > footer")
    expect(version).to_contain_text("Phiên bản của trang: ")
    expect(version).not_to_contain_text("đang sửa")
    change(plan, "275 triệu đồng", "280 triệu đồng")
    expect(version).to_contain_text("đang sửa, chưa ghi vào lịch sử")
    saved = commanded("save", "--root", str(plan))
    assert saved.returncode == 0, saved.stderr
    expect(version).not_to_contain_text("đang sửa")
    page.close()


def test_a_live_change_leaves_the_whole_page_in_order(edited: tuple[Served, Path], browser: Browser):
    """After a change of data the buttons of citations work, contents and version are the new ones, without a reload."""
    served, plan = edited
    page = browser.new_page()
    page.goto(f"{served.address}/du-an/giam-ngheo-2-1")
    buttons = page.get_by_role("button", name="Sao chép trích dẫn")
    many = buttons.count()
    assert many >= 5
    said = page.locator("footer.bottom > p").inner_text()
    page.evaluate("window.mark = true")
    change(plan, 'heading: "Mục tiêu:"', 'heading: "Mục tiêu mới:"')
    expect(page.locator("nav.toc").first).to_contain_text("Mục tiêu mới")  # the open page first
    expect(buttons).to_have_count(many)
    expect(page.locator("footer.bottom > p")).not_to_have_text(said)  # then the whole site
    expect(page.locator("nav.toc").first).to_contain_text("Mục tiêu mới")
    expect(buttons).to_have_count(many)
    buttons.first.click()
    expect(buttons.first).to_have_text(re.compile("Đã sao chép|Không sao chép được"))
    assert page.evaluate("window.mark") is True
    page.close()


def test_a_check_in_the_same_process_reads_the_list_again(plan: Path):
    """`mkdocs serve` checks in one process: a published address that is lost is found there too."""
    check(plan)
    (plan / released.FILE).write_text("du-an/99\n", encoding="utf-8")
    with pytest.raises(FindingsError, match="/du-an/99"):
        check(plan)


def test_all_that_pages_are_made_from_is_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A change of the plan's data, pages, macros, settings or published addresses is told, and one of the engine."""
    plan, engine = tmp_path / "plan", tmp_path / "site-packages" / "programme"
    made_from = [plan / name for name in ("data/a.yaml", "docs/a.md", "macros.py", "mkdocs.yml", "released.txt")]
    made_from += [engine / name for name in ("derive/a.py", "render/templates/a.md", "frame/styles/a.css")]
    for file in made_from:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("0", encoding="utf-8")
    monkeypatch.setattr(serve_command, "ENGINE", engine)
    changed = threading.Event()
    serve_command._watch(plan, changed)
    for file in made_from:
        told = False
        for turn in range(60):  # the first may come before anybody watches
            file.write_text(f"{turn}", encoding="utf-8")
            told = told or changed.wait(timeout=1)
            if told:
                break
        assert told, file
        while changed.wait(timeout=0.5):  # what belongs to this change still
            changed.clear()


def test_ended_while_it_builds_it_leaves_nothing(serve, plan: Path):
    """Ended at once, in the middle of its first build, nothing is left either."""
    served = serve(plan)
    served.close()
    assert list(served.work.glob("site-*")) == []


def test_a_port_in_use_is_said(tmp_path: Path):
    """Where another server listens already, the command ends at once and says what to type; nothing is left."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "programme", "serve", "--port", str(port), "--root", str(SECOND)],
            capture_output=True,
            text=True,
            timeout=WAIT,
            env={**os.environ, "TMPDIR": str(tmp_path)},
        )
    assert done.returncode == 1
    assert done.stderr == (
        f"Cổng {port} đang được dùng, có lẽ make serve đang chạy ở cửa sổ khác. Gõ: make serve PORT={port + 1}\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_fault_in_a_style_is_said(project: Path):
    """Its file and line, what is wrong with it, and nothing of the tool that found it; nothing of its stack."""
    style = project / "programme/frame/styles/tokens.css"
    lines = style.read_text(encoding="utf-8").count("\n")
    style.write_text(style.read_text(encoding="utf-8") + "\n.x {}\n}\n", encoding="utf-8")
    done = run("programme", "deploy", cwd=project)
    assert done.returncode == 1
    assert done.stderr == f"{style}:{lines + 4}: Kiểu trình bày có lỗi, trình gộp báo: Unexpected end of input\n"


@contextmanager
def hurried() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_pages_may_be_opened_and_closed_while_a_build_asks_which_are_open():
    """While four browsers open and close pages, a page that stays open is in each of 2,000 lists; the last is empty."""
    readers, over = Readers(), threading.Event()

    def browse(number: int) -> None:
        while not over.is_set():
            for page in range(20):
                with readers.reading(f"{number}/{page}"), readers.reading("index"):
                    pass

    threads = [threading.Thread(target=browse, args=(number,)) for number in range(4)]
    with hurried():
        for thread in threads:
            thread.start()
        try:
            with readers.reading("index"):
                assert all("index" in readers.pages() for _ in range(2_000))
        finally:
            over.set()
            for thread in threads:
                thread.join()
    assert readers.pages() == []
