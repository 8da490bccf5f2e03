"""What a project page costs in each frame, on slow 3G with a phone's processor; and what axe and a keyboard find.

Beside the light frame and Material's own: the same words as a hand-written page, and a plain Material build
of them. Medians of one run; Chromium's own throttling; all is sent as brotli.
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup
from plan_at_hand import BROWSER_OPTIONS, CHROMIUM, PLAN, QUIET, Silent, copy, heaviest, serve
from playwright.sync_api import Browser, sync_playwright

from programme import open_programme
from programme.accept import access

RUNS = int(os.environ.get("RUNS", "7"))
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
OBSERVE = """() => new Promise(done => {
  let shift = 0, largest = 0
  new PerformanceObserver(list => list.getEntries().forEach(one => { shift += one.value }))
    .observe({type: 'layout-shift', buffered: true})
  new PerformanceObserver(list => { largest = list.getEntries().at(-1).startTime })
    .observe({type: 'largest-contentful-paint', buffered: true})
  const look = setInterval(() => {
    const [first] = performance.getEntriesByName('first-contentful-paint')
    if (!first || !largest) return
    clearInterval(look)
    done([first.startTime, largest, shift])
  }, 800)
})"""
STOP = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect()
  const seen = box.width > 1 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && one.checkVisibility({
    opacityProperty: true, visibilityProperty: true})
  return [!!one.closest('article'), seen]
}"""
_COMPRESS = """const zlib = require('zlib'), fs = require('fs')
process.stdout.write(zlib.brotliCompressSync(fs.readFileSync(0)))"""


@functools.cache
def brotli(path: Path) -> bytes:
    """A file as brotli; node brings it, Python does not."""
    return subprocess.run(["node", "-e", _COMPRESS], input=path.read_bytes(), capture_output=True, check=True).stdout


class Compressed(Silent):
    """Sends everything as brotli, as a server would."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            return self.send_error(404)
        body = brotli(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(ConnectionError):  # the browser has left
            self.wfile.write(body)


class View(NamedTuple):
    """A first view: paints in ms, layout shift, bytes of all bodies, requests, and those before `load`."""

    first: float
    largest: float
    shift: float
    size: int
    requests: int
    before_load: int


def view(browser: Browser, address: str) -> View:
    """The page as somebody sees it who was never there."""
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Page.enable")
        session.send("Network.emulateNetworkConditions", SLOW_3G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        sizes: list[int] = []
        loaded: list[int] = []
        session.on(
            "Network.responseReceived",
            lambda event: sizes.append(int(event["response"]["headers"].get("Content-Length", 0))),
        )
        session.on("Page.loadEventFired", lambda _: loaded.append(len(ended)))
        ended: list[str] = []
        session.on("Network.loadingFinished", lambda event: ended.append(event["requestId"]))
        page.goto(address, wait_until="networkidle")
        first, largest, shift = page.evaluate(OBSERVE)
        return View(first, largest, shift, sum(sizes), len(ended), loaded[0])


def found_by_axe(browser: Browser, address: str) -> int:
    """Findings of axe on the whole page, with all its rules, in light and dark."""
    found = 0
    for colours in ("light", "dark"):
        with browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=colours, bypass_csp=True) as one:
            page = one.new_page()
            access.load(page)
            page.goto(address, wait_until="networkidle")
            found += len(access.findings(page))
    return found


def by_keyboard(browser: Browser, address: str) -> tuple[int, int]:
    """How often Tab is pressed until the first stop in the content, and how many of these stops cannot be seen."""
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        unseen = 0
        for pressed in range(1, 200):
            page.keyboard.press("Tab")
            there, seen = page.evaluate(STOP)
            if there:
                return pressed, unseen
            unseen += not seen
        return pressed, unseen


def in_frame(frame: str, folder: Path) -> Path:
    """The plan at hand built in a frame; the folder of its site."""
    plan = copy(folder / frame)
    file = plan / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        re.sub(r"(?m)^  - programme\b.*$", f"  - programme: {{frame: {frame}}}", text, count=1), encoding="utf-8"
    )
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], check=True, cwd=plan, env=QUIET)
    return plan / "site"


def plain(words: list[tuple[str, str]], measured: str, folder: Path) -> Path:
    """The words as a page of a plain Material build; the folder of its site."""
    source = (folder / "docs" / measured).with_suffix(".md")
    source.parent.mkdir(parents=True)
    text = "\n\n".join({"h1": "# ", "h2": "## ", "li": "- "}.get(tag, "") + one for tag, one in words)
    source.write_text(text, encoding="utf-8")
    (folder / "docs/index.md").write_text("# x\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: x\nuse_directory_urls: false\ntheme: {name: material, language: vi, font: false}\n",
        encoding="utf-8",
    )
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, env=QUIET)
    return folder / "site"


def hand_written(words: list[tuple[str, str]], measured: str, folder: Path) -> Path:
    """The words as a page without a style; its folder."""
    (folder / measured).parent.mkdir(parents=True)
    body = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in words)
    head = "<!doctype html><html lang=vi><meta charset=utf-8><meta name=viewport content='width=device-width'>"
    (folder / measured).write_text(f"{head}<title>x</title>{body}", encoding="utf-8")
    return folder


def main() -> None:
    assert shutil.which("node"), "node is needed to compress"
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        light, material = in_frame("light", folder), in_frame("material", folder)
        measured = f"{heaviest(open_programme(PLAN), light)}.html"
        article = BeautifulSoup((light / measured).read_text(encoding="utf-8"), "html.parser").find("article")
        assert article
        words = [(one.name, one.get_text(" ", strip=True)) for one in article.find_all(["h1", "h2", "p", "li"])]
        places = {
            "light": light,
            "Material's own": material,
            "hand-written": hand_written(words, measured, folder / "hand"),
            "plain Material": plain(words, measured, folder / "plain"),
        }
        servers = {name: serve(place, Compressed) for name, place in places.items()}
        addresses = {name: f"http://127.0.0.1:{one.server_port}/{measured}" for name, one in servers.items()}
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=BROWSER_OPTIONS)
        for address in addresses.values():
            view(browser, address)  # compresses
        found: dict[str, list[View]] = {name: [] for name in places}
        for _ in range(RUNS):
            for name, address in addresses.items():
                found[name].append(view(browser, address))
        print("| frame | kB brotli | requests, before load | first paint, ms | largest | shift | axe | Tabs, unseen |")
        print("|---|---|---|---|---|---|---|---|")
        for name, runs in found.items():
            first, largest, shift, size, requests, before = (
                statistics.median(column) for column in zip(*runs, strict=True)
            )
            axe, tabs = found_by_axe(browser, addresses[name]), by_keyboard(browser, addresses[name])
            print(
                f"| {name} | {size / 1000:.1f} | {requests:.0f}, {before:.0f} | {first:.0f} | {largest:.0f} "
                f"| {shift:.3f} | {axe} | {tabs[0]}, {tabs[1]} |"
            )
        for name in ("light", "Material's own"):
            pairs = zip(found[name], found["hand-written"], strict=True)
            ratio = statistics.median(one.first / two.first for one, two in pairs)
            print(f"first paint, {name} to hand-written: {ratio:.2f}")


if __name__ == "__main__":
    main()
