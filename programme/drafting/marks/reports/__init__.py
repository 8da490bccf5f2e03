"""Reporting duties: to whom, through whom, how often, by when."""
