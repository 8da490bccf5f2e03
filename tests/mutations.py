"""Ways to spoil a plan in its folder: what hands, programs and pasted texts do to files. Each kind has a name.

A structural kind changes what the data is made of (files, ids, items) or puts foreign letters and markup into
texts; the others spoil bytes, lines and single values.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml
from markup import KINDS as MARKUP
from written import ENDS, SIGNS

IDS = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
JUNK = (
    "",
    "~",
    "null",
    "no",
    "010",
    "12:30",
    "1.000",
    "2023-1-5",
    "[]",
    "{}",
    "[[]]",
    "- -",
    "&a",
    "*a",
    "!!str x",
    "---",
    "<script>",
    "{{ 1 }}",
    "\t",
    "\0",
    "\u200b",
    "\U0001f600",
    "é" * 500,
    "9" * 400,
    "-1",
    "[" * 60,
    "{a: " * 50,
    '"',
    "'",
    ": ",
    "# ",
    "true",
    "999999999999 tỷ đồng",
    "0 đồng",
    "1,5,5 triệu đồng",
    "A" * 3000,
    "../../etc",
    "ho-ngheo",
    "phong-kinh-te",
    "II.2.1.d",
)
SCRIPTS = {
    "cyrillic": "Нужна помощь",
    "greek": "Βοήθεια φτωχών",
    "han": "贫困户",
    "hangul": "가난한 가구",
    "arabic": "الأسر الفقيرة",
    "hebrew": "משפחות עניות",
    "thai": "ครัวเรือนยากจน",
    "khmer": "គ្រួសារក្រីក្រ",
    "devanagari": "गरीब परिवार",
    "emoji": "hộ nghèo 👨‍👩‍👧 ✓ ☐ ➢",
    "full_width": "Ｈộ ｎｇｈèｏ",
    "mathematical": "𝐇𝐨̣̂ 𝐧𝐠𝐡𝐞̀𝐨",
    "ligatures": "ﬁnance ﬂow Ǆ ĳ",
    "numerals": "Ⅳ ④ ٣ ३ ３",
    "piled_marks": "hộ" + "\u0301" * 40,
    "icelandic_d": "Ðồng bào",
    "private_use": "\ue000\uf0b7 hộ nghèo",
    "replaced": "h\ufffd ngh\ufffdo",
}
UNSEEN = {
    "bidi": "\u202egnol\u202c \u2067hộ\u2069 \u200f",
    "zero_width": "hộ\u200bng\u200chè\u200do\u2060\ufeff",
    "soft_hyphen": "ng\u00adhèo",
    "blanks": "\u3164\u1160\u034f\u17b4\ufe0f",
    "controls": "\x07\x1b[31m\x85\x9f",
    "other_spaces": "3\u00a0051\u202ftriệu\u2009đồng\u3000",
    "line_ends": "một\u2028hai\u2029ba\x0bbốn\x0c",
    "tags": "\U000e0041\U000e007f",
    "blank_name": " ",
}
_STARTS = ("<script>", "**đậm**", "{{ 7", "#emph", "key: value", "“ngoặc”")
_HTML, _MARKDOWN, _JINJA, _TYPST, _TABLES, _LAST = (
    next(at for at, kind in enumerate(MARKUP) if kind.startswith(start)) for start in _STARTS
)
MARKED = {
    "html": MARKUP[_HTML:_MARKDOWN],
    "markdown": MARKUP[_MARKDOWN:_JINJA],
    "jinja": MARKUP[_JINJA:_TYPST],
    "typst": MARKUP[_TYPST:_TABLES],
    "yaml_and_tables": MARKUP[_TABLES:_LAST],
}


class Unfit(Exception):
    """This plan, or what an earlier mutation left of it, has no place for the mutation."""


@dataclass(frozen=True)
class Kind:
    """`change` spoils the plan in a folder and says where it did."""

    name: str
    structural: bool
    change: Callable[[Random, Path], str]


def _files(root: Path) -> list[Path]:
    """The files of the data, in one order on every machine."""
    found = sorted(path for path in (root / "data").rglob("*.yaml") if path.is_file())
    if not found:
        raise Unfit
    return found


def _one(random: Random, found: list[Any]) -> Any:
    if not found:
        raise Unfit
    return random.choice(found)


def _two(random: Random, found: list[Any]) -> list[Any]:
    if len(found) < 2:
        raise Unfit
    return random.sample(found, 2)


# Bytes, lines and single values of one file


def _in_bytes(change: Callable[[Random, bytes], bytes]) -> Callable[[Random, Path], str]:
    def spoil(random: Random, root: Path) -> str:
        path = random.choice(_files(root))
        raw = path.read_bytes()
        if not raw.strip():
            raise Unfit
        path.write_bytes(change(random, raw))
        return str(path.relative_to(root))

    return spoil


def _in_text(change: Callable[[Random, str], str]) -> Callable[[Random, Path], str]:
    def change_bytes(random: Random, raw: bytes) -> bytes:
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            raise Unfit from None
        return change(random, text).encode("utf-8", errors="surrogatepass")

    return _in_bytes(change_bytes)


def _cut_bytes(random: Random, raw: bytes) -> bytes:
    start = random.randrange(len(raw))
    return raw[:start] + raw[start + random.randrange(1, 200) :]


def _flip_bytes(random: Random, raw: bytes) -> bytes:
    changed = bytearray(raw)
    for _ in range(random.randrange(1, 6)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _swap_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    a, b = random.randrange(len(lines)), random.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "\n".join(lines)


def _repeat_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    start = random.randrange(len(lines))
    end = start + random.randrange(1, 20)
    return "\n".join(lines[:end] + lines[start:end] * random.randrange(1, 4) + lines[end:])


def _line_gone(random: Random, text: str) -> str:
    lines = text.split("\n")
    del lines[random.randrange(len(lines))]
    return "\n".join(lines)


def _reindent(random: Random, text: str) -> str:
    lines = text.split("\n")
    place = random.randrange(len(lines))
    lines[place] = " " * random.randrange(0, 12) + lines[place].lstrip()
    return "\n".join(lines)


def _tabs(random: Random, text: str) -> str:
    lines = text.split("\n")
    place = random.randrange(len(lines))
    lines[place] = lines[place].replace("  ", "\t")
    return "\n".join(lines)


def _value(change: Callable[[Random, str], str]) -> Callable[[Random, Path], str]:
    """Change the rest of one line behind its key or its dash."""

    def spoil(random: Random, text: str) -> str:
        found = _one(random, list(re.finditer(r"(?<=: ).+|(?<=- )[^:\n]+$", text, re.MULTILINE)))
        return text[: found.start()] + change(random, found[0]) + text[found.end() :]

    return _in_text(spoil)


def _swap_values(random: Random, text: str) -> str:
    one, two = sorted(_two(random, list(re.finditer(r"(?<=: ).+", text))), key=lambda found: found.start())
    return text[: one.start()] + two[0] + text[one.end() : two.start()] + one[0] + text[two.end() :]


def _rename_key(random: Random, text: str) -> str:
    keys = list(re.finditer(r"\w+(?=:)", text))
    found = _one(random, keys)
    return text[: found.start()] + random.choice(keys)[0] + text[found.end() :]


def _typo_in_key(random: Random, text: str) -> str:
    found = _one(random, list(re.finditer(r"\w\w+(?=:)", text)))
    return text[: found.start() + 1] + text[found.start() + 2 :]


def _encoded(encoding: str) -> Callable[[Random, Path], str]:
    def change(random: Random, raw: bytes) -> bytes:
        return raw.decode(errors="replace").encode(encoding, errors="replace")

    return _in_bytes(change)


# One place of the tree that a file holds


Place = tuple[Any, Any]


def _places(value: Any) -> Iterator[Place]:
    """Every place of a tree, as what holds it and the key or index there."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in steps:
        yield value, step
        yield from _places(child)


