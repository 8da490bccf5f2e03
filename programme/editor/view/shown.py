"""Which pages the editor has, and which blocks stand on each, in the order of the plan.

A page of the editor has the address of the page of the site that it is for; `so/agencies` and the like are the lists
that have no page of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ...load import loader
from ...pages import addresses
from ...vietnamese.slugs import fold
from . import files
from .blocks import Block, names_in, number_of, title_of, walk, whole_text
from .files import Files, Held, Way

LISTS = "so"
"""The folder of the lists without a page of their own."""


def is_reserved(id: str) -> bool:
    """Whether no page can be called so."""
    return bool(addresses.reserved(f"{addresses.AGENCIES}/{id}"))


@dataclass(frozen=True)
class Page:
    """A page of the editor."""

    address: str
    title: str
    blocks: list[Block]
    adds: str = ""
    """The list or record of the plan that something can be added to there."""
    below: list[tuple[str, str]] = field(default_factory=list)
    """Further pages that belong to it: (address, title)."""
    empty: str = "Chưa có gì ở đây."
    """What is said where there are no blocks."""
    hint: str = ""
    """What is said above the blocks: what decides what the page of the site shows."""


LISTED = {
    "agencies": ("Cơ quan, đơn vị", "một cơ quan", addresses.AGENCIES),
    "groups": ("Nhóm đối tượng", "một nhóm", addresses.GROUPS),
    "documents": ("Văn bản", "một văn bản", addresses.DOCUMENTS),
    "places": ("Nơi", "một nơi", addresses.PLACES),
    "abbreviations": ("Chữ viết tắt", "một chữ viết tắt", ""),
    "concepts": ("Thuật ngữ", "một từ", ""),
    "questions": ("Điều Kế hoạch không nói tới", "một câu hỏi", ""),
    "needs": ("Việc người dân cần", "một việc", ""),
    "vocabulary": ("Từ của riêng Kế hoạch", "một từ", ""),
    "sections": ("Các phần của Kế hoạch", "một phần", ""),
    "projects": ("Dự án", "một dự án", addresses.PROJECTS),
    "plan": ("Khung của Kế hoạch", "", ""),
    "notice": ("Từ khi ban hành đến nay", "phần này", ""),
    "search": ("Từ ngữ để tìm kiếm", "phần này", ""),
}
"""List or record of the plan -> its title, one of it, the folder of its pages."""
_OVERVIEWS: dict[str, tuple[str, ...]] = {
    addresses.TERMS: ("abbreviations", "concepts"),
    addresses.NOT_IN_PLAN: ("questions",),
    addresses.SINCE: ("notice",),
    addresses.FINDER: ("needs", "groups"),
    addresses.SEARCH: ("search",),
    addresses.HOME: ("plan", "needs"),
    addresses.ABOUT: ("plan",),
    addresses.DATA: ("plan",),
}
"""Page about the whole plan -> the lists and records that it is made from."""
_ABOUT: dict[str, frozenset[str]] = {
    addresses.MONEY: frozenset({"money"}),
    addresses.GOALS: frozenset({"indicator", "output"}),
    addresses.ASSIGNMENT: frozenset({"roles", "says"}),
    addresses.REPORTS: frozenset({"reports"}),
}
"""Page about the whole plan -> the marks that it gathers."""


def page(all_files: Files, address: str) -> Page:
    """The page of an address. Raises `GoneError` where nothing of the data belongs there."""
    folder, _, name = address.partition("/")
    if folder == LISTS and name in LISTED:
        return _list(all_files, name, address)
    by_folder = {where: top for top, (_, _, where) in LISTED.items() if where}
    if folder in by_folder and name in ("", addresses.HOME):
        return _list(all_files, by_folder[folder], address)
    if folder == addresses.PROJECTS:
        return _project(all_files, address)
    if folder in by_folder:
        return _thing(all_files, by_folder[folder], name, address)
    if address in _OVERVIEWS:
        tops = [top for top in _OVERVIEWS[address] if all_files.top(top)]
        found = [block for top in tops for block in _of_top(all_files, top)]
        if not tops:
            raise files.GoneError(address)
        return Page(address, LISTED[tops[0]][0], found, _adds(all_files, tops[0]))
    if address in _ABOUT:
        wanted = _ABOUT[address]
        found = _chosen(all_files, lambda block: _has(block, wanted))
        empty = f"Chưa có câu nào được đánh dấu là {_HOW_TO_MARK[address]}"
        is_goals = address == addresses.GOALS
        shown = {block.id for block in found}
        parts = [one for one in _sections(all_files) if one.id not in shown] if is_goals else []
        return Page(address, _ABOUT_TITLES[address], [*found, *parts], empty=empty, hint=_AIMS if is_goals else "")
    if address == addresses.FULL_TEXT:
        return Page(address, "Toàn văn", list(whole_text(all_files)), "sections")
    raise files.GoneError(address)


_ABOUT_TITLES = {
    addresses.MONEY: "Các câu về tiền",
    addresses.GOALS: "Các câu về chỉ tiêu",
    addresses.ASSIGNMENT: "Các câu giao việc",
    addresses.REPORTS: "Các câu về báo cáo",
}


_HOW_TO_MARK = {
    addresses.MONEY: "tiền. Mở Toàn văn, chọn các chữ của số tiền, rồi chọn “Số tiền”.",
    addresses.GOALS: "chỉ tiêu. Mở Toàn văn, chọn các chữ có con số phải đạt, rồi chọn “Chỉ tiêu”.",
    addresses.ASSIGNMENT: "giao việc. Mở Toàn văn, chọn các chữ giao việc, rồi chọn “Ai làm, việc gì”.",
    addresses.REPORTS: "báo cáo. Mở Toàn văn, chọn các chữ giao báo cáo, rồi chọn “Báo cáo”.",
}
"""Page about the whole plan -> how the first mark gets there."""


_AIMS = (
    "Trang Mục tiêu chép nguyên văn các mục mà tiêu đề nói mục tiêu. Chép nhầm mục: mở tiêu đề của mục đúng (ở dưới, "
    "hoặc ở Toàn văn), ghi “Mục này nói gì” là “Mục tiêu”; từ đó trang chỉ chép các mục ghi như vậy. Con số hiện nhầm: "
    "bỏ đánh dấu “Chỉ tiêu” ở câu ấy."
)


MERGED = ("agencies", "groups", "places")
"""Lists of which two may be one thing written twice; two documents have two numbers."""
_TWICE = (
    "Một nơi, một nhóm, một cơ quan mà thành hai mục: mở mục thừa, bấm “Nhập vào mục khác…”. Mọi câu đang nêu mục thừa "
    "nêu mục kia."
)


_NAMING = (
    "Tên của trang (ở đầu mọi trang, trên thẻ trình duyệt): bấm vào tiêu đề ngay dưới đây, sửa ô “Tên gọi ngắn”. Năm, "
    "cấp, cơ quan ban hành cũng ở đó."
)


def _sections(all_files: Files) -> Iterator[Block]:
    """The headings of the parts outside the projects, whose kind says which are aims."""
    for held in all_files.top("sections"):
        for way, value in files.records(held):
            yield next(walk(held, "Clause", value, way))


def _adds(all_files: Files, top: str) -> str:
    """The list or record, where something can be added to it, or it can be begun."""
    is_there = top in loader.SINGLE and all_files.top(top)
    return top if LISTED[top][1] and not is_there else ""


def everywhere() -> list[tuple[str, str]]:
    """All pages that are not about one thing: (address, title)."""
    return [
        (addresses.FULL_TEXT, "Toàn văn"),
        *((f"{LISTS}/{top}", title) for top, (title, _, _) in LISTED.items() if top != "sections"),
    ]


def _of_top(all_files: Files, top: str) -> Iterator[Block]:
    for held in all_files.top(top):
        for way, value in files.records(held):
            yield from walk(held, held.kind, value, way)


def _list(all_files: Files, top: str, address: str) -> Page:
    title, _, where = LISTED[top]
    adds = _adds(all_files, top)
    if top == "projects":
        found, below = [], []
        for held in sorted(all_files.top(top), key=lambda one: number_of(one.value)):
            if isinstance(held.value, dict):
                found += [next(walk(held, held.kind, held.value, ()))]
                below += [(slug, name) for slug, name in projects_in(held)]
        return Page(address, title, found, adds, below)
    found = list(_of_top(all_files, top))
    below = [
        (f"{where}/{one.value['id']}", one.title)
        for one in found
        if where and isinstance(one.value, dict) and one.value.get("id")
    ]
    return Page(
        address,
        title,
        found,
        adds,
        below,
        hint=_TWICE if top in MERGED and len(found) > 1 else _NAMING if top == "plan" else "",
    )


def slug(programme: str | None, code: str) -> str:
    """The name of a project's page."""
    key = f"{programme}/{code}" if programme else code
    return "-".join("".join(letter if letter.isascii() and letter.isalnum() else " " for letter in fold(key)).split())


