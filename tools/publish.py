"""Publish the site: `python tools/publish.py DEST`, and `--back` to the build before.

DEST holds `builds/`, the last three builds, and `site`, a link to the one that is
served: a web server's root is DEST/site. A build becomes the site in one step,
after it was checked; until then, and if anything fails, the site stays as it is.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_output import essence

from programme import FindingsError, history, open_programme, verify

ROOT = Path(__file__).resolve().parent.parent
KEPT = 3
_NAMED = re.compile(r"\.[0-9a-f]{10}\.js(\.gz)?$")
_BUILD = re.compile(r"(\d{6,})-[0-9a-f]+")
_HALF = ".new-"
"""How a build is named while it is made, and while it is removed: it can neither be served nor gone back to."""


class PublishError(Exception):
    """The site was not changed; the message says why."""


def publish(root: Path, destination: Path) -> Path:
    """Check, build, look at the result, switch. Returns the folder that is now the site."""
    with _alone(destination):
        builds = destination / "builds"
        builds.mkdir(parents=True, exist_ok=True)
        for left in builds.glob(f"{_HALF}*"):  # of a publication that was stopped
            shutil.rmtree(left)
        work = Path(tempfile.mkdtemp(prefix=_HALF, dir=builds))
        try:
            _say("Kiểm tra dữ liệu và dựng trang…")
            _build(root, work)
            _say("Xem lại trang vừa dựng…")
            programme = open_programme(root)
            found = verify.problems(programme, work)
            if found:
                raise PublishError("\n".join(["Trang dựng xong nhưng chưa đúng, trang cũ giữ nguyên:", *found]))
            now = current(destination)
            _keep_named_files(now, work)
            number = max(map(_number, _builds(destination)), default=0) + 1
            made = builds / f"{number:06}-{history.version(root).id}"
            work.chmod(0o755)
            work.rename(made)
        except BaseException:
            shutil.rmtree(work, ignore_errors=True)
            raise
        for one in _builds(destination)[:-1]:
            if now and 0 < _number(now) < _number(one):  # somebody went back from it: nobody wants to go back to it
                _remove(one)
        _switch(destination, made)
        for old in _builds(destination)[:-KEPT]:
            _remove(old)
        return made


def back(destination: Path) -> Path:
    """Make the build before the present one the site again."""
    with _alone(destination):
        now = current(destination)
        before = [one for one in _builds(destination) if now and _number(one) < _number(now)]
        if not before:
            raise PublishError("Không còn bản cũ hơn để quay về.")
        _keep_named_files(now, before[-1])
        _switch(destination, before[-1])
        return before[-1]


def current(destination: Path) -> Path | None:
    """The build that is the site now."""
    link = destination / "site"
    return link.resolve() if link.is_symlink() and link.exists() else None


def _builds(destination: Path) -> list[Path]:
    """The builds that are kept, oldest first. What else lies in the folder is not ours."""
    found = (destination / "builds").iterdir() if (destination / "builds").is_dir() else ()
    return sorted((one for one in found if one.is_dir() and _BUILD.fullmatch(one.name)), key=_number)


def _number(build: Path) -> int:
    found = _BUILD.fullmatch(build.name)
    return int(found[1]) if found else 0


def _build(root: Path, target: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise PublishError(f"Không dựng được trang, trang cũ giữ nguyên:\n{essence(done.stdout)}")


def _remove(build: Path) -> None:
    """Remove a build; stopped on the way, half of it is no build any more."""
    going = build.with_name(f"{_HALF}{build.name}")
    build.rename(going)
    shutil.rmtree(going)


def _keep_named_files(old: Path | None, new: Path) -> None:
    """Keep the scripts that pages of the build before ask for: one may be open while the site is switched."""
    if old is None:
        return
    asked = (old / "index.html").read_text(encoding="utf-8")
    for path in sorted(old.rglob("*.js*")):
        target = new / path.relative_to(old)
        if _NAMED.search(path.name) and path.name.removesuffix(".gz") in asked and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)


def _say(words: str) -> None:
    """Progress, at once: a build takes its time on a slow machine."""
    print(words, flush=True)


def _switch(destination: Path, build: Path) -> None:
    """Point the link at another build, in one step."""
    fresh = destination / ".site"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(build.relative_to(destination))
    fresh.replace(destination / "site")


@contextmanager
def _alone(destination: Path) -> Iterator[None]:
    """One publication at a time; the lock goes with the process."""
    if (destination / "site").exists() and not (destination / "site").is_symlink():
        raise PublishError(f"{destination}/site là thư mục thường; DEST phải là thư mục dành riêng cho việc phát hành.")
    destination.mkdir(parents=True, exist_ok=True)
    with (destination / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PublishError("Đang có một lần phát hành khác; chờ xong rồi làm lại.") from None
        yield


def main() -> int:
    parser = argparse.ArgumentParser(description="Phát hành trang, hoặc quay về bản trước.")
    parser.add_argument("destination", type=Path, metavar="DEST")
    parser.add_argument("--back", action="store_true", help="quay về bản trước")
    parser.add_argument("--root", type=Path, default=ROOT, help="dự án cần phát hành")
    options = parser.parse_args()
    try:
        destination = options.destination.resolve()
        made = back(destination) if options.back else publish(options.root.resolve(), destination)
    except (PublishError, FindingsError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:  # a full disk, a folder of somebody else
        print(f"Không ghi được, trang cũ giữ nguyên: {error}", file=sys.stderr)
        return 1
    _say(f"Xong. Trang nay là bản {made.name}, máy chủ lấy từ: {destination / 'site'}")
    if older := [one for one in _builds(destination) if _number(one) < _number(made)]:
        _say(f"Nếu có gì sai, quay về bản trước ({older[-1].name}): make back DEST={shlex.quote(str(destination))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
