"""How the search behaves, in a real browser on a built site: the box, the page of answers, keys, networks."""

from __future__ import annotations

import functools
import random
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect
from screens import Window
from searching import READY, UNSEEN, ask, marks, search_page
from support import ROOT, SECOND
from typing_forms import forms

from programme import Programme
from programme.built.finish import finish
from programme.frame import server_headers
from programme.load.lexicon import lexicon

FORMS = forms(random.Random(2023))
CLINIC, CULTURE = "co-quan/tram-y-te.html", "co-quan/phong-van-hoa.html"


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    with search_page(browser, site) as page:
        yield page


@pytest.mark.parametrize("kind", FORMS)
def test_a_name_is_found_however_it_is_typed(page: Page, kind: str):
    """As written, without marks, decomposed, with tones elsewhere, in raw Telex, with a slip, cut short: first."""
    assert ask(page, FORMS[kind]("Trạm Y tế xã"))[0] == CLINIC
    assert ask(page, FORMS[kind]("Phòng Văn hóa - Xã hội"))[0] == CULTURE


def test_every_kind_of_thing_is_found(page: Page):
    """A project, a group, a document by its number, a place, a word, a question, a clause: each first."""
    first = {
        "nuôi gà": "du-an/giam-ngheo-2-1.html",
        "người học việc": "doi-tuong/nguoi-hoc-viec.html",
        "12/2022/NQ-HĐND": "van-ban/nq-12.html",
        "thôn hà": "hien-nay.html#thon-ha-huyen",
        "con giống": "thuat-ngu.html#con-giong",
        "truyền thông": "khong-co-trong-ke-hoach.html#du-an-6",
        "thức ăn": "du-an/giam-ngheo-2-1.html#content",
        "trạm xá": CLINIC,  # nobody's word in the plan: an alias
    }
    assert {query: ask(page, query)[0] for query in first} == first


def test_everyday_words_mark_the_words_of_the_plan(page: Page):
    """ "nước máy" is for this plan "nước sạch", and the plan's words are marked."""
    assert ask(page, "nước máy")[0] == "muc-tieu.html#chi-tieu"
    assert {mark.lower() for mark in marks(page)} == {"nước sạch"}


def test_marks_that_were_typed_are_respected(page: Page):
    """ "nghề" marks no "nghèo"; without marks both are meant."""
    ask(page, "nghề")
    assert {mark.lower() for mark in marks(page)} == {"nghề"}
    ask(page, "nghe")
    assert {"nghề", "nghèo"} <= {mark.lower() for mark in marks(page)}


def test_what_was_mended_is_said_and_can_be_undone(page: Page):
    """ "nghjeo" is searched as "nghèo"; a button searches for it as typed, and says that nothing is found."""
    assert ask(page, "hộ nghjeo")[0] == "doi-tuong/gia-dinh-ngheo.html"
    assert "Đã sửa: nghjeo thành nghèo" in page.inner_text("#da-sua")
    page.click("#da-sua button")
    assert page.is_hidden("#da-sua")


def test_a_word_that_is_nowhere_is_said_and_the_rest_is_answered(page: Page):
    """ "gạo" is no "cao": the page says that the plan has no such word, and shows what the rest finds."""
    assert ask(page, "gạo hộ nghèo")[0] == "doi-tuong/gia-dinh-ngheo.html"
    assert "Không có chữ “gạo” trong Kế hoạch." in page.inner_text("#so-ket-qua")
    assert page.is_hidden("#da-sua")


def test_what_an_everyday_word_is_called_is_said(page: Page):
    """Under the hit, beside the plan's words that are marked."""
    ask(page, "nước máy")
    assert page.inner_text("#ket-qua .hit-alias >> nth=0") == "“nước máy” gọi là “nước sạch”"


