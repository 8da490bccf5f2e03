"""Text is text: sixty kinds of markup in all texts of a plan, read back from every output of its site."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest
import yaml
from legal import faults, found, shown
from markup import KINDS, MARK, Marked, wrong
from playwright.sync_api import Browser
from support import SECOND, SITE_URL, WHOLE, copied, run, served, some

from programme.commands import main

GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")


@pytest.fixture(scope="module")
def marked() -> Marked:
    return Marked()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, marked: Marked) -> Path:
    """The site of the made-up plan with markup in all its texts, two of them changed once."""
    root = copied(tmp_path_factory.mktemp("marked") / "plan", SECOND, parts=("data", "docs", "macros.py", "mkdocs.yml"))
    marked.write(root / "data")
    commit(root)
    path = root / "data/questions.yaml"
    questions = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    questions[0]["answer"] = f"Nay {questions[0]['answer']}"
    questions[1]["question"] = f"Hỏi: {questions[1]['question']}"
    path.write_text(yaml.safe_dump(questions, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8")
    commit(root)
    assert main(["check", "--root", str(root)]) == 0
    built = run("mkdocs", "build", "--strict", "--site-dir", str(root / "site"), cwd=root, SITE_URL=SITE_URL)
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "site"


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    with served(site) as there:
        yield there


def commit(root: Path) -> None:
    for command in (("init", "--quiet"), ("add", "--", "data"), ("commit", "--quiet", "--message", "x")):
        subprocess.run([*GIT, *command], cwd=root, check=True)


def as_typed(texts: Iterator[tuple[str, str]], least: int, *, spaces: bool = True) -> None:
    """In texts, each with its place, the markup stands as typed after each mark; `least` marks are met."""
    marks: Counter[str] = Counter()
    faults = []
    for where, text in texts:
        marks.update(MARK.findall(text))
        faults += [f"{where}: {due!r} is {there!r}" for due, there in wrong(text, spaces)]
    assert not faults, "\n".join(faults[:40])
    assert len(marks) >= least, len(marks)


def strings(value: Any) -> Iterator[str]:
    """All texts of a JSON value."""
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(one)


def test_sixty_kinds_stand_in_all_texts(marked: Marked, site: Path):
    """At least sixty different kinds, each in several texts."""
    assert len(set(KINDS)) == len(KINDS) >= 60
    assert len(marked.texts) > 5 * len(KINDS)


READ = """() => {
  const seen = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
  const attributes = [];
  while (seen.nextNode()) for (const one of seen.currentNode.attributes)
    if (one.value.match(/zq|qz/)) attributes.push([`${seen.currentNode.tagName}[${one.name}]`, one.value]);
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let hidden = "";
  while (words.nextNode()) if (words.currentNode.parentNode.tagName !== "SCRIPT") hidden += words.currentNode.data;
  return {title: document.title, text: document.body.innerText, hidden, attributes, ran: window.ran,
          data: [...document.querySelectorAll("script[type='application/ld+json']")].map(one => one.textContent),
          odd: document.querySelectorAll("main script:not([type='application/ld+json']), base, iframe, main style, "
            + "[onerror], [onload], [onclick], [onfocus], [onmouseover], a[href^='javascript:'], "
            + "meta[http-equiv=refresh], img[src*='x.example'], a[href*='x.example']").length};
}"""


def test_every_page_shows_texts_as_typed_and_asks_for_nothing_else(site: Path, server: str, browser: Browser):
    """Title, description, JSON-LD, attributes and words of each page; no script runs, no request or way leads out.

    All pages in the drill, forty of them else.
    """
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("dialog", lambda dialog: asked.append(f"dialog {dialog.message}"))
    texts: list[tuple[str, str]] = []
    titles = 0
    names = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    for name in some(names, 40):
        page.goto(f"{server}/{name}")
        found = page.evaluate(READ)
        assert page.url == f"{server}/{name}", name
        assert found["ran"] is None and found["odd"] == 0, name
        titles += bool(MARK.search(found["title"]))
        texts += [(f"{name} title", found["title"]), (f"{name} words", found["text"]), (f"{name} all", found["hidden"])]
        texts += [(f"{name} {where}", value) for where, value in found["attributes"]]
        texts += [(f"{name} JSON-LD", one) for value in found["data"] for one in strings(json.loads(value))]
        if found["data"] and MARK.search(found["title"]):
            assert MARK.search(json.loads(found["data"][0])["name"]), name
    context.close()
    outside = [url for url in asked if not url.startswith((server, "data:"))]
    assert not outside, outside
    assert titles > (40 if WHOLE else 20)
    as_typed(iter(texts), 300 if WHOLE else 200)


def test_the_open_data_holds_texts_as_typed(site: Path, marked: Marked):
    """JSON has every text of the data; CSV and workbook have theirs, none of which is a formula."""
    whole = {*strings(json.loads((site / "du-lieu/ke-hoach.json").read_text(encoding="utf-8")))}
    missing = {text for text in marked.texts.values() if text not in whole and not text.startswith(("Nay ", "Hỏi: "))}
    edited = {text for text in missing if any(one.endswith(text) for one in whole)}
    assert missing == edited and len(missing) == 2
    cells = [
        (path.name, cell)
        for path in sorted((site / "du-lieu").glob("*.csv"))
        for row in csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
        for cell in row
    ]
    as_typed(iter(cells), 150)
    assert not [cell for _, cell in cells if cell[:1] in ("=", "+", "@")]
    sheets = []
    for path in sorted((site / "du-lieu").glob("*.xlsx")):
        with zipfile.ZipFile(path) as book:
            assert not [name for name in book.namelist() if "externalLink" in name]
            assert not [name for name in book.namelist() if b"<f>" in book.read(name)]
            shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        sheets += [(path.name, "".join(item.itertext())) for item in shared]
    as_typed(iter(sheets), 150)


def test_feed_calendar_and_sitemap_hold_texts_as_typed(site: Path):
    """The feed is XML whose texts are as typed, the calendar folds and escapes, nothing begins an event of its own."""
    feed = ElementTree.fromstring((site / "nhat-ky.xml").read_bytes())
    as_typed(((one.tag, one.text) for one in feed.iter() if one.text), 2)
    calendar = (site / "du-lieu/ke-hoach.ics").read_bytes().decode().replace("\r\n ", "")
    lines = [re.sub(r"\\([\\;,])", r"\1", line.replace("\\n", " ")) for line in calendar.split("\r\n")]
    as_typed((("calendar", line) for line in lines), 4)
    assert sum(line.lower() == "begin:vevent" for line in lines) == sum(line.startswith("UID") for line in lines)
    ElementTree.fromstring((site / "sitemap.xml").read_bytes())


def test_akoma_ntoso_and_dcat_hold_texts_as_typed(site: Path):
    """The text of the law libraries is valid, its words, names and notes as typed; so is what portals are told."""
    content = (site / "du-lieu/ke-hoach.akn.xml").read_bytes()
    assert faults(content) == []
    words = [(one.tag, shown(one)) for one in found(content, "//a:p|//a:heading|//a:caption")]
    as_typed(iter([*words, *(("name", one) for one in found(content, "//@showAs"))]), 150)
    described = json.loads((site / "du-lieu/dcat.jsonld").read_text(encoding="utf-8"))
    as_typed((("DCAT", one) for one in strings(described)), 5)


def test_the_search_index_holds_texts_as_typed(site: Path):
    """What the browser searches and shows as results."""
    texts = []
    for path in sorted((site / "assets/search").rglob("*.js")):
        if found := re.search(r"[\[{].*[\]}]", path.read_text(encoding="utf-8"), re.DOTALL):
            texts += [(path.name, one) for one in strings(json.loads(found[0]))]
    as_typed(iter(texts), 250)


def test_paper_holds_texts_as_typed(site: Path):
    """The words of every PDF file, without spaces and what ends a line."""
    texts = []
    for path in sorted(site.rglob("*.pdf")):
        with pypdfium2.PdfDocument(path) as document:
            words = "".join(page.get_textpage().get_text_bounded() for page in document)
        texts.append((path.name, words.replace("\x02", "-")))
    as_typed(iter(texts), 250, spaces=False)