def _in_tree(change: Callable[[Random, list[Place]], object]) -> Callable[[Random, Path], str]:
    """Change one file's tree, given all its places."""

    def spoil(random: Random, root: Path) -> str:
        path = random.choice(_files(root))
        try:
            tree = yaml.load(path.read_bytes(), yaml.BaseLoader)
        except (yaml.YAMLError, UnicodeDecodeError):
            raise Unfit from None
        change(random, list(_places(tree)))
        path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8")
        return str(path.relative_to(root))

    return spoil


def _at(places: list[Place], fits: Callable[[Any], bool]) -> list[Place]:
    return [(holder, step) for holder, step in places if fits(holder[step])]


def _is_text(value: Any) -> bool:
    """Words, not an id, a number or a date."""
    return isinstance(value, str) and (" " in value or not value.isascii())


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and bool(IDS.fullmatch(value))


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and len(value) > 1


def _texts(change: Callable[[Random, str], str], every: bool = False) -> Callable[[Random, Path], str]:
    """Change one text of a file, or each."""

    def spoil(random: Random, places: list[Place]) -> None:
        found = _at(places, _is_text)
        for holder, step in found if every else [_one(random, found)]:
            holder[step] = change(random, holder[step])

    return _in_tree(spoil)


def _with(choices: tuple[str, ...]) -> Callable[[Random, str], str]:
    """Put one of these before, into or behind a text, or in its place."""

    def change(random: Random, text: str) -> str:
        more, place = random.choice(choices), random.randrange(len(text) + 1)
        into = f"{text[:place]}{more}{text[place:]}"
        return random.choice((f"{more} {text}", f"{text} {more}", into, more))

    return change


