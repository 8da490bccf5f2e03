"""Records to the joined plan, and the questions asked of it."""
