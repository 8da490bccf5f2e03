"""Pack the built site into a ZIP that opens from a folder or a USB stick: `make offline`."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "giam-ngheo"
MOMENT = (2023, 6, 1, 0, 0, 0)  # fixed: the same site gives the same bytes


def pack(site: Path, target: Path) -> None:
    """Write `site` into the ZIP `target`, without the copies that only a server needs."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(site.rglob("*")):
            if path.is_file() and path.suffix != ".gz":
                entry = zipfile.ZipInfo(f"{FOLDER}/{path.relative_to(site).as_posix()}", MOMENT)
                entry.external_attr = 0o644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())


if __name__ == "__main__":
    pack(ROOT / "site", Path(sys.argv[1]))
