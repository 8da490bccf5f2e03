"""`programme new`: the folder of a new plan, which builds, is accepted and says nothing that nobody entered.

What is not given is asked for at a terminal. All of it is made beside the folder's place and put there when it is
whole: after a failure, or Ctrl+C, nothing is left.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .. import check
from ..command_words import typed
from ..history import git
from ..load import upgrade
from ..load.dataset import Dataset
from ..load.findings import FindingsError
from ..load.loader import load
from ..load.record import Record
from ..load.vocabulary import Level, PlaceKind
from ..pages import page_files, settings
from ..render.guide_examples import as_yaml
from ..vietnamese.formats import upper_first
from ..vietnamese.slugs import fold, slugify
from .build import is_empty
from .save import NOBODY

TEMPLATES = Path(__file__).resolve().parent / "new_plan"
ENGINE = Path(__file__).resolve().parents[1]
_LONGEST = 200
_LONGEST_ID = 80
_LEVELS = {
    Level.PROVINCE: ("tỉnh", ("tỉnh", "thành phố")),
    Level.DISTRICT: ("huyện", ("huyện", "quận", "thị xã", "thành phố")),
    Level.COMMUNE: ("xã", ("xã", "phường", "thị trấn", "đặc khu")),
}
"""Level -> its word, and how the names of its places begin."""
_KINDS = {"thị trấn": PlaceKind.TOWNSHIP, "phường": PlaceKind.WARD}
"""Places of a commune's level that are called otherwise."""
_IN_FULL = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
"""How the head of a document writes what people write short."""


class RefusedError(Exception):
    """What was given cannot be: a line for each fault, with what was found and what is expected."""


class Asked(NamedTuple):
    """Something to be known of a new plan: the option, what it is, an example, and what is wrong with an answer."""

    option: str
    what: str
    example: str
    wrong: Callable[[str], str]


def _wrong_words(text: str) -> str:
    if not any(char.isalpha() for char in text):
        return "cần lời có chữ"
    if "\n" in text or not text.isprintable():
        return "cần lời liền một dòng"
    return f"cần không quá {_LONGEST} chữ" if len(text) > _LONGEST else ""


def _wrong_level(text: str) -> str:
    return "" if _level(text) else "cần một trong: tỉnh, huyện, xã"


def _wrong_years(text: str) -> str:
    return "" if _years(text) else "cần một năm, như 2027, hoặc năm đầu và năm cuối, như 2026-2030"


ASKED = {
    "name": Asked("--name", "Tên gọi của Kế hoạch", "Kế hoạch giảm nghèo năm 2027 của xã Bình Minh", _wrong_words),
    "level": Asked("--level", "Cấp ban hành (tỉnh, huyện, xã)", "xã", _wrong_level),
    "year": Asked("--year", "Năm của Kế hoạch, hoặc năm đầu và năm cuối", "2027", _wrong_years),
    "issuer": Asked("--issuer", "Cơ quan ban hành", "Ủy ban nhân dân xã Bình Minh", _wrong_words),
    "place": Asked("--place", "Nơi", "xã Bình Minh", _wrong_words),
}
"""What is asked, in this order."""


@dataclass(frozen=True)
class Old:
    """The plan that another follows: its data, what it is called, where its site is."""

    data: Dataset
    name: str
    url: str


def options(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="THƯ_MỤC", help="thư mục của Kế hoạch mới; chưa có, hoặc trống")
    for name, asked in ASKED.items():
        parser.add_argument(asked.option, dest=name, help=f"{asked.what}; ví dụ: {asked.example}")
    parser.add_argument(
        "--from", dest="old", type=Path, help="thư mục của Kế hoạch trước: giữ cơ quan, nhóm, nơi và lời tìm kiếm"
    )
    parser.add_argument(
        "--old-site", help="địa chỉ trên mạng của trang Kế hoạch trước; ví dụ: https://xa.example/2026/"
    )


