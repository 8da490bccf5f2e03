"""A document that was read becomes draft data: its shape, marks with doubts, files, questions, and the proof."""
