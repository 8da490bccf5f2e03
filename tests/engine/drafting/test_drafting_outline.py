"""A document becomes the shape of a plan by its numbers, its look and its place; nothing of it is lost or refused."""

from __future__ import annotations

from collections import Counter

import pytest
from drafting_plans import END, HEAD, document, drafted, shown

from programme.drafting.outline.labels import understood
from programme.drafting.outline.outline import outline
from programme.drafting.proof import zones
from programme.reading.document import Cell, Document, Footnote, Line, Table


def test_numbers_nest_as_they_go_on() -> None:
    """Parts, clauses, letters with đ, brackets and deeper numbers stand in one another."""
    text = """\
I. MỤC TIÊU
1. Mục tiêu chung
Giảm nghèo bền vững.
2. Chỉ tiêu cụ thể
a) Giảm 54 hộ nghèo.
b) Thứ tự ưu tiên:
(1) Hộ ở vùng sạt lở;
(2) Hộ neo đơn.
c) Có thêm nước sạch.
d) Mọi trẻ em đến lớp.
đ) Có thêm việc làm.
II. NỘI DUNG
1. Sản xuất
1.1. Mục tiêu: Tăng thu nhập cho hộ nghèo.
1.2. Đối tượng:
- Hộ nghèo;
+ Hộ có lao động;
- Hộ cận nghèo.
"""
    assert shown(drafted(HEAD + text + END).parts) == [
        "I MỤC TIÊU",
        "  1 Mục tiêu chung <p>",
        "  2 Chỉ tiêu cụ thể",
        "    a <p>",
        "    b Thứ tự ưu tiên:",
        "      1 [(1)] <p>",
        "      2 [(2)] <p>",
        "    c <p>",
        "    d <p>",
        "    đ <p>",
        "II NỘI DUNG",
        "  1 Sản xuất",
        "    1.1 Mục tiêu: <p>",
        "    1.2 Đối tượng: <iii>",
    ]


def test_numbers_with_a_stroke_count_as_others_do() -> None:
    """ "1-" in "I-": clauses; a sentence above a heading in bold is none itself, however short."""
    text = "I- NỘI DUNG\n**Sinh kế\n1- Hỗ trợ bò giống.\n2- Dạy nghề cho lao động.\n**Nhà ở\n1- Làm nhà cho hộ nghèo.\n"
    assert shown(drafted(HEAD + text + END).parts) == [
        "I [I-] NỘI DUNG",
        "  sinh-ke [Sinh kế]",
        "    1 [1-] <p>",
        "    2 [2-] <p>",
        "  nha-o [Nhà ở]",
        "    1 [1-] <p>",
    ]


def test_paragraphs_that_give_work_below_the_last_heading_are_its_own() -> None:
    """ "Giao …", "Đề nghị …" close a plan only behind a part that has its words; letters count with Đ, "a/" too."""
    given = "Giao Phòng Kinh tế chủ trì.\nĐề nghị Hội Nông dân phối hợp.\n"
    text = f"D. KINH PHÍ\na/ Nguồn vốn: xã.\nb/ Cách chi: theo quy định.\nĐ. TỔ CHỨC THỰC HIỆN\n{given}"
    draft = drafted(HEAD + text + END)
    assert shown(draft.parts) == [
        "D KINH PHÍ",
        "  a [a/] Nguồn vốn: <p>",
        "  b [b/] Cách chi: <p>",
        "Đ TỔ CHỨC THỰC HIỆN <pp>",
    ]
    assert [one.text for one in draft.closing] == ["Trên đây là Kế hoạch của xã./."]
    without = drafted(HEAD + text + END.split("\n", 1)[1])
    assert (len(without.parts[1].paragraphs), without.closing) == (2, [])


def test_letters_and_roman_numbers_are_told_apart() -> None:
    """ "C." after "B." is a letter, though Roman numbers stand in both; "V." after "IV." is none."""
    text = "A. MỘT\nI. Việc\nLàm.\nB. HAI\nIV. Việc\nLàm.\nV. Việc\nLàm.\nC. BA\nI. Việc\nLàm.\n"
    assert [part.number for part in drafted(HEAD + text + END).parts] == ["A", "B", "C"]


