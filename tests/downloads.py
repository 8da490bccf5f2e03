"""The tables of a site, as those who download them read them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import frictionless
from python_calamine import CalamineWorkbook

BOOK = "ke-hoach.xlsx"


def rows_of(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a CSV file in the folder of the downloads, read as the data package describes it."""
    package = frictionless.Package(str(folder / "datapackage.json"))
    return [row.to_dict() for row in package.get_table_resource(name).read_rows()]


def sheet_of(folder: Path, title: str) -> list[list[Any]]:
    """The rows of a sheet of the workbook, its head the first."""
    return CalamineWorkbook.from_path(str(folder / BOOK)).get_sheet_by_name(title).to_python()


def lines_not_held(folder: Path, text: str) -> list[str]:
    """The lines of a text that no row of clauses.csv has: cells are without numbers of headings, dashes of lists.

    A footnote has its mark before it.
    """
    rows = rows_of(folder, "clauses")
    held = {line for row in rows for line in (row["words"] or "").splitlines()}
    headings = tuple(row["heading"] for row in rows)
    return [
        line
        for line in text.splitlines()
        if not {line, re.sub(r"^[-+*] ", "", line), f"1 {line}"} & held and not line.endswith(headings)
    ]