def test_a_document_or_project_that_is_not_there_has_no_neighbour_for_an_answer(page: Page):
    """Said by its number, without a hit."""
    said = {
        "nghị định 999/2022/NĐ-CP": "Không có văn bản số 999/2022/NĐ-CP trong Kế hoạch.",
        "dự án 9": "Kế hoạch không có Dự án 9.",
        "987 triệu đồng": "Không có số tiền 987 triệu đồng trong Kế hoạch.",
        "xã Nga Tiến": "Kế hoạch không nêu nơi nào tên “xã nga tiến”.",
    }
    for query, words in said.items():
        assert ask(page, query) == []
        assert words in page.inner_text("#so-ket-qua")


def test_the_lexicon_knows_everyday_speech():
    """At least 300 expressions, each with what it means; none twice with one meaning."""
    pairs = [(said, one.means) for one in lexicon().everyday for said in one.say]
    assert len({said for said, _ in pairs}) >= 300
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("query", ["xyzabc", "qwrtp 123"])
def test_what_stands_nowhere_is_said_to_be_nowhere(page: Page, query: str):
    """No result says so, and the ways in are offered."""
    assert ask(page, query) == []
    assert f"Không tìm thấy “{query}”" in page.inner_text("#so-ket-qua")
    assert page.locator("article ul.ways a").first.is_visible()


def test_the_filter_is_in_the_address_and_the_way_back_works(window: Window, address: str):
    """A filter narrows the list, the address can be shared, Back undoes it."""
    page = window()
    page.goto(f"{address}/tim-kiem.html?q=ho%20ngheo")
    page.wait_for_selector(READY)
    count = page.locator("#ket-qua > li").count()
    page.click("#loc button:has-text('Đối tượng')")
    page.wait_for_url(re.compile(re.escape("?q=ho+ngheo&loc=%C4%90%E1%BB%91i+t%C6%B0%E1%BB%A3ng") + "$"))
    facets = page.locator("#ket-qua .hit-facet").all_inner_texts()
    assert set(facets) == {"Đối tượng"} and len(facets) < count
    page.reload()
    page.wait_for_selector(READY)
    assert set(page.locator("#ket-qua .hit-facet").all_inner_texts()) == {"Đối tượng"}
    page.go_back()
    expect(page.locator("#ket-qua > li")).to_have_count(count)


def test_a_section_of_a_page_is_a_hit_of_its_own(page: Page):
    """A clause links to its section; a body's section is offered under the body."""
    assert "du-an/giam-ngheo-7.html#content" in ask(page, "tập huấn")
    ask(page, "sở kinh tế nhận báo cáo")
    section = page.get_attribute("#ket-qua a.hit-section >> nth=0", "href")
    assert section and section.endswith("so-kinh-te.html#nhan-bao-cao")


def test_a_long_text_is_cut_and_the_page_says_so(page: Page, window: Window, address: str):
    """Of 500 letters the first 200 are searched for, said on the page and in the box; the address holds these."""
    long = "hộ nghèo " * 55
    ask(page, long)
    assert "Chữ quá dài: chỉ tìm theo 200 ký tự đầu." in page.inner_text("#so-ket-qua")
    assert page.is_visible("#so-ket-qua") and page.input_value("#o-tim") == long
    ask(page, "hộ nghèo")
    assert "quá dài" not in page.inner_text("#so-ket-qua")
    other = window()
    other.goto(f"{address}/kinh-phi.html")
    other.locator("[role=combobox]").fill(long)
    last = other.locator("[role=option]").last
    expect(last).to_have_text("Xem mọi kết quả (chữ quá dài: chỉ tìm theo 200 ký tự đầu)")
    last.click()
    other.wait_for_selector(READY)
    assert "chỉ tìm theo 200 ký tự đầu" in other.inner_text("#so-ket-qua")


