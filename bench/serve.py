"""How long after a fact is saved it stands in the open browser page.

Runs the server on a copy of the project, opens a page in Chromium, changes the
first budget line again and again, and waits for the new amount to be shown.

Target: under 1 s. The open page comes first, the whole site follows; the page is measured.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from support import BROWSER_OPTIONS, BROWSERS, copy_project  # noqa: E402

from programme import open_programme  # noqa: E402
from programme.pages import addresses  # noqa: E402

RUNS = int(os.environ.get("RUNS", "9"))


SHOWN = "text => Boolean(document.querySelector('article dl')?.innerText.includes(text))"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_project(Path(folder) / "project")
        server = subprocess.Popen(
            [sys.executable, "-m", "programme", "serve", "--port", "0", "--root", str(copy)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert server.stdout is not None
        address = server.stdout.readline().split()[3].rstrip("/")
        server.stdout.readline()
        try:
            times = measure(address, copy)
        finally:
            server.terminate()
            server.wait()
    print(f"from saving a fact to the open page, {RUNS} runs: median {statistics.median(times):.2f} s, ", end="")
    print(f"min {min(times):.2f} s, max {max(times):.2f} s")


def measure(address: str, copy: Path) -> list[float]:
    line = next(one for one in open_programme(copy).spots if one.node and one.phrase.money)
    assert line.node is not None
    file, shown = copy / line.node.at.file, line.phrase.text.split()[0]
    times = []
    browser_path = next(path for name in BROWSERS if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=BROWSER_OPTIONS)
        page = browser.new_page()
        page.goto(f"{address}/{addresses.page(line.node)}")
        for run in range(RUNS):
            time.sleep(3)  # somebody reads the page before the next edit
            new = f"7.{100 + run}"
            text = file.read_text(encoding="utf-8").replace(f"text: {shown} ", f"text: {new} ")
            start = time.perf_counter()
            file.write_text(text, encoding="utf-8")
            page.wait_for_function(SHOWN, arg=new)
            times.append(time.perf_counter() - start)
            shown = new
        browser.close()
    return times


if __name__ == "__main__":
    main()
