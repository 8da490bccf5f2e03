"""What people know from Material's documentation is honoured by the light frame, or named by the check."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import material
import pytest
from many_plans import new_plan
from playwright.sync_api import Browser, Page
from screens import Window
from support import SECOND, built, commanded, copied, spoiled

from programme import cache, check
from programme.command_words import typed
from programme.commands import main, notices
from programme.frame import LIGHT, palette, server_headers
from programme.pages import settings, settings_faults

PALETTE = """
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: teal
      accent: deep orange
      toggle: {icon: material/weather-sunny, name: Chuyển sang nền tối}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: light blue
      toggle: {icon: material/weather-night, name: Chuyển sang nền sáng}
"""
OPTIONS = """
copyright: Nội dung theo <b>giấy phép</b> mở
extra:
  homepage: https://cong.example/
  social:
    - {icon: fontawesome/brands/facebook, link: "https://mang.example/xa", name: Trang của xã}
    - {icon: material/email, link: "mailto:xa@thu.example"}
extra_css: [assets/rieng.css]
extra_javascript: [assets/rieng.js]
"""
OWN = {
    "docs/assets/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
    "docs/assets/rieng.css": ".body h2 { letter-spacing: 3px }",
    "docs/assets/rieng.js": "document.documentElement.dataset.rieng = 'có'",
    "overrides/main.html": """{% extends "base.html" %}
{% block announce %}<p>Trang đang thử</p>{% endblock %}
{% block extrahead %}<meta name="rieng" content="có">{% endblock %}
{% block content %}<p id="truoc">Trước nội dung</p>{{ super() }}{% endblock %}
{% block footer %}{{ super() }}<p id="cuoi">Cuối trang của xã</p>{% endblock %}
""",
}
WITHOUT = "  language: vi\n"


def with_settings(plan: Path, theme: str, rest: str = "") -> Path:
    """Add lines to the theme and to the whole of a plan's mkdocs.yml."""
    spoiled(plan, "mkdocs.yml", WITHOUT, WITHOUT + theme.lstrip("\n"))
    path = plan / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8") + rest, encoding="utf-8")
    return plan


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan with each option."""
    copy = copied(tmp_path_factory.mktemp("options") / "plan", SECOND)
    for name, text in OWN.items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text(text, encoding="utf-8")
    with (copy / "docs/gioi-thieu.md").open("a", encoding="utf-8") as page:
        page.write("\n\n# Một tiêu đề nữa\n\nDo người sửa viết tay.\n")
    theme = f"  custom_dir: overrides\n  logo: assets/logo.svg\n  favicon: assets/logo.svg{PALETTE}"
    return with_settings(copy, theme, OPTIONS)


@pytest.fixture(scope="module")
def with_options(plan: Path) -> Path:
    return built(plan, plan / "site")


@pytest.fixture
def shown(with_options: Path, window: Window):
    """Show a page of the site in the colours that a device asks for."""

    def show(name: str = "index", colours: str = "light") -> Page:
        page = window(color_scheme=colours, viewport={"width": 360, "height": 800})
        page.goto((with_options / f"{name}.html").as_uri())
        return page

    return show


def colour(page: Page, selector: str, what: str) -> str:
    return str(page.evaluate(f"getComputedStyle(document.querySelector('{selector}')).{what}"))


def test_a_plan_of_every_option_has_no_finding(plan: Path):
    """All that is honoured passes the check without a word."""
    assert [str(one) for one in check(plan)[1]] == []


def test_logo_favicon_and_homepage(shown):
    """The plan's picture stands in the header and on the tab, and leads where `extra.homepage` says."""
    page = shown("du-an/giam-ngheo-2-1")
    assert page.get_attribute(".brand img", "src") == "../assets/logo.svg"
    assert page.evaluate("document.querySelector('.brand img').naturalWidth") > 0
    assert [one.get_attribute("href") for one in page.locator("link[rel=icon]").all()] == ["../assets/logo.svg"]
    assert page.get_attribute(".brand", "href") == "https://cong.example/"


