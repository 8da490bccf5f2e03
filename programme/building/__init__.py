"""One plan's whole site: built in a process of its own, and put in its place whole or not at all."""
