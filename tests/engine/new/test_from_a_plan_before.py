"""A new plan that follows another: what it keeps, what waits, and what is asked once its words are entered."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from new_plans import PROGRAMMES, UNFINISHED, site_of, words_of
from support import SECOND, commanded, spoiled

from programme import FindingsError, check
from programme.load.loader import load


def test_a_short_form_without_its_words_is_noted_while_a_plan_is_being_entered(begun: Path):
    """It stops nothing before the plan is signed."""
    spoiled(begun, "data/sections.yaml", "có việc làm.", "có việc làm ở HTX.")
    _, found = check(begun, with_pages=False)
    assert ("warning", 'chữ viết tắt "HTX" chưa được giải nghĩa.') in [(one.severity, one.found) for one in found]


def test_bodies_groups_places_and_words_are_kept(next_plan: Path):
    """All of them, with their names and aliases, in the order of the plan before; and the head that stays the same."""
    old, new = load(SECOND / "data")[0], load(next_plan / "data")[0]
    for name in ("agencies", "groups", "places"):
        assert [one.id for one in getattr(new, name)] == [one.id for one in getattr(old, name)], name
        assert [one.names for one in getattr(new, name)] == [one.names for one in getattr(old, name)], name
    assert [one.short for one in new.abbreviations] == [one.short for one in old.abbreviations]
    assert [one.id for one in new.concepts] == ["thon", "dung-dau", "con-giong", "hoc-viec"]
    assert new.search.model_dump_json() == old.search.model_dump_json()
    assert new.plan.header.issuer_lines == ("ỦY BAN NHÂN DÂN", "XÃ MINH HỌA")
    assert (new.plan.agency, new.plan.place, new.plan.period.start) == ("ubnd-xa", "xa-minh-hoa", "2031")
    assert [one.broader for one in new.groups] == [one.broader for one in old.groups]


def test_what_is_about_the_plan_before_is_not_kept(next_plan: Path):
    """No notes, members by its words, numbers of its parts, units of today, projects, documents, questions, notice."""
    new = load(next_plan / "data")[0]
    for one in (*new.agencies, *new.groups, *new.abbreviations):
        assert one.note is None
    assert {one.members for one in new.agencies} == {one.may_include for one in new.agencies} == {()}
    assert {one.clauses for one in (*new.places, *new.concepts)} == {()}
    assert {one.now for one in new.places} == {None}
    assert (new.projects, new.documents, new.questions, new.needs, new.notice, new.sections) == (
        (), (), (), (), None, (),
    )  # fmt: skip


def test_what_waits_is_one_warning_and_on_no_page(next_plan: Path, tmp_path: Path):
    """Nothing dangles, nothing is an error; pages tell of the issuing body alone."""
    programme, found = check(next_plan)
    assert [str(one) for one in found] == [
        "data: Lưu ý: chưa có lời nào của Kế hoạch dùng tới, nên trang chưa hiện: "
        "17 cơ quan (Chủ tịch UBND xã, Phòng Kinh tế, Phòng Văn hóa - Xã hội, …); "
        "18 nhóm đối tượng (Hộ nghèo, Hộ cận nghèo, Hộ mới khá, …); 5 nơi (thôn Thượng, thôn Đồi, thôn Hạ, …); "
        "12 chữ viết tắt (UBND, QĐ, NQ, …); 4 thuật ngữ (Thôn, Chủ trì, Con giống, …).\n"
        "    Cần: không phải sửa gì; nhập lời nào nhắc tới thì mục ấy tự hiện. Nhập xong, điền chữ ký (signature) "
        "rồi thì mục nào vẫn không dùng phải bỏ"
    ]
    assert [one.id for one in programme.data.agencies] == ["ubnd-xa"]
    assert [one.id for one in programme.data.places] == ["tinh-thu", "xa-minh-hoa"]
    pages = site_of(next_plan, tmp_path / "site")
    assert [name for name in pages if name.startswith(("co-quan", "doi-tuong", "du-an"))] == [
        "co-quan/index.html", "co-quan/ubnd-xa.html", "doi-tuong/index.html", "du-an/index.html",
    ]  # fmt: skip


def test_the_first_words_bring_back_what_they_name(begun: Path):
    """A group that a sentence marks, a concept that a title names: `check` asks for their pages, `pages` makes them."""
    made = commanded("--root", str(begun), "pages")
    assert made.stdout == (
        "Đã tạo docs/du-an/1.md\nĐã tạo docs/doi-tuong/gia-dinh-ngheo.md\nĐã tạo docs/thuat-ngu.md\n"
        "Đã tạo docs/kinh-phi.md\nĐã đưa thuat-ngu.md vào thanh mục (mkdocs.yml)\n"
        "Đã đưa kinh-phi.md vào thanh mục (mkdocs.yml)\n"
    )
    programme, found = check(begun)
    assert len(found) == 1 and "17 nhóm đối tượng (Hộ cận nghèo, " in found[0].found
    assert [(one.id, one.broader) for one in programme.data.groups] == [("gia-dinh-ngheo", ())]
    assert "  - Kinh phí: kinh-phi.md\n" in (begun / "mkdocs.yml").read_text(encoding="utf-8")
    assert commanded("--root", str(begun), "save").returncode == 0
    status = ["git", "status", "--porcelain"]
    assert subprocess.run(status, cwd=begun, capture_output=True, text=True).stdout == ""


def test_a_plan_that_is_being_entered_says_so(begun: Path, tmp_path: Path):
    """Each page about it says that more may be in the plan, and what is not seen is not said to be lacking."""
    commanded("--root", str(begun), "pages")
    pages = site_of(begun, tmp_path / "site")
    for name, page in pages.items():
        if name.startswith("huong-dan/") or name in ("404.html", "nhat-ky.html", "tim-kiem.html"):
            continue
        text = words_of(page)
        assert UNFINISHED in text, name
        assert "Kế hoạch không nêu" not in text and "Kế hoạch không ghi" not in text, name
    assert "Chủ trì chưa thấy trong phần đã nhập" in words_of(pages["du-an/1.html"])
    assert pages["index.html"].select_one("h2#du-an") is not None
    names = next((tmp_path / "site/assets/search").glob("names*.js")).read_text(encoding="utf-8")
    assert '"unfinished":true' in names
    assert words_of(pages["ho-tro.html"]) == f"Tôi được hỗ trợ gì? {UNFINISHED}"


def test_with_the_signature_everything_must_be_there(begun: Path):
    """Then nothing waits: the head's blanks, and each body and group that no word uses, are errors."""
    spoiled(
        begun,
        "data/plan.yaml",
        "signature:\n",
        "signature: {authority: TM. UBND, office: CHỦ TỊCH, name: Trần Văn Thử, agency: ubnd-xa}\n",
    )
    with pytest.raises(FindingsError) as caught:
        check(begun)
    said = [f"{one.file}: {one.field}: {one.found}" for one in caught.value.findings]
    for line in (
        "data/plan.yaml: symbol: đang để trống.",
        "data/plan.yaml: date: đang để trống.",
        "data/plan.yaml: title_lines: là danh sách trống.",
        'data/groups.yaml: id: nhóm "Hộ cận nghèo" không được cụm từ nào nhắc tới.',
        'data/agencies.yaml: name: không thấy "Tỉnh ủy" trong lời của Kế hoạch.',
        'data/projects/du-an-1.yaml: code: dự án "1" có tiền nhưng không có cơ quan chủ trì.',
        'data/search.yaml: means: "gà giống" không có trong Kế hoạch và không có trong tên gọi nào.',
    ):
        assert line in said


