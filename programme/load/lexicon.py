"""The everyday words of Vietnamese that the engine knows, whatever the plan."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..cache import code, kept
from .findings import report
from .registries import SearchWords
from .yamlfile import read

FILE = Path(__file__).resolve().parents[1] / "vietnamese" / "lexicon.yaml"


@cache
def lexicon() -> SearchWords:
    """The lexicon of the engine: read once, then kept as JSON."""
    read = kept("lexicon", code(), lambda: read_lexicon(FILE).model_dump_json(by_alias=True).encode())
    return SearchWords.model_validate_json(read)


def read_lexicon(file: Path) -> SearchWords:
    """A lexicon, read as strictly as a plan's search.yaml. Raises `ValueError` if it is faulty."""
    tree, findings = read(file, file.name, file.parent)
    if tree is None or findings:
        raise ValueError(report(findings))
    return SearchWords.model_validate(tree.value)
