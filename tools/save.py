"""Put what was edited in data/ and docs/, and the published addresses, into the history: `python tools/save.py`.

For people who know no Git: checks the data first, says in words what changed,
and makes one commit of it. From then on the change log and the feed show it
with its date.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from programme import FindingsError, changes, check, released
from programme.history import git

ROOT = Path(__file__).resolve().parent.parent
EDITED = ("data", "docs", released.FILE)
NOBODY = ("-c", "user.name=Người sửa dữ liệu", "-c", "user.email=nguoi-sua@localhost")


class SaveError(Exception):
    """Nothing was saved; the message says why."""


def unsaved(root: Path) -> bool:
    """Whether there are edits that the history does not know."""
    return bool(git(root, "status", "--porcelain", "--", *_edited(root)))


def _edited(root: Path) -> list[str]:
    return [name for name in EDITED if (root / name).exists()]


def save(root: Path) -> list[str] | None:
    """Commit the edits; returns the changes in words (none where only the form changed), None if there are no edits."""
    programme, _ = check(root)
    if not git(root, "rev-parse", "HEAD"):
        raise SaveError("Thư mục này không có lịch sử (không phải bản sao bằng Git), nên không ghi được.")
    if not unsaved(root):
        return None
    log = changes.log(root, programme)
    pending = log.entries[0].changes if log.entries and not log.entries[0].date else ()
    told = [f"{one.name}: {changes.text(one)}" for one in pending]
    named = bool(git(root, "config", "user.name") and git(root, "config", "user.email"))
    title = f"Sửa dữ liệu: {'; '.join(dict.fromkeys(one.name for one in pending)) or 'trình bày'}"
    edited = _edited(root)
    for command in (("add", "--", *edited), ("commit", "--quiet", "-m", "\n\n".join([title, *told]), "--", *edited)):
        done = subprocess.run(
            ["git", *(() if named else NOBODY), *command], cwd=root, capture_output=True, text=True, encoding="utf-8"
        )
        if done.returncode:
            raise SaveError(f"Git không ghi được:\n{done.stderr.strip()}")
    return told


def main() -> int:
    parser = argparse.ArgumentParser(description="Ghi lần sửa dữ liệu vào lịch sử.")
    parser.add_argument("--root", type=Path, default=ROOT)
    try:
        told = save(parser.parse_args().root.resolve())
    except (FindingsError, SaveError) as error:
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


if __name__ == "__main__":
    sys.exit(main())
