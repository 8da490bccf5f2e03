"""Plans are built on many machines, by the scheduler of Dask (`distributed`, the extra `cluster`).

Each goes to a worker as an archive, or as the address of its source, and comes back as an archive; here it is unpacked
beside its place and put there whole.
Dask gives what a lost worker was at to another. A worker that has no room, or no such engine, gets no more plans.
"""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import cache
from ..building import readable
from ..building.reasons import is_of_machine, refused
from ..building.whole_site import is_site, put_in_place
from . import archive, carried, local
from .archive import Archive, ArchiveError
from .jobs import Job, Outcome
from .worker import Order, Returned, build_here

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE = 120.0
"""Seconds for which a scheduler without any worker is waited for."""
_LOOK = 5.0
"""Seconds after which it is looked whether there are workers, where no plan comes back."""
_AHEAD = 2
"""Plans that are on their way for each thread of the workers: so none waits, and few lie in memory."""
_MISSING = (
    "Dựng trên nhiều máy cần phần thêm [cluster], chưa cài ở đây. Gõ: pip install --require-hashes -r "
    "requirements/cluster.txt (trong kho mã của bộ máy: make cluster), trên máy này và mọi máy dựng."
)


_GONE = "Mất liên lạc với bộ điều phối trước khi trang về tới nơi."


class ClusterError(Exception):
    """No plan was sent; the message says why."""


