"""Elements of Akoma Ntoso: made in a line, named by its naming convention, written so that words stay apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_MIXED = {"p", "num", "heading", "caption"}
"""Elements that hold words: white space in them is the plan's."""
_SHORT = {
    "article": "art",
    "attachment": "att",
    "blockList": "list",
    "citation": "cit",
    "citations": "cits",
    "paragraph": "para",
    "section": "sec",
    "subsection": "subsec",
}
"""Elements that the naming convention shortens in an eId."""
_ONE_OF_A_KIND = {"preface", "preamble", "conclusions", "content", "intro", "num", "heading", "caption"}
"""Elements that stand once where they stand: they take no number."""
_UNNAMED = {"statement", "doc", "mainBody", "attachments", "eol", "noteRef"}
"""Elements without an eId of their own."""
_NO_CONTEXT = {"content"}
"""Elements whose parts are counted in what stands around them: "sec_12__p_3"."""
_IN_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(tag: str, *children: Element | str, **attributes: str) -> Element:
    """An element with what it holds. Attributes without a value are left out."""
    made = Element(tag, {name: value for name, value in attributes.items() if value})
    fill(made, children)
    return made


def fill(parent: Element, children: Iterable[Element | str]) -> None:
    """Add elements and words to an element."""
    for one in children:
        if isinstance(one, Element):
            parent.append(one)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + one
        else:
            parent.text = (parent.text or "") + one


def broken(lines: Iterable[str]) -> list[Element | str]:
    """Lines of one text: each after the first behind a mark of its own."""
    found: list[Element | str] = []
    for line in lines:
        found += [element("eol"), " ", line] if found else [line]
    return found


def name_all(document: Element) -> None:
    """Give every part an eId: those of what it stands in, its kind, its number or which one of its kind it is.

    An element that has its number already holds it in `eId`.
    """
    _name(document, "", Counter())


def _name(parent: Element, above: str, met: Counter[str]) -> None:
    for one in parent:
        own = above
        if one.tag == "meta":
            continue
        if one.tag not in _UNNAMED:
            own = one.attrib["eId"] = _unlike(_own(one, above, met), met)
            one.attrib = {"eId": own, **{key: value for key, value in one.attrib.items() if key != "eId"}}
        _name(one, above if one.tag in _NO_CONTEXT else own, met)


def _own(one: Element, above: str, met: Counter[str]) -> str:
    kind = f"{above}__{_SHORT.get(one.tag, one.tag)}".removeprefix("__")
    if number := one.get("eId"):
        return f"{kind}_{number}"
    if one.tag in _ONE_OF_A_KIND:
        return kind
    met[f"{kind} "] += 1
    return f"{kind}_{met[f'{kind} ']}"


def _unlike(name: str, met: Counter[str]) -> str:
    """A second part of the same name has its place behind it."""
    met[name] += 1
    return name if met[name] == 1 else f"{name}_{met[name]}"


def written(document: Element) -> bytes:
    """The file: each part on a line of its own; a character that XML knows not is the mark of a lost one."""
    root = Element("akomaNtoso", {"xmlns": NAMESPACE})
    root.append(document)
    _apart(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_IN_NO_XML.sub("�", text)}\n'.encode()


def _apart(parent: Element) -> None:
    if parent.tag in _MIXED or not len(parent):
        return
    parent.text = "\n"
    for one in parent:
        one.tail = "\n"
        _apart(one)
