"""What changed in the plan's data: from the Git history of `data/`, facts old beside new, in words.

Two versions are compared by what they say (facts), not by their lines: moving,
renaming and reformatting files changes nothing. What was read of a version once
is kept by the hash of its tree.
"""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

from . import addresses, formats, history
from .derive import Programme
from .findings import FindingsError
from .kept import code, kept
from .loader import load
from .records import Clause, Project

Facts = dict[str, tuple[str, dict[str, str]]]
"""Page -> (what it is about, {what is said: value})."""

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
        return self.moment[:10]


@dataclass(frozen=True)
class Log:
    """The changes, newest first. `since`: date of the oldest version that could be read; None without history."""

    entries: tuple[Entry, ...]
    since: str | None
    complete: bool

    @property
    def by_date(self) -> list[tuple[str, list[Entry]]]:
        """Newest first; what is not committed has no date."""
        return [(date, list(entries)) for date, entries in groupby(self.entries, key=lambda entry: entry.date)]

    def of(self, address: str) -> list[tuple[Entry, list[Change]]]:
        """The changes shown on one page, newest first."""
        found = [(entry, [one for one in entry.changes if one.address == address]) for entry in self.entries]
        return [(entry, changes) for entry, changes in found if changes]


UNKNOWN = Log((), None, False)
"""Nothing is known of what changed."""


def log(root: Path, programme: Programme) -> Log:
    """The change log of `root`/data, whose present state is `programme`."""
    lines = history.git(root, "log", "--format=%H %cI", "--", history.DATA).split("\n")
    commits = [(line.split()[0], line.split()[1]) for line in lines if line]
    limits = history.boundaries(root)
    if limits & {commit for commit, _ in commits}:
        # Git shows the last commit of a cut history as if it had made everything.
        commits = [one for one in commits if one[0] not in limits]
    trees = history.git(root, "rev-parse", *(f"{commit}:./{history.DATA}" for commit, _ in commits)).split()
    if not commits or len(trees) != len(commits):
        return UNKNOWN
    states = []
    for (commit, moment), tree in zip(reversed(commits), reversed(trees), strict=True):
        found = _facts_at(root, tree)
        if found is not None:
            states.append((commit, moment, found))
    entries = [Entry(two[0], two[1], tuple(compare(one[2], two[2]))) for one, two in pairwise(states)]
    last = states[-1][2] if states else None
    if last is not None and (pending := tuple(compare(last, facts(programme)))):
        entries.append(Entry("", "", pending))
    shown = tuple(entry for entry in reversed(entries) if entry.changes)
    complete = not limits and len(states) == len(commits)
    return Log(shown, states[0][1][:10] if states else None, complete)


def _facts_at(root: Path, tree: str) -> Facts | None:
    """The facts of a version of `data/`, by the hash of its tree; None if today's rules cannot read it."""

    def read() -> bytes:
        top = history.git(root, "rev-parse", "--show-toplevel").strip()  # archive looks for the folder it is run in
        packed = subprocess.run(["git", "archive", tree], cwd=top, capture_output=True, check=True).stdout
        with tempfile.TemporaryDirectory() as folder:
            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                archive.extractall(folder, filter="data")
            try:
                found = facts(Programme(load(Path(folder))[0]))
            except (FindingsError, LookupError, ValueError, AssertionError):
                found = None
        return json.dumps(found, ensure_ascii=False).encode()

    found = json.loads(kept("history", f"{code()} {tree}", read))
    return None if found is None else {page: (name, said) for page, (name, said) in found.items()}


def compare(old: Facts, new: Facts) -> Iterator[Change]:
    """What differs between two versions, in the order of the newer one."""
    gone = {page: old[page] for page in old if page not in new}
    for page, (name, said) in new.items():
        if page not in old:
            again = next((other for other, (_, values) in gone.items() if values == said), None)
            if again:  # the same under another id
                del gone[again]
            else:
                yield Change(page, name, "", None, name)
            continue
        before = old[page][1]
        for what in (*said, *(one for one in before if one not in said)):
            if before.get(what) != said.get(what):
                yield Change(page, name, what, before.get(what), said.get(what))
    for name, _ in gone.values():
        yield Change(addresses.HOME, name, "", name, None)


def text(change: Change) -> str:
    """A change in words: "kinh phí: 3.051 triệu đồng thành 3.100 triệu đồng"."""
    old, new = change.shown
    if not change.what:
        return "thêm mới" if old is None else "bỏ"
    if old is None:
        return f"thêm {change.what}: {new}"
    return f"bỏ {change.what}: {old}" if new is None else f"{change.what}: {old} thành {new}"


def cut(old: str, new: str) -> tuple[str, str]:
    """Two texts without most of what they share: "… nguồn 3.051 triệu …", "… nguồn 3.100 triệu …"."""
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


# -- facts ------------------------------------------------------------------


