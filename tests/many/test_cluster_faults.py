"""What may go wrong between the machine that sends plans and those that build them; without a scheduler to wait for."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any

import pytest
from many_plans import listed
from support import commanded, contents

from programme import cache
from programme.farm import archive, carried, cluster, worker
from programme.farm.archive import Archive, ArchiveError
from programme.farm.jobs import Job
from programme.farm.worker import Order, Returned

KilledWorker = type("KilledWorker", (Exception,), {})


class Future:
    """A plan on its way to the worker `at`."""

    def __init__(self, at: str, give: Callable[[], Returned]):
        self.key, self.at, self._give = f"{id(self)}", at, give

    def result(self, timeout: int) -> Returned:
        return self._give()

    def done(self) -> bool:
        return True

    def release(self) -> None:
        pass


class Scheduled:
    """Stands for the client of a scheduler with workers named `there`, whose plans come back as `gives` says."""

    def __init__(self, there: tuple[str, ...], *gives: Returned | Exception):
        self.there, self._gives = there, list(gives)
        self.events: list[tuple[float, dict[str, str]]] = [(1.0, {"action": "remove-worker", "worker": "lost before"})]

    def scheduler_info(self, **_: Any) -> dict[str, Any]:
        return {"workers": {one: {"nthreads": 1} for one in self.there}}

    def get_events(self, topic: str) -> list[tuple[float, dict[str, str]]]:
        return list(self.events)

    def submit(self, *_: Any, workers: list[str] | None, **__: Any) -> Any:
        return Future((workers or self.there or ("?",))[0], self._given)

    def cancel(self, futures: list[Future]) -> None:
        pass

    def _given(self) -> Returned:
        given = self._gives.pop(0)
        if isinstance(given, Exception):
            raise given
        return given

    def who_has(self, futures: list[Any]) -> dict[Any, tuple[str, ...]]:
        return {one.key: (one.at,) for one in futures}


def sent(plan: Path, client: Scheduled, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """(why, note) of each outcome of one plan."""
    monkeypatch.setattr(cluster._Sending, "_back", lambda self: list(self._under_way))
    job = Job("xa-1", plan, plan / "site")
    return [(one.why, one.note) for one in cluster._Sending(client, [job], 0.0).outcomes()]  # type: ignore[arg-type]


FULL = Returned(None, "Không đọc hay ghi được /x: đĩa đã đầy.", True)


def test_a_machine_that_cannot_is_given_no_more(plans: Path, monkeypatch: pytest.MonkeyPatch):
    """Its plan goes to another one; where that cannot either, or there is none, the report names it and why."""
    found = sent(plans / "xa-1", Scheduled(("a", "b"), FULL, Returned(None, "xa-1 sai")), monkeypatch)
    note = "máy a không dựng được xa-1 (Không đọc hay ghi được /x: đĩa đã đầy), nên máy khác dựng thay."
    assert found == [("xa-1 sai", note)]
    assert sent(plans / "xa-1", Scheduled(("a", "b"), FULL, FULL), monkeypatch) == [(f"Máy b: {FULL.why}", note)]
    assert sent(plans / "xa-1", Scheduled(("a",), FULL), monkeypatch) == [(f"Máy a: {FULL.why}", "")]


def test_a_machine_that_comes_and_goes_between_two_looks_is_told(plans: Path, monkeypatch: pytest.MonkeyPatch):
    """It is never among the workers that are asked for; one lost before the run is nothing of this run's."""
    client = Scheduled(("a",), Returned(None, "xa-1 sai"))

    def back(sending: cluster._Sending) -> list[Future]:
        client.events += [
            (2.0, {"action": "add-worker", "worker": "b"}),
            (3.0, {"action": "remove-worker", "worker": "b"}),
        ]
        return list(sending._under_way)  # type: ignore[arg-type]

    monkeypatch.setattr(cluster._Sending, "_back", back)
    job = Job("xa-1", plans / "xa-1", plans / "xa-1/site")
    outcomes = list(cluster._Sending(client, [job], 0.0).outcomes())  # type: ignore[arg-type]
    assert [one.note for one in outcomes] == ["mất máy b giữa chừng; việc của nó giao máy khác."]


