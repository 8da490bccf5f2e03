"""What others saved comes here by Git, and goes there: where two people changed the same, each is shown and asked for.

Nothing is merged while something here is not saved, nothing is kept half: a merge that does not lead to readable data
is taken back whole.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from ...edit.nodes import EditError
from ...edit.transaction import Transaction
from ...history import git
from ...pages.settings import FILE as SETTINGS
from ..view import blocks, files, sentences
from ..view.files import Held
from . import tried

NOBODY = {"user_name": "Người sửa dữ liệu", "user_email": "nguoi-sua@localhost"}
MINE, THEIRS = "mine", "theirs"


class ExchangeError(Exception):
    """Nothing was changed here; the message says why."""


@dataclass(frozen=True)
class Clash:
    """A part of the plan that was changed here and elsewhere: what it was, what it is here, what it is there."""

    id: str
    title: str
    old: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class _Two:
    """The same part here and there, as values, with its file."""

    clash: Clash
    file: str
    mine: Any
    theirs: Any


def has_others(root: Path) -> bool:
    """Whether the folder knows a common place: a branch of another repository that it follows."""
    return bool(git.ask(root, "rev-parse", "--abbrev-ref", "--symbolic-full-name", "@{upstream}").strip())


def exchange(root: Path, chosen: Mapping[str, str]) -> tuple[list[str], list[Clash]]:
    """Fetch, merge, send: what was done in words, and what must be chosen first (then nothing was done).

    `chosen`: id of a clash -> `MINE` or `THEIRS`. Raises `ExchangeError`.
    """
    if not has_others(root):
        raise ExchangeError("Thư mục này chưa nối với nơi giữ chung; nhờ người quản trị nối giúp.")
    if git.edits(root, "data", "docs", SETTINGS):
        raise ExchangeError("Còn chỗ chưa lưu. Lưu trước, rồi trao đổi với máy khác.")
    if wrong := git.write(root, "fetch", "--quiet"):
        raise ExchangeError(f"Không nối được tới nơi giữ chung. Git nói: {wrong.splitlines()[-1]}")
    said: list[str] = []
    if int(git.ask(root, "rev-list", "--count", "HEAD..@{upstream}").strip() or 0):
        clashes = list(_clashes(root))
        if any(one.clash.id not in chosen for one in clashes):
            return [], [one.clash for one in clashes]
        _merge(root, clashes, chosen)
        said.append("Đã nhận phần người khác lưu.")
    if int(git.ask(root, "rev-list", "--count", "@{upstream}..HEAD").strip() or 0):
        if wrong := git.write(root, "push", "--quiet"):
            raise ExchangeError(f"Đã nhận, nhưng chưa gửi được phần của bạn. Git nói: {wrong.splitlines()[-1]}")
        said.append("Đã gửi phần của bạn.")
    return said or ["Hai bên đã giống nhau."], []


def _merge(root: Path, clashes: list[_Two], chosen: Mapping[str, str]) -> None:
    head = git.ask(root, "rev-parse", "HEAD").strip()
    if git.ask(root, "merge-base", "HEAD", "@{upstream}").strip() == head:  # nothing is of this side alone
        if wrong := git.write(root, "merge", "--quiet", "--ff-only", "@{upstream}"):
            raise ExchangeError(f"Git không nhận được, mọi thứ ở đây như cũ: {wrong.splitlines()[-1]}")
        return
    named = bool(git.set_to(root, "user.name") and git.set_to(root, "user.email"))
    who: dict[str, Any] = {} if named else {**NOBODY}
    before = tried.look(root / "data")
    try:
        options = ("--no-commit", "--no-ff", "-X", "ours", "@{upstream}")
        if wrong := git.write(root, "merge", "--quiet", *options, **who):
            raise ExchangeError(f"Git không nhập được hai bên, mọi thứ ở đây như cũ: {wrong.splitlines()[-1]}")
        _take(root, [one for one in clashes if chosen[one.clash.id] == THEIRS])
        form = tried.new(tried.look(root / "data").form, before.form)
        if form:
            raise ExchangeError(
                "Nhập hai bên lại thì dữ liệu không đọc được, nên giữ nguyên ở đây. Nhờ người quản trị."
            )
        for command in (("add", "--", "data"), ("commit", "--quiet", "--no-edit", "-m", "Nhận phần người khác đã lưu")):
            if wrong := git.write(root, *command, **who):
                raise ExchangeError(f"Git không ghi được, mọi thứ ở đây như cũ: {wrong.splitlines()[-1]}")
    except (ExchangeError, EditError, OSError) as error:
        git.write(root, "add", "--", "data")
        git.write(root, "reset", "--quiet", "--merge", head)  # what else is edited in the folder stays
        raise ExchangeError(str(error)) from None


def _take(root: Path, taken: list[_Two]) -> None:
    """Put what the others have in the place of what is here, for what was chosen so."""
    edit = Transaction(root / "data")
    for one in taken:
        held = files.Files(root).named(one.file)
        for block in _blocks(held):
            if block.value == one.mine:
                edit.set(one.file.removeprefix("data/"), block.way, _put(held, block, one.theirs))
                break
        else:
            raise EditError("Một chỗ đã chọn không còn ở đây; làm lại.")
    edit.write()


def _put(held: Held, block: blocks.Block, value: Any) -> Any:
    """What a block becomes: a heading keeps what stands below it, a sentence the items in it."""
    whole = files.at(held.value, block.way)
    if block.what == "sentence":
        return sentences.with_items(value, whole)
    if block.what != "heading":
        return value
    return {**value, **{key: one for key, one in whole.items() if key not in block.value}}


def _clashes(root: Path) -> Iterator[_Two]:
    """What was changed on both sides since they parted, in two ways."""
    base = git.ask(root, "merge-base", "HEAD", "@{upstream}").strip()
    states = [_state(root, commit) for commit in (base, "HEAD", "@{upstream}")]
    for name, old in states[0].items():
        mine, theirs = (state.get(name) for state in states[1:])
        if mine is None or theirs is None or old.value in (mine.value, theirs.value):
            continue
        stood = list(_blocks(old))
        here, there = (_became(stood, list(_blocks(one))) for one in (mine, theirs))
        for place, block in enumerate(stood):
            one, two = here.get(place), there.get(place)
            if one is not None and two is not None and block.value not in (one, two) and one != two:
                words = [_words(block, value) for value in (block.value, one, two)]
                yield _Two(Clash(block.id, block.title, *words), name, one, two)


def _blocks(held: Held) -> Iterator[blocks.Block]:
    for way, value in files.records(held):
        yield from blocks.walk(held, held.kind, value, way)


def _became(old: list[blocks.Block], new: list[blocks.Block]) -> dict[int, Any]:
    """The place of an old block -> its value now, where it can be told which one it is."""
    found: dict[int, Any] = {}
    before, now = ([files.seen(one.value) for one in listed] for listed in (old, new))
    for what, i1, i2, j1, j2 in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if what in ("equal", "replace") and i2 - i1 == j2 - j1:
            pairs = zip(range(i1, i2), range(j1, j2), strict=True)
            found |= {one: new[two].value for one, two in pairs if old[one].kind == new[two].kind}
    return found


def _words(block: blocks.Block, value: Any) -> str:
    if block.what == "sentence":
        return sentences.read(value).text
    return blocks.title_of(block.kind, value) or "(một bảng)"


def _state(root: Path, commit: str) -> dict[str, Held]:
    """The files of the data as a commit has them."""
    tree = git.ask(root, "rev-parse", f"{commit}:./data").strip()
    if not tree:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        for name, content in git.files(root, tree).items():
            path = Path(folder) / "data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        held = {one.name: one for one in files.Files(Path(folder)).all()}
        return held
