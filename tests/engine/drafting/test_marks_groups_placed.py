"""Whom a plan is for, told by where they stand alone: any noun behind words that give, or before "được"."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_duties import marked, plan
from drafting_marks import LISTED, SAID, told

from programme.drafting.marks.groups.groups import Groups
from programme.drafting.marks.groups.leading import leads_to_receivers
from programme.drafting.marks.plan_context import Place
from programme.drafting.questions.grouping import grouped, within
from programme.drafting.questions.questions import Spot
from programme.drafting.shape import Degree, Mark, Part, Passage, Registers


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Bà con vạn chài sống trên thuyền được cấp áo phao.",
            [{"who": ["ba-con-van-chai"], "condition": "sống trên thuyền"}],
        ),
        (
            "Lớp sửa xe máy dành riêng cho nam thanh niên từ 16 tuổi.",
            [{"who": ["nam-thanh-nien"], "age_from": 16}],
        ),
        (
            "Trạm khám thai mỗi quý; cấp viên sắt không mất tiền cho phụ nữ mang thai thuộc hộ nghèo.",
            [{"who": ["phu-nu-mang-thai"], "of": ["ho-ngheo"]}],
        ),
        (
            "Quán ăn miễn phí phục vụ các cụ từ 85 tuổi và người nuôi bệnh ở xa đến.",
            [{"who": ["cu"], "age_from": 85}, {"who": ["nguoi"], "condition": "nuôi bệnh ở xa đến"}],
        ),
        (
            "Xóm chưa có cầu dân sinh được bố trí dầm thép.",
            [{"who": ["xom"], "condition": "chưa có cầu dân sinh"}],
        ),
        (
            "Cô nuôi và đầu bếp nhà trẻ có hợp đồng dưới 12 tháng được thêm 500.000 đồng mỗi tháng.",
            [
                {"who": ["co-nuoi"], "condition": "có hợp đồng dưới 12 tháng"},
                {"who": ["dau-bep-nha-tre"], "condition": "có hợp đồng dưới 12 tháng"},
            ],
        ),
        (
            "Không áp dụng mức trên với chủ vườn đã bán đất.",
            [{"who": ["chu-vuon"], "condition": "đã bán đất", "excluded": True}],
        ),
        (
            "Thợ gốm được vay 20 triệu đồng, với điều kiện nhận hai người học nghề.",
            [{"who": ["tho-gom"], "condition": "nhận hai người học nghề"}],
        ),
        (
            "Hỗ trợ 10 triệu đồng cho hộ nghèo đang ở nhà dột, có đất hợp pháp.",
            [{"who": ["ho-ngheo"], "condition": "đang ở nhà dột, có đất hợp pháp"}],
        ),
        (
            "Thợ gốm trên 50 tuổi, kể cả người từ xã khác về ở, được mượn lán nghề.",
            [{"who": ["tho-gom"], "condition": "trên 50 tuổi"}, {"who": ["nguoi"], "condition": "từ xã khác về ở"}],
        ),
    ],
)
def test_who_stands_where_a_receiver_stands(text: str, groups: list[dict[str, Any]]) -> None:
    """Each of a list is a group with what is said of it, though no lexicon has the noun."""
    assert told(text, SAID) == groups


def test_a_line_of_receivers_begins_with_one():
    """In a list of whom something is for no verb need give."""
    assert told("Đối tượng: thợ hồ mất việc từ 03 tháng trở lên.", LISTED) == [
        {"who": ["tho-ho"], "condition": "mất việc từ 03 tháng trở lên"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Xóm rà soát hộ có nhu cầu vay vốn.",
        "Giúp hộ ghi sổ chi tiêu.",
        "Kinh phí chi cho giáo viên dạy thêm giờ là 30 triệu đồng.",
        "Năm ngoái đã cấp gạo cho hộ có người mắc bệnh.",
        "Thu hồi tiền đã cấp cho thợ lặn bỏ nghề.",
    ],
)
def test_who_works_is_told_or_pays_is_no_receiver(text: str) -> None:
    """Neither a village that works, nor who is helped to do something, nor who is informed or gives back."""
    assert told(text, SAID) == []


def test_a_plain_noun_before_a_verb_that_gives_is_sure():
    """What has to be cut out of the words is asked, a common noun with all that stands before "được" is not."""
    degrees = {
        text: [one.degree for one in Groups().marks(text, SAID, duties=[], taken=[])]
        for text in ("Ai mất nhà vì lốc được hỗ trợ 20 triệu đồng.", "Thợ hồ mất việc được hỗ trợ 2 triệu đồng.")
    }
    assert list(degrees.values()) == [[Degree.SURE], [Degree.LIKELY]]


def test_single_sentences_share_a_question_where_a_plan_has_little_room():
    """Three sentences that name three groups are one question in a plan of 60 words, which says whom each names."""
    registers = Registers(groups={"tho-ho": {"name": "Thợ hồ"}, "cu": {"name": "Cụ"}, "xom": {"name": "Xóm"}})
    lines = {"tho-ho": "Cấp gạo cho thợ hồ.", "cu": "Cấp gạo cho các cụ.", "xom": "Cấp gạo cho xóm."}
    asked = [(Mark(0, 8, {"for_whom": [{"who": [id]}]}, "for_whom", Degree.LIKELY), line) for id, line in lines.items()]
    found = grouped([(one, Spot.of_mark(one, "sections.yaml", "II", line)) for one, line in asked], registers)
    assert [len(within(found, words, registers)) for words in (60, 180)] == [1, 3]
    one = within(found, 60, registers)[0]
    assert one.question == "Có phải 3 câu sau nêu ai được hưởng, như ghi ở từng câu?"
    assert [spot.say for spot in one.spots] == ["Cho ai (Nhóm: Thợ hồ)", "Cho ai (Nhóm: Cụ)", "Cho ai (Nhóm: Xóm)"]
    assert [record["id"] for record in one.records["groups"]] == ["tho-ho", "cu", "xom"]


def test_who_gets_something_bears_no_work():
    """ "Hợp tác xã … được tư vấn" names whom it is for, though its verb may be one of work."""
    line = "Hợp tác xã thành lập chưa đầy 24 tháng được tư vấn nhãn hiệu."
    (one,), _ = marked(plan(Part("part", "II", heading="NỘI DUNG HỖ TRỢ", items=[Passage(line)])))
    assert [mark.kind for mark in one.marks] == ["for_whom"]


def test_lettered_lines_are_of_the_list_above_them():
    """The line that ends what stands above them says that they tell of whom something is for."""
    lettered = Part("point", "a", paragraphs=[Passage("Hộ sống trên thuyền từ 12 tháng trở lên;")])
    above = Part("clause", "1", items=[Passage("Cấp phao cho các trường hợp sau:")], parts=[lettered])
    place = Place(lettered, (above,))
    assert leads_to_receivers(lettered.paragraphs[0].text, place)
    assert told(lettered.paragraphs[0].text, place) == [
        {"who": ["ho-song-tren-thuyen-tu-12-thang-tro-len"]},
    ]
