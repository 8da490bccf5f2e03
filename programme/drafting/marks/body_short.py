"""Names of bodies in short letters beside the whole ones: "Phòng LHPN", "phòng KT". All names are folded keys."""

from __future__ import annotations

import re

_SMALL = {"va", "cua", "cac"}
HEADS = ("phong", "so", "bo", "ban", "trung tam", "hoi", "van phong", "chi cuc")


def may_be_short(key: str) -> bool:
    """Whether a name ends in letters that may stand for words: "phong vh - xh", "hoi lhpn"."""
    head = next((one for one in HEADS if key.startswith(one + " ")), "")
    rest = key[len(head) :].replace(" - ", "").strip()
    return " " not in rest and 2 < len(rest) < 13


def is_short(short: str, name: str) -> bool:
    """Whether a name in short letters is the other one: "phong ldtbxh" is "phong lao dong - thuong binh va xa hoi"."""
    head = next((one for one in HEADS if short.startswith(one + " ") and name.startswith(one + " ")), None)
    if head:
        short, name = short[len(head) + 1 :], name[len(head) + 1 :]
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
