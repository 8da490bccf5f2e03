"""The files of a new plan, from the templates in `new_plan/`: filled, checked, in Git, put in place when whole."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .. import check
from ..history import git
from ..load import upgrade
from ..load.dataset import Dataset
from ..load.record import Record
from ..load.vocabulary import CALLED_OTHERWISE, PlaceKind
from ..pages import nav, page_files
from ..render.guide_examples import as_yaml
from ..vietnamese.slugs import slugify
from . import installed
from .new_answers import first_word, level_of, years_of
from .save import NOBODY

TEMPLATES = Path(__file__).resolve().parent / "new_plan"
ENGINE = Path(__file__).resolve().parents[1]
_LONGEST_ID = 80
_IN_FULL = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
"""How the head of a document writes what people write short."""


@dataclass(frozen=True)
class Old:
    """The plan that another follows: its data, what it is called, where its site is."""

    data: Dataset
    name: str
    url: str


def make(
    target: Path, answers: Mapping[str, str], old: Old | None = None, fill: Callable[[Path], None] | None = None
) -> str:
    """Make the folder; gives what a person is told of its history. `fill` puts into it what else there is of the plan.

    What there is of it before it is whole goes with a failure.
    """
    new_above = [one for one in target.parents if not one.exists()]
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".new-", dir=target.parent))
    try:
        plan = work / "plan"
        plan.mkdir()
        _write(plan, {**_known(answers, old), "imported": fill is not None}, old)
        if fill:
            fill(plan)
        programme, _ = check(plan, with_pages=False)
        nav.show(plan, page_files.create_missing(programme, plan / "docs"))
        check(plan)
        shutil.rmtree(plan / ".cache", ignore_errors=True)
        history = _begin_history(plan, answers["name"])
        if target.exists():
            target.rmdir()
        plan.rename(target)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        for folder in new_above:
            with suppress(OSError):
                folder.rmdir()
        raise
    shutil.rmtree(work, ignore_errors=True)
    return history


def _known(answers: Mapping[str, str], old: Old | None) -> dict[str, Any]:
    """What the templates are filled with."""
    level, years = level_of(answers["level"]), years_of(answers["year"])
    assert level and years
    issuer, place = answers["issuer"], answers["place"]
    body: dict[str, Any] = {"id": _id(issuer), "name": issuer, "level": level.value}
    first, _, rest = issuer.partition(" ")
    in_full = f"{_IN_FULL[first]} {rest}" if first in _IN_FULL and rest else issuer
    if in_full != issuer:
        body["names"] = [in_full]
    begins = first_word(place, level)
    kind = CALLED_OTHERWISE.get(begins, next(one for one in PlaceKind if one.value == level.value))
    where = {"id": _id(place), "name": place, "kind": kind.value}
    lists: dict[str, list[dict[str, Any]]] = _kept(old.data) if old else {}
    agency = _with(lists.setdefault("agencies", []), body)
    before = old.data.plan if old and old.data.plan.agency == agency else None
    spot = _with(lists.setdefault("places", []), where)
    return {
        "name": answers["name"],
        "level": level.value,
        "start": years[0],
        "end": years[1],
        "issuer": issuer,
        "issuer_lines": before.header.issuer_lines if before else (in_full.upper(),),
        "agency": agency,
        "place": place,
        "place_id": spot,
        "signed_at": before.header.place if before and before.place == spot else place[len(begins) :].strip(),
        "form": upgrade.FORM,
        "engine": engine(),
        "old": old,
        **{name: "" for name in ("groups", "abbreviations", "concepts", "search")},
        **{name: _yaml(listed) for name, listed in lists.items() if listed},
    }


def _id(name: str) -> str:
    return slugify(name)[:_LONGEST_ID].strip("-")


def _with(listed: list[dict[str, Any]], new: dict[str, Any]) -> str:
    """The id of what is called so in a list; where nothing is, it is put first, with an id that is free."""
    for one in listed:
        if new["name"].lower() in (name.lower() for name in (one["name"], *one.get("names", ()))):
            return str(one["id"])
    taken = {one["id"] for one in listed}
    ids = (new["id"] if number == 1 else f"{new['id']}-{number}" for number in range(1, len(taken) + 2))
    new["id"] = next(id for id in ids if id not in taken)
    listed.insert(0, new)
    return str(new["id"])


def _yaml(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=110)


_LEFT = {
    "agencies": {"note", "members", "may_include"},
    "groups": {"note"},
    "places": {"now", "clauses"},
    "abbreviations": {"note"},
    "concepts": {"clauses"},
}
"""What is kept of the plan before -> what is left out of it: notes on that plan, numbers of its parts, what was said
of its year."""


def _kept(data: Dataset) -> dict[str, Any]:
    """Bodies, groups, places, short forms, concepts and words of the search, without what is about the plan before."""
    found: dict[str, Any] = {
        name: [_plain(one, left) for one in getattr(data, name)] for name, left in _LEFT.items() if name != "concepts"
    }
    about_it = (one for one in data.concepts if "kế hoạch" not in one.explanation.lower())
    found["concepts"] = [_plain(one, _LEFT["concepts"]) for one in about_it]
    found["search"] = _plain(data.search, set())
    return found


def _plain(record: Record, left: Iterable[str]) -> dict[str, Any]:
    dumped: dict[str, Any] = record.model_dump(
        mode="json", by_alias=True, exclude={*left}, exclude_none=True, exclude_defaults=True
    )
    return dumped


def _write(plan: Path, known: Mapping[str, Any], old: Old | None) -> None:
    """The files of the templates, filled; their names begin with "dot-" where the files' begin with a dot."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    environment.filters["as_yaml"] = lambda text: str(as_yaml(text))
    for template in sorted(path for path in TEMPLATES.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        name = template.relative_to(TEMPLATES)
        file = plan.joinpath(
            *(part.replace("dot-", ".", 1) if part.startswith("dot-") else part for part in name.parts)
        )
        file.parent.mkdir(parents=True, exist_ok=True)
        text = environment.get_template(name.as_posix()).render(known)
        file.write_text(text, encoding="utf-8", newline="\n")
        if text.startswith("#!") or file.suffix == ".desktop":  # what is started with a double click
            file.chmod(0o755)
    if program := _program():
        words = str(program).replace("$", "$$").replace("#", "\\#")
        (plan / "engine.mk").write_text(f'PROGRAMME := "{words}"\n', encoding="utf-8", newline="\n")


def _program() -> Path | None:
    """The command `programme` of the environment that runs, if there is one."""
    found = Path(sys.executable).with_name("programme.exe" if os.name == "nt" else "programme")
    return found if found.is_file() else None


def engine() -> str:
    """Where the engine that runs comes from, in words: a checkout or a wheel, and which one."""
    which = installed.name()
    with suppress(PackageNotFoundError):
        which = f"{which} {version(which)}"
    if not (ENGINE.parent / "pyproject.toml").is_file():
        return f"bộ máy {which}, cài từ gói .whl"
    commit = git.ask(ENGINE.parent, "rev-parse", "--short", "HEAD").strip()
    return f"bộ máy {which}, bản kho mã{f' {commit}' if commit else ''}"


def _begin_history(plan: Path, name: str) -> str:
    """Start Git with one commit; says what a person has to know of it."""
    title = f"Bắt đầu: {name}"
    try:
        if wrong := git.write(plan, "init", "--quiet", "--initial-branch=main"):
            raise OSError(wrong)
        named = bool(git.set_to(plan, "user.name") and git.set_to(plan, "user.email"))
        commit = ("commit", "--quiet", "--file", "-")
        for command in (("add", "--all"), commit):
            if wrong := git.write(plan, *command, given=title.encode(), **({} if named else NOBODY)):
                raise OSError(wrong)
    except OSError:
        shutil.rmtree(plan / ".git", ignore_errors=True)
        return (
            "Lịch sử: máy này không có Git, hoặc Git không ghi được, nên thư mục chưa có lịch sử. "
            "Có Git rồi thì gõ trong thư mục ấy: git init, git add --all, git commit."
        )
    if named:
        return "Lịch sử: đã bắt đầu bằng Git, với một lần ghi."
    return (
        f"Lịch sử: đã bắt đầu bằng Git, với một lần ghi mang tên “{NOBODY['user_name']}”, vì Git trên máy này "
        "chưa biết tên bạn. Đặt tên: git config --global user.name “…” và user.email “…”."
    )
