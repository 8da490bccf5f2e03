"""What is true of the plan at the root of this repository: its words, sums and figures."""
