"""The form of the data: `programme upgrade` moves older data, letter by letter, and the history is read through it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from support import SECOND, commanded, without_total

from programme import FindingsError, open_programme
from programme.commands.upgrade import settings
from programme.history import change_log
from programme.load.upgrade import upgrade
from programme.whole import write_all

PLAN = "# Khung của Kế hoạch.\n\nshort_title: Kế hoạch thử   # tên gọi\nagency: ubnd-xa\n"
SEARCH = """\
# Lời riêng.
everyday:
  # thai sản
  - say: [bà bầu, thai phụ]  # đã có
    means: phụ nữ mang thai
  - say: [ruộng muối,  con nít, đồng muối]   # hai cách nói của vùng này
    means: trẻ em

  - say:
      - htx
      - hợp tác
    means: hợp tác xã
pages:
  - page: kinh-phi
    aliases: [tiền, "vốn mồi", ngân sách]
  - {page: du-an, aliases: [các dự án]}
fillers: [có, được, đấy nhé, không]  # từ đệm
"""
SHORTER = """\
# Lời riêng.
everyday:
  # thai sản
  - say: [ruộng muối,  đồng muối]   # hai cách nói của vùng này
    means: trẻ em

  - say:
      - hợp tác
    means: hợp tác xã
pages:
  - page: kinh-phi
    aliases: ["vốn mồi"]
fillers: [đấy nhé]  # từ đệm
"""


def old(folder: Path, plan: str = PLAN, search: str = SEARCH) -> Path:
    data = folder / "data"
    data.mkdir()
    (data / "plan.yaml").write_bytes(plan.encode())
    (data / "search.yaml").write_bytes(search.encode())
    return data


def read(data: Path) -> tuple[str, str]:
    return (data / "plan.yaml").read_bytes().decode(), (data / "search.yaml").read_bytes().decode()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_upgrade_adds_the_form_and_takes_out_what_the_lexicon_has(tmp_path: Path, newline: str, mark: str):
    """All other lines stay, comments, blanks, line ends and the mark of UTF-8 too; what changed is said."""
    data = old(tmp_path, mark + PLAN.replace("\n", newline), mark + SEARCH.replace("\n", newline))
    told = upgrade(data)
    plan, search = read(data)
    assert plan == mark + PLAN.replace("short_title", "form: 2\nshort_title").replace("\n", newline)
    assert search == mark + SHORTER.replace("\n", newline)
    assert told == [
        "data/plan.yaml: ghi form: 2 ở đầu",
        "data/search.yaml: bỏ 10 cách nói và từ đệm mà bộ máy nay có sẵn cho mọi kế hoạch",
    ]


def test_upgrade_again_changes_nothing(tmp_path: Path):
    """Data of today is left alone, to the byte and to the time of its last change."""
    data = old(tmp_path)
    upgrade(data)
    before = read(data)
    os.utime(data / "plan.yaml", (1, 1))
    assert upgrade(data) == []
    assert read(data) == before
    assert (data / "plan.yaml").stat().st_mtime == 1


def test_a_list_that_is_empty_then_goes_with_its_key(tmp_path: Path):
    """Where the lexicon has all of a list, its key goes too; only comments may be left."""
    data = old(tmp_path, search="# lời\neveryday:\n  - say: [htx]\n    means: hợp tác xã\n# hết\nfillers: [có]\n")
    upgrade(data)
    assert read(data)[1] == "# lời\n# hết\n"


def test_what_is_written_in_an_unusual_way_stays(tmp_path: Path):
    """A text that cannot be cut by lines is left whole: what stands twice does no harm."""
    search = "{everyday: [{say: [htx], means: hợp tác xã}], fillers: [đấy nhé]}\n"
    data = old(tmp_path, search=search)
    assert upgrade(data) == ["data/plan.yaml: ghi form: 2 ở đầu"]
    assert read(data)[1] == search


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("form: 3\n" + PLAN, "dữ liệu ở dạng 3, bộ máy này chỉ đọc tới dạng 2"),
        ("form: hai\n" + PLAN, 'ghi là "hai"'),
        ("short_title: [\n", "Không đọc được tệp"),
        ("{short_title: x}\n", "không thêm được dòng form"),
    ],
)
def test_what_cannot_be_upgraded_is_said_and_left(tmp_path: Path, plan: str, said: str):
    """Newer data, a form that is none, a file that cannot be read: one finding, and no file is touched."""
    data = old(tmp_path, plan)
    with pytest.raises(FindingsError, match=said):
        upgrade(data)
    assert read(data) == (plan, SEARCH)


def test_all_files_are_changed_or_none(tmp_path: Path):
    """If one file cannot be written, none is changed, and nothing is left beside them."""
    one, two = tmp_path / "a.yaml", tmp_path / "b.yaml"
    one.write_text("cũ\n", encoding="utf-8")
    with pytest.raises(OSError):
        write_all({one: "mới\n".encode(), two / "x": "mới\n".encode()})
    assert one.read_text(encoding="utf-8") == "cũ\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_an_older_plan_builds_on_after_the_command(copy: Path):
    """`check` of form 1 says what to type, `upgrade` does it, then `check` finds nothing wrong."""
    plan = copy / "data/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("form: 2\n", "", 1), encoding="utf-8")
    checked = commanded("--root", str(copy), "check")
    assert (checked.returncode, checked.stderr.count("data/")) == (1, 1)
    assert "gõ make upgrade" in checked.stderr
    done = commanded("--root", str(copy), "upgrade")
    assert done.stdout == (
        "Đã đổi:\n"
        "- data/plan.yaml: ghi form: 2 ở đầu\n"
        "- data/search.yaml: bỏ 9 cách nói và từ đệm mà bộ máy nay có sẵn cho mọi kế hoạch\n"
        "Gõ make check để xem còn gì phải sửa.\n"
    )
    assert plan.read_bytes() == (SECOND / "data/plan.yaml").read_bytes()
    assert commanded("--root", str(copy), "check").returncode == 0
    again = commanded("--root", str(copy), "upgrade")
    assert again.stdout == "Không có gì phải đổi: dữ liệu ở dạng 2.\n"


def test_settings_of_an_older_engine_are_rewritten(tmp_path: Path):
    """The hook, the theme's folder and the watched folders go, the plugin comes; all other lines stay."""
    path = tmp_path / "mkdocs.yml"
    path.write_text(
        "theme:\n  name: material\n  custom_dir: theme/overrides\n  language: vi\n\nhooks:\n  - hooks.py\n\n"
        "plugins:\n  - macros:\n      module_name: macros\n\n"
        "watch:\n  - data\n  - templates\n  - theme\n  - programme\n",
        encoding="utf-8",
    )
    assert settings(path) == ["mkdocs.yml: bỏ các dòng chỉ tới tệp của bộ máy cũ, ghi programme ở plugins"]
    assert path.read_text(encoding="utf-8") == (
        "theme:\n  name: material\n  language: vi\n\n"
        "plugins:\n  - programme\n  - macros:\n      module_name: macros\n\nwatch:\n  - data\n  - programme\n"
    )
    assert settings(path) == []


