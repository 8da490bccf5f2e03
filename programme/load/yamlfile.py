"""Read one YAML file into plain values, keeping lines; anything doubtful is a finding.

Only the part of YAML that a clerk needs: mappings, lists, texts. Scalars stay
text, so YAML's guesses (`010` is 8, `no` is false, `12:30` is 750, `1.000` is 1)
never happen. Anchors, aliases, tags and further documents are refused, and so
is a file too large or too deep: reading ends soon, whatever the file holds.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from ..vietnamese import formats
from ..vietnamese.letters import Why, strange
from . import letter_faults
from .findings import SPOILED, TAKE_BACK, Finding, shown, warning
from .record import At, Word

try:
    from yaml import CSafeLoader as _Parser
except ImportError:  # PyYAML built without libyaml: slower, the same result
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]

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


def ignored(path: Path) -> bool:
    """Whether a file is none of the plan's: what editors, Windows, macOS and Office leave beside those one edits."""
    name = path.name.lower()
    return name.startswith((".", "~$", "#")) or name.endswith(("~", ".bak", ".tmp")) or name in _LEFT_BY_WINDOWS


_LEFT_BY_WINDOWS = ("desktop.ini", "thumbs.db", "ehthumbs.db")


def plan_files(data: Path) -> list[Path]:
    """The YAML files in the folder of a plan's data, in order."""
    return sorted(path for path in data.rglob("*.yaml") if not ignored(path))


def same_bytes(content: bytes) -> bytes:
    """A text as every system writes it: without a mark of its byte order, one letter at the end of a line."""
    return content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


class Refused(Exception):
    """The file cannot be read further; the finding says why."""

    def __init__(self, finding: Finding):
        self.finding = finding


def read(path: Path, name: str, allowed: Path) -> tuple[Tree | None, list[Finding]]:
    """The tree of a file, or None, and what was found. `allowed`: no link may lead out of it."""
    try:
        text, findings = _text(path, name, allowed)
    except Refused as refused:
        return None, [refused.finding]
    letters: list[Finding] = []
    try:
        tree = _build(text, name, findings, letters)
    except Refused as refused:
        told = _many(name, text, letters)
        return None, [*_torn(name, text, cause=True), *(told if len(letters) > len(told) else ()), refused.finding]
    return tree, [*findings, *_many(name, text, letters)]


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
        raise Refused(_not_utf8(name, raw, error)) from None
    return unicodedata.normalize("NFC", text), _not_nfc(name, text)


CUT_HERE = f"tệp hết ở giữa chừng thì đã bị cắt ở đây: {TAKE_BACK}"
"""Said beside what is wrong at the end of a file whose last line does not end."""
_FEW = 5
"""So many letters that cannot be read are damage to single words, not another encoding."""


def _not_utf8(name: str, raw: bytes, error: UnicodeDecodeError) -> Finding:
    """What happened to a file that is not UTF-8: another encoding, a few bad bytes, an end cut off in a letter."""
    line = raw[: error.start].count(b"\n") + 1
    found = "Tệp không phải chữ Unicode UTF-8."
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw.count(0) > len(raw) // 4:
        return Finding(name, line, found, "lưu lại tệp bằng mã UTF-8. Notepad: Lưu thành… → Mã hóa: UTF-8")
    if error.reason == "unexpected end of data" and error.end == len(raw):
        return Finding(name, line, f"Tệp hết ở giữa một chữ. {SPOILED}", TAKE_BACK, cause=True)
    text = raw.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    if bad <= _FEW and sum(not letter.isascii() for letter in text) >= 2 * bad:
        lines = [str(at) for at, one in enumerate(text.split("\n"), 1) if "\ufffd" in one]
        found = f"{'Một' if bad == 1 else f'{bad}'} chữ ở dòng {', '.join(lines)} đã hỏng."
        return Finding(name, line, found, "gõ lại từ ấy theo văn bản")
    wanted = (
        'mở tệp và nhìn các chữ có dấu: thấy dấu "?" hay ô vuông thì đừng lưu, lấy lại bản trước; '
        "còn đúng thì lưu thành UTF-8. Notepad: Lưu thành… → Mã hóa: UTF-8"
    )
    return Finding(name, line, found, wanted, cause=True)


def _not_nfc(name: str, text: str) -> list[Finding]:
    """One note for the whole file, at its first line in decomposed letters."""
    if unicodedata.is_normalized("NFC", text):
        return []
    lines = [number for number, line in enumerate(text.split("\n"), 1) if not unicodedata.is_normalized("NFC", line)]
    found = f"Chữ viết bằng mã tổ hợp (NFD) ở {len(lines)} dòng, từ dòng này; trang đã đổi sang dựng sẵn (NFC)."
    return [warning(name, lines[0], found, "không bắt buộc sửa; gõ lại các dòng ấy để hết nhắc")]


