"""Which plans a portal is over: `portal.yaml`, read and checked; every fault is a finding with file and line.

    title: Kế hoạch giảm nghèo của các xã tỉnh Bình An
    address: https://giam-ngheo.example/     # where the portal is published; may be left out
    plans:
      - folder: ../binh-minh                 # a plan's folder, its site in site/ below it; or the site itself
      - address: https://xa-khac.example/    # a plan's site on the web
      - folder: ../tan-tien                  # both: read here, links lead there
        address: https://tan-tien.example/
        code: true                           # words, plugins, templates of its own may run where it is built
      - folder: trang/muong-la               # where its site is to be, in site/ below it; what it is built from:
        source: https://kho.example/muong-la.zip   # a ZIP of the plan's folder, with its SHA-256
        sha256: 5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef

That a folder is not there, or an address does not answer, is no fault of the list: the portal says so of the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..load.at import Word
from ..load.findings import Finding, FindingsError, did_you_mean, shown
from ..load.yamlfile import Tree
from ..load.yamlfile import read as read_yaml

FILE = "portal.yaml"
SITE = "site"
"""Where a plan's folder has its built site."""
DATA = "du-lieu"
"""The folder of a plan's open data within its site."""
MOST = 20_000
"""Plans of one portal."""

_LONGEST = 200
_TOP = ("title", "address", "plans")
_WHERE = ("folder", "address")
_ENTRY = (*_WHERE, "code", "source", "sha256")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ADDRESS = re.compile(r"https?://[^\s/?#\"<>\\^`{|}\[\]@]+(/[^\s?#\"<>\\^`{|}\[\]]*)?", re.IGNORECASE)
_EXAMPLE = "plans:\n  - folder: ../binh-minh\n  - address: https://xa-khac.example/"


@dataclass(frozen=True)
class Entry:
    """A plan of the list: where its folder is, or its site's address on the web (with "/" at its end), or both.

    `written`: the folder as the list writes it, whose machine nobody knows. `code`: code of the plan's own may run
    where it is built. `source`: the address of a ZIP of what its site is built from, with its hash; "" for the folder.
    """

    line: int
    folder: Path | None = None
    address: str = ""
    written: str = ""
    code: bool = False
    source: str = ""
    sha256: str = ""

    @property
    def site(self) -> Path | None:
        """The built site of a plan that has a folder: below it, or the folder itself where that is a site."""
        if self.folder is None or (self.folder / DATA).is_dir():
            return self.folder
        return self.folder / SITE

    @property
    def key(self) -> str:
        """What the plan is known by from one build to the next: its address, else its folder."""
        return self.address or self.written


@dataclass(frozen=True)
class Listing:
    """What `portal.yaml` says. `address` has "/" at its end, or is ""."""

    title: str
    address: str
    entries: tuple[Entry, ...]


def read(root: Path) -> Listing:
    """The list in the folder `root`. Raises `FindingsError` with all that is wrong with it at once."""
    tree, findings = read_yaml(root / FILE, FILE, root)
    if tree is None:
        wanted = f"các khóa {', '.join(_TOP)}"
        raise FindingsError(findings or [Finding(FILE, 0, "Tệp không ghi gì.", wanted, _EXAMPLE)])
    if not isinstance(tree.value, dict):
        raise FindingsError([Finding(FILE, tree.line, "Tệp không có khóa nào.", f"các khóa {', '.join(_TOP)}")])
    found = [*findings, *_faults(tree)]
    if any(one.is_error for one in found):
        raise FindingsError(found)
    plans = tree.children["plans"]
    return Listing(
        str(tree.value["title"]),
        _with_slash(tree.value.get("address")),
        tuple(_entry(root, plans.children[at]) for at in range(len(plans.value))),
    )


def _entry(root: Path, tree: Tree) -> Entry:
    folder = tree.value.get("folder")
    address = _with_slash(tree.value.get("address"))
    source, sha256 = (str(tree.value.get(key) or "") for key in ("source", "sha256"))
    path = root / str(folder) if folder else None
    return Entry(tree.line, path, address, str(folder or ""), _says_yes(tree), source, sha256.lower())


def _says_yes(tree: Tree) -> bool:
    return str(tree.value.get("code", "")) == "true"


def _with_slash(address: Any) -> str:
    return f"{str(address).rstrip('/')}/" if address else ""


