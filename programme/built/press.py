"""Typst in a process of its own: what it keeps in memory, some megabytes a sheet, goes with it.

Run as a script. A line on standard input is a JSON text, {template, content, options}; the answer is a line with a
number of bytes, and these: what was made. A negative number: why it was not.
"""

from __future__ import annotations

import json
import re
import sys
from functools import partial
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).resolve().parent / "print"
TIGHTEST = 2
"""How often a file may be set tighter than it is by itself; `parts.typ` says what changes."""
_FEW = 4
_SHEET = re.compile(rb"/Type ?/Page\b")


def made(template: str, content: dict[str, Any], **options: Any) -> bytes:
    """What Typst makes of a template of `print/`; a PDF on as few sheets as a little less room between the lines, then
    a slightly smaller letter, allow.

    So no last sheet holds but the line or two that the one before had no room for. A book of many sheets stays as it
    is.
    """
    first, *tighter = (
        partial(_compiled, template, content | {"tight": tight}, options) for tight in range(TIGHTEST + 1)
    )
    loose = first()
    if options["format"] != "pdf" or not 1 < sheets(loose) <= _FEW:
        return loose
    return next((closer for closer in (one() for one in tighter) if sheets(closer) < sheets(loose)), loose)


def sheets(pdf: bytes) -> int:
    """The sheets of a PDF file."""
    return len(_SHEET.findall(pdf))


def _compiled(template: str, content: dict[str, Any], options: dict[str, Any]) -> bytes:
    import typst

    done = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        ignore_system_fonts=True,
        sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
        **options,
    )
    if not isinstance(done, bytes):
        raise ValueError(f"{template}: more than one sheet")
    return done


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
