"""What a clerk sees: the plan as pages of blocks and sentences, and what each field of a record may hold."""
