"""The change log: what Git knows of the data, in words; nothing that is not a change."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup
from conftest import SITE_URL, run

from programme import open_programme
from programme.history import change_log
from programme.history.git import version

DAYS = "2024-01-{:02}T08:00:00+07:00"


def git(root: Path, *arguments: str, day: int = 1) -> str:
    moment = DAYS.format(day)
    return subprocess.run(
        ["git", "-c", "user.name=Người sửa", "-c", "user.email=a@b.example", *arguments],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
        env={"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "PATH": "/usr/bin:/bin:/usr/local/bin"},
    ).stdout


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / "data" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def save(root: Path, day: int) -> None:
    git(root, "add", "-A", "data", "docs")
    git(root, "commit", "-qm", f"ngày {day}", day=day)


@pytest.fixture
def known(copy: Path) -> Path:
    """A copy of the project with a history of one commit, of 1 January."""
    git(copy, "init", "-q", "-b", "main")
    save(copy, 1)
    return copy


def log_of(root: Path) -> change_log.Log:
    return change_log.log(root, open_programme(root))


def said(log: change_log.Log) -> list[str]:
    return [f"{entry.date} {one.name}: {one.text}" for entry in log.entries for one in entry.changes]


def test_a_changed_budget_is_told_with_date_old_and_new(known: Path):
    """The project's money and words, and the total, each with what it was and what it is."""
    edit(known, "projects/du-an-2.yaml", "3.051 triệu đồng", "3.100 triệu đồng")
    save(known, 5)
    told = said(log_of(known))
    name = "Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo"
    assert f"2024-01-05 {name}: kinh phí: 3.051 triệu đồng thành 3.100 triệu đồng" in told
    assert "2024-01-05 Kinh phí: tổng kinh phí: 8.345 triệu đồng thành 8.394 triệu đồng" in told
    assert len(told) == 3 and any("lời của mục III.2.d" in one for one in told)


def test_what_comes_and_goes_is_told(known: Path):
    """A renamed body, a role taken away, a new answer."""
    edit(known, "agencies.yaml", "name: Phòng Tài chính - Kế hoạch\n", "name: Phòng Tài chính và Kế hoạch\n")
    edit(known, "projects/du-an-4.yaml", "roles: [lead, guide]", "roles: [lead]")
    asked = known / "data/questions.yaml"
    text = asked.read_text(encoding="utf-8").rstrip("\n")
    asked.write_text(f"{text}\n- id: gio-lam-viec\n  question: Mấy giờ?\n  answer: Không nêu.\n", encoding="utf-8")
    save(known, 3)
    told = "\n".join(said(log_of(known)))
    assert "tên: Phòng Tài chính - Kế hoạch thành Phòng Tài chính và Kế hoạch" in told
    assert "vai trò của Phòng Lao động - Thương binh và Xã hội: Chủ trì, Hướng dẫn; " in told
    assert "Không có trong Kế hoạch: thêm Mấy giờ?: Không nêu." in told


def test_moves_renames_and_reformatting_are_no_changes(known: Path):
    """Another file name, another order of files, comments, quotes and blank lines: nothing is told."""
    projects = known / "data/projects"
    (projects / "du-an-2.yaml").rename(projects / "du-an-hai.yaml")
    path = known / "data/agencies.yaml"
    lines = path.read_text(encoding="utf-8").replace(
        "name: Phòng Kinh tế và Hạ tầng", 'name: "Phòng Kinh tế và Hạ tầng"'
    )
    path.write_text(f"# một lời ghi\n{lines}\n\n", encoding="utf-8")
    save(known, 2)
    log = log_of(known)
    assert log.entries == () and log.since == "2024-01-01" and log.complete


