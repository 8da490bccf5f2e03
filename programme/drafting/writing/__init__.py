"""A draft as files of `data/`: records, registers, phrases cut at their marks; what fails the check is taken back."""
