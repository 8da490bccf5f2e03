"""The commands on every system: what is typed, what is read and written, what one system has and another has not."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, SECOND, SITE_URL, contents

from programme import command_words
from programme.building.essence import essence
from programme.commands import answering, main, publish, serve

MODULES = sorted((ROOT / "programme").rglob("*.py"))
C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""A machine that writes ASCII: stricter than Windows, where it is some old page of letters."""


def programme(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "programme", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, env={**os.environ, **environment})


def calls(module: Path) -> list[ast.Call]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def test_every_text_says_how_it_is_written():
    """Each text file that the package reads or writes names its encoding, and a process that is read as text too.

    What it writes ends its lines everywhere alike.
    """
    wrong = []
    for module in MODULES:
        for call in calls(module):
            said = {keyword.arg for keyword in call.keywords}
            wanted = {"read_text": {"encoding"}, "write_text": {"encoding", "newline"}}.get(name(call), set())
            if ("text" in said and name(call) in ("run", "Popen")) or "universal_newlines" in said:
                wanted = {"encoding"}
            of_bytes = ast.unparse(call.func) in (
                "pdfplumber.open",
                "self._zip.open",
                "zipped.open",
                "os.open",
                "_opener.open",
                "opener.open",
            )  # they open no text
            of_bytes = of_bytes or any("b" in str(getattr(one, "value", "")) for one in call.args)
            if name(call) == "open" and not of_bytes:
                wanted = {"encoding"}
            if wanted - said:
                wrong.append(f"{module.relative_to(ROOT)}:{call.lineno}: {name(call)} without {wanted - said}")
    assert wrong == []


def test_no_module_needs_what_windows_has_not():
    """Without the modules that only Unix has, every command can be imported, and the macros and the plugin."""
    code = """
import sys
for missing in ("fcntl", "pwd", "grp", "resource", "termios"):
    sys.modules[missing] = None
from importlib import import_module
import programme.macros, programme.plugin
from programme.commands import MODULES, WORDS
for word in WORDS:
    import_module(f"programme.commands.{MODULES.get(word, word)}")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert done.returncode == 0, done.stderr


FORKING = ("programme/farm/builder.py", "programme/farm/warm.py")
"""Where copies of a process build: the first asks for what it needs before it starts the second."""


def test_no_signal_is_asked_for_that_a_system_may_lack():
    """Windows knows no SIGHUP, SIGKILL or os.nice: none is named in code that every system runs; fork is asked for."""
    everywhere = [one for one in MODULES if one.relative_to(ROOT).as_posix() not in FORKING]
    named = {
        node.attr
        for module in everywhere
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("signal", "os")
    }
    asking = [one for one in (*everywhere, ROOT / FORKING[0]) if "fork" in one.read_text(encoding="utf-8")]
    assert all('hasattr(os, "fork")' in module.read_text(encoding="utf-8") for module in asking) and len(asking) == 2
    unix = {"SIGHUP", "SIGKILL", "SIGUSR1", "SIGALRM", "nice", "getuid", "killpg", "setsid", "chown", "mkfifo", "fork"}
    assert named & unix == {"fork"}
    assert {"SIG_IGN", "environ"} <= named


def test_a_machine_that_writes_ascii_is_told_in_vietnamese(tmp_path: Path):
    """Where the system's letters are not UTF-8, in a folder with Vietnamese letters: findings and help arrive whole."""
    plan = tmp_path / "Kế hoạch của xã"
    shutil.copytree(SECOND, plan)
    assert programme("check", cwd=plan, **C_LOCALE).returncode == 0
    (plan / "docs/kinh-phi.md").unlink()
    done = programme("check", cwd=plan, **C_LOCALE)
    assert done.returncode == 1
    assert "docs/kinh-phi.md: Thiếu trang này." in done.stderr.decode("utf-8")
    done = programme("pages", cwd=plan, **C_LOCALE)
    assert (done.returncode, done.stdout.decode("utf-8")) == (0, "Đã tạo docs/kinh-phi.md\n")
    assert "kiểm tra dữ liệu và trang" in programme("--help", cwd=plan, **C_LOCALE).stdout.decode("utf-8")
    said = programme("text", cwd=plan, PYTHONIOENCODING="cp1252").stdout.decode("utf-8")  # as Windows writes to a file
    assert "Độc lập - Tự do - Hạnh phúc" in said


def test_the_same_site_is_built_on_a_machine_that_writes_ascii(alone: Path, tmp_path: Path):
    """Built in a folder with Vietnamese letters under another locale, every file has the same bytes."""
    plan = tmp_path / "Kế hoạch của xã"
    shutil.copytree(SECOND, plan)
    done = programme("build", cwd=plan, SITE_URL=SITE_URL, **C_LOCALE)
    assert done.returncode == 0, done.stderr.decode("utf-8")
    made, here = contents(plan / "site"), contents(alone)
    assert made == here and len(made) > 100


def test_what_make_takes_is_taken_without_make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """PORT=, DEST=, DROP= and SITE_URL= mean the same after `programme` as after `make`."""
    asked = []
    monkeypatch.setenv("SITE_URL", "")
    monkeypatch.setattr(publish, "run", lambda options: asked.append((options.destination, options.drop)))
    monkeypatch.setattr(serve, "run", lambda options: asked.append(options.port))
    main(["publish", "DEST=D:\\trang giam ngheo", "SITE_URL=https://x.example/", "DROP=1", "--root", str(tmp_path)])
    assert os.environ["SITE_URL"] == "https://x.example/"
    main(["publish", "DEST=/srv/x", "DROP="])
    main(["serve", "PORT=8124"])
    assert asked == [("D:\\trang giam ngheo", True), ("/srv/x", False), 8124]


