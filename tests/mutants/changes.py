"""The changes that a mutant may make: small, each what a slip of the hand could have written.

Not made are changes of what no program reads (docstrings, annotations) and of what is only wording (the words of a
finding, of a change in the log).
"""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

SWAPPED: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "//"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"),
    ast.BitOr: ("|", "&"),
    ast.BitAnd: ("&", "|"),
}
"""Sign -> how it is written, and the one in its place."""
NAMES = {
    "min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "reversed": "list", "set": "list",
    "ROUND_HALF_UP": "ROUND_HALF_EVEN", "search": "match", "match": "search", "fullmatch": "match",
    "startswith": "endswith", "endswith": "startswith", "lstrip": "rstrip", "rstrip": "lstrip", "isdecimal": "isalnum",
    "setdefault": "get", "update": "copy", "removeprefix": "removesuffix", "partition": "rpartition",
    "rpartition": "partition", "append": "index",
}  # fmt: skip
"""Name of a function -> the one in its place."""
NOTHING = {"lower", "upper", "casefold", "strip", "lstrip", "rstrip"}
"""Methods of texts that may be left out."""
WORDING = {"finding", "Finding", "replace", "tell", "ValueError", "click", "warning", "Field", "Change", "Key"}
"""Calls whose texts are only wording."""


@dataclass(frozen=True)
class Mutant:
    """A change of one place in a file: `old` at the offset `start` becomes `new`."""

    file: str
    line: int
    start: int
    old: str
    new: str
    text: str
    """The line that it stands in, without the spaces around it."""
    whole: bool = False
    """Whether it is read when the module is, outside every function."""

    @property
    def change(self) -> str:
        """ "old → new" in one line: with the file and the line's text its name, wherever the line stands."""
        return " ".join(f"{self.old} → {self.new or 'nothing'}".split())

    def of(self, source: str) -> str:
        """The source with the change."""
        assert source[self.start :].startswith(self.old), self
        return source[: self.start] + self.new + source[self.start + len(self.old) :]


