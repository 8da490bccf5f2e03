"""Headings by their look: underlined, slanted, of a style, bold before a stop or behind a sign, in two lines."""

from __future__ import annotations

import pytest
from drafting_plans import END, HEAD, drafted, shown


def parts(text: str) -> list[str]:
    return shown(drafted(HEAD + text + END).parts)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("_Mục tiêu chung", "_Mục tiêu cụ thể"),
        ("~Mục tiêu chung", "~Mục tiêu cụ thể"),
        ("¶Mục tiêu chung", "¶Mục tiêu cụ thể"),
    ],
)
def test_an_underlined_or_slanted_line_or_one_of_a_style_is_a_heading(first: str, second: str) -> None:
    """It stands in the numbered part above it, over prose and items."""
    text = f"**I. MỤC TIÊU\n{first}\nGiảm nghèo bền vững.\n{second}\n- Giảm 54 hộ.\n**II. VỐN\nLồng ghép.\n"
    assert parts(text) == [
        "I MỤC TIÊU",
        "  muc-tieu-chung [Mục tiêu chung] <p>",
        "  muc-tieu-cu-the [Mục tiêu cụ thể] <i>",
        "II VỐN <p>",
    ]


def test_one_slanted_line_alone_is_a_line() -> None:
    """Only what two lines look like is a way to head parts; a note is none."""
    text = "**I. MỤC TIÊU\n~Nói ngắn gọn\nGiảm nghèo bền vững.\n~Ghi chú về số liệu\nTính đến cuối năm.\n"
    assert parts(text) == ["I MỤC TIÊU <pppp>"]


def test_bold_lines_behind_a_sign_stand_over_their_items() -> None:
    """ "* Về thu nhập" over dashes heads them; a bold dash among dashes is an item."""
    text = "**I. MỤC TIÊU\n**1. Cụ thể\n*** Về thu nhập\n- Tăng 5%.\n*** Về nhà ở:\n- Xóa 9 nhà tạm.\n"
    assert parts(text) == [
        "I MỤC TIÊU",
        "  1 Cụ thể",
        "    ve-thu-nhap [* Về thu nhập] <i>",
        "    ve-nha-o [* Về nhà ở:] <i>",
    ]
    assert parts("**I. MỤC TIÊU\n**- Về thu nhập\n**- Về nhà ở\n") == ["I MỤC TIÊU <ii>"]


def test_bold_lines_that_end_with_a_stop_are_headings_where_there_are_two() -> None:
    """A single one may be a sentence that is stressed."""
    text = "**I. GIẢI PHÁP\n**Công tác tuyên truyền.\nPhát thanh mỗi tuần.\n**Huy động nguồn lực.\nLồng ghép vốn.\n"
    assert parts(text) == [
        "I GIẢI PHÁP",
        "  cong-tac-tuyen-truye [Công tác tuyên truyền.] <p>",
        "  huy-dong-nguon-luc [Huy động nguồn lực.] <p>",
    ]
    assert parts("**I. GIẢI PHÁP\n**Công khai là chính.\nPhát thanh mỗi tuần.\n") == ["I GIẢI PHÁP <pp>"]


def test_lines_with_a_colon_over_lists_that_begin_anew_head_them() -> None:
    """The second list does not stand in the last number of the first."""
    text = (
        "**I. MỤC TIÊU\nMục tiêu cụ thể:\n1. Giảm 54 hộ nghèo.\n2. Dạy nghề cho 90 người.\n"
        "Kết quả dự kiến:\n1. Có 40 hộ thoát nghèo.\n2. Có 80 người có việc.\n"
    )
    assert parts(text) == [
        "I MỤC TIÊU",
        "  muc-tieu-cu-the [Mục tiêu cụ thể:]",
        "    1 <p>",
        "    2 <p>",
        "  ket-qua-du-kien [Kết quả dự kiến:]",
        "    1 <p>",
        "    2 <p>",
    ]


