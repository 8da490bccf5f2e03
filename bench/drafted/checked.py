"""Checked data told in the form of a truth file: what a draft of the same plan is compared with."""

from __future__ import annotations

import re
from typing import Any

from drafted.held import Held, Piece, Span
from drafted.told import in_dong, spans

_ENDS = re.compile(r"(?<=[.;:])\s+")


def truth_of(held: Held) -> dict[str, Any]:
    """A truth file of a plan's checked data; it tells of everything the plan says."""
    header = held.plan.get("header") or {}
    number = f"{header['number']}/{header['symbol']}" if header.get("number") else None
    truth: dict[str, Any] = {
        "plan": {"number": number, "date": header.get("date")},
        "complete": [
            "duties",
            "target_groups",
            "deadlines",
            "reports",
            "money_in_text",
            "documents",
            "tables",
            "sections",
        ],
        "sections": [one.text for one in held.pieces if one.kind == "heading"],
        "duties": _duties(held),
        "documents": [{"id": key, "number": one["number"]} for key, one in held.registers.documents.items()],
        "tables": _tables(held),
        "sentences": [
            {"text": sentence, "in": _under(piece)}
            for piece in held.pieces
            if piece.kind in ("basis", "text", "article", "appendix", "closing")
            for sentence in _ENDS.split(piece.text)
        ],
    }
    for key in ("target_groups", "deadlines", "reports", "money_in_text"):
        truth[key] = []
    for piece, span in spans(held):
        quote = {"quote": span.text, "in": _under(piece)}
        truth["target_groups"] += [_group(held, one) | quote for one in span.keys.get("for_whom") or ()]
        truth["reports"] += [_report(held, one) | quote for one in span.keys.get("reports") or ()]
        truth["deadlines"] += _deadlines(piece, span, quote)
        money = span.keys.get("money")
        if money is not None and piece.kind != "row":
            values = in_dong(money.get("amount") or "") or in_dong(span.text)
            if values:
                truth["money_in_text"].append({"vnd": values[0], "per_unit": money.get("norm") == "true"} | quote)
    return truth


def _under(piece: Piece) -> str:
    return " > ".join(piece.path)


def _names(known: dict[str, tuple[str, ...]], ids: Any) -> list[list[str]]:
    return [list(known.get(one, (one,))) for one in ids or ()]


def _duties(held: Held) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for piece, span in spans(held):
        keys, agencies = span.keys, held.registers.agencies
        if not keys.get("roles"):
            continue
        table = {"table": "", "row": piece.cells[0]} if piece.kind == "row" else {}
        quote = max(piece.cells, key=len) if piece.kind == "row" else span.text
        found.append(
            {
                "id": f"d-{len(found) + 1}",
                "bearers": list(keys.get("bearers") or ()),
                "bearer_names": _names(agencies, keys.get("bearers")),
                "roles": list(keys["roles"]),
                "partners": list(keys.get("with") or ()),
                "partner_names": _names(agencies, keys.get("with")),
                "quote": quote,
                "in": _under(piece),
                **table,
            }
        )
    return found


def _group(held: Held, one: dict[str, Any]) -> dict[str, Any]:
    names = held.registers.groups
    return {
        "ids": list(one["who"]),
        "names": _names(names, one["who"]),
        "of_names": _names(names, one.get("of")),
        "priority": one.get("priority") == "true",
        "excluded": one.get("excluded") == "true",
        "indirect": one.get("indirect") == "true",
        "condition": one.get("condition"),
    }


def _report(held: Held, one: dict[str, Any]) -> dict[str, Any]:
    agencies = held.registers.agencies
    every = {"month": "hang-thang", "quarter": "hang-quy", "half": "6-thang", "year": "nam"}.get(one.get("every") or "")
    return {
        "by": list(one.get("by") or ()),
        "to": list(one.get("to") or ()),
        "to_names": _names(agencies, one.get("to")),
        "every": every,
    }


def _deadlines(piece: Piece, span: Span, quote: dict[str, Any]) -> list[dict[str, Any]]:
    said = [span.keys.get("timing") or {}, *(span.keys.get("reports") or ())]
    found: list[dict[str, Any]] = []
    if piece.kind == "row":
        said.append(span.keys)
        quote = quote | {"quote": max(piece.cells, key=len)}
    for one in said:
        date = one.get("end") or one.get("due") or one.get("start")
        more: dict[str, Any] = {key: one[key] for key in ("start", "every") if one.get(key)}
        if one.get("day"):
            more["day"] = int(one["day"])
        entry = {"date": date, **more, **quote}
        if (date or one.get("every")) and entry not in found:
            found.append(entry)
    return found


def _tables(held: Held) -> dict[str, Any]:
    tables = {}
    for number, grid in enumerate(held.grids, 1):
        name = 1 if len(grid.columns) > 1 and grid.columns[0].upper().rstrip(".") in ("TT", "STT", "SỐ TT") else 0
        cells = [
            {"row": row[name], "column": grid.columns[at], "text": cell}
            for row in grid.rows
            for at, cell in enumerate(row)
            if at > name and at < len(grid.columns) and cell
        ]
        tables[f"bang-{number}"] = {
            "title": "",
            "unit": "",
            "columns": list(grid.columns),
            "rows": [list(row) for row in grid.rows],
            "cells": cells,
        }
    return tables
