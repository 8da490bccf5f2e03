"""Why the system refused, in Vietnamese: a full disk, a folder of somebody else."""

from __future__ import annotations

import errno
import os
import re

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_WHY = {
    **dict.fromkeys((errno.EACCES, errno.EPERM), "không có quyền"),
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    **dict.fromkeys((errno.EEXIST, errno.ENOTDIR), "đó là một tệp, không phải thư mục"),
    errno.EISDIR: "đó là một thư mục, không phải tệp",
    **dict.fromkeys(_FULL, "đĩa đã đầy"),
    errno.EFBIG: "tệp lớn quá mức mà máy cho phép",
    errno.ENOENT: "không có thư mục hay tệp ấy",
    errno.ENAMETOOLONG: "tên quá dài",
    **dict.fromkeys((errno.EMFILE, errno.ENFILE), "máy mở quá nhiều tệp cùng lúc"),
    errno.EIO: "đĩa bị lỗi",
    errno.ENOMEM: "máy hết bộ nhớ",
}
_OF_MACHINE = (*_FULL, errno.EFBIG, errno.EIO, errno.EMFILE, errno.ENOMEM, errno.EROFS)
_TOLD = re.compile(r"^\w*(?:Error|Exception): \[(?:Errno|WinError) (\d+)\] [^\n']*?(?:: '(.*?)'(?: -> '(.*)')?)?$")
"""As Python says it in a traceback."""


def reason(error: BaseException) -> str:
    """Why, without a full stop: "đĩa đã đầy"; in the system's words where it has no Vietnamese ones."""
    number = getattr(error, "errno", None)
    return _WHY.get(number or 0) or getattr(error, "strerror", None) or str(error)


def is_full(error: BaseException) -> bool:
    """Whether the disk, or the share of it that one has, is full."""
    return getattr(error, "errno", None) in _FULL


def told(line: str) -> str:
    """The last line of a traceback about a file, in Vietnamese; "" if it is about something else."""
    found = _TOLD.match(line)
    if not found:
        return ""
    number = int(found[1])
    return _sentence(found[3] or found[2], _WHY.get(number) or os.strerror(number))


def refused(error: OSError, place: object = "") -> str:
    """The whole sentence, with the file that it is about."""
    return _sentence(error.filename2 or error.filename or place, reason(error))


def _sentence(where: object, why: str) -> str:
    return f"Không đọc hay ghi được{f' {where}' if where else ''}: {why}."


def is_of_machine(words: str) -> bool:
    """Whether words that were said of a failure tell of the machine, which another may do better, not of a plan."""
    return any(_WHY[number] in words for number in _OF_MACHINE)
