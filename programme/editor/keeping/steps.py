"""Each change of the editor is a step that can be taken back and done again, also after the server was started anew.

A step holds the files it changed, before and after, in `.editing/` beside `data/`. It is put there before the files
are written: what a killed server left half done is taken back, or finished, when the folder is opened again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ... import whole

FOLDER = ".editing"
MOST = 400
"""So many steps are kept."""


class ChangedError(Exception):
    """A file is not as it was left: somebody else changed it. Nothing was written."""

    def __init__(self, name: str):
        self.name = name
        super().__init__(name)


@dataclass(frozen=True)
class Step:
    """`said` tells a person what it did; `files`: name -> (text before, text after), None where there is no file."""

    number: int
    said: str
    page: str
    files: Mapping[str, tuple[str | None, str | None]]
    why: str = ""
    """Why words of the plan were changed: "copy", they were copied wrong; "changed", the document was changed."""


class Steps:
    """The steps of a plan's folder, and how many of them are done."""

    def __init__(self, root: Path):
        self.root, self._folder = root, root / FOLDER
        self._mend()

    # -- asked -----------------------------------------------------------

    def last(self) -> Step | None:
        """What would be taken back."""
        done = self._done()
        return self._read(done) if done in self._numbers() else None

    def next(self) -> Step | None:
        """What would be done again."""
        return self._read(self._done() + 1) if self._done() + 1 in self._numbers() else None

    # -- done ------------------------------------------------------------

    def reasons(self) -> set[str]:
        """Why words were changed since the last `saved`."""
        steps = [self._read(number) for number in self._numbers() if self._saved() < number <= self._done()]
        return {step.why for step in steps if step and step.why}

    def saved(self) -> None:
        """All that is done now stands in the history."""
        if self._folder.is_dir():
            whole.write(self._folder / "saved", f"{self._done()}\n")

    def do(
        self,
        said: str,
        page: str,
        changed: Mapping[str, str | None],
        before: Mapping[str, str | None],
        why: str = "",
    ) -> Step:
        """Write other texts into files that are as in `before`. Raises `ChangedError`, `OSError`; then nothing is."""
        self._look(before)
        number = self._done() + 1
        for later in self._numbers():
            if later >= number:
                self._file(later).unlink()
        step = Step(number, said, page, {name: (before[name], changed[name]) for name in changed}, why)
        self._keep(step)
        try:
            self._write({name: after for name, (_, after) in step.files.items()})
        except BaseException:
            with suppress(OSError):
                self._write({name: old for name, (old, _) in step.files.items()})
                self._file(number).unlink()
            raise
        self._set(number)
        for old in self._numbers()[:-MOST]:
            self._file(old).unlink()
        return step

    def done(self, said: str, page: str, files: Mapping[str, tuple[str | None, str | None]]) -> None:
        """Keep as a step what was written already: name -> (text before, text after)."""
        number = self._done() + 1
        for later in self._numbers():
            if later >= number:
                self._file(later).unlink()
        self._keep(Step(number, said, page, files))
        self._set(number)

    def back(self) -> Step | None:
        """Take the last step back: the files are as before, to the byte. Raises `ChangedError`, `OSError`."""
        step = self.last()
        if step:
            self._look({name: after for name, (_, after) in step.files.items()})
            self._write({name: old for name, (old, _) in step.files.items()})
            self._set(step.number - 1)
        return step

    def again(self) -> Step | None:
        """Do the step that was taken back last. Raises as `back`."""
        step = self.next()
        if step:
            self._look({name: old for name, (old, _) in step.files.items()})
            self._write({name: after for name, (_, after) in step.files.items()})
            self._set(step.number)
        return step

    # -- kept ------------------------------------------------------------

    def _file(self, number: int) -> Path:
        return self._folder / f"{number:06}.json"

    def _numbers(self) -> list[int]:
        return sorted(int(path.stem) for path in self._folder.glob("[0-9]*.json")) if self._folder.is_dir() else []

    def _done(self) -> int:
        return self._number("done")

    def _saved(self) -> int:
        return min(self._number("saved"), self._done())

    def _number(self, name: str) -> int:
        place = self._folder / name
        text = place.read_text(encoding="ascii").strip() if place.is_file() else ""
        return int(text) if text.isdecimal() else 0

    def _set(self, number: int) -> None:
        whole.write(self._folder / "done", f"{number}\n")

    def _keep(self, step: Step) -> None:
        if not self._folder.is_dir():
            self._folder.mkdir(exist_ok=True)
            whole.write(self._folder / ".gitignore", "*\n")
        held = {"said": step.said, "page": step.page, "files": {name: [*both] for name, both in step.files.items()}}
        held |= {"why": step.why} if step.why else {}
        whole.write(self._file(step.number), json.dumps(held, ensure_ascii=False))

    def _read(self, number: int) -> Step | None:
        try:
            held = json.loads(self._file(number).read_text(encoding="utf-8"))
            files = {name: (old, after) for name, (old, after) in held["files"].items()}
            return Step(number, held["said"], held["page"], files, str(held.get("why", "")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def text(self, name: str) -> str | None:
        """The text of a file now, each letter as it is; None where there is no file."""
        path = self.root / name
        return path.read_bytes().decode("utf-8") if path.is_file() else None

    def _look(self, wanted: Mapping[str, str | None]) -> None:
        for name, text in wanted.items():
            if self.text(name) != text:
                raise ChangedError(name)

    def _write(self, texts: Mapping[str, str | None]) -> None:
        changed = {name: text for name, text in texts.items() if self.text(name) != text}
        for name in changed:
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        whole.write_all(
            {self.root / name: text if text is None else text.encode("utf-8") for name, text in changed.items()}
        )

    def _mend(self) -> None:
        """A step that was kept but not counted: finished where all its files are written, else taken back."""
        step = self._read(self._done() + 1) if self._done() + 1 in self._numbers() else None
        if not step or self._numbers()[-1] != step.number or self._undone(step):
            return
        now = {name: self.text(name) for name in step.files}
        if all(now[name] == after for name, (_, after) in step.files.items()):
            self._set(step.number)
        elif all(now[name] in both for name, both in step.files.items()):
            with suppress(OSError):
                self._write({name: old for name, (old, _) in step.files.items()})

    def _undone(self, step: Step) -> bool:
        """Whether a step was taken back: none of its files is as after it."""
        return all(self.text(name) == old for name, (old, _) in step.files.items())
