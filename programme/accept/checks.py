"""The checks of the acceptance, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from . import access, alone, downloads, paper, sums, words
from .site import Site

CHECKS: dict[str, Callable[[Site], Iterator[str]]] = {
    "lời trong data/ là lời của văn bản nguồn (source/*.txt)": words.against_source,
    "trang đủ, liên kết tới nơi, toàn văn đúng lời": words.on_pages,
    "số cộng trên trang Kinh phí bằng số cộng từ tệp tải về": sums.add_up,
    "tệp tải về đọc lại được, đủ dòng": downloads.read_back,
    "tệp tải về đúng như mô tả của chúng": downloads.as_described,
    "tệp tải về đúng như cổng dữ liệu được báo": downloads.as_listed,
    "tệp Akoma Ntoso đủ lời của Kế hoạch": downloads.in_full,
    "đọc được khi trình duyệt không chạy mã, không gọi tới máy chủ khác": alone.stands_alone,
    "bản in từ trình duyệt đủ lời, không bị cắt": paper.printed,
    "tệp PDF đủ tên và tiêu đề": paper.pdf_files,
    "mọi người dùng được (axe), trên điện thoại và máy tính, nền sáng và nền tối": access.axe,
}
"""What must hold, in words for a clerk -> the check that gives what is wrong."""
