"""The search beside Material's own and Pagefind: bytes, time from going to the box to the first
result, later keystrokes (median, and what 95 of 100 stay below), those after 500 letters.

The browser runs on a quarter of a core (a cgroup quota; root on Linux), at the
size of the real site and with pages made up from the plan's words. Medians.
Pagefind comes from npm into `.cache/`, for this measurement alone.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from plan_at_hand import BROWSER_OPTIONS, CHROMIUM, PLAN, QUIET, build, heaviest, query, serve, typed_plainly, words
from playwright.sync_api import Page, Response, sync_playwright

from programme import open_programme

PROGRAMME = open_programme(PLAN)
SIZES = tuple(int(size) for size in sys.argv[1:]) or (0, 1000, 10000)
RUNS = int(os.environ.get("RUNS", "5"))
QUERY, MORE = query(PROGRAMME)
LONG = " ".join(words(PROGRAMME)[:200])[:500]
PAGEFIND = "pagefind@1.5.2"
CGROUP = (
    Path("/sys/fs/cgroup/cpu/search-bench")
    if Path("/sys/fs/cgroup/cpu").exists()
    else Path("/sys/fs/cgroup/search-bench")
)
KEYS = """([input, list, text]) => new Promise(done => {
  const box = document.querySelector(input)
  let at = 0
  const start = performance.now()
  const seen = new MutationObserver(() => { at = performance.now() })
  seen.observe(document.querySelector(list), {childList: true, subtree: true, attributes: true})
  box.value += text
  box.dispatchEvent(new InputEvent('input', {bubbles: true}))
  box.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}))
  setTimeout(() => { seen.disconnect(); done(at ? at - start : -1) }, 1500)
})"""

FIRST = """([input, hit]) => {
  document.addEventListener('focusin', event => { if (event.target.matches(input)) window.going ??= performance.now() })
  new MutationObserver(() => { if (document.querySelector(hit)) window.first ??= performance.now() })
    .observe(document.body, {childList: true, subtree: true})
}"""


def made_up(count: int) -> list[tuple[str, str]]:
    """(title, text) of `count` pages, from the words of the plan."""
    dice = random.Random(2023)
    every = words(PROGRAMME)

    def run(length: int) -> str:
        start = dice.randrange(len(every) - length)
        return " ".join(every[start : start + length])

    return [(run(dice.randint(4, 9)), run(120)) for _ in range(count)]


def ours(built: Path, target: Path, count: int) -> Path:
    """The site with `count` more names in its first part."""
    shutil.copytree(built, target)
    file = next((target / "assets/search").glob("names-*.js"))
    packed = re.fullmatch(r"timKiem\.names\((.*)\)\n", file.read_text(encoding="utf-8"), re.S)
    assert packed, file
    part = json.loads(packed[1])
    part["entries"] += [
        [0, f"x/{i}.html", title, [], 0, text[:60], 0, [], 0, []] for i, (title, text) in enumerate(made_up(count))
    ]
    file.write_text(f"timKiem.names({json.dumps(part, ensure_ascii=False, separators=(',', ':'))})\n", encoding="utf-8")
    return target


def material(target: Path, pages: list[tuple[str, str]]) -> Path:
    """Material with its own search, its index filled with the pages."""
    (target / "docs").mkdir(parents=True)
    (target / "docs/index.md").write_text("# Trang chủ\n", encoding="utf-8")
    (target / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material, language: vi, font: false}\nplugins:\n  search: {lang: vi}\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(target / "mkdocs.yml")]
    subprocess.run(command, check=True, env=QUIET)
    file = target / "site/search/search_index.json"
    index = json.loads(file.read_text(encoding="utf-8"))
    index["docs"] = [{"location": f"{i}.html", "title": title, "text": text} for i, (title, text) in enumerate(pages)]
    file.write_text(json.dumps(index), encoding="utf-8")
    return target / "site"


def pagefind(target: Path, pages: list[tuple[str, str]]) -> Path:
    """Pagefind over the pages, behind a plain input."""
    target.mkdir(parents=True)
    for i, (title, text) in enumerate(pages):
        page = f'<html lang="vi"><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>'
        (target / f"{i}.html").write_text(page, encoding="utf-8")
    subprocess.run(
        ["npx", "--yes", PAGEFIND, "--site", str(target)], check=True, capture_output=True, cwd=PLAN / ".cache"
    )
    (target / "index.html").write_text(
        """<html lang="vi"><body><input><ol></ol><script type="module">
