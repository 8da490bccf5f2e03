"""The registers of a draft: who issues it, where, and of all that marks found only what the written data names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ...load.vocabulary import CALLED_OTHERWISE, Level, PlaceKind
from ...vietnamese.slugs import slugify
from ..marks.documents.document_kinds import tail_of
from ..shape import Draft, Registers

_NAMING = {
    **dict.fromkeys(("bearers", "with", "guided_by", "to", "via", "by", "recipients", "issuer", "agency"), "agencies"),
    **dict.fromkeys(("members", "may_include"), "agencies"),
    **dict.fromkeys(("who", "group", "broader"), "groups"),
    **dict.fromkeys(("document", "subject_of"), "documents"),
    **dict.fromkeys(("place", "part_of"), "places"),
}
"""Key -> the register that it names something of; `of` of a target group is seen by itself."""
_IN_FULL = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_OF_PLACE = re.compile(r"\s+(?:tỉnh|thành phố|huyện|quận|thị xã)\s+[A-ZĐÀ-Ỹ][^,;]*$")
_LONGEST = 80


def identifier(name: str) -> str:
    """An id made of a name."""
    return slugify(name)[:_LONGEST].strip("-") or "khong-ten"


def named(value: Any) -> Iterator[tuple[str, str]]:
    """(register, id) of all that values of the data name."""
    match value:
        case Mapping():
            for key, one in value.items():
                register = "groups" if key == "of" and "who" in value else _NAMING.get(key, "")
                if register and key == "recipients" and isinstance(one, Mapping):
                    register = ""  # the list "Nơi nhận" itself
                if register and isinstance(one, str):
                    yield register, one
                elif register and isinstance(one, list | tuple) and all(isinstance(each, str) for each in one):
                    yield from ((register, each) for each in one)
                else:
                    yield from named(one)
        case list() | tuple():
            for one in value:
                yield from named(one)


def complete_documents(registers: Registers, level: str = Level.PROVINCE.value) -> list[str]:
    """Give each document an issuer: where none was found, it is called as its number has it. Gives their numbers."""
    told = []
    for record in registers.documents.values():
        if not record.get("issuer") and record.get("number"):
            tail = tail_of(str(record["number"]))
            id = next(
                (one for one, body in registers.agencies.items() if tail.lower() in _names(body)), identifier(tail)
            )
            registers.agencies.setdefault(id, {"name": tail, "level": level})
            record["issuer"] = id
            told.append(str(record["number"]))
    return told


def used(values: Any, registers: Registers) -> dict[str, set[str]]:
    """Register -> the ids that values name, and those that their records name in turn."""
    found: dict[str, set[str]] = {"agencies": set(), "groups": set(), "documents": set(), "places": set()}
    waiting = list(named(values))
    while waiting:
        register, id = waiting.pop()
        listed = getattr(registers, register)
        if id in found[register] or id not in listed:
            continue
        found[register].add(id)
        waiting += named(listed[id])
    return found


def ids_of(draft: Draft, registers: Registers, known: Mapping[str, Any]) -> dict[str, str]:
    """The ids of who issues, of the place, of who signs; what the registers have not is added to them."""
    agency = _agency(registers, known["issuer"], known["level"])
    place = _place(registers, known["place"], known["level"])
    signer = agency
    body = str(registers.agencies[agency]["name"])
    office = draft.office.removeprefix("QUYỀN ").strip()
    if office:
        found = next(
            (
                id
                for id, one in registers.agencies.items()
                if office.lower() in _names(one) and one.get("kind") == "office"
            ),
            "",
        )
        signer = found or _office(registers, known, office, body)
    return {"agency": agency, "place": place, "signer": signer}


def _office(registers: Registers, known: Mapping[str, Any], office: str, body: str) -> str:
    """The office that signs, as a bearer of its own: "PHÓ CHỦ TỊCH" of the body that issues."""
    name = _called(office)
    for id, one in registers.agencies.items():
        if any(re.match(rf"{re.escape(name.lower())}\s+(ubnd|ủy ban|hđnd|hội đồng)", said) for said in _names(one)):
            return id
    names = {}
    if len(name.removeprefix("Phó ").split()) < 3:  # an office alone: whose it is, is told by who issues
        last, first = name.split()[-1], body.split()[0]
        names = {"names": [name]}
        name = f"{name.removesuffix(last).strip() if last.lower() == first.lower() else name} {body}"
    id = identifier(name)
    if id not in registers.agencies:
        registers.agencies[id] = {"name": name, "level": known["level"], "kind": "office", **names}
    return id


def _called(office: str) -> str:
    """An office in the letters of a sentence: "Phó Chủ tịch"."""
    head, _, rest = office.lower().partition("phó ")
    return f"Phó {rest[:1].upper()}{rest[1:]}" if not head and rest else f"{office[:1].upper()}{office[1:].lower()}"


def _names(record: Mapping[str, Any]) -> set[str]:
    return {str(one).lower() for one in (record.get("name", ""), *record.get("names", ()))}


def _agency(registers: Registers, issuer: str, level: str) -> str:
    first, _, rest = issuer.partition(" ")
    forms = {
        issuer.lower(),
        *(
            f"{short} {issuer.removeprefix(full)}".replace("  ", " ").lower()
            for short, full in _IN_FULL.items()
            if issuer.startswith(full)
        ),
    }
    if first in _IN_FULL:
        forms.add(f"{_IN_FULL[first]} {rest}".lower())
    if first not in _IN_FULL and not issuer.startswith(tuple(_IN_FULL.values())):  # "Sở Y tế" of "Sở Y tế tỉnh A"
        forms.add(_OF_PLACE.sub("", issuer).lower())
    for id, one in registers.agencies.items():
        if forms & _names(one):
            return id
    for form in sorted(forms):  # "UBND xã" where it is said of nobody else
        short = re.sub(r"^(ubnd|hđnd|ủy ban nhân dân) (xã|phường|huyện|tỉnh|thị trấn)\b.*", r"\1 \2", form)
        for id, one in registers.agencies.items():
            if short in _names(one) and one.get("level") == level and one.get("kind", "body") == "body":
                return id
    id = identifier(issuer)
    registers.agencies[id] = {"name": issuer, "level": level}
    return id


def _place(registers: Registers, name: str, level: str) -> str:
    bare = re.sub(r"^(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố)\s+", "", name, flags=re.IGNORECASE)
    for id, one in registers.places.items():
        if name.lower() in _names(one) or (bare.lower() in _names(one) and one.get("kind") == level):
            return id
    begins = name.removesuffix(bare).strip().lower()
    city = PlaceKind.CITY if begins == "thành phố" and level == "district" else None
    of_level = {"province": PlaceKind.PROVINCE, "district": PlaceKind.DISTRICT}.get(level, PlaceKind.COMMUNE)
    kind = CALLED_OTHERWISE.get(begins) or city or of_level
    id = identifier(bare)
    if id in registers.places:
        id = identifier(name)
    registers.places[id] = {"name": name, "kind": kind.value}
    return id
