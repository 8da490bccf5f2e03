"""A truth file as it was written, brought to the form that is compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def read_truth(path: Path) -> dict[str, Any]:
    """The truth of a file: partners are in `partner_names`, by whatever key the file tells them (`with_names`; ids in
    `partners` or `with`, which have the names that duties call them by elsewhere)."""
    truth: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    duties = truth.get("duties", ())
    names = {
        body: name
        for one in duties
        for body, name in zip(one.get("bearers", ()), one.get("bearer_names", ()), strict=False)
    }
    for one in duties:
        if "partner_names" in one:
            continue
        if "with_names" in one:
            one["partner_names"] = one["with_names"]
        elif isinstance(ids := one.get("partners", one.get("with")), list):
            one["partner_names"] = [names.get(body, body.replace("-", " ")) for body in ids]
    return truth
