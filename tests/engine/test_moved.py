"""At a published address whose page is gone stands a page that leads on, also without a script or a server."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from support import SECOND

from programme import open_programme
from programme.built import moved
from programme.built.site import built_site
from programme.history.change_log import Log
from programme.history.git import Version


def test_a_moved_address_leads_to_its_page_in_the_same_dress(tmp_path: Path):
    """What is a page again leads nowhere; what leads to no page is none. A title with marks of HTML stays text."""
    (tmp_path / "co-quan").mkdir()
    for name, title in (("index", "Cơ quan &amp; đơn vị"), ("moi", "Mới")):
        (tmp_path / f"co-quan/{name}.html").write_text(
            '<html data-frame="light"><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
            f"<style>p{{color:red}}</style></head><body><article><h1>{title}</h1></article></body></html>",
            encoding="utf-8",
        )
    leads = {"co-quan/cu": "co-quan/index", "co-quan/moi": "co-quan/index", "van-ban/x": "van-ban/index"}
    site = replace(built_site(tmp_path, Version("", None), Log((), None, False)), moved=leads)
    ((name, content),) = moved.files(open_programme(SECOND), site)
    assert name == "co-quan/cu.html"
    html = content.decode()
    assert '<meta http-equiv="refresh" content="0; url=index.html">' in html
    assert '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">' in html
    assert "<style>p{color:red}</style>" in html
    assert '<p>Địa chỉ cũ nay dẫn tới: <a href="index.html">Cơ quan &amp; đơn vị</a>.</p>' in html
