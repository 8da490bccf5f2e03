"""Which pages there are, and where: addresses, page files, what was published."""
