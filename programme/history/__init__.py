"""What Git knows of the data: versions, what each says, what changed."""
