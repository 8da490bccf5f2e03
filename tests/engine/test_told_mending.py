"""What a finding asks for leads who has nothing but the message, and the paper, back to the right words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import Spoil
from told import told

from programme import FindingsError, check
from programme.load.examples import wordless
from programme.load.keys import KEYS

GN_2, GN_7 = "data/projects/gn-2.yaml", "data/projects/gn-7.yaml"
COMPARE = "so cả dòng này với văn bản rồi chép lại cho đúng; chữ nào văn bản không có thì xóa"


# -- letters that may not stand there ---------------------------------------------


@pytest.mark.parametrize(
    ("letter", "asked"),
    [
        ("Ж", COMPARE),
        ("\u200b", COMPARE),
        ("\ufffd", COMPARE),
        ("\ue041", COMPARE),
        ("日", COMPARE),
        ("Ð", 'văn bản có chữ này thì gõ "Đ" của bàn phím tiếng Việt; không có thì xóa'),
        ("\u00a0", "dấu cách thường: xóa dấu ấy rồi gõ lại, rồi so cả lời với văn bản"),
        ("✓", "bỏ ký hiệu ấy: bản in PDF không có hình cho nó"),
    ],
)
def test_a_strange_letter_is_compared_with_the_paper(spoil: Spoil, letter: str, asked: str):
    """What a letter stands for only the paper says: no word is proposed for it."""
    assert [wanted for _, wanted in told(spoil(GN_2, "title: Nuôi gà", f"title: Nuôi{letter}gà"))] == [asked]


def test_the_strange_letters_that_are_not_named_are_counted(spoil: Spoil):
    """Three of a value are named, the last with the number of the rest; of one letter, the first."""
    assert [found for found, _ in told(spoil(GN_2, "title: Nuôi gà", "title: ЖNuДôЛi gЖàФ"))] == [
        f'{GN_2}:13: Có chữ "Д" (U+0414, chữ Kirin) không dùng trong tiếng Việt, ở chỗ [ ] trong '
        '"ЖNu[Д]ôЛi gЖàФ thả đ".',
        f'{GN_2}:13: Có chữ "Ж" (U+0416, chữ Kirin) không dùng trong tiếng Việt, ở chỗ [ ] trong "[Ж]NuДôЛi gЖàФ th".',
        f'{GN_2}:13: Có chữ "Л" (U+041B, chữ Kirin) không dùng trong tiếng Việt, ở chỗ [ ] trong '
        '"ЖNuДô[Л]i gЖàФ thả đồi"; '
        "và 2 ký tự khác.",
    ]


def test_words_that_are_lost_whole_are_said_to_be(spoil: Spoil):
    """Where no letter of a value is left, it is to be copied again, not to be left blank."""
    assert told(spoil(GN_2, "title: Nuôi gà thả đồi", "title: \ue041\ue042 \ue041"))[-1] == (
        f'{GN_2}:13: Có ký hiệu U+E042 mà bản in không có hình, ở chỗ [ ] trong "\ue041[\ue042] \ue041"; '
        "và 1 ký tự khác. Lời ở đây đã mất hẳn.",
        "chép lại cả lời theo văn bản; lời ấy là của trang web thì lấy lại bản trước",
    )


@pytest.mark.parametrize(
    ("title", "found", "asked"),
    [
        (
            "Nuôi gà Нужна помощь thả đồi",
            'Có đoạn chữ không phải tiếng Việt: "Нужна помощь", ở chỗ [ ] trong "Nuôi gà [ ] thả đồi".',
            "xóa cả đoạn ấy; chỗ ấy thiếu lời của văn bản thì chép lại cho đúng",
        ),
        (
            "Нужна помощь",
            'Có đoạn chữ không phải tiếng Việt: "Нужна помощь". Lời ở đây đã mất hẳn.',
            "chép lại cả lời theo văn bản; lời ấy là của trang web thì lấy lại bản trước",
        ),
    ],
)
def test_foreign_words_are_one_fault(spoil: Spoil, title: str, found: str, asked: str):
    """Words beside each other of which no letter is Vietnamese are told once, not letter by letter."""
    assert told(spoil(GN_2, "title: Nuôi gà thả đồi", f"title: {title}")) == [(f"{GN_2}:13: {found}", asked)]


def test_two_letters_alone_are_told_as_letters(spoil: Spoil):
    """Fewer than three, or none that looks foreign, may be a slip of the keyboard: the right letter is named."""
    findings = told(spoil(GN_2, "title: Nuôi gà", "title: Nuôi Жа gà ТОСА"))
    letters = "ЖТа"
    assert [found.split(" (U+")[0] for found, _ in findings] == [f'{GN_2}:13: Có chữ "{one}"' for one in letters]


def test_a_control_character_is_told_in_its_line(spoil: Spoil):
    """What YAML itself refuses has a line too, and is mended as other letters are."""
    assert told(spoil(GN_2, "title: Nuôi gà", "title: Nuôi\x07gà")) == [
        (f"{GN_2}:13: Không đọc được tệp: có ký tự điều khiển không nhìn thấy U+0007 ở dòng này.", COMPARE)
    ]


# -- files that are spoiled as a whole --------------------------------------------

TAKE_BACK = "lấy lại bản trước (bản sao lưu, hoặc nhờ người giữ dữ liệu), đừng gõ lại"
SPOILED = "Tệp này có vẻ đã bị ghi đè hay cắt mất."


@pytest.mark.parametrize(
    ("file", "text", "found"),
    [
        ("data/plan.yaml", "xin chào", '1: ghi là "xin chào".'),
        ("data/plan.yaml", "- a\n- b\n", "1: ghi là một danh sách."),
        ("data/plan.yaml", "xin: chào\n", "1: Không thấy các khóa của khung Kế hoạch."),
        ("data/plan.yaml", "form: 2\nxin: chào\n", 
         "1: Thiếu các khóa: short_title, agency, place, period, header, signature."),
        ("data/plan.yaml", "", "0: Tệp không ghi gì."),
        (GN_7, "xin: chào\n", "1: Thiếu các khóa: code, number, label, title."),
        ("data/groups.yaml", "- {a: b}\n" * 5, "1: Không mục nào trong 5 mục đúng dạng."),
    ],
)  # fmt: skip
def test_a_file_that_is_no_longer_itself_is_to_be_taken_back(copy: Path, file: str, text: str, found: str):
    """A word, a list, another file in the place of a file: one finding, and nobody is asked to type it again."""
    (copy / file).write_text(text, encoding="utf-8")
    assert told(copy)[0] == (f"{file}:{found} {SPOILED}", TAKE_BACK)
    assert sum(one.startswith(f"{file}:") for one, _ in told(copy)) == 1


def spread(path: Path, letter: str, count: int) -> list[int]:
    """Put a letter into each of the first `count` lines that hold Vietnamese words; the lines."""
    lines = path.read_text(encoding="utf-8").split("\n")
    put = [at for at, line in enumerate(lines) if re.search("[ạảộếưôốà]", line) and "#" not in line][:count]
    for at in put:
        lines[at] = re.sub(r"[ạảộếưôốà]", rf"\g<0>{letter}", lines[at], count=1)
    path.write_text("\n".join(lines), encoding="utf-8")
    assert len(put) == count
    return [at + 1 for at in put]


@pytest.mark.parametrize(
    ("letter", "found", "asked"),
    [
        ("\ufffd", f"Có chữ lạ hay chữ đã hỏng ở 21 chỗ, từ dòng LINES và các dòng sau. {SPOILED}", TAKE_BACK),
        (
            "\u00a0",
            "Có dấu cách khác dấu cách thường ở 21 chỗ, từ dòng LINES và các dòng sau.",
            "dùng lệnh Tìm và thay, thay tất cả bằng dấu cách thường",
        ),
        (
            "Ð",
            'Có chữ "Ð" (U+00D0) trông giống chữ "Đ" ở 21 chỗ, từ dòng LINES và các dòng sau.',
            'văn bản có các chữ này thì dùng lệnh Tìm và thay, thay tất cả bằng "Đ" của bàn phím tiếng Việt',
        ),
    ],
)
def test_many_strange_letters_of_a_file_are_one_finding(copy: Path, letter: str, found: str, asked: str):
    """Twenty-one are told as what they are: the file is spoiled, or was written with another keyboard."""
    file = "data/sections.yaml"
    first, second, third, *_ = spread(copy / file, letter, 21)
    assert told(copy) == [(f"{file}:{first}: {found.replace('LINES', f'{first}, {second}, {third}')}", asked)]


def test_twenty_strange_letters_are_told_one_by_one(copy: Path):
    """So few are mended by hand."""
    spread(copy / "data/sections.yaml", "\ufffd", 20)
    assert len(told(copy)) == 20


# -- files that are not UTF-8 -------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "found", "asked"),
    [
        ("Nuôi gà", b"Nu\xf4i g\xc3\xa0", "13: Một chữ ở dòng 13 đã hỏng.", "gõ lại từ ấy theo văn bản"),
        ("Nuôi gà", b"Nu\xf4i g\xe0", "13: 2 chữ ở dòng 13 đã hỏng.", "gõ lại từ ấy theo văn bản"),
        ("Nuôi gà", b"\xf4 \xf4 \xf4 \xf4 \xf4 \xf4", "13: Tệp không phải chữ Unicode UTF-8.",
         'mở tệp và nhìn các chữ có dấu: thấy dấu "?" hay ô vuông thì đừng lưu, lấy lại bản trước; '
         "còn đúng thì lưu thành UTF-8. Notepad: Lưu thành… → Mã hóa: UTF-8"),
    ],
)  # fmt: skip
def test_what_is_not_utf8_is_told_by_what_is_left(copy: Path, old: str, new: bytes, found: str, asked: str):
    """A few bad bytes are words to be typed again; many are another encoding, or a loss."""
    path = copy / GN_2
    path.write_bytes(path.read_bytes().replace(old.encode(), new, 1))
    assert told(copy)[0] == (f"{GN_2}:{found}", asked)


def test_a_file_that_ends_within_a_letter_was_cut(copy: Path):
    """A disk that was full, a stick pulled out too early."""
    path = copy / GN_2
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex("ồ".encode()) + 1])
    found, asked = told(copy)[0]
    assert found.endswith(f": Tệp hết ở giữa một chữ. {SPOILED}") and asked == TAKE_BACK


def test_torn_words_are_told_before_what_they_broke(copy: Path):
    """A "?" alone is a sign of YAML: the words with "?" inside are the cause, and come first."""
    path = copy / "data/places.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "- {id: x, name: Ng??i, ? [a, note: x?y}\n", encoding="utf-8")
    (found, asked), *others = told(copy)
    line = path.read_text(encoding="utf-8").count("\n")
    assert found == (
        f'data/places.yaml:{line}: Có dấu ? ở giữa chữ: "Ng??i", ở 2 chỗ, từ dòng {line}; '
        "có lẽ chữ có dấu đã mất khi lưu tệp."
    )
    assert asked == "lời như trong văn bản; lưu tệp bằng mã UTF-8"
    assert [one for one, _ in others] == [f"data/places.yaml:{line}: Tên khóa phải là chữ."]


# -- what stands twice ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "copied", "name"),
    [
        ("data/groups.yaml", 'name: "NAME", kind: person', "name"),
        ("data/concepts.yaml", 'name: "NAME", explanation: x', "name"),
        ("data/questions.yaml", 'question: "NAME", answer: x', "question"),
        ("data/needs.yaml", 'name: "NAME", projects: [giam-ngheo/1]', "name"),
    ],
)
def test_an_entry_with_the_name_of_another_is_told(copy: Path, file: str, copied: str, name: str):
    """One thing written twice under two ids, also in other capitals."""
    path = copy / file
    text = path.read_text(encoding="utf-8").rstrip("\n")
    first = re.search(rf'{name}: (?:"([^"]+)"|([^",}}\n]+))', text)
    assert first
    named, line = (first[1] or first[2]).upper(), text.count("\n", 0, first.start()) + 1
    path.write_text(f"{text}\n- {{id: mot-ma-khac, {copied.replace('NAME', named)}}}\n", encoding="utf-8")
    assert told(copy) == [
        (
            f'{file}:{text.count(chr(10)) + 2}: mục này trùng tên với dòng {line}: "{named}".',
            "nếu là một thứ ghi hai lần thì xóa mục này; nếu là thứ khác thì so với văn bản rồi sửa cho khác nhau",
        )
    ]


def test_villages_of_two_communes_may_share_a_name(copy: Path):
    """A place is another one where it is a part of another place."""
    path = copy / "data/places.yaml"
    text = path.read_text(encoding="utf-8").rstrip("\n")
    twice = "\n- {id: x, name: Thôn Mới, kind: village, part_of: xa-minh-hoa}\n"
    path.write_text(text + twice + twice.replace("xa-minh-hoa", "tinh-thu").replace("id: x", "id: y").strip("\n"))
    assert all("trùng tên" not in found for found, _ in told_or_not(copy))
    path.write_text(text + twice + twice.replace("id: x", "id: y").strip("\n"))
    assert any("trùng tên" in found for found, _ in told(copy))


def told_or_not(root: Path) -> list[tuple[str, str]]:
    """The findings, if there are any."""
    try:
        check(root)
    except FindingsError:
        return told(root)
    return []


def test_no_example_of_a_message_holds_words():
    """Words of an example could be taken for the plan's: only "…" stands there, and what is a word of the form."""
    texts = {key: wordless(one.example) for key, one in KEYS.items()}
    assert [text for text in texts.values() if not text.replace("…", "").isascii()] == []
    assert texts["agencies"] == "- id: mot-ma-ngan\n  name: …"
    assert texts["NoticeFact.id"] == "id: mot-ma-ngan"
    assert texts["fillers"] == "fillers: […]"