def test_signs_of_items_are_kept() -> None:
    """ "+" below "-" and a paragraph after items keep what stands before them."""
    draft = drafted(HEAD + "I. ĐỐI TƯỢNG\n- Hộ nghèo:\n+ Hộ có lao động;\nRiêng hộ neo đơn được ưu tiên.\n" + END)
    assert [(one.label, one.text) for one in draft.parts[0].items] == [
        ("-", "Hộ nghèo:"),
        ("+", "Hộ có lao động;"),
        ("", "Riêng hộ neo đơn được ưu tiên."),
    ]


@pytest.mark.parametrize(
    ("line", "heading", "paragraph"),
    [
        ("1. Mục tiêu: Xây dựng hạ tầng thiết yếu.", "Mục tiêu:", "Xây dựng hạ tầng thiết yếu."),
        ("1. Tổng kinh phí 4,06 tỷ đồng, chi tiết như sau:", "", "Tổng kinh phí 4,06 tỷ đồng, chi tiết như sau:"),
        ("1. Giảm 54 hộ nghèo, đưa tỷ lệ hộ nghèo còn 7%.", "", "Giảm 54 hộ nghèo, đưa tỷ lệ hộ nghèo còn 7%."),
        ("1. Phòng Kinh tế", "Phòng Kinh tế", ""),
    ],
)
def test_a_heading_is_told_from_a_sentence(line: str, heading: str, paragraph: str) -> None:
    """A heading ends at its colon, or stands over what follows; amounts and words that lead on are sentences."""
    part = drafted(HEAD + f"I. NỘI DUNG\n{line}\n- Thực hiện đúng quy định.\n" + END).parts[0].parts[0]
    assert (part.heading, " ".join(one.text for one in part.paragraphs)) == (heading, paragraph)


def test_a_decision_carries_a_plan() -> None:
    """Articles and signature come first, the annexed plan with its own title after them."""
    head = HEAD.replace("KẾ HOẠCH\n", "QUYẾT ĐỊNH\n").replace("Thực hiện", "Ban hành Kế hoạch")
    text = """\
CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH MINH
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch giảm nghèo.
Điều 2. Quyết định có hiệu lực từ ngày ký./.
Nơi nhận:
- Như Điều 2;
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Thử
KẾ HOẠCH
Giảm nghèo giai đoạn 2031 - 2035
(Kèm theo Quyết định số 12/QĐ-UBND)
Phần thứ nhất
TÌNH HÌNH
Xã còn 20 hộ nghèo.
Phần thứ hai
NỘI DUNG
I. MỤC TIÊU
Không còn hộ nghèo.
"""
    draft = drafted(head + text)
    assert shown(draft.articles) == ["1 [Điều 1.] <p>", "2 [Điều 2.] <p>"]
    assert draft.annex and draft.annex.title_lines == ["Giảm nghèo giai đoạn 2031 - 2035"]
    assert draft.annex_attached == "(Kèm theo Quyết định số 12/QĐ-UBND)"
    assert shown(draft.parts) == [
        "1 [Phần thứ nhất] TÌNH HÌNH <p>",
        "2 [Phần thứ hai] NỘI DUNG",
        "  I MỤC TIÊU <p>",
    ]
    assert draft.name == "Trần Văn Thử"


def test_an_article_that_lists_who_is_bound_by_it_has_no_heading() -> None:
    """ "Chánh Văn phòng, Giám đốc các Sở: Tài chính, Y tế; … thi hành" is one sentence."""
    head = HEAD.replace("KẾ HOẠCH\n", "QUYẾT ĐỊNH\n").replace("Thực hiện", "Ban hành Kế hoạch")
    bound = "Chánh Văn phòng UBND tỉnh, Giám đốc các Sở: Tài chính, Y tế và thủ trưởng các cơ quan thi hành Quyết định."
    draft = drafted(f"{head}QUYẾT ĐỊNH:\nĐiều 1. Hiệu lực: Quyết định có hiệu lực từ ngày ký.\nĐiều 2. {bound}\n{END}")
    assert [(one.heading, one.paragraphs[0].text) for one in draft.articles] == [
        ("Hiệu lực:", "Quyết định có hiệu lực từ ngày ký."),
        ("", bound),
    ]


def test_a_letterhead_repeated_above_the_annex_is_held_there() -> None:
    """The letterhead above the annexed plan is the annex's, though its lines are those of the document's head."""
    head = HEAD.replace("KẾ HOẠCH\n", "QUYẾT ĐỊNH\n").replace("Thực hiện", "Ban hành Kế hoạch")
    text = """\
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch giảm nghèo./.
Nơi nhận:
- Như Điều 1;
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Thử
ỦY BAN NHÂN DÂN
XÃ BÌNH MINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
KẾ HOẠCH
Giảm nghèo giai đoạn 2031 - 2035
I. MỤC TIÊU
Không còn hộ nghèo.
"""
    draft = drafted(head + text)
    assert draft.annex
    assert draft.annex.issuer_lines == ["ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH"]
    assert draft.annex.motto == "Độc lập - Tự do - Hạnh phúc"
    assert draft.left_over == []


