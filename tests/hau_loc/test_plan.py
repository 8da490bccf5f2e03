"""What the joined plan says, against what a reader counts in the source."""

from __future__ import annotations

import pytest

from programme import Programme
from programme.load.vocabulary import Role

MILLION = 10**6


def names(records) -> set[str]:
    return {record.id for record in records}


def test_sixteen_nodes_in_the_plans_order(programme: Programme):
    """There are 6 projects and 10 sub-projects, by their codes in the programme."""
    assert [node.code for node in programme.nodes] == [
        "1", "1.1", "2", "3", "3.1", "3.2", "4", "4.1", "4.2", "4.3", "6", "6.1", "6.2", "7", "7.1", "7.2",
    ]  # fmt: skip


def test_section_numbers_are_kept_beside_codes(programme: Programme):
    """From section III.5 on, the number of the section is not the code of the project."""
    refs = {node.code: programme.refs[node] for node in programme.nodes}
    assert refs["3.2"] == "III.3.2"
    assert refs["6"] == "III.5"
    assert refs["6.2"] == "III.5.2"
    assert refs["7.2"] == "III.6.2"


def test_eleven_budget_lines_add_up(programme: Programme):
    """The 11 lines sum to 8.345 triệu đồng; each project to its own sum."""
    assert len(programme.budgets) == 11
    assert programme.total == 8345 * MILLION
    sums = {node.code: programme.amount(node) // MILLION for node in programme.data.projects}
    assert sums == {"1": 450, "2": 3051, "3": 1831, "4": 2268, "6": 237, "7": 508}


def test_money_by_lead_reconciles_with_money_by_project(programme: Programme):
    """Every budget line is counted under exactly one lead, or under "nobody named"."""
    by_lead = [line for _, lines in programme.money_by_lead for line in lines]
    assert sorted(by_lead, key=id) == sorted(programme.budgets, key=id)


@pytest.mark.parametrize(
    ("code", "leads"),
    [
        ("1.1", {"phong-ktht"}),
        ("2", {"phong-ldtbxh"}),
        ("3.1", {"phong-nnptnt"}),
        ("3.2", {"van-phong-hdnd-ubnd"}),
        ("4.1", {"trung-tam-gdnn-gdtx"}),
        ("4.2", {"phong-ldtbxh"}),
        ("4.3", {"phong-ldtbxh"}),
        ("6.1", {"phong-vhtt"}),
        ("6.2", {"phong-ldtbxh"}),
        ("7.1", {"phong-ldtbxh"}),
        ("7.2", set()),
    ],
)
def test_leads(programme: Programme, code: str, leads: set[str]):
    """Each line has the lead the plan names; 7.2 has none."""
    assert names(programme.leads(programme.by_key[code])) == leads


def test_the_labour_office_leads_five_lines(programme: Programme):
    """Phòng LĐTBXH leads 5 of 11 lines, 4.631 triệu đồng."""
    led = programme.led_by(programme.agencies["phong-ldtbxh"])
    assert sorted(line.node.code for line in led) == ["2", "4.2", "4.3", "6.2", "7.1"]
    assert sum(line.amount for line in led) == 4631 * MILLION


def test_communes_have_duties_in_eight_projects(programme: Programme):
    """UBND các xã, thị trấn: 8 project clauses and the 4 items of V.5; nothing in 4.1 and 7.2."""
    duties = programme.duties_of(programme.agencies["ubnd-xa-thi-tran"])
    assert {duty.node.code for duty in duties if duty.node} == {"2", "3.1", "3.2", "4.2", "4.3", "6.1", "6.2", "7.1"}
    assert len({duty.spot.paragraph for duty in duties if duty.ref == "V.5"}) == 4
    ngu_loc = programme.duties_of(programme.agencies["ubnd-xa-ngu-loc"])
    assert {duty.node.code for duty in ngu_loc if duty.node} == {"1.1"}


def test_approval_outside_the_assignment_clause_is_a_duty(programme: Programme):
    """The chair's approval stands under III.3.1.d and is a duty all the same."""
    (duty,) = programme.duties_of(programme.agencies["chu-tich-ubnd-huyen"])
    assert duty.ref == "III.3.1.d"
    assert duty.roles == (Role.APPROVE,)


def test_only_one_report_has_a_frequency(programme: Programme):
    """Only III.2.e says how often: "định kỳ 6 tháng, hằng năm"; 4.1 has no report at all."""
    (report,) = [report for report in programme.reports if report.frequency]
    assert (report.ref, report.frequency) == ("III.2.e", "định kỳ 6 tháng, hằng năm")
    assert names(report.to) == {"ubnd-huyen"}
    assert report.via is not None and report.via.id == "phong-ldtbxh"
    assert "4.1" not in {report.node.code for report in programme.reports if report.node}


def test_reports_of_the_closing_go_to_the_province(programme: Programme):
    """Everybody reports to the labour office, which reports to UBND tỉnh and the Sở."""
    rows = {(frozenset(names(r.by)), frozenset(names(r.to))) for r in programme.reports if r.ref == "ket-thuc"}
    assert (frozenset({"phong-ldtbxh"}), frozenset({"ubnd-tinh", "so-ldtbxh"})) in rows
    (others,) = [by for by, to in rows if to == {"phong-ldtbxh"}]
    assert others == {"phong-ban-lien-quan", "ubnd-xa-thi-tran"}


def test_decree_27_is_cited_by_two_chapters(programme: Programme):
    """Nghị định 27/2022/NĐ-CP: Chương V in III.2.e, chương VII in III.6.2.e."""
    cited = programme.citations_of(programme.documents["nd-27-2022"])
    assert [(one.ref, one.part) for one in cited] == [("III.2.e", "Chương V"), ("III.6.2.e", "chương VII")]


def test_every_budget_line_rests_on_decision_1185(programme: Programme):
    """All 11 amounts are allotted by Quyết định 1185/QĐ-UBND."""
    assert {tuple(names(line.basis)) for line in programme.budgets} == {("qd-1185-2023",)}


def test_the_figures_of_the_goals(programme: Programme):
    """II.2 asks for 300 households or more and 0,65 %."""
    figures = [(f.values[0], f.record.at_least) for f in programme.figures if f.ref == "II.2"]
    assert figures == [("300", True), ("0,65", False)]


def places_for(programme: Programme, group: str, node: str) -> list[tuple[str, ...]]:
    return [
        (t.ref, " ".join(place.id for place in t.places), t.record.priority)
        for t in programme.targets_of(programme.groups[group])
        if t.node and t.node.code == node
    ]


def test_poor_households_have_priority_not_exclusivity_for_work_abroad(programme: Programme):
    """III.4.2.b: anyone of Ngư Lộc may go; poor households come first."""
    rows = places_for(programme, "ho-ngheo", "4.2")
    assert rows and all(priority for ref, _, priority in rows if ref == "III.4.2.b")
    first = next(t for t in programme.targets if t.ref == "III.4.2.b")
    assert [place.id for place in first.places] == ["ngu-loc"]


def test_nutrition_for_a_child_of_four(programme: Programme):
    """A child under 5 of a newly escaped household meets both sentences of III.3.2: b names it, c does not."""
    children = [t for t in programme.targets_of(programme.groups["tre-em-duoi-16-tuoi"]) if t.node]
    named = {t.ref for t in children if "ho-moi-thoat-ngheo" in names(t.of)}
    assert "III.3.2.b" in named and "III.3.2.c" not in named
    under_five = [t for t in children if t.record.age_under == 5]
    assert under_five and all(names(t.of) <= {"ho-ngheo", "ho-can-ngheo"} for t in under_five)


def test_the_matrix_holds_every_duty_of_a_project(programme: Programme):
    """Each duty inside a project appears in the cell of each of its bearers."""
    cells = {agency: row for agency, row in programme.matrix}
    for duty in programme.duties:
        for bearer in duty.bearers:
            if duty.node:
                assert set(duty.roles) <= set(cells[bearer][duty.node])


def test_recipients_lack_the_lead_of_nutrition(programme: Programme):
    """The list "Nơi nhận" is kept as it is: without Văn phòng HĐND và UBND huyện and UBND tỉnh."""
    received = {receipt.agency.id for receipt in programme.receipts}
    assert "phong-ldtbxh" in received
    assert not received & {"van-phong-hdnd-ubnd", "ubnd-tinh"}


def test_all_units_of_2023_have_their_commune_of_today(programme: Programme):
    """The 22 units became 5 communes."""
    assert programme.data.notice is not None
    communes = programme.data.notice.communes
    assert len(communes) == 5
    assert sum(len(commune.units) for commune in communes) == 22
