"""What the editor writes into `mkdocs.yml`: those lines and no others."""

from __future__ import annotations

from pathlib import Path

from programme.editor.desk import Desk, Outcome
from programme.editor.keeping.site_settings import publishing, renamed


def called(desk: Desk, name: str) -> Outcome:
    one = next(one for one in desk.page("so/plan").blocks if one.kind == "Plan")
    asked = {"op": "set", "file": one.file, "way": [*one.way], "seen": one.seen, "page": "so/plan"}
    return desk.do({**asked, "given": {"sets": {"short_title": name}}})


def test_a_site_that_is_called_like_its_plan_follows_it(desk: Desk, root: Path):
    """Header, tabs and footer take the name from there; one step, taken back as one."""
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    before = text.replace(
        "site_name: Kế hoạch xã Vạn Xuân (hư cấu)",
        "site_name: Kế hoạch giảm nghèo năm 2026 của xã Vạn Xuân (hư cấu)  ",
    )
    assert before != text
    settings.write_text(before, encoding="utf-8")
    assert called(desk, "Giảm nghèo: xã Vạn Xuân 2026").said == "Đã ghi: sửa “Giảm nghèo: xã Vạn Xuân 2026”."
    assert '\nsite_name: "Giảm nghèo: xã Vạn Xuân 2026"\n' in settings.read_text(encoding="utf-8")
    assert desk.back().done
    assert settings.read_text(encoding="utf-8") == before


def test_a_site_with_a_name_of_its_own_keeps_it_and_that_is_said(desk: Desk, root: Path):
    """Nobody wonders why the head of the page does not change."""
    before = (root / "mkdocs.yml").read_bytes()
    assert called(desk, "Giảm nghèo xã Vạn Xuân 2026").said == (
        "Đã ghi: sửa “Giảm nghèo xã Vạn Xuân 2026”. Tên ở đầu trang và trên thẻ trình duyệt vẫn là “Kế hoạch xã Vạn "
        "Xuân (hư cấu)”: tên ấy đặt riêng ở site_name trong mkdocs.yml."
    )
    assert (root / "mkdocs.yml").read_bytes() == before


def test_what_tells_of_the_site_follows_too():
    """Its description holds the name; a name that a variable gives stays."""
    text = "site_name: 'Kế hoạch A'\nsite_description: Tra cứu Kế hoạch A, xã B # lời\nnav:\n  - site_name: Kế hoạch A"
    assert renamed(text, "Kế hoạch A", "Kế hoạch: C") == (
        'site_name: "Kế hoạch: C"\nsite_description: "Tra cứu Kế hoạch: C, xã B"\nnav:\n  - site_name: Kế hoạch A'
    )
    assert renamed("site_name: !ENV [TÊN, A]\n", "A", "B") == "site_name: !ENV [TÊN, A]\n"


def test_where_to_publish_stands_once_in_the_settings():
    """In the settings there are, or in new ones."""
    assert publishing("a: 1\nextra:\n  x: 2\n", "/srv/b") == "a: 1\nextra:\n  publish_to: /srv/b\n  x: 2\n"
    assert publishing("extra:\n  publish_to: /a # cũ\n", "/srv/b") == "extra:\n  publish_to: /srv/b\n"
