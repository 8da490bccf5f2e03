"""What was false of data (`tests/faults.py`, F): each kind is a finding, said so that one can mend it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from support import Spoil, run
from told import AGENCIES, GN_1, GN_2, GN_7, PLAN, SECTIONS, committed, messages, said

from programme import FindingsError, check, open_programme
from programme.load.keys import KEYS
from programme.load.vocabulary import Term
from programme.vietnamese import letters


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("1.0 96 triệu đồng,", "1.0 96 triệu đồng,"),
        ("3 096 triệu đồng,", "3 096 triệu đồng,"),
        ("96 - 120 triệu đồng,", "- 120 triệu đồng,"),
        ("- 96 triệu đồng,", "- 96 triệu đồng,"),
        ("2 tỷ 96 triệu đồng,", "2 tỷ"),
        ("96 triệu đồng/hộ,", "96 triệu đồng/hộ,"),
        ("96 triệu đồng, 5 nghìn", "5 nghìn"),
    ],
)
def test_no_part_of_an_amount_is_read(spoil: Spoil, written: str, part: str):
    """F1, F2: what is not wholly an amount is a finding at its line; the total stays out of it."""
    root = spoil(GN_7, "text: 96 triệu đồng,", f'text: "{written}"')
    assert said(root) == [f'{GN_7}:33: không đọc được trọn vẹn số tiền "{part}".']


@pytest.mark.parametrize("written", ["3oo", "1.00.0", "1 200", "-12", "12-15", "12 nghìn", "½12"])
def test_no_part_of_a_figure_is_read(spoil: Spoil, written: str):
    """F2: the same of a number to be reached."""
    root = spoil(SECTIONS, "text: giảm 12 hộ cận nghèo trở lên,", f'text: "giảm {written} hộ cận nghèo trở lên,"')
    assert said(root) == [f'{SECTIONS}:16: không đọc được trọn vẹn con số "{written}".']


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000"])
def test_other_spaces_are_named(spoil: Spoil, space: str):
    """F1, C1: a space that is not the keyboard's stands in no text, so in no number."""
    root = spoil(GN_7, "96 triệu", f"3{space}096 triệu")
    code = f"U+{ord(space):04X}"
    assert said(root) == [f'{GN_7}:33: Có dấu cách khác dấu cách thường, {code}, ở chỗ [ ] trong "3[ ]096 triệu đồng".']


@pytest.mark.parametrize("sign", "▪✓☐➢☑♻🏠\uf0b7")
def test_a_sign_that_paper_lacks_is_named(spoil: Spoil, sign: str):
    """F6: the PDF files have no picture for it: a finding with file and line; a bullet pasted from Word is to go."""
    root = spoil(GN_2, "title: Nuôi gà thả đồi", f"title: {sign} Nuôi gà thả đồi")
    code = f"U+{ord(sign):04X}"
    assert (
        f'{GN_2}:13: Có ký hiệu {code} mà bản in không có hình, ở chỗ [ ] trong "[{sign}] Nuôi gà thả đ".\n'
        in messages(root)
    )
    assert "Cần: bỏ dấu đầu dòng chép từ Word: trang tự đặt dấu đầu dòng\n" in messages(root)


def test_paper_has_every_letter_that_may_stand(tmp_path: Path):
    """F6: each letter and sign that passes the check is in the one family of the PDF files."""
    import json

    import typst

    allowed = [
        letter for letter in map(chr, range(0x20, 0x20000))
        if unicodedata.category(letter) != "Cs" and not list(letters.strange(letter))
    ]  # fmt: skip
    assert 800 < len(allowed) < 1000
    (tmp_path / "all.typ").write_text(
        '#set document(title: "x")\n#set text(font: "Libertinus Serif", fallback: false, lang: "vi")\n'
        "#for one in json(bytes(sys.inputs.all)) [#one ]\n",
        encoding="utf-8",
    )
    assert typst.compile(
        tmp_path / "all.typ", ignore_system_fonts=True, sys_inputs={"all": json.dumps(allowed)}, pdf_standards=["ua-1"]
    )


@pytest.mark.parametrize(
    "target",
    ["https://[", "https://", "http://x", "https://a..vn/", "https://xa vn", "mailto:x", "mailto:@xa.vn", "https://xa.vn/<b>",
     "https://xa.vn:999999/", "mailto:a@b"],
)  # fmt: skip
def test_an_address_leads_somewhere(spoil: Spoil, target: str):
    """F7: the address of a page or of a mailbox is whole."""
    root = spoil(PLAN, "contact: mailto:gop-y@minh-hoa.example", f'contact: "{target}"')
    assert said(root) == [f'{PLAN}:5: ghi là "{target}", sai dạng.']


