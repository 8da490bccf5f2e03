"""What a finding asks for leads who has nothing but the message, and the paper, back to the right words."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Spoil

from programme import FindingsError, check

GN_2, GN_7 = "data/projects/gn-2.yaml", "data/projects/gn-7.yaml"
COMPARE = "so cả dòng này với văn bản rồi chép lại cho đúng; chữ nào văn bản không có thì xóa"


def told(root: Path) -> list[tuple[str, str]]:
    """Where and what was found, and what is asked, of each finding in a copy."""
    with pytest.raises(FindingsError) as caught:
        check(root)
    return [(f"{one.file}:{one.line}: {one.found}", one.expected) for one in caught.value.findings]


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
        ("\u00a0", "dấu cách thường: xóa dấu ấy rồi gõ lại"),
        ("✓", "bỏ ký hiệu ấy: bản in PDF không có hình cho nó"),
    ],
)
def test_a_strange_letter_is_compared_with_the_paper(spoil: Spoil, letter: str, asked: str):
    """What a letter stands for only the paper says: no word is proposed for it."""
    assert [wanted for _, wanted in told(spoil(GN_2, "title: Nuôi gà", f"title: Nuôi{letter}gà"))] == [asked]


def test_the_strange_letters_that_are_not_named_are_counted(spoil: Spoil):
    """Three of a value are named, the last with the number of the rest; of one letter, the first."""
    assert [found for found, _ in told(spoil(GN_2, "title: Nuôi gà", "title: ЖNuДôЛi gЖàФ"))] == [
        f'{GN_2}:13: Có chữ "Д" (U+0414, chữ Kirin) không dùng trong tiếng Việt, ở chỗ [ ] trong "ЖNu[Д]ôЛi gЖàФ thả đ".',
        f'{GN_2}:13: Có chữ "Ж" (U+0416, chữ Kirin) không dùng trong tiếng Việt, ở chỗ [ ] trong "[Ж]NuДôЛi gЖàФ th".',
        f'{GN_2}:13: Có chữ "Л" (U+041B, chữ Kirin) không dùng trong tiếng Việt, ở chỗ [ ] trong "ЖNuДô[Л]i gЖàФ thả đồi"; '
        "và 2 ký tự khác.",
    ]


def test_words_that_are_lost_whole_are_said_to_be(spoil: Spoil):
    """Where no letter of a value is left, it is to be copied again, not to be left blank."""
    assert told(spoil(GN_2, "title: Nuôi gà thả đồi", "title: \ue041\ue042 \ue041"))[-1] == (
        f'{GN_2}:13: Có ký hiệu U+E042 mà bản in không có hình, ở chỗ [ ] trong "\ue041[\ue042] \ue041"; '
        "và 1 ký tự khác; lời ở đây đã mất hẳn.",
        "chép lại cả lời theo văn bản",
    )


def test_a_control_character_is_told_in_its_line(spoil: Spoil):
    """What YAML itself refuses has a line too, and is mended as other letters are."""
    assert told(spoil(GN_2, "title: Nuôi gà", "title: Nuôi\x07gà")) == [
        (f"{GN_2}:13: Không đọc được tệp: có ký tự điều khiển không nhìn thấy U+0007 ở dòng này.", COMPARE)
    ]
