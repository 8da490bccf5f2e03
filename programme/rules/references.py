"""Ids: each used once and good for an address; each reference leads somewhere, none back to itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ..load.at import At
from ..load.dataset import Dataset, Project
from ..load.findings import TAKE_BACK, Finding, finding, nearest, shown
from ..load.keys import key_of
from ..load.record import Record
from ..load.references import REGISTRIES, declared, records, references
from ..load.registries import Ask, Relation
from ..load.tables import Row
from ..load.texts import Citation, ForWhom, Indicator, Report
from ..load.vocabulary import OPEN
from ..pages import addresses

_SAID = {
    "agencies": ("cơ quan", "một mã có trong data/agencies.yaml"),
    "groups": ("nhóm đối tượng", "một mã có trong data/groups.yaml"),
    "documents": ("văn bản", "một mã có trong data/documents.yaml"),
    "places": ("nơi", "một mã có trong data/places.yaml"),
    "programmes": ("chương trình", "một mã ở programmes của plan.yaml"),
    "projects": ("dự án", "mã của một dự án"),
}
"""Registry -> what one of it is called in a message, and what is expected there."""


def _example(record: Record, key: str) -> str:
    known = key_of(key, type(record).__name__)
    return known.example if known else ""


def unique(dataset: Dataset) -> Iterator[Finding]:
    """No two records of a kind share an id; no two projects of a programme share a code."""
    for name in (*REGISTRIES, "concepts", "questions", "needs"):
        seen: dict[str, int] = {}
        for record in getattr(dataset, name):
            if record.id in seen:
                yield finding(record, "id", f'mã "{record.id}" đã dùng ở dòng {seen[record.id]}.', _TWICE)
            seen.setdefault(record.id, record.at.of("id"))
    yield from _once(dataset.plan.programmes, "id")
    yield from _once((one for one in records(dataset) if isinstance(one, Indicator)), "id")
    yield from _once(dataset.abbreviations, "short")
    for term in dataset.vocabulary:
        if term.id in [*OPEN[term.of]]:
            yield finding(term, "id", f'danh sách này đã có sẵn từ "{term.id}".', "bỏ mục này, dùng từ có sẵn")
    for kind in OPEN:
        yield from _once([one for one in dataset.vocabulary if one.of == kind], "id")
    yield from _once(dataset.search.pages, "page")
    yield from _once(dataset.notice.communes if dataset.notice else (), "code")
    for programme in dataset.plan.programmes:
        yield from _once(programme.absent, "code")
    nodes: dict[str, list[Project]] = {}
    for node in dataset.nodes():
        nodes.setdefault(node.key, []).append(node)
    for same in nodes.values():
        for node in same if len(same) > 1 else ():
            at = ", ".join(f"{one.at.file}:{one.at.of('code')}" for one in same if one is not node)
            yield finding(node, "code", f'mã dự án "{node.code}" dùng cả ở {at}.', _ONE_PROJECT)


_ONE_PROJECT = "hai dự án khác nhau thì so mã với văn bản; một tệp đã bị chép đè bằng tệp kia thì lấy lại bản trước của nó; một tệp là bản sao thừa thì xóa tệp ấy"
_TWICE = "nếu là một thứ ghi hai lần thì xóa mục này; nếu là thứ khác thì đặt mã khác"
_NAMED: dict[str, tuple[str, ...]] = {
    "agencies": ("name", "level", "kind"),
    "groups": ("name",),
    "documents": ("number", "issuer", "kind"),
    "places": ("name", "kind", "part_of"),
    "concepts": ("name",),
    "questions": ("question",),
    "needs": ("name",),
}
"""Registry -> what two of it may not share all of: bodies of two levels, villages of two communes may share a name."""


def names_are_distinct(dataset: Dataset) -> Iterator[Finding]:
    """No two records of a kind are called the same: one thing written twice would have two pages."""
    for registry, keys in _NAMED.items():
        seen: dict[tuple[object, ...], tuple[str, int]] = {}
        for record in getattr(dataset, registry):
            called = tuple(getattr(record, key) for key in keys)
            own = (record.id, record.at.of(keys[0]))
            id, line = seen.setdefault((called[0].casefold(), *called[1:]), own)
            if id != record.id:  # the same id twice is said already
                yield finding(record, keys[0], f"mục này trùng tên với dòng {line}: {shown(called[0], 60)}.", _SAME)


_SAME = "nếu là một thứ ghi hai lần thì xóa mục này; nếu là thứ khác thì so với văn bản rồi sửa cho khác nhau"


def _once(listed: Iterable[Record], key: str) -> Iterator[Finding]:
    """Each of a list has a value of its own in a key."""
    seen: dict[str, At] = {}
    for record in listed:
        value = getattr(record, key)
        if value in seen:
            at = f"{seen[value].file}:{seen[value].of(key)}"
            yield finding(record, key, f'"{value}" đã có ở {at}.', "mỗi mục ghi một lần; bỏ bớt một mục")
        seen.setdefault(value, record.at)


_REPEATED = (Relation, Citation, ForWhom, Report, Ask)
"""Kinds of records of which none says the same twice in one list."""


def nothing_is_named_twice(dataset: Dataset) -> Iterator[Finding]:
    """No list names the same twice: a body that bears a duty, a group, a clause, a name, a citation."""
    for record in records(dataset):
        for name, field in type(record).model_fields.items():
            value = getattr(record, name)
            if not isinstance(value, tuple) or len(value) < 2 or name == "cells":
                continue
            key = field.alias or name
            for word, count in Counter(one for one in value if isinstance(one, str)).items():
                if count > 1:
                    wanted = "mỗi mục một lần trong cùng một danh sách; bỏ bớt một chỗ"
                    yield finding(record, key, f"{shown(word, 60)} ghi {count} lần.", wanted)
            said: set[str] = set()
            for one in value:
                if isinstance(one, _REPEATED):
                    same = one.model_dump_json()
                    if same in said:
                        yield finding(record, key, "hai mục ghi như nhau.", "mỗi mục một lần; bỏ bớt một mục")
                    said.add(same)


def addresses_are_distinct(dataset: Dataset) -> Iterator[Finding]:
    """Every page has an address of its own, and a file name that every computer can keep."""
    homes: dict[str, tuple[str, addresses.Entity]] = {}
    entities: list[addresses.Entity] = [*dataset.nodes(), *dataset.agencies, *dataset.groups, *dataset.documents]
    entities += dataset.places
    for entity in entities:
        key, id = ("code", entity.key) if isinstance(entity, Project) else ("id", entity.id)
        address = addresses.page(entity).casefold()
        example = _example(entity, key)
        if why := addresses.reserved(address):
            yield finding(entity, key, f'mã "{id}" không dùng được: {why}.', "một mã khác", example)
        other, first = homes.setdefault(address, (id, entity))
        if other != id:  # the same id twice is said already
            at = f"{first.at.file}:{first.at.of(key)}"
            yield finding(
                entity,
                key,
                f'mã "{id}" cho trang địa chỉ "/{address}", trùng với mã "{other}" ở {at}.',
                "hai mã khác nhau cả khi không kể chữ hoa, dấu chấm và gạch ngang; mục mà văn bản không có thì xóa",
            )


def no_circles(dataset: Dataset) -> Iterator[Finding]:
    """What leads on to its like (a place to the one around it) leads to no circle: nothing is a part of itself."""
    for registry in REGISTRIES:
        records = {one.id: one for one in getattr(dataset, registry)}
        steps = [
            (one.attribute, one.key)
            for kind in {*map(type, records.values())}
            for one in declared(kind)
            if one.registry == registry
        ]
        for attribute, key in steps:
            graph = {id: _named(getattr(one, attribute)) for id, one in records.items()}
            for circle in _circles(graph):
                way = [f"{id} (dòng {records[id].at.of(key)})" for id in circle[:-1]] + circle[-1:]
                way = way if len(way) <= 8 else [*way[:4], "…", *way[-2:]]
                yield finding(
                    records[circle[0]],
                    key,
                    f"đi thành vòng: {' → '.join(way)}.",
                    "không mục nào dẫn về chính mình; bỏ hoặc sửa một bước của vòng",
                )


def _named(value: tuple[str, ...] | str | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _circles(graph: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """The ways that come back to where they began: ["a", "b", "a"]. Iterative, so that length is no danger."""
    done: set[str] = set()
    for start in graph:
        way = {} if start in done else {start: iter(graph[start])}
        while way:
            here = next(reversed(way))
            step = next(way[here], None)
            if step is None:
                done.add(here)
                del way[here]
            elif step in way:
                passed = list(way)
                yield [*passed[passed.index(step) :], step]
            elif step in graph and step not in done:
                way[step] = iter(graph[step])


def resolve(dataset: Dataset) -> Iterator[Finding]:
    """All that is named exists: what a type declares as a reference is looked up in its registry."""
    known: dict[str, set[str]] = {name: {one.id for one in getattr(dataset, name)} for name in REGISTRIES}
    known["programmes"] = {one.id for one in dataset.plan.programmes}
    known["projects"] = {node.key for node in dataset.nodes()}
    doubled = len(known["projects"]) < sum(1 for _ in dataset.nodes())
    folder = dataset.plan.at.file.rpartition("/")[0]
    asked = Counter(one.registry for one in references(dataset, *REGISTRIES))
    gone = {name for name in REGISTRIES if asked[name] and not known[name]}
    for name in sorted(gone):
        found = f"Tệp này không có hoặc không ghi gì, mà {asked[name]} chỗ trong dữ liệu ghi mã {_SAID[name][0]}."
        yield Finding(f"{folder}/{name}.yaml", 0, found, TAKE_BACK, cause=True)
    lost: dict[str, Counter[str]] = {name: Counter() for name in REGISTRIES}
    missing: list[tuple[Record, str, str, str, str]] = []
    for record, key, registry, named in references(dataset, *known):
        name = named
        if registry in gone:
            continue  # said of the file
        if isinstance(record, Row) and registry == "projects" and record.programme:
            if record.programme not in known["programmes"]:
                continue  # said of the programme
            name = f"{record.programme}/{named}"
        if name not in known[registry]:
            if registry == "projects" and doubled:
                continue  # one of those with the same code is meant
            near = nearest(name, known[registry])
            if registry in lost and not near:
                lost[registry][name] += 1
            missing.append((record, key, registry, name, near))
    many = {registry for registry, names in lost.items() if len(names) >= _MANY}
    for registry in sorted(many):
        names = ", ".join(lost[registry])
        found = f"Tệp này không có {len(lost[registry])} mã mà {lost[registry].total()} chỗ trong dữ liệu ghi: {names}."
        expected = f"tệp đã mất các mục ấy thì {TAKE_BACK}; chưa từng có thì thêm mỗi mã một mục"
        yield Finding(f"{folder}/{registry}.yaml", 0, found, expected, cause=True)
    uses = Counter((registry, name) for _, _, registry, name in (references(dataset, *REGISTRIES) if missing else ()))
    for record, key, registry, name, near in missing:
        if registry in many and not near:
            continue  # said of the file
        what, expected = _SAID[registry]
        guess = f' Ý bạn là "{near}"?' if near else ""
        if near and registry in REGISTRIES and not uses[registry, near]:
            at = next(one.at for one in getattr(dataset, registry) if one.id == near)
            where = f"{at.file}:{at.of('id')}"
            guess += f" Mã ấy ở {where} không nơi nào khác dùng: xem chỗ nào bị sửa nhầm, ở đây hay ở đó."
        yield finding(record, key, f'không có {what} nào mang mã "{name}".{guess}', expected)


_MANY = 3
"""So many ids that a file does not have, and nothing like them, were lost with a part of the file."""


def projects_name_their_programme(dataset: Dataset) -> Iterator[Finding]:
    """Where there are several programmes, each project says which one it belongs to."""
    programmes = [one.id for one in dataset.plan.programmes]
    for node in dataset.nodes() if len({*programmes}) > 1 else ():
        if node.programme is None:
            found = "dự án không ghi thuộc chương trình nào."
            yield finding(node, "code", found, "mã ở programme", f"programme: {min(programmes)}")


RULES = (
    unique,
    names_are_distinct,
    nothing_is_named_twice,
    addresses_are_distinct,
    resolve,
    projects_name_their_programme,
    no_circles,
)
"""The rules that must hold before records can be joined."""
