"""What the words of a draft mean: bodies and their duties, amounts, documents, deadlines, reports, groups, tables.

`mark` puts the marks on the draft and gives the registers that they name.
"""

from __future__ import annotations

from .marker import mark

__all__ = ["mark"]
