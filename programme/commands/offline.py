"""Build the site and pack it into a ZIP that opens from a folder or a USB stick: `programme offline`."""

from __future__ import annotations

import re
import sys
import tempfile
import zipfile
from argparse import ArgumentParser, Namespace
from datetime import date
from html import unescape
from pathlib import Path

from babel.numbers import format_decimal

from .. import whole
from ..building.reasons import reason, refused
from ..building.whole_site import BuildError, build, is_site
from ..drafting.questions.questions import refusal
from ..history.git import version
from ..vietnamese.slugs import slugify
from .publish import allowed


def name(site: Path) -> str:
    """What the ZIP and the folder in it are called: the site's name, "Giảm nghèo X 2024" is "giam-ngheo-x-2024"."""
    title = re.search(r"<title>(.*?)</title>", (site / "index.html").read_text(encoding="utf-8"))
    return slugify(unescape(title[1])) if title else "trang"


def pack(site: Path, target: Path, day: str) -> None:
    """Write `site` into the ZIP `target`, without the copies that only a server needs.

    All files carry the `day` (ISO) of the data: the same site gives the same bytes.
    """
    folder = name(site)
    moment = (*date.fromisoformat(day).timetuple()[:3], 0, 0, 0)
    with whole.written(target) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(site.rglob("*")):
            if path.is_file() and path.suffix != ".gz":
                entry = zipfile.ZipInfo(f"{folder}/{path.relative_to(site).as_posix()}", moment)
                entry.external_attr = 0o644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())


def options(parser: ArgumentParser) -> None:
    parser.add_argument("--site", type=Path, help="trang đã dựng; không ghi thì dựng mới")
    allowed(parser)


def run(options: Namespace) -> int:
    root = options.root
    if wrong := refusal(root, allowed=options.draft):
        print(wrong, file=sys.stderr)
        return 1
    try:
        tempfile.TemporaryFile(dir=root).close()  # whether the ZIP can be written: said before a build, not after it
    except OSError as error:
        print(f"Không ghi được tệp ZIP vào {root}: {reason(error)}.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as work:
        site = options.site or Path(work) / "site"
        if options.site and not is_site(site):
            print(f"{site} không phải thư mục của một trang đã dựng.", file=sys.stderr)
            return 1
        try:
            if not options.site:
                print("Kiểm tra dữ liệu và dựng trang…", flush=True)
                build(root, site)
            target = root / f"{name(site)}.zip"
            pack(site, target, version(root).day)
        except BuildError as error:
            print(f"Không dựng được trang:\n{error}", file=sys.stderr)
            return 1
        except OSError as error:
            print(refused(error, root), file=sys.stderr)
            return 1
        size = format_decimal(target.stat().st_size / 10**6, format="0.0", locale="vi")
        print(f"Đã gói: {target.name} ({size} MB), trong thư mục {root}. Giải nén rồi mở {name(site)}/index.html")
    return 0
