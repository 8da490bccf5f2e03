"""A file that is odd or made to harm ends in a message in Vietnamese, soon; nothing is fetched, nothing written."""

from __future__ import annotations

import os
import socket
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tinypdf import raw
from wordml import paragraph, write

from programme.reading import docx, guard, office, pdf, read
from programme.reading.document import Document, Line, UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_PAGES = b"<</Type/Catalog/Pages 2 0 R>>"
_BLANK = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>"
_IMAGE = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
    b"stream\n0\nendstream"
)
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def said(path: Path, reader: Callable[[Path], Document] = read) -> str:
    """The message that a file ends in; the folder holds what it held."""
    before = sorted(os.listdir(path.parent)) if path.parent.is_dir() else []
    with pytest.raises(UnreadableError) as caught:
        reader(path)
    assert (sorted(os.listdir(path.parent)) if before else []) == before
    return str(caught.value)


def lines(document: Document) -> list[str]:
    return [block.whole for block in document.blocks if isinstance(block, Line)]


def test_paths_that_are_no_file(tmp_path: Path):
    """Nothing there, a folder, a pipe, an empty file, no permission: each is said."""
    (tmp_path / "empty.docx").touch()
    assert said(tmp_path / "none.docx").startswith("Không có tệp ")
    assert "là thư mục; cần một tệp" in said(tmp_path)
    assert said(tmp_path / "empty.docx") == "Tệp empty.docx rỗng (0 byte)."
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.txt")
        assert "không phải tệp thường" in said(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert said(tmp_path / "loop.txt").startswith("Không có tệp ")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.docx", b"no zip", "Tệp có đuôi .docx nhưng bên trong không phải loại đó (hoặc đã hỏng)."),
        ("a.docx", b"PK\x03\x04 broken", "Tệp .docx bị hỏng (không mở được gói ZIP)."),
        ("a.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), "Tệp có mật khẩu. Hãy mở bằng Word"),
        ("a.doc", _OLE + "Workbook".encode("utf-16-le"), "Tệp là bảng tính Excel"),
        ("a.doc", _OLE, "Tệp không phải văn bản của Word"),
        ("a.txt", b"\x89PNG\r\n", "Tệp là hình (bản chụp hay bản quét)"),
        ("a.txt", b"<html><body>", "Tệp là trang web (HTML)"),
        ("a.txt", b"Rar!\x1a", "Tệp là gói nén"),
    ],
)
def test_a_file_is_told_by_what_it_holds(tmp_path: Path, name: str, data: bytes, message: str):
    """The end of a name proves nothing."""
    (tmp_path / name).write_bytes(data)
    assert said(tmp_path / name).startswith(message)


