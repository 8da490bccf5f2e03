"""Random edits of the plans' files, and what must be true of each: `python tests/random_edits.py 2000 [SEED]`.

The data after is the data before and exactly the change; only lines of what is changed differ; every comment stays but
where the line of its words went; taken back, all bytes are as they were. Files are taken as they are, with lines as on
Windows and a byte order mark, without an end of the last line, and with comments at every third line.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from support import ROOT, SECOND, VAN_XUAN

from programme.edit import address, nodes, phrases
from programme.edit.transaction import Transaction

PLANS = (ROOT, SECOND, VAN_XUAN)
_WORDS = [
    "hộ",
    "nghèo;",
    "1.250",
    "triệu",
    "đồng,",
    "“đặc",
    "biệt”",
    "giai",
    "đoạn",
    "2021",
    "-",
    "2025:",
    "(nếu",
    "có)",
    "#",
    "xã's",
    '"3',
    'cứng"',
    "100%",
    "[a]",
    "{b}",
    "-",
    "&",
    "*",
    "!",
]
_MARKS: tuple[dict[str, Any], ...] = (
    {"money": {"source": "province"}},
    {"for_whom": [{"who": ["ho-ngheo"], "condition": "nếu có, và: còn"}]},
    {"roles": ["lead"], "bearers": ["ubnd-xa"]},
    {"timing": {"text": "trước 30/6", "end": "2026-06-30"}},
    {"reports": [{}]},
    {"indicator": {"id": "a-b", "name": "Số hộ, số người", "kind": "number", "unit": "%", "year": 2026}},
)
_OWN: tuple[dict[str, Any], ...] = ({"bearers": ["ubnd-xa"]}, {"projects": ["1"]}, {"note": "Ghi: “a”, b # c"})


class Edit(NamedTuple):
    """An edit that was made to a copy: of what kind, where, and what the file is to say."""

    kind: str
    file: str
    path: nodes.Path
    wanted: Any


def _spoken(rng: random.Random, count: int) -> str:
    return " ".join(rng.choice(_WORDS) for _ in range(count))


def _within(value: Any, path: nodes.Path = ()) -> Iterator[tuple[nodes.Path, Any]]:
    """Every value in a value, with its path."""
    yield path, value
    if isinstance(value, dict | list):
        for step, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _within(one, (*path, step))


def _text(rng: random.Random, edit: Transaction, file: str, value: Any) -> Edit | None:
    path, held = rng.choice([one for one in _within(value) if isinstance(one[1], str)])
    words = held.split(" ")
    place = rng.randrange(len(words) + 1)
    new = " ".join([*words[:place], _spoken(rng, rng.choice([1, 1, 3, 30])), *words[place + rng.randrange(2) :]])
    edit.set(file, path, new)
    return Edit("text", file, path, nodes.with_value(value, path, new))


def _key(rng: random.Random, edit: Transaction, file: str, value: Any) -> Edit | None:
    holders = [path for path, one in _within(value) if isinstance(one, dict)]
    if not holders:
        return None
    path = rng.choice(holders)
    key, new = rng.choice([pair for marks in (*_MARKS, *_OWN) for pair in marks.items()])
    edit.set(file, (*path, key), new)
    return Edit("key", file, path, nodes.with_value(value, (*path, key), nodes.as_texts(new)))


def _removed(rng: random.Random, edit: Transaction, file: str, value: Any) -> Edit | None:
    holders = [(path, one) for path, one in _within(value) if isinstance(one, dict | list) and len(one) > 1]
    path, held = rng.choice(holders)
    step = rng.choice(list(held) if isinstance(held, dict) else range(len(held)))
    edit.remove(file, (*path, step))
    left: Any = {key: one for key, one in held.items() if key != step} if isinstance(held, dict) else list(held)
    if isinstance(held, list):
        del left[step]
    return Edit("remove", file, path, nodes.with_value(value, path, left))


def _inserted(rng: random.Random, edit: Transaction, file: str, value: Any) -> Edit | None:
    lists = [(path, one) for path, one in _within(value) if isinstance(one, list) and one]
    if not lists:
        return None
    path, held = rng.choice(lists)
    place, like = rng.randrange(len(held) + 1), rng.choice(held)
    new = like if isinstance(like, dict | list) else _spoken(rng, rng.choice([1, 4, 40]))
    edit.insert(file, path, place, new)
    return Edit("insert", file, path, nodes.with_value(value, path, [*held[:place], new, *held[place:]]))


def _passage(rng: random.Random, file: str, value: Any) -> address.Place | None:
    found = [one for one in address.places({file: value}) if one.of == address.PASSAGE]
    return rng.choice(found) if found else None


def _marked(rng: random.Random, edit: Transaction, file: str, value: Any) -> Edit | None:
    place = _passage(rng, file, value)
    if place is None:
        return None
    count = place.words.count(" ") + 1
    first = rng.randrange(count)
    last = rng.randint(first + 1, min(count, first + 8))
    is_whole = rng.random() < 0.3
    ways = phrases.marked(
        edit.at(file, place.path), first, last, rng.choice(_OWN if is_whole else _MARKS), whole=is_whole
    )
    return _became(edit, "mark", place, value, rng.choice([*ways, None]))


def _joined(rng: random.Random, edit: Transaction, file: str, value: Any) -> Edit | None:
    place = _passage(rng, file, value)
    count = len(phrases.phrases_of(edit.at(file, place.path))) if place else 0
    if place is None or count < 2:
        return None
    first = rng.randrange(count - 1)
    try:
        new = phrases.joined(edit.at(file, place.path), first, rng.randint(first + 2, count))
    except nodes.EditError:
        return None
    return _became(edit, "join", place, value, new)


def _became(edit: Transaction, kind: str, place: address.Place, value: Any, new: Any) -> Edit | None:
    if new is None:
        return None
    assert phrases.text_of(new) == place.words, "the words are the same"
    edit.set(place.file, place.path, new)
    return Edit(kind, place.file, place.path, nodes.with_value(value, place.path, nodes.as_texts(new)))


_KINDS: tuple[Callable[[random.Random, Transaction, str, Any], Edit | None], ...] = (
    *(_text, _text, _key, _removed, _inserted),
    *(_marked, _marked, _marked, _joined),
)


def _noted(text: str, rng: random.Random) -> str:
    """A file with comments, tabs in them, above and behind many lines."""
    lines, folded = [], -1
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip())
        if folded >= 0 and line.strip() and indent > folded:
            lines.append(line)
            continue
        folded = indent if line.rstrip().endswith(">-") else -1
        if line.strip() and not line.strip().startswith("#"):
            if rng.random() < 0.3:
                lines.append(" " * indent + "#\tghi chú riêng")
            if rng.random() < 0.4 and " #" not in line:
                line += "   #\tcuối dòng"
        lines.append(line)
    noted = "\n".join(lines)
    assert nodes.plain(nodes.compose(noted)) == nodes.plain(nodes.compose(text))
    return noted


SPELLED: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda content: content,
    "as on Windows": lambda content: b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"),
    "without an end": lambda content: content.rstrip(b"\n"),
    "with comments": lambda content: _noted(content.decode(), random.Random(3)).encode(),
}


def faults(seed: int, data: Path, spelled: str) -> tuple[str, list[str]]:
    """The kind of a random edit in a folder ("" where none fits), and what is wrong with what became of it."""
    rng = random.Random(seed)
    path = rng.choice(sorted(data.rglob("*.yaml")))
    as_it_was, file = path.read_bytes(), path.relative_to(data).as_posix()
    before = SPELLED[spelled](as_it_was)
    path.write_bytes(before)
    edit = Transaction(data)
    made = rng.choice(_KINDS)(rng, edit, file, edit.value(file)) if edit.value(file) else None
    wrong: list[str] = []
    if made:
        written = edit.write()
        after = path.read_bytes()
        wrong += _wrong(made, before.decode("utf-8-sig"), after.decode("utf-8-sig"))
        if before[:3] == b"\xef\xbb\xbf" and (after[:3] != before[:3] or after.count(b"\n") != after.count(b"\r\n")):
            wrong.append("lines are not as on Windows any more")
        written.undo()
        if path.read_bytes() != before:
            wrong.append("not as it was when taken back")
    path.write_bytes(as_it_was)
    where = f"{spelled}, {seed}: {made.kind} {file} {made.path}" if made else ""
    return made.kind if made else "", [f"{where}: {one}" for one in wrong]


def _wrong(made: Edit, before: str, after: str) -> Iterator[str]:
    if nodes.plain(nodes.compose(after)) != made.wanted:
        yield "the data is not the data before and the change"
    old, new = before.split("\n"), after.split("\n")
    same = _alike(old, new)
    alike = _alike(old[same:][::-1], new[same:][::-1])
    first, last = _lines(before, made.path)
    if before != after and (same < first or len(old) - alike > last):
        yield f"lines {same + 1} to {len(old) - alike} differ, not only {first + 1} to {last}"
    lost = Counter(re.findall(r"#\t.*", before)) - Counter(re.findall(r"#\t.*", after))
    if lost and made.kind not in ("remove", "join"):
        yield f"comments are lost: {lost}"


def _alike(old: list[str], new: list[str]) -> int:
    """How many lines are the same from the first on."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def _lines(text: str, path: nodes.Path) -> tuple[int, int]:
    """The lines, from 0, on which the value at a path stands with its key or dash."""
    root = nodes.compose(text)
    node, holder = nodes.at(root, path), nodes.at(root, path[:-1])
    assert node
    start = node.start_mark.index
    if path and isinstance(path[-1], str) and holder:
        start = next(key for key, _ in holder.value if key.value == path[-1]).start_mark.index
    return text.count("\n", 0, start), text.count("\n", 0, nodes.end(text, node)) + 1


def all_faults(count: int, seed: int) -> tuple[Counter[str], list[str]]:
    """So many edits spread over the plans and ways of spelling: how many of each kind, and all faults."""
    kinds: Counter[str] = Counter()
    wrong: list[str] = []
    for number, plan in enumerate(PLANS):
        with tempfile.TemporaryDirectory() as made:
            data = Path(made) / "data"
            shutil.copytree(plan / "data", data)
            done = tried = 0
            while done < count // len(PLANS):
                tried += 1
                spelled = list(SPELLED)[tried % len(SPELLED)]
                kind, found = faults(seed * 1_000_000 + number * 100_000 + tried, data, spelled)
                done += bool(kind)
                kinds[kind] += bool(kind)
                wrong += [f"{plan.name}, {one}" for one in found]
    return +kinds, wrong


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    counted, found_wrong = all_faults(*(given + [60, 1][len(given) :]))
    print("\n".join([*found_wrong, f"{dict(counted)}: {len(found_wrong)} faults"]))
    sys.exit(bool(found_wrong))
