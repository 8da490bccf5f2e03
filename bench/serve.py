"""How long after a fact is saved it stands in the open browser page.

Runs the server on a copy of the project, opens a page in Chromium, changes the
budget of Dự án 2 again and again, and waits for the new amount to be shown.

Target: under 1 s. The open page comes first, the whole site follows; the page is measured.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from programme.accept.chromium import opened

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from conftest import copy_project  # noqa: E402

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
    file = copy / "data" / "projects" / "du-an-2.yaml"
    shown, times = "3.051", []
    with opened() as browser:
        page = browser.new_page()
        page.goto(f"{address}/du-an/2")
        for run in range(RUNS):
            time.sleep(3)  # somebody reads the page before the next edit
            new = f"3.{100 + run}"
            text = file.read_text(encoding="utf-8").replace(f"{shown} triệu", f"{new} triệu")
            start = time.perf_counter()
            file.write_text(text, encoding="utf-8")
            page.wait_for_function(SHOWN, arg=new)
            times.append(time.perf_counter() - start)
            shown = new
    return times


if __name__ == "__main__":
    main()
