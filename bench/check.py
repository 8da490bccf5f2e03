"""How long the check of the plan at hand takes, and how it grows with many plans.

The plan itself: whole processes of `python -m programme check`. Many plans:
copies of it, each loaded and checked in one process; what one takes should not grow
with their number. Other numbers of copies: `python bench/check.py 1 10`.

Target: under 0.3 s for a plan; linear.
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

from plan_at_hand import PLAN

from programme import check

RUNS = int(os.environ.get("RUNS", "9"))
COUNTS = tuple(map(int, sys.argv[1:])) or (1, 10, 100, 1000)


def main() -> None:
    whole = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "programme", "check"], cwd=PLAN, check=True, stdout=subprocess.DEVNULL)
        whole.append(time.perf_counter() - start)
    alone: dict[int, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in COUNTS:
            for run in range(5 if count < 1000 else 1):
                spent = 0.0
                for number in range(count):
                    copy = Path(folder) / f"plan-{count}-{run}-{number}"
                    shutil.copytree(PLAN / "data", copy / "data")
                    (copy / "docs").mkdir()
                    start = time.perf_counter()
                    check(copy, with_pages=False)
                    spent += time.perf_counter() - start
                    shutil.rmtree(copy)
                alone.setdefault(count, []).append(spent)
    print(f"check of the plan, a whole process, median of {RUNS}: {statistics.median(whole):.2f} s")
    for count, times in alone.items():
        total = statistics.median(times)
        a_plan = total / count * 1000
        print(f"load and check of {count:>4} plans in one process: {total:6.2f} s, {a_plan:.0f} ms a plan")


if __name__ == "__main__":
    main()