def _drop(random: Random, places: list[Place]) -> None:
    holder, step = _one(random, places)
    del holder[step]


def _replace(fits: Callable[[Any], bool], new: Callable[[Any], Any]) -> Callable[[Random, list[Place]], None]:
    def change(random: Random, places: list[Place]) -> None:
        holder, step = _one(random, _at(places, fits))
        holder[step] = new(holder[step])

    return change


def _key_moved(random: Random, places: list[Place]) -> None:
    """A key with what it holds goes into another mapping."""
    (one, step), (other, _) = _two(random, [(holder, step) for holder, step in places if isinstance(holder, dict)])
    value = one.pop(step, None)
    other[step] = value


def _key_copied(random: Random, places: list[Place]) -> None:
    (one, step), (other, _) = _two(random, [(holder, step) for holder, step in places if isinstance(holder, dict)])
    other[step] = one[step]


def _item_doubled(random: Random, places: list[Place]) -> None:
    holder, step = _one(random, [(holder, step) for holder, step in places if isinstance(holder, list)])
    holder.insert(random.randrange(len(holder) + 1), holder[step])


def _item_moved(random: Random, places: list[Place]) -> None:
    holder, step = _one(random, [(holder, step) for holder, step in places if _is_list(holder)])
    holder.insert(random.randrange(len(holder)), holder.pop(step))


def _item_elsewhere(random: Random, places: list[Place]) -> None:
    (one, step), (other, _) = _two(random, [(holder, step) for holder, step in places if isinstance(holder, list)])
    other.append(one.pop(step) if step < len(one) else other)


def _list_reversed(random: Random, places: list[Place]) -> None:
    holder, step = _one(random, _at(places, _is_list))
    holder[step].reverse()


def _branches_swapped(random: Random, places: list[Place]) -> None:
    found = _at(places, lambda value: isinstance(value, dict | list))
    (one, here), (other, there) = _two(random, found)
    if here in (key for _, key in _places(other[there])) or there in (key for _, key in _places(one[here])):
        raise Unfit  # one may stand inside the other
    one[here], other[there] = other[there], one[here]


def _same_key_swapped(random: Random, places: list[Place]) -> None:
    """Two values of one key change places: two names, two numbers, two lists of bearers."""
    holder, step = _one(random, [(holder, step) for holder, step in places if isinstance(holder, dict)])
    others = [(one, key) for one, key in places if key == step and one is not holder and isinstance(one, dict)]
    other, _ = _one(random, others)
    holder[step], other[step] = other[step], holder[step]


