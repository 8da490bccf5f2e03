"""What Git knows of `data/`: when it was last changed. Dates come from commits, never from the clock."""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ..load.yamlfile import plan_files

DATA = "data"


@dataclass(frozen=True)
class Version:
    """The state of `data/`: a short name made of its contents, and the date of its last commit.

    `date` (ISO) is None where Git does not know it: no repository, a clone without
    history, or changes that are not committed (`edited`).
    """

    id: str
    date: str | None
    edited: bool = False

    @property
    def day(self) -> str:
        """The date for files that must have one; where Git knows none it is fixed, never today's."""
        return self.date or "2000-01-01"


def version(root: Path) -> Version:
    """The version of `root`/data."""
    digest = hashlib.sha256()
    for path in plan_files(root / DATA):
        name, content = path.relative_to(root).as_posix(), path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    edited = bool(ask(root, "status", "--porcelain", "--", DATA))
    return Version(digest.hexdigest()[:8], None if edited else _last_change(root), edited)


def _last_change(root: Path) -> str | None:
    found = ask(root, "log", "-1", "--first-parent", "--format=%H %cs", "--", DATA).split()
    if len(found) != 2 or found[0] in boundaries(root):
        return None
    return found[1]


def states(root: Path) -> list[tuple[str, str, str]]:
    """The commits that changed `root`/data, newest first: (commit, moment, the tree of data).

    Only what came onto this branch, and when: what stood side by side on two branches
    never followed one upon the other. A commit without the folder has no state.
    """
    lines = ask(root, "log", "--first-parent", "--format=%H %cI", "--", DATA).splitlines()
    commits = [(commit, moment) for commit, moment in map(str.split, lines)]
    asked = "".join(f"{commit}:./{DATA}\n" for commit, _ in commits)
    answers = ask_bytes(root, "cat-file", "--batch-check", given=asked.encode()).decode().splitlines()
    if len(answers) != len(commits):
        return []
    found = ((commit, moment, answer.split()) for (commit, moment), answer in zip(commits, answers, strict=True))
    return [(commit, moment, answer[0]) for commit, moment, answer in found if answer[1] == "tree"]


def archive(root: Path, tree: str) -> bytes:
    """The files of a tree, as ZIP. Raises `LookupError` where Git cannot give them."""
    packed = ask_bytes(top(root), "archive", "--format=zip", tree)  # it looks for the folder that it is run in
    if not packed:
        raise LookupError(tree)
    return packed


def boundaries(root: Path) -> set[str]:
    """Commits at which a clone without full history ends: what they changed is unknown."""
    place = ask(root, "rev-parse", "--git-path", "shallow").strip()
    file = root / place
    return set(file.read_text(encoding="ascii").split()) if place and file.is_file() else set()


def top(root: Path) -> Path:
    """The folder of the repository that `root` stands in; `root` itself where there is none."""
    root = root.resolve()
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)


def ask(root: Path, *arguments: str) -> str:
    """What Git answers in `root`, as text; nothing where there is no Git or no repository."""
    return ask_bytes(root, *arguments).decode("utf-8", errors="replace")


def ask_bytes(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What Git answers in `root`; `given` is what it reads.

    A folder that belongs to another user (a mount, a build container) is read too, but
    no other than this.
    """
    settings = (
        "-c",
        "core.quotePath=false",
        "-c",
        "log.showSignature=false",
        "-c",
        f"safe.directory={top(root).as_posix()}",
    )
    try:
        done = subprocess.run(["git", *settings, *arguments], cwd=root, input=given, capture_output=True)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
