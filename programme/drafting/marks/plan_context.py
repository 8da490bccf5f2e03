"""What a plan is as a whole, and what each of its texts stands under: level, place, years, projects, what a part is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from ...vietnamese.slugs import fold, slugify
from ..outline import labels
from ..shape import Draft, Head, Part, Passage
from .words import NAME, UPPER

_ISSUER_LEVEL = (
    ("district", r"^(?:huyen|thi xa|quan)\b"),
    ("commune", r"^(?:xa|phuong|thi tran|dac khu)\b"),
    ("province", r"^(?:tinh|thanh pho)\b"),
)
_PLACE_LINE = re.compile(r"(?i)\b(xã(?!\s+hội)|phường|thị trấn|đặc khu|huyện|thị xã|quận|tỉnh|thành phố)\s+(.+)$")

_GIVES_OUT = r"phan cong|to chuc thuc hien|trach nhiem|\bai (?:lam|lo|nhan)(?: gi| viec)?\b|giao viec|phan viec|viec cua (?:tung|moi|cac)"
"""How a heading says, folded, that work is given out below it."""
KINDS = (
    ("assignment", rf"{_GIVES_OUT}|co quan (?:chu tri|thuc hien)|don vi (?:chu tri|thuc hien)|nhiem vu cua cac"),
    ("timing", r"thoi gian|tien do|lo trinh|thoi han|^(?:khi nao|bao gio)\b"),
    ("norm", r"dinh muc|muc (?:ho tro|chi|vay)\b|noi dung va muc ho tro"),
    ("budget", r"kinh phi|nguon von|^von\b(?! vay)|nguon luc|du toan|nhu cau von|tong von|^tien\b|\b(?:chia|nguon|so) tien\b"),
    ("beneficiaries", r"(?<!quan ly )(?<!ra soat )(?<!xac dinh )(?<!lap danh sach )doi tuong|(?:nguoi|ho|don vi|ben|nhom) (?:duoc |thu )?(?:huong|ho tro)\b"),
    ("scope", r"pham vi|dia ban"),
    ("objective", r"muc tieu|chi tieu|ket qua (?:can dat|du kien)|muc dich"),
    ("content", r"noi dung|nhiem vu|giai phap|hoat dong|cac viec|(?:cong )?viec (?:can|phai|se) lam|viec lam trong nam|cach lam|lam (?:gi|nhung gi)\b"),
)  # fmt: skip
"""Kind of clause -> what its heading says (folded)."""
NAMED_FOR_GOALS = re.compile(r"(?:cac )?(?:chuong trinh )?(?:muc tieu quoc gia|mtqg)")
"""The national programmes have "goals" in their name: a heading that names one tells of no goals."""
_BOTH = re.compile(r"^(?:pham vi|dia ban)\b.*doi tuong")
_LABEL = re.compile(rf"^({UPPER}[^:;.,]{{2,45}}?|Đối tượng[^:;.]{{0,45}}?)\s*:\s+")
_PAST = re.compile(
    r"dac diem|tinh hinh|thuc trang|ket qua (?:thuc hien )?(?:nam|giai doan|cong tac|giam ngheo|20\d\d)|(?:ket qua|chi tieu|muc tieu) (?:da )?dat duoc|da dat duoc|danh gia (?:ket qua|chung)|ton tai|han che|su can thiet"
)
_ASSIGNS = re.compile(rf"{_GIVES_OUT}|nhiem vu cua cac (?:co quan|don vi|phong|so)|to chuc trien khai")
_REPORTS = re.compile(r"bao cao")
_TABLE = re.compile(r"(?i)(?:bảng|biểu)(?:\s+số)?\s*\d")
"""How the title of a table begins: what stands behind the table is of the part around it."""


@lru_cache(maxsize=4096)
def kind_of(heading: str) -> str:
    """What a clause with this heading is about; "" if it says nothing of the kind."""
    said = NAMED_FOR_GOALS.sub("chuong trinh", fold(heading)).strip(" .:;")
    if _BOTH.match(said):
        return "beneficiaries"
    if re.match(r"(?:noi dung|muc tieu)", said) and "kinh phi" in said:
        return "content"
    return min(
        (
            (match.start(), place, kind)
            for place, (kind, pattern) in enumerate(KINDS)
            if (match := re.search(pattern, said))
        ),
        default=(0, 0, ""),
    )[2]


@lru_cache(maxsize=4096)
def _said(title: str) -> str:
    return fold(title)


def title_of(part: Part) -> str:
    """What a part is called: its heading, or its label where it has none ("TÌNH HÌNH NGHÈO")."""
    return part.heading or part.label


def words_of(part: Part) -> str:
    """The words of a part's heading; where it has no number these are its label ("Phòng Kinh tế", not "Điều 1.")."""
    return part.heading or ("" if labels.understood(part.label) else _SIGN.sub("", part.label))


_SIGN = re.compile(r"^[^\w(“\"'\[]+\s+(?=\w)")
"""The sign that a heading begins with: "* Về thu nhập"."""


