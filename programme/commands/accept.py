"""`programme accept`: build the plan's site once and read it as its readers will, in a browser and from paper."""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from .. import open_programme
from ..building.whole_site import BuildError, build, is_site
from ..drafting.questions.questions import told
from . import installed

EXAMPLE = "https://ke-hoach.example/"
"""The address that a site is built with where SITE_URL names none: what rests on one is looked at too."""


def options(parser: ArgumentParser) -> None:
    parser.add_argument("--site-dir", type=Path, help="trang đã dựng sẵn; không ghi thì dựng một lần vào thư mục tạm")


def run(options: Namespace) -> int:
    """Say each check with what it found, a line a fault; 1 if there is any, 2 if it cannot be looked."""
    try:
        from ..accept.checks import CHECKS
        from ..accept.chromium import NoBrowserError, opened
        from ..accept.site import Site
    except ModuleNotFoundError as missing:
        print(
            f'Thiếu gói "{missing.name}" để nghiệm thu. Gõ: pip install "{installed.name()}[accept]"', file=sys.stderr
        )
        return 2
    if options.site_dir and not is_site(options.site_dir):
        print(f"{options.site_dir} không phải thư mục của một trang đã dựng.", file=sys.stderr)
        return 2
    programme = open_programme(options.root)
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="accept-") as made:
        folder = options.site_dir or Path(made) / "site"
        try:
            if not options.site_dir:
                os.environ["SITE_URL"] = os.environ.get("SITE_URL") or EXAMPLE
                build(options.root, folder)
            with opened() as browser:
                for what, check in CHECKS.items():
                    faults = list(check(Site(programme, options.root, folder, browser)))
                    print(f"{'SAI ' if faults else 'đúng'}  {what}", flush=True)
                    for fault in faults:
                        print(f"      {fault}", flush=True)
                    wrong += len(faults)
        except (BuildError, NoBrowserError) as error:
            print(error, file=sys.stderr)
            return 2
    if programme.open_questions:
        print(f"{told(programme.open_questions)}.")
    print(f"Có {wrong} lỗi." if wrong else "Nghiệm thu xong: không có lỗi nào.")
    return int(bool(wrong))
