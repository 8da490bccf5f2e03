"""What things in a plan's folder are called, apart from what reads them."""

RELEASED = "released.txt"
"""The addresses that were published."""
SOURCE = "source"
"""The folder of a plan with the text of its document, as a reader or a machine took it from the paper."""
WORDS = ("project", "agency", "group", "document", "place", "overview", "guide", "keys", "words_list")
"""The macros that a page may call."""
