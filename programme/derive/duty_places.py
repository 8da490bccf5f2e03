"""Where, on the page of a project, the work of a body stands."""

from __future__ import annotations

from ..load.dataset import Project
from ..load.registries import Agency
from ..load.vocabulary import ClauseKind
from .programme import Programme

COMMON = "viec-phan-chung"
"""The place of the work in it that common parts of the plan give."""
OWN_WORDS = "loi-van"
"""The place of what is said right below its heading."""


def place_on_page(programme: Programme, agency: Agency, node: Project) -> str:
    """The anchor, on the page of `node`, of the first duty that names `agency`: "assignment-2"."""
    for duty in programme.duties_in(node):
        if agency in (*duty.bearers, *duty.partners) and duty.spot.clause:
            clause = duty.spot.clause
            if duty.spot.node is not node:
                return COMMON
            sentence = programme.sentence_of(duty)
            if clause.kind == ClauseKind.ASSIGNMENT and sentence in clause.texts:
                return f"{programme.anchor(clause)}-{clause.texts.index(sentence) + 1}"
            return programme.anchor(clause)
    return ClauseKind.ASSIGNMENT.value if node.clauses else OWN_WORDS