def run(every: Sequence[Job], scheduler: str, patience: float = PATIENCE) -> Generator[Outcome, None, None]:
    """Build the plans by the workers of a scheduler, "tcp://host:8786"; each outcome as soon as it is known.

    Raises `ClusterError` where `distributed` is not installed, or no scheduler answers.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError(_MISSING) from None
    for name in ("distributed", "distributed.client"):  # what matters of it is told in the report
        logging.getLogger(name).setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", message="Sending large graph")
    try:
        client = Client(scheduler, set_as_default=False, timeout=30)
    except (OSError, ValueError) as error:
        raise ClusterError(f"Không nối được với bộ điều phối ở {scheduler}: {error}") from None
    with client:
        yield from _Sending(client, every, patience).outcomes()


@dataclass(frozen=True)
class _Sent:
    """A plan on its way. `note`: of a machine that failed it; `workers`: who may build it, all if none is named."""

    job: Job
    order: Order
    note: str = ""
    workers: frozenset[str] = frozenset()


class _Sending:
    """The plans that wait, those on their way, and the machines that get no more."""

    def __init__(self, client: Client, every: Sequence[Job], patience: float):
        self._client, self._patience = client, patience
        self._waiting, self._engine = iter(every), cache.code()
        self._under_way: dict[Future, _Sent] = {}
        self._shunned: set[str] = set()
        self._alone_since = 0.0
        self._told = self._removals()

    def outcomes(self) -> Iterator[Outcome]:
        try:
            yield from self._each()
        except (OSError, CancelledError):  # of the connection: what writing says is told with its plan
            yield from self._left(_GONE)

    def _left(self, why: str) -> Iterator[Outcome]:
        """What is on its way or waits, none of which will be built."""
        yield from (Outcome(sent.job, why, sent.note) for sent in self._under_way.values())
        yield from (Outcome(job, why) for job in self._waiting)

    def _each(self) -> Iterator[Outcome]:
        while True:
            yield from self._filled()
            if not self._under_way:
                return
            for future in self._back():
                outcome = self._outcome(future, self._under_way.pop(future))
                future.release()
                if outcome:
                    yield replace(outcome, note="\n".join(filter(None, (outcome.note, *self._gone()))))
            self._send_anew()
            if self._is_alone():
                why = f"Không còn máy dựng nào nối với bộ điều phối, đã chờ {self._patience:.0f} giây."
                self._client.cancel(list(self._under_way))
                yield from self._left(why)
                return

    def _workers(self) -> dict[str, int]:
        """Address -> threads, of those that are there."""
        known: dict[str, Any] = self._client.scheduler_info(n_workers=-1)["workers"]
        return {address: worker["nthreads"] for address, worker in known.items()}

    def _removals(self) -> set[tuple[float, str]]:
        """(when, address) of each worker that the scheduler lost, also of one that came and went between two looks."""
        events: Sequence[tuple[float, dict[str, Any]]] = self._client.get_events("all")
        return {(when, event["worker"]) for when, event in events if event.get("action") == "remove-worker"}

    def _gone(self) -> Iterator[str]:
        """What is noted of workers that were lost since it was last asked."""
        lost = self._removals()
        for address in sorted({address for _, address in lost - self._told}):
            yield f"mất máy {address} giữa chừng; việc của nó giao máy khác."
        self._told = lost

    def _filled(self) -> Iterator[Outcome]:
        """Send plans until enough are on their way; gives those that cannot be sent."""
        room = _AHEAD * max(1, sum(self._workers().values()))
        while len(self._under_way) < room:
            job = next(self._waiting, None)
            if job is None:
                return
            why = local.refusal(job)
            if not why:
                try:
                    self._send(_Sent(job, Order(job.source or carried.taken(job.root), job.address, self._engine)))
                except ArchiveError as error:
                    why = str(error)
                except OSError as error:
                    why = refused(error, job.root)
            if why:
                yield Outcome(job, why)

    def _send(self, sent: _Sent) -> None:
        good = self._workers().keys() - self._shunned
        sent = replace(sent, workers=frozenset(good) if self._shunned else frozenset())
        future = self._client.submit(build_here, sent.order, pure=False, workers=sorted(sent.workers) or None)
        self._under_way[future] = sent

    def _send_anew(self) -> None:
        """Send to others what waits for machines that are all gone."""
        there = self._workers().keys()
        for future, sent in list(self._under_way.items()):
            if sent.workers and there and not sent.workers & there and not future.done():
                del self._under_way[future]
                future.cancel()
                self._send(sent)

    def _back(self) -> list[Future]:
        """The plans that came back, or nothing after a while."""
        from distributed import wait

        try:
            with self._client.as_current():
                return list(wait(list(self._under_way), timeout=_LOOK, return_when="FIRST_COMPLETED").done)
        except TimeoutError:
            return []

    def _is_alone(self) -> bool:
        """Whether there has been no worker for too long."""
        if self._workers():
            self._alone_since = 0.0
            return False
        self._alone_since = self._alone_since or time.monotonic()
        return time.monotonic() - self._alone_since > self._patience

    def _outcome(self, future: Future, sent: _Sent) -> Outcome | None:
        """How a plan ended; None where it is sent anew, as the fault was a machine's."""
        job, note = sent.job, sent.note
        try:
            returned: Returned = future.result(timeout=60)
        except Exception as error:
            return Outcome(job, _lost(error), note)
        known = Outcome(job, returned.why, note, returned.cpu, sent.order.size)
        if returned.site:
            why = _published(job, returned.site)
            return replace(known, why=why, received=len(returned.site.content))
        if not returned.is_of_machine:
            return known
        machine = self._machine(future)
        self._shunned.add(machine)
        lines = returned.why.strip().splitlines()
        first = next(filter(is_of_machine, lines), lines[0]).strip()
        if note or not (self._workers().keys() - self._shunned):
            return replace(known, why=f"Máy {machine}: {returned.why}")
        note = f"máy {machine} không dựng được {job.name} ({first.rstrip('.')}), nên máy khác dựng thay."
        self._send(replace(sent, note=note))
        return None

    def _machine(self, future: Future) -> str:
        found = self._client.who_has([future]).get(future.key) or ("không rõ",)
        return str(found[0])


def _lost(error: Exception) -> str:
    kind = type(error).__name__
    if kind == "KilledWorker":
        return "Các máy dựng lần lượt bị dừng khi dựng Kế hoạch này (thường vì hết bộ nhớ)."
    if isinstance(error, OSError | CancelledError):
        return _GONE
    return f"Máy dựng báo lỗi: {kind}: {error}"


def _published(job: Job, site: Archive) -> str:
    """Put a site that came back in its place, whole; "", or why not."""

    def make(new: Path) -> None:
        archive.unpacked(site, new)
        if not is_site(new):
            raise ArchiveError("Gói tệp nhận về không phải một trang đã dựng.")
        readable.open_to_all(new)

    try:
        put_in_place(make, job.target)
    except ArchiveError as error:
        return str(error)
    except OSError as error:
        return refused(error, job.target)
    return ""
