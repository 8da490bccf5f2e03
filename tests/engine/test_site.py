"""The built HTML: every entity has its page, every link resolves, nothing is invented."""

from __future__ import annotations

import re
from copy import copy
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup
from markdown import Markdown
from support import SECOND, SITE_URL, Spoil

from programme import Programme, open_programme
from programme.load.registries import Place
from programme.pages import addresses, page_files
from programme.render.filters import md
from programme.render.renderer import Renderer
from programme.slugs import slugify
from programme.vietnamese.formats import money

Pages = dict[str, BeautifulSoup]


def text_of(soup: BeautifulSoup) -> str:
    article = soup.find("article")
    return " ".join((article or soup).get_text(" ").replace("¶", "").split())


def words_of(soup: BeautifulSoup) -> str:
    """The page's text with no space where the HTML has none."""
    article = copy(soup.find("article"))  # the pages are those of all tests
    assert article is not None
    for mark in article.select("sup.note-mark"):
        mark.extract()
    return " ".join(article.get_text().split())


def test_every_entity_has_its_page_with_its_name_as_heading(programme: Programme, pages: Pages):
    """Each project, body, group, document and place has a page whose h1 is its name."""
    for entity in page_files.entities(programme):
        heading = pages[f"{addresses.page(entity)}.html"].h1
        assert heading is not None
        name = getattr(entity, "name", None) or entity.number
        shown = " ".join(heading.get_text().split())
        assert name in shown or (isinstance(entity, Place) and shown == f"{name[0].upper()}{name[1:]}")


def test_addresses_are_the_printed_ones(pages: Pages):
    """Addresses that are printed on paper are made of the ids and codes of the data."""
    for promised in (
        "du-an/giam-ngheo-2-1", "du-an/nong-thon-moi-5", "co-quan/phong-kinh-te", "doi-tuong/gia-dinh-ngheo",
        "van-ban/nq-12", "toan-van",
    ):  # fmt: skip
        assert f"{promised}.html" in pages


