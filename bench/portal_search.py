"""A portal's search in a browser on a quarter of a core: the time to the first result, and what was fetched for it."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.parse import urlsplit

from plan_at_hand import BROWSER_OPTIONS, CHROMIUM, serve
from playwright.sync_api import Playwright, Request, sync_playwright

_CGROUP = Path("/sys/fs/cgroup/cpu") if Path("/sys/fs/cgroup/cpu").exists() else Path("/sys/fs/cgroup")


RUNS = 5


class Result(NamedTuple):
    """Seconds from the query to the first result (median), the files of the site that were fetched, the result."""

    seconds: float
    files: list[str]
    first: str


def first_results(site: Path, queries: list[str]) -> dict[str, Result]:
    """Each query in a browser of its own: nothing is there from the one before."""
    found = {}
    server = serve(site)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        program = _slow(Path(folder))
        for query in queries:
            runs = [_once(playwright, program, server.server_port, query) for _ in range(RUNS)]
            found[query] = runs[0]._replace(seconds=median(one.seconds for one in runs))
    server.shutdown()
    return found


def _once(playwright: Playwright, program: str, port: int, query: str) -> Result:
    browser = playwright.chromium.launch(executable_path=program, args=BROWSER_OPTIONS)
    page = browser.new_page()
    page.set_default_timeout(60_000)
    files: list[str] = []
    page.on("request", partial(_note, files))
    page.goto(f"http://127.0.0.1:{port}/tim-kiem.html")
    page.wait_for_load_state("networkidle")
    took = page.evaluate(_TYPED, query)
    first = page.text_content("#ket-qua li") or ""
    browser.close()
    return Result(took / 1000, files, first)


def _note(files: list[str], request: Request) -> None:
    files.append(urlsplit(request.url).path.lstrip("/"))


_TYPED = """query => new Promise(done => {
  const list = document.querySelector('#ket-qua')
  const start = performance.now()
  new MutationObserver(() => { if (list.children.length) done(performance.now() - start) })
    .observe(list, {childList: true})
  const box = document.querySelector('#o-tim')
  box.value = query
  box.dispatchEvent(new InputEvent('input', {bubbles: true}))
})"""


def _slow(folder: Path) -> str:
    """A command that starts the browser on a quarter of a core; as it is, where the machine does not let us."""
    group = _CGROUP / "portal-bench"
    with suppress(OSError):
        group.mkdir(exist_ok=True)
        old = group / "cpu.cfs_quota_us"
        if old.exists():
            old.write_text("25000", encoding="ascii")
        else:
            (group / "cpu.max").write_text("25000 100000", encoding="ascii")
        command = folder / "browser.sh"
        command.write_text(f'#!/bin/sh\necho $$ > {group}/cgroup.procs\nexec {CHROMIUM} "$@"\n', encoding="utf-8")
        command.chmod(0o755)
        return str(command)
    print("the browser has all of its core here")
    return str(CHROMIUM)
