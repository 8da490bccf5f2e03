"""Publishing: the old site or the new one, never half of one, whatever happens."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from publish_copy import publish_copy
from support import SECOND, SITE_URL, commanded, without_total

from programme.commands import publish

FILE = "data/projects/gn-2.yaml"


def published(
    goal: Path | str, root: Path = SECOND, word: str = "publish", **environment: str
) -> subprocess.CompletedProcess[str]:
    """What `programme publish` says, or another word, on a plan and a place."""
    return commanded(word, "--root", str(root), str(goal), **environment)


def test_a_site_is_built_checked_and_published(copy: Path, tmp_path: Path):
    """From data to DEST/site in one command; a fact that is changed is there after the next; one command goes back."""
    goal = tmp_path / "www"
    without_total(copy)
    done = published(goal, copy)
    assert done.returncode == 0, done.stderr
    page = goal / "site/du-an/giam-ngheo-2-2.html"
    assert "275 triệu đồng" in page.read_text(encoding="utf-8")
    data = copy / FILE
    data.write_text(data.read_text(encoding="utf-8").replace("275 triệu", "280 triệu"), encoding="utf-8")
    assert published(goal, copy).returncode == 0
    assert "280 triệu đồng" in page.read_text(encoding="utf-8")
    # a mistake in the data: said, and nothing changes
    data.write_text(data.read_text(encoding="utf-8").replace("280 triệu", "280 trieu"), encoding="utf-8")
    failed = published(goal, copy)
    assert failed.returncode == 1 and f"{FILE}:" in failed.stderr and "Traceback" not in failed.stderr
    assert "280 triệu đồng" in page.read_text(encoding="utf-8")
    assert len(list((goal / "builds").iterdir())) == 2  # nothing half-made is left
    assert published(goal, copy, "back").returncode == 0
    assert "275 triệu đồng" in page.read_text(encoding="utf-8")
    again = published(goal, copy, "back")
    assert again.returncode == 1 and "Không còn bản cũ hơn" in again.stderr


def test_a_site_with_a_fault_is_not_published(two: tuple[Path, Path], tmp_path: Path):
    """Faults that are found in the built site are said, and nothing changes. (Which: see test_verify.py.)"""
    goal = tmp_path / "www"
    before = publish_copy(goal, two[0])
    bad = tmp_path / "bad"
    shutil.copytree(two[0], bad)
    (bad / "du-an/giam-ngheo-1.html").unlink()
    with pytest.raises(publish.PublishError, match=r"du-an/giam-ngheo-1\.html: thiếu trang này"):
        publish_copy(goal, bad)
    assert publish.current(goal) == before and len(list((goal / "builds").iterdir())) == 1


def test_a_page_that_cannot_be_built_is_named(copy: Path, tmp_path: Path):
    """A macro with a mistake: publishing names the page and what is wrong, without progress lines or a traceback."""
    page = copy / "docs/kinh-phi.md"
    good = page.read_text(encoding="utf-8")
    page.write_text(good + '\n{{ project("giam-ngheo/99") }}\n', encoding="utf-8")
    failed = published(tmp_path / "www", copy)
    assert failed.returncode == 1
    assert 'docs/kinh-phi.md:5: project("giam-ngheo/99"): data/ không có mã này.' in failed.stderr
    assert "Traceback" not in failed.stderr and "INFO" not in failed.stderr
    page.write_text(f"{good}\n[x](khong-co.md)\n", encoding="utf-8")
    failed = published(tmp_path / "www", copy)
    assert failed.returncode == 1 and 'không có tệp "khong-co.md" mà trang dẫn tới.' in failed.stderr


def test_the_way_back_leads_past_what_was_rejected(two: tuple[Path, Path], tmp_path: Path):
    """Published 1 to 3, back to 2, published 4: back leads to 2, and the screen tells the way back from there."""
    goal = tmp_path / "www"
    for number in range(3):
        publish_copy(goal, two[number % 2])
    second = publish.back(goal)
    fourth = publish_copy(goal, two[0])
    assert (second.name[:6], fourth.name[:6]) == ("000002", "000004")
    done = published(goal, word="back")
    assert publish.current(goal) == second
    when = re.search(
        r"Phiên bản dữ liệu: [^,]*, ([^.]*)\.", (goal / "site/gioi-thieu.html").read_text(encoding="utf-8")
    )
    assert f"Trang nay là bản {second.name} (dữ liệu {when[1]}), máy chủ lấy từ: {goal}/site" in done.stdout
    assert re.search(rf"quay về bản 000001-\w+ \(dữ liệu [^)]+\): make back DEST={goal}\n", done.stdout)


def test_a_reader_of_the_rejected_build_keeps_its_scripts(two: tuple[Path, Path], tmp_path: Path):
    """After going back, a page of the build that was left still finds the script it asks for."""
    goal = tmp_path / "www"
    publish_copy(goal, two[0])
    left = publish_copy(goal, two[1])
    publish.back(goal)
    script = next(path.name for path in (left / "assets").glob("site.0*.js"))
    assert (goal / "site/assets" / script).is_file()


def test_a_script_that_no_page_asks_for_is_not_carried_along(two: tuple[Path, Path], tmp_path: Path):
    """What a build before has in its folder, as it came with one before that, and names on none of its pages."""
    goal = tmp_path / "www"
    before = publish_copy(goal, two[0])
    (before / "assets/site.9999999999.js").touch()
    publish_copy(goal, two[1])
    assert not (goal / "site/assets/site.9999999999.js").exists()


def test_what_is_not_ours_in_the_folder_is_left_alone(two: tuple[Path, Path], tmp_path: Path):
    """A stray file or folder beside the builds, as file managers and people leave them, hinders nothing and stays."""
    goal = tmp_path / "www"
    publish_copy(goal, two[0])
    files = [goal / "builds/.DS_Store", goal / "builds/000007-ghi-chu.txt"]
    folders = [goal / "builds/2024 cu", goal / "builds/.git"]
    for path in files:
        path.touch()
    for path in folders:
        path.mkdir()
    (goal / "builds/.new-stopped").mkdir()
    for number in range(4):
        publish_copy(goal, two[number % 2])
    assert publish.back(goal).name.startswith("000004-")
    assert all(path.exists() for path in files + folders)
    assert not (goal / "builds/.new-stopped").exists()


def test_three_builds_are_kept(two: tuple[Path, Path], tmp_path: Path):
    """After five publications the last three are there; the scripts of the one before last are not carried along."""
    goal = tmp_path / "www"
    for number in range(5):
        publish_copy(goal, two[number % 2])
    kept = sorted(one.name.split("-")[0] for one in (goal / "builds").iterdir())
    assert kept == ["000003", "000004", "000005"]
    assert len(list((goal / "site/assets").glob("site.*.js"))) == 2  # its own, and that of the build before


def test_one_build_of_each_state_of_the_data_is_kept(two: tuple[Path, Path], tmp_path: Path):
    """Publishing the same data over and over pushes out no older data; what was the site just before stays as well."""
    goal = tmp_path / "www"
    for number, data in enumerate("abcccc"):
        before = publish.current(goal)
        publish_copy(goal, two[number % 2], data=data)
        assert before is None or before.exists(), number
    kept = sorted(one.name for one in (goal / "builds").iterdir())
    assert kept == ["000001-a", "000002-b", "000005-c", "000006-c"]


@pytest.mark.parametrize("word", ["publish", "back"])
@pytest.mark.parametrize("place", ["/proc/khong-co", "a-file", "a-file/www"])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, place: str, word: str):
    """Where nothing can be written the command says so, and what to do; for going back, that no site is there."""
    (tmp_path / "a-file").touch()
    goal = tmp_path / place
    done = published(goal, word=word)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    if word == "back":
        assert done.stderr == f"Không có trang nào ở {goal}; xem lại DEST.\n"
    else:
        assert done.stderr.startswith(f"Không ghi được vào {goal}: ")
        assert "Errno" not in done.stderr and "Trang cũ giữ nguyên. Chọn thư mục khác" in done.stderr


def test_going_back_nowhere_makes_nothing(tmp_path: Path):
    """A mistyped place is said, and not made."""
    done = published(tmp_path / "wwww", word="back")
    assert done.returncode == 1 and done.stderr == f"Không có trang nào ở {tmp_path}/wwww; xem lại DEST.\n"
    assert list(tmp_path.iterdir()) == []


def test_the_project_is_no_place_to_publish_to(copy: Path):
    """A folder of the project is refused before anything is made, however it is written; "~" is the home."""
    before = sorted(copy.iterdir())
    for place in (copy, copy / "site", copy / "docs/../site", "~/site"):
        done = published(place, copy, HOME=str(copy))
        assert done.returncode == 1 and "nằm trong thư mục của trang (nơi có data, docs)" in done.stderr, place
    assert sorted(copy.iterdir()) == before
    assert not Path("~").exists()
    publish._outside(copy / ".publish", copy)  # where GitHub and GitLab fetch it from: not refused


def test_an_address_without_its_beginning_is_said_before_anything_is_built(tmp_path: Path):
    """SITE_URL without https:// is refused at once, in Vietnamese."""
    done = published(tmp_path / "www", SITE_URL="giam-ngheo.example")
    assert done.returncode == 1 and done.stdout == ""
    assert 'SITE_URL ghi là "giam-ngheo.example", thiếu https:// (hoặc http://) ở đầu.' in done.stderr
    assert not (tmp_path / "www").exists()


