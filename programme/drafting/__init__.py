"""A document that was read becomes draft data: its shape, marks with doubts, files, questions, and the proof."""

from ..pages.names import DRAFTED

FOLDER = DRAFTED

QUESTIONS = "questions.yaml"
DOUBTS = "doubts.txt"
"""What was noted while reading, for a person to look at; no question."""
