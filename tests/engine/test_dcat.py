"""What describes the downloads for portals of open data, read with rdflib as they read it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, SKOS
from rdflib.term import Node
from support import SECOND, SITE_URL

from programme import Programme
from programme.history.change_log import Log
from programme.history.git import Version
from programme.opendata import dcat

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # what it calls of its own
FILES = f"{SITE_URL}du-lieu/"
CATALOGUE, DATASET = (URIRef(f"{FILES}dcat.jsonld#{name}") for name in ("danh-muc", "bo-du-lieu"))
DCAT = Namespace("http://www.w3.org/ns/dcat#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")


@pytest.fixture(scope="module")
def graph(site: Path) -> Graph:
    return Graph().parse(data=(site / "du-lieu/dcat.jsonld").read_bytes(), format="json-ld")


def vi(text: str) -> Literal:
    return Literal(text, lang="vi")


def made(programme: Programme, address: str, version: Version, log: Log, text: str = "") -> bytes:
    """The description of two files that are there."""
    site = dcat.Site("Trang thử", address, version, log)
    return dcat.described(programme, site, {"ke-hoach.json": b"{}", "money.csv": b"1"}, text)


def read(content: bytes, base: str | None = None) -> Graph:
    return Graph().parse(data=content, format="json-ld", publicID=base)


def of(graph: Graph, subject: Node, *path: URIRef) -> Node | None:
    """The value at the end of a path."""
    for step in path:
        subject = graph.value(subject, step, any=False)
    return subject


def test_a_catalogue_has_one_data_set(graph: Graph):
    """Title, description, language, licence, place and years of the plan; who issued it, who publishes the site."""
    assert set(graph.subjects(RDF.type, DCAT.Catalog)) == {CATALOGUE}
    assert set(graph.objects(CATALOGUE, DCAT.dataset)) == set(graph.subjects(RDF.type, DCAT.Dataset)) == {DATASET}
    title = "Kế hoạch thử giai đoạn 2026 - 2030 của xã Minh Họa"
    assert of(graph, CATALOGUE, DCTERMS.title) == vi(f"Dữ liệu mở: {title}")
    assert of(graph, DATASET, DCTERMS.title) == vi(title)
    assert str(of(graph, DATASET, DCTERMS.description)).startswith(f"Toàn bộ dữ liệu của {title}: toàn văn theo mục")
    assert of(graph, DATASET, DCTERMS.language) == URIRef("http://id.loc.gov/vocabulary/iso639-1/vi")
    licence = URIRef("https://creativecommons.org/publicdomain/zero/1.0/deed.vi")
    assert of(graph, DATASET, DCTERMS.license) == licence
    assert of(graph, DATASET, DCTERMS.spatial, SKOS.prefLabel) == vi("xã Minh Họa")
    assert of(graph, DATASET, DCTERMS.temporal, DCAT.startDate) == Literal("2026", datatype=XSD.gYear)
    assert of(graph, DATASET, DCTERMS.temporal, DCAT.endDate) == Literal("2030", datatype=XSD.gYear)
    assert of(graph, DATASET, DCTERMS.creator, FOAF.name) == vi("UBND xã")
    assert of(graph, DATASET, DCTERMS.publisher, FOAF.name) == of(graph, CATALOGUE, DCTERMS.publisher, FOAF.name)
    assert of(graph, DATASET, DCTERMS.publisher, FOAF.homepage) == URIRef(SITE_URL)
    assert of(graph, DATASET, DCAT.contactPoint, VCARD.hasEmail) == URIRef("mailto:gop-y@minh-hoa.example")
    assert of(graph, DATASET, DCAT.landingPage) == URIRef(f"{SITE_URL}du-lieu.html")
    assert set(graph.objects(DATASET, DCAT.keyword)) == {
        vi("Chương trình giảm nghèo thử"), vi("Chương trình nông thôn mới thử"),
    }  # fmt: skip


def test_the_site_publishes_under_its_own_name(graph: Graph):
    """The publisher is called as mkdocs.yml calls the site, not as the body that issued the plan."""
    (line,) = (one for one in (SECOND / "mkdocs.yml").read_text(encoding="utf-8").splitlines() if "site_name:" in one)
    assert of(graph, CATALOGUE, DCTERMS.publisher, FOAF.name) == vi(line.partition(": ")[2])


def test_every_download_is_a_distribution(graph: Graph, pages: dict[str, BeautifulSoup]):
    """Those that /du-lieu links, no other, each with that page and its own address."""
    linked = {a["href"].removeprefix("du-lieu/") for a in pages["du-lieu.html"].select('a[href^="du-lieu/"]')}
    ones = set(graph.objects(DATASET, DCAT.distribution))
    assert {str(of(graph, one, DCAT.downloadURL)).removeprefix(FILES) for one in ones} == linked
    assert len(ones) == len(linked) > 30
    assert {of(graph, one, DCAT.accessURL) for one in ones} == {URIRef(f"{SITE_URL}du-lieu.html")}
    assert set(graph.subjects(RDF.type, DCAT.Distribution)) == ones


def test_every_distribution_is_the_file_that_is_there(graph: Graph, site: Path):
    """Size and hash are the file's; only the description cannot tell its own."""
    told = 0
    for one in graph.objects(DATASET, DCAT.distribution):
        name = str(of(graph, one, DCAT.downloadURL)).removeprefix(FILES)
        content = (site / "du-lieu" / name).read_bytes()
        if name == "dcat.jsonld":
            assert of(graph, one, DCAT.byteSize) is None and of(graph, one, SPDX.checksum) is None
            continue
        assert of(graph, one, DCAT.byteSize) == Literal(len(content), datatype=XSD.nonNegativeInteger), name
        found = of(graph, one, SPDX.checksum, SPDX.checksumValue)
        assert str(found).lower() == hashlib.sha256(content).hexdigest(), name
        assert of(graph, one, SPDX.checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
        told += 1
    assert told > 30


@pytest.mark.parametrize(
    ("name", "media_type", "form"),
    [
        ("money.csv", "text/csv", "CSV"),
        ("ke-hoach.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
        ("ke-hoach.json", "application/json", "JSON"),
        ("ke-hoach.akn.xml", "application/akn+xml", "XML"),
        ("ke-hoach.ics", "text/calendar", "ICS"),
        ("van-ban-nguon.txt", "text/plain", "TXT"),
        ("dcat.jsonld", "application/ld+json", "JSON-LD"),
    ],
)
def test_each_file_says_its_form(graph: Graph, name: str, media_type: str, form: str):
    """By its media type and by the word that portals know it by."""
    one = URIRef(f"{FILES}dcat.jsonld#{name}")
    assert of(graph, one, DCAT.mediaType) == URIRef(f"https://www.iana.org/assignments/media-types/{media_type}")
    assert of(graph, one, DCTERMS["format"]) == Literal(form)


def test_what_a_file_conforms_to_is_said(graph: Graph):
    """Akoma Ntoso to its standard, the JSON to its schema beside it."""
    akn, whole = (URIRef(f"{FILES}dcat.jsonld#ke-hoach.{end}") for end in ("akn.xml", "json"))
    assert of(graph, akn, DCTERMS.conformsTo) == URIRef("http://docs.oasis-open.org/legaldocml/ns/akn/3.0")
    assert of(graph, whole, DCTERMS.conformsTo) == URIRef(f"{FILES}ke-hoach.schema.json")


def test_days_are_told_as_far_as_git_knows_them(programme: Programme):
    """When the data came out and was last changed: both, or none where the history is cut off or the data is edited."""
    known = read(made(programme, SITE_URL, Version("0123abcd", "2026-02-03"), Log((), "2025-12-24", True)))
    for one in (CATALOGUE, DATASET):
        assert of(known, one, DCTERMS.issued) == Literal("2025-12-24", datatype=XSD.date)
        assert of(known, one, DCTERMS.modified) == Literal("2026-02-03", datatype=XSD.date)
    assert of(known, DATASET, DCAT.version) == Literal("0123abcd")
    unknown = read(made(programme, SITE_URL, Version("0123abcd", None, True), Log((), "2025-12-24", False)))
    assert not list(unknown.subject_objects(DCTERMS.issued)) and not list(unknown.subject_objects(DCTERMS.modified))


def test_without_an_address_it_points_to_what_lies_beside_it(programme: Programme):
    """No site's address is made up: read where it lies, it leads to the files of that folder and to the page above."""
    content = made(programme, "", Version("0123abcd", "2026-02-03"), Log((), None, False))
    assert b"http://ke-hoach" not in content and b"https://ke-hoach" not in content
    graph = read(content, "file:///stick/du-lieu/dcat.jsonld")
    dataset = URIRef("file:///stick/du-lieu/dcat.jsonld#bo-du-lieu")
    assert of(graph, dataset, DCAT.landingPage) == URIRef("file:///stick/du-lieu.html")
    there = {str(of(graph, one, DCAT.downloadURL)) for one in graph.objects(dataset, DCAT.distribution)}
    assert {"file:///stick/du-lieu/money.csv", "file:///stick/du-lieu/dcat.jsonld"} <= there
    assert not list(graph.subject_objects(FOAF.homepage))


def test_the_source_is_a_download_where_there_is_one(programme: Programme):
    """It is described only where the plan has its document as text."""
    for text in ("", "van-ban-nguon.txt"):
        content = made(programme, SITE_URL, Version("0123abcd", None), Log((), None, False), text)
        assert (URIRef(f"{FILES}van-ban-nguon.txt") in set(read(content).objects(None, DCAT.downloadURL))) == bool(text)


def test_it_asks_for_nothing(site: Path):
    """Its words are explained in the file itself: who reads it fetches no context from elsewhere."""
    assert isinstance(json.loads((site / "du-lieu/dcat.jsonld").read_bytes())["@context"], dict)
    assert (site / "du-lieu/dcat.jsonld.gz").is_file() and (site / "du-lieu/ke-hoach.akn.xml.gz").is_file()
