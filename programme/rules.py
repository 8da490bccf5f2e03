"""The rules `data/` must keep. Each rule is a generator of findings.

A rule's docstring states it. Rules take the checked form for granted (types,
keys, NFC are the loader's work) and never stop at the first fault.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from . import formats
from .derive import NAMED_PARTS, Programme, Spot
from .findings import Finding, did_you_mean
from .records import Dataset, Record
from .words import rebuild

Rule = Callable[[Dataset], Iterator[Finding]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    RULES.append(function)
    return function


def check(dataset: Dataset) -> list[Finding]:
    """All findings of all rules. Rules that join records run only over unbroken references."""
    findings = [*unique_ids(dataset), *references(dataset)]
    if not findings:
        findings = [finding for one in RULES for finding in one(dataset)]
    return sorted(set(findings))


def _finding(record: Record, key: str, found: str, expected: str, example: str = "") -> Finding:
    return Finding(record.at.file, record.at.of(key), found, expected, example)


_REGISTRIES = {
    "agencies": ("cơ quan", "data/agencies.yaml"),
    "groups": ("nhóm đối tượng", "data/groups.yaml"),
    "documents": ("văn bản", "data/documents.yaml"),
    "places": ("địa danh", "data/places.yaml"),
}


def unique_ids(dataset: Dataset) -> Iterator[Finding]:
    """No two records of a kind share an id; no two projects share a code or a number."""
    for field in (*_REGISTRIES, "concepts", "questions"):
        seen: dict[str, int] = {}
        for record in getattr(dataset, field):
            if record.id in seen:
                yield _finding(
                    record, "id", f'Mã "{record.id}" đã dùng ở dòng {seen[record.id]}.', "mỗi mục một mã riêng"
                )
            seen.setdefault(record.id, record.at.of("id"))
    for key, name in (("code", "Mã dự án"), ("number", "Số mục")):
        counts = Counter(getattr(node, key) for node in dataset.nodes())
        for node in dataset.nodes():
            value = getattr(node, key)
            if counts[value] > 1:
                yield _finding(node, key, f'{name} "{value}" dùng cho nhiều dự án.', "mỗi dự án một mã và một số mục")


def _raw_spots(dataset: Dataset) -> tuple[Spot, ...]:
    return Programme(dataset).spots


def references(dataset: Dataset) -> Iterator[Finding]:
    """Every id that is named exists in its registry."""
    known = {field: {record.id for record in getattr(dataset, field)} for field in _REGISTRIES}

    def refer(record: Record, key: str, field: str, *ids: str | None) -> Iterator[Finding]:
        for one in ids:
            if one is not None and one not in known[field]:
                what, file = _REGISTRIES[field]
                yield _finding(
                    record,
                    key,
                    f'Không có {what} nào mang mã "{one}".{did_you_mean(one, known[field])}',
                    f"một mã có trong {file}",
                    f"{key}: {min(known[field], default='')}",
                )

    plan = dataset.plan
    yield from refer(plan, "agency", "agencies", plan.agency)
    yield from refer(plan, "place", "places", plan.place)
    yield from refer(plan.signature, "agency", "agencies", plan.signature.agency)
    for spot in _raw_spots(dataset):
        phrase = spot.phrase
        yield from refer(spot.paragraph, "bearers", "agencies", *spot.paragraph.bearers)
        yield from refer(phrase, "bearers", "agencies", *phrase.bearers)
        yield from refer(phrase, "with", "agencies", *phrase.with_)
        yield from refer(phrase, "guided_by", "agencies", *phrase.guided_by)
        yield from refer(phrase, "recipients", "agencies", *phrase.recipients)
        yield from refer(phrase, "subject_of", "documents", phrase.subject_of)
        for target in phrase.for_whom:
            yield from refer(target, "who", "groups", *target.who)
            yield from refer(target, "of", "groups", *target.of)
            yield from refer(target, "place", "places", target.place)
        for one in phrase.reports:
            yield from refer(one, "by", "agencies", *one.by)
            yield from refer(one, "to", "agencies", *one.to)
            yield from refer(one, "via", "agencies", one.via)
        for cited in phrase.cites:
            yield from refer(cited, "document", "documents", cited.document)
    for agency in dataset.agencies:
        yield from refer(agency, "members", "agencies", *agency.members)
    for group in dataset.groups:
        yield from refer(group, "place", "places", group.place)
    for document in dataset.documents:
        yield from refer(document, "issuer", "agencies", document.issuer)
    for place in dataset.places:
        yield from refer(place, "part_of", "places", place.part_of)
    for commune in dataset.notice.communes if dataset.notice else ():
        yield from refer(commune, "units", "places", *commune.units)


@rule
def clauses_exist(dataset: Dataset) -> Iterator[Finding]:
    """Every clause our own texts point to is in the plan; no clause number stands twice."""
    programme = Programme(dataset)
    counts = Counter(programme.refs.values())
    for part, ref in programme.refs.items():
        if counts[ref] > 1:
            yield _finding(part, "number", f"Mục {ref} xuất hiện {counts[ref]} lần.", "mỗi mục một số riêng")
    known = {*counts, *NAMED_PARTS}
    pointing = (
        *((one, "clauses", one.clauses) for one in dataset.concepts),
        *((one, "clauses", one.clauses) for one in dataset.places),
        *((one, "near", one.near) for one in dataset.questions),
    )
    for record, key, refs in pointing:
        for ref in refs:
            if ref not in known:
                yield _finding(
                    record,
                    key,
                    f'Kế hoạch không có mục "{ref}".{did_you_mean(ref, known)}',
                    "số mục như trong Kế hoạch",
                    f"{key}: [III.2.b]",
                )


@rule
def quotes_stand_in_the_words(dataset: Dataset) -> Iterator[Finding]:
    """What is given as a quote stands in the words it is said to come from."""

    def quote(record: Record, key: str, text: str | None, words: str, where: str) -> Iterator[Finding]:
        if text is not None and text not in words:
            yield _finding(record, key, f'"{text}" không có trong {where}.', "chép đúng từng chữ từ lời của Kế hoạch")

    programme = Programme(dataset)
    for spot in programme.spots:
        words, where = spot.phrase.text, f'cụm từ "{spot.phrase.text[:50]}..."'
        for target in spot.phrase.for_whom:
            yield from quote(target, "condition", target.condition, words, where)
        for one in spot.phrase.reports:
            yield from quote(one, "frequency", one.frequency, words, where)
        for cited in spot.phrase.cites:
            yield from quote(cited, "part", cited.part, words, where)
            yield from quote(cited, "document", programme.documents[cited.document].number, words, where)
    text = " ".join(rebuild(dataset).split())
    lowered = text.lower()
    yield from quote(dataset.plan.funding, "stated", dataset.plan.funding.stated, text, "Kế hoạch")
    named: list[tuple[Record, tuple[str, ...]]] = [
        *((one, one.names) for one in dataset.agencies),
        *((one, one.names) for one in dataset.groups),
        *((one, one.names) for one in dataset.places),
        (dataset.plan.programme, dataset.plan.programme.names),
    ]
    for record, names in named:
        for name in names:
            # The case of the first letter follows the sentence, not the name.
            yield from quote(record, "names", name.lower(), lowered, "Kế hoạch")
    for abbreviation in dataset.abbreviations:
        yield from quote(abbreviation, "short", abbreviation.short, text, "Kế hoạch")


@rule
def figures_can_be_read(dataset: Dataset) -> Iterator[Finding]:
    """A phrase marked as money holds one amount; one marked as an indicator, one number."""
    for spot in Programme(dataset).spots:
        money, indicator = spot.phrase.money, spot.phrase.indicator
        if money is not None:
            text = money.amount or spot.phrase.text
            count = len(formats.amounts(text))
            if count != 1:
                yield _finding(
                    spot.phrase,
                    "text",
                    f'Đọc được {count} số tiền trong "{text}".',
                    "đúng một số tiền: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ, rồi đơn vị",
                    "text: 3.051 triệu đồng,",
                )
        if indicator is not None and len(formats.figures(spot.phrase.text)) != 1:
            count = len(formats.figures(spot.phrase.text))
            yield _finding(
                spot.phrase,
                "text",
                f'Đọc được {count} con số trong "{spot.phrase.text}".',
                "đúng một con số (không kể năm); tách câu thành nhiều cụm từ nếu cần",
                "text: giảm 300 hộ nghèo trở lên,",
            )


@rule
def totals_add_up(dataset: Dataset) -> Iterator[Finding]:
    """A total that the plan states equals the sum of the budget lines it covers."""
    if list(figures_can_be_read(dataset)):
        return  # sums mean nothing while an amount cannot be read
    programme = Programme(dataset)
    for spot in programme.spots:
        money = spot.phrase.money
        if money is None or not money.total:
            continue
        (stated,) = formats.amounts(money.amount or spot.phrase.text)
        found = programme.amount(spot.node) if spot.node else programme.total
        if stated != found:
            yield _finding(
                spot.phrase,
                "money",
                f"Tổng ghi là {formats.money(stated)}, cộng các dòng được {formats.money(found)}.",
                "tổng bằng các dòng cộng lại; sửa dòng sai hoặc sửa tổng",
                formats.money(found),
            )


@rule
def duties_have_bearers(dataset: Dataset) -> Iterator[Finding]:
    """A phrase with roles or reports names who bears them; a report goes with the role."""
    for spot in Programme(dataset).spots:
        phrase = spot.phrase
        if phrase.roles and not spot.paragraph.bearers_of(phrase):
            yield _finding(
                phrase, "roles", f'Nhiệm vụ "{phrase.text[:50]}" không có người thực hiện.',
                "mã cơ quan ở bearers của đoạn hoặc của cụm từ", "bearers: [phong-ldtbxh]",
            )  # fmt: skip
        if bool(phrase.reports) != ("report" in phrase.roles):
            yield _finding(
                phrase, "reports" if phrase.reports else "roles",
                "Nhiệm vụ báo cáo phải vừa có vai trò report vừa có mục reports.",
                "cả hai, hoặc không có cái nào", "reports:\n          - to: [ubnd-huyen]",
            )  # fmt: skip
        for report in phrase.reports:
            if not Programme.reporters(spot, report):
                yield _finding(report, "by", "Báo cáo không có nơi gửi.", "mã cơ quan báo cáo", "by: [phong-ldtbxh]")


@rule
def registries_are_used(dataset: Dataset) -> Iterator[Finding]:
    """Every body, group and document in a registry is used by some words of the plan."""
    programme = Programme(dataset)
    spots = programme.spots
    used_groups = {i for s in spots for t in s.phrase.for_whom for i in (*t.who, *t.of)}
    used_documents = {c.document for s in spots for c in s.phrase.cites}
    for group in dataset.groups:
        if group.id not in used_groups:
            yield _finding(
                group, "id", f'Nhóm "{group.name}" không có cụm từ nào của Kế hoạch nhắc tới.',
                "đánh dấu ở for_whom, hoặc bỏ nhóm này",
            )  # fmt: skip
    for document in dataset.documents:
        if document.id not in used_documents:
            yield _finding(
                document, "id", f'Văn bản "{document.number}" không được viện dẫn ở đâu.',
                "đánh dấu ở cites, hoặc bỏ văn bản này",
            )  # fmt: skip
    text = " ".join(rebuild(dataset).split()).lower()
    for agency in dataset.agencies:
        if not any(name.lower() in text for name in (agency.name, *agency.names)):
            yield _finding(
                agency, "name", f'Không thấy "{agency.name}" trong lời của Kế hoạch.',
                "ghi ở names cách viết có trong Kế hoạch, hoặc bỏ cơ quan này", "names:\n    - Phòng LĐTBXH",
            )  # fmt: skip


@rule
def communes_cover_the_units(dataset: Dataset) -> Iterator[Finding]:
    """Each unit of the plan's year belongs to exactly one commune of today."""
    if dataset.notice is None or not dataset.notice.communes:
        return
    counts = Counter(unit for commune in dataset.notice.communes for unit in commune.units)
    for place in dataset.places:
        if place.now and counts[place.id] != 1:
            yield _finding(
                place, "id", f"{place.name} đứng trong {counts[place.id]} xã mới.", "đúng một xã ở notice.yaml"
            )
