"""A file that is written whole or stays as it was: on a full disk, in a folder that may only be read, when killed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def written(path: Path) -> Iterator[Path]:
    """Where to write; at the end, if all went well, that is the file. Raises `OSError` as writing does."""
    path = path.resolve()  # a link stays a link
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        if path.exists():
            part.chmod(path.stat().st_mode & 0o7777)
        part.replace(path)
    except OSError as error:  # a person knows the file by its own name
        error.filename, error.filename2 = str(path), None
        raise
    finally:
        with suppress(OSError):  # where nothing can be written, nothing is there
            part.unlink(missing_ok=True)


def write(path: Path, text: str) -> None:
    """A text file, in UTF-8, its lines as on Unix."""
    with written(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
