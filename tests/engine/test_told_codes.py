"""Codes and addresses that lead nowhere: told from where the slip may be."""

from __future__ import annotations

from pathlib import Path

from support import Spoil
from told import told


def test_a_list_that_lost_several_of_its_codes_is_told_once(copy: Path):
    """Three codes with nothing like them in the file: the file is looked at, not each place that names them."""
    path = copy / "data/documents.yaml"
    path.write_text(path.read_text(encoding="utf-8").split("\n- ")[0] + "\n", encoding="utf-8")
    assert told(copy)[0] == (
        "data/documents.yaml:0: Tệp này không có 5 mã mà 14 chỗ trong dữ liệu ghi: nq-47, qd-289, nq-12, cv-87, hd-31.",
        "tệp đã mất các mục ấy thì lấy lại bản trước (bản sao lưu, hoặc nhờ người giữ dữ liệu), đừng gõ lại; "
        "chưa từng có thì thêm mỗi mã một mục",
    )
    assert not [found for found, _ in told(copy) if "nào mang mã" in found]


def test_a_code_that_was_changed_in_its_own_list_is_told_from_there(spoil: Spoil):
    """The nearest one is used nowhere else: either place may hold the slip."""
    root = spoil("data/groups.yaml", "id: can-bo-xa-thon", "id: can-bo-xa-xom")
    assert told(root)[0][0] == (
        'data/projects/gn-7.yaml:19: không có nhóm đối tượng nào mang mã "can-bo-xa-thon". Ý bạn là "can-bo-xa-xom"? '
        "Mã ấy ở data/groups.yaml:24 không nơi nào khác dùng: xem chỗ nào bị sửa nhầm, ở đây hay ở đó."
    )


def test_an_empty_line_of_a_list_may_go(spoil: Spoil):
    """What stands after a dash has no colon before it."""
    root = spoil("data/agencies.yaml", "names: [LT]", 'names: ["", LT]')
    assert [wanted for _, wanted in told(root)] == ["chữ đứng sau gạch đầu dòng; không có gì để ghi thì xóa dòng này"]


def test_an_address_that_was_never_a_page_has_no_likeness_elsewhere(copy: Path):
    """Only a page of the same folder is meant; the line itself may be the slip."""
    (copy / "released.txt").write_text("du-an/3-2\n", encoding="utf-8")
    assert told(copy) == [
        (
            'released.txt:1: địa chỉ "/du-an/3-2" đã phát hành nay không còn trang.',
            "mã (id, code) của mục ấy trong data/ như cũ, vì địa chỉ này đã in ra giấy; mục ấy bỏ hẳn thì gõ make "
            "pages DROP=1 để địa chỉ cũ dẫn tới trang chung; chỉ dòng này bị gõ nhầm thì sửa hoặc xóa",
        )
    ]