def repeated_headings(context: Context) -> set[str]:
    """Headings, folded, that stand in several parts of a plan: they name a side of each ("Khi nào"), nobody."""
    homes: dict[str, set[int]] = {}
    for part, place in context.parts():
        if said := fold(words_of(part)).strip(" .:"):
            homes.setdefault(said, set()).add(id(place.above[-1]) if place.above else 0)
    return {said for said, parts in homes.items() if len(parts) > 1}


def label_of(text: str) -> str:
    """The words before the colon that a text begins with: "Đối tượng" of "Đối tượng: hộ nghèo"."""
    match = _LABEL.match(text)
    return match[1] if match else ""


@dataclass
class ProjectName:
    """A project and the ways in which words name it."""

    key: str
    pattern: re.Pattern[str]
    part: Part


@dataclass
class Place:
    """Where a text stands: its part, those above it, and what follows from them."""

    part: Part | None = None
    above: tuple[Part, ...] = ()
    """From the top down, without `part`."""

    @property
    def project(self) -> Part | None:
        """The project that it stands in."""
        return next((one for one in reversed(self.line) if one.kind in ("project", "subproject")), None)

    @property
    def line(self) -> tuple[Part, ...]:
        """All parts that it stands in, from the top down."""
        return (*self.above, self.part) if self.part else self.above

    @property
    def kind(self) -> str:
        """What the nearest clause is about whose heading says it."""
        for one in reversed(self.line):
            if one.kind in ("project", "subproject"):
                break
            if not _TABLE.match(title_of(one)) and (kind := kind_of(title_of(one))):
                return kind
        return ""

    @property
    def tells_of_the_past(self) -> bool:
        """Whether it is about the state of things, or what was done before."""
        return any(_PAST.search(_said(title_of(one))) for one in self.line) and not self.project

    @property
    def assigns(self) -> bool:
        """Whether work is given out here."""
        return any(
            (one.kind == "article" and not one.heading)
            or _ASSIGNS.search(_said(title_of(one)))
            or kind_of(title_of(one)) == "assignment"
            for one in self.line
        )

    @property
    def reports(self) -> bool:
        """Whether it is about reporting."""
        return any(_REPORTS.search(_said(title_of(one))) for one in self.line)


@dataclass
class Context:
    """A plan as a whole."""

    draft: Draft
    level: str = "commune"
    place: str = ""
    """"xã Vạn Xuân"."""
    province: str = ""
    """"tỉnh Lam Giang"."""
    years: tuple[int, int] = (0, 0)
    projects: list[ProjectName] = field(default_factory=list)

    def texts(self) -> Iterator[tuple[Passage, Place]]:
        """Every passage with where it stands, but for recipients."""
        for passage in self.draft.basis:
            yield passage, Place()
        for part, place in self.parts():
            for passage in part.passages():
                yield passage, place
        for passage in self.draft.closing:
            yield passage, Place()

    def parts(self) -> Iterator[tuple[Part, Place]]:
        """Every part with where it stands (its own place: it is the `part` of it)."""

        def walk(part: Part, above: tuple[Part, ...]) -> Iterator[tuple[Part, Place]]:
            yield part, Place(part, above)
            for one in part.parts:
                yield from walk(one, (*above, part))

        for part in (*self.draft.articles, *self.draft.parts, *self.draft.appendices):
            yield from walk(part, ())

    @cached_property
    def whole_text(self) -> str:
        """All words of the plan, for what is sought in all of them."""
        heads = [self.draft.head, *([self.draft.annex] if self.draft.annex else [])]
        lines = [line for head in heads for line in (*head.issuer_lines, *head.title_lines)]
        lines += [passage.text for passage, _ in self.texts()] + [one.text for one in self.draft.recipients]
        lines += [note.text for note in self.draft.footnotes.values()]
        for part in self.draft.walk():
            lines += [part.label, part.heading]
            for table in part.tables:
                lines += [table.caption, table.unit_line, *table.columns, *(cell for row in table.rows for cell in row)]
        return "\n".join(line for line in lines if line)

    @cached_property
    def _any_project(self) -> re.Pattern[str]:
        """What every name of a project has: a word for it, or a code with letters."""
        codes = [re.escape(one.part.code) for one in self.projects if re.search(r"[A-Za-z]", one.part.code)]
        words = [re.escape(one.part.label.split()[0]) for one in self.projects if one.part.label.split()]
        return re.compile("|".join(dict.fromkeys([*codes, *words, r"(?i:dự\s+án|nội\s+dung)"])))

    @cached_property
    def below(self) -> dict[str, set[str]]:
        """Key of a project -> the keys of those right below it."""
        return {
            named.key: {self.key_of(part) for part in named.part.parts if part.kind == "subproject"}
            for named in self.projects
        }

    def key_of(self, part: Part) -> str:
        """How data names a project: "3.2", "giam-ngheo/3.2"."""
        return f"{part.programme}/{part.code}" if part.programme else part.code

    def named_projects(self, text: str) -> list[tuple[int, int, str]]:
        """The projects that words name: (start, end, key), each place once."""
        found: list[tuple[int, int, str]] = []
        if not self._any_project.search(text):
            return found
        for named in self.projects:
            found += [(*match.span(), named.key) for match in named.pattern.finditer(text)]
        found.sort(key=lambda one: (one[0], -one[1]))
        chosen: list[tuple[int, int, str]] = []
        for one in found:
            if not any(one[0] < other[1] and other[0] < one[1] for other in chosen):
                chosen.append(one)
        return chosen


