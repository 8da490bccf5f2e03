"""A file that is written whole or stays as it was: on a full disk, in a folder that may only be read, when killed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
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


def write_all(contents: Mapping[Path, bytes | None]) -> None:
    """Put each content in the place of its file, in this order, and none before all are written; None removes a file.

    Where one cannot be put in its place, those before it are put back. Raises `OSError` as writing does.
    """
    with ExitStack() as stack:
        new: dict[Path, Path | None] = {}
        for path, content in contents.items():
            target = path.resolve()  # a link stays a link
            if content is None:
                new[target] = None
                continue
            new[target] = part = target.with_name(f".{target.name}.new")
            stack.callback(part.unlink, missing_ok=True)
            part.write_bytes(content)
            if target.exists():
                shutil.copymode(target, part)
        before = {target: target.read_bytes() if target.exists() else None for target in new} if len(new) > 1 else {}
        done: list[Path] = []
        try:
            for target, written in new.items():
                target.unlink(missing_ok=True) if written is None else written.replace(target)
                done.append(target)
        except OSError:
            for target in done:
                with suppress(OSError):
                    content = before[target]
                    target.unlink() if content is None else target.write_bytes(content)
            raise
