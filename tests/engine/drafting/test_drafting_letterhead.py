"""Head and end of a document are read: who issues and signs it, its number, its day, who receives it."""

from __future__ import annotations

import pytest
from drafting_plans import END, HEAD, drafted, shown

from programme.drafting.facts import facts_of
from programme.drafting.shape import Draft, Head


def test_the_letterhead_is_read() -> None:
    """Issuer, state, motto, number, symbol, place, day, kind and title are told apart."""
    head = drafted(HEAD + "I. MỤC TIÊU\nGiảm nghèo.\n" + END).head
    assert head.issuer_lines == ["ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH"]
    assert (head.number, head.symbol, head.place, head.date) == ("12", "KH-UBND", "Bình Minh", "2031-02-05")
    assert (head.kind, head.title_lines) == ("KẾ HOẠCH", ["Thực hiện Chương trình giảm nghèo năm 2031"])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Số: /KH-UBND", ("", "KH-UBND")),
        ("Số: …/KH-UBND", ("", "KH-UBND")),
        ("Số: 47-NQ/TU", ("47-NQ", "TU")),
        ("Số: 12/2031/NQ-HĐND", ("12", "2031/NQ-HĐND")),
    ],
)
def test_numbers_of_documents_have_many_forms(line: str, found: tuple[str, str]) -> None:
    """A number is read in whatever form its issuer uses; one that is blank is blank."""
    head = drafted(HEAD.replace("Số: 12/KH-UBND", line) + "I. MỤC TIÊU\nGiảm nghèo.\n" + END).head
    assert (head.number, head.symbol) == found


def test_a_day_that_is_blank_is_blank() -> None:
    """Of "ngày … tháng 6 năm 2031" the month and the year are known."""
    text = HEAD.replace("ngày 05 tháng 02 năm 2031", "ngày … tháng 6 năm 2031")
    assert drafted(text + "I. MỤC TIÊU\nGiảm nghèo.\n" + END).head.date == "2031-06"


def test_the_end_is_read() -> None:
    """Closing words, recipients and signature stand apart, what follows is an appendix."""
    draft = drafted(HEAD + "I. MỤC TIÊU\nGiảm nghèo.\n" + END + "PHỤ LỤC I\nPHÂN BỔ VỐN\n| TT | Thôn |\n| 1 | Hạ |\n")
    assert [one.text for one in draft.closing] == ["Trên đây là Kế hoạch của xã./."]
    assert [one.text for one in draft.recipients] == ["UBND tỉnh;", "Lưu: VT."]
    assert (draft.authority, draft.office, draft.name) == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Thử")
    assert shown(draft.appendices) == ["I [PHỤ LỤC I] PHÂN BỔ VỐN <t>"]


def test_a_head_of_office_signs_for_nobody_else() -> None:
    """Without "TM." the line is the office; nothing of it is sent to anybody."""
    draft = drafted(HEAD + "I. MỤC TIÊU\nGiảm nghèo.\n" + END.replace("TM. ỦY BAN NHÂN DÂN\n", ""))
    assert (draft.authority, draft.office, draft.name) == ("", "CHỦ TỊCH", "Trần Văn Thử")
    assert [one.text for one in draft.recipients] == ["UBND tỉnh;", "Lưu: VT."]


def test_who_signs_in_whose_stead() -> None:
    """KT. and what stands for the hand have places of their own."""
    end = END.replace("CHỦ TỊCH\n", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\n")
    draft = drafted(HEAD + "I. MỤC TIÊU\nGiảm nghèo.\n" + end)
    assert (draft.standing_for, draft.office, draft.signed) == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)")


def test_a_deputy_signs_for_the_head_without_an_authority() -> None:
    """ "KT. GIÁM ĐỐC" above "PHÓ GIÁM ĐỐC" says in whose stead, on behalf of nobody."""
    end = END.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n")
    draft = drafted(HEAD + "I. MỤC TIÊU\nGiảm nghèo.\n" + end)
    assert (draft.authority, draft.standing_for, draft.office) == ("", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            [
                "Triển khai thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững",
                "giai đoạn 2026 - 2030 trên địa bàn tỉnh Bắc Lĩnh",
            ],
            "Kế hoạch thực hiện Chương trình giảm nghèo bền vững giai đoạn 2026 - 2030 tỉnh Bắc Lĩnh",
        ),
        (
            [
                "Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững và Chương trình mục tiêu quốc gia",
                "xây dựng nông thôn mới năm 2027 trên địa bàn tỉnh Bắc Lĩnh",
            ],
            "Kế hoạch thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững năm 2027",
        ),
        (
            [
                "Về việc tăng cường công tác lãnh đạo, chỉ đạo, kiểm tra, giám sát của các cấp, các ngành đối với",
                "công tác giảm nghèo năm 2027 trên địa bàn tỉnh Bắc Lĩnh",
            ],
            "Kế hoạch tăng cường công tác lãnh đạo, chỉ đạo, kiểm tra, giám sát năm 2027 tỉnh Bắc Lĩnh",
        ),
        (["Giảm nghèo năm 2027 của tỉnh Bắc Lĩnh"], "Kế hoạch giảm nghèo năm 2027 của tỉnh Bắc Lĩnh"),
    ],
)
def test_a_long_title_gives_a_short_name_of_the_site(title: list[str], name: str) -> None:
    """It says what and when, and where if there is room, in words of the title."""
    head = Head(issuer_lines=["ỦY BAN NHÂN DÂN", "TỈNH BẮC LĨNH"], kind="KẾ HOẠCH", title_lines=title, place="Bắc Lĩnh")
    assert facts_of(Draft(head=head))["name"] == name
