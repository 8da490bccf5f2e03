"""Pages printed by a real Chromium, the PDF files of a site, and what stands on their sheets."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Page

from programme import Programme
from programme.derive.full_text import heading
from programme.pages import addresses

A4 = (595, 842)
"""Points."""


def tool(*command: str) -> str:
    """What a command of the machine says."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class Printer:
    """Prints the pages of a site as a browser does, each once, into a folder; all in one window, which is given."""

    def __init__(self, site: Path, window: Page, folder: Path) -> None:
        self._site = site
        self._window = window
        self._folder = folder

    def __call__(self, name: str) -> Path:
        """The PDF of a page: "du-an/3-2"."""
        path = self._folder / f"{name.replace('/', '_')}.pdf"
        if not path.exists():
            self._window.goto((self._site / f"{name}.html").as_uri())
            self._window.pdf(path=path, prefer_css_page_size=True)
        return path


def letters(text: str) -> str:
    """Text without spaces, dashes of lists and line ends: what must be on paper."""
    return re.sub(r"[\s•◦■▪–-]+", "", text)


def sheets(path: Path) -> list[str]:
    """The words of each sheet."""
    return tool("pdftotext", "-layout", str(path), "-").split("\f")[:-1]


def sizes(path: Path) -> set[tuple[int, int]]:
    """The sizes of the sheets, in points: width, height."""
    found = re.findall(r"size: +([\d.]+) x ([\d.]+) pts", tool("pdfinfo", "-l", "99", str(path)))
    return {(round(float(wide)), round(float(high))) for wide, high in found}


def picture(path: Path, dots: int = 110) -> Path:
    """The first sheet as an image, in dots an inch."""
    tool("pdftoppm", "-r", str(dots), "-png", "-singlefile", str(path), str(path.with_suffix("")))
    return path.with_suffix(".png")


def at_the_end(path: Path, page: BeautifulSoup) -> list[str]:
    """The headings, and heads of tables, of a page that end a sheet: what they head stands on the next."""
    heads = {letters(one.get_text()).removesuffix("#") for one in page.select("h2, h3, h4, h5, caption, thead tr")}
    last = [[line for line in sheet.splitlines() if line.strip()][-2] for sheet in sheets(path)]
    return [line for line in last if letters(line) in heads]


# -- the PDF files of a site ----------------------------------------------------

BOOKLET = "ke-hoach"


def words_of(path: Path) -> str:
    """The letters in a PDF file of the site, without running titles and page numbers."""
    pages = tool("pdftotext", "-raw", str(path), "-").split("\f")[:-1]
    lines = [line for page in pages for line in page.splitlines()[1:] if not re.fullmatch(r"Trang \d+/\d+", line)]
    return letters("\n".join(lines))


def lines_of(path: Path) -> list[str]:
    """The words of each sheet, in one line."""
    return [" ".join(sheet.split()) for sheet in sheets(path)]


def lost_words(programme: Programme, read: dict[str, str]) -> list[str]:
    """What of the plan is not in the PDF where it belongs: "address: words".

    `read` is address -> letters: each phrase of a project belongs in its PDF, each
    duty in those of its bearers, the whole plan in the booklet.
    """
    return [f"{address}: {text}" for address, text in _due(programme) if letters(text) not in read[address]]


def _due(programme: Programme) -> Iterator[tuple[str, str]]:
    for spot in programme.spots:
        yield BOOKLET, spot.phrase.text
        if spot.node and spot.clause:
            yield addresses.page(spot.node), spot.phrase.text
    for duty in programme.duties:
        for agency in duty.bearers:
            yield addresses.page(agency), duty.spot.phrase.text
    for part in programme.refs:
        yield BOOKLET, heading(part)


def booklet_entries(path: Path) -> list[tuple[str, int]]:
    """The contents of a booklet, which stand on its second and third sheets at most: what, on which sheet."""
    contents = tool("pdftotext", "-layout", "-f", "2", "-l", "3", str(path), "-")
    found = re.findall(r"^ *(\S.*?) \.[ .\u2060]*(\d+)$", contents, re.MULTILINE)
    return [(title, int(number)) for title, number in found]


def index_entries(path: Path, index: str, names: Iterable[str]) -> dict[str, list[int]]:
    """The sheets that an index of a booklet, one of its last two sheets, gives for each name."""
    last = len(sheets(path))
    # the two columns one after the other, as they are read
    ends = [tool("pdftotext", "-raw", "-f", str(one), "-l", str(one), str(path), "-") for one in (last - 1, last)]
    (text,) = (one for one in ends if index in one)

    def numbers(name: str) -> list[int]:
        over_lines = r"\s+".join(map(re.escape, name.split()))
        found = re.search(rf"^{over_lines}\s+(\d+(?:,\s+\d+)*)$", text, re.MULTILINE)
        assert found, name
        return [int(number) for number in re.findall(r"\d+", found[1])]

    return {name: numbers(name) for name in names}


def heads_at_the_end(files: dict[str, Path], pages: Iterable[BeautifulSoup]) -> list[tuple[str, int, str]]:
    """Where a sheet ends with a heading, or the head of a table, of some page: address, sheet, line."""
    wanted = "h1, h2, h3, h4, h5, caption, thead tr"
    heads = {letters(one.get_text()).removesuffix("#") for page in pages for one in page.select(wanted)}
    # what stands far from the left edge is the last line of a cell, whatever it says
    ends = (
        (address, number, lines[-2].strip())
        for address, number, lines in _lines(files)
        if not lines[-2].startswith(" " * 20)
    )
    return [(address, number, line) for address, number, line in ends if letters(line) in heads and line[0] != "–"]


def almost_empty(files: dict[str, Path]) -> list[tuple[str, int]]:
    """The sheets that hold but a line or two beside running title and number: address, sheet."""
    return [(address, number) for address, number, lines in _lines(files) if len(lines) < 5]


def _lines(files: dict[str, Path]) -> Iterator[tuple[str, int, list[str]]]:
    """The lines of every sheet, its number the last: address, sheet, lines."""
    for address, path in files.items():
        for number, sheet in enumerate(sheets(path), 1):
            yield address, number, [line for line in sheet.splitlines() if line.strip()]
