"""`programme portal`: one door over the sites of many plans, from what each publishes as open data."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from ..building.reasons import reason
from ..portal import listing


def options(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="THƯ_MỤC", type=Path, help=f"thư mục có {listing.FILE}")
    parser.add_argument("--site-dir", type=Path, help="nơi để cổng; không ghi thì là site/ trong thư mục ấy")


def run(options: Namespace) -> int:
    """0 where the portal is there, also when plans of it could not be read: they are named."""
    from ..portal.build import build  # what is wrong with the list is said before all else is loaded
    from ..portal.writing import StrangersError

    root = options.folder.resolve()
    listed = listing.read(root)
    site = (options.site_dir or root / listing.SITE).resolve()
    try:
        done = build(root, listed, site, date.today().isoformat())
    except OSError as error:
        print(f"Không ghi được cổng vào {site}: {reason(error)}. Cổng cũ giữ nguyên.", file=sys.stderr)
        return 1
    except StrangersError as error:
        print(error, file=sys.stderr)
        return 1
    for one in done.faults:
        state = f"dùng bản đọc được ngày {one.read}" if one.plan else "chưa lần nào đọc được"
        print(f"{listing.FILE}:{one.entry.line}: {one.entry.key}: {one.fault}: {one.why}; {state}.")
    shown = len([one for one in done.listed if one.plan])
    print(
        f"Cổng có {shown} trong {len(done.listed)} Kế hoạch, {done.files} tệp ở {site}: "
        f"ghi {len(done.written)}, bỏ {len(done.removed)}, còn lại giữ nguyên."
    )
    return 0
