"""A portal writes what a change touches and nothing else, and is the same as one that is built from nothing."""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from support import contents

from programme.portal import joined
from programme.portal.build import assets

MONEY = ["3.2,III.2.d,400000000,,Ngân sách Trung ương,,,"]


def _plain(names: list[str]) -> list[str]:
    """Names of pages without their hashes."""
    return sorted(re.sub(r"-[0-9a-f]{4}\.html$", ".html", name) for name in names if name.endswith(".html"))


def test_where_nothing_changed_nothing_is_written(make: Any, portal: Any) -> None:
    make("An")
    first = portal.build("An")
    assert len(first.written) == first.files
    again = portal.build("An", day="2026-12-24")
    assert (again.written, again.removed, again.files) == ([], [], first.files)


def test_a_changed_plan_writes_the_pages_that_it_touches(make: Any, portal: Any) -> None:
    """Its place, its year, programme and codes, the search of its place, what holds all; no page of another place."""
    make("An")
    make("Bình", programmes=[{"id": "x", "name": "Chương trình khác"}], period={"start": "2030", "end": "2030"})
    portal.build("An", "Bình")
    make("An", {"money": MONEY}, version="22222222")
    done = portal.build("An", "Bình", day="2026-12-01")
    assert _plain(done.written) == [
        "chuong-trinh/chuong-trinh-giam-ngheo.html", "dia-ban/xa-an-tinh-thu.html",
        "du-an/3-2-chuong-trinh-giam-ngheo.html", "index.html", "nam/2026.html", "tinh-trang.html",
    ]  # fmt: skip
    assert {one.split("/")[0] for one in done.written if not one.endswith("html")} == {"assets", "du-lieu", "moi.xml"}
    assert [one[:28] for one in done.written if one.startswith("assets")] == ["assets/tim-kiem/o-xa-an-tinh"]


def _same_as_from_nothing(portal: Any, tmp_path: Path, *plans: str, day: str) -> None:
    """The site in place is that of a folder where only the state of the plans is known."""
    there = contents(portal.site)
    shutil.rmtree(portal.site)
    (portal.root / ".portal/pages.json").unlink()
    portal.build(*plans, day=day)
    assert contents(portal.site) == there


def test_the_bytes_are_those_of_a_build_from_nothing(make: Any, portal: Any, tmp_path: Path) -> None:
    """After a plan came, changed, broke and went."""
    folder = make("An")
    make("Bình")
    portal.build("An")
    portal.build("An", "Bình")
    _same_as_from_nothing(portal, tmp_path, "An", "Bình", day="2026-11-30")
    make("An", {"money": MONEY}, version="22222222")
    portal.build("An", "Bình", day="2026-12-01")
    _same_as_from_nothing(portal, tmp_path, "An", "Bình", day="2026-12-01")
    (folder / "datapackage.json").unlink()
    portal.build("An", "Bình", day="2026-12-02")
    _same_as_from_nothing(portal, tmp_path, "An", "Bình", day="2026-12-02")
    done = portal.build("Bình", day="2026-12-03")
    assert [one[:15] for one in done.removed if one.startswith("dia-ban")] == ["dia-ban/xa-an-t"]
    _same_as_from_nothing(portal, tmp_path, "Bình", day="2026-12-03")


def test_each_text_has_a_compressed_copy(make: Any, portal: Any) -> None:
    """As beside those of a plan's site; it goes with the text, and one that is gone comes back."""
    make("An")
    make("Bình")
    portal.build("An", "Bình")
    files = contents(portal.site)
    assert {name for name in files if f"{name}.gz" not in files and not name.endswith(".gz")} == {"assets/mark.png"}
    assert all(files[name.removesuffix(".gz")] == gzip.decompress(files[name]) for name in files if name[-3:] == ".gz")
    (portal.site / "index.html.gz").unlink()
    assert portal.build("An", "Bình").written == ["index.html"] and contents(portal.site) == files
    portal.build("An")
    assert not [name for name in contents(portal.site) if "xa-binh" in name]


