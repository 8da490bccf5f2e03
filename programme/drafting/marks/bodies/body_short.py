"""Names of bodies in short letters beside the whole ones: "Phòng LHPN", "phòng KT". All names are folded keys."""

from __future__ import annotations

import re

_SMALL = {"va", "cua", "cac"}
HEADS = ("phong", "so", "bo", "ban", "trung tam", "hoi", "van phong", "chi cuc")


def may_be_short(key: str) -> bool:
    """Whether a name ends in letters that may stand for words: "phong vh - xh", "hoi lhpn"."""
    head = next((one for one in HEADS if key.startswith(one + " ")), "")
    rest = key[len(head) :].replace(" - ", "").strip()
    return (" " not in rest and 2 < len(rest) < 13) or (
        bool(head) and any(map(_is_letters, re.findall(r"[a-z]+", key[len(head) :])))
    )


def _is_letters(word: str) -> bool:
    """Whether a word is the first letters of others: it has no vowel."""
    return len(word) > 1 and not re.search(r"[aeiouy\d]", word)


def _is_partly_short(short: str, name: str) -> bool:
    """Whether a name with some of its words in letters is the other one: "nong nghiep va ptnt", "ldtb va xa hoi"."""
    words = [word for word in re.findall(r"[a-z]+", name) if word not in _SMALL]
    tokens = [word for word in re.findall(r"[a-z]+", short) if word not in _SMALL]
    at = 0
    for token in tokens:
        if words[at : at + 1] == [token]:
            at += 1
        elif _is_letters(token) and [word[0] for word in words[at : at + len(token)]] == [*token]:
            at += len(token)
        else:
            return False
    return at == len(words) > 2 and tokens != words


def is_short(short: str, name: str) -> bool:
    """Whether a name in short letters is the other one: "phong ldtbxh" is "phong lao dong - thuong binh va xa hoi"."""
    head = next((one for one in HEADS if short.startswith(one + " ") and name.startswith(one + " ")), None)
    if head:
        short, name = short[len(head) + 1 :], name[len(head) + 1 :]
        if _is_partly_short(short, name):
            return True
    letters = re.sub(r"[^a-z]", "", short) if " " not in short.replace(" - ", "") else ""
    words = [word for word in re.findall(r"[a-z]+", name) if word not in _SMALL]
    if len(letters) < 3 or len(words) < len(letters) - 1 or len(words) < 3:
        return False
    initials = "".join(word[0] for word in words)
    if letters == initials or letters == "".join(word[0] for word in re.findall(r"[a-z]+", name)):
        return True
    if not head and any(name.startswith(one + " ") for one in HEADS):
        rest = "".join(
            word[0] for word in words[len(next(one for one in HEADS if name.startswith(one + " ")).split()) :]
        )
        return letters == rest and len(letters) >= 3
    return False


def is_of_two(short: str, name: str) -> bool:
    """The same for two letters: "phong kt" is "phong kinh te"."""
    head, _, letters = short.rpartition(" ")
    words = name.removeprefix(head + " ").split() if name.startswith(head + " ") else []
    return len(letters) == 2 == len(words) and letters == words[0][0] + words[1][0]
