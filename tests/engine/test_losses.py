"""Files of data that lost much since they were saved last are told from files that were edited."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import committed

from programme.history.losses import losses


@pytest.mark.parametrize(
    ("name", "before", "now", "told"),
    [
        ("mot.yaml", "a: 1\n" * 20, "a: 1\n" * 13, []),
        ("mot.yaml", "a: 1\n" * 20, "a: 1\n" * 12, ["Tệp ngắn đi nhiều: lần lưu trước 20 dòng, nay 12 dòng."]),
        ("mot.yaml", "a: 1\n" * 30, "a: 1\n" * 21, []),
        ("mot.yaml", "a: 1\n" * 8, "a: 1\n" * 3, ["Tệp ngắn đi nhiều: lần lưu trước 8 dòng, nay 3 dòng."]),
        ("mot.yaml", "a: 1\n" * 9, "a: 1\n" * 3, []),
        ("mot.txt", "a: 1\n" * 20, "a: 1\n", []),
        (".mot.yaml", "a: 1\n" * 20, "a: 1\n", []),
        ("mot.yaml", "a: 1\n" * 20, "a: 1\r" * 20, []),
        ("mot.yaml", "a: ế\n" * 20, "a: ?\n" * 20, ["Chữ có dấu mất nhiều: lần lưu trước 20 chữ, nay 0 chữ."]),
    ],
)
def test_a_file_that_lost_much_is_told_from_an_edit(tmp_path: Path, name: str, before: str, now: str, told: list[str]):
    """Eight lines gone and less than seven tenths left; small files from the first line; files of data alone."""
    path = tmp_path / "data" / name
    path.parent.mkdir()
    path.write_text(before, encoding="utf-8")
    committed(tmp_path)
    path.write_text(now, encoding="utf-8")
    assert [one.found for one in losses(tmp_path)] == told


def test_every_file_that_lost_much_is_told(tmp_path: Path):
    """A file that was only edited hides none of those after it."""
    (tmp_path / "data").mkdir()
    paths = [tmp_path / f"data/{name}.yaml" for name in ("a", "b", "c")]
    for path in paths:
        path.write_text("a: 1\n" * 20, encoding="utf-8")
    committed(tmp_path)
    for path, left in zip(paths, (19, 2, 3), strict=True):
        path.write_text("a: 1\n" * left, encoding="utf-8")
    assert [(one.file, one.found[-17:]) for one in losses(tmp_path)] == [
        ("data/b.yaml", "dòng, nay 2 dòng."),
        ("data/c.yaml", "dòng, nay 3 dòng."),
    ]
