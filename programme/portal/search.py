"""What the portal's search fetches: names in small scripts found by their syllables, however many plans there are.

    muc.js      which shard holds which syllables, and the words of all names
    cap.js      which of these words follow upon which: fetched where none of them was typed
    noi-N.js    places by the first two syllables of their names; old and new names of places in plans too
    ten-N.js    names of projects, bodies, groups, documents of all plans
    o-SLUG.js   all names in the plans of one place, fetched when a query names it

Each hands over one JSON value, so that it loads from a USB stick too. How words are compared is the browser's work
alone (`frame/scripts/portal`); here is only said under which folded syllables a name is found.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any, NamedTuple

from ..frame.bundles import RAN
from ..vietnamese import formats
from ..vietnamese.slugs import fold
from .atlas import Area, Atlas, Held, code_of
from .mending import vocabulary

FOLDER = "assets/tim-kiem/"
LARGEST = 12_000
"""Bytes after which a shard is closed."""
MOST = 100
"""Names under one key: the weightiest. Who looks for another has a second syllable, or a place."""
FEW = 5
"""So many plans with a name are told one by one."""
_LEADS = 3
_WORD = re.compile(r"[a-z]+|[0-9]+(?:\.[0-9]+)*")
KINDS = (
    "thanh pho", "thi tran", "thi xa", "to dan pho", "khu pho", "dac khu", "tinh", "huyen", "quan", "phuong", "xa",
    "thon", "ban", "lang", "ap", "buon", "xom",
)  # fmt: skip
"""What stands before the name of a place, and is no part of it."""
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_KIND = re.compile(rf"({'|'.join(KINDS)}) (?=\S)")

Row = list[Any]


class Shard(NamedTuple):
    """A file of the search, with the hash of what it is made of."""

    name: str
    made_from: str
    make: Callable[[], bytes]


class _Name(NamedTuple):
    """A row, with what it is found by and its weight."""

    row: Row
    keys: tuple[str, ...]
    weight: int


def shards(atlas: Atlas, everything: str) -> Iterator[Shard]:
    """All files of the search. `everything`: the hash of all plans."""
    known, following = vocabulary(atlas, words)
    index: dict[str, Any] = {"kinds": KINDS, "words": known}
    for letter, names in (("noi", _places(atlas)), ("ten", _names(atlas))):
        firsts, contents = _tree(names)
        index[letter] = firsts
        for at, content in enumerate(contents):
            yield _shard(f"{letter}-{at}", content)
    yield _shard("muc", index)
    yield _shard("cap", following)
    for area in atlas.areas.values():
        if area.plans:
            made_from = f"{area.key} {' '.join(one.digest for one in area.plans)}"
            yield Shard(f"{FOLDER}o-{area.slug}.js", made_from, partial(_of, area))


def _shard(name: str, content: Any) -> Shard:
    made = _script(name, content)
    return Shard(f"{FOLDER}{name}.js", hashlib.sha256(made).hexdigest()[:16], lambda: made)


def _script(name: str, content: Any) -> bytes:
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f'cong.take("{name}",{packed}){RAN}'.encode()


@lru_cache(maxsize=262_144)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in their order."""
    return tuple(_WORD.findall(fold(text)))


@lru_cache(maxsize=262_144)
def syllables(text: str) -> tuple[str, ...]:
    """The folded words of a text, each once: "Dự án 3.2" is ("du", "an", "3.2")."""
    return tuple(dict.fromkeys(words(text)))


@lru_cache(maxsize=262_144)
def bare(name: str) -> str:
    """A place's name without its kind and what stands in brackets, folded: "xã Bình Minh (cũ)" is "binh minh"."""
    folded = _IN_BRACKETS.sub("", fold(name))
    kind = _KIND.match(folded)
    return folded[kind.end() :] if kind else folded


def _tree(names: Iterable[_Name]) -> tuple[list[str], list[dict[str, Any]]]:
    """The first key of each shard, and the shards: {rows, keys: key -> places in rows}."""
    by_key: dict[str, list[_Name]] = {}
    for one in names:
        for key in one.keys:
            by_key.setdefault(key, []).append(one)
    firsts: list[str] = []
    made: list[dict[str, Any]] = []
    size = LARGEST + 1
    rows: dict[int, int] = {}
    for key in sorted(by_key):
        if size > LARGEST:
            firsts.append(key)
            made.append({"rows": [], "keys": {}})
            size, rows = 0, {}
        listed = sorted(by_key[key], key=lambda one: (-one.weight, one.row))[:MOST]
        for one in listed:
            if id(one.row) not in rows:
                rows[id(one.row)] = len(made[-1]["rows"])
                made[-1]["rows"].append(one.row)
                size += sum(len(str(part)) for part in one.row)
        made[-1]["keys"][key] = [rows[id(one.row)] for one in listed]
        size += 4 * len(listed)
    return firsts, made


# -- places -------------------------------------------------------------------


