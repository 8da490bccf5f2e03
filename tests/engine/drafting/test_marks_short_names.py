"""Bodies by the short names that a plan gives them: those of its issuer, of its units, of whoever letters stand for."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_plans import document

from programme.drafting.marks import mark
from programme.drafting.marks.bodies.body_forms import name_of
from programme.drafting.marks.documents.document_kinds import tail_of
from programme.drafting.outline.outline import outline
from programme.drafting.shape import Registers

CENTRE = """\
UBND HUYỆN MƯỜNG LẠ
TRUNG TÂM DỊCH VỤ NÔNG NGHIỆP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 27/KH-TTDVNN
Mường Lạ, ngày 20 tháng 01 năm 2031
KẾ HOẠCH
Hỗ trợ sản xuất năm 2031
Trung tâm Dịch vụ nông nghiệp huyện Mường Lạ (sau đây gọi là Trung tâm) ban hành Kế hoạch:
I. TỔ CHỨC THỰC HIỆN
1. Bộ phận Khuyến nông
{line}
2. Trạm Khuyến nông và Bảo vệ cây trồng (TKNBVCT)
Cấp giống cho hộ nghèo.
3. Văn phòng Trung tâm
Chi trả kinh phí.
4. UBND các xã, thị trấn
UBND triển khai rà soát hộ nghèo.
Trên đây là Kế hoạch của Trung tâm./.
Nơi nhận:
- Các phòng, bộ phận thuộc Trung tâm;
- Các xã: Tân Phú, Bình An;
- Lưu: VT.
GIÁM ĐỐC
Lò Văn Mẫu
"""


def read(line: str) -> tuple[dict[str, Any], Registers, list[dict[str, Any]]]:
    """The keys of the line under the first heading, the registers, the keys of the recipients."""
    draft = outline(document(CENTRE.format(line=line)))
    registers = mark(draft)
    told = draft.parts[0].parts[0].paragraphs[0].marks
    duties = {key: one.sets[key] for one in told for key in ("bearers", "with", "reports") if key in one.sets}
    return duties, registers, [dict(one.sets) for entry in draft.recipients for one in entry.marks]


@pytest.mark.parametrize(
    ("line", "to"),
    [
        ("Gửi báo cáo về Trung tâm.", ["trung-tam-dich-vu-nong-nghiep"]),
        ("Gửi báo cáo về TTDVNN.", ["trung-tam-dich-vu-nong-nghiep"]),
        ("Báo cáo Giám đốc kết quả thực hiện.", ["giam-doc-trung-tam"]),
        ("Báo cáo Giám đốc Trung tâm kết quả thực hiện.", ["giam-doc-trung-tam"]),
    ],
)
def test_the_issuer_is_reported_to_by_what_it_calls_itself(line: str, to: list[str]) -> None:
    """By the name that it declares, the letters of its number, the office of its head."""
    assert read(line)[0] == {"bearers": ["bo-phan-khuyen-nong"], "reports": [{"to": to}]}


@pytest.mark.parametrize("name", ["TKNBVCT", "Trạm Khuyến nông và Bảo vệ cây trồng"])
def test_a_partner_is_found_by_its_letters(name: str) -> None:
    """ "(TKNBVCT)" behind a name: the letters are that body wherever they stand."""
    duties, _, _ = read(f"Phối hợp với {name} chọn giống.")
    assert duties == {"bearers": ["bo-phan-khuyen-nong"], "with": ["tram-khuyen-nong-va-bao-ve-cay-trong"]}


def test_the_issuer_is_known_by_all_its_names() -> None:
    """Search finds it by its letters and by the word it calls itself; it is named as the text has it."""
    _, registers, _ = read("Gửi báo cáo về Trung tâm.")
    issuer = registers.agencies["trung-tam-dich-vu-nong-nghiep"]
    assert issuer["name"] == "Trung tâm Dịch vụ nông nghiệp"
    assert {"TTDVNN", "Trung tâm"} <= {*issuer["names"]}
    assert registers.abbreviations["TTDVNN"]["full"] == "Trung tâm Dịch vụ nông nghiệp"


def test_a_council_under_a_heading_of_councils_is_each_of_these() -> None:
    """ "UBND triển khai …" under "UBND các xã, thị trấn" is no other body, nor part of a name."""
    draft = outline(document(CENTRE.format(line="Cấp giống.")))
    registers = mark(draft)
    (passage,) = draft.parts[0].parts[3].paragraphs
    assert [one.sets["bearers"] for one in passage.marks if "bearers" in one.sets] == [["ubnd-cac-xa"]]
    assert [id for id in registers.agencies if "trien-khai" in id] == []


def test_several_units_of_one_body_are_one_recipient() -> None:
    """ "Các phòng, bộ phận thuộc Trung tâm" is one entry; "Các xã: A, B" are two communes with their kind."""
    _, registers, entries = read("Cấp giống.")
    assert [one["recipients"] for one in entries] == [
        ["cac-phong-bo-phan-thuoc-trung-tam"],
        ["xa-tan-phu", "xa-binh-an"],
        ["van-thu"],
    ]
    assert registers.agencies["xa-binh-an"] == {
        "id": "xa-binh-an",
        "name": "Xã Bình An",
        "level": "commune",
        "names": ["Bình An"],
    }


def test_a_unit_of_the_issuer_is_one_body_with_its_name() -> None:
    """ "Bộ phận Kế toán thuộc Trung tâm" is the unit, not the centre too."""
    duties, _, _ = read("Phối hợp với Bộ phận Kế toán thuộc Trung tâm chọn giống.")
    assert duties == {"bearers": ["bo-phan-khuyen-nong"], "with": ["bo-phan-ke-toan"]}


def test_a_name_in_full_is_the_name_of_a_body() -> None:
    """Before one with letters in it, though that stands in a heading."""
    forms = ["Phòng LĐTBXH", "Phòng Lao động - Thương binh và Xã hội", "PLĐ"]
    told = dict.fromkeys(forms, 1)
    assert name_of(forms, "", {"Phòng LĐTBXH"}, told) == "Phòng Lao động - Thương binh và Xã hội"
    assert name_of(["UBND xã", "xã"], "", set(), dict.fromkeys(["UBND xã", "xã"], 1)) == "UBND xã"
    assert name_of(["Bình An"], "Xã Bình An", set(), {"Bình An": 1}) == "Xã Bình An"


@pytest.mark.parametrize(
    ("number", "tail"),
    [
        ("20/2021/NĐ-CP", "CP"),
        ("72/2025/QH15", "QH15"),
        ("12/KH-UBND", "UBND"),
        ("47-NQ/TU", "TU"),
        ("45/SNV-CCHC", "SNV"),
        ("512/UBND-KTTH", "UBND"),
        ("123/TTg-KTN", "TTg"),
    ],
)
def test_the_department_that_writes_a_letter_is_not_its_issuer(number: str, tail: str) -> None:
    """Behind the stroke of a letter's number stands who wrote it; behind that of others who issued it."""
    assert tail_of(number) == tail
