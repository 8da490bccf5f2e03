"""Days, deadlines and how often, in words and in cells."""