def test_an_address_that_is_gone_is_noted(two: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """When the site before had an address and the new one has none, that is said, with what to type; not else."""
    goal, bare = tmp_path / "www", tmp_path / "bare"
    publish_copy(goal, two[0])
    publish_copy(goal, two[1])
    assert "SITE_URL" not in capsys.readouterr().out
    shutil.copytree(two[0], bare)
    for path in bare.rglob("*.html"):
        text = re.sub(r'<link rel="canonical"[^>]*>', "", path.read_text(encoding="utf-8"))
        path.write_text(text.replace(SITE_URL, "./"), encoding="utf-8")
    (bare / "404.html").write_text("<p>", encoding="utf-8")
    publish_copy(goal, bare)
    said = capsys.readouterr().out
    assert f"Lưu ý: bản trước ghi địa chỉ {SITE_URL}, bản này không ghi" in said
    assert f"thêm SITE_URL={SITE_URL} ở cuối" in said


def test_edits_that_are_not_saved_are_noted(two: tuple[Path, Path], copy: Path, tmp_path: Path):
    """What the history does not know is published with a note how to save it; once saved, without."""
    note = "Lưu ý: có chỗ sửa chưa lưu; gõ make save rồi phát hành lại thì nhật ký mới kể ngày."
    before = publish.current(tmp_path)
    assert before is None and list(publish._notes(copy, before, two[0])) == []  # no history at all
    for command in (("init", "-q"), ("add", "data", "docs"), ("commit", "-qm", "x")):
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@x.example", *command], cwd=copy, check=True)
    assert list(publish._notes(copy, before, two[0])) == []
    page = copy / "docs/du-an/giam-ngheo-1.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nGhi chú.\n", encoding="utf-8")
    assert list(publish._notes(copy, before, two[0])) == [note]
    assert commanded("save", "--root", str(copy)).returncode == 0
    assert list(publish._notes(copy, before, two[0])) == []


