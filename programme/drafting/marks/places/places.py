"""Places that the words name: the plan's own, those above it, the communes and villages in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ....load.vocabulary import CALLED_OTHERWISE, PlaceKind
from ....vietnamese.slugs import fold, slugify
from ...shape import Grid
from ..bodies.service_names import NO_PLACE
from ..words import NAME, UPPER
from .place_nouns import is_noun

KINDS = {
    "tỉnh": "province", "thành phố": "province", "huyện": "district", "thị xã": "district", "quận": "district", "xã": "commune",
    "đặc khu": "commune", "phường": "ward", "thị trấn": "township", "thôn": "village", "bản": "village", "xóm": "village", "làng": "village",
    "tổ dân phố": "village", "khu phố": "village", "ấp": "village", "buôn": "village", "khu": "village", "tiểu khu": "village",
}  # fmt: skip
_HEAD = "|".join(sorted(KINDS, key=len, reverse=True)).replace(" ", r"\s+")
_ONE = re.compile(
    rf"(?<![\w-])(?P<kind>{_HEAD}|(?i:{_HEAD})(?=\s))\s+(?P<name>(?!UBND|HĐND){NAME}(?:(?<!\d)\s+\d{{1,2}}(?=\s*(?:[,;.):]|$)(?!\d)|\s+và\s))?)(?!\w)(?P<old>\s+\(cũ\)|\s+cũ\b)?"
)
_NUMBERED = re.compile(
    r"(?<![\w-])(?P<kind>[Tt]hôn|[Tt]ổ\s+dân\s+phố|[Kk]hu\s+phố|[Tt]iểu\s+khu|[Ấấ]p|[Xx]óm|[Bb]uôn)\s+(?P<name>(?:số\s+)?\d{1,2})(?!\w|[.,/]\d)(?!\s+(?:hộ|căn|người|thôn))"
)
_MANY = re.compile(
    rf"(?i:các\s+)(?P<kind>(?i:thôn|bản|xóm|xã|phường|tổ dân phố|ấp|buôn))(?:\s+vùng\s+cao)?(?:\s+là|:)?\s+(?P<names>{NAME}(?:(?:,|\s+và)\s+{NAME})+|{NAME})"
)
_LISTED = re.compile(
    rf"(?:tại|ở|thuộc|trên\s+địa\s+bàn)\s+(?P<kind>thôn|bản|xóm|ấp|buôn|khu phố|tổ dân phố)\s+(?P<names>{NAME}(?:(?:,|\s+và)\s+(?:{NO_PLACE}{NAME}))+)(?=\s*(?:[;.)]|,\s|$))"
)
"""Several with one word for all: "ở ấp Giồng Lớn, Giồng Nhỏ"."""
_COLUMN = re.compile(
    r"^(?:ten )?(?:don vi|dia ban|dia phuong|(?P<kind>thon|ban|xom|to dan pho|khu pho|ap|buon|xa|phuong|xa, phuong|xa, thi tran|huyen|khu dan cu|don vi hanh chinh))(?:/.*|,.*| \(.*| to dan pho.*)?$"
)
_A_NAME = re.compile(rf"{NAME}(?:\s+\d{{1,2}})?")
"""A cell of a column of places without their kind: "Giồng Lớn", "Vàm Tre 2"."""
_FOLDED = {fold(kind): kind for kind in KINDS}
_NO_NAME = re.compile(
    r"^(?:co|khong|chua|dat|x)$|^(?:tong|cong|cac|toan|xa quan|quan ly|chung|khac|du phong|con lai)\b|quan ly|con lai"
)


@dataclass
class Places:
    """The places of a plan, each once."""

    own: str = ""
    province: str = ""
    records: dict[str, dict[str, object]] = field(default_factory=dict)
    _by_name: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.province and self.province != self.own:
            self._add(*self.province.split(" ", 1))
        if self.own:
            kind = next(
                (kind for kind in sorted(KINDS, key=len, reverse=True) if self.own.lower().startswith(kind + " ")), "xã"
            )
            self._add(kind, self.own[len(kind) + 1 :])

    @property
    def own_id(self) -> str:
        """The id of the plan's own place."""
        return self._by_name.get(self.own.lower(), "")

    def learn(self, texts: Iterable[str], grids: Iterable[Grid]) -> None:
        """The places named in texts and in the columns of tables that list places."""
        texts = [*texts]
        written = "\n".join(text for text in texts if not text.isupper())
        for grid in grids:
            self._column(grid)
        for text in texts:
            for match in (*_MANY.finditer(text), *_LISTED.finditer(text)):
                names = [one for one in re.split(r",\s+|\s+và\s+", match["names"]) if re.match(UPPER, one)]
                for name in names:
                    self._call(self._add(match["kind"].lower(), name), name, len(names) > 1)
            for match in _NUMBERED.finditer(text):
                self._add(match["kind"].lower(), match["name"])
            for match in _ONE.finditer(text):
                if (match["kind"].isupper() and len(match["kind"]) > 1) or (
                    match["name"].isupper() and len(match["name"]) > 2
                ):
                    continue
                name = match["name"]
                if KINDS[" ".join(match["kind"].lower().split())] != "village":
                    name = re.sub(r"\s+\d+$", "", name)
                if self._is_known(match[0]) or not is_noun(
                    match["kind"], name, text[match.start("name") + len(name) :], written
                ):
                    self._add(match["kind"].lower(), name, old=bool(match["old"]))

    def _call(self, id: str, name: str, is_listed: bool) -> None:
        """Let a place be named by less than its name, where the plan lists it so: "các xã Tân Phú, Bình An"."""
        record = self.records.get(id)
        if is_listed and record and str(record["name"]).endswith(f" {name}"):
            record.setdefault("names", [name])

    def _is_known(self, words: str) -> bool:
        return words.lower() in self._by_name

    def _column(self, grid: Grid) -> None:
        for at, head in enumerate(grid.columns):
            match = _COLUMN.match(fold(head).strip(" .:"))
            if not match:
                continue
            kind = _FOLDED.get(match["kind"] or "", "")
            for row in grid.rows:
                cell = " ".join(row[at].split()) if at < len(row) else ""
                whole = re.match(rf"(?i:({_HEAD}))\s+(.+)", cell)
                if (
                    whole
                    and whole[1].lower() in KINDS
                    and KINDS[whole[1].lower()] == KINDS.get(kind, KINDS[whole[1].lower()])
                ):
                    if re.fullmatch(rf"{NAME}|\d{{1,2}}|số\s+\d{{1,2}}", whole[2].strip(" .,;:")) and not is_noun(
                        whole[1], whole[2], ""
                    ):
                        self._add(whole[1].lower(), whole[2])
                elif kind and _A_NAME.fullmatch(cell) and not _NO_NAME.search(fold(cell)) and not cell.isupper():
                    self._add(kind, cell)
            return

    def of_cell(self, cell: str) -> str:
        """The id of the place that a cell is; "" where it is none: the number of a row is not that of a village."""
        said = " ".join(cell.split()).lower()
        if said.isdigit():
            return ""
        if said in self._by_name:
            return self._by_name[said]
        if re.search(r"quản lý chung|dự phòng chung", said) and self.own_id:
            return self.own_id
        return ""

    def _is_own_city(self, kind: str, name: str) -> bool:
        """Whether "thành phố A" is the plan's own place, not a city in it that has its name."""
        own = self.own.lower()
        return kind == "thành phố" and own.startswith("thành phố ") and name.lower() in own

    def names(self) -> dict[str, str]:
        """Small letters of a name with its kind -> id."""
        return dict(self._by_name)

    def _add(self, kind: str, name: str, *, old: bool = False) -> str:
        kind, name = " ".join(kind.lower().split()), " ".join(name.split()).strip(" ,.;")
        if kind not in KINDS or not name or self._is_own_city(kind, name):
            return ""
        full = f"{kind} {name}" + (" (cũ)" if old else "")
        if full.lower() in self._by_name:
            return self._by_name[full.lower()]
        level = KINDS[kind]
        if kind == "thành phố" and f"{self.province or self.own} ".lower().startswith("tỉnh "):
            level = "district"  # a city within a province
        bare = slugify(name) if level in ("province", "commune", "district") and not old else slugify(full)
        id = bare if bare and bare not in self.records else slugify(full)
        if id in self.records:
            return ""
        otherwise = PlaceKind.CITY if kind == "thành phố" and level == "district" else CALLED_OTHERWISE.get(kind)
        called = otherwise.value if otherwise else level
        record: dict[str, object] = {"id": id, "name": full, "kind": called}
        if level == "village" and self.own_id:
            record["part_of"] = self.own_id
        elif level in ("commune", "ward", "township", "district") and self.province and full != self.province:
            above = self._by_name.get(self.province.lower())
            own = self._by_name.get(self.own.lower())
            parent = own if own and self.own.startswith("huyện") and level != "district" else above
            if parent and parent != id:
                record["part_of"] = parent
        self.records[id] = record
        self._by_name[full.lower()] = id
        if level == "village" and name.lower() not in self._by_name:
            self._by_name[name.lower()] = id
            record["names"] = [name]
        elif name.lower() not in self._by_name and self.own.lower() != full.lower():
            self._by_name[name.lower()] = id
        return id
