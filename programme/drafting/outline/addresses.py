"""References of parts, as the site has them: "III.2.d"."""

from __future__ import annotations


def below(number: str, ref: str, child: str) -> str:
    """The reference of a clause `child` in the part `number`; "1.1" in "1" says again what it stands in."""
    if child.startswith(f"{number}.") and ref.endswith(f".{number}"):
        return f"{ref.removesuffix(number)}{child}"
    return f"{ref}.{child}"


def order(number: str) -> tuple[int, ...]:
    """Where a project stands among its like by its number, as they are read from their files."""
    return tuple(int(part) if part.isdecimal() and part.isascii() else 0 for part in number.split("."))
