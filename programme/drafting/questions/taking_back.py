"""An answer is taken back: the files that it wrote are as before, where nobody has changed them since."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ... import whole
from .questions import path_of

Contents = dict[Path, bytes]


@dataclass(frozen=True)
class Before:
    """What the files of a plan held before a question was answered, and behind it."""

    held: Contents
    left: Contents

    @classmethod
    def answered(cls, folder: Path, held: Contents) -> Before:
        """Once the question is answered."""
        return cls(held, contents(folder))

    def put_back(self) -> bool:
        """Put back what the answer wrote; False where one of its files is another by now, and nothing is written.

        Raises `OSError` as writing does.
        """
        touched = [path for path in {**self.held, **self.left} if self.held.get(path) != self.left.get(path)]
        if any((path.read_bytes() if path.exists() else None) != self.left.get(path) for path in touched):
            return False
        whole.write_all({path: self.held.get(path) for path in touched})
        return True


def contents(folder: Path) -> Contents:
    """Everything that an answer may write: `data/` and the file of the questions."""
    paths = [*(folder / "data").rglob("*.yaml"), path_of(folder)]
    return {path: path.read_bytes() for path in paths if path.is_file()}