def test_a_table_of_many_plans_is_made_anew_in_the_block_that_changed(
    make: Any, portal: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest is taken from the table and its copy as they are."""
    monkeypatch.setattr(joined, "_MANY", 1)  # a block for each
    names = ("An", "Bình", "Cẩm", "Đông")
    for name in names:
        make(name)
    portal.build(*names)
    made: list[bytes] = []
    new = joined._new
    monkeypatch.setattr(joined, "_new", lambda plain: made.append(plain) or new(plain))
    make("Bình", {"money": MONEY}, version="22222222")
    portal.build(*names, day="2026-12-01")
    assert [name for name in names if any(f"xã {name}".encode() in text for text in made)] == ["Bình"]
    assert len([text for text in made if b"400000000" in text]) == 2
    for ending in ("csv", "json"):
        table = portal.site / f"du-lieu/kinh-phi.{ending}"
        assert gzip.decompress(Path(f"{table}.gz").read_bytes()) == table.read_bytes()


def test_the_portal_changes_in_one_step(make: Any, portal: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a page cannot be made, the old portal stays as it was, whole, and nothing lies beside it."""
    make("An")
    portal.build("An")
    before, folder = contents(portal.site), (portal.site / "index.html").stat().st_ino
    make("An", {"money": MONEY}, version="22222222")
    with monkeypatch.context() as full:
        full.setattr("programme.portal.catalogue.feed", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(OSError):
            portal.build("An", day="2026-12-01")
    assert contents(portal.site) == before and not list(portal.root.glob(".build-*"))
    assert (portal.site / "index.html").stat().st_ino == folder
    portal.build("An", day="2026-12-01")
    assert b"400000000" in (portal.site / "du-lieu/kinh-phi.csv").read_bytes()


def test_a_file_that_stays_is_not_written_again(make: Any, portal: Any) -> None:
    """It is the same file in the old folder and in the new one, which is another."""
    make("An")
    portal.build("An")
    style, site = portal.site / assets().style, portal.site.stat().st_ino
    was = style.stat()
    make("An", {"money": MONEY}, version="22222222")
    portal.build("An", day="2026-12-01")
    now = style.stat()
    assert (now.st_ino, now.st_mtime_ns, now.st_nlink) == (was.st_ino, was.st_mtime_ns, 1)
    assert portal.site.stat().st_ino != site


def test_what_is_not_the_portals_is_not_removed(make: Any, portal: Any, capsys: Any) -> None:
    """A folder with something else in it is left as it is, and named: also where a plan's site lies in it."""
    from programme.commands import main

    make("An")
    portal.build("An")
    (portal.site / "xa-khac").mkdir()
    before = contents(portal.site)
    make("An", {"money": MONEY}, version="22222222")
    assert main(["portal", str(portal.root)]) == 1
    assert f"Trong {portal.site} có xa-khac không phải của cổng." in capsys.readouterr().err
    assert contents(portal.site) == before


def test_a_file_that_another_hand_changed_is_written_again(make: Any, portal: Any) -> None:
    """Also where it has the same size; one that is gone comes back."""
    make("An")
    portal.build("An")
    before = contents(portal.site)
    page = portal.site / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Kế hoạch", "Kê hoạch"), encoding="utf-8")
    (portal.site / "nam/2026.html").unlink()
    done = portal.build("An")
    assert sorted(done.written) == ["index.html", "nam/2026.html"] and contents(portal.site) == before


def test_the_command_names_what_it_could_not_read(make: Any, portal: Any, capsys: Any) -> None:
    """With the line of the list, and goes on; a list with a fault is refused with its line."""
    from programme.commands import main

    make("An")
    portal.build("An", "khong-co")
    assert main(["portal", str(portal.root)]) == 0
    said = capsys.readouterr().out
    assert "portal.yaml:4: khong-co: thiếu: không thấy du-lieu/datapackage.json" in said
    assert "Cổng có 1 trong 2 Kế hoạch" in said
    (portal.root / "portal.yaml").write_text("title: x\nplan: []\n", encoding="utf-8")
    assert main(["portal", str(portal.root)]) == 1
    assert "portal.yaml:2: Trong portal không có khóa" in capsys.readouterr().err
