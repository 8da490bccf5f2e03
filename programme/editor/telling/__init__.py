"""What a clerk is told before a change and after it, in words without code."""
