"""`make help` in a plan's folder: each word of make there, with what is written after it and what it does."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS = {"build": "site", "accept": "test"}
"""Commands that make calls otherwise."""
_AFTER = {
    "new": "DIR=../ke-hoach-2027",
    "import": "FILE=ke-hoach.docx DIR=../ke-hoach-2027",
    "publish": "DEST=/srv/giam-ngheo",
    "back": "DEST=/srv/giam-ngheo",
    "pages": "[DROP=1]",
    "offline": "[DRAFT=1]",
}
"""What is written after a word, as an example; what may be left out in brackets."""
ELSEWHERE = ("build-all", "portal", "finish")
"""Commands that a plan's folder has no word of make for."""


def listing(commands: Mapping[str, str]) -> str:
    """The words, one a line; `commands`: each command with what it does."""
    typed = {
        f"make {_WORDS.get(one, one)} {_AFTER.get(one, '')}".rstrip(): does
        for one, does in commands.items()
        if one not in ELSEWHERE
    }
    lines = [f"  {words}\n      {does}" for words, does in typed.items()]
    return "\n".join(["Các lệnh gõ được ở thư mục này (trong ngoặc vuông: có thể bỏ):", *lines])
