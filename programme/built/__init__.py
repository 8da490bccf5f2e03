"""What is done with the built pages: search, PDF, open data, policy, compressed copies, a last look."""
