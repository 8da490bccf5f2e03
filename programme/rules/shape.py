"""Rules about how the plan is put together: projects in their place, clauses of a kind, labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ..derive.programme import Programme
from ..load.dataset import Clause, Project
from ..load.findings import Finding, finding, shown
from ..load.references import records
from ..load.tables import Column
from ..load.texts import Phrase
from ..load.vocabulary import ClauseKind
from ..pages.names import LONGEST_NAME, too_long
from ..vietnamese.formats import lower_first
from .register import first, rule


@rule
def kinds_stand_on_top(programme: Programme) -> Iterator[Finding]:
    """`kind` is said of the clauses right below a project, of each kind once: it is their address on its page.

    Of parts outside the projects it says which are the plan's aims.
    """
    on_top = {clause for node in programme.nodes for clause in node.clauses}
    for part in programme.refs:
        is_aim = isinstance(part, Clause) and part.kind is ClauseKind.OBJECTIVE and part not in programme.owners
        if isinstance(part, Clause) and part.kind and part not in on_top and not is_aim:
            yield finding(
                part,
                "kind",
                f'mục "{part.number}" không đứng ngay dưới một dự án, nên không có loại.',
                "bỏ dòng này; loại chỉ ghi ở các mục đứng ngay dưới dự án"
                if part in programme.owners
                else "bỏ dòng này; ở mục ngoài các dự án chỉ ghi được loại objective (Mục tiêu)",
            )
    for node in programme.nodes:
        counts = Counter(clause.kind for clause in node.clauses if clause.kind)
        for clause in node.clauses:
            if clause.kind and counts[clause.kind] > 1:
                lines = " và ".join(str(one.at.of("kind")) for one in node.clauses if one.kind is clause.kind)
                yield finding(
                    clause,
                    "kind",
                    f'dự án "{node.code}" có {counts[clause.kind]} mục loại "{clause.kind}", ở dòng {lines}.',
                    f'đọc tiêu đề các mục ấy: một mục nói về "{lower_first(clause.kind.label)}" giữ dòng này, '
                    "mục khác ghi loại của nó, không loại nào đúng thì bỏ dòng này",
                )


@first
def projects_hold_no_projects(programme: Programme) -> Iterator[Finding]:
    """A clause of a project is no place for projects."""
    for node in programme.nodes:
        for clause in node.every_clause():
            if clause.projects:
                yield finding(clause, "projects", "mục này nằm trong một dự án.", "bỏ dòng này: dự án đặt ở phần chung")


@first
def projects_stand_once(programme: Programme) -> Iterator[Finding]:
    """Each project stands in exactly one part of the plan."""
    data = programme.data
    homes: dict[Project, list[str]] = {node: [] for node in data.projects}
    for part in programme.refs:
        for node in data.projects_in(part) if isinstance(part, Clause) else ():
            homes[node].append(f"{part.at.file}:{part.at.of('projects')}")
    for node, places in homes.items():
        if len(places) != 1:
            parts = f"{len(places)} phần ({', '.join(places)})" if places else "không phần nào"
            yield finding(
                node,
                "code",
                f'{parts} của Kế hoạch chứa dự án "{node.code}".',
                "đúng một phần của sections.yaml chứa dự án này" + ("; phần khác bỏ dòng projects" if places else ""),
                "projects: true" + (f"\nprogramme: {node.programme}" if node.programme else ""),
            )


@rule
def state_and_motto_stand_together(programme: Programme) -> Iterator[Finding]:
    """A head has both, the state and its motto; a text that lost its head, and one of the Party, has neither."""
    header = programme.plan.header
    for key, other in (("state", "motto"), ("motto", "state")):
        if getattr(header, other) and not getattr(header, key):
            yield finding(header, key, "đang để trống.", "chép đúng như văn bản")


@rule
def what_is_signed_is_whole(programme: Programme) -> Iterator[Finding]:
    """What is signed has a symbol, a date, a title and a national programme; a plan with projects has the last."""
    plan = programme.plan
    if programme.is_entered and not plan.header.symbol:
        yield finding(plan.header, "symbol", "đang để trống.", "phần sau dấu gạch chéo của số văn bản")
    if programme.is_entered and not plan.header.date:
        yield finding(plan.header, "date", "đang để trống.", "năm-tháng-ngày; không rõ ngày thì năm-tháng")
    if programme.is_entered and not plan.header.title_lines:
        yield finding(plan.header, "title_lines", "là danh sách trống.", "tên văn bản, chép đúng từng dòng")
    if (programme.is_entered or programme.data.projects) and not plan.programmes:
        yield finding(
            plan, "programmes", "chưa ghi chương trình nào.", "ít nhất một chương trình mà Kế hoạch thực hiện"
        )


@rule
def names_of_sites_are_short(programme: Programme) -> Iterator[Finding]:
    """What the plan is called on its site fits the head of a phone's page and the margin of a sheet: else a warning."""
    plan = programme.plan
    if len(plan.short_title) > LONGEST_NAME:
        yield replace(finding(plan, "short_title", *too_long(plan.short_title)), severity="warning")


_NAMED = {
    *("label", "title", "name", "names", "short", "full", "heading", "question", "asked_as", "short_title", "answer"),
    *("explanation", "summary", "matter", "where", "now", "say", "means", "state", "motto", "symbol", "authority"),
    *("office", "issuer_lines", "title_lines", "text"),
}
"""Keys whose value somebody reads by itself, so that it must hold a letter or a digit."""
_IN_ONE_LINE = {"label", "title", "name", "names", "short", "full", "heading", "question", "asked_as", "short_title"}
"""Those that are headings, links and names in lists."""


@rule
def names_can_be_read(programme: Programme) -> Iterator[Finding]:
    """What stands by itself on a page (a name, a heading, a question) holds a letter or a digit."""
    for record in records(programme.data):
        if isinstance(record, Phrase | Column):
            continue  # a run of words may be a bracket, the head of a column "%"
        for key in type(record).model_fields.keys() & _NAMED:
            value = getattr(record, key)
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str) and not any(char.isalnum() for char in text):
                    yield finding(record, key, f'ghi là "{text}", không có chữ nào.', "lời có ít nhất một chữ")
                elif isinstance(text, str) and key in _IN_ONE_LINE and "\n" in text:
                    found = f"xuống dòng sau {shown(text.partition(chr(10))[0].rstrip(), 60)}."
                    yield finding(record, key, found, "lời liền một dòng, đúng như văn bản; phần thừa thì xóa")