def test_copyright_and_social_links_stand_at_the_foot(shown):
    """The words of `copyright` with their markup; each social link with its icon inline and its name."""
    page = shown()
    assert page.inner_html(".bottom .copyright") == "Nội dung theo <b>giấy phép</b> mở"
    links = page.locator(".social a")
    assert links.all_inner_texts() == [" Trang của xã", " xa@thu.example"]
    assert [links.nth(at).get_attribute("href") for at in (0, 1)] == [
        "https://mang.example/xa",
        "mailto:xa@thu.example",
    ]
    assert page.locator(".social svg path").count() == 2


def test_a_plan_s_own_style_and_script_run_under_the_policy(shown):
    """`extra_css` and `extra_javascript` of the plan are taken, and the policy forbids neither."""
    page = shown("du-an/giam-ngheo-2-1")
    page.wait_for_function("document.documentElement.dataset.rieng === 'có'")
    assert colour(page, ".body h2", "letterSpacing") == "3px"


def test_blocks_of_a_plan_s_own_template(shown):
    """`main.html` in `custom_dir` extends base.html and fills its blocks: notice, head, content, foot."""
    page = shown("du-an/giam-ngheo-2-1")
    assert page.inner_text("aside.announce") == "Trang đang thử"
    assert page.get_attribute("meta[name=rieng]", "content") == "có"
    assert page.inner_text("#truoc") == "Trước nội dung" and page.locator("article h1").count() == 1
    assert page.inner_text("#cuoi") == "Cuối trang của xã"
    assert "Trang đang thử" not in page.inner_text("main")


def test_a_page_with_two_headings_is_framed_once(shown):
    """A note by hand that begins with a heading of its own: both stand there, identity and body once."""
    page = shown("gioi-thieu")
    assert page.locator("article h1").all_inner_texts() == ["Giới thiệu", "Một tiêu đề nữa"]
    assert [page.locator(one).count() for one in (".body", ".identity", "nav.toc", "footer.page-tools")] == [1, 1, 1, 1]


def test_the_frame_has_the_blocks_that_material_has():
    """Each block of Material's base.html, of which its documentation tells, can be filled here too."""
    blocks = re.compile(r"{%-? block (\w+)")
    theirs = (Path(material.__file__).parent / "templates/base.html").read_text(encoding="utf-8")
    ours = (LIGHT / "base.html").read_text(encoding="utf-8")
    assert {*blocks.findall(theirs)} <= {*blocks.findall(ours)}
    assert len({*blocks.findall(theirs)}) == 18


def test_the_palette_gives_its_hues_to_both_schemes(shown):
    """Teal and deep orange, dark enough on white; light blue, light enough on black; paper stays black on white."""
    page = shown()
    assert colour(page, ".today a", "color") == "rgb(0, 92, 83)"
    assert colour(page, "header.top", "borderTopColor") == "rgb(0, 97, 87)"
    page.focus(".brand")
    assert colour(page, ".brand", "outlineColor") == "rgb(158, 37, 0)"
    page.emulate_media(media="print")
    assert colour(page, ".today a", "color") == "rgb(0, 0, 0)"
    page.emulate_media(media="screen")
    dark = shown(colours="dark")
    assert colour(dark, ".today a", "color") == "rgb(37, 185, 253)"


