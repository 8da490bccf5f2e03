"""How long after a fact is saved it stands in the open browser page.

Runs the server on a copy of the plan, opens the page of a project in Chromium, changes
its amount again and again, and waits for the new one to be shown.

Target: under 1 s. The open page comes first, the whole site follows; the page is measured.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from plan_at_hand import BROWSER_OPTIONS, CHROMIUM, copy
from playwright.sync_api import sync_playwright

from programme import open_programme
from programme.pages import addresses
from programme.vietnamese import formats

RUNS = int(os.environ.get("RUNS", "9"))
SHOWN = "text => Boolean(document.querySelector('article dl')?.innerText.includes(text))"
_AMOUNT = re.compile(r"- text: ([\d.]+) triệu đồng")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = copy(Path(folder) / "project")
        file, amount, page = edited(project)
        server = subprocess.Popen(
            [sys.executable, "-m", "programme", "serve", "--port", "0", "--root", str(project)],
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert server.stdout is not None
        address = server.stdout.readline().split()[3].rstrip("/")
        server.stdout.readline()
        try:
            times = measure(f"{address}/{page}", file, amount)
        finally:
            server.terminate()
            server.wait()
    print(f"from saving a fact to the open page, {RUNS} runs: median {statistics.median(times):.2f} s, ", end="")
    print(f"min {min(times):.2f} s, max {max(times):.2f} s")


def edited(project: Path) -> tuple[Path, int, str]:
    """A file with an amount in words, the amount in million đồng, and the address of the page that shows it."""
    pages = {one.amount: addresses.page(one.node) for one in open_programme(project).budgets}
    for file in sorted((project / "data" / "projects").glob("*.yaml")):
        for found in _AMOUNT.findall(file.read_text(encoding="utf-8")):
            amount = int(found.replace(".", ""))
            if amount * 10**6 in pages:
                return file, amount, pages[amount * 10**6]
    raise LookupError("no project of this plan states an amount in million đồng")


def measure(address: str, file: Path, amount: int) -> list[float]:
    times = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=BROWSER_OPTIONS)
        page = browser.new_page()
        page.goto(address)
        for run in range(RUNS):
            time.sleep(3)  # somebody reads the page before the next edit
            old, new = formats.number(amount + run), formats.number(amount + run + 1)
            text = file.read_text(encoding="utf-8").replace(f"{old} triệu", f"{new} triệu")
            start = time.perf_counter()
            file.write_text(text, encoding="utf-8")
            page.wait_for_function(SHOWN, arg=new)
            times.append(time.perf_counter() - start)
        browser.close()
    return times


if __name__ == "__main__":
    main()
