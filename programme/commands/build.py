"""`programme build`: the whole site, once; and what a person needs to read of a builder's output."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from . import readable
from .reasons import reason, told

_PROGRESS = ("INFO", "[macros]", "```", "The above exception", "During handling of")
_LIBRARY = r".*[\\/]lib[\\/](?:python|site-packages)|.*[\\/]python[^\\/]*[\\/]lib[\\/]|<"
_WHERE = re.compile(rf'(?i)  File "(?!{_LIBRARY})')
_LABEL = re.compile(r"^(?:WARNING +-  \[macros\] - ERROR # )?_([^_]+)_(?=:? |$)")
_UNWRITTEN = re.compile(r"ERROR +-  Error building page '[^']*': \[Errno \d+\]")
"""The reason follows, with what can be done."""
_OF_MKDOCS = (
    (r"WARNING +-  Doc file '(.+?)' contains a link '(.+?)', but there is no such anchor on this page\..*",
     r'docs/\1: liên kết "\2" không có chỗ tới trong trang này.'),
    (r"WARNING +-  Doc file '(.+?)' contains a link '(.+?)', but the doc '(.+?)' does not contain an anchor '.+?'\..*",
     r'docs/\1: liên kết "\2" không có chỗ tới trong trang docs/\3.'),
    (r"Aborted with (\d+) warnings? in strict mode!", r"Dừng lại: \1 chỗ cần sửa."),
)  # fmt: skip
"""What MkDocs says of a page that only it can know, and the same in Vietnamese."""


class BuildError(Exception):
    """The site could not be built; the message says why."""


def options(parser: ArgumentParser) -> None:
    parser.add_argument("--site-dir", type=Path, help="nơi để trang; không ghi thì là site/ trong thư mục của Kế hoạch")


def run(options: Namespace) -> int:
    """The new site takes the place of the old one only when it is whole."""
    from .notices import end_of_material, stale_headers  # `serve`, which needs the rest of this, says neither

    target = (options.site_dir or options.root / "site").resolve()
    if target.exists() and not (is_site(target) or is_empty(target)):
        print(f"{target} không phải thư mục của một trang đã dựng; chọn một thư mục trống.", file=sys.stderr)
        return 1
    work = target.parent / f".build-{secrets.token_hex(4)}"
    try:  # Ctrl+C may come as soon as the folder is there
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            work.mkdir(mode=0o700)
        except OSError as error:
            print(f"Không ghi được trang vào {target}: {reason(error)}.", file=sys.stderr)
            return 1
        build(options.root, work / "site")
        _switch(work / "site", target, work / "old")
        for notice in (*stale_headers(options.root), *end_of_material(options.root, date.today())):
            print(notice)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:  # a full disk, a folder of somebody else; on Windows a file of it that is open
        print(f"Không ghi được trang vào {target}: {reason(error)}. Trang cũ giữ nguyên.", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return 0


def is_site(folder: Path) -> bool:
    """Whether a folder holds a site that was built."""
    return (folder / "404.html").is_file()


def is_empty(folder: Path) -> bool:
    """Whether there is a folder with nothing in it."""
    return folder.is_dir() and not any(folder.iterdir())


def _switch(new: Path, target: Path, old: Path) -> None:
    """Put a folder in the place of another one, which is there again if that fails."""
    if target.exists():
        target.rename(old)
    try:
        new.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


def wrong_address() -> str:
    """What is wrong with SITE_URL, the address on the web, and what would be right; nothing if all is well."""
    address = os.environ.get("SITE_URL", "")
    if not address or re.match(r"https?://[^/\s]", address):
        return ""
    return (
        f'SITE_URL ghi là "{address}", thiếu https:// (hoặc http://) ở đầu. '
        "Ví dụ đúng: SITE_URL=https://giam-ngheo.gov.vn/"
    )


def environment() -> dict[str, str]:
    """For a process that builds: it reads and writes UTF-8 on every system, as the one that asks it."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def build(root: Path, target: Path) -> None:
    """Build the whole site of the project in `root` into `target`; any warning fails."""
    if wrong := wrong_address():
        raise BuildError(wrong)
    if not (root / "mkdocs.yml").is_file():
        raise BuildError(f"{root} không phải thư mục của một Kế hoạch: không có mkdocs.yml. Xem lại --root.")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise BuildError(_introduced(essence(done.stdout)))
    readable.open_to_all(target)


def _introduced(said: str) -> str:
    """What MkDocs itself says of its settings is English: said to be so, with the file it is about."""
    if "Config value" in said:
        return f"Không dựng được trang: trong mkdocs.yml có chỗ mà MkDocs không nhận. MkDocs nói (tiếng Anh):\n{said}"
    return said


def essence(output: str) -> str:
    """A failed build's output without its progress lines; of a traceback the place in our own files and the error."""
    return re.sub(r"\n{2,}", "\n", "\n".join(_essential(output))).strip().removeprefix("Error: ")


def _essential(output: str) -> Iterator[str]:
    said: set[str] = set()
    place, tracing = "", False
    for line in output.splitlines():
        if line.startswith("Traceback "):
            place, tracing = "", True
        elif tracing and line.startswith(" "):
            place = line if _WHERE.match(line) else place
        elif tracing:
            tracing = False
            if why := told(line):  # a full disk: no fault of the code, so its place says nothing
                yield why
            elif line not in said:
                yield f"{line}\n{place}"
        elif not line.startswith(_PROGRESS) and not _UNWRITTEN.match(line):
            line = _LABEL.sub(r"\1", line)
            for english, vietnamese in _OF_MKDOCS:
                line = re.sub(english, vietnamese, line)
            said.add(line)
            yield line
