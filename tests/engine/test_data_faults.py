"""Faults of data met in use (`tests/faults.py`): each kind is a finding, said so that one can mend it."""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from pathlib import Path

import pytest
from support import Spoil, run

from programme import FindingsError, check, open_programme
from programme.history import git
from programme.load.keys import KEYS
from programme.load.vocabulary import Term
from programme.vietnamese import letters

GN_1, GN_2, GN_7 = (f"data/projects/gn-{number}.yaml" for number in (1, 2, 7))
AGENCIES, PLAN, SECTIONS, PLACES = (f"data/{name}.yaml" for name in ("agencies", "plan", "sections", "places"))


def said(root: Path) -> list[str]:
    """What `check` finds in a copy, without the line that counts."""
    with pytest.raises(FindingsError) as caught:
        open_programme(root)
    return [f"{one.file}:{one.line}: {one.found}" for one in caught.value.findings]


def messages(root: Path) -> str:
    with pytest.raises(FindingsError) as caught:
        open_programme(root)
    return str(caught.value)


# -- F: what was false ----------------------------------------------------------


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
        ("data/concepts.yaml", "II.1.a", "II.1.1.1"),
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
    assert '<h4 id="II.1.1.1">' in text and '<h5 id="II.2.1.a">' in text
    assert "<p>Minh Họa, ngày … tháng 02 năm 2026 <small>(bản nguồn để trống ngày)</small></p>" in text


def test_a_date_of_other_digits_is_named(spoil: Spoil):
    """F7: full-width digits in a date."""
    assert said(spoil(PLAN, "date: 2026-03-01", "date: 2026-03-０1")) == [
        f'{PLAN}:53: Có chữ "０" (U+FF10) trông giống chữ "0", ở chỗ [ ] trong "2026-03-[０]1".'
    ]


def committed(root: Path) -> Path:
    for command in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "x")):
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false", *command],
            cwd=root,
            check=True,
        )
    return root


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
    assert KEYS["Place.kind"].meaning == "province, district, commune, township, ward hoặc village."
    assert KEYS["capital"].meaning == "recurrent (vốn sự nghiệp) hoặc investment (vốn đầu tư phát triển)."
    lists = [[*map(str, listed)] for listed in Term.__subclasses__()]
    for key in KEYS.values():
        words = [word for word in re.findall(r"\w+", key.meaning) if any(word in one for one in lists)]
        if len(words) > 2:
            assert words in lists, key


# -- C: what clerks met ----------------------------------------------------------


def test_a_known_key_in_the_wrong_place_is_told_where_it_belongs(spoil: Spoil):
    """C2: not the same word again, but where it stands."""
    text = messages(spoil(GN_1, 'code: "1"\n', 'code: "1"\nbearers: [phong-kinh-te]\n'))
    assert text.startswith(
        f"{GN_1}:2: Ai làm (bearers): khóa này đặt sai chỗ. Ở đây có các khóa: aliases (tên gọi khác để tìm); "
        "applies (có thực hiện ở đây không); clauses (các mục con); code (mã dự án); label (chữ gọi dự án); "
        "no_basis (lý do không có căn cứ tiền); no_lead (lý do không có chủ trì); note (ghi chú của trang web); "
        "number (số mục); paragraphs (các đoạn); programme (chương trình); subprojects (các tiểu dự án); title (tên).\n"
        "    Cần: khóa bearers đặt trong một đoạn (paragraphs, items) hoặc một cụm từ (phrases)\n"
    )
    assert "Ý bạn là" not in text


def test_examples_are_of_that_very_key(spoil: Spoil):
    """C3: a wrong kind of a place shows the kinds of places, of a group those of groups."""
    assert messages(spoil(PLACES, "kind: commune", "kind: xom")).startswith(
        f'{PLACES}:2: Loại nơi (kind): ghi là "xom".\n'
        "    Cần: một trong các từ: province (tỉnh); district (huyện); commune (xã); township (thị trấn); "
        "ward (phường); village (thôn, bản, tổ dân phố)\n    Ví dụ đúng: kind: commune\n"
    )


