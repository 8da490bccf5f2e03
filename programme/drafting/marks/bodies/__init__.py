"""Bodies by their names: grammar, levels, short forms, lists, the register of a plan."""
