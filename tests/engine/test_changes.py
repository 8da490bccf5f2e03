"""The change log: what Git knows of the data, in words; nothing that is not a change."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup
from support import SITE_URL, built, commanded, without_total

from programme import open_programme
from programme.history import change_log
from programme.history.git import ask, files, version

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
    """A copy of the made-up plan, without a stated total, with a history of one commit, of 1 January."""
    without_total(copy)
    git(copy, "init", "-q", "-b", "main")
    save(copy, 1)
    return copy


def log_of(root: Path) -> change_log.Log:
    return change_log.log(root, open_programme(root))


def said(log: change_log.Log) -> list[str]:
    return [f"{entry.date} {one.name}: {one.text}" for entry in log.entries for one in entry.changes]


def test_a_changed_budget_is_told_with_date_old_and_new(known: Path):
    """The project's money and words, what it is part of, and the total, each with what it was and what it is."""
    edit(known, "projects/gn-2.yaml", "275 triệu đồng", "280 triệu đồng")
    save(known, 5)
    told = said(log_of(known))
    part, whole = "Tiểu dự án 2: Bữa ăn cho trẻ nhỏ", "Dự án 2: Sinh kế và bữa ăn"
    assert f"2024-01-05 {part}: kinh phí: 275 triệu đồng thành 280 triệu đồng" in told
    assert f"2024-01-05 {whole}: kinh phí: 895,5 triệu đồng thành 900,5 triệu đồng" in told
    assert "2024-01-05 Kinh phí: tổng kinh phí: hơn 846.443,619 triệu đồng thành hơn 846.448,619 triệu đồng" in told
    assert len(told) == 4 and any("lời của mục II.2.2.d" in one for one in told)


def test_what_comes_and_goes_is_told(known: Path):
    """A renamed body, a role taken away, a new answer."""
    edit(known, "agencies.yaml", "name: Văn phòng giảm nghèo,", "name: Văn phòng về giảm nghèo,")
    edit(known, "projects/gn-3.yaml", "roles: [lead, plan]", "roles: [lead]")
    asked = known / "data/questions.yaml"
    text = asked.read_text(encoding="utf-8").rstrip("\n")
    asked.write_text(f"{text}\n- id: gio-lam-viec\n  question: Mấy giờ?\n  answer: Không nêu.\n", encoding="utf-8")
    save(known, 3)
    told = "\n".join(said(log_of(known)))
    assert "tên: Văn phòng giảm nghèo thành Văn phòng về giảm nghèo" in told
    assert "vai trò của Phòng Kinh tế: Chủ trì, Xây dựng kế hoạch; " in told
    assert "Điều Kế hoạch không nói tới: thêm Mấy giờ?: Không nêu." in told


def test_moves_renames_and_reformatting_are_no_changes(known: Path):
    """Another file name, another order of files, comments, quotes and blank lines: nothing is told."""
    projects = known / "data/projects"
    (projects / "gn-2.yaml").rename(projects / "hai.yaml")
    path = known / "data/agencies.yaml"
    lines = path.read_text(encoding="utf-8").replace("name: Trạm Y tế xã", 'name: "Trạm Y tế xã"')
    path.write_text(f"# một lời ghi\n{lines}\n\n", encoding="utf-8")
    save(known, 2)
    log = log_of(known)
    assert log.entries == () and log.since == "2024-01-01" and log.complete


def test_another_id_for_the_same_is_no_change(known: Path):
    """A group whose id was changed everywhere says the same as before."""
    for path in (known / "data").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("nguoi-gia", "nguoi-gia-moi"), encoding="utf-8")
    docs = known / "docs/doi-tuong"
    page = (docs / "nguoi-gia.md").read_text(encoding="utf-8")
    (docs / "nguoi-gia.md").unlink()
    (docs / "nguoi-gia-moi.md").write_text(page.replace("nguoi-gia", "nguoi-gia-moi"), encoding="utf-8")
    save(known, 2)
    assert [one for one in said(log_of(known)) if "Người già" in one] == []


def test_what_is_not_committed_is_told_without_a_date(known: Path):
    """While an edit is not committed, the log says that it is being edited, and the version has no date."""
    edit(known, "projects/gn-2.yaml", "275 triệu đồng", "280 triệu đồng")
    log = log_of(known)
    assert log.entries[0].date == "" and "kinh phí: 275 triệu đồng thành" in said(log)[1]
    assert version(known).edited and version(known).date is None


