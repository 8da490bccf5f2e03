"""Raw HTML kept aside while Markdown is read stands on the page as Markdown would have left it."""

from __future__ import annotations

import markdown
import pytest

from programme import Programme
from programme.render import aside
from programme.render.renderer import Renderer

EXTENSIONS = ["attr_list", "tables", "admonition", "toc", "fenced_code"]


def with_it(text: str) -> str:
    """A text as a page with its blocks kept aside."""
    marked, kept = aside.put_aside(text)
    return aside.put_back(markdown.markdown(marked, extensions=EXTENSIONS), kept)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("# Một\n\n<p>hai</p>\n\n## Ba\n\n<ul>\n<li>bốn</li>\n</ul>\n", 2),
        ("<div>\n\n<p>một</p>\n\n<div>hai</div>\n\n</div>\n\nba\n", 1),
        ("<div>\n<div>một</div>\n</div>\n\n<p>hai</p>", 2),
        ("<p>một</p>\nhai\n\n<p>ba</p>\n", 1),
        ("một\n<p>hai</p>\n\nba\n", 0),
        ("<p>một</p> hai\n\nba\n", 0),
        ("- một\n\n    <p>hai</p>\n\n- ba\n", 0),
        ("<p>một\n\nhai\n", 0),
        ("<section id='a' title='x > y'>\n<h2>một</h2>\n</section>\n\nhai\n", 1),
        ('<p title="</p>">một</p>\n\nhai\n', 1),
        ("<div><p>một</div>\n\nhai\n", 1),
        ("<p>một &amp; hai &#233; &copy; ba</p>\n\n*bốn*\n", 1),
        ("<p>một & hai</p>\n\nba\n", 0),
        ("<div><!-- </div> --></div>\n\nmột\n", 0),
        ("<div><script>'</div>'</script></div>\n\nmột\n", 0),
        ("<table>\n<tr><td>một</td></tr>\n</table>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", 1),
        ("<span>một</span>\n\n<p>hai</p>\n", 1),
        ("<p>một</p>\n   \n<p>hai</p>\n", 1),
        ("<div>\n   \n<p>một</p>\n</div>\n\nhai\n", 1),
        ("<div>\tmột</div>\n\nhai\n", 0),
        ("```\n\n<p>một</p>\n\n```\n", 0),
        ("<P>một</P>\n\nhai\n", 0),
        ("<div>một</div>\n<p>hai</p>\n<ul><li>ba</li></ul>\n\nbốn\n", 3),
        ("<div>một</div>\n<p>hai</p>\nba\n\nbốn\n", 0),
        ("<div>một</div>\n<p>hai & ba</p>\n\nbốn\n", 0),
        ("<div>một</div><p>hai</p>\n\nba\n", 0),
        ("<div>một</div>\n <p>hai</p>\n\nba\n", 0),
        ("<div>một</div>\n<hr>\n\nba\n", 0),
        ("<p>một</p>", 1),
        ("!!! note\n\n    một\n\n<p>hai</p>\n\nba {: .lop }\n", 1),
        ("<div>một<br>hai<img src=x alt=''></div>\n\n[ba](x.md)\n", 1),
    ],
)
def test_a_page_is_as_markdown_makes_it(text: str, count: int):
    """Blocks alone, within each other, beside text, cut off; comments, scripts, tabs and bare signs are Markdown's."""
    assert with_it(text) == markdown.markdown(text, extensions=EXTENSIONS)
    assert len(aside.put_aside(text)[1]) == count


def test_every_page_of_a_plan_is_as_markdown_makes_it(programme: Programme):
    """What the macros make of projects, of pages with tables and charts, of the full text; nearly all is kept aside."""
    renderer = Renderer(programme)
    pages = [renderer.project(node.key) for node in programme.nodes]
    pages += [renderer.overview(name) for name in ("index", "phan-cong", "kinh-phi", "toan-van", "ho-tro", "du-lieu")]
    left = 0
    for text in pages:
        plain = markdown.markdown(text, extensions=EXTENSIONS)
        marked, kept = aside.put_aside(text)
        assert aside.put_back(markdown.markdown(marked, extensions=EXTENSIONS), kept) == plain
        left += len(marked)
    assert left < sum(map(len, pages)) / 10


def test_what_a_link_may_lead_to_in_them_is_known():
    """Ids of blocks, as a browser reads them."""
    _, kept = aside.put_aside(
        '<div id="một">\n<p id=hai>x</p><b id=\'ba"\'>y</b><i id="a&amp;b">z</i>\n</div>\n\nhai\n'
    )
    assert aside.anchors(kept) == {"một", "hai", 'ba"', "a&b"}