def test_the_cause_comes_first(copy: Path):
    """C4: a file that is gone, cut or empty is told before what follows from it, and only once."""
    (copy / AGENCIES).unlink()
    assert said(copy)[0] == f"{AGENCIES}:0: Không tìm thấy tệp."


def test_a_registry_that_is_gone_is_told_once(copy: Path):
    """C4: without documents.yaml it is that file, not each place that names a document."""
    (copy / "data/documents.yaml").unlink()
    assert said(copy) == [
        "data/documents.yaml:0: Tệp này không có hoặc không ghi gì, mà 17 chỗ trong dữ liệu ghi mã văn bản."
    ]


def test_a_cut_file_is_told_before_what_it_lacks(copy: Path):
    """C4: the lines that the last saved state had come first."""
    committed(copy)
    path = copy / AGENCIES
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(True)[:16]), encoding="utf-8")
    found = said(copy)
    assert found[0] == f"{AGENCIES}:0: Tệp ngắn đi nhiều: lần lưu trước 43 dòng, nay 16 dòng."
    assert len(found) > 5


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (PLAN, "motto: Độc lập", 'motto: "Độc lập', 49),
        (GN_2, "title: Nuôi gà thả đồi", 'title: "Nuôi gà thả đồi', 13),
        (GN_2, "title: Nuôi gà thả đồi", "title: 'Nuôi gà thả đồi", 13),
        ("data/needs.yaml", 'con giống",', "con giống,", 1),
    ],
)
def test_a_quote_left_open_is_told_in_its_line(spoil: Spoil, file: str, old: str, new: str, line: int):
    """C5: where it was opened, not where the reader stumbled."""
    assert said(spoil(file, old, new)) == [f"{file}:{line}: Không đọc được tệp: ngoặc kép mở ở dòng này mà chưa đóng."]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("31/02/2023", 'ghi là "31/02/2023", không có trong lịch.'),
        ("2023-2-31", 'ghi là "2023-2-31", không có trong lịch.'),
        ("2/13/2023", 'ghi là "2/13/2023", không có trong lịch.'),
        ("1/2/2023", 'ghi là "1/2/2023". Ý bạn là "2023-02-01"?'),
    ],
)
def test_a_day_that_is_none_is_not_proposed(spoil: Spoil, written: str, found: str):
    """C6: no such day."""
    assert said(spoil("data/documents.yaml", "date: 2026-01-02", f"date: {written}")) == [
        f"data/documents.yaml:2: {found}"
    ]


def test_no_message_offers_other_words_for_the_plans(spoil: Spoil):
    """C7: a total that does not add up asks what the number is, and gives no other."""
    root = spoil(SECTIONS, "846.443,619 triệu đồng", "846.400 triệu đồng")
    text = messages(root)
    assert text == (
        f"{SECTIONS}:37: Số tiền (money): tổng ghi là 846.400 triệu đồng, cộng các dòng được 846.443,619 triệu đồng.\n"
        "    Cần: so với bản gốc: dòng nào chép sai thì sửa cho đúng bản gốc, dòng nào tính hai lần thì bỏ một money. "
        "Số này không phải tổng của các dòng, hay bản gốc ghi đúng như thế, thì giữ nguyên lời, bỏ money ở đây\n"
        "Có 1 lỗi cần sửa; chưa có gì được xuất bản."
    )


def test_quoted_keys_have_no_example(copy: Path):
    """C7: where the words are the plan's, a missing key is not filled with words of ours."""
    path = copy / PLAN
    path.write_text(
        path.read_text(encoding="utf-8").replace("  motto: Độc lập - Tự do - Hạnh phúc\n", ""), encoding="utf-8"
    )
    assert messages(copy) == (
        f"{PLAN}:46: Tiêu ngữ (motto): mục này còn thiếu.\n    Cần: chép đúng như văn bản\n"
        "Có 1 lỗi cần sửa; chưa có gì được xuất bản."
    )


