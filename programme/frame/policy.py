"""The content security policy: in every page, and in the headers of a server."""

from __future__ import annotations

import base64
import hashlib


def policy(style: str) -> str:
    """The policy for pages that hold this style sheet: it is allowed by its hash, nothing else that is inline is.

    It has no quotes but single ones, so it may stand in an attribute as it is.
    """
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'sha256-{digest}'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
    )
