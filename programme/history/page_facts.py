"""What a version of `data/` says, page by page: the facts that the change log compares.

Told is what a reader of the pages or of the downloads can meet: every word and heading
of the plan, every amount, role, date and condition, and the words of the site itself,
its notes too. Not told, because nobody reads it there: ids and the names of files, the
number of a clause whose label says it, the ways to ask (`aliases`, search.yaml), how
words are cut into phrases, bearers of words that give nobody a duty, and what only the
check reads (`form`, a quoted `share`, which rows and columns of a table add up).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..derive.full_text import annex_letterhead, heading, notes_of, number_line, signature_lines, texts_of
from ..derive.programme import Programme
from ..load.dataset import Project
from ..load.tables import Table
from ..load.texts import Paragraph, whole
from ..pages import addresses
from ..vietnamese import formats
from . import entity_facts, work_facts
from .telling import Page, Tell, date, home, names, relations, with_more

WORDS_OF = "lời của "
"""How the name of what a part of the plan says begins."""
_WORDS = {
    *("phần đầu văn bản", "số và ngày", "tên văn bản", "phần căn cứ", "đoạn kết"),
    *("kế hoạch kèm theo", "nơi nhận", "người ký"),
}


def is_of_the_plan(what: str) -> bool:
    """Whether what is told is words of the plan itself, not what the site says of them."""
    return what in _WORDS or what.startswith(WORDS_OF)


Facts = dict[str, tuple[str, dict[str, str]]]
"""Page -> (what it is about, {what is said: value})."""
_SIGNED = "người ký"


def is_entered(found: Facts) -> bool:
    """Whether a version has the document to its end, the signature."""
    return _SIGNED in found.get(addresses.FULL_TEXT, ("", {}))[1]


@lru_cache(maxsize=1)  # one plan is in work at a time; a build asks twice
def facts(p: Programme) -> Facts:
    """All that a version says, page by page."""
    found: Facts = {}

    def page(address: str, name: str) -> Tell:
        def tell(what: str, value: str | None) -> None:
            if value:
                said = found.setdefault(address, (name, {}))[1]
                said[what] = f"{said[what]}; {value}" if what in said else value

        return tell

    for node in p.nodes:
        entity_facts.project(p, node, home(page, node, "", ""))
    for agency in p.data.agencies:
        entity_facts.agency(p, agency, page(addresses.page(agency), agency.name))
    for group in p.data.groups:
        entity_facts.group(p, group, page(addresses.page(group), group.name))
    for document in p.data.documents:
        entity_facts.document(p, document, page(addresses.page(document), document.name))
    for place in p.told_places:
        entity_facts.place(p, place, page(addresses.page(place), formats.upper_first(place.name)))
    work_facts.money(p, page)
    work_facts.work(p, page)
    _text(p, page)
    _frame(p, page(addresses.ABOUT, "Giới thiệu"), page(addresses.PROJECTS, "Dự án"))
    _lookups(p, page)
    return found


def _text(p: Programme, page: Page) -> None:
    """The plan's words, each once: those of a project on its page."""
    for part, ref in p.refs.items():
        label = p.ref_label(ref)
        if isinstance(part, Project):
            tell = home(page, part, "", "")
            tell(f"{WORDS_OF}{label}", "\n".join((*notes_of(part.footnotes), *texts_of(part.paragraphs))))
            tell(f"ghi chú ở {label}", _notes(part.paragraphs))
            continue
        tell = home(page, p.owners.get(part), addresses.FULL_TEXT, "Toàn văn")
        texts = _words(part.paragraphs + part.items)
        lines = (heading(part), *notes_of(part.footnotes), texts, *map(_table, part.tables))
        tell(f"{WORDS_OF}{label}", "\n".join(line for line in lines if line))
        tell(f"ghi chú ở {label}", _notes(part.paragraphs + part.items, part.note))
        tell(f"{label} nói về", part.kind.label if part.kind else None)
    tell, plan, head = page(addresses.FULL_TEXT, "Toàn văn"), p.plan, p.plan.header
    tell("phần đầu văn bản", "\n".join(filter(None, (*head.issuer_lines, head.state, head.motto))))
    if head.number or head.symbol or head.date:
        tell("số và ngày", f"{number_line(head)}, {formats.place_and_date(head.place, head.date)}")
    tell("tên văn bản", " ".join(filter(None, (head.kind, *head.title_lines))))
    tell("phần căn cứ", _words(plan.basis))
    tell("đoạn kết", _words(plan.closing))
    tell("ghi chú ở phần căn cứ", _notes(plan.basis))
    tell("ghi chú ở đoạn kết", _notes(plan.closing))
    if plan.annex:
        parts = (*annex_letterhead(plan.annex), plan.annex.kind, *plan.annex.title_lines, plan.annex.attached)
        tell("kế hoạch kèm theo", " ".join(part for part in parts if part))
    if plan.recipients:
        tell("nơi nhận", f"{plan.recipients.heading}\n{_words(plan.recipients.items)}")
        tell("ghi chú ở Nơi nhận", _notes(plan.recipients.items))
    if signature := plan.signature:
        tell(_SIGNED, ", ".join(signature_lines(plan)))
        tell("chức vụ của người ký", p.agencies[signature.agency].name)


