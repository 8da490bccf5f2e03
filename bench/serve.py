"""How long after a fact is saved it stands in the open browser page, and in the whole site.

`python bench/serve.py [TIMES ...]` (1 and 11 if none is named: 113 and 1,033 pages of the plan at hand) runs the server
on a copy of the plan, or on a larger one (see `larger.py`): how long until it answers, from a warm cache; then it opens
the page of a project in Chromium and changes its amount again and again: seconds until the open page shows the new one,
until the site has it, until its PDF file has come. Medians of RUNS.

Targets: the open page within 0.4 s at 113 pages and 0.8 s at 1,033, the whole site within 1.2 and 6 s, an answer from a
warm cache within 1.5 s.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import larger
from plan_at_hand import BROWSER_OPTIONS, CHROMIUM, PLAN, QUIET, copy
from playwright.sync_api import sync_playwright

from programme import open_programme
from programme.pages import addresses
from programme.vietnamese import formats

RUNS = int(os.environ.get("RUNS", "9"))
SHOWN = "text => Boolean(document.querySelector('article dl')?.innerText.includes(text))"
_AMOUNT = re.compile(r"- text: ([\d.]+) triệu đồng")


def main() -> None:
    for times in [int(one) for one in sys.argv[1:]] or [1, 11]:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder) / "project"
            if times == 1:
                copy(project)
            else:
                larger.make(project, PLAN, times)
                pages = [sys.executable, "-m", "programme", "--root", str(project), "pages"]
                subprocess.run(pages, check=True, stdout=subprocess.DEVNULL)
            report(project)


def report(project: Path) -> None:
    file, amount, page = edited(project)
    print(
        f"{len(list((project / 'docs').rglob('*.md')))} pages, seconds, {RUNS} runs: median (least, most)", flush=True
    )
    command = [sys.executable, "-m", "programme", "--root", str(project), "build"]
    kept = {**QUIET, "PROGRAMME_CACHE": str(project.parent / "cache")}
    subprocess.run([*command, "--site-dir", str(project.parent / "site")], check=True, env=kept)
    started = []
    for _ in range(RUNS):
        with served(project) as (address, begun):
            answered(f"{address}/{page}.html")
            started.append(time.perf_counter() - begun)
    say("from the start to the first page, all kept", started)
    with served(project) as (address, _):
        answered(f"{address}/{page}.html")
        times = measure(address, page, file, amount)
    for what, taken in zip(("open page", "whole site", "its PDF file"), zip(*times, strict=True), strict=True):
        say(f"from saving a fact to the {what}", list(taken))


def say(what: str, taken: list[float]) -> None:
    print(f"  {what}: {statistics.median(taken):.2f} ({min(taken):.2f}, {max(taken):.2f})", flush=True)


@contextmanager
def served(project: Path) -> Iterator[tuple[str, float]]:
    """The address of a server, and when it was started."""
    begun = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "-m", "programme", "serve", "--port", "0", "--root", str(project)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**QUIET, "PROGRAMME_CACHE": str(project.parent / "cache")},
    )
    assert server.stdout is not None
    try:
        yield server.stdout.readline().split()[3].rstrip("/"), begun
    finally:
        server.terminate()
        server.wait()


def answered(address: str, said: str = "") -> None:
    """Wait until an address answers, with these words in it."""
    while True:
        try:
            with urllib.request.urlopen(address) as answer:
                if said.encode() in answer.read():
                    return
        except urllib.error.HTTPError:
            pass
        time.sleep(0.01)


def edited(project: Path) -> tuple[Path, int, str]:
    """A file with an amount in words, the amount in million đồng, and the address of the page that shows it."""
    budgets = open_programme(project).budgets
    pages = {(one.node.at.file, one.amount): addresses.page(one.node) for one in budgets if one.node}
    for file in sorted((project / "data" / "projects").glob("*.yaml")):
        for found in _AMOUNT.findall(file.read_text(encoding="utf-8")):
            amount = int(found.replace(".", ""))
            if page := pages.get((file.relative_to(project).as_posix(), amount * 10**6)):
                return file, amount, page
    raise LookupError("no project of this plan states an amount in million đồng")


def measure(address: str, page: str, file: Path, amount: int) -> list[tuple[float, float, float]]:
    """Seconds until (the open page, the whole site, the page's PDF file) has a new amount, for each run."""
    times = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=BROWSER_OPTIONS)
        window = browser.new_page()
        window.goto(f"{address}/{page}")
        for run in range(RUNS):
            time.sleep(3)  # somebody reads the page before the next edit
            old, new = formats.number(amount + run), formats.number(amount + run + 1)
            text = file.read_text(encoding="utf-8").replace(f"{old} triệu", f"{new} triệu")
            start = time.perf_counter()
            file.write_text(text, encoding="utf-8")
            window.wait_for_function(SHOWN, arg=new)
            shown = time.perf_counter() - start
            answered(f"{address}/{page}.html", f"{new} triệu")
            whole = time.perf_counter() - start
            answered(f"{address}/{page}.pdf")
            times.append((shown, whole, time.perf_counter() - start))
            answered(f"{address}/ke-hoach.pdf")  # nothing is left to do
        browser.close()
    return times


if __name__ == "__main__":
    main()
