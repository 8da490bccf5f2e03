"""A document as a plan's parts: head and end, headings, numbers, lists, tables, projects, in the document's order."""
