"""What the verb of a sentence makes its bearer do, and what may stand around it."""
