"""Plans are built on this machine, several at a time, each into its place or not at all."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack, nullcontext
from pathlib import Path
from queue import SimpleQueue

from ..building.reasons import refused
from ..building.whole_site import BuildError, build, is_empty, is_site, put_in_place
from ..pages import settings
from ..portal.listing import DATA
from . import own_code
from .builder import Builder
from .jobs import Job, Outcome
from .source import fetched


def run(every: Sequence[Job], processes: int) -> Generator[Outcome, None, None]:
    """Build the plans, so many at a time; each outcome as soon as it is known. Closed early, it ends what runs."""
    builders, pool = [Builder() for _ in range(processes)], ThreadPoolExecutor(processes)
    with ExitStack() as stack:
        stack.callback(pool.shutdown)  # at last: when what runs was ended
        idle: SimpleQueue[Builder] = SimpleQueue()
        for one in builders:
            idle.put(stack.enter_context(one))
        stack.callback(pool.shutdown, wait=False, cancel_futures=True)

        def outcome(job: Job) -> Outcome:
            builder = idle.get()
            before = builder.cpu
            try:
                return Outcome(job, _built(job, builder), cpu=builder.cpu - before)
            finally:
                idle.put(builder)

        for done in as_completed([pool.submit(outcome, job) for job in every]):
            yield done.result()


def _built(job: Job, builder: Builder) -> str:
    """Build a plan into its place; "", or why there is no new site."""
    if why := refusal(job):
        return why

    def make(new: Path) -> None:
        with fetched(job.source) if job.source else nullcontext(job.root) as folder:
            build(folder, new, lambda root, target: builder.build(root, target, job.address))

    try:
        put_in_place(make, job.target)
    except BuildError as error:
        return str(error)
    except OSError as error:
        return refused(error, job.target)
    return ""


def refusal(job: Job) -> str:
    """Why a plan is not even begun; "" where it is."""
    if job.source:
        for there in (settings.FILE, DATA):
            if (job.root / there).exists():
                return f"{job.root} đã có {there}: bỏ khóa source để dựng từ đó, hoặc chọn thư mục khác cho trang."
    elif not job.root.is_dir():
        return f"Không có thư mục {job.root}."
    elif not (job.root / settings.FILE).is_file():
        return f"{job.root} không phải thư mục của một Kế hoạch: không có {settings.FILE}."
    if job.target.exists() and not (is_site(job.target) or is_empty(job.target)):
        return f"{job.target} không phải thư mục của một trang đã dựng; chọn một thư mục trống."
    if not (job.source or job.code) and (found := own_code.found(job.root)):
        return own_code.refusal(found)
    return ""
