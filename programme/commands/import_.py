"""`programme import`: a document becomes the folder of a plan with draft data.

The folder is made as `programme new` makes one: beside its place, and put there when it is whole. Name, level, year,
issuer and place are read from the document or given as an option; what neither tells is asked for at a terminal, else
supposed and told as a doubt.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from .. import check, open_programme
from ..command_words import typed
from ..drafting import DOUBTS, FOLDER
from ..drafting.draft import LEFT_OVER, Result, make_draft, outlined
from ..drafting.facts import facts_of, supposed
from ..drafting.marks import mark
from ..drafting.second import CHANGES, NotTheDocumentError, read_again
from ..drafting.shape import Draft
from ..edit.nodes import EditError
from ..load.findings import Finding, FindingsError
from ..pages import nav, page_files
from ..reading import Document, UnreadableError, read
from . import say
from .new import RefusedError, wrong_folder
from .new_answers import ASKED, ask, level_of, wrong_answers, years_of
from .new_files import make


def options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", help="văn bản của Kế hoạch: .docx, .pdf, .doc hoặc .txt")
    parser.add_argument("--into", metavar="THƯ_MỤC", help="thư mục của Kế hoạch; chưa có, hoặc trống")
    parser.add_argument(
        "--again",
        action="store_true",
        help="văn bản là bản sau của Kế hoạch trong thư mục: giữ mọi đánh dấu ở lời không đổi, nêu chỗ đã đổi",
    )
    for name, asked in ASKED.items():
        told = f"{asked.what}, khi văn bản không nêu hoặc máy đọc sai; ví dụ: {asked.example}"
        parser.add_argument(asked.option, dest=name, help=told)


def run(options: Namespace) -> int:
    return _again(options) if options.again else _anew(options)


def _anew(options: Namespace) -> int:
    target = Path(options.into).absolute() if options.into else Path()
    file = Path(options.file)
    try:
        wrong = [*_wrong_file(options.file, file), *wrong_folder(options.into or "", target)]
        given = {name: str(value).strip() for name in ASKED if (value := getattr(options, name)) is not None}
        wrong += wrong_answers(given, given=True)
        if wrong:
            raise RefusedError("\n".join(wrong))
        document = read(file)
        draft = outlined(document)
        answers = _answers(given, draft, file)
        made: list[Result] = []
        history = make(target, answers, fill=lambda plan: made.append(_fill(plan, file, document, draft, answers)))
    except (RefusedError, UnreadableError) as error:
        print(f"Chưa tạo gì.\n{error}", file=sys.stderr)
        return 1
    print("\n".join(_told(target, answers, made[0], history)))
    return 0


def _again(options: Namespace) -> int:
    """A second version, read into the folder of the plan."""
    plan, file = Path(options.into).absolute() if options.into else options.root, Path(options.file)
    try:
        wrong = [*_wrong_file(options.file, file)]
        if not (plan / "data/plan.yaml").is_file():
            wrong.append(f"--again: {plan} không có data/plan.yaml. Cần: thư mục của một Kế hoạch.")
        if wrong:
            raise RefusedError("\n".join(wrong))
        open_programme(plan, with_pages=False)  # what is wrong already is mended first
        changes = read_again(read(file), file, plan, mark)
    except (RefusedError, UnreadableError, EditError, NotTheDocumentError) as error:
        print(f"Chưa sửa gì.\n{error}", file=sys.stderr)
        return 1
    print(f"Giữ nguyên {changes.kept} câu, đoạn cùng phần đánh dấu.")
    print(f"Đã đổi lời: {len(changes.changed)}. Mới có: {len(changes.new)}. Không còn: {len(changes.gone)}.")
    print(f"Từng câu: {FOLDER}/{CHANGES}.")
    try:
        programme = open_programme(plan, with_pages=False)
    except FindingsError as error:
        print("Dữ liệu nay có chỗ cần người sửa:")
        return say(error.findings)
    nav.show(plan, page_files.create_missing(programme, plan / "docs"))
    print(f"Việc tiếp theo: {typed('questions')} nếu có câu hỏi; {typed('pages')}, {typed('check')}, {typed('save')}.")
    return 0


def _wrong_file(given: str, file: Path) -> Iterator[str]:
    if not given:
        yield "FILE: còn thiếu. Cần: tệp văn bản của Kế hoạch."
    elif file.is_dir():
        yield f"FILE: {given} là một thư mục. Cần: một tệp .docx, .pdf, .doc hoặc .txt."
    elif not file.exists():
        yield f"FILE: không có tệp {given}. Cần: một tệp .docx, .pdf, .doc hoặc .txt."


def _answers(given: Mapping[str, str], draft: Draft, file: Path) -> dict[str, str]:
    """What is known of the plan: what was given, then what the document tells, then what a person answers; with
    nobody to answer, what can be supposed."""
    read_ones = {name: value for name, value in facts_of(draft).items() if name not in given}
    if wrong_answers({**read_ones, **given}, given=True):  # what was read is wrong, or does not go together
        read_ones = {name: value for name, value in read_ones.items() if name in ("name", "year")}
    answers = {**read_ones, **given}
    if sys.stdin is not None and sys.stdin.isatty():
        ask(answers, {})
    else:
        answers |= supposed(answers, draft, file)
    if wrong := wrong_answers(answers, given=False):
        raise RefusedError("\n".join(wrong))
    return answers


def _fill(plan: Path, file: Path, document: Document, draft: Draft, answers: Mapping[str, str]) -> Result:
    level, years = level_of(answers["level"]), years_of(answers["year"])
    assert level and years
    facts = {**answers, "level": level.value, "start": years[0], "end": years[1]}

    def wrong() -> list[Finding]:
        try:
            check(plan, with_pages=False)
        except FindingsError as error:
            return list(error.findings)
        return []

    return make_draft(document, file, plan, facts, mark, wrong, draft)


def _told(target: Path, answers: Mapping[str, str], made: Result, history: str) -> Iterator[str]:
    yield f"Đã tạo bản nháp {answers['name']} ở {target}"
    yield f"Lời văn: {made.words} chữ, đủ và đúng thứ tự; {made.sections} mục, trong đó {made.projects} dự án."
    yield f"Câu hỏi chờ trả lời: {made.questions}. Chỗ máy chưa chắc: {len(made.doubts)} (xem {FOLDER}/{DOUBTS})."
    if made.left_over:
        yield f"Dòng không thuộc lời văn (nét kẻ, số trang …): {len(made.left_over)} (xem {FOLDER}/{LEFT_OVER})."
    yield history
    opens = f"gõ {typed('serve')} (hoặc bấm đúp mo-trang-sua)"
    yield f"Việc tiếp theo: vào thư mục ấy, {opens} để mở trang trong trình duyệt."
    then = f", trả lời {made.questions} câu hỏi chờ ở đầu trang sửa" if made.questions else ""
    yield f"Ở đó bấm “Sửa trang này”{then}; chỗ máy hiểu sai thì bấm vào câu mà sửa."
