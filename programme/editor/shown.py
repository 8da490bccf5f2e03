"""What stands on a page of the editor: headings, sentences, tables, records, in the order of the plan.

A page of the editor has the address of the page of the site that it is for; `so/agencies` and the like are the lists
that have no page of their own. It is made from the files as they are, right or wrong, so that what is wrong can be
mended there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from ..pages import addresses
from ..vietnamese.slugs import fold
from . import fields, files, sentences
from .fields import Field, Widget
from .files import Files, Held, Way

LISTS = "so"
"""The folder of the lists without a page of their own."""


@dataclass(frozen=True)
class Block:
    """A part of a page: where it stands in the data, and what stands there."""

    what: str
    """"heading", "sentence", "table", "record"."""
    file: str
    way: Way
    kind: str
    """The kind of record."""
    value: Any
    line: int
    level: int = 2
    title: str = ""
    listed: bool = False
    """A bulleted item, or one of a list that a record may be added to or taken from."""
    last: int = 0
    """The last line of it; `line` is the first."""
    label: str = ""
    """What a sentence stands under where that is no heading: "Phần căn cứ"."""

    @property
    def seen(self) -> str:
        return files.seen(self.value)

    @property
    def id(self) -> str:
        """A name for the browser, the same as long as nothing is put before it."""
        return id_of(self.file, self.way)

    @property
    def sentence(self) -> sentences.Sentence:
        return sentences.read(self.value)

    @property
    def structure(self) -> list[Field]:
        """What may stand below a heading."""
        return [one for one in fields.fields(fields.kinds()[self.kind]) if is_structure(one)]


def id_of(file: str, way: Way) -> str:
    """The name of a block in the browser."""
    return ".".join([file.removeprefix("data/").removesuffix(".yaml").replace("/", "-"), *map(str, way)])


def own_value(kind: str, value: Any) -> Any:
    """What a block shows of a record: of a heading not what stands below it."""
    if kind == "Table" or not is_structural(kind) or not isinstance(value, dict):
        return value
    below = {one.key for one in fields.fields(fields.kinds()[kind]) if is_structure(one)}
    return {key: one for key, one in value.items() if key not in below}


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


LISTED = {
    "agencies": ("Cơ quan, đơn vị", "một cơ quan", addresses.AGENCIES),
    "groups": ("Nhóm đối tượng", "một nhóm", addresses.GROUPS),
    "documents": ("Văn bản", "một văn bản", addresses.DOCUMENTS),
    "places": ("Nơi", "một nơi", ""),
    "abbreviations": ("Chữ viết tắt", "một chữ viết tắt", ""),
    "concepts": ("Thuật ngữ", "một từ", ""),
    "questions": ("Điều Kế hoạch không nói tới", "một câu hỏi", ""),
    "needs": ("Việc người dân cần", "một việc", ""),
    "vocabulary": ("Từ của riêng Kế hoạch", "một từ", ""),
    "sections": ("Các phần của Kế hoạch", "một phần", ""),
    "projects": ("Dự án", "một dự án", addresses.PROJECTS),
    "plan": ("Khung của Kế hoạch", "", ""),
    "notice": ("Từ khi ban hành đến nay", "", ""),
    "search": ("Từ ngữ để tìm kiếm", "", ""),
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


@cache
def is_structural(kind: str) -> bool:
    """Whether records of a kind hold sentences: they are headings on a page, not forms."""
    return any(
        one.widget is Widget.SENTENCES
        or (one.widget is Widget.RECORD and one.of != kind and is_structural(one.of) and one.of != "Phrase")
        for one in fields.fields(fields.kinds()[kind])
    )


def is_structure(one: Field) -> bool:
    """Whether a field is shown as parts of the page, and is in no form."""
    return one.widget is Widget.SENTENCES or (one.widget is Widget.RECORD and is_structural(one.of))


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
        return Page(address, LISTED[tops[0]][0], found, tops[0] if tops[0] in _addable() else "")
    if address in _ABOUT:
        wanted = _ABOUT[address]
        return Page(address, _ABOUT_TITLES[address], _chosen(all_files, lambda block: _has(block, wanted)))
    if address == addresses.FULL_TEXT:
        return Page(address, "Toàn văn", list(whole_text(all_files)), "sections")
    raise files.GoneError(address)


_ABOUT_TITLES = {
    addresses.MONEY: "Các câu về tiền",
    addresses.GOALS: "Các câu về chỉ tiêu",
    addresses.ASSIGNMENT: "Các câu giao việc",
    addresses.REPORTS: "Các câu về báo cáo",
}


def _addable() -> set[str]:
    return {top for top, (_, one, _) in LISTED.items() if one}


def everywhere() -> list[tuple[str, str]]:
    """All pages that are not about one thing: (address, title)."""
    return [
        (addresses.FULL_TEXT, "Toàn văn"),
        *((f"{LISTS}/{top}", title) for top, (title, _, _) in LISTED.items() if top != "sections"),
    ]


def walk(held: Held, kind: str, value: Any, way: Way, level: int = 2) -> Iterator[Block]:
    """A record and all that stands below it, in reading order."""
    line, last = held.lines(way)
    if not is_structural(kind):
        yield Block("record", held.name, way, kind, value, line, level, title_of(kind, value), bool(way), last)
        return
    if kind == "Table":
        yield Block("table", held.name, way, kind, value, line, level, "", True, last)
    else:
        listed = bool(way) and isinstance(way[-1], int)
        title = title_of(kind, value)
        yield Block("heading", held.name, way, kind, own_value(kind, value), line, level, title, listed, last)
    for one in fields.fields(fields.kinds()[kind]):
        inner = value.get(one.key) if isinstance(value, dict) else None
        if not is_structure(one) or inner is None:
            continue
        for place, each in enumerate(inner) if isinstance(inner, list) else ((None, inner),):
            here = (*way, one.key, place) if place is not None else (*way, one.key)
            if one.widget is Widget.SENTENCES:
                label = one.name if kind in ("Plan", "Table") and place == 0 else ""
                first, end = held.lines(here)
                yield Block("sentence", held.name, here, one.of, each, first, level, "", one.key == "items", end, label)
            elif isinstance(each, dict):
                yield from walk(held, one.of, each, here, min(level + 1, 6))


def title_of(kind: str, value: Any) -> str:
    """What a record is called, from the words it has."""
    if not isinstance(value, dict):
        return str(value or "")
    if kind == "Plan":
        return value.get("short_title") or "Khung của Kế hoạch"
    if kind == "Clause":
        number = value.get("label") or f"{value.get('number', '')}{')' if len(str(value.get('number'))) == 1 else '.'}"
        return f"{number} {value.get('heading') or ''}".strip()
    if kind == "Project":
        return f"{value.get('label', '')} {value.get('title', '')}".strip()
    if kind == "Document":
        label = next((name for term, name in fields.terms()["DocumentKind"] if term == value.get("kind")), "Văn bản")
        return f"{label} số {value.get('number', '')}"
    if kind == "Abbreviation":
        return f"{value.get('short', '')}: {value.get('full', '')}"
    if kind == "Everyday":
        return ", ".join(value.get("say") or [])
    for key in ("name", "question", "heading", "title", "label", "matter", "text", "caption", "page", "code"):
        if isinstance(value.get(key), str):
            return str(value[key])
    return ""


def whole_text(all_files: Files) -> Iterator[Block]:
    """The plan as it is read: its head, the parts with the projects where they stand, its end."""
    plan = next(iter(all_files.top("plan")), None)
    frame = list(walk(plan, "Plan", plan.value, ())) if plan and plan.value else []
    early = [one for one in frame if not one.way or one.way[0] in ("basis", "articles")]
    yield from early
    placed: set[str] = set()
    projects = sorted(all_files.top("projects"), key=lambda one: _number(one.value))
    for held in all_files.top("sections"):
        for way, value in files.records(held):
            for block in walk(held, "Clause", value, way):
                yield block
                if block.what == "heading" and isinstance(block.value, dict) and block.value.get("projects") == "true":
                    for one in projects:
                        of = (one.value or {}).get("programme")
                        if one.name not in placed and block.value.get("programme") in (None, of):
                            placed.add(one.name)
                            yield from walk(one, "Project", one.value, (), min(block.level + 1, 6))
    for one in projects:
        if one.name not in placed and isinstance(one.value, dict):
            yield from walk(one, "Project", one.value, ())
    yield from (one for one in frame if one not in early)


def everything(all_files: Files) -> Iterator[Block]:
    """All blocks of all files."""
    for held in all_files.all():
        for way, value in files.records(held):
            yield from walk(held, held.kind, value, way)


def _number(value: Any) -> tuple[int, ...]:
    parts = str(value.get("number") or "").split(".") if isinstance(value, dict) else []
    return tuple(int(one) if one.isdecimal() and one.isascii() else 0 for one in parts)


def _of_top(all_files: Files, top: str) -> Iterator[Block]:
    for held in all_files.top(top):
        for way, value in files.records(held):
            yield from walk(held, held.kind, value, way)


def _list(all_files: Files, top: str, address: str) -> Page:
    title, _, where = LISTED[top]
    adds = top if top in _addable() else ""
    if top == "projects":
        found, below = [], []
        for held in sorted(all_files.top(top), key=lambda one: _number(one.value)):
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
    return Page(address, title, found, adds, below)


def slug(programme: str | None, code: str) -> str:
    """The name of a project's page."""
    key = f"{programme}/{code}" if programme else code
    return "-".join("".join(letter if letter.isascii() and letter.isalnum() else " " for letter in fold(key)).split())


def projects_in(held: Held) -> Iterator[tuple[str, str]]:
    """The pages of the projects in a file: (address, title)."""
    for _, value in _nodes((), held.value):
        yield _address(value, held.value.get("programme")), title_of("Project", value)


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


def names_in(kind: str, value: Any) -> set[tuple[str, str]]:
    """All that a value names: (list of the plan, id)."""
    if kind == "Paragraph" and not isinstance(value, dict):
        return set()
    found: set[tuple[str, str]] = set()
    if kind == "Paragraph":
        whole = sentences.read(value)
        found |= set().union(*(names_in("Phrase", one) for one in whole.phrases))
        value = whole.own
    if not isinstance(value, dict):
        return found
    for one in fields.fields(fields.kinds()[kind]):
        inner = value.get(one.key)
        each: Iterable[Any] = inner if isinstance(inner, list) else () if inner is None else (inner,)
        for part in each:
            if one.widget is Widget.THING and isinstance(part, str):
                found.add((one.of, part))
            elif one.widget in (Widget.RECORD, Widget.SENTENCES):
                found |= names_in(one.of, part)
    return found
