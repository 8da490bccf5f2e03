"""The domain: load -> check -> derive -> render. Knows nothing of MkDocs."""

from __future__ import annotations

from pathlib import Path

from . import pages, rules
from .derive import Programme
from .findings import FindingsError
from .loader import load

__all__ = ["FindingsError", "Programme", "open_programme"]

_opened: dict[Path, tuple[object, Programme]] = {}


def open_programme(root: Path, *, with_pages: bool = True) -> Programme:
    """Load, check and join the plan in `root`/data, with the pages in `root`/docs.

    Asked again while no file changed, it returns the same object: some builders
    ask once for every page. Raises `FindingsError` with all that is wrong;
    `with_pages=False` leaves the page files out of the check.
    """
    root = root.resolve()
    stamp = (with_pages, _stamp(root / "data", "*.yaml"), _stamp(root / "docs", "*.md"))
    if root in _opened and _opened[root][0] == stamp:
        return _opened[root][1]
    dataset = load(root / "data")
    findings = rules.check(dataset)
    if findings:
        raise FindingsError(findings)
    programme = Programme(dataset)
    if with_pages and (findings := pages.check(programme, root / "docs")):
        raise FindingsError(findings)
    _opened[root] = (stamp, programme)
    return programme


def _stamp(folder: Path, pattern: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((str(path), (stat := path.stat()).st_mtime_ns, stat.st_size) for path in sorted(folder.rglob(pattern)))
