"""What `bench/import.py` measures a draft by: its text with all marks, what is true, and how both compare."""