def facts(p: Programme) -> Facts:
    """All that a version says, page by page."""
    found: Facts = {}

    def say(page: str, name: str, **said: str | None) -> dict[str, str]:
        values = found.setdefault(page, (name, {}))[1]
        values.update({what.replace("_", " "): value for what, value in said.items() if value})
        return values

    for node in p.nodes:
        _project(p, node, say(addresses.page(node), f"{node.label} {node.name}", tên=node.title, ghi_chú=node.note))
    for agency in p.data.agencies:
        names = "; ".join(agency.names)
        say(addresses.page(agency), agency.name, tên=agency.name, cấp=agency.level.label, tên_khác=names)
        say(addresses.page(agency), agency.name, viết_tắt=agency.short, ghi_chú=agency.note)
    for group in p.data.groups:
        said = say(addresses.page(group), group.name, tên=group.name, tên_khác="; ".join(group.names))
        lines = [
            f"{p.ref_label(one.ref)}: {'; '.join(one.conditions) or 'không kèm điều kiện'}"
            f"{', ưu tiên' if one.record.priority else ''}"
            for one in p.targets_of(group)
        ]
        said.update({"được nêu ở": "\n".join(lines)} if lines else {})
        say(addresses.page(group), group.name, ghi_chú=group.note)
    for document in p.data.documents:
        name = f"{document.kind.label} số {document.number}"
        date = formats.date(document.date) if document.date else None
        say(addresses.page(document), name, tên=name, ngày_ban_hành=date, ghi_chú=document.note)
        say(addresses.page(document), name, nơi_ban_hành=p.agencies[document.issuer].name)
    if p.budgets:
        say(addresses.MONEY, "Kinh phí", tổng_kinh_phí=formats.money(p.total))
    _common(p, found)
    return found


def _project(p: Programme, node: Project, said: dict[str, str]) -> None:
    """A project's own facts: money, lead, roles, and the words of its clauses."""
    if p.budgets_of(node):
        said["kinh phí"] = formats.money(p.amount(node))
    if p.leads(node):
        said["chủ trì"] = ", ".join(agency.name for agency in p.leads(node))
    for agency, cells in p.matrix:
        if node in cells:
            said[f"vai trò của {agency.name}"] = ", ".join(role.label for role in cells[node])
    for report in p.reports:
        if report.node is node:
            sender = ", ".join(one.name for one in report.by)
            receiver = ", ".join(one.name for one in report.to) or "Kế hoạch không nêu"
            said[f"báo cáo của {sender}"] = f"cho {receiver}; {report.frequency or 'Kế hoạch không nêu tần suất'}"
    for clause in node.clauses:
        said[f"lời của {p.ref_label(p.refs[clause])}"] = _words(clause)


def _words(part: Clause) -> str:
    return "\n".join(text.text + (f" [{text.note}]" if text.note else "") for text in part.texts)


def _common(p: Programme, found: Facts) -> None:
    """What stands on the pages about the whole plan."""

    def said(page: str, name: str, what: str, value: str) -> None:
        if value:
            found.setdefault(page, (name, {}))[1][what] = value

    for part, ref in p.refs.items():
        if isinstance(part, Clause) and part not in p.owners:
            said(
                addresses.FULL_TEXT,
                "Toàn văn",
                f"lời của {p.ref_label(ref)}",
                f"{part.heading}\n{_words(part)}".strip(),
            )
    plan = p.plan
    for what, texts in (("phần căn cứ", plan.basis), ("đoạn kết", plan.closing)):
        said(addresses.FULL_TEXT, "Toàn văn", what, "\n".join(text.text for text in texts))
    if plan.recipients:
        items = "\n".join(item.text for item in plan.recipients.items)
        said(addresses.FULL_TEXT, "Toàn văn", plan.recipients.heading.rstrip(": "), items)
    head = plan.header
    said(addresses.FULL_TEXT, "Toàn văn", "số và ngày", f"{head.number or ''}/{head.symbol}, {head.date}")
    said(addresses.FULL_TEXT, "Toàn văn", "tên văn bản", " ".join(head.title_lines))
    said(addresses.FULL_TEXT, "Toàn văn", "người ký", plan.signature.name)
    said(addresses.ABOUT, "Giới thiệu", "nơi nhận báo sai sót", plan.contact or "")
    for short in p.data.abbreviations:
        said(addresses.TERMS, "Thuật ngữ và viết tắt", short.short, short.full)
    for concept in p.data.concepts:
        said(addresses.TERMS, "Thuật ngữ và viết tắt", concept.name, concept.explanation)
    for question in p.data.questions:
        said(addresses.NOT_IN_PLAN, "Không có trong Kế hoạch", question.question, question.answer)
    if p.data.notice:
        said(addresses.SINCE, f"Từ {p.period} đến nay", "thông báo", f"{p.data.notice.title} {p.data.notice.summary}")
        for number, fact in enumerate(p.data.notice.facts, 1):
            said(addresses.SINCE, f"Từ {p.period} đến nay", f"điều {number}", fact.text)
    for place in p.data.places:
        said(
            addresses.FINDER, "Tôi được hỗ trợ gì?", place.name, f"nay: {place.now}" if place.now else place.kind.label
        )
    for need in p.data.needs:
        said(addresses.FINDER, "Tôi được hỗ trợ gì?", f"lựa chọn “{need.name}”", "dự án " + ", ".join(need.projects))
