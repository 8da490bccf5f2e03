"""The finder /ho-tro: its answers are those of the data, for every combination, with and without scripts."""

from __future__ import annotations

import itertools
import json
import random
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
import readout
from bs4 import BeautifulSoup
from family import Profile, _of_others, _owned, ask, finder, marked, may_be_for, rest
from playwright.sync_api import Browser, Page
from support import ROOT

from programme import Programme
from programme.derive import support, support_steps

AGES = (None, 2, 3, 5, 6, 11, 18, 60)
"""At the bounds of the made-up plan's groups and supports."""
PLACES = (frozenset(), frozenset({"thon-ha"}), frozenset({"thon-ha-huyen"}), frozenset({"thon-thuong"}))
ASK_RULES = ROOT / "tests/scripts/ask_rules.js"


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    with finder(browser, address) as page:
        yield page


def answers(programme: Programme, supports: list[support.Support], profile: Profile) -> str:
    """ "1" for each support that may be for the profile, "0" for the others, in the plan's order."""
    return "".join("1" if may_be_for(programme, one.target, profile) else "0" for one in supports)


def profiles(programme: Programme) -> Iterator[Profile]:
    """Every group alone and every two together, three villages and none, eight ages, every need."""
    groups = [group.id for found in support_steps.choices(programme).values() for group in found]
    persons = [frozenset(), *(frozenset({one}) for one in groups), *map(frozenset, itertools.combinations(groups, 2))]
    needs = [None, *(need.id for need in programme.data.needs)]
    for chosen, places, age in itertools.product(persons, PLACES, AGES):
        for need in needs if len(chosen) < 2 else (None, "hoc-viec"):
            yield Profile(chosen, places, age, need)


def supports_of(page: BeautifulSoup) -> list[dict[str, Any]]:
    """The supports as the page says them to the script, in the page's order."""
    found = []
    for item in page.select("[data-support]"):
        said = {key: str(item[f"data-{key}"]) for key in ("who", "of", "from", "under")}
        found.append(
            {
                "who": said["who"].split(),
                "areas": str(item.get("data-areas", "")).split(),
                "persons": item.has_attr("data-persons"),
                "homes": item.has_attr("data-homes"),
                "of": said["of"].split(),
                "wider": [
                    {"above": above.split(","), "homes": [one for one in homes.split(",") if one]}
                    for above, _, homes in (one.partition(":") for one in str(item["data-wider"]).split())
                ],
                "aged": item.select_one("[data-part=age]") is not None,
                "said": item.select_one("[data-part=said]") is not None,
                "places": str(item.get("data-places", "")).split(),
                "from": int(said["from"]),
                "under": int(said["under"]),
                "needs": str(item.find_parent(attrs={"data-needs": True})["data-needs"]).split(),
            }
        )
    return found


def _not_theirs(programme: Programme, profile: Profile) -> set[str]:
    """The kinds of households that those of the profile exclude."""
    apart = (support.apart(programme, programme.groups[one]) for one in profile.groups)
    return {one for ids in apart for one in ids} - {*_owned(programme, profile)}


def test_the_finder_answers_as_the_data_says(pages: dict[str, BeautifulSoup], programme: Programme):
    """For more than 10,000 profiles the finder's rules and the rule over the data say the same of each support."""
    cases, expected = [], []
    supports = support.supports(programme)
    for profile in profiles(programme):
        around = support.places_around(programme, (programme.places[one] for one in profile.places))
        cases.append(
            {
                "chosen": bool(profile.groups),
                "named": sorted(profile.groups - rest(programme)),
                "groups": sorted(_owned(programme, profile)),
                "household": support.names_household(programme, profile.groups),
                "not": sorted(_not_theirs(programme, profile)),
                "places": sorted(around),
                "age": profile.age,
                "ofOthers": [
                    group.id
                    for group in support.groups_with_age(programme)
                    if profile.age is not None and _of_others(programme, group, profile)
                ],
                "need": profile.need or "",
            }
        )
        expected.append(answers(programme, supports, profile))
    asked = json.dumps({"supports": supports_of(pages["ho-tro.html"]), "profiles": cases})
    run = subprocess.run(["node", str(ASK_RULES)], input=asked, capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)
    assert len(cases) > 10_000
    wrong = [case for case, answer, right in zip(cases, found, expected, strict=True) if answer != right]
    assert not wrong, wrong[:3]