def run(options: Namespace) -> int:
    target = Path(options.folder).absolute() if options.folder else Path()
    try:
        wrong = list(_wrong_folder(options.folder, target))
        old, faults = _old(options)
        wrong += faults
        answers = {name: str(given).strip() for name in ASKED if (given := getattr(options, name)) is not None}
        kept = _kept_answers(old) if old else {}
        can_ask = sys.stdin is not None and sys.stdin.isatty()
        if can_ask and not wrong and not _wrong_answers(answers, given=True):
            _ask(answers, kept)
        answers = {**kept, **answers}
        wrong += _wrong_answers(answers, given=False)
        if wrong:
            raise RefusedError("\n".join(wrong))
        told = make(target, answers, old)
    except RefusedError as error:
        print(f"Chưa tạo gì.\n{error}", file=sys.stderr)
        return 1
    print("\n".join(told))
    return 0


# -- what is asked, and what is wrong with it ------------------------------


def _wrong_folder(given: str, target: Path) -> Iterator[str]:
    if not given:
        yield "DIR: còn thiếu. Cần: thư mục của Kế hoạch mới, chưa có hoặc trống."
    elif target.is_dir() and not is_empty(target):
        yield f"DIR: {given} đã có và không trống. Cần: một thư mục chưa có, hoặc trống."
    elif target.exists() and not target.is_dir():
        yield f"DIR: {given} là một tệp. Cần: một thư mục chưa có, hoặc trống."


def _old(options: Namespace) -> tuple[Old | None, list[str]]:
    """The plan before, if one is named, and what is wrong with what was said of it."""
    wrong = []
    url = options.old_site or ""
    if url and not re.match(r"https?://[^/\s]+\S*$", url):
        wrong.append(f'--old-site: ghi là "{url}". Cần: địa chỉ bắt đầu bằng https:// hoặc http://.')
    if options.old is None:
        if url:
            wrong.append("--old-site: chỉ ghi cùng --from. Cần: thêm --from và thư mục của Kế hoạch trước.")
        return None, wrong
    root = options.old.absolute()
    if not (root / "data/plan.yaml").is_file():
        found = f"--from: {options.old} không có data/plan.yaml. Cần: thư mục của một Kế hoạch."
        return None, [*wrong, found]
    try:
        data, _ = load(root / "data")
    except FindingsError as error:
        lines = "\n".join(f"    {line}" for line in str(error).split("\n"))
        return None, [*wrong, f"--from: {options.old} có lỗi. Cần: sửa các lỗi này trước.\n{lines}"]
    asked = settings.read(root)
    return Old(data, asked.site_name or data.plan.short_title, url or asked.site_url), wrong


def _kept_answers(old: Old) -> dict[str, str]:
    """What the plan before says of who issues the next: the same body, of the same place."""
    plan = old.data.plan
    issuer = next((one for one in old.data.agencies if one.id == plan.agency), None)
    place = next((one for one in old.data.places if one.id == plan.place), None)
    found = {"issuer": issuer.name if issuer else "", "place": place.name if place else ""}
    if issuer and issuer.level in _LEVELS:
        found["level"] = _LEVELS[issuer.level][0]
    return {name: answer for name, answer in found.items() if answer}


def _ask(answers: dict[str, str], kept: Mapping[str, str]) -> None:
    """Ask at the terminal for what was not given; a blank answer takes what is in brackets."""
    for name, asked in ASKED.items():
        while name not in answers:
            default = f" [{kept[name]}]" if name in kept else f" (ví dụ: {asked.example})"
            try:
                answer = input(f"{asked.what}{default}: ").strip() or kept.get(name, "")
            except EOFError:
                return
            beside = {**answers, name: answer} if name in ("level", "place") else {}
            if wrong := asked.wrong(answer) or _wrong_place(beside):
                print(f"{_said(answer)}; {wrong}.")
            else:
                answers[name] = answer


def _said(answer: str) -> str:
    return f'Đang ghi "{answer}"' if answer else "Còn trống"


def _wrong_answers(answers: Mapping[str, str], *, given: bool) -> list[str]:
    """A line for each answer that cannot be, or is missing; `given`: of those alone that are there."""
    found = []
    for name, asked in ASKED.items():
        if name not in answers:
            if given:
                continue
            found.append(f"{asked.option}: còn thiếu. Cần: {asked.what}, ví dụ: {asked.example}.")
        elif wrong := asked.wrong(answers[name]):
            said = f'ghi là "{answers[name]}"' if answers[name] else "đang để trống"
            found.append(f"{asked.option}: {said}. {upper_first(wrong).replace('Cần ', 'Cần: ', 1)}.")
    if wrong := _wrong_place(answers):
        found.append(f'--place: ghi là "{answers["place"]}". {upper_first(wrong).replace("Cần ", "Cần: ", 1)}.')
    return found


