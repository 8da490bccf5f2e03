"""The whole site of a plan, once, by MkDocs in a process of its own; a new one takes the place of the old one whole."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from . import readable
from .essence import essence

PART = ".build-"
"""How the name of a folder begins in which a site is built beside its place."""
ASKED = ("build", "--strict", "--site-dir")
"""What MkDocs is asked for; the folder to build into follows."""


class BuildError(Exception):
    """The site could not be built; the message says why."""


def put_in_place(make: Callable[[Path], None], target: Path) -> None:
    """Let `make` write a site into a folder beside `target`, then put that in the place of `target`, in one step.

    Raises what `make` raises, and `OSError` as writing does: then what was there stays. Nothing else is left.
    """
    work = target.parent / f"{PART}{secrets.token_hex(4)}"
    try:  # Ctrl+C may come as soon as the folder is there
        target.parent.mkdir(parents=True, exist_ok=True)
        work.mkdir(mode=0o700)
        make(work / "site")
        _switch(work / "site", target, work / "old")
    finally:
        shutil.rmtree(work, ignore_errors=True)


def is_site(folder: Path) -> bool:
    """Whether a folder holds a site that was built."""
    return (folder / "404.html").is_file()


def is_empty(folder: Path) -> bool:
    """Whether there is a folder with nothing in it."""
    return folder.is_dir() and not any(folder.iterdir())


def _switch(new: Path, target: Path, old: Path) -> None:
    """Put a folder in the place of another one, which is there again if that fails."""
    if target.exists():
        target.rename(old)
    try:
        new.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


def wrong_address() -> str:
    """What is wrong with SITE_URL, the address on the web, and what would be right; nothing if all is well."""
    address = os.environ.get("SITE_URL", "")
    if not address or re.match(r"https?://[^/\s]", address):
        return ""
    return (
        f'SITE_URL ghi là "{address}", thiếu https:// (hoặc http://) ở đầu. '
        "Ví dụ đúng: SITE_URL=https://giam-ngheo.gov.vn/"
    )


def environment() -> dict[str, str]:
    """For a process that builds: it reads and writes UTF-8 on every system, as the one that asks it."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


Builder = Callable[[Path, Path], tuple[int, str]]
"""Builds the plan in a folder into another; gives what its process gave, 0 if all is well, and what it said."""


def in_own_process(root: Path, target: Path) -> tuple[int, str]:
    """The builder of a single plan."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", *ASKED, str(target)],
        cwd=root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    return done.returncode, done.stdout


def build(root: Path, target: Path, builder: Builder = in_own_process) -> None:
    """Build the whole site of the project in `root` into `target`; any warning fails."""
    if wrong := wrong_address():
        raise BuildError(wrong)
    if not (root / "mkdocs.yml").is_file():
        raise BuildError(f"{root} không phải thư mục của một Kế hoạch: không có mkdocs.yml. Xem lại --root.")
    status, said = builder(root, target)
    if status:
        raise BuildError(_introduced(essence(said)))
    readable.open_to_all(target)


def _introduced(said: str) -> str:
    """What MkDocs itself says of its settings is English: said to be so, with the file it is about."""
    if "Config value" in said:
        return f"Không dựng được trang: trong mkdocs.yml có chỗ mà MkDocs không nhận. MkDocs nói (tiếng Anh):\n{said}"
    return said