def test_the_form_says_what_was_chosen(page: Page, programme: Programme):
    """Filled in from 60 addresses, also with communes of today, the form shows the supports that the data gives."""
    dice = random.Random(2023)
    supports = support.supports(programme)
    assert programme.data.notice
    communes = {one.code: frozenset(one.units) for one in programme.data.notice.communes}
    ask(page, "x=")  # nothing chosen: the sentences of each project stand in the plan's order
    page.evaluate(
        "keys => { window.supports = keys.flatMap(key =>"
        " [...document.querySelectorAll(`.support[data-node='${key}'] [data-support]`)]) }",
        [*(node.key for node in programme.work_nodes), *(part.ref for part in support.parts(programme))],
    )
    derived = {group.id for group in programme.data.groups if group.of_all}  # these have no box
    for profile in dice.sample([one for one in profiles(programme) if not one.groups & derived], 60):
        places = profile.places
        said = [("nhom", one) for one in sorted(profile.groups)]
        said += [("can", profile.need)] if profile.need else []
        if places:
            code = dice.choice([None, *communes])
            places = communes[code] if code else places
            said += [("noi", code or next(iter(places)))]
        said += [("tuoi", str(profile.age))] if profile.age is not None else []
        page.evaluate("said => { location.hash = new URLSearchParams([['x', ''], ...said]) }", said)
        page.wait_for_function("said => location.hash.endsWith(new URLSearchParams(said))", arg=said)
        shown = page.evaluate("() => supports.map(one => one.classList.contains('fails') ? '0' : '1').join('')")
        right = answers(programme, supports, Profile(profile.groups, places, profile.age, profile.need))
        assert shown == right, said
        visible = page.locator("[data-support]:not(.fails):visible").count()
        assert visible == right.count("1"), said


def test_both_sentences_are_read(page: Page):
    """Another household, a child of four: the sentence that counts the child in, and that another one does not."""
    shown = ask(page, "nhom=gia-dinh-moi-kha&nhom=me-nuoi-con&noi=thon-thuong&tuoi=4")
    assert "Trẻ em dưới 6 tuổi thuộc hộ nghèo, hộ cận nghèo, hộ mới khá" in shown
    assert "Điểm c chỉ nêu trẻ em dưới 3 tuổi của hộ nghèo. Đọc cả hai câu." in shown
    section = page.locator("[data-node='giam-ngheo/2.2']")
    assert "Phát sữa cho mẹ nuôi con dưới một tuổi" not in marked(page)
    section.get_by_text("Câu khác của dự án, chưa rõ hoặc dành cho người khác, nơi khác").click()
    assert "Phát sữa cho mẹ nuôi con dưới một tuổi" in section.inner_text()
    assert "có thể thuộc đối tượng" in shown and "Kế hoạch không nêu" in shown
    assert page.get_by_label("Hộ mới khá", exact=True).is_checked()


def test_an_age_of_somebody_else_hides_nothing(page: Page):
    """A mother of 27 who names her child too still reads what is for the child, and where to ask."""
    shown = ask(page, "nhom=gia-dinh-can-ngheo&nhom=tre-nho&noi=90002&tuoi=27")
    assert "Trẻ em dưới 6 tuổi thuộc hộ nghèo" in marked(page)
    assert "chỉ dành cho người ở đúng xã đó" in shown
    where = "Nơi khác có việc giai đoạn 2026 - 2030\nTrưởng các thôn"
    assert where in page.locator("[data-node='giam-ngheo/2.2']").inner_text()


def test_a_family_finds_what_may_be_for_its_child(page: Page):
    """A poor household with a child of four: food for the child, not what is for those of school age."""
    ask(page, "nhom=gia-dinh-ngheo&noi=thon-ha&tuoi=4")
    assert "Trẻ em dưới 6 tuổi thuộc hộ nghèo" in marked(page)
    assert "trẻ em dưới 6 tuổi ở thôn khó khăn ven sông" in marked(page)
    assert "Bữa trưa cho học trò" not in marked(page) and "Phụ nữ trong xã từ 18 tuổi" not in marked(page)


