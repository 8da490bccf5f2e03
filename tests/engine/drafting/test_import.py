"""`programme import`: a document becomes the folder of a plan that passes the check, all at once or not at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from drafting_plans import END, HEAD
from support import VAN_XUAN, commanded

from programme import check, open_programme
from programme.derive.full_text import rebuild
from programme.drafting import draft as drafting
from programme.drafting.draft import tell
from programme.drafting.shape import Passage
from programme.history import page_facts
from programme.load.dataset import Clause
from programme.load.loader import load
from programme.pages import homes
from programme.reading.document import Cell, Document, Doubt, Line, Table

TEXT = VAN_XUAN / "source/ke-hoach.txt"
LONG = "\n".join(
    " ".join([f"Thôn {name} nêu việc phải làm, người làm và thời gian làm ở từng xóm trong năm."] * 4)
    for name in ("Thượng", "Hạ", "Trung", "Đông", "Đoài", "Nam", "Bắc")
)
"""Paragraphs so wide that each line of their text is taken for one."""
BODY = "I. MỤC TIÊU\n1. Mục tiêu chung\nGiảm nghèo bền vững.\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A commune's plan, imported from its text, and what the command said."""
    folder = tmp_path_factory.mktemp("import") / "ke-hoach"
    done = commanded("import", str(TEXT), "--into", str(folder))
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


def headings(data: Path) -> list[tuple[str, str]]:
    """Every part of a plan: its reference and its heading."""
    parts = open_programme(data.parent, with_pages=False).refs
    return [(ref, (part.heading if isinstance(part, Clause) else part.title) or "") for part, ref in parts.items()]


def test_what_is_made_is_said(made: tuple[Path, str]) -> None:
    """The command says where the draft is, how many words it holds, and what a person does next."""
    lines = made[1].splitlines()
    assert re.fullmatch(
        r"Đã tạo bản nháp Kế hoạch thực hiện Chương trình giảm nghèo năm 2026 của xã .* ở /.*", lines[0]
    )
    assert lines[1] == "Lời văn: 2910 chữ, đủ và đúng thứ tự; 62 mục, trong đó 4 dự án."
    assert lines[-2:] == [
        "Việc tiếp theo: vào thư mục ấy, gõ make serve (hoặc bấm đúp mo-trang-sua) để mở trang trong trình duyệt.",
        "Ở đó bấm “Sửa trang này”, trả lời 6 câu hỏi chờ ở đầu trang sửa; chỗ máy hiểu sai thì bấm vào câu mà sửa.",
    ]


def test_the_draft_has_the_parts_of_the_checked_plan(made: tuple[Path, str]) -> None:
    """Sections, projects and clauses are those that careful hands found in the same document."""
    assert headings(made[0] / "data") == headings(VAN_XUAN / "data")


def test_the_draft_has_the_words_of_the_document(made: tuple[Path, str]) -> None:
    """The text in source/ and the words of data/ are the same, word for word; the document itself is kept."""
    words = rebuild(load(made[0] / "data")[0]).split()
    assert (made[0] / "source/ke-hoach.txt").read_text(encoding="utf-8").split() == words
    assert (made[0] / "source/ban-goc/ke-hoach.txt").read_bytes() == TEXT.read_bytes()


def test_the_draft_passes_the_check_with_its_pages(made: tuple[Path, str]) -> None:
    """Nothing is wrong in the new folder but that questions wait, and its words are the document's."""
    _, warnings = check(made[0])
    assert [one.file for one in warnings] == ["import/questions.yaml"]


def test_what_is_not_sure_waits_in_import(made: tuple[Path, str]) -> None:
    """Questions and doubts stand in import/ of the folder."""
    assert sorted(path.name for path in (made[0] / "import").iterdir()) == ["doubts.txt", "questions.yaml"]


def test_what_nobody_tells_is_supposed_and_doubted(tmp_path: Path) -> None:
    """A text without letterhead is called by its file; level, issuer and place are blanks that say so; each a doubt.
    What is given goes before that."""
    file = tmp_path / "viec_giam-ngheo.txt"
    file.write_text(f"{BODY}II. KINH PHÍ\nDo xã bố trí.\n", encoding="utf-8")
    done = commanded("import", f"FILE={file}", f"DIR={tmp_path / 'a'}", "LEVEL=huyện", "YEAR=2031")
    assert done.returncode == 0, done.stderr
    plan = load(tmp_path / "a/data")[0].plan
    assert (plan.short_title, plan.header.place) == ("Viec giam-ngheo", "huyện (chưa rõ)")
    doubts = (tmp_path / "a/import/doubts.txt").read_text(encoding="utf-8")
    assert re.findall(r"văn bản không nêu rõ (.+?);", doubts) == ["nơi", "cơ quan ban hành", "tên gọi của Kế hoạch"]
    programme = open_programme(tmp_path / "a", with_pages=False)
    assert homes.home_of(programme, programme.data.sections[1], "II") == "toan-van"  # no page about money is there
    assert page_facts.facts(programme)  # a head without state and kind has a history too


