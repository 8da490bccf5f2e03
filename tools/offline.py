"""Pack the built site into a ZIP that opens from a folder or a USB stick: `make offline`."""

from __future__ import annotations

import argparse
import re
import zipfile
from datetime import date
from html import unescape
from pathlib import Path

from programme.history import version
from programme.slugs import slugify

ROOT = Path(__file__).resolve().parent.parent


def name(site: Path) -> str:
    """What the ZIP and the folder in it are called: the site's name, "Giảm nghèo X 2023" is "giam-ngheo-x-2023"."""
    title = re.search(r"<title>(.*?)</title>", (site / "index.html").read_text(encoding="utf-8"))
    return slugify(unescape(title[1])) if title else "trang"


def pack(site: Path, target: Path, day: str) -> None:
    """Write `site` into the ZIP `target`, without the copies that only a server needs.

    All files carry the `day` (ISO) of the data: the same site gives the same bytes.
    """
    folder = name(site)
    moment = (*date.fromisoformat(day).timetuple()[:3], 0, 0, 0)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(site.rglob("*")):
            if path.is_file() and path.suffix != ".gz":
                entry = zipfile.ZipInfo(f"{folder}/{path.relative_to(site).as_posix()}", moment)
                entry.external_attr = 0o644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())


def main() -> None:
    parser = argparse.ArgumentParser(description="Đóng gói trang đã dựng (make site) để chép vào USB.")
    parser.add_argument("--root", type=Path, default=ROOT, help="dự án có thư mục site/")
    root = parser.parse_args().root.resolve()
    site = root / "site"
    target = root / f"{name(site)}.zip"
    pack(site, target, version(root).day)
    print(f"Đã đóng gói: {target}. Giải nén rồi mở {name(site)}/index.html.")


if __name__ == "__main__":
    main()
