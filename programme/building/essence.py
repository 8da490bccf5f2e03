"""What a person needs to read of a builder's output."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .reasons import told

_PROGRESS = ("INFO", "[macros]", "```", "The above exception", "During handling of")
_LIBRARY = r".*[\\/]lib[\\/](?:python|site-packages)|.*[\\/]python[^\\/]*[\\/]lib[\\/]|<"
_WHERE = re.compile(rf'(?i)  File "(?!{_LIBRARY})')
_LABEL = re.compile(r"^(?:WARNING +-  \[macros\] - ERROR # )?_([^_]+)_(?=:? |$)")
_UNWRITTEN = re.compile(r"ERROR +-  Error building page '[^']*': \[Errno \d+\]")
"""The reason follows, with what can be done."""
_OF_MKDOCS = (
    (r"WARNING +-  Doc file '(.+?)' contains a link '(.+?)', but there is no such anchor on this page\..*",
     r'docs/\1: liên kết "\2" không có chỗ tới trong trang này.'),
    (r"WARNING +-  Doc file '(.+?)' contains a link '(.+?)', but the doc '(.+?)' does not contain an anchor '.+?'\..*",
     r'docs/\1: liên kết "\2" không có chỗ tới trong trang docs/\3.'),
    (r"Aborted with (\d+) warnings? in strict mode!", r"Dừng lại: \1 chỗ cần sửa."),
)  # fmt: skip
"""What MkDocs says of a page that only it can know, and the same in Vietnamese."""


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
            if why := told(line):  # a full disk: no fault of the code, so its place says nothing
                yield why
            elif line not in said:
                yield f"{line}\n{place}"
        elif not line.startswith(_PROGRESS) and not _UNWRITTEN.match(line):
            line = _LABEL.sub(r"\1", line)
            for english, vietnamese in _OF_MKDOCS:
                line = re.sub(english, vietnamese, line)
            said.add(line)
            yield line
