"""A larger plan, to measure growth on: the plan at hand, many times over in one.

`python bench/larger.py FOLDER TIMES` writes it to a new folder. Each copy has the parts, projects and registers of
the plan once more, under numbers, codes and ids of its own, with the syllables of its words changed for others of the
plan: so all names differ, and what quotes the plan's words still does. Its check finds nothing.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml
from plan_at_hand import PLAN

_REGISTERS = ("agencies", "groups", "documents", "places", "concepts", "questions", "needs")
_IDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REF = re.compile(r"([IVX]+)\.(\d+)((?:\.[\w.]+)?)")
_CODE = re.compile(r"(\d+)((?:\.\d+)*)")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_STEP = 10
"""A project numbered 3 is 13 in the second copy: no plan at hand has so many projects, or clauses in a part."""
_STAYS = {
    *("đồng", "triệu", "tỷ", "nghìn", "trăm", "ngày", "tháng", "năm", "quý", "số", "giai", "đoạn", "đến", "từ", "trên"),
    *("dưới", "hơn", "khoảng", "trở", "lên", "xuống", "trước", "sau", "dự", "án", "tiểu", "chương", "trình", "mục"),
    *("tiêu", "quốc", "gia", "điều", "khoản", "điểm", "phụ", "lục", "phần", "nghị", "quyết", "định", "luật", "kế"),
    *("hoạch", "thông", "tư", "công", "văn", "hướng", "dẫn", "báo", "cáo", "chỉ", "thị", "hàng", "nay", "đầu", "cuối"),
    *("kỳ", "và", "của", "các", "có", "là", "được", "cho", "trong", "với", "không", "về", "theo", "này", "người", "hộ"),
}
"""Syllables that the engine reads something from, or that every sentence has."""


@dataclass
class Copy:
    """What is changed in one copy: `number` 1 is the second."""

    number: int
    ids: frozenset[str]
    syllables: Mapping[str, str]
    documents: Mapping[str, str] = field(default_factory=dict)

    def code(self, code: str) -> str:
        found = _CODE.fullmatch(code)
        return f"{int(found[1]) + _STEP * self.number}{found[2]}" if found else code

    def ref(self, ref: str) -> str:
        found = _REF.fullmatch(ref)
        return f"{found[1]}.{int(found[2]) + _STEP * self.number}{found[3]}" if found else ref

    def words(self, text: str) -> str:
        parts = re.split(f"({'|'.join(map(re.escape, sorted(self.documents, key=len, reverse=True)))})", text)
        return "".join(self.documents.get(one) or _SYLLABLE.sub(self._other, one) for one in parts)

    def _other(self, found: re.Match[str]) -> str:
        old = found[0]
        new = self.syllables.get(old.lower(), old)
        if old.isupper() and len(old) > 1:
            return new.upper()
        return new[0].upper() + new[1:] if old[0].isupper() else new

    def of(self, key: str, value: Any) -> Any:
        """A value of `data/` under its key, as this copy has it."""
        if isinstance(value, dict):
            return {name: self.of(name, one) for name, one in value.items()}
        if isinstance(value, list):
            return [self.of(key, one) for one in value]
        if not isinstance(value, str):
            return value
        if value in self.documents:
            return self.documents[value]
        if key in ("code", "project") or (key == "projects" and _CODE.fullmatch(value)):
            return self.code(value)
        if key in ("near", "clauses") and _REF.fullmatch(value):
            return self.ref(value)
        if _IDS.fullmatch(value):
            return f"{value}-{self.number}" if value in self.ids else value
        return value if key in ("number", "label", "sources", "short", "unit", "amount") else self.words(value)

    def register(self, name: str, records: list[dict[str, Any]], said: str) -> Iterator[dict[str, Any]]:
        """Its records in this copy; what asks for nothing but "Dự án 5" is asked once."""
        for one in records:
            made = self.of("", {key: value for key, value in one.items() if key != "now"})
            if "names" in made:  # the head and the signature, where some stand, are there once
                made["names"] = [name for name in made["names"] if name in said]
            if name == "questions":  # a file of data has a greatest size
                made["aliases"] = made.get("aliases", [])[:2]
            named = "question" if name == "questions" else "name"
            if made.get(named) != one.get(named) or name == "documents":
                yield made


def copies(data: Path, times: int) -> Iterator[Copy]:
    """All copies but the first, which is the plan itself."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(data.rglob("*.yaml"))]
    again = [*(data / "projects").iterdir(), data / "sections.yaml", *(data / f"{name}.yaml" for name in _REGISTERS)]
    ids = frozenset(
        one for path in again for one in re.findall(r"(?<=\bid: )[a-z0-9-]+", path.read_text(encoding="utf-8"))
    )
    short = {one["short"].lower() for one in _read(data / "abbreviations.yaml") or ()}
    words = {one.lower() for text in texts for one in _SYLLABLE.findall(text) if not one.isascii()}
    known = sorted(words - _STAYS - short)
    Random(2023).shuffle(known)
    numbers = [one["number"] for one in _read(data / "documents.yaml") or ()]
    for number in range(1, times):
        others = known[number:] + known[:number]
        documents = {one: _further(one, 1000 * number) for one in numbers}
        yield Copy(number, ids, dict(zip(known, others, strict=True)), documents)


