"""What the plan's words name: each body, group, place, document in the file's list of references, once."""

from __future__ import annotations

from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from ...derive.programme import Programme
from ...load.registries import Agency, Document
from ...load.vocabulary import AgencyKind
from ...vietnamese.slugs import slugify
from .identity import COUNTRY, EDITOR, cited_work
from .xml import element


class _Kind(NamedTuple):
    """The element for words that name one, the element that lists it, how its eId begins."""

    words: str
    listed: str
    one: str

    @property
    def kind(self) -> str:
        """Its class among the things that are no documents."""
        return self.listed.removeprefix("TLC").lower()


_KINDS = {
    "agencies": _Kind("organization", "TLCOrganization", "agency"),
    "groups": _Kind("term", "TLCConcept", "group"),
    "concepts": _Kind("term", "TLCTerm", "concept"),
    "places": _Kind("location", "TLCLocation", "place"),
    "documents": _Kind("ref", "TLCReference", "document"),
    "indicators": _Kind("quantity", "TLCConcept", "indicator"),
    "units": _Kind("quantity", "TLCConcept", "unit"),
    "people": _Kind("person", "TLCPerson", "person"),
}
"""Registry -> how its things are told of."""
_OFFICE = _Kind("role", "TLCRole", "office")


class Ontology:
    """The references of a file, in the order in which the words name them first."""

    def __init__(self, programme: Programme):
        self._programme = programme
        self._registries: dict[str, dict[str, Any]] = {
            "agencies": programme.agencies,
            "groups": programme.groups,
            "places": programme.places,
            "documents": programme.documents,
            "concepts": {one.id: one for one in programme.data.concepts},
        }
        self._listed: dict[str, Element] = {}

    def record(self, registry: str, id: str) -> Any:
        """What an id stands for; None where this file lists nothing of the registry."""
        return self._registries.get(registry, {}).get(id)

    def named(self, registry: str, record: Any) -> tuple[str, dict[str, str]]:
        """The element for words that name a record, with its attributes."""
        reference = self.refer(registry, record.id, record.name, record)
        where = {"href": cited_work(record) or reference} if isinstance(record, Document) else {}
        return self._kind(registry, record).words, {**where, "refersTo": reference}

    def refer(self, registry: str, id: str, name: str, record: Any = None) -> str:
        """The reference to a thing, which is listed from now on."""
        kind = self._kind(registry, record)
        eid = f"{kind.one}_{slugify(id)}"
        if eid not in self._listed:
            work = cited_work(record) if isinstance(record, Document) else ""
            href = work or _entity(kind.kind, self._programme.plan.place, kind.one, slugify(id))
            what = slugify(record.kind.label) if isinstance(record, Document) else ""
            self._listed[eid] = element(kind.listed, eId=eid, href=href, showAs=name, name=what)
        return f"#{eid}"

    @staticmethod
    def _kind(registry: str, record: Any) -> _Kind:
        return _OFFICE if isinstance(record, Agency) and record.kind is AgencyKind.OFFICE else _KINDS[registry]

    def references(self) -> Element:
        """The list, with who made the file first."""
        site = _entity("organization", self._programme.plan.place, "trang-web")
        ours = "Trang web này, không phải cơ quan ban hành"
        editor = element("TLCOrganization", eId=EDITOR[1:], href=site, showAs=ours)
        return element("references", editor, *self._listed.values(), source=EDITOR)


def _entity(kind: str, *id: str) -> str:
    """The address of what is no document: its class, then an id of the country's that no other of the class has."""
    return f"/akn/ontology/{kind}/{'.'.join((COUNTRY, *id))}"
