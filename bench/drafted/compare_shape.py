"""Headings, sentences, cells: whether the draft has the plan's shape."""

from __future__ import annotations

import difflib
from collections import Counter
from typing import Any

from drafted.held import Grid, Held
from drafted.letters import bare, squeezed
from drafted.places import Places
from drafted.score import Score


def compare_sections(held: Held, truth: dict[str, Any]) -> Score:
    """Number and words of each heading, in order.

    A heading that leads into its sentence ("Mục tiêu: ...") is judged only where the truth tells of it;
    so are articles and appendices.
    """
    score = Score()
    wanted = [bare(one) for one in truth["sections"]]
    names = dict(zip(wanted, truth["sections"], strict=True))
    appendices = any(one.startswith("phụlục") for one in wanted)
    articles = any(one.startswith("điều") for one in wanted)
    found = []
    for piece in held.pieces:
        if piece.kind != "heading":
            continue
        own = bare(piece.text)
        names.setdefault(own, piece.text)
        runs_in = piece.text.rstrip().endswith(":") or bool(piece.kind_of_clause)
        skipped = (own.startswith("phụlục") and not appendices) or (own.startswith("điều") and not articles) or runs_in
        if own in wanted or not skipped:
            found.append(own)
    matcher = difflib.SequenceMatcher(None, found, wanted, autojunk=False)
    right = Counter(one for block in matcher.get_matching_blocks() for one in wanted[block.b : block.b + block.size])
    score.hit(right.total())
    for one in (Counter(wanted) - right).elements():
        score.miss(names[one])
    for one in (Counter(found) - right).elements():
        score.err(names[one])
    return score


def compare_sentences(held: Held, truth: dict[str, Any], places: Places) -> Score:
    """Each sentence whole in one paragraph, under its headings.

    Without `sentences` in the truth, its quotes are the sentences. One that stands, but cut or
    elsewhere, is wrong and missing. The words that close a plan stand behind its last part: a truth
    file may tell them there or in no part.
    """
    score = Score()
    last = _last_paths(truth)
    told = truth.get("sentences") or [
        {"text": one["quote"], "in": one["in"]}
        for kind in ("duties", "target_groups", "deadlines", "reports", "money_in_text")
        for one in truth.get(kind, ())
        if one.get("in") and not one.get("task") and not one.get("table")
    ]
    for one in told:
        place = places.find(one["text"], one.get("in"), kind="sentence")
        if place is None:
            score.miss(f"không thấy: {one['text'][:120]}")
            continue
        pieces = [piece for piece in held.at(place) if piece.kind not in ("heading", "number")]
        cut = len(pieces) > 1
        elsewhere = one.get("in") is not None and not places.is_under(place, one["in"])
        if elsewhere and pieces and pieces[0].kind == "closing" and one["in"] in last:
            elsewhere = False
        if cut or elsewhere:
            fault, path = "bị cắt" if cut else "sai mục", " > ".join(pieces[0].path) if pieces else ""
            said = f"{fault}: {one['text'][:100]} | cần: {one.get('in')} | có: {path}"
            score.miss(said)
            score.err(said)
        else:
            score.hit()
    return score


def _last_paths(truth: dict[str, Any]) -> set[str]:
    """The paths of the truth that lead to where the last part before the appendices ends."""
    paths = [one["in"] for one in truth.get("sentences", ()) if one.get("in")]
    headed = [one for one in truth.get("sections", ()) if not bare(one).startswith(("phụlục", "biểu"))]
    ends = {path for path in paths if headed and bare(path.split(" > ")[-1]) == bare(headed[-1])}
    return ends | {path.rsplit(" > ", depth)[0] for path in ends for depth in range(1, path.count(" > ") + 1)}


def compare_cells(held: Held, truth: dict[str, Any]) -> Score:
    """Each cell under its column in its row; a blank one is none."""
    score, free = Score(), list(held.grids)
    for table in truth["tables"].values():
        wanted = [one for one in table["cells"] if one["text"]]
        grid = max(free, key=lambda one: _likeness(one, table), default=None)
        if grid is None or not _likeness(grid, table):
            for one in wanted:
                score.miss(f"{one['row'][:40]} × {one['column']}: {one['text'][:40]} - không thấy bảng")
            continue
        free.remove(grid)
        _cells(score, grid, table, wanted)
    for grid in free:
        for row in grid.rows:
            for cell in filter(None, row):
                score.err(f"bảng không có trong bản đúng: {cell[:60]}")
    return score


def _likeness(grid: Grid, table: dict[str, Any]) -> int:
    have = Counter(squeezed(cell) for row in grid.rows for cell in row if cell)
    want = Counter(squeezed(cell) for row in table["rows"] for cell in row if cell)
    return (have & want).total()


def _cells(score: Score, grid: Grid, table: dict[str, Any], wanted: list[dict[str, Any]]) -> None:
    heads = [bare(one) for one in grid.columns]
    names = Counter(bare(one["row"]) for one in wanted)
    columns = {bare(one["column"]) for one in wanted}
    want = Counter((bare(one["row"]), bare(one["column"]), squeezed(one["text"])) for one in wanted)
    have: Counter[tuple[str, str, str]] = Counter()
    for above, row in zip([[], *grid.rows], grid.rows, strict=False):
        name = next((bare(cell) for cell in row if bare(cell) in names), None)
        if name is None:
            continue
        for at, cell in enumerate(row):
            if not cell or at >= len(heads) or bare(cell) == name:
                continue
            column = max((one for one in columns if heads[at].endswith(one)), key=len, default=None)
            key = (name, column or "", squeezed(cell))
            again = at < len(above) and above[at] == cell  # of a cell that reaches down the truth tells its first row
            if column and not (again and key not in want):
                have[key] += 1
    score.hit((have & want).total())
    for one in wanted:
        key = (bare(one["row"]), bare(one["column"]), squeezed(one["text"]))
        if (want - have)[key] > 0:
            score.miss(f"{one['row'][:40]} × {one['column']}: {one['text'][:40]}")
    for (name, column, text), count in (have - want).items():
        for _ in range(count):
            score.err(f"{name[:30]} × {column}: {text[:40]}")
