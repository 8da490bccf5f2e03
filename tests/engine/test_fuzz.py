"""Random mutations of all plans here: findings or a right site, never a traceback, never a hang.

`FUZZ_CASES=2000 pytest tests/engine/test_fuzz.py` (or `make drill`) runs the full drill.
The seed is fixed, so a case that fails fails again.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import PLANS, run

from programme import FindingsError, Programme, open_programme
from programme.history import page_facts
from programme.opendata import catalogue
from programme.pages import page_files
from programme.render.renderer import Renderer

CASES = int(os.environ.get("FUZZ_CASES", "60"))
BATCHES = 20
LIMIT = 5  # CPU seconds for one case: other work on the machine does not count

FILES = {home: sorted(path.relative_to(home) for path in (home / "data").rglob("*.yaml")) for home in PLANS}
JUNK = (
    "", "~", "null", "no", "010", "12:30", "1.000", "2023-1-5", "[]", "{}", "[[]]", "- -", "&a", "*a", "!!str x", "---",
    "<script>", "{{ 1 }}", "\t", "\0", "\u200b", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "é" * 500, "9" * 400, "-1", "[" * 60, "{a: " * 50, '"', "'", ": ", "# ", "true", "999999999999 tỷ đồng", "0 đồng",
    "1,5,5 triệu đồng", "A" * 3000, "../../etc", "ho-ngheo", "phong-kinh-te", "II.2.1.d",
)  # fmt: skip


def cut_bytes(random: random.Random, raw: bytes) -> bytes:
    start = random.randrange(len(raw))
    return raw[:start] + raw[start + random.randrange(1, 200) :]


def flip_bytes(random: random.Random, raw: bytes) -> bytes:
    changed = bytearray(raw)
    for _ in range(random.randrange(1, 6)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def swap_lines(random: random.Random, raw: bytes) -> bytes:
    lines = raw.split(b"\n")
    a, b = random.randrange(len(lines)), random.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines)


def repeat_lines(random: random.Random, raw: bytes) -> bytes:
    lines = raw.split(b"\n")
    start = random.randrange(len(lines))
    end = start + random.randrange(1, 20)
    return b"\n".join(lines[:end] + lines[start:end] * random.randrange(1, 4) + lines[end:])


def reindent(random: random.Random, raw: bytes) -> bytes:
    lines = raw.split(b"\n")
    place = random.randrange(len(lines))
    lines[place] = b" " * random.randrange(0, 12) + lines[place].lstrip()
    return b"\n".join(lines)


def wrong_value(random: random.Random, raw: bytes) -> bytes:
    text = raw.decode()
    found = random.choice(list(re.finditer(r"(?<=: ).+|(?<=- ).+", text)))
    return (text[: found.start()] + random.choice(JUNK) + text[found.end() :]).encode(errors="replace")


def swap_values(random: random.Random, raw: bytes) -> bytes:
    text = raw.decode()
    one, two = sorted(random.sample(list(re.finditer(r"(?<=: ).+", text)), 2), key=lambda found: found.start())
    return (text[: one.start()] + two[0] + text[one.end() : two.start()] + one[0] + text[two.end() :]).encode()


def rename_key(random: random.Random, raw: bytes) -> bytes:
    text = raw.decode()
    keys = list(re.finditer(r"\w+(?=:)", text))
    found = random.choice(keys)
    return (text[: found.start()] + random.choice(keys)[0] + text[found.end() :]).encode()


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a tree, as what holds it and the key or index there."""
    for step, child in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield value, step
        yield from places(child)


def as_yaml(tree: Any) -> bytes:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode()


def drop_branch(random: random.Random, raw: bytes) -> bytes:
    tree = yaml.load(raw, yaml.BaseLoader)
    holder, step = random.choice(list(places(tree)))
    del holder[step]
    return as_yaml(tree)


def more_words(random: random.Random, raw: bytes) -> bytes:
    tree = yaml.load(raw, yaml.BaseLoader)
    holder, step = random.choice([(one, at) for one, at in places(tree) if isinstance(one[at], str)])
    holder[step] += f" {random.choice(JUNK)}"
    return as_yaml(tree)


