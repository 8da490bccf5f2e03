"""Publishing: the old site or the new one, never half of one, whatever happens."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import servers
from conftest import ROOT
from publish_copy import publish_copy

sys.path.insert(0, str(ROOT / "tools"))
import publish

WHOLE = bool(os.environ.get("WHOLE"))
"""Whether each publication builds the site anew (`make drill`), or publishes one that is built."""
TIMES = 20
FROM_ELSEWHERE = '<img src="https://x.example/a.png"></body>'


@pytest.fixture(scope="module")
def two(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site, and one of other data: other words on each page, another name of its script."""
    other = tmp_path_factory.mktemp("other") / "site"
    shutil.copytree(site, other)
    script = next((other / "assets").glob("site.*.js")).name
    renamed = f"site.{'0' * 10}.js"
    for path in other.rglob("*.html"):
        text = path.read_text(encoding="utf-8").replace(script, renamed).replace("Phiên bản dữ liệu: ", "Phiên bản dữ liệu: khác-")
        path.write_text(text, encoding="utf-8")
        path.with_name(f"{path.name}.gz").unlink(missing_ok=True)
    for ending in ("", ".gz"):
        (other / "assets" / f"{script}{ending}").rename(other / "assets" / f"{renamed}{ending}")
    return site, other


def run(*arguments: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tools/publish.py"), "--root", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True)


def test_a_site_is_built_checked_and_published(copy: Path, tmp_path: Path):
    """From data to DEST/site in one command; a fact that is changed is there after the next; one command goes back."""
    goal = tmp_path / "www"
    done = run(str(goal), root=copy)
    assert done.returncode == 0, done.stderr
    page = goal / "site/du-an/2.html"
    assert "3.051 triệu đồng" in page.read_text(encoding="utf-8")
    data = copy / "data/projects/du-an-2.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("3.051 triệu", "3.100 triệu"), encoding="utf-8")
    assert run(str(goal), root=copy).returncode == 0
    assert "3.100 triệu đồng" in page.read_text(encoding="utf-8")
    # a mistake in the data: said, and nothing changes
    data.write_text(data.read_text(encoding="utf-8").replace("3.100 triệu", "3.100 trieu"), encoding="utf-8")
    failed = run(str(goal), root=copy)
    assert (
        failed.returncode == 1 and "data/projects/du-an-2.yaml:" in failed.stderr and "Traceback" not in failed.stderr
    )
    assert "3.100 triệu đồng" in page.read_text(encoding="utf-8")
    assert len(list((goal / "builds").iterdir())) == 2  # nothing half-made is left
    assert run("--back", str(goal), root=copy).returncode == 0
    assert "3.051 triệu đồng" in page.read_text(encoding="utf-8")
    again = run("--back", str(goal), root=copy)
    assert again.returncode == 1 and "Không còn bản cũ hơn" in again.stderr


@pytest.mark.parametrize(
    "spoil, said",
    [
        (lambda site: (site / "du-an/2.html").unlink(), "liên kết không tới đâu"),
        (lambda site: edit(site / "kinh-phi.html", 'id="theo-du-an"', 'id="mat"'), "liên kết không có chỗ tới"),
        (lambda site: edit(site / "toan-van.html", "suy dinh dưỡng thấp còi", "suy dinh dưỡng"), "thiếu lời của mục"),
        (
            lambda site: edit(site / "index.html", "</body>", '<img src="https://x.example/a.png"></body>'),
            "máy chủ khác",
        ),
        (lambda site: edit(site / "bao-cao.html", "</body>", f"{os.urandom(70_000).hex()}</body>"), "sau khi nén"),
        (lambda site: (site / "404.html").unlink(), "404.html: thiếu trang"),
    ],
)
def test_a_site_with_a_fault_is_not_published(
    two: tuple[Path, Path], tmp_path: Path, spoil: Callable[[Path], None], said: str
):
    """A dead link, a lost anchor, a lost word, a request elsewhere, a heavy page, a missing page: nothing changes."""
    goal = tmp_path / "www"
    before = publish_copy(goal, two[0])
    bad = tmp_path / "bad"
    shutil.copytree(two[0], bad)
    spoil(bad)
    with pytest.raises(publish.PublishError, match=said):
        publish_copy(goal, bad)
    assert publish.current(goal) == before and len(list((goal / "builds").iterdir())) == 1


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_three_builds_are_kept(two: tuple[Path, Path], tmp_path: Path):
    """After five publications the last three are there; the scripts of the one before last are not carried along."""
    goal = tmp_path / "www"
    for number in range(5):
        publish_copy(goal, two[number % 2])
    kept = sorted(one.name.split("-")[0] for one in (goal / "builds").iterdir())
    assert kept == ["000003", "000004", "000005"]
    assert len(list((goal / "site/assets").glob("site.*.js"))) == 2  # its own, and that of the build before


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


def test_readers_never_get_half_a_site(two: tuple[Path, Path], tmp_path: Path):
    """While the site is published 20 times behind a real nginx, no answer is wrong: pages whole, scripts there."""
    goal, folder = tmp_path / "www", tmp_path / "nginx"
    folder.mkdir()
    publish_copy(goal, two[1])
    with servers.nginx(goal / "site", folder) as address:
        hammer = subprocess.Popen(
            [sys.executable, str(ROOT / "tests/hammer.py"), address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(TIMES):
            if WHOLE:
                assert run(str(goal)).returncode == 0
            else:
                publish_copy(goal, two[number % 2])
        said, _ = hammer.communicate()
    found = json.loads(said)
    assert found["wrong"] == []
    assert sum(found["right"].values()) > 200, found
    assert WHOLE or min(found["right"].values()) > 20, found  # both sites were read


def test_killed_at_any_moment_it_leaves_the_old_site_or_the_new(two: tuple[Path, Path], tmp_path: Path):
    """Killed 20 times at random moments, the site is whole each time, and the next publication works."""
    goal = tmp_path / "www"
    publish_copy(goal, two[0])
    dice = random.Random(2023)
    command = [sys.executable, str(ROOT / "tests/publish_copy.py"), str(goal)]
    if WHOLE:
        command = [sys.executable, str(ROOT / "tools/publish.py"), str(goal)]
    start = time.monotonic()
    subprocess.run([*command, *([] if WHOLE else [str(two[1])])], check=True)
    lasts = time.monotonic() - start
    ended: Counter[str] = Counter()
    for number in range(TIMES):
        before = publish.current(goal)
        process = subprocess.Popen(
            [*command, *([] if WHOLE else [str(two[number % 2])])], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(dice.uniform(0.3, 1.05) * lasts)  # the random moment of the kill is what is tested
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = publish.current(goal)
        assert now is not None and now.is_dir()
        ended["old" if now == before else "new"] += 1
        whole = {
            path.relative_to(two[0])
            for path in two[0].rglob("*")
            if not path.name.startswith("site.") and not path.name.endswith(".html.gz")
        }
        assert whole <= {path.relative_to(now) for path in now.rglob("*")}, f"half a site after kill {number}"
    assert ended["old"], ended
    made = publish_copy(goal, two[0])
    assert publish.current(goal) == made and not list((goal / "builds").glob(".*"))
