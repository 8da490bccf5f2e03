"""Mutations made by hand that no test noticed once (F15), tried in each run beside the drawn ones."""

BY_HAND: tuple[tuple[str, str, str], ...] = (
    ("programme/derive/work.py", "add(Role.COORDINATE)", "add(Role.IMPLEMENT)"),
    ("programme/derive/work.py", "        found.pop(agency.id, None)\n", ""),
    ("programme/derive/budgets.py", "key=lambda row: -sum(line", "key=lambda row: sum(line"),
    ("programme/derive/table_amounts.py", '("", "-", "–")', '("", "–")'),
    ("programme/rules/dates.py", "report.due, years[1] + 1)", "report.due, years[1] + 5)"),
    ("programme/vietnamese/formats.py", "if month < 3 else", "if month < 2 else"),
    ("programme/vietnamese/formats.py", "rounding=ROUND_HALF_UP)", 'rounding="ROUND_HALF_EVEN")'),
    ("programme/pages/addresses.py", '("com", "lpt")', '("com",)'),
    ("programme/history/change_log.py", "if max(len(old), len(new)) <= 120:", "if False:"),
)
"""File, the words that stand there once, what stands in their place."""
