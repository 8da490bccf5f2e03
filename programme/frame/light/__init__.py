"""The light frame: templates over Material's, and the entry point `programme` of `mkdocs.themes`."""