def test_what_the_scheduler_says_is_told_in_words(plans: Path, monkeypatch: pytest.MonkeyPatch):
    """A plan that ends one worker after another, a scheduler that is gone, no worker at all."""
    for error, why in (
        (KilledWorker(), "Các máy dựng lần lượt bị dừng khi dựng Kế hoạch này (thường vì hết bộ nhớ)."),
        (CancelledError(), "Mất liên lạc với bộ điều phối trước khi trang về tới nơi."),
        (TimeoutError(), "Mất liên lạc với bộ điều phối trước khi trang về tới nơi."),
        (ModuleNotFoundError("x"), "Máy dựng báo lỗi: ModuleNotFoundError: x"),
    ):
        assert sent(plans / "xa-1", Scheduled(("a",), error), monkeypatch) == [(why, "")]
    job = Job("xa-1", plans / "xa-1", plans / "xa-1/site")
    monkeypatch.setattr(cluster._Sending, "_back", lambda self: [])
    outcomes = list(cluster._Sending(Scheduled(()), [job, job], -1.0).outcomes())  # type: ignore[arg-type]
    assert [one.why for one in outcomes] == ["Không còn máy dựng nào nối với bộ điều phối, đã chờ -1 giây."] * 2


@pytest.mark.parametrize("lost", (CancelledError(), OSError("closed")))
def test_a_scheduler_that_goes_ends_the_run(plans: Path, monkeypatch: pytest.MonkeyPatch, lost: Exception):
    """What is on its way and what waits are told, each once."""

    def back(self: object) -> list[Future]:
        raise lost

    monkeypatch.setattr(cluster._Sending, "_back", back)
    every = [Job(f"xa-{n}", plans / f"xa-{n}", plans / f"xa-{n}/site") for n in (1, 2, 3, 4)]
    outcomes = list(cluster._Sending(Scheduled(("a",)), every, 0.0).outcomes())  # type: ignore[arg-type]
    why = "Mất liên lạc với bộ điều phối trước khi trang về tới nơi."
    assert [(one.job.name, one.why) for one in outcomes] == [(f"xa-{n}", why) for n in (1, 2, 3, 4)]


def test_a_site_that_is_not_believed_is_not_published(plans: Path, monkeypatch: pytest.MonkeyPatch):
    """Another hash, no site in it, no room for it here: what was there stays, and nothing lies beside it."""
    target = plans / "xa-1/site"
    target.mkdir()
    (target / "404.html").write_text("trang cũ", encoding="utf-8")
    before = contents(plans)
    job = Job("xa-1", plans / "xa-1", target)
    nothing = archive.packed(plans, [])
    other = Archive(nothing.content, "0" * 64)
    assert cluster._published(job, nothing) == "Gói tệp nhận về không phải một trang đã dựng."
    assert cluster._published(job, other).startswith("Gói tệp nhận về không khớp mã băm")

    def full(given: Archive, to: Path) -> None:
        to.mkdir()
        (to / "index.html").write_text("một nửa", encoding="utf-8")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(to))

    monkeypatch.setattr(archive, "unpacked", full)
    assert "đĩa đã đầy" in cluster._published(job, nothing)
    assert contents(plans) == before


def test_a_worker_refuses_what_it_cannot_build_alike(plans: Path, tmp_path: Path):
    """An order for another engine, or an archive that is not what its hash says: nothing is built."""
    plan = carried.taken(plans / "xa-1")
    why = "bộ máy trên máy ấy khác bản với máy giao việc; cài cùng một bản rồi làm lại."
    assert worker.build_here(Order(plan, "", "khác")) == Returned(None, why, True)
    returned = worker.build_here(Order(Archive(plan.content, "0" * 64), "", cache.code()))
    assert (returned.site, returned.is_of_machine) == (None, False) and "mã băm" in returned.why
    place = archive.packed(plans, [], {".carried/about.json": b'{"place": "../x"}', ".carried/objects.pack": b""})
    with pytest.raises(ArchiveError, match="tên không được phép"):
        carried.arrived(place, tmp_path / "there")


def test_what_is_missing_is_told_with_how_to_get_it(plans: Path, monkeypatch: pytest.MonkeyPatch):
    """The extra is not installed; or nobody answers at the address."""
    portal = str(listed(plans, "folder: xa-1"))
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = commanded("build-all", portal, "--scheduler", "tcp://127.0.0.1:9")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Dựng trên nhiều máy cần phần thêm [cluster], chưa cài ở đây. Gõ: pip install --require-hashes -r "
        "requirements/cluster.txt (trong kho mã của bộ máy: make cluster), trên máy này và mọi máy dựng.\n"
    )
