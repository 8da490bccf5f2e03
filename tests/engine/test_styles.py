"""The parts of the style and what is made of them: what stands where, and what an older browser is given."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from bs4 import BeautifulSoup

from programme import frame
from programme.frame import bundles

OF_LIGHT = ("frame", "frame-paper", "search-box", "single-frame")
"""The parts that our own frame has alone."""
OF_MATERIAL = ("material-frame",)
OF_A_FRAME = ("base", *OF_LIGHT, *OF_MATERIAL, "portal-frame")
ENTRIES = ("light", "reading", "material", "portal")
OF_PORTAL = ("portal-frame", "portal-tables")
OF_SINGLE_PAGES = (
    "charts",
    "finder",
    "full-text",
    "home",
    "matrix",
    "search",
    "single-document",
    "single-frame",
    "single-paper",
    "waiting",
)
"""The parts that only single pages need."""
FRAME = re.compile(r"header\.top|footer\.bottom|\.(toc|bottom|tabs|body|bar|brand|tools|skip)\b(?!-)|\bmain\b(?!-)")
WITHIN = ".md-content__inner.md-typeset"


def part(name: str) -> str:
    """The rules of a part, without its comments."""
    return re.sub(r"/\*.*?\*/", "", (frame.STYLES / f"{name}.css").read_text(encoding="utf-8"), flags=re.DOTALL)


PARTS = sorted(path.stem for path in frame.STYLES.glob("*.css"))


def heads(style: str) -> list[list[str]]:
    """The selectors of each rule of a minified style."""
    return [apart(head) for head in re.findall(r"(?:^|[{};])([^{};@]+)\{", style)]


def apart(head: str) -> list[str]:
    """The selectors of a list: a comma in brackets parts nothing."""
    found = [""]
    for one in head.split(","):
        if found[-1].count("(") == found[-1].count(")"):
            found.append(one)
        else:
            found[-1] += f",{one}"
    return found[1:]


@pytest.mark.parametrize("name", [name for name in PARTS if name not in (*OF_A_FRAME, *ENTRIES)])
def test_the_content_knows_no_frame(name: str):
    """What another frame takes over has no rule for a part of ours."""
    assert not FRAME.findall(part(name))


def test_a_colour_is_named_once():
    """Colours stand in the tokens and nowhere else; on screen each variable is given once."""
    for name in PARTS:
        if name != "tokens":
            assert not re.findall(r"(?<![\w(-])#[0-9a-f]{3,8}\b(?=\s*[;)])", part(name)), name
    on_screen = part("tokens").split("@media print")[0]
    given = re.findall(r"(--[\w-]+):", on_screen)
    assert len(given) == len(set(given)) > 10


def test_each_entry_names_parts_that_there_are():
    """No part is forgotten: each frame has its own, and all that the content needs."""
    named = {entry: set(re.findall(r'@import "([\w-]+)\.css', part(entry))) for entry in ENTRIES}
    assert named["light"] == set(PARTS) - {*ENTRIES, *OF_MATERIAL, *OF_PORTAL}
    assert named["portal"] == {"light", *OF_PORTAL}
    assert named["reading"] == named["light"] - {*OF_SINGLE_PAGES}
    assert named["material"] == set(PARTS) - {*ENTRIES, *OF_LIGHT, *OF_PORTAL}


def test_an_older_browser_is_given_both_schemes():
    """Nothing is left of light-dark() and of nesting, and a media query and the choice of the reader both decide."""
    made = bundles.bundled()
    for style in (made.light, made.reading, made.material):
        assert "light-dark" not in style and "&" not in style and not re.search(r"width\s*[<>]", style)
        dark = r"--light: ;--dark:initial"
        assert re.search(rf"@media \(prefers-color-scheme:dark\)\{{:root\{{{dark}\}}", style)
        assert re.search(rf":root\[data-colours=dark\]\{{{dark};color-scheme:dark\}}", style)


def test_what_is_not_known_everywhere_stands_alone():
    """A list with a selector that a browser of 2020 does not know is dropped whole: none holds one it does know."""
    newer = re.compile(r":has\(|:is\(|:focus-visible|::?details-content")
    for head in heads(bundles.bundled().light):
        assert len({bool(newer.search(one)) for one in head}) == 1, head


def test_content_in_the_other_frame_outdoes_its_rules():
    """Beside the few rules for the document and for Material's frame itself, all stand within the content."""
    every = {one for head in heads(bundles.bundled().material) for one in head}
    bare = {one for one in every if not re.match(r"[.:\[]", one)}
    assert bare - {one for one in bare if one.startswith(("body[data-md-", "body>:not(.md-"))} == {
        "body", "html:has(.chosen .finder-bar)", "article:has(.matrix)", "0%", "to",  # the last two: steps of `gone`
    }  # fmt: skip
    assert f"{WITHIN} .chips" in every and ".chips" not in every


def test_no_page_lacks_the_style_of_what_it_holds(pages: dict[str, BeautifulSoup]):
    """A page that carries only what all pages need has no class that a part of single pages alone knows."""

    def named(parts: Iterable[str]) -> set[str]:
        return {one for name in parts for one in re.findall(r"(?<=\.)[a-z][\w-]*", part(name))}

    single = named(OF_SINGLE_PAGES) - named(set(PARTS) - {*OF_SINGLE_PAGES, *ENTRIES})
    assert {"tiles", "flow", "plan-head", "checks", "search-count"} <= single
    seen = set()
    for name, page in pages.items():
        style = page.style.string if page.style else ""
        seen.add(".tiles" in style)
        if ".tiles" not in style:
            held = {one for element in page.select("[class]") for one in element["class"]}
            assert not held & single, (name, held & single)
    assert seen == {True, False}
