"""`programme pages`: make the page files of new entities; name the orphans, or drop them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from .. import open_programme
from ..pages import nav, page_files


def options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--drop", action="store_true", help="xóa các trang thừa; trang có ghi chú viết tay thì giữ và nêu tên"
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
        for file in page_files.drop(docs, left):
            print(f"Đã xóa docs/{file}")
            left.remove(file)
    for file in left:
        note = ", có ghi chú viết tay nên không tự xóa" if options.drop else ""
        print(f"Trang thừa, không còn mục trong data/{note}: docs/{file}")
    return 1 if left else 0
