"""Typst in a process of its own: what it keeps in memory, some megabytes a sheet, goes with it.

Run as a script. A line on standard input is a JSON text, {template, content, options}; the answer is a line with a
number of bytes, and these: what was made. A negative number: why it was not.
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).resolve().parent / "print"
TIGHTEST = 2
"""How often a file may be set tighter than it is by itself; `parts.typ` says what changes."""
_FEW = 4
_SAVED = 1 / 4
"""Of a sheet, what the tightest setting saves at most; where the last one is fuller than all before it may save, it is
not tried."""
_SHEET = re.compile(rb"/Type ?/Page\b")


def made(template: str, content: dict[str, Any], **options: Any) -> bytes:
    """What Typst makes of a template of `print/`; a PDF on as few sheets as a little less room between the lines, then
    a slightly smaller letter, allow.

    So no last sheet holds but the few lines that the one before had no room for. A book of many sheets stays as it is.
    """
    loose = _compiled(template, content | {"tight": 0}, options)
    if options["format"] != "pdf" or not 1 < sheets(loose) <= _FEW or _filled() > _SAVED * (sheets(loose) - 1):
        return loose
    tightest = _compiled(template, content | {"tight": TIGHTEST}, options)  # most often it does not help either
    if sheets(tightest) == sheets(loose):
        return loose
    between = (_compiled(template, content | {"tight": tight}, options) for tight in range(1, TIGHTEST))
    return next((one for one in between if sheets(one) < sheets(loose)), tightest)


def sheets(pdf: bytes) -> int:
    """The sheets of a PDF file."""
    return len(_SHEET.findall(pdf))


def _compiled(template: str, content: dict[str, Any], options: dict[str, Any]) -> bytes:
    inputs = {"content": json.dumps(content, ensure_ascii=False)}
    done = _compiler().compile(TEMPLATES / template, sys_inputs=inputs, **options)
    if not isinstance(done, bytes):
        raise ValueError(f"{template}: more than one sheet")
    return done


def _filled() -> float:
    """How much of the last sheet is full, of the file that was set last; all of it where the template does not say."""
    said = json.loads(_compiler().query("<filled>", field="value"))
    return float(said[0]) if said else 1.0


@cache
def _compiler() -> typst.Compiler:
    """One for all files of a process: it knows the fonts and the templates then."""
    import typst

    return typst.Compiler(root=TEMPLATES, ignore_system_fonts=True)


def main() -> None:
    for line in sys.stdin.buffer:
        try:
            asked = json.loads(line)
            answer, sign = made(asked["template"], asked["content"], **asked["options"]), 1
        except Exception as error:
            answer, sign = f"{type(error).__name__}: {error}".encode(), -1
        sys.stdout.buffer.write(f"{sign * len(answer)}\n".encode() + answer)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
