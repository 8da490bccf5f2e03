"""A change to a file of `data/` touches the lines of what is changed, and reads as if a careful hand had typed it."""

from __future__ import annotations

import random_edits
from support import PLANS

from programme.derive.tree import Tree
from programme.edit import address, nodes, phrases
from programme.edit.rewrite import rewritten
from programme.load.loader import load

SECTIONS = ("sections",)

FILE = """\
# Lời của Kế hoạch.
- number: I
  heading: MỤC TIÊU      # chép đúng
  paragraphs:
    # đoạn đầu
    - Hỗ trợ 470 triệu đồng cho hộ nghèo của xã.   # sửa ở đây
    - text: >-
        Giúp hộ nghèo vươn lên; chăm lo đời sống của hộ cận nghèo, hộ mới thoát nghèo và người yếu thế khác
        trong xã, nhất là người già neo đơn, trẻ mồ côi và người khuyết tật nặng.
      for_whom: [{who: [ho-ngheo]}]   # ai
      note: Lời của trang.
- number: "II"
  heading: "Kinh phí:"
"""


def test_a_text_is_changed_and_the_comment_behind_it_stays():
    """One word of a text of one line: that line alone, with what is noted behind it."""
    new = rewritten(FILE, (0, "paragraphs", 0), "Hỗ trợ 500 triệu đồng cho hộ nghèo của xã.", SECTIONS)
    assert _changed(FILE, new) == (
        ["    - Hỗ trợ 470 triệu đồng cho hộ nghèo của xã.   # sửa ở đây"],
        ["    - Hỗ trợ 500 triệu đồng cho hộ nghèo của xã.   # sửa ở đây"],
    )


def test_a_folded_text_keeps_the_wraps_of_what_is_not_changed():
    """A word in the second line of a folded text: the first line stays as it is wrapped."""
    old = nodes.plain(nodes.compose(FILE))[0]["paragraphs"][1]["text"]
    new = rewritten(FILE, (0, "paragraphs", 1, "text"), old.replace("neo đơn", "cô đơn"), SECTIONS)
    assert _changed(FILE, new) == (
        ["        trong xã, nhất là người già neo đơn, trẻ mồ côi và người khuyết tật nặng."],
        ["        trong xã, nhất là người già cô đơn, trẻ mồ côi và người khuyết tật nặng."],
    )


def test_a_long_text_is_folded_at_120_columns_and_quotes_stand_only_where_yaml_needs_them():
    """What a hand would write: `>-` for what does not fit, quotes for a colon at the end and a number."""
    long = " ".join(["Phấn đấu giảm tỷ lệ hộ nghèo của xã từ 9,96% xuống còn 7,03% theo chuẩn nghèo hiện hành;"] * 2)
    new = rewritten(FILE, (1, "paragraphs"), [long, "2026", "Một: hai", "“Ba”, bốn"], SECTIONS)
    assert new.removeprefix(FILE).split("\n") == [
        "  paragraphs:",
        "    - >-",
        "      Phấn đấu giảm tỷ lệ hộ nghèo của xã từ 9,96% xuống còn 7,03% theo chuẩn nghèo hiện hành; "
        "Phấn đấu giảm tỷ lệ hộ",
        "      nghèo của xã từ 9,96% xuống còn 7,03% theo chuẩn nghèo hiện hành;",
        '    - "2026"',
        '    - "Một: hai"',
        "    - “Ba”, bốn",
        "",
    ]


def test_marking_words_of_a_plain_text_makes_phrases_of_it():
    """The words marked have a phrase of their own, what stands around them has others; the comment stays."""
    (marked,) = phrases.marked("Hỗ trợ 470 triệu đồng cho hộ nghèo của xã.", 2, 5, {"money": {"source": "province"}})
    new = rewritten(FILE, (0, "paragraphs", 0), marked, SECTIONS)
    assert _changed(FILE, new) == (
        ["    - Hỗ trợ 470 triệu đồng cho hộ nghèo của xã.   # sửa ở đây"],
        [
            "    - phrases:   # sửa ở đây",
            "        - Hỗ trợ",
            "        - text: 470 triệu đồng",
            "          money: {source: province}",
            "        - cho hộ nghèo của xã.",
        ],
    )


def test_marking_a_whole_text_puts_the_keys_below_it():
    """No phrases where there is but one: `text` and its keys."""
    (marked,) = phrases.marked("Hỗ trợ 470 triệu đồng cho hộ nghèo của xã.", 0, 10, {"roles": ["lead"]})
    new = rewritten(FILE, (0, "paragraphs", 0), marked, SECTIONS)
    assert _changed(FILE, new)[1] == [
        "    - text: Hỗ trợ 470 triệu đồng cho hộ nghèo của xã.   # sửa ở đây",
        "      roles: [lead]",
    ]