def test_another_id_for_the_same_is_no_change(known: Path):
    """A group whose id was changed everywhere says the same as before."""
    for path in (known / "data").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("nguoi-khuyet-tat", "nguoi-khuyet-tat-moi"), encoding="utf-8")
    docs = known / "docs/doi-tuong"
    page = (docs / "nguoi-khuyet-tat.md").read_text(encoding="utf-8")
    (docs / "nguoi-khuyet-tat.md").unlink()
    (docs / "nguoi-khuyet-tat-moi.md").write_text(
        page.replace("nguoi-khuyet-tat", "nguoi-khuyet-tat-moi"), encoding="utf-8"
    )
    save(known, 2)
    assert [one for one in said(log_of(known)) if "khuyết tật" in one] == []


def test_what_is_not_committed_is_told_without_a_date(known: Path):
    """While an edit is not committed, the log says that it is being edited, and the version has no date."""
    edit(known, "projects/du-an-2.yaml", "3.051 triệu đồng", "3.100 triệu đồng")
    log = log_of(known)
    assert log.entries[0].date == "" and "kinh phí: 3.051" in said(log)[0]
    assert version(known).edited and version(known).date is None


def test_a_version_that_cannot_be_read_is_passed_over(known: Path):
    """A commit with an error in the data: the log compares the versions around it, and says it is not complete."""
    edit(known, "projects/du-an-2.yaml", "text: 3.051 triệu đồng", "txet: 3.051 triệu đồng")
    save(known, 2)
    edit(known, "projects/du-an-2.yaml", "txet: 3.051 triệu đồng", "text: 3.100 triệu đồng")
    save(known, 3)
    log = log_of(known)
    assert [entry.date for entry in log.entries] == ["2024-01-03"] and not log.complete


def test_without_history_the_log_says_so(copy: Path):
    """No repository: no date, no entries, and a sentence that says why; no feed."""
    log = log_of(copy)
    assert log == change_log.UNKNOWN and version(copy).date is None


def test_a_clone_cut_short_does_not_take_its_first_commit_for_a_change(known: Path, tmp_path: Path):
    """A clone of depth 1 knows neither what changed nor when: it says so instead of dating all to that commit."""
    edit(known, "projects/du-an-2.yaml", "3.051 triệu đồng", "3.100 triệu đồng")
    save(known, 5)
    git(tmp_path, "clone", "-q", "--depth", "1", known.as_uri(), "cut")
    cut = tmp_path / "cut"
    assert log_of(cut) == change_log.UNKNOWN
    assert version(cut).date is None


def test_a_clone_of_two_commits_tells_the_last_change(known: Path, tmp_path: Path):
    """The commit at which a cut clone ends is a state to compare with, not a change."""
    edit(known, "projects/du-an-2.yaml", "3.051 triệu đồng", "3.100 triệu đồng")
    save(known, 5)
    edit(known, "projects/du-an-2.yaml", "3.100 triệu đồng", "3.200 triệu đồng")
    save(known, 9)
    git(tmp_path, "clone", "-q", "--depth", "2", known.as_uri(), "cut")
    log = log_of(tmp_path / "cut")
    assert [entry.date for entry in log.entries] == ["2024-01-09"]
    assert any("kinh phí: 3.100 triệu đồng thành 3.200 triệu đồng" in line for line in said(log))
    assert log.since == "2024-01-05" and not log.complete


def test_a_merge_tells_what_it_brought_and_no_way_back(known: Path):
    """Edits made side by side follow each other in the log as they came together: nothing is told as undone."""
    git(known, "checkout", "-qb", "aside")
    edit(known, "projects/du-an-2.yaml", "3.051 triệu đồng", "3.100 triệu đồng")
    save(known, 3)
    git(known, "checkout", "-q", "main")
    edit(known, "agencies.yaml", "name: Phòng Tài chính - Kế hoạch\n", "name: Phòng Tài chính và Kế hoạch\n")
    save(known, 5)
    git(known, "merge", "-q", "--no-ff", "-m", "gộp", "aside", day=7)
    log = log_of(known)
    assert [entry.date for entry in log.entries] == ["2024-01-07", "2024-01-05"]
    (merged, edited) = (" ".join(one.text for one in entry.changes) for entry in log.entries)
    assert "3.051 triệu đồng thành 3.100 triệu đồng" in merged and "Tài chính" not in merged
    assert "Tài chính - Kế hoạch thành Phòng Tài chính và Kế hoạch" in edited and "kinh phí" not in edited
    assert version(known).date == "2024-01-07"


