"""Questions asked of the joined plan are looked up: what an index gives, and in what order."""

from __future__ import annotations

from programme import Programme
from programme.derive import duty_sheets
from programme.derive.index import Index
from programme.load.vocabulary import Level


def test_an_index_gives_each_thing_once_in_the_order_given():
    """A thing that names a key twice is told once; a key that nothing has gives nothing."""
    letters = Index(["ba", "anna", "bob"], lambda word: word)
    assert letters("b") == ("ba", "bob")
    assert letters("a") == ("ba", "anna")
    assert letters("z") == ()


def test_answers_of_an_index_are_those_of_going_through_everything(programme: Programme):
    """For every body, group, document and project, looking up says what looking at everything says."""
    p = programme
    for agency in p.data.agencies:
        assert p.duties_of(agency) == tuple(one for one in p.duties if agency in one.bearers)
        others = (one for one in p.duties if agency in one.partners and agency not in one.bearers)
        assert p.named_partner(agency) == tuple(others)
        assert p.reports_to(agency) == tuple(one for one in p.reports if agency in one.to or agency is one.via)
        assert p.led_by(agency) == tuple(one for one in p.budgets if agency in one.leads)
        bodies = {agency, *(whole for whole in p.data.agencies if agency.id in whole.members)}
        assert duty_sheets.reports_on(p, agency) == tuple(one for one in p.reports if bodies & {*one.by})
    for group in p.data.groups:
        assert p.targets_of(group) == tuple(one for one in p.targets if group in (*one.who, *one.of))
    for document in p.data.documents:
        assert p.citations_of(document) == tuple(one for one in p.citations if one.document is document)
    for node in (*p.nodes, None):
        assert p.duties_in(node) == tuple(one for one in p.duties if one.node is node)


def test_several_answers_come_in_the_order_of_the_plan(programme: Programme):
    """Duties of two bodies together are each told once, as the plan has them."""
    bodies = (programme.agencies["truong-cac-thon"], programme.agencies["cac-ban"])
    found = programme.in_order(duty for body in (*bodies, *bodies) for duty in programme.duties_of(body))
    assert found == tuple(duty for duty in programme.duties if {*bodies} & {*duty.bearers})
    assert len(found) == 9


def test_levels_begin_with_that_of_the_plan(programme: Programme):
    """The list of bodies begins at the plan's own level and goes down; then come the levels above, nearest first."""
    levels = [level for level, _ in programme.agencies_by_level]
    assert levels == [Level.COMMUNE, Level.COLLECTIVE, Level.PROVINCE, Level.CENTRAL]


def test_a_project_is_named_in_one_way(programme: Programme):
    """Its label without the colon, the project it is part of, which of two programmes; its title after a colon."""
    node = programme.by_key["giam-ngheo/2.2"]
    assert programme.short_name(node) == "Tiểu dự án 2, Dự án 2 (Chương trình giảm nghèo thử)"
    assert programme.full_name(node) == f"{programme.short_name(node)}: Bữa ăn cho trẻ nhỏ"
