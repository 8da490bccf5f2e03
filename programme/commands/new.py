"""`programme new`: the folder of a new plan, which builds, is accepted and says nothing that nobody entered.

What is not given is asked for at a terminal (`new_answers`). All of it is made beside the folder's place and put there
when it is whole (`new_files`): after a failure, or Ctrl+C, nothing is left.
"""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..building.whole_site import is_empty
from ..command_words import typed
from ..load.findings import FindingsError
from ..load.loader import load
from ..pages import settings
from ..render.guide_examples import as_yaml
from .new_answers import ASKED, LEVELS, ask, wrong_answers
from .new_files import Old, engine, make


class RefusedError(Exception):
    """What was given cannot be: a line for each fault, with what was found and what is expected."""


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
        wrong = list(wrong_folder(options.folder, target))
        old, faults = _old(options)
        wrong += faults
        answers = {name: str(given).strip() for name in ASKED if (given := getattr(options, name)) is not None}
        kept = _kept_answers(old) if old else {}
        can_ask = sys.stdin is not None and sys.stdin.isatty()
        if can_ask and not wrong and not wrong_answers(answers, given=True):
            ask(answers, kept)
        answers = {**kept, **answers}
        wrong += wrong_answers(answers, given=False)
        if wrong:
            raise RefusedError("\n".join(wrong))
        told = _told(target, answers, old, make(target, answers, old))
    except RefusedError as error:
        print(f"Chưa tạo gì.\n{error}", file=sys.stderr)
        return 1
    print("\n".join(told))
    return 0


def wrong_folder(given: str, target: Path) -> Iterator[str]:
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
    if issuer and issuer.level in LEVELS:
        found["level"] = LEVELS[issuer.level][0]
    return {name: answer for name, answer in found.items() if answer}


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
    by_machine = typed("import FILE=TỆP DIR=THƯ_MỤC")
    yield f"Có văn bản ở dạng Word, PDF hay chữ thì để máy đọc, nhanh hơn nhập tay: {by_machine}."
