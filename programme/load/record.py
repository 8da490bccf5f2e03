"""What every record is made of: scalars that refuse to guess, the base class."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from .at import NOWHERE, At


def _seen(value: str) -> str:
    """A text with something to be seen."""
    if not value.strip():
        raise PydanticCustomError("string_too_short", "blank")
    return value


_HOST = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+"
_MAILBOX = re.compile(rf"mailto:[a-z0-9._%+-]+@{_HOST}(\?[^\s\"<>]*)?", re.IGNORECASE)
_ON_THE_WEB = re.compile(rf"https?://{_HOST}(:[0-9]{{1,5}})?([/?#][^\s\"<>\\^`{{|}}\[\]]*)?", re.IGNORECASE)


def _whole_address(value: str) -> str:
    """The address of a mailbox or of a page, whole enough to lead there."""
    if not (_MAILBOX.fullmatch(value) or _ON_THE_WEB.fullmatch(value)):
        raise PydanticCustomError("string_pattern_mismatch", "no address")
    return value


Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(_seen)]
Mark = Annotated[str, StringConstraints(max_length=20)]
"""A sign or number before words of the plan: "+", "1)"; "" where nothing stands there."""
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-zĐđ0-9]+([.-][A-Za-zĐđ0-9]+)*$", max_length=20)]
Link = Annotated[str, StringConstraints(pattern=r"^(https?://|mailto:)\S+$"), AfterValidator(_whole_address)]
"""Where a reader may be sent: a page or a mailbox, never a script."""


def _calendar(value: Any) -> Any:
    """An ISO date, whole or cut after the month or the year, that exists in the calendar."""
    if not isinstance(value, str):
        raise PydanticCustomError("date_form", "no date")
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", value):
        raise PydanticCustomError("date_form", "no date")
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        raise PydanticCustomError("date_calendar", "not in the calendar") from None
    return value


def _whole(value: Any) -> Any:
    """A whole number as written by hand: 16, never 016, 1.6 or 0x10."""
    if not (isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,5}", value)):
        raise PydanticCustomError("whole_number", "no whole number")
    return int(value)


def _yes_no(value: Any) -> Any:
    """true or false; `no`, `yes`, `on`, `1` are refused, not guessed."""
    if value not in ("true", "false"):
        raise PydanticCustomError("true_false", "neither true nor false")
    return value == "true"


def _several(value: Any) -> Any:
    """One that stands alone, as a list of one."""
    return [value] if isinstance(value, str) else value


def _as_written(value: tuple[str, ...]) -> Any:
    """A list of one as that one."""
    return value[0] if len(value) == 1 else [*value]


@dataclass(frozen=True)
class RefersTo:
    """Said of a field's type: what stands there names something of `registry` (see `rules/references`)."""

    registry: str


AgencyId = Annotated[Id, RefersTo("agencies")]
GroupId = Annotated[Id, RefersTo("groups")]
DocumentId = Annotated[Id, RefersTo("documents")]
PlaceId = Annotated[Id, RefersTo("places")]
_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80}
PlaceIds = Annotated[
    tuple[PlaceId, ...],
    BeforeValidator(_several),
    PlainSerializer(_as_written),
    WithJsonSchema({"anyOf": [_ID, {"type": "array", "items": _ID}]}),
]
"""A place, or a list of places: one is written, and given back, without a list around it."""
GroupIds = Annotated[
    tuple[GroupId, ...],
    BeforeValidator(_several),
    PlainSerializer(_as_written),
    WithJsonSchema({"anyOf": [_ID, {"type": "array", "items": _ID}]}),
]
"""A group, or a list of groups, as `PlaceIds`."""
ProgrammeId = Annotated[Id, RefersTo("programmes")]
ClauseRef = Annotated[Text, RefersTo("clauses")]
"""A numbered part of the plan: "III.2.d"."""
ProjectCode = Annotated[Code, RefersTo("projects")]
"""The code of a project, in the programme that the same record names."""
ProjectKey = Annotated[Text, RefersTo("projects")]
"""A project as pages name it: "3.2", "giam-ngheo/3.2"."""

PartialDate = Annotated[str, BeforeValidator(_calendar)]
"""An ISO date that may stop at the month or the year: 2024-06-05, 2024-06, 2024."""
Whole = Annotated[int, BeforeValidator(_whole)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]


class Record(BaseModel):
    """Base of all records: frozen, no unknown keys, knows its place."""

    # defer_build: one schema for all, on first use, not one for each class at import.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)
    at: At = Field(default_factory=lambda: NOWHERE, alias="__at__", exclude=True, repr=False)
    """Made by a function: as a plain default it would be copied for each record."""

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other
