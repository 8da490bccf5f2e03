"""The register of bodies: every body that a plan names, once, with all ways it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ....vietnamese.slugs import fold, slugify
from ..verbs.roles import verb_at
from ..words import UPPER, either, fold_first
from .body_forms import name_of
from .body_levels import HEADS_OF_VILLAGES, MANY, kind_of, level_of, whole
from .body_names import Named, named
from .body_short import HEADS, is_of_two, is_short, may_be_short
from .own_names import CHIEF, of_own, own_pattern, without_own
from .service_names import without_place

_OWN = {
    "commune": "xa|phuong|thi tran|dac khu",
    "district": "huyen|thi xa|(?<!co )(?<!lien )quan|thanh pho",
    "province": "tinh|thanh pho",
}
"""Level -> the folded words that name it behind a body."""
_SAME = (
    (r"\b(?:uy ban|ub) nhan dan \(ubnd\)|\buy ban nhan dan\b", "ubnd"),
    (r"\bhoi dong nhan dan( \(hdnd\))?\b", "hdnd"),
    (r"\b(?:uy ban |ub ?)?(?:mat tran to quoc|mttq|mat tran)(?: \(mttq\))?(?: viet nam| vn)?\b", "mttq"),
    (r"\b(?:ubmttq|ubmt|mttqvn|ubmttqvn)(?: viet nam| vn)?\b", "mttq"),
    (r"\bngan hang (?:chinh sach xa hoi|csxh)\b", "nhcsxh"),
    (r"\bbao hiem xa hoi\b", "bhxh"), (r"\bban chi dao\b", "bcd"), (r"\bban quan ly\b", "bql"), (r"\bban chi huy\b", "bch"),
    (r"\bquan su\b", "qs"), (r"\bpho chu tich|pho ct\b", "pct"), (r"\bthuong truc\b|\btt\.(?= )", "tt"),
    (r"\b(?:hoi )?lien hiep phu nu\b|\bhoi phu nu\b|\bhoi lhpn\b", "hoi phu nu"), (r"\b(?:tncs|thanh nien cong san)(?: ho chi minh| hcm)?\b", "thanh nien"),
    (r"\bhoi nd\b", "hoi nong dan"), (r"\bhoi pn\b", "hoi phu nu"), (r"\bhoi ccb\b", "hoi cuu chien binh"), (r"\bdoan tn\b", "doan thanh nien"),
    (r"\b(?:ban |bo )?chqs\b", "bch qs"), (r"\bvp\b", "van phong"), (r"\bhtx\b", "hop tac xa"),
    (r"\bchuong trinh mtqg|chuong trinh muc tieu quoc gia|ctmtqg\b", "ctmtqg"), (r"\bco lien quan\b|\bco lien$", "lien quan"),
    (r"\bto chuc chinh tri - xa hoi\b", "doan the"), (r"\bkho bac(?: nha nuoc)?\b", "kbnn"), (r"\bcap uy, chinh quyen.*", "cap uy chinh quyen"),
    (r"^truong (?:cac )?(thon|ban|xom|to dan pho|khu pho)", r"truong \1"), (r"\btri tran\b", "thi tran"), (r"\bva xh\b", "va xa hoi"),
)  # fmt: skip
_TWO_COUNCILS = re.compile(r"^((?:chanh )?van phong )(?:hdnd(?:,| va| -|/)? ?ubnd|ubnd(?:,| va| -|/)? ?hdnd)\b")
_ALL_DISTRICTS = re.compile(
    r"^(ubnd|hdnd) (?:cap huyen|cac huyen|(?:cac )?huyen(?:(?:, ?| va )(?:cac )?(?:thi xa|thanh pho|quan))+)$"
)
"""Those of a province, however they are told: "các huyện, thị xã, thành phố", "cấp huyện"."""
_FOLDED_NAME = r"[a-z][\w-]*(?: [a-z][\w-]*){0,3}"
_SHORT_WITHIN = re.compile(r" \((?!ubnd\)|hdnd\)|mttq\))[a-zđ&-]+\)(?= (?:viet nam |xa|huyen|tinh|phuong|thi |thanh ))")
"""A short form in brackets within a name: "Hội Liên hiệp Phụ nữ (LHPN) huyện"."""
_COUNT = re.compile(r"^\d+\s+(?=(?:thon|ban|xa|to|khu|ap|xom|buon|bon|lang|khom|soc|tieu khu|phuong)\b)")
_SHARED = re.compile(
    rf"(?<!\w)(?:(?P<office>Giám đốc|Trưởng)\s+)?[Cc]ác\s+(?P<head>[Pp]hòng|[Ss]ở|[Bb]an|[Hh]ội)(?:\s*:)?\s+(?={UPPER})"
)
"""Several bodies, or their heads, with one word for all: "các phòng Nội vụ, Tư pháp", "Giám đốc các Sở: Tài chính, Y tế"."""
_SHARED_JOINT = re.compile(rf"(?:[,;]|\s+và)\s+(?={UPPER})")


def _before_verb(name: str) -> str:
    """A name without what it is said to do: "UBND" of "UBND chỉ đạo"."""
    first = next(iter(named(name)), None)
    if first is None or first.start or not name[first.end :].strip() or MANY.match(name):
        return name
    start = len(name) - len(name[first.end :].lstrip())
    verb = verb_at(name, start, len(name)) if name[start].islower() else None
    acts = verb and (verb[0] != "implement" or " " in name[start : verb[1]])
    return first.name if acts else name


def _starts_body(text: str, learned: re.Pattern[str] | None) -> bool:
    first = next(iter(named(text, learned)), None)
    return first is not None and not first.start


@dataclass
class Bodies:
    """The bodies of a plan of a `level` ("commune", "district", "province") in a `place` ("xã Vạn Xuân")."""

    level: str
    place: str = ""
    records: dict[str, dict[str, object]] = field(default_factory=dict)
    _by_key: dict[str, str] = field(default_factory=dict)
    _forms: dict[str, list[str]] = field(default_factory=dict)
    _by_whole: dict[str, str] = field(default_factory=dict)
    _shorts: dict[str, None] = field(default_factory=dict)
    _found: dict[str, list[Named]] = field(default_factory=dict)
    _called: dict[str, str] = field(default_factory=dict)
    """Id -> a name that the text does not have whole."""
    _told: Counter[str] = field(default_factory=Counter)
    """How often a body was met under each name: of two that differ in capitals the usual one is its name."""
    _pattern: re.Pattern[str] | None = None
    _learned: set[str] = field(default_factory=set)
    _heads: str = ""
    """A pattern for the words that stand for whoever issues the plan, and for those that it gives others."""
    _own_head: str = ""
    """What whoever issues the plan is called by the first word of its name: "Sở"."""

    def find(self, text: str) -> list[Named]:
        """The bodies named in a text, by the grammar of names and by what was learned."""
        if text not in self._found:
            if len(self._found) > 64:
                self._found.clear()
            found = self._apart(text, named(text, self._pattern))
            self._found[text] = of_own(text, found, self._own_head) if self._own_head else found
        return self._found[text]

    def _apart(self, text: str, found: list[Named]) -> list[Named]:
        """The bodies of a text, with each of those that share their first word: "các phòng Nội vụ, Tư pháp và Y tế"."""
        for match in _SHARED.finditer(text):
            head = match["head"][:1].upper() + match["head"][1:]
            head = f"{match['office']} {head}" if match["office"] else head
            pieces: list[Named] = []
            place = match.end()
            while place < len(text):
                first = next(iter(named(f"{head} {text[place:]}", self._pattern)), None)
                if first is None or first.start or first.end <= len(head) + 1:
                    break
                end = place + first.end - len(head) - 1
                pieces.append(Named(place if pieces else match.start(), end, f"{head} {text[place:end]}"))
                joint = _SHARED_JOINT.match(text, end)
                if not joint or _starts_body(text[joint.end() :], self._pattern):
                    break
                place = joint.end()
            if len(pieces) < 2:
                continue
            for one in pieces:
                self.alias(one.name, one.name.removeprefix(f"{head} "))
            low, high = match.start(), pieces[-1].end
            found = [one for one in found if one.end <= low or one.start >= high] + pieces
        return sorted(found, key=lambda one: one.start)

    def learn(self, name: str) -> str:
        """A name that the plan gives a body where only bodies stand (a heading, a recipient, a column)."""
        name = _before_verb(name.strip(" .:;,-–"))
        if (
            len(name) > 3
            and name not in self._learned
            and not re.fullmatch(r"\W*|\d+", name)
            and not verb_at(name, 0, len(name))
        ):
            self._learned.add(name)
            forms = {name, fold_first(name), name[:1].upper() + name[1:]}
            self._learned |= forms
            self._compile()
        return self.id_of(name)

    def call(self, name: str, head: str) -> None:
        """Let the first word of a body's name stand for it: in a department's own plan "Sở" is that department."""
        self.learn(name)
        self._by_key[self.key(head)] = self.id_of(name)
        self._by_key[self.key(CHIEF)] = self.id_of(f"{CHIEF} {head}")
        self._heads = own_pattern(head)
        self._own_head = head
        self._compile()

    def declare(self, name: str, short: str) -> None:
        """Let a short name that the plan gives a body ("TTYT") stand for it wherever it is."""
        if self.key(short) == self.key(name):
            return
        id = self.id_of(name)
        self._by_key.setdefault(self.key(short), id)
        if self._by_key[self.key(short)] == id:
            if short not in self._forms[id]:
                self._forms[id].append(short)
            self._learned.add(short)
            self._compile()

    def _compile(self) -> None:
        self._found.clear()
        words = "|".join(filter(None, (either(self._learned), self._heads)))
        self._pattern = re.compile(rf"(?<![\w/-])(?:{words})(?!\w)")

    def id_of(self, name: str) -> str:
        """The id of the body that is called so, a new one if it was not met before."""
        name = " ".join(name.split()).strip(" .:;,")
        key = self.key(name)
        if key not in self._by_key and (bare := _before_verb(name)) != name:
            return self.id_of(bare)
        if key not in self._by_key:
            self._by_key[key] = self._joined(key) or self._called_by_place(name, key) or self._new(key, name)
            self._by_key.setdefault(self.key(without_place(name)), self._by_key[key])
            self._by_whole.setdefault(whole(key), self._by_key[key])
            if may_be_short(key):
                self._shorts[key] = None
        id = self._by_key[key]
        if name not in self._forms[id]:
            self._forms[id].append(name)
        self._told[name] += 1
        return id

    def alias(self, name: str, written: str) -> str:
        """The id of a body under a name that the text does not have whole: it writes `written` ("Các Phòng: VHXH")."""
        known = self._by_key.get(self.key(name), "")
        is_written = name in self._forms.get(known, ())
        id = self.id_of(name)
        forms = self._forms[id]
        if not is_written and name in forms:
            forms.remove(name)
            self._called.setdefault(id, name)
        if written not in forms:
            forms.append(written)
        return id

    def short_of(self, written: str) -> str:
        """The id of the body whose name has these initials; "" where none has."""
        key = fold(written)
        for known, id in self._by_key.items():
            if is_short(key, known) or any(
                is_short(f"{head} {key}", known) or is_of_two(f"{head} {key}", known) for head in HEADS
            ):
                if written not in self._forms[id]:
                    self._forms[id].append(written)
                return id
        return ""

    @staticmethod
    def as_named(name: str) -> str:
        """A name as words that stand where a body stands have it: without "các" before a name, without brackets."""
        return re.sub(r"\s*\([^()]*\)\s*$", "", name).strip(" .:;,")

    def ids_of(self, names: Iterable[str]) -> list[str]:
        """The ids of several, each once."""
        return list(dict.fromkeys(self.id_of(name) for name in names))

    def key(self, name: str) -> str:
        """What a name comes to, however it is written: "Ủy ban nhân dân xã Vạn Xuân" of its own plan is "ubnd xa"."""
        key = " ".join(fold(HEADS_OF_VILLAGES.sub("các ", name, count=1)).replace("uỷ", "uy").split())
        key = "chu tich ubnd" if key == "chu tich" else key
        key = without_own(key, self._own_head) if self._own_head else key
        key = re.sub(r"^(?:dong chi|d/c) ", "", key)
        key = _SHORT_WITHIN.sub("", key)
        for pattern, plain in _SAME:
            key = re.sub(pattern, plain, key)
        key = re.sub(r"\s*[-–&]\s*", " - ", key)
        key = _COUNT.sub("cac ", key)
        own = _OWN[self.level]
        here = re.escape(fold(self.place))
        key = (
            re.sub(rf" (?:(?:cua|thuoc|cap|tren dia ban) )?{here}$", f" {fold(self.place).split()[0]}", key)
            if here
            else key
        )
        key = re.sub(r" (?:tren dia ban|thuoc) (xa|huyen|tinh|phuong)$", r" \1", key)
        key = (
            re.sub(rf"^((?:[a-z]+ )*?(?:tinh|huyen)(?! (?:uy|doan)\b)) {_FOLDED_NAME}$", r"\1", key)
            if self._is_above(key)
            else key
        )
        key = _TWO_COUNCILS.sub(r"\1hdnd - ubnd", key)
        if not re.match(r"(?:chu tich |pct |tt |cac pct |van phong |chanh van phong (?=hdnd))?(?:ubnd|hdnd)\b", key):
            key = re.sub(rf"(?<!hop tac) (?:cua |cap |(?<!va )ubnd )?(?:{own})$", "", key)  # "hợp tác xã" is no commune
        elif re.fullmatch(
            r"(?:chu tich |pct |tt |cac pct |van phong |chanh van phong (?=hdnd))?(?:hdnd - ubnd|ubnd|hdnd)", key
        ):
            key = f"{key} {own.split('|')[0] if not self.place else fold(self.place).split()[0]}"
        key = re.sub(r" chi nhanh$", "", key)
        key = (
            re.sub(
                r"^(ubnd|hdnd) (?:cap xa|(?:cac )?(?:xa|phuong)(?:(?:,| va) (?:cac )?(?:xa|phuong|thi tran|dac khu))*)$",
                r"\1 cac xa",
                key,
            )
            if self.level != "commune"
            else key
        )
        if self.level == "province":
            key = _ALL_DISTRICTS.sub(r"\1 cac huyen", key)
        key = re.sub(r"^cac pct\b", "pct", key)
        return key.removeprefix("cac ") if key.startswith(("cac pct", "cac truong ")) else key

    def _is_above(self, key: str) -> bool:
        return bool(re.search(r"\btinh\b", key)) or (self.level == "commune" and bool(re.search(r"\bhuyen\b", key)))

    def _joined(self, key: str) -> str | None:
        """The id of a body that was met under another form of the same name."""
        for form in (key.removeprefix("cac "), f"cac {key.removeprefix('cac ')}"):
            if form in self._by_key:
                return self._by_key[form]
        if id := self._by_whole.get(whole(key)):
            return id
        beside = self._by_key if may_be_short(key) else self._shorts
        return next((self._by_key[one] for one in beside if is_short(key, one) or is_short(one, key)), None)

    def _called_by_place(self, name: str, key: str) -> str | None:
        """The id of a service that was met without the place that it is called by: "Điện lực", then "Điện lực Vàm Tre"."""
        bare = self.key(without_place(name))
        id = self._by_key.get(bare) if bare != key else None
        return id if id and all(map(self._is_called_bare, self._forms[id])) else None

    def _is_called_bare(self, form: str) -> bool:
        """Whether a name tells no place and no level: "Điện lực", not "Trạm Y tế xã"."""
        return without_place(form) == form and not re.search(rf" (?:{'|'.join(_OWN.values())})$", fold(form))

    def _new(self, key: str, name: str) -> str:
        id = base = slugify(key)[:60].strip("-") or "co-quan"
        count = 2
        while id in self._forms:
            id, count = f"{base}-{count}", count + 1
        self._forms[id] = []
        return id

    def register(self, used: Iterable[str]) -> dict[str, dict[str, object]]:
        """The records of the bodies that are used, as `agencies.yaml` holds them."""
        found: dict[str, dict[str, object]] = {}
        for id in used:
            if id in found or id not in self._forms:
                continue
            forms = self._forms[id]
            name = name_of(forms, self._called.get(id, ""), self._learned, self._told)
            record: dict[str, object] = {
                "id": id,
                "name": name[:1].upper() + name[1:],
                "level": level_of(name, self.key(name), self.level, self.place),
            }
            if (kind := kind_of(name)) != "body":
                record["kind"] = kind
            if others := [form for form in forms if form.casefold() != name.casefold()]:
                record["names"] = list({form.casefold(): form for form in reversed(others)}.values())[::-1]
            found[id] = record
        return found

    def forms(self, id: str) -> list[str]:
        """The ways a body is written."""
        return self._forms.get(id, [])
