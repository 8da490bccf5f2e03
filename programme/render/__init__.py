"""The joined plan to the Markdown and HTML of pages; all markup stands in templates/."""