def _text_of_another(random: Random, places: list[Place]) -> None:
    (one, here), (other, there) = _two(random, _at(places, _is_text))
    one[here] = other[there]


def _defined(places: list[Place]) -> list[Place]:
    return [(holder, step) for holder, step in places if step == "id" and isinstance(holder, dict)]


def _named(places: list[Place]) -> list[Place]:
    """Where ids stand that are defined elsewhere."""
    return [(holder, step) for holder, step in _at(places, _is_id) if step != "id"]


def _ids_swapped(random: Random, places: list[Place]) -> None:
    (one, _), (other, _) = _two(random, _defined(places))
    one["id"], other["id"] = other["id"], one["id"]


def _id_doubled(random: Random, places: list[Place]) -> None:
    (one, _), (other, _) = _two(random, _defined(places))
    one["id"] = other["id"]


def _id_renamed(random: Random, places: list[Place]) -> None:
    holder, _ = _one(random, _defined(places))
    holder["id"] = f"{holder['id']}-moi"


def _ids_exchanged(random: Random, places: list[Place]) -> None:
    (one, here), (other, there) = _two(random, _named(places))
    one[here], other[there] = other[there], one[here]


def _id_named_twice(random: Random, places: list[Place]) -> None:
    holder, step = _one(random, [(holder, step) for holder, step in _named(places) if isinstance(holder, list)])
    holder.append(holder[step])


def _id_of_another_kind(random: Random, root: Path) -> str:
    """In the place of an id stands one that another file defines."""
    other = random.choice(_files(root))
    ids = re.findall(r"\bid: ([a-z0-9-]+)", other.read_text(encoding="utf-8", errors="replace"))
    new = _one(random, ids)

    def change(random: Random, places: list[Place]) -> None:
        holder, step = _one(random, _named(places))
        holder[step] = new

    return _in_tree(change)(random, root)


