"""A build farm: many plans built on one or many machines, each put in its place whole; what failed is told."""
