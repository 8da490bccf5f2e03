"""Whom words are for: groups, their conditions, and whether they are given something."""
