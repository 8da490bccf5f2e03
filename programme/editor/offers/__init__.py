"""What is put to a clerk unasked: questions, notes, marks that the words ask for, what still lacks something."""