def _places(atlas: Atlas) -> Iterator[_Name]:
    """[name, bare name, hint, link, slug of the shard with the names of its plans or ""]."""
    for area in atlas.areas.values():
        count = len(area.plans) or len(area.all_plans())
        hint = (
            f"{area.around}; {formats.number(count)} Kế hoạch" if area.around else f"{formats.number(count)} Kế hoạch"
        )
        own = area.slug if area.plans else ""
        row = [formats.upper_first(area.name), bare(area.name), hint, f"dia-ban/{area.slug}.html", own]
        yield _place(row, 3)
        yield from _inside(area)


def _place(row: Row, weight: int) -> _Name:
    """A place counts where its whole name was typed, or as far as it was: its first two syllables find it."""
    return _Name(row, (" ".join(_WORD.findall(row[1])[:2]),), weight)


def _inside(area: Area) -> Iterator[_Name]:
    """The places that its plans name: as they are called there, and today."""
    link = f"dia-ban/{area.slug}.html"
    own = {one.name.casefold() for one in area.spots}
    named: dict[str, str] = {}
    today: dict[str, list[str]] = {}
    for held in area.plans:
        for one in held.inner_places:
            if one.name.casefold() not in own:
                named.setdefault(one.name, f"có tên trong Kế hoạch của {area.name}")
                if one.now:
                    named[one.name] = f"nay là {one.now}; có tên trong Kế hoạch của {area.name}"
            if one.now and one.now.casefold() not in own:
                today.setdefault(one.now, []).append(one.name)
    for name, olds in today.items():
        if name in named:
            continue  # a name of old that stays: the same row tells it
        shown = ", ".join(dict.fromkeys(olds[:6]))
        hint = f"tên nay; gồm {shown}, có tên trong Kế hoạch của {area.name}"
        yield _place([formats.upper_first(name), bare(name), hint, link, area.slug], 2)
    for name, hint in named.items():
        yield _place([formats.upper_first(name), bare(name), hint, link, area.slug], 1)


# -- names --------------------------------------------------------------------


def _names(atlas: Atlas) -> Iterator[_Name]:
    """[kind, title, hint, link]; without a link where many plans have a name: a place is wanted then."""
    for code in atlas.codes.values():
        programme = atlas.programmes[code.programme].name
        led: dict[str, list[str]] = {}
        for held, one in code.projects:
            if one.leads and code.names[one.title] <= FEW:
                led.setdefault(one.title, []).append(f"{one.leads} ({held.plan.spots[0].name}, {held.period})")
        for name, count in code.names.items():
            said = f"mã {code.code} · {programme} · {formats.number(count)} Kế hoạch"
            if name in led:
                said += f" · chủ trì: {'; '.join(led[name][:_LEADS])}"
            row = ["Dự án", name, said, f"du-an/{code.slug}.html"]
            yield _Name(row, syllables(f"{name} {code.code}"), 10 + count)
    shared: dict[tuple[str, str], list[tuple[Held, str]]] = {}
    for held in atlas.plans:
        for kind, name, page in _of_plan(held):
            shared.setdefault((kind, name), []).append((held, page))
    for (kind, name), found in shared.items():
        if len(found) <= FEW:
            for held, page in found:
                hint = f"{held.plan.spots[0].name}, {held.period}"
                yield _Name([kind, name, hint, f"{held.base}{page}.html"], syllables(name), 5)
        else:
            many = f"có trong {formats.number(len(found))} Kế hoạch; gõ thêm tên nơi"
            yield _Name([kind, name, many, ""], syllables(name), 5)


def _of_plan(held: Held) -> Iterator[tuple[str, str, str]]:
    """Bodies, groups and documents that have a page: kind, name, page."""
    plan = held.plan
    for kind, listed in (("Cơ quan", plan.bodies), ("Đối tượng", plan.groups)):
        yield from ((kind, one.name, one.page) for one in listed if one.page)
    for one in plan.documents:
        if one.page:
            yield "Văn bản", f"{one.kind} {one.number}", one.page


def _of(area: Area) -> bytes:
    """[kind, title, other names, hint, link] for all names in the plans of a place."""
    rows: list[Row] = []
    for held in area.plans:
        plan, when = held.plan, held.period
        for project in plan.projects:
            _, _, code = code_of(plan, project)
            lead = f" · chủ trì: {project.leads}" if project.leads else ""
            rows.append(["Dự án", project.name, code, f"{when}{lead}", _link(held, project.page)])
        rows += [["Cơ quan", one.name, one.other_names, when, _link(held, one.page)] for one in plan.bodies]
        rows += [["Đối tượng", one.name, one.other_names, when, _link(held, one.page)] for one in plan.groups]
        rows += [["Nơi", one.name, one.other_names, when, _link(held, one.page)] for one in plan.places if one.page]
        for doc in plan.documents:
            rows.append(["Văn bản", f"{doc.kind} {doc.number}", doc.name, when, _link(held, doc.page)])
    return _script(f"o-{area.slug}", rows)


def _link(held: Held, page: str) -> str:
    return f"{held.base}{page or 'index'}.html"
