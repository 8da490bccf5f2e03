"""Documents that words cite: kinds, numbers, the register of a plan."""
