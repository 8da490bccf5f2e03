"""Which form `data/` has, and how older data becomes that of today.

`form` in plan.yaml says it; data without it is of form 1. Each step leads from one
form to the next and changes texts, never records: what it does not mean stays as it
is, line by line. So old versions in the history are read too, one step after the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import yaml

from .. import whole
from ..command_words import typed
from .files import plan_files
from .findings import SPOILED, TAKE_BACK, Finding, FindingsError, shown
from .lexicon import lexicon
from .yaml_edit import Cuts, child, compose, items, values
from .yamlfile import Tree, read

PLAN, SEARCH = "plan.yaml", "search.yaml"
Texts = dict[str, str]
"""File below data/ -> its text."""
Step = Callable[[Texts], list[str]]
"""Changes texts to the next form; says in Vietnamese what it did."""


def _to_2(texts: Texts) -> list[str]:
    """The everyday words that the engine knows leave search.yaml; only what is the plan's own stays."""
    if SEARCH not in texts:
        return []
    text, gone = _without_lexicon(texts[SEARCH])
    if not gone:
        return []
    texts[SEARCH] = text
    return [f"data/{SEARCH}: bỏ {gone} cách nói và từ đệm mà bộ máy nay có sẵn cho mọi kế hoạch"]


STEPS: tuple[Step, ...] = (_to_2,)
"""From form 1 to 2, from 2 to 3 and so on."""
FORM = len(STEPS) + 1
"""The form that this engine reads."""


def fault(plan: Tree, name: str) -> Finding | None:
    """What is wrong with the form that plan.yaml says; nothing if it is that of today."""
    if not isinstance(plan.value, dict):
        return None  # said elsewhere
    said = plan.value.get("form")
    line = plan.line_of(("form",))
    if said is not None and not re.fullmatch(r"[1-9]\d{0,5}", str(said)):
        found = shown(said, 60) if isinstance(said, str) else "nhiều dòng"
        wanted = f"số {FORM}; dữ liệu chưa từng có dòng này thì bỏ dòng ấy rồi gõ {typed('upgrade')}"
        return Finding(name, line, f"ghi là {found}.", wanted, f"form: {FORM}", "form", "Plan")
    form = int(said or 1)
    if said is None and not {"short_title", "agency", "header"} & plan.value.keys():
        return Finding(name, 1, f"Không thấy các khóa của khung Kế hoạch. {SPOILED}", TAKE_BACK, cause=True)
    if form < FORM:
        noted = "" if said else " (chưa ghi form)"
        found = f"dữ liệu ở dạng {form}{noted}, bộ máy này đọc dạng {FORM}."
        wanted = f"gõ {typed('upgrade')}: lệnh ấy tự chuyển dữ liệu sang dạng {FORM}"
        return Finding(name, line, found, wanted, "", "form", "Plan")
    if form > FORM:
        found = f"dữ liệu ở dạng {form}, bộ máy này chỉ đọc tới dạng {FORM}."
        wanted = f"bộ máy mới hơn, đọc được dạng {form}: cài bộ máy mới rồi gõ {typed('check')}"
        wanted += f"; số này gõ nhầm thì ghi lại số {FORM}"
        return Finding(name, line, found, wanted, "", "form", "Plan")
    return None


def upgrade(data: Path) -> list[str]:
    """Bring the folder `data` to the form of today, all of it or nothing; says in Vietnamese what changed.

    Data of today is left alone. Raises `FindingsError` where a file cannot be read,
    or where the data is newer than this engine.
    """
    tree, found = read(data / PLAN, f"{data.name}/{PLAN}", data)
    if tree is None and found:
        raise FindingsError(found)
    wrong = fault(tree, f"{data.name}/{PLAN}") if tree else None
    if wrong is None:
        return []
    texts = {path.relative_to(data).as_posix(): _text(data, path) for path in plan_files(data)}
    before = dict(texts)
    form = _form(texts[PLAN])
    if form is None or form >= FORM:
        raise FindingsError([wrong])
    told = [one for step in STEPS[form - 1 :] for one in step(texts)]
    texts[PLAN] = _with_form(texts[PLAN])
    if _form(texts[PLAN]) != FORM:
        refused = "không thêm được dòng form vào tệp này."
        raise FindingsError([Finding(f"{data.name}/{PLAN}", 1, refused, "mỗi khóa một dòng", f"form: {FORM}")])
    changed = {data / name: text.encode() for name, text in texts.items() if text != before[name]}
    whole.write_all(dict(sorted(changed.items(), key=lambda one: one[0].name == PLAN)))  # what says the form comes last
    return [f"data/{PLAN}: ghi form: {FORM} ở đầu", *told]


