"""The downloads as DCAT describes them, so that portals of open data gather them by themselves (CKAN, data.europa.eu).

Addresses are whole where that of the site is known. Else they begin at this file, as JSON-LD reads them: the folder can
be carried about, but no portal can gather it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..derive.programme import Programme
from ..history.change_log import Log
from ..history.git import Version
from ..pages import addresses
from . import catalogue
from .akoma_ntoso.xml import NAMESPACE
from .catalogue import DCAT as FILE

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LANGUAGE = {"@id": "http://id.loc.gov/vocabulary/iso639-1/vi"}
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_DATES = {len("2024"): "xsd:gYear", len("2024-01"): "xsd:gYearMonth", len("2024-01-31"): "xsd:date"}

Node = dict[str, Any]


@dataclass(frozen=True)
class Site:
    """What the plan does not say: the site's name, its address on the web or "", and what Git knows of the data."""

    name: str
    address: str
    version: Version
    log: Log

    def file(self, name: str) -> Node:
        """Where a download is."""
        return {"@id": f"{self.address}{addresses.DATA}/{name}" if self.address else name}

    def here(self, name: str) -> str:
        """The address of a part of the description."""
        return f"{self.file(FILE)['@id'] if self.address else ''}#{name}"

    @property
    def page(self) -> Node:
        """The page that lists the downloads."""
        return {"@id": f"{self.address or '../'}{addresses.DATA}.html"}


def described(programme: Programme, site: Site, contents: Mapping[str, bytes], text: str = "") -> bytes:
    """The file: a catalogue of one data set, whose distributions are the downloads.

    `contents`: name of a download -> its bytes. Of this file itself neither size nor hash can be told in it.
    `text`: the name of the source as text.
    """
    dataset = _dataset(programme, site)
    dataset["dcat:distribution"] = [
        _distribution(programme, site, one, contents.get(one[0])) for one in catalogue.files(programme, text)
    ]
    found = {
        "@context": CONTEXT,
        "@id": site.here("danh-muc"),
        "@type": "dcat:Catalog",
        "dct:title": in_vietnamese(f"Dữ liệu mở: {programme.plan.short_title}"),
        "dct:description": in_vietnamese(f"Các tệp dữ liệu của trang web “{site.name}”."),
        "dct:language": LANGUAGE,
        "dct:publisher": _publisher(site),
        **_dates(site),
        **({"foaf:homepage": {"@id": site.address}} if site.address else {}),
        "dcat:dataset": dataset,
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _dataset(programme: Programme, site: Site) -> Node:
    plan = programme.plan
    issuer, place = programme.agencies[plan.agency], programme.places[plan.place]
    id = site.here("bo-du-lieu")
    return {
        "@id": id,
        "@type": "dcat:Dataset",
        "dct:identifier": id,
        "dct:title": in_vietnamese(plan.short_title),
        "dct:description": in_vietnamese(catalogue.description(programme)),
        "dct:language": LANGUAGE,
        "dct:publisher": _publisher(site),
        "dct:creator": {"@type": "foaf:Organization", "foaf:name": in_vietnamese(issuer.name)},
        "dct:spatial": {"@type": "dct:Location", "skos:prefLabel": in_vietnamese(place.name)},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": dated(plan.period.start),
            "dcat:endDate": dated(plan.period.end),
        },
        "dcat:keyword": [in_vietnamese(one.name) for one in plan.programmes],
        "dcat:landingPage": site.page,
        "dcat:version": site.version.id,
        **_dates(site),
        **_terms(programme),
        **_rights(programme),
        **_contact(programme, site),
    }


def _distribution(programme: Programme, site: Site, one: tuple[str, str, str], content: bytes | None) -> Node:
    name, media_type, title = one
    whole = {f"{catalogue.NAME}.json": site.file(f"{catalogue.NAME}.schema.json"), catalogue.AKN: {"@id": NAMESPACE}}
    return {
        "@id": site.here(name),
        "@type": "dcat:Distribution",
        "dct:title": in_vietnamese(title),
        "dct:description": in_vietnamese(name),
        "dct:language": LANGUAGE,
        "dcat:accessURL": site.page,
        "dcat:downloadURL": site.file(name),
        "dcat:mediaType": {"@id": f"{MEDIA_TYPES}{media_type}"},
        "dct:format": _format(name),
        **({"dct:conformsTo": whole[name]} if name in whole else {}),
        **_terms(programme),
        **(_measured(content) if content is not None else {}),
    }


def _measured(content: bytes) -> Node:
    return {
        "dcat:byteSize": {"@value": str(len(content)), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": hashlib.sha256(content).hexdigest(), "@type": "xsd:hexBinary"},
        },
    }


def _format(name: str) -> str:
    """What portals call a kind of file: "CSV", "JSON-LD"."""
    ending = name.rpartition(".")[2].upper()
    return "JSON-LD" if ending == "JSONLD" else ending


def _publisher(site: Site) -> Node:
    """Who publishes is the site; who issued the plan is its creator."""
    home = {"foaf:homepage": {"@id": site.address}} if site.address else {}
    return {"@id": site.here("noi-dang"), "@type": "foaf:Agent", "foaf:name": in_vietnamese(site.name), **home}


def _contact(programme: Programme, site: Site) -> Node:
    contact = programme.plan.contact
    if not contact:
        return {}
    way = "vcard:hasEmail" if contact.startswith("mailto:") else "vcard:hasURL"
    return {"dcat:contactPoint": {"@type": "vcard:Kind", "vcard:fn": in_vietnamese(site.name), way: {"@id": contact}}}


def _terms(programme: Programme) -> Node:
    licence = programme.plan.licence
    return {"dct:license": {"@id": licence.url} if licence.url else in_vietnamese(licence.name)} if licence else {}


def _rights(programme: Programme) -> Node:
    """What the licence is for, in the words of the data."""
    licence = programme.plan.licence
    if not (licence and licence.note):
        return {}
    return {"dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": in_vietnamese(licence.note)}}


def _dates(site: Site) -> Node:
    """When the data came out and when it was last changed, as far as Git knows."""
    first, last = site.log.since if site.log.complete else None, site.version.date
    return {
        **({"dct:issued": dated(first)} if first else {}),
        **({"dct:modified": dated(last)} if last else {}),
    }


def dated(iso: str) -> Node:
    """An ISO day, month or year, with its type."""
    return {"@value": iso, "@type": _DATES[len(iso)]}


def in_vietnamese(text: str) -> Node:
    """A text with its language."""
    return {"@value": text, "@language": "vi"}
