"""A .docx is read as Word shows it: every word once, every number as counted, nothing that is deleted or hidden."""

from __future__ import annotations

from pathlib import Path

import docx as python_docx
import pytest
from wordml import cell, level, listed, paragraph, table, words, write

from programme.reading import docx
from programme.reading.document import Cell, Document, Footnote, Line, Table
from programme.reading.exchange import dumped, loaded


def read(tmp_path: Path, body: str, parts: dict[str, str] | None = None) -> Document:
    return docx.read(write(tmp_path / "plan.docx", body, parts))


def lines(document: Document) -> list[str]:
    return [block.whole for block in document.blocks if isinstance(block, Line)]


def tables(document: Document) -> list[list[list[str]]]:
    return [[[c.text for c in row] for row in block.rows] for block in document.blocks if isinstance(block, Table)]


def lists(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> dict[str, str]:
    return {"numbering": f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'}


def test_tracked_insertions_stay_and_deletions_comments_and_hidden_words_never_appear(tmp_path: Path):
    """What a reader of the accepted document sees is read, and nothing else."""
    body = (
        f"<w:p>{words('Giao ')}<w:ins>{words('Phòng Kinh tế ')}</w:ins>"
        "<w:del><w:r><w:delText>Phòng Cũ </w:delText><w:t>cũ </w:t></w:r></w:del>"
        f"<w:moveFrom>{words('đã dời ')}</w:moveFrom><w:moveTo>{words('chủ trì')}</w:moveTo>"
        f'<w:commentRangeStart w:id="0"/>{words(" ẩn", "<w:vanish/>")}<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    assert lines(read(tmp_path, body, {"comments": paragraph("Lời bàn")})) == ["Giao Phòng Kinh tế chủ trì"]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next(tmp_path: Path):
    """A deleted paragraph mark joins two paragraphs; a deleted row of a table is gone."""
    body = paragraph("Hỗ trợ ", "<w:rPr><w:del/></w:rPr>") + paragraph("hộ nghèo.")
    body += table([cell("còn"), cell("1")]).replace(
        "</w:tbl>", "<w:tr><w:trPr><w:del/></w:trPr>" + cell("bỏ") + "</w:tr></w:tbl>"
    )
    found = read(tmp_path, body)
    assert lines(found) == ["Hỗ trợ hộ nghèo."]
    assert tables(found) == [[["còn", "1"]]]


def test_numbers_of_several_levels_count_and_restart_as_word_shows_them(tmp_path: Path):
    """ "I.", "1.", "1.1.", "a)", "-": each level begins anew under the one above."""
    parts = lists(
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "decimal", "%2.%3."),
        level(3, "lowerLetter", "%4)"),
        level(4, "bullet", "\uf02d"),
    )
    body = "".join(listed(t, 1, at) for at, t in enumerate("ABCDE")) + listed("F", 1, 3) + listed("G", 1, 2)
    body += listed("H", 1, 1) + listed("K", 1, 2) + listed("L", 1, 0) + listed("M", 1, 1)
    found = read(tmp_path, body, parts)
    assert lines(found) == [
        *("I. A", "1. B", "1.1. C", "a) D", "- E", "b) F", "1.2. G"),
        *("2. H", "2.1. K", "II. L", "1. M"),
    ]
    assert all(block.automatic for block in found.blocks if isinstance(block, Line))
    assert [block.level for block in found.blocks if isinstance(block, Line)] == [0, 1, 2, 3, 4, 3, 2, 1, 2, 0, 1]


def test_word_has_no_letter_đ_in_its_lists_and_doubles_letters_after_z(tmp_path: Path):
    """After d) comes e), after z) comes aa), then bb)."""
    found = lines(read(tmp_path, "".join(listed("x") for _ in range(28)), lists(level(0, "lowerLetter", "%1)"))))
    assert [found[at] for at in (3, 4, 25, 26, 27)] == ["d) x", "e) x", "z) x", "aa) x", "bb) x"]


@pytest.mark.parametrize(
    ("form", "text", "shown"),
    [
        ("decimalZero", "%1.", "03."),
        ("upperLetter", "%1.", "C."),
        ("lowerRoman", "(%1)", "(iii)"),
        ("decimal", "Điều %1.", "Điều 3."),
        ("vietnameseCounting", "%1.", "ba."),
        ("none", "", ""),
    ],
)
def test_forms_of_numbers(tmp_path: Path, form: str, text: str, shown: str):
    """Each form of number is written as Word writes it."""
    found = read(tmp_path, "".join(listed("x") for _ in range(3)), lists(level(0, form, text)))
    assert [block.label for block in found.blocks if isinstance(block, Line)][2] == shown


def test_a_list_with_its_own_start_begins_anew_and_others_count_on(tmp_path: Path):
    """Two lists of one description count on; a start of its own begins anew, once; legal numbers are all figures."""
    nums = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{more}</w:num>'
        for n, more in (
            (1, ""),
            (2, ""),
            (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        )
    )
    parts = lists(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>"), nums=nums)
    body = listed("a", 1) + listed("b", 2) + listed("c", 3) + listed("d", 3) + listed("e", 3, 1)
    assert lines(read(tmp_path, body, parts)) == ["I. a", "II. b", "V. c", "VI. d", "6.1. e"]


def test_a_style_can_bring_the_number_and_the_bold(tmp_path: Path):
    """A heading style with a list and bold letters, and a paragraph taken out of the list by number 0."""
    parts = lists(
        level(0, "upperRoman", "%1.", '<w:pStyle w:val="H1"/>'), level(1, "decimal", "%2.", '<w:pStyle w:val="H2"/>')
    )
    parts["styles"] = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '<w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
    )
    off = '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("Mục tiêu", '<w:pStyle w:val="H1"/>') + paragraph("Chung", '<w:pStyle w:val="H2"/>')
    body += paragraph("Ngoài", off, '<w:b w:val="0"/>')
    found = [block for block in read(tmp_path, body, parts).blocks if isinstance(block, Line)]
    assert [line.whole for line in found] == ["I. Mục tiêu", "1. Chung", "Ngoài"]
    assert [(line.bold, line.centred, line.size) for line in found] == [
        (True, True, 14.0),
        (True, True, 14.0),
        (False, True, 14.0),
    ]


def test_merged_and_nested_cells_keep_their_words_and_their_spans(tmp_path: Path):
    """A cell over columns and one over rows are one cell each; a table in a cell becomes lines of it."""
    inner = table([cell("trong"), cell("ô")])
    body = table(
        [cell("Thôn", '<w:vMerge w:val="restart"/>'), cell("Vốn", '<w:gridSpan w:val="2"/>')],
        [cell("", "<w:vMerge/>"), cell("Tỉnh"), cell("Xã")],
        [cell(inner + paragraph("sau")), cell("1"), cell("2")],
    )
    found = read(tmp_path, body)
    assert [block.rows for block in found.blocks if isinstance(block, Table)] == [
        (
            (Cell("Thôn", 1, 2), Cell("Vốn", 2, 1)),
            (Cell("Tỉnh"), Cell("Xã")),
            (Cell("trong ô\nsau"), Cell("1"), Cell("2")),
        )
    ]
    assert [doubt.said for doubt in found.doubts] == ["Bảng nằm trong ô của bảng khác: mỗi hàng thành một dòng của ô."]


def test_a_table_without_lines_is_layout(tmp_path: Path):
    """Letterhead and signature in columns come out in reading order: issuer, state, motto, number, date."""
    head = table(
        [
            cell(
                paragraph("ỦY BAN NHÂN DÂN") + paragraph("XÃ MẪU") + paragraph("-------") + paragraph("Số: 01/KH-UBND")
            ),
            cell(
                paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                + paragraph("Độc lập - Tự do - Hạnh phúc")
                + paragraph("Mẫu, ngày 05 tháng 02 năm 2026")
            ),
        ],
        ruled=False,
    )
    foot = table([cell(paragraph("Nơi nhận:") + paragraph("- Lưu: VT.")), cell(paragraph("TM. ỦY BAN NHÂN DÂN"))])
    found = read(tmp_path, head + paragraph("KẾ HOẠCH") + foot)
    assert lines(found) == [
        *("ỦY BAN NHÂN DÂN", "XÃ MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        *(
            "Số: 01/KH-UBND",
            "Mẫu, ngày 05 tháng 02 năm 2026",
            "KẾ HOẠCH",
            "Nơi nhận:",
            "- Lưu: VT.",
            "TM. ỦY BAN NHÂN DÂN",
        ),
    ]
    assert found.furniture == ("-------",)


def test_a_table_without_lines_that_lists_things_is_a_table(tmp_path: Path):
    """Three rows or more, each with words in two cells."""
    rows = [[cell("TT"), cell("Thôn")], [cell("1"), cell("Hạ")], [cell("2"), cell("Thượng")]]
    assert tables(read(tmp_path, table(*rows, ruled=False))) == [[["TT", "Thôn"], ["1", "Hạ"], ["2", "Thượng"]]]


def test_a_letterhead_is_not_counted_among_the_tables(tmp_path: Path):
    """The first table of the plan is "bảng 1", whatever is laid out in cells above it."""
    head = table([cell(paragraph("ỦY BAN NHÂN DÂN")), cell(paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))])
    found = read(tmp_path, head + table([cell("TT"), cell("Thôn"), cell("Số hộ")], [cell("1"), cell("Hạ"), cell("9")]))
    assert [block.where for block in found.blocks if isinstance(block, Table)] == ["bảng 1"]


def test_number_and_date_set_apart_by_a_tab_are_two_lines(tmp_path: Path):
    """A letterhead's last line holds two things."""
    body = f"<w:p>{words('Số: 27/KH-UBND')}<w:r><w:tab/></w:r>{words('Mẫu, ngày 05 tháng 02 năm 2026')}</w:p>"
    assert lines(read(tmp_path, body)) == ["Số: 27/KH-UBND", "Mẫu, ngày 05 tháng 02 năm 2026"]


def test_a_text_box_is_read_once(tmp_path: Path):
    """Word writes a text box twice, the second time for older readers."""
    inner = f"<w:txbxContent>{paragraph('Trong khung')}</w:txbxContent>"
    body = (
        f"<w:p>{words('Ngoài')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert lines(read(tmp_path, body)) == ["Ngoài", "Trong khung"]


def test_fields_show_their_result_only(tmp_path: Path):
    """An instruction is no text; a table of contents, made of the headings, is kept aside."""

    def made(instruction: str, result: str) -> str:
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        order = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        return mark.format("begin") + order + mark.format("separate") + words(result) + mark.format("end")

    simple = f'<w:fldSimple w:instr="DATE">{words(" 2026")}</w:fldSimple>'
    link = f"<w:hyperlink>{words(' theo đường dẫn')}</w:hyperlink>"
    control = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{words(' trong ô nhập')}</w:sdtContent></w:sdt>"
    body = f"<w:p>{words('Năm')}{simple}{link}{control}{made('REF a', ' và kết quả')}</w:p>"
    body += f"<w:p>{made('TOC', 'I. MỤC TIÊU 3')}</w:p>" + paragraph("I. MỤC TIÊU")
    found = read(tmp_path, body)
    assert lines(found) == ["Năm 2026 theo đường dẫn trong ô nhập và kết quả", "I. MỤC TIÊU"]
    assert found.furniture == ("I. MỤC TIÊU 3",)


def test_a_field_that_never_ends_swallows_nothing(tmp_path: Path):
    """A document of which the marks of fields do not match is read whole."""
    begin = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    open_contents = begin + f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{words("Một")}</w:p>'
    assert lines(read(tmp_path, open_contents + paragraph("Hai"))) == ["Một", "Hai"]
    assert lines(read(tmp_path, begin + "</w:p>" + paragraph("Hai"))) == ["Hai"]


def test_notes_stand_apart_with_their_marks(tmp_path: Path):
    """Footnotes are counted where they are referred to; how many words follow each mark is told."""
    refer = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = f"<w:p>{words('Hộ nghèo')}{refer.format(7)}{words(' và hộ cận nghèo')}{refer.format(3)}{words('.')}</w:p>"
    notes = "".join(
        f'<w:footnote w:id="{n}">{paragraph(t)}</w:footnote>' for n, t in ((3, "Chú thích sau."), (7, "Chú thích đầu."))
    )
    found = read(tmp_path, body, {"footnotes": notes})
    assert found.blocks == (Line("Hộ nghèo và hộ cận nghèo.", where="đoạn 1", notes=("1", "2"), behind=(4, 0)),)
    assert found.footnotes == (Footnote("1", "Chú thích đầu."), Footnote("2", "Chú thích sau."))


def test_notes_of_cells_are_the_tables(tmp_path: Path):
    """A table tells the marks of the notes in its cells, also where another process reads it."""
    refer = f'<w:p>{words("Hộ")}<w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    notes = f'<w:footnote w:id="7">{paragraph("Chú thích.")}</w:footnote>'
    found = read(tmp_path, table([cell(refer), cell("Thôn")], [cell("3"), cell("Hạ")]), {"footnotes": notes})
    assert [one.notes for one in loaded(dumped(found)).blocks if isinstance(one, Table)] == [("1",)]


def test_spaces_hyphens_and_breaks(tmp_path: Path):
    """Non-breaking signs are plain ones; a break inside a sentence joins, one before a new item parts."""
    br = "<w:r><w:br/></w:r>"
    hyphen = "<w:r><w:noBreakHyphen/></w:r>"
    inside = words("10\u00a0hộ") + hyphen + words("thôn\u200b,") + br + words("được vay.") + br + words("- Hai")
    body = f"<w:p>{inside}</w:p>"
    found = read(tmp_path, body)
    assert lines(found) == ["10 hộ-thôn, được vay.", "- Hai"]
    assert found.doubts[0].said == "Có ngắt dòng giữa câu, trước “được vay.”: nối thành một đoạn."


def test_running_heads_are_furniture(tmp_path: Path):
    """Heads and feet of the page are kept aside, each once."""
    found = read(
        tmp_path,
        paragraph("Lời"),
        {"header1": paragraph("Đầu trang"), "footer1": paragraph("Đầu trang") + paragraph("Chân")},
    )
    assert (lines(found), found.furniture) == (["Lời"], ("Đầu trang", "Chân"))


def test_what_another_library_writes_is_read(tmp_path: Path):
    """python-docx's lists by style and its table with merged cells."""
    made = python_docx.Document()
    made.add_paragraph("Mục tiêu", style="List Number")
    made.add_paragraph("Đối tượng", style="List Number")
    made.add_paragraph("Hộ nghèo", style="List Bullet")
    grid = made.add_table(2, 3, style="Table Grid")
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "Gộp"
    grid.cell(1, 2).text = "Cuối"
    made.save(str(tmp_path / "made.docx"))
    found = docx.read(tmp_path / "made.docx")
    assert lines(found) == ["1. Mục tiêu", "2. Đối tượng", "• Hộ nghèo"]
    assert found.blocks[3] == Table(((Cell("Gộp", 2), Cell()), (Cell(), Cell(), Cell("Cuối"))), "bảng 1")


def test_a_sign_that_print_has_no_shape_for_is_read_as_the_one_like_it(tmp_path: Path):
    """The arrow and the tick of fonts made of signs, automatic and typed; a sign like no other is a point."""
    bullets = lists(level(0, "bullet", "\uf0d8"))
    body = listed("Rà soát hộ nghèo") + paragraph("➤ Cấp thẻ") + paragraph("❀ Mở lớp") + paragraph("Đạt ☑ chuẩn")
    assert lines(read(tmp_path, body, bullets)) == ["‣ Rà soát hộ nghèo", "‣ Cấp thẻ", "• Mở lớp", "Đạt ✔ chuẩn"]


def test_words_in_bold_up_to_a_colon_are_told(tmp_path: Path):
    """ "**Các ấp:** vận động": the line is not bold, its head is."""
    bold = "<w:b/>"
    body = f"<w:p>{words('Các ấp:', bold)}{words(' vận động')}</w:p><w:p>{words('Các ấp', bold)}{words(' họp')}</w:p>"
    found = read(tmp_path, body).blocks
    assert [(one.bold, one.bold_head) for one in found if isinstance(one, Line)] == [(False, True), (False, False)]


def test_a_line_is_bold_by_its_words_and_tells_underline_and_style(tmp_path: Path):
    """A number or a colon that is not bold changes nothing."""
    bold, stroke = "<w:b/>", '<w:u w:val="single"/>'
    body = f"<w:p>{words('1. ')}{words('Mục tiêu', bold)}{words(':')}</w:p><w:p>{words('Nội dung', stroke)}</w:p>"
    body += f'<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>{words("Kinh phí")}</w:p>'
    found = [one for one in read(tmp_path, body).blocks if isinstance(one, Line)]
    assert [(one.bold, one.underlined, one.headed) for one in found] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
