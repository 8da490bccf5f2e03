"""The pictures of needs: from the set that comes with Material, set into the page, only those that are used."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from markupsafe import Markup

from ..load.vocabulary import Icon

_FILES = {
    Icon.FARMING: "sprout-outline",
    Icon.TRAINING: "school-outline",
    Icon.JOB: "briefcase-outline",
    Icon.ABROAD: "airplane-takeoff",
    Icon.FOOD: "food-apple-outline",
    Icon.CHILD: "baby-face-outline",
    Icon.HEALTH: "medical-bag",
    Icon.HOUSING: "home-outline",
    Icon.WATER: "water-outline",
    Icon.ROADS: "road-variant",
    Icon.INFORMATION: "bullhorn-outline",
    Icon.MEETING: "account-group-outline",
    Icon.LAW: "scale-balance",
    Icon.MONEY: "cash",
}


@lru_cache
def svg(icon: Icon) -> Markup:
    """The picture as an element that a screen reader passes over."""
    text = (files("material") / f"templates/.icons/material/{_FILES[icon]}.svg").read_text(encoding="utf-8")
    return Markup(text.replace("<svg ", '<svg aria-hidden="true" ', 1))
