"""The process that opens a document, which may be hostile: it has little memory and time, and writes to its output.

Called by `guard` as `python -m programme.reading.worker KIND FILE`. Its output: a line "+" for each page read, then
one line of JSON: the document, or {"unreadable": message}.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .document import Document, UnreadableError
from .exchange import dumped

TOO_BIG = (
    "Tệp cần quá nhiều bộ nhớ để đọc (trên 1 GB): hãy bỏ bớt hình, lưu lại, hoặc tách phần kế hoạch ra một tệp riêng."
)
_TANGLED = "Tệp lồng nhau quá nhiều tầng: không đọc vì lý do an toàn."


def limit(memory: int, seconds: int) -> None:
    """Take memory and time from this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        try:
            most = resource.getrlimit(what)[1]
            most = value if most == resource.RLIM_INFINITY else min(value, most)
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def opened(kind: str, path: Path) -> Document:
    """The document in a file of a kind. Raises `UnreadableError`."""
    from . import docx, pdf, txt

    if kind == "pdf":
        return pdf.read(path, lambda page: print("+", flush=True))
    return txt.read(path) if kind == "txt" else docx.read(path)


def main(kind: str, path: str, memory: str, seconds: str) -> None:
    limit(int(memory), int(seconds))
    try:
        print(dumped(opened(kind, Path(path))), flush=True)
    except UnreadableError as fault:
        print(json.dumps({"unreadable": str(fault)}), flush=True)
    except MemoryError:
        print(json.dumps({"unreadable": TOO_BIG}), flush=True)
    except RecursionError:
        print(json.dumps({"unreadable": _TANGLED}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
