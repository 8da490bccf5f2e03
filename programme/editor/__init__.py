"""The clerk's editor: under `programme serve`, on this machine only; nothing of it is on the published site."""
