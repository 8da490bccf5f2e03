"""`programme build-all portal.yaml`: the sites of all plans of a list, on this machine or on many."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from ..farm import cluster, jobs, local, telling
from ..portal import listing


def options(parser: ArgumentParser) -> None:
    parser.add_argument("portal", metavar="PORTAL", type=Path, help="tệp portal.yaml, hoặc thư mục chứa nó")
    parser.add_argument(
        "--into", metavar="THƯ_MỤC", type=Path, help="nơi để các trang; không ghi thì mỗi trang ở site/ của Kế hoạch"
    )
    parser.add_argument("--processes", metavar="SỐ", type=int, help="số Kế hoạch dựng cùng lúc trên máy này")
    parser.add_argument(
        "--scheduler", metavar="ĐỊA_CHỈ", help="dựng bằng các máy của bộ điều phối Dask này: tcp://10.0.0.5:8786"
    )
    parser.add_argument("--shard", metavar="PHẦN", help="chỉ dựng một phần: 3/40 là phần thứ 3 trong 40 phần")


def run(options: Namespace) -> int:
    """0 where each plan has its new site, 1 where one has not: the report says which, and why."""
    if options.portal.is_file() and options.portal.name != listing.FILE:
        print(f"{options.portal} không phải {listing.FILE}, danh sách các Kế hoạch.", file=sys.stderr)
        return 2
    listed = listing.read(options.portal.parent if options.portal.name == listing.FILE else options.portal)
    every = jobs.jobs(listed, options.into)
    try:
        every = jobs.shard(every, options.shard) if options.shard else every
    except ValueError:
        print(f'--shard ghi là "{options.shard}"; viết như 3/40: phần thứ 3 trong 40 phần.', file=sys.stderr)
        return 2
    processes = max(1, min(options.processes or os.cpu_count() or 1, len(every)))
    told = telling.Told(len(every))
    outcomes = cluster.run(every, options.scheduler) if options.scheduler else local.run(every, processes)
    try:
        with closing(outcomes):
            told.take(outcomes)
    except cluster.ClusterError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(told.report(jobs.elsewhere(listed)))
        raise
    print(told.report(jobs.elsewhere(listed)))
    return 1 if told.failed else 0
