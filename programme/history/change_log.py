"""What changed in the plan's data: from the Git history of `data/`, facts old beside new, in words.

Two versions are compared by what they say (facts), not by their lines: moving,
renaming and reformatting files changes nothing. What was read of a version once
is kept by the hash of its tree.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import dropwhile, pairwise
from pathlib import Path

from ..cache import code, kept
from ..derive.programme import Programme
from ..load.findings import FindingsError
from ..load.loader import load
from ..load.upgrade import upgrade
from ..pages import addresses
from ..pages.kept import in_use
from . import git, published
from .page_facts import Facts, facts, is_entered, is_of_the_plan

_AROUND = 6


@dataclass(frozen=True)
class Change:
    """One fact that changed on the page `address`; `old` or `new` is None where it came or went."""

    address: str
    name: str
    what: str
    old: str | None
    new: str | None

    @property
    def runs(self) -> tuple[tuple[str, str], ...]:
        """The change in words, piece by piece: ("del", what was), ("ins", what is now), ("", words between)."""
        old, new = self.shown
        if not self.what:
            return (("", "thêm mới" if old is None else "bỏ"),)
        if old is None:
            return ("", f"thêm {self.what}: "), ("ins", new or "")
        if new is None:
            return ("", f"bỏ {self.what}: "), ("del", old)
        return ("", f"{self.what}: "), ("del", old), ("", " thành "), ("ins", new)

    @property
    def text(self) -> str:
        """The change in words: "kinh phí: 620 triệu đồng thành 640 triệu đồng"."""
        return "".join(words for _, words in self.runs)

    @property
    def shown(self) -> tuple[str | None, str | None]:
        """Old and new, of long texts only what differs with some words around."""
        return (self.old, self.new) if self.old is None or self.new is None else cut(self.old, self.new)


@dataclass(frozen=True)
class Entry:
    """The changes of one commit; without `commit`: those that are not committed yet."""

    commit: str
    moment: str
    changes: tuple[Change, ...]

    @property
    def date(self) -> str:
        """The day of the commit; empty for what is not committed."""
        return self.moment[:10]

    @property
    def of_the_plan(self) -> list[Change]:
        """The changes of the plan's own words."""
        return [change for change in self.changes if is_of_the_plan(change.what)]

    @property
    def of_the_site(self) -> list[Change]:
        """The changes of what the site says of them."""
        return [change for change in self.changes if not is_of_the_plan(change.what)]

    @property
    def names(self) -> list[str]:
        """What was changed, each once."""
        return list(dict.fromkeys(change.name for change in self.changes))


@dataclass(frozen=True)
class Log:
    """The changes, newest first. `since`: date of the oldest version that could be read; None without history."""

    entries: tuple[Entry, ...]
    since: str | None
    complete: bool

    @property
    def by_date(self) -> list[tuple[str, list[Entry]]]:
        """Each date once, newest first; before them what is not committed and has no date."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.date, []).append(entry)
        return sorted(found.items(), key=lambda one: one[0] or "9999", reverse=True)

    @property
    def by_page(self) -> list[tuple[str, str, list[tuple[Entry, Change]]]]:
        """(address, what the page is about, its changes, newest first), in the order of addresses."""
        found = []
        for address in sorted(self._by_address):
            if address == addresses.HOME:
                continue  # of what has no page any more
            changes = [(entry, change) for entry, ones in self._by_address[address] for change in ones]
            found.append((address, changes[0][1].name, changes))
        return found

    def of(self, address: str) -> list[tuple[Entry, list[Change]]]:
        """The changes shown on one page, newest first."""
        return self._by_address.get(address, [])

    @cached_property
    def _by_address(self) -> dict[str, list[tuple[Entry, list[Change]]]]:
        found: dict[str, list[tuple[Entry, list[Change]]]] = {}
        for entry in self.entries:
            here: dict[str, list[Change]] = {}
            for change in entry.changes:
                here.setdefault(change.address, []).append(change)
            for address, changes in here.items():
                found.setdefault(address, []).append((entry, changes))
        return found

    @property
    def of_the_plan(self) -> list[Change]:
        """All changes of the plan's own words that are committed, newest first."""
        return [change for entry in self.entries if entry.date for change in entry.of_the_plan]

    @property
    def untouched_since(self) -> str | None:
        """The day since when no word of the plan was changed; None where no history is known."""
        return max((entry.date for entry in self.entries if entry.date and entry.of_the_plan), default=self.since)

    @property
    def changed(self) -> str | None:
        """The day of the last change that is committed; that of the oldest known version where nothing changed."""
        return max((entry.date for entry in self.entries if entry.date), default=self.since)

    @property
    def updated(self) -> str:
        """The moment of the last change, as a feed says it."""
        return next((entry.moment for entry in self.entries if entry.moment), f"{self.since}T00:00:00Z")


UNKNOWN = Log((), None, False)
"""Nothing is known of what changed."""


