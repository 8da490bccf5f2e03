"""`programme build-all` on one machine: warm processes give what `programme build` gives, and what fails is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from many_plans import listed, sourced
from scheduling import until
from support import commanded, contents, served, spoiled

from programme.farm import jobs, local, telling
from programme.farm.jobs import Job, Outcome
from programme.load.findings import FindingsError
from programme.portal import listing

WORDS = "\n\nfrom programme.macros import define_env\n"
LEAKS = f"""
import atexit, os, sys, threading
import programme.vietnamese.formats, programme.built.feed
os.environ.update(SITE_URL="https://ro-ri.example/", SOURCE_DATE_EPOCH="1", TZ="Asia/Tokyo")
programme.vietnamese.formats.date = lambda iso: "RÒ RỈ"
programme.built.feed.files = lambda programme, site: iter(())
sys.modules["zxingcpp"] = None
atexit.register(os.chdir, "/")
{WORDS}"""
Alone = Callable[..., dict[str, bytes]]


def test_a_warm_process_gives_the_bytes_of_one_for_each(plans: Path, alone: Alone, tmp_path: Path):
    """What a plan with code of its own leaves behind is nowhere in the next, nor in one that is fetched."""
    (plans / "xa-1/macros.py").write_text(LEAKS, encoding="utf-8")
    site = "https://xa-2.example/"
    shutil.rmtree(plans / "xa-3/.git")
    with served(tmp_path) as web:
        source = sourced(plans / "xa-3", tmp_path / "xa-3.zip", f"{web}/xa-3.zip", "trang/xa-3")
        portal = listed(plans, "folder: xa-1, code: true", f"folder: xa-2, address: {site}", source)
        done = commanded("build-all", str(portal), "--into", str(tmp_path / "www"), "--processes", "1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "xa-1: xong (1 xong, 0 hỏng, còn 2)",
        "xa-2: xong (2 xong, 0 hỏng, còn 1)",
        "trang/xa-3: xong (3 xong, 0 hỏng, còn 0)",
        "Đã dựng 3 trên 3 Kế hoạch.",
    ]
    assert "RÒ RỈ" in (tmp_path / "www/xa-1/gioi-thieu.html").read_text(encoding="utf-8")
    assert contents(tmp_path / "www/xa-2") == alone(plans / "xa-2", site)
    assert contents(tmp_path / "www/trang/xa-3") == alone(plans / "xa-3")
    assert not (plans / "trang").exists()


def test_what_fails_is_named_and_stops_nothing(plans: Path):
    """A wrong figure, a folder that is not there, one in the way: the others are built, the last good site stays."""
    (plans / "xa-1/site").mkdir()
    (plans / "xa-1/site/404.html").write_text("trang cũ", encoding="utf-8")
    spoiled(plans / "xa-1", "data/plan.yaml", "start: 2027", "start: 20x7")
    (plans / "xa-2/site").mkdir()
    (plans / "xa-2/site/thu.txt").write_text("của người khác", encoding="utf-8")
    entries = ("folder: xa-1", "folder: xa-2", "folder: xa-5", "address: https://xa-6.example/", "folder: xa-3")
    done = commanded("build-all", str(listed(plans, *entries)), "--processes", "2")
    assert done.returncode == 1
    report = done.stdout[done.stdout.index("Đã dựng") :].splitlines()
    assert report[:5] == [
        "Đã dựng 1 trên 4 Kế hoạch.",
        "1 Kế hoạch do nơi khác dựng (danh sách chỉ có địa chỉ, hay trang dựng sẵn).",
        "Hỏng 3; trang cũ của Kế hoạch ấy, nếu có, giữ nguyên:",
        "- xa-1:",
        '    data/plan.yaml:9: Từ ngày (start): ghi là "20x7".',
    ]
    assert report[-4:] == [
        "- xa-2:",
        f"    {plans}/xa-2/site không phải thư mục của một trang đã dựng; chọn một thư mục trống.",
        "- xa-5:",
        f"    Không có thư mục {plans}/xa-5.",
    ]
    assert contents(plans / "xa-1/site") == {"404.html": "trang cũ".encode()}
    assert (plans / "xa-3/site/index.html").is_file()
    assert not list(plans.glob("*/.build-*"))


def test_a_build_that_is_killed_is_told_and_the_next_goes_on(plans: Path):
    """Killed alone, or with the warm process that it is a copy of, which another takes the place of."""
    for number, killed in ((1, "os.getpid()"), (2, "os.getppid()")):
        # the plan's code, which ends itself or its parent: asleep so that it is there until the signal has come
        text = f"import os, signal, time\nos.kill({killed}, signal.SIGKILL)\ntime.sleep(20)\n{WORDS}"
        (plans / f"xa-{number}/macros.py").write_text(text, encoding="utf-8")
    portal = listed(plans, "folder: xa-1, code: true", "folder: xa-2, code: true", "folder: xa-3")
    done = commanded("build-all", str(portal), "--processes", "1")
    assert done.returncode == 1
    why = (
        "    Việc dựng bị dừng giữa chừng (tín hiệu 9): thường vì máy hết bộ nhớ, hoặc có người dừng nó. "
        "Kiểm tra bộ nhớ của máy rồi dựng lại."
    )
    assert done.stdout.splitlines()[-4:] == ["- xa-1:", why, "- xa-2:", why]
    assert sorted(path.parent.name for path in plans.glob("*/site")) == ["xa-3"]


def test_a_bar_is_for_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """There it says how many plans are done, failed and left; a line each is written anywhere else."""
    outcomes = [Outcome(Job(f"xa-{n}", Path(), Path()), "hết giờ" if n == 2 else "") for n in (1, 2, 3)]
    telling.Told(4).take(outcomes)
    assert capsys.readouterr().out.splitlines()[-1] == "xa-3: xong (2 xong, 1 hỏng, còn 1)"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    telling.Told(4).take(outcomes)
    shown = capsys.readouterr().out
    assert "2 xong, 1 hỏng, còn 1  [" in shown and "]  3/4" in shown and "\nxa-3" not in shown


def test_a_shard_is_every_so_manieth_plan(plans: Path):
    """Of 10 plans the second of three parts has the second, fifth and eighth; parts are counted from 1 to the last."""
    ten = [Job(f"xa-{number}", Path(), Path()) for number in range(1, 11)]
    assert [one.name for one in jobs.shard(ten, "2/3")] == ["xa-2", "xa-5", "xa-8"]
    assert {one for part in ("1/3", "2/3", "3/3") for one in jobs.shard(ten, part)} == {*ten}
    for wrong in ("0/3", "4/3", "2", "a/b", "1/0"):
        with pytest.raises(ValueError):
            jobs.shard(ten, wrong)
    said = commanded("build-all", str(listed(plans, "folder: xa-1")), "--shard", "0/3")
    assert (said.returncode, said.stderr) == (2, '--shard ghi là "0/3"; viết như 3/40: phần thứ 3 trong 40 phần.\n')


def test_only_a_list_is_taken_for_one(plans: Path):
    """A file of another name is not; one that is not there, or whose folder has none, is told."""
    other = commanded("build-all", str(plans / "xa-1/mkdocs.yml"))
    assert (other.returncode, other.stderr) == (
        2,
        f"{plans}/xa-1/mkdocs.yml không phải portal.yaml, danh sách các Kế hoạch.\n",
    )
    for missing in (plans / "portal.yaml", plans):
        done = commanded("build-all", str(missing))
        assert done.returncode == 1 and done.stderr.startswith("portal.yaml: "), done.stderr


def test_no_site_goes_to_the_place_of_another(tmp_path: Path):
    """Folders that differ in what leads upwards alone, or stand in one another, are told with both lines."""
    apart = listing.read(listed(tmp_path, "folder: ../a/x", "folder: ../b/x").parent)
    assert [one.target for one in jobs.jobs(apart, tmp_path)] == [tmp_path / "a/x", tmp_path / "b/x"]
    for second in ("folder: ../../x", "folder: x/y"):
        same = listing.read(listed(tmp_path, "folder: ../x", second).parent)
        with pytest.raises(FindingsError, match=r"đè lên trang của Kế hoạch ở dòng [34]"):
            jobs.jobs(same, tmp_path)


def has_ended(pid: str) -> bool:
    """Whether there is no such process, or but its name, as nobody asked how it ended."""
    about = Path("/proc", pid, "stat")
    return not about.exists() or about.read_text(encoding="utf-8").rpartition(")")[2].split()[0] in "ZX"


def test_a_run_that_is_closed_leaves_nothing_behind(plans: Path):
    """Stopped after the first plan, it ends the builds that run: no half site, no folder beside one, no process."""
    slow = plans / "xa-2/macros.py"
    # a build that would not end by itself, within the time of this test: it must be ended
    said = "import os, time\nopen('pid', 'w').write(str(os.getpid()))\ntime.sleep(600)"
    slow.write_text(f"{said}\n{WORDS}", encoding="utf-8")
    every = [Job(f"xa-{n}", plans / f"xa-{n}", plans / f"xa-{n}/site", code=True) for n in (1, 2, 3, 4)]
    run = local.run([every[1], every[0], *every[2:]], 2)
    assert (next(run).job.name, run.close()) == ("xa-1", None)
    until(lambda: has_ended((plans / "xa-2/pid").read_text(encoding="utf-8")))
    assert not list(plans.glob("*/.build-*")) and not (plans / "xa-2/site").exists()
