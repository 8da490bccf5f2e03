"""`portal.yaml`: what is right is read, and all that is wrong is said at once, with its line."""

from pathlib import Path

import pytest

from programme.load.findings import FindingsError
from programme.portal import listing


def _said(folder: Path, text: str) -> list[str]:
    (folder / "portal.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FindingsError) as raised:
        listing.read(folder)
    return [f"{one.line}: {one.found}" for one in raised.value.findings]


def test_plans_are_listed_by_folder_by_address_or_both(tmp_path: Path) -> None:
    """A folder is taken from that of the file, an address ends in a stroke, and one that has both is known by it."""
    (tmp_path / "portal.yaml").write_text(
        "title: Cổng\naddress: https://cong.example/xa\nplans:\n  - folder: ../a\n  - address: https://b.example\n"
        "  - folder: c\n    address: https://c.example/x/\n",
        encoding="utf-8",
    )
    read = listing.read(tmp_path)
    assert (read.title, read.address) == ("Cổng", "https://cong.example/xa/")
    assert [(one.line, one.key) for one in read.entries] == [
        (4, "../a"), (5, "https://b.example/"), (6, "https://c.example/x/"),
    ]  # fmt: skip
    assert [one.site for one in read.entries] == [tmp_path / "../a/site", None, tmp_path / "c/site"]


def test_a_folder_that_is_a_site_is_read_itself(tmp_path: Path) -> None:
    """Where the open data lies in the folder itself, that is the site."""
    (tmp_path / "xa" / "du-lieu").mkdir(parents=True)
    assert listing.Entry(1, tmp_path / "xa").site == tmp_path / "xa"


def test_all_faults_are_said_at_once(tmp_path: Path) -> None:
    """Each with its line: a key that is none, an address that is none, a plan twice, an entry that says nothing."""
    assert _said(
        tmp_path,
        "titel: a\naddress: hauloc\nplans:\n  - foldr: x\n  - address: ftp://x\n  - folder: a\n  - folder: a/\n"
        "  - x\n  - folder:\n",
    ) == [
        '1: Trong portal không có khóa "titel". Ý bạn là "title"?',
        "1: mục này còn thiếu.",
        '2: ghi là "hauloc".',
        "4: Mục này không nói Kế hoạch ở đâu.",
        '4: Trong một Kế hoạch không có khóa "foldr". Ý bạn là "folder"?',
        '5: ghi là "ftp://x".',
        "7: đã có ở dòng 6.",
        "8: Mục này không có khóa nào.",
        "9: không phải một đoạn chữ, hoặc dài quá.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "0: Tệp không ghi gì."),
        ("- a\n", "1: Tệp không có khóa nào."),
        ("title: a\nplans: []\n", "2: không phải danh sách, hoặc là danh sách trống."),
        ("title: a\n", "1: mục này còn thiếu."),
        ("title: a\ntitle: b\nplans: [{folder: x}]\n", "2: khóa này đã có ở dòng 1."),
        ("title: a\nplans: [{address: 'https://u:p@x.example/'}]\n", '2: ghi là "https://u:p@x.example/".'),
    ],
)
def test_one_fault_is_said_as_it_is(tmp_path: Path, text: str, said: str) -> None:
    """A file without anything, of another kind, without plans, a key twice, an address with a password."""
    assert _said(tmp_path, text) == [said]


def test_a_list_that_is_not_there_is_said(tmp_path: Path) -> None:
    """The file is named."""
    with pytest.raises(FindingsError, match=r"portal\.yaml: Không tìm thấy tệp"):
        listing.read(tmp_path)