@pytest.mark.parametrize(
    "target", ["https://xa.vn", "http://a-b.gov.vn:8080/x?y=1#z", "mailto:ten.ho@xa.gov.vn?subject=x"]
)
def test_a_whole_address_is_none_of_these(spoil: Spoil, target: str):
    """F7: what leads somewhere passes."""
    assert open_programme(spoil(PLAN, "contact: mailto:gop-y@minh-hoa.example", f'contact: "{target}"'))


def test_what_passes_the_check_is_built(copy: Path):
    """F7: a first clause numbered 1.1, a project without a clause about its content, a month alone in the head."""
    for file, old, new in (
        (GN_1, "number: a\n", 'number: "1.1"\n'),
        ("data/concepts.yaml", "II.1.a", "II.1.1"),
        (GN_1, "    kind: content\n", ""),
        (GN_7, "    kind: content\n", ""),
        (PLAN, "date: 2026-03-01", "date: 2026-02"),
    ):
        path = copy / file
        text = path.read_text(encoding="utf-8")
        if old in text:
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
    (copy / "source/ke-hoach.txt").unlink()
    built = run("programme", "--root", str(copy), "build", "--site-dir", str(copy / "site"), cwd=copy)
    assert built.returncode == 0, built.stdout + built.stderr
    text = (copy / "site/toan-van.html").read_text(encoding="utf-8")
    assert '<h4 id="II.1.1">' in text and '<h5 id="II.2.1.a">' in text
    assert "<p>Minh Họa, ngày … tháng 02 năm 2026 <small>(bản nguồn để trống ngày)</small></p>" in text


def test_a_date_of_other_digits_is_named(spoil: Spoil):
    """F7: full-width digits in a date."""
    assert said(spoil(PLAN, "date: 2026-03-01", "date: 2026-03-０1")) == [
        f'{PLAN}:53: Có chữ "０" (U+FF10) trông giống chữ "0", ở chỗ [ ] trong "2026-03-[０]1".'
    ]


def test_a_file_that_lost_much_is_told(copy: Path):
    """F8: a file cut at a line end, and one saved with ? for every letter with marks, beside the last saved state."""
    committed(copy)
    questions, concepts = copy / "data/questions.yaml", copy / "data/concepts.yaml"
    questions.write_text("".join(questions.read_text(encoding="utf-8").splitlines(True)[:5]), encoding="utf-8")
    lines = concepts.read_text(encoding="utf-8").splitlines(True)
    torn = [line.partition("clauses:") for line in lines]
    whole = (words.encode("ascii", "replace").decode() + key + rest for words, key, rest in torn)
    concepts.write_text("".join(whole), encoding="utf-8")
    told = [one.split("\n")[0] for one in re.split(r"\n(?! )", messages(copy))]
    assert told[0] == "data/concepts.yaml: Lưu ý: Chữ có dấu mất nhiều: lần lưu trước 43 chữ, nay 1 chữ."
    assert told[1].startswith("data/concepts.yaml:1: Có dấu ? ở giữa chữ: ")
    assert told[2] == "data/questions.yaml: Lưu ý: Tệp ngắn đi nhiều: lần lưu trước 25 dòng, nay 5 dòng."


def test_an_edit_is_no_loss(copy: Path):
    """F8: a line more, a line less, another word: nothing is told."""
    committed(copy)
    path = copy / "data/questions.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("answer: ", "answer: Nay ", 1), encoding="utf-8")
    assert check(copy)[1] == ()


