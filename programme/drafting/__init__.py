"""A document that was read becomes draft data: its shape, marks with doubts, files, questions, and the proof."""

FOLDER = "import"
"""Of a plan: what a person must settle of what was read."""
QUESTIONS = "questions.yaml"
