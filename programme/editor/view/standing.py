"""What a clause may say depends on where it stands: what would be refused there is not offered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from . import files
from .blocks import Block
from .files import Files, Way

_GOALS = (
    "Muốn mục tiêu, chỉ tiêu của mục này có ở trang Mục tiêu, chỉ tiêu: bôi đen con số trong câu, chọn “Chỉ tiêu”, "
    "rồi ghi tên và đơn vị."
)


@dataclass(frozen=True)
class Limits:
    """Of a clause: `without`, the fields that it cannot have there; `taken`, field -> words that others have there."""

    without: tuple[str, ...] = ()
    taken: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hint: str = ""
    """What is done instead."""


@dataclass(frozen=True)
class Standing:
    """The limits of a heading itself (it has some if it is of a clause), and of a clause that is put below it."""

    own: Limits = field(default_factory=Limits)
    below: Limits = field(default_factory=Limits)


def standing(all_files: Files, block: Block) -> Standing:
    """Where a heading stands."""
    in_project = block.file.startswith("data/projects/")
    below = _limits(all_files, block.file, block.way, in_project=in_project, of_project=block.kind == "Project")
    if block.kind != "Clause":
        return Standing(below=below)
    above = block.way[:-2]
    of_project = in_project and (not above or above[-2:-1] == ("subprojects",))
    held = block.value if isinstance(block.value, dict) else {}
    own = _limits(all_files, block.file, above, in_project=in_project, of_project=of_project, held=held)
    return Standing(own, below)


def _limits(
    all_files: Files,
    file: str,
    above: Way,
    *,
    in_project: bool,
    of_project: bool,
    held: Mapping[str, Any] | None = None,
) -> Limits:
    """Of a clause in the record at `above`; what it has already is offered, so that it can be taken away."""
    held = held or {}
    refused = [*(["projects", "programme"] if in_project else []), *([] if of_project else ["kind"])]
    without = tuple(key for key in refused if key not in held)
    if not of_project:
        return Limits(without, hint=_GOALS)
    project = files.at(all_files.named(file).value, above)
    taken = [one["kind"] for one in project.get("clauses") or [] if isinstance(one, dict) and one.get("kind")]
    return Limits(without, {"kind": tuple(one for one in taken if one != held.get("kind"))})
