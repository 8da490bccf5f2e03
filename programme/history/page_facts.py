"""What a version of `data/` says, page by page: the facts that the change log compares.

Told is what a reader of the pages or of the downloads can meet: every word and heading
of the plan, every amount, role, date and condition, and the words of the site itself,
its notes too. Not told, because nobody reads it there: ids and the names of files, the
number of a clause whose label says it, the ways to ask (`aliases`, search.yaml), how
words are cut into phrases, bearers of words that give nobody a duty, and what only the
check reads (`form`, a quoted `share`, which rows and columns of a table add up).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from ..derive.full_text import annex_letterhead, heading, notes_of, number_line, signature_lines, texts_of
from ..derive.programme import Programme
from ..derive.statements import Duty, Figure, Report
from ..load.dataset import Project
from ..load.registries import Agency, Document, Group, Place, Relation
from ..load.tables import Table
from ..load.texts import Paragraph, Timing, whole
from ..load.texts import Report as ReportRecord
from ..load.vocabulary import rank
from ..pages import addresses
from ..vietnamese import formats

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
Tell = Callable[[str, str | None], None]
"""Says one thing of a page; said again it is one more of a list."""
Page = Callable[[str, str], Tell]
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
        _project(p, node, _home(page, node, "", ""))
    for agency in p.data.agencies:
        _agency(p, agency, page(addresses.page(agency), agency.name))
    for group in p.data.groups:
        _group(p, group, page(addresses.page(group), group.name))
    for document in p.data.documents:
        _document(p, document, page(addresses.page(document), document.name))
    for place in p.told_places:
        _place(p, place, page(addresses.page(place), formats.upper_first(place.name)))
    _money(p, page)
    _work(p, page)
    _text(p, page)
    _frame(p, page(addresses.ABOUT, "Giới thiệu"), page(addresses.PROJECTS, "Dự án"))
    _lookups(p, page)
    return found


def _home(page: Page, node: Project | None, address: str, name: str) -> Tell:
    """The page of a project; what belongs to none stands at `address`."""
    return page(addresses.page(node), f"{node.label} {node.name}") if node else page(address, name)


def _names(records: Iterable[Any]) -> str:
    """Names in one order, whatever the order in the data."""
    return ", ".join(sorted({record.name for record in records}, key=formats.sort_key))


def _with(text: str, *more: str | None) -> str:
    """ "text (one; other)"."""
    said = "; ".join(one for one in more if one)
    return f"{text} ({said})" if said else text


def _relations(p: Programme, relations: Iterable[Relation]) -> str:
    return "; ".join(f"{one.kind.label}: {p.documents[one.document].name}" for one in relations)


def _date(iso: str | None) -> str | None:
    return formats.date(iso) if iso else None


# -- what has a page of its own ----------------------------------------------


def _project(p: Programme, node: Project, tell: Tell) -> None:
    parent = p.parents.get(node)
    tell("tên", f"{node.label} {node.title}")
    tell("mã trong Chương trình", node.code)
    tell("chương trình", p.programmes[node.programme].name if node.programme else None)
    tell("thuộc", f"{parent.label} {parent.name}" if parent else None)
    tell("chỗ trong Kế hoạch", p.ref_label(p.refs[node]))
    tell("thực hiện ở đây", None if node.applies else "không")
    lines = p.budgets_of(node)
    tell("kinh phí", p.sum_text(lines) if lines else None)
    own = p.own_budgets(node)
    for line in own:
        amount = f"{line.text}: " if len(own) > 1 else ""
        more = (*line.funds, *(one.name for one in line.places))
        tell("nguồn và loại vốn", amount + ", ".join(more) if more else None)
    tell("chủ trì", _names(p.leads(node)))
    tell("lý do không có chủ trì", node.no_lead)
    tell("lý do không có căn cứ", node.no_basis)
    tell("ghi chú", node.note)


def _agency(p: Programme, agency: Agency, tell: Tell) -> None:
    tell("tên", agency.name)
    tell("cấp", agency.level.label)
    tell("loại", agency.kind.label)
    tell("tên khác", "; ".join(agency.names))
    tell("viết tắt", agency.short)
    tell("gồm", _names(p.agencies[one] for one in agency.members))
    tell("có thể gồm", _names(p.agencies[one] for one in agency.may_include))
    tell("địa bàn", _names(p.places_of_body(agency)))
    for receipt in p.receipts_of(agency):
        tell("nhận Kế hoạch", receipt.purpose.label)
    tell("ghi chú", agency.note)


def _group(p: Programme, group: Group, tell: Tell) -> None:
    tell("tên", group.name)
    tell("loại", group.kind.label)
    tell("tên khác", "; ".join(group.names))
    tell("gồm ai thuộc mọi nhóm rộng hơn", "có" if group.of_all else None)
    tell("thuộc nhóm rộng hơn", _names(p.groups[one] for one in group.broader))
    tell("ở", p.places[group.place].name if group.place else None)
    tell("tên trong ô chọn", group.asked_as)
    dated = (group.age_from, group.age_under)
    tell("tuổi", formats.ages(*dated) if dated != (None, None) else None)
    for one in p.targets_of(group):
        conditions = ", ".join(one.conditions) or "không kèm điều kiện"
        marks = (", ưu tiên" if one.record.priority else "") + (", gián tiếp" if one.record.indirect else "")
        marks += ", không hỗ trợ" if one.record.excluded else ""
        tell("được nêu ở", f"{p.ref_label(one.ref)}: {conditions}{marks}")
    tell("ghi chú", group.note)


def _document(p: Programme, document: Document, tell: Tell) -> None:
    tell("tên", document.name)
    tell("ngày ban hành", _date(document.date))
    tell("nơi ban hành", p.agencies[document.issuer].name)
    tell("về việc", p.subjects[document.id].text if document.id in p.subjects else None)
    tell("quan hệ với văn bản khác", _relations(p, document.relations))
    for one in p.citations_of(document):
        rests = (f"căn cứ của {formats.lower_first(source.label)}" for source in one.basis_of)
        tell("được viện dẫn ở", _with(p.ref_label(one.ref), one.part, *rests))
    tell("ghi chú", document.note)


def _place(p: Programme, place: Place, tell: Tell) -> None:
    tell("tên", place.name)
    tell("loại", place.kind.label)
    tell("thuộc", p.places[place.part_of].name if place.part_of else None)
    tell("nay là", place.now)
    tell("tên khác", "; ".join(place.names))
    tell("được nêu ở", "; ".join(map(p.ref_label, place.clauses)))


# -- money, work, words --------------------------------------------------------


def _money(p: Programme, page: Page) -> None:
    """The whole sum, the sums that the plan states, and what tables give to places."""
    tell = page(addresses.MONEY, "Kinh phí")
    tell("tổng kinh phí", p.sum_text(p.budgets) if p.budgets else None)
    for spot in p.stated_wholes if p.budgets else ():
        money = spot.phrase.money
        (stated,) = formats.amounts((money.amount if money else None) or spot.phrase.text)
        _home(page, spot.node, addresses.MONEY, "Kinh phí")("tổng ghi trong Kế hoạch", formats.money(stated))
    for cell in p.cells:
        if cell.table.restates and not p.place_of(cell):
            node = p.node_of(cell)
            funds = (term.label for term in (cell.money.source, cell.money.capital) if term)
            told = _with(formats.money(cell.dong), p.short_name(node) if node else None, *funds)
            tell(f"số nêu lại ở {p.ref_label(cell.ref)}", told)
    for one in p.allocations:
        tell = _home(page, one.node, addresses.MONEY, "Kinh phí")
        tell(f"phân bổ cho {one.place.name}", _with(formats.money(one.amount), *one.funds))


def _work(p: Programme, page: Page) -> None:
    """Who does what, who reports, what must be reached, when."""
    for duty in p.duties:
        tell = _home(page, duty.node, addresses.ASSIGNMENT, "Phân công")
        if not duty.bearers:
            tell("việc không nêu ai làm", _with(f"“{duty.spot.phrase.text}”", _roles(duty)))
        for agency in duty.bearers:
            tell(f"vai trò của {agency.name}", _roles(duty))
    for report in p.reports:
        tell = _home(page, report.node, addresses.REPORTS, "Báo cáo")
        tell(f"báo cáo của {_names(report.by)}", _report(report))
    for figure in p.figures:
        _home(page, figure.node, addresses.GOALS, "Mục tiêu")(f"chỉ tiêu {figure.record.name}", _figure(figure))
    for out in p.outputs:
        value = _with(f"{out.value} {out.record.unit}", _names(out.places))
        _home(page, out.node, addresses.GOALS, "Mục tiêu")(f"kết quả {out.record.name}", value)
    for one in p.timings:
        start, end = _date(one.record.start), _date(one.record.end)
        whole = not end and len(one.record.start or "") < len("2026-05-01")  # a month: nothing begins with it
        start = start if whole else f"từ {start}" if start else None
        value = _with(f"“{one.record.text}”", start, f"đến {end}" if end else None, _again(one.record))
        _home(page, one.node, addresses.FULL_TEXT, "Toàn văn")("thời gian", value)


def _again(record: Timing | ReportRecord) -> str | None:
    """ "hằng quý, ngày 20": how often and on what day something comes again."""
    if not record.every:
        return None
    return formats.lower_first(record.every.label) + (f", ngày {record.day}" if record.day else "")


def _roles(duty: Duty) -> str:
    """ "Chủ trì, Phối hợp cùng các đơn vị liên quan"."""
    said = ", ".join(role.label for role in sorted(duty.roles, key=rank))
    said += f" cùng {_names(duty.partners)}" if duty.partners else ""
    said += f", làm ra “{duty.spot.phrase.product}”" if duty.spot.phrase.product else ""
    return said + (f" theo hướng dẫn của {_names(duty.guides)}" if duty.guides else "")


def _report(report: Report) -> str:
    parts = (
        f"cho {_names(report.to)}" if report.to else "Kế hoạch không nêu cho ai",
        f"qua {report.via.name}" if report.via else None,
        report.frequency or "Kế hoạch không nêu kỳ báo cáo",
        _with(f"hạn “{report.deadline}”", _date(report.due)) if report.deadline else _date(report.due),
        _again(report.record),
        f"mẫu “{report.form}”" if report.form else None,
        f"[{report.note}]" if report.note else None,
    )
    return ", ".join(part for part in parts if part)


def _figure(figure: Figure) -> str:
    record = figure.record
    more = (
        figure.group.name if figure.group else None,
        _names(figure.places),
        _date(figure.year),
    )
    return _with(figure.text, formats.lower_first(record.kind.label), *more)


def _text(p: Programme, page: Page) -> None:
    """The plan's words, each once: those of a project on its page."""
    for part, ref in p.refs.items():
        label = p.ref_label(ref)
        if isinstance(part, Project):
            tell = _home(page, part, "", "")
            tell(f"{WORDS_OF}{label}", "\n".join((*notes_of(part.footnotes), *texts_of(part.paragraphs))))
            tell(f"ghi chú ở {label}", _notes(part.paragraphs))
            continue
        tell = _home(page, p.owners.get(part), addresses.FULL_TEXT, "Toàn văn")
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
    tell("thời gian", _with(f"từ {_date(plan.period.start)} đến {_date(plan.period.end)}", plan.period.within))
    tell("quan hệ với văn bản khác", _relations(p, plan.relations))
    funding = plan.funding
    tell("nguồn và loại vốn chung", ", ".join(term.label for term in (funding.source, funding.capital) if term))
    tell("lời nói rõ nguồn vốn", funding.stated)
    tell("nơi nhận báo sai sót", plan.contact)
    if plan.licence:
        tell("giấy phép", _with(plan.licence.name, plan.licence.id, plan.licence.url, plan.licence.note))
    for one in plan.programmes:
        tell("chương trình", _with(one.name, *one.names))
        for absent in one.absent:
            said = f"{absent.title}. {absent.note}"
            projects(f"{absent.code} không có trong Kế hoạch", _with(said, *absent.sources))