@pytest.mark.parametrize("word", ["publish", "back"])
def test_a_command_without_a_place_says_what_it_needs(word: str, capsys: pytest.CaptureFixture[str]):
    """`make publish` without DEST, and what is typed where there is no make."""
    assert main([word, "DEST="]) == 1
    assert capsys.readouterr().err == f"Cần nơi phát hành: make {word} DEST=/srv/giam-ngheo\n"


def test_a_message_says_how_a_command_is_typed_there(monkeypatch: pytest.MonkeyPatch):
    """With make where there is one, as `programme` on Windows."""
    assert command_words.typed("serve PORT=8001") == "make serve PORT=8001"
    monkeypatch.setattr(command_words, "WITH", "programme")
    assert serve._refused(8000, OSError()).endswith("Gõ: programme serve PORT=8000")


def test_a_failed_build_on_windows_names_the_place_in_the_plans_own_files():
    """Of a traceback with Windows' paths, the libraries' lines are left out, as with others."""
    output = (
        "Traceback (most recent call last):\n"
        '  File "C:\\Plan\\.venv\\Lib\\site-packages\\mkdocs\\plugins.py", line 1, in run\n'
        '  File "C:\\Plan\\macros.py", line 7, in define_env\n'
        '  File "C:\\Python312\\Lib\\json\\decoder.py", line 2, in decode\n'
        "ValueError: x\n"
    )
    assert essence(output) == 'ValueError: x\n  File "C:\\Plan\\macros.py", line 7, in define_env'


@pytest.mark.parametrize("path", ["/C:/Windows/x", "/..\\..\\x", "/du-an\\..\\x", "/../x", "/%2e%2e/x", "/C%3A/x"])
def test_no_address_leads_out_of_the_site(path: str):
    """Neither with dots nor with what leads out of a folder on Windows: the page is the one that is not there."""
    assert answering.page_at(path, ".html") == "404.html"


def made_by(word: str, *variables: str) -> str:
    command = ["make", "--dry-run", "--no-print-directory", word, "PROGRAMME=programme", *variables]
    done = subprocess.run(command, cwd=SECOND, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_makefile_of_a_plan_calls_the_command():
    """Each word of a plan's Makefile is the command of that name; `site` builds, `test` accepts."""
    words = ("check", "pages", "save", "offline", "release", "text", "schema", "deploy", "upgrade", "serve")
    assert {word: made_by(word) for word in words} == {word: f"programme {word}" for word in words}
    assert made_by("site") == "programme build" and made_by("test") == "programme accept"
    assert made_by("help") == "programme make-help"
    assert made_by("serve", "PORT=8124") == "programme serve PORT=8124"
    assert made_by("publish", "DEST=/srv/a b", "DROP=1") == 'programme publish --drop "DEST=/srv/a b"'
    assert made_by("publish") == 'programme publish  "DEST="'
    assert made_by("back", "DEST=/srv/x") == 'programme back "DEST=/srv/x"'


def test_help_in_a_plan_names_the_words_of_make(capsys: pytest.CaptureFixture[str]):
    """As they are typed there: each word of the plan's Makefile, and none that it has not."""
    lines = (ROOT / "programme/commands/new_plan/Makefile").read_text(encoding="utf-8").split("\n")
    phony = next(line for line in lines if line.startswith(".PHONY: "))
    assert main(["make-help"]) == 0
    said = capsys.readouterr().out
    listed = [line.split()[1] for line in said.split("\n") if line.startswith("  make ")]
    assert sorted(listed) == sorted({*phony.split()[1:]} - {"help"})
    assert "  make site\n      dựng trang một lần; có lời nhắc nào cũng coi là lỗi\n" in said
    assert "  make import FILE=ke-hoach.docx DIR=../ke-hoach-2027\n" in said
    assert "programme" not in said


def test_the_makefile_of_a_plan_works_from_its_folder():
    """`make check` in the folder of a plan checks that plan."""
    command = ["make", "check", f"PROGRAMME={sys.executable} -m programme"]
    done = subprocess.run(command, cwd=SECOND, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


def test_every_command_of_make_is_explained():
    """`make help` names each word of this repository's Makefile, with what it does."""
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").split("\n")
    phony = next(line for line in lines if line.startswith(".PHONY: ")).split()[1:]
    said = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    ).stdout
    explained = {line.split()[1] for line in said.splitlines()}
    assert explained == set(phony) and all(len(line.split()) > 3 for line in said.splitlines())


def test_a_folder_that_is_no_site_is_not_built_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """`programme build --site-dir .` does not take a plan for an old site: nothing is built, nothing is lost."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/plan.yaml").write_text("form: 2\n", encoding="utf-8", newline="\n")
    assert main(["build", "--root", str(tmp_path), "--site-dir", str(tmp_path)]) == 1
    assert "không phải thư mục của một trang đã dựng" in capsys.readouterr().err
    assert [path.name for path in tmp_path.rglob("*")] == ["data", "plan.yaml"]