@pytest.mark.parametrize(
    ("file", "into", "said"),
    [
        ("khong-co.txt", "a", "FILE: không có tệp"),
        (".", "a", "FILE: . là một thư mục."),
        ("van-ban.txt", "", "DIR: còn thiếu."),
        ("van-ban.txt", ".", "DIR: . đã có và không trống."),
        ("van-ban.xyz", "a", "UTF-16"),
    ],
)
def test_what_cannot_be_is_refused(
    file: str, into: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is not there, a folder that is not empty, a format nobody reads: said, and nothing is made."""
    monkeypatch.chdir(tmp_path)
    for name in ("van-ban.txt", "van-ban.xyz"):
        (tmp_path / name).write_bytes((HEAD + BODY + END).encode() if name.endswith("txt") else b"\x00\x01\x02")
    done = commanded("import", file, *(["--into", into] if into else []))
    assert done.returncode == 1
    assert done.stderr.startswith("Chưa tạo gì.\n") and said in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["van-ban.txt", "van-ban.xyz"]


def test_after_a_failure_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where writing ends halfway, neither the folder nor what was made for it is there."""
    file = tmp_path / "van-ban.txt"
    file.write_text(HEAD + BODY + END, encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "source")

    monkeypatch.setattr(drafting, "put_source", full)
    done = commanded("import", str(file), "--into", str(tmp_path / "in/ke-hoach"))
    assert done.returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["van-ban.txt"]


def test_words_are_whole_where_the_structure_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the written words differ, a fault of ours, the text is written without structure, and that is told."""
    file = tmp_path / "van-ban.txt"
    file.write_text(HEAD + BODY + END, encoding="utf-8")
    outlined = drafting.outline

    def spoiled(document: object, *flat: object, **more: object) -> object:
        draft = outlined(document, *flat, **more)  # type: ignore[arg-type]
        draft.parts[0].paragraphs[:0] = [Passage("Lời khác.")]
        return draft

    monkeypatch.setattr(drafting, "outline", spoiled)
    said = ("LEVEL=xã", "YEAR=2031", "ISSUER=UBND xã Bình Minh", "PLACE=xã Bình Minh", "NAME=Kế hoạch thử")
    done = commanded("import", str(file), "--into", str(tmp_path / "a"), *said)
    assert done.returncode == 0, done.stderr
    words = rebuild(load(tmp_path / "a/data")[0]).split()
    assert words == (HEAD + BODY + END).split()
    assert "cấu trúc đọc được làm lệch lời văn nên bỏ" in (tmp_path / "a/import/doubts.txt").read_text(encoding="utf-8")


# -- a second version -----------------------------------------------------------


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """A plan whose draft somebody marked, noted and commented by hand."""
    file = tmp_path / "van-ban.txt"
    text = (
        HEAD
        + f"{LONG}\nI. MỤC TIÊU\n1. Mục tiêu chung\nGiúp hộ nghèo có nhà ở; Tổ Xây dựng chủ trì làm đường thôn.\n"
        + END
    )
    file.write_text(text, encoding="utf-8")
    done = commanded("import", str(file), "--into", str(tmp_path / "ke-hoach"))
    assert done.returncode == 0, done.stderr
    sections = tmp_path / "ke-hoach/data/sections.yaml"
    sections.write_text(
        "# Đã xem lại.\n"
        "- number: I\n"
        "  heading: MỤC TIÊU\n"
        "  clauses:\n"
        '    - number: "1"\n'
        "      heading: Mục tiêu chung\n"
        "      note: Ghi chú của mục.\n"
        "      paragraphs:\n"
        "        - phrases:\n"
        "            - Giúp hộ nghèo có nhà ở;\n"
        "            - text: Tổ Xây dựng chủ trì làm đường thôn. # đúng\n"
        "              roles: [lead]\n"
        "              bearers: [to-xay-dung]\n"
        "          note: Ghi chú của đoạn.\n",
        encoding="utf-8",
    )
    (tmp_path / "ke-hoach/data/groups.yaml").write_text("# Chưa có nhóm nào.\n", encoding="utf-8")
    agencies = tmp_path / "ke-hoach/data/agencies.yaml"
    body = "- id: to-xay-dung\n  name: Tổ Xây dựng\n  level: commune\n"
    held = agencies.read_text(encoding="utf-8")
    agencies.write_text(held if "to-xay-dung" in held else held + body, encoding="utf-8")
    open_programme(tmp_path / "ke-hoach", with_pages=False)
    return tmp_path


def again(folder: Path, old: str, new: str) -> str:
    """Import the document once more, with other words; what the command said."""
    file = folder / "ban-sau.txt"
    file.write_text((folder / "van-ban.txt").read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    done = commanded("import", str(file), "--again", "--into", str(folder / "ke-hoach"))
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_same_document_again_changes_nothing(marked: Path) -> None:
    """Words that stay keep their marks, notes and comments, to the byte."""
    before = {path: path.read_bytes() for path in (marked / "ke-hoach/data").rglob("*.yaml")}
    assert "Đã đổi lời: 0. Mới có: 0. Không còn: 0." in again(marked, "", "")
    assert {path: path.read_bytes() for path in before} == before


def test_a_sentence_that_changed_keeps_the_marks_of_words_that_stay(marked: Path) -> None:
    """Of a changed sentence each phrase that is still there keeps what was said of it; both are told."""
    assert "Đã đổi lời: 1. Mới có: 0. Không còn: 0." in again(marked, "có nhà ở;", "có nhà ở và nước sạch;")
    (part,) = load(marked / "ke-hoach/data")[0].sections
    (paragraph,) = part.clauses[0].paragraphs
    assert [(one.text, [*one.roles], [*one.bearers]) for one in paragraph.phrases] == [
        ("Giúp hộ nghèo có nhà ở và nước sạch;", [], []),
        ("Tổ Xây dựng chủ trì làm đường thôn.", ["lead"], ["to-xay-dung"]),
    ]
    assert (part.clauses[0].note, paragraph.note) == ("Ghi chú của mục.", "Ghi chú của đoạn.")
    assert "# Đã xem lại." in (marked / "ke-hoach/data/sections.yaml").read_text(encoding="utf-8")
    told = (marked / "ke-hoach/import/changes.txt").read_text(encoding="utf-8")
    assert "- Trước: Giúp hộ nghèo có nhà ở; Tổ Xây dựng" in told
    assert "  Nay:   Giúp hộ nghèo có nhà ở và nước sạch; Tổ Xây dựng" in told


def test_what_is_new_is_told(marked: Path) -> None:
    """A sentence more is listed; the text in source/ is the new one."""
    said = again(marked, "Trên đây là", "II. KINH PHÍ\nDo ngân sách xã chi.\nTrên đây là")
    assert "Mới có: 1. Không còn: 0." in said
    assert "Do ngân sách xã chi." in (marked / "ke-hoach/source/ke-hoach.txt").read_text(encoding="utf-8")


def test_a_doubt_quotes_the_words_that_it_is_at(tmp_path: Path) -> None:
    """No word processor shows the number of a paragraph; the editor is named before files are."""
    lines = (
        Line("Ưu tiên hộ nghèo có người khuyết tật nặng, hộ cận nghèo.", where="đoạn 67"),
        Line("Hai.", where="đoạn 69"),
    )
    table = Table(((Cell("TT"), Cell("Nội dung  hỗ trợ")), (Cell("1"), Cell("Nhà"))), "bảng 4")
    doubts = (
        Doubt("bảng 4", "thiếu ô."),
        Doubt("đoạn 67", "nối thành một đoạn."),
        Doubt("sau đoạn 68", "nhúng."),
        Doubt("trang 3, dòng 14", "tách."),
    )
    tell(tmp_path, Document("docx", (*lines, table)), doubts, ())
    assert (tmp_path / "import/doubts.txt").read_text(encoding="utf-8") == (
        "Những chỗ máy chưa chắc khi đọc văn bản; so với bản gốc. Chỗ nào cần sửa thì gõ make serve, bấm “Sửa trang "
        "này” ở trang có chỗ ấy; quen sửa tệp thì sửa thẳng trong data/.\n\n"
        "- Bảng có ô “Nội dung hỗ trợ” (bảng 4): thiếu ô.\n"
        "- Ở “Ưu tiên hộ nghèo có người khuyết tật …” (đoạn 67): nối thành một đoạn.\n"
        "- Sau “Ưu tiên hộ nghèo có người khuyết tật …” (sau đoạn 68): nhúng.\n"
        "- trang 3, dòng 14: tách.\n"
    )
