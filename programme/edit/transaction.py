"""Several changes to the files of `data/` as one: tried on a copy, compared, written all or not at all, taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Any

from .. import whole
from ..load.files import plan_files
from ..load.loader import LISTS
from . import kinds, nodes
from .nodes import EditError, Path
from .rewrite import rewritten
from .swapped import swapped

_BOM = b"\xef\xbb\xbf"
_HEADS = {
    "agencies": "Cơ quan, người giữ chức vụ, nhóm cơ quan mà Kế hoạch nhắc tới.",
    "groups": "Nhóm đối tượng mà Kế hoạch nhằm tới.",
    "documents": "Văn bản mà Kế hoạch viện dẫn.",
    "abbreviations": "Chữ viết tắt có trong Kế hoạch.",
    "concepts": "Từ trong Kế hoạch mà người đọc có thể hỏi.",
    "places": "Địa danh mà Kế hoạch nhắc tới.",
    "vocabulary": "Vai trò, loại văn bản, loại mục, nguồn vốn mà danh sách có sẵn chưa có.",
}
"""Register -> what its file says of itself, where it is begun."""


class ChangedMeanwhile(EditError):
    """A file is not as it was read: nothing was written."""


@dataclass(frozen=True)
class Written:
    """What was written: each file with its bytes before (None: there was none) and after."""

    files: Mapping[File, tuple[bytes | None, bytes | None]]

    def undo(self) -> Written:
        """Put back what was there. Raises `ChangedMeanwhile` where somebody edited a file since."""
        _still(((path, after) for path, (_, after) in self.files.items()), "hoàn tác")
        whole.write_all({path: before for path, (before, _) in self.files.items()})
        return Written({path: (after, before) for path, (before, after) in self.files.items()})


@dataclass
class Transaction:
    """Changes to the files below a folder `data`, none of which is written before `write`.

    Every change raises `EditError`, and leaves the copy as it was, where the file would then say anything but what it
    said before and the change.
    """

    data: File
    _read: dict[str, bytes | None] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    _values: dict[str, Any] = field(default_factory=dict)

    def files(self) -> list[str]:
        """The names of the files that there are, below the folder."""
        there = {path.relative_to(self.data).as_posix() for path in plan_files(self.data)}
        return sorted(there | {name for name, text in self._texts.items() if text})

    def values(self) -> dict[str, Any]:
        """What all files say that can be read, by name."""
        found = {}
        for name in self.files():
            try:
                found[name] = self.value(name)
            except EditError:  # what is wrong with it is said by the check
                continue
        return found

    def text(self, name: str) -> str:
        """The text of a file as it would be written; "" where there is none."""
        if name not in self._texts:
            path = self._path(name)
            raw = path.read_bytes() if path.exists() else None
            try:
                self._texts[name] = (raw or b"").removeprefix(_BOM).decode()
            except UnicodeDecodeError:
                raise EditError(f"{self.data.name}/{name}: tệp không ở dạng UTF-8.") from None
            self._read[name] = raw
        return self._texts[name]

    def value(self, name: str) -> Any:
        """What a file says: mappings, lists, texts."""
        if name not in self._values:
            self._values[name] = nodes.plain(nodes.compose(self.text(name)))
        return self._values[name]

    def at(self, name: str, path: Path) -> Any:
        """What stands at a path in a file; None where there is nothing."""
        return nodes.value_at(self.value(name), path)

    # -- changes ----------------------------------------------------------

    def set(self, name: str, path: Path, value: Any) -> None:
        """Make what stands at a path another value; a key that a mapping has not is added to it."""
        text = rewritten(self.text(name), path, value, kinds.top_of(name))
        self._texts[name] = text
        self._values.pop(name, None)

    def remove(self, name: str, path: Path) -> None:
        """Take out a key or an item; with the last item of a list goes its key."""
        holder, last = self.at(name, path[:-1]), path[-1]
        if isinstance(holder, dict) and last in holder:
            self.set(name, path[:-1], {key: value for key, value in holder.items() if key != last})
        elif isinstance(holder, list) and isinstance(last, int) and 0 <= last < len(holder):
            if len(holder) == 1 and len(path) > 1 and isinstance(path[-2], str):
                self.remove(name, path[:-1])
            else:
                self.set(name, path[:-1], [*holder[:last], *holder[last + 1 :]])
        else:
            raise EditError("Không tìm thấy chỗ cần xóa trong tệp.")

    def insert(self, name: str, path: Path, place: int, value: Any) -> None:
        """Put an item into the list at a path, before the one at `place`; a list that is not there begins."""
        held = self.at(name, path)
        if held is not None and not isinstance(held, list):
            raise EditError("Chỗ này không phải là danh sách.")
        listed = held or []
        self.set(name, path, [*listed[:place], value, *listed[place:]])

    def swap(self, name: str, path: Path, place: int) -> None:
        """Let two neighbours of the list at a path change places, with their lines."""
        self._texts[name] = swapped(self.text(name), path, place, kinds.top_of(name))
        self._values.pop(name, None)

    def append(self, register: str, record: Mapping[str, Any]) -> None:
        """Put a record at the end of a register ("agencies"); its file is begun where there is none."""
        name = LISTS[register]
        if not self.text(name) and self._read[name] is None:
            self._texts[name] = f"# {_HEADS[register]}\n" if register in _HEADS else ""
        self.insert(name, (), len(self.value(name) or ()), dict(record))

    # -- the end ----------------------------------------------------------

    def changed(self) -> dict[str, tuple[bytes | None, bytes]]:
        """The files that would be written: name -> bytes before and after."""
        found = {}
        for name, text in self._texts.items():
            before = self._read[name]
            after = (_BOM if (before or b"").startswith(_BOM) else b"") + text.encode()
            if after != (before or b""):
                found[name] = (before, after)
        return found

    def write(self) -> Written:
        """Write all files that changed, or none. Raises `ChangedMeanwhile`; `OSError` as writing does."""
        changed = {self._path(name): both for name, both in self.changed().items()}
        _still(((path, before) for path, (before, _) in changed.items()), "ghi")
        whole.write_all({path: after for path, (_, after) in changed.items()})
        self._read.clear()
        self._texts.clear()
        self._values.clear()
        return Written(changed)

    def _path(self, name: str) -> File:
        """The file of a name; nothing outside of the folder is ever reached."""
        path = self.data / name
        if not path.resolve().is_relative_to(self.data.resolve()) or path.suffix != ".yaml":
            raise EditError(f"{name}: tệp không nằm trong {self.data.name}/.")
        return path


def _still(files: Iterator[tuple[File, bytes | None]], doing: str) -> None:
    for path, before in files:
        if (path.read_bytes() if path.exists() else None) != before:
            raise ChangedMeanwhile(f"{path.name} vừa được sửa ở nơi khác nên không {doing}; đọc lại tệp rồi làm lại.")
