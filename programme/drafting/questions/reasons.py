"""What a draft says where its project lacks a lead or a basis: it goes when an answer brings one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from ...derive.tree import OF_A_DRAFT
from ...edit import nodes
from ...edit.transaction import Transaction, Written
from ...load.findings import Finding

NOT_FOUND = {
    "no_lead": f"{OF_A_DRAFT} máy chưa tìm thấy cơ quan chủ trì.",
    "no_basis": f"{OF_A_DRAFT} máy chưa tìm thấy văn bản làm căn cứ.",
}
"""Key of a project -> what a draft says there."""


def taken_out(folder: Path, findings: Sequence[Finding]) -> Written | None:
    """Take out what findings say is there without need, if a draft said it; what was written, None if nothing."""
    edit = Transaction(folder / "data")
    for finding in findings:
        if finding.is_error and finding.field in NOT_FOUND and finding.file.startswith("data/"):
            name = finding.file.removeprefix("data/")
            for path in [*_at(nodes.compose(edit.text(name)), finding.field, finding.line)]:
                if edit.at(name, path) == NOT_FOUND[finding.field]:
                    edit.remove(name, path)
    return edit.write() if edit.changed() else None


def _at(node: yaml.Node | None, key: str, line: int, path: nodes.Path = ()) -> Iterator[nodes.Path]:
    """The paths of a key that stands on a line."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key and name.start_mark.line + 1 == line:
                yield (*path, key)
            yield from _at(value, key, line, (*path, name.value))
    elif isinstance(node, yaml.SequenceNode):
        for place, one in enumerate(node.value):
            yield from _at(one, key, line, (*path, place))
