"""Publish a site that is built already: `python tests/publish_copy.py DEST SITE`.

Everything of tools/publish.py but the build itself, so that a test can publish many times.
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))
import publish  # noqa: E402


def publish_copy(destination: Path, site: Path, root: Path = ROOT) -> Path:
    """Publish a copy of `site`."""
    publish._build = lambda _, target: shutil.copytree(site, target, dirs_exist_ok=True)
    return publish.publish(root, destination)


if __name__ == "__main__":
    publish_copy(Path(sys.argv[1]), Path(sys.argv[2]))
