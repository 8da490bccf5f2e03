"""Publishing and going back, by the editor's buttons."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from support import SECOND, copied

from programme.commands import publish
from programme.commands.desk import Editor
from programme.editor.desk import ActionError, Desk
from programme.editor.said import of_command


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
    assert not desk.publishes()
    with pytest.raises(ActionError, match="Chưa có nơi phát hành"):
        desk.publish()
    assert desk.publish_to("cong-khai").said == (
        "Ghi cả đường dẫn của thư mục, ví dụ: /srv/giam-ngheo, hoặc D:\\trang-giam-ngheo."
    )
    inside = desk.publish_to(str(desk.root / "site"))
    assert inside.said == "Chọn một thư mục ở ngoài thư mục của Kế hoạch."
    goal = tmp_path / "công khai: #1"
    assert desk.publish_to(f" {goal} ").said == f"Nơi phát hành: {goal}."
    assert settings.read_text(encoding="utf-8") == f'{before.rstrip()}\n\nextra:\n  publish_to: "{goal}"\n'
    assert desk.publish()[-1].startswith("Xong. Trang nay là bản 000001-")
    assert (goal / "site/index.html").is_file()
    assert desk.back().done
    assert settings.read_text(encoding="utf-8") == before


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