def test_torn_words_are_told_without_history(spoil: Spoil):
    """F8: question marks inside words, where Git knows nothing; an address or a question is none."""
    found = [one.found for one in check(spoil("data/questions.yaml", "answer: ", "answer: Ng??i ngh?o? "))[1]]
    assert found == ['Có dấu ? ở giữa chữ: "Ng??i", ở 2 chỗ, từ dòng 4; có lẽ chữ có dấu đã mất khi lưu tệp.']
    assert check(spoil("data/questions.yaml", "Ng??i ngh?o? ", "Sao? Xem https://x.vn/a?b=c. "))[1] == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "word"),
    [
        (GN_1, "[phong-kinh-te, chu-tich-xa]", "[phong-kinh-te, phong-kinh-te]", "bearers", "phong-kinh-te"),
        (GN_1, "[gia-dinh-ngheo, gia-dinh-can-ngheo]", "[gia-dinh-ngheo, gia-dinh-ngheo]", "who", "gia-dinh-ngheo"),
        (GN_1, "roles: [lead]", "roles: [lead, lead]", "roles", "lead"),
        (GN_1, "aliases: [làm nhà, sửa nhà]", "aliases: [làm nhà, làm nhà]", "aliases", "làm nhà"),
        (AGENCIES, "names: [VHXH]", "names: [VHXH, VHXH]", "names", "VHXH"),
    ],
)  # fmt: skip
def test_nothing_is_named_twice(spoil: Spoil, file: str, old: str, new: str, key: str, word: str):
    """F9: the same twice in one list, whatever the list."""
    root = spoil(file, old, new)
    with pytest.raises(FindingsError) as caught:
        open_programme(root)
    assert [(one.file, one.field, one.found) for one in caught.value.findings] == [(file, key, f'"{word}" ghi 2 lần.')]


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        (GN_1, "cites: [{document: nq-12}]", "cites: [{document: nq-12}, {document: nq-12}]", "hai mục ghi như nhau."),
        ("data/abbreviations.yaml", "- {short: HĐND, full: Hội đồng nhân dân}",
         "- {short: HĐND, full: Hội đồng nhân dân}\n- {short: HĐND, full: Hội đồng}",
         '"HĐND" đã có ở data/abbreviations.yaml:6.'),
        (SECTIONS, "id: ty-le-thuong,", "id: ty-le,", '"ty-le" đã có ở data/sections.yaml:13.'),
        (PLAN, '      - code: "3.2"', '      - code: "6"', '"6" đã có ở data/plan.yaml:22.'),
    ],
)  # fmt: skip
def test_nothing_is_told_twice(spoil: Spoil, file: str, old: str, new: str, found: str):
    """F9: its siblings, of records: a citation, a short form, an indicator, a project that is not there."""
    with pytest.raises(FindingsError) as caught:
        open_programme(spoil(file, old, new))
    assert found in [one.found for one in caught.value.findings]


@pytest.mark.parametrize(
    ("letter", "found"),
    [
        ("Ð", 'Có chữ "Ð" (U+00D0) trông giống chữ "Đ", ở chỗ [ ] trong "Phòng[Ð] Văn hóa - Xã ".'),
        ("а", 'Có chữ "а" (U+0430, chữ Kirin) trông giống chữ "a", ở chỗ [ ] trong "Phòng[а] Văn hóa - Xã ".'),
        ("ο", 'Có chữ "ο" (U+03BF, chữ Hy Lạp) trông giống chữ "o", ở chỗ [ ] trong "Phòng[ο] Văn hóa - Xã ".'),
        ("Ａ", 'Có chữ "Ａ" (U+FF21) trông giống chữ "A", ở chỗ [ ] trong "Phòng[Ａ] Văn hóa - Xã ".'),
        ("日", 'Có chữ "日" (U+65E5, chữ Hán) không dùng trong tiếng Việt, ở chỗ [ ] trong "Phòng[日] Văn hóa - Xã ".'),
        *(
            (chr(code), f'Có ký tự không nhìn thấy U+{code:04X} ở chỗ [ ] trong "Phòng[ ] Văn hóa - Xã ".')
            for code in (0x3164, 0x1160, 0x034F, 0x17B4, 0xFE0F, 0x200B, 0x202E, 0x2066, 0x200F, 0x00AD, 0xE0041)
        ),
        ("\ufffd", 'Chữ đã hỏng, còn lại U+FFFD ở chỗ [ ] trong "Phòng[\ufffd] Văn hóa - Xã ".'),
    ],
)
def test_a_strange_letter_is_named_with_its_place(spoil: Spoil, letter: str, found: str):
    """F10, C1: its code, its script, the word it stands in, the right letter; nothing else is said of that line."""
    root = spoil(AGENCIES, "name: Phòng Văn hóa - Xã hội", f"name: Phòng{letter} Văn hóa - Xã hội")
    assert said(root) == [f"{AGENCIES}:5: {found}"]


def test_a_strange_letter_is_found_in_its_line(copy: Path):
    """C1: in a text of several lines the line is that of the letter."""
    path = copy / "data/notice.yaml"
    path.write_text("title: Nay\nsummary: một\n  hai\n  bа\nfacts: []\n", encoding="utf-8")
    assert said(copy)[0].startswith("data/notice.yaml:4: Có chữ ")


