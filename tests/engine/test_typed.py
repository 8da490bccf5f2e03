"""What a person types: typed wrong, in a folder that can only be read, stopped: told in Vietnamese, no traceback."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error
from support import SECOND, WAIT

from programme.accept import chromium
from programme.commands import MODULES, WORDS, main
from programme.commands.parser import in_words

ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
BARRED = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.name == "posix" and not os.getuid() else ()
"""Before a command: what keeps even the administrator to the rights of files."""


def programme(*words: str, cwd: Path, before: tuple[str, ...] = ()) -> tuple[int, str]:
    command = [*before, sys.executable, "-m", "programme", *words]
    environment = {**os.environ, **ASCII, "PROGRAMME_CACHE": "", "SITE_URL": ""}
    done = subprocess.run(command, cwd=cwd, capture_output=True, env=environment)
    return done.returncode, (done.stdout + done.stderr).decode("utf-8")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Còn thiếu LỆNH."),
        ("biuld", 'LỆNH không có "biuld". Ý bạn là "build"? Chọn một trong: new, import, questions, check, build,'),
        ("publish", "Còn thiếu DEST."),
        ("back", "Còn thiếu DEST."),
        ("finish", "Còn thiếu TRANG."),
        ("check --format xml", '--format không có "xml". Chọn một trong: text, json.'),
        ("check --format", "Sau --format còn thiếu giá trị."),
        ("serve --port x", '--port phải là một số, không phải "x".'),
        ("build --nope", 'Lệnh này không nhận "--nope".'),
        ("publish /x --drop=1", "--drop không nhận giá trị."),
    ],
)
def test_what_is_typed_wrong_is_told(typed: str, said: str, capsys: pytest.CaptureFixture[str]):
    """What is missing, unknown or no number is named; how the command is typed follows."""
    with pytest.raises(SystemExit) as end:
        main(typed.split())
    printed = capsys.readouterr().err
    assert end.value.code == 2
    assert printed.startswith(said) and "\nCách gõ: programme" in printed
    assert not any(word in printed for word in ("usage", "error", "argument", "required", "invalid", "choose"))


def test_what_a_newer_python_says_is_told_too():
    """3.12 to 3.14 write choices without quotes and propose one; what nobody knows is not shown in English."""
    said = 'LỆNH không có "biuld". Ý bạn là "build"? Chọn một trong: check, build.'
    assert in_words("argument LỆNH: invalid choice: 'biuld' (choose from check, build)") == said
    assert (
        in_words("argument LỆNH: invalid choice: 'biuld', maybe you meant 'build'? (choose from check, build)") == said
    )
    assert in_words("something else is wrong") == "Lệnh gõ chưa đúng."


@pytest.mark.parametrize("word", ["", *WORDS])
def test_help_is_vietnamese(word: str, capsys: pytest.CaptureFixture[str]):
    """No heading and no line of the help is argparse's own."""
    with pytest.raises(SystemExit):
        main([*word.split(), "--help"])
    printed = capsys.readouterr().out
    assert printed.startswith("Cách gõ: programme") and "in phần này" in printed
    assert not any(english in printed for english in ("usage", "options:", "positional", "show this", "default"))


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan in a folder with Vietnamese letters, that can only be read."""
    plan = tmp_path_factory.mktemp("chỉ đọc") / "Kế hoạch của xã"
    shutil.copytree(SECOND, plan, ignore=shutil.ignore_patterns("site", ".cache"))
    for part in (plan, *plan.rglob("*")):
        part.chmod(0o555 if part.is_dir() else 0o444)
    return plan


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("check", 0, "Dữ liệu đúng: không có lỗi nào."),
        ("pages", 0, ""),
        ("text", 0, "Độc lập - Tự do - Hạnh phúc"),
        ("upgrade", 0, "Không có gì phải đổi"),
        ("save", 1, "Thư mục này không có lịch sử"),
        ("release", 1, "released.txt: không có quyền."),
        ("schema", 1, ".vscode: không có quyền."),
        ("deploy", 1, "không có quyền."),
        ("build", 1, "Không ghi được trang vào "),
        ("offline", 1, "Không ghi được tệp ZIP vào "),
        ("build --site-dir ../trang", 0, ""),
        ("finish .", 1, "không phải thư mục của một trang đã dựng."),
        ("back ../không-có", 1, "Không có trang nào ở "),
        ("accept --site-dir .", 2, "không phải thư mục của một trang đã dựng."),
        ("check --root /không-có", 1, "data: Không tìm thấy thư mục này."),
        ("build --root /không-có", 1, "không phải thư mục của một Kế hoạch"),
    ],
)
def test_a_folder_that_can_only_be_read_is_told(locked: Path, words: str, status: int, said: str):
    """Each command works there or says why not, in ASCII surroundings too."""
    found, printed = programme(*words.split(), cwd=locked, before=BARRED)
    assert said in printed and found == status, printed
    assert "Traceback" not in printed and "rror" not in printed and "denied" not in printed


@pytest.mark.parametrize("word", WORDS)
def test_ctrl_c_is_one_line(word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """A person who stops a command reads one line."""

    def stopped(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"programme.commands.{MODULES.get(word, word)}.run", stopped)
    needed = ["x"] if word in ("new", "import", "publish", "back", "build-all", "portal", "finish") else []
    assert main([word, *needed, "--root", str(SECOND)]) == 130
    assert capsys.readouterr().err == "Đã dừng theo lệnh của bạn.\n"


def test_a_build_that_is_stopped_leaves_nothing(copy: Path):
    """Ctrl+C while it builds: one line, no half of a site."""
    command = [sys.executable, "-m", "programme", "build"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    heard = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # in the background it may be ignored, and inherited
    going = subprocess.Popen(command, cwd=copy, **pipes, start_new_session=True)  # type: ignore[call-overload]
    signal.signal(signal.SIGINT, heard)
    while not [*copy.glob(".build-*")]:
        assert going.poll() is None
    os.killpg(going.pid, signal.SIGINT)
    said, wrong = going.communicate(timeout=WAIT)
    assert (going.returncode, said, wrong.decode("utf-8")) == (130, b"", "Đã dừng theo lệnh của bạn.\n")
    assert not [*copy.glob(".build-*")] and not (copy / "site").exists()


def test_who_reads_only_the_beginning_sees_no_fault():
    """`programme text | head -1`, where head has ended before the text comes."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "programme", "text", "--root", str(SECOND)]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def crashed(browser: Browser) -> None:
    browser.new_browser_cdp_session().send("Browser.crash")


def asked_too_late(browser: Browser) -> None:
    page = browser.new_page()
    page.close()
    page.title()


@pytest.mark.parametrize(
    ("act", "kind", "said"),
    [(crashed, chromium.NoBrowserError, "tắt giữa chừng"), (asked_too_late, Error, "has been closed")],
)
def test_a_browser_that_dies_is_told(act: Callable[[Browser], None], kind: type[Exception], said: str):
    """Chromium goes in the middle of the acceptance: what it means, what to do; a fault of ours stays what it is."""

    def in_it() -> None:
        with chromium.opened() as browser:
            act(browser)

    # in a thread of its own: Playwright opens no second browser beside that of other tests
    with ThreadPoolExecutor() as pool, pytest.raises(kind, match=said):
        pool.submit(in_it).result()


@pytest.mark.parametrize("program", ["#!/bin/sh\nexit 3\n", "no program"])
def test_a_browser_that_does_not_start_is_told(program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A Chromium that ends at once, or is no program: how to get one."""
    (tmp_path / "chromium").write_text(program, encoding="utf-8")
    (tmp_path / "chromium").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(chromium.NoBrowserError, match="Không mở được trình duyệt Chromium"), chromium.opened():
        pass
