"""What a person needs to read of a builder's output."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PROGRESS = ("INFO", "[macros]", "```", "The above exception", "During handling of")
_WHERE = re.compile(r'  File "(?!.*/lib/python|<)')
_LABEL = re.compile(r"^(?:WARNING +-  \[macros\] - ERROR # )?_([^_]+)_(?=:? |$)")


def essence(output: str) -> str:
    """A failed build's output without its progress lines; of a traceback the place in our own files and the error."""
    return re.sub(r"\n{2,}", "\n", "\n".join(_essential(output))).strip().removeprefix("Error: ")


def _essential(output: str) -> Iterator[str]:
    said: set[str] = set()
    place, tracing = "", False
    for line in output.splitlines():
        if line.startswith("Traceback "):
            place, tracing = "", True
        elif tracing and line.startswith(" "):
            place = line if _WHERE.match(line) else place
        elif tracing:
            tracing = False
            if line not in said:
                yield f"{line}\n{place}"
        elif not line.startswith(_PROGRESS):
            line = _LABEL.sub(r"\1", line)
            said.add(line)
            yield line