def test_a_table_has_caption_unit_head_and_notes() -> None:
    """What stands right above and below a table is its own; a head of two rows is one text for each column."""
    cells = (
        (Cell("TT", rows=2), Cell("Thôn", rows=2), Cell("Trong đó", columns=2)),
        (Cell("Tỉnh"), Cell("Xã")),
        (Cell("1"), Cell("Hạ"), Cell("300"), Cell("20")),
    )
    lines = [Line("KINH PHÍ", "I."), Line("Bảng 1. Kinh phí theo thôn"), Line("Đơn vị tính: triệu đồng")]
    draft = outline(Document("docx", (*lines, Table(cells, "bảng 1"), Line("Ghi chú: đã làm tròn."))))
    (grid,) = draft.parts[0].tables
    assert (grid.caption, grid.unit_line) == ("Bảng 1. Kinh phí theo thôn", "Đơn vị tính: triệu đồng")
    assert (grid.columns, grid.rows) == (["TT", "Thôn", "Trong đó Tỉnh", "Trong đó Xã"], [["1", "Hạ", "300", "20"]])
    assert [one.text for one in grid.notes] == ["Ghi chú: đã làm tròn."]
    assert [one.where for one in draft.doubts] == ["bảng 1"]


def test_a_footnote_is_on_the_words_that_have_its_mark() -> None:
    """On a paragraph, on a heading, on the clause of a table; one without a mark goes with the one before, doubted."""
    table = Table(((Cell("Thôn"), Cell("Hộ")), (Cell("Hạ"), Cell("3"))), notes=("4",))
    lines = (Line("MỤC TIÊU", "I.", notes=("1",)), Line("Xóa nhà tạm.", "1.", notes=("2",)), Line("SỐ HỘ", "II."))
    notes = tuple(Footnote(str(number), f"Chú thích {number}.") for number in (1, 2, 3, 4))
    draft = outline(Document("docx", (*lines, table), notes))
    assert draft.parts[0].notes == ("0",)
    assert [(one.text, one.notes) for one in draft.parts[0].parts[0].paragraphs] == [("Xóa nhà tạm.", ("1", "2"))]
    assert draft.parts[1].notes == ("3",)
    assert [one.said for one in draft.doubts] == ["chưa rõ chú thích “3” là của lời nào; xem chỗ đặt nó."]


def test_a_mark_that_each_page_counts_anew_is_of_the_next_footnote() -> None:
    """Two footnotes "1": the first is of the first line that has the mark."""
    lines = (Line("MỤC TIÊU", "I."), Line("Một.", notes=("1",)), Line("Hai.", notes=("1",)))
    draft = outline(Document("pdf", lines, (Footnote("1", "Trang đầu."), Footnote("1", "Trang sau."))))
    (part,) = draft.parts
    assert [[draft.footnotes[key].text for key in one.notes] for one in part.paragraphs] == [
        ["Trang đầu."],
        ["Trang sau."],
    ]


def test_a_number_that_does_not_go_on_is_doubted() -> None:
    """A number out of its order stays as it is written, under a number of its own, and is told."""
    draft = drafted(HEAD + "I. A\n1. Một việc cần làm.\n3. Việc khác cần làm.\n3. Việc nữa cần làm.\n" + END)
    assert shown(draft.parts) == ["I A", "  1 <p>", "  3 <p>", "  3-2 [3.] <p>"]
    assert [one.said for one in draft.doubts] == [
        "“3” đứng ngay sau “1”: số không nối tiếp. Giữ như văn bản.",
        "“3” đứng ngay sau “3”: số không nối tiếp. Giữ như văn bản.",
    ]


def test_a_text_without_numbers_is_one_section() -> None:
    """Nothing is refused: plain paragraphs are a section called by its first words."""
    draft = drafted("Xã Bình Minh còn nhiều hộ nghèo.\nCần giúp họ có nhà ở.\n")
    assert shown(draft.parts) == ["xa-binh-minh-con-nhi [Xã Bình Minh còn nhiều hộ nghèo.] <p>"]


