"""What people of Hậu Lộc type leads where it should: the query sets, every name of the plan, in a real browser."""

from __future__ import annotations

import collections
import functools
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from searching import ask, fits, marks, search_page
from typing_forms import forms

from programme import Programme
from programme.derive.search_words import search_words
from programme.load.dataset import Project
from programme.pages import addresses
from programme.vietnamese.slugs import fold

HERE = Path(__file__).parent / "search"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    with search_page(browser, site) as page:
        yield page


@dataclass(frozen=True)
class Answer:
    """What the page of answers shows for a query."""

    links: list[str]
    marks: list[str]
    mended: str
    """What it says was mended."""
    bare: list[str]
    """The hits that show nothing of why they are hits."""


LOOK = """() => {
  const mended = document.querySelector('#da-sua')
  const hits = [...document.querySelectorAll('#ket-qua > li:not(.more)')]
  return [
    [...document.querySelectorAll('#ket-qua mark')].map(one => one.textContent),
    mended.checkVisibility() ? mended.innerText : '',
    hits.filter(one => !one.querySelector('mark, .hit-alias, .hit-section')).map(one => one.innerText),
  ]
}"""


@pytest.fixture(scope="module")
def answer(page: Page) -> Callable[[str], Answer]:
    """The answer to a query, asked once for all tests: each takes a tenth of a second."""
    return functools.cache(lambda query: Answer(ask(page, query), *page.evaluate(LOOK)))


def test_what_people_type_leads_there_first(answer: Callable[[str], Answer]):
    """Of the 90 queries 97 % are right first, all within three, and each kind is right first in 90 %."""
    first: dict[str, list[bool]] = collections.defaultdict(list)
    late, wrong = [], []
    for row in rows("queries"):
        links = answer(row["q"]).links
        place = next((i for i, link in enumerate(links) if fits(link, row["expect"])), 99)
        first[row["kind"]].append(place == 0)
        if place > 0:
            wrong.append((row["q"], links[:3]))
        if place > 2:
            late.append((row["q"], links[:4]))
    right = [one for kind in first.values() for one in kind]
    assert not late
    assert sum(right) >= 0.97 * len(right), wrong
    assert {kind: hits for kind, hits in first.items() if sum(hits) < 0.9 * len(hits)} == {}


def test_queries_of_other_kinds_lead_there_too(answer: Callable[[str], Answer]):
    """Everyday words, codes, places, raw keys, what the plan does not hold: right first in 93 %, all within three."""
    wrong, late, asked = [], [], [row for row in rows("more") if row["expect"]]
    for row in asked:
        links = answer(row["q"]).links
        place = next((i for i, link in enumerate(links) if fits(link, row["expect"])), 99)
        wrong += [(row["q"], links[:3])] if place else []
        late += [(row["q"], links[:4])] if place > 2 else []
    assert not late
    assert len(wrong) <= 0.07 * len(asked), wrong


def test_questions_lead_to_the_page_that_answers(answer: Callable[[str], Answer]):
    """Of the 32 real questions 90 % have their answer within the first three."""
    answers = [(row["q"], answer(row["q"]).links[:3], row["expect"]) for row in rows("questions")]
    missed = [(query, links) for query, links, wanted in answers if not any(fits(link, wanted) for link in links)]
    assert len(missed) <= 3, missed


FIND = """async queries => {
  const { search, whole } = await timKiem.open(); await whole()
  return queries.map(query => {
    const { hits, fixes, absent } = search.find(query)
    return [hits.slice(0, 3).map(hit => hit.entry.url), fixes, absent.map(one => one.what)]
  })
}"""
"""For each query its first links, what was mended, what is said to be nowhere."""


def shares(page: Page, asked: list[dict[str, Any]]) -> tuple[float, float, list[Any]]:
    """The shares of queries that are right first and within three (no hit, where none is right), and the wrong ones."""
    found = page.evaluate(FIND, [row["q"] for row in asked])
    first, three, wrong = 0, 0, []
    for row, (links, _, said) in zip(asked, found, strict=True):
        right = [fits(link, row["expect"]) for link in links] if row["expect"] else [not links]
        first += right[:1] == [True]
        three += any(right)
        if right[:1] != [True] or row.get("say", "").lower() not in " ".join(said).lower():
            wrong.append((row["q"], links, said))
    return first / len(asked), three / len(asked), wrong


def test_each_kind_of_query_leads_there(page: Page):
    """Misspelt, asked, spoken, in numbers, clauses, places, nonsense: right first in 96 %, within three in 98 %."""
    for name in ("kinds", "later"):
        first, three, wrong = shares(page, rows(name))
        assert (first >= 0.96, three >= 0.98) == (True, True), (name, first, three, wrong)