def test_signs_that_nobody_sees_change_nothing(page: Page):
    """A soft hyphen, a space of no width, a mark of direction inside a word, as they come with pasted text."""
    plain = ask(page, "hộ nghèo")
    assert plain[0] == "doi-tuong/gia-dinh-ngheo.html"
    for sign in UNSEEN:
        assert (sign, ask(page, f"{sign}hộ ngh{sign}èo{sign}")) == (sign, plain)
        assert page.title() == "hộ nghèo – Tìm kiếm" and page.is_hidden("#da-sua")
    page.goto(f"{page.url.split('?')[0]}?q=h{quote(UNSEEN)}%E1%BB%99+ngh%C3%A8o")
    page.wait_for_selector(READY)
    assert page.get_attribute("#ket-qua a.hit-title >> nth=0", "href") == "./doi-tuong/gia-dinh-ngheo.html"


def test_the_results_are_near_for_the_keyboard(window: Window, address: str):
    """↓ from the box is the first result, ↑ the box again; Tab gets there in four, of which the filter is one."""
    page = window()
    page.goto(f"{address}/tim-kiem.html?q=ho+nghjeo")
    page.wait_for_selector(READY)
    title = "document.activeElement.textContent"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(title) == "Hộ nghèo"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(title) == "Phụ nữ của hộ nghèo"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "o-tim"
    stops = []
    for _ in range(4):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(title))
    assert stops == ["Tìm", "Tìm đúng như đã gõ", "Tất cả (15)", "Hộ nghèo"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(title) == "Đối tượng (2)"
    page.keyboard.press("Enter")
    page.wait_for_selector("#loc [aria-pressed=true]:has-text('Đối tượng')")
    assert page.evaluate(title) == "Đối tượng (2)"
    page.keyboard.press("Tab")
    assert page.evaluate(title) == "Hộ nghèo"


def test_no_filter_offers_nothing(window: Window, address: str):
    """Nothing found: no filter at all; nothing within the one chosen: it says where there is something."""
    page = window()
    page.goto(f"{address}/tim-kiem.html?q=xyzabc")
    page.wait_for_selector(READY)
    assert page.is_hidden("#loc") and "(0)" not in page.inner_text("main")
    page.goto(f"{address}/tim-kiem.html?q=ho+ngheo&loc=D%E1%BB%B1+%C3%A1n")
    page.wait_for_selector(READY)
    assert page.inner_text("#so-ket-qua") == "Không có kết quả nào thuộc “Dự án”; nơi khác có 15: chọn “Tất cả”."
    page.click("#loc button:has-text('Tất cả (15)')")
    page.wait_for_selector("#ket-qua > li")


def test_it_keeps_the_content_security_policy(browser: Browser, site: Path):
    """Under the header that servers send (no eval, no fetch, no other host) the search works and violates nothing."""
    allowed = server_headers.headers()["Content-Security-Policy"]

    class Strict(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", allowed)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Strict, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"http://127.0.0.1:{server.server_port}/tim-kiem.html?q=ho+ngheo")
    page.wait_for_selector(READY)
    assert page.locator("#ket-qua > li").count()
    assert said == []
    page.close()
    server.shutdown()


def test_the_index_is_the_same_each_time(site: Path, programme: Programme, tmp_path: Path):
    """Two runs over the same pages give the same bytes."""
    shutil.copytree(site, tmp_path / "site")
    finish(programme, tmp_path / "site", SECOND)
    for path in site.rglob("*"):
        if path.is_file():
            assert (tmp_path / "site" / path.relative_to(site)).read_bytes() == path.read_bytes()


def test_the_small_modules_do_what_they_say():
    """The scripts' modules that need no page, each tested by node: search, finder, typing, addresses."""
    files = sorted((ROOT / "tests/scripts").glob("*.test.js"))
    assert {one.name for one in files} >= {"finder.test.js", "search.test.js", "typing.test.js"}
    run = subprocess.run(["node", "--test", *map(str, files)], capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stdout[-4000:]


def test_words_of_tables_are_found(site: Path):
    """What stands in the cells of a table is among the words of its clause: nothing there is denied."""
    (script,) = (site / "assets/search").glob("text*.js")
    text = script.read_text(encoding="utf-8")
    assert "Thượng 12.000,5 1.847 13.847,5; Hạ 315,5 315,5" in text
