"""Projects and programmes of a document are known by their labels and places."""

from __future__ import annotations

from drafting_plans import END, HEAD, drafted, shown


def test_projects_are_known_by_their_labels() -> None:
    """Projects, sub-projects and their codes are read in the forms that programmes use."""
    text = """\
III. CÁC DỰ ÁN
1. Dự án 1: Hạ tầng
a) Kinh phí: 300 triệu đồng.
2. Dự án 4: Việc làm
2.1. Tiểu dự án 1: Đào tạo nghề
a) Kinh phí: 200 triệu đồng.
2.2. Tiểu dự án 2 - Dự án 4: Đi làm ở nước ngoài
a) Kinh phí: 100 triệu đồng.
3. Nội dung thành phần 03 (NDTP-03): Sinh kế
a) Kinh phí: 50 triệu đồng.
4. Dự án GN-01: Nhà ở
a) Kinh phí: 40 triệu đồng.
IV. KINH PHÍ
1. Dự án 1: 300 triệu đồng.
"""
    assert shown(drafted(HEAD + text + END).parts)[:12:1] == [
        "III CÁC DỰ ÁN",
        "  1 [Dự án 1:] Hạ tầng (project 1)",
        "    a Kinh phí: <p>",
        "  2 [Dự án 4:] Việc làm (project 4)",
        "    2.1 [Tiểu dự án 1:] Đào tạo nghề (subproject 4.1)",
        "      a Kinh phí: <p>",
        "    2.2 [Tiểu dự án 2 - Dự án 4:] Đi làm ở nước ngoài (subproject 4.2)",
        "      a Kinh phí: <p>",
        "  3 [Nội dung thành phần 03 (NDTP-03):] Sinh kế (project NDTP-03)",
        "    a Kinh phí: <p>",
        "  4 [Dự án GN-01:] Nhà ở (project GN-01)",
        "    a Kinh phí: <p>",
    ]


def test_projects_need_no_numbers() -> None:
    """A line that is called like a project heads one; sub-projects stand in it, under their codes."""
    text = """\
II. CÁC DỰ ÁN
Dự án 3: Sản xuất
Tiểu dự án 1: Nông nghiệp
a) Kinh phí: 300 triệu đồng.
Tiểu dự án 2: Dinh dưỡng
a) Kinh phí: 200 triệu đồng.
Dự án 5: Nhà ở
a) Kinh phí: 100 triệu đồng.
"""
    assert shown(drafted(HEAD + text + END).parts) == [
        "II CÁC DỰ ÁN",
        "  3 [Dự án 3:] Sản xuất (project 3)",
        "    3.1 [Tiểu dự án 1:] Nông nghiệp (subproject 3.1)",
        "      a Kinh phí: <p>",
        "    3.2 [Tiểu dự án 2:] Dinh dưỡng (subproject 3.2)",
        "      a Kinh phí: <p>",
        "  5 [Dự án 5:] Nhà ở (project 5)",
        "    a Kinh phí: <p>",
    ]


def test_parts_with_projects_of_their_own_are_programmes() -> None:
    """Where two parts list projects, each is a programme called as its part."""
    text = "A. CHƯƠNG TRÌNH MỘT\n1. Dự án 1: Nhà ở\na) Kinh phí: 3 triệu đồng.\n"
    text += "B. CHƯƠNG TRÌNH HAI\n1. Dự án 2: Nước\na) Kinh phí: 4 triệu đồng.\n"
    draft = drafted(HEAD + text + END)
    assert [one.programme for one in draft.walk() if one.kind == "project"] == ["chuong-trinh-mot", "chuong-trinh-hai"]


def test_projects_without_numbers_stand_below_an_empty_heading() -> None:
    """Projects right below a numbered heading that says nothing else are in it; the next number goes on beside it."""
    text = """\
I. NỘI DUNG
1.1. Mục tiêu
Xã không còn hộ nghèo.
1.2. Các dự án
Dự án 1. Đường thôn
Làm 3 km đường thôn.
Dự án 2. Nước sạch
Xây 2 bể nước.
1.3. Kinh phí
Ngân sách xã 300 triệu đồng.
"""
    assert [(one.kind, one.number) for one in drafted(HEAD + text).walk()] == [
        ("part", "I"),
        ("clause", "1.1"),
        ("clause", "1.2"),
        ("project", "1"),
        ("project", "2"),
        ("clause", "1.3"),
    ]


def test_a_clause_after_projects_stands_after_their_part() -> None:
    """The data has clauses before projects: one that follows them comes right after the part, in the same words."""
    text = "I. CÁC DỰ ÁN\n1. Dự án 1: Nhà ở\na) Kinh phí: 3 triệu đồng.\n"
    text += "2. Việc khác\nLàm đường thôn.\nII. KẾT QUẢ\nTốt.\n"
    assert shown(drafted(HEAD + text + END).parts) == [
        "I CÁC DỰ ÁN",
        "  1 [Dự án 1:] Nhà ở (project 1)",
        "    a Kinh phí: <p>",
        "2 Việc khác <p>",
        "II KẾT QUẢ <p>",
    ]


def test_parts_of_the_one_project_that_a_plan_is_about_have_its_number() -> None:
    """By the title ("Dự án 4") or the heading above them; where nothing says it, a doubt does."""
    text = """\
I. NỘI DUNG
1. Tiểu dự án 1: Đào tạo nghề
a) Kinh phí: 300 triệu đồng.
2. Tiểu dự án 3: Việc làm
a) Kinh phí: 200 triệu đồng.
"""

    def codes(head: str, said: str) -> list[str]:
        return [part.code for part in drafted(head + said + END).walk() if part.code]

    titled = HEAD.replace("Thực hiện Chương trình", "Thực hiện Dự án 4 thuộc Chương trình")
    assert codes(titled, text) == ["4.1", "4.3"]
    assert codes(HEAD, text.replace("I. NỘI DUNG", "I. CÁC TIỂU DỰ ÁN CỦA DỰ ÁN 2")) == ["2.1", "2.3"]
    assert codes(HEAD, text) == ["1", "3"]
    assert [one.said for one in drafted(HEAD + text + END).doubts] == [
        "chưa rõ “Tiểu dự án 1:” thuộc dự án nào; tạm ghi mã 1.",
        "chưa rõ “Tiểu dự án 3:” thuộc dự án nào; tạm ghi mã 3.",
    ]