# No example holds words: those of a plan are its own, and a reader of form does not know them.
_HINT = (
    "thụt dòng bằng dấu cách, sau dấu hai chấm có một dấu cách, lời có dấu hai chấm thì đặt trong ngoặc kép",
    'tên-khóa: "…: …"',
)
_COLON = ", hoặc dòng trên thiếu dấu hai chấm (hay thiếu dấu cách sau dấu hai chấm)"
_PROBLEMS = {
    "mapping values are not allowed": "có dấu hai chấm ở giữa lời, hoặc dòng thụt vào sai chỗ",
    "could not find expected ':'": "dòng này hoặc dòng trước thiếu dấu hai chấm (hay thiếu dấu cách sau dấu hai chấm)",
    "did not find expected key": f"dòng thụt vào không thẳng hàng với các dòng cùng mục, ngoặc kép đóng chưa đúng{_COLON}",
    "did not find expected '-' indicator": f"gạch đầu dòng không thẳng hàng với các gạch khác{_COLON}",
    "cannot start any token": "lời bắt đầu bằng ký tự phải đặt trong ngoặc kép",
    "found unexpected end of stream": "ngoặc kép mở mà chưa đóng",
    "did not find expected ',' or ']'": "danh sách trong ngoặc vuông thiếu dấu phẩy hoặc chưa đóng ngoặc",
    "did not find expected ',' or '}'": "ngoặc nhọn thiếu dấu phẩy hoặc chưa đóng",
    "did not find expected node content": "ngoặc vuông hay ngoặc nhọn ở trên chưa đóng",
    "block sequence entries are not allowed": "gạch đầu dòng đứng sai chỗ",
    "did not find expected alphabetic or numeric": "dấu & hoặc * đứng đầu lời phải đặt trong ngoặc kép",
    "while scanning a directive": "dấu % đứng đầu dòng phải đặt trong ngoặc kép",
}


_QUOTES = ("dấu ngoặc ấy ở cả đầu và cuối lời", 'tên-khóa: "…"')


_KEY_LINE = re.compile(r"\s*(?:- )?\{?\w+:(?:\s|$)")


def _left_open(text: str, error: yaml.YAMLError, line: int) -> int:
    """The line in which the quote was opened that swallowed what follows it, up to the error in `line`; else 0."""
    context = getattr(error, "context_mark", None)
    if context and "quoted scalar" in str(getattr(error, "context", "")):
        return int(context.line) + 1
    opened = 0
    try:
        for token in yaml.scan(text, Loader=_Parser):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                first, last = token.start_mark.line, token.end_mark.line
                swallowed = text.split("\n")[first + 1 : last + 1]
                if first < last and (last == line or any(map(_KEY_LINE.match, swallowed))):
                    opened = opened or first + 1
    except yaml.YAMLError:
        pass
    return opened


