"""What a person is asked about a draft, how it is said, and an answer written into `data/` or taken back."""