def test_short_lines_without_a_stop_are_headings_where_bold_is_not_told() -> None:
    """In a text file, over a sentence that is longer."""
    text = "I. MỤC TIÊU\nMục tiêu chung\nGiảm nghèo bền vững cho dân.\nMục tiêu từng năm\nNăm 2031 giảm 54 hộ.\n"
    assert parts(text) == [
        "I MỤC TIÊU",
        "  muc-tieu-chung [Mục tiêu chung] <p>",
        "  muc-tieu-tung-nam [Mục tiêu từng năm] <p>",
    ]


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        ("^**PHẦN I\n^**KẾT QUẢ NĂM 2030\n^**MỘT SỐ BÀI HỌC", "I [PHẦN I] KẾT QUẢ NĂM 2030 MỘT SỐ BÀI HỌC <p>"),
        (
            "**PHẦN I\n**KẾT QUẢ NĂM 2030\n**VÀ NHIỆM VỤ NĂM 2031",
            "I [PHẦN I] KẾT QUẢ NĂM 2030 VÀ NHIỆM VỤ NĂM 2031 <p>",
        ),
        ("**I. ĐÁNH GIÁ TÌNH HÌNH\n**GIAI ĐOẠN 2026 - 2030", "I ĐÁNH GIÁ TÌNH HÌNH GIAI ĐOẠN 2026 - 2030 <p>"),
    ],
)
def test_a_title_in_capitals_may_take_several_lines(lines: str, heading: str) -> None:
    """Centred, or where the words of the second go on with the first."""
    assert parts(f"{lines}\nCông tác giảm nghèo đạt kết quả.\n") == [heading]


def test_another_sign_behind_a_number_does_not_end_its_list() -> None:
    """ "2/" after "1.", "b." after "a)", "II/" after "I." are beside them."""
    text = (
        "**I. MỤC TIÊU\n**1. Chung\nGiảm nghèo.\n**2/ Cụ thể\na) Thu nhập\nTăng.\nb. Nhà ở\nXây.\n"
        "**II/ VỐN\nLồng ghép.\n"
    )
    assert parts(text) == [
        "I MỤC TIÊU",
        "  1 Chung <p>",
        "  2 [2/] Cụ thể",
        "    a Thu nhập <p>",
        "    b [b.] Nhà ở <p>",
        "II [II/] VỐN <p>",
    ]


def test_the_last_of_a_list_of_sentences_is_one_of_them() -> None:
    """However short it is, and whatever follows it."""
    text = "**I. ĐỐI TƯỢNG\n(1) Hộ nghèo;\n(2) Hộ mới thoát nghèo.\nCác hộ trên thường trú tại xã.\n"
    assert parts(text) == ["I ĐỐI TƯỢNG", "  1 [(1)] <p>", "  2 [(2)] <pp>"]


def test_projects_that_stand_in_no_part_stand_side_by_side() -> None:
    """ "1. Dự án 1", "2. Dự án 2" on top: the second is not in the first."""
    text = (
        "**1. Dự án 1: Hạ tầng\na) Mục tiêu: làm đường.\n**2. Dự án 2: Sinh kế\na) Mục tiêu: nuôi bò.\n"
        "**3. Tổ chức\nXã làm.\n"
    )
    assert parts(text) == [
        "1 Dự án 1: Hạ tầng",
        "  a Mục tiêu: <p>",
        "2 Dự án 2: Sinh kế",
        "  a Mục tiêu: <p>",
        "3 Tổ chức <p>",
    ]


def test_a_plan_without_numbers_has_its_closing() -> None:
    """ "Trên đây là …" is no paragraph of the last heading."""
    draft = drafted(HEAD + "**MỤC TIÊU\nGiảm nghèo.\n**TỔ CHỨC\nCác thôn thực hiện.\n" + END)
    assert shown(draft.parts) == ["muc-tieu [MỤC TIÊU] <p>", "to-chuc [TỔ CHỨC] <p>"]
    assert [one.text for one in draft.closing] == ["Trên đây là Kế hoạch của xã./."]
