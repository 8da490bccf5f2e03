"""Seeded mutations of the code, each against the tests that touch its line: `python -m mutants` (in `make drill`)."""
