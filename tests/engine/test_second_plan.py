"""A plan of another shape, made up for the purpose, builds into a full site without a change of code."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import readout
from bs4 import BeautifulSoup
from support import ROOT, Spoil

from programme import Programme, open_programme
from programme.built import verify
from programme.derive import left_open, support
from programme.load.dataset import Clause
from programme.load.loader import load
from programme.pages import addresses, page_files

PLAN = ROOT / "tests" / "plans" / "second"
MILLION = 10**6


@pytest.fixture(scope="module")
def second() -> Programme:
    return open_programme(PLAN)


@pytest.fixture(scope="module")
def built(site: Path) -> Path:
    """The site of the second plan."""
    return site


@pytest.fixture(scope="module")
def shown(built: Path) -> dict[str, str]:
    """Page -> the text of its article."""
    return {path.relative_to(built).as_posix(): article(path) for path in built.rglob("*.html")}


def article(path: Path) -> str:
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    for heading in soup.find_all("h2"):
        following = heading.find_next_sibling()
        assert following is None or following.name not in ("h1", "h2"), (
            f"{path.name}: empty heading {heading.get_text()}"
        )
    for list_of_parts in soup.select("nav.toc"):
        list_of_parts.decompose()
    return " ".join((soup.find("article") or soup).get_text(" ").split())


def test_every_entity_and_overview_has_its_page(second: Programme, shown: dict[str, str]):
    """The site is whole: each expected page is built."""
    assert {file.replace(".md", ".html") for file in page_files.expected(second)} <= set(shown)


def test_project_codes_belong_to_their_programme(second: Programme, shown: dict[str, str]):
    """ "Dự án 5" of one programme and "Nội dung 5" of the other have each their own page."""
    assert {"giam-ngheo/5", "nong-thon-moi/5"} <= set(second.by_key)
    assert "Hỗ trợ nhà ở" in shown["du-an/giam-ngheo-5.html"]
    assert "Nâng cao chất lượng giáo dục" in shown["du-an/nong-thon-moi-5.html"]


def test_a_project_that_does_not_apply_says_why(shown: dict[str, str]):
    """The plan's own reason stands on its page and the overview says "không thực hiện"."""
    assert "Không thực hiện vì xã không thuộc huyện nghèo." in shown["du-an/giam-ngheo-5.html"]
    assert "không thực hiện" in shown["du-an/index.html"]


