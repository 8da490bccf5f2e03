"""Rules about how the plan is put together: projects in their place, clauses of a kind, labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..derive.programme import Programme
from ..load.dataset import Clause
from ..load.findings import Finding, finding
from .register import first, rule


@rule
def kinds_stand_on_top(programme: Programme) -> Iterator[Finding]:
    """`kind` is said of the clauses right below a project, of each kind once: it is their address on its page."""
    on_top = {clause for node in programme.nodes for clause in node.clauses}
    for part in programme.refs:
        if isinstance(part, Clause) and part.kind and part not in on_top:
            yield finding(
                part,
                "kind",
                f'mục "{part.number}" không đứng ngay dưới một dự án, nên không có loại.',
                "bỏ dòng này; loại chỉ ghi ở các mục đứng ngay dưới dự án",
            )
    for node in programme.nodes:
        counts = Counter(clause.kind for clause in node.clauses if clause.kind)
        for clause in node.clauses:
            if clause.kind and counts[clause.kind] > 1:
                yield finding(
                    clause,
                    "kind",
                    f'dự án "{node.code}" có {counts[clause.kind]} mục loại "{clause.kind}".',
                    "mỗi loại một mục trong một dự án; mục kia bỏ dòng này",
                )


@first
def projects_stand_once(programme: Programme) -> Iterator[Finding]:
    """Each project stands in exactly one part of the plan."""
    data = programme.data
    homes = Counter(node for part in programme.refs if isinstance(part, Clause) for node in data.projects_in(part))
    for node in data.projects:
        if homes[node] != 1:
            parts = f"{homes[node]} phần" if homes[node] else "không phần nào"
            yield finding(
                node,
                "code",
                f'{parts} của Kế hoạch chứa dự án "{node.code}".',
                "đúng một phần của sections.yaml chứa dự án này",
                "projects: true" + (f"\nprogramme: {node.programme}" if node.programme else ""),
            )


@rule
def labels_can_be_read(programme: Programme) -> Iterator[Finding]:
    """The label and the title of a project hold a letter or a digit."""
    for node in programme.nodes:
        for key, example in (("label", 'label: "Tiểu dự án 2:"'), ("title", "title: Cải thiện dinh dưỡng")):
            text = getattr(node, key)
            if not any(char.isalnum() for char in text):
                yield finding(node, key, f'ghi là "{text}", không có chữ nào.', "chép đúng từng chữ", example)
