"""`programme build-all --scheduler`: a real scheduler, two workers on this machine, and what goes wrong on them."""

from __future__ import annotations

import os
import re
import shutil
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from many_plans import listed, sourced
from scheduling import Cluster, running, until
from support import WHOLE, commanded, contents, served, spoiled

Alone = Callable[..., dict[str, bytes]]


_FULL = "tệp lớn quá mức mà máy cho phép), nên máy khác dựng thay."


@pytest.fixture
def cluster(tmp_path: Path):
    with running(tmp_path / "cluster") as started:
        yield started


def test_two_workers_give_the_bytes_of_one_process(plans: Path, alone: Alone, tmp_path: Path, cluster: Cluster):
    """Of 30 plans (in a sample of 2), one known by its source, each site is as `programme build` makes it; no worker
    keeps a plan.
    """
    cluster.worker("một"), cluster.worker("hai")
    names = ["xa-1", "xa-2"]
    shutil.rmtree(plans / "xa-2/.git")
    for number in range(5, 33) if WHOLE else ():
        names.append(f"xa-{number}")
        shutil.copytree(plans / "xa-1", plans / names[-1])
        spoiled(plans / names[-1], "data/plan.yaml", "xã An Lạc", f"xã An Lạc {number}")
    with served(tmp_path) as web:
        entries = [f"folder: {name}, address: 'https://{name}.example/'" for name in names]
        source = sourced(plans / "xa-2", tmp_path / "xa-2.zip", f"{web}/xa-2.zip", "trang/xa-2")
        entries[1] = f"{source}, address: 'https://xa-2.example/'"
        done = commanded("build-all", str(listed(plans, *entries)), "--scheduler", cluster.address)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == f"Đã dựng {len(names)} trên {len(names)} Kế hoạch."
    for name in names:
        place = plans / ("trang/xa-2" if name == "xa-2" else name)
        assert contents(place / "site") == alone(plans / name, f"https://{name}.example/"), name
    assert not list(tmp_path.glob("cluster/*/programme-*")) and not list(plans.glob("*/.build-*"))


def test_what_goes_wrong_on_a_worker_stops_no_other_plan(plans: Path, tmp_path: Path, cluster: Cluster):
    """A worker that is killed, one whose disk is full, a plan that fails its check: each is told, the rest is built."""
    full = cluster.worker("đầy", file_size=30_000)
    killed = cluster.worker("bị dừng")
    spoiled(plans / "xa-1", "data/plan.yaml", "start: 2027", "start: 20x7")
    # on one worker the build does not end by itself: so that the worker is killed in the middle of it
    slow = "import os, time\nif 'bị dừng' in os.environ['TMPDIR']:\n    open(os.environ['TMPDIR'] + '/begun', 'w')\n"
    slow += "    time.sleep(600)\nfrom programme.macros import define_env\n"
    (plans / "xa-2/macros.py").write_text(slow, encoding="utf-8")
    (plans / "xa-3/site").mkdir()
    (plans / "xa-3/site/404.html").write_text("trang cũ", encoding="utf-8")
    portal = listed(plans, "folder: xa-1", "folder: xa-2, code: true", "folder: xa-3", "folder: xa-4")

    def end_it() -> None:
        until((tmp_path / "cluster/bị dừng/begun").exists)
        cluster.worker("lành")
        os.killpg(killed.pid, signal.SIGKILL)

    threading.Thread(target=end_it, daemon=True).start()
    done = commanded("build-all", str(portal), "--scheduler", cluster.address)
    assert full.poll() is None and done.returncode == 1
    report = done.stdout[done.stdout.index("Đã dựng") :].splitlines()
    assert report[:3] == [
        "Đã dựng 3 trên 4 Kế hoạch.",
        "Hỏng 1; trang cũ của Kế hoạch ấy, nếu có, giữ nguyên:",
        "- xa-1:",
    ]
    assert '    data/plan.yaml:9: Từ ngày (start): ghi là "20x7".' in report
    notes = [re.sub("127.0.0.1:[0-9]+", "…", line) for line in report if line.startswith("Lưu ý: ")]
    assert "Lưu ý: mất máy tcp://… giữa chừng; việc của nó giao máy khác." in notes
    assert any(line.startswith("Lưu ý: máy tcp://… không dựng được xa-") and _FULL in line for line in notes), notes
    assert not (plans / "xa-1/site").exists() and (plans / "xa-3/site/index.html").is_file()
    assert not list(plans.glob("*/.build-*"))
