"""`programme upgrade`: bring a plan of an older engine to the form of this one.

Data first (see `load.upgrade`), then the lines of `mkdocs.yml` that named what is now
inside the engine. What a person wrote otherwise is left alone, and said.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from .. import whole
from ..command_words import typed
from ..load import upgrade as data

SETTINGS, MACROS = "mkdocs.yml", "macros.py"
_GONE = re.compile(
    r"^hooks:[ \t]*\r?\n[ \t]*- [\w./]*hooks\.py[ \t]*\r?\n(?:[ \t]*\r?\n)?(?![ \t]+-)"  # the only hook
    r"|^[ \t]+custom_dir:[ \t]*[\w./]*theme/overrides/?[ \t]*\r?\n"
    r"|^[ \t]+- (?:templates|theme|schema)[ \t]*\r?\n",  # folders that were watched
    re.MULTILINE,
)
_PLUGINS = re.compile(r"^plugins:[ \t]*(\r?\n)([ \t]+)- ", re.MULTILINE)
_OURS = re.compile(r"^plugins:[ \t]*\r?\n(?:(?:[ \t#].*)?\r?\n)*?[ \t]+-? ?programme(?:[:\s]|$)", re.MULTILINE)
_OLD = re.compile(r"hooks\.py|theme/overrides")


def options(parser: ArgumentParser) -> None:
    """None of its own."""


def run(options: Namespace) -> None:
    told = [*data.upgrade(options.root / "data"), *settings(options.root / SETTINGS)]
    left = list(by_hand(options.root))
    if told:
        print("\n".join(["Đã đổi:", *(f"- {one}" for one in told)]))
    if left:
        print("\n".join(["Phải tự sửa:", *(f"- {one}" for one in left)]))
    if told or left:
        print(f"Gõ {typed('check')} để xem còn gì phải sửa.")
    else:
        print(f"Không có gì phải đổi: dữ liệu ở dạng {data.FORM}.")


def settings(path: Path) -> list[str]:
    """Take out of `mkdocs.yml` what named files of an older engine, and name the plugin; says what changed."""
    if not path.is_file():
        return []
    text = path.read_bytes().decode()
    newer = _GONE.sub("", text)
    if not _OURS.search(newer):
        newer = _PLUGINS.sub(r"plugins:\1\2- programme\1\2- ", newer, count=1)
    if newer == text:
        return []
    whole.write_all({path: newer.encode()})
    return [f"{SETTINGS}: bỏ các dòng chỉ tới tệp của bộ máy cũ, ghi programme ở plugins"]


def by_hand(root: Path) -> Iterator[str]:
    """What else an older plan names that is no more, and what to write instead."""
    path = root / SETTINGS
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    if _OLD.search(text):
        yield f"{SETTINGS}: bỏ các dòng nhắc tới hooks.py và theme/overrides; phần ấy nay nằm trong bộ máy"
    if text and not _OURS.search(text):
        yield f"{SETTINGS}: ghi thêm programme ngay dưới plugins, như các tên ở đó"
    path = root / MACROS
    if path.is_file() and "programme.macros" not in path.read_text(encoding="utf-8"):
        yield f"{MACROS}: thay cả tệp bằng một dòng: from programme.macros import define_env"