def context_of(draft: Draft) -> Context:
    """The context of a draft."""
    context = Context(draft)
    _issuer(context)
    context.years = _years(draft)
    nodes = [part for part in draft.walk() if part.kind in ("project", "subproject")]
    codes = [part.code for part in nodes]
    for part in nodes:
        context.projects.append(ProjectName(context.key_of(part), _called(part, nodes, codes), part))
    return context


def department_of(context: Context) -> str:
    """The department that issues a plan as the text writes it, "Sở Nội vụ"; "" where none does."""
    line = next((one.strip() for one in reversed(context.draft.head.issuer_lines) if one.strip()), "")
    if not fold(line).startswith("so "):
        return ""
    texts = "\n".join(one for one in context.whole_text.split("\n") if not one.isupper())
    written = re.search(rf"(?i)\b{re.escape(line)}\b", texts)
    return written[0] if written and written[0][:1].isupper() else f"{line[:1].upper()}{line[1:].lower()}"


def _issuer(context: Context) -> None:
    head: Head = context.draft.head
    lines = [line.strip() for line in head.issuer_lines if line.strip()]
    text = " ".join(lines)
    for line in reversed(lines):
        level = next((level for level, pattern in _ISSUER_LEVEL if re.search(pattern, fold(line))), "")
        if match := _PLACE_LINE.search(line):
            level = level or next((level for level, pattern in _ISSUER_LEVEL if re.search(pattern, fold(match[0]))), "")
            context.level = level or context.level
            context.place = f"{match[1].lower()} {_title(match[2])}"
            break
    else:
        if re.search(r"\b(?:so|tinh uy)\b", fold(text)):
            context.level = "province"
    whole = context.whole_text
    if context.place:  # noqa: SIM102
        # The name as the text writes it: capitals of a letterhead do not tell "Vạn Xuân" from "Vạn xuân".
        if match := re.search(
            rf"(?i)\b{re.escape(context.place)}\b", "\n".join(line for line in whole.split("\n") if not line.isupper())
        ):
            context.place = match[0][:1].lower() + match[0][1:]
    if context.level == "province":
        context.province = context.place
    elif match := re.search(rf"\btỉnh\s+({NAME})", whole):
        context.province = f"tỉnh {match[1]}"


def _title(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in text.split()) if text.isupper() else text


def _years(draft: Draft) -> tuple[int, int]:
    heads = [*([draft.annex] if draft.annex else []), draft.head]
    for head in heads:
        title = " ".join(head.title_lines)
        if match := re.search(r"giai đoạn\s+(20\d\d)\s*[-–]\s*(20\d\d)", title):
            first, last = int(match[1]), int(match[2])
            if single := re.search(r"\bnăm\s+(20\d\d)", title):
                return int(single[1]), int(single[1])
            return first, last
        if years := re.findall(r"\b(20\d\d)\b", title):
            return int(years[0]), int(years[-1])
    if draft.head.date:
        return int(draft.head.date[:4]), int(draft.head.date[:4])
    return 0, 0


def _called(part: Part, nodes: list[Part], codes: list[str]) -> re.Pattern[str]:
    """A pattern for the ways a project is named: its code, its label, its label with that of the project above."""
    ways: list[str] = []
    label = part.label.rstrip(" .:-–")
    unique = sum(one.label.rstrip(" .:-–") == label for one in nodes) == 1
    if label and unique:
        ways.append(re.escape(label).replace(r"\ ", r"\s+"))
        if "(" in label:
            ways.append(re.escape(label.split("(")[0].strip()).replace(r"\ ", r"\s+"))
    if re.search(r"[A-Za-z]", part.code):
        ways.append(rf"(?:(?:[Tt]iểu\s+)?[Dd]ự\s+án\s+|[Nn]ội\s+dung(?:\s+thành\s+phần)?\s+)?{re.escape(part.code)}")
    elif "." in part.code:
        above, below = part.code.split(".", 1)
        ways.append(rf"[Tt]iểu\s+dự\s+án\s+{re.escape(below)}\s*(?:,|-|–|của|thuộc)?\s*[Dd]ự\s+án\s+{re.escape(above)}")
        ways.append(rf"(?:[Tt]iểu\s+)?[Dd]ự\s+án\s+{re.escape(part.code)}")
    elif codes.count(part.code) == 1 and re.match(r"(?i)dự án", label):
        ways.append(rf"(?<!iểu )[Dd]ự\s+án\s+(?:số\s+)?{re.escape(part.code)}")
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(ways) or '(?!)'})(?![\w-]|\.\d)")


def programme_ids(parts: list[Part]) -> dict[str, str]:
    """Programme as the outline names it -> an id."""
    return {one: slugify(one) for one in dict.fromkeys(part.programme for part in parts if part.programme)}
