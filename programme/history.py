"""What Git knows of `data/`: when it was last changed. Dates come from commits, never from the clock."""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import dataclass
from pathlib import Path

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
    for path in sorted((root / DATA).rglob("*.yaml")):
        name, content = path.relative_to(root).as_posix(), path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    edited = bool(git(root, "status", "--porcelain", "--", DATA))
    return Version(digest.hexdigest()[:8], None if edited else _last_change(root), edited)


def _last_change(root: Path) -> str | None:
    found = git(root, "log", "-1", "--format=%H %cs", "--", DATA).split()
    if len(found) != 2 or found[0] in boundaries(root):
        return None
    return found[1]


def boundaries(root: Path) -> set[str]:
    """Commits at which a clone without full history ends: what they changed is unknown."""
    place = git(root, "rev-parse", "--git-path", "shallow").strip()
    file = root / place
    return set(file.read_text().split()) if place and file.is_file() else set()


def git(root: Path, *arguments: str) -> str:
    """What Git answers in `root`; nothing where there is no Git or no repository."""
    command = ["git", "-c", "core.quotePath=false", "-c", "safe.directory=*", *arguments]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8")
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