def test_a_version_that_cannot_be_read_is_passed_over(known: Path):
    """A commit with an error in the data: the log compares the versions around it, and says it is not complete."""
    edit(known, "projects/gn-2.yaml", "text: 275 triệu đồng", "txet: 275 triệu đồng")
    save(known, 2)
    edit(known, "projects/gn-2.yaml", "txet: 275 triệu đồng", "text: 280 triệu đồng")
    save(known, 3)
    log = log_of(known)
    assert [entry.date for entry in log.entries] == ["2024-01-03"] and not log.complete


def test_without_history_the_log_says_so(copy: Path):
    """No repository: no date, no entries, and a sentence that says why; no feed."""
    log = log_of(copy)
    assert log == change_log.UNKNOWN and version(copy).date is None


def test_a_clone_cut_short_does_not_take_its_first_commit_for_a_change(known: Path, tmp_path: Path):
    """A clone of depth 1 knows neither what changed nor when: it says so instead of dating all to that commit."""
    edit(known, "projects/gn-2.yaml", "275 triệu đồng", "280 triệu đồng")
    save(known, 5)
    git(tmp_path, "clone", "-q", "--depth", "1", known.as_uri(), "cut")
    cut = tmp_path / "cut"
    assert log_of(cut) == change_log.UNKNOWN
    assert version(cut).date is None


def test_a_clone_of_two_commits_tells_the_last_change(known: Path, tmp_path: Path):
    """The commit at which a cut clone ends is a state to compare with, not a change."""
    edit(known, "projects/gn-2.yaml", "275 triệu đồng", "280 triệu đồng")
    save(known, 5)
    edit(known, "projects/gn-2.yaml", "280 triệu đồng", "290 triệu đồng")
    save(known, 9)
    git(tmp_path, "clone", "-q", "--depth", "2", known.as_uri(), "cut")
    log = log_of(tmp_path / "cut")
    assert [entry.date for entry in log.entries] == ["2024-01-09"]
    assert any("kinh phí: 280 triệu đồng thành 290 triệu đồng" in line for line in said(log))
    assert log.since == "2024-01-05" and not log.complete


def test_a_merge_tells_what_it_brought_and_no_way_back(known: Path):
    """Edits made side by side follow each other in the log as they came together: nothing is told as undone."""
    git(known, "checkout", "-qb", "aside")
    edit(known, "projects/gn-2.yaml", "275 triệu đồng", "280 triệu đồng")
    save(known, 3)
    git(known, "checkout", "-q", "main")
    edit(known, "agencies.yaml", "name: Văn phòng giảm nghèo,", "name: Văn phòng về giảm nghèo,")
    save(known, 5)
    git(known, "merge", "-q", "--no-ff", "-m", "gộp", "aside", day=7)
    log = log_of(known)
    assert [entry.date for entry in log.entries] == ["2024-01-07", "2024-01-05"]
    (merged, edited) = (" ".join(one.text for one in entry.changes) for entry in log.entries)
    assert "275 triệu đồng thành 280 triệu đồng" in merged and "Văn phòng" not in merged
    assert "Văn phòng giảm nghèo thành Văn phòng về giảm nghèo" in edited and "kinh phí" not in edited
    assert version(known).date == "2024-01-07"


def test_a_commit_without_data_is_passed_over(known: Path):
    """data/ went away and came back changed: the log compares the versions around it."""
    (known / "data").rename(known / "kept")
    git(known, "rm", "-rq", "--cached", "data")
    git(known, "commit", "-qm", "không có dữ liệu", day=2)
    (known / "kept").rename(known / "data")
    edit(known, "projects/gn-2.yaml", "275 triệu đồng", "280 triệu đồng")
    save(known, 3)
    log = log_of(known)
    assert [entry.date for entry in log.entries] == ["2024-01-03"] and log.since == "2024-01-01"
    assert any("kinh phí: 275 triệu đồng thành 280" in line for line in said(log))