@pytest.mark.parametrize(
    ("name", "found"),
    [('" "', "đang để trống."), (".", 'ghi là ".", không có chữ nào.'), ('"– !"', 'ghi là "– !", không có chữ nào.')],
)
def test_a_name_holds_a_letter(spoil: Spoil, name: str, found: str):
    """F10: a name of one space or of signs."""
    root = spoil(AGENCIES, "name: Phòng Văn hóa - Xã hội", f"name: {name}")
    assert said(root) == [f"{AGENCIES}:5: {found}"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/abbreviations.yaml", "full: Tỉnh ủy", "full: –"),
        ("data/abbreviations.yaml", "short: TU,", "short: –,"),
        (PLAN, "office: CHỦ TỊCH", "office: –"),
        (PLAN, "authority: TM. ỦY BAN NHÂN DÂN", "authority: –"),
        (PLAN, "symbol: QĐ-UBND", "symbol: –"),
        (PLAN, "state: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "state: –"),
        (PLAN, "motto: Độc lập - Tự do - Hạnh phúc", "motto: –"),
        (PLAN, "short_title: Kế hoạch thử giai đoạn 2026 - 2030 của xã Minh Họa", "short_title: –"),
        (PLAN, "issuer_lines: [ỦY BAN NHÂN DÂN,", "issuer_lines: [–,"),
        ("data/search.yaml", "means: nước sạch", "means: –"),
        ("data/search.yaml", "say: [nước máy]", "say: [–]"),
        ("data/questions.yaml", "question: Vay vốn", "question: –"),
        ("data/groups.yaml", "asked_as: Gia đình không thuộc các loại trên", "asked_as: –"),
    ],
)
def test_what_is_read_by_itself_holds_a_letter(spoil: Spoil, file: str, old: str, new: str):
    """F10: its siblings, in each key of the frame and of the registers that a page shows alone."""
    assert [one.rpartition(": ")[2] for one in said(spoil(file, old, new)) if "không có chữ nào" in one] == [
        'ghi là "–", không có chữ nào.'
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (PLAN, "short_title: Kế hoạch thử", "short_title: |\n  Kế hoạch\n  thử"),
        ("data/questions.yaml", "question: Vay vốn", "question: |\n    Vay\n    vốn"),
    ],
)
def test_a_heading_is_one_line(spoil: Spoil, file: str, old: str, new: str):
    """A name, a question, the title of the plan: what is a link or a heading goes on in no second line."""
    assert [one.partition(": ")[2][:17] for one in said(spoil(file, old, new)) if "xuống dòng" in one] == [
        'xuống dòng sau "' + ("K" if file == PLAN else "V")
    ]


def test_an_everyday_word_may_mean_a_name_in_any_case(spoil: Spoil):
    """What it means is looked for as the search does, without regard to capitals."""
    root = spoil("data/search.yaml", "means: nước sạch", "means: Nước SẠCH")
    assert open_programme(root).data.search.everyday[2].means == "Nước SẠCH"


def test_every_row_that_cannot_be_read_is_told(spoil: Spoil):
    """A row with too few cells hides none of those after it."""
    root = spoil(SECTIONS, 'cells: [Thượng, "12.000,5", "1.847", "13.847,5"]', 'cells: [Thượng, "12.000,5"]')
    path = root / SECTIONS
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("cells: [Hạ, ", "cells: [Hạ, thừa, "), encoding="utf-8")
    assert [one.partition(": ")[2] for one in said(root)] == [
        "hàng có 2 ô, bảng có 4 cột.", "hàng có 5 ô, bảng có 4 cột."
    ]  # fmt: skip


def test_the_head_shows_its_date_as_written(spoil: Spoil, tmp_path: Path):
    """F13: ngày 05 tháng 02, on the page of the full text."""
    from programme.render.renderer import Renderer

    root = spoil(PLAN, "date: 2026-03-01", "date: 2026-02-05")
    assert "Minh Họa, ngày 05 tháng 02 năm 2026" in Renderer(open_programme(root)).overview("toan-van")


def test_faults_are_reported_only_where_there_is_an_address(site: Path, copy: Path):
    """F14: without `contact` no page offers to report a fault; with it each page leads there."""
    assert 'gioi-thieu.html#bao-sai-sot">Báo sai sót</a>' in (site / "kinh-phi.html").read_text(encoding="utf-8")
    plan = copy / PLAN
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("contact: mailto:gop-y@minh-hoa.example\n", ""), encoding="utf-8"
    )
    built = run("mkdocs", "build", "--site-dir", str(copy / "site"), cwd=copy)
    assert built.returncode == 0, built.stderr
    offered = [p.name for p in (copy / "site").rglob("*.html") if "bao-sai-sot" in p.read_text(encoding="utf-8")]
    assert offered == []


def test_closed_lists_in_the_keys_are_the_vocabulary():
    """F16: a meaning that lists words lists all of its vocabulary, in its order."""
    assert KEYS["Place.kind"].meaning == (
        "province, city, town, urban_district, district, special_zone, commune, township, ward hoặc village."
    )
    assert KEYS["capital"].meaning == "recurrent (vốn sự nghiệp) hoặc investment (vốn đầu tư phát triển)."
    lists = [[*map(str, listed)] for listed in Term.__subclasses__()]
    for key in KEYS.values():
        words = [word for word in re.findall(r"\w+", key.meaning) if any(word in one for one in lists)]
        if len(words) > 2:
            assert words in lists, key
