"""What a version says of what has a page of its own: a project, body, group, document, place."""

from __future__ import annotations

from ..derive.programme import Programme
from ..load.dataset import Project
from ..load.registries import Agency, Document, Group, Place
from ..vietnamese import formats
from .telling import Tell, date, names, relations, with_more


def project(p: Programme, node: Project, tell: Tell) -> None:
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
    tell("chủ trì", names(p.leads(node)))
    tell("lý do không có chủ trì", node.no_lead)
    tell("lý do không có căn cứ", node.no_basis)
    tell("ghi chú", node.note)


def agency(p: Programme, agency: Agency, tell: Tell) -> None:
    tell("tên", agency.name)
    tell("cấp", agency.level.label)
    tell("loại", agency.kind.label)
    tell("tên khác", "; ".join(agency.names))
    tell("viết tắt", agency.short)
    tell("gồm", names(p.agencies[one] for one in agency.members))
    tell("có thể gồm", names(p.agencies[one] for one in agency.may_include))
    tell("địa bàn", names(p.places_of_body(agency)))
    for receipt in p.receipts_of(agency):
        tell("nhận Kế hoạch", receipt.purpose.label)
    tell("ghi chú", agency.note)


def group(p: Programme, group: Group, tell: Tell) -> None:
    tell("tên", group.name)
    tell("loại", group.kind.label)
    tell("tên khác", "; ".join(group.names))
    tell("gồm ai thuộc mọi nhóm rộng hơn", "có" if group.of_all else None)
    tell("thuộc nhóm rộng hơn", names(p.groups[one] for one in group.broader))
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


def document(p: Programme, document: Document, tell: Tell) -> None:
    tell("tên", document.name)
    tell("ngày ban hành", date(document.date))
    tell("nơi ban hành", p.agencies[document.issuer].name)
    tell("về việc", p.subjects[document.id].text if document.id in p.subjects else None)
    tell("quan hệ với văn bản khác", relations(p, document.relations))
    for one in p.citations_of(document):
        rests = (f"căn cứ của {formats.lower_first(source.label)}" for source in one.basis_of)
        tell("được viện dẫn ở", with_more(p.ref_label(one.ref), one.part, *rests))
    tell("ghi chú", document.note)


def place(p: Programme, place: Place, tell: Tell) -> None:
    tell("tên", place.name)
    tell("loại", place.kind.label)
    tell("thuộc", p.places[place.part_of].name if place.part_of else None)
    tell("nay là", place.now)
    tell("tên khác", "; ".join(place.names))
    tell("được nêu ở", "; ".join(map(p.ref_label, place.clauses)))
