"""The files of a draft: `data/` of a plan's folder, written as a careful hand writes them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ... import whole
from ...edit.kinds import Kind, record_at, top_of
from ...edit.style import Style
from ...load.dataset import Project
from ...load.loader import LISTS
from ...reading.document import Doubt
from ...vietnamese.slugs import slugify
from ..outline.addresses import below, order
from ..questions.questions import Spot
from ..shape import Draft, Mark, Part, Registers
from . import frame, known, short_forms
from .cutting import Held, held
from .named_places import named_places
from .records import PLAN, SECTIONS, Records

_HEADS = {
    PLAN: "Khung của Kế hoạch: phần đầu văn bản, căn cứ, đoạn kết, nơi nhận, chữ ký.",
    SECTIONS: "Các phần đánh số của Kế hoạch. Các dự án ở thư mục projects/, mỗi dự án một tệp.",
    "agencies.yaml": "Cơ quan, người giữ chức vụ, nhóm cơ quan mà Kế hoạch nhắc tới.",
    "groups.yaml": "Nhóm đối tượng mà Kế hoạch nhằm tới.",
    "documents.yaml": "Văn bản mà Kế hoạch viện dẫn.",
    "places.yaml": "Nơi mà Kế hoạch nhắc tới.",
    "abbreviations.yaml": "Chữ viết tắt trong lời của Kế hoạch.",
    "vocabulary.yaml": "Từ của riêng Kế hoạch mà danh sách có sẵn chưa có.",
}
_DRAFT = "Bản nháp do máy đọc từ tệp văn bản; lời chép đúng từng chữ, phần đánh dấu cần người xem lại."


@dataclass
class Files:
    """The data of a draft as values, by file below `data/`, and what waits for a person."""

    values: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[Mark, Spot]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def files_of(draft: Draft, registers: Registers, facts: Mapping[str, Any]) -> Files:
    """The values of all files. `facts`: name, level, start, end, issuer, place as `facts` and a person tell them."""
    frame.make_whole(draft)
    names = _project_files(draft)
    records = Records(names, draft.footnotes, draft.note_marks, draft.behind)
    ids = known.ids_of(draft, registers, facts)
    unissued = known.complete_documents(registers, facts["level"])
    found = Files()
    place = registers.places[ids["place"]]["name"]
    found.values[PLAN] = frame.plan_of(draft, registers, {**facts, "place_name": place}, records, ids)
    found.values[SECTIONS] = [records.clause(one, SECTIONS, one.number) for one in draft.parts]
    for section, part in _projects(draft):
        file = names[id(part)]
        found.values[file] = records.project(part, file, section)
    _registers(found, registers)
    if unissued:
        found.doubts.append(
            Doubt(
                "",
                f"chưa rõ nơi ban hành của: {', '.join(unissued)}. Điền ở mục Văn bản của trang sửa.",
            )
        )
    found.asked = records.asked
    return found


def _projects(draft: Draft) -> Iterator[tuple[str, Part]]:
    """Each project on top with the reference of the part that it stands in."""

    def within(part: Part, address: str) -> Iterator[tuple[str, Part]]:
        for one in part.parts:
            if one.kind == "project":
                yield address, one
            elif one.kind != "subproject":
                yield from within(one, below(part.number, address, one.number))

    for part in draft.parts:
        yield from within(part, part.number)


def _project_files(draft: Draft) -> dict[int, str]:
    """Identity of each project -> its file. Files stand in the plan's order where numbers alone do not tell it."""
    projects = [part for _, part in _projects(draft)]
    stems: dict[int, str] = {}
    taken: set[str] = set()
    for part in projects:
        told = part.code if any(char.isalpha() for char in part.code) else part.label
        stem = slugify(told)[:50].strip("-") or "du-an"
        if stem in taken:
            stem = slugify(f"{part.programme} {told}")[:70].strip("-")
        free = next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, 999))) if one not in taken)
        taken.add(free)
        stems[id(part)] = free
    for group in {part.programme for part in projects}:
        listed = [part for part in projects if part.programme == group]
        if sorted(listed, key=lambda one: (order(one.number), f"{stems[id(one)]}.yaml")) != listed:
            for place, part in enumerate(listed, 1):
                stems[id(part)] = f"{place:02}-{stems[id(part)]}"
    return {key: f"projects/{stem}.yaml" for key, stem in stems.items()}


