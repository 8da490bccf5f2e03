"""Other browsers than Chromium of today: Firefox for real, and what the scripts and styles may use at all.

Old Chromium is in `test_old_browsers.py`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from support import ROOT

from programme.frame import bundles

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox") or ""
ANSWERS = {
    "search": [
        "Hộ nghèo", "Đã sửa: nghjeo thành nghèo. Tìm đúng như đã gõ", "Đối tượng (2)", "Học trò từ 6 đến dưới 18 tuổi",
    ],
    "box": "Hộ cận nghèo",
    "buttons": [5, 1, [], 1, [], "light"],
    "finder": ["#nhom=gia-dinh-ngheo", "1 dự án, tiểu dự án khớp; 3 còn điều chưa rõ; 1 chung cho mọi người"],
    "table": ["?cap=commune", "7 cơ quan"],
    "sheets": ["Chỉ xem 4 câu có vai trò Chủ trì. Xem tất cả", 1],
}  # fmt: skip
"""Mended and typed queries; an arrow and Enter; citations, print, explanations before, open and after Escape, colours;
a group that is ticked, kept over a reload; the table of bodies; the sentences of one role, sheets to print."""


@pytest.fixture(scope="module")
def seen(address: str, site: Path) -> dict[str, Any]:
    """What a Firefox saw on the site, served and from its folder."""
    visit = ["node", "tests/firefox/visit.js", FIREFOX, address, str(site)]
    done = subprocess.run(visit, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_all_that_scripts_do_is_done_in_firefox(seen: dict[str, Any]):
    """Search, box, buttons of a page, finder, tables of bodies and sheets; no script fails, no other host is asked."""
    assert seen["served"] == ANSWERS
    assert (seen["failed"], seen["elsewhere"]) == ([], [])


def test_firefox_does_the_same_from_a_folder(seen: dict[str, Any]):
    """From a USB stick: what fetches scripts and data, what keeps its state in the address."""
    assert seen["folder"] == {part: ANSWERS[part] for part in ("search", "box", "finder")}


def test_no_page_scrolls_sideways_in_firefox(seen: dict[str, Any]):
    """Seven pages at 360 and 1280 px."""
    assert len(seen["wide"]) == 14 and set(seen["wide"].values()) == {0}


def stylelint(style: str) -> str:
    """What a style uses that is neither everywhere nor on the list of `stylelint.config.js`."""
    command = ["node_modules/.bin/stylelint", "--formatter", "unix", "--stdin"]
    return subprocess.run(command, cwd=ROOT, input=style, capture_output=True, text=True, check=False).stderr


@pytest.mark.parametrize("name", ["light", "reading", "material"])
def test_a_style_uses_what_is_on_the_list(name: str):
    """The browsers of `package.json` have all of it, or a page is whole without, as the list says."""
    assert stylelint(getattr(bundles.bundled(), name)) == ""


def test_what_is_not_on_the_list_is_found():
    """In a style: container queries; in a script: structuredClone."""
    assert "css-container-queries" in stylelint("@container (width > 3em) { a { color: red } }")
    command = ["node_modules/.bin/eslint", "--stdin", "--stdin-filename", "programme/frame/scripts/x.js"]
    asked = {"cwd": ROOT, "capture_output": True, "text": True, "check": False}
    done = subprocess.run(command, input="structuredClone({})\n", **asked)  # type: ignore[call-overload]
    assert "structuredClone is not supported in Chrome 88" in done.stdout
