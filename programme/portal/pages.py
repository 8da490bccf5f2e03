"""Which pages a portal has, and what each is given; a page with too many plans gets one for each province."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from ..vietnamese import formats
from ..vietnamese.slugs import fold
from . import compare
from .atlas import Area, Atlas, Code, Held, Shared, code_of, slug_of, sort_key
from .frame import Page
from .tables import COLUMNS, TABLES

MOST = 300
"""Plans that stand on one page."""
_NEWS = 10
_FEW_NAMES = 4
"""So many names of a code are told in a sentence, more in a list that opens."""
_ON_HOME = 12
"""Programmes that the home page names."""

PLACES, YEARS, PROGRAMMES, CODES, NAMES = "dia-ban", "nam", "chuong-trinh", "du-an", "ten"


class Part(NamedTuple):
    """The plans of one province of a page that has too many."""

    path: str
    name: str
    plans: list[Held]

    @property
    def number(self) -> int:
        """How many they are."""
        return len(self.plans)


def pages(atlas: Atlas) -> Iterator[Page]:
    """All pages of the portal."""
    yield _home(atlas)
    yield Page("tim-kiem", "Tìm kiếm", "search.html", _hash("search"), {})
    yield _areas(atlas)
    yield from (_area(atlas, one) for one in atlas.areas.values())
    yield from _shared_pages(atlas)
    for code in atlas.codes.values():
        yield from _code(atlas, code)
    yield from _names(atlas)
    yield _state(atlas)
    yield Page("du-lieu", "Dữ liệu mở", "data.html", _hash("data"), {"tables": TABLES.items(), "columns": COLUMNS})
    yield Page("404", "Không có trang này", "missing.html", _hash("missing"), {})


def _hash(*said: Any) -> str:
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def _digests(plans: Iterable[Held]) -> list[str]:
    return [one.digest for one in plans]


def _home(atlas: Atlas) -> Page:
    years = [atlas.years[one] for one in sorted(atlas.years)]
    programmes = sorted(atlas.programmes.values(), key=lambda one: (-len(one.plans), sort_key(one.name)))
    news = sorted(atlas.plans, key=lambda one: one.known.seen, reverse=True)[:_NEWS]
    provinces = atlas.provinces()
    faults = len([one for one in atlas.listed if one.fault])
    given: dict[str, Any] = {
        "counts": {"plans": len(atlas.plans), "areas": len({one.area for one in atlas.plans})},
        "years": years,
        "provinces": provinces,
        "programmes": programmes[:_ON_HOME],
        "more_programmes": len(programmes) if len(programmes) > _ON_HOME else 0,
        "news": news,
        "faults": faults,
    }
    said = [given["counts"], [(one.name, len(one.all_plans())) for one in provinces], _digests(news)]
    said += [[(one.name, len(one.plans)) for one in (*years, *programmes)], faults]
    return Page("index", "Tìm trong Kế hoạch của nhiều nơi, nhiều năm", "home.html", _hash(said), given)


def _areas(atlas: Atlas) -> Page:
    provinces = atlas.provinces()
    said = [(one.name, len(one.plans), _within(one)) for one in provinces]
    return Page(f"{PLACES}/index", "Địa bàn", "areas.html", _hash(said), {"provinces": provinces})


def _within(area: Area) -> list[tuple[str, int]]:
    return [(one.slug, len(one.all_plans())) for one in area.within.values()]


def _area(atlas: Atlas, area: Area) -> Page:
    plans = area.plans
    within = sorted(area.within.values(), key=lambda one: sort_key(one.name))
    several = len(plans) > 1

    def more() -> dict[str, Any]:
        return {
            "coded": {
                held.anchor: [(atlas.codes[code_of(held.plan, one)[0]], one) for one in held.plan.projects]
                for held in plans
            },
            "compared": compare.projects(atlas, plans) if several else [],
            "figures": compare.figures(plans) if several else [],
        }

    given = {
        "area": area,
        "within": within,
        "several": several,
        "mixed_periods": compare.differ(one.years_long for one in plans),
        "programme_slugs": {one.name: slug_of(one.name) for held in plans for one in held.plan.programmes},
    }
    inside = [(one.slug, [held.period for held in one.plans], len(one.all_plans())) for one in within]
    crumbs = [("Địa bàn", f"{PLACES}/index")]
    for at in range(len(area.spots) - 1, 0, -1):
        one = atlas.areas[area.key[at:]]
        crumbs.append((formats.upper_first(one.name), f"{PLACES}/{one.slug}"))
    title, about = formats.upper_first(area.name), f"Kế hoạch của {area.name}"
    made_from = _hash(area.spots, _digests(plans), inside)
    return Page(f"{PLACES}/{area.slug}", title, "area.html", made_from, given, tuple(crumbs), about, more)


def _shared_pages(atlas: Atlas) -> Iterator[Page]:
    years = [atlas.years[one] for one in sorted(atlas.years)]
    lead = "Kế hoạch của nhiều năm có mặt ở từng năm của nó."
    yield _index(YEARS, "Năm", lead, "Năm ", years)
    for one in years:
        above = ("Năm", f"{YEARS}/index")
        yield from _shared(atlas, one, f"{YEARS}/{one.slug}", f"Năm {one.slug}", above, [], "của năm này")
    lead = "Hai Kế hoạch thuộc cùng một chương trình khi ghi cùng một tên; tên ghi khác thì cổng để riêng."
    programmes = sorted(atlas.programmes.values(), key=lambda one: sort_key(one.name))
    yield _index(PROGRAMMES, "Chương trình", lead, "", programmes)
    for key, one in atlas.programmes.items():
        above = ("Chương trình", f"{PROGRAMMES}/index")
        path, codes = f"{PROGRAMMES}/{one.slug}", atlas.codes_of(key)
        yield from _shared(atlas, one, path, one.name, above, codes, "thuộc chương trình này")


def _index(folder: str, title: str, lead: str, prefix: str, listed: Sequence[Shared]) -> Page:
    given = {"folder": folder, "lead": lead, "prefix": prefix, "listed": listed}
    said = [(one.name, len(one.plans)) for one in listed]
    return Page(f"{folder}/index", title, "shared_index.html", _hash(folder, said), given)


def _shared(
    atlas: Atlas, one: Shared, path: str, title: str, above: tuple[str, str], codes: Sequence[Code], said: str
) -> Iterator[Page]:
    """The page of a year or programme, and of its provinces where they are too many; `said`: what its plans share."""
    parts = _parts(path, one.plans)
    given: dict[str, Any] = {
        "lead": f"Có {formats.number(len(one.plans))} Kế hoạch {said}.",
        "other_names": one.other_names,
        "codes": codes,
        "parts": parts,
    }
    given |= {"plans": [] if parts else one.plans, "areas": atlas.areas}
    made_of = [title, one.other_names, [(code.code, code.name, len(code.names), len(code.plans)) for code in codes]]
    made_of += [[(part.path, part.number) for part in parts] or _digests(one.plans)]
    yield Page(path, title, "shared.html", _hash(made_of), given, (above,))
    for part in parts:
        own = f"{title}: {formats.upper_first(part.name)}"
        lead = f"Có {formats.number(part.number)} Kế hoạch {said}, của các nơi trong {part.name}."
        given = {"lead": lead, "other_names": [], "codes": [], "parts": [], "plans": part.plans}
        given |= {"areas": atlas.areas}
        yield Page(part.path, own, "shared.html", _hash(own, _digests(part.plans)), given, (above, (title, path)))


def _parts(path: str, plans: Sequence[Held]) -> list[Part]:
    """The plans by province, where they are too many for one page."""
    if len(plans) <= MOST:
        return []
    by_name: dict[str, list[Held]] = {}
    for one in plans:
        by_name.setdefault(one.province, []).append(one)
    names = sorted(by_name, key=sort_key)
    return [Part(f"{path}--{slug_of(name)}", name, by_name[name]) for name in names]


def _code(atlas: Atlas, code: Code) -> Iterator[Page]:
    """The page of a code, and of its provinces where they are too many."""
    programme = atlas.programmes[code.programme]
    path = f"{CODES}/{code.slug}"
    title = f"{code.code}: {code.name}"
    parts = _parts(path, code.plans)
    above = (("Chương trình", f"{PROGRAMMES}/index"), (programme.name, f"{PROGRAMMES}/{programme.slug}"))
    same: dict[str, Any] = {"code": code, "programme": programme, "areas": atlas.areas, "few": _FEW_NAMES}

    def rows(plans: Sequence[Held]) -> dict[str, Any]:
        wanted = set(map(id, plans))
        listed = [(held, one) for held, one in code.projects if id(held) in wanted]
        return {
            "parts": [],
            "rows": listed,
            "names": list(dict.fromkeys(one.title for _, one in listed)),
            "levels": len({held.plan.level for held in plans}),
            "mixed_periods": compare.differ(one.years_long for one in plans),
            "caption": f"Mã {code.code} ở các nơi, các năm",
        }

    said = [title, code.names, programme.name, len(code.plans)]
    if not parts:
        made_from = _hash(said, _digests(code.plans))
        yield Page(path, title, "code.html", made_from, same, above, more=partial(rows, code.plans))
        return
    listed = [(part.path, part.number) for part in parts]
    names = [code.name, *code.other_names]
    yield Page(path, title, "code.html", _hash(said, listed), same | {"parts": parts, "names": names}, above)
    for part in parts:
        own = f"{title}: {formats.upper_first(part.name)}"
        made_from = _hash(own, said, _digests(part.plans))
        wanted = partial(rows, part.plans)
        yield Page(part.path, own, "code.html", made_from, same, (*above, (code.code, path)), more=wanted)


def _names(atlas: Atlas) -> Iterator[Page]:
    """The names of projects by their first letter, for who has no script."""
    by_letter: dict[str, list[tuple[str, Code, str, int]]] = {}
    for code in atlas.codes.values():
        for name, count in code.names.items():
            letter = fold(name)[:1].upper()
            letter = letter if letter.isalpha() else "#"
            by_letter.setdefault(letter, []).append((name, code, atlas.programmes[code.programme].name, count))
    listed = []
    for letter in sorted(by_letter):
        rows = sorted(by_letter[letter], key=lambda one: (sort_key(one[0]), one[2], one[1].code))
        path = f"{NAMES}/{letter.lower() if letter != '#' else 'khac'}"
        listed.append((letter, path, len(rows)))
        said = [(name, code.slug, programme, count) for name, code, programme, count in rows]
        given = {"rows": rows, "letter": letter if letter != "#" else "chữ số hay dấu khác"}
        above = (("Tên gọi", f"{NAMES}/index"),)
        yield Page(path, f"Tên bắt đầu bằng {given['letter']}", "names.html", _hash(said), given, above)
    yield Page(f"{NAMES}/index", "Tên gọi", "names_index.html", _hash(listed), {"letters": listed})


def _state(atlas: Atlas) -> Page:
    faults = [one for one in atlas.listed if one.fault]
    good = [one for one in atlas.plans if not one.known.fault]
    listed = good if len(good) <= MOST else []
    given = {"faults": faults, "good": len(good), "listed": listed}
    said = [[one.digest for one in faults], len(good), _digests(listed)]
    return Page("tinh-trang", "Tình trạng các Kế hoạch", "state.html", _hash(said), given)
