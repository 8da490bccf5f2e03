"""`make serve`: each request is answered as on a web server, an odd one refused; one server, from start to end."""

from __future__ import annotations

import signal
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, expect
from servers import COPIED, dead_links, final
from serving import Served
from support import SECOND, WAIT

from programme.pages import page_files, released


@pytest.fixture(scope="module")
def served_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site of the made-up plan, served: the first test that asks for it comes before it is built."""
    served = Served(SECOND, tmp_path_factory.mktemp("served") / "work")
    yield served
    served.close()


def test_before_the_first_build_the_page_says_to_wait(served_once: Served, browser: Browser):
    """Opened during the first build, a page asks for patience, speaks of no fault, and then shows the site."""
    page = browser.new_page()
    page.goto(served_once.address)
    expect(page.locator("body")).to_contain_text("Đang dựng trang lần đầu, chờ vài giây…")
    expect(page.locator("body")).not_to_contain_text("Sửa lỗi")
    expect(page.locator("article h1")).to_be_visible()
    page.close()


def test_every_address_is_answered(served_once: Served, programme):
    """Each address to be published and each page of the whole plan gives its page, as on the web server.

    The plan is a folder with `data/`, `docs/` and `mkdocs.yml`: templates and code are the engine's.
    """
    assert "Đã dựng xong lần 1" in served_once.line()
    wanted = {
        *released.addresses(programme),
        *page_files.overviews(programme),
        "du-an/index",
        "huong-dan/index",
    }
    assert {"du-lieu", "du-an", "index"} <= wanted
    wrong = []
    for address in sorted(wanted):
        try:
            with urllib.request.urlopen(f"{served_once.address}/{address}") as answer:
                text = answer.read().decode()
        except urllib.error.HTTPError as error:
            text = str(error)
        if "<article>" not in text:
            wrong.append((address, text[:80]))
    assert wrong == []
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{served_once.address}/khong-co")


def raw(served: Served, request: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (names in lower case, without the time) and body of what is answered to these very lines."""
    host, _, port = served.address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=WAIT) as line:
        line.sendall(request.encode().replace(b"\n", b"\r\n") + b"\r\n")
        answer = b"".join(iter(partial(line.recv, 65_536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    headers.pop("date")
    return int(first.split()[1]), headers, body


@pytest.mark.parametrize("path", ["/", "/du-an/giam-ngheo-1", "/__changes?/", "/__reload.js", "/du-lieu/money.csv"])
def test_only_its_own_names_are_answered(served_once: Served, path: str):
    """A page on the web that gives its name our address reads no draft; what a browser here calls the server does."""
    for host in ("evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "0.0.0.0"):
        status, _, body = raw(served_once, f"GET {path} HTTP/1.1\nHost: {host}\n")
        assert status == 421 and "Bản xem thử chỉ mở được trên máy này" in body.decode(), host
    for lines in ("", "Host: localhost\nHost: evil.example\n", "Host: [\n", "Host:\n"):
        assert raw(served_once, f"GET {path} HTTP/1.1\n{lines}")[0] in (400, 421), lines
    for host in ("localhost", "LOCALHOST:8000", "127.0.0.1:9", "[::1]:8000"):
        assert raw(served_once, f"HEAD {path} HTTP/1.1\nHost: {host}\n")[0] == 200, host


def test_an_odd_request_is_refused_without_a_traceback(served_once: Served):
    """Paths that are too long, lead upwards or hold what no file's name can: 4xx, and nothing is printed."""
    for path, status in (
        (f"/{'a' * 3_000}", 414),
        (f"/{'a' * 250}", 414),
        ("/" + "a/" * 1_500, 414),
        (f"/__preview/{'%E1%BA%AF' * 100}", 414),
        (f"/__changes?/{'a' * 70_000}", 414),
        ("/../data/plan.yaml", 400),
        ("/..", 400),
        ("/%2e%2e/data", 400),
        ("/du-an/..%2f..%2fdata", 400),
        ("/a%00b", 400),
        ("/a%0d%0aX:1", 400),
        ("http://evil.example/", 400),
        ("/khong-co", 404),
        ("/__preview/khong-co", 404),
    ):
        assert raw(served_once, f"GET {path} HTTP/1.1\nHost: localhost\n")[0] == status, path[:40]
    assert served_once.printed() == []


def test_only_the_head_is_the_same_head(served_once: Served):
    """HEAD gives what GET gives but the body: of a page, a folder, a file, one that is not there."""
    for path in ("/", "/du-an/giam-ngheo-1", "/du-an", "/kinh-phi.", "/du-lieu/money.csv", "/khong-co", "/__reload.js",
                 "/..", "/__preview/x"):  # fmt: skip
        asked = f" {path} HTTP/1.1\nHost: localhost\n"
        status, headers, body = raw(served_once, "GET" + asked)
        assert raw(served_once, "HEAD" + asked) == (status, headers, b""), path
        assert int(headers["content-length"]) == len(body), path


def test_a_copied_address_leads_to_its_page_as_on_the_web_server(served_once: Served):
    """A folder without its slash, an address with what follows it in a text: to the page, where every link holds."""
    server = served_once.address
    for folder in ("/du-an", "/co-quan", "/huong-dan", "/co-quan,", "/du-an/giam-ngheo-1/"):
        many, dead = dead_links(server + folder)
        assert many > 15 and dead == [], folder
    for end in COPIED:
        for path, page in (("/du-an/giam-ngheo-1", "/du-an/giam-ngheo-1"), ("/du-lieu", "/du-lieu"),
                           ("/du-lieu/money.csv", "/du-lieu/money.csv"), ("/co-quan", "/co-quan/")):  # fmt: skip
            assert final(f"{server}{path}{end}?q=a%20b")[:2] == (200, f"{server}{page}?q=a%20b"), path + end
    assert final(f"{server}//kinh-phi?q=1")[:2] == (200, f"{server}/kinh-phi?q=1")
    assert final(f"{server}//du-an///giam-ngheo-1?q=1")[:2] == (200, f"{server}/du-an/giam-ngheo-1?q=1")
    assert final(f"{server}/%5cevil.example//x")[0] == 404
    for path in ("/khong-co.", "/khong-co/", "//evil.example/,", "/du-an/giam-ngheo-1%E1%BA%AF"):
        status, _, text = final(server + path)
        assert status == 404 and "Không có trang này" in text, path


def test_nothing_is_left_behind(served_once: Served):
    """Ended by a signal, even when it comes twice or the window is closed, the server takes its builds with it."""
    assert served_once.builds()
    served_once.close(signal.SIGHUP, signal.SIGTERM, signal.SIGTERM)
    assert list(served_once.work.glob("site-*")) == []