def log(root: Path, programme: Programme) -> Log:
    """The change log of `root`/data, whose present state is `programme`."""
    limits = git.boundaries(root)
    found, today = git.states(root), facts(programme)
    last = found[0][2] if found else ""
    is_public = True
    if published.is_drafted(root):
        first = "" if programme.open_questions else published.first(root)
        trees = [tree for _, _, tree in found]
        is_public = first in trees
        found = found[: trees.index(first) + 1 if is_public else 1]  # what nobody could read is no change
    states = [
        (commit, moment, said)
        for commit, moment, tree in reversed(found)
        if (said := _facts_at(root, tree, today if tree == last else None)) is not None
    ]
    # The last commit of a cut history is a state to compare with. What it changed, Git does
    # not know: with nothing after it there is no date to name.
    # What was saved while the plan was being entered is no change of it: the first that has its signature begins.
    read = len(states)
    states = list(dropwhile(lambda one: not is_entered(one[2]), states))
    since = next((states[0][1][:10] for commit, _, _ in states if commit not in limits), None)
    entries = [Entry(two[0], two[1], tuple(compare(one[2], two[2]))) for one, two in pairwise(states)]
    if states and is_public:
        entries.append(Entry("", "", tuple(compare(states[-1][2], today))))
    shown = tuple(_with_pages(entry, today) for entry in reversed(entries) if entry.changes)
    return Log(shown, since, bool(states) and not limits and read == len(found))


def pending(root: Path, programme: Programme) -> tuple[Change, ...]:
    """What was changed since it was saved last, of a plan that is entered; whether it is public or not."""
    found, today = git.states(root), facts(programme)
    for _, _, tree in found:
        said = _facts_at(root, tree, today if tree == found[0][2] else None)
        if said is not None:
            return _with_pages(Entry("", "", tuple(compare(said, today))), today).changes if is_entered(said) else ()
    return ()


def _with_pages(entry: Entry, today: Facts) -> Entry:
    """The entry with addresses that lead somewhere: a page that is no more is told of on the home page."""
    changes = (one if one.address in today else replace(one, address=addresses.HOME) for one in entry.changes)
    return replace(entry, changes=tuple(changes))


def _facts_at(root: Path, tree: str, today: Facts | None) -> Facts | None:
    """The facts of a version of `data/`, by the hash of its tree; None if today's rules cannot read it.

    A version of an older form is read as `programme upgrade` would leave it. `today`: what the data says now, where
    this may be that very version, as most often where a site is published: then it is read already.
    """

    def read() -> bytes:
        if today is not None and git.holds(root, tree):
            return _said(today)
        contents = git.files(root, tree)
        with tempfile.TemporaryDirectory() as folder:
            try:
                for name, content in contents.items():
                    _put(Path(folder), name, content)
                upgrade(Path(folder))
                found = facts(Programme(in_use(load(Path(folder))[0])[0]))
            except (FindingsError, LookupError, ValueError, AssertionError):
                found = None
        return _said(found)

    try:
        found = json.loads(kept("history", f"{code()} {tree}", read))
    except LookupError:  # not kept: a repository can be mended
        return None
    return None if found is None else {page: (name, said) for page, (name, said) in found.items()}


def _said(facts: Facts | None) -> bytes:
    return json.dumps(facts, ensure_ascii=False).encode()


def _put(folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ValueError(name)  # no name leads out of the folder
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def compare(old: Facts, new: Facts) -> Iterator[Change]:
    """What differs between two versions, in the order of the newer one."""
    gone = {page: old[page] for page in old if page not in new}
    for page, (name, said) in new.items():
        if page not in old:
            again = next((other for other, (_, values) in gone.items() if values == said), None)
            if again:  # the same under another id
                del gone[again]
                continue
            if "/" in page:
                yield Change(page, name, "", None, name)
                continue
        # A page about the whole plan is nothing new by itself: what it says is.
        before = old[page][1] if page in old else {}
        for what in (*said, *(one for one in before if one not in said)):
            if before.get(what) != said.get(what):
                yield Change(page, name, what, before.get(what), said.get(what))
    for page, (name, said) in gone.items():
        if "/" in page:
            yield Change(addresses.HOME, name, "", name, None)
        for what, value in said.items() if "/" not in page else ():
            yield Change(page, name, what, value, None)


def cut(old: str, new: str) -> tuple[str, str]:
    """Two texts without most of what they share: "… nguồn 1.200 triệu …", "… nguồn 1.300 triệu …"."""
    if max(len(old), len(new)) <= 120:
        return old, new
    one, two = old.split(), new.split()
    start = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    rest = min(len(one), len(two)) - start
    pairs = zip(reversed(one), reversed(two), strict=False)
    end = min(rest, next((i for i, (a, b) in enumerate(pairs) if a != b), rest))

    def part(words: list[str]) -> str:
        first, last = max(start - _AROUND, 0), min(len(words) - end + _AROUND, len(words))
        return f"{'… ' if first else ''}{' '.join(words[first:last])}{' …' if last < len(words) else ''}"

    return part(one), part(two)