BREAKING = (cut_bytes, flip_bytes, swap_lines, repeat_lines, reindent, wrong_value, swap_values, rename_key)
MILD = (drop_branch, more_words)
"""Mutations that often leave right data: what comes after the check meets them."""


def use_all(programme: Programme) -> None:
    """Every page that the site would have, the facts of the change log, every table of the open data."""
    renderer = Renderer(programme)
    calls = {"project": renderer.project, "agency": renderer.agency, "group": renderer.group,
             "document": renderer.document, "overview": renderer.overview,
             "guide": renderer.guide}  # fmt: skip
    for call in page_files.expected(programme).values():
        word, argument = re.fullmatch(r'\{\{ (\w+)\("(.*)"\) \}\}', call).groups()  # type: ignore[union-attr]
        assert calls[word](argument)
    assert page_facts.facts(programme)
    assert catalogue.counts(programme)
    catalogue.dates(programme)


def build(programme: Programme, home: Path, root: Path) -> str:
    """Build the whole site of `root`, with search, downloads and PDF files; what went wrong, if anything."""
    page_files.create_missing(programme, root / "docs")
    config = {"INHERIT": str(home / "mkdocs.yml"), "docs_dir": "docs", "nav": None, "watch": []}
    shutil.copy(home / "macros.py", root)
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    built = run("mkdocs", "build", cwd=root)
    return built.stderr if built.returncode else ""


def give_up(*_: object) -> None:
    raise TimeoutError(f"over {LIMIT} s")


def mutated(source: random.Random, root: Path) -> tuple[Path, list[tuple[str, str]]]:
    """One of the plans in `root`, spoiled: which plan, and what was done to it."""
    home, files = source.choice(list(FILES.items()))
    shutil.copytree(home / "data", root / "data")
    (root / "docs").mkdir()
    done = []
    for mutation in source.choices(source.choice((BREAKING, MILD)), k=source.choice((1, 1, 1, 2, 3))):
        file = source.choice(files)
        done.append((mutation.__name__, f"{home.name}/{file}"))
        try:
            (root / file).write_bytes(mutation(source, (root / file).read_bytes()))
        except (ValueError, IndexError):
            continue  # an earlier mutation left nothing to change
    return home, done


@pytest.fixture(scope="module")
def outcomes() -> Counter[str]:
    """How often the cases of this run ended in which way."""
    return Counter()


@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_mutations_end_in_findings_or_a_right_site(tmp_path: Path, batch: int, outcomes: Counter[str]):
    """Whatever is done to data/, the answer is a list of findings or pages that render, within 5 s; some are built."""
    signal.signal(signal.SIGPROF, give_up)
    sites = 0
    for number in range(batch, CASES, BATCHES):
        root = tmp_path / str(number)
        home, done = mutated(random.Random(number), root)
        programme = None
        signal.setitimer(signal.ITIMER_PROF, LIMIT)
        start = time.process_time()
        try:
            programme = open_programme(root, with_pages=False)
            use_all(programme)
        except FindingsError as error:
            assert error.findings and all(finding.found for finding in error.findings)
        except Exception as error:
            raise AssertionError(f"case {number} {done}: {type(error).__name__}: {error}") from error
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        assert time.process_time() - start < LIMIT, f"case {number} {done}"
        outcomes["site" if programme else "findings"] += 1
        if programme:
            sites += 1
            if batch % 4 == 0 and sites % 10 == 1:
                wrong = build(programme, home, root)
                assert not wrong, f"case {number} {done}: {wrong[-2000:]}"
                outcomes["built"] += 1
        shutil.rmtree(root)


def test_the_mutations_met_findings_and_sites(outcomes: Counter[str]):
    """The drill says something only if a good share of its cases went each way, and some to the end."""
    if outcomes["site"] + outcomes["findings"] < CASES:
        pytest.skip("only a part of the drill ran here")
    assert min(outcomes["site"], outcomes["findings"]) >= CASES // 10
    assert outcomes["built"]
