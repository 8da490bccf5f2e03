"""Make the pictures of the guide from the running editor of a made-up plan: `python tests/guide_pictures.py`."""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from editing import edited
from PIL import Image
from playwright.sync_api import Page
from support import PLANS, copied

from programme.accept.chromium import opened
from programme.render.guide_pictures import FOLDER, HEIGHT, WIDTH

PROJECT = "du-an/ctmtqg-ndtp-03"


def amount(page: Page) -> None:
    """A click on an amount: it can be typed over."""
    page.locator("mark.m-money").nth(1).click()
    page.locator("#chu-cua-dau").wait_for()


def words(page: Page) -> None:
    """Words are chosen: what can be said of them."""
    page.evaluate(
        """() => {
          const node = document.querySelector('.sentence .words').querySelector('mark, span').firstChild
          getSelection().setBaseAndExtent(node, 0, node, Math.min(node.length, 40))
        }"""
    )
    page.locator(".families").wait_for()


def main() -> None:
    """Write each picture, as WebP of a few colours: a page of the guide holds them itself, so they must be light."""
    FOLDER.mkdir(exist_ok=True)
    plan = next(one for one in PLANS if one.name == "van-xuan")
    with (
        tempfile.TemporaryDirectory() as folder,
        edited(copied(Path(folder) / "plan", plan)) as (address, _),
        opened() as browser,
    ):
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, shown in (("sua-so-tien", amount), ("danh-dau", words)):
            page.goto(f"{address}/__edit/{PROJECT}")
            page.locator("#panel h2").wait_for(state="attached")
            shown(page)
            picture = Image.open(io.BytesIO(page.screenshot()))
            few = picture.convert("RGB").quantize(24, dither=Image.Dither.NONE).convert("RGB")
            few.save(FOLDER / f"{name}.webp", lossless=True, method=6, exact=False)
            print(f"{name}: {(FOLDER / f'{name}.webp').stat().st_size} bytes")


if __name__ == "__main__":
    main()
