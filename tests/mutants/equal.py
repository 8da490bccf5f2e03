"""Mutants that change nothing that could be seen, each with why: by file, the line's text and the change."""

EQUAL: dict[tuple[str, str, str], str] = {
    (
        "programme/rules/shape.py",
        "counts = Counter(clause.kind for clause in node.clauses if clause.kind)",
        "clause.kind → True",
    ): "clauses without a kind are counted, and their number is never asked for",
    (
        "programme/opendata/entities.py",
        'return record.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)',
        '"json" → "xjson"',
    ): "records hold texts, numbers and tuples of these alone: both modes are the same JSON",
    (
        "programme/rules/reading.py",
        'doubt = f"{_doubt(text.strip(), column.unit.label)} thì bỏ money ở cột này."',
        "text.strip() → text",
    ): "no text that was read begins or ends with a space",
    (
        "programme/rules/references.py",
        "uses = Counter((registry, name) for _, _, registry, name in "
        "(references(dataset, *REGISTRIES) if missing else ()))",
        "missing → True",
    ): "what is counted where nothing is missing is never asked for: it only takes time",
    **dict.fromkeys(
        (
            (
                "programme/opendata/files.py",
                'book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, '
                '"strings_to_urls": False})',
                change,
            )
            for change in (
                '"strings_to_formulas" → "xstrings_to_formulas"',
                '"strings_to_urls" → "xstrings_to_urls"',
                '"in_memory" → "xin_memory"',
                '"in_memory": True, → nothing',
                '"strings_to_formulas": False, → nothing',
                ', "strings_to_urls": False → nothing',
                "True → False",
                "False → True",
            )
        ),
        "texts are written with write_string, which makes neither formula nor link; in memory or not, the same bytes",
    ),
}