def _further(number: str, by: int) -> str:
    """The number of a document, "12/KH-UBND", that much higher."""
    return re.sub(r"\d+", lambda found: str(int(found[0]) + by), number, count=1)


def make(folder: Path, plan: Path, times: int) -> None:
    """Write the larger plan to the new folder `folder`."""
    for part in ("docs", "macros.py", "mkdocs.yml"):
        (shutil.copytree if (plan / part).is_dir() else shutil.copy)(plan / part, _made(folder) / part)
    data = folder / "data"
    shutil.copytree(plan / "data", data)
    registers = {name: _read(data / f"{name}.yaml") for name in _REGISTERS}
    sections, search, frame = (_read(data / f"{name}.yaml") for name in ("sections", "search", "plan"))
    first = _read(data / "sections.yaml")
    once = deepcopy({key: value for key, value in frame.items() if key in ("basis", "closing", "recipients")})
    whole = {one["number"]: one for one in sections}
    again = {one["number"]: one.get("clauses", []).copy() for one in sections}
    files = {path: _read(path) for path in sorted((data / "projects").iterdir())}
    for copy in copies(plan / "data", times):
        said = "".join(_texts([copy.of("", one) for one in (once, first, *files.values())]))
        for name in _REGISTERS:
            registers[name] += copy.register(name, _read(plan / "data" / f"{name}.yaml"), said)
        for number, clauses in again.items():
            whole[number].setdefault("clauses", []).extend(_numbered(copy, one) for one in clauses)
        for key in ("basis", "closing"):
            frame[key] += copy.of("", once[key])
        frame["recipients"]["items"] += copy.of("", once["recipients"]["items"])
        everyday = [copy.of("", one) for one in _read(plan / "data/search.yaml")["everyday"]]
        search["everyday"] += [one for one in everyday if one["means"].lower() in said.lower()]
        for path, project in files.items():
            _write(path.with_stem(f"{path.stem}-{copy.number:04}"), _project(copy, project))
    for name, register in (*registers.items(), ("sections", sections), ("search", search), ("plan", frame)):
        _write(data / f"{name}.yaml", register)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{value} "
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(one)


def _numbered(copy: Copy, clause: dict[str, Any]) -> dict[str, Any]:
    """A clause of a part, under a number of this copy."""
    return copy.of("", clause) | {"number": copy.code(clause["number"])}


def _project(copy: Copy, project: dict[str, Any]) -> dict[str, Any]:
    made = copy.of("", project) | {"number": copy.code(project["number"])}
    made["label"] = re.sub(r"\d+", lambda found: copy.code(found[0]), project["label"])
    for sub in made.get("subprojects", ()):
        sub["number"] = copy.code(sub["number"])
    return made


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _read(path: Path) -> Any:
    return yaml.load(path.read_bytes(), yaml.CBaseLoader) if path.exists() else []


def _write(path: Path, content: Any) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")


def main() -> None:
    folder, times = Path(sys.argv[1]).resolve(), int(sys.argv[2])
    if folder.exists():
        sys.exit(f"{folder} is there already")
    make(folder, PLAN, times)
    subprocess.run([sys.executable, "-m", "programme", "--root", str(folder), "pages"], check=True)


if __name__ == "__main__":
    main()
