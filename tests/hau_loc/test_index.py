"""What the joined plan answers, of a plan of a district and of one programme."""

from __future__ import annotations

from programme import Programme
from programme.load.vocabulary import Level


def test_duties_of_two_bodies_together(programme: Programme):
    """The communes and one of them by its name have 22 duties, each told once."""
    bodies = (programme.agencies["ubnd-xa-ngu-loc"], programme.agencies["ubnd-xa-thi-tran"])
    assert len(programme.in_order(duty for body in bodies for duty in programme.duties_of(body))) == 22


def test_levels_begin_with_the_district(programme: Programme):
    """The district's bodies, the communes', collectives; then the province's and the central ones."""
    levels = [level for level, _ in programme.agencies_by_level]
    assert levels == [Level.DISTRICT, Level.COMMUNE, Level.COLLECTIVE, Level.PROVINCE, Level.CENTRAL]


def test_a_project_of_the_one_programme_is_named_without_it(programme: Programme):
    """Its label, the project it is part of; its title after a colon."""
    node = programme.by_key["3.2"]
    assert programme.short_name(node) == "Tiểu dự án 2, Dự án 3"
    assert programme.full_name(node) == "Tiểu dự án 2, Dự án 3: Cải thiện dinh dưỡng"
