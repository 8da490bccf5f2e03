"""Which of the parts that are called like projects are projects: their codes, labels, titles, programmes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...derive.full_text import mark
from ...reading.document import Doubt
from ...vietnamese.slugs import slugify
from ..shape import Part, Passage
from . import headings


@dataclass
class _Group:
    """Parts side by side that are called like projects, and the part they stand in (None: on top)."""

    container: Part | None
    parts: list[Part]

    @property
    def words(self) -> int:
        return sum(_words(part) for part in self.parts)

    @property
    def codes(self) -> set[str]:
        return {named.code for part in self.parts if (named := headings.project_of(part.label))}


def settle_projects(parts: list[Part], doubts: list[Doubt], title: str = "") -> None:
    """Give each project its code, label and title; what only lists or names projects again becomes clauses.

    `title`: that of the plan, which may be about one project and tell of its parts alone.
    """
    groups = [*_groups(None, parts)]
    chosen: list[_Group] = []
    for group in sorted(groups, key=lambda one: -one.words):
        if not any(group.codes & other.codes and not _own_programme(group, other) for other in chosen):
            chosen.append(group)
    chosen = [group for group in chosen if _is_worth(group, chosen)]
    for group in groups:
        if not any(group is one for one in chosen):
            for part in group.parts:
                as_clause(part)
    chosen.sort(key=lambda one: next(i for i, group in enumerate(groups) if group is one))
    _name_programmes(chosen)
    for group in chosen:
        taken: set[str] = set()
        over = _over(group, title)
        for part in group.parts:
            _as_project(part, "", taken, doubts, over)


_PART_OF = re.compile(r"(?i)(?:tiểu\s+dự\s+án|nội\s+dung|hoạt\s+động)\s")
_NAMED = re.compile(r"(?i)(?<!tiểu )\bdự\s+án\s+(?:số\s+)?(\d{1,2})(?![\w.])")


def _over(group: _Group, title: str) -> str:
    """The number of the one project whose parts a group is: by the heading above it, or by the plan's title.

    "1. Tiểu dự án 1" in a plan "Thực hiện Dự án 4" is 4.1; "" where nothing says it.
    """
    if not all(_PART_OF.match(part.label) for part in group.parts):
        return ""
    heading = f"{group.container.label} {group.container.heading}" if group.container else ""
    for words in (heading, title):
        if numbers := {*_NAMED.findall(words)}:
            return numbers.pop() if len(numbers) == 1 else ""
    return ""


def _groups(container: Part | None, parts: list[Part]) -> Iterator[_Group]:
    found = [one for one in parts if one.kind == "project"]
    if found:
        yield _Group(container, found)
    for part in parts:
        if part.kind != "project":
            yield from _groups(part, part.parts)


def _is_worth(group: _Group, chosen: Sequence[_Group]) -> bool:
    """Whether projects of a group have words of their own; where it is the only group, names are enough."""
    own = sum(bool(part.paragraphs or part.items or part.tables or part.parts) for part in group.parts)
    if own * 2 >= len(group.parts):
        return True
    return len(chosen) == 1 and len(group.parts) > 1


def _own_programme(one: _Group, other: _Group) -> bool:
    """Whether two groups with the same codes are of two programmes: each in a part of its own, each with its words."""
    if one.container is other.container or one.container is None or other.container is None:
        return False
    return min(one.words / len(one.parts), other.words / len(other.parts)) >= 20


def _name_programmes(groups: Sequence[_Group]) -> None:
    """Where there are several groups, each is of a programme named by the part it stands in."""
    taken: set[str] = set()
    for group in groups if len(groups) > 1 else ():
        told = (group.container.heading or group.container.label) if group.container else "khác"
        base = slugify(programme_name(told))[:40].strip("-") or "chuong-trinh"
        id = next(one for one in (base, *(f"{base}-{n}" for n in range(2, 99))) if one not in taken)
        taken.add(id)
        if group.container:
            group.container.programme = id
        for part in group.parts:
            for one in _below(part):
                one.programme = id if one.kind == "project" else ""


def programme_name(heading: str) -> str:
    """A programme's name from the heading that stands over its projects, without what only says that they follow."""
    name = heading.strip(" .:")
    name = re.sub(
        r"^(các\s+)?(dự án|nội dung)(\s+thành phần)?,?\s*(của|thuộc|thực hiện)\s+", "", name, flags=re.IGNORECASE
    )
    return " ".join(name.split()) or heading.strip() or "Chương trình"


def _below(part: Part) -> Iterator[Part]:
    yield part
    for one in part.parts:
        yield from _below(one)


def _words(part: Part) -> int:
    texts = [passage.text for passage in part.passages()]
    cells = [cell for grid in part.tables for row in grid.rows for cell in row]
    return sum(len(one.split()) for one in (*texts, *cells)) + sum(_words(one) for one in part.parts)


def as_clause(part: Part) -> None:
    """A part that only looks like a project, or whose words a project cannot hold: a heading with its number."""
    text = f"{part.label} {part.heading}".strip()
    written = mark(part.number) if part.mark is None else part.mark
    part.kind, part.mark, part.code, part.programme = "clause", None, "", ""
    is_sentence = re.search(r"[.;]$", text) and not (part.paragraphs or part.parts or part.items)
    if not written:
        part.label, part.heading = text, ""
    else:
        part.label = written if written != mark(part.number) else ""
        part.heading = "" if is_sentence else text
        if is_sentence:
            part.paragraphs.insert(0, Passage(text, part.where, notes=part.notes))
            part.notes = ()
    for one in part.parts:
        if one.kind in ("project", "subproject"):
            as_clause(one)


def _address(code: str) -> str:
    """What tells the pages of two projects apart."""
    return re.sub(r"[.-]+", "-", code.casefold())


def _as_project(part: Part, above: str, taken: set[str], doubts: list[Doubt], whole: str = "") -> None:
    """`above`: the code of the project it stands in; `whole`: of one that the plan names though it stands in none."""
    named = headings.project_of(part.label)
    assert named
    split = headings.title_and_rest(named.title)
    part.kind = "subproject" if above else "project"
    part.label, part.heading = named.label, split.heading
    if split.rest:
        part.paragraphs.insert(0, Passage(split.rest, part.where))
    if part.mark == mark(part.number):
        part.mark = None
    own = named.code
    over = named.above or above or whole
    if over and re.fullmatch(r"[\dIVX.]+", own) and not own.startswith(f"{over}."):
        own = f"{over}.{own}"
    elif not over and re.match(r"(?i)tiểu\s+dự\s+án\s", part.label):
        doubts.append(Doubt(part.where, f"chưa rõ “{part.label}” thuộc dự án nào; tạm ghi mã {own}."))
    code = own
    for n in range(2, 99):
        if _address(code) not in taken:
            break
        code = f"{own}-{n}"
    if code != own:
        doubts.append(Doubt(part.where, f"mã dự án “{own}” đã có ở trên; ghi là {code}."))
    taken.add(_address(code))
    part.code = code[:20].strip(".-")
    if not part.number:  # the plan writes none: its code says where it stands
        part.number = part.code
    for one in part.parts:
        if one.kind == "project":
            _as_project(one, part.code, taken, doubts)
        else:
            for deeper in _below(one):  # named within a clause of a project: no part of it
                if deeper.kind == "project":
                    as_clause(deeper)
