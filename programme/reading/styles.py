"""What the styles of a .docx give to paragraphs and runs: bold, size, indent, lists, what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from .wordml import TWIPS, on, val, w, whole

_SEEN = ("rStyle", "b", "i", "u", "vanish", "specVanish", "sz")
"""All of a run that its face is made of."""


@dataclass(frozen=True)
class Face:
    """How a run looks."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    hidden: bool = False
    size: float | None = None


PLAIN = Face()


class Styles:
    """The styles of a document; every question about a run or a paragraph looks there last."""

    def __init__(self, root: Element | None):
        self._styles: dict[str, Element] = {}
        self._default: dict[str, str] = {}
        self._faces: dict[tuple[str | None, ...], Face] = {}
        self._run_defaults: Element | None = None
        self._paragraph_defaults: Element | None = None
        if root is None:
            return
        self._run_defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self._paragraph_defaults = root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}")
        for style in root.findall(w("style")):
            name = style.get(w("styleId"), "")
            self._styles.setdefault(name, style)
            if style.get(w("default")) in ("1", "true", "on"):
                self._default.setdefault(style.get(w("type"), "paragraph"), name)

    def chain(self, name: str | None, kind: str = "paragraph") -> Iterator[Element]:
        """A style and those it is based on, the nearest first; the default one where none is named."""
        seen: set[str] = set()
        name = name if name in self._styles else self._default.get(kind)
        while name and name not in seen and len(seen) < 50:
            seen.add(name)
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = val(style, "basedOn")

    def paragraph(self, properties: Element | None) -> list[Element]:
        """All that says something of a paragraph (`pPr`), the strongest first."""
        found = [properties] if properties is not None else []
        found += [
            inner for style in self.chain(val(properties, "pStyle")) if (inner := style.find(w("pPr"))) is not None
        ]
        return found if self._paragraph_defaults is None else [*found, self._paragraph_defaults]

    def face(self, run: Element | None, paragraph: Element | None) -> Face:
        """How a run with these properties (`rPr`) looks in a paragraph with those (`pPr`)."""
        said = {child.tag: child.get(w("val"), "") for child in run} if run is not None else {}
        key = (val(paragraph, "pStyle"), *(said.get(w(name)) for name in _SEEN))
        if key not in self._faces:
            self._faces[key] = self._face(run, paragraph)
        return self._faces[key]

    def _face(self, run: Element | None, paragraph: Element | None) -> Face:
        own = [run] if run is not None else []
        named = val(run, "rStyle")
        of_run = [i for s in (self.chain(named, "character") if named else ()) if (i := s.find(w("rPr"))) is not None]
        of_paragraph = [i for s in self.chain(val(paragraph, "pStyle")) if (i := s.find(w("rPr"))) is not None]
        last = [self._run_defaults] if self._run_defaults is not None else []

        def toggle(name: str) -> bool:
            for place in own:
                if (direct := on(place, name)) is not None:
                    return direct
            # a style of letters inside a style of paragraphs turns it round
            said = [
                next((s for p in places if (s := on(p, name)) is not None), None) for places in (of_run, of_paragraph)
            ]
            if said == [None, None]:
                return any(on(place, name) or False for place in last)
            return bool(said[0]) != bool(said[1])

        everywhere = (*own, *of_run, *of_paragraph, *last)
        size = next((s for place in everywhere if (s := val(place, "sz")) is not None), None)
        stroke = next((s for place in everywhere if (s := val(place, "u")) is not None), "none")
        return Face(
            bold=toggle("b"),
            italic=toggle("i"),
            underlined=stroke != "none",
            hidden=toggle("vanish") or toggle("specVanish"),
            size=whole(size) / 2 if size else None,
        )

    def borders(self, name: str | None) -> Element | None:
        """The lines that a table's style draws."""
        for style in self.chain(name, "table"):
            if (found := style.find(f"{w('tblPr')}/{w('tblBorders')}")) is not None:
                return found
        return None

    def list_of(self, name: str) -> str | None:
        """The list that a style of lists stands for (`numId`)."""
        style = self._styles.get(name)
        return val(style.find(f"{w('pPr')}/{w('numPr')}"), "numId") if style is not None else None


def indent(places: list[Element]) -> float | None:
    """Where the first line begins, in points: each part is said by the nearest that says it."""
    found: dict[str, int] = {}
    for place in places:
        ind = place.find(w("ind"))
        if ind is None:
            continue
        for names, key in ((("left", "start"), "left"), (("firstLine",), "first"), (("hanging",), "hanging")):
            said = next((ind.get(w(name)) for name in names if ind.get(w(name)) is not None), None)
            if said is not None and key not in found and not (key == "first" and "hanging" in found):
                found[key] = whole(said)
    if not found:
        return None
    first = -found["hanging"] if "hanging" in found else found.get("first", 0)
    return (found.get("left", 0) + first) / TWIPS
