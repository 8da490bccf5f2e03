"""Written forms of numbers, amounts and figures, right and wrong ones, for tests of what the readers read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

UNITS = ("đồng", "nghìn đồng", "triệu đồng", "tỷ đồng")
SPACES = (" ", "\u00a0", "\u202f", "\u2009")
SIGNS = ("-", "−", "–", "- ", "– ", "+", "±", "~", "1/", "2^", "½ ", "9 - ", "9-", "9 đến ", "9 hoặc ", "9 x ", "3 tỷ ",
         "1 tỷ và ", "9 ", "9, ", "9. ", "9/", "từ 9 đến ", "9 đến khoảng ", "2 chục ")  # fmt: skip
"""What makes another number of the one after it."""
ENDS = (
    "/hộ",
    "/năm",
    " 5 nghìn",
    " - 9 tỷ",
    "-9",
    " đến 9 tỷ",
    " rưỡi",
    " lẻ 5 nghìn",
    " x 3",
    " trở lên",
    "; 7 triệu",
)
"""What makes another amount of the one before it."""


def grouped(whole: int) -> str:
    """1234567 is "1.234.567", written here by hand so that no test asks `formats` what `formats` writes."""
    digits = str(whole)
    first = len(digits) % 3
    return ".".join(filter(None, [digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))]))


def number(random: Random) -> tuple[str, Decimal]:
    """A number as Viet Nam writes it, and its value."""
    whole = random.randrange(10 ** random.randrange(1, 10))
    fraction = "".join(random.choice("0123456789") for _ in range(random.choice((0, 0, 0, 1, 2, 3))))
    written = random.choice((grouped(whole), str(whole)))
    return f"{written},{fraction}" if fraction else written, Decimal(f"{whole}.{fraction or 0}")


def amounts(random: Random) -> Iterator[tuple[str, int | None]]:
    """Texts with the đồng that stand in each; None for one that may not be read."""
    while True:
        written, value = number(random)
        unit = random.randrange(len(UNITS))
        dong = value * 1000**unit
        whole = int(dong) if dong == dong.to_integral_value() else None
        amount = f"{written} {UNITS[unit]}"
        before = random.choice(("", "trong đó ", "Năm 2024: ", "(", "hơn ", "“", "Kinh phí: "))
        after = random.choice(
            ("", ",", ".", " ngân sách tỉnh,", " (chưa bố trí).", ", chiếm 98,1 % tổng;", " cho 5 hộ")
        )
        yield f"{before}{amount}{after}", whole
        wrong = random.choice(("sign", "end", "cut", "split", "letter", "digit", "dot", "unit"))
        cut = random.randrange(1, len(written)) if len(written) > 1 else 0
        match wrong:
            case "sign":
                yield f"{random.choice(SIGNS)}{amount}{after}", None
            case "end":
                yield f"{before}{amount}{random.choice(ENDS)}", None
            case "split" if cut and written[cut - 1].isdigit() and written[cut].isdigit():
                yield f"{written[:cut]}{random.choice(SPACES)}{written[cut:]} {UNITS[unit]}", None
            case "letter":
                yield f"{written[:cut]}{random.choice('oOlxaà')}{written[cut:]} {UNITS[unit]}", None
            case "digit":
                yield f"{written[:cut]}{random.choice('０３٣٤')}{written[cut:]} {UNITS[unit]}", None
            case "dot":
                yield f"{written}.{random.choice(('0', '00', '12', '1234'))} {UNITS[unit]}", None
            case "unit":
                yield f"{written} {random.choice(('trăm', 'chục', 'vạn', 'nghìn tỷ', 'triệu  '))} đồng", None


def figures(random: Random) -> Iterator[tuple[str, list[str] | None]]:
    """Texts with the numbers that stand in each; None for one that may not be read."""
    while True:
        written, value = number(random)
        if 1900 <= value < 2100:
            continue
        before = random.choice(
            ("giảm ", "", "Năm 2025: ", "(", "theo Quyết định số 12/2022/QĐ-UBND: ", "từ 20/9/2026, ")
        )
        after = random.choice((" hộ", " %", "% thôn", " căn nhà,", "", ".", " hộ năm 2024", " m2 đường"))
        yield f"{before}{written}{after}", [written]
        cut = random.randrange(len(written))
        wrong = (f"{written}o", f"-{written}", f"– {written}", f"{written}-{written}", f"{written}.0", f"x{written}x",
                 f"{written} 000", f"½{written}", f"{written} nghìn", f"{written}/{written}",
                 f"{written[:cut]}３{written[cut:]}", f"{written},5,5", f"{written}e5", f"00{written}")  # fmt: skip
        yield f"giảm {random.choice(wrong)} hộ", None
