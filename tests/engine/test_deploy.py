"""What a server gets: headers, compressed files, addresses without endings, a ZIP for a USB stick."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import ssl
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import servers
from playwright.sync_api import Browser
from screens import Window, listening
from servers import COPIED, ask, dead_links, final
from support import ROOT, WAIT, commanded

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
    assert ask(f"{server}/du-lieu/dcat.jsonld")[1]["content-type"].startswith("application/ld+json")
    assert ask(f"{server}/du-an/giam-ngheo-1.pdf")[1]["content-type"] == "application/pdf"
    script = next((site / "assets").glob("site.*.js")).name
    assert "immutable" in ask(f"{server}/assets/{script}")[1]["cache-control"]


@pytest.fixture(scope="module", params=[servers.nginx, servers.caddy])
def server(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of each server in turn."""
    with request.param(site, tmp_path_factory.mktemp("server")) as address:
        yield address


def test_every_link_holds_wherever_a_page_is_reached(server: str):
    """A folder without its slash, an address copied with what follows it in a text: all links lead somewhere."""
    for folder in ("/du-an", "/co-quan", "/doi-tuong", "/van-ban", "/huong-dan", "/co-quan,", "/du-an/giam-ngheo-1/"):
        many, dead = dead_links(server + folder)
        assert many > 15 and dead == [], folder


def test_a_copied_address_leads_to_its_page(server: str):
    """With a stop, bracket, quotation mark or slash at its end an address leads to the page, its question kept."""
    for end in COPIED:
        for path, page in (
            ("/du-an/giam-ngheo-1", "/du-an/giam-ngheo-1"),
            ("/kinh-phi", "/kinh-phi"),
            ("/du-lieu", "/du-lieu"),  # a page, and a folder of files
            ("/du-lieu/money.csv", "/du-lieu/money.csv"),
            ("/co-quan", "/co-quan/"),
        ):
            assert final(f"{server}{path}{end}?q=a%20b")[:2] == (200, f"{server}{page}?q=a%20b"), path + end
    for end in (",", ")", ";", "),", "%E2%80%9D"):
        assert final(f"{server}/{end}?q=a%20b")[:2] == (200, f"{server}/?q=a%20b"), end
    assert final(f"{server}/du-an")[1] == f"{server}/du-an/"
    for doubled in ("//du-an/giam-ngheo-1", "/du-an//giam-ngheo-1", "///du-an///giam-ngheo-1", "/du-an//giam-ngheo-1,"):
        assert final(f"{server}{doubled}?q=a%20b")[:2] == (200, f"{server}/du-an/giam-ngheo-1?q=a%20b"), doubled


def test_what_there_is_not_stays_so(server: str):
    """An unknown address, however it ends, gets the page that says so, and leads to no other host."""
    unknown = (
        *("/khong-co", "/khong-co.", "/khong-co/", "/du-an/99,", "/du-an/giam-ngheo-1/a", "//evil.example/,"),
        *("/du-an/giam-ngheo-1%E1%BA%AF", "/du-an/giam-ngheo-1%0d%0aX:1", "/assets", "/assets/", f"/{'a' * 3000}"),
    )
    for path in unknown:
        status, _, text = final(server + path)
        assert status == 404 and "Không có trang này" in text, path


def test_strokes_lead_to_no_other_host_and_into_no_header(server: str):
    """Two strokes beside what ends a line, or what a browser takes for the start of a host: nobody is led on."""
    host, port = server.removeprefix("http://").split(":")
    for path in ("//du-an/x%0d%0aX-Bad:%201", "/\\evil.example//x", "/%5cevil.example//x", "/%09/evil.example//x"):
        with socket.create_connection((host, int(port)), timeout=WAIT) as line:
            line.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
            head = b"".join(iter(lambda line=line: line.recv(1 << 16), b"")).partition(b"\r\n\r\n")[0]
        assert head.startswith((b"HTTP/1.1 404", b"HTTP/1.1 400")), path
        assert b"Location" not in head and b"X-Bad" not in head, path
    assert final(f"{server}//evil.example//x")[1] == f"{server}/evil.example/x"


def test_a_server_does_not_tell_its_version(server: str):
    """Neither with a page nor with the one that says that there is none."""
    for path in ("/", "/khong-co", "/du-an"):
        assert ask(server + path)[1].get("server", "nginx") == "nginx"


def test_the_choices_of_a_server_work(site: Path, tmp_path: Path):
    """What is a comment in deploy/ until somebody wants it: TLS and HTTPS only; Caddy sends brotli where it is put."""
    own, folder = tmp_path / "site", tmp_path / "nginx"
    shutil.copytree(site, own)
    folder.mkdir()
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"),
            *("-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"),
        ],
        check=True,
        capture_output=True,
    )

    def chosen(text: str) -> str:
        text = re.sub(r"# (listen 443 ssl http2;|ssl_certificate|on \"max-age)", r"\1", text)
        text = re.sub(r"/etc/letsencrypt/live/[^/]+", str(folder), text)
        text = text.replace("listen 443", "listen 127.0.0.1:" + str(secure))
        return text.replace("# header Strict", "header Strict")

    secure = servers.free_port()
    with servers.nginx(own, folder, chosen) as address:
        _, headers, _ = ask(f"{address}/kinh-phi")
        assert "strict-transport-security" not in headers
        trust = ssl._create_unverified_context()
        for path in ("/kinh-phi", "/du-an,", "/khong-co", "/du-lieu/money.csv"):
            line = http.client.HTTPSConnection("127.0.0.1", secure, context=trust, timeout=WAIT)
            line.request("GET", path)
            assert line.getresponse().getheader("Strict-Transport-Security") == "max-age=31536000", path
            line.close()
    (own / "kinh-phi.html.br").write_bytes(b"brotli")
    folder = tmp_path / "caddy"
    folder.mkdir()
    with servers.caddy(own, folder, chosen) as address:
        _, headers, body = ask(f"{address}/kinh-phi", **{"Accept-Encoding": "gzip, br"})
        assert (headers["content-encoding"], body) == ("br", b"brotli")
        assert headers["strict-transport-security"] == "max-age=31536000"
        assert ask(f"{address}/thuat-ngu", **{"Accept-Encoding": "gzip, br"})[1]["content-encoding"] == "gzip"


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
