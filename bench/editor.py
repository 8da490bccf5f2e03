"""How quick the clerk's editor is, in a real browser on a copy of the plan at hand: `python bench/editor.py`.

Seconds until the page of the longest project opens in it; from Enter until an amount is written and the sums that it
changes are told, and until the open page of the site shows it; until a fault that another program wrote into the file
stands at its sentence. Medians of RUNS (7), in one run. How many places Tab stops at on that page is told too.

Targets: 1 s; the page of the site within 1.5 s; the fault within 1 s; under 60 stops.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from plan_at_hand import BROWSER_OPTIONS, CHROMIUM, copy
from playwright.sync_api import Page, sync_playwright
from serve import SHOWN, answered, edited, say, served

from programme import open_programme
from programme.derive.full_text import texts_of
from programme.load.dataset import Project
from programme.pages import addresses
from programme.vietnamese import formats

RUNS = int(os.environ.get("RUNS", "7"))
STOPS = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility()).length"""


def main() -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # PDF files are still made
        project = Path(folder) / "project"
        copy(project)
        file, amount, page = edited(project)
        with served(project) as (address, _), sync_playwright() as playwright:
            answered(f"{address}/{page}.html")
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=BROWSER_OPTIONS)
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            context.add_init_script("sessionStorage.setItem('asked', 'copy')")
            desk, site = context.new_page(), context.new_page()
            opened, stops = opening(desk, address, longest(project))
            say(f"the longest project's page opens ({stops} stops)", opened)
            site.goto(f"{address}/{page}")
            desk.goto(f"{address}/__edit/{page}")
            writing(desk, site, amount)
            spoiling(desk, file, formats.number(amount + RUNS))
            browser.close()


def longest(project: Path) -> str:
    """The address of the project with the most words."""

    def words(node: Project) -> int:
        return sum(len(" ".join(texts_of(clause.paragraphs + clause.items))) for clause in node.clauses)

    return addresses.page(max(open_programme(project).nodes, key=words))


def opening(desk: Page, address: str, page: str) -> tuple[list[float], int]:
    taken = []
    for _ in range(RUNS):
        desk.goto("about:blank")
        start = time.perf_counter()
        desk.goto(f"{address}/__edit/{page}")
        desk.locator("#panel h2").wait_for(state="attached")
        taken.append(time.perf_counter() - start)
    return taken, desk.evaluate(STOPS)


def writing(desk: Page, site: Page, amount: int) -> None:
    written, shown = [], []
    for run in range(RUNS):
        time.sleep(3)  # somebody reads the page before the next edit
        old, new = formats.number(amount + run), formats.number(amount + run + 1)
        desk.locator("mark.m-money", has_text=f"{old} triệu").click()
        box = desk.locator("#chu-cua-dau")
        box.fill(box.input_value().replace(old, new))
        start = time.perf_counter()
        box.press("Enter")
        desk.locator("mark.m-money", has_text=f"{new} triệu").wait_for()
        written.append(time.perf_counter() - start)
        site.wait_for_function(SHOWN, arg=new)
        shown.append(time.perf_counter() - start)
    say("an amount is written, with the sums it changes", written)
    say("the open page of the site shows it", shown)


def spoiling(desk: Page, file: Path, amount: str) -> None:
    right = file.read_text(encoding="utf-8")
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        file.write_text(right.replace(f"{amount} triệu đồng", f"{amount} triệu"), encoding="utf-8")
        desk.locator(".finding").first.wait_for()
        taken.append(time.perf_counter() - start)
        file.write_text(right, encoding="utf-8")
        desk.locator(".finding").first.wait_for(state="detached")
    say("a fault made by hand stands at its sentence", taken)


if __name__ == "__main__":
    main()
