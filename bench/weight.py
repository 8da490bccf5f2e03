"""First view of a project page on slow 3G with a phone's processor: bytes, requests, paint, layout shift.

Beside it the same words as a hand-written page, and a plain Material build of
the same pages. Medians of one run; Chromium's own throttling.
"""

from __future__ import annotations

import gzip
import os
import statistics
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from bs4 import BeautifulSoup
from plan_at_hand import BROWSER_OPTIONS, CHROMIUM, PLAN, QUIET, Silent, build, heaviest, serve
from playwright.sync_api import Browser, sync_playwright

from programme import open_programme

RUNS = int(os.environ.get("RUNS", "7"))
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
OBSERVE = """() => new Promise(done => {
  let shift = 0
  new PerformanceObserver(list => list.getEntries().forEach(one => { shift += one.value }))
    .observe({type: 'layout-shift', buffered: true})
  new PerformanceObserver(list => {
    window.largest = list.getEntries().at(-1).startTime
  }).observe({type: 'largest-contentful-paint', buffered: true})
  const first = performance.getEntriesByName('first-contentful-paint')[0].startTime
  setTimeout(() => done([first, window.largest, shift]), 800)
})"""


class Compressed(Silent):
    """Sends everything gzipped, as a server would."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            return self.send_error(404)
        body = gzip.compress(path.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def view(browser: Browser, address: str) -> tuple[float, float, float, int, int]:
    """First paint, largest paint (ms), layout shift, bytes, requests."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_3G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    first, largest, shift = page.evaluate(OBSERVE)
    context.close()
    return first, largest, shift, int(sum(sizes)), len(sizes)


def main() -> None:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        site, plain, hand = folder / "site", folder / "plain", folder / "hand"
        build(site)
        measured = f"{heaviest(open_programme(PLAN), site)}.html"
        article = BeautifulSoup((site / measured).read_text(encoding="utf-8"), "html.parser").find("article")
        assert article
        words = [(one.name, one.get_text(" ", strip=True)) for one in article.find_all(["h1", "h2", "p", "li"])]
        (hand / measured).parent.mkdir(parents=True)
        body = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in words)
        head = "<!doctype html><html lang=vi><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        page = f"{head}<title>x</title>{body}"
        (hand / measured).write_text(page, encoding="utf-8")
        source = (plain / "docs" / measured).with_suffix(".md")
        source.parent.mkdir(parents=True)
        text = "\n\n".join({"h1": "# ", "h2": "## ", "li": "- "}.get(tag, "") + one for tag, one in words)
        source.write_text(text, encoding="utf-8")
        (plain / "docs/index.md").write_text("# x\n", encoding="utf-8")
        (plain / "mkdocs.yml").write_text(
            "site_name: x\nuse_directory_urls: false\ntheme: {name: material, language: vi, font: false}\n",
            encoding="utf-8",
        )
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(plain / "mkdocs.yml")], check=True, env=QUIET
        )
        places = {"ours": site, "hand-written": hand, "plain Material": plain / "site"}
        found: dict[str, list[tuple[float, float, float, int, int]]] = {name: [] for name in places}
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=BROWSER_OPTIONS)
        servers = {name: serve(place, Compressed) for name, place in places.items()}
        for _ in range(RUNS):
            for name, server in servers.items():
                found[name].append(view(browser, f"http://127.0.0.1:{server.server_port}/{measured}"))
        print("| page | kB gzip | requests | first paint, ms | largest, ms | layout shift |\n|---|---|---|---|---|---|")
        for name, runs in found.items():
            first, largest, shift, size, requests = (statistics.median(column) for column in zip(*runs, strict=True))
            print(f"| {name} | {size / 1000:.1f} | {requests:.0f} | {first:.0f} | {largest:.0f} | {shift:.3f} |")
        ratio = statistics.median(
            one[0] / two[0] for one, two in zip(found["ours"], found["hand-written"], strict=True)
        )
        print(f"first paint, ours to hand-written: {ratio:.2f}")


if __name__ == "__main__":
    main()
