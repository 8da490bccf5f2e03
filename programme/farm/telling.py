"""What a person is told while plans are built, and at the end: how many are done, which failed, and why."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import click

from ..vietnamese import formats
from .jobs import Outcome

_LINES = 12
"""Lines of a reason that are told in the report."""


@dataclass
class Told:
    """The outcomes so far, of `count` plans; each is told when it is there."""

    count: int
    failed: list[Outcome] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    done: int = 0

    @property
    def state(self) -> str:
        """ "12 xong, 1 hỏng, còn 17"."""
        left = self.count - self.done - len(self.failed)
        return f"{formats.number(self.done)} xong, {formats.number(len(self.failed))} hỏng, còn {formats.number(left)}"

    def take(self, outcomes: Iterable[Outcome]) -> None:
        """Take each outcome as it comes: a bar on a terminal, else a line each."""
        with _shown(self.count) as show:
            for one in outcomes:
                if one.note:
                    self.notes += one.note.splitlines()
                if one.why:
                    self.failed.append(one)
                else:
                    self.done += 1
                show(self.state, f"{one.job.name}: {'hỏng' if one.why else 'xong'}")

    def report(self, elsewhere: int = 0) -> str:
        """What was built, and of each plan that failed why; its last good site stays."""
        left = self.count - self.done - len(self.failed)
        lines = [f"Đã dựng {formats.number(self.done)} trên {formats.number(self.count)} Kế hoạch."]
        if elsewhere:
            said = "nơi khác dựng (danh sách chỉ có địa chỉ, hay trang dựng sẵn)"
            lines.append(f"{formats.number(elsewhere)} Kế hoạch do {said}.")
        if left:
            lines.append(f"{formats.number(left)} Kế hoạch chưa dựng tới.")
        if self.failed:
            lines.append(f"Hỏng {formats.number(len(self.failed))}; trang cũ của Kế hoạch ấy, nếu có, giữ nguyên:")
            for one in sorted(self.failed, key=lambda one: one.job.name):
                lines += [f"- {one.job.name}:", *(f"    {line}" for line in _cut(one.why))]
        lines += [f"Lưu ý: {note}" for note in sorted(self.notes)]
        return "\n".join(lines)


def _cut(why: str) -> list[str]:
    lines = why.strip().splitlines()
    if len(lines) <= _LINES:
        return lines
    return [*lines[:_LINES], f"… (còn {len(lines) - _LINES} dòng; gõ programme check trong thư mục ấy để xem hết)"]


@contextmanager
def _shown(count: int) -> Iterator[Callable[[str, str], None]]:
    """What shows a state and a plan."""
    if not sys.stdout.isatty():
        yield lambda state, plan: print(f"{plan} ({state})", flush=True)
        return
    with click.progressbar(length=count, label=Told(count).state, show_pos=True) as bar:

        def show(state: str, plan: str) -> None:
            bar.label = state
            bar.update(1)

        yield show