def test_money_by_source_capital_and_place(second: Programme, shown: dict[str, str]):
    """12.316 + 1.847 = 14.163 triệu đồng, by source, by capital type and by place, exact to the đồng."""
    node = second.by_key["giam-ngheo/1"]
    assert second.amount(node) == 14_163 * MILLION
    assert [(b.amount // MILLION, b.source, b.capital) for b in second.budgets_of(node)] == [
        (12_316, "central", "investment"),
        (1_847, "province", "recurrent"),
    ]
    places = {place.id: amount for place, amount in second.sums(second.allocations, "place").items()}
    assert places == {"thon-thuong": 13_847_500_000, "thon-ha": 315_500_000}
    for text in ("Ngân sách Trung ương 13.844,5 triệu đồng", "Vốn sự nghiệp", "thôn Thượng 13.847,5 triệu đồng"):
        assert text in shown["kinh-phi.html"]


def test_decimals_and_approximate_amounts(second: Programme, shown: dict[str, str]):
    """81,119 triệu đồng is 81.119.000 đồng; "hơn 830 tỷ" stays "hơn", and makes a sum "hơn"."""
    amounts = {(budget.about, budget.amount) for budget in second.budgets}
    assert ("", 81_119_000) in amounts
    assert ("hơn", 830_000 * MILLION) in amounts
    assert "hơn 830.000 triệu đồng" in shown["du-an/nong-thon-moi-5.html"]
    assert "hơn 846.443,619 triệu đồng" in shown["kinh-phi.html"]
    assert "Kế hoạch không ghi tổng" not in shown["kinh-phi.html"]


def test_indicators_of_every_kind(shown: dict[str, str]):
    """From-to, rate, reduction, coverage, number; by year, by unit, for poor and near-poor."""
    for text in (
        "từ 1,84 % xuống 1,34 %", "năm 2027", "2,5 %", "thôn Thượng", "12 hộ trở lên", "0,50 %", "100 %", "3 mô hình",
    ):  # fmt: skip
        assert text in shown["muc-tieu.html"]
    assert "12 hộ trở lên" in shown["doi-tuong/gia-dinh-can-ngheo.html"]


def test_physical_targets_dates_deadlines_and_forms(shown: dict[str, str]):
    """357 căn nhà; 20/9 to 25/10; report by 30/10 on Mẫu số 01."""
    page = shown["du-an/giam-ngheo-1.html"]
    for text in ("357 căn nhà", "từ ngày 20/9/2026 đến ngày 25/10/2026", "trước ngày 30/10/2026", "Mẫu số 01"):
        assert text in page
    assert "trước ngày 30/10/2026" in shown["bao-cao.html"]


def test_several_leads_one_of_them_an_office(second: Programme, shown: dict[str, str]):
    """Two bearers lead together; an office of a person leads alone; a body leads several; two lines have none."""
    leads = {node.key: [agency.id for agency in second.leads(node)] for node in second.work_nodes}
    assert leads == {
        "giam-ngheo/1": ["phong-kinh-te", "chu-tich-xa"],
        "giam-ngheo/2.1": ["phong-kinh-te"],
        "giam-ngheo/2.2": ["tram-y-te"],
        "giam-ngheo/3": ["phong-kinh-te"],
        "giam-ngheo/7": [],
        "nong-thon-moi/5": ["chu-tich-xa"],
        "nong-thon-moi/5.1": [],
    }
    assert "Kế hoạch không nêu cơ quan cấp xã chủ trì" in shown["du-an/giam-ngheo-7.html"]
    assert "Kế hoạch không nêu cơ quan cấp xã chủ trì" in shown["du-an/nong-thon-moi-5-1.html"]


def test_document_numbers_and_relations(shown: dict[str, str]):
    """Party numbers, resolutions, laws; parent, replaces, guides, amends, annexed."""
    documents = shown["van-ban/index.html"]
    for number in ("24/2021/QH15", "47-NQ/TU", "12/2022/NQ-HĐND", "87/LĐVX-VPQGGN", "289-QĐ/TU"):
        assert number in documents
    assert "Hướng dẫn Luật số 24/2021/QH15" in shown["van-ban/nq-47.html"]
    assert "Sửa đổi, bổ sung Nghị quyết số 47-NQ/TU" in shown["van-ban/nq-12.html"]
    assert "Kế hoạch thay thế văn bản này" in shown["van-ban/qd-289.html"]


def test_a_decision_with_an_annexed_plan_reads_in_order(shown: dict[str, str]):
    """Head, articles, recipients, signature of the decision; then the plan, its parts, its table, its end."""
    text = shown["toan-van.html"]
    order = [
        "Số: 51/QĐ-UBND", "Minh Họa, ngày 01 tháng 3 năm 2026", "Căn cứ Luật", "Điều 1.", "Điều 2.", "Nơi nhận:",
        "Trần Văn Thử", "(Kèm theo Quyết định số 51/QĐ-UBND)", "I. MỤC TIÊU", "Dự án 5:", "PHỤ LỤC I", "13.847,5",
        "Trên đây là Kế hoạch thử",
    ]  # fmt: skip
    places = [text.index(one) for one in order]
    assert places == sorted(places)
    assert "bản nguồn để trống" not in re.sub("Dấu “…”.*?để trống", "", text)


def test_nothing_of_another_plan_is_shown(shown: dict[str, str]):
    """A level that this plan has no body of is on no page but those of the guide, which list what a plan may have.

    (That no page names another plan: tests/hau_loc/test_engine_knows_no_plan.py.)
    """
    for name, text in shown.items():
        assert "cấp huyện" not in text or name.startswith("huong-dan/"), name


def test_what_the_plan_does_not_have_gets_no_page(tmp_path: Path):
    """Without a notice, questions and words to explain there are no pages about them, and that is no fault."""
    shutil.copytree(PLAN / "data", tmp_path / "data")
    for name in ("notice", "questions", "concepts", "abbreviations"):
        (tmp_path / f"data/{name}.yaml").unlink()
    places = tmp_path / "data/places.yaml"
    places.write_text(re.sub(r", now: [^,}]*", "", places.read_text(encoding="utf-8")), encoding="utf-8")
    bare = Programme(load(tmp_path / "data")[0])
    assert {"hien-nay", "khong-co-trong-ke-hoach", "thuat-ngu"} & {*page_files.overviews(bare)} == set()


def test_it_would_be_published(second: Programme, built: Path):
    """What is looked at before publishing finds nothing wrong: every page, link, file, and the plan's words."""
    assert verify.problems(second, built) == []


def test_a_clause_within_a_clause_stands_on_its_project(second: Programme, shown: dict[str, str]):
    """Its number, heading and words, with its own address."""
    node = second.by_key["giam-ngheo/1"]
    text = shown[f"{addresses.page(node)}.html"]
    (inner,) = node.clauses[1].clauses
    assert "Nhà ở:" in text and "Mỗi căn nhà có ba phần cứng." in text
    assert second.ref_label(second.refs[inner]) in text and second.anchor(inner) == "muc-b-b1"


def test_each_project_and_body_has_its_sheet(second: Programme, built: Path):
    """A PDF file with the words of each project, and one of each body."""
    for node in second.nodes:
        path = built / f"{addresses.page(node)}.pdf"
        words = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
        assert node.name in " ".join(words.split())
    assert all((built / f"{addresses.page(agency)}.pdf").is_file() for agency in second.data.agencies)


def test_a_need_leads_to_its_section_or_its_page(built: Path):
    """Where a project of a need supports nobody, there is no section to go to: the link leads to its page."""
    page = BeautifulSoup((built / "ho-tro.html").read_text(encoding="utf-8"), "html.parser")
    links = [one["href"] for one in page.select("#can-sua-nha a")]
    assert links == ["#ho-tro-giam-ngheo-1", "du-an/nong-thon-moi-5-1.html"]


def test_finder_matrix_search_and_tables_hold_its_own(second: Programme, built: Path, shown: dict[str, str]):
    """Each support in the finder, each body with work in the matrix, each project in the search and in the tables."""
    finder_page = BeautifulSoup((built / "ho-tro.html").read_text(encoding="utf-8"), "html.parser")
    assert len(finder_page.select("[data-support]")) == len(support.supports(second)) > 0
    matrix = BeautifulSoup((built / "phan-cong.html").read_text(encoding="utf-8"), "html.parser")
    assert len(matrix.select(".matrix tbody tr")) == len(second.matrix) > 0
    names = next((built / "assets/search").glob("names-*.js")).read_text(encoding="utf-8")
    table = (built / "du-lieu/projects.csv").read_text(encoding="utf-8-sig")
    for node in second.nodes:
        assert f"{addresses.page(node)}.html" in names and node.title in table


def test_who_does_what_with_how_much_money(second: Programme):
    """Roles in each project, leads, sums, what is left open: line by line."""
    assert list(readout.relations(second)) == readout.expected("relations")


def test_the_words_stand_in_their_order(second: Programme):
    """The whole text, line by line, and the words that the search knows besides."""
    assert list(readout.text(second)) == readout.expected("text")


def test_who_works_with_a_lead_has_a_part_of_its_own(second: Programme):
    """Mặt trận xã, named beside the lead of Dự án 3, coordinates there; it carries nothing out by itself."""
    matrix = {body.id: {node.key: roles for node, roles in cells.items()} for body, cells in second.matrix}
    assert matrix["mat-tran-xa"] == {"giam-ngheo/3": ("coordinate",)}


def test_nobody_works_with_itself(spoil: Spoil):
    """A body that its own duty names as a partner is not among those it works with."""
    root = spoil("data/projects/gn-3.yaml", "with: [phong-van-hoa, ", "with: [phong-kinh-te, phong-van-hoa, ")
    programme = open_programme(root)
    with_ = [one.id for one in programme.works_with(programme.agencies["phong-kinh-te"])]
    assert "phong-van-hoa" in with_ and "phong-kinh-te" not in with_
    assert not programme.named_partner(programme.agencies["phong-kinh-te"])


def test_who_leads_most_money_comes_first(second: Programme):
    """830.081,119 triệu đồng, then 14.163, 1.828,5, 275; what nobody leads, 96, last."""
    rows = [([one.id for one in who], second.sum_of(lines)) for who, lines in second.money_by_lead]
    assert rows == [
        (["chu-tich-xa"], 830_081_119_000),
        (["phong-kinh-te", "chu-tich-xa"], 14_163_000_000),
        (["phong-kinh-te"], 1_828_500_000),
        (["tram-y-te"], 275_000_000),
        ([], 96_000_000),
    ]


@pytest.mark.parametrize("blank", ["-", "–", " "])
def test_a_dash_in_a_table_is_a_blank_cell(spoil: Spoil, blank: str):
    """What stands in a column of money and is a dash gives nothing to a place, and the sums stay right."""
    programme = open_programme(spoil("data/sections.yaml", '"315,5", "", "315,5"', f'"315,5", "{blank}", "315,5"'))
    given = [(one.place.id, one.amount) for one in programme.allocations]
    assert given == [("thon-thuong", 12_000_500_000), ("thon-thuong", 1_847_000_000), ("thon-ha", 315_500_000)]


@pytest.mark.parametrize(
    ("money", "funds"),
    [
        ("{source: commune, capital: investment}", ("Ngân sách xã", "Vốn đầu tư phát triển")),
        ("{source: commune}", ("Ngân sách xã", "Vốn sự nghiệp")),
        ("{capital: investment}", ("Ngân sách tỉnh", "Vốn đầu tư phát triển")),
    ],
)
def test_a_column_names_its_own_funds_or_takes_the_common_ones(spoil: Spoil, money: str, funds: tuple[str, str]):
    """What a column of money does not say of its source or capital is what the plan says of all money."""
    programme = open_programme(spoil("data/sections.yaml", "{source: commune, capital: recurrent}", money))
    (line,) = (one for one in programme.budgets if one.amount == 81_119_000)
    assert line.funds == funds and line.node.key == "nong-thon-moi/5"


def test_common_funds_are_said_as_far_as_the_plan_says_them(spoil: Spoil):
    """Only a source: "ngân sách tỉnh"; with the type of capital: "vốn sự nghiệp từ ngân sách tỉnh"."""
    root = spoil("data/plan.yaml", "  source: province\n  capital: recurrent\n", "  source: province\n")
    assert open_programme(root).common_funds == "ngân sách tỉnh"


def test_a_collective_without_work_means_nobody(spoil: Spoil):
    """ "Các đơn vị khác" bear no duty: what they might include does not make them somebody's collective."""
    root = spoil("data/agencies.yaml", "id: don-vi-khac,", "id: don-vi-khac, may_include: [phong-kinh-te],")
    programme = open_programme(root)
    meant = programme.may_be_meant_by(programme.agencies["phong-kinh-te"])
    assert [one.id for one in meant] == ["cac-ban"]


def test_words_of_a_project_itself_are_in_no_clause(second: Programme):
    """ "Gồm đường thôn và trường học." stands in Nội dung 5, before its first clause."""
    (spot,) = (one for one in second.spots if one.phrase.text == "Gồm đường thôn và trường học.")
    assert (spot.node, spot.clause, spot.ref) == (second.by_key["nong-thon-moi/5"], None, "III.1")


def test_clauses_that_are_not_fewer_are_not_named(second: Programme):
    """Where as many reports say it as do not, nobody is told which ones do."""
    one, two, three, *_ = second.reports
    assert left_open.Silence("hạn", (one,), (two,)).stated == []
    assert left_open.Silence("hạn", (one, two), (three,)).stated == [three.ref]


def test_ages_of_two_groups_are_no_bound(spoil: Spoil):
    """Of one group its ages count; a support for the old and for small children is for every age."""
    old = "{who: [nguoi-gia], condition: còn sức làm}"
    programme = open_programme(spoil("data/projects/gn-2.yaml", old, old.replace("nguoi-gia", "nguoi-gia, tre-nho")))
    (target,) = (one for one in programme.targets if len(one.who) == 2 and one.record.condition)
    assert support.ages(target) == (0, 999)


def test_without_a_notice_places_are_still_themselves(copy: Path):
    """No commune of today: a family lives in one of the five villages of the plan."""
    (copy / "data/notice.yaml").unlink()
    places = copy / "data/places.yaml"
    places.write_text(re.sub(r", now: [^,}]*", "", places.read_text(encoding="utf-8")), encoding="utf-8")
    kept, homes = support.homes(Programme(load(copy / "data")[0]))
    assert [one.id for one in kept] == ["thon-thuong", "thon-doi", "thon-ha", "thon-ha-huyen", "thon-ben"]
    assert homes == []


@pytest.mark.parametrize(
    ("number", "label", "named"),
    [("1", "Điều 1.", True), ("1", "1/", False), ("I", "I/", False), ("1", "Phần thứ nhất", True), ("a", "a/", False)],
)
def test_a_label_that_is_but_the_number_names_no_part(number: str, label: str, named: bool):
    """ "1/" is told as "mục V.1", "Điều 1." as "Điều 1"."""
    assert Clause(number=number, label=label, heading="Mục tiêu").is_named is named
