"""What bodies are called: one office of two councils, services by their place, letters of recipients, ends of lists."""

from __future__ import annotations

import pytest
from drafting_duties import marked, plan

from programme.drafting.marks.bodies.bodies import Bodies
from programme.drafting.shape import Passage


def of_commune() -> Bodies:
    """The bodies of a commune's plan."""
    return Bodies("commune", "xã An Bình")


def names(text: str) -> list[str]:
    """The bodies that a text names."""
    return [one.name for one in of_commune().find(text)]


@pytest.mark.parametrize(
    "written",
    [
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã",
        "Văn phòng HĐND và UBND",
        "Văn phòng HĐND&UBND xã",
        "Văn phòng HĐND - UBND",
        "Văn phòng HĐND, UBND xã An Bình",
        "VP HĐND và UBND xã",
        "Văn phòng UBND và HĐND xã",
    ],
)
def test_one_office_of_two_councils_is_one_record(written: str):
    """However its two councils are written and joined."""
    bodies = of_commune()
    (found,) = bodies.find(f"{written} đăng tải Kế hoạch")
    assert (found.name, bodies.id_of(found.name)) == (written, "van-phong-hdnd-ubnd-xa")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phòng giao dịch NHCSXH Vàm Tre giải ngân", "Phòng giao dịch NHCSXH Vàm Tre"),
        ("phối hợp với Trạm Cấp nước Thạnh Lộc khảo sát", "Trạm Cấp nước Thạnh Lộc"),
        ("Điện lực Vàm Tre chi trả tiền điện", "Điện lực Vàm Tre"),
        ("Trạm Bơm Giồng Lớn vận hành", "Trạm Bơm Giồng Lớn"),
        ("Hạt Kiểm lâm Ba Vì tuần tra", "Hạt Kiểm lâm Ba Vì"),
        ("Trung tâm Y tế Vàm Tre khám", "Trung tâm Y tế Vàm Tre"),
        ("Thuế cơ sở Vàm Tre - Hải Thuận thu", "Thuế cơ sở Vàm Tre - Hải Thuận"),
        ("Trạm Khuyến nông khu vực Vàm Tre - Hải Thuận", "Trạm Khuyến nông khu vực Vàm Tre - Hải Thuận"),
        ("Trạm Khuyến nông khu vực Vàm Tre - Phòng Kinh tế", "Trạm Khuyến nông khu vực Vàm Tre"),
        ("Trạm Y tế Sở Y tế cử đến", "Trạm Y tế"),
        ("Bưu điện Trước ngày 05", "Bưu điện"),
    ],
)  # fmt: skip
def test_the_place_that_a_service_is_called_by_belongs_to_its_name(text: str, found: str):
    """A name of its own behind it, but for another body or the next sentence."""
    assert names(text)[0] == found


def test_a_service_told_once_with_its_place_and_once_without_is_one():
    """ "Điện lực" and "Điện lực Vàm Tre" are one, a second place is another; that of the commune is its own."""
    bodies = of_commune()
    told = ["Điện lực", "Điện lực Vàm Tre", "Điện lực Hải Thuận", "Điện lực"]
    assert [bodies.id_of(name) for name in told] == ["dien-luc", "dien-luc", "dien-luc-hai-thuan", "dien-luc"]
    assert bodies.id_of("Trạm Y tế xã") != bodies.id_of("Trạm Y tế Vàm Tre")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phối hợp với các trường học, Trạm Y tế xã thực hiện", ["các trường học", "Trạm Y tế xã"]),
        ("các đoàn thể, Trạm Y tế và các trường", ["các đoàn thể", "Trạm Y tế", "các trường"]),
        ("Các đơn vị, các ấp thực hiện", ["Các đơn vị", "các ấp"]),
        ("các trường học, trạm y tế thực hiện", ["các trường học, trạm y tế"]),
        ("các trường học, Trạm Y tế các xã", ["các trường học, Trạm Y tế các xã"]),
    ],
)
def test_a_collective_ends_where_a_named_body_or_another_collective_begins(text: str, found: list[str]):
    """ "các trường học, Trạm Y tế xã" are two."""
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("UBMTTQVN và các đoàn thể xã;", ["mttq", "cac-doan-the"]),
        ("Các phòng, Trạm Y tế, CA, QS xã;", ["cac-phong", "tram-y-te", "cong-an", "bch-qs"]),
        ("CT, các PCT. UBND xã;", ["chu-tich-ubnd-xa", "pct"]),
        ("Công an, Quân sự xã;", ["cong-an", "bch-qs"]),
        ("MT, ND, PN, CCB, ĐTN xã;", ["mttq", "hoi-nong-dan", "hoi-phu-nu", "hoi-cuu-chien-binh", "doan-thanh-nien"]),
        ("09 ấp;", ["cac-ap"]),
    ],
)
def test_recipients_in_letters_are_the_bodies_they_stand_for(text: str, ids: list[str]):
    """ "CA", "QS xã" of a list of recipients, and "09 ấp", are no bodies of their own."""
    draft = plan()
    draft.recipients = [Passage(text)]
    marked(draft)
    assert draft.recipients[0].marks[0].sets["recipients"] == ids
