"""Amounts: budget lines, norms, totals, sources, and what adds up to what."""
