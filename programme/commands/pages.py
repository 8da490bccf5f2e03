"""`programme pages`: make the page files of new entities; name the orphans, or drop them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Collection
from pathlib import Path

from .. import open_programme
from ..derive.programme import Programme
from ..pages import nav, page_files, released


def options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--drop",
        action="store_true",
        help="xóa các trang thừa, địa chỉ đã phát hành cho dẫn tới trang chung; trang có ghi chú viết tay thì giữ",
    )


def run(options: Namespace) -> int:
    docs = options.root / "docs"
    programme = open_programme(options.root, with_pages=False)
    made = page_files.create_missing(programme, docs)
    for file in made:
        print(f"Đã tạo docs/{file}")
    for file in nav.show(options.root, made):
        print(f"Đã đưa {file} vào thanh mục (mkdocs.yml)")
    for line in nav.leave_out(options.root, made):
        print(f"Đã thêm {line} vào not_in_nav (mkdocs.yml): các trang ấy không nằm trong thanh mục")
    left = page_files.orphans(programme, docs)
    if options.drop:
        gone = page_files.drop(docs, left)
        for file in gone:
            print(f"Đã xóa docs/{file}")
            left.remove(file)
        for address, to in _led(programme, options.root, gone, left).items():
            print(f"Địa chỉ đã phát hành /{address} nay dẫn tới /{to}; muốn dẫn tới trang khác thì sửa released.txt")
    for file in left:
        note = ", có ghi chú viết tay nên không tự xóa" if options.drop else ""
        print(f"Trang thừa, không còn mục trong data/{note}: docs/{file}")
    return 1 if left else 0


def _led(programme: Programme, root: Path, gone: Collection[str], left: Collection[str]) -> dict[str, str]:
    """Address -> the one that it leads to from now on, for published addresses whose page went with its entity.

    `gone`, `left`: page files that were deleted, that stayed. Many that had no page file have another cause: the list
    is that of another plan.
    """
    now = set(released.addresses(programme))
    lost = [one for one in released.lost(programme, root) if f"{one}.md" not in left]
    before = [one for one in lost if f"{one}.md" not in gone]
    leads = {one: released.default(one, now) for one in lost if one not in before or len(before) < page_files.MANY}
    if leads:
        released.lead(root, leads)
    return leads