def test_a_clone_of_another_user_is_read(known: Path, monkeypatch: pytest.MonkeyPatch):
    """Git refuses folders of other users; this one is read all the same, in a folder below its top too."""
    inner = known / "inner"
    inner.mkdir()
    for part in ("data", "docs"):
        (known / part).rename(inner / part)
    git(known, "add", "-A", "inner/data", "inner/docs")
    git(known, "commit", "-qm", "chuyển", day=2)
    edit(inner, "projects/gn-2.yaml", "275 triệu đồng", "280 triệu đồng")
    git(known, "commit", "-qam", "sửa", day=3)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    refused = subprocess.run(["git", "status"], cwd=inner, capture_output=True, text=True)
    assert "dubious ownership" in refused.stderr, "the test no longer makes Git refuse"
    log = log_of(inner)
    assert any("kinh phí: 275 triệu đồng thành 280" in line for line in said(log))
    assert version(inner).date == "2024-01-03"


def test_each_date_is_named_once_newest_first(known: Path):
    """Commits of the days 5, 3 and 5: two dates, each with one anchor, the newest first."""
    for day, old, new in ((5, "275", "280"), (3, "280", "290"), (5, "290", "300")):
        edit(known, "projects/gn-2.yaml", f"{old} triệu đồng", f"{new} triệu đồng")
        save(known, day)
    edit(known, "projects/gn-2.yaml", "300 triệu đồng", "310 triệu đồng")
    assert [(date, len(ones)) for date, ones in log_of(known).by_date] == [
        ("", 1),
        ("2024-01-05", 2),
        ("2024-01-03", 1),
    ]


def test_what_changed_on_a_page_that_is_gone_links_to_a_page_that_is_there(known: Path):
    """A place in the log must not lead nowhere once its page was removed."""
    path, page = known / "data/documents.yaml", known / "docs/van-ban/qd-1.md"
    before = path.read_text(encoding="utf-8")
    related = before.replace("2026-01, issuer", "2026-01, relations: [{kind: guides, document: qd-1}], issuer")
    new = "- {id: qd-1, kind: decision, number: 289-QĐ/TU, issuer: tinh-uy}\n"
    path.write_text(related + new, encoding="utf-8")
    page.write_text('{{ document("qd-1") }}\n', encoding="utf-8")
    save(known, 2)
    path.write_text(before, encoding="utf-8")
    page.unlink()
    save(known, 3)
    log = log_of(known)
    assert "2024-01-02 Quyết định số 289-QĐ/TU: thêm mới" in said(log)
    assert not any("van-ban/qd-1" in one.address for entry in log.entries for one in entry.changes)


def test_a_clerk_saves_without_knowing_git(known: Path):
    """`make save` checks, says in words what changed and dates it; bad data is refused, nothing new is no fault."""
    command = ("save", "--root", str(known))
    nothing = commanded(*command)
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (0, "Không có gì mới để ghi.\n", "")
    edit(known, "projects/gn-2.yaml", "275 triệu đồng", "280 trieu")
    wrong = commanded(*command)
    assert wrong.returncode == 1 and "data/projects/gn-2.yaml:" in wrong.stderr
    edit(known, "projects/gn-2.yaml", "280 trieu", "280 triệu đồng")
    saved = commanded(*command)
    assert saved.returncode == 0 and "kinh phí: 275 triệu đồng thành 280 triệu đồng" in saved.stdout
    log = log_of(known)
    assert log.entries[0].date and not version(known).edited
    assert "Tiểu dự án 2: Bữa ăn cho trẻ nhỏ" in git(known, "log", "-1", "--format=%s")


