"""Small PDF files made for tests: words where they are wanted, in a font of which every letter is half its height."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True)
class Words:
    """A text at a place, in points from the left and from the top (of its base line)."""

    left: float
    top: float
    text: str
    size: float = 12
    bold: bool = False


Stroke = tuple[float, float, float, float]
"""A drawn line: from left, top to left, top."""


def grid(columns: Sequence[float], rows: Sequence[float]) -> list[Stroke]:
    """The lines of a table."""
    across = [(columns[0], y, columns[-1], y) for y in rows]
    return across + [(x, rows[0], x, rows[-1]) for x in columns]


def write(path: Path, pages: Sequence[Sequence[Words | Stroke]]) -> Path:
    """A PDF of pages."""
    letters = sorted({c for page in pages for item in page if isinstance(item, Words) for c in item.text})
    code = {letter: number for number, letter in enumerate(letters, 1)}
    cmap = "".join(f"<{n:02x}><{letter.encode('utf-16-be').hex()}>\n" for letter, n in code.items())
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange\n<00><ff>\nendcodespacerange\n"
        f"{len(code)} beginbfchar\n{cmap}endbfchar\nendcmap end end"
    ).encode()
    widths = " ".join(["500"] * 256)
    count = len(pages)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{' '.join(f'{6 + 2 * n} 0 R' for n in range(count))}]>>".encode(),
        *(
            (
                f"<</Type/Font/Subtype/Type1/BaseFont/{name}/FirstChar 0/LastChar 255/Widths[{widths}]/ToUnicode 5 0 R"
                f"/FontDescriptor<</Type/FontDescriptor/FontName/{name}/Flags 4"
                "/Ascent 800/Descent -200/FontBBox[0 -200 1000 800]>>>>"
            ).encode()
            for name in ("Plain", "Plain-Bold")
        ),
        _stream(to_unicode),
    ]
    for page in pages:
        drawn = []
        for item in page:
            if isinstance(item, Words):
                text = "".join(f"{code[c]:02x}" for c in item.text)
                font = "B" if item.bold else "P"
                drawn.append(f"BT /{font} {item.size} Tf {item.left} {HEIGHT - item.top} Td <{text}> Tj ET")
            else:
                drawn.append(f"{item[0]} {HEIGHT - item[1]} m {item[2]} {HEIGHT - item[3]} l S")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {len(objects) + 2} 0 R"
            "/Resources<</Font<</P 3 0 R/B 4 0 R>>>>>>".encode()
        )
        objects.append(_stream("\n".join(drawn).encode()))
    return raw(path, objects)


def raw(path: Path, objects: Sequence[bytes], trailer: bytes = b"") -> Path:
    """A PDF of objects as they are; the first is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, len(out))
    path.write_bytes(out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end)
    return path


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed)