def test_who_lives_elsewhere_is_told_what_is_for_one_place_alone(page: Page):
    """From thôn Thượng: food for children, not what is for thôn Hạ; and the question that says so."""
    ask(page, "nhom=tre-nho&can=an-uong&noi=thon-thuong")
    section = page.locator("[data-node='giam-ngheo/2.2']")
    assert "Trẻ em dưới 6 tuổi thuộc hộ nghèo" in marked(page)
    assert "trẻ em dưới 6 tuổi ở thôn khó khăn ven sông" not in marked(page)
    quotes = " ".join(section.locator("> .sentence blockquote:visible").all_inner_texts())
    assert "trẻ em dưới 6 tuổi" in quotes and "điểm trường" not in quotes
    assert section.get_by_role("link", name="Bữa ăn cho trẻ ở thôn khác").is_visible()


def test_what_is_for_everybody_stands_last(page: Page):
    """For a woman the support she shares with all people comes after her own, under a heading of its own."""
    ask(page, "x=")
    tops = [page.locator(f"[data-node='{key}'] h2").bounding_box() for key in ("giam-ngheo/2.1", "giam-ngheo/3")]
    assert tops[0]["y"] < tops[1]["y"]  # the plan's order
    ask(page, "nhom=phu-nu-xa")
    head = page.get_by_text("Chung cho mọi người dân, cộng đồng", exact=True)
    own, shared = (page.locator(f"[data-node='{key}'] h2") for key in ("giam-ngheo/3", "giam-ngheo/2.1"))
    assert head.is_visible()
    assert own.bounding_box()["y"] < head.bounding_box()["y"] < shared.bounding_box()["y"]
    met = page.locator("[data-general-head] ~ .support:visible [data-support]:not(.fails):has(.why-yes)")
    assert met.count() == 1 and met.get_attribute("data-general") == ""


def test_what_was_chosen_is_in_the_address_and_never_leaves_the_device(browser: Browser, address: str):
    """Choices go behind the # of the address; no cookie, no storage, no request, also when the page is loaded anew."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/ho-tro.html")
    page.wait_for_selector("form.finder:not([hidden])")
    page.get_by_label("Hộ cận nghèo", exact=True).check()
    page.get_by_label("Tôi cần").select_option("hoc-viec")
    assert page.url.endswith("ho-tro.html#nhom=gia-dinh-can-ngheo&can=hoc-viec")
    page.reload()
    page.wait_for_selector("form.finder:not([hidden])")
    headings = page.locator(".support:visible h2").all_inner_texts()
    assert headings == ["Học việc và tìm việc"]
    assert page.inner_text(".finder-count") == "1 dự án, tiểu dự án còn điều chưa rõ"
    assert page.inner_text(".finder-said") == "Bạn đã chọn: Hộ cận nghèo; Học việc, tìm việc"
    page.get_by_role("button", name="Xóa lựa chọn").click()
    assert page.url.endswith("ho-tro.html") and page.locator(".support:visible").count() == 5
    assert not [one for one in asked if "nhom" in one or "can=" in one] and context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()


def test_a_place_is_found_by_its_old_and_new_name(page: Page):
    """The list names each village of the plan with its commune of today, and each of today's communes as a whole."""
    names = page.locator("select[name=noi] option").all_inner_texts()
    assert "thôn Thượng (nay là xã Minh Thượng)" in names and "xã Minh Thượng ngày nay, không rõ xã cũ" in names
    assert len(names) == 1 + 5 + 2


