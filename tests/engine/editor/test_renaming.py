"""A mended name takes the address of its page along, as long as nobody can know the address."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml
from editing import ask

from programme.editor.changes import renaming
from programme.editor.desk import Desk
from programme.editor.view import blocks
from programme.history import published


def git(root: Path, *command: str) -> None:
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@x.example", *command], cwd=root, check=True)


@pytest.fixture
def draft(desk: Desk, root: Path) -> Desk:
    """A plan that was read from a document and never published."""
    (root / "import").mkdir()
    (root / "import/doubts.txt").write_text("", encoding="utf-8")
    (root / "released.txt").unlink(missing_ok=True)
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        git(root, *command)
    return desk


def body(desk: Desk) -> blocks.Block:
    """One that is named in the plan, whose address is made of its name."""
    return next(one for one in desk.page("so/agencies").blocks if one.value["id"] == "hoi-nong-dan")


@pytest.mark.parametrize(
    ("id", "old", "new", "now"),
    [
        ("tram-cap", "Trạm Cấp", "Trạm Cấp nước Vạn Xuân", "tram-cap-nuoc-van-xuan"),
        ("phong-kinh-te", "Phòng Kinh tế xã", "Phòng Kinh tế và Đầu tư xã", "phong-kinh-te-va-dau-tu"),
        ("phong-kinh-te", "Phòng Kinh tế xã", "Phòng Kinh tế", "phong-kinh-te"),
        ("mttq", "Ủy ban Mặt trận Tổ quốc", "Mặt trận Tổ quốc", "mttq"),
    ],
)
def test_an_address_is_made_of_the_new_name_as_it_was_of_the_old(id: str, old: str, new: str, now: str):
    """What was left out of it is left out again; one that was given by hand stays."""
    assert renaming._followed(id, old, new) == now


def test_the_address_follows_the_name_before_it_is_public(draft: Desk, root: Path):
    """All that names it follows, its page too; a step back is as before."""
    one = body(draft)
    outcome = ask(draft, one, "set", sets={"name": "Hội Nông dân Việt Nam"})
    assert outcome.said == (
        "Đã ghi: sửa “Hội Nông dân Việt Nam”. Địa chỉ /co-quan/hoi-nong-dan nay là /co-quan/hoi-nong-dan-viet-nam."
    ), outcome
    texts = [path.read_text(encoding="utf-8") for path in root.glob("data/**/*.yaml")]
    assert not any("hoi-nong-dan\n" in text or "hoi-nong-dan]" in text or "hoi-nong-dan," in text for text in texts)
    assert not (root / "docs/co-quan/hoi-nong-dan.md").exists()
    assert (root / "docs/co-quan/hoi-nong-dan-viet-nam.md").is_file()
    agencies = yaml.safe_load((root / "data/agencies.yaml").read_text(encoding="utf-8"))
    assert agencies[one.way[0]]["id"] == "hoi-nong-dan-viet-nam"
    assert draft.look().seen.programme and draft.back().done
    assert (root / "docs/co-quan/hoi-nong-dan.md").is_file() and body(draft)


@pytest.mark.parametrize("how", ["released", "published", "by hand", "typed"])
def test_an_address_that_somebody_may_know_stays(draft: Desk, root: Path, how: str):
    """It is in the list of published ones, the site was published, the page has a note, or no draft was read."""
    if how == "released":
        (root / "released.txt").write_text("co-quan/hoi-nong-dan\n", encoding="utf-8")
    elif how == "published":
        published.mark(root)
    elif how == "by hand":
        with (root / "docs/co-quan/hoi-nong-dan.md").open("a", encoding="utf-8") as page:
            page.write("\nGhi chú.\n")
    else:
        (root / "import/doubts.txt").unlink()
        (root / "import").rmdir()
    assert ask(draft, body(draft), "set", sets={"name": "Hội Nông dân Việt Nam"}).done
    assert body(draft).value["name"] == "Hội Nông dân Việt Nam"
