"""Put what was edited in data/ and docs/, and the published addresses, into the history: `programme save`.

For people who know no Git: checks the data first, says in words what changed,
and makes one commit of it. From then on the change log and the feed show it
with its date.
"""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from .. import check
from ..history import change_log
from ..history.git import ask
from ..pages import released

EDITED = ("data", "docs", released.FILE)
NOBODY = ("-c", "user.name=Người sửa dữ liệu", "-c", "user.email=nguoi-sua@localhost")


class SaveError(Exception):
    """Nothing was saved; the message says why."""


def unsaved(root: Path) -> bool:
    """Whether there are edits that the history does not know."""
    return bool(ask(root, "status", "--porcelain", "--", *_edited(root)))


def _edited(root: Path) -> list[str]:
    return [name for name in EDITED if (root / name).exists()]


def save(root: Path) -> list[str] | None:
    """Commit the edits; returns the changes in words (none where only the form changed), None if there are no edits."""
    programme, _ = check(root)
    if not ask(root, "rev-parse", "HEAD"):
        raise SaveError("Thư mục này không có lịch sử (không phải bản sao bằng Git), nên không ghi được.")
    if not unsaved(root):
        return None
    log = change_log.log(root, programme)
    pending = log.entries[0].changes if log.entries and not log.entries[0].date else ()
    told = [f"{one.name}: {one.text}" for one in pending]
    named = bool(ask(root, "config", "user.name") and ask(root, "config", "user.email"))
    title = f"Sửa dữ liệu: {'; '.join(dict.fromkeys(one.name for one in pending)) or 'trình bày'}"
    edited = _edited(root)
    message = "\n\n".join([title, *told])  # as input: an argument has its limits
    for command in (("add", "--", *edited), ("commit", "--quiet", "--file", "-", "--", *edited)):
        done = subprocess.run(
            ["git", *(() if named else NOBODY), *command],
            cwd=root,
            input=message,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        if done.returncode:
            raise SaveError(f"Git không ghi được:\n{done.stderr.strip()}")
    return told


def options(parser: ArgumentParser) -> None:
    """None of its own."""


def run(options: Namespace) -> int:
    try:
        told = save(options.root)
    except SaveError as error:
        print(error, file=sys.stderr)
        return 1
    if told is None:
        print("Không có gì mới để ghi.")
        return 0
    print(
        "\n".join(
            [
                "Đã ghi vào lịch sử:",
                *(told or ["(không điều gì trong Kế hoạch đổi: chỉ cách trình bày, hoặc danh sách địa chỉ)"]),
            ]
        )
    )
    return 0
