"""What a browser is given with every page: templates and marks, style, scripts, policy and headers."""

from pathlib import Path

_HOME = Path(__file__).resolve().parent
THEME = _HOME / "theme"
"""What lies over the builder's theme: `main.html`, `404.html`, `assets/`."""
MARK = THEME / "assets" / "mark.svg"
"""The mark of the site, as a picture."""
STYLES = _HOME / "styles"
"""The parts of the style; `light.css` and `material.css` say which go together."""
SCRIPTS = _HOME / "scripts"
MADE = _HOME / "made" / "bundles.json"
"""Scripts and style sheets ready-made (see `built/bundles`): in a wheel, never in a checkout."""