def test_one_edit_is_seen_everywhere(known: Path):
    """One changed amount: on pages, in total, chart, PDF, CSV, JSON, log, feed; each page names its data's date."""
    edit(known, "projects/ntm-5.yaml", "hơn 830 tỷ đồng", "hơn 840 tỷ đồng")
    save(known, 5)
    site = built(known, known / "site")

    def page(name: str) -> BeautifulSoup:
        return BeautifulSoup((site / name).read_text(encoding="utf-8"), "html.parser")

    told = "hơn 830.081,119 triệu đồng thành hơn 840.081,119 triệu đồng"
    words, facts = page("nhat-ky.html").find(id="ngay-2024-01-05").find_all_next("ul", limit=2)
    assert [one.find_previous("h3").get_text() for one in (words, facts)] == ["Lời của Kế hoạch", "Phần của trang web"]
    assert "hơn 830 tỷ đồng" in words.find("del").get_text() and "hơn 840 tỷ đồng" in words.find("ins").get_text()
    assert f"kinh phí: {told}" in facts.get_text()
    assert words.find("a")["href"] == facts.find("a")["href"] == "du-an/nong-thon-moi-5.html"
    for name in ("du-an/nong-thon-moi-5", "co-quan/chu-tich-xa", "du-an/index", "kinh-phi"):
        assert re.search(r"840\.(000|081,119) triệu đồng", page(f"{name}.html").find("article").get_text()), name
    for name in ("index", "kinh-phi"):
        assert "hơn 856.443,619 triệu đồng" in page(f"{name}.html").find("article").get_text(), name
        widths = [bar["width"] for bar in page(f"{name}.html").select("rect.bar-of")]
        assert "98.09%" in widths and "98.07%" not in widths, name  # 840.081,119 of 856.443,619
    for name in ("du-an/nong-thon-moi-5", "co-quan/chu-tich-xa", "ke-hoach"):
        paper = subprocess.run(["pdftotext", str(site / f"{name}.pdf"), "-"], capture_output=True, text=True).stdout
        assert re.search(r"(hơn 840.000|hơn 840.081,119) triệu đồng", " ".join(paper.split())), name
    csv = (site / "du-lieu/money.csv").read_bytes().decode("utf-8-sig")
    assert re.search(r"\r\nnong-thon-moi/5,Nội dung 5 [^\r]*,III\.1\.a,840000000000,", csv)
    data = json.loads((site / "du-an/nong-thon-moi-5.json").read_text(encoding="utf-8"))
    assert data["money"][0]["amount"] == 840_000_000_000
    foot = page("du-an/nong-thon-moi-5.html").select_one("footer.page-tools")
    own = page("nhat-ky.html").find(id=foot.find("a", string="Nhật ký thay đổi")["href"].partition("#")[2]).get_text()
    assert "Ngày 05/01/2024" in own and told in own
    assert "Nhật ký thay đổi" not in page("du-an/giam-ngheo-3.html").select_one("footer.page-tools").get_text()
    known_version = version(known)
    foot = page("gioi-thieu.html").select_one("footer.bottom").get_text()
    assert f"Phiên bản dữ liệu: {known_version.id}, ngày 05/01/2024" in foot
    feed = feedparser.parse((site / "nhat-ky.xml").read_bytes())
    assert not feed.bozo and len(feed.entries) == 1
    entry = feed.entries[0]
    assert entry.updated.startswith("2024-01-05") and f"kinh phí: {told}" in entry.content[0].value
    assert entry.link == f"{SITE_URL}nhat-ky.html#ngay-2024-01-05"


def test_what_git_cannot_give_is_nothing(known: Path):
    """A name that is no commit, a tree that is not there, nothing known: no answer, and no words of Git's own."""
    assert ask(known, "rev-parse", "khong-co") == ""
    with pytest.raises(LookupError):
        files(known, "0" * 40)
    unknown = change_log.UNKNOWN
    assert (unknown.entries, unknown.since, unknown.complete) == ((), None, False)


SIGNED = (
    "signature:\n  authority: TM. ỦY BAN NHÂN DÂN\n  office: CHỦ TỊCH\n  name: Trần Văn Thử\n  agency: chu-tich-xa\n"
)


def test_what_is_saved_while_a_plan_is_entered_is_no_edit(copy: Path):
    """Nothing is told before its signature; from then on what changes is, and since that day."""
    without_total(copy)
    edit(copy, "plan.yaml", SIGNED, "signature:\n")
    git(copy, "init", "-q", "-b", "main")
    save(copy, 1)
    edit(copy, "sections.yaml", "Vận động mọi nhà cùng làm.", "Vận động mọi nhà.")
    save(copy, 2)
    entering = log_of(copy)
    assert (entering.entries, entering.since, entering.of_the_plan) == ((), None, [])
    edit(copy, "plan.yaml", "signature:\n", SIGNED)
    save(copy, 3)
    assert (log_of(copy).entries, log_of(copy).since, log_of(copy).complete) == ((), "2024-01-03", True)
    edit(copy, "sections.yaml", "Vận động mọi nhà.", "Vận động mọi nhà cùng làm.")
    save(copy, 4)
    assert [entry.date for entry in log_of(copy).entries] == ["2024-01-04"]
    assert [change.name for change in log_of(copy).of_the_plan] == ["Toàn văn"]
