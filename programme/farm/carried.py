"""A plan on its way to another machine: its own files, and what Git knows of its data, which its change log is made of.

Of Git the commits go along, under their own names, and of what they hold `data/` alone: a repository may hold all plans
of a country.
"""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

from ..history import git
from .archive import Archive, ArchiveError, packed, unpacked
from .folder import contents

_OBJECTS = ".carried/objects.pack"
_ABOUT = ".carried/about.json"
_SETTLED = (".gitignore", ".gitattributes")
"""What is above the plan in its repository and has a say in what Git calls changed."""


def taken(root: Path) -> Archive:
    """The plan in a folder, to be sent. Raises `ArchiveError` for what cannot be, `OSError` as reading does."""
    root = root.resolve()
    top = git.top(root)
    head = git.ask(root, "rev-parse", "--verify", "--quiet", "HEAD").strip()
    above = [one for one in root.parents if one.is_relative_to(top)] if (top / ".git").exists() else []
    settled = [folder / name for folder in above for name in _SETTLED if (folder / name).is_file()]
    about = {
        "place": root.relative_to(top).as_posix(),
        "history": (top / ".git").exists(),
        "head": head,
        "cut": sorted(git.boundaries(root)),
        "settled": {one.relative_to(top).as_posix(): one.read_text(encoding="utf-8") for one in settled},
    }
    listed = git.ask_bytes(root, "rev-list", "--first-parent", "--sparse", "--objects", "HEAD", "--", git.DATA)
    objects = git.ask_bytes(root, "pack-objects", "--quiet", "--stdout", "--threads=1", given=listed) if head else b""
    return packed(root, contents(root), {_OBJECTS: objects, _ABOUT: json.dumps(about).encode()})


def arrived(archive: Archive, target: Path) -> Path:
    """Unpack a plan into the new folder `target`; gives the plan's folder. Raises as `unpacked` does."""
    unpacked(archive, part := target.with_name(f"{target.name}.part"))
    about = json.loads((part / _ABOUT).read_text(encoding="utf-8"))
    objects = (part / _OBJECTS).read_bytes()
    for name in (_OBJECTS, _ABOUT):
        (part / name).unlink()
    (part / _OBJECTS).parent.rmdir()
    root = _below(target, about["place"])
    root.parent.mkdir(parents=True, exist_ok=True)
    part.rename(root)
    for name, text in about["settled"].items():
        path = _below(target, name)
        if path.name in _SETTLED and root.is_relative_to(path.parent):
            path.write_text(text, encoding="utf-8", newline="")
    if about["history"]:
        _known(target, root, objects, about["head"], about["cut"])
    return root


def _below(folder: Path, name: str) -> Path:
    place = PurePosixPath(name)
    if place.is_absolute() or ".." in place.parts:
        raise ArchiveError(f"Gói tệp nhận về có tên không được phép: {name!r}.")
    return folder / place


def _known(top: Path, root: Path, objects: bytes, head: str, cut: list[str]) -> None:
    """Make `top` a repository that knows of `root`/data what that of the sender does."""
    _git(top, "init", "--quiet", "--template=")
    if not head:
        return
    _git(top, "index-pack", "--stdin", given=objects)
    _git(top, "update-ref", "--no-deref", "HEAD", head)
    if cut:
        (top / ".git/shallow").write_text("".join(f"{one}\n" for one in cut), encoding="ascii", newline="\n")
    data = (root / git.DATA).relative_to(top).as_posix()
    listed = git.ask_bytes(top, "ls-tree", "-r", "-z", "--full-tree", "HEAD", "--", data)
    _git(top, "update-index", "-z", "--index-info", given=listed)


def _git(top: Path, *arguments: str, given: bytes = b"") -> None:
    if wrong := git.write(top, *arguments, given=given):
        raise ArchiveError(f"Không chép được lịch sử của Kế hoạch: {wrong}")
