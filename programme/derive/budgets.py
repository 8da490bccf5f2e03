"""The plan's money: its budget lines and what it gives to places, with their sums. Amounts are whole đồng."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from ..load.dataset import Project
from ..load.registries import Agency, Document, Place
from ..load.vocabulary import Source, Term
from ..vietnamese import formats
from .index import Index
from .joined_statements import Joined
from .statements import Allocation, Budget, Cited, Norm, Spot
from .table_amounts import Cell, money_cells


def _name_of(one: Term | Place | None) -> str:
    """What a source, a type of capital or a place is called; nothing for nothing."""
    return one.label if isinstance(one, Term) else one.name if one else ""


class Budgets(Joined):
    """The budget lines of a plan, and their sums."""

    @cached_property
    def budgets(self) -> tuple[Budget, ...]:
        """The budget lines in the plan's order: amounts in sentences, then rows of tables."""
        return tuple(self._budgets_in_words()) + tuple(self._budgets_in_tables())

    def _budgets_in_words(self) -> Iterator[Budget]:
        basis = Index(self.citations, lambda cited: (cited.spot.paragraph,))
        funding = self.plan.funding
        for spot in self.spots:
            money = spot.phrase.money
            if money is None or money.total or money.norm or spot.node is None:
                continue
            (amount,) = formats.read_amounts(money.amount or spot.phrase.text)
            source = money.source or funding.source
            yield Budget(
                spot.node,
                spot.ref,
                amount.dong,
                amount.about,
                source,
                money.capital or funding.capital,
                self._places(money.place),
                self._rests_on((*basis(spot.paragraph), *self._basis_of_all(source))),
                self.leads(spot.node),
            )

    def _budgets_in_tables(self) -> Iterator[Budget]:
        for cell in self.cells:
            node = self.node_of(cell)
            if node and not self.place_of(cell) and not cell.table.restates:
                money, funding = cell.money, self.plan.funding
                source, capital = money.source or funding.source, money.capital or funding.capital
                basis = self._rests_on(self._basis_of_all(source))
                yield Budget(
                    node, cell.ref, cell.dong, "", source, capital, self._places(money.place), basis, self.leads(node)
                )

    @cached_property
    def _basis_of_all(self) -> Index[Source | None, Cited]:
        """Source -> where the plan says once on what all money of it rests."""
        return Index(self.citations, lambda cited: cited.basis_of)

    @staticmethod
    def _rests_on(cited: Iterable[Cited]) -> tuple[Document, ...]:
        return tuple(dict.fromkeys(one.document for one in cited))

    def node_of(self, cell: Cell) -> Project | None:
        """The project that a cell of a table is about, by its row or its column."""
        row = cell.row
        if not row.project:
            return self.by_key[cell.column.project] if cell.column.project else None
        return self.by_key[f"{row.programme}/{row.project}" if row.programme else row.project]

    def place_of(self, cell: Cell) -> Place | None:
        """The place that a cell of a table is about, by its row or its column."""
        return self._place(cell.row.place or cell.column.place)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The amounts in tables, without totals and blank cells."""
        return tuple(cell for cell in money_cells(self.refs) if not cell.money.total and not cell.row.total)

    @cached_property
    def norms(self) -> tuple[Norm, ...]:
        """What one household, one house gets, or gets at most."""
        return tuple(Norm(spot) for spot in self.spots if spot.phrase.money and spot.phrase.money.norm)

    @cached_property
    def allocations(self) -> tuple[Allocation, ...]:
        """What tables give to places."""
        funding = self.plan.funding
        return tuple(
            Allocation(
                cell.ref,
                self.node_of(cell),
                place,
                cell.dong,
                cell.money.source or funding.source,
                cell.money.capital or funding.capital,
            )
            for cell in self.cells
            if (place := self.place_of(cell))
        )

    @property
    def has_money(self) -> bool:
        """Whether a page can tell of money: of lines, of what places get, or in a plan without projects of any."""
        return bool(self.budgets or self.allocations) or (
            not self.nodes and (bool(self.cells) or any(one.phrase.money for one in self.spots))
        )

    def sums(self, budgets: Iterable[Budget | Allocation], by: str) -> dict[Any, int]:
        """Sum of budget lines or allocations by "source", "capital" or "place", most money first; in đồng."""
        found: dict[Any, int] = {}
        for budget in budgets:
            found[getattr(budget, by)] = found.get(getattr(budget, by), 0) + budget.amount
        return dict(sorted(found.items(), key=lambda row: -row[1]))

    @staticmethod
    def sum_of(lines: Iterable[Budget | Allocation]) -> int:
        """The sum of budget lines or allocations, in đồng."""
        return sum(line.amount for line in lines)

    def sum_rows(self, lines: Iterable[Budget | Allocation], by: str) -> list[tuple[str, int]]:
        """What `sums` gives as (name, amount in đồng); the name is empty where the plan says none."""
        return [(_name_of(one), amount) for one, amount in self.sums(lines, by).items()]

    @property
    def common_funds(self) -> str:
        """The type of capital and source of amounts that do not name their own: "vốn sự nghiệp từ ngân sách …"."""
        funding = self.plan.funding
        terms = (funding.capital, funding.source)
        return " từ ".join(formats.lower_first(term.label) for term in terms if term)

    @property
    def other_funds(self) -> list[Budget]:
        """The budget lines that name another type of capital or another source."""
        funding = self.plan.funding
        return [one for one in self.budgets if (one.source, one.capital) != (funding.source, funding.capital)]

    @cached_property
    def common_basis(self) -> tuple[Document, ...]:
        """The documents that every budget line names, if all name the same ones."""
        bases = {budget.basis for budget in self.budgets}
        return bases.pop() if len(bases) == 1 else ()

    @cached_property
    def budgets_for(self) -> Index[str, Budget]:
        """Programme's id -> the budget lines of its projects."""
        return Index(self.budgets, lambda budget: self.programmes_of(budget.node))

    def sum_text(self, budgets: Sequence[Budget]) -> str:
        """The sum of budget lines in words, as exact as they are: "hơn 8.400 triệu đồng"."""
        amount = formats.money(self.sum_of(budgets))
        return f"{self.about(budgets)} {amount}".lstrip()

    def about(self, budgets: Iterable[Budget]) -> str:
        """How exact a sum is: exact, or by the word that makes its lines inexact ("hơn"), "khoảng" if they differ."""
        words = {budget.about for budget in budgets if budget.about}
        return "khoảng" if len(words) > 1 else "".join(words)

    @cached_property
    def own_budgets(self) -> Index[Project, Budget]:
        """Project -> its own budget lines, without those below it."""
        return Index(self.budgets, lambda budget: (budget.node,))

    def budgets_of(self, node: Project) -> tuple[Budget, ...]:
        """The budget lines of a node and of all below it."""
        return self._budgets_below[node]

    @cached_property
    def _budgets_below(self) -> dict[Project, tuple[Budget, ...]]:
        found: dict[Project, tuple[Budget, ...]] = {}
        for node in reversed(self.nodes):  # what is below a node stands after it
            found[node] = (*self.own_budgets(node), *(line for sub in node.subprojects for line in found[sub]))
        return found

    def amount(self, node: Project) -> int:
        """Sum of the node's budget lines, in đồng."""
        return sum(budget.amount for budget in self.budgets_of(node))

    @cached_property
    def total(self) -> int:
        """Sum of all budget lines, in đồng."""
        return sum(budget.amount for budget in self.budgets)

    @cached_property
    def states_total(self) -> bool:
        """Whether the plan itself states the total of its budget lines."""
        return bool(self.stated_totals)

    @cached_property
    def stated_wholes(self) -> tuple[Spot, ...]:
        """The words in which the plan adds up its own money."""
        return tuple(spot for spot in self.spots if spot.phrase.money and spot.phrase.money.total)

    @cached_property
    def stated_totals(self) -> tuple[Spot, ...]:
        """The words in which the plan states the total of its budget lines."""
        return tuple(spot for spot in self.stated_wholes if not spot.node)

    @cached_property
    def stated_sums(self) -> dict[Project, str]:
        """Project -> the words in which the plan itself states the sum of its money: "khoảng 1.680 triệu đồng"."""
        return {spot.node: formats.quotation(spot.phrase.text) for spot in self.stated_wholes if spot.node}

    @cached_property
    def money_by_lead(self) -> tuple[tuple[tuple[Agency, ...], tuple[Budget, ...]], ...]:
        """Budget lines by who leads them, most money first; () where none is named, or for pieces of the work alone.

        Bodies that lead together are the same in whatever order the plan names them.
        """
        found: dict[tuple[frozenset[Agency], bool], list[Budget]] = {}
        for budget in self.budgets:
            in_pieces = bool(self.task_leads(budget.node))
            found.setdefault((frozenset(budget.leads), in_pieces), []).append(budget)
        rows = [(lines[0].leads, tuple(lines)) for lines in found.values()]
        return tuple(sorted(rows, key=lambda row: -sum(line.amount for line in row[1])))
