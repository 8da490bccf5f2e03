"""What a browser is given with every page: templates and marks, the style sheet, scripts, policy and headers."""

from pathlib import Path

_HOME = Path(__file__).resolve().parent
THEME = _HOME / "theme"
"""What lies over the builder's theme: `main.html`, `404.html`, `assets/`."""
MARK = THEME / "assets" / "mark.svg"
"""The mark of the site, as a picture."""
STYLE = THEME / "assets" / "site.css"
SCRIPTS = _HOME / "scripts"
MADE = _HOME / "made" / "bundles.json"
"""Scripts and style sheet ready-made (see `built/bundles`): in a wheel, never in a checkout."""
