"""Why a text is no YAML, said in the words of who writes it, with the line that is to be mended."""

from __future__ import annotations

import re

import yaml

from . import letter_faults
from .findings import Finding

try:
    from yaml import CSafeLoader as Parser
except ImportError:  # PyYAML built without libyaml: slower, the same result
    from yaml import SafeLoader as Parser  # type: ignore[assignment]

# No example holds words: those of a plan are its own, and a reader of form does not know them.
_HINT = (
    "thụt dòng bằng dấu cách, sau dấu hai chấm có một dấu cách, lời có dấu hai chấm thì đặt trong ngoặc kép; "
    "lời sửa xong thì so lại với văn bản",
    'tên-khóa: "…: …"',
)
_COLON = (
    ", hoặc dòng trên thiếu dấu hai chấm (hay thiếu dấu cách sau dấu hai chấm), còn chữ sau ngoặc đóng, hay nằm lạc chỗ"
)
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
        for token in yaml.scan(text, Loader=Parser):
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
    if str(getattr(error, "context", "")).startswith("while parsing a flow"):
        mark = getattr(error, "context_mark", None) or mark  # where the bracket was opened
    return Finding(name, mark.line + 1 if mark else 0, f"Không đọc được tệp: {said}.", *_HINT)
