"""The engine as a wheel: installed alone, without node, it makes of a plan folder what this repository makes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from support import ROOT, SECOND, SITE_URL, contents

from programme import cache, frame
from programme.frame import bundles

BIN = "Scripts" if os.name == "nt" else "bin"


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel, and nothing of this repository."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")], check=True)
    programs = folder / "venv" / BIN
    (wheel,) = folder.glob("*.whl")
    pip("--python", str(programs / "python"), "install", "--no-deps", "--no-index", str(wheel))
    (packages,) = (folder / "venv").rglob("site-packages")
    # the dependencies are those of this environment; its link to this repository is not followed from there
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return programs


def test_a_wheel_alone_makes_the_same_site(installed: Path, alone: Path, tmp_path: Path):
    """A plan folder outside the repository: every file to the byte, with no node, no npm and no cache to be found."""
    plan = tmp_path / "plan"
    shutil.copytree(SECOND, plan)
    empty = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PROGRAMME_CACHE")}
    environment = {**empty, "PATH": str(installed), "SITE_URL": SITE_URL}
    command = [str(installed / "programme"), "build"]
    done = subprocess.run(command, cwd=plan, capture_output=True, text=True, encoding="utf-8", env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    made, here = contents(plan / "site"), contents(alone)
    assert sorted(made) == sorted(here) and len(made) > 100
    assert [name for name in made if made[name] != here[name]] == []


def test_the_wheel_is_the_engine_that_was_asked(installed: Path, tmp_path: Path):
    """In that environment `programme` is the wheel's package: the test before compares with nothing of its own."""
    command = [str(installed / "python"), "-c", "import programme; print(programme.__file__)"]
    empty = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", env=empty).stdout
    assert Path(said.strip()).is_relative_to(installed.parent.resolve())


def test_a_wheel_alone_makes_a_new_plan(installed: Path, tmp_path: Path):
    """With its templates, outside the repository: the folder is there, names its engine, is right and is built."""
    empty = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PROGRAMME_CACHE")}

    def programme(*words: str, cwd: Path) -> str:
        command = [str(installed / "programme"), *words]
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", env=empty)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    given = ("NAME=Kế hoạch thử", "LEVEL=xã", "YEAR=2031", "ISSUER=UBND xã A", "PLACE=xã A")
    said = programme("new", "plan", *given, cwd=tmp_path)
    assert "Tạo bằng bộ máy ke-hoach-giam-ngheo 0.1.0, cài từ gói .whl.\n" in said
    plan = tmp_path / "plan"
    assert "cài từ gói .whl" in (plan / "Makefile").read_text(encoding="utf-8")
    assert (plan / "engine.mk").read_text(encoding="utf-8") == f'PROGRAMME := "{installed / "programme"}"\n'
    assert programme("check", cwd=plan) == "Dữ liệu đúng: không có lỗi nào.\n"
    programme("build", cwd=plan)
    assert "Kế hoạch chưa được nhập vào trang web này." in (plan / "site/index.html").read_text(encoding="utf-8")


@pytest.fixture
def brought(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ready-made bundles, as in a wheel, and neither tools nor a cache."""
    made = tmp_path / "frame" / "made" / "bundles.json"
    made.parent.mkdir(parents=True)
    files = {name: f"/* {name} */" for name in (*bundles.ENTRIES, bundles.PORTAL, *bundles.STYLES)}
    made.write_text(json.dumps({"sources": bundles._sources(), "files": files}), encoding="utf-8")
    monkeypatch.setattr(frame, "MADE", made)
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache")
    monkeypatch.setattr(bundles, "_TOOLS", tmp_path)
    return made


def test_what_a_wheel_brings_is_taken_as_it_is(brought: Path):
    """Ready-made scripts of these very sources are used, and no tool is asked for."""
    made = bundles.bundled()
    assert made.scripts["site.js"] == b"/* site.js */" and bundles.linked_style() == made.light == "/* light.css */"
    assert made.material == "/* material.css */"


def test_what_belongs_to_other_sources_is_not_taken(brought: Path):
    """Where a script or a part of the style was changed since, a build without tools stops and says what to do."""
    found = json.loads(brought.read_text(encoding="utf-8"))
    brought.write_text(json.dumps({**found, "sources": "0"}), encoding="utf-8")
    with pytest.raises(bundles.ScriptsError) as caught:
        bundles.bundled()
    assert str(caught.value) == (
        f"Mã kịch bản hay kiểu trình bày trong {brought.parents[1]} đã bị sửa, mà ở đây không có công cụ dựng lại; "
        "cài lại bộ máy (pip install --force-reinstall --no-deps, với tệp .whl), hoặc sửa trong kho mã của nó."
    )


def test_a_checkout_without_its_tools_says_what_to_run(brought: Path, tmp_path: Path):
    """A fresh clone without node_modules names the command and the folder."""
    brought.unlink()
    with pytest.raises(bundles.ScriptsError) as caught:
        bundles.bundled()
    assert str(caught.value) == f"Thiếu công cụ dựng mã kịch bản; chạy npm ci trong {tmp_path}."