def _wrong_place(answers: Mapping[str, str]) -> str:
    """What is wrong with the name of a place for the level; nothing where one of both is not known."""
    level, place = _level(answers.get("level", "")), answers.get("place", "")
    if not level or _wrong_words(place) or _begins(place, level):
        return ""
    word, begins = _LEVELS[level]
    return f"cần tên nơi ở cấp {word}, bắt đầu bằng: {', '.join(begins)}"


def _begins(place: str, level: Level) -> str:
    """The word before the name of a place: "xã" of "xã Bình Minh"."""
    return next((one for one in _LEVELS[level][1] if place.lower().startswith(f"{one} ")), "")


def _level(text: str) -> Level | None:
    said = fold(text).removeprefix("cap ").strip()
    return next((level for level, (word, _) in _LEVELS.items() if said in (fold(word), level.value)), None)


def _years(text: str) -> tuple[str, str] | None:
    found = re.fullmatch(r"(20\d\d)(?:\s*[-–]\s*(20\d\d))?", text)
    years = (found[1], found[2] or found[1]) if found else None
    return years if years and years[0] <= years[1] else None


# -- what is made -----------------------------------------------------------


def make(target: Path, answers: Mapping[str, str], old: Old | None = None) -> list[str]:
    """Make the folder; gives what a person is told. What there is of it before it is whole goes with a failure."""
    new_above = [one for one in target.parents if not one.exists()]
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".new-", dir=target.parent))
    try:
        plan = work / "plan"
        plan.mkdir()
        _write(plan, _known(answers, old), old)
        programme, _ = check(plan, with_pages=False)
        page_files.create_missing(programme, plan / "docs")
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
    return list(_told(target, answers, old, history))


def _known(answers: Mapping[str, str], old: Old | None) -> dict[str, Any]:
    """What the templates are filled with."""
    level, years = _level(answers["level"]), _years(answers["year"])
    assert level and years
    issuer, place = answers["issuer"], answers["place"]
    body: dict[str, Any] = {"id": _id(issuer), "name": issuer, "level": level.value}
    first, _, rest = issuer.partition(" ")
    in_full = f"{_IN_FULL[first]} {rest}" if first in _IN_FULL and rest else issuer
    if in_full != issuer:
        body["names"] = [in_full]
    begins = _begins(place, level)
    kind = _KINDS.get(begins, next(one for one in PlaceKind if one.value == level.value))
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
    if program := _program():
        words = str(program).replace("$", "$$").replace("#", "\\#")
        (plan / "engine.mk").write_text(f'PROGRAMME := "{words}"\n', encoding="utf-8", newline="\n")


def _program() -> Path | None:
    """The command `programme` of the environment that runs, if there is one."""
    found = Path(sys.executable).with_name("programme.exe" if os.name == "nt" else "programme")
    return found if found.is_file() else None


def engine() -> str:
    """Where the engine that runs comes from, in words: a checkout or a wheel, and which one."""
    (name, *_) = packages_distributions().get("programme", ["ke-hoach-giam-ngheo"])
    try:
        which = f"{name} {version(name)}"
    except PackageNotFoundError:
        which = name
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


def _told(target: Path, answers: Mapping[str, str], old: Old | None, history: str) -> Iterator[str]:
    yield f"Đã tạo {answers['name']} ở {target}"
    yield f"Tạo bằng {engine()}."
    yield history
    if old:
        yield f"Giữ từ “{old.name}”: cơ quan, nhóm, nơi, chữ viết tắt, thuật ngữ, lời tìm kiếm."
        if not old.url:
            yield "Trang Kế hoạch trước chưa có địa chỉ: điền ở neighbours trong mkdocs.yml của Kế hoạch mới."
        yield "Để trang Kế hoạch trước dẫn tới trang mới, thêm vào mkdocs.yml của nó:"
        yield "extra:\n  neighbours:"
        yield f"    - name: {as_yaml(answers['name'])}\n      url: https://… (địa chỉ của trang mới)"
    yield f"Việc tiếp theo: vào thư mục ấy, gõ {typed('serve')}; rồi nhập Kế hoạch theo README.md."
