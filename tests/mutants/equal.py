"""Mutants that change nothing that could be seen, each with why: by file, the line's text and the change."""

EQUAL: dict[tuple[str, str, str], str] = {
    (
        "programme/rules/shape.py",
        "counts = Counter(clause.kind for clause in node.clauses if clause.kind)",
        "clause.kind → True",
    ): "clauses without a kind are counted, and their number is never asked for",
}
