"""The joined plan: who must do what, for whom, with what money, under which document.

Everything here is computed from a `Dataset` that has passed `check`; nothing is
stored twice. What a page asks of one body, project or group is looked up in an
index that is made once: asking costs the same in a large plan as in a small one.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from ..load.dataset import Clause, Project
from ..load.registries import Agency, Document, Group, Need, Question, Relation
from ..load.texts import Paragraph
from ..load.vocabulary import ClauseKind, GroupKind, IndicatorKind, Level, Role, rank
from ..vietnamese import formats
from .index import Index
from .localities import Localities
from .statements import (
    Allocation,
    Budget,
    Cited,
    Duty,
    Figure,
    Norm,
    PhysicalTarget,
    Receipt,
    Report,
    Statement,
    Target,
    When,
)

_HEADLINES = 6
Said = TypeVar("Said", bound=Statement)


def _alphabetical(agency: Agency) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return formats.sort_key(agency.name)


class Programme(Localities):
    """The joined plan: the one object that pages, tables and files are made from."""

    def in_order(self, statements: Iterable[Said]) -> tuple[Said, ...]:
        """Duties, reports or citations from several answers: each once, in the plan's order."""
        return tuple(sorted(dict.fromkeys(statements), key=self._place_of.__getitem__))

    @cached_property
    def _place_of(self) -> dict[Statement, int]:
        return {one: place for place, one in enumerate((*self.duties, *self.reports, *self.citations))}

    # -- asked of a body --------------------------------------------------

    @cached_property
    def duties_of(self) -> Index[Agency, Duty]:
        """Body -> the duties it bears."""
        return Index(self.duties, lambda duty: duty.bearers)

    @cached_property
    def named_partner(self) -> Index[Agency, Duty]:
        """Body -> duties of others that are to be carried out together with it."""
        return Index(self.duties, lambda duty: (one for one in duty.partners if one not in duty.bearers))

    @cached_property
    def guides_in(self) -> Index[Agency, Duty]:
        """Body -> duties of others that follow its guidance."""
        return Index(self.duties, lambda duty: duty.guides)

    @cached_property
    def reports_by(self) -> Index[Agency, Report]:
        """Body -> what it must report."""
        return Index(self.reports, lambda report: report.by)

    @cached_property
    def reports_to(self) -> Index[Agency, Report]:
        """Body -> what is reported to it or through it."""
        return Index(self.reports, lambda report: (*report.to, report.via) if report.via else report.to)

    @cached_property
    def receipts_of(self) -> Index[Agency, Receipt]:
        """Body -> where it stands among those who receive the plan."""
        return Index(self.receipts, lambda receipt: (receipt.agency,))

    @cached_property
    def led_by(self) -> Index[Agency, Budget]:
        """Body -> the budget lines that it leads."""
        return Index(self.budgets, lambda budget: budget.leads)

    @cached_property
    def nodes_led_by(self) -> Index[Agency, Project]:
        """Body -> the projects that it leads."""
        return Index(self.nodes, self.leads)

    @cached_property
    def wholes_of(self) -> Index[Agency, Agency]:
        """Body -> the collectives it belongs to by the plan's words."""
        return Index(self.data.agencies, lambda whole: self._agencies(whole.members))

    @cached_property
    def may_be_meant_by(self) -> Index[Agency, Agency]:
        """Body -> the collectives with duties that may mean it, though the plan does not name it."""
        busy = (one for one in self.data.agencies if self.duties_of(one))
        return Index(busy, lambda whole: self._agencies(whole.may_include))

    def members_of(self, whole: Agency) -> tuple[Agency, ...]:
        """The bodies that belong to a collective by the plan's words."""
        return self._agencies(whole.members)

    @cached_property
    def agencies_by_level(self) -> tuple[tuple[Level, tuple[Agency, ...]], ...]:
        """The levels that have bodies: the plan's own, those below it, those above it from the nearest up.

        The bodies of a level are in alphabetical order.
        """
        levels, bodies = list(Level), Index(self.data.agencies, lambda agency: (agency.level,))
        own = levels.index(self.agencies[self.plan.agency].level)
        order = (*levels[own:], *reversed(levels[:own]))
        return tuple((level, tuple(sorted(bodies(level), key=_alphabetical))) for level in order if bodies(level))

    @cached_property
    def issued_by(self) -> Index[Agency, Document]:
        """Body -> the documents that it issued."""
        return Index(self.data.documents, lambda document: (self.agencies[document.issuer],))

    def works_with(self, agency: Agency) -> tuple[Agency, ...]:
        """Partners named in its duties, and those whose duties name it; in alphabetical order."""
        found: dict[str, Agency] = {}
        for duty in self.duties_of(agency):
            found.update({partner.id: partner for partner in duty.partners})
        for duty in self.named_partner(agency):
            found.update({bearer.id: bearer for bearer in duty.bearers})
        found.pop(agency.id, None)
        return tuple(sorted(found.values(), key=_alphabetical))

    # -- asked of a project, a clause, a paragraph -------------------------

    @cached_property
    def duties_in(self) -> Index[Project | None, Duty]:
        """Project -> the duties in it; None -> those for the whole plan."""
        return Index(self.duties, lambda duty: (duty.node,))

    @cached_property
    def common_duties(self) -> tuple[Duty, ...]:
        """The duties that stand in common parts, whether these name projects or not."""
        return tuple(duty for duty in self.duties if duty.spot.node is None)

    @cached_property
    def common_part(self) -> str:
        """What is said in common parts is about: the whole programme, where these name no single projects."""
        named = any(duty.node for duty in self.common_duties)
        return "phần chung của Kế hoạch" if named else "toàn Chương trình"

    @property
    def tells_since(self) -> bool:
        """Whether the notice tells what became of things since: of the places, of where one asks, other facts."""
        notice = self.data.notice
        return bool(notice and (notice.communes or notice.asks or notice.facts != notice.answers))

    @property
    def since_words(self) -> str:
        """The link to what is said of the time since: what became of the places, or what there is to know."""
        return "Nay đã khác" if self.tells_since else "Xem thêm"

    @property
    def since_title(self) -> str:
        """What the page of the notice is called: by the time since, where it tells of that; else by its own title."""
        notice = self.data.notice
        return notice.title.rstrip(".") if notice and not self.tells_since else f"Từ {self.period} đến nay"

    @cached_property
    def duties_elsewhere(self) -> Index[Project | None, Duty]:
        """Project -> the duties in it that stand outside of it, in words that name it."""
        return Index((duty for duty in self.duties if duty.node is not duty.spot.node), lambda duty: (duty.node,))

    @cached_property
    def reports_in(self) -> Index[Project | None, Report]:
        """Project -> the reporting duties in it; None -> those for the whole plan."""
        return Index(self.reports, lambda report: (report.node,))

    @cached_property
    def targets_in(self) -> Index[Project | None, Target]:
        """Project -> those that it is for; None -> those that the general parts name."""
        return Index(self.targets, lambda target: (target.node,))

    @cached_property
    def figures_in(self) -> Index[Project | None, Figure]:
        """Project -> the figures it is to reach; None -> those of the whole plan."""
        return Index(self.figures, lambda figure: (figure.node,))

    @cached_property
    def outputs_in(self) -> Index[Project | None, PhysicalTarget]:
        """Project -> what is to be made in it; None -> outside the projects."""
        return Index(self.outputs, lambda output: (output.node,))

    @cached_property
    def timings_in(self) -> Index[Project | None, When]:
        """Project -> when something in it is to be done; None -> outside the projects."""
        return Index(self.timings, lambda timing: (timing.node,))

    def timings_beside(self, node: Project) -> list[When]:
        """The same without those of a clause that is about nothing else."""
        return [one for one in self.timings_in(node) if one.spot.kind is not ClauseKind.TIMING]

    def lines_in(self, node: Project, ref: str) -> list[Budget]:
        """The budget lines of a project, and of what is below it, that a clause states."""
        return [one for one in self.budgets_of_clause(ref) if one in self.budgets_of(node)]

    @cached_property
    def allocations_in(self) -> Index[Project | None, Allocation]:
        """Project -> what tables give to places for it; None -> what they give for no project."""
        return Index(self.allocations, lambda allocation: (allocation.node,))

    @cached_property
    def citations_in(self) -> Index[Project | None, Cited]:
        """Project -> the citations in it; None -> those outside the projects."""
        return Index(self.citations, lambda cited: (cited.node,))

    @cached_property
    def needs_in(self) -> Index[Project, Need]:
        """Project -> what people come for that it has."""
        return Index(self.data.needs, lambda need: (self.by_key[key] for key in need.projects))

    @cached_property
    def objectives(self) -> tuple[tuple[Project, Clause], ...]:
        """The projects that say their objective, with the clause that says it."""
        clauses = ((node, clause) for node in self.work_nodes for clause in node.clauses)
        return tuple((node, clause) for node, clause in clauses if clause.kind is ClauseKind.OBJECTIVE)

    @cached_property
    def stated_figures(self) -> tuple[Figure, ...]:
        """The figures to reach that stand in sentences."""
        return tuple(one for one in self.figures if not one.in_table and one.record.kind is not IndicatorKind.BASELINE)

    @property
    def headlines(self) -> list[Figure]:
        """The first figures of the whole plan, for the home page."""
        return [one for one in self.stated_figures if one.node is None][:_HEADLINES]

    @cached_property
    def baselines(self) -> tuple[Figure, ...]:
        """The figures in sentences that say how things were when the plan was made."""
        return tuple(one for one in self.figures if not one.in_table and one.record.kind is IndicatorKind.BASELINE)

    @cached_property
    def norms_in(self) -> Index[Project | None, Norm]:
        """Project -> what one of many gets in it; None -> outside the projects."""
        return Index(self.norms, lambda norm: (norm.node,))

    @cached_property
    def general_goals(self) -> tuple[tuple[Paragraph, str], ...]:
        """The paragraphs with figures of the whole plan, one for each clause, with its reference."""
        found: dict[str, Paragraph] = {}
        for figure in self.figures_in(None):
            if figure not in self.stated_figures:
                continue
            found.setdefault(figure.ref, figure.spot.paragraph)
        return tuple((paragraph, ref) for ref, paragraph in found.items())

    @cached_property
    def targets_of_clause(self) -> Index[Clause | None, Target]:
        """Clause -> those that its words name."""
        return Index(self.targets, lambda target: (target.spot.clause,))

    @cached_property
    def budgets_of_clause(self) -> Index[str, Budget]:
        """Reference of a clause -> the budget lines that it states."""
        return Index(self.budgets, lambda budget: (budget.ref,))

    @cached_property
    def duties_at(self) -> Index[Paragraph, Duty]:
        """Paragraph -> the duties that its words give."""
        return Index(self.duties, lambda duty: (duty.spot.paragraph,))

    @cached_property
    def reports_at(self) -> Index[Paragraph, Report]:
        """Paragraph -> the reporting duties that its words give."""
        return Index(self.reports, lambda report: (report.spot.paragraph,))

    @cached_property
    def targets_at(self) -> Index[Paragraph, Target]:
        """Paragraph -> those that its words name."""
        return Index(self.targets, lambda target: (target.spot.paragraph,))

    @cached_property
    def citations_at(self) -> Index[Paragraph, Cited]:
        """Paragraph -> the citations in it."""
        return Index(self.citations, lambda cited: (cited.spot.paragraph,))

    @cached_property
    def neighbours(self) -> dict[Project, tuple[Project | None, Project | None]]:
        """Project -> the one before it and the one after it in the plan; None at the ends."""
        before, after = (None, *self.nodes[:-1]), (*self.nodes[1:], None)
        return {node: (one, two) for node, one, two in zip(self.nodes, before, after, strict=True)}

    # -- asked of a group, a document ---------------------------------------

    @cached_property
    def targets_of(self) -> Index[Group, Target]:
        """Group -> where the plan names it, or asks that one also belongs to it."""
        return Index(self.targets, lambda target: (*target.who, *target.of))

    @cached_property
    def figures_of(self) -> Index[Group | None, Figure]:
        """Group -> the figures to reach that are of it."""
        return Index(self.figures, lambda figure: (figure.group,))

    @cached_property
    def questions_on_groups(self) -> tuple[Question, ...]:
        """What is asked of every group and the plan does not hold."""
        return tuple(question for question in self.data.questions if question.on_groups)

    @cached_property
    def groups_of_kind(self) -> Index[GroupKind, Group]:
        """Kind -> the groups of this kind."""
        return Index(self.data.groups, lambda group: (group.kind,))

    @property
    def some_groups(self) -> list[Group]:
        """One group of each kind, at most three: what groups are, in a few words."""
        return [self.groups_of_kind(kind)[0] for kind in GroupKind if self.groups_of_kind(kind)][:3]

    @cached_property
    def citations_of(self) -> Index[Document, Cited]:
        """Document -> where it is cited."""
        return Index(self.citations, lambda cited: (cited.document,))

    @cached_property
    def related_to(self) -> Index[Document, tuple[Document, Relation]]:
        """Document -> the other documents that say how they stand to it."""
        pairs = ((document, relation) for document in self.data.documents for relation in document.relations)
        return Index(pairs, lambda pair: (self.documents[pair[1].document],))

    # -- bodies and projects ------------------------------------------------

    @staticmethod
    def says_what(node: Project) -> bool:
        """Whether a project has a clause about its content, which is a place on its page."""
        return any(clause.kind is ClauseKind.CONTENT for clause in node.clauses)

    @cached_property
    def roles_in_matrix(self) -> tuple[Role, ...]:
        """The roles that some body has in some project, in `Role`'s order."""
        used = {role for _, cells in self.matrix for roles in cells.values() for role in roles}
        return tuple(sorted(used, key=rank))

    @cached_property
    def levels_in_matrix(self) -> tuple[Level, ...]:
        """The levels of the bodies in the matrix, as they come there."""
        return tuple(dict.fromkeys(agency.level for agency, _ in self.matrix))

    @cached_property
    def matrix(self) -> tuple[tuple[Agency, dict[Project, tuple[Role, ...]]], ...]:
        """Bodies with a part in a project -> their roles in each, in `Role`'s order.

        A body that a lead must work with has the role COORDINATE there.
        """
        cells: dict[Agency, dict[Project, set[Role]]] = {}
        for duty in self.duties:
            if duty.node is None:
                continue
            for agency in duty.bearers:
                cells.setdefault(agency, {}).setdefault(duty.node, set()).update(duty.roles)
            for agency in duty.partners:
                cells.setdefault(agency, {}).setdefault(duty.node, set()).add(Role.COORDINATE)
        return tuple(
            (agency, {node: tuple(sorted(r, key=rank)) for node, r in cells[agency].items()})
            for agency in self.data.agencies
            if agency in cells
        )

    @cached_property
    def helpers_in(self) -> Index[Project, tuple[Agency, dict[Project, tuple[Role, ...]]]]:
        """Project -> the rows of the matrix of those who have a part in it and do not lead it."""
        return Index(self.matrix, lambda row: (node for node in row[1] if row[0] not in self.leads(node)))