def test_projects_need_a_programme(begun: Path):
    """A project in a plan that names no national programme would stand on no page: it is an error."""
    spoiled(begun, "data/plan.yaml", PROGRAMMES, "")
    with pytest.raises(
        FindingsError, match=r"data/plan\.yaml:\d+: Các chương trình \(programmes\): chưa ghi chương trình nào\."
    ):
        check(begun)


def test_patterns_that_are_filled_in_are_no_loss(begun: Path):
    """Comments of a new plan that go as it is filled are not told as letters or lines that were lost."""
    assert [one for one in check(begun, with_pages=False)[1] if "lần lưu trước" in one.found] == []


def test_two_sites_link_to_each_other(tmp_path: Path):
    """The new one says where the old one is, on its home page and about itself; what to add there is told, not done."""
    folder = tmp_path / "a"
    before = (SECOND / "mkdocs.yml").read_bytes()
    made = commanded(
        "new", str(folder), "NAME=Kế hoạch năm 2031", "YEAR=2031", f"FROM={SECOND}", "OLD_SITE=https://xa.example/2026/"
    )
    assert (SECOND / "mkdocs.yml").read_bytes() == before
    assert made.stdout.split("\n")[3:8] == [
        "Giữ từ “Kế hoạch thử”: cơ quan, nhóm, nơi, chữ viết tắt, thuật ngữ, lời tìm kiếm.",
        "Để trang Kế hoạch trước dẫn tới trang mới, thêm vào mkdocs.yml của nó:",
        "extra:",
        "  neighbours:",
        "    - name: Kế hoạch năm 2031",
    ]
    pages = site_of(folder, tmp_path / "site")
    for name in ("index.html", "gioi-thieu.html"):
        (line,) = pages[name].select(".other-plans")
        assert " ".join(line.get_text().split()) == "Kế hoạch khác: Kế hoạch thử"
        assert [link["href"] for link in line.select("a")] == ["https://xa.example/2026/"]


def test_a_neighbour_without_name_or_address_is_found(copy: Path):
    """What the settings say of another plan's site is checked, with its line."""
    path = copy / "mkdocs.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    extra = "extra:\n  neighbours:\n    - {name: A, url: xa.example}\n    - {url: 'https://xa.example/'}\n"
    path.write_text(extra + "\n".join(lines), encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        check(copy)
    assert [str(one) for one in caught.value.findings] == [
        'mkdocs.yml:3: neighbours: url ghi là "xa.example".\n    Cần: địa chỉ trên mạng\n'
        "    Ví dụ đúng: url: https://giam-ngheo.example/",
        "mkdocs.yml:4: neighbours: name còn thiếu hoặc để trống.\n    Cần: tên gọi của trang ấy",
    ]
