"""Read the folder `data/` into records; every fault of form is a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from . import upgrade, vocabulary
from .dataset import Dataset
from .examples import Examples, filled
from .files import ignored
from .findings import SPOILED, TAKE_BACK, Finding, FindingsError
from .form_faults import explain, kind_of
from .yamlfile import CUT_HERE, Tree, read

SINGLE = {"plan": "plan.yaml", "notice": "notice.yaml", "search": "search.yaml"}
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
    "needs": "needs.yaml",
    "vocabulary": "vocabulary.yaml",
}
"""Field of `Dataset` -> file that holds a list of records."""

OPTIONAL = {"notice", "search", "documents", "abbreviations", "concepts", "questions", "needs", "vocabulary"}
PROJECTS = "projects"
"""Folder with one file per project; their order is that of the numbers inside."""


def load(data: Path) -> tuple[Dataset, list[Finding]]:
    """Read the folder `data` into a `Dataset`, with the warnings met on the way.

    Raises `FindingsError` with every fault of form: unreadable files, duplicate
    keys, unknown or missing keys, wrong types; data of an older or newer form with
    that alone.
    """
    if not data.is_dir():
        listed = ", ".join(file for top, file in {**SINGLE, **LISTS}.items() if top not in OPTIONAL)
        raise FindingsError([Finding(data.name, 0, "Không tìm thấy thư mục này.", f"thư mục có các tệp {listed}")])
    findings: list[Finding] = []
    values: dict[str, Any] = {}
    trees: dict[str, tuple[str, Tree | None]] = {}
    unread = False

    def one(path: Path) -> tuple[str, Tree | None]:
        nonlocal unread
        name = path.relative_to(data.parent).as_posix()
        tree, found = read(path, name, data)
        unread |= tree is None and bool(found)
        findings.extend(found)
        return name, tree

    for top, file in {**SINGLE, **LISTS}.items():
        path = data / file
        if top in OPTIONAL and not path.exists():
            continue
        trees[top] = name, tree = one(path)
        if tree is not None:
            values[top] = tree.value
        elif top in LISTS and not any(finding.file == name for finding in findings):
            values[top] = []  # an empty file is an empty list
        if top == "plan" and tree is not None and (wrong := upgrade.fault(tree, name)):
            raise FindingsError([wrong])

    projects = [one(path) for path in sorted((data / PROJECTS).glob("*.yaml")) if not ignored(path)]
    if not projects and _holds_projects(values.get("sections")):
        folder = f"{data.name}/{PROJECTS}"
        findings.append(Finding(folder, 0, "Không có dự án nào.", "mỗi dự án một tệp .yaml trong thư mục này"))
    findings += [
        Finding(
            name, 0, "Tệp không ghi gì.", f"một dự án; tệp vốn có lời thì {TAKE_BACK}; tệp thừa thì xóa", 'code: "3.2"'
        )
        for name, tree in projects
        if tree is None and not any(finding.file == name for finding in findings)
    ]
    projects = sorted((entry for entry in projects if entry[1] is not None), key=_order)
    values[PROJECTS] = [tree.value for _, tree in projects if tree is not None]
    findings += _strangers(data)

    said = {(finding.file, finding.line) for finding in findings if finding.is_error}
    spoiled = {finding.file for finding in findings if finding.is_error and finding.cause}
    vocabulary.add(_own_terms(values.get("vocabulary")))
    try:
        dataset = Dataset.model_validate(values)
    except ValidationError as error:
        for name, (tree, faults) in _by_file(error, trees, projects).items():
            if (tree is None and unread) or name in spoiled:
                continue  # what is wrong with the file has been said
            if whole := _whole(name, tree, faults):
                findings.append(whole)
                continue
            for steps, fault in faults:
                line = tree.line_of(steps) if tree else 0
                if (name, line) in said:
                    continue  # a wrong letter, a key twice: what follows from it goes with it
                found, expected, example, key, record = explain(fault)
                if fault["type"] == "missing" and tree and tree.ends_open and _last(steps, tree):
                    expected = f"{expected}; {CUT_HERE}"
                findings.append(Finding(name, line, found, expected, example, key, record))
        raise FindingsError(filled(findings, lambda: Examples(values))) from None
    if any(finding.is_error for finding in findings):
        raise FindingsError(filled(findings, lambda: Examples(values)))
    return dataset.model_copy(update={PROJECTS: dataset.projects_as_they_stand()}), findings


def _own_terms(listed: Any) -> Iterator[tuple[str, str, str, str]]:
    """The terms of the plan's own that are well-formed: what is wrong with the others is said of their file."""
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict) and one.get("of") in vocabulary.OPEN and all(map(one.get, ("id", "label"))):
            yield str(one["of"]), str(one["id"]), str(one["label"]), str(one.get("short") or "")


