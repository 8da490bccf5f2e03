"""What the verbs of a cell say, in a table that only says whose work each row is: roles, and who is beside them."""

from __future__ import annotations

import re

from ..bodies.bodies import Bodies
from ..reports.reports import reports_in
from ..verbs.roles import led_by
from ..work.beside import Beside

_LINE = re.compile(r"\s*\n\s*")
_SIGN = re.compile(r"^(?:[-–+•*]|\d{1,2}[.)]|[a-zđ]\))\s*")
_HALF = re.compile(r";\s+")


def roles_of(cell: str) -> list[str]:
    """The roles of the verbs that the lines of a cell begin with, each once; to carry it out where none is known."""
    found = [led.roles[0] for line in _lines(cell) if (led := led_by(line, 0, len(line)))]
    return list(dict.fromkeys(found)) or ["implement"]


def beside_in(cell: str, bodies: Bodies) -> list[str]:
    """The ids of those whom the lines of a cell name beside whoever does it: "Phối hợp với trường mầm non cân trẻ"."""
    names = []
    for line in _lines(cell):
        sure, _ = Beside(bodies).found_in(line, (0, len(line)), bodies.find(line), 0)
        names += [one.name for one in sure]
    return bodies.ids_of(names)


def reports_of(cell: str, bodies: Bodies, years: tuple[int, int]) -> list[dict[str, object]]:
    """What those lines of a cell that report say of it."""
    told = [line for line in _lines(cell) if (led := led_by(line, 0, len(line))) and "report" in led.roles]
    return [one for line in told for one in reports_in(line, (0, len(line)), bodies, years)]


def _lines(cell: str) -> list[str]:
    lines = (_SIGN.sub("", one) for one in _LINE.split(cell))
    return [half for line in lines for half in _HALF.split(line) if half.strip()]
