"""Publish the site: `programme publish DEST`; `programme back DEST` goes back to the build before.

DEST holds `builds/`, the builds of the last three states of the data, and `site`, a link to the one that is
served: a web server's root is DEST/site. A build becomes the site in one step,
after it was checked; until then, and if anything fails, the site stays as it is.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import lock_descriptor

from .. import FindingsError, check
from ..building import readable
from ..building.reasons import is_full, reason
from ..building.whole_site import BuildError, build, wrong_address
from ..built import verify
from ..built.site import address_in
from ..command_words import typed
from ..drafting.questions.questions import QuestionsError, refusal
from ..history import git, published
from ..pages import addresses
from .save import unsaved

KEPT = 3
OWN = ".publish"
"""The one folder of the project that may be published to: where GitHub and GitLab fetch the site from."""
_NAMED = re.compile(r"[.-][0-9a-f]{8,10}(\.min)?\.(js|css)(\.gz)?$")
"""Files named by their contents, or by the scripts that read them: ours, and in its own frame Material's."""
_BUILD = re.compile(r"(\d{6,})-[0-9a-f]+")
_VERSION = re.compile(r"Phiên bản dữ liệu: [^,<]*, ([^.<]*)")
_NO_LINKS = 1314
"""What Windows says to who may not make links."""
_HALF = ".new-"
"""How a build is named while it is made, and while it is removed: it can neither be served nor gone back to."""


def say(words: object) -> None:
    """Progress, at once: a build takes its time on a slow machine."""
    print(words, flush=True)


class PublishError(Exception):
    """The site was not changed; the message says why."""


def publish(
    root: Path, destination: Path, *, drop: bool = False, draft: bool = False, say: Callable[[object], None] = say
) -> Path:
    """Check, build, look at the result, switch. Returns the folder that is now the site.

    A page that the site has and the new build has not stops it, unless `drop`; an open question, unless `draft`.
    `say` is told how far it is (words), and what is no mistake but worth a look (words, or a finding).
    """
    if wrong := wrong_address() or refusal(root, allowed=draft):
        raise PublishError(wrong)
    with _alone(destination):
        builds = destination / "builds"
        readable.make(builds)
        _clear(builds)
        work = Path(tempfile.mkdtemp(prefix=_HALF, dir=builds))
        try:
            say("Kiểm tra dữ liệu và dựng trang…")
            try:
                build(root, work)
            except BuildError as error:
                raise PublishError(f"Không dựng được trang, trang cũ giữ nguyên:\n{error}") from None
            say("Xem lại trang vừa dựng…")
            programme, warnings = check(root)
            found = verify.problems(programme, work)
            if found:
                raise PublishError("\n".join(["Trang dựng xong nhưng chưa đúng, trang cũ giữ nguyên:", *found]))
            now = current(destination)
            if now and not drop and (gone := _gone(now, work)):
                raise PublishError(gone)
            _keep_named_files(destination, work)
            _look_who_may_read(work)
            number = max(map(_number, _builds(destination)), default=0) + 1
            made = builds / f"{number:06}-{_data(root)}"
            work.rename(made)
        except BaseException:
            shutil.rmtree(work, ignore_errors=True)
            raise
        rejected = [one for one in _builds(destination)[:-1] if now and 0 < _number(now) < _number(one)]
        try:
            for one in rejected:  # somebody went back from it: nobody wants to go back to it
                _remove(one)
            _switch(destination, made)
        except BaseException:
            if current(destination) != made:
                shutil.rmtree(made, ignore_errors=True)
            raise
        if not programme.open_questions:
            published.mark(root)
        for note in (*warnings, *_notes(root, now, made), *_shut(made), *_prune(destination, now)):
            say(note)
        return made


def back(destination: Path) -> Path:
    """Make the build before the present one the site again."""
    if not (destination / "site").is_symlink():
        raise PublishError(f"Không có trang nào ở {destination}; xem lại DEST.")
    with _alone(destination):
        now = current(destination)
        before = [one for one in _builds(destination) if now and _number(one) < _number(now)]
        if not before:
            raise PublishError("Không còn bản cũ hơn để quay về.")
        _clear(destination / "builds")
        _keep_named_files(destination, before[-1])
        _look_who_may_read(before[-1])
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


def _data(root: Path) -> str:
    """The name of the state of the data."""
    return git.version(root).id


