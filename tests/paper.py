"""Pages printed by a real Chromium, and what stands on their sheets."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Browser

A4 = (595, 842)
"""Points."""


def tool(*command: str) -> str:
    """What a command of the machine says."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class Printer:
    """Prints the pages of a site as a browser does, each once, into a folder."""

    def __init__(self, site: Path, browser: Browser, folder: Path) -> None:
        self._site = site
        self._browser = browser
        self._folder = folder

    def __call__(self, name: str) -> Path:
        """The PDF of a page: "du-an/3-2"."""
        path = self._folder / f"{name.replace('/', '_')}.pdf"
        if not path.exists():
            page = self._browser.new_page()
            page.goto((self._site / f"{name}.html").as_uri())
            page.pdf(path=path, prefer_css_page_size=True)
            page.close()
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
