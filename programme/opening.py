"""Opens a plan: loads, checks and joins it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from . import cache, listed, rules
from .derive.programme import Programme
from .drafting import FOLDER, QUESTIONS
from .history.before import with_before
from .history.losses import losses
from .load.findings import Finding, FindingsError
from .load.loader import load
from .pages import kept, page_files, released, settings, settings_faults, source, written

_opened: dict[Path, tuple[object, Programme, tuple[Finding, ...]]] = {}


def check(root: Path, *, with_pages: bool = True) -> tuple[Programme, tuple[Finding, ...]]:
    """Load, check and join the plan in `root`/data, with the pages in `root`/docs.

    Returns the joined plan and the warnings. Raises `FindingsError` with all that
    is wrong; `with_pages=False` leaves the page files out. Asked again while no
    file changed, it returns the same object: some builders ask for every page.
    """
    root = root.resolve()
    cache.use(root)
    read = (
        *listed.files(root / "data"),
        *listed.files(root / "docs"),
        root / released.FILE,
        root / settings.FILE,
        *source.texts(root),
        root / FOLDER / QUESTIONS,
    )
    stamp = (with_pages, _stamp(read))
    if root in _opened and _opened[root][0] == stamp:
        return _opened[root][1:]
    lost = tuple(losses(root))
    try:
        dataset, warnings = load(root / "data")
    except FindingsError as error:
        raise FindingsError(with_before(root, [*lost, *error.findings])) from None
    dataset, waiting = kept.in_use(dataset)
    asked, open_count = _questions(root)
    findings = [*lost, *warnings, *waiting, *rules.check(dataset), *asked]
    if any(finding.is_error for finding in findings):
        raise FindingsError(with_before(root, findings))
    programme = Programme(dataset, open_count)
    if with_pages:
        findings += page_files.check(programme, root / "docs")
        findings += written.check(programme, root / "docs")
        findings += released.check(programme, root)
        findings += settings_faults.check(root, dataset.plan.short_title)
        findings += source.check(programme, root)
        if any(finding.is_error for finding in findings):
            raise FindingsError(with_before(root, findings))
    _opened.clear()  # one plan is in work at a time; a thousand would fill the memory
    _opened[root] = (stamp, programme, tuple(findings))
    return programme, tuple(findings)


def open_programme(root: Path, *, with_pages: bool = True) -> Programme:
    """The joined plan of `check`, without the warnings."""
    return check(root, with_pages=with_pages)[0]


def opened(root: Path) -> Programme:
    """The plan as last opened in this process, whatever has changed since: what the pages were made from."""
    root = root.resolve()
    return _opened[root][1] if root in _opened else open_programme(root)


def _questions(root: Path) -> tuple[list[Finding], int]:
    """What a check says of the questions of a draft, and how many are open: most plans are none."""
    if not (root / FOLDER / QUESTIONS).exists():
        return [], 0
    from .drafting.questions import questions

    found = questions.findings(root)
    return found, 0 if any(one.is_error for one in found) else questions.open_count(root)


def _stamp(files: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    there = (path for path in sorted(files) if path.exists())
    return tuple((str(path), (stat := path.stat()).st_mtime_ns, stat.st_size) for path in there)