def _dated(build: Path) -> str:
    """The name of a build, and in words which data it shows."""
    about = build / f"{addresses.ABOUT}.html"
    found = _VERSION.search(about.read_text(encoding="utf-8")) if about.is_file() else None
    return f"{build.name} (dữ liệu {found[1]})" if found else build.name


def _prune(destination: Path, before: Path | None) -> Iterator[str]:
    """Keep the newest build of each of the last states of the data, and what was the site just before.

    Gives what could not be removed: the new site is there already.
    """
    seen: set[str] = set()
    for one in reversed(_builds(destination)):
        data = one.name.partition("-")[2]
        if one != before and (data in seen or len(seen) == KEPT):
            try:
                _remove(one)
            except OSError as error:
                yield f"Lưu ý: không xóa được bản cũ {one}: {reason(error)}."
        seen.add(data)


def _pages(site: Path) -> set[str]:
    return {path.relative_to(site).with_suffix("").as_posix() for path in site.rglob("*.html")}


def _gone(now: Path, new: Path) -> str:
    """Which pages readers would lose, and how to go on; nothing if none."""
    gone = sorted(_pages(now) - _pages(new))
    if not gone:
        return ""
    listed = "\n".join(f"    /{address}" for address in gone)
    return (
        f"Bản mới không còn các trang sau; trang cũ giữ nguyên:\n{listed}\n"
        "Ai giữ địa chỉ ấy sẽ gặp trang báo lỗi. Mã bị gõ khác đi thì sửa lại như cũ; "
        "thật sự bỏ các trang này thì gõ lại lệnh, thêm DROP=1 ở cuối."
    )


def _notes(root: Path, now: Path | None, made: Path) -> Iterator[str]:
    """What is no mistake, but may not be meant."""
    if unsaved(root):
        yield f"Lưu ý: có chỗ sửa chưa lưu; gõ {typed('save')} rồi phát hành lại thì nhật ký mới kể ngày."
    before, after = (address_in(site) if site else "" for site in (now, made))
    if before and not after:
        yield (
            f"Lưu ý: bản trước ghi địa chỉ {before}, bản này không ghi (thiếu mã QR và sơ đồ trang). "
            f"Cần thì gõ lại lệnh, thêm SITE_URL={before} ở cuối."
        )


def _shut(made: Path) -> Iterator[str]:
    """That only its owner goes through a folder above the site: whose rights they are, is his affair."""
    if shut := readable.in_the_way(made.parent):
        yield (
            f"Lưu ý: chỉ chủ và nhóm của thư mục {shut} đi qua được nó. Máy chủ web chạy bằng tài khoản khác thì "
            f"không đọc được trang; cần thì gõ: chmod o+x {shlex.quote(str(shut))}"
        )


def _outside(destination: Path, root: Path) -> None:
    """The project is no place to publish to: `make site` and `make clean` remove what they know there."""
    if destination.is_relative_to(root) and not destination.is_relative_to(root / OWN):
        raise PublishError(
            f"{destination} nằm trong thư mục của trang (nơi có data, docs), có thể bị lệnh khác xóa. "
            "Chọn một thư mục ở ngoài, ví dụ: DEST=/srv/giam-ngheo"
        )


def _remove(build: Path) -> None:
    """Remove a build; stopped on the way, half of it is no build any more."""
    going = build.with_name(f"{_HALF}{build.name}")
    build.rename(going)
    shutil.rmtree(going)


def _clear(builds: Path) -> None:
    """Remove what a publication left that was stopped."""
    for left in builds.glob(f"{_HALF}*"):
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()


def _look_who_may_read(build: Path) -> None:
    """Let everybody read the build that is to be the site; raise where the web server could not, and say why."""
    why = ""
    try:
        readable.open_to_all(build)
    except OSError as error:  # of somebody else
        why = f" ({reason(error)})"
    if found := readable.closed(build):
        raise PublishError("\n".join([f"Máy chủ web không đọc được bản này{why}, trang cũ giữ nguyên:", *found[:20]]))