def test_no_example_proposes_words_of_the_plan(copy: Path):
    """C7: whatever value of the plan's own files is spoiled, no "Ví dụ đúng" holds words for a key that quotes.

    Each key in each of four ways in the drill, in one of them else.
    """
    ways = ("", " {a: b}", " [[x]]", " a: b")
    quoting = {"caption", "condition", "deadline", "frequency", "heading", "motto", "names", "part", "share", "state"}
    quoting |= {"stated", "text", "title", "title_lines", "within", "basis", "closing", "header", "annex"}
    told, seen = set(), set()
    for path in sorted(copy.rglob("data/**/*.yaml")):
        text = path.read_text(encoding="utf-8")
        lines = text.split("\n")
        for at, line in enumerate(lines):
            found = re.match(r"([ -]*)(\w+):", line)
            if not found or found[2] in seen:
                continue
            seen.add(found[2])
            for value in ways if "WHOLE" in os.environ else [ways[len(seen) % 4]]:
                path.write_text("\n".join([*lines[:at], f"{found[0]}{value}", *lines[at + 1 :]]), encoding="utf-8")
                try:
                    open_programme(copy, with_pages=False)
                except FindingsError as error:
                    told |= {one.example for one in error.findings}
        path.write_text(text, encoding="utf-8")
    assert len(told) > 12
    words = {
        line.strip(" -")
        for one in told
        for line in one.split("\n")
        if (found := re.match(r"[ -]*(\w+): *[^ …]", line)) and found[1] in quoting
    }
    assert words == set()
    assert "WHOLE" not in os.environ or "timing:\n  text: …\n  start: 2024-09-20\n  end: 2024-10-25" in told


def test_one_error_in_several_columns_is_told_once(spoil: Spoil):
    """C8: one finding for a row, with its columns."""
    row = 'cells: [Hạ, "315,5", "", "315,5"]'
    assert said(spoil(SECTIONS, row, 'cells: [Hạ, "3x5", "y", "315.5"]')) == [
        f'{SECTIONS}:101: không đọc được số tiền "3x5" ở cột "Trung ương" (triệu đồng), "y" ở cột "Tỉnh" (triệu đồng), '
        '"315.5" ở cột "Cộng" (triệu đồng).'
    ]


def test_several_sums_of_a_row_are_told_once(spoil: Spoil):
    """C8: the same of sums."""
    assert said(
        spoil(SECTIONS, 'cells: [Cộng, "12.316", "1.847", "14.163"]', 'cells: [Cộng, "12.317", "1.848", "14.165"]')
    ) == [
        f'{SECTIONS}:102: cột "Trung ương" ghi 12.317 triệu đồng, cộng lại được 12.316 triệu đồng; cột "Tỉnh" ghi '
        "1.848 triệu đồng, cộng lại được 1.847 triệu đồng; "
        'cột "Cộng" ghi 14.165 triệu đồng, cộng lại được 14.163 triệu đồng.'
    ]


def test_files_that_programs_leave_are_ignored(copy: Path):
    """C9: those of macOS, Emacs, Windows, Office and editors neither stop the work nor make another version."""
    version = git.version(copy).id
    for folder in ("data", "data/projects"):
        for name in (
            "._gn-1.yaml",
            ".DS_Store",
            "desktop.ini",
            "Thumbs.db",
            "gn-1.yaml~",
            "~$gn-1.yaml",
            "#gn-1.yaml#",
            ".gn-1.yaml.swp",
        ):
            (copy / folder / name).write_bytes(b"\0\x05\x16\x07")
        (copy / folder / ".#gn-1.yaml").symlink_to("nobody@nowhere.1234")
    assert check(copy)[1] == ()
    assert git.version(copy).id == version