def _text(data: Path, path: Path) -> str:
    """The text of a file that can be read as YAML, letter by letter as it stands there."""
    tree, found = read(path, path.relative_to(data.parent).as_posix(), data)
    if tree is None and found:
        raise FindingsError(found)
    return path.read_bytes().decode()


def _form(text: str) -> int | None:
    said = values(child(compose(text), "form"))
    if said is None:
        return 1
    return int(said) if isinstance(said, str) and re.fullmatch(r"[1-9]\d{0,5}", said) else None


def _with_form(text: str) -> str:
    """The text of plan.yaml with the form of today: as its first key, if it has none."""
    root = compose(text)
    if (there := child(root, "form")) is not None:
        return f"{text[: there.start_mark.index]}{FORM}{text[there.end_mark.index :]}"
    if root is None or root.flow_style or not root.value:
        return text
    first = root.value[0][0].start_mark.index
    newline = "\r\n" if "\r\n" in text else "\n"
    return f"{text[:first]}form: {FORM}{newline}{text[first:]}"


_LISTS = (("everyday", "say", "means"), ("pages", "aliases", "page"))
"""Lists of search.yaml: the key, the words of an entry, and what they lead to."""
_Said = set[tuple[str, str, str]]
"""Words with the list they stand in and what they lead to."""


def _without_lexicon(text: str) -> tuple[str, int]:
    """The text of search.yaml without what the lexicon has, and how many words went."""
    known = lexicon()
    ours = {
        *(("everyday", word, one.means) for one in known.everyday for word in one.say),
        *(("pages", word, one.page) for one in known.pages for word in one.aliases),
        *(("fillers", word, "") for word in known.fillers),
    }
    root, cuts = compose(text), Cuts(text)
    for key, words, of in _LISTS:
        whole = []
        for entry in items(child(root, key)):
            meant = str(values(child(entry, of)))
            gone = [one for one in items(child(entry, words)) if (key, str(one.value), meant) in ours]
            if gone and len(gone) == len(items(child(entry, words))):
                whole.append(entry)
            else:
                _take(cuts, entry, words, gone)
        _take(cuts, root, key, whole)
    fillers = items(child(root, "fillers"))
    _take(cuts, root, "fillers", [one for one in fillers if ("fillers", str(one.value), "") in ours])
    shorter = cuts.done()
    before = _said(text)
    if _said(shorter) != before - ours:  # an unusual way of writing: what stands twice does no harm
        return text, 0
    return shorter, len(before & ours)


def _take(cuts: Cuts, mapping: yaml.Node | None, key: str, gone: list[yaml.Node]) -> None:
    """Items out of the list under a key; with the last of them goes the key."""
    listed = child(mapping, key)
    if not gone or not isinstance(listed, yaml.SequenceNode) or not isinstance(mapping, yaml.MappingNode):
        return
    if len(gone) < len(listed.value):
        cuts.out_of(listed, gone)
    else:
        cuts.lines(next(name for name, _ in mapping.value if name.value == key), listed)


def _said(text: str) -> _Said:
    root = compose(text)
    found = {("fillers", str(one.value), "") for one in items(child(root, "fillers"))}
    for key, words, of in _LISTS:
        for entry in items(child(root, key)):
            found |= {(key, str(one.value), str(values(child(entry, of)))) for one in items(child(entry, words))}
    return found