def test_the_toggles_of_the_palette(with_options: Path, browser: Browser):
    """The button of the scheme at hand is shown with its icon and name; pressed, it gives way to the other's."""
    page = browser.new_page(color_scheme="dark", viewport={"width": 360, "height": 800})
    page.goto((with_options / "index.html").as_uri())
    button = page.locator("button.colours:visible")
    assert button.get_attribute("aria-label") == "Chuyển sang nền sáng" and button.locator("svg").count() == 1
    button.click()
    assert button.get_attribute("aria-label") == "Chuyển sang nền tối"
    assert colour(page, "body", "backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Chuyển sang nền tối"
    page.reload()
    assert colour(page, "body", "backgroundColor") == "rgb(255, 255, 255)"  # this device remembers
    assert button.get_attribute("aria-label") == "Chuyển sang nền tối"
    page.close()


def test_one_scheme_without_a_toggle_is_kept(tmp_path: Path, browser: Browser):
    """The scheme `slate` alone is dark on every device, without scripts too, and has no button; an icon is the logo."""
    theme = "  palette: {scheme: slate}\n  icon: {logo: material/home-heart}\n"
    site = built(with_settings(new_plan(tmp_path / "plan", "An Lạc"), theme), tmp_path / "site")
    for scripts in (True, False):
        with browser.new_context(color_scheme="light", java_script_enabled=scripts) as context:
            page = context.new_page()
            page.goto((site / "index.html").as_uri())
            page.wait_for_selector(".search-box" if scripts else ".search-link")
            assert page.locator("button.colours").count() == 0 and page.locator(".brand svg path").count() == 1
            assert colour(page, "body", "backgroundColor") == "rgb(20, 24, 31)"


def test_the_headers_follow_the_colours(plan: Path, with_options: Path, tmp_path: Path):
    """`programme deploy` writes the hash of the coloured style, the one that the pages themselves allow."""
    style = settings.read(plan).style()
    server_headers.write(tmp_path, style)
    allowed = re.search(r"sha256-[^']*'", (tmp_path / "headers.nginx.conf").read_text(encoding="utf-8"))
    assert allowed and allowed[0] in (with_options / "index.html").read_text(encoding="utf-8").replace("&#x27;", "'")
    assert server_headers.stale(tmp_path, style) == []
    assert [path.name for path in server_headers.stale(tmp_path)] == ["headers.nginx.conf", "headers.caddy"]


def test_what_headers_must_follow_is_told_after_a_build(plan: Path, tmp_path: Path):
    """Files in deploy/ of other colours are named with what to run; files of today, and a plan without any, are not."""
    copy = copied(tmp_path / "plan", plan)
    assert list(notices.stale_headers(copy)) == []
    server_headers.write(copy / "deploy")
    (told,) = notices.stale_headers(copy)
    assert told.startswith(
        "Lưu ý: màu hay kiểu trình bày đã đổi mà deploy/headers.nginx.conf, deploy/headers.caddy chưa đổi"
    )
    assert f"Chạy {typed('deploy')}, chép các tệp ấy lên máy chủ, nạp lại, rồi mới xuất bản." in told
    assert main(["deploy", "--root", str(copy)]) == 0
    assert list(notices.stale_headers(copy)) == []


def test_the_end_of_material_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """With its day and the line to change; again once the day has passed; not for the theme of the engine."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache")
    monkeypatch.setenv("PROGRAMME_CACHE", str(tmp_path / "cache"))
    copy = copied(tmp_path / "plan", SECOND)
    (told,) = notices.end_of_material(copy, date(2027, 5, 5))
    assert "sẽ ngừng được bảo trì từ sau ngày 05/5/2027" in told
    assert "sửa dòng “name: material” thành “name: programme”" in told
    assert list(notices.end_of_material(copy, date(2027, 5, 5))) == []
    (later,) = notices.end_of_material(copy, date(2027, 5, 6))
    assert "đã ngừng được bảo trì" in later
    spoiled(copy, "mkdocs.yml", "name: material", "name: programme")
    assert list(notices.end_of_material(copy, date(2027, 5, 7))) == []


def test_every_colour_of_material_is_readable():
    """Each of the 19 primary and 16 accent colours keeps 7:1 as words on our grounds, in both schemes."""
    assert len(palette.named("primary")) == 19 and len(palette.named("accent")) == 16
    tokens = (Path(palette.__file__).parent / "styles/tokens.css").read_text(encoding="utf-8")
    grounds = {"light": ("#fff", "#f3f6fa", "#fff6ea"), "dark": ("#14181f", "#1c222b", "#2c2116")}
    for kind in ("primary", "accent"):
        for name in palette.named(kind):
            made = palette.style({kind: name}, tokens)
            token = "link" if kind == "primary" else "accent"
            found = re.search(rf"--{token}:var\(--light,(#\w+)\)var\(--dark,(#\w+)\)", made)
            assert found, name
            for shade, scheme in zip(found.groups(), ("light", "dark"), strict=True):
                for ground in grounds[scheme]:
                    assert palette.contrast(palette._read(shade), palette._read(ground)) >= 7, (name, shade, ground)
    assert round(palette.contrast((0, 0, 0), (1, 1, 1)), 2) == 21


@pytest.mark.parametrize(
    ("theme", "rest", "said"),
    [
        ("  palette: {primary: teel}\n", "", 'mkdocs.yml:12: palette: primary: không có màu "teel". Ý bạn là "teal"?'),
        ("  icon: {logo: material/nha}\n", "", 'mkdocs.yml:12: icon: không có biểu tượng "material/nha".'),
        ("  logo: assets/khong.png\n", "", "mkdocs.yml:12: không có tệp docs/assets/khong.png."),
        ("", "extra_css: [a.css]\n", "không có tệp docs/a.css."),
        ("", "extra_javascript:\n  - https://x.example/a.js\n", '"https://x.example/a.js" nằm ở máy khác'),
        ("", "extra: {social: [{icon: fontawesome/khong, link: x}]}\n", 'không có biểu tượng "fontawesome/khong"'),
    ],
)
def test_what_does_not_exist_is_an_error(tmp_path: Path, theme: str, rest: str, said: str):
    """A colour, an icon or a file that is not there is named with its line, and the site is not built."""
    plan = with_settings(copied(tmp_path / "plan", SECOND), theme, rest)
    done = commanded("check", "--root", str(plan))
    assert done.returncode == 1 and said in done.stdout + done.stderr, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("", "theme: thiếu language: máy đọc màn hình sẽ đọc trang không phải bằng tiếng Việt."),
        ("  language: en\n", 'theme: language ghi là "en": máy đọc màn hình sẽ đọc trang không phải bằng tiếng Việt.'),
    ],
)
def test_another_language_is_named(tmp_path: Path, language: str, said: str):
    """Material's own language is English: a page would name it as its own, and be read aloud in it."""
    plan = spoiled(copied(tmp_path / "plan", SECOND), "mkdocs.yml", WITHOUT, language)
    (found,) = settings_faults.check(plan)
    assert found.found == said and not found.is_error and found.line == (10 if not language else 11)


def test_an_unknown_frame_is_named(tmp_path: Path):
    """`frame:` knows two words; another is an error with its line."""
    plan = spoiled(copied(tmp_path / "plan", SECOND), "mkdocs.yml", "  - programme\n", "  - programme: {frame: lite}\n")
    assert [str(one) for one in settings_faults.check(plan)] == [
        'mkdocs.yml:53: programme: frame: ghi là "lite".\n    Cần: light hoặc material'
    ]


def test_what_has_no_effect_is_named(tmp_path: Path):
    """Options of Material that the light frame has nothing for are told with their lines, and stop nothing."""
    theme = "  features: [navigation.tabs]\n  icon: {edit: material/pencil}\n  palette: {primary: black}\n"
    rest = "repo_url: https://x.example/kho\nextra: {analytics: {provider: google}, generator: false}\n"
    plan = with_settings(copied(tmp_path / "plan", SECOND), theme, rest)
    spoiled(plan, "mkdocs.yml", "plugins:\n", "plugins:\n  - search\n")
    done = commanded("check", "--root", str(plan))
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith("mkdocs.yml")]
    assert done.returncode == 0
    assert [re.sub(r":\d+: Lưu ý:", ":", line) for line in lines] == [
        "mkdocs.yml: theme: features không có tác dụng trong khung nhẹ: khung nhẹ có thanh mục, mục lục và tìm kiếm "
        "của riêng nó.",
        "mkdocs.yml: theme: icon: edit không có tác dụng trong khung nhẹ, nơi chỉ có icon: logo.",
        "mkdocs.yml: palette: primary: black không có tác dụng trong khung nhẹ: đầu trang ở đây không tô màu.",
        "mkdocs.yml: plugins: search không có tác dụng trong khung nhẹ: trang có tìm kiếm của riêng nó.",
        "mkdocs.yml: repo_url không có tác dụng trong khung nhẹ: khung nhẹ không dẫn tới kho mã.",
        "mkdocs.yml: extra: analytics không có tác dụng trong khung nhẹ: trang không gọi tới máy chủ khác.",
    ]
    assert [line.split(":")[1] for line in lines] == ["12", "13", "14", "56", "78", "79"]
    spoiled(plan, "mkdocs.yml", "  - programme\n", "  - programme: {frame: material}\n")
    assert settings_faults.check(plan) == []
