"""Which document a file is of: its addresses as Akoma Ntoso names works, expressions and files, and its dates."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ...derive.full_text import number_line
from ...derive.programme import Programme
from ...history.git import Version
from ...load.registries import Document
from ...load.vocabulary import DocumentKind
from ...vietnamese.slugs import slugify
from .xml import element

COUNTRY = "vn"
EDITOR = "#trang-web"
"""Who made the marks and the file: this site, not who issued the plan."""
_ACT, _STATEMENT, _DOC = "act", "statement", "doc"
_TYPES = {
    **dict.fromkeys((DocumentKind.LAW, DocumentKind.ORDINANCE, DocumentKind.DECREE, DocumentKind.CIRCULAR), _ACT),
    **dict.fromkeys((DocumentKind.DECISION, DocumentKind.RESOLUTION), _STATEMENT),
}
"""What a kind of document is to Akoma Ntoso, where that is no "doc": a rule of law, a body's formal will."""
_WHOLE_DAY = len("2024-01-31")
_ISSUED, _OF_THE_DATA = "ngay-ban-hanh", "ngay-cua-du-lieu"
_NO_NUMBER = "nn"
"""The convention's word where a document has nothing to tell it from others."""


def name_of(kind: str | None) -> str:
    """A kind of document as a name; one that is not told is a plan."""
    return slugify(kind or "") or "ke-hoach"


def type_of(kind: str | None) -> str:
    """The element for a document of this kind, as its head writes it ("QUYẾT ĐỊNH")."""
    known = next((one for one in DocumentKind if slugify(one.label) == name_of(kind)), None)
    return _STATEMENT if known and _TYPES.get(known) == _STATEMENT else _DOC


def plan_work(programme: Programme) -> str:
    """The address of the plan as a work. A number left blank in the source is no part of it: the title stands there."""
    header = programme.plan.header
    name = f"{header.number}/{header.symbol}" if header.number else " ".join(header.title_lines)
    return _work(
        type_of(header.kind), header.kind, programme.plan.agency, header.date or programme.plan.period.start, name
    )


def cited_work(document: Document) -> str:
    """The address of a document that is cited; "" where its date is not known, which an address must have."""
    if not document.date:
        return ""
    kind = document.kind
    return _work(_TYPES.get(kind, _DOC), kind.label, document.issuer, document.date, document.number)


def _work(type_: str, kind: str | None, issuer: str, date: str, name: str) -> str:
    """The convention knows whole days and years: of a month only the year is said."""
    day = date if len(date) == _WHOLE_DAY else date[:4]
    return "/".join(("/akn", COUNTRY, type_, name_of(kind), issuer, day, slugify(name) or _NO_NUMBER))


def identification(programme: Programme, version: Version, address: str, component: str, issuer: str) -> Element:
    """The plan as work, expression and file. `component`: which part of the work; `issuer`: the reference to who
    issued it; `address`: that of this file on the web, or "".
    """
    work, header = plan_work(programme), programme.plan.header
    expression = f"{work}/vie@"
    issued = {"date": header.date, "name": _ISSUED} if header.has_day else {"date": version.day, "name": _OF_THE_DATA}
    number = [element("FRBRnumber", value=number_line(header).removeprefix("Số: "))] if header.number else []
    title = element("FRBRalias", value=programme.plan.short_title, name="title")
    place = [element("FRBRalias", value=address, name="dia-chi")] if address else []
    author = {"href": issuer}
    return element(
        "identification",
        element(
            "FRBRWork",
            *_addresses(f"{work}/!{component}", work), title, element("FRBRdate", **issued),
            element("FRBRauthor", **author), element("FRBRcountry", value=COUNTRY),
            element("FRBRsubtype", value=name_of(header.kind)), *number,
        ),
        element(
            "FRBRExpression",
            *_addresses(f"{expression}/!{component}", expression), element("FRBRdate", **issued),
            element("FRBRauthor", **author), element("FRBRauthoritative", value="false"),
            element("FRBRlanguage", language="vie"),
        ),
        element(
            "FRBRManifestation",
            *_addresses(f"{expression}/!{component}.xml", f"{expression}.xml"), *place,
            element("FRBRdate", date=version.day, name=_OF_THE_DATA), element("FRBRauthor", href=EDITOR),
            element("FRBRformat", value="application/akn+xml"),
        ),
        source=EDITOR,
    )  # fmt: skip


def _addresses(this: str, whole: str) -> tuple[Element, Element]:
    return element("FRBRthis", value=this), element("FRBRuri", value=whole)


def left_blank(programme: Programme, version: Version) -> list[str]:
    """What the source leaves blank and this file therefore does not say, or says of the data; as notes of the site."""
    header = programme.plan.header
    found = []
    if not header.number:
        found.append("Bản nguồn để trống số của văn bản. Tệp này không ghi số; địa chỉ FRBR lấy tên văn bản thay số.")
    if not header.has_day:
        found.append(
            "Bản nguồn để trống ngày ban hành. Akoma Ntoso buộc FRBRdate có đủ ngày, tháng, năm, nên ở đó ghi ngày "
            f"của dữ liệu ({version.day}), không phải ngày ban hành."
        )
    if not version.date:
        found.append(f"Chưa biết ngày của dữ liệu. {version.day} chỉ ghi cho đủ khuôn, không phải ngày có thật.")
    return found
