"""A change is looked at before it is written: what would be wrong that is right now, and what it changes elsewhere."""

from __future__ import annotations

import re
import shutil
import tempfile
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ... import rules
from ...derive.programme import Programme
from ...load.dataset import Dataset
from ...load.findings import Finding, FindingsError
from ...load.loader import load
from ...load.resolved import resolved
from ...pages.kept import in_use
from ...rules.references import no_circles
from ...vietnamese import formats


@dataclass(frozen=True)
class Seen:
    """What the check says of data: `form` where it cannot be read, `wrong` else; the joined plan if all is right."""

    form: tuple[Finding, ...] = ()
    wrong: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()
    programme: Programme | None = None
    joined: Programme | None = None
    """The same also where something is wrong: good enough for sums, where they can be reckoned."""

    @property
    def name(self) -> str:
        """What the plan is called; "" where nothing can be read."""
        return self.joined.plan.short_title if self.joined else ""

    @property
    def errors(self) -> tuple[Finding, ...]:
        return self.form or self.wrong


@dataclass
class State:
    """What the check said last, of which state of the files."""

    stamp: tuple[object, ...] = ()
    seen: Seen = field(default_factory=Seen)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What a change would bring: new faults of form, new faults else, and the sums that would be others."""

    form: tuple[Finding, ...] = ()
    wrong: tuple[Finding, ...] = ()
    sums: tuple[tuple[str, str, str], ...] = ()
    """(what, old, new)."""
    after: Seen = field(default_factory=Seen)


UNFORESEEN = Finding(
    "data",
    0,
    "Máy gặp dữ liệu mà nó không xét được.",
    "bấm “Lùi lại” để về trước bước vừa làm, rồi báo người quản trị",
)
"""What is said of data that the check itself fails on."""


def look(data: Path) -> Seen:
    """What the check says of a folder of data."""
    try:
        dataset, notes = load(data)
    except FindingsError as error:
        return Seen(form=tuple(one for one in error.findings if one.is_error))
    try:
        dataset, waiting = in_use(dataset)
        found = [*notes, *waiting, *rules.check(dataset)]
    except Exception:  # a fault of the engine: data that nobody foresaw is mended in the editor as well
        traceback.print_exc()
        return Seen(form=(UNFORESEEN,))
    wrong = tuple(one for one in found if one.is_error)
    kept = tuple(one for one in found if not one.is_error)
    if not wrong:
        joined = Programme(dataset)
        return Seen(notes=kept, programme=joined, joined=joined)
    return Seen(wrong=wrong, notes=kept, joined=_joined(dataset))


def _joined(dataset: Dataset) -> Programme | None:
    """Data in which something is wrong, joined as far as its names lead somewhere; None where they lead in circles."""
    known = None if any(no_circles(dataset)) else resolved(dataset)
    return Programme(known) if known else None


def on_a_copy(root: Path, changed: Mapping[str, str | None], before: Seen) -> Verdict:
    """What would be of the data with other texts in some files (None: without the file)."""
    with tempfile.TemporaryDirectory(prefix="sua-") as folder:
        copy = Path(folder) / "data"
        shutil.copytree(root / "data", copy)
        for name, text in changed.items():
            path = Path(folder) / name
            if text is None:
                path.unlink(missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="")
        after = look(copy)
    wrong = () if before.form else new(after.wrong, before.wrong)
    return Verdict(new(after.form, before.form), wrong, sums(before.joined, after.joined), after)


def new(after: Iterable[Finding], before: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that were not there before; where lines moved they are the same."""
    left: dict[tuple[str, ...], int] = {}
    for one in before:
        left[_same(one)] = left.get(_same(one), 0) + 1
    found = []
    for one in after:
        left[_same(one)] = left.get(_same(one), 0) - 1
        if left[_same(one)] < 0:
            found.append(one)
    return tuple(found)


_FIGURE = re.compile(r"\d[\d.,]*")
"""Where two sums differed and differ now by another amount, nothing new is wrong."""


def _same(one: Finding) -> tuple[str, ...]:
    return (one.file, _FIGURE.sub("#", one.found), one.expected, one.field, one.record)


def sums(before: Programme | None, after: Programme | None) -> tuple[tuple[str, str, str], ...]:
    """The sums of the plan that are others after a change: (what, old, new)."""
    if not before or not after:
        return ()
    try:
        old, now = _sums(before), _sums(after)
    except (LookupError, ValueError, ArithmeticError):  # of what is wrong there may be no sum
        return ()
    return tuple(
        (name, _money(old.get(name)), _money(now.get(name)))
        for name in dict.fromkeys((*old, *now))
        if old.get(name) != now.get(name)
    )


def _money(amount: int | None) -> str:
    return "không có" if amount is None else formats.money(amount)


def _sums(programme: Programme) -> dict[str, int]:
    found = {"Tổng kinh phí": programme.total} if programme.budgets else {}
    for node in programme.nodes:
        if lines := programme.budgets_of(node):
            found[programme.short_name(node)] = programme.sum_of(lines)
    if programme.budgets:
        by_source = programme.sums(programme.budgets, "source")
        if len(by_source) > 1:
            found.update({source.label: amount for source, amount in by_source.items() if source})
    places = programme.sums(programme.allocations, "place")
    found.update({f"Phân bổ cho {place.name}": amount for place, amount in places.items()})
    return found