# -- files that were cut --------------------------------------------------------------

CUT = f"tệp hết ở giữa chừng thì đã bị cắt ở đây: {TAKE_BACK}"


def cut(path: Path, after: str) -> None:
    """End a file right after some words."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index(after) + len(after)], encoding="utf-8")


def test_what_lacks_at_the_end_of_a_cut_file_may_have_been_cut(copy: Path):
    """A last line without an end, and an entry that lacks keys there: both ways to mend it are told."""
    cut(copy / "data/agencies.yaml", "name: Phòng Văn hóa - Xã")
    assert told(copy)[0][1] == f"central, province, district, commune hoặc collective; {CUT}"


def test_what_cannot_be_read_at_the_end_of_a_cut_file_may_have_been_cut(copy: Path):
    """The same of a bracket or a quote that is still open."""
    cut(copy / "data/agencies.yaml", 'names: ["các ban')
    assert [wanted for _, wanted in told(copy)] == [f"dấu ngoặc ấy ở cả đầu và cuối lời; {CUT}"]


def test_words_that_lost_their_last_letter_are_told_where_a_file_cannot_be_read(copy: Path):
    """A "?" before a space is a sign of YAML in a list: "D? án"."""
    path = copy / "data/places.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "- {id: x, name: D? án, ? [a}\n", encoding="utf-8")
    line = path.read_text(encoding="utf-8").count("\n")
    assert (
        told(copy)[0][0] == f'data/places.yaml:{line}: Có dấu ? ở giữa chữ: "D?"; có lẽ chữ có dấu đã mất khi lưu tệp.'
    )


def test_many_torn_words_stop_the_work(copy: Path):
    """A file saved with "?" for each Vietnamese letter is not published, though YAML can read it."""
    path = copy / "data/sections.yaml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("ascii", "replace"))
    assert told(copy) == [
        (
            'data/sections.yaml:2: Có dấu ? ở giữa chữ: "M?C", ở 187 chỗ, từ dòng 2, 5, 6 và các dòng sau; '
            f"có lẽ chữ có dấu đã mất khi lưu tệp. {SPOILED}",
            TAKE_BACK,
        )
    ]
