"""The questions of /ho-tro, one thing at a time: which groups a family is asked about, in what order."""

from __future__ import annotations

from dataclasses import dataclass

from ..load.registries import Group
from ..load.vocabulary import GroupKind
from .programme import Programme
from .support import closure, supports


def choices(programme: Programme) -> dict[GroupKind, list[Group]]:
    """The groups a family may choose, by kind: those that some support is for."""
    used = {group.id for one in supports(programme) for group in (*one.target.who, *one.target.of)}
    used |= {broad for one in used for broad in programme.groups[one].broader}
    kinds = [kind for kind in GroupKind if kind is not GroupKind.AREA]
    found = {kind: [one for one in programme.data.groups if one.kind is kind and one.id in used] for kind in kinds}
    return {kind: groups for kind, groups in found.items() if groups}


@dataclass(frozen=True, eq=False)
class Choice:
    """A box of the form: a group, and the narrower ones that are asked once it was chosen.

    `rest`: it is for those whom no box beside it fits, so it leaves nothing open.
    """

    group: Group
    narrower: tuple[Choice, ...] = ()
    rest: bool = False

    @property
    def name(self) -> str:
        """What the form calls it."""
        return self.group.asked_as or self.group.name


@dataclass(frozen=True, eq=False)
class Step:
    """One question of the form, why it is asked so, its boxes; `later`: only if somebody looks for it."""

    question: str
    why: str
    choices: tuple[Choice, ...]
    later: bool = False


def steps(programme: Programme) -> list[Step]:
    """The questions of the form, one thing at a time: where groups overlap the broad one comes first.

    What follows from a kind of household ("người nghèo", "người dân") is asked last, of those who chose none; what
    follows from two answers ("phụ nữ thuộc hộ nghèo"), not at all.
    """
    asked = ((kind, [one for one in groups if not one.of_all]) for kind, groups in choices(programme).items())
    offered = {kind: groups for kind, groups in asked if groups}
    households = offered.pop(GroupKind.HOUSEHOLD, [])
    persons = [*offered.pop(GroupKind.PERSON, []), *offered.pop(GroupKind.WOMAN_CHILD, [])]
    following = closure(programme, (one.id for one in households))
    found = [
        Step(
            "Nhà bạn là hộ nào?",
            "Hỏi loại hộ trước, vì phần lớn hỗ trợ dành cho người của hộ ấy.",
            _boxes(programme, households),
        ),
        Step(
            "Người cần hỗ trợ là ai?",
            "Chọn được nhiều ô. Chọn nhóm rộng thì nhóm hẹp hơn mới hiện ra, vì ai ở nhóm hẹp cũng ở nhóm rộng.",
            _boxes(programme, [one for one in persons if one.id not in following]),
        ),
        Step(
            "Không có ô nào đúng với bạn?",
            "Hỏi sau cùng, vì các nhóm này trùng với những ô trên: đã chọn hộ thì không phải chọn thêm.",
            tuple(Choice(one, rest=True) for one in persons if one.id in following),
            later=True,
        ),
    ]
    found += [Step(kind.label, "", tuple(map(Choice, groups)), later=True) for kind, groups in offered.items()]
    return [step for step in found if step.choices]


def _boxes(programme: Programme, groups: list[Group]) -> tuple[Choice, ...]:
    """The boxes for groups, the narrower within the broad; one that holds all the others stands beside them."""

    def holds_all(group: Group) -> bool:
        return all(group.id in closure(programme, [one.id]) for one in groups)

    broad = {one.id for one in groups if not holds_all(one) and not one.asked_as}
    parents = {one.id: next((above for above in one.broader if above in broad), None) for one in groups}

    def below(parent: str | None) -> tuple[Choice, ...]:
        mine = [one for one in groups if parents[one.id] == parent]
        return tuple(Choice(one, below(one.id), bool(one.asked_as)) for one in mine)

    return below(None)
