"""Spoil plans at random and see that each ends in findings, or in a site that passes the look before publication.

`python tests/mutation_drill.py mutations 2000` tries that many cases, `... acceptance 30` looks at that many of the
sites in a browser, `... sample 15` tries cases drawn from all until that many ended in a site. What has ended stands
in `.cache/drills`: stopped, it goes on from there; when the engine, a plan or the drill changed, it begins anew. A case
has a number, which gives all that is random in it: `... mutations --case 17` tries one again and keeps its folder.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

import mkdocs.commands.build
import mkdocs.config
from mutations import KINDS, spoil
from support import PLAN, PLANS, ROOT, SITE_URL, copied

from programme import FindingsError, cache, check, open_programme
from programme.built import verify
from programme.load.findings import report
from programme.pages import page_files

CHECK_LIMIT = 5
"""CPU seconds for the check of one plan."""
CASE_LIMIT = 300
"""CPU seconds for a case; a whole site takes some 6, its acceptance some 40."""
_WAIT = 1800
"""Seconds for a case, if it neither ends nor takes CPU time."""
FINDINGS, SITE, FAULT = "findings", "site", "fault"
_OURS_ALONE = "lời trong data/ là lời của văn bản nguồn (source/*.txt)"
"""The one check of the acceptance that a spoiled text must fail: it is no longer the document's."""


@dataclass(frozen=True)
class End:
    """How a case ended: in `FINDINGS`, a `SITE`, or a `FAULT` with what was wrong."""

    case: int
    plan: str
    done: list[str]
    end: str
    said: str = ""
    seconds: float = 0


def mutated(case: int, root: Path) -> tuple[str, list[str]]:
    """A spoiled copy of a plan in the new folder `root`: which plan, and what was done. Kinds come in turn."""
    plan = PLANS[case % len(PLANS)]
    turn = case // len(PLANS)
    kinds = [kind for kind in KINDS if kind.structural == (turn % 2 == 0)]
    copied(root, plan)
    return plan.name, spoil(Random(case), root, kinds[turn // 2 % len(kinds)])


def _slow(*_: object) -> None:
    raise TimeoutError(f"the check took over {CHECK_LIMIT} s of CPU time")


def checked(root: Path) -> str:
    """The findings of a plan as a person reads them; nothing if it may be built."""
    signal.signal(signal.SIGPROF, _slow)
    signal.setitimer(signal.ITIMER_PROF, CHECK_LIMIT)
    try:
        page_files.create_missing(open_programme(root, with_pages=False), root / "docs")
        check(root)
    except FindingsError as error:
        assert error.findings and all(finding.found and finding.file for finding in error.findings)
        return report(error.findings)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


def build(root: Path, site: Path) -> str:
    """Build the whole site of a plan as `programme build` does, in this process; what went wrong, if anything."""
    os.environ["SITE_URL"] = SITE_URL
    os.chdir(root)
    said = io.StringIO()
    try:
        with redirect_stdout(said), redirect_stderr(said):
            config = mkdocs.config.load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(site))
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs.commands.build.build(config)
    except (Exception, SystemExit) as error:
        return f"{type(error).__name__}: {error}\n{said.getvalue()}"
    return ""


def outcome(case: int, folder: Path, accepted: bool = False) -> End:
    """Try one case in a new folder."""
    start = time.process_time()
    root, site = folder / "plan", folder / "site"
    folder.mkdir()
    plan, done = mutated(case, root)
    end, said = FAULT, ""
    try:
        if said := checked(root):
            end = FINDINGS
        elif not (said := build(root, site)) and not (said := "\n".join(verify.problems(check(root)[0], site))):
            said = "\n".join(_accept(root, site)) if accepted else ""
            end = FAULT if said else SITE
    except Exception:
        said = traceback.format_exc()
    return End(case, plan, done, end, said[-4000:], round(time.process_time() - start, 2))


def _accept(root: Path, site: Path) -> Iterator[str]:
    from programme.accept.checks import CHECKS
    from programme.accept.chromium import opened
    from programme.accept.site import Site

    with opened() as browser:
        for what, look in CHECKS.items():
            if what != _OURS_ALONE:
                yield from (f"{what}: {fault}" for fault in look(Site(open_programme(root), root, site, browser)))


def _run(case: int, folder: Path, accepted: bool, answer: Path) -> None:
    """The work of a process of its own: what it breaks, it breaks for itself."""
    resource.setrlimit(resource.RLIMIT_CPU, (CASE_LIMIT, CASE_LIMIT + 5))
    answer.write_text(json.dumps(asdict(outcome(case, folder, accepted)), ensure_ascii=False), encoding="utf-8")


def outcomes(cases: Iterable[int], folder: Path, jobs: int, accepted: bool = False) -> Iterator[End]:
    """Try cases, `jobs` at a time, each in a process of its own; their ends as they come."""
    left = iter(cases)
    work: dict[int, tuple[int, ForkProcess]] = {}
    while True:
        while len(work) < jobs and (case := next(left, None)) is not None:
            arguments = (case, folder / str(case), accepted, folder / f"{case}.json")
            process = get_context("fork").Process(target=_run, args=arguments)
            process.start()
            work[process.sentinel] = (case, process)
        if not work:
            return
        for sentinel in wait(list(work), timeout=_WAIT) or list(work):
            case, process = work.pop(int(sentinel))  # type: ignore[arg-type]
            yield _ended(case, process, folder / f"{case}.json")
            shutil.rmtree(folder / str(case), ignore_errors=True)


def _ended(case: int, process: ForkProcess, answer: Path) -> End:
    process.join(1)
    code = process.exitcode
    if code == 0:
        return End(**json.loads(answer.read_text(encoding="utf-8")))
    process.kill()
    return End(case, PLANS[case % len(PLANS)].name, [], FAULT, f"the process ended with {code}")


def _digest() -> str:
    """What the ends of cases rest on: the engine, the plans, the drill."""
    digest = hashlib.sha256(cache.code().encode())
    parts = [ROOT / "programme", *(plan / part for plan in PLANS for part in PLAN)]
    found = sorted(path for part in parts for path in (part.rglob("*") if part.is_dir() else [part]) if path.is_file())
    for path in (
        *found,
        *(ROOT / "tests" / name for name in ("mutations.py", "mutation_drill.py", "markup.py", "written.py")),
    ):
        if "__pycache__" not in path.parts:
            digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:12]


