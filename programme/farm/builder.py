"""One plan after another is built by a warm process; where there can be none, each by a process of its own."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from ..building.whole_site import ASKED, BuildError, environment
from . import warm

PATIENCE = 3600.0
"""Seconds that the build of one plan may take."""
_KILLED = (
    "Việc dựng bị dừng giữa chừng (tín hiệu {number}): thường vì máy hết bộ nhớ, hoặc có người dừng nó. "
    "Kiểm tra bộ nhớ của máy rồi dựng lại."
)


class Builder:
    """Builds plans, one at a time. To be closed, as a context is.

    `variables`: such as PROGRAMME_CACHE, beside those of this process. `cpu`: seconds that all builds took.
    """

    def __init__(self, variables: Mapping[str, str] | None = None, patience: float = PATIENCE):
        self._variables, self._patience = environment() | dict(variables or {}), patience
        self._process: subprocess.Popen[str] | None = None
        self._closed = False
        self.cpu = 0.0

    def __enter__(self) -> Builder:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the process, and a build that it is at, which another thread may wait for; nothing is built any more."""
        self._closed = True
        if process := self._process:
            _killed(process)

    def _end(self) -> None:
        """End the process; the next plan gets another."""
        process, self._process = self._process, None
        if process:
            _killed(process)
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    if pipe:
                        pipe.close()

    def build(self, root: Path, target: Path, address: str) -> tuple[int, str]:
        """Build a plan for an address on the web, "" for none: its status, 0 if all is well, and what was said."""
        if not hasattr(os, "fork"):
            return self._apart(root, target, address)
        with tempfile.NamedTemporaryFile(prefix="programme-", suffix=".txt") as said:
            order = {"root": str(root), "target": str(target), "address": address, "said": said.name}
            answer = self._answered(json.dumps(order))
            self.cpu += answer.get("cpu", 0.0)
            status = int(answer["status"])
            words = Path(said.name).read_text(encoding="utf-8", errors="replace")
        if status < 0:
            return status, _KILLED.format(number=-status)
        return status, words or answer.get("why", "")

    def _answered(self, order: str) -> dict[str, Any]:
        """What the warm process answers; a new one is started where there is none, or it went."""
        process = self._started()
        assert process.stdin and process.stdout
        try:
            print(order, file=process.stdin, flush=True)
            if not select.select([process.stdout], [], [], self._patience)[0]:
                self._end()
                return {"status": 1, "why": f"Dựng quá {self._patience / 60:.0f} phút nên bị dừng."}
            line = process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if line:
            answer: dict[str, Any] = json.loads(line)
            return answer
        self._end()
        return {"status": -signal.SIGKILL}

    def _started(self) -> subprocess.Popen[str]:
        if self._process and self._process.poll() is not None:
            self._end()
        if self._closed:
            raise BuildError("Đã dừng trước khi dựng tới.")
        if not self._process:
            self._process = subprocess.Popen(
                [sys.executable, "-P", str(warm.__file__)],
                env=self._variables,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
                start_new_session=True,  # so that it is ended with its builds
            )
        return self._process

    def _apart(self, root: Path, target: Path, address: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", *ASKED, str(target)],
            cwd=root,
            env=self._variables | {"SITE_URL": address},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=self._patience,
        )
        return done.returncode, done.stdout


def _killed(process: subprocess.Popen[str]) -> None:
    """End a process with those that it started, and wait for it."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