def _keep_named_files(destination: Path, new: Path) -> None:
    """Keep in a build the scripts, styles and indexes that pages of the others ask for: one may still be open.

    Only what a build has of its own, so that nothing is carried on for ever. A file is there whole or not at all.
    """
    part = destination / "builds" / f"{_HALF}file"
    for old in _builds(destination):
        named = [path for path in old.rglob("*") if old != new and _NAMED.search(path.name)]
        missing = [path for path in named if not (new / path.relative_to(old)).exists()]
        names, asked = {path.name.removesuffix(".gz").encode() for path in missing}, set[bytes]()
        for text in (page.read_bytes() for page in old.rglob("*.html") if names):
            asked |= {name for name in names - asked if name in text}
        for path in missing:
            if path.name.removesuffix(".gz").encode() in asked:
                target = new / path.relative_to(old)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, part)
                part.replace(target)


def _switch(destination: Path, build: Path) -> None:
    """Point the link at another build, in one step."""
    fresh = destination / ".site"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(build.relative_to(destination), target_is_directory=True)
    if os.name == "nt":  # there a link to a folder cannot be put in the place of another: two steps
        (destination / "site").unlink(missing_ok=True)
    fresh.replace(destination / "site")


@contextmanager
def _alone(destination: Path) -> Iterator[None]:
    """One publication at a time; the lock goes with the process."""
    if (destination / "site").exists() and not (destination / "site").is_symlink():
        raise PublishError(f"{destination}/site là thư mục thường; DEST phải là thư mục dành riêng cho việc phát hành.")
    readable.make(destination)
    with (destination / ".lock").open("ab") as lock:
        if not lock_descriptor(lock.fileno(), blocking=False):
            raise PublishError("Đang có một lần phát hành khác; chờ xong rồi làm lại.")
        yield


def _help(error: Exception) -> str:
    if is_full(error):
        return "Dọn bớt đĩa rồi gõ lại lệnh."
    return "Chọn thư mục khác, hoặc nhờ người quản trị máy chủ cấp quyền."


def destination(parser: ArgumentParser) -> None:
    """Where to publish to, for this command and for `back`."""
    parser.add_argument("destination", metavar="DEST", help="nơi phát hành, ngoài thư mục của Kế hoạch")


def options(parser: ArgumentParser) -> None:
    destination(parser)
    parser.add_argument("--drop", action="store_true", help="bỏ các trang mà bản mới không còn")
    allowed(parser)


def allowed(parser: ArgumentParser) -> None:
    """That a draft may go to readers, for this command and for `offline`."""
    parser.add_argument("--draft", action="store_true", help="phát hành cả khi còn câu hỏi về bản nháp chưa trả lời")


def run(options: Namespace) -> int:
    return switched(
        options, lambda destination: publish(options.root, destination, drop=options.drop, draft=options.draft)
    )


def switched(options: Namespace, switch: Callable[[Path], Path]) -> int:
    """Do what gives the destination another site, and say which it is now."""
    if not options.destination:
        print(f"Cần nơi phát hành: {typed(options.command)} DEST=/srv/giam-ngheo", file=sys.stderr)
        return 1
    wrong = attempted(options.root, options.destination, switch, say)
    if wrong:
        print(wrong, file=sys.stderr)
    return int(bool(wrong))


def attempted(root: Path, where: str, switch: Callable[[Path], Path], say: Callable[[object], None]) -> str:
    """The same without a terminal: gives why it was not done, "" if it was."""
    destination = Path(where)
    try:
        destination = destination.expanduser().resolve()
        _outside(destination, root)
        made = switch(destination)
        older = [one for one in _builds(destination) if _number(one) < _number(made)]
    except (PublishError, QuestionsError, FindingsError) as error:
        return str(error)
    except (OSError, RuntimeError) as error:  # a full disk, a folder of somebody else; "~" of nobody
        why = reason(error)
        if getattr(error, "winerror", None) == _NO_LINKS:
            why = "Windows chưa cho tạo liên kết; bật Developer Mode trong Settings, hoặc gõ lệnh với quyền quản trị"
        return f"Không ghi được vào {destination}: {why}. Trang cũ giữ nguyên. {_help(error)}"
    say(f"Xong. Trang nay là bản {_dated(made)}, máy chủ lấy từ: {destination / 'site'}")
    if older:
        place = shlex.quote(str(destination)) if os.name == "posix" else f'"{destination}"'
        say(f"Nếu có gì sai, quay về bản {_dated(older[-1])}: {typed('back')} DEST={place}")
    return ""