@pytest.mark.parametrize(
    ("body", "head", "message"),
    [
        (paragraph("&l9;"), f'<!DOCTYPE a [<!ENTITY l0 "ha">{_LAUGHS}]>', "Tệp .docx có khai báo DOCTYPE"),
        (paragraph("&x;"), '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "Tệp .docx có khai báo DOCTYPE"),
        (paragraph("x" * 17_000_000), "", "Phần word/document.xml của tệp .docx nở ra quá lớn (trên 16 MB)"),
        ("<w:p>", "", "Tệp .docx bị hỏng (phần word/document.xml không phải XML đúng)"),
        ("<w:p><w:r><w:drawing/></w:r></w:p>", "", "Tệp .docx chỉ có hình, không có chữ"),
        ("", "", "Tệp .docx không có chữ nào."),
    ],
)
def test_a_hostile_docx_ends_in_a_message(tmp_path: Path, body: str, head: str, message: str):
    """Exploding and outside entities, a ZIP bomb, broken XML, pictures only, nothing at all."""
    assert said(write(tmp_path / "a.docx", body, head=head), docx.read).startswith(message)


def test_deep_nesting_ends_in_a_message(tmp_path: Path):
    """Content controls in each other, more than any reader can follow."""
    body = "<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000
    assert said(write(tmp_path / "a.docx", body)).startswith("Tệp lồng nhau quá nhiều tầng")


def test_a_zip_of_very_many_parts_is_refused(tmp_path: Path):
    """A document of Word has some dozens of parts."""
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as file:
        for number in range(5001):
            file.writestr(f"word/{number}", "")
    assert said(tmp_path / "a.docx") == "Tệp .docx có 5001 phần, nhiều hơn 5000: không đọc vì lý do an toàn."


def test_long_odd_documents_are_read(tmp_path: Path):
    """10,000 paragraphs, lists of 40 levels, text from right to left, macros that are not opened."""
    numbered = "".join(
        paragraph("Mức", f'<w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="1"/></w:numPr>') for n in range(40)
    )
    body = (
        numbered
        + paragraph("\u202eשלום\u202c", "<w:bidi/>", "<w:rtl/>")
        + "".join(paragraph(f"Đoạn {n}") for n in range(10_000))
    )
    path = write(tmp_path / "a.docx", body, {"numbering": ""})
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("word/vbaProject.bin", b"\xff" * 100)
    found = read(path)
    assert (len(found.blocks), lines(found)[40], lines(found)[-1]) == (10_041, "שלום", "Đoạn 9999")
    assert [doubt.said for doubt in found.doubts] == ["Tệp có macro; macro không được đọc, không được chạy."]


def test_nothing_is_fetched(tmp_path: Path):
    """A part that is said to lie on a server is not asked for: nobody calls."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        path = write(tmp_path / "a.docx", paragraph("Lời"))
        outside = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        with zipfile.ZipFile(path) as old:
            parts = {name: old.read(name) for name in old.namelist()}
        parts["word/_rels/document.xml.rels"] = (
            f'<Relationships><Relationship Type="{outside}/styles" TargetMode="External" Target="{address}"/>'
            f'<Relationship Type="{outside}/header" TargetMode="External" Target="{address}"/></Relationships>'
        ).encode()
        with zipfile.ZipFile(path, "w") as new:
            for name, data in parts.items():
                new.writestr(name, data)
        assert lines(read(path)) == ["Lời"]
        server.settimeout(0.05)
        with pytest.raises(TimeoutError):
            server.accept()


def _stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%b\nendstream" % (len(data), data)


@pytest.mark.parametrize(
    ("objects", "trailer", "message"),
    [
        (
            [
                _PAGES,
                b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
                _BLANK,
                _stream(b"q 600 0 0 800 0 0 cm /I Do Q"),
                _IMAGE,
            ],
            b"",
            "Tệp .pdf không có lớp chữ (có thể là bản quét).",
        ),
        ([_PAGES, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", _BLANK, _stream(b"")], b"", "Tệp .pdf không có chữ nào."),
        (
            [_PAGES, b"<</Type/Pages/Count 100000/Kids[3 0 R]>>", _BLANK],
            b"",
            "Tệp .pdf có 100000 trang, nhiều hơn 1000",
        ),
        ([_PAGES, b"<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]>>"], b"", "Tệp .pdf không có chữ nào."),
        (
            [
                _PAGES,
                b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
                _BLANK,
                b"<</Filter/Standard/V 2/R 3/Length 128/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>",
            ],
            b"/Encrypt 4 0 R/ID[<00><00>]",
            "Tệp .pdf có mật khẩu.",
        ),
        ([b"garbage"], b"", "Tệp .pdf bị hỏng"),
    ],
    ids=["scan", "blank", "many", "loop", "locked", "broken"],
)
def test_a_pdf_that_cannot_be_read_ends_in_a_message(
    tmp_path: Path, objects: list[bytes], trailer: bytes, message: str
):
    """Pictures only, no words, too many pages, a circle of pages, a password, rubbish."""
    assert said(raw(tmp_path / "a.pdf", objects, trailer), pdf.read).startswith(message)


def test_time_and_memory_are_bounded(tmp_path: Path):
    """A PDF that unpacks to very many strokes is stopped by the clock, a long text by a lack of memory."""
    packed = zlib.compress(b"0 0 m 1 1 l S " * 2_000_000, 1)
    content = b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed)
    path = raw(tmp_path / "a.pdf", [_PAGES, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", _BLANK, content])
    with pytest.raises(UnreadableError, match="Đọc tệp quá 1 giây chưa xong"):
        guard.read("pdf", path, seconds=1)
    if sys.platform == "linux":
        (tmp_path / "a.txt").write_text("Lời\n" * 1_000_000, encoding="utf-8")
        with pytest.raises(UnreadableError, match="Tệp cần quá nhiều bộ nhớ để đọc"):
            guard.read("txt", tmp_path / "a.txt", memory=120_000_000)


def test_modules_of_the_folder_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A file called json.py beside the plan is no part of the reader."""
    (tmp_path / "json.py").write_text("raise SystemExit(1)")
    (tmp_path / "a.txt").write_text("Lời", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert lines(read("a.txt")) == ["Lời"]


# What stands for LibreOffice here is a script that the shell of Unix runs; Windows starts no such file as a program.
@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
def test_an_old_document_is_made_new_by_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What it makes is read; without it, or when it fails or hangs, a message says what to do."""
    old = tmp_path / "cu.doc"
    old.write_bytes(_OLE + "WordDocument".encode("utf-16-le"))
    made = write(tmp_path / "made.docx", paragraph("Lời cũ"))
    program = tmp_path / "soffice"

    def acts(script: str) -> None:
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    monkeypatch.setattr(office, "program", lambda: None)
    assert said(old).startswith("Tệp cu.doc thuộc loại cũ, cần LibreOffice để đọc mà máy này không có.")
    monkeypatch.setattr(office, "program", lambda: str(program))
    acts(f'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; cp {made} "$2/plan.docx"')
    assert (read(old).kind, lines(read(old))) == ("doc", ["Lời cũ"])
    acts("exit 1")
    assert said(old).startswith("LibreOffice không chuyển được tệp cu.doc thành .docx.")
    acts("sleep 60")  # a program that hangs: it is ended long before
    with pytest.raises(UnreadableError, match="LibreOffice không chuyển được"), office.converted(old, seconds=0.2):
        pass
