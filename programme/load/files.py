"""Which files are a plan's, and their texts, whatever system wrote them."""

from __future__ import annotations

from pathlib import Path


def ignored(path: Path) -> bool:
    """Whether a file is none of the plan's: what editors, Windows, macOS and Office leave beside those one edits."""
    name = path.name.lower()
    return name.startswith((".", "~$", "#")) or name.endswith(("~", ".bak", ".tmp")) or name in _LEFT_BY_WINDOWS


_LEFT_BY_WINDOWS = ("desktop.ini", "thumbs.db", "ehthumbs.db")


def plan_files(data: Path) -> list[Path]:
    """The YAML files in the folder of a plan's data, in order."""
    return sorted(path for path in data.rglob("*.yaml") if not ignored(path))


def same_bytes(content: bytes) -> bytes:
    """A text as every system writes it: without a mark of its byte order, one letter at the end of a line."""
    return content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
