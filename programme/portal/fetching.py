"""The bytes of a file of a plan's open data, from a folder or an address; bounded in size and time, and nothing else.

An address may lead on within its own host alone, and never to another kind of address; where what comes is held to a
hash, also to a host that proves by HTTPS which it is.
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
    return lambda name: download(f"{entry.address}{DATA}/{name}", f"{DATA}/{name}", LARGEST, WHOLE)


def _read(site: Path, name: str, written: str) -> bytes:
    path = site / DATA / name
    try:
        if not path.is_file():
            raise MissingError(f"không thấy {DATA}/{name} trong trang đã dựng của thư mục {written}")
        if path.stat().st_size > LARGEST:
            raise TooMuchError(_too_large(f"{DATA}/{name}", LARGEST))
        return path.read_bytes()
    except OSError:
        raise MissingError(f"không đọc được {DATA}/{name} trong thư mục {written}") from None


def download(address: str, what: str, largest: int, seconds: float, *, secure: bool = False) -> bytes:
    """What an address gives; `what` it is called, in Vietnamese. `secure`: it may lead to another host by HTTPS.

    Raises `MissingError` or `TooMuchError`.
    """
    ends = time.monotonic() + seconds
    opener = _opener(_WithinHost(secure=secure))
    try:
        with opener.open(urllib.request.Request(address, headers=_WHO), timeout=ANSWER) as answer:
            found = bytearray()
            while piece := answer.read1(_PIECE):
                found += piece
                if len(found) > largest:
                    raise TooMuchError(_too_large(what, largest))
                if time.monotonic() > ends:
                    raise TooMuchError(f"{what} tải quá {seconds:.0f} giây")
            length = answer.headers.get("Content-Length")
            if length and length.isdecimal() and len(found) < int(length):
                raise MissingError(f"{what} mới tải được một phần")
            return bytes(found)
    except urllib.error.HTTPError as error:
        error.close()
        raise MissingError(f"máy chủ trả lời {error.code} khi hỏi {what}") from None
    except (OSError, HTTPException, ValueError):  # no such host, no answer in time, no HTTP at all
        raise MissingError("địa chỉ không trả lời") from None


def _too_large(what: str, largest: int) -> str:
    return f"{what} lớn quá {largest // 1_000_000} MB"


class _WithinHost(urllib.request.HTTPRedirectHandler):
    """Follows where an address leads within its host: what was listed is that host, and mostly no other."""

    def __init__(self, *, secure: bool):
        self._secure = secure

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        same = new.scheme in ("http", "https") and new.hostname == old.hostname
        if not (same or (self._secure and new.scheme == "https")):
            raise urllib.error.HTTPError(req.full_url, code, msg, headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(leads: urllib.request.BaseHandler) -> urllib.request.OpenerDirector:
    """Knows http and https alone: no file, no ftp."""
    opener = urllib.request.OpenerDirector()
    for one in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        leads,
    ):
        opener.add_handler(one)
    return opener
