"""A whole site that was built from the very same files is there again without a build.

Only of a plan that is made of data, pages and settings: what code or plugins of its own read, nobody knows here.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .. import cache, listed
from ..drafting import FOLDER, QUESTIONS
from ..frame import bundles
from ..history import git
from ..pages import settings
from ..pages.names import RELEASED, SOURCE
from .own import MACROS, adds_words, asks_more
from .plain import given, is_plain

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_KIND = "site"
_ENGINE = Path(__file__).resolve().parents[1]
_BUILDERS = ("jinja2", "markdown", "mkdocs", "mkdocs-macros-plugin", "mkdocs-material", "pyyaml")
_FOLDERS = ("data", "docs", SOURCE)
_FILES = (settings.FILE, MACROS, RELEASED, f"{FOLDER}/{QUESTIONS}")
_ROOM = cache.MOST // 2
"""Bytes of a site that is kept; a larger one is built page by page."""


class Kept(NamedTuple):
    """What a build left: its files by name, and what it said to the person."""

    files: dict[str, bytes]
    said: str


class SameSite:
    """The site that a configuration asks for, as its files are now."""

    def __init__(self, config: MkDocsConfig, data: git.Version | None = None):
        """`data`: its version, if that is known already."""
        self.root = Path(config.config_file_path).resolve().parent
        self._config = config
        cache.use(self.root)
        self._name = self._made_from(data) if self._knowable() else ""

    def found(self) -> Kept | None:
        """What was kept of it; None where anything is missing."""
        listed = cache.found(_KIND, self._name) if self._name else None
        if not listed:
            return None
        known = json.loads(listed)
        files = {name: cache.found(_KIND, digest) for name, digest in known["files"].items()}
        whole = {name: content for name, content in files.items() if content is not None}
        return Kept(whole, known["said"]) if len(whole) == len(files) else None

    def keep(self, site: Path, said: str) -> None:
        """Keep the site in a folder, unless a file it was made from has changed since."""
        files = {path.relative_to(site).as_posix(): path for path in listed.files(site)}
        if not self._name or sum(path.stat().st_size for path in files.values()) > _ROOM:
            return
        if self._made_from() != self._name:
            return
        contents = {name: path.read_bytes() for name, path in files.items()}
        digests = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
        whole = json.dumps({"files": digests, "said": said}).encode()
        cache.keep_new(_KIND, {self._name: whole} | {digests[name]: content for name, content in contents.items()})

    def _knowable(self) -> bool:
        """Whether the files that are looked at here are all that the site is made from."""
        macros = self.root / MACROS
        return (
            is_plain(self._config)
            and Path(self._config.docs_dir).resolve() == self.root / "docs"
            and macros.is_file()
            and not adds_words(macros)
            and not any(map(asks_more, (self.root / "docs").rglob("*.md")))
        )

    def _made_from(self, data: git.Version | None = None) -> str:
        """The hash of all that the site is made from: files, settings, history, the engine and the libraries."""
        digest = hashlib.sha256(_engine().encode())
        for path in _files(self.root):
            with suppress(OSError):  # it went just now
                content = path.read_bytes()
                digest.update(f"{path.relative_to(self.root).as_posix()}\0{len(content)}\0".encode() + content)
        history = git.ask(self.root, "rev-parse", "HEAD"), sorted(git.boundaries(self.root))
        state = [
            repr(data or git.version(self.root)),
            history,
            os.environ.get("SOURCE_DATE_EPOCH"),
            given(self._config),
        ]
        digest.update(json.dumps(state).encode())
        return digest.hexdigest()


def _files(root: Path) -> list[Path]:
    every = [root / name for name in _FILES]
    return [*filter(Path.is_file, every), *(path for name in _FOLDERS for path in listed.files(root / name))]


def _engine() -> str:
    """The hash of the engine, whole, and of the libraries that build; its files are read again if one was written."""
    found = ((path, path.stat()) for path in listed.files(_ENGINE))
    return _hash_of(tuple((path, stat.st_mtime_ns, stat.st_size) for path, stat in found))


@lru_cache(maxsize=1)
def _hash_of(files: tuple[tuple[Path, int, int], ...]) -> str:
    digest = hashlib.sha256(f"{sys.version} {cache.code()} {bundles.tools()}".encode())
    digest.update(repr([(one, version(one)) for one in _BUILDERS]).encode())
    for path, *_ in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()
