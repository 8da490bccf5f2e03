"""The finder /ho-tro: its answers are those of the data, for every combination, with and without scripts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from programme import Programme, finder
from programme.vocabulary import GroupKind

AGES = (None, 3, 5, 15, 16, 40)


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{address}/ho-tro.html")
    page.wait_for_selector("form.finder:not([hidden])")
    yield page
    page.close()


def test_the_finder_answers_as_the_data_says(page: Page, programme: Programme):
    """Every group alone and every two together, three kinds of place, six ages, every need: browser and data agree."""
    choices = [group for groups in finder.choices(programme).values() for group in groups]
    persons = [(), *((one.id,) for one in choices), *((a.id, b.id) for a, b in itertools.combinations(choices, 2))]
    needs = [None, *(need.id for need in programme.data.needs)]
    supports = finder.supports(programme)
    cases, expected = [], []
    for groups, place, age in itertools.product(persons, (None, "ngu-loc", "da-loc"), AGES):
        kinds = {programme.groups[one].kind for one in groups}
        said = {
            "groups": sorted(finder.closure(programme, groups)),
            "household": GroupKind.HOUSEHOLD in kinds,
            "person": bool(kinds - {GroupKind.HOUSEHOLD}),
            "places": sorted(finder.places_around(programme, place)),
            "age": age,
        }
        for need in needs if len(groups) < 2 else (None, "lam-an"):
            profile = finder.Profile(frozenset(groups), place, age, need)
            cases.append({**said, "need": need or ""})
            expected.append("".join("1" if finder.may_be_for(programme, one, profile) else "0" for one in supports))
    answers = page.evaluate(
        "cases => cases.map(said => hoTro.items.map(one => hoTro.mayBeFor(one, said) ? '1' : '0').join(''))", cases
    )
    assert len(cases) > 10_000
    wrong = [case for case, answer, right in zip(cases, answers, expected, strict=True) if answer != right]
    assert not wrong, wrong[:3]


def test_a_family_finds_what_may_be_for_it(page: Page, address: str):
    """A poor household with a child of four in Ngư Lộc: food for the child, in the plan's words."""
    page.goto(f"{address}/ho-tro.html?nhom=ho-ngheo&nhom=tre-em-duoi-16-tuoi&tuoi=4&noi=ngu-loc")
    page.wait_for_selector("form.finder:not([hidden])")
    shown = page.locator("article").inner_text()
    assert "trẻ em dưới 5 tuổi thuộc hộ gia đình nghèo" in shown
    assert "trẻ từ 5 đến dưới 16 tuổi" not in shown
    assert "có thể thuộc đối tượng" in shown and "Kế hoạch không nêu" in shown
    assert page.get_by_label("Hộ nghèo", exact=True).is_checked()


def test_what_was_chosen_is_in_the_address_and_nowhere_else(browser: Browser, address: str):
    """Choices go into the address; no cookie, no storage, no request."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/ho-tro.html")
    page.wait_for_selector("form.finder:not([hidden])")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Hộ cận nghèo", exact=True).check()
    page.get_by_label("Tôi cần").select_option("hoc-nghe")
    assert page.url.endswith("?nhom=ho-can-ngheo&can=hoc-nghe")
    headings = page.locator(".support:visible h2").all_inner_texts()
    assert headings == ["Phát triển giáo dục nghề nghiệp vùng nghèo, vùng khó khăn"]
    assert "có thể dành cho bạn" in page.inner_text(".finder-count")
    page.get_by_role("button", name="Xóa lựa chọn").click()
    page.wait_for_function("() => !location.search")
    icon = "/assets/mark.svg"  # browsers ask for it again when the address changes
    assert [one for one in asked if not one.endswith(icon)] == [] and context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()


def test_a_place_is_found_by_its_name_of_today(page: Page):
    """The list of places names each unit of 2023 with its commune of today."""
    names = page.locator("select[name=noi] option").all_inner_texts()
    assert "xã Ngư Lộc (nay là xã Vạn Lộc)" in names
    assert len(names) == 23


def test_without_scripts_all_supports_stand_there(browser: Browser, address: str, programme: Programme):
    """Without JavaScript the page lists every support, reached by need and by group."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/ho-tro.html")
    assert page.locator("[data-support]:visible").count() == len(finder.supports(programme))
    assert page.is_hidden("form.finder")
    page.locator("#can-hoc-nghe a").first.click()
    assert page.url.endswith("#ho-tro-4-1")
    context.close()
