"""Publish a site that is built already: `python tests/publish_copy.py DEST SITE [STEP]`.

Everything of `programme publish` but the build itself, so that a test can publish many times.
With a STEP the process is killed just before it changes the folders for that time.
"""

import os
import shutil
import signal
import sys
from pathlib import Path

from programme.commands import publish

PLAN = Path(__file__).resolve().parent / "plans/second"
"""Whose sites these are: the made-up plan."""


def publish_copy(destination: Path, site: Path, step: int = 0, data: str = "", drop: bool = False) -> Path:
    """Publish a copy of `site`, as if made of the state `data` (if not said, another one each time)."""

    def build(root: Path, target: Path) -> None:
        shutil.copytree(site, target, dirs_exist_ok=True)
        if step:
            killed_before(step)

    publish.build = build
    publish._data = lambda root: data or os.urandom(4).hex()
    return publish.publish(PLAN, destination, drop=drop)


def killed_before(step: int) -> None:
    """Arrange for the end of this process, as sudden as a power cut, before its `step`-th change to the folders."""
    left = step

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in ("os.remove", "os.rmdir") and arguments[-1] != -1:
            return  # inside a folder that is being removed: one moment of many, the last one is enough
        if event in ("os.chmod", "os.rename", "os.symlink", "os.remove", "os.rmdir", "shutil.rmtree"):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


if __name__ == "__main__":
    publish_copy(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
