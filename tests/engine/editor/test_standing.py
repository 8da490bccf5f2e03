"""A form of a clause offers what the place of the clause allows, and no more."""

from __future__ import annotations

import pytest
from support import VAN_XUAN, copied

from programme.editor.actions import Actions
from programme.editor.desk import Desk
from programme.editor.view import standing
from programme.editor.view.standing import Standing


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(copied(tmp_path_factory.mktemp("standing") / "plan", VAN_XUAN), Actions(lambda root: None))


def of(desk: Desk, page: str, title: str) -> Standing:
    block = next(one for one in desk.page(page).blocks if one.what == "heading" and title in one.title)
    return standing.standing(desk.files, block)


def test_a_clause_under_no_project_is_of_no_kind_and_is_told_what_leads_to_the_goals(desk: Desk):
    """It can be the place of the projects; so can a clause below it."""
    for one in (of(desk, "toan-van", "MỤC TIÊU").own, of(desk, "toan-van", "MỤC TIÊU").below):
        assert one.without == ("kind",)
        assert one.hint == (
            "Muốn mục tiêu, chỉ tiêu của mục này có ở trang Mục tiêu, chỉ tiêu: bôi đen con số trong câu, chọn “Chỉ "
            "tiêu”, rồi ghi tên và đơn vị."
        )


def test_a_clause_of_a_project_has_a_kind_that_no_other_of_it_has(desk: Desk):
    """Its own kind is among the choices; it is no place for projects."""
    project = of(desk, "du-an/ctmtqg-ndtp-03", "NDTP-03")
    own = of(desk, "du-an/ctmtqg-ndtp-03", "Mục tiêu").own
    assert (own.without, own.hint) == (("projects", "programme"), "")
    assert "objective" in project.below.taken["kind"]
    assert own.taken["kind"] == tuple(one for one in project.below.taken["kind"] if one != "objective")