def _registers(found: Files, registers: Registers) -> None:
    """The registers' files: what the data names, in the order in which it was found."""
    used = known.used([*found.values.values()], registers)
    for name in ("agencies", "groups", "documents"):
        listed = getattr(registers, name)
        found.values[LISTS[name]] = [_record(name, id, listed[id]) for id in listed if id in used[name]]
    found.values[LISTS["places"]] = [*_places(found.values, used["places"], registers)]
    words = [*_texts(found.values)]
    short, unknown = short_forms.completed(registers.abbreviations, _sentences(found.values), words)
    there = " ".join(words)
    found.values[LISTS["abbreviations"]] = [
        _record("abbreviations", id, {"short": record.get("short", id), **record}, named=False)
        for id, record in short.items()
        if record.get("short", id) in there
    ]
    if unknown:
        found.doubts.append(
            Doubt(
                "",
                f"chưa rõ chữ viết tắt: {', '.join(unknown)}. Điền ở mục Chữ viết tắt của trang sửa.",
            )
        )
    if registers.vocabulary:
        found.values[LISTS["vocabulary"]] = [
            _record("vocabulary", id, {"of": record.get("of"), "id": id, **record}, named=False)
            for id, record in registers.vocabulary.items()
        ]


def _places(values: Mapping[str, Any], used: Collection[str], registers: Registers) -> Iterator[Held]:
    """The places that marks or words name, each with the clauses that name it by less than its name."""
    told = named_places(values, registers.places)
    wanted = {*used, *told}
    wanted |= {str(registers.places[id].get("part_of")) for id in wanted}
    for id, one in registers.places.items():
        if id in wanted:
            clauses = {"clauses": told[id]} if told.get(id) else {}
            yield _record("places", id, {**one, **clauses})


def _record(register: str, id: str, record: Mapping[str, Any], *, named: bool = True) -> Held:
    value = {"id": id, **record} if named else dict(record)
    made = held(value, (), record_at(top_of(LISTS[register]), (0,)))
    made.register = (register, id)
    return made


def _sentences(value: Any) -> Iterator[str]:
    """The words of paragraphs and items, phrase by phrase; a row that gives somebody work is read like one."""
    match value:
        case Mapping():
            if value.get("bearers") or value.get("no_bearer"):
                yield from value.get("cells", ())
            if isinstance(value.get("text"), str):
                yield value["text"]
            for key, one in value.items():
                if key in _PASSAGES and isinstance(one, list):
                    yield from (each for each in one if isinstance(each, str))
                if key != "columns":
                    yield from _sentences(one)
        case list() | tuple():
            for one in value:
                yield from _sentences(one)


_PASSAGES = ("paragraphs", "items", "phrases", "notes", "basis", "closing")


def _texts(value: Any) -> Iterator[str]:
    """The plan's words in values: what stands in texts, headings, cells."""
    match value:
        case Mapping():
            for key, one in value.items():
                if key in ("text", "heading", "title", "label", "unit_line", "caption") and isinstance(one, str):
                    yield one
                elif key in ("paragraphs", "items", "phrases", "notes", "basis", "closing", "cells") and one:
                    yield from (each for each in one if isinstance(each, str))
                    yield from _texts([each for each in one if not isinstance(each, str)])
                else:
                    yield from _texts(one)
        case list() | tuple():
            for one in value:
                yield from _texts(one)


def text_of(name: str, value: Any, origin: str = "") -> str:
    """The text of a file; its head says what stands in it."""
    top = top_of(name)
    head = [f"# {_HEADS[name]}"] if name in _HEADS else []
    if name in (PLAN, SECTIONS) or name.startswith("projects/"):
        head.append(f"# {_DRAFT}" + (f" Tệp: {origin}." if origin and name == PLAN else ""))
    style = Style()
    kind: Kind = record_at(top, ())
    if isinstance(value, Mapping):
        body = style.pairs(value, Project if name.startswith("projects/") else kind, 0)
    else:
        key = str(top[-1]) if top else ""
        body = [line for one in value for line in style.item(one, key, record_at((), ()) or _dataset(), 0)]
    return "\n".join([*head, *body]) + "\n"


def _dataset() -> Kind:
    from ...load.dataset import Dataset

    return Dataset


def write(found: Files, folder: Path, origin: str = "") -> None:
    """Write the files below `folder`, which is a plan's `data/`; others that stand there stay."""
    projects = folder / "projects"
    projects.mkdir(parents=True, exist_ok=True)
    for path in projects.glob("*.yaml"):
        if f"projects/{path.name}" not in found.values:
            path.unlink()
    for name, value in found.values.items():
        whole.write(folder / name, text_of(name, value, origin))
