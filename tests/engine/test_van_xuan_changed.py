"""The commune's plan with something changed: what the check says of it; its own words, a table of tasks on its site."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from read_pages import words
from support import VAN_XUAN, built, copied, once, parsed, spoiled

from programme import FindingsError, check

# -- what the check says of it -----------------------------------------------------------


SECTIONS, GN_01 = "data/sections.yaml", "data/projects/gn-01.yaml"
FAULTS: dict[str, tuple[str, str, str, str]] = {
    "a project that is not there": (
        SECTIONS, "projects: [ct-tinh/GN-01]", "projects: [ct-tinh/GN-001]",
        'không có dự án nào mang mã "ct-tinh/GN-001". Ý bạn là "ct-tinh/GN-01"?',
    ),
    "a table that says another amount again": (
        SECTIONS, '"-", "1.080", "120", "480", "1.680"', '"-", "1.070", "130", "480", "1.680"',
        'số tiền của dự án "GN-01" hai nơi ghi khác nhau. Ngân sách tỉnh: bảng ghi 1.070 triệu đồng, chỗ khác ghi '
        "1.080 triệu đồng; Ngân sách xã: bảng ghi 130 triệu đồng, chỗ khác ghi 120 triệu đồng.",
    ),
    "a sum that is no longer near": (
        SECTIONS, "khoảng 4,06 tỷ đồng", "khoảng 4,07 tỷ đồng",
        "tổng ghi là 4.070 triệu đồng, cộng các dòng được 4.059,25 triệu đồng.",
    ),
    "a sum that is said to be exact": (
        SECTIONS, "text: khoảng 4,06 tỷ đồng", "text: 4,06 tỷ đồng",
        "tổng ghi là 4.060 triệu đồng, cộng các dòng được 4.059,25 triệu đồng.",
    ),
    "a norm without an amount": (
        GN_01, "60 triệu đồng/căn", "60 căn/thôn", 'không có đúng một số tiền trong "Xây mới 60 căn/thôn".',
    ),
    "a day that no month has": (SECTIONS, "day: 25", "day: 32", 'không tháng nào có ngày "32".'),
    "a day of nothing that comes again": (
        SECTIONS, "every: month, day: 25", "day: 25", "có ngày mà không ghi bao lâu lặp lại.",
    ),
    "a day of its own for what comes again": (
        SECTIONS, "every: month, day: 25", "every: month, day: 25, due: 2026-05-25",
        "việc lặp lại không có một ngày riêng.",
    ),
    "a product in other words": (
        SECTIONS, 'product: "danh sách học sinh', 'product: "bảng học sinh',
        "bảng học sinh thuộc hộ nghèo",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", FAULTS)
def test_what_is_wrong_is_told(what: str, tmp_path: Path):
    """File and line, what was found: in a copy with one thing changed, that and no more than follows from it."""
    file, old, new, message = FAULTS[what]
    plan = spoiled(copied(tmp_path / "plan", VAN_XUAN), file, old, new)
    shutil.rmtree(plan / "source", ignore_errors=True)
    with pytest.raises(FindingsError) as told:
        check(plan)
    lines = [one for one in told.value.findings if one.is_error]
    assert any(one.file == file and one.line and message in str(one) for one in lines), str(told.value)


def test_words_name_projects_from_outside_and_for_work(tmp_path: Path):
    """Not in the project itself; not where nothing is to be done."""
    plan = copied(tmp_path / "plan", VAN_XUAN)
    file = plan / "data/projects/ndtp-07.yaml"
    text = file.read_text(encoding="utf-8")
    first = re.search(r"^( *)- text: (?=.*\n)", text, re.MULTILINE)
    assert first
    file.write_text(
        text.replace(first[0], f"{first[1]}- projects: [ctmtqg/NDTP-07]\n{first[1]}  text: ", 1), encoding="utf-8"
    )
    spoiled(plan, SECTIONS, "- text: 184 hộ nghèo,", "- projects: [ct-tinh/GN-01]\n              text: 184 hộ nghèo,")
    with pytest.raises(FindingsError) as told:
        check(plan)
    assert 'lời này đã đứng trong dự án "NDTP-07".' in str(told.value)
    assert '"184 hộ nghèo," không giao việc, không nêu thời hạn.' in str(told.value)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the same plan with words of its own and a table of tasks, which have nothing to do with another."""

    def make(folder: Path) -> None:
        folder.mkdir()
        built(with_own_words(with_tasks(folder / "plan")), folder / "site")

    return once(tmp_path_factory, "van-xuan-other", make) / "site"