def test_what_is_nowhere_is_said(page: Page):
    """A word, an amount, a document, a project, a clause, a place that the plan has not: named to the reader."""
    asked = [row for name in ("kinds", "later") for row in rows(name) if row.get("say")]
    found = page.evaluate(FIND, [row["q"] for row in asked])
    silent = [
        row["q"]
        for row, (_, _, said) in zip(asked, found, strict=True)
        if row["say"].lower() not in " ".join(said).lower()
    ]
    assert len(asked) > 40
    assert silent == []


def test_everyday_speech_leads_there(page: Page):
    """The half that the lexicon was tuned on is right first in 93 %; the half kept out of tuning in 86 %.

    Halved by a fixed seed before the lexicon was written; nobody looks at the queries that fail in the second half.
    """
    asked = rows("everyday")
    order = list(range(len(asked)))
    random.Random(2023).shuffle(order)
    tuned = set(order[: len(order) // 2])
    first, three, wrong = shares(page, [row for i, row in enumerate(asked) if i in tuned])
    kept_first, kept_three, _ = shares(page, [row for i, row in enumerate(asked) if i not in tuned])
    print(f"right first and within three: tuned {first:.3f} {three:.3f}, kept out {kept_first:.3f} {kept_three:.3f}")
    assert first >= 0.93 and three >= 0.98, wrong
    assert kept_first >= 0.86 and kept_three >= 0.96


def test_no_right_word_is_mended(page: Page):
    """Of 261 right words and foreign ones that the plan does not have, none is made another."""
    asked = (HERE / "natural.txt").read_text(encoding="utf-8").splitlines()
    assert len(asked) == 261
    assert [
        (query, fixes) for query, (_, fixes, _) in zip(asked, page.evaluate(FIND, asked), strict=True) if fixes
    ] == []


def test_each_hit_shows_why_it_is_one(answer: Callable[[str], Answer]):
    """Marked words, another name, what an everyday word is called, for whom, or a section: all hits of 40 queries."""
    for row in (*rows("queries")[::5], *rows("kinds")[::15]):
        assert answer(row["q"]).bare == [], row["q"]


def test_what_holds_today_is_found_by_its_year(page: Page):
    """The poverty line of 2026 and of 2027 and the programme after 2025: first, each at its own address."""
    wanted = {
        "chuẩn nghèo 2026": "hien-nay.html#chuan-ngheo-2026",
        "chuẩn nghèo 2027": "hien-nay.html#chuan-ngheo-2027",
        "chương trình sau 2025": "hien-nay.html#chuong-trinh-sau-2025",
    }
    assert {query: ask(page, query)[0] for query in wanted} == wanted


def test_every_name_is_found_however_it_is_typed(page: Page, programme: Programme):
    """Every name of every entity, in seven ways of typing it: right first in 97 %."""
    known: dict[str, set[str]] = collections.defaultdict(set)
    names: list[tuple[str, str]] = []
    for one in (*programme.nodes, *programme.data.agencies, *programme.data.groups, *programme.data.documents):
        written = getattr(one, "names", ())
        own = (one.name, *written) if hasattr(one, "name") else (one.number,)
        for name in dict.fromkeys(own):
            link = f"{addresses.page(one)}.html"
            known[re.sub(r"\W+", " ", fold(name)).strip()].add(link)
            names.append((name, link))
        for alias in getattr(one, "aliases", ()):
            known[fold(alias)].add(f"{addresses.page(one)}.html")
        if isinstance(one, Project):
            known[fold(one.label.rstrip(":"))].add(f"{addresses.page(one)}.html")
    dice = random.Random(2023)
    cases = []
    for kind, form in forms(dice).items():
        for name, link in names:
            query = form(name)
            if (query == name and kind != "as written") or len(query) < 3:
                continue
            plain = re.sub(r"\W+", " ", fold(name)).strip()
            expected = {link, *known[plain]}
            if kind.startswith("cut"):
                start = re.sub(r"\W+", " ", fold(query)).strip()
                expected |= {one for other, links in known.items() if other.startswith(start) for one in links}
            cases.append((kind, query, expected))
    found = page.evaluate(
        "async queries => { const { search, whole } = await timKiem.open(); await whole();"
        " return queries.map(q => search.find(q).hits[0]?.entry.url ?? '') }",
        [query for _, query, _ in cases],
    )
    wrong = [(*case[:2], link) for case, link in zip(cases, found, strict=True) if link not in case[2]]
    assert len(cases) > 700
    assert len(wrong) <= 0.03 * len(cases), wrong


WRITTEN_OUT = {
    r"\bt?da ?\d": "tieu du an",
    r"\bnd \d": "nghi dinh",
    r"\bqd \d": "quyet dinh",
    r"\biii\.": "muc",
    r"\d trieu": "dong",
}
"""Short forms in a query, and what is searched for them."""


def test_every_mark_stands_on_words_that_the_query_means(answer: Callable[[str], Answer], programme: Programme):
    """Over all test queries: the words under a mark are the query's, mended, or the plan's for everyday ones."""
    everyday = [(fold(said), fold(one.means)) for one in search_words(programme).everyday for said in one.say]
    wrong, marked = [], 0
    for row in (*rows("queries"), *rows("more"), *rows("questions")):
        shown = answer(row["q"])
        mended = fold(row["q"])
        for made in re.findall(r"(\S+) thành ([^,.]+)[,.]", shown.mended):
            mended = mended.replace(fold(made[0]), fold(made[1]))
        meant = f" {fold(row['q'])} {mended} "
        meant += " ".join(full for short, full in WRITTEN_OUT.items() if re.search(short, fold(row["q"]))) + " "
        meant += " ".join(means for said, means in everyday if f" {said} " in re.sub(r"\W+", " ", f" {meant} "))
        tokens = set(re.findall(r"\w+", meant))
        last = re.findall(r"\w+", fold(row["q"]))[-1]
        for mark in shown.marks:
            marked += 1
            for word in re.findall(r"\w+", fold(mark)):
                said = {word, word.lstrip("0")} & tokens or word.startswith(last) or word in re.sub(r"\W+", "", meant)
                if not said:
                    wrong.append((row["q"], mark))
    assert marked > 500
    assert not wrong


def test_marks_that_were_typed_are_respected(page: Page):
    """ "nghề" marks no "nghèo"."""
    ask(page, "nghề")
    assert {mark.lower() for mark in marks(page)} == {"nghề"}


@pytest.mark.parametrize("query", [row["q"] for row in rows("more") if row["kind"] == "nothing"][1:])
def test_what_stands_nowhere_is_said_to_be_nowhere(page: Page, query: str):
    """What this plan does not hold has no result, and the page says so."""
    assert ask(page, query) == []
    assert "Không tìm thấy" in page.inner_text("#so-ket-qua")


def test_a_section_of_a_page_is_a_hit_of_its_own(page: Page):
    """A clause links to its section; a body's section is offered under the body."""
    assert "du-an/3-1.html#content" in ask(page, "thuốc thú y")
    ask(page, "ubnd huyện nhận báo cáo")
    section = page.get_attribute("#ket-qua a.hit-section >> nth=0", "href")
    assert section and section.endswith("ubnd-huyen.html#nhan-bao-cao")


def test_queries_of_people_who_had_not_seen_the_search(page: Page):
    """Of 120 that nobody had looked at 95 % are right first, 97 % within three; of 240 before them, 92 and 97 %."""
    first, three, _ = shares(page, rows("fresh"))
    before, before_three, wrong = shares(page, rows("seen"))
    print(f"right first and within three: {first:.3f} {three:.3f}, of those before {before:.3f} {before_three:.3f}")
    assert first >= 0.95 and three >= 0.97
    assert before >= 0.92 and before_three >= 0.97, wrong


MENDED = """
bih:binh caajn:cận chinhs:chính chuẫn:chuẩn ddoongj:động dduocj:được dunh:dinh dôngj:động dưỡg:dưỡng
giamr:giảm hanng:hàng hinhg:hình hooij:hội hooj:hộ hoox:hỗ kees:kế kimh:kinh lamf:làm lichj:lịch
lys:lý ngeo:nghèo ngheof:nghèo nghoè:nghèo nghèp:nghèo nghéo:nghèo nguw:ngư ngèo:nghèo nhaf:nhà
nhgề:nghề nuowcs:nước phaps:pháp phogn:phòng phongf:phòng raà:rà sacg:sách sachj:sạch sih:sinh
soats:soát taif:tài thnág:tháng thogn:thông thoong:thông thuwowng:thương trowj:trợ truyeefn:truyền
tuw:tư veef:về veej:vệ vieecj:việc xax:xã
"""
"""What is mended in 360 queries of people, each a slip of the keyboard or the ear: nothing else is."""


def test_what_is_said_to_be_mended_was_wrong(page: Page):
    """In 360 queries of people just the slips are mended, each into the word that was meant."""
    asked = [row["q"] for name in ("fresh", "seen") for row in rows(name)]
    fixes = {fix["from"]: fix["to"] for _, mended, _ in page.evaluate(FIND, asked) for fix in mended}
    assert fixes == dict(pair.split(":") for pair in MENDED.split())
