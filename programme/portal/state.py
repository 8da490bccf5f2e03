"""Every plan of the list as it is now, with its last good state where it cannot be read: kept in `.portal/`.

One file a plan, named by the hash of what the list calls it. What is there and whole is believed no more than what is
fetched: a file that was spoiled counts as none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .. import whole
from .fetching import MissingError, TooMuchError, fetcher
from .listing import Entry
from .plan import Plan, packed, unpacked
from .reading import PACKAGE, BrokenError, OtherFormError, read

FOLDER = ".portal"
_FORM = 1
_AT_ONCE = 8
"""Addresses that are asked at the same time."""
_KINDS = {MissingError: "thiếu", TooMuchError: "hỏng", BrokenError: "hỏng", OtherFormError: "khác dạng"}
"""What is wrong with a plan that cannot be read, in a word."""


@dataclass(frozen=True)
class Known:
    """A plan of the list. `plan` is None where it could never be read; with a `fault` it is the last good state.

    `fault`: a word ("thiếu", "hỏng", "khác dạng"), `why` the reason; both "" where it was read now. `seen`: the day
    (ISO) on which this version was first read here, `new` whether it is the first version of all; `read`: the last
    day on which it could be read, said where it cannot be now.
    """

    entry: Entry
    plan: Plan | None
    fault: str = ""
    why: str = ""
    seen: str = ""
    new: bool = True
    read: str = ""

    @cached_property
    def digest(self) -> str:
        """The hash of all that a page can say of it."""
        said = [self.plan.digest if self.plan else "", self.fault, self.why, self.seen, self.new]
        said += [self.read if self.fault else "", self.entry.key, self.entry.written, self.entry.address]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def known(root: Path, entries: Iterable[Entry], today: str) -> list[Known]:
    """All plans of the list, in its order; what was read is kept below `root`. `today`: an ISO day."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    listed = list(entries)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        asked = {one.key: pool.submit(_one, folder, one, today) for one in listed if one.site is None}
        return [asked[one.key].result() if one.key in asked else _one(folder, one, today) for one in listed]


def _one(folder: Path, entry: Entry, today: str) -> Known:
    file = folder / f"{hashlib.sha256(entry.key.encode()).hexdigest()[:24]}.json"
    kept = _kept(file)
    fetch = fetcher(entry)
    try:
        package = fetch(PACKAGE)
        mark = hashlib.sha256(package).hexdigest()
        if kept and kept.mark == mark:
            if kept.read != today:
                _keep(file, kept := kept.again(today))
            return Known(entry, kept.plan, seen=kept.seen, new=kept.new, read=today)
        plan = read(package, fetch)
    except (MissingError, TooMuchError, BrokenError, OtherFormError) as error:
        fault, why = _KINDS[type(error)], str(error)
        if kept is None:
            return Known(entry, None, fault, why)
        return Known(entry, kept.plan, fault, why, kept.seen, kept.new, kept.read)
    same = kept is not None and kept.plan.digest == plan.digest
    seen, new = (kept.seen, kept.new) if kept and same else (today, kept is None)
    _keep(file, _Kept(mark, seen, new, today, plan))
    return Known(entry, plan, seen=seen, new=new, read=today)


@dataclass(frozen=True)
class _Kept:
    mark: str
    seen: str
    new: bool
    read: str
    plan: Plan

    def again(self, today: str) -> _Kept:
        return _Kept(self.mark, self.seen, self.new, today, self.plan)


def _keep(file: Path, kept: _Kept) -> None:
    """The head in the first line, the plan in the second, with its hash before both."""
    head = json.dumps({"form": _FORM, "mark": kept.mark, "seen": kept.seen, "new": kept.new, "read": kept.read})
    body = f"{head}\n{packed(kept.plan)}\n"
    whole.write(file, f"{hashlib.sha256(body.encode()).hexdigest()}\n{body}")


def _kept(file: Path) -> _Kept | None:
    with suppress(OSError, ValueError, TypeError, KeyError):
        digest, body = file.read_text(encoding="utf-8").split("\n", 1)
        if hashlib.sha256(body.encode()).hexdigest() == digest:
            head, plan = body.split("\n", 1)
            said = json.loads(head)
            if said["form"] == _FORM:
                return _Kept(said["mark"], said["seen"], said["new"], said["read"], unpacked(plan.rstrip("\n")))
    return None
