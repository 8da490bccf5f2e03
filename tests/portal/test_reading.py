"""What a plan's open data says is read, held to its form and bounds, and kept as the last good state."""

from __future__ import annotations

import io
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from programme.portal import fetching, state
from programme.portal.listing import Entry
from programme.portal.plan import Figure, Money, Project


def _known(root: Path, *entries: Entry, day: str = "2026-11-30") -> list[state.Known]:
    return state.known(root, entries, day)


def _of(root: Path, name: str) -> Entry:
    return Entry(1, root / name, written=name)


def test_a_plan_is_read_from_its_built_site(tmp_path: Path, make: Any) -> None:
    """Place, years, programme, rows: as the open data says them."""
    make("Hạ")
    (one,) = _known(tmp_path, _of(tmp_path, "Hạ"))
    assert one.plan and one.fault == "" and (one.seen, one.new) == ("2026-11-30", True)
    assert [spot.name for spot in one.plan.spots] == ["xã Hạ", "tỉnh Thử"]
    assert (one.plan.years, one.plan.date, one.plan.number) == (("2026",), "2026-03-01", "27/KH-UBND")
    assert one.plan.projects == (
        Project("3.2", "", "Dự án 3.2", "Cải thiện dinh dưỡng", "Dự án 3.2: Cải thiện dinh dưỡng", "III.2", 387000000,
                "Trạm Y tế", "du-an/3-2"),
    )  # fmt: skip
    assert one.plan.money == (
        Money("3.2", "III.2.d", 387000000, "khoảng", "Ngân sách Trung ương", "Vốn sự nghiệp", "", "Trạm Y tế"),
    )
    assert one.plan.figures == (Figure("Giảm số hộ nghèo", "30", "hộ", "ít nhất", "Hộ nghèo", "", "", "2026", "II.1"),)


def test_a_plan_that_goes_wrong_keeps_its_last_good_state(tmp_path: Path, make: Any) -> None:
    """Gone, spoiled or of another form: the rows that were read stay, the fault is named, the day is that of before."""
    folder = make("Hạ")
    entry = _of(tmp_path, "Hạ")
    _known(tmp_path, entry, day="2026-11-29")
    (folder / "datapackage.json").write_text("{", encoding="utf-8")
    (broken,) = _known(tmp_path, entry)
    assert (broken.fault, broken.why, broken.read) == ("hỏng", "datapackage.json không phải JSON", "2026-11-29")
    assert broken.plan and broken.plan.title == "Kế hoạch của Hạ"
    (folder / "datapackage.json").unlink()
    (gone,) = _known(tmp_path, entry)
    assert (gone.fault, bool(gone.plan)) == ("thiếu", True)
    assert gone.why == "không thấy du-lieu/datapackage.json trong trang đã dựng của thư mục Hạ"
    make("Hạ", version="5e6f7a8b")
    (back,) = _known(tmp_path, entry, day="2026-12-01")
    assert (back.fault, back.seen, back.new) == ("", "2026-12-01", False)


def test_a_state_that_was_spoiled_counts_as_none(tmp_path: Path, make: Any) -> None:
    """What stands in the portal's own folder is held to its hash."""
    folder = make("Hạ")
    _known(tmp_path, _of(tmp_path, "Hạ"))
    (file,) = (tmp_path / ".portal").iterdir()
    file.write_text(file.read_text(encoding="utf-8").replace("dinh dưỡng", "dinh duong"), encoding="utf-8")
    (folder / "datapackage.json").unlink()
    (one,) = _known(tmp_path, _of(tmp_path, "Hạ"))
    assert one.plan is None and one.fault == "thiếu"


@pytest.mark.parametrize(
    ("about", "tables", "fault", "why"),
    [
        ({"form": 2}, {}, "khác dạng", "dữ liệu mở theo dạng 2, cổng này đọc dạng 1"),
        ({"places": []}, {}, "hỏng", "mục places không nói nơi của Kế hoạch"),
        ({"period": {"start": "2026", "end": "2025"}}, {}, "hỏng", "mục period ghi 2026 đến 2025"),
        ({"title": "a\u202eb"}, {}, "hỏng", "mục title có ký tự không nhìn thấy"),
        ({"title": "x" * 2001}, {}, "hỏng", "mục title không phải đoạn chữ, hoặc dài quá 2000 chữ"),
        ({}, {"bodies": ["A,,javascript:alert(1)"]}, "hỏng", "bodies.csv: page ghi là “javascript:alert(1)”"),
        ({}, {"bodies": ["A,,../../x"]}, "hỏng", "bodies.csv: page ghi là “../../x”"),
        ({}, {"figures": ['A,1,hộ,,,,,,"I"">"']}, "hỏng", "figures.csv: clause ghi là “I\">”"),
        ({}, {"money": ["3.2,I,-5,,,,,"]}, "hỏng", "money.csv: amount ghi là “-5”"),
        ({}, {"bodies": ["A,B"]}, "hỏng", "bodies.csv có dòng thiếu hay thừa ô, hoặc quá 20000 dòng"),
    ],
)  # fmt: skip
def test_what_is_not_of_the_form_is_refused(
    tmp_path: Path, make: Any, about: dict[str, Any], tables: dict[str, list[str]], fault: str, why: str
) -> None:
    """Each with a reason that a person can act on; nothing of it is shown."""
    make("Hạ", tables, **about)
    (one,) = _known(tmp_path, _of(tmp_path, "Hạ"))
    assert (one.plan, one.fault, one.why) == (None, fault, why)


