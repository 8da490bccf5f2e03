"""What Git knows of `data/`: when it was last changed. Dates come from commits, never from the clock.

The one place that calls Git. What is read is the same for everybody: no setting of a person, of the system or of the
clone, and no variable of Git's, has a say in it.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..load.files import plan_files, same_bytes

DATA = "data"
_NOWHERE = "/dev/null"
"""Git for Windows knows it by this name too."""
_OVERRIDDEN = {
    "color.ui": "false",
    "core.autocrlf": "input",  # other ends of lines are no edit, whatever the person's system writes
    "core.attributesFile": _NOWHERE,
    "core.excludesFile": _NOWHERE,
    "core.fsmonitor": "false",
    "core.quotePath": "false",
    "core.safecrlf": "false",
    "diff.algorithm": "default",
    "diff.autoRefreshIndex": "true",
    "diff.ignoreSubmodules": "none",
    "diff.noprefix": "false",
    "diff.orderFile": _NOWHERE,
    "i18n.commitEncoding": "UTF-8",
    "i18n.logOutputEncoding": "UTF-8",
    "log.date": "default",
    "log.follow": "false",
    "log.showSignature": "false",
}
"""Settings that would change an answer. Where Git is but asked, those of person and system are not even read."""
_HARMLESS = ("GIT_EXEC_PATH", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_TEST_ASSUME_DIFFERENT_OWNER")
"""Variables that say where Git itself is, or let it find the repository of a mounted folder."""


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
        name, content = path.relative_to(root).as_posix(), same_bytes(path.read_bytes())
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    edited = bool(edits(root, DATA))
    return Version(digest.hexdigest()[:8], None if edited else _last_change(root), edited)


def edits(root: Path, *paths: str) -> list[str]:
    """The files below `paths` that are not committed as they are now; other ends of their lines are no edit.

    `git status` would name each file whose size is another.
    """
    if not ask(root, "rev-parse", "--verify", "--quiet", "HEAD"):
        return ask(root, "ls-files", "--cached", "--others", "--exclude-standard", "--", *paths).splitlines()
    changed = ask(root, "diff", "--name-only", "--no-ext-diff", "--relative", "HEAD", "--", *paths)
    new = ask(root, "ls-files", "--others", "--exclude-standard", "--", *paths)
    return [*changed.splitlines(), *new.splitlines()]


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
    # Of UTC newer versions of Git write "Z", older ones "+00:00".
    commits = [(commit, moment.replace("Z", "+00:00")) for commit, moment in map(str.split, lines)]
    asked = "".join(f"{commit}:./{DATA}\n" for commit, _ in commits)
    answers = ask_bytes(root, "cat-file", "--batch-check", given=asked.encode()).decode().splitlines()
    if len(answers) != len(commits):
        return []
    found = ((commit, moment, answer.split()) for (commit, moment), answer in zip(commits, answers, strict=True))
    return [(commit, moment, answer[0]) for commit, moment, answer in found if answer[1] == "tree"]


def files(root: Path, tree: str) -> dict[str, bytes]:
    """Path below a tree -> the bytes of that file, as they were committed. Raises `LookupError` where Git has them not.

    Not through `git archive`: attributes and line ends of a clone would change what it gives.
    """
    listed = ask_bytes(root, "ls-tree", "-r", "-z", "--full-tree", tree).decode("utf-8", errors="replace")
    found = {}
    for entry in filter(None, listed.split("\0")):
        (mode, _, blob), name = entry.partition("\t")[0].split(), entry.partition("\t")[2]
        if mode.startswith("100"):  # no links, no repositories inside
            found[name] = blob
    given = ask_bytes(root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in found.values()).encode())
    contents = {}
    for name in found:
        head, _, given = given.partition(b"\n")
        said = head.split()
        if len(said) != 3 or said[1] != b"blob":
            raise LookupError(tree)
        size = int(said[2])
        contents[name], given = given[:size], given[size + 1 :]
    if not contents:
        raise LookupError(tree)
    return contents


def holds(root: Path, tree: str) -> bool:
    """Whether `root`/data is as in a tree, to the byte: the same files and no others."""
    folder = root / DATA
    listed = ask(root, "ls-tree", "-r", "-z", "--full-tree", tree).rstrip("\0").split("\0")
    known = {name: about.split() for about, _, name in (one.partition("\t") for one in listed)}
    here = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return here.keys() == known.keys() and all(
        not path.is_symlink() and known[name][2:] == [_blob(path.read_bytes())] for name, path in here.items()
    )


def _blob(content: bytes) -> str:
    """What Git calls a file by, in a repository that names by SHA-1."""
    return hashlib.sha1(f"blob {len(content)}\0".encode() + content, usedforsecurity=False).hexdigest()


def boundaries(root: Path) -> set[str]:
    """Commits at which a clone without full history ends: what they changed is unknown."""
    repository = top(root) / ".git"
    # That of a second working tree is a file, which only Git reads.
    file = repository if repository.is_dir() else root / ask(root, "rev-parse", "--git-common-dir").strip()
    with suppress(FileNotFoundError):
        return {*(file / "shallow").read_text(encoding="ascii").split()}
    return set()


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
    no other than this. Where there is no repository Git is not started: it would say so in a hundredth of a second.
    """
    if not (top(root) / ".git").exists():
        return b""
    nobody = {"GIT_CONFIG_GLOBAL": _NOWHERE, "GIT_CONFIG_NOSYSTEM": "1", "GIT_ATTR_NOSYSTEM": "1"}
    unlocked = {"GIT_OPTIONAL_LOCKS": "0"}  # asking writes nothing: the folder may be one that can only be read
    trusted = {"safe.directory": top(root).as_posix()}
    try:
        done = _git(root, _OVERRIDDEN | trusted, arguments, given, nobody | unlocked)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""


def set_to(root: Path, setting: str) -> str:
    """What the person, the system or the clone has a setting set to; nothing where it is not set."""
    try:
        return _git(root, {}, ("config", setting), b"", {}).stdout.decode("utf-8", errors="replace").strip()
    except OSError:
        return ""


def write(root: Path, *arguments: str, given: bytes = b"", **settings: str) -> str:
    """Let Git change the history in `root`, in the name of the person and signed if so set; gives what went wrong.

    `settings`: further ones, "user_name" for user.name.
    """
    asked = {name.replace("_", "."): value for name, value in settings.items()}
    done = _git(root, _OVERRIDDEN | asked, arguments, given, {})
    return done.stderr.decode("utf-8", errors="replace").strip() or "?" if done.returncode else ""


def _git(
    root: Path, settings: dict[str, str], arguments: tuple[str, ...], given: bytes, more: dict[str, str]
) -> subprocess.CompletedProcess[bytes]:
    """Run Git in `root`; of its variables only those of the writer's name and date, and what `more` holds, are kept."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _HARMLESS or name.startswith(("GIT_AUTHOR_", "GIT_COMMITTER_"))
    }
    set_now = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return subprocess.run(["git", *set_now, *arguments], cwd=root, input=given, capture_output=True, env=kept | more)
