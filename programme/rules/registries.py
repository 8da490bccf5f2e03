"""Rules about the lists: bodies, groups, documents, abbreviations, communes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..derive.full_text import rebuild
from ..derive.programme import Programme
from ..derive.search_words import known_words
from ..derive.statements import Spot
from ..derive.support import supports
from ..load.findings import Finding, did_you_mean, finding
from ..load.registries import Commune
from ..load.vocabulary import PlaceKind
from ..pages import page_files
from ..vietnamese.standing import Standing
from .register import needs_amounts, rule

_WORD = re.compile(r"[A-Za-zÀ-ỹĐđ&]+")
_ROMAN = re.compile(r"[IVXL]+")


@rule
def places_within_the_plan_are_part_of_one(programme: Programme) -> Iterator[Finding]:
    """A place that is smaller than the plan's own says what it is part of: else no list of homes has it (a warning)."""
    kinds = [*PlaceKind]
    own = programme.places.get(programme.plan.place)
    for place in programme.data.places if own else ():
        if own and place is not own and not place.part_of and kinds.index(place.kind) > kinds.index(own.kind):
            found = "chưa ghi thuộc nơi nào, nên danh sách nơi ở của trang Tìm hỗ trợ không có nơi này."
            one = finding(place, "part_of", found, "nơi lớn hơn mà nơi này thuộc về", f"part_of: {own.id}")
            yield replace(one, severity="warning")


@rule
def needs_lead_somewhere(programme: Programme) -> Iterator[Finding]:
    """What people come for is in some project, or some other part of the plan."""
    for need in programme.data.needs:
        if not need.projects and not need.clauses:
            cause = "chưa ghi dự án hay phần nào của Kế hoạch có việc này."
            yield finding(need, "name", cause, "mã dự án (projects) hoặc số mục (clauses) có việc ấy")


@rule
@needs_amounts
def who_is_named_finds_something(programme: Programme) -> Iterator[Finding]:
    """Where sentences say whom they are for, the page that people ask what they get has one of them (a warning)."""
    if programme.is_entered and programme.targets and not supports(programme):
        record = programme.targets[0].record
        found = (
            f"có {len(programme.targets)} chỗ đánh dấu dành cho ai, mà trang Tìm hỗ trợ không có chỗ nào: đó đều là "
            "mục tiêu, chỉ tiêu, hiện trạng hay việc rà soát, theo dõi."
        )
        yield replace(finding(record, "who", found, "for_whom ở những câu nói hỗ trợ ai"), severity="warning")


@rule
def registries_are_used(programme: Programme) -> Iterator[Finding]:
    """Every body, group and document in a registry is used by some words of the plan."""
    data, spots = programme.data, programme.spots
    used_groups = {i for s in spots for t in s.phrase.for_whom for i in (*t.who, *t.of)}
    used_groups |= {id for s in spots if s.phrase.indicator for id in s.phrase.indicator.group}
    relations = [*programme.plan.relations, *(r for document in data.documents for r in document.relations)]
    related = {relation.document for relation in relations}
    used_documents = {c.document for s in spots for c in s.phrase.cites} | related
    for group in data.groups:
        if group.id not in used_groups:
            yield finding(
                group,
                "id",
                f'nhóm "{group.name}" không được cụm từ nào nhắc tới.',
                "đánh dấu ở for_whom, hoặc bỏ nhóm này",
            )
    for document in data.documents:
        if document.id not in used_documents:
            yield finding(
                document,
                "id",
                f'văn bản "{document.number}" không được viện dẫn.',
                "đánh dấu ở cites, hoặc bỏ văn bản này",
            )
    text = Standing(" ".join(rebuild(data).split()).lower())
    for agency in data.agencies:
        if agency.id == data.plan.agency and not data.plan.header.issuer_lines:
            continue  # the text has lost its head, which named who issues it
        if not any(name.lower() in text for name in (agency.name, *agency.names)):
            yield finding(
                agency,
                "name",
                f'không thấy "{agency.name}" trong lời của Kế hoạch.',
                "ghi ở names cách mà Kế hoạch gọi cơ quan này; câu nhắc tới nó chưa nhập thì thêm câu ấy; "
                "Kế hoạch không nhắc tới thì bỏ mục này",
                'names: ["…"]',
            )


