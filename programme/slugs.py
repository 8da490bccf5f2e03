"""A name that plans write down: `mkdocs.yml` asks for `programme.slugs.slugify`. Kept for good."""

from .vietnamese.slugs import slugify

__all__ = ["slugify"]
