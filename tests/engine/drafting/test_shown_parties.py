"""Who does something under no name that a grammar knows, told by where names end, and by whatever verb."""

from __future__ import annotations

import pytest
from drafting_duties import assigned, marked, plan, unassigned

from programme.drafting.shape import Degree, Part, Passage


def bearers(passage: Passage) -> list[tuple[list[str], Degree]]:
    """(bearers, degree) of each duty of a passage; those of the whole passage bear each."""
    whole = next((one.sets["bearers"] for one in passage.marks if one.whole), [])
    return [(one.sets.get("bearers", whole), one.degree) for one in passage.marks if "roles" in one.sets]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Nhà máy nước xã súc rửa bể chứa hai lần một năm.", [["nha-may-nuoc"]]),
        ("Bệnh xá Đoàn 92 khám mắt cho người già trong bản.", [["benh-xa-doan-92"]]),
        ("Câu lạc bộ Sống khỏe khu phố 7 nấu cháo mỗi sáng Chủ nhật.", [["cau-lac-bo-song-khoe-khu-pho-7"]]),
        ("Đội xung kích thôn và Chi đoàn Lò Cao bốc dỡ hàng cứu trợ.", [["doi-xung-kich-thon", "chi-doan-lo-cao"]]),
        ("Sau mỗi trận bão, Đội cơ động xã leo mái chằng lại tôn.", [["doi-co-dong"]]),
        ("Đồng chí Phó Chủ tịch phụ trách kinh tế trực tiếp gỡ vướng cho từng hộ.", [["pct-phu-trach-kinh-te"]]),
        ("Hội Cựu chiến binh xã được phân công gác chắn đoạn dốc Ba Tầng.", [["hoi-cuu-chien-binh"]]),
        ("Việc đong gạo cứu đói do Tổ hậu cần của xã làm.", [["to-hau-can"]]),
        ("Từng cây cầu tạm được Tổ kỹ thuật xã đo vẽ trước mùa mưa.", [["to-ky-thuat"]]),
        ("Hộ nào bán dê giống, Hội Nông dân xã đòi lại tiền vốn.", [["hoi-nong-dan"]]),
    ],
)
def test_a_name_ends_at_its_level_a_proper_name_or_a_number(line: str, found: list[list[str]]):
    """What follows is what the party does, by whatever verb; so it is asked."""
    (one,) = unassigned(line)
    assert [ids for ids, _ in bearers(one)] == found
    assert {degree for _, degree in bearers(one)} == {Degree.LIKELY}


def test_a_village_by_its_name_does_what_is_said_behind_it():
    """ "Bản Nậm Tốc họp …": surely, where the verb is known."""
    (one,) = unassigned("Bản Nậm Tốc họp bàn chỗ đặt bể nước.")
    assert bearers(one) == [(["ban-nam-toc"], Degree.SURE)]


def test_a_board_of_a_school_is_named_whole():
    """ "Ban Giám hiệu Trường Tiểu học Lò Cao", not "Ban Giám"."""
    (one,) = unassigned("Ban Giám hiệu Trường Tiểu học Lò Cao dán thực đơn ở cổng.")
    assert [ids for ids, _ in bearers(one)] == [["ban-giam-hieu-truong-tieu-hoc-lo-cao"]]


@pytest.mark.parametrize(
    "line",
    [
        "Thư viện xã có 2.000 đầu sách.",
        "Nhà máy nước xã đã súc rửa bể chứa.",
        "Bản Nậm Tốc nằm ở cuối đường bê tông.",
        "Tổ hợp tác xã Nậm Tốc gồm 12 hộ nuôi dê.",
        "Danh mục theo công trình được HĐND tỉnh thông qua.",
    ],
)
def test_what_is_so_gives_no_work(line: str):
    """That somebody has, was, is or lies somewhere is no work of theirs."""
    (one,) = unassigned(line)
    assert bearers(one) == []


def test_bodies_alone_in_a_bracket_behind_a_work_do_it_perhaps():
    """ "Duyệt mẫu bể (Phòng Kinh tế, trước 31/3/2026)": asked; a short form or a place in brackets is nobody."""
    one, other = unassigned("Thẩm định mẫu bể nước (Phòng Kinh tế, trước 31/3/2026).", "Kiểm tra 12 bể nước (bể xây).")
    assert bearers(one) == [(["phong-kinh-te"], Degree.LIKELY)] and bearers(other) == []


def test_work_stands_under_headings_in_everyday_words():
    """ "AI LÀM GÌ" gives out work; "VIỆC CẦN LÀM VÀ NGƯỜI ĐƯỢC HƯỞNG" tells what is done as well as for whom."""
    who = Part("part", "V", heading="AI LÀM GÌ", parts=[assigned("Phòng Kinh tế", "Lập hồ sơ.").parts[0]])
    what = Part(
        "part",
        "III",
        heading="VIỆC CẦN LÀM VÀ NGƯỜI ĐƯỢC HƯỞNG",
        items=[Passage("Trạm Y tế xã khám mắt cho người già trước 30/6/2026.")],
    )
    passages, _ = marked(plan(what, who))
    found = {one.text: [ids for ids, _ in bearers(one)] for one in passages}
    assert found["Trạm Y tế xã khám mắt cho người già trước 30/6/2026."] == [["tram-y-te"]]
    lines = {one.text: [mark.sets for mark in one.marks] for one in passages}
    assert lines["Lập hồ sơ."] == [{"roles": ["implement"]}, {"bearers": ["phong-kinh-te"]}]


def test_a_further_body_of_a_sentence_does_its_own_by_a_verb_unheard_of():
    """ "…, Trạm Y tế xã cử hai người" is work of its own; a list behind "với" is not."""
    one, other = unassigned(
        "Bệnh xá Đoàn 92 khám mắt tại hai bản xa, Trạm Y tế xã rẽ lối cho xe cứu thương.",
        "Phòng Kinh tế phối hợp với Công an xã, Trạm Y tế xã đi từng thôn vận động.",
    )
    assert [ids for ids, _ in bearers(one)] == [["benh-xa-doan-92"], ["tram-y-te"]]
    assert [ids for ids, _ in bearers(other)] == [["phong-kinh-te"]]
