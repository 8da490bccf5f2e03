"""Ids: each used once and good for an address; each reference leads somewhere, none back to itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ..derive.programme import Programme
from ..derive.table_amounts import tables
from ..load.dataset import Dataset, Project
from ..load.findings import Finding, did_you_mean, finding
from ..load.keys import key_of
from ..load.record import Record
from ..pages import addresses

_REGISTRIES = {
    "agencies": ("cơ quan", "data/agencies.yaml"),
    "groups": ("nhóm đối tượng", "data/groups.yaml"),
    "documents": ("văn bản", "data/documents.yaml"),
    "places": ("nơi", "data/places.yaml"),
}


def _example(record: Record, key: str) -> str:
    known = key_of(key, type(record).__name__)
    return known.example if known else ""


def unique(dataset: Dataset) -> Iterator[Finding]:
    """No two records of a kind share an id; no two projects of a programme share a code."""
    for name in (*_REGISTRIES, "concepts", "questions", "needs"):
        seen: dict[str, int] = {}
        for record in getattr(dataset, name):
            if record.id in seen:
                yield finding(
                    record, "id", f'mã "{record.id}" đã dùng ở dòng {seen[record.id]}.', "mỗi mục một mã riêng"
                )
            seen.setdefault(record.id, record.at.of("id"))
    nodes = list(dataset.nodes())
    counts = Counter(node.key for node in nodes)
    for node in nodes:
        if counts[node.key] > 1:
            yield finding(
                node, "code", f'mã dự án "{node.code}" dùng cho nhiều dự án.', "mỗi dự án một mã trong chương trình"
            )


def addresses_are_distinct(dataset: Dataset) -> Iterator[Finding]:
    """Every page has an address of its own, and a file name that every computer can keep."""
    homes: dict[str, tuple[str, addresses.Entity]] = {}
    entities: list[addresses.Entity] = [*dataset.nodes(), *dataset.agencies, *dataset.groups, *dataset.documents]
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
                "hai mã khác nhau cả khi không kể chữ hoa, dấu chấm và gạch ngang",
                example,
            )


def no_circles(dataset: Dataset) -> Iterator[Finding]:
    """What belongs to something larger leads to no circle: nothing is a part of itself."""
    for key, records in (
        ("part_of", {one.id: (one, [one.part_of] if one.part_of else []) for one in dataset.places}),
        ("broader", {one.id: (one, one.broader) for one in dataset.groups}),
        ("members", {one.id: (one, one.members) for one in dataset.agencies}),
        ("may_include", {one.id: (one, one.may_include) for one in dataset.agencies}),
    ):
        for circle in _circles({id: steps for id, (_, steps) in records.items()}):
            record = records[circle[0]][0]
            way = circle if len(circle) <= 8 else [*circle[:4], "…", *circle[-2:]]
            yield finding(
                record,
                key,
                f"đi thành vòng: {' → '.join(way)}.",
                "không mục nào dẫn về chính mình; bỏ hoặc sửa một bước của vòng",
            )


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
    """Every id that is named exists in its registry."""
    known = {name: {record.id for record in getattr(dataset, name)} for name in _REGISTRIES}
    programmes = {one.id for one in dataset.plan.programmes}
    keys = {node.key for node in dataset.nodes()}

    def refer(record: Record, key: str, registry: str, *ids: str | None) -> Iterator[Finding]:
        for one in ids:
            if one is not None and one not in known[registry]:
                what, file = _REGISTRIES[registry]
                near = did_you_mean(one, known[registry])
                found = f'không có {what} nào mang mã "{one}".{near}'
                yield finding(record, key, found, f"một mã có trong {file}", _example(record, key))

    def belongs(record: Record, programme: str | None) -> Iterator[Finding]:
        if programme is not None and programme not in programmes:
            near = did_you_mean(programme, programmes)
            yield finding(
                record,
                "programme",
                f'không có chương trình nào mang mã "{programme}".{near}',
                "một mã ở programmes của plan.yaml",
            )

    plan, joined = dataset.plan, Programme(dataset)
    yield from refer(plan, "agency", "agencies", plan.agency)
    yield from refer(plan, "place", "places", plan.place)
    yield from refer(plan.signature, "agency", "agencies", plan.signature.agency)
    for relations in (plan.relations, *(document.relations for document in dataset.documents)):
        for relation in relations:
            yield from refer(relation, "document", "documents", relation.document)
    for node in dataset.nodes():
        yield from belongs(node, node.programme)
        if node.programme is None and len(programmes) > 1:
            yield finding(
                node,
                "code",
                "dự án không ghi thuộc chương trình nào.",
                "mã ở programme",
                f"programme: {min(programmes)}",
            )
    for spot in joined.spots:
        paragraph, phrase = spot.paragraph, spot.phrase
        yield from refer(paragraph, "bearers", "agencies", *paragraph.bearers)
        for key, ids in (("bearers", phrase.bearers), ("with", phrase.with_), ("guided_by", phrase.guided_by)):
            yield from refer(phrase, key, "agencies", *ids)
        yield from refer(phrase, "recipients", "agencies", *phrase.recipients)
        yield from refer(phrase, "subject_of", "documents", phrase.subject_of)
        for target in phrase.for_whom:
            yield from refer(target, "who", "groups", *target.who)
            yield from refer(target, "of", "groups", *target.of)
            yield from refer(target, "place", "places", target.place)
        for report in phrase.reports:
            yield from refer(report, "by", "agencies", *report.by)
            yield from refer(report, "to", "agencies", *report.to)
            yield from refer(report, "via", "agencies", report.via)
        for cited in phrase.cites:
            yield from refer(cited, "document", "documents", cited.document)
        for one in (phrase.money, phrase.indicator, phrase.output):
            if one is not None:
                yield from refer(one, "place", "places", one.place)
        if phrase.indicator:
            yield from refer(phrase.indicator, "group", "groups", phrase.indicator.group)
    for _, table in tables(joined.refs):
        for row in table.rows:
            yield from refer(row, "place", "places", row.place)
            wanted = f"{row.programme}/{row.project}" if row.programme else row.project
            if wanted is not None and row.project and wanted not in keys:
                near = did_you_mean(wanted, keys)
                yield finding(
                    row,
                    "project",
                    f'không có dự án nào mang mã "{wanted}".{near}',
                    "mã của một dự án",
                    'project: "{codes}"',
                )
    for agency in dataset.agencies:
        yield from refer(agency, "members", "agencies", *agency.members)
        yield from refer(agency, "may_include", "agencies", *agency.may_include)
    for group in dataset.groups:
        yield from refer(group, "place", "places", group.place)
        yield from refer(group, "broader", "groups", *group.broader)
    for need in dataset.needs:
        for code in need.projects:
            if code not in keys:
                found = f'không có dự án nào mang mã "{code}".{did_you_mean(code, keys)}'
                yield finding(need, "projects", found, "mã của một dự án", 'projects: ["{projects}", "{projects}"]')
        yield from refer(need, "who", "groups", *need.who)
    for document in dataset.documents:
        yield from refer(document, "issuer", "agencies", document.issuer)
    for place in dataset.places:
        yield from refer(place, "part_of", "places", place.part_of)
    for commune in dataset.notice.communes if dataset.notice else ():
        yield from refer(commune, "units", "places", *commune.units)


RULES = (unique, addresses_are_distinct, resolve, no_circles)
"""The rules that must hold before records can be joined."""