def test_cutting_a_marked_phrase_moves_its_marks_in_with_their_comments():
    """A `text` with marks becomes `phrases`: the marks stay with the longer rest, `note` stays on the paragraph."""
    held = nodes.plain(nodes.compose(FILE))[0]["paragraphs"][1]
    *_, cut = phrases.marked(held, 0, 1, {"roles": ["lead"]})
    new = rewritten(FILE, (0, "paragraphs", 1), cut, SECTIONS)
    assert _changed(FILE, new)[1] == [
        "    - phrases:",
        "        - text: Giúp",
        "          roles: [lead]",
        "        - text: >-",
        "            hộ nghèo vươn lên; chăm lo đời sống của hộ cận nghèo, hộ mới thoát nghèo "
        "và người yếu thế khác trong xã,",
        "            nhất là người già neo đơn, trẻ mồ côi và người khuyết tật nặng.",
        "          for_whom: [{who: [ho-ngheo]}]   # ai",
    ]


def test_who_does_it_stands_before_the_words_and_a_new_mark_in_its_usual_place():
    """`bearers` of a paragraph come first, `roles` before `for_whom`."""
    held = nodes.plain(nodes.compose(FILE))[0]["paragraphs"][1]
    new = rewritten(FILE, (0, "paragraphs", 1), {**held, "bearers": ["ubnd-xa"], "roles": ["lead", "report"]}, SECTIONS)
    assert _changed(FILE, new) == (
        ["    - text: >-"],
        ["    - bearers: [ubnd-xa]", "      text: >-", "      roles: [lead, report]"],
    )


def test_words_stay_the_same_however_phrases_are_cut_and_joined():
    """Joined again, a paragraph that was cut is the text that it was."""
    cut = phrases.cut("Hỗ trợ hộ nghèo làm nhà.", 2, 4)
    assert cut == {"phrases": ["Hỗ trợ", "hộ nghèo", "làm nhà."]}
    assert phrases.joined(cut, 0, 3) == "Hỗ trợ hộ nghèo làm nhà."


def test_items_and_footnotes_stay_where_words_are_marked():
    """Items stay in the paragraph, a footnote on its last word, wherever a phrase is cut out."""
    note = {"footnotes": [{"mark": "1", "text": "Theo chuẩn mới."}]}
    held = {"text": "Giúp mọi hộ nghèo làm nhà.", **note, "items": ["Sửa."]}
    assert [*phrases.marked(held, 2, 4, {"roles": ["lead"]})] == [
        {
            "phrases": ["Giúp mọi", {"text": "hộ nghèo", "roles": ["lead"]}, {"text": "làm nhà.", **note}],
            "items": ["Sửa."],
        }
    ]


def test_two_amounts_do_not_become_one_phrase():
    """What a phrase has one of is not lost in silence: the phrases are not joined."""
    two = {"phrases": [{"text": "5 triệu", "money": {}}, {"text": "và 6 triệu", "money": {"norm": "true"}}]}
    try:
        joined = phrases.joined(two, 0, 2)
    except nodes.EditError as error:
        joined = str(error)
    assert joined == "Hai cụm từ này đều có dấu riêng (số tiền, chỉ tiêu, thời gian…) nên không ghép được."


def test_a_mark_is_added_to_what_a_phrase_has():
    """A second group on marked words: the list grows, what was there stays."""
    held = {"text": "cho hộ nghèo, hộ cận nghèo", "for_whom": [{"who": ["ho-ngheo"]}]}
    first, *_ = phrases.marked(held, 3, 6, {"for_whom": [{"who": ["ho-can-ngheo"]}]})
    assert first == {**held, "for_whom": [{"who": ["ho-ngheo"]}, {"who": ["ho-can-ngheo"]}]}


def test_addresses_are_what_the_site_calls_the_clauses():
    """In every plan, of the parts that have a number: as the joined plan has them, in the same files' order."""
    for plan in PLANS:
        data = plan / "data"
        files = {
            path.relative_to(data).as_posix(): nodes.plain(nodes.compose(path.read_text(encoding="utf-8")))
            for path in sorted(data.rglob("*.yaml"))
        }
        found = {one.address for one in address.places(files) if one.of == address.PART}
        assert found == set(Tree(load(data)[0]).refs.values())


def test_random_edits_change_what_is_meant_and_nothing_else():
    """60 edits drawn at random over the files of three plans, spelled in four ways (2,000: see `random_edits`)."""
    kinds, wrong = random_edits.all_faults(60, 4)
    assert wrong == []
    assert set(kinds) == {"text", "key", "remove", "insert", "mark", "join"}


def _changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went, and those that came."""
    old, new = before.split("\n"), after.split("\n")
    return [one for one in old if one not in new], [one for one in new if one not in old]