class Journal:
    """The ends so far of a drill, in a file that grows by a line a case."""

    def __init__(self, name: str) -> None:
        home = ROOT / ".cache/drills"
        self.path = home / f"{name}-{_digest()}.jsonl"
        for old in home.glob(f"{name}-*.jsonl"):
            if old != self.path:
                old.unlink()
        lines = self.path.read_text(encoding="utf-8").split("\n") if self.path.exists() else ()
        self.ends = {end.case: end for end in (End(**json.loads(line)) for line in lines if line.endswith("}"))}

    def add(self, end: End) -> None:
        self.ends[end.case] = end
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(end), ensure_ascii=False) + "\n")


def told(ends: Iterable[End]) -> str:
    """How many cases and kinds there were, how they ended, and each fault."""
    ends = list(ends)
    counts = Counter(end.end for end in ends)
    kinds = {done.split(":")[0] for end in ends for done in end.done}
    by_group = Counter((end.case // len(PLANS) % 2 == 0, end.end) for end in ends)
    lines = [
        f"{len(ends)} cases of {len(kinds)} kinds: {counts[FINDINGS]} in findings, {counts[SITE]} in a right site, "
        f"{counts[FAULT]} faults; {sum(end.seconds for end in ends):.0f} s of CPU time"
    ]
    lines += [
        f"  structural {by_group[True, end]}, others {by_group[False, end]}: {end}" for end in (FINDINGS, SITE, FAULT)
    ]
    lines += [f"case {end.case} ({end.plan}) {end.done}\n{end.said}\n" for end in ends if end.end == FAULT]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("drill", choices=("mutations", "acceptance", "sample"))
    parser.add_argument("count", nargs="?", type=int, default=0)
    parser.add_argument("--case", type=int)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    accepted = options.drill == "acceptance"
    folder = Path(tempfile.mkdtemp(prefix="drill-"))
    if options.case is not None:
        end = outcome(options.case, folder / str(options.case), accepted)
        print(told([end]), end.said, *end.done, folder, sep="\n")
        return int(end.end == FAULT)
    if options.drill == "sample":
        return _sample(options.count, folder)
    journal = Journal(options.drill)
    cases = Random(2023).sample(sorted(_sites()), options.count) if accepted else list(range(options.count))
    left = [case for case in cases if case not in journal.ends]
    print(f"{len(cases)} cases, {len(cases) - len(left)} of them tried before", flush=True)
    started = time.monotonic()
    for number, end in enumerate(outcomes(left, folder, options.jobs, accepted), 1):
        journal.add(end)
        if end.end == FAULT:
            print(f"case {end.case} ({end.plan}) {end.done}\n{end.said}", flush=True)
        if number % 50 == 0:
            print(f"{number} of {len(left)} after {time.monotonic() - started:.0f} s", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    ends = [journal.ends[case] for case in cases]
    print(told(ends))
    return int(any(end.end == FAULT for end in ends))


def _sample(sites: int, folder: Path) -> int:
    ends: list[End] = []
    # Most that passes the check is spoiled in its words, and a small plan is built sooner.
    drawn = [case for case in Random(2023).sample(range(2000), 2000) if case % 20 in (2, 3, 7, 11, 15, 17, 19)]
    for end in outcomes(drawn, folder, jobs=1):
        ends.append(end)
        if sum(one.end == SITE for one in ends) == sites:
            break
    shutil.rmtree(folder, ignore_errors=True)
    print(told(ends))
    return int(any(end.end == FAULT for end in ends))


def _sites() -> Iterator[int]:
    """The cases of the other drill that ended in a site."""
    ends = Journal("mutations").ends.values()
    if not ends:
        sys.exit("the drill of mutations comes first")
    return (end.case for end in ends if end.end == SITE)


if __name__ == "__main__":
    sys.exit(main())
