"""A request of a browser, and what answers it: values as JSON, templates as HTML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..frame.policy import policy
from .view import blocks

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Asking:
    """A request: `path` without what follows "?", which is `query`; names of headers in small letters."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """An answer with its headers."""

    body: bytes
    kind: str = "application/json"
    status: int = 200

    @property
    def headers(self) -> dict[str, str]:
        return {
            "Content-Type": f"{self.kind}; charset=utf-8",
            "Content-Length": str(len(self.body)),
            "Cache-Control": "no-store",
            "Content-Security-Policy": f"{policy()}; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
        }


def json_of(value: Any, status: int = 200) -> Answer:
    """A value as JSON."""
    return Answer(json.dumps(value, ensure_ascii=False).encode(), status=status)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters["spot"] = spot
    made.filters["asdict"] = asdict
    made.filters["json"] = lambda value: json.dumps(value, ensure_ascii=False)
    return made


def template(name: str) -> Any:
    """A template of the editor's pages."""
    return _environment().get_template(name)


def spot(block: blocks.Block) -> str:
    """Where a block stands and what is seen there, as the browser hands it back."""
    return json.dumps({"file": block.file, "way": block.way, "seen": block.seen, "kind": block.kind})