def test_without_scripts_all_supports_stand_there(browser: Browser, address: str, programme: Programme):
    """Without JavaScript the page lists every support, reached by need and by group."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/ho-tro.html")
    assert page.locator("[data-support]:visible").count() == len(support.supports(programme))
    assert page.is_hidden("form.finder")
    page.locator("#can-hoc-viec a").first.click()
    assert page.url.endswith("#ho-tro-giam-ngheo-3")
    context.close()


def test_each_condition_is_told_by_word(page: Page):
    """A poor household with a small child elsewhere: what fits first, then what was not told, last what does not."""
    ask(page, "nhom=gia-dinh-ngheo&nhom=tre-nho&noi=thon-thuong&can=an-uong")
    texts = [one.inner_text() for one in page.locator("[data-node='giam-ngheo/2.2'] > .sentence ul.targets").all()]
    assert texts == [
        "✓ Khớp: thuộc hộ nghèo\n○ Chưa rõ: Mẹ nuôi con nhỏ; Kế hoạch viết “con dưới một tuổi”\n"
        "✓ Khớp: Trẻ em dưới 6 tuổi; thuộc hộ nghèo\n○ Chưa rõ: dưới 3 tuổi",
        "✓ Khớp: Trẻ em dưới 6 tuổi; thuộc hộ nghèo, hộ cận nghèo hoặc hộ mới khá\n"
        "✗ Không khớp: Trẻ em dưới 6 tuổi (điều kiện: ở thôn Hạ)",
    ]


def test_nobody_is_told_not_to_match_by_a_priority_or_by_what_was_not_asked(page: Page):
    """Who comes first is named and nobody judged by it; a new household may be near-poor too, a poor one is not."""

    def others(state: str) -> list[str]:
        ask(page, state)
        return [" ".join(one.split()) for one in page.locator("li.others").all_text_contents()]

    near_poor = others("nhom=gia-dinh-can-ngheo&noi=thon-thuong")
    assert [one for one in near_poor if "ưu tiên" in one.lower()] == [
        "Được ưu tiên: Phụ nữ của hộ nghèo (điều kiện: ở thôn Hạ)",
        "Được ưu tiên: Hộ nghèo",
        "Được ưu tiên: Thôn khó khăn ven sông (thôn Hạ) (điều kiện: ở thôn Hạ)",
    ]
    milk = "Mẹ nuôi con nhỏ (điều kiện: thuộc hộ nghèo; Kế hoạch viết “con dưới một tuổi”); Trẻ em dưới 6 tuổi"
    assert any(one.startswith(f"✗ Không khớp: {milk}") for one in near_poor)
    assert any(one.startswith(f"○ Chưa rõ: {milk}") for one in others("nhom=gia-dinh-moi-kha"))


def test_a_printed_answer_says_what_was_chosen_and_its_address(page: Page):
    """On paper the choices and the address of the answer stand over it; what is for others is a line."""
    ask(page, "nhom=gia-dinh-ngheo&noi=thon-thuong&can=an-uong")
    page.emulate_media(media="print")
    said = page.locator(".finder-said").inner_text(), page.locator(".finder-address").inner_text()
    lines, others = page.locator(".rest > summary:visible").count(), page.locator(".rest > .sentence:visible").count()
    page.emulate_media(media="screen")
    assert said == (
        "Bạn đã chọn: Hộ nghèo; Bữa ăn cho trẻ; thôn Thượng (nay là xã Minh Thượng)",
        "Địa chỉ của câu trả lời này: https://ke-hoach.example/ho-tro.html"
        "#nhom=gia-dinh-ngheo&can=an-uong&noi=thon-thuong",
    )
    assert (lines, others) == (1, 0)


def test_overlapping_groups_are_asked_in_turn(browser: Browser, address: str):
    """The narrower group only once the broad one is ticked; who everybody is, last, with the reason."""
    with finder(browser, address) as page:
        _asks_in_turn(page)


def _asks_in_turn(page: Page):
    learner = page.get_by_label("Người học việc", exact=True)
    assert learner.is_hidden() and page.get_by_label("Người trong xã", exact=True).is_hidden()
    page.get_by_label("Người làm thuê", exact=True).check()
    assert learner.is_visible()
    legends = page.locator(".finder-step > :is(legend, summary)").all_inner_texts()
    assert legends == [
        "Nhà bạn là hộ nào?",
        "Người cần hỗ trợ là ai?",
        "Không có ô nào đúng với bạn?",
        "Hợp tác xã, doanh nghiệp, tổ chức",
        "Cán bộ, cơ quan",
    ]
    page.get_by_text("Không có ô nào đúng với bạn?").click()
    assert page.get_by_label("Người trong xã", exact=True).is_visible()
    why = "Hỏi sau cùng, vì các nhóm này trùng với những ô trên: đã chọn hộ thì không phải chọn thêm."
    assert page.get_by_text(why).is_visible()


def test_where_to_ask_today_follows_the_place(page: Page):
    """Without a place what has a source; with one also the commune it is in today."""
    today = page.locator(".ask-today p").first
    ask(page, "x=")
    assert today.inner_text() == (
        "Hôm nay hỏi ở đâu: Đơn đề nghị công nhận hộ nghèo: nộp tại UBND xã mới. Việc khác: chưa có nguồn chính thức. "
        "Từ giai đoạn 2026 - 2030 đến nay."
    )
    ask(page, "noi=thon-ha")
    assert "Nơi bạn ở nay là xã Minh Hạ. " in today.inner_text()


def test_what_the_finder_is_made_from(programme: Programme):
    """Each support with whom it is for, on which conditions; the questions of the form."""
    assert list(readout.supports(programme)) == readout.expected("supports")
