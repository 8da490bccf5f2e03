"""A document that was read becomes draft data: its shape, marks with doubts, files, questions, and the proof."""

FOLDER = "import"
"""Of a plan: what a person must settle of what was read."""
QUESTIONS = "questions.yaml"
DOUBTS = "doubts.txt"
"""What was noted while reading, for a person to look at; no question."""