_CONTROL = re.compile(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML lets stand nowhere, but as an escape."""
_TAB = re.compile(r"[ -]*\t")


def broken(name: str, text: str, error: yaml.YAMLError) -> Finding:
    """Why a text cannot be read, with the line that is to be mended; `name` is the file's."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.split("\n")
    for number in (mark.line + 1, mark.line) if mark else ():  # libyaml may notice it a line later
        if 0 < number <= len(lines) and _TAB.match(lines[number - 1]):
            return Finding(name, number, "Không đọc được tệp: dòng này thụt bằng phím Tab; thay bằng dấu cách.")
    if mark and (number := _left_open(text, error, mark.line)):
        return Finding(name, number, "Không đọc được tệp: ngoặc kép mở ở dòng này mà chưa đóng.", *_QUOTES)
    english = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    if isinstance(error, yaml.reader.ReaderError) and (unseen := _CONTROL.search(text)):
        number = text.count("\n", 0, unseen.start()) + 1
        found = f"Không đọc được tệp: có ký tự điều khiển không nhìn thấy U+{ord(unseen[0]):04X} ở dòng này."
        return Finding(name, number, found, letter_faults.COMPARE)
    said = next((vietnamese for key, vietnamese in _PROBLEMS.items() if key in english), "cách viết không đúng")
    return Finding(name, mark.line + 1 if mark else 0, f"Không đọc được tệp: {said}.", *_HINT)


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
        for event in yaml.parse(text, Loader=_Parser):
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
        found = broken(name, text, error)
        if not text.endswith("\n") and found.line > text.count("\n"):
            found = replace(found, expected="; ".join(filter(None, (found.expected, CUT_HERE))))
        raise Refused(found) from None
    findings += _torn(name, text)
    if root and not text.endswith("\n"):
        root.ends_open = True
    return root


_MANY = 20
"""More findings about letters in one file have one cause, which alone is told."""


def _many(name: str, text: str, letters: list[Finding]) -> list[Finding]:
    """The findings about letters; where they are many, one for the file."""
    if len(letters) <= _MANY:
        return letters
    met = list(strange(text))
    lines = _lines_said(sorted({one.line for one in letters}))
    line, places = min(one.line for one in letters), f"ở {max(len(met), len(letters))} chỗ, từ {lines}"
    letter, *others = {one.letter: one for one in met}.values() or [None]
    if all(one.why is Why.SPACE for one in met):
        found = f"Có dấu cách khác dấu cách thường {places}."
        return [Finding(name, line, found, _REPLACE + " bằng dấu cách thường", cause=True)]
    if letter and not others and letter.right:
        found = f'Có chữ "{letter.letter}" (U+{ord(letter.letter):04X}) trông giống chữ "{letter.right}" {places}.'
        wanted = f'văn bản có các chữ này thì {_REPLACE} bằng "{letter.right}" của bàn phím tiếng Việt'
        return [Finding(name, line, found, wanted, cause=True)]
    return [Finding(name, line, f"Có chữ lạ hay chữ đã hỏng {places}. {SPOILED}", TAKE_BACK, cause=True)]


_REPLACE = "dùng lệnh Tìm và thay, thay tất cả"


def _lines_said(lines: list[int]) -> str:
    """ "dòng 2, 5, 9 và các dòng sau": where to look first."""
    return f"dòng {', '.join(map(str, lines[:3]))}{' và các dòng sau' if len(lines) > 3 else ''}"


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _line_in(event: yaml.Event, lines: list[str], letter: str) -> int:
    """The line of a text in which a letter stands; its first one where an escape (`\\u200b`) hides it."""
    if not (event.start_mark and event.end_mark):
        return 0
    first, last = event.start_mark.line, event.end_mark.line
    return next((at for at, line in enumerate(lines[first : last + 1], first + 1) if letter in line), first + 1)


_TORN = re.compile(r"""(?<![^\s"'\[{(])[^\W\d_]*(?:[^\W\d_]\?+[^\W\d_]|\?\?+[^\W\d_])[\w?]*(?![^\s"'\]}),.;:])""")
"""A word with question marks where letters were; no address holds spaces around it."""
_TORN_AT_ITS_END = re.compile(r"(?<![^\s\"'\[{(])[^\W\d_]+\?+(?= +(?:\?|[^\W\d_A-ZĐ]))")
"""The same with its last letter lost: no question goes on with a small letter."""


def _torn(name: str, text: str, *, cause: bool = False) -> list[Finding]:
    """One note for the words of a file that lost letters; a fault where they are many, or the `cause` of another one."""
    met = list(_TORN.finditer(text)) if "?" in text else []
    if cause:
        met = sorted([*met, *_TORN_AT_ITS_END.finditer(text)], key=lambda one: one.start())
    if not met:
        return []
    lines = [text.count("\n", 0, one.start()) + 1 for one in met]
    found = f"Có dấu ? ở giữa chữ: {shown(met[0][0], 60)}; có lẽ chữ có dấu đã mất khi lưu tệp."
    wanted = "lời như trong văn bản; lưu tệp bằng mã UTF-8"
    if len(met) > 1:
        places = f"ở {len(met)} chỗ, từ {_lines_said(sorted(set(lines)))}"
        found = f"Có dấu ? ở giữa chữ: {shown(met[0][0], 60)}, {places}; có lẽ chữ có dấu đã mất khi lưu tệp."
    if len(met) > _MANY:
        found, wanted, cause = f"{found} {SPOILED}", TAKE_BACK, True
    return [Finding(name, lines[0], found, wanted, severity="error" if cause else "warning", cause=cause)]


def _scalar(
    event: yaml.ScalarEvent, name: str, lines: list[str], findings: list[Finding], letters: list[Finding]
) -> str | None:
    value: str = event.value
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
    for at, found, expected in letter_faults.explain(value):
        letters.append(Finding(name, _line_in(event, lines, value[at]), formats.upper_first(found), expected))
    return Word(value, At(name, _line(event)))
