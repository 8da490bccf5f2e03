"""Whether every word of the document stands in the written YAML."""

from __future__ import annotations

import difflib
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from drafted.held import Held
from drafted.letters import bare

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HIDDEN = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText"}


def share(
    document: Iterable[str], held: Held, raw: Iterable[str] = (), notes: Iterable[str] = ()
) -> tuple[float, list[str]]:
    """The share of a document's words that the draft holds in order, and the lost ones.

    `document`: its words as the reader gave them; `raw`: as they stand in the file, which tells what the reader
    itself lost, in whatever order. The smaller share counts. What stands in the letterhead, beside the signature or
    among the recipients has no order between its two columns, nor has the head of a table of which two rows became
    one; `notes`, the words of the footnotes, may stand anywhere.
    """
    want = _letters(document)
    have = _letters(one.text for one in held.pieces)
    loose = Counter(_letters(one.text for one in held.pieces if one.kind in ("head", "end", "columns")))
    matcher = difflib.SequenceMatcher(None, want, have, autojunk=False)
    lost: list[str] = []
    used: set[int] = set()
    at = 0
    for block in matcher.get_matching_blocks():
        lost += want[at : block.a]
        used.update(range(block.b, block.b + block.size))
        at = block.a + block.size
    free = Counter(word for index, word in enumerate(have) if index not in used)
    below = _letters(notes)
    without_place = Counter(below) - free
    loose &= free
    really = list(without_place.elements())
    for word in lost:
        if loose[word] > 0:
            loose[word] -= 1
        else:
            really.append(word)
    kept = 1 - len(really) / (len(want) + len(below)) if want else 1.0
    unread = Counter(_letters(raw)) - Counter(have)
    total = sum(1 for _ in _letters(raw)) if unread else 1
    read = 1 - unread.total() / total
    return (kept, really) if kept <= read else (read, list(unread.elements()))


def raw_words(path: Path, furniture: Iterable[str] = ()) -> list[str]:
    """The words of a .docx or .txt as they stand in the file; of others none."""
    if path.suffix == ".docx":
        return _docx(path)
    if path.suffix != ".txt":
        return []
    text = re.sub(r"(?<=\w)-[ \t]*\n\s*(?=[^\W\d_])", "-", path.read_text(encoding="utf-8-sig"))  # 15/TTr-⏎PVHXH
    lines = text.splitlines()
    of_pages = {bare(one) for one in furniture}
    return [
        word
        for line in lines
        if bare(line) not in of_pages and not re.fullmatch(r"\s*\d+\s*", line)
        for word in line.split()
    ]


def _docx(path: Path) -> list[str]:
    """Of the body and the footnotes, without what was deleted or is a field's code."""
    words: list[str] = []

    def walk(element: ElementTree.Element, text: list[str]) -> None:
        if element.tag in _HIDDEN:
            return
        if element.tag == f"{_W}t":
            text.append(element.text or "")
        elif element.tag in (f"{_W}tab", f"{_W}br"):
            text.append(" ")
        for child in element:
            walk(child, text)
        if element.tag == f"{_W}p":
            text.append(" ")

    with zipfile.ZipFile(path) as file:
        for name in ("word/document.xml", "word/footnotes.xml"):
            if name in file.namelist():
                text: list[str] = []
                walk(ElementTree.fromstring(file.read(name)), text)
                words += "".join(text).split()
    return words


def _letters(texts: Iterable[str]) -> list[str]:
    """Words without the marks at their edges; dashes and the like are none."""
    return [word for text in texts for word in (_edges(one) for one in text.split()) if word]


def _edges(word: str) -> str:
    """A word as it is compared: without a footnote's mark, "tháng 3" like "tháng 03"."""
    bare_word = re.sub(r"^[\W_]+|[\W_]+$", "", unicodedata.normalize("NFC", word)).casefold()
    bare_word = re.sub(r"(?<=[^\W\d_])[”\"’')]?\d{1,2}$", "", bare_word)
    return bare_word.lstrip("0") or bare_word if bare_word.isdigit() else bare_word
