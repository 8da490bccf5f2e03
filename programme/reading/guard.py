"""A document read in a process of its own, so that a hostile one costs a message and no more.

The process may use 1 GB and 30 seconds. A long PDF that makes headway (20 pages in each 30 seconds) gets up to
5 minutes. Where the system has no such limits (Windows), the time still holds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import Empty, Queue

from .document import Document, UnreadableError
from .exchange import loaded
from .worker import TOO_BIG

MEMORY = 1_000_000_000
SECONDS = 30
HEADWAY = 20
"""Pages that buy another `SECONDS`."""
AT_MOST = 300
_TOO_SLOW = (
    "Đọc tệp quá {} giây chưa xong: tệp quá dài hoặc được làm ra để gây treo máy. "
    "Hãy mở bằng Word, lưu lại thành .docx rồi thử lại, hoặc tách phần kế hoạch ra một tệp riêng."
)
_DIED = "Không đọc được tệp: bộ đọc dừng giữa chừng, tệp có thể đã hỏng. Hãy lưu lại thành .docx mới rồi thử lại."


def read(kind: str, path: Path, *, seconds: float = SECONDS, memory: int = MEMORY) -> Document:
    """The document in a file of a kind ("docx", "pdf", "txt"), read apart. Raises `UnreadableError`."""
    root = str(Path(__file__).resolve().parents[2])
    paths = [root, *(p for p in sys.path if p and p != root)]
    # -P: a file in the folder of the plan must not be taken for a module
    command = [sys.executable, "-P", "-X", "utf8", "-m", "programme.reading.worker"]
    process = subprocess.Popen(
        [*command, kind, str(path.absolute()), str(memory), str(AT_MOST)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        text=True,
        encoding="utf-8",
    )
    try:
        found = _answer(process, seconds)
    finally:
        process.kill()
        process.wait()
    if found is None:
        raise UnreadableError(TOO_BIG if process.returncode == -9 else _DIED)
    if found.startswith('{"unreadable"'):
        raise UnreadableError(json.loads(found)["unreadable"])
    return loaded(found)


def _answer(process: subprocess.Popen[str], seconds: float) -> str | None:
    """The last line that a process writes; None where it ends without. Raises `UnreadableError` when time is up."""
    said: Queue[str | None] = Queue()
    threading.Thread(target=_listen, args=(process, said), daemon=True).start()
    begun = extended = time.monotonic()
    pages = counted = 0
    while True:
        left = min(extended + seconds, begun + AT_MOST) - time.monotonic()
        try:
            line = said.get(timeout=max(left, 0))
        except Empty:
            raise UnreadableError(_TOO_SLOW.format(round(time.monotonic() - begun))) from None
        if line is None or line.startswith("{"):
            if line is None:
                process.wait(timeout=10)
            return line
        pages += 1
        if pages - counted >= HEADWAY:
            extended, counted = time.monotonic(), pages


def _listen(process: subprocess.Popen[str], said: Queue[str | None]) -> None:
    assert process.stdout is not None
    try:
        for line in process.stdout:
            said.put(line)
    except ValueError:  # closed, as time is up
        pass
    said.put(None)