def _lookups(p: Programme, page: Page) -> None:
    """Terms, questions, what changed since, places and needs: the words of the site."""
    data = p.data
    terms = page(addresses.TERMS, "Thuật ngữ và viết tắt")
    for short in data.abbreviations:
        terms(short.short, _with(short.full, short.note))
    for concept in data.concepts:
        terms(concept.name, _with(concept.explanation, *map(p.ref_label, concept.clauses)))
    questions = page(addresses.NOT_IN_PLAN, "Điều Kế hoạch không nói tới")
    for question in data.questions:
        more = (*map(p.ref_label, question.near), *question.sources)
        everywhere = "nêu cả ở trang nhóm" if question.on_groups else None
        old = f"cho người từ {question.age_from} tuổi" if question.age_from is not None else None
        questions(question.question, _with(question.answer, *more, everywhere, old))
    if data.notice:
        since = page(addresses.SINCE, p.since_title)
        since("thông báo", f"{data.notice.title} {data.notice.summary}")
        for number, fact in enumerate(data.notice.facts, 1):
            since(f"điều {number}", _with(fact.text, *filter(None, [fact.question]), *fact.sources))
        for ask in data.notice.asks:
            since(f"hỏi ở đâu, “{ask.matter}”", _with(ask.where, *ask.sources))
        for commune in data.notice.communes:
            since(commune.name, f"mã {commune.code}, gồm {_names(p.places[one] for one in commune.units)}")
        since("nguồn của danh sách xã", data.notice.communes_source)
    finder = page(addresses.FINDER, "Tôi được hỗ trợ gì?")
    for place in data.places:
        if p.has_page(place):
            continue
        around = f"thuộc {p.places[place.part_of].name}" if place.part_of else None
        now = f"nay: {place.now}" if place.now else None
        more = (*place.names, *map(p.ref_label, place.clauses))
        finder(place.name, _with(place.kind.label, around, now, *more))
    for need in data.needs:
        who = _names(p.groups[one] for one in need.who)
        picture = f"hình: {need.icon.label}" if need.icon else None
        finder(f"lựa chọn “{need.name}”", _with(f"dự án {', '.join(need.projects)}", who, picture))
