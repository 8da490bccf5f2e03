"""The bytes of a file of a plan's open data, from a folder or an address; bounded in size and time, and nothing else.

An address may lead on within its own host alone, and never to another kind of address.
"""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .listing import DATA, Entry

LARGEST = 8_000_000
"""Bytes of a file."""
ANSWER, WHOLE = 10.0, 30.0
"""Seconds until an address must say something, and until a file must be there."""
_PIECE = 65_536
_WHO = {"User-Agent": "programme-portal", "Accept-Encoding": "identity"}

Fetch = Callable[[str], bytes]
"""Name of a file in `du-lieu/` -> its bytes. Raises `MissingError` or `TooMuchError`."""


class MissingError(Exception):
    """The file is not to be had; the message says why, in Vietnamese."""


class TooMuchError(Exception):
    """It is larger, or slower, than it may be; the message says so."""


def fetcher(entry: Entry) -> Fetch:
    """Whence the files of a plan are read: its folder if it has one."""
    site = entry.site
    if site is not None:
        return lambda name: _read(site, name, entry.written)
    return lambda name: _fetched(f"{entry.address}{DATA}/{name}")


def _read(site: Path, name: str, written: str) -> bytes:
    path = site / DATA / name
    try:
        if not path.is_file():
            raise MissingError(f"không thấy {DATA}/{name} trong trang đã dựng của thư mục {written}")
        if path.stat().st_size > LARGEST:
            raise TooMuchError(_too_large(name))
        return path.read_bytes()
    except OSError:
        raise MissingError(f"không đọc được {DATA}/{name} trong thư mục {written}") from None


def _fetched(address: str) -> bytes:
    ends = time.monotonic() + WHOLE
    name = address.rpartition("/")[2]
    try:
        with _opener.open(urllib.request.Request(address, headers=_WHO), timeout=ANSWER) as answer:
            found = bytearray()
            while piece := answer.read1(_PIECE):
                found += piece
                if len(found) > LARGEST:
                    raise TooMuchError(_too_large(name))
                if time.monotonic() > ends:
                    raise TooMuchError(f"{DATA}/{name} tải quá {WHOLE:.0f} giây")
            length = answer.headers.get("Content-Length")
            if length and length.isdecimal() and len(found) < int(length):
                raise MissingError(f"{DATA}/{name} mới tải được một phần")
            return bytes(found)
    except urllib.error.HTTPError as error:
        error.close()
        raise MissingError(f"máy chủ trả lời {error.code} khi hỏi {DATA}/{name}") from None
    except (OSError, HTTPException, ValueError):  # no such host, no answer in time, no HTTP at all
        raise MissingError("địa chỉ không trả lời") from None


def _too_large(name: str) -> str:
    return f"{DATA}/{name} lớn quá {LARGEST // 1_000_000} MB"


class _WithinHost(urllib.request.HTTPRedirectHandler):
    """Follows where an address leads within its host: what was listed is that host, and no other."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if new.scheme not in ("http", "https") or new.hostname != old.hostname:
            raise urllib.error.HTTPError(req.full_url, code, msg, headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_opener = urllib.request.OpenerDirector()
for _handler in (
    urllib.request.ProxyHandler(),
    urllib.request.HTTPHandler(),
    urllib.request.HTTPSHandler(),
    urllib.request.HTTPDefaultErrorHandler(),
    urllib.request.HTTPErrorProcessor(),
    _WithinHost(),
):
    _opener.add_handler(_handler)
"""Knows http and https alone: no file, no ftp."""
