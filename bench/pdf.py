"""How long all PDF files take, beside WeasyPrint on the same pages with their print style sheet.

`make site` first. WeasyPrint is not one of our dependencies: where it is missing
(an environment at .cache/weasyprint with it), only ours are timed.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from plan_at_hand import PLAN

from programme import cache, open_programme
from programme.built import pdf, typeset
from programme.built.site import built_site
from programme.history import git
from programme.history.change_log import UNKNOWN

SITE = PLAN / "site"
OTHER = PLAN / ".cache" / "weasyprint" / "bin" / "python"
RUNS = int(os.environ.get("RUNS", "5"))
PAGES = """
import sys, time
from pathlib import Path
from weasyprint import HTML
start = time.perf_counter()
for name in sys.argv[2:]:
    path = Path(sys.argv[1]) / f"{name}.html"
    text = path.read_text(encoding="utf-8").replace("attr(data-running)", "''")  # it stops at attr() in a margin
    HTML(string=text, base_url=str(path)).render()
print(time.perf_counter() - start)
"""


def main() -> None:
    programme = open_programme(PLAN)
    pages = [path.relative_to(SITE).with_suffix("").as_posix() for path in sorted(SITE.rglob("*/*.pdf"))]
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(SITE, site)
        times = []
        for run in range(RUNS):
            cache.FOLDER = Path(folder) / f"kept-{run}"
            start = time.perf_counter()
            with typeset.presses(site) as presses:
                begun = pdf.begun(programme, built_site(site, git.version(PLAN), UNKNOWN), presses)
                for paper in begun.values():
                    paper.result()
            times.append(time.perf_counter() - start)
        ours = statistics.median(times)
        print(f"all {len(begun)} PDF files, median of {RUNS}: {ours:.2f} s ({min(times):.2f} to {max(times):.2f})")
        if OTHER.exists():
            done = subprocess.run(
                [str(OTHER), "-c", PAGES, str(site), *pages], capture_output=True, text=True, check=True
            )
            print(f"WeasyPrint on the same {len(pages)} pages, without the booklet: {float(done.stdout):.1f} s")


if __name__ == "__main__":
    main()