@rule
def abbreviations_are_explained(programme: Programme) -> Iterator[Finding]:
    """Every abbreviation in the plan's sentences is explained; of a plan being entered, it is a note."""
    for short, spot in _unexplained(programme):
        found = finding(
            spot.phrase,
            "text",
            f'chữ viết tắt "{short}" chưa được giải nghĩa.',
            f'so lời với văn bản: văn bản không có "{short}" thì xóa khỏi lời; '
            "có thì thêm một mục vào data/abbreviations.yaml",
            f"- short: {short}\n  full: (viết đầy đủ)",
        )
        yield found if programme.is_entered else replace(found, severity="warning")


@rule
def communes_cover_the_units(programme: Programme) -> Iterator[Finding]:
    """Each unit of the plan's year belongs to exactly one commune of today, and says the same."""
    notice = programme.data.notice
    if notice is None:
        return
    homes: dict[str, list[Commune]] = {}
    for commune in notice.communes:
        for unit in commune.units:
            homes.setdefault(unit, []).append(commune)
    for place in programme.data.places:
        units = homes.get(place.id, [])
        if place.now and [one.name for one in units] != [place.now]:
            found = ", ".join(f"{one.name} (dòng {one.at.of('units')})" for one in units) or "không xã nào"
            yield finding(
                place,
                "now",
                f'{place.name} ghi là "{place.now}", ở {notice.at.file} thuộc: {found}.',
                "hai tệp ghi như nhau: so với văn bản sắp xếp các xã, tệp nào chép sai thì sửa tệp ấy",
            )


@rule
def answers_of_today_have_an_address(programme: Programme) -> Iterator[Finding]:
    """A fact of the notice that answers a question has an address, each another one; one with an address answers."""
    taken = {place.id for place in programme.data.places}
    for fact in programme.data.notice.facts if programme.data.notice else ():
        if bool(fact.id) != bool(fact.question):
            lacks = "question" if fact.id else "id"
            yield finding(
                fact,
                "id" if fact.id else "question",
                f"có {'id' if fact.id else 'question'} mà không có {lacks}.",
                "ghi cả hai, hoặc bỏ cả hai",
                "id: mot-ma-ngan\nquestion: …",
            )
        elif fact.id in (taken | {"thay-doi", "xa", "hoi-o-dau"}):
            yield finding(fact, "id", f'mã "{fact.id}" đã dùng trên trang này.', "đặt mã khác", "id: mot-ma-ngan")
        taken |= {fact.id} if fact.id else set()


@rule
@needs_amounts  # which pages there are depends on the budget
def search_words_lead_somewhere(programme: Programme) -> Iterator[Finding]:
    """What an everyday word means stands in the plan or in a name; aliases of pages are for pages there are.

    In a plan that is being entered they may wait for what they lead to.
    """
    data = programme.data
    if not programme.is_entered:
        return
    known = Standing(known_words(programme) if data.search.everyday else "")
    for one in data.search.everyday:
        if one.means.lower() not in known:
            yield finding(
                one,
                "means",
                f'"{one.means}" không có trong Kế hoạch và không có trong tên gọi nào.',
                "chữ có trong Kế hoạch hoặc trong một tên gọi",
                "means: …",
            )
    there = page_files.overviews(programme)
    for page in data.search.pages:
        if page.page not in there:
            yield finding(
                page,
                "page",
                f'không có trang "{page.page}".{did_you_mean(page.page, there)}',
                "địa chỉ của một trang chung",
                "page: kinh-phi",
            )


def _unexplained(programme: Programme) -> Iterator[tuple[str, Spot]]:
    """Each short form without an explanation, with the first words that use it.

    A short form is a word with two capitals at least, but no Roman number; words
    in texts that are all capitals are no short forms.
    """
    known: set[str] = set()
    for one in programme.data.abbreviations:
        known.update((one.short, *_WORD.findall(one.short)))
    seen: set[str] = set()
    for spot in programme.spots:
        text = spot.phrase.text
        if text.isupper() and " " in text:
            continue
        for word in _WORD.findall(text):
            if word.islower() or word in known or word in seen:
                continue
            capitals = sum(char.isupper() for char in word)
            if capitals < 2 or capitals * 2 < len(word) or _ROMAN.fullmatch(word):
                continue
            seen.add(word)
            yield word, spot
