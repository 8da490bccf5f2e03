"""What becomes of the files: tried first, written as a step, sent to others, published."""
