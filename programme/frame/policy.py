"""The content security policy: in every page, and in the headers of a server."""

from __future__ import annotations

import base64
import hashlib


def policy(*styles: str) -> str:
    """The policy for pages that hold one of these style sheets: allowed by their hashes, nothing else inline is.

    It has no quotes but single ones, so it may stand in an attribute as it is.
    """
    digests = (base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in styles)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' {allowed}; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
    )
