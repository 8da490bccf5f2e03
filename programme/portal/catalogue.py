"""What others gather: one DCAT catalogue of all plans, an Atom feed of new and changed ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote, urljoin
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from ..opendata import catalogue, dcat
from ..opendata.dcat import Node, dated, in_vietnamese
from ..vietnamese import formats
from .atlas import Atlas, Held
from .listing import DATA, Listing

DCAT, FEED = f"du-lieu/{catalogue.DCAT}", "moi.xml"
_MOST = 100
"""Plans that the feed tells of."""
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILES = (
    (f"{catalogue.NAME}.json", "application/json", "JSON"),
    (f"{catalogue.NAME}.xlsx", _XLSX, "XLSX"),
    (catalogue.AKN, "application/akn+xml", "XML"),
    ("datapackage.json", "application/json", "JSON"),
)
"""Downloads that the site of every plan has."""


def described(atlas: Atlas, listing: Listing) -> bytes:
    """The catalogue: a data set for each plan. Relative addresses begin at this file, in `du-lieu/`."""
    found = {
        "@context": dcat.CONTEXT,
        "@id": f"{listing.address}{DCAT}#danh-muc" if listing.address else "#danh-muc",
        "@type": "dcat:Catalog",
        "dct:title": in_vietnamese(f"Dữ liệu mở: {listing.title}"),
        "dct:language": dcat.LANGUAGE,
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": in_vietnamese(listing.title)},
        **({"foaf:homepage": {"@id": listing.address}} if listing.address else {}),
    }
    sets = ",\n".join(json.dumps(_dataset(held, listing), ensure_ascii=False) for held in atlas.plans)
    return f'{json.dumps(found, ensure_ascii=False, indent=1)[:-2]},\n "dcat:dataset": [\n{sets}\n]}}\n'.encode()


def _dataset(held: Held, listing: Listing) -> Node:
    plan = held.plan
    base = _from_data(held, listing)
    licence = {"@id": plan.licence_url} if plan.licence_url else in_vietnamese(plan.licence)
    return {
        "@id": f"{base}{DATA}/{catalogue.DCAT}#bo-du-lieu",
        "@type": "dcat:Dataset",
        "dct:identifier": held.known.entry.key,
        "dct:title": in_vietnamese(plan.title),
        "dct:language": dcat.LANGUAGE,
        "dct:creator": {"@type": "foaf:Organization", "foaf:name": in_vietnamese(plan.issuer)},
        "dct:spatial": {
            "@type": "dct:Location",
            "skos:prefLabel": in_vietnamese(", ".join(one.name for one in plan.spots)),
        },
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": dated(plan.start),
            "dcat:endDate": dated(plan.end),
        },
        "dcat:keyword": [in_vietnamese(one.name) for one in plan.programmes],
        "dcat:landingPage": {"@id": f"{base}{DATA}.html"},
        "dcat:version": plan.version,
        **({"dct:modified": dated(plan.date)} if plan.date else {}),
        **({"dct:license": licence} if plan.licence else {}),
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:title": in_vietnamese(name),
                "dcat:downloadURL": {"@id": f"{base}{DATA}/{name}"},
                "dcat:mediaType": {"@id": f"{dcat.MEDIA_TYPES}{kind}"},
                "dct:format": form,
            }
            for name, kind, form in _FILES
        ],
    }


def _from_data(held: Held, listing: Listing) -> str:
    """Where the plan's site is, seen from `du-lieu/` of the portal."""
    if not held.local:
        return held.base
    return urljoin(listing.address, held.base) if listing.address else f"../{held.base}"


def feed(atlas: Atlas, listing: Listing) -> bytes:
    """New and changed plans, the newest first, by the day on which the portal first read them."""
    news = sorted(atlas.plans, key=lambda one: (one.known.seen, one.known.entry.key), reverse=True)[:_MOST]
    updated = news[0].known.seen if news else "1970-01-01"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
        f"<id>urn:uuid:{uuid5(NAMESPACE_URL, f'{listing.address} {listing.title}')}</id>",
        f"<title>{escape(listing.title)}: Kế hoạch mới và vừa thay đổi</title>",
        f"<updated>{updated}T00:00:00Z</updated>",
        f"<author><name>{escape(listing.title)}</name></author>",
    ]
    if listing.address:
        lines.append(f'<link rel="self" href={quoteattr(listing.address + FEED)}/>')
    for held in news:
        lines += _entry(held, listing)
    return "\n".join([*lines, "</feed>", ""]).encode()


def _entry(held: Held, listing: Listing) -> Iterator[str]:
    plan, known = held.plan, held.known
    base = urljoin(listing.address, held.base) if held.local and listing.address else held.base
    yield "<entry>"
    yield f"<id>urn:uuid:{uuid5(NAMESPACE_URL, f'{known.entry.key} {plan.digest}')}</id>"
    yield f"<title>{'Mới' if known.new else 'Có thay đổi'}: {escape(plan.title)}</title>"
    yield f"<updated>{known.seen}T00:00:00Z</updated>"
    yield f'<link rel="alternate" href={quoteattr(quote(base, safe=":/.%-_~") + "index.html")}/>'
    place = ", ".join(one.name for one in plan.spots)
    version = f"bản dữ liệu {plan.version}" + (f", ngày {formats.date(plan.date)}" if plan.date else "")
    yield f'<content type="text">{escape(f"{place}, {held.period}; {version}.")}</content>'
    yield "</entry>"
