"""What a version of the data says, for the change log: no fact of it changes in silence."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import SECOND, VAN_XUAN, WHOLE

from programme import FindingsError, Programme
from programme.history import change_log, page_facts
from programme.load import loader, yamlfile
from programme.load.loader import load
from programme.load.vocabulary import Term

NOT_TOLD = {"id", "aliases", "share", "search.yaml"}
"""What the docstring of `page_facts` names: nobody reads it on a page."""
SAMPLE = None if WHOLE else 120
"""How many places are tried; all of them in `make drill`."""


def hidden(holder: Any, key: Any) -> bool:
    """The rest of what it names: a number beside its label, marks of sums in tables."""
    if key in NOT_TOLD or (key == "number" and "label" in holder and "heading" in holder):
        return True
    adds_up = "cells" in holder or "total" in (holder.get("money") or {}) if isinstance(holder, dict) else False
    return adds_up and key in ("total", "unit")


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value that is no collection."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in steps:
        if not hidden(value, step):
            yield from leaves(child, (*path, step)) if isinstance(child, (dict, list)) else [(*path, step)]


def others(old: str, ids: list[list[str]]) -> Iterator[str]:
    """Other values in the place of one: of the same list of words or ids, else another text."""
    for known in (*ids, *([str(word) for word in term] for term in Term.__subclasses__())):
        if old in known:
            yield from (one for one in known if one != old)
    if old in ("true", "false"):
        yield "false" if old == "true" else "true"
    digit = next((place for place, char in enumerate(old) if char.isdigit()), None)
    if digit is not None:
        yield f"{old[:digit]}{(int(old[digit]) + 1) % 10 or 1}{old[digit + 1 :]}"
        yield f"{old[:-1]}{(int(old[-1]) + 1) % 10 or 1}" if old[-1].isdigit() else f"{old} nữa"
    yield f"{old} nữa"


def told_of(data: Path) -> page_facts.Facts | None:
    """The facts of a version; None where it cannot be read."""
    try:
        return page_facts.facts(Programme(load(data)[0]))
    except (FindingsError, LookupError, ValueError):
        return None


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read again only where something else stands in it: all but one are as they were before."""
    known: dict[tuple[Path, bytes], Any] = {}

    def read(path: Path, *others: Any) -> Any:
        key = (path, path.read_bytes())
        if key not in known:
            known[key] = yamlfile.read(path, *others)
        return known[key]

    monkeypatch.setattr(loader, "read", read)


@pytest.mark.parametrize("plan", [SECOND, VAN_XUAN], ids=["second", "van-xuan"])
@pytest.mark.usefixtures("read_once")
def test_no_fact_changes_without_being_told(tmp_path: Path, plan: Path):
    """Another value in any place of the data that somebody reads makes at least one told change."""
    data = tmp_path / "data"
    shutil.copytree(plan / "data", data)
    texts = {path: path.read_text(encoding="utf-8") for path in data.rglob("*.yaml")}
    files = {path: yaml.load(text, yaml.CBaseLoader) for path, text in texts.items()}
    ids = [
        [one["id"] for one in files[data / f"{name}.yaml"]] for name in ("agencies", "groups", "documents", "places")
    ]
    places = sorted((path, leaf) for path, tree in files.items() if path.name not in NOT_TOLD for leaf in leaves(tree))
    assert len(places) > 800
    places = random.Random(2023).sample(places, SAMPLE) if SAMPLE else places
    before = told_of(data)
    assert before
    untold, tried = [], 0
    for path, leaf in places:
        holder = files[path]
        for step in leaf[:-1]:
            holder = holder[step]
        old = holder[leaf[-1]]
        for new in others(old, ids):
            holder[leaf[-1]] = new
            changed = yaml.dump(files[path], Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
            path.write_text(changed, encoding="utf-8")
            if after := told_of(data):
                tried += 1
                if not any(change_log.compare(before, after)):
                    untold.append((path.name, leaf, old, new))
                break
        holder[leaf[-1]] = old
        path.write_text(texts[path], encoding="utf-8")
    assert not untold, "\n".join(map(str, untold))
    assert tried > 0.9 * len(places)
