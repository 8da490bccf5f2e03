"""Publishing and going back, by the editor's buttons."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
from support import SECOND, copied

from programme.commands import publish
from programme.commands.desk import Editor
from programme.editor.actions import ActionError
from programme.editor.desk import Desk
from programme.editor.keeping import site_settings
from programme.editor.telling.said import of_command


@pytest.fixture
def desk(tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A plan whose settings name where it is published; its site is built already."""
    root = copied(tmp_path / "plan", SECOND)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert "\nextra:" not in settings
    (root / "mkdocs.yml").write_text(f"{settings}\nextra:\n  publish_to: {tmp_path / 'public'}\n", encoding="utf-8")
    monkeypatch.setattr(publish, "build", lambda root, target: shutil.copytree(site, target, dirs_exist_ok=True))
    monkeypatch.setattr(publish, "verify", SimpleNamespace(problems=lambda programme, built: []))
    return Editor(root).web().desk


def test_the_site_is_published_and_the_one_before_comes_back(desk: Desk):
    """Twice out, once back; what is told names buttons, no commands and no folders."""
    goal = desk.root.parent / "public"
    said = desk.publish()
    assert said[-1].startswith("Xong. Trang nay là bản 000001-")
    assert (goal / "site/index.html").is_file()
    said = desk.publish()
    assert said[-1] == "Nếu có gì sai: bấm Lưu…, rồi Quay về bản phát hành trước."
    assert publish.current(goal).name.startswith("000002-")
    assert desk.unpublish()[-1].startswith("Xong. Trang nay là bản 000001-")
    assert publish.current(goal).name.startswith("000001-")
    assert not [line for line in said if "DEST" in line or str(goal) in line or "gõ" in line]


def test_what_keeps_a_site_from_readers_is_told(desk: Desk):
    """There is no older one: that is said, and the site stays."""
    desk.publish()
    with pytest.raises(ActionError, match="Không còn bản cũ hơn để quay về"):
        desk.unpublish()
    assert (desk.root.parent / "public/site/index.html").is_file()


def test_the_place_to_publish_to_is_named_in_the_editor(desk: Desk, tmp_path: Path):
    """Without one the button for it is offered; what is written is a step; a folder of the plan is none."""
    settings = desk.root / "mkdocs.yml"
    before = settings.read_text(encoding="utf-8").partition("\nextra:")[0]
    settings.write_text(before, encoding="utf-8")
    assert not desk.place().folder
    with pytest.raises(ActionError, match="Chưa có nơi phát hành"):
        desk.publish()
    assert desk.publish_to("cong-khai", "").said == (
        "Ghi cả đường dẫn của thư mục, ví dụ: /srv/giam-ngheo, hoặc D:\\trang-giam-ngheo."
    )
    inside = desk.publish_to(str(desk.root / "site"), "")
    assert inside.said == "Chọn một thư mục ở ngoài thư mục của Kế hoạch."
    goal = tmp_path / "công khai: #1"
    assert desk.publish_to(f" {goal} ", "").said == f"Nơi phát hành: {goal}. Địa chỉ: chưa có."
    assert settings.read_text(encoding="utf-8") == f'{before.rstrip()}\n\nextra:\n  publish_to: "{goal}"\n'
    assert not desk.place().may_go_back
    assert desk.publish()[-1].startswith("Xong. Trang nay là bản 000001-")
    assert (goal / "site/index.html").is_file()
    assert desk.back().done
    assert settings.read_text(encoding="utf-8") == before


def test_the_address_is_asked_for_with_the_place_and_stays(desk: Desk, tmp_path: Path):
    """It is written where builds look for one; what is no address is refused, and what was typed bare is made whole."""
    settings = desk.root / "mkdocs.yml"
    before = settings.read_text(encoding="utf-8")
    goal = str(tmp_path / "public")
    for typed in ("xã a", "giam-ngheo", "ftp://xa.example", "xa.example/?a", 'xa.example/"', "https://a b.example"):
        said = f"“{typed}” không phải địa chỉ của một trang. Ghi như https://giam-ngheo.example/."
        assert desk.publish_to(goal, typed).said == said
    assert desk.publish_to(goal, "xa.example/ke-hoach").said == (
        f"Nơi phát hành: {goal}. Địa chỉ: https://xa.example/ke-hoach/."
    )
    assert settings.read_text(encoding="utf-8") == before.replace(
        'site_url: !ENV [SITE_URL, ""]', 'site_url: !ENV [SITE_URL, "https://xa.example/ke-hoach/"]'
    )
    assert desk.place().address == "https://xa.example/ke-hoach/"
    assert desk.publish_to(goal, "").done
    assert settings.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("site_url: https://cu.example/  # cũ", 'site_url: !ENV [SITE_URL, "https://xa.example/"]  # cũ'),
        ("site_url: !ENV SITE_URL", 'site_url: !ENV [SITE_URL, "https://xa.example/"]'),
        ("strict: true", 'site_url: !ENV [SITE_URL, "https://xa.example/"]\nstrict: true'),
    ],
)
def test_an_address_is_put_in_the_place_of_another(line: str, now: str):
    """However it was written, or where there was none."""
    assert site_settings.addressed(f"{line}\nsite_name: A\n", "https://xa.example/") == f"{now}\nsite_name: A\n"


def test_what_is_written_beside_the_data_waits_to_be_saved_too(desk: Desk, tmp_path: Path):
    """The box for saving names the settings that the editor wrote itself, and offers to save them."""
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@x.example", *command], cwd=desk.root, check=True
        )
    assert not desk.is_edited()
    desk.publish_to(str(tmp_path / "khac"), "")
    assert desk.is_edited()
    assert [(one.name, one.what, one.new) for one in desk.unsaved()] == [
        ("Cài đặt của trang", "tên trang, thanh chọn trang, nơi và địa chỉ phát hành", None)
    ]
    desk.save()
    assert not desk.is_edited() and not desk.unsaved()


def test_words_of_commands_are_those_of_buttons():
    """A draft, pages that would go, edits that are not saved: who edits is not sent to a command line."""
    said = of_command(
        "Còn 2 câu hỏi. Gõ make questions để trả lời. Vẫn muốn phát hành bản nháp thì gõ lại lệnh, thêm DRAFT=1 ở "
        "cuối.\n"
        "Lưu ý: có chỗ sửa chưa lưu; gõ make save rồi phát hành lại thì nhật ký mới kể ngày."
    )
    assert said == (
        "Còn 2 câu hỏi. Trả lời các câu hỏi ấy ở đầu trang sửa. Vẫn muốn phát hành bản nháp thì nhờ người quản trị.\n"
        "Lưu ý: có chỗ sửa chưa lưu; bấm Lưu vào lịch sử rồi phát hành lại thì nhật ký mới kể ngày."
    )