let engine
document.querySelector('input').addEventListener('input', async event => {
  engine ??= await import('/pagefind/pagefind.js')
  const found = await engine.search(event.target.value)
  const shown = await Promise.all(found.results.slice(0, 6).map(one => one.data()))
  document.querySelector('ol').replaceChildren(...shown.map(one => {
    const item = document.createElement('li'); item.textContent = one.meta.title; return item }))
})</script></body></html>""",
        encoding="utf-8",
    )
    return target


def measure(page: Page, address: str, kind: str, first_page: str) -> tuple[float, list[list[float]], int]:
    """Seconds to the first result, ms of each later keystroke and of those after 500 letters, bytes (gzip)."""
    bodies: dict[str, int] = {}

    def note(response: Response) -> None:
        if re.search(r"search|pagefind", response.url):
            bodies[response.url] = len(gzip.compress(response.body(), 9))

    page.on("response", note)
    page.goto(f"{address}/{first_page}.html")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    field, results, hit = {
        "ours": (".search-box input", "#goi-y", "#goi-y > a"),
        "material": (".md-search__input", ".md-search-result__list", ".md-search-result__item"),
        "pagefind": ("input", "ol", "ol > li"),
    }[kind]
    page.evaluate(FIRST, [field, hit])
    if kind == "material":
        page.keyboard.press("/")
    page.focus(field)
    page.keyboard.type(QUERY if kind == "material" else typed_plainly(QUERY))  # Material needs the marks
    page.wait_for_selector(hit)
    first = page.evaluate("first - going") / 1000
    page.wait_for_timeout(2500)
    keys = [page.evaluate(KEYS, [field, results, letter]) for letter in typed_plainly(f" {MORE}")]
    page.evaluate(KEYS, [field, results, f" {LONG}"])
    more = [page.evaluate(KEYS, [field, results, letter]) for letter in typed_plainly(MORE)[:10]]
    return first, [[key for key in some if key >= 0] for some in (keys, more)], sum(bodies.values())


def spread(keys: list[float]) -> str:
    """Median and 95th percentile, in ms."""
    if not keys:
        return "–"
    return f"{statistics.median(keys):.0f}, {sorted(keys)[int(0.95 * (len(keys) - 1))]:.0f}"


def slow_browser(folder: Path) -> str:
    """A command that starts the browser on a quarter of a core."""
    CGROUP.mkdir(exist_ok=True)
    if (CGROUP / "cpu.cfs_quota_us").exists():
        (CGROUP / "cpu.cfs_quota_us").write_text("25000", encoding="ascii")
    else:
        (CGROUP / "cpu.max").write_text("25000 100000", encoding="ascii")
    command = folder / "browser.sh"
    command.write_text(f'#!/bin/sh\necho $$ > {CGROUP}/cgroup.procs\nexec {CHROMIUM} "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return str(command)


def main() -> None:
    (PLAN / ".cache").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        built = folder / "built"
        build(built)
        opened = {"ours": heaviest(PROGRAMME, built)}
        files = ("search", "search/names", "understanding", "search/text")
        found = {file: next((built / "assets").glob(f"{file}[.-]*.js")) for file in files}
        sizes = {file: len(gzip.compress(path.read_bytes(), 9)) for file, path in found.items()}
        print("gzip bytes:", ", ".join(f"{file} {size:,}" for file, size in sizes.items()))
        print(f"to the first result: {sizes['search'] + sizes['search/names']:,}; in all: {sum(sizes.values()):,}")
        slow = slow_browser(folder)
        real = [(f"{QUERY} {i}", text) for i, (_, text) in enumerate(made_up(107))]
        print("| pages | search | first result, s | later keystroke, ms: median, 95 % | after 500 letters | kB gzip |")
        print("|---|---|---|---|---|---|")
        for count in SIZES:
            pages = made_up(count) if count else real
            sites = {
                "ours": ours(built, folder / f"ours-{count}", count),
                "material": material(folder / f"material-{count}", pages),
                "pagefind": pagefind(folder / f"pagefind-{count}", pages),
            }
            for kind, site in sites.items():
                server = serve(site)
                firsts, keys, more, weight = [], [], [], 0
                for _ in range(RUNS):
                    browser = playwright.chromium.launch(executable_path=slow, args=BROWSER_OPTIONS)
                    page = browser.new_page()
                    page.set_default_timeout(180_000)
                    at = f"http://127.0.0.1:{server.server_port}"
                    first, later, weight = measure(page, at, kind, opened.get(kind, "index"))
                    firsts.append(first)
                    keys += later[0]
                    more += later[1]
                    browser.close()
                server.shutdown()
                size = count or "real"
                print(
                    f"| {size} | {kind} | {statistics.median(firsts):.2f} | {spread(keys)} | {spread(more)} "
                    f"| {weight / 1000:.0f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
