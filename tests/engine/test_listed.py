"""The files in a folder."""

from __future__ import annotations

from pathlib import Path

from programme import listed


def test_all_files_in_the_order_of_their_paths(tmp_path: Path):
    """A folder comes where its name does; empty folders and what Python compiled are left out."""
    for name in ("b.md", "a/z.md", "a/b/c.md", "a-b.md", "A.md", "__pycache__/x.pyc", "a/__pycache__/y.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    found = [path.relative_to(tmp_path).as_posix() for path in listed.files(tmp_path)]
    assert found == ["A.md", "a/b/c.md", "a/z.md", "a-b.md", "b.md"]


def test_links_to_files_are_files_and_links_to_folders_are_not_followed(tmp_path: Path):
    """A circle of links has an end; a link that leads nowhere is no file."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.md").write_text("x", encoding="utf-8")
    (tmp_path / "b.md").symlink_to(tmp_path / "in/a.md")
    (tmp_path / "in/circle").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "lost.md").symlink_to(tmp_path / "nowhere")
    assert [path.relative_to(tmp_path).as_posix() for path in listed.files(tmp_path)] == ["b.md", "in/a.md"]


def test_no_folder_has_no_files(tmp_path: Path):
    """Neither has a file."""
    (tmp_path / "a.md").write_text("x", encoding="utf-8")
    assert listed.files(tmp_path / "missing") == [] and listed.files(tmp_path / "a.md") == []
