"""Places that words name, and words that only look like places."""
