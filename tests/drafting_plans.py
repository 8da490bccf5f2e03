"""What tests of drafts share: a document written line by line, and how its outline reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from programme.drafting.outline.outline import outline
from programme.drafting.shape import Draft, Part
from programme.reading.document import Block, Cell, Document, Footnote, Line, Table
from programme.reading.labels import split

HEAD = """\
ỦY BAN NHÂN DÂN
XÃ BÌNH MINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Bình Minh, ngày 05 tháng 02 năm 2031
KẾ HOẠCH
Thực hiện Chương trình giảm nghèo năm 2031
Căn cứ Luật Tổ chức chính quyền địa phương;
"""
END = """\
Trên đây là Kế hoạch của xã./.
Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Thử
"""


def document(text: str, footnotes: Sequence[Footnote] = ()) -> Document:
    """A document of lines; a line of cells between strokes is a row of a table, **so a line in bold.

    Before it may stand "_" (underlined), "~" (slanted), "^" (centred), "¶" (of a heading's style).
    """
    return Document("txt", tuple(_blocks(text)), tuple(footnotes))


def _blocks(text: str) -> Iterator[Block]:
    rows: list[tuple[Cell, ...]] = []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.startswith("|"):
            rows.append(tuple(Cell(cell.strip()) for cell in line.strip("|").split("|")))
            continue
        if rows:
            yield Table(tuple(rows), f"bảng ở dòng {number}")
            rows = []
        if line.strip():
            rest = line.lstrip("_~^¶") or line
            looks = line[: len(line) - len(rest)]
            bold = rest.startswith("**")
            label, words = split(rest[2:].removesuffix("**") if bold else rest)
            yield Line(
                words,
                label,
                bold=bold,
                underlined="_" in looks,
                italic="~" in looks,
                centred="^" in looks,
                headed="¶" in looks,
                where=f"dòng {number}",
            )


def drafted(text: str) -> Draft:
    """The outline of a document of lines."""
    return outline(document(text))


def shown(parts: Sequence[Part], depth: int = 0) -> list[str]:
    """Parts as lines: number, label, heading, what is in them ("p" paragraph, "i" item, "t" table)."""
    found = []
    for part in parts:
        told = [part.number, f"[{part.label}]" if part.label else "", part.heading]
        held = "p" * len(part.paragraphs) + "i" * len(part.items) + "t" * len(part.tables)
        kind = f"{part.kind} {part.code}" if part.code else ""
        line = " ".join(filter(None, (*told, f"({kind})" if kind else "", f"<{held}>" if held else "")))
        found += ["  " * depth + line, *shown(part.parts, depth + 1)]
    return found
