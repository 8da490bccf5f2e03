"""What is done on another machine: a plan that came as an archive is built, and its site goes back as one."""

from __future__ import annotations

import atexit
import os
import tempfile
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import NamedTuple

from .. import cache
from ..building.reasons import is_of_machine, refused
from ..building.whole_site import BuildError, build
from . import archive, carried
from .archive import Archive, ArchiveError
from .builder import Builder
from .source import Source, fetched

_idle: SimpleQueue[Builder] = SimpleQueue()


class Order(NamedTuple):
    """A plan or where to fetch it, the address of its site, and the hash of the engine that is to build it."""

    plan: Archive | Source
    address: str
    engine: str

    @property
    def size(self) -> int:
        """Bytes of the plan that go along."""
        return len(self.plan.content) if isinstance(self.plan, Archive) else 0


class Returned(NamedTuple):
    """The site; or why there is none, and whether another machine may do better. `cpu` seconds were spent."""

    site: Archive | None
    why: str = ""
    is_of_machine: bool = False
    cpu: float = 0.0


def build_here(order: Order) -> Returned:
    """Build the plan of an order with a warm process of this machine, in a folder that is removed."""
    if order.engine != cache.code():
        return Returned(None, "bộ máy trên máy ấy khác bản với máy giao việc; cài cùng một bản rồi làm lại.", True)
    try:
        builder = _idle.get_nowait()
    except Empty:
        builder = Builder({"PROGRAMME_CACHE": str(_kept())})
        atexit.register(builder.close)
    before = builder.cpu
    try:
        site, why, machine = _built(order, builder)
        return Returned(site, why, machine, builder.cpu - before)
    finally:
        _idle.put(builder)


def _built(order: Order, builder: Builder) -> tuple[Archive | None, str, bool]:
    killed = False

    def built(root: Path, target: Path) -> tuple[int, str]:
        nonlocal killed
        status, said = builder.build(root, target, order.address)
        killed = status < 0
        return status, said

    try:
        with tempfile.TemporaryDirectory(prefix="programme-", ignore_cleanup_errors=True) as work:
            site = Path(work) / "site"
            if isinstance(order.plan, Source):
                with fetched(order.plan) as root:
                    build(root, site, built)
            else:
                build(carried.arrived(order.plan, Path(work) / "plan"), site, built)
            return archive.packed(site, sorted(site.rglob("*"))), "", False
    except BuildError as error:
        return None, str(error), killed or is_of_machine(str(error))
    except ArchiveError as error:
        return None, str(error), False
    except OSError as error:
        return None, refused(error), True


def _kept() -> Path:
    """What took long to make is kept for all plans that come here."""
    named = os.environ.get("PROGRAMME_CACHE")
    return Path(named) if named else Path.home() / ".cache/programme"
