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
from ..load.registries import Document, Group, Need, Question, Relation
from ..load.texts import Paragraph
from ..load.vocabulary import ClauseKind, GroupKind, IndicatorKind
from . import looking_back
from .index import Index
from .statements import (
    Allocation,
    Budget,
    Cited,
    Duty,
    Figure,
    Norm,
    PhysicalTarget,
    Report,
    Statement,
    Target,
    When,
)
from .work import Work

_HEADLINES = 6
Said = TypeVar("Said", bound=Statement)


class Programme(Work):
    """The joined plan: the one object that pages, tables and files are made from."""

    def in_order(self, statements: Iterable[Said]) -> tuple[Said, ...]:
        """Duties, reports or citations from several answers: each once, in the plan's order."""
        return tuple(sorted(dict.fromkeys(statements), key=self._place_of.__getitem__))

    @cached_property
    def _place_of(self) -> dict[Statement, int]:
        return {one: place for place, one in enumerate((*self.duties, *self.reports, *self.citations))}

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
        """What is said in common parts is about: the whole programme, where these name no single projects; the whole
        plan, where it has none."""
        if not self.nodes:
            return "cả Kế hoạch"
        named = any(duty.node for duty in self.common_duties)
        return "phần chung của Kế hoạch" if named else "toàn Chương trình"

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
        return tuple(one for one in self.figures if not one.in_table and not self._was_reached(one))

    @cached_property
    def aimed_outputs(self) -> tuple[PhysicalTarget, ...]:
        """What is to be made, without what was made before the plan."""
        return tuple(one for one in self.outputs if one.spot.clause not in self.looking_back)

    def _was_reached(self, figure: Figure) -> bool:
        """Whether a figure says how things were when the plan was made."""
        return (
            figure.record.kind is IndicatorKind.BASELINE
            or figure.spot.clause in self.looking_back
            or looking_back.is_before(figure.year, self.plan.period.start)
        )

    @property
    def headlines(self) -> list[Figure]:
        """The first figures of the whole plan, for the home page."""
        return [one for one in self.stated_figures if one.node is None][:_HEADLINES]

    @cached_property
    def baselines(self) -> tuple[Figure, ...]:
        """The figures in sentences that say how things were when the plan was made."""
        return tuple(one for one in self.figures if not one.in_table and self._was_reached(one))

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

    def duties_of_work(self, paragraph: Paragraph) -> list[Duty]:
        """The duties that a text gives; of a piece of work those that any of its lines gives."""
        task = self.tasks.get(paragraph)
        return [duty for one in (task.paragraphs if task else (paragraph,)) for duty in self.duties_at(one)]

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

    @staticmethod
    def says_what(node: Project) -> bool:
        """Whether a project has a clause about its content, which is a place on its page."""
        return any(clause.kind is ClauseKind.CONTENT for clause in node.clauses)

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
    def figures_of(self) -> Index[Group, Figure]:
        """Group -> the figures to reach that are of it."""
        return Index(self.figures, lambda figure: figure.groups)

    @cached_property
    def questions_on_groups(self) -> tuple[Question, ...]:
        """What is asked of every group and the plan does not hold."""
        return tuple(question for question in self.data.questions if question.on_groups)

    def projects_for(self, group: Group) -> list[Project]:
        """The projects that name a group, each once, in the plan's order; not those that but refuse it."""
        return list(dict.fromkeys(one.node for one in self.targets_of(group) if one.node and not one.record.excluded))

    def only_refused(self, group: Group) -> bool:
        """Whether all that the plan says of a group is that it does nothing for it."""
        named = self.targets_of(group)
        return bool(named) and all(one.record.excluded for one in named)

    @cached_property
    def groups_of_kind(self) -> Index[GroupKind, Group]:
        """Kind -> the groups of this kind, without those that are only refused."""
        return Index(self.data.groups, lambda group: () if self.only_refused(group) else (group.kind,))

    @property
    def refused_groups(self) -> list[Group]:
        """The groups that are only refused."""
        return [one for one in self.data.groups if self.only_refused(one)]

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

    # -- asked of the notice ------------------------------------------------

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