def projects_in(held: Held) -> Iterator[tuple[str, str]]:
    """The pages of the projects in a file: (address, title)."""
    for _, value in _nodes((), held.value):
        yield _address(value, held.value.get("programme")), title_of("Project", value)


def project_at(held: Held, line: int) -> str:
    """The page of the innermost project in a file whose lines reach over one; "" where none does."""
    first, found = 0, ""
    for way, value in _nodes((), held.value):
        start, last = held.lines(way)
        if not way or (first <= start <= line <= last):
            first, found = start, _address(value, held.value.get("programme"))
    return found


def _nodes(way: Way, value: Any) -> Iterator[tuple[Way, Any]]:
    if isinstance(value, dict):
        yield way, value
        for place, one in enumerate(value.get("subprojects") or []):
            yield from _nodes((*way, "subprojects", place), one)


def _address(node: Any, programme: str | None) -> str:
    """The page of a project; `programme` is that of its file."""
    return f"{addresses.PROJECTS}/{slug(node.get('programme') or programme, str(node.get('code', '')))}"


def _project(all_files: Files, address: str) -> Page:
    for held in all_files.top("projects"):
        programme = held.value.get("programme") if isinstance(held.value, dict) else None
        for way, value in _nodes((), held.value):
            if _address(value, programme) == address:
                blocks = list(walk(held, "Project", value, way))
                inner = [(*way, "subprojects", place) for place in range(len(value.get("subprojects") or []))]
                own = [one for one in blocks if not any(one.way[: len(sub)] == sub for sub in inner)]
                listed = [one for one in value.get("subprojects") or [] if isinstance(one, dict)]
                below = [(_address(one, programme), title_of("Project", one)) for one in listed]
                return Page(address, title_of("Project", value), own, "", below)
    raise files.GoneError(address)