def test_a_commit_without_data_is_passed_over(known: Path):
    """data/ went away and came back changed: the log compares the versions around it."""
    (known / "data").rename(known / "kept")
    git(known, "rm", "-rq", "--cached", "data")
    git(known, "commit", "-qm", "không có dữ liệu", day=2)
    (known / "kept").rename(known / "data")
    edit(known, "projects/du-an-2.yaml", "3.051 triệu đồng", "3.100 triệu đồng")
    save(known, 3)
    log = log_of(known)
    assert [entry.date for entry in log.entries] == ["2024-01-03"] and log.since == "2024-01-01"
    assert any("kinh phí: 3.051 triệu đồng thành 3.100" in line for line in said(log))


def test_a_clone_of_another_user_is_read(known: Path, monkeypatch: pytest.MonkeyPatch):
    """Git refuses folders of other users; this one is read all the same, in a folder below its top too."""
    inner = known / "inner"
    inner.mkdir()
    for part in ("data", "docs"):
        (known / part).rename(inner / part)
    git(known, "add", "-A", "inner/data", "inner/docs")
    git(known, "commit", "-qm", "chuyển", day=2)
    edit(inner, "projects/du-an-2.yaml", "3.051 triệu đồng", "3.100 triệu đồng")
    git(known, "commit", "-qam", "sửa", day=3)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    refused = subprocess.run(["git", "status"], cwd=inner, capture_output=True, text=True)
    assert "dubious ownership" in refused.stderr, "the test no longer makes Git refuse"
    log = log_of(inner)
    assert any("kinh phí: 3.051 triệu đồng thành 3.100" in line for line in said(log))
    assert version(inner).date == "2024-01-03"


def test_each_date_is_named_once_newest_first(known: Path):
    """Commits of the days 5, 3 and 5: two dates, each with one anchor, the newest first."""
    for day, old, new in ((5, "3.051", "3.100"), (3, "3.100", "3.200"), (5, "3.200", "3.300")):
        edit(known, "projects/du-an-2.yaml", f"{old} triệu đồng", f"{new} triệu đồng")
        save(known, day)
    edit(known, "projects/du-an-2.yaml", "3.300 triệu đồng", "3.400 triệu đồng")
    assert [(date, len(ones)) for date, ones in log_of(known).by_date] == [
        ("", 1),
        ("2024-01-05", 2),
        ("2024-01-03", 1),
    ]


def test_what_changed_on_a_page_that_is_gone_links_to_a_page_that_is_there(known: Path):
    """A place in the log must not lead nowhere once its page was removed."""
    path, page = known / "data/documents.yaml", known / "docs/van-ban/qd-1-2023.md"
    new = "- id: qd-1-2023\n  kind: decision\n  number: 1185/QĐ-UBND\n  issuer: ubnd-tinh\n"
    related = "- id: tt-10-2022\n  relations: [{kind: guides, document: qd-1-2023}]\n"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("- id: tt-10-2022\n", new + related), encoding="utf-8")
    page.write_text('{{ document("qd-1-2023") }}\n', encoding="utf-8")
    save(known, 2)
    path.write_text(before, encoding="utf-8")
    page.unlink()
    save(known, 3)
    log = log_of(known)
    assert "2024-01-02 Quyết định số 1185/QĐ-UBND: thêm mới" in said(log)
    assert not any("qd-1-2023" in one.address for entry in log.entries for one in entry.changes)


