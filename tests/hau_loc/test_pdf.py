"""The PDF files of this plan: which there are, its words in them, the booklet, what a sheet holds."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup
from paper import (
    BOOKLET,
    almost_empty,
    booklet_entries,
    heads_at_the_end,
    index_entries,
    lines_of,
    lost_words,
    tool,
)

from programme import Programme


def test_there_is_one_for_each_project_body_and_place_and_one_booklet(files: dict[str, Path], programme: Programme):
    """16 projects and sub-projects, 36 bodies, the one place that the plan names, the booklet; no more."""
    due = {f"du-an/{node.code.replace('.', '-')}" for node in programme.nodes}
    due |= {f"co-quan/{agency.id}" for agency in programme.data.agencies}
    assert len(due) == 16 + 36 and set(files) == due | {"dia-ban/ngu-loc", BOOKLET}
    assert "Title:           Tiểu dự án 2, Dự án 3: Cải thiện dinh dưỡng" in tool("pdfinfo", str(files["du-an/3-2"]))


def test_the_words_in_the_pdfs_are_the_words_of_the_plan(read: dict[str, str], programme: Programme):
    """Each phrase of a project is in its PDF, each duty in its bearers', the whole plan in the booklet; no letter is
    lost to a missing glyph: none reads back as nothing or as a box."""
    assert lost_words(programme, read) == []
    for address, text in read.items():
        assert not re.search("[\x00-\x08\ufffd\u25a1]", text), address


def test_the_contents_and_the_indexes_of_the_booklet_are_right(files: dict[str, Path], programme: Programme):
    """Over 50 entries, each on the page it names; each body on that of its sheet, who receives on that of the list."""
    pages = lines_of(files[BOOKLET])
    entries = booklet_entries(files[BOOKLET])
    assert len(entries) > 50
    assert [(title, number) for title, number in entries if title not in pages[number - 1]] == []
    bodies = index_entries(files[BOOKLET], "Chỉ mục cơ quan", [one.name for one in programme.data.agencies])
    for name, (own, *clauses) in bodies.items():
        assert name in pages[own - 1], name
        assert clauses == sorted(set(clauses))
    assert {one.spot.ref for one in programme.receipts} == {"noi-nhan"}
    page = next(n for n, text in enumerate(pages, 1) if "Nơi nhận:" in text)
    assert all(page in bodies[one.agency.name] for one in programme.receipts)
    named = {group.name for one in programme.targets for group in (*one.who, *one.of)}
    assert all(index_entries(files[BOOKLET], "Chỉ mục đối tượng", named).values())


def test_the_notice_stands_once_in_the_booklet(files: dict[str, Path]):
    """The cover is no document of the district's; that the plan is of 2023 is said once."""
    cover, *others = lines_of(files[BOOKLET])
    assert cover.startswith("TRA CỨU") and "ỦY BAN NHÂN DÂN" not in cover
    assert " ".join((cover, *others)).count("Đây là kế hoạch của năm 2023.") == 1


def test_no_heading_of_this_plan_ends_a_sheet(files: dict[str, Path], pages: dict[str, BeautifulSoup]):
    """Nor the head of a table; no sheet holds but a line."""
    assert heads_at_the_end(files, pages.values()) == []
    assert almost_empty(files) == []


def test_sheets_stay_within_their_size(files: dict[str, Path]):
    """A project takes two sheets at most, a duty sheet three, a place four."""
    for address, path in files.items():
        found = re.search(r"Pages: +(\d+)", tool("pdfinfo", str(path)))
        most = {"du-an": 2, "co-quan": 3, "dia-ban": 4, BOOKLET: 999}[address.split("/")[0]]
        assert found and int(found[1]) <= most, address