@pytest.fixture(scope="module")
def others(other: Path) -> dict[str, BeautifulSoup]:
    return parsed(other)


# -- words of the plan's own ---------------------------------------------------------------


OWN = """- {of: role, id: niem-yet, label: Niêm yết công khai, short: Niêm yết}
- {of: document, id: huong-uoc, label: Hương ước}
- {of: clause, id: rui-ro, label: Rủi ro}
- {of: source, id: quy, label: Quỹ của thôn}
"""


def with_own_words(plan: Path) -> Path:
    """The same plan, where it uses them."""
    (plan / "data/vocabulary.yaml").write_text(OWN, encoding="utf-8")
    spoiled(plan, SECTIONS, "roles: [publish]", "roles: [niem-yet]")
    spoiled(plan, "data/documents.yaml", "kind: submission", "kind: huong-uoc")
    spoiled(plan, GN_01, "kind: timing", "kind: rui-ro")
    for file in ("data/sections.yaml", GN_01):
        text = (plan / file).read_text(encoding="utf-8")
        (plan / file).write_text(re.sub(r"source: other\b", "source: quy", text), encoding="utf-8")
    for name in ("ndtp-03", "gn-02"):
        spoiled(plan, f"data/projects/{name}.yaml", "source: other", "source: quy")
    return plan


def test_a_plan_adds_its_own_words_to_the_lists(others: dict[str, BeautifulSoup], other: Path):
    """A role, a kind of document, of clause, of source: each is said in its own words wherever one of the list is."""
    assert "Niêm yết" in [words(one) for one in others["phan-cong.html"].select(".chips li")]
    assert [words(one) for one in others["kinh-phi.html"].select("#theo-source ~ div th")][:9].count(
        "Quỹ của thôn"
    ) == 1
    assert "Hương ước số 15/TTr-PVHXH" in words(others["van-ban/index.html"])
    assert others["du-an/ct-tinh-gn-01.html"].select_one("h2#rui-ro")
    with (other / "du-lieu/duties.csv").open(encoding="utf-8-sig", newline="") as file:
        assert "Niêm yết công khai" in {row["roles"] for row in csv.DictReader(file)}


def test_a_word_of_its_own_is_none_of_the_lists_and_only_its_own(tmp_path: Path):
    """One that is there already, one twice; of another plan that was opened before, nothing is left."""
    plan = copied(tmp_path / "plan", VAN_XUAN)
    (plan / "data/vocabulary.yaml").write_text(
        f"{OWN}- {{of: role, id: lead, label: Đứng đầu}}\n{OWN}", encoding="utf-8"
    )
    with pytest.raises(FindingsError) as told:
        check(plan)
    assert 'danh sách này đã có sẵn từ "lead".' in str(told.value) and "data/vocabulary.yaml:6" in str(told.value)
    (plan / "data/vocabulary.yaml").unlink()
    spoiled(plan, SECTIONS, "roles: [publish]", "roles: [niem-yet]")
    with pytest.raises(FindingsError, match='ghi là "niem-yet"'):
        check(plan)


# -- a table of tasks ------------------------------------------------------------------------


TASKS = """  tables:
    - caption: Bảng 3. Phân công nhiệm vụ
      columns:
        - text: TT
        - {text: Nội dung nhiệm vụ, says: task}
        - {text: Cơ quan chủ trì, says: lead}
        - {text: Cơ quan phối hợp, says: partners}
        - {text: Thời gian, says: timing}
        - {text: Sản phẩm, says: product}
      rows:
        - {cells: [I, Công tác nhà ở, "", "", "", ""]}
        - cells: ["1", Kiểm tra các nhà đã làm, Phòng VHXH, Các thôn, Trước 30/9/2026, Biên bản]
          bearers: [phong-vhxh]
          with: [cac-thon]
          projects: [ct-tinh/GN-01]
          end: 2026-09-30
        - cells: ["2", Chụp ảnh các nhà, Công an xã; Trạm Y tế xã, nt, Hằng tháng, ""]
          bearers: [cong-an, tram-y-te]
          with: [cac-thon]
          every: month
"""
PART_VI = "- number: VI\n  heading: CHẾ ĐỘ THÔNG TIN, BÁO CÁO\n"