def test_a_clerk_saves_without_knowing_git(known: Path):
    """`make save` checks, says in words what changed and dates it; bad data is refused, nothing new is no fault."""
    command = [sys.executable, "-m", "programme", "save", "--root", str(known)]
    nothing = subprocess.run(command, capture_output=True, text=True)
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (0, "Không có gì mới để ghi.\n", "")
    edit(known, "projects/du-an-2.yaml", "3.051 triệu đồng", "3.100 trieu")
    wrong = subprocess.run(command, capture_output=True, text=True)
    assert wrong.returncode == 1 and "data/projects/du-an-2.yaml:" in wrong.stderr
    edit(known, "projects/du-an-2.yaml", "3.100 trieu", "3.100 triệu đồng")
    saved = subprocess.run(command, capture_output=True, text=True)
    assert saved.returncode == 0 and "kinh phí: 3.051 triệu đồng thành 3.100 triệu đồng" in saved.stdout
    log = log_of(known)
    assert log.entries[0].date and not version(known).edited
    assert "Dự án 2" in git(known, "log", "-1", "--format=%s")


def test_one_edit_is_seen_everywhere(known: Path):
    """One changed amount: on pages, in total, chart, PDF, CSV, JSON, log, feed; each page names its data's date."""
    edit(known, "projects/du-an-2.yaml", "3.051 triệu đồng", "3.100 triệu đồng")
    save(known, 5)
    built = run("mkdocs", "build", "--strict", cwd=known, SITE_URL=SITE_URL)
    assert built.returncode == 0, built.stdout + built.stderr
    site = known / "site"

    def page(name: str) -> BeautifulSoup:
        return BeautifulSoup((site / name).read_text(encoding="utf-8"), "html.parser")

    one = page("nhat-ky.html").find(id="ngay-2024-01-05").find_next("ul")
    assert one.find("del").get_text() and "kinh phí: 3.051 triệu đồng thành 3.100 triệu đồng" in one.get_text()
    assert one.find("a")["href"] == "du-an/2.html"
    for name in ("du-an/2", "co-quan/phong-ldtbxh", "du-an/index", "kinh-phi"):
        assert "3.100 triệu đồng" in page(f"{name}.html").find("article").get_text(), name
    for name in ("index", "kinh-phi"):
        assert "8.394 triệu đồng" in page(f"{name}.html").find("article").get_text(), name
        widths = [bar["width"] for bar in page(f"{name}.html").select("rect.bar-of")]
        assert f"{100 * 3100 / 8394:.2f}%" in widths, name
    for name in ("du-an/2", "co-quan/phong-ldtbxh", "ke-hoach"):
        paper = subprocess.run(["pdftotext", str(site / f"{name}.pdf"), "-"], capture_output=True, text=True).stdout
        assert "3.100 triệu đồng" in " ".join(paper.split()), name
    assert "\r\n2,III.2.d,3100000000," in (site / "du-lieu/money.csv").read_bytes().decode("utf-8-sig")
    assert json.loads((site / "du-an/2.json").read_text(encoding="utf-8"))["money"][0]["amount"] == 3_100_000_000
    own = page("du-an/2.html").find(id="thay-doi").parent.get_text()
    assert "Ngày 05/01/2024" in own and "3.051 triệu đồng thành 3.100 triệu đồng" in own
    assert page("du-an/3-2.html").find(id="thay-doi") is None
    known_version = version(known)
    for name in ("du-an/2.html", "index.html", "kinh-phi.html"):
        closing = page(name).select_one("footer.bottom").get_text()
        assert f"Phiên bản dữ liệu: {known_version.id}, ngày 05/01/2024" in closing
    feed = feedparser.parse((site / "nhat-ky.xml").read_bytes())
    assert not feed.bozo and len(feed.entries) == 1
    entry = feed.entries[0]
    assert entry.updated.startswith("2024-01-05") and "kinh phí: 3.051 triệu đồng thành" in entry.content[0].value
    assert entry.link == f"{SITE_URL}nhat-ky.html#ngay-2024-01-05"
