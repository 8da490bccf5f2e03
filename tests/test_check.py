"""Bad data: what is done to it, and what the checker then says."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import run

from programme import FindingsError, open_programme

BAD = [
    # file, this text, becomes, the finding must begin with / contain
    ("data/agencies.yaml", "level: district", "level: distrct", 'Ý bạn là "district"?'),
    ("data/agencies.yaml", "  level: district", "  levell: district", 'Không có khóa nào tên "levell"'),
    ("data/agencies.yaml", "  level: district\n", "", 'Thiếu khóa "level"'),
    ("data/agencies.yaml", "  level: district", "  level: district\n  level: district", 'Khóa "level" đã có ở dòng'),
    ("data/agencies.yaml", "id: phong-tckh", "id: Phòng TCKH", "sai dạng"),
    ("data/agencies.yaml", "id: phong-tckh", "id: phong-vhtt", 'Mã "phong-vhtt" đã dùng ở dòng'),
    ("data/agencies.yaml", "    - KTHT\n", "    - KTHHT\n", '"kthht" không có trong Kế hoạch'),
    ("data/documents.yaml", "date: 2023-05-05", "date: 5/5/2023", '"date" ghi là "5/5/2023", sai dạng'),
    ("data/documents.yaml", "issuer: ubnd-tinh", "issuer: ubnd-tin", 'Ý bạn là "ubnd-tinh"?'),
    ("data/documents.yaml", "number: 46/2022", "number: 64/2022", 'không có trong cụm từ'),
    ("data/groups.yaml", "- id: ho-ngheo\n", "- id: ho-ngheo-2\n", 'Không có nhóm đối tượng nào mang mã "ho-ngheo"'),
    ("data/projects/du-an-1.yaml", "document: qd-1185-2023", "document: qd-1158-2023", 'Ý bạn là "qd-1185-2023"?'),
    ("data/projects/du-an-1.yaml", "450 triệu đồng,", "450 triệu,", "Đọc được 0 số tiền"),
    ("data/projects/du-an-1.yaml", "450 triệu đồng,", "450 triệu đồng, 5 triệu đồng,", "Đọc được 2 số tiền"),
    ("data/projects/du-an-1.yaml", "roles: [lead, guide]", "roles: [leed, guide]", 'Ý bạn là "lead"?'),
    ("data/projects/du-an-1.yaml", "roles: [lead, guide]", "roles: lead", "danh sách"),
    ("data/projects/du-an-1.yaml", "bearers: [phong-ktht]\n            ", "", "không có người thực hiện"),
    ("data/projects/du-an-1.yaml", "roles: [report]", "roles: [monitor]", "vừa có vai trò report vừa có mục reports"),
    ("data/projects/du-an-1.yaml", "who: [xa-dac-biet-kho-khan]", "who: []", "danh sách trống"),
    ("data/projects/du-an-1.yaml", "number: b", "number: a", "xuất hiện 2 lần"),
    ("data/projects/du-an-1.yaml", "money: {}", "money: {total: true}", "Tổng ghi là 450 triệu đồng"),
    ("data/projects/du-an-2.yaml", 'code: "2"', 'code: "3"', 'Mã dự án "3" dùng cho nhiều dự án'),
    ("data/projects/du-an-2.yaml", "part: Chương V", "part: Chương IX", "không có trong cụm từ"),
    ("data/projects/du-an-1.yaml", "Nội dung thực hiện:", "No\u0323\u0302i dung thực hiện:", "mã tổ hợp (NFD)"),
    ("data/projects/du-an-1.yaml", "      - number: b", "     - number: b", "Không đọc được YAML"),
    ("data/concepts.yaml", "clauses: [", "clauses: [IX.9, ", 'Kế hoạch không có mục "IX.9"'),
    ("data/plan.yaml", "vốn sự nghiệp nguồn ngân sách Trung ương\n", "vốn đầu tư\n", "không có trong Kế hoạch"),
    ("docs/du-an/3-2.md", 'project("3.2")', 'project("3.1")', "Trang không gọi đúng mục của mình"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "message"), BAD)
def test_bad_data_is_named_with_file_and_line(spoil, file: str, old: str, new: str, message: str):
    """Each mistake gives a finding that names the file, a line that exists, and what is wrong."""
    root: Path = spoil(file, old, new)
    with pytest.raises(FindingsError) as caught:
        open_programme(root)
    found = [finding for finding in caught.value.findings if message in str(finding)]
    assert found, str(caught.value)
    for finding in found:
        lines = (root / finding.file).read_text(encoding="utf-8").count("\n") + 1
        assert 0 < finding.line <= lines


def test_all_findings_are_told_at_once(copy: Path):
    """Mistakes in three files come in one report, ordered by file and line."""
    for file, old, new in (
        ("data/documents.yaml", "date: 2023-05-05", "date: hom-qua"),
        ("data/agencies.yaml", "level: central", "level: cental"),
        ("data/groups.yaml", "kind: household", "kind: house"),
    ):
        path = copy / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        open_programme(copy)
    assert [f.file for f in caught.value.findings] == ["data/agencies.yaml", "data/documents.yaml", "data/groups.yaml"]


def test_yaml_guesses_never_happen(spoil):
    """`010`, `no`, `12:30` and `1.000` are the text that was typed."""
    root = spoil("data/abbreviations.yaml", "- short:", "- short: no\n  full: 010\n  note: 12:30\n- short:")
    with pytest.raises(FindingsError) as caught:  # "no" is no abbreviation of the plan: the text reached the rules
        open_programme(root)
    assert '"no" không có trong Kế hoạch' in str(caught.value)


def test_a_file_that_is_not_utf8_is_named(copy: Path):
    """A file saved in another encoding is a finding, not a traceback."""
    path = copy / "data" / "groups.yaml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    with pytest.raises(FindingsError, match="UTF-8"):
        open_programme(copy)


def test_a_missing_file_is_named(copy: Path):
    """A file of data/ that is gone is a finding."""
    (copy / "data" / "documents.yaml").unlink()
    with pytest.raises(FindingsError, match="Không tìm thấy tệp"):
        open_programme(copy)


def test_a_missing_page_is_found_made_and_then_in_order(copy: Path):
    """`check` names a missing page, `pages` makes it without touching the others."""
    page = copy / "docs" / "du-an" / "3-2.md"
    page.unlink()
    kept = copy / "docs" / "du-an" / "3-1.md"
    kept.write_text(kept.read_text(encoding="utf-8") + "\nGhi chú tay.\n", encoding="utf-8")
    checked = run("programme", "--root", str(copy), "check")
    assert checked.returncode == 1
    assert "docs/du-an/3-2.md:0: Thiếu trang này." in checked.stderr
    made = run("programme", "--root", str(copy), "pages")
    assert (made.returncode, made.stdout) == (0, "Đã tạo docs/du-an/3-2.md\n")
    assert kept.read_text(encoding="utf-8").endswith("Ghi chú tay.\n")
    assert run("programme", "--root", str(copy), "check").returncode == 0


def test_an_orphaned_page_is_named(copy: Path):
    """A page without an entity fails `check` and is named by `pages`, but never deleted."""
    orphan = copy / "docs" / "co-quan" / "phong-cu.md"
    orphan.write_text("# Phòng cũ\n", encoding="utf-8")
    checked = run("programme", "--root", str(copy), "check")
    assert checked.returncode == 1
    assert "docs/co-quan/phong-cu.md:0: Trang này không còn mục nào trong data/." in checked.stderr
    assert run("programme", "--root", str(copy), "pages").returncode == 1
    assert orphan.exists()


def test_a_stated_total_is_compared_with_its_lines(spoil):
    """A total that adds up passes; one that does not is named with both sums."""
    title = "title: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng\n"
    clause = title + "clauses:\n  - number: z\n    heading: Tổng\n    kind: budget\n    paragraphs:\n"
    right = clause + "      - text: 1.831 triệu đồng\n        money: {total: true}\n"
    root = spoil("data/projects/du-an-3.yaml", title, right)
    assert open_programme(root, with_pages=False).total == 8345 * 10**6
    path = root / "data" / "projects" / "du-an-3.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("1.831 triệu", "1.381 triệu"), encoding="utf-8")
    with pytest.raises(FindingsError, match=r"Tổng ghi là 1\.381 triệu đồng, cộng các dòng được 1\.831 triệu đồng"):
        open_programme(root, with_pages=False)


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_a_build_of_bad_data_fails_and_leaves_the_last_site(spoil, tmp_path: Path, builder: str):
    """A build checks first: it names what is wrong, exits 1, and the site that is there stays whole."""
    root = spoil("data/projects/du-an-1.yaml", "450 triệu đồng,", "450 triệu,")
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("bản cũ", encoding="utf-8")
    built = run(builder, "build", "--site-dir", str(target), cwd=root)
    assert built.returncode == 1
    assert "data/projects/du-an-1.yaml:" in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr
    assert (target / "index.html").read_text(encoding="utf-8") == "bản cũ"
