"""Figures to be reached, in words and in columns."""
