"""What is written by hand, in pages and in `mkdocs.yml`: what no builder takes is told in Vietnamese, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import built, commanded
from told import said

from programme import check

PAGE = """

# Một tiêu đề

Xem [trang chủ](index.md#dau), [nơi khác](https://vi.du/), [thư](mailto:a@vi.du), [dưới](#mot-tieu-de).
![Ảnh](https://anh.vi.du/a.png) và <img alt="" src='//anh.vi.du/b.png'>
<iframe width=3
  src=https://phim.vi.du/c></iframe>
`![như mã](https://ma.vi.du/d.png)` {# ![ghi chú](https://ghi.vi.du/e.png) #} <!-- <img src="https://an.vi.du"> -->
![Ảnh không có](anh/khong-co.png) [trang không có](../khong-co.md) <a href="https://vi.du/">ra ngoài</a>
```
![trong khối mã](https://ma.vi.du/g.png)
```
"""
OTHER_HOST = "nằm ở máy khác; trang không gọi tới máy chủ khác."


def test_what_a_page_would_fetch_or_not_find_is_told(copy: Path):
    """Pictures and frames of other hosts, in Markdown and in HTML, files that are not there; no code and no comment."""
    with (copy / "docs/gioi-thieu.md").open("a", encoding="utf-8") as page:
        page.write(PAGE)
    first = (copy / "docs/gioi-thieu.md").read_text(encoding="utf-8").split("\n").index("# Một tiêu đề") + 1
    place = "docs/gioi-thieu.md"
    assert said(copy) == [
        f'{place}:{first + 3}: "//anh.vi.du/b.png" {OTHER_HOST}',
        f'{place}:{first + 3}: "https://anh.vi.du/a.png" {OTHER_HOST}',
        f'{place}:{first + 4}: "https://phim.vi.du/c" {OTHER_HOST}',
        f'{place}:{first + 7}: không có tệp "../khong-co.md" mà trang dẫn tới.',
        f'{place}:{first + 7}: không có tệp "anh/khong-co.png" mà trang dẫn tới.',
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[x](/kinh-phi.md)", "kinh-phi.md"),
        ("[x](kinh-phi.html)", "kinh-phi.md"),
        ("[x](du-an/giam-ngheo-1)", "du-an/giam-ngheo-1.md"),
        ("[x](co-quan/)", "co-quan/index.md"),
        ("[x](du-an)", "du-an/index.md"),
        ('<a href="/kinh-phi.html#tong">x</a>', "kinh-phi.html"),
        ('<a href="kinh-phi.md">x</a>', "kinh-phi.html"),
        ('<a href="co-quan/">x</a>', "co-quan/index.html"),
    ],
)
def test_a_way_that_only_some_servers_know_is_told(copy: Path, written: str, meant: str):
    """From the root, without ending, to a folder: no builder takes it, or no stick finds it. The page is named."""
    with (copy / "docs/gioi-thieu.md").open("a", encoding="utf-8") as page:
        page.write(f"\n\n{written}\n")
    (found,) = said(copy)
    assert found.endswith(f' không mở được trang nào. Ý bạn là "{meant}"?')


def test_a_way_to_the_root_of_nothing_is_told(copy: Path):
    with (copy / "docs/gioi-thieu.md").open("a", encoding="utf-8") as page:
        page.write("\n\n[x](/khong-co)\n")
    (found,) = said(copy)
    assert found.endswith(': không có tệp "/khong-co" mà trang dẫn tới.')


def test_a_part_that_no_page_has_is_told_by_the_build(copy: Path):
    """Which parts a page has only MkDocs knows; what it says is said in Vietnamese."""
    with (copy / "docs/gioi-thieu.md").open("a", encoding="utf-8") as page:
        page.write("\n\n[x](#khong) [y](kinh-phi.md#khong)\n")
    assert commanded("build", "--root", str(copy)).stderr.strip().split("\n") == [
        'docs/gioi-thieu.md: liên kết "#khong" không có chỗ tới trong trang này.',
        'docs/gioi-thieu.md: liên kết "kinh-phi.md#khong" không có chỗ tới trong trang docs/kinh-phi.md.',
        "Dừng lại: 2 chỗ cần sửa.",
    ]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("{% if %}", "ngoặc nhọn viết không đúng."),
        ("{{ project('1') ", "ngoặc nhọn viết không đúng."),
        ('{{ projet("1") }}', 'không có mục "projet" để gọi. Ý bạn là "project"?'),
        ("{{ tong_so_ho }}", 'không có mục "tong_so_ho" để gọi.'),
        ("{{ 1/0 }}", "ngoặc nhọn chỉ để gọi mục, không để tính."),
        ('{{ project("giam-ngheo/9") }}', 'project("giam-ngheo/9"): data/ không có mã này. Ý bạn là "giam-ngheo/7"?'),
        ('{{ agency("khong-co") }}', 'agency("khong-co"): data/ không có mã này.'),
        ("{{ project() }}", "gọi project không đúng cách."),
        ('{{ keys("x") }}', "gọi keys không đúng cách."),
    ],
)
def test_braces_that_call_nothing_are_told(copy: Path, written: str, found: str):
    page = copy / "docs/gioi-thieu.md"
    page.write_text(f'{{{{ overview("gioi-thieu") }}}}\n\nGhi chú.\n{written}\n', encoding="utf-8")
    assert said(copy) == [f"docs/gioi-thieu.md:4: {found}"]


def test_what_a_page_may_lead_to_is_built(copy: Path, tmp_path: Path):
    """A picture in the folder, a page with its part, another host that one may go to: no finding, and a site."""
    (copy / "docs/anh").mkdir()
    (copy / "docs/anh/dau.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    with (copy / "docs/gioi-thieu.md").open("a", encoding="utf-8") as page:
        page.write("\n\n![Dấu](anh/dau.svg) [Kinh phí](kinh-phi.md) [nơi khác](https://vi.du/)\n")
    check(copy)
    text = (built(copy, tmp_path / "site") / "gioi-thieu.html").read_text(encoding="utf-8")
    assert 'src="anh/dau.svg"' in text and 'href="kinh-phi.html"' in text and 'href="https://vi.du/"' in text


NO_ANCHORS = "markdown_extensions: thiếu attr_list; không có nó thì không mục nào có địa chỉ riêng."


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("site_name:", "site_nam:", ["0: thiếu mục site_name.", '4: không có mục "site_nam". Ý bạn là "site_name"?']),
        ("  - Trang chủ: index.md", "  - Trang chủ: indez.md", ["15: nav: không có trang docs/indez.md."]),
        (
            "  - programme",
            "  - programm",
            [
                '53: plugins: không có "programm" trên máy này. Ý bạn là "programme"?',
            ],
        ),
        ("  - programme\n", "", ["52: plugins: thiếu programme; không có nó thì không dựng được trang."]),
        ("  - attr_list\n", "", [f"44: {NO_ANCHORS}"]),
        ("markdown_extensions:\n", "", [f"0: {NO_ANCHORS}"]),
        ("nav:", "nav: [", ["15: Không đọc được tệp: ngoặc vuông hay ngoặc nhọn ở trên chưa đóng."]),
        ("theme:\n", "theme:\n\t", ["10: Không đọc được tệp: dòng này thụt bằng phím Tab; thay bằng dấu cách."]),
        (
            "plugins:",
            "site_author: 'x\nplugins:",
            ["52: Không đọc được tệp: ngoặc kép mở ở dòng này mà chưa đóng."],
        ),
    ],
)
def test_what_no_builder_takes_is_told_in_its_line(spoil, old: str, new: str, found: list[str]):
    assert said(spoil("mkdocs.yml", old, new)) == [f"mkdocs.yml:{one}" for one in found]


def test_what_only_the_builder_sees_is_said_to_be_english(spoil):
    """An option of MkDocs of another kind: which file, and whose words follow."""
    done = commanded("build", "--root", str(spoil("mkdocs.yml", "strict: true", "strict: true\ncopyright: [1]")))
    assert done.returncode == 1
    assert done.stderr.startswith(
        "Không dựng được trang: trong mkdocs.yml có chỗ mà MkDocs không nhận. MkDocs nói (tiếng Anh):\n"
    )
    assert "Config value 'copyright'" in done.stderr


def test_settings_that_say_nothing_are_told(copy: Path):
    (copy / "mkdocs.yml").write_text("# trống\n", encoding="utf-8")
    assert said(copy) == ["mkdocs.yml:1: Tệp không có mục nào."]
    (copy / "mkdocs.yml").write_bytes("site_name: Giảm nghèo".encode("utf-16"))
    assert said(copy) == ["mkdocs.yml:0: Tệp không phải chữ Unicode UTF-8."]
