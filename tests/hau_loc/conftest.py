"""The plan of these tests is that of `tests/conftest.py`: the real one."""
