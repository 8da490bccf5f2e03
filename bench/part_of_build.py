"""A build of ours in a process of its own, for `grow.py`: `python bench/part_of_build.py pages|steps build ...`.

It imports nothing but what is built with: what a measurement needs besides must not count as the build.
"pages": pages and search alone. "steps": all, and the CPU seconds of each step as JSON on the last line.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import wraps
from typing import Any


def main(part: str, *command: str) -> None:
    """Build as `mkdocs` would, whole or in part."""
    from mkdocs.__main__ import cli

    from programme.built import finish, links, page_frame, pdf, search_index

    taken: dict[str, float] = defaultdict(float)
    if part == "pages":
        finish.STEPS = (search_index.files, page_frame.files)
        finish.open_files.ahead = lambda *_: lambda: None
        pdf.begun = lambda *_: {}
        links.broken = lambda *_: iter(())  # of those that lead to files of the other steps
    else:
        _timed(taken)
    try:
        cli([*command])
    finally:
        if part == "steps":
            taken["PDF, read from pages meanwhile"] = time.process_time() - time.thread_time()
            taken["PDF, set meanwhile"] += _of_others()
            print(json.dumps(taken))


_beside: list[float] = []
"""CPU seconds of each process that did a part of a step and was waited for in it."""


def _own_time() -> float:
    """CPU seconds of this thread and of the processes beside it: others set PDF files meanwhile."""
    return time.thread_time() + sum(_beside)


def _of_others() -> float:
    """CPU seconds of the other processes that ended."""
    return sum(os.times()[2:4]) - sum(_beside)


def _waited(process: int) -> None:
    with suppress(ChildProcessError):
        _, _, used = os.wait4(process, 0)
        _beside.append(used.ru_utime + used.ru_stime)


def _timed(taken: dict[str, float]) -> None:
    """Note the CPU time of each step."""
    import mkdocs.commands.build
    import mkdocs.structure.pages

    import programme.opening
    from programme import cache
    from programme.built import finish, links
    from programme.history import change_log
    from programme.render.rendered import Rendered

    under_way: set[str] = set()

    def noted(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)
        def timed(*given: Any, **named: Any) -> Any:
            if name in under_way:  # a part of it: pages that are rendered ahead are asked for one by one
                return work(*given, **named)
            under_way.add(name)
            start = _own_time()
            try:
                made = work(*given, **named)
                return list(made) if isinstance(made, Iterator) else made
            finally:
                under_way.remove(name)
                taken[name] += _own_time() - start

        return timed

    cache._waited = _waited  # type: ignore[assignment]  # its parameter is called otherwise
    programme.opening.check = noted("load and check", programme.opening.check)
    change_log.log = noted("change log", change_log.log)
    for name in ("ahead", "page"):
        setattr(Rendered, name, noted("templates", getattr(Rendered, name)))
    mkdocs.structure.pages.Page.render = noted("Markdown", mkdocs.structure.pages.Page.render)  # type: ignore[method-assign]
    mkdocs.commands.build._build_page = noted("frame", mkdocs.commands.build._build_page)
    finish.STEPS = tuple(noted(step.__module__.rpartition(".")[2], step) for step in finish.STEPS)
    begun = noted("PDF, begun", finish.pdf.begun)

    def first_begun(*given: Any) -> Any:
        taken["PDF, set meanwhile"] -= _of_others()  # of Git, till here
        return begun(*given)

    finish.pdf.begun = first_begun  # type: ignore[assignment]
    links.broken = noted("links", links.broken)


if __name__ == "__main__":
    main(*sys.argv[1:])
