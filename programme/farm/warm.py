"""A warm process: it has done the slow imports, and each plan is built by a copy of it, which ends with the build.

So what a plan's build changes, variables, modules, caches, the state of plugins, is nowhere in the next. Run as a
script it reads orders, one JSON object a line: `root`, `target`, `address` (for SITE_URL, "" for none) and `said`, the
file that takes what the build says. It answers each by a line: `status`, of the copy, below 0 where a signal ended it,
and `cpu`, its seconds with those of its own processes.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import TextIO

_OURS = Path(__file__).resolve().parents[2]


def main() -> None:
    if str(_OURS) not in sys.path:
        sys.path.insert(0, str(_OURS))
    from programme.building import warm_build

    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library may print is no answer
    warm_build.warm_up()
    for one in (*warm_build.ENGINE_PARTS, *warm_build.WHOLE_PARTS):
        import_module(one)
    from programme import cache

    cache.code()  # of the engine, which is the same for all plans
    gc.collect()
    gc.freeze()  # a copy that looks for waste need not look here, and shares the memory
    for line in iter(sys.stdin.readline, ""):
        order = json.loads(line)
        ended, held = os.pipe()
        pid = os.fork()
        if not pid:
            os.close(ended)
            _build(answers, **order)
        os.close(held)  # the copy alone holds it now, until it ends
        if sys.stdin in select.select([sys.stdin, ended], [], [])[0]:  # who asked is gone: the build is for nobody
            os.killpg(0, signal.SIGKILL)
        os.close(ended)
        _, status, used = os.wait4(pid, 0)
        answer = {"status": os.waitstatus_to_exitcode(status), "cpu": used.ru_utime + used.ru_stime}
        print(json.dumps(answer), file=answers, flush=True)


def _build(answers: TextIO, root: str, target: str, address: str, said: str) -> None:
    """Build as `python -m mkdocs` does in the folder of the plan; then this copy ends."""
    from mkdocs.__main__ import cli

    from programme.building.whole_site import ASKED

    answers.close()
    nothing = os.open(os.devnull, os.O_RDONLY)
    spoken = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for number, taken in ((0, nothing), (1, spoken), (2, spoken)):
        os.dup2(taken, number)
    os.chdir(root)
    sys.path.insert(0, root)
    os.environ["SITE_URL"] = address
    cli([*ASKED, target], prog_name="mkdocs")


if __name__ == "__main__":
    main()