def test_settings_of_another_shape_are_named(copy: Path):
    """What the command does not rewrite, it says: hooks among others, macros of an older engine."""
    path = copy / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace("  - programme\n  - macros", "  - macros")
    text = text.replace("plugins:\n", "plugins: # phần cắm thêm\n")
    path.write_text(f"{text}\nhooks:\n  - hooks.py\n  - khac.py\n", encoding="utf-8")
    (copy / "macros.py").write_text("from programme.render import Renderer\n", encoding="utf-8")
    before = path.read_bytes()
    done = commanded("--root", str(copy), "upgrade")
    assert done.stdout == (
        "Phải tự sửa:\n"
        "- mkdocs.yml: bỏ các dòng nhắc tới hooks.py và theme/overrides; phần ấy nay nằm trong bộ máy\n"
        "- mkdocs.yml: ghi thêm programme ngay dưới plugins, như các tên ở đó\n"
        "- macros.py: thay cả tệp bằng một dòng: from programme.macros import define_env\n"
        "Gõ make check để xem còn gì phải sửa.\n"
    )
    assert path.read_bytes() == before


def test_the_change_log_reads_versions_of_an_older_form(copy: Path):
    """A fact that changed before the data had a form is told; moving to the form of today tells nothing."""
    plan, project = copy / "data/plan.yaml", without_total(copy) / "data/projects/gn-7.yaml"
    today = plan.read_text(encoding="utf-8")
    plan.write_text(today.replace("form: 2\n", "", 1), encoding="utf-8")
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@x")

    def commit(day: str) -> None:
        environment = {**os.environ, "GIT_COMMITTER_DATE": f"{day}T00:00:00Z"}
        for words in (("add", "data"), ("commit", "-qm", day)):
            subprocess.run([*git, *words], cwd=copy, check=True, env=environment)

    subprocess.run(["git", "init", "-q"], cwd=copy, check=True)
    commit("2026-01-01")
    text = project.read_text(encoding="utf-8")
    project.write_text(text.replace("96 triệu đồng", "99 triệu đồng", 1), encoding="utf-8")
    commit("2026-01-02")
    plan.write_text(today, encoding="utf-8")
    commit("2026-01-03")
    log = change_log.log(copy, open_programme(copy))
    assert log.complete and log.since == "2026-01-01"
    assert [entry.date for entry in log.entries] == ["2026-01-02"]
