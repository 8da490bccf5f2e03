"""Put what was edited in data/, docs/ and mkdocs.yml, and the published addresses, into the history: `programme save`.

For people who know no Git: checks the data first, says in words what changed,
and makes one commit of it. From then on the change log and the feed show it
with its date.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from .. import check
from ..history import change_log, edited, git

NOBODY = {"user_name": "Người sửa dữ liệu", "user_email": "nguoi-sua@localhost"}


class SaveError(Exception):
    """Nothing was saved; the message says why."""


def unsaved(root: Path) -> bool:
    """Whether there are edits that the history does not know."""
    return bool(edited.files(root))


def save(root: Path, reasons: Sequence[str] = ()) -> list[str] | None:
    """Commit the edits; returns the changes in words (none where only the form changed), None if there are no edits.

    Why words of the plan were changed stands in the commit's message.
    """
    programme, _ = check(root)
    if not git.ask(root, "rev-parse", "HEAD"):
        raise SaveError("Thư mục này không có lịch sử (không phải bản sao bằng Git), nên không ghi được.")
    if not unsaved(root):
        return None
    pending = change_log.pending(root, programme)
    told = [f"{one.name}: {one.text}" for one in pending]
    named = bool(git.set_to(root, "user.name") and git.set_to(root, "user.email"))
    title = f"Sửa dữ liệu: {'; '.join(dict.fromkeys(one.name for one in pending)) or 'trình bày'}"
    parts = edited.parts(root)
    message = "\n\n".join(
        [title, *told, *(f"Lý do sửa lời: {one}" for one in reasons)]
    )  # as input: an argument has its limits
    commit = ("commit", "--quiet", "--cleanup=whitespace", "--file", "-", "--", *parts)
    for command in (("add", "--", *parts), commit):
        if wrong := git.write(root, *command, given=message.encode(), **({} if named else NOBODY)):
            raise SaveError(f"Git không ghi được:\n{wrong}")
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