def _faults(tree: Tree) -> Iterator[Finding]:
    yield from _strangers(tree, _TOP, "portal")
    yield from _text(tree, "title", "tên gọi của cổng", "title: Kế hoạch giảm nghèo của các xã tỉnh Bình An")
    yield from _address(tree)
    plans = tree.children.get("plans")
    if plans is None or not isinstance(plans.value, list) or not plans.value:
        said = "mục này còn thiếu." if plans is None else "không phải danh sách, hoặc là danh sách trống."
        line = plans.line if plans else tree.line
        yield Finding(FILE, line, said, "mỗi Kế hoạch một gạch đầu dòng", _EXAMPLE, "plans")
        return
    if len(plans.value) > MOST:
        yield Finding(FILE, plans.line, f"có {len(plans.value)} Kế hoạch.", f"không quá {MOST}", field="plans")
    seen: dict[tuple[str, str], int] = {}
    for at in range(len(plans.value)):
        yield from _entry_faults(plans.children[at], seen)


def _entry_faults(tree: Tree, seen: dict[tuple[str, str], int]) -> Iterator[Finding]:
    """What is wrong with one plan of the list; `seen`: what stood above it, with the lines."""
    if not isinstance(tree.value, dict):
        yield Finding(FILE, tree.line, "Mục này không có khóa nào.", "khóa folder hoặc address", _EXAMPLE)
        return
    yield from _strangers(tree, _ENTRY, "một Kế hoạch")
    if not any(key in tree.value for key in _WHERE):
        yield Finding(FILE, tree.line, "Mục này không nói Kế hoạch ở đâu.", "khóa folder hoặc address", _EXAMPLE)
        return
    if "folder" in tree.value:
        wanted = f"thư mục của Kế hoạch, tính từ thư mục của {FILE}"
        yield from _text(tree, "folder", wanted, "folder: ../binh-minh")
    yield from _address(tree)
    if "code" in tree.value and not _says_yes(tree):
        said, wanted = "chỉ nhận true.", "true nếu cho chạy mã riêng của Kế hoạch, không thì bỏ dòng này"
        yield Finding(FILE, tree.line_of(("code",)), said, wanted, "code: true", "code")
    if "source" in tree.value or "sha256" in tree.value:
        yield from _source_faults(tree)
    for key in _WHERE:
        value = tree.value.get(key)
        if isinstance(value, Word):
            same = (key, value.rstrip("/").lower() if key == "address" else str(Path(value)))
            if same in seen:
                yield Finding(FILE, tree.line_of((key,)), f"đã có ở dòng {seen[same]}.", "bỏ bớt một mục", field=key)
            seen.setdefault(same, tree.line_of((key,)))


def _source_faults(tree: Tree) -> Iterator[Finding]:
    """A source has a place for its site, and a hash; a hash has a source."""
    if "source" not in tree.value:
        wanted = "khóa source: địa chỉ gói ZIP có mã băm ấy"
        yield Finding(FILE, tree.line_of(("sha256",)), "sha256 mà không có source.", wanted, field="sha256")
        return
    yield from _address(tree, "source", "địa chỉ gói ZIP của thư mục Kế hoạch", "https://kho.example/muong-la.zip")
    if "folder" not in tree.value:
        wanted = "khóa folder: thư mục sẽ chứa trang dựng từ gói ấy"
        yield Finding(FILE, tree.line_of(("source",)), "source mà không có folder.", wanted, "folder: trang/muong-la")
    value = tree.value.get("sha256")
    if not _SHA256.fullmatch(str(value or "").lower()):
        said = "mục này còn thiếu." if "sha256" not in tree.value else "không phải một mã SHA-256."
        wanted = "64 chữ số và chữ cái a đến f, như lệnh sha256sum in ra khi đọc gói ấy"
        yield Finding(FILE, tree.line_of(("sha256",)), said, wanted, field="sha256")


def _strangers(tree: Tree, known: Iterable[str], where: str) -> Iterator[Finding]:
    for key, line in tree.key_lines.items():
        if key not in known:
            said = f'không có khóa "{key}".{did_you_mean(key, known)}'
            yield Finding(FILE, line, f"Trong {where} {said}", f"một trong các khóa: {', '.join(known)}")


def _text(tree: Tree, key: str, what: str, example: str) -> Iterator[Finding]:
    value = tree.value.get(key)
    if isinstance(value, Word) and len(value) <= _LONGEST:
        return
    said = "mục này còn thiếu." if key not in tree.value else "không phải một đoạn chữ, hoặc dài quá."
    yield Finding(FILE, tree.line_of((key,)), said, f"{what}, không quá {_LONGEST} chữ", example, key)


def _address(
    tree: Tree, key: str = "address", what: str = "địa chỉ trang", example: str = "https://xa-khac.example/"
) -> Iterator[Finding]:
    value = tree.value.get(key)
    if key in tree.value and not (isinstance(value, Word) and _ADDRESS.fullmatch(value)):
        said = f"ghi là {shown(str(value), 60) if isinstance(value, Word) else 'trống hoặc nhiều dòng'}."
        wanted = f"{what}, bắt đầu bằng https:// hoặc http://, không có dấu ? và #"
        yield Finding(FILE, tree.line_of((key,)), said, wanted, f"{key}: {example}", key)
