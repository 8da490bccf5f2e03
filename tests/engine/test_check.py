"""Bad data: what is done to it, and what the checker then says."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from support import SECOND, Spoil, commanded, copied, run, without_total

from programme import FindingsError, check, open_programme
from programme.pages import released

BAD = yaml.safe_load(Path(__file__).with_name("bad-data.yaml").read_text(encoding="utf-8"))


def test_the_table_holds_sixty_kinds_at_least():
    """Every kind of mistake in the table is a different one."""
    assert len({row["what"] for row in BAD}) == len(BAD) >= 60


@pytest.mark.parametrize("row", BAD, ids=[row["what"] for row in BAD])
def test_bad_data_gives_its_message(tmp_path: Path, row: dict[str, str]):
    """Each mistake gives exactly the findings of the table: file and line, what was found, expected, an example."""
    root = copied(tmp_path / "plan", SECOND, parts=("data", "docs"))
    path = root / row["file"]
    text = path.read_text(encoding="utf-8")
    assert row["old"] is None or row["old"] in text, "the table no longer fits the data"
    path.write_text(row["new"] if row["old"] is None else text.replace(row["old"], row["new"], 1), encoding="utf-8")
    start = text[: text.index(row["old"])].count("\n") + 1 if row["old"] else 1
    says = re.sub(r"(?<=[: ])@([+-]\d+)", lambda offset: str(start + int(offset[1])), row["says"])
    with pytest.raises(FindingsError) as caught:
        open_programme(root)
    assert "\n".join(map(str, caught.value.findings)) == says
    for finding in caught.value.findings:
        lines = (root / finding.file).read_text(encoding="utf-8").count("\n") + 1
        assert 0 < finding.line <= lines


def test_all_findings_are_told_at_once(copy: Path):
    """Mistakes in three files come in one report, ordered by file and line."""
    for file, old, new in (
        ("data/documents.yaml", "date: 2026-01-02", "date: hom-qua"),
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
    root = spoil("data/abbreviations.yaml", "- {short:", "- short: no\n  full: 010\n  note: 12:30\n- {short:")
    with pytest.raises(FindingsError) as caught:  # "no" is no abbreviation of the plan: the text reached the rules
        open_programme(root)
    assert '"no" không có trong Kế hoạch' in str(caught.value)


def test_a_file_that_is_not_utf8_is_named(copy: Path):
    """A file saved in another encoding is a finding, not a traceback."""
    path = copy / "data" / "groups.yaml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    with pytest.raises(FindingsError, match="Notepad: Lưu thành… → Mã hóa: UTF-8"):
        open_programme(copy)


def test_a_missing_file_is_named(copy: Path):
    """A file of data/ that must be there and is gone is a finding."""
    (copy / "data" / "groups.yaml").unlink()
    with pytest.raises(FindingsError, match="Không tìm thấy tệp"):
        open_programme(copy)


def test_a_missing_page_is_found_made_and_then_in_order(copy: Path):
    """`check` names a missing page, `pages` makes it without touching the others."""
    page = copy / "docs" / "du-an" / "giam-ngheo-2-2.md"
    page.unlink()
    kept = copy / "docs" / "du-an" / "giam-ngheo-2-1.md"
    kept.write_text(kept.read_text(encoding="utf-8") + "\nGhi chú tay.\n", encoding="utf-8")
    checked = commanded("--root", str(copy), "check")
    assert checked.returncode == 1
    assert "docs/du-an/giam-ngheo-2-2.md: Thiếu trang này.\n    Cần: gõ make pages\n" in checked.stderr
    made = commanded("--root", str(copy), "pages")
    assert (made.returncode, made.stdout) == (0, "Đã tạo docs/du-an/giam-ngheo-2-2.md\n")
    assert kept.read_text(encoding="utf-8").endswith("Ghi chú tay.\n")
    assert commanded("--root", str(copy), "check").returncode == 0


def test_an_orphaned_page_is_named(copy: Path):
    """A page without an entity fails `check` and is named by `pages`, but never deleted."""
    orphan = copy / "docs" / "co-quan" / "phong-cu.md"
    orphan.write_text("# Phòng cũ\n", encoding="utf-8")
    checked = commanded("--root", str(copy), "check")
    assert checked.returncode == 1
    assert "docs/co-quan/phong-cu.md: Trang này không còn mục nào trong data/." in checked.stderr
    assert commanded("--root", str(copy), "pages").returncode == 1
    assert orphan.exists()


def test_a_stated_total_is_compared_with_its_lines(spoil):
    """A total that adds up passes; one that does not is named with both sums."""
    title = "title: Sinh kế và bữa ăn.\n"
    clause = title + "clauses:\n  - number: z\n    heading: Tổng\n    kind: budget\n    paragraphs:\n"
    right = clause + "      - text: 895,5 triệu đồng\n        money: {total: true}\n"
    root = spoil("data/projects/gn-2.yaml", title, right)
    assert open_programme(root, with_pages=False).total == 846_443_619_000
    path = root / "data" / "projects" / "gn-2.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("895,5 triệu", "859,5 triệu"), encoding="utf-8")
    with pytest.raises(FindingsError, match="tổng ghi là 859,5 triệu đồng, cộng các dòng được 895,5 triệu đồng"):
        open_programme(root, with_pages=False)


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_a_build_of_bad_data_fails_and_leaves_the_last_site(spoil, tmp_path: Path, builder: str):
    """A build checks first: it names what is wrong, exits 1, and the site that is there stays whole."""
    root = spoil("data/projects/gn-7.yaml", "96 triệu đồng,", "96 triệu,")
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("bản cũ", encoding="utf-8")
    built = run(builder, "build", "--site-dir", str(target), cwd=root)
    assert built.returncode == 1
    assert "data/projects/gn-7.yaml:33: Lời (text): không đọc được trọn vẹn số tiền" in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr
    assert (target / "index.html").read_text(encoding="utf-8") == "bản cũ"


def test_findings_as_json_hold_all_their_parts(spoil):
    """`check --format json` prints a list that an editor or a machine can read."""
    root = spoil("data/agencies.yaml", "level: central", "level: cental")
    checked = commanded("--root", str(root), "check", "--format", "json")
    assert checked.returncode == 1
    (finding,) = json.loads(checked.stdout)
    assert finding["file"] == "data/agencies.yaml"
    assert (finding["field"], finding["field_name"]) == ("level", "Cấp")
    assert 'Ý bạn là "central"?' in finding["found"]
    assert finding["expected"] and finding["example"] and finding["severity"] == "error"


def test_decomposed_letters_are_read_and_named(spoil):
    """NFD text is normalised; one warning for the file says in how many lines, and where the first is."""
    root = spoil("data/projects/gn-7.yaml", "Nội dung thực hiện:", "No\u0323\u0302i dung thực hiện:")
    spoil("data/projects/gn-7.yaml", "Dự án 7.", "Dự a\u0301n 7.")
    checked = commanded("--root", str(root), "check")
    assert checked.returncode == 0
    assert checked.stdout.count("mã tổ hợp") == 1
    assert "data/projects/gn-7.yaml:4: Lưu ý: Chữ viết bằng mã tổ hợp (NFD) ở 2 dòng" in checked.stdout
    headings = [c.heading for c in open_programme(root).by_key["giam-ngheo/7"].clauses]
    assert "Nội dung thực hiện:" in headings


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "96 triệu",
            "3,100 triệu",
            'Lời (text): "3,100 triệu đồng" đọc là 3,1 triệu đồng. So với bản gốc; bản gốc ghi đúng như thế mà '
            "dấu phẩy là để ngăn hàng nghìn thì giữ nguyên lời, ghi thêm amount: 3.100 triệu đồng.",
        ),
        ("96 triệu", "9,05 triệu", ""),
        ("96 triệu", "9.051,125 triệu", ""),
        ("96 triệu", "0,125 triệu", ""),
        (
            'heading: "Mục tiêu:"',
            "heading: “Mục tiêu:”",
            'Cả lời nằm trong ngoặc cong, nên trang hiện cả dấu ngoặc: "“Mục tiêu:”".',
        ),
        ('heading: "Mục tiêu:"', "heading: '“Mục tiêu:”'", ""),
    ],
)
def test_what_may_not_be_meant_is_noted(spoil, old: str, new: str, said: str):
    """Thousands with an English comma, curly quotes: a note at the line, and only where it is due."""
    spoil("data/projects/ntm-5.yaml", ', share: "98,1 %"', "")  # nothing else depends on the amount
    root = without_total(spoil("data/projects/gn-7.yaml", old, new))
    line = (SECOND / "data/projects/gn-7.yaml").read_text(encoding="utf-8").split(old)[0].count("\n") + 1
    checked = commanded("--root", str(root), "check")
    assert checked.returncode == 0, checked.stderr
    noted = [one for one in checked.stdout.split("\n") if "Lưu ý" in one and "khác văn bản" not in one]
    assert noted == ([f"data/projects/gn-7.yaml:{line}: Lưu ý: {said}"] if said else [])


@pytest.mark.parametrize("cell", ["315,500", " 315,500 "])
def test_a_doubtful_cell_is_noted(spoil, cell: str):
    """In a table too, thousands with an English comma get a note, also with spaces around them."""
    root = spoil("data/sections.yaml", '[Hạ, "315,5", "", "315,5"]', f'[Hạ, "{cell}", "", "315,5"]')
    checked = commanded("--root", str(root), "check")
    assert checked.returncode == 0, checked.stderr
    assert 'Các ô (cells): "315,500 triệu đồng" đọc là 315,5 triệu đồng.' in checked.stdout


def test_a_published_address_may_not_vanish(copy: Path):
    """Once released, an address that leads nowhere is a finding; new addresses are free to come."""
    assert commanded("--root", str(copy), "release").returncode == 0
    assert commanded("--root", str(copy), "check").returncode == 0
    for path in (copy / "data").rglob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("phong-van-hoa", "phong-van-xa"), encoding="utf-8")
    (copy / "docs/co-quan/phong-van-hoa.md").unlink()
    commanded("--root", str(copy), "pages")
    checked = commanded("--root", str(copy), "check")
    assert checked.returncode == 1
    assert 'địa chỉ "/co-quan/phong-van-hoa" đã phát hành nay không còn trang.' in checked.stderr


def test_a_name_that_is_too_long_for_a_site_is_said(spoil: Spoil):
    """Of the plan, and of the site where that has a name of its own; it keeps nothing back."""
    name = "Kế hoạch thử giai đoạn 2026 - 2030 của xã Minh Họa"
    root = spoil("data/plan.yaml", f"short_title: {name}", f"short_title: {name} và {name}")
    said = "tên dài 104 chữ cái, chiếm nhiều dòng trên điện thoại và bị cắt trên bản in."
    assert [(one.file, one.line, one.found) for one in check(root)[1]] == [("data/plan.yaml", 4, said)]
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("site_name: Kế hoạch thử", f"site_name: {name} và {name}"), encoding="utf-8")
    assert [one.file for one in check(root)[1]] == ["data/plan.yaml"]
    settings.write_text(text.replace("site_name: Kế hoạch thử", f"site_name: {name}, {name}"), encoding="utf-8")
    assert [(one.file, one.found) for one in check(root)[1]] == [
        ("data/plan.yaml", said),
        ("mkdocs.yml", f"site_name: {said.replace('104', '102')}"),
    ]


def test_a_smaller_place_that_is_part_of_nothing_is_said(copy: Path):
    """No list of homes has it; it keeps nothing back. The province is not smaller."""
    path = copy / "data/places.yaml"
    text = path.read_text(encoding="utf-8")
    assert ", kind: village, part_of: xa-minh-hoa" in text
    path.write_text(text.replace(", kind: village, part_of: xa-minh-hoa", ", kind: village", 1), encoding="utf-8")
    (told,) = check(copy)[1]
    assert (told.file, told.found) == (
        "data/places.yaml",
        "chưa ghi thuộc nơi nào, nên danh sách nơi ở của trang Tìm hỗ trợ không có nơi này.",
    )


def test_a_published_address_may_lead_to_another_page(copy: Path):
    """Where its entity is gone for good; to no page, it is named with one that would do."""
    (copy / "released.txt").write_text(
        "co-quan/cu -> /co-quan\ndu-an/cu -> du-an/index\nvan-ban/cu -> van-ban/x\n", encoding="utf-8"
    )
    with pytest.raises(FindingsError) as caught:
        check(copy)
    assert [str(one) for one in caught.value.findings] == [
        'released.txt:3: địa chỉ "/van-ban/cu" đã phát hành được cho dẫn tới "/van-ban/x", mà không có trang ấy.\n'
        "    Cần: sau dấu -> là địa chỉ của một trang đang có\n    Ví dụ đúng: van-ban/index"
    ]


def test_pages_that_go_for_good_leave_their_addresses_to_the_overview(copy: Path):
    """`pages DROP=1` says so, and the check is content; what is released later keeps it."""
    (copy / "docs/co-quan/cu.md").write_text('{{ agency("cu") }}\n', encoding="utf-8")
    (copy / "released.txt").write_text("co-quan/cu\n", encoding="utf-8")
    done = commanded("--root", str(copy), "pages", "DROP=1")
    assert (done.returncode, done.stdout) == (
        0,
        "Đã xóa docs/co-quan/cu.md\n"
        "Địa chỉ đã phát hành /co-quan/cu nay dẫn tới /co-quan/index; muốn dẫn tới trang khác thì sửa released.txt\n",
    )
    assert not check(copy)[1]
    released.release(open_programme(copy), copy)
    assert "\nco-quan/cu -> co-quan/index\n" in (copy / "released.txt").read_text(encoding="utf-8")


def test_a_file_nobody_reads_is_named(copy: Path):
    """A file in data/ under another name is a finding: a clerk would take it for published."""
    (copy / "data" / "co-quan.yaml").write_text("- id: x\n", encoding="utf-8")
    with pytest.raises(FindingsError, match=r"data/co-quan.yaml: Không trang nào đọc tệp này"):
        open_programme(copy)


def test_a_folder_or_a_file_that_says_nothing_is_named(copy: Path):
    """A subfolder of data/ and a project file without a word are findings: nobody would miss them on the site."""
    for folder in ("data/2024", "data/projects/cu", "data/projects/tam.yaml"):
        (copy / folder).mkdir()
        (copy / folder / "x.yaml").write_text("- id: x\n", encoding="utf-8")
    (copy / "data/projects/gn-8.yaml").write_text("# chưa ghi gì\n", encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        open_programme(copy)
    assert [(finding.file, finding.found) for finding in caught.value.findings] == [
        ("data/2024", "Không trang nào đọc thư mục này."),
        ("data/projects/cu", "Không trang nào đọc thư mục này."),
        ("data/projects/gn-8.yaml", "Tệp không ghi gì."),
        ("data/projects/tam.yaml", "Đây không phải là tệp thường."),
    ]


def test_without_data_the_folder_is_named(copy: Path):
    """No data/ at all is one finding that says which files it must hold."""
    shutil.rmtree(copy / "data")
    checked = commanded("--root", str(copy), "check")
    assert checked.returncode == 1
    assert checked.stderr.startswith("data: Không tìm thấy thư mục này.\n    Cần: thư mục có các tệp plan.yaml, ")
    assert "Traceback" not in checked.stderr


def test_a_plan_without_projects_is_named(copy: Path):
    """The site is about projects: where there is no file of one, that is a finding."""
    shutil.rmtree(copy / "data/projects")
    checked = commanded("--root", str(copy), "check")
    assert checked.returncode == 1
    assert "data/projects: Không có dự án nào.\n    Cần: mỗi dự án một tệp .yaml" in checked.stderr


def test_a_page_about_nothing_is_named(copy: Path):
    """A page about the whole plan is an orphan when the data has nothing for it any more."""
    (copy / "data/questions.yaml").unlink()
    checked = commanded("--root", str(copy), "check")
    assert checked.returncode == 1
    assert "docs/khong-co-trong-ke-hoach.md: Trang này không còn mục nào trong data/." in checked.stderr