def test_a_page_that_readers_would_lose_stops_it(two: tuple[Path, Path], tmp_path: Path):
    """A page of the site that the new build has not is named, with how to go on; asked to drop it, it goes on."""
    goal, more = tmp_path / "www", tmp_path / "more"
    shutil.copytree(two[0], more)
    shutil.copy(more / "gioi-thieu.html", more / "ghi-chu-cu.html")
    before = publish_copy(goal, more)
    with pytest.raises(publish.PublishError) as caught:
        publish_copy(goal, two[1])
    assert "\n    /ghi-chu-cu\n" in str(caught.value) and "thêm DROP=1 ở cuối" in str(caught.value)
    assert publish.current(goal) == before and len(list((goal / "builds").iterdir())) == 1
    publish_copy(goal, two[1], drop=True)
    assert not (goal / "site/ghi-chu-cu.html").exists()


def test_one_publication_at_a_time(two: tuple[Path, Path], tmp_path: Path):
    """A second one that is started meanwhile is refused, and says so."""
    goal = tmp_path / "www"
    publish_copy(goal, two[0])
    with publish._alone(goal), pytest.raises(publish.PublishError, match="lần phát hành khác"):
        publish_copy(goal, two[1])


def test_a_folder_that_is_not_for_publishing_is_left_alone(two: tuple[Path, Path], tmp_path: Path):
    """Where DEST/site is an ordinary folder, nothing is touched."""
    (tmp_path / "site").mkdir()
    with pytest.raises(publish.PublishError, match="thư mục thường"):
        publish_copy(tmp_path, two[0])
