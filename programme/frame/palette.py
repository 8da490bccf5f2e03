"""The colours that Material's `palette` names, made readable on our grounds: rules that stand after the style sheet.

A colour keeps its hue; it is darkened, or lightened on a dark ground, until words in it, or on it,
have the contrast that all of the site has.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

Colour = tuple[float, float, float]
"""Red, green, blue, from 0 to 1."""
CONTRAST = 7.0
"""Of words to their ground, as WCAG counts it (level AAA)."""
OF_ITS_OWN = ("custom",)
"""Names that ask for no colour of Material's: those of the style sheet stay."""
_NAMED = re.compile(r"\[data-md-color-(primary|accent)=([a-z-]+)\]\{--md-\1-fg-color:(#[0-9a-f]{3,6}|hsl\([^)]*\))")
_TOKEN = re.compile(r"--([a-z-]+): (?:light-dark\()?(#[0-9a-f]{3,6})(?:, (#[0-9a-f]{3,6})\))?")
_STEP = 0.01


@cache
def named(kind: str) -> dict[str, Colour]:
    """Name -> colour, as the style sheet of the installed Material has them; `kind` is "primary" or "accent"."""
    folder = files("material") / "templates" / "assets" / "stylesheets"
    sheets = [file for file in folder.iterdir() if re.fullmatch(r"palette\.[0-9a-f]+\.min\.css", file.name)]
    found = _NAMED.findall(sheets[0].read_text(encoding="utf-8")) if sheets else []
    return {name: _read(colour) for of, name, colour in found if of == kind}


def style(chosen: Mapping[str, str | None], tokens: str) -> str:
    """The rules that give our colours the hues that were chosen; "" where none was.

    `chosen`: "primary" and "accent" of light, "dark primary" and "dark accent" of dark pages, each a
    name of `named`. `tokens`: the text of `styles/tokens.css`, which says what the grounds are. They are
    written as the bundled tokens are, with the variables that stand for the two schemes; paper stays black on white.
    """
    # those of paper follow under the same names, and are not meant
    found = reversed(_TOKEN.findall(tokens))
    grounds = {name: (_read(light), _read(dark or light)) for name, light, dark in found}
    light, dark = zip(*(grounds[name] for name in ("paper", "panel", "since-bg")), strict=True)
    on_blue, on_foot = grounds["on-blue"], grounds["on-foot"]
    made: dict[str, tuple[Colour, Colour]] = {}
    primary, primary_dark = _pair("primary", chosen)
    if primary and primary_dark:
        made["blue"] = (_readable(primary, on_blue[:1]), _readable(primary_dark, on_blue[1:]))
        made["link"] = (_readable(primary, light), _readable(primary_dark, dark))
        made["foot"] = (_readable(primary, on_foot[:1], 12), _readable(primary_dark, on_foot[1:], 14))
    accent, accent_dark = _pair("accent", chosen)
    if accent and accent_dark:
        made["accent"] = (_readable(accent, light), _readable(accent_dark, dark))
    if not made:
        return ""
    rules = "".join(f"--{name}:{_light_dark(*map(_written, pair))};" for name, pair in made.items())
    return f"@media screen{{body{{{rules}}}}}"


def _light_dark(light: str, dark: str) -> str:
    return f"var(--light,{light})var(--dark,{dark})"


def _pair(kind: str, chosen: Mapping[str, str | None]) -> tuple[Colour | None, Colour | None]:
    """The colour for light and that for dark pages; one stands for both where only one was chosen."""
    light, dark = (named(kind).get(chosen.get(key) or "") for key in (kind, f"dark {kind}"))
    return light or dark, dark or light


def _read(text: str) -> Colour:
    if text.startswith("hsl("):
        hue, saturation, lightness = map(float, re.findall(r"[\d.]+", text))
        return colorsys.hls_to_rgb(hue / 360, lightness / 100, saturation / 100)
    digits = text.lstrip("#")
    if len(digits) == 3:
        digits = "".join(one * 2 for one in digits)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _written(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """From 1 to 21, as WCAG 2 counts it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _readable(colour: Colour, grounds: Iterable[Colour], least: float = CONTRAST) -> Colour:
    """The nearest shade of a colour that has a contrast of `least` to all grounds, which are all light or all dark."""
    grounds = tuple(grounds)
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    step = -_STEP if _luminance(grounds[0]) > 0.18 else _STEP
    shade = colour
    while min(contrast(_rounded(shade), ground) for ground in grounds) < least and 0 <= lightness + step <= 1:
        lightness += step
        shade = colorsys.hls_to_rgb(hue, lightness, saturation)
    return _rounded(shade)


def _rounded(colour: Colour) -> Colour:
    return _read(_written(colour))
