"""The acceptance of a plan: its site, built once, read as its readers will, in a real browser and from paper.

Each module is one subject; a check is a function that takes a `Site` and gives what is wrong, a line a fault,
in Vietnamese. Needs the packages of the extra `accept`.
"""
