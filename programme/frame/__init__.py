"""What a browser is given with every page: templates and marks, style, scripts, policy and headers."""

from pathlib import Path

_HOME = Path(__file__).resolve().parent
LIGHT = _HOME / "light"
"""The light frame, which lies over the builder's theme; also the theme `programme` (see its `mkdocs_theme.yml`)."""
MATERIAL = _HOME / "material"
"""Material's own frame, with our content in it; it shares parts of the light one."""
MARK = LIGHT / "assets" / "mark.svg"
"""The mark of the site, as a picture."""
STYLES = _HOME / "styles"
"""The parts of the style; `light.css` and `material.css` say which go together."""
SCRIPTS = _HOME / "scripts"
MADE = _HOME / "made" / "bundles.json"
"""Scripts and style sheets ready-made (see `built/bundles`): in a wheel, never in a checkout."""


class FrameError(Exception):
    """A page has no place for what it must hold; the message says for what."""