def _words(texts: Iterable[Paragraph]) -> str:
    return "\n".join(texts_of(texts))


def _notes(texts: Iterable[Paragraph], more: str | None = None) -> str:
    """What the site notes at texts of the plan, and at the part they stand in."""
    return "\n".join(note for note in (*(text.note for text in whole(texts)), more) if note)


def _table(table: Table) -> str:
    rows = (table.caption or "", table.unit_line or "", " | ".join(column.text for column in table.columns))
    notes = texts_of(table.notes)
    return "\n".join(filter(None, (*rows, *(" | ".join(row.cells) for row in table.rows), *notes)))


# -- the frame, and the site's own words ---------------------------------------


def _frame(p: Programme, tell: Tell, projects: Tell) -> None:
    """What the plan is, and what the programme has besides."""
    plan = p.plan
    tell("tên gọi", plan.short_title)
    tell("cơ quan ban hành", p.agencies[plan.agency].name)
    tell("nơi thực hiện", p.places[plan.place].name)
    tell("thời gian", with_more(f"từ {date(plan.period.start)} đến {date(plan.period.end)}", plan.period.within))
    tell("quan hệ với văn bản khác", relations(p, plan.relations))
    funding = plan.funding
    tell("nguồn và loại vốn chung", ", ".join(term.label for term in (funding.source, funding.capital) if term))
    tell("lời nói rõ nguồn vốn", funding.stated)
    tell("nơi nhận báo sai sót", plan.contact)
    if plan.licence:
        tell("giấy phép", with_more(plan.licence.name, plan.licence.id, plan.licence.url, plan.licence.note))
    for one in plan.programmes:
        tell("chương trình", with_more(one.name, *one.names))
        for absent in one.absent:
            said = f"{absent.title}. {absent.note}"
            projects(f"{absent.code} không có trong Kế hoạch", with_more(said, *absent.sources))


def _lookups(p: Programme, page: Page) -> None:
    """Terms, questions, what changed since, places and needs: the words of the site."""
    data = p.data
    terms = page(addresses.TERMS, "Thuật ngữ và viết tắt")
    for short in data.abbreviations:
        terms(short.short, with_more(short.full, short.note))
    for concept in data.concepts:
        terms(concept.name, with_more(concept.explanation, *map(p.ref_label, concept.clauses)))
    questions = page(addresses.NOT_IN_PLAN, "Điều Kế hoạch không nói tới")
    for question in data.questions:
        more = (*map(p.ref_label, question.near), *question.sources)
        everywhere = "nêu cả ở trang nhóm" if question.on_groups else None
        old = f"cho người từ {question.age_from} tuổi" if question.age_from is not None else None
        questions(question.question, with_more(question.answer, *more, everywhere, old))
    if data.notice:
        since = page(addresses.SINCE, p.since_title)
        since("thông báo", f"{data.notice.title} {data.notice.summary}")
        for number, fact in enumerate(data.notice.facts, 1):
            since(f"điều {number}", with_more(fact.text, *filter(None, [fact.question]), *fact.sources))
        for ask in data.notice.asks:
            since(f"hỏi ở đâu, “{ask.matter}”", with_more(ask.where, *ask.sources))
        for commune in data.notice.communes:
            since(commune.name, f"mã {commune.code}, gồm {names(p.places[one] for one in commune.units)}")
        since("nguồn của danh sách xã", data.notice.communes_source)
    finder = page(addresses.FINDER, "Tôi được hỗ trợ gì?")
    for place in data.places:
        if p.has_page(place):
            continue
        around = f"thuộc {p.places[place.part_of].name}" if place.part_of else None
        now = f"nay: {place.now}" if place.now else None
        more = (*place.names, *map(p.ref_label, place.clauses))
        finder(place.name, with_more(place.kind.label, around, now, *more))
    for need in data.needs:
        who = names(p.groups[one] for one in need.who)
        picture = f"hình: {need.icon.label}" if need.icon else None
        projects = [f"dự án {', '.join(need.projects)}"] if need.projects else []
        where = ", ".join((*projects, *map(p.ref_label, need.clauses)))
        finder(f"lựa chọn “{need.name}”", with_more(where, who, picture))
