"""Who does what with whom: sentences, lines, headings and lists that give out work."""
