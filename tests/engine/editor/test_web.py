"""The editor over HTTP: for this machine and its own pages alone, and nothing but the plan's data within reach."""

from __future__ import annotations

import gzip
import http.client
import json
import re
from collections.abc import Iterator

import pytest
from editing import edited
from support import PLANS, copied

from programme.commands.desk import Editor
from programme.editor.answer import HERE

VAN_XUAN = next(one for one in PLANS if one.name == "van-xuan")
PAGE = "/__edit/du-an/ct-tinh-gn-01"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Editor]]:
    with edited(copied(tmp_path_factory.mktemp("edited") / "plan", VAN_XUAN)) as there:
        yield there


def ask(served: tuple[str, Editor], path: str, method: str = "GET", body: str | None = None, **headers: str):
    host = served[0].removeprefix("http://")
    connection = http.client.HTTPConnection(host)
    sent = {"Host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    connection.request(method, path, body, sent)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer, text


def token(served: tuple[str, Editor]) -> str:
    return re.search(r'data-token="([^"]+)"', ask(served, PAGE)[1])[1]


def test_a_change_needs_the_token_of_the_page(served: tuple[str, Editor]):
    """Without it, with another one, from another site, by another name: refused, in Vietnamese, nothing is done."""
    own = served[0]
    right = token(served)
    assert ask(served, "/__editor/do", "POST", "{}")[0].status == 403
    answer, text = ask(served, "/__editor/do", "POST", "{}", X_Token="x" * 32)
    assert (answer.status, json.loads(text)["said"]) == (403, "Máy chủ đã được mở lại; tải lại trang này rồi làm tiếp.")
    assert ask(served, "/__editor/do", "POST", "{}", X_Token=right, Origin="https://evil.example")[0].status == 403
    assert ask(served, "/__editor/do", "POST", "{}", X_Token=right, Origin="null")[0].status == 403
    assert ask(served, "/__editor/do", "POST", "{}", X_Token=right, Sec_Fetch_Site="cross-site")[0].status == 403
    assert ask(served, "/__editor/do", "POST", "{}", X_Token=right, Host="evil.example")[0].status == 421
    assert ask(served, PAGE, Host="evil.example")[0].status == 421
    assert ask(served, "/__editor/do", "POST", "{}", X_Token=right, Origin=own)[0].status == 200
    assert served[1].web().desk.steps.last() is None


@pytest.mark.parametrize(
    "body", ["", "[]", "{", "null", '{"op": 3}', '{"op": "set", "way": 5}', "\x00", '{"op": "new"}']
)
def test_a_broken_request_is_answered_in_words(served: tuple[str, Editor], body: str):
    """Never a traceback, never a change."""
    answer, text = ask(served, "/__editor/do", "POST", body, X_Token=token(served))
    assert answer.status in (200, 400)
    assert not json.loads(text).get("done")
    assert served[1].web().desk.steps.last() is None


@pytest.mark.parametrize(
    "path",
    ["/__editor/../web.py", "/__editor/web.py", "/__editor/%2e%2e/web.py", "/__editor/scripts/main.js", "/__editor/",
     "/__editor/..%2fdesk.py", "/__edit/../../etc/passwd", "/__edit/nope/x"],
)  # fmt: skip
def test_nothing_else_of_the_disk_can_be_asked_for(served: tuple[str, Editor], path: str):
    """Scripts and the style by their names; no other file."""
    answer, text = ask(served, path)
    assert answer.status in (400, 404)
    assert "import" not in text


def test_pages_have_a_strict_policy(served: tuple[str, Editor]):
    """No script, style or request of others, in no frame; scripts are files, and nothing inline is left."""
    answer, text = ask(served, PAGE)
    policy = answer.getheader("Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<script(?! type=\"module\" src)|<style| style=| on\w+=", text)


def test_the_scripts_are_light(served: tuple[str, Editor]):
    """At most 40 kB of scripts, each packed by gzip."""
    scripts = list((HERE / "scripts").glob("*.js"))
    assert 5_000 < sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in scripts) < 40_000


def test_a_sentence_with_markup_is_text(served: tuple[str, Editor]):
    """What was typed is never markup, in the text of the page and in what scripts read of it."""
    desk = served[1].web().desk
    one = next(one for one in desk.page("toan-van").blocks if one.what == "sentence" and isinstance(one.value, str))
    words = "<img src=x onerror=alert(1)>\"'</script>"
    asked = {"op": "words", "file": one.file, "way": [*one.way], "seen": one.seen, "page": "toan-van", "force": True}
    asked["given"] = {"text": f"{one.value} {words}"}
    _, text = ask(served, "/__editor/do", "POST", json.dumps(asked), X_Token=token(served))
    told = json.loads(text)
    assert told["done"]
    assert "<img" not in told["main"]
    assert "&lt;img src=x onerror=alert(1)&gt;" in told["main"]
    assert desk.back().done


def test_the_published_site_knows_nothing_of_the_editor():
    """No template, style or script of the site names it."""
    frame = [path for path in (HERE.parent / "frame").rglob("*") if path.suffix in (".html", ".js", ".css")]
    render = list((HERE.parent / "render/templates").iterdir())
    assert not [path for path in (*frame, *render) if re.search(r"__edit", path.read_text(encoding="utf-8"))]


def test_the_scripts_of_the_editor_are_light():
    """As they are sent, each by itself: 40,000 bytes at most."""
    sent = [gzip.compress(path.read_bytes(), 9) for path in (HERE / "scripts").glob("*.js")]
    assert len(sent) >= 20 and 30_000 < sum(map(len, sent)) <= 40_000