def test_every_word_stands_in_one_zone_or_is_left_over() -> None:
    """Head, body, end and what is left over are together the document's words, each once."""
    one = document(HEAD + "_____\nI. MỤC TIÊU\n1. Mục tiêu: Giảm nghèo.\n| TT | Thôn |\n| 1 | Hạ |\n" + END)
    draft = outline(one)
    found = zones(one, draft)
    held = [word for line in (*found["head"], *found["body"], *found["end"], *draft.left_over) for word in line.split()]
    assert Counter(held) == Counter(one.words())
    assert draft.left_over == ["_____"]


@pytest.mark.parametrize(
    ("text", "kind", "number", "order"),
    [
        ("IX.", "roman", "IX", 9),
        ("1.1.2", "arabic", "1.1.2", 2),
        ("đ)", "letter", "đ", 5),
        ("(3)", "bracket", "3", 3),
        ("Điều 4.", "article", "4", 4),
        ("Phần thứ hai", "part", "2", 2),
        ("I.1.", "arabic", "1", 1),
        ("+", "subitem", "", None),
    ],
)
def test_labels_are_understood(text: str, kind: str, number: str, order: int | None) -> None:
    """A label tells its kind, the number that the data has, and its place in its list."""
    label = understood(text)
    assert label and (label.kind, label.number, label.order) == (kind, number, order)


def test_parts_counted_in_words_stand_beside_each_other_whatever_their_stops() -> None:
    """ "Phần thứ nhất" alone in its line and "Phần thứ hai: ..." are of one list."""
    draft = drafted(HEAD + "Phần thứ nhất\nTÌNH HÌNH\nXã có 5 thôn.\nPhần thứ hai: NHIỆM VỤ\nGiảm nghèo.\n" + END)
    assert [(part.number, part.heading) for part in draft.parts] == [("1", "TÌNH HÌNH"), ("2", "NHIỆM VỤ")]


def test_letters_go_on_over_roman_numbers() -> None:
    """ "C." after "B." with "I." to "IV." in it is a letter."""
    draft = drafted(HEAD + "A. MỘT\nLời.\nB. HAI\nI. Một\nII. Hai\nC. BA\nLời.\n" + END)
    assert [part.number for part in draft.parts] == ["A", "B", "C"]


def test_a_head_may_reach_over_a_blank_cell() -> None:
    """Its parts stand in the row below, and nothing else does: both rows are the head."""
    rows = "|STT|Việc|Ai làm| |Hạn|\n| | |Chủ trì|Phối hợp| |\n|1|Dạy nghề|Phòng Kinh tế|Các thôn|Quý II|\n"
    (part,) = drafted(f"{HEAD}I. VIỆC\n{rows}{END}").parts
    assert part.tables[0].columns == ["STT", "Việc", "Ai làm Chủ trì", "Phối hợp", "Hạn"]


def test_a_first_row_over_all_columns_is_no_head() -> None:
    """It is the caption where the head of the columns follows, else a row."""
    row = (Cell("1"), Cell("Hạ"))
    titled = Table(((Cell("Chỉ tiêu", 2),), (Cell("TT"), Cell("Thôn")), row))
    grouped = Table(((Cell("I. MỤC TIÊU", 2),), row, row))
    parts = [Line("MỘT", "I."), titled, Line("HAI", "II."), grouped]
    one, two = (part.tables[0] for part in outline(Document("docx", tuple(parts))).parts)
    assert (one.caption, one.columns, one.rows) == ("Chỉ tiêu", ["TT", "Thôn"], [["1", "Hạ"]])
    assert (two.columns, two.rows[0]) == (["", ""], ["I. MỤC TIÊU", ""])


def test_only_the_part_that_is_meant_is_left_without_structure() -> None:
    """A block that is given leaves the smallest part around it flat; all else of the outline stays."""
    text = """\
I. MỤC TIÊU
1. Mục tiêu chung: Không còn hộ nghèo.
2. Chỉ tiêu:
a) Giảm nghèo: mỗi năm 1%.
b) Nước sạch: mọi hộ.
II. KINH PHÍ
Ngân sách xã.
"""
    whole = document(HEAD + text)
    place = next(at for at, one in enumerate(whole.blocks) if isinstance(one, Line) and "mỗi năm" in one.text)
    assert shown(outline(whole, [place, place]).parts) == [
        "I MỤC TIÊU",
        "  1 Mục tiêu chung: <p>",
        "  2 <ppp>",
        "II KINH PHÍ <p>",
    ]
