"""Hostile and enormous input: a message, soon; and nothing in data/ is ever run."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support import Spoil, run

from programme import FindingsError, open_programme

SOON = 30.0  # CPU seconds: a bound against endless work; other work on the machine does not count


def findings_soon(root: Path) -> str:
    start = time.process_time()
    with pytest.raises(FindingsError) as caught:
        open_programme(root)
    assert time.process_time() - start < SOON
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "dữ liệu không dùng lối viết tắt này của YAML"),
        ("[" * 100_000, "lồng nhau quá 40 tầng"),
        ("- " * 100_000, "lồng nhau quá 40 tầng"),
        ("".join(f"{' ' * i}a:\n" for i in range(200)), "lồng nhau quá 40 tầng"),
        ("x" * 3_000_000, "Tệp quá lớn: 3.000.000 byte"),
        ("- x\n" * 250_000, "Tệp có hơn 200000 giá trị"),
        ("- !!python/object/apply:os.system [id]\n", "Có dấu ! đứng đầu lời"),
        ("- id: a\x00b\n", "có ký tự điều khiển không nhìn thấy"),
        ('- id: "a\\x07b"\n', "Có ký tự không nhìn thấy U+0007"),
        ("? [a, b]\n: c\n", "Tên khóa phải là chữ"),
        ("%YAML 9.9\n", "Không đọc được tệp"),
    ],
)
def test_a_hostile_file_ends_in_a_message(copy: Path, content: str, message: str):
    """Exploding anchors, deep nesting, huge files, tags, control characters: each is a finding, soon."""
    (copy / "data" / "groups.yaml").write_text(content, encoding="utf-8")
    assert message in findings_soon(copy)


def test_a_hundred_megabytes_are_not_read(copy: Path):
    """A file of 100 MB is refused by its size."""
    with (copy / "data" / "groups.yaml").open("wb") as file:
        file.truncate(100_000_000)
    assert "Tệp quá lớn: 100.000.000 byte" in findings_soon(copy)


def test_a_link_out_of_data_is_not_followed(copy: Path, tmp_path: Path):
    """A symbolic link that leads out of data/ is refused."""
    outside = tmp_path / "secret.yaml"
    outside.write_text("- id: x\n", encoding="utf-8")
    (copy / "data" / "groups.yaml").unlink()
    (copy / "data" / "groups.yaml").symlink_to(outside)
    assert "liên kết dẫn ra ngoài thư mục dữ liệu" in findings_soon(copy)


def test_a_pipe_is_not_waited_for(copy: Path):
    """A named pipe in the place of a file is refused, not waited for."""
    (copy / "data" / "groups.yaml").unlink()
    os.mkfifo(copy / "data" / "groups.yaml")
    assert "Đây không phải là tệp thường" in findings_soon(copy)


def test_a_byte_order_mark_is_no_fault(copy: Path):
    """UTF-8 with a byte order mark, as Windows editors write it, reads like UTF-8 without."""
    path = copy / "data" / "groups.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert open_programme(copy).groups


@pytest.mark.parametrize(
    "target",
    ["javascript:window.ran=1", "JavaScript:window.ran=1", "data:text/html,<script>1</script>", "//x.vn", "mailto:a b"],
)
@pytest.mark.parametrize(("key", "old"), [("contact", "contact: mailto:"), ("url", "url: https://")])
def test_a_link_of_data_leads_to_a_page_or_a_mailbox(spoil: Spoil, key: str, old: str, target: str):
    """What becomes the target of a link is a web or mail address; a script there is a finding."""
    assert f"({key}): ghi là" in findings_soon(spoil("data/plan.yaml", old, f'{key}: "{target}" #'))


HOSTILE = (
    "<script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 1'>",
    "[x](javascript:window.ran=1)",
    '" onmouseover="window.ran=1',
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "**b** _i_ `c` # h &amp; &lt;b&gt; <!-- c --> ~~~ | a | {: .x } $x$ ::: [^1] <https://x.vn>",
)


def test_markup_in_data_is_text_on_every_page(copy: Path, tmp_path: Path, browser: Browser):
    """HTML, Markdown and template marks in names, titles, sentences and notes show as typed and never run."""
    text = " ".join(HOSTILE)
    quoted = "'" + text.replace("'", "''") + "'"
    for file, old, new in (
        ("data/projects/gn-2.yaml", "title: Nuôi gà thả đồi", f"title: {quoted}"),
        ("data/projects/gn-2.yaml", 'heading: "Đối tượng:"', f"heading: {quoted}"),
        ("data/agencies.yaml", "name: Phòng Văn hóa - Xã hội\n", f"name: {quoted}\n"),
        ("data/groups.yaml", "name: Hộ nghèo\n", f"name: {quoted}\n"),
        ("data/questions.yaml", "question: Vay vốn", f"question: {quoted}"),
        ("data/abbreviations.yaml", "full: Lưu trữ}", f"full: {quoted}}}"),
        ("data/plan.yaml", "short_title: Kế hoạch thử giai đoạn 2026 - 2030 của xã Minh Họa", f"short_title: {quoted}"),
        ("data/projects/gn-1.yaml", "- Mỗi căn nhà có ba phần cứng.", f"- {quoted}"),
        ("data/projects/gn-2.yaml", "note: Điểm c chỉ nêu", f"note: {quoted} #"),
    ):  # fmt: skip
        path = copy / file
        before = path.read_text(encoding="utf-8")
        assert old in before, old
        path.write_text(before.replace(old, new, 1), encoding="utf-8")
    target = tmp_path / "site"
    built = run("mkdocs", "build", "--strict", "--site-dir", str(target), cwd=copy)
    assert built.returncode == 0, built.stdout + built.stderr

    context = browser.new_context()
    page = context.new_page()
    for name, place in (
        ("du-an/giam-ngheo-2-1", "article h1"),
        ("du-an/giam-ngheo-2-1", "article h2 >> nth=1"),
        ("co-quan/phong-van-hoa", "article h1"),
        ("doi-tuong/gia-dinh-ngheo", "article h1"),
        ("doi-tuong/index", "article"),
        ("khong-co-trong-ke-hoach", "article"),
        ("thuat-ngu", "article"),
        ("index", "article h1"),
        ("du-an/giam-ngheo-1", "article"),
        ("du-an/giam-ngheo-2-2", "article"),
        ("kinh-phi", "article"),
        ("phan-cong", "article"),
        ("toan-van", "article"),
    ):
        page.goto((target / f"{name}.html").as_uri())
        shown = " ".join(page.locator(place).first.inner_text().split())
        assert " ".join(text.split()) in shown, f"{name}: {shown[:300]}"
        assert page.evaluate("window.ran") is None, f"{name} ran what stands in data/"
        assert not page.locator("article a[href^='javascript:'], article script, article [onerror]").count()
    context.close()
