"""Which plans of a list are built, where their sites go, and how each ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..load.findings import Finding, FindingsError
from ..pages import settings
from ..portal import listing
from ..portal.listing import Entry, Listing
from .source import Source, source

_SHARD = re.compile(r"(\d{1,6})/(\d{1,6})")


@dataclass(frozen=True)
class Job:
    """One plan: its folder, the address that its site will have ("" for none), and where the site goes.

    `name`: the folder as the list writes it. `code`: whether code of its own may run. `source`: what is fetched to be
    built, where it is not that folder.
    """

    name: str
    root: Path
    target: Path
    address: str = ""
    code: bool = False
    source: Source | None = None


@dataclass(frozen=True)
class Outcome:
    """How a job ended: `why` says in Vietnamese why there is no new site; "" where there is one.

    `note`: what a person should know of a machine. `cpu`: seconds of all its processes; `sent`, `received`: bytes that
    went to a worker and came back.
    """

    job: Job
    why: str = ""
    note: str = ""
    cpu: float = 0.0
    sent: int = 0
    received: int = 0


def jobs(listed: Listing, into: Path | None) -> list[Job]:
    """The plans that have a folder or a source to be built from, in the order of the list.

    Each site goes to `site/` in its plan's folder, or to a folder of its own in `into`. Raises `FindingsError` where
    two plans would share one.
    """
    found = [_job(one, into) for one in listed.entries if _is_built_here(one)]
    return [job for job, _ in _apart(found)]


def elsewhere(listed: Listing) -> int:
    """How many plans of the list are built by others: the list has but their address, or their built site."""
    return sum(not _is_built_here(one) for one in listed.entries)


def _is_built_here(entry: Entry) -> bool:
    """A folder that is not there is looked for, and told; one that is a site already is not built."""
    folder = entry.folder
    if entry.source:
        return True
    return folder is not None and ((folder / settings.FILE).exists() or entry.site != folder)


def _job(entry: Entry, into: Path | None) -> tuple[Job, int]:
    assert entry.folder
    target = entry.folder / listing.SITE if into is None else into / _place(entry)
    root = entry.folder.resolve()
    return Job(entry.written, root, target.resolve(), entry.address, entry.code, source(entry)), entry.line


def _place(entry: Entry) -> PurePosixPath:
    """Where a site stands among the others: the folder as it is written, without what leads upwards."""
    assert entry.folder
    parts = [one for one in re.split(r"[/\\]", entry.written) if one.strip(". ") and not one.endswith(":")]
    return PurePosixPath(*parts) if parts else PurePosixPath(entry.folder.resolve().name)


def _apart(found: Sequence[tuple[Job, int]]) -> Iterator[tuple[Job, int]]:
    """The jobs, if no site goes to the place of another or into it."""
    lines = {job.target: line for job, line in reversed(found)}
    for job, line in found:
        for place in (job.target, *job.target.parents):
            if lines.get(place, line) != line:
                raise FindingsError([_shared(line, lines[place])])
        yield job, line


def _shared(line: int, other: int) -> Finding:
    said = f"Trang của Kế hoạch này sẽ đè lên trang của Kế hoạch ở dòng {other}."
    return Finding(listing.FILE, line, said, "thư mục có đường dẫn khác, không tính các dấu ../", field="folder")


def shard(every: Sequence[Job], part: str) -> list[Job]:
    """The third of forty parts of the jobs is "3/40": each job is in one part, and all parts are about as long.

    Raises `ValueError` where there is no such part.
    """
    found = _SHARD.fullmatch(part)
    number, count = map(int, found.groups()) if found else (0, 0)
    if not 1 <= number <= count:
        raise ValueError(part)
    return list(every[number - 1 :: count])
