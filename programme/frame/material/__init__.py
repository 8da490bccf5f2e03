"""Material's own frame: templates over Material's, and what a plan that chooses this frame need not say."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

STYLE = "assets/material.css"
"""The style sheet of our content in this frame, which pages link."""
MARK = "assets/mark.svg"
FEATURES = ("navigation.prune", "navigation.top", "search.highlight", "toc.follow")
"""Without the first each page holds the links to all, and a build takes a time that grows with their square."""
_OURS = {"primary": "custom", "accent": "custom"}
PALETTE = (
    {
        "media": "(prefers-color-scheme)",
        **_OURS,
        "toggle": {"icon": "material/theme-light-dark", "name": "Màu theo máy; đổi sang nền sáng"},
    },
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        **_OURS,
        "toggle": {"icon": "material/weather-sunny", "name": "Nền sáng; đổi sang nền tối"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        **_OURS,
        "toggle": {"icon": "material/weather-night", "name": "Nền tối; đổi sang màu theo máy"},
    },
)
"""The colours of the device, light, dark, as in the light frame; what is "custom" stands in our style sheet."""
_FAVICON = "assets/images/favicon.png"
"""What the theme itself sets."""


def complete(theme: MutableMapping[str, Any], extra: MutableMapping[str, Any]) -> None:
    """Put into the settings of a theme, and into `extra`, what the plan has not said itself."""
    if not theme.get("features"):
        theme["features"] = list(FEATURES)
    if not theme.get("palette"):
        theme["palette"] = [dict(one) for one in PALETTE]
    if theme.get("favicon") in (None, _FAVICON):
        theme["favicon"] = MARK
    if not theme.get("logo") and not (theme.get("icon") or {}).get("logo"):
        theme["logo"] = MARK
    extra.setdefault("generator", False)