def _thing(all_files: Files, top: str, id: str, address: str) -> Page:
    for held in all_files.top(top):
        for way, value in files.records(held):
            if isinstance(value, dict) and value.get("id") == id:
                own = next(walk(held, held.kind, value, way))
                named = _chosen(all_files, lambda block: (top, id) in names_in(block.kind, block.value))
                return Page(address, own.title, [own, *named])
    raise files.GoneError(address)


def _chosen(all_files: Files, wanted: Callable[[Block], bool]) -> list[Block]:
    """The sentences and tables of the plan that are wanted, each below the heading it stands under."""
    found: list[Block] = []
    above: Block | None = None
    project = ""
    for block in whole_text(all_files):
        if block.what == "heading":
            above = block
            if block.kind == "Project":
                project = str(block.value.get("label") or "").rstrip(": ")
            elif project and block.file.startswith("data/projects/"):
                above = replace(block, title=f"{project} – {block.title}")
        elif block.what in ("sentence", "table") and wanted(block):
            if above:
                found.append(replace(above, level=2))
                above = None
            found.append(block)
    return found


def _has(block: Block, keys: frozenset[str]) -> bool:
    """Whether a block has one of some marks."""
    if block.what == "sentence":
        return any(keys & one.keys() for one in block.sentence.phrases)
    parts = [*(block.value.get("columns") or []), *(block.value.get("rows") or [])]
    return any(keys & one.keys() for one in parts if isinstance(one, dict))
