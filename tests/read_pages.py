"""What a page of a built site says, and the rows of its tables."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag


def words(node: Tag) -> str:
    """The words of an element, as one line."""
    return re.sub(r"\s+([,.;:)])|(\()\s+", r"\1\2", " ".join(node.get_text(" ").split()))


def line(node: Tag) -> str:
    """The words of an element as they stand, as one line."""
    return " ".join(node.get_text().split())


def said(page: BeautifulSoup) -> str:
    article = page.select_one("article")
    assert article
    return flat(words(article))


def flat(text: str) -> str:
    """Without what tags put between words."""
    return re.sub(r"\s+", "", text)


def rows(site: Path, table: str) -> list[dict[str, str]]:
    with (site / f"du-lieu/{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