def _holds_projects(sections: Any) -> bool:
    """Whether a part of the plan is for projects; one that could not be read may be, one of a beginning is not."""
    waiting = [sections] if isinstance(sections, list) else None
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if one.get("projects") == "true":
                return True
            waiting.append(one.get("clauses"))
        elif isinstance(one, list):
            waiting += one
    return waiting is None


_Faults = list[tuple[tuple[Any, ...], Mapping[str, Any]]]
"""The way to a value within its file, and what pydantic says of it."""


def _by_file(
    error: ValidationError, trees: Mapping[str, tuple[str, Tree | None]], projects: list[tuple[str, Tree | None]]
) -> dict[str, tuple[Tree | None, _Faults]]:
    """What pydantic found, by the file it stands in."""
    found: dict[str, tuple[Tree | None, _Faults]] = {}
    for fault in error.errors(include_url=False):
        if fault["type"] == "too_short" and fault["input"]:
            continue  # every one in it is wrong, and that is said
        field, *steps = fault["loc"]
        if field == PROJECTS and steps:
            name, tree = projects[int(steps.pop(0))]
        elif field in trees:
            name, tree = trees[str(field)]
        else:
            continue
        found.setdefault(name, (tree, []))[1].append((tuple(steps), dict(fault)))
    return found


_WRONG_KIND = {"tuple_type", "list_type", "model_type", "model_attributes_type", "dict_type"}
_ALL_WRONG = 5
"""So many entries of a list, and none of them right: they are those of another file."""


def _whole(name: str, tree: Tree | None, faults: _Faults) -> Finding | None:
    """One finding for a file that is spoiled as a whole: of another kind, without most of its keys, of another list."""
    top = next((fault for steps, fault in faults if not steps), None)
    if tree is None and top:
        return Finding(name, 0, f"Tệp không ghi gì. {SPOILED}", TAKE_BACK, cause=True)
    if top and top["type"] in _WRONG_KIND:
        found, _, _, key, record = explain(top)
        return Finding(name, 1, f"{found} {SPOILED}", TAKE_BACK, field=key, record=record, cause=True)
    missing = [str(steps[0]) for steps, fault in faults if len(steps) == 1 and fault["type"] == "missing"]
    kind = kind_of(next((fault["loc"] for steps, fault in faults if len(steps) == 1), ()))
    required = sum(field.is_required() for field in kind.model_fields.values())
    if 1 < len(missing) == required or (len(missing) > 2 and 2 * len(missing) >= required):
        return Finding(name, 1, f"Thiếu các khóa: {', '.join(missing)}. {SPOILED}", TAKE_BACK, cause=True)
    entries = len(tree.value) if tree and isinstance(tree.value, list) else 0
    if entries >= _ALL_WRONG and len({steps[0] for steps, _ in faults if steps}) == entries:
        return Finding(name, 1, f"Không mục nào trong {entries} mục đúng dạng. {SPOILED}", TAKE_BACK, cause=True)
    return None


def _last(steps: tuple[Any, ...], tree: Tree) -> bool:
    """Whether a way leads along the end of a file."""
    for step in steps[:-1]:
        if step in tree.children:
            if step != next(reversed(tree.children)):
                return False
            tree = tree.children[step]
    return True


def _strangers(data: Path) -> list[Finding]:
    """Files and folders that nobody would read: a clerk would take them for published."""
    known = {*SINGLE.values(), *LISTS.values()}
    folder = {PROJECTS} if (data / PROJECTS).is_dir() else set()
    strangers = [path for path in sorted(data.iterdir()) if path.name not in known | folder]
    strangers += [path for path in sorted((data / PROJECTS).glob("*")) if path.suffix != ".yaml"]
    files = f"{', '.join(sorted(known))}; tệp dự án nằm trong {PROJECTS}/ và có đuôi .yaml"
    return [
        Finding(
            path.relative_to(data.parent).as_posix(),
            0,
            f"Không trang nào đọc {'thư mục' if path.is_dir() else 'tệp'} này.",
            f"tệp nằm ngay trong {data.name}/ hoặc {PROJECTS}/"
            if path.is_dir()
            else f"tên tệp là một trong: {files}; bản sao thừa thì xóa",
        )
        for path in strangers
        if not ignored(path)
    ]


def _order(entry: tuple[str, Tree | None]) -> tuple[tuple[int, ...], str]:
    value = entry[1].value if entry[1] else None
    number = value.get("number") if isinstance(value, dict) else None
    parts = str(number or "").split(".")
    return tuple(int(part) if part.isdecimal() and part.isascii() else 0 for part in parts), entry[0]
