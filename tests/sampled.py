"""A site of which a browser looks at some kinds of pages, which takes long for each."""

from __future__ import annotations

from functools import cached_property

from support import some

from programme.accept.site import Site


class Sampled(Site):
    """All kinds of pages in the drill, four of them else."""

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        return some(super().kinds, 4)