def _renamed_everywhere(random: Random, root: Path) -> str:
    """An id gets another name in all files, as a careful hand would do it."""
    path = random.choice(_files(root))
    old = _one(random, re.findall(r"\bid: ([a-z0-9-]+)", path.read_text(encoding="utf-8", errors="replace")))
    for each in _files(root):
        text = each.read_text(encoding="utf-8", errors="replace")
        each.write_text(re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", f"{old}-2", text), encoding="utf-8")
    return old


def _inside_itself(random: Random, places: list[Place]) -> None:
    """A copy of an item stands in a list inside the item."""
    found = [(holder, step) for holder, step in places if isinstance(holder, list) and isinstance(holder[step], dict)]
    holder, step = _one(random, found)
    lists = [value for value in holder[step].values() if isinstance(value, list)]
    _one(random, lists).append(yaml.safe_load(yaml.safe_dump(holder[step])))


# Whole files


def _gone(random: Random, root: Path) -> str:
    path = random.choice(_files(root))
    path.unlink()
    return str(path.relative_to(root))


def _cut_at_a_line(random: Random, text: str) -> str:
    lines = text.split("\n")
    return "\n".join(lines[: random.randrange(1, max(2, len(lines)))]) + "\n"


def _first_lines_gone(random: Random, text: str) -> str:
    lines = text.split("\n")
    return "\n".join(lines[random.randrange(1, max(2, len(lines))) :])


def _emptied(random: Random, root: Path) -> str:
    path = random.choice(_files(root))
    path.write_text(random.choice(("", "\n", "# trống\n", "[]\n", "{}\n", "---\n")), encoding="utf-8")
    return str(path.relative_to(root))


def _files_swapped(random: Random, root: Path) -> str:
    one, other = _two(random, _files(root))
    a, b = one.read_bytes(), other.read_bytes()
    one.write_bytes(b)
    other.write_bytes(a)
    return f"{one.relative_to(root)} {other.relative_to(root)}"


def _file_doubled(random: Random, root: Path) -> str:
    path = random.choice(_files(root))
    shutil.copy(path, path.with_name(f"{path.stem}-ban-sao.yaml"))
    return str(path.relative_to(root))


def _file_moved(random: Random, root: Path) -> str:
    path = random.choice(_files(root))
    projects = root / "data/projects"
    target = root / "data" if path.parent == projects else projects
    target.mkdir(exist_ok=True)
    shutil.move(path, target / path.name)
    return str(path.relative_to(root))


def _joined(random: Random, root: Path) -> str:
    """One file stands twice in itself, or behind another."""
    one, other = random.choice(_files(root)), random.choice(_files(root))
    one.write_bytes(one.read_bytes() + b"\n" + other.read_bytes())
    return str(one.relative_to(root))


def _folder_gone(random: Random, root: Path) -> str:
    shutil.rmtree(root / random.choice(("data/projects", "data", "docs")), ignore_errors=True)
    return "folder"


def _file_is_a_folder(random: Random, root: Path) -> str:
    path = random.choice(_files(root))
    path.unlink()
    path.mkdir()
    return str(path.relative_to(root))


def _stray(random: Random, root: Path) -> str:
    name = random.choice(
        (
            "._plan.yaml",
            ".#plan.yaml",
            "desktop.ini",
            "Thumbs.db",
            "plan.yaml~",
            "~$plan.docx",
            "a.yml",
            "plan (1).yaml",
            "projects/ghi-chu.txt",
            ".DS_Store",
            "mới.yaml",
            "x/y.yaml",
        )
    )
    path = root / "data" / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(random.choice((b"", b"\0\1\2\xff", b"- a: b\n")))
    return name


def _page(change: Callable[[Random, Path, str], object]) -> Callable[[Random, Path], str]:
    def spoil(random: Random, root: Path) -> str:
        path = _one(random, sorted((root / "docs").rglob("*.md")))
        change(random, path, path.read_text(encoding="utf-8"))
        return str(path.relative_to(root))

    return spoil


def _page_of_another(random: Random, path: Path, text: str) -> None:
    other = _one(random, sorted(path.parent.glob("*.md")))
    path.write_bytes(other.read_bytes())


def _more_on_a_page(random: Random, path: Path, text: str) -> None:
    more = random.choice(
        (
            '{{ project("khong-co") }}',
            "{{ 1/0 }}",
            "{% if %}",
            "{{ khong_co }}",
            "<script>1</script>",
            "Ghi chú của cán bộ: hỏi Phòng Kinh tế.",
            "[x](khong-co.md)",
            "[x](/du-an/khong-co)",
            "---\ntitle: [\n---",
            "## Ghi chú\n\n- một\n- hai",
            "\x00",
            "![x](https://x.example/a.png)",
        )
    )
    path.write_text(f"{text}\n{more}\n", encoding="utf-8")


def _settings(random: Random, root: Path) -> str:
    path = root / "mkdocs.yml"
    return _in_settings(random, path, random.choice((_line_gone, _reindent, _swap_lines, _typo_in_key)))


def _in_settings(random: Random, path: Path, change: Callable[[Random, str], str]) -> str:
    path.write_text(change(random, path.read_text(encoding="utf-8")), encoding="utf-8")
    return path.name


def _addresses(random: Random, root: Path) -> str:
    lines = ("du-an/khong-co", "../x", "du-an/3-2", "", "co-quan/\u200bx", "https://x.example/")
    with (root / "released.txt").open("a", encoding="utf-8") as file:
        file.write(f"{random.choice(lines)}\n")
    return "released.txt"


def _digit(random: Random, text: str) -> str:
    found = _one(random, list(re.finditer(r"\d", text)))
    return f"{text[: found.start()]}{random.choice('0123456789')}{text[found.end() :]}"


def _digits_of(change: Callable[[Random, str], str]) -> Callable[[Random, Path], str]:
    """Change one text of a file that has a number."""

    def spoil(random: Random, places: list[Place]) -> None:
        numbered = _at(places, lambda value: isinstance(value, str) and any(map(str.isdigit, value)))
        holder, step = _one(random, numbered)
        holder[step] = change(random, holder[step])

    return _in_tree(spoil)


def _at_a_number(signs: tuple[str, ...], after: bool) -> Callable[[Random, str], str]:
    def change(random: Random, text: str) -> str:
        pattern = r"\d[\d.,]*(?: (?:nghìn|triệu|tỷ))?(?: đồng)?" if after else r"\d[\d.,]*"
        found = _one(random, list(re.finditer(pattern, text)))
        place = found.end() if after else found.start()
        return f"{text[:place]}{random.choice(signs)}{text[place:]}"

    return change


def _other_number(random: Random, text: str) -> str:
    numbers = (
        "0",
        "-5",
        "1,5",
        "1.000.000.000.000",
        "010",
        "3.14",
        "1/2",
        "2023-02-31",
        "31/12/2022",
        "2099-01-01",
        "½",
    )
    return re.sub(r"\d[\d.,/-]*", lambda _: random.choice(numbers), text, count=1)


def _words(change: Callable[[Random, list[str]], list[str]]) -> Callable[[Random, str], str]:
    def spoil(random: Random, text: str) -> str:
        return " ".join(change(random, text.split(" ")))

    return spoil


def _word_gone(random: Random, words: list[str]) -> list[str]:
    gone = random.randrange(len(words))
    return words[:gone] + words[gone + 1 :]


def _words_swapped(random: Random, words: list[str]) -> list[str]:
    at = random.randrange(len(words))
    return [*words[:at], *reversed(words[at : at + 2]), *words[at + 2 :]]


def _letter_gone(random: Random, text: str) -> str:
    at = random.randrange(len(text)) if text else 0
    return text[:at] + text[at + 1 :]


def _without_marks(random: Random, text: str) -> str:
    bare = "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
    return bare.replace("đ", "d").replace("Đ", "D")


def _marks_lost(random: Random, text: str) -> str:
    return "".join(one if one.isascii() else "?" for one in text)


STRUCTURAL = {
    "file gone": _gone,
    "file cut at a line": _in_text(_cut_at_a_line),
    "first lines gone": _in_text(_first_lines_gone),
    "file emptied": _emptied,
    "files swapped": _files_swapped,
    "file doubled": _file_doubled,
    "file in another folder": _file_moved,
    "two files in one": _joined,
    "folder gone": _folder_gone,
    "folder in the place of a file": _file_is_a_folder,
    "stray file": _stray,
    "page gone": _page(lambda _, path, __: path.unlink()),
    "page of another": _page(_page_of_another),
    "more on a page": _page(_more_on_a_page),
    "settings": _settings,
    "other addresses": _addresses,
    "ids swapped": _in_tree(_ids_swapped),
    "id doubled": _in_tree(_id_doubled),
    "id renamed": _in_tree(_id_renamed),
    "id renamed everywhere": _renamed_everywhere,
    "named ids exchanged": _in_tree(_ids_exchanged),
    "id named twice": _in_tree(_id_named_twice),
    "id of another kind": _id_of_another_kind,
    "item doubled": _in_tree(_item_doubled),
    "item moved": _in_tree(_item_moved),
    "item in another list": _in_tree(_item_elsewhere),
    "list reversed": _in_tree(_list_reversed),
    "list emptied": _in_tree(_replace(_is_list, lambda _: [])),
    "branches swapped": _in_tree(_branches_swapped),
    "values of a key swapped": _in_tree(_same_key_swapped),
    "key moved": _in_tree(_key_moved),
    "key copied": _in_tree(_key_copied),
    "branch gone": _in_tree(_drop),
    "item inside itself": _in_tree(_inside_itself),
    "text for a list": _in_tree(_replace(lambda value: isinstance(value, list), lambda _: "một, hai")),
    "list for a text": _in_tree(_replace(_is_text, lambda text: [text])),
    "mapping for a text": _in_tree(_replace(_is_text, lambda text: {"text": text})),
    "text for a mapping": _in_tree(_replace(lambda value: isinstance(value, dict), lambda _: "x")),
    **{f"{name} in a text": _texts(_with((text,))) for name, text in {**SCRIPTS, **UNSEEN}.items()},
    **{f"{name} in every text": _texts(_with((text,)), every=True) for name, text in {**SCRIPTS, **UNSEEN}.items()},
    **{f"markup of {name} in a text": _texts(_with(kinds)) for name, kinds in MARKED.items()},
    **{f"markup of {name} in every text": _texts(_with(kinds), every=True) for name, kinds in MARKED.items()},
}
PLAIN = {
    "bytes cut": _in_bytes(_cut_bytes),
    "bytes flipped": _in_bytes(_flip_bytes),
    "lines swapped": _in_text(_swap_lines),
    "lines repeated": _in_text(_repeat_lines),
    "line gone": _in_text(_line_gone),
    "line indented": _in_text(_reindent),
    "tabs": _in_text(_tabs),
    "junk for a value": _value(lambda random, _: random.choice(JUNK)),
    "junk behind a value": _value(lambda random, value: f"{value} {random.choice(JUNK)}"),
    "quote left open": _value(lambda random, value: f'"{value}'),
    "colon in a value": _value(lambda _, value: f"{value}: x"),
    "value gone": _value(lambda random, _: ""),
    "values swapped": _in_text(_swap_values),
    "key renamed": _in_text(_rename_key),
    "letter of a key gone": _in_text(_typo_in_key),
    "lines of Windows": _in_bytes(lambda _, raw: raw.replace(b"\n", b"\r\n")),
    "lines of old Macs": _in_bytes(lambda _, raw: raw.replace(b"\n", b"\r")),
    "byte order mark": _encoded("utf-8-sig"),
    "UTF-16": _encoded("utf-16"),
    "Windows-1258": _encoded("cp1258"),
    "letters with marks lost": _encoded("ascii"),
    "decomposed letters": _in_text(lambda _, text: unicodedata.normalize("NFD", text)),
    "another digit": _digits_of(_digit),
    "another number": _digits_of(_other_number),
    "sign before a number": _digits_of(_at_a_number(SIGNS, after=False)),
    "more behind an amount": _digits_of(_at_a_number(ENDS, after=True)),
    "zero behind a number": _digits_of(_at_a_number(("0", "00", ".000", ",5"), after=True)),
    "text of one letter": _texts(lambda random, _: random.choice("aĐ1.-")),
    "empty text": _texts(lambda *_: ""),
    "very long text": _texts(lambda random, text: text * random.choice((3, 30))),
    "one long word": _texts(lambda _, text: text.replace(" ", "")),
    "capitals": _texts(lambda _, text: text.upper()),
    "small letters": _texts(lambda _, text: text.lower()),
    "word gone": _texts(_words(_word_gone)),
    "words swapped": _texts(_words(_words_swapped)),
    "letter gone": _texts(_letter_gone),
    "word doubled": _texts(lambda _, text: f"{text} {text.split(' ')[-1]}"),
    "no marks": _texts(_without_marks),
    "question marks": _texts(_marks_lost),
    "marks lost everywhere": _texts(_marks_lost, every=True),
    "capitals everywhere": _texts(lambda _, text: text.upper(), every=True),
    "spaces": _texts(
        lambda random, text: random.choice((f" {text}", f"{text} ", text.replace(" ", "  "), f"\n{text}\n\n"))
    ),
    "punctuation": _texts(
        lambda random, text: random.choice((f"{text.rstrip('.')};", text.rstrip(".,;:"), f"{text}..", f"({text}"))
    ),
    "text of another place": _in_tree(_text_of_another),
}
KINDS = tuple(Kind(name, True, change) for name, change in STRUCTURAL.items()) + tuple(
    Kind(name, False, change) for name, change in PLAIN.items()
)


def spoil(random: Random, root: Path, first: Kind) -> list[str]:
    """Spoil a plan with a kind, and now and then with one or two more; what was done, and where."""
    done = []
    for kind in (first, *random.sample(KINDS, random.choice((0, 0, 0, 1, 2)))):
        try:
            done.append(f"{kind.name}: {kind.change(random, root)}")
        except Unfit:
            done.append(f"{kind.name}: -")
    return done
