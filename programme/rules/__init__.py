"""The rules `data/` must keep. Each rule is a generator of findings.

A rule's docstring states it. Rules take the checked form for granted (types and
keys are the loader's work), never stop at the first fault, and say each fault
where a clerk can mend it.
"""

from __future__ import annotations

from ..derive.programme import Programme
from ..load.dataset import Dataset
from ..load.examples import Examples, filled
from ..load.findings import Finding, in_order
from . import dates, duties, quoting, reading, references, registries, shape, sums
from .register import FIRST, NEED_AMOUNTS, RULES

__all__ = ["FIRST", "RULES", "check", "dates", "duties", "quoting", "reading", "registries", "shape", "sums"]


def check(dataset: Dataset) -> list[Finding]:
    """All findings of all rules. Records are joined only over unbroken references."""
    findings = [finding for one in references.RULES for finding in one(dataset)]
    if not findings:
        programme = Programme(dataset)
        findings = [finding for one in FIRST for finding in one(programme)]
        unread = bool(findings)
        findings += [f for one in RULES if not (unread and one in NEED_AMOUNTS) for f in one(programme)]
    return in_order(filled(findings, lambda: Examples.of(dataset)))
