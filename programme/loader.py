"""Read `data/` into records, keeping line numbers; every fault is a finding.

Scalars stay text: YAML's guesses (`010` is 8, `no` is false, `12:30` is 750,
`1.000` is 1) never happen. Only the records decide what a text means.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from .findings import Finding, FindingsError
from .messages import explain
from .records import At, Dataset

try:
    from yaml import CSafeLoader as _YamlLoader
except ImportError:  # PyYAML built without libyaml: slower, the same result
    from yaml import SafeLoader as _YamlLoader  # type: ignore[assignment]

SINGLE = {"plan": "plan.yaml", "notice": "notice.yaml"}
"""Field of `Dataset` -> file that holds one record."""

LISTS = {
    "sections": "sections.yaml",
    "agencies": "agencies.yaml",
    "groups": "groups.yaml",
    "documents": "documents.yaml",
    "abbreviations": "abbreviations.yaml",
    "concepts": "concepts.yaml",
    "places": "places.yaml",
    "questions": "questions.yaml",
}
"""Field of `Dataset` -> file that holds a list of records."""

OPTIONAL = {"notice"}
PROJECTS = "projects"
"""Folder with one file per project; their order is that of the numbers inside."""


class _Reader:
    """Turns YAML nodes into plain values and remembers what was wrong."""

    def __init__(self, root: Path):
        self.root = root
        self.findings: list[Finding] = []

    def read(self, path: Path) -> tuple[Any, yaml.Node | None]:
        """The file's value (mappings carry `__at__`) and its node tree."""
        name = path.relative_to(self.root).as_posix()
        try:
            text = path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            self.findings.append(Finding(name, 0, "Không tìm thấy tệp.", "tệp này phải có trong dữ liệu"))
            return None, None
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            self.findings.append(Finding(name, line, "Tệp không phải chữ Unicode UTF-8.", "lưu tệp bằng mã UTF-8"))
            return None, None
        self.findings += _not_nfc(name, text)
        try:
            node = yaml.compose(text, Loader=_YamlLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.findings.append(
                Finding(
                    name,
                    mark.line + 1 if mark else 0,
                    f"Không đọc được YAML: {error.problem}.",
                    "thụt dòng bằng dấu cách, sau dấu hai chấm có một dấu cách, "
                    "lời có dấu hai chấm thì đặt trong ngoặc kép",
                    'heading: "Mục tiêu:"',
                )
            )
            return None, None
        except yaml.YAMLError as error:
            self.findings.append(Finding(name, 0, f"Không đọc được YAML: {error}."))
            return None, None
        return (self._value(name, node) if node is not None else None), node

    def _value(self, name: str, node: yaml.Node) -> Any:
        if isinstance(node, yaml.ScalarNode):
            plain = node.style is None
            return None if plain and node.value in ("", "~", "null") else node.value
        if isinstance(node, yaml.SequenceNode):
            return [self._value(name, child) for child in node.value]
        result: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in result:
                self.findings.append(
                    Finding(
                        name,
                        line,
                        f'Khóa "{key}" đã có ở dòng {lines[key]}.',
                        "mỗi khóa chỉ ghi một lần trong cùng một mục; bỏ bớt một dòng",
                    )
                )
                continue
            result[key] = self._value(name, value_node)
            lines[key] = line
        result["__at__"] = At(name, node.start_mark.line + 1, lines)
        return result


def _not_nfc(name: str, text: str) -> Iterator[Finding]:
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(text.splitlines(), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield Finding(
                name,
                number,
                f'Dòng có chữ viết bằng mã tổ hợp (NFD): "{line.strip()[:60]}".',
                "chữ Việt dựng sẵn (NFC); gõ lại chữ đó",
                unicodedata.normalize("NFC", line.strip()[:60]),
            )


def _line_of(node: yaml.Node | None, path: tuple[Any, ...]) -> int:
    """The line of the deepest part of `path` that exists below `node`."""
    line = node.start_mark.line + 1 if node is not None else 0
    for step in path:
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == step), None)
            if pair is None:
                continue  # a step that pydantic adds (the normalised form), not in the file
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
    return line


def load(data: Path) -> Dataset:
    """Read the folder `data` into a `Dataset`.

    Raises `FindingsError` with every fault of form: unreadable files, duplicate
    keys, unknown or missing keys, wrong types, text that is not NFC.
    """
    reader = _Reader(data.parent)
    values: dict[str, Any] = {}
    trees: dict[str, tuple[str, yaml.Node | None]] = {}

    for field, file in {**SINGLE, **LISTS}.items():
        path = data / file
        if field in OPTIONAL and not path.exists():
            continue
        value, node = reader.read(path)
        values[field] = value if value is not None or field in SINGLE else []
        trees[field] = (path.relative_to(reader.root).as_posix(), node)

    project_files = []
    for path in (data / PROJECTS).glob("*.yaml"):
        value, node = reader.read(path)
        if value is not None:
            project_files.append((_order(value), path, value, node))
    project_files.sort(key=lambda entry: entry[:2])
    values["projects"] = [value for _, _, value, _ in project_files]

    if reader.findings:
        # Types cannot be judged in files that could not be read; say those faults
        # first, and the rest of the types for the files that could.
        for field in [f for f, (_, node) in trees.items() if node is None]:
            values.pop(field, None)
    try:
        dataset = Dataset.model_validate(values)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            top, *steps = fault["loc"]
            if top == PROJECTS and steps:
                _, path, _, tree = project_files[int(steps.pop(0))]
                name = path.relative_to(reader.root).as_posix()
            elif top in trees:
                name, tree = trees[str(top)]
            else:
                continue
            if tree is None and reader.findings:
                continue
            reader.findings.append(Finding(name, _line_of(tree, tuple(steps)), *explain(fault)))
        raise FindingsError(reader.findings) from None
    if reader.findings:
        raise FindingsError(reader.findings)
    return dataset


def _order(value: Any) -> tuple[int, ...]:
    number = value.get("number") if isinstance(value, dict) else None
    parts = str(number or "").split(".")
    return tuple(int(part) if part.isdigit() else 0 for part in parts)
