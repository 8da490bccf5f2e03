"""Older documents (.doc, .rtf, .odt) made into .docx by LibreOffice, where it is installed."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .document import UnreadableError

SECONDS = 90
"""LibreOffice may take half a minute to start the first time."""
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_MISSING = (
    "Tệp {} thuộc loại cũ, cần LibreOffice để đọc mà máy này không có. Hãy mở tệp bằng Word, "
    "chọn “Lưu thành… Word Document (.docx)”, rồi nhập tệp .docx; hoặc cài LibreOffice (libreoffice.org)."
)
_FAILED = "LibreOffice không chuyển được tệp {} thành .docx. Hãy mở tệp bằng Word, lưu thành .docx rồi thử lại."
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""No macros, nothing fetched that a document links to."""


def program() -> str | None:
    """LibreOffice's program on this machine."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


@contextlib.contextmanager
def converted(path: Path, *, seconds: float = SECONDS) -> Iterator[Path]:
    """A .docx made of an older document, as long as the block lasts. Raises `UnreadableError`."""
    soffice = program()
    if soffice is None:
        raise UnreadableError(_MISSING.format(path.name))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile, out = Path(folder, "profile"), Path(folder, "out")
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8", newline="\n")
        source = Path(folder, "plan" + path.suffix.lower())  # its own name might be read as an option
        shutil.copyfile(path, source)
        command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]
        process = subprocess.Popen(
            [*command, "--convert-to", "docx", "--outdir", str(out), str(source)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            # whatever it wants to fetch, it asks a proxy that is not there
            env={**os.environ, **dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), "http://127.0.0.1:9")},
        )
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise UnreadableError(_FAILED.format(path.name)) from None
        finally:
            _end(process)
        made = out / "plan.docx"
        if not made.is_file():
            raise UnreadableError(_FAILED.format(path.name))
        yield made


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and what it started."""
    if process.poll() is None:
        with contextlib.suppress(OSError):
            kill_family = getattr(os, "killpg", None)  # where a system knows families of processes
            if kill_family:
                kill_family(process.pid, signal.SIGTERM)
            process.kill()
        process.wait()
