"""Random mutations of the real `data/`: findings or a right site, never a traceback, never a hang.

`FUZZ_CASES=2000 pytest tests/test_fuzz.py` (or `make drill`) runs the full drill.
The seed is fixed, so a case that fails fails again.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import time
from pathlib import Path

import pytest
from conftest import ROOT

from programme import FindingsError, Programme, open_programme, pages
from programme.render import Renderer

CASES = int(os.environ.get("FUZZ_CASES", "60"))
BATCHES = 20
LIMIT = 5  # seconds for one case

FILES = sorted(path.relative_to(ROOT) for path in (ROOT / "data").rglob("*.yaml"))
JUNK = (
    "", "~", "null", "no", "010", "12:30", "1.000", "2023-1-5", "[]", "{}", "[[]]", "- -", "&a", "*a", "!!str x", "---",
    "<script>", "{{ 1 }}", "\t", "\0", "\u200b", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "é" * 500, "9" * 400, "-1", "[" * 60, "{a: " * 50, '"', "'", ": ", "# ", "true", "999999999999 tỷ đồng", "0 đồng",
    "1,5,5 triệu đồng", "A" * 3000, "../../etc", "ho-ngheo", "phong-ldtbxh", "III.2.d",
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


MUTATIONS = (cut_bytes, flip_bytes, swap_lines, repeat_lines, reindent, wrong_value, swap_values, rename_key)


def render_all(programme: Programme) -> None:
    """Every page that the site would have."""
    renderer = Renderer(programme, ROOT / "templates")
    calls = {"project": renderer.project, "agency": renderer.agency, "group": renderer.group,
             "document": renderer.document, "overview": renderer.overview}  # fmt: skip
    for call in pages.expected(programme).values():
        word, argument = re.fullmatch(r'\{\{ (\w+)\("(.*)"\) \}\}', call).groups()  # type: ignore[union-attr]
        assert calls[word](argument)


def give_up(*_: object) -> None:
    raise TimeoutError(f"over {LIMIT} s")


@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_mutations_end_in_findings_or_a_right_site(tmp_path: Path, batch: int):
    """Whatever is done to data/, the answer is a list of findings or pages that render, within 5 s."""
    signal.signal(signal.SIGALRM, give_up)
    outcomes = {"findings": 0, "site": 0}
    for number in range(batch, CASES, BATCHES):
        source = random.Random(number)
        root = tmp_path / str(number)
        shutil.copytree(ROOT / "data", root / "data")
        (root / "docs").mkdir()
        done = []
        for _ in range(source.choice((1, 1, 1, 2, 3))):
            file, mutation = source.choice(FILES), source.choice(MUTATIONS)
            done.append((mutation.__name__, str(file)))
            path = root / file
            try:
                path.write_bytes(mutation(source, path.read_bytes()))
            except (ValueError, IndexError):
                continue  # an earlier mutation left nothing to change
        signal.alarm(LIMIT)
        start = time.monotonic()
        try:
            programme = open_programme(root, with_pages=False)
            render_all(programme)
            outcomes["site"] += 1
        except FindingsError as error:
            assert error.findings and all(finding.found for finding in error.findings)
            outcomes["findings"] += 1
        except Exception as error:
            raise AssertionError(f"case {number} {done}: {type(error).__name__}: {error}") from error
        finally:
            signal.alarm(0)
        assert time.monotonic() - start < LIMIT, f"case {number} {done}"
        shutil.rmtree(root)
    assert sum(outcomes.values()) == len(range(batch, CASES, BATCHES))
