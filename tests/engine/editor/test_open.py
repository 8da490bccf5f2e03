"""The page for a double click: one server for a plan, another port for another plan, no window of commands."""

from __future__ import annotations

import ast
import os
import runpy
from argparse import Namespace
from pathlib import Path

import pytest
from editing import edited
from support import ROOT, SECOND

from programme.commands import serve
from programme.commands.new_files import TEMPLATES

STARTER = TEMPLATES / "mo-trang-sua.pyw"


def test_a_second_double_click_shows_the_page_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The server of the same plan answers: its page is opened, and no second one is started."""
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open_new_tab", shown.append)
    with edited(SECOND) as (address, _):
        port = int(address.rpartition(":")[2])
        assert serve._listening(Namespace(root=SECOND, port=port, open=True)) is None
        assert shown == [f"{address}/"]
        other = serve._listening(Namespace(root=tmp_path, port=port, open=True))
        assert other is not None
        assert other.server_port != port
        other.server_close()
        with pytest.raises(OSError):
            serve._listening(Namespace(root=SECOND, port=port, open=False))


def test_the_starter_finds_the_engine(tmp_path: Path):
    """That which engine.mk names; else the plan's own; else what is installed on the machine."""
    (tmp_path / "mo-trang-sua.pyw").write_bytes(STARTER.read_bytes())
    run = runpy.run_path(str(tmp_path / "mo-trang-sua.pyw"))
    assert run["engine"]()[1:] == ["-m", "programme"]
    name = "pythonw.exe" if os.name == "nt" else "python"
    for folder in (tmp_path / ".venv/bin", tmp_path / "bộ máy $/bin"):
        folder.mkdir(parents=True)
        (folder / name).touch()
    assert run["engine"]() == [str(tmp_path / ".venv/bin" / name), "-m", "programme"]
    (tmp_path / "engine.mk").write_text(f'PROGRAMME := "{tmp_path}/bộ máy $$/bin/programme"\n', encoding="utf-8")
    assert run["engine"]() == [str(tmp_path / "bộ máy $/bin" / name), "-m", "programme"]


def test_the_starter_needs_nothing_but_python():
    """It runs before the engine is there: the standard library alone, in words of Python 3.8."""
    tree = ast.parse(STARTER.read_text(encoding="utf-8"), feature_version=(3, 8))
    named = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert named == {"os", "re", "subprocess", "sys", "ctypes"}


def test_this_plan_has_the_same_starters():
    """What a new plan gets stands in this repository's own plan too."""
    for path in sorted(one for one in TEMPLATES.rglob("*") if "mo-trang-sua" in str(one) and one.is_file()):
        assert (ROOT / path.relative_to(TEMPLATES)).read_bytes() == path.read_bytes(), path
