"""Documents of Word made for tests, from the XML that Word would write."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def paragraph(text: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph of one run; `properties` and `run` are what stands in its `pPr` and `rPr`."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr>{words(text, run)}</w:p>"
        if text
        else f"<w:p><w:pPr>{properties}</w:pPr></w:p>"
    )


def words(text: str, run: str = "") -> str:
    return f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(text: str, number: int = 1, level: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<w:') else paragraph(content)}</w:tc>"


def table(*rows: list[str], ruled: bool = True) -> str:
    lines = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    borders = f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>" if ruled else ""
    return "<w:tbl>" + borders + "".join("<w:tr>" + "".join(row) + "</w:tr>" for row in rows) + "</w:tbl>"


def write(path: Path, body: str, parts: Mapping[str, str] | None = None, *, head: str = "") -> Path:
    """A .docx with a body; `parts` are more of its XML: {"numbering": "<w:abstractNum …"}, without the root."""
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind.rstrip("0123456789")}" Target="{kind}.xml"/>'
        for n, kind in enumerate(parts)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="m" Type="{_OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        file.writestr("word/document.xml", f"{head}<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        file.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
        )
        for kind, content in parts.items():
            root = {"header": "hdr", "footer": "ftr"}.get(kind.rstrip("0123456789"), kind)
            file.writestr(f"word/{kind}.xml", f"<w:{root} {SPACES}>{content}</w:{root}>")
    return path