class _Places:
    """The places of a source that may be changed."""

    def __init__(self, file: str, source: str):
        self.file = file
        self.source = source
        self.tree = ast.parse(source)
        self.above = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    @cached_property
    def _begins(self) -> list[int]:
        begins = [0]
        for line in self.source.splitlines(keepends=True):
            begins.append(begins[-1] + len(line))
        return begins

    def _at(self, line: int, column: int) -> int:
        begin = self._begins[line - 1]
        text = self.source[begin : self._begins[line]]
        return begin + len(text.encode()[:column].decode())

    def _span(self, node: ast.AST) -> tuple[int, int]:
        line, column = getattr(node, "lineno"), getattr(node, "col_offset")  # noqa: B009 - ast has no type for it
        last, end = getattr(node, "end_lineno"), getattr(node, "end_col_offset")  # noqa: B009
        return self._at(line, column), self._at(last, end)

    def _text(self, node: ast.AST) -> str:
        start, end = self._span(node)
        return self.source[start:end]

    def _mutant(self, node: ast.AST, start: int, old: str, new: str) -> Mutant:
        line = self.source.count("\n", 0, start) + 1
        text = self.source[self._begins[line - 1] : self._begins[line]].strip()
        inside = any(isinstance(one, ast.FunctionDef | ast.Lambda) for one in self._around(node))
        return Mutant(self.file, line, start, old, new, text, not inside)

    def _around(self, node: ast.AST) -> Iterator[ast.AST]:
        while node := self.above.get(node):  # type: ignore[assignment]
            yield node

    def _replaced(self, node: ast.AST, new: str) -> Mutant:
        start, end = self._span(node)
        return self._mutant(node, start, self.source[start:end], new)

    def _between(self, left: ast.AST, right: ast.AST, swapped: tuple[str, str]) -> Iterator[Mutant]:
        start, end = self._span(left)[1], self._span(right)[0]
        pattern = r"(?<![\w<>=!])" + swapped[0].replace(" ", r"\s+") + r"(?![\w=])"
        if found := re.search(pattern, self.source[start:end]):
            yield self._mutant(right, start + found.start(), found[0], swapped[1])

    def _is_read(self, node: ast.AST) -> bool:
        """Whether a program reads this: not annotations, docstrings, decorators' options, what only types need."""
        child: ast.AST = node
        for one in self._around(node):
            if isinstance(one, ast.AnnAssign | ast.arg) and child is one.annotation:
                return False
            if isinstance(one, ast.FunctionDef) and (child is one.returns or child in one.decorator_list):
                return False
            if isinstance(one, ast.ClassDef) and child in one.decorator_list:
                return False
            if isinstance(one, ast.Import | ast.ImportFrom | ast.Raise):
                return False
            if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
                return False
            if isinstance(one, ast.Call) and getattr(one.func, "id", "") in ("TypeVar", "cast"):
                return False
            if isinstance(one, ast.keyword) and one.arg in ("strict", "frozen"):
                return False
            if isinstance(one, ast.Assign) and getattr(one.targets[0], "id", "") in ("__all__", "Facts", "Tell"):
                return False
            child = one
        return True

    def _is_wording(self, node: ast.AST) -> bool:
        """Whether a text is said to a person, and nothing follows from it."""
        for one in self._around(node):
            if isinstance(one, ast.JoinedStr | ast.FormattedValue):
                return True
            if isinstance(one, ast.Call):
                return getattr(one.func, "id", getattr(one.func, "attr", "")) in WORDING
            if isinstance(one, ast.stmt):
                return False
        return False

    def all(self) -> Iterator[Mutant]:
        for node in ast.walk(self.tree):
            if self._is_read(node):
                yield from self._of(node)

    def _of(self, node: ast.AST) -> Iterator[Mutant]:
        match node:
            case ast.Compare():
                for left, sign, right in zip([node.left, *node.comparators], node.ops, node.comparators, strict=False):
                    yield from self._between(left, right, SWAPPED[type(sign)])
            case ast.BoolOp():
                for left, right in pairwise(node.values):
                    yield from self._between(left, right, SWAPPED[type(node.op)])
            case ast.BinOp() if type(node.op) in SWAPPED and not self._joins_texts(node):
                yield from self._between(node.left, node.right, SWAPPED[type(node.op)])
            case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
                yield self._replaced(node, self._text(operand))
            case ast.Constant():
                yield from self._constant(node)
            case ast.Tuple() | ast.List() | ast.Set() if isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
                yield from self._left_out(node.elts)
            case ast.Dict():
                yield from self._left_out(node.values, node.keys)
            case ast.If() | ast.IfExp() | ast.While():
                if self._text(node.test) != "TYPE_CHECKING":
                    if not isinstance(node, ast.While):
                        yield self._replaced(node.test, "True")
                    yield self._replaced(node.test, "False")
            case ast.comprehension(ifs=conditions):
                for condition in conditions:
                    if not isinstance(condition, ast.NamedExpr):
                        yield self._replaced(condition, "True")
            case ast.Call():
                yield from self._call(node)
            case ast.Attribute(value=ast.Name(id=name)) if name[:1].isupper() and node.attr.isupper():
                others = self._members(name)
                if node.attr in others and len(others) > 1:
                    yield self._replaced(node, f"{name}.{others[(others.index(node.attr) + 1) % len(others)]}")
            case ast.Name(ctx=ast.Load()) if node.id == "ROUND_HALF_UP":
                yield self._replaced(node, f'"{NAMES[node.id]}"')
            case ast.Continue():
                yield self._replaced(node, "break")
            case ast.Expr(value=ast.Yield() | ast.YieldFrom() | ast.Call()):
                yield self._replaced(node, "pass" if isinstance(node.value, ast.Call) else "yield from ()")
            case ast.AugAssign():
                yield self._replaced(node, "pass")
            case ast.FunctionDef(decorator_list=decorators):
                for one in decorators:
                    if self._text(one) in ("rule", "first", "needs_amounts"):
                        yield self._mutant(node, self._span(one)[0] - 1, f"@{self._text(one)}", "")

    def _joins_texts(self, node: ast.BinOp) -> bool:
        sides = (node.left, node.right)
        return any(isinstance(one, ast.JoinedStr | ast.Constant) and self._text(one)[:1] in "rf\"'" for one in sides)

    def _members(self, name: str) -> list[str]:
        """The names of a vocabulary: `Role` -> ADVISE, LEAD ..."""
        from programme.load import vocabulary

        return [*getattr(getattr(vocabulary, name, None), "__members__", ())]

    def _constant(self, node: ast.Constant) -> Iterator[Mutant]:
        value = node.value
        if value is True or value is False:
            yield self._replaced(node, str(not value))
        elif isinstance(value, int) and not self._is_length(node):
            yield self._replaced(node, str(value + 1))
            if value > 1:
                yield self._replaced(node, str(value - 1))
        elif isinstance(value, str) and not self._is_wording(node):
            text = self._text(node)
            parts = value.split("|")
            if len(parts) > 2 and "(" not in value and "\n" not in text:
                for part in parts:
                    old = f"{part}|" if part != parts[-1] else f"|{part}"
                    yield self._mutant(node, self._span(node)[0] + text.index(old), old, "")
            elif value and "\\" not in text and not text.startswith("r") and len(value) < 40:
                yield self._replaced(node, f"{text[0]}x{text[1:]}")

    def _is_length(self, node: ast.Constant) -> bool:
        """Whether a number says how much of a text a finding shows."""
        call = self.above.get(node)
        return isinstance(call, ast.Call) and getattr(call.func, "id", "") == "shown"

    def _left_out(self, values: list[ast.expr], keys: list[ast.expr | None] | None = None) -> Iterator[Mutant]:
        """One of several left out."""
        if len(values) < 2:
            return
        for number, value in enumerate(values):
            first = keys[number] if keys else value
            start, end = self._span(first or value)[0], self._span(value)[1]
            if not first:
                start -= 2  # **of a dictionary
            if comma := re.compile(r",\s*").match(self.source, end):
                end = comma.end()
            else:
                start = self._span(values[number - 1])[1]
            if len(values) > 2 or not isinstance(self.above.get(value), ast.Tuple):
                yield self._mutant(value, start, self.source[start:end], "")

    def _call(self, node: ast.Call) -> Iterator[Mutant]:
        func = node.func
        if isinstance(func, ast.Attribute):
            if func.attr in NOTHING:
                yield self._replaced(node, self._text(func.value))
            if func.attr in NAMES:
                start = self._span(func)[1] - len(func.attr)
                yield self._mutant(func, start, func.attr, NAMES[func.attr])
        elif isinstance(func, ast.Name) and func.id in NAMES:
            if func.id in ("sorted", "reversed", "set"):
                yield self._replaced(node, f"list({self._text(node.args[0])})" if node.args else "[]")
            else:
                yield self._replaced(func, NAMES[func.id])
        for keyword in node.keywords:
            if keyword.arg in ("key", "reverse", "default"):
                start, end = self._span(keyword)
                start = self.source.rindex(",", 0, start) if node.args else start
                yield self._mutant(node, start, self.source[start:end], "")
        names = [one for one in node.args if isinstance(one, ast.Name | ast.Attribute)]
        if len(node.args) > 1 and len(names) == len(node.args) and not node.keywords:
            for left, right in pairwise(names):
                start, end = self._span(left)[0], self._span(right)[1]
                between = self.source[self._span(left)[1] : self._span(right)[0]]
                swapped = f"{self._text(right)}{between}{self._text(left)}"
                yield self._mutant(node, start, self.source[start:end], swapped)


def mutants(file: str, source: str) -> list[Mutant]:
    """All mutants of a file, in the order of its lines; those that Python does not compile are none."""
    found = {}
    for one in _Places(file, source).all():
        try:
            compile(one.of(source), file, "exec")
        except SyntaxError:
            continue
        found[one.start, one.old, one.new] = one
    return [found[key] for key in sorted(found)]


def sample(root: Path, files: list[str], count: int, seed: int) -> list[Mutant]:
    """So many mutants of several files: of each in the measure of its mutants, and of no place two."""
    all_of = {file: mutants(file, (root / file).read_text(encoding="utf-8")) for file in files}
    whole = sum(map(len, all_of.values()))
    chosen: list[Mutant] = []
    for file, ones in all_of.items():
        draw = random.Random(f"{seed} {file}")
        draw.shuffle(ones)
        places: set[tuple[int, str]] = set()
        for one in ones:
            if len(places) < round(count * len(ones) / whole + 0.5) and (one.line, one.old) not in places:
                places.add((one.line, one.old))
                chosen.append(one)
    return chosen
