"""What a server gets: headers, compressed files, addresses without endings, a ZIP for a USB stick."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import servers
from playwright.sync_api import Browser
from screens import Window, listening
from servers import ask
from support import ROOT, commanded

from programme.frame import server_headers

PAGES = ("index.html", "du-an/giam-ngheo-2-1", "ho-tro", "tim-kiem?q=nuoi+ga", "kinh-phi", "co-quan/phong-kinh-te")


@pytest.fixture(scope="module")
def nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real nginx with the configuration of deploy/, its port and root set."""
    with servers.nginx(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def test_the_headers_are_those_of_the_style_sheet():
    """The files in deploy/ are what `make deploy` writes today."""
    for name, text in server_headers.files().items():
        assert (ROOT / "deploy" / name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("server", [servers.nginx, servers.caddy])
def test_a_server_answers_short_addresses_compressed_with_the_headers(server, site: Path, tmp_path: Path):
    """nginx and Caddy: a page, a folder, a page that is not there; with every header; compressed as built."""
    with server(site, tmp_path) as address:
        answers_as_it_should(address, site)


def answers_as_it_should(server: str, site: Path) -> None:
    for path, status in (("/du-an/giam-ngheo-2-1", 200), ("/du-an/", 200), ("/du-an", 200), ("/khong-co", 404)):
        code, headers, body = ask(server + path)
        assert code == status and b"<h1" in body, path
        for name, value in server_headers.headers().items():
            assert headers[name.lower()] == value, path
    _, headers, body = ask(f"{server}/du-an/giam-ngheo-2-1", **{"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip" and body == (site / "du-an/giam-ngheo-2-1.html.gz").read_bytes()
    assert "accept-encoding" in headers["vary"].lower()
    _, headers, body = ask(f"{server}/du-lieu/money.csv")
    assert headers["content-type"].replace(" ", "").lower() == "text/csv;charset=utf-8" and body.startswith(b"\xef\xbb")
    assert ask(f"{server}/du-an/giam-ngheo-1.pdf")[1]["content-type"] == "application/pdf"
    script = next((site / "assets").glob("site.*.js")).name
    assert "immutable" in ask(f"{server}/assets/{script}")[1]["cache-control"]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_breaks_the_policy(nginx: str, window: Window, name: str):
    """Under header and meta policy pages, search, finder and charts work and violate nothing."""
    page = window()
    said: list[str] = []
    with listening(
        page, console=lambda message: said.append(message.text), pageerror=lambda error: said.append(str(error))
    ):
        page.goto(f"{nginx}/{name}")
        page.wait_for_load_state("networkidle")
        if name.startswith("tim-kiem"):
            page.wait_for_selector("#ket-qua > li")
        if name == "ho-tro":
            page.wait_for_selector("form.finder:not([hidden])")
    assert said == []


def test_the_policy_can_fail(nginx: str, window: Window):
    """An inline script that were added would be refused."""
    page = window()
    said: list[str] = []
    added = "() => { const s = document.createElement('script'); s.textContent = '1'; document.body.append(s) }"
    with listening(page, console=lambda message: said.append(message.text)):
        page.goto(f"{nginx}/kinh-phi")
        page.evaluate(added)
    assert any("Content Security Policy" in one for one in said)


def test_a_first_view_is_light(nginx: str, browser: Browser):
    """A project page: at most 30 kB over the wire in at most 4 requests, none to another host."""
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{nginx}/du-an/giam-ngheo-2-1")
    page.wait_for_load_state("networkidle")
    assert len(asked) <= 4 and all(url.startswith(nginx) for url in asked)
    assert sum(sizes) <= 30_000, sizes
    page.close()


def test_lock_files_hold_no_address():
    """Names, versions and hashes: neither a registry nor any other address."""
    for path in (ROOT / "package-lock.json", *(ROOT / "requirements").glob("*.txt")):
        assert "://" not in path.read_text(encoding="utf-8"), path.name


def test_no_page_holds_an_inline_script_or_style_attribute(site: Path):
    """The only inline things are the style sheet, once, and the description for search engines."""
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        scripts = re.findall(r"<script\b([^>]*)>", text)
        assert all("src=" in one or "application/ld+json" in one for one in scripts), path.name
        assert text.count("<style>") == 1 and " style=" not in text, path.name


def test_the_zip_works_from_a_folder(site: Path, browser: Browser, tmp_path: Path):
    """Unpacked, the site opens without a server: pages, search and finder work.

    The folder is named like the site, the files carry the day of the data; two packings are the same bytes.
    """
    zipped = tmp_path / "ke-hoach-thu.zip"
    packed = []
    for _ in range(2):
        done = commanded("offline", "--root", str(tmp_path), "--site", str(site))
        assert done.returncode == 0 and done.stdout.startswith(f"Đã gói: {zipped.name} ("), done.stderr
        assert done.stdout.endswith("Giải nén rồi mở ke-hoach-thu/index.html\n")
        packed.append(zipped.read_bytes())
    assert packed[0] == packed[1]
    with zipfile.ZipFile(zipped) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}  # no history here
        archive.extractall(tmp_path)
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((tmp_path / "ke-hoach-thu/index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("nguoi gia")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/doi-tuong/nguoi-gia.html")
    page.get_by_role("link", name="Tìm hỗ trợ").first.click()
    page.get_by_label("Hộ nghèo", exact=True).check()
    assert "dự án, tiểu dự án khớp" in page.inner_text(".finder-count")
    assert said == []
    page.close()


def test_packing_builds_first_and_says_what_it_made(copy: Path):
    """The site is built anew and packed; two lines are all that is said. Bad data is said instead, and nothing made."""
    command = ("offline", "--root", str(copy))
    data = copy / "data/projects/gn-2.yaml"
    good = data.read_text(encoding="utf-8")
    data.write_text(good.replace("275 triệu", "275 trieu"), encoding="utf-8")
    failed = commanded(*command)
    assert failed.returncode == 1 and "data/projects/gn-2.yaml:" in failed.stderr and "INFO" not in failed.stderr
    assert not list(copy.glob("*.zip"))
    data.write_text(good, encoding="utf-8")
    done = commanded(*command)
    assert done.returncode == 0, done.stderr
    name = "ke-hoach-thu"
    said = rf"[^\n]+…\nĐã gói: {name}\.zip \(\d+,\d MB\), trong thư mục [^\n]+\. Giải nén rồi mở {name}/index\.html\n"
    assert re.fullmatch(said, done.stdout), done.stdout
    with zipfile.ZipFile(copy / f"{name}.zip") as archive:
        assert f"{name}/du-an/giam-ngheo-1.html" in archive.namelist()
