"""Steps of the editor: taken back to the byte, done again, also after a restart; nothing of others is written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from programme import whole
from programme.editor.keeping.steps import ChangedError, Steps


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/a.yaml").write_bytes("a: một\r\n# hết\n".encode())
    return tmp_path


def change(steps: Steps, name: str, text: str | None, said: str = "sửa") -> None:
    steps.do(said, "du-an/1", {name: text}, {name: steps.text(name)})


def test_a_step_is_taken_back_to_the_byte_and_done_again_after_a_restart(root: Path):
    """Ends of lines as on Windows stay; a new file goes with its step."""
    first = (root / "data/a.yaml").read_bytes()
    change(Steps(root), "data/a.yaml", "a: hai\r\n# hết\n", "sửa câu")
    change(Steps(root), "data/b.yaml", "b: 1\n", "thêm tệp")
    assert [Steps(root).last().said, Steps(root).next()] == ["thêm tệp", None]
    assert Steps(root).back().said == "thêm tệp"
    assert not (root / "data/b.yaml").exists()
    assert Steps(root).back().said == "sửa câu"
    assert (root / "data/a.yaml").read_bytes() == first
    assert Steps(root).back() is None
    assert Steps(root).again().page == "du-an/1"
    assert (root / "data/a.yaml").read_bytes() == "a: hai\r\n# hết\n".encode()
    assert Steps(root).next().said == "thêm tệp"


def test_a_new_step_is_in_the_place_of_those_taken_back(root: Path):
    """After it nothing is left to do again."""
    steps = Steps(root)
    change(steps, "data/a.yaml", "a: 2\n")
    change(steps, "data/a.yaml", "a: 3\n")
    steps.back()
    change(steps, "data/a.yaml", "a: 4\n")
    assert steps.next() is None
    steps.back()
    steps.back()
    assert (root / "data/a.yaml").read_bytes().startswith("a: một".encode())


def test_what_somebody_else_wrote_is_never_written_over(root: Path):
    """Neither by a step, nor by taking one back."""
    steps = Steps(root)
    before = {"data/a.yaml": steps.text("data/a.yaml")}
    change(steps, "data/a.yaml", "a: 2\n")
    (root / "data/a.yaml").write_text("a: tay\n", encoding="utf-8")
    with pytest.raises(ChangedError):
        steps.back()
    with pytest.raises(ChangedError):
        steps.do("sửa", "", {"data/a.yaml": "a: 3\n"}, before)
    assert (root / "data/a.yaml").read_text(encoding="utf-8") == "a: tay\n"


@pytest.mark.parametrize("written", [0, 1, 2])
def test_a_killed_server_leaves_all_or_nothing(root: Path, written: int):
    """Killed before, between and after the writing of two files: half of a step is taken back, a whole one counts."""
    steps = Steps(root)
    change(steps, "data/a.yaml", "a: 2\n")
    both = {"data/a.yaml": ["a: 2\n", "a: 3\n"], "data/b.yaml": [None, "b: 1\n"]}
    whole.write(root / ".editing/000002.json", json.dumps({"said": "hai tệp", "page": "", "files": both}))
    for name in [*both][:written]:
        (root / name).write_text(both[name][1], encoding="utf-8")
    steps = Steps(root)
    now = (steps.text("data/a.yaml"), steps.text("data/b.yaml"))
    assert now == (("a: 3\n", "b: 1\n") if written == 2 else ("a: 2\n", None))
    assert steps.last().said == ("hai tệp" if written == 2 else "sửa")


def test_a_full_disk_leaves_everything_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch):
    """The second file of a step cannot be written: the first is as before, and no step is counted."""
    steps = Steps(root)
    change(steps, "data/a.yaml", "a: 2\n")
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if "b.yaml" in path.name:
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        steps.do("hai", "", {"data/a.yaml": "a: 3\n", "data/b.yaml": "b\n"},
                 {"data/a.yaml": "a: 2\n", "data/b.yaml": None})  # fmt: skip
    monkeypatch.undo()
    assert (Steps(root).text("data/a.yaml"), Steps(root).last().number) == ("a: 2\n", 1)
    assert Steps(root).next() is None


def test_git_does_not_see_the_steps(root: Path):
    """The folder says itself that it is nobody's but this machine's."""
    change(Steps(root), "data/a.yaml", "a: 2\n")
    assert (root / ".editing/.gitignore").read_text(encoding="utf-8") == "*\n"
