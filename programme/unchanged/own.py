"""What a plan's files hold that is not ours: code in `macros.py`, what a page asks for besides our words."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from ..pages.names import WORDS

MACROS = "macros.py"
_CALL = re.compile(rf'\{{\{{ *(?:{"|".join(WORDS)})\((?:"[^"\\{{}}]*")?\) *\}}\}}')
"""What a page may ask for: all else, a date or the state of Git, another plugin answers."""
_TAKEN = ast.dump(ast.parse("from programme.macros import define_env").body[0])
_NAMED = ast.dump(ast.parse('__all__ = ["define_env"]').body[0])


def adds_words(macros: Path) -> bool:
    """Whether a `macros.py` does more than to take our words. It is read as Python reads it."""
    try:
        read = ast.parse(macros.read_bytes())
    except (SyntaxError, ValueError):
        return True
    return not all(_is_said(one) or ast.dump(one) in (_TAKEN, _NAMED) for one in read.body)


def _is_said(one: ast.stmt) -> bool:
    """A text that stands alone: what the file is for."""
    return isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)


def asks_more(page: Path) -> bool:
    """Whether a page asks for what is not ours."""
    rest = _CALL.sub("", page.read_text(encoding="utf-8", errors="replace"))
    return "{{" in rest or "{%" in rest
