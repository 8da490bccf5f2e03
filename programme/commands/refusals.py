"""Why the system refused to read or write a file, in words; its own are English."""

from __future__ import annotations

import errno

_WHY = {
    **dict.fromkeys((errno.EACCES, errno.EPERM), "không có quyền"),
    errno.EROFS: "thư mục này chỉ cho đọc",
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "đĩa đã đầy"),
    errno.ENOENT: "không có tệp hay thư mục ấy",
    errno.EEXIST: "ở đó đã có một tệp cùng tên",
    errno.ENOTDIR: "đó là một tệp, không phải thư mục",
    errno.EISDIR: "đó là một thư mục, không phải tệp",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EBUSY: "tệp đang được chương trình khác dùng",
    errno.EIO: "ổ đĩa đọc hay ghi bị lỗi",
    errno.EMFILE: "máy đang mở quá nhiều tệp",
}


def why(error: OSError) -> str:
    """Why, in Vietnamese; for what is rare the number that the system gives it."""
    return _WHY.get(error.errno or 0) or f"hệ thống từ chối (mã lỗi {error.errno})"


def refused(error: OSError) -> str:
    """One sentence about an error of the system: which file, and why."""
    place = f" {error.filename}" if error.filename else ""
    return f"Không đọc hoặc không ghi được{place}: {why(error)}."