def test_all_links_and_anchors_resolve(site: Path, pages: Pages):
    """Every link leads to a file of the site and, with an anchor, to an id that is there once."""
    ids: dict[str, list[str]] = {}
    for name, soup in pages.items():
        ids[name] = [tag["id"] for tag in soup.find_all(id=True)]
        assert len(ids[name]) == len(set(ids[name])), f"{name}: an id stands twice"
    broken = []
    for name, soup in pages.items():
        if name == "404.html":
            continue  # its links begin with /: it is shown at any depth
        for tag, attribute in (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src")):
            for link in soup.find_all(tag, attrs={attribute: True}):
                if link.get("rel") == ["license"] or link[attribute] == "mailto:gop-y@minh-hoa.example":
                    continue  # read by whoever follows it; nothing is fetched
                parts = urlsplit(link[attribute].replace(SITE_URL, "/".join([".."] * name.count("/") + [""])))
                assert not parts.netloc, f"{name} links to another host: {link[attribute]}"
                path = (site / name).parent / unquote(parts.path) if parts.path else site / name
                target = path.resolve()
                if not target.is_file():
                    broken.append(f"{name} -> {link[attribute]}")
                elif parts.fragment and "=" not in parts.fragment and target.suffix == ".html":
                    known = ids[target.relative_to(site.resolve()).as_posix()]
                    if unquote(parts.fragment) not in known:
                        broken.append(f"{name} -> {link[attribute]}")
    assert not broken


def test_a_page_holds_all_words_of_its_project(programme: Programme, pages: Pages):
    """A project's page shows each paragraph of its clauses, verbatim."""
    for node in programme.work_nodes:
        shown = words_of(pages[f"{addresses.page(node)}.html"])
        for clause in node.clauses:
            for paragraph in clause.texts:
                assert paragraph.text in shown, f"{node.code} lacks: {paragraph.text}"


def test_the_full_text_page_is_the_plan_in_order(programme: Programme, pages: Pages):
    """Toàn văn holds every paragraph of the plan, once each, in reading order."""
    shown = words_of(pages["toan-van.html"])
    end, annexed = shown.index("Nơi nhận:"), shown.index("(Kèm theo Quyết định số 51/QĐ-UBND)")
    recipients = programme.plan.recipients.items  # those of the decision: before what is annexed to it
    place = 0
    notes = {note.text for spot in programme.spots for note in spot.phrase.footnotes}  # those stand below
    for paragraph in dict.fromkeys(spot.paragraph for spot in programme.spots):
        if paragraph.text in notes:
            continue
        found = shown.find(paragraph.text, end if paragraph == recipients[0] else place)
        assert found >= 0, f"missing or out of order: {paragraph.text}"
        assert (paragraph in recipients) == (end < found < annexed), paragraph.text
        place = found + len(paragraph.text)


def test_every_clause_has_an_anchor_and_every_source_link_leads_to_it(programme: Programme, pages: Pages):
    """Each numbered clause has its own address in the full text; blocks link to the clause they come from."""
    ids = {tag["id"] for tag in pages["toan-van.html"].find_all(id=True)}
    assert set(programme.refs.values()) <= ids
    page = pages["du-an/giam-ngheo-2-1.html"]
    for clause in "abcdđ":
        assert page.find("a", href=f"../toan-van.html#II.2.1.{clause}") is not None


def test_the_full_text_links_back_to_pages(programme: Programme, pages: Pages):
    """From each clause of the full text a link leads to the page, and the part of it, that tells more, if there is one.

    Of two articles that give nobody work, and of an annex, none does.
    """
    text = pages["toan-van.html"]
    homes = [a["href"] for p in text.find_all("p", class_="home-of") for a in p.find_all("a")]
    alone = [p["data-at"] for p in text.find_all("p", class_="home-of") if not p.find("a")]
    assert alone == ["dieu-1", "dieu-3", "VI"] and len(homes) == len(programme.refs) - 3
    assert {f"{addresses.page(node)}.html" for node in programme.nodes} <= set(homes)
    assert "du-an/giam-ngheo-2-1.html#budget" in homes


def test_a_group_page_holds_every_sentence_about_the_group(programme: Programme, pages: Pages):
    """Each "for whom" stands on the page of each group it names, with its conditions."""
    for target in programme.targets:
        for group in (*target.who, *target.of):
            shown = words_of(pages[f"{addresses.page(group)}.html"])
            assert target.spot.paragraph.text in shown
            if target.node:
                assert all(condition in shown for condition in target.conditions)


def test_a_document_page_holds_every_citation(programme: Programme, pages: Pages):
    """Each citation stands on its document's page, with the part cited."""
    for cited in programme.citations:
        shown = words_of(pages[f"{addresses.page(cited.document)}.html"])
        assert cited.spot.paragraph.text in shown
        assert cited.part is None or cited.part in shown


def test_computed_money_is_said_to_be_computed(pages: Pages):
    """The total appears on the home and money pages, marked as added up by this site."""
    for name in ("index.html", "kinh-phi.html"):
        shown = text_of(pages[name])
        assert re.search(r"hơn 846\.443,619 triệu đồng \(?số do trang web cộng từ 10 khoản kinh phí", shown)


def test_the_money_page_reconciles(programme: Programme, pages: Pages):
    """The tables by project and by lead end in the same total, and hold every project and lead."""
    tables = pages["kinh-phi.html"].find_all("table")
    assert len(tables) == 6
    feet = [" ".join(table.tfoot.get_text(" ").split()) for table in tables if table.tfoot]
    assert feet == [
        "Cộng 10 khoản 100,0 % hơn 846.443,619 triệu đồng số do trang web cộng",
        "Cộng 100,0 % hơn 846.443,619 triệu đồng",
    ]
    for node in programme.data.projects:
        assert f"{money(programme.amount(node))}" in tables[0].get_text()
    assert "Kế hoạch không nêu cơ quan cấp xã chủ trì" in tables[1].get_text()


def test_the_matrix_shows_each_role_as_text(programme: Programme, pages: Pages):
    """Each cell of the matrix names the roles in words and leads to the duty."""
    table = pages["phan-cong.html"].find("table", class_="matrix")
    rows = table.tbody.find_all("tr")
    assert len(rows) == len(programme.matrix)
    for row, (_, cells) in zip(rows, programme.matrix, strict=True):
        shown = [" ".join(cell.get_text().split()) for cell in row.find_all("td")]
        assert shown == ["; ".join(role.short for role in cells.get(node, ())) for node in programme.work_nodes]


def test_what_the_plan_leaves_open_is_said(pages: Pages, spoil: Spoil):
    """Absent lead, absent Dự án 6, blank number, blank day: each is plainly said."""
    assert "Kế hoạch không nêu cơ quan cấp xã chủ trì" in text_of(pages["du-an/giam-ngheo-7.html"])
    assert "Dự án 6 (truyền thông). Kế hoạch không nêu lý do." in text_of(pages["du-an/index.html"])
    spoil("data/plan.yaml", '  number: "51"\n', "")
    blank = Renderer(open_programme(spoil("data/plan.yaml", "date: 2026-03-01", "date: 2026-03")))
    full = text_of(BeautifulSoup(blank.overview("toan-van"), "html.parser"))
    assert "Số: …/QĐ-UBND (bản nguồn để trống số)" in full
    assert "Minh Họa, ngày … tháng 3 năm 2026 (bản nguồn để trống ngày)" in full
    about = text_of(BeautifulSoup(blank.overview("gioi-thieu"), "html.parser"))
    assert "/QĐ-UBND (bản nguồn để trống)" in about and "năm 2026 (bản nguồn để trống ngày)" in about


def test_bodies_are_listed_by_the_part_they_play(pages: Pages):
    """Who leads, who carries out, names for several, and, folded, who is only mentioned; each body once."""
    page = pages["co-quan/index.html"]
    listed = {
        " ".join(heading.get_text().split()).rstrip("¶# "): [
            one.a.get_text() for one in heading.find_next("ul", class_="parts").find_all("li")
        ]
        for heading in page.select("article .body h2")
    }
    assert listed == {
        "Chủ trì": ["Chủ tịch UBND xã", "Phòng Kinh tế", "Trạm Y tế xã"],
        "Thực hiện và phần việc khác": [
            "Mặt trận xã", "Phòng Văn hóa - Xã hội", "Trưởng các thôn", "Trưởng thôn Hạ", "UBND xã", "Các sở của tỉnh",
            "Sở Kinh tế và Đầu tư", "UBND tỉnh Thử",
        ],
        "Nhóm cơ quan gọi chung": ["Các ban, ngành của xã", "Các đơn vị khác"],
        "Chỉ được nhắc tên": ["Lưu trữ", "HĐND tỉnh", "Tỉnh ủy", "Quốc hội", "Văn phòng giảm nghèo"],
    }  # fmt: skip
    said = {" ".join(one.a.get_text().split()): one.small.get_text() for one in page.select(".parts li")}
    assert said["Phòng Kinh tế"] == "chủ trì 3 dự án, tiểu dự án · 6 câu giao việc · hướng dẫn · nhận báo cáo · cấp xã"
    assert page.select_one("details:not([open]) .parts").find("a").get_text() == "Lưu trữ"


def test_goals_of_projects_are_told_on_their_pages_alone(pages: Pages):
    """The page of goals leads to each clause a) and holds no copy of one."""
    page = pages["muc-tieu.html"]
    links = [one["href"] for one in page.find(id="du-an").find_next("ul").select("li > a")]
    assert links == [
        "du-an/giam-ngheo-2-1.html#objective", "du-an/giam-ngheo-2-2.html#objective",
        "du-an/giam-ngheo-3.html#objective", "du-an/giam-ngheo-7.html#objective",
    ]  # fmt: skip
    told = "Làm đúng, làm đủ, không sót ai."
    assert told in text_of(pages["du-an/giam-ngheo-7.html"]) and told not in text_of(page)


def test_one_thing_has_one_name(pages: Pages):
    """The menu, the page of the search and its title; the page of what the plan does not hold; sums; edits; today."""
    menu = pages["index.html"].select_one("nav.tabs li:last-child").get_text(strip=True)
    assert menu == "Tìm kiếm và tra cứu" == pages["tim-kiem.html"].h1.get_text().rstrip("¶#")
    assert pages["tim-kiem.html"].title.get_text().startswith("Tìm kiếm và tra cứu")
    every = " ".join(soup.get_text(" ") for name, soup in pages.items() if not name.startswith("co-quan/"))
    for gone in (
        "Không có trong Kế hoạch", "dòng kinh phí", "Gọi chung nhiều", "Đã thay đổi", "bấm vào số mục",
        "Số tiền nào không ghi riêng thì",
    ):  # fmt: skip
        assert gone not in every, gone
    assert "Mọi khoản đều là vốn sự nghiệp từ ngân sách tỉnh, trừ khoản ghi khác" in text_of(pages["kinh-phi.html"])
    assert "Điều đã thay đổi" not in every.replace(pages["hien-nay.html"].get_text(" "), "")


def test_questions_the_plan_does_not_answer(programme: Programme, pages: Pages):
    """Each question of "Điều Kế hoạch không nói tới" has its own anchor and answer."""
    page = pages["khong-co-trong-ke-hoach.html"]
    shown = words_of(page)
    for question in programme.data.questions:
        assert page.find(id=question.id) is not None
        assert question.answer in shown


def test_the_notice_stands_on_every_entity_page(programme: Programme, pages: Pages):
    """A visitor of today is told on every project, group and body page what changed, with the way to the sources."""
    for entity in page_files.entities(programme):
        if addresses.page(entity).startswith("van-ban"):
            continue
        notice = pages[f"{addresses.page(entity)}.html"].find(class_=["since", "since-line"])
        assert notice is not None and notice.a["href"].endswith("hien-nay.html")


def test_entity_pages_repeat_nothing_by_hand(programme: Programme):
    """The source of an entity's page is its macro call and a place for notes."""
    calls = page_files.expected(programme)
    for file, call in (
        (f"{addresses.page(one)}.md", calls[f"{addresses.page(one)}.md"]) for one in page_files.entities(programme)
    ):
        text = (SECOND / "docs" / file).read_text(encoding="utf-8")
        text = re.sub(r"\A---\n.*?\n---\n|\{#.*?#\}", "", text, flags=re.DOTALL)
        assert text.strip() == call


def test_no_empty_heading(pages: Pages):
    """Every h2 is followed by something before the next heading."""
    for name, soup in pages.items():
        for heading in soup.find_all("h2"):
            following = heading.find_next_sibling()
            if heading.find_parent("article") is None or "md-typeset" not in str(heading.find_parent("article")):
                continue
            assert following is not None and following.name not in ("h1", "h2"), f"{name}: {heading.get_text()}"


def test_nothing_is_asked_of_another_host(site: Path):
    """No page and no style sheet of ours names another host to load from."""
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8").replace(f'<link rel="canonical" href="{SITE_URL}', "")
        html = re.sub('<a rel="license" href="[^"]*"', "<a", html)
        assert not re.findall(r'(?:src|href)="(?:https?:)?//[^"]*"', html), path.name
    for path in (site / "assets").glob("*.css"):
        assert not re.search(r"@import|url\(|//", path.read_text(encoding="utf-8"))


def test_no_template_syntax_is_left(pages: Pages):
    """No page shows braces of a macro that was not run."""
    for name, soup in pages.items():
        assert not re.search(r"\{\{|\}\}|\{%|\{:", text_of(soup)), name


def test_quotes_in_a_heading_are_letters_everywhere():
    """Quotes, an ampersand and signs of Markdown: the same letters in the heading, its name in lists, its anchor."""
    markdown = Markdown(extensions=["toc", "attr_list"], extension_configs={"toc": {"slugify": slugify}})
    made = markdown.convert("# " + md('Dự án "A" & <b> của *xã* {: #x }'))
    assert made == '<h1 id="du-an-a-b-cua-xa-x">Dự án "A" &amp; &lt;b&gt; của *xã* {: #x }</h1>'
    assert markdown.toc_tokens[0]["name"] == 'Dự án "A" &amp; &lt;b&gt; của *xã* {: #x }'
