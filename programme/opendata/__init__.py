"""The plan as tables and files for other people's programs."""
