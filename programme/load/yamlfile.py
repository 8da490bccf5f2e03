"""Read one YAML file into plain values, keeping lines; anything doubtful is a finding.

Only the part of YAML that a clerk needs: mappings, lists, texts. Scalars stay
text, so YAML's guesses (`010` is 8, `no` is false, `12:30` is 750, `1.000` is 1)
never happen. Anchors, aliases, tags and further documents are refused, and so
is a file too large or too deep: reading ends soon, whatever the file holds.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from ..vietnamese import formats
from . import file_faults, letter_faults, yaml_faults
from .at import At, Word
from .findings import TAKE_BACK, Finding, shown, warning

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_NODES = 200_000


@dataclass
class Tree:
    """A value and its place: `children` of a mapping by key, of a list by index."""

    line: int
    value: Any = None
    children: dict[Any, Tree] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)
    ends_open: bool = False
    """Of the root: the last line of the file does not end, as where a file was cut."""

    def line_of(self, path: tuple[Any, ...]) -> int:
        """The line of the deepest part of `path` that exists."""
        tree, line = self, self.line
        for step in path:
            if step in tree.children:
                line = tree.key_lines.get(step, tree.children[step].line)
                tree = tree.children[step]
            # else: a step that pydantic adds (the normalised form), not in the file
        return line


class Refused(Exception):
    """The file cannot be read further; the finding says why."""

    def __init__(self, finding: Finding):
        self.finding = finding


_known: dict[str, tuple[str, Tree | None]] | None = None
"""File -> its text and tree, of those in which nothing was found; None where none is remembered."""


def remember() -> None:
    """Read a file only once while it stays as it is: for a process that waits for the next edit."""
    global _known
    _known = {}


def read(path: Path, name: str, allowed: Path) -> tuple[Tree | None, list[Finding]]:
    """The tree of a file, or None, and what was found. `allowed`: no link may lead out of it."""
    try:
        text, findings = _text(path, name, allowed)
    except Refused as refused:
        return None, [refused.finding]
    if _known is not None and _known.get(name, ("",))[0] == text and not findings:
        return _known[name][1], []
    tree, found = _read(text, name, findings)
    if _known is not None and not found:
        _known[name] = text, tree
    return tree, found


def _read(text: str, name: str, findings: list[Finding]) -> tuple[Tree | None, list[Finding]]:
    letters: list[Finding] = []
    try:
        tree = _build(text, name, findings, letters)
    except Refused as refused:
        told = file_faults.many(name, text, letters)
        return None, [
            *file_faults.torn(name, text, cause=True),
            *(told if len(letters) > len(told) else ()),
            refused.finding,
        ]
    return tree, [*findings, *file_faults.many(name, text, letters)]


def _text(path: Path, name: str, allowed: Path) -> tuple[str, list[Finding]]:
    if not path.exists():
        raise Refused(Finding(name, 0, "Không tìm thấy tệp.", "tệp này phải có trong dữ liệu", cause=True))
    if not path.resolve().is_relative_to(allowed.resolve()):
        raise Refused(Finding(name, 0, "Tệp là liên kết dẫn ra ngoài thư mục dữ liệu.", "tệp thường nằm trong data/"))
    if not path.is_file():
        raise Refused(Finding(name, 0, "Đây không phải là tệp thường.", "tệp văn bản .yaml"))
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise Refused(
            Finding(name, 0, f"Tệp quá lớn: {size:,} byte.".replace(",", "."), f"không quá {MAX_BYTES // 10**6} MB")
        )
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(file_faults.not_utf8(name, raw, error)) from None
    return unicodedata.normalize("NFC", text), file_faults.not_nfc(name, text)


CUT_HERE = f"tệp hết ở giữa chừng thì đã bị cắt ở đây: {TAKE_BACK}"
"""Said beside what is wrong at the end of a file whose last line does not end."""


def _build(text: str, name: str, findings: list[Finding], letters: list[Finding]) -> Tree | None:
    """The tree of a text; `letters` are the findings about them. Iterative, so that depth is a finding, not a crash."""
    root: Tree | None = None
    stack: list[tuple[Tree, list[Any]]] = []  # an open collection; its waiting key, as [key, line]
    documents = nodes = 0
    lines = text.split("\n")

    def refuse(event: yaml.Event, found: str, expected: str, example: str = "") -> Refused:
        return Refused(Finding(name, _line(event), found, expected, example))

    def place(event: yaml.Event, tree: Tree) -> None:
        nonlocal root
        if not stack:
            root = tree
            return
        parent, waiting = stack[-1]
        if isinstance(parent.value, list):
            parent.children[len(parent.value)] = tree
            parent.value.append(tree.value)
            return
        if not waiting:  # this is a key
            if not isinstance(tree.value, str):
                raise refuse(event, "Tên khóa phải là chữ.", "tên khóa rồi dấu hai chấm", "tên-khóa: …")
            waiting[:] = [tree.value, tree.line]
            return
        key, line = waiting
        waiting.clear()
        if key in parent.key_lines:
            findings.append(
                Finding(
                    name,
                    line,
                    f"khóa này đã có ở dòng {parent.key_lines[key]}.",
                    "mỗi khóa chỉ ghi một lần trong cùng một mục; bỏ bớt một dòng",
                    field=key,
                )
            )
            return
        parent.children[key], parent.key_lines[key] = tree, line
        parent.value[key] = tree.value

    try:
        for event in yaml.parse(text, Loader=yaml_faults.Parser):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise refuse(event, 'Tệp có dòng "---" tách thành nhiều phần.', "bỏ dòng đó đi")
            elif anchor := getattr(event, "anchor", None):  # of an alias too
                raise refuse(
                    event,
                    f'Có dấu & hoặc * đứng đầu lời ("{anchor}").',
                    "đặt lời trong ngoặc kép; dữ liệu không dùng lối viết tắt này của YAML",
                    f'tên-khóa: "&{anchor}"',
                )
            elif (tag := getattr(event, "tag", None)) and tag != "!":
                raise refuse(event, f'Có dấu ! đứng đầu lời ("{tag}").', "đặt lời trong ngoặc kép")
            elif isinstance(event, yaml.CollectionStartEvent):
                if len(stack) >= MAX_DEPTH:
                    raise refuse(event, f"Dữ liệu lồng nhau quá {MAX_DEPTH} tầng.", "ít tầng hơn")
                tree = Tree(_line(event), [] if isinstance(event, yaml.SequenceStartEvent) else {})
                if stack and isinstance(stack[-1][0].value, dict) and not stack[-1][1]:
                    raise refuse(event, "Tên khóa phải là chữ.", "tên khóa rồi dấu hai chấm", "tên-khóa: …")
                stack.append((tree, []))
            elif isinstance(event, yaml.CollectionEndEvent):
                tree, _ = stack.pop()
                if isinstance(tree.value, dict):
                    tree.value["__at__"] = At(name, tree.line, tree.key_lines)
                place(event, tree)
            elif isinstance(event, yaml.ScalarEvent):
                nodes += 1
                if nodes > MAX_NODES:
                    raise refuse(event, f"Tệp có hơn {MAX_NODES} giá trị.", "chia nhỏ dữ liệu")
                place(event, Tree(_line(event), _scalar(event, name, lines, findings, letters)))
    except yaml.YAMLError as error:
        found = yaml_faults.broken(name, text, error)
        if not text.endswith("\n") and found.line > text.count("\n"):
            found = replace(found, expected="; ".join(filter(None, (found.expected, CUT_HERE))))
        raise Refused(found) from None
    findings += file_faults.torn(name, text)
    if root and not text.endswith("\n"):
        root.ends_open = True
    return root


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _line_in(event: yaml.Event, lines: list[str], letter: str) -> int:
    """The line of a text in which a letter stands; its first one where an escape (`\\u200b`) hides it."""
    if not (event.start_mark and event.end_mark):
        return 0
    first, last = event.start_mark.line, event.end_mark.line
    return next((at for at, line in enumerate(lines[first : last + 1], first + 1) if letter in line), first + 1)


TEMPLATE_WORDS = "‹mẫu"
"""How each place to be filled in begins in the files of a new plan."""


def _scalar(
    event: yaml.ScalarEvent, name: str, lines: list[str], findings: list[Finding], letters: list[Finding]
) -> str | None:
    value: str = event.value.strip(" \t\r\n")  # an end of a line there is YAML's, no word's
    if event.implicit[0] and value in ("", "~", "null"):
        return None
    if not event.style and len(value) > 1 and value[0] == "“" and value[-1] == "”":
        findings.append(
            warning(
                name,
                _line(event),
                f"Cả lời nằm trong ngoặc cong, nên trang hiện cả dấu ngoặc: {shown(value, 60)}.",
                'thay bằng ngoặc thẳng "…"; văn bản có ngoặc cong ở đó thì không bắt buộc sửa',
                'tên-khóa: "…"',
            )
        )
    if TEMPLATE_WORDS in value:
        wanted = "lời của văn bản thay cho cả chỗ ‹ ›; văn bản không có thì xóa dòng hay khoản ấy"
        findings.append(Finding(name, _line(event), f"Chỗ này còn là lời của mẫu: {shown(value, 60)}.", wanted))
    for at, found, expected in letter_faults.explain(value):
        letters.append(Finding(name, _line_in(event, lines, value[at]), formats.upper_first(found), expected))
    return Word(value, At(name, _line(event)))
