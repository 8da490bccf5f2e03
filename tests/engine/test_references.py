"""What one record says of another: every reference is declared, walked, and leads to something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from programme import FindingsError, Programme, open_programme
from programme.load.dataset import Dataset
from programme.load.record import Code, Id, Record, RefersTo
from programme.load.references import declared, records


def test_a_place_of_today_is_in_a_list_of_communes(spoil):
    """`now` beside a notice without the list of communes would link to nothing: it is a finding."""
    root = spoil("data/notice.yaml", "communes_source:", "thua:")
    path = root / "data/notice.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("thua:")], encoding="utf-8")
    with pytest.raises(FindingsError, match=r'ghi là "xã Minh Thượng", ở data/notice\.yaml thuộc: không xã nào'):
        open_programme(root)


def test_a_long_way_up_is_no_circle(copy: Path):
    """Thousands of places, each part of the next, are walked without fail; the last step back is the circle."""
    path = copy / "data/places.yaml"
    before = path.read_text(encoding="utf-8").rstrip("\n")
    chain = "".join(f"\n- {{id: p{n}, name: thôn Hạ, kind: village, part_of: p{n + 1}}}" for n in range(5000))
    path.write_text(f"{before}{chain}\n- {{id: p5000, name: thôn Hạ, kind: village}}\n", encoding="utf-8")
    assert len(open_programme(copy).places) > 5000
    path.write_text(f"{before}{chain}\n- {{id: p5000, name: thôn Hạ, kind: village, part_of: p0}}\n", encoding="utf-8")
    with pytest.raises(
        FindingsError, match=r"vòng: p0 \(dòng 8\) → p1 \(dòng 9\) → .* → … → p5000 \(dòng 5008\) → p0\."
    ):
        open_programme(copy)


OWN = {"id", "code", "number"}
"""Fields that say what a record itself is called, not another one."""


def _kinds(kind: type[Record], met: set[type[Record]]) -> set[type[Record]]:
    """A kind of record and all kinds that it may hold."""
    if kind not in met:
        met.add(kind)
        for hint in get_type_hints(kind, include_extras=True).values():
            for one in _parts(hint):
                if isinstance(one, type) and issubclass(one, Record):
                    _kinds(one, met)
    return met


def _parts(hint: Any) -> Iterator[Any]:
    """A type, what it is made of, and what is said of it."""
    yield hint
    for one in (*get_args(hint), *getattr(hint, "__metadata__", ())):
        yield from _parts(one)


def _undeclared(kinds: set[type[Record]]) -> list[str]:
    """The fields that hold an id or a code and do not say of what."""
    forms = {part for form in (Id, Code) for part in form.__metadata__}
    return [
        f"{kind.__name__}.{name}"
        for kind in kinds
        for name, hint in get_type_hints(kind, include_extras=True).items()
        if name not in OWN
        if any(part in forms for part in _parts(hint) if part.__hash__)
        if not any(isinstance(part, RefersTo) for part in _parts(hint))
    ]


def test_every_field_with_an_id_says_what_it_names():
    """A field of a record that holds an id or a code declares the registry it refers to."""
    kinds = _kinds(Dataset, set())
    assert len(kinds) >= 40
    assert _undeclared(kinds) == []

    class Forgotten(Record):
        chief: tuple[Id, ...] = ()
        part: Code | None = None
        name: str = ""

    assert sorted(_undeclared({Forgotten})) == ["Forgotten.chief", "Forgotten.part"]


def test_every_record_is_walked(programme: Programme):
    """The walk that looks references up meets every phrase, and every kind of reference that the plan has."""
    met = list(records(programme.data))
    assert {spot.phrase for spot in programme.spots} <= set(met)
    named = {one.registry for record in met for one in declared(type(record)) if getattr(record, one.attribute)}
    assert named == {"agencies", "groups", "documents", "places", "programmes", "clauses", "projects"}


def test_a_clause_for_the_projects_of_no_programme_is_named(copy: Path):
    """The programme whose projects a part holds is one of plan.yaml, as that of a row of a table."""
    path = copy / "data/sections.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("programme: giam-ngheo", "programme: giam-ngeo"), encoding="utf-8")
    lines = [n for n, line in enumerate(text.split("\n"), 1) if "programme: giam-ngheo" in line]
    with pytest.raises(FindingsError) as caught:
        open_programme(copy, with_pages=False)
    said = 'không có chương trình nào mang mã "giam-ngeo". Ý bạn là "giam-ngheo"?'
    assert [(one.line, one.found) for one in caught.value.findings] == [(line, said) for line in lines]
    assert len(lines) > 1
