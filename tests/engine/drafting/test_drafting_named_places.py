"""Which places an import finds named in the words, and where by less than their name."""

from __future__ import annotations

from programme.drafting.writing.named_places import named_places


def village(name: str) -> dict[str, object]:
    return {"name": f"thôn {name}", "kind": "village", "names": [name]}


KNOWN = {
    "ha": village("Hạ"),
    "na": village("Nà"),
    "son": village("Sơn"),
    "bai": village("Bãi"),
    "xa-son": {"name": "xã Sơn"},
}


def found(*texts: str) -> dict[str, list[str]]:
    parts = [{"number": str(at), "paragraphs": [text]} for at, text in enumerate(texts, 1)]
    return named_places({"sections.yaml": parts}, KNOWN)


def test_a_list_behind_its_kind_names_places_by_less_than_their_names() -> None:
    """Each of the list is named; the first, behind its kind alone, by its whole name."""
    assert found("Các thôn Hạ, Nà và Sơn làm đường.") == {"ha": [], "na": ["1"], "son": ["1"]}
    assert found("Bốn thôn vùng cao là Hạ và Nà.") == {"ha": ["1"], "na": ["1"]}


def test_a_place_is_named_behind_words_of_place_if_no_other_is_called_so() -> None:
    """ "Sơn" may be the village or the commune; a longer name is another one; no list begins with any other word."""
    assert found("Cấp nước tại Bãi - Nà.", "Họp tại Sơn.", "Họp tại Bãi Dài.", "Bãi lầy, Nà ẩm.") == {
        "bai": ["1"],
        "na": ["1"],
    }


def test_words_in_capitals_are_no_name() -> None:
    """What a heading in capitals has behind "XÃ" may be any word; a name has small letters somewhere."""
    heading = {"sections.yaml": [{"number": "1", "heading": "XÃ NGHÈO TRỌNG ĐIỂM"}]}
    assert named_places(heading, {"ngheo": {"name": "xã NGHÈO TRỌNG ĐIỂM"}}) == {}
    assert found("UBND xã Sơn.") == {"xa-son": []}