def test_a_table_is_held_to_the_hash_of_the_package(tmp_path: Path, make: Any) -> None:
    """A site that is just being replaced is not read half."""
    folder = make("Hạ")
    with (folder / "money.csv").open("a", encoding="utf-8") as file:
        file.write("3.2,I,5,,,,,\r\n")
    (one,) = _known(tmp_path, _of(tmp_path, "Hạ"))
    said = "money.csv không phải tệp mà datapackage.json mô tả (có khi trang đang được thay)"
    assert (one.fault, one.why) == ("hỏng", said)


def test_open_data_of_an_older_engine_is_said_to_be_that(tmp_path: Path, make: Any) -> None:
    """A package that does not say which plan it is of is no broken one."""
    file = make("Hạ") / "datapackage.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    del package["plan"]
    file.write_text(json.dumps(package), encoding="utf-8")
    (one,) = _known(tmp_path, _of(tmp_path, "Hạ"))
    assert one.fault == "khác dạng" and one.why.startswith("dữ liệu mở theo dạng cũ")


# -- from an address ----------------------------------------------------------


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """A server of the sites in `tmp_path`; what stands in `odd` is answered by that function instead."""
    odd: dict[str, Any] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path in odd:
                return odd[self.path](self)
            file = tmp_path / self.path.lstrip("/")
            self.send_response(200 if file.is_file() else 404)
            self.end_headers()
            self.wfile.write(file.read_bytes() if file.is_file() else b"")

        def log_message(self, *said: Any) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/", odd
    running.shutdown()
    running.server_close()


def _redirect(to: str) -> Any:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", to)
        handler.end_headers()

    return answer


def test_a_plan_is_read_from_an_address(tmp_path: Path, make: Any, server: tuple[str, dict[str, Any]]) -> None:
    """Also where the address leads on within its host."""
    make("ha")
    address, odd = server
    odd["/cu/du-lieu/datapackage.json"] = _redirect("/ha/site/du-lieu/datapackage.json")
    first, second = _known(tmp_path, Entry(1, address=f"{address}ha/site/"), Entry(2, address=f"{address}cu/"))
    assert first.plan and first.plan.title == "Kế hoạch của ha"
    assert second.why == "máy chủ trả lời 404 khi hỏi du-lieu/projects.csv"


@pytest.mark.parametrize(
    ("secure", "to", "follows"),
    [
        (False, "https://a.example/y", True),
        (False, "https://b.example/y", False),
        (True, "https://b.example/y", True),
        (True, "http://b.example/y", False),
        (True, "file:///etc/hostname", False),
    ],
)
def test_only_what_is_held_to_a_hash_may_come_from_another_host(secure: bool, to: str, follows: bool) -> None:
    """And from there by HTTPS alone."""
    asked = urllib.request.Request("https://a.example/x")
    leads = fetching._WithinHost(secure=secure)
    try:
        led = leads.redirect_request(asked, io.BytesIO(), 302, "", Message(), to)
    except urllib.error.HTTPError:
        led = None
    assert bool(led) == follows


def test_an_address_is_bounded_in_size_time_and_host(
    tmp_path: Path, make: Any, server: tuple[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too large, too slow, cut, led to another host or to a file, nothing there: each is said, and none waited for."""
    address, odd = server

    def slow(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        with suppress(OSError):  # the reader goes away
            for _ in range(600):
                handler.wfile.write(b" ")
                threading.Event().wait(0.05)

    def large(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(b" " * 2000)

    def cut(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "50")
        handler.end_headers()
        handler.wfile.write(b"{")

    monkeypatch.setattr(fetching, "LARGEST", 1000)
    monkeypatch.setattr(fetching, "WHOLE", 3)
    answers = {"slow": slow, "large": large, "cut": cut, "away": _redirect("http://localhost/x")}
    answers |= {"file": _redirect("file:///etc/hostname")}
    odd |= {f"/{name}/du-lieu/datapackage.json": answer for name, answer in answers.items()}
    found = _known(tmp_path, *(Entry(1, address=f"{address}{name}/") for name in answers))
    found += _known(tmp_path, Entry(1, address="http://127.0.0.1:9/"))
    assert [one.why for one in found] == [
        "du-lieu/datapackage.json tải quá 3 giây",
        "du-lieu/datapackage.json lớn quá 0 MB",
        "du-lieu/datapackage.json mới tải được một phần",
        "máy chủ trả lời 302 khi hỏi du-lieu/datapackage.json",
        "máy chủ trả lời 302 khi hỏi du-lieu/datapackage.json",
        "địa chỉ không trả lời",
    ]