def with_tasks(plan: Path, tasks: str = TASKS) -> Path:
    """A copy of the plan with a table of tasks in part VI, and no document that says otherwise."""
    copied(plan, VAN_XUAN)
    shutil.rmtree(plan / "source", ignore_errors=True)
    return spoiled(plan, SECTIONS, PART_VI, PART_VI + tasks)


def test_a_row_of_a_table_of_tasks_is_a_duty(others: dict[str, BeautifulSoup], other: Path):
    """Who leads, with whom, until when, with what product; on the body's page, the project's, in the calendar."""
    (card,) = [one for one in others["co-quan/phong-vhxh.html"].select(".duty") if "Kiểm tra các nhà" in words(one)]
    assert words(card.blockquote) == "Công tác nhà ở Kiểm tra các nhà đã làm"
    assert [words(one) for one in card.select("li")] == ["Chủ trì"]
    told = words(card.select_one(".ours"))
    assert told == (
        "Dự án, nội dung: Dự án GN-01. Cùng với: Các thôn. Thời gian: “Trước 30/9/2026”. Sản phẩm: “Biên bản”."
    )
    assert "Kiểm tra các nhà đã làm" in words(others["du-an/ct-tinh-gn-01.html"])
    facts = {words(one.dt): words(one.dd) for one in others["du-an/ct-tinh-gn-01.html"].select(".lead .facts > div")}
    assert facts["Chủ trì"] == "Phòng Kinh tế; Phòng Văn hóa - Xã hội"
    for body in ("cong-an", "tram-y-te"):
        assert "Chụp ảnh các nhà" in words(others[f"co-quan/{body}.html"])
    months = {words(one.dt): words(one.dd) for one in others["bao-cao.html"].select("#han ~ .facts > div")}
    assert "“Trước 30/9/2026”: Phòng Văn hóa - Xã hội, Dự án GN-01 (mục VI)" in months["Tháng 9 năm 2026"]
    assert "Công an xã; Trạm Y tế xã, Công tác nhà ở (mục VI): “Chụp ảnh các nhà”" in months["Hằng tháng"]
    with (other / "du-lieu/duties.csv").open(encoding="utf-8-sig", newline="") as file:
        found = [row for row in csv.DictReader(file) if row["words"] == "Kiểm tra các nhà đã làm"]
    assert [(row["body"], row["project"], row["roles"], row["with"]) for row in found] == [
        ("phong-vhxh", "ct-tinh/GN-01", "Chủ trì", "Các thôn")
    ]
    (table,) = [one for one in others["toan-van.html"].select("table") if "Bảng 3" in words(one)]
    assert [words(cell) for cell in table.select("tr")[3].select("th, td")] == [
        "2", "Chụp ảnh các nhà", "Công an xã; Trạm Y tế xã", "nt", "Hằng tháng", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (", says: task", "", "bảng này không có cột nào ghi việc phải làm, nên không trang nào đọc dòng này."),
        ("          bearers: [phong-vhxh]\n", "", "việc ở hàng này không có người làm."),
        (", Trước 30/9/2026,", ', "",', "hàng này có ngày mà không ô nào ở cột thời gian (says: timing) ghi ngày ấy."),
        (
            "          bearers: [cong-an, tram-y-te]\n          with: [cac-thon]\n          every: month\n", "",
            'ô "Công an xã; Trạm Y tế xã" nêu người làm mà hàng này chưa ghi mã.',
        ),
        ("end: 2026-09-30", "end: 2036-09-30", '"2036-09-30" nằm ngoài năm 2026 của Kế hoạch.'),
    ],
)  # fmt: skip
def test_a_row_of_tasks_that_is_not_wholly_marked_is_told(tmp_path: Path, old: str, new: str, message: str):
    """No column of tasks, nobody who does it, a day that no cell says, a body that is not marked, another year."""
    assert old in TASKS
    plan = with_tasks(tmp_path / "plan", TASKS.replace(old, new, 1))
    with pytest.raises(FindingsError) as told:
        check(plan)
    assert message in str(told.value) and f"{SECTIONS}:" in str(told.value)
