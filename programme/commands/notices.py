"""What a person is told after a build that went well: that headers on a server must change, and when Material ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from .. import cache
from ..command_words import typed
from ..frame import server_headers
from ..pages import settings
from ..vietnamese import formats

END_OF_MATERIAL = date(2027, 5, 5)
"""After this day nobody mends Material; its makers said so."""


def stale_headers(root: Path) -> Iterator[str]:
    """That a server with the headers in deploy/ would not let browsers take the style as it is now."""
    asked = settings.read(root)
    stale = server_headers.stale(root / server_headers.FOLDER, asked.style())
    if asked.frame == settings.LIGHT and stale:
        names = ", ".join(f"{server_headers.FOLDER}/{path.name}" for path in stale)
        yield (
            f"Lưu ý: màu hay kiểu trình bày đã đổi mà {names} chưa đổi theo; máy chủ dùng các tệp ấy sẽ cho ra "
            f"trang không có kiểu trình bày. Chạy {typed('deploy')}, chép các tệp ấy lên máy chủ, nạp lại, "
            "rồi mới xuất bản."
        )


def end_of_material(root: Path, today: date) -> Iterator[str]:
    """When Material ends and what to do then; told once on a machine, and once more after that day."""
    if settings.read(root).theme != "material":
        return
    ends = "đã ngừng" if today > END_OF_MATERIAL else "sẽ ngừng"
    told = (
        f"Lưu ý: Material for MkDocs, nền giao diện của trang, {ends} được bảo trì từ sau ngày "
        f"{formats.date(END_OF_MATERIAL.isoformat())}. Trang vẫn dựng được bằng các gói đã khóa phiên bản. "
        "Khi muốn chuyển sang Zensical, bộ dựng thay nó: trong mkdocs.yml sửa dòng “name: material” thành "
        "“name: programme”, rồi chạy zensical build --strict và programme finish site."
    )
    cache.use(root)
    if cache.first_time(told):
        yield told
