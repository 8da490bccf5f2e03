"""The words a page may use: the engine's. A plan may add words of its own below."""

from programme.macros import define_env

__all__ = ["define_env"]
