"""Mutants that change nothing that could be seen, each with why: by file, the line's text and the change."""

EQUAL: dict[tuple[str, str, str], str] = {}
