"""The examples of the guide: the plan's own, and neutral ones where it has none."""

from __future__ import annotations

import json
from dataclasses import dataclass

import yaml
from markupsafe import Markup

from ..derive.programme import Programme
from ..load.registries import Agency, Document, Everyday, Group
from ..load.vocabulary import DocumentKind, GroupKind
from ..vietnamese.slugs import slugify

_GROUP = Group(id="ho-ngheo", name="Hộ nghèo", kind=GroupKind.HOUSEHOLD)
_NAMED = Group(id="nguoi-khuyet-tat", name="Người khuyết tật", kind=GroupKind.PERSON, aliases=("khuyết tật", "tàn tật"))
_EVERYDAY = Everyday(say=("ruộng muối", "đồng muối"), means="nghề muối")
_PROJECT_FILE = "data/projects/du-an-1.yaml"
_AMOUNT = "1.234 triệu đồng,"
_MOST = 2
"""Of a list, as many as show that there may be several."""


@dataclass(frozen=True)
class GuideExamples:
    """What the pages of the guide show as examples.

    `parts` are the numbers of the parts without projects, `amount` is the text of a
    budget line, `archive` the name of the ZIP for a USB stick.
    """

    project_file: str
    parts: tuple[str, ...]
    amount: str
    bearer: Agency
    issuer: Agency
    group: Group
    named: Group
    aliases: tuple[str, ...]
    say: tuple[str, ...]
    means: str
    document: Document
    archive: str


def guide_examples(programme: Programme, site_name: str) -> GuideExamples:
    """The first fitting of each in the plan's data."""
    data, issuer = programme.data, programme.agencies[programme.plan.agency]
    read = (
        one.phrase.text for one in programme.spots if (money := one.phrase.money) and not (money.amount or money.total)
    )
    leads = (agency for node in programme.nodes for agency in programme.leads(node))
    households = (one for one in data.groups if one.kind == GroupKind.HOUSEHOLD)
    named = next((one for one in data.groups if one.aliases), _NAMED)
    everyday = next(iter(data.search.everyday), _EVERYDAY)
    document = Document(id="nd-12-2024", kind=DocumentKind.DECREE, number="12/2024/NĐ-CP", issuer=issuer.id)
    return GuideExamples(
        project_file=data.projects[0].at.file if data.projects else _PROJECT_FILE,
        parts=tuple(section.number for section in data.sections if not section.projects),
        amount=next(read, _AMOUNT),
        bearer=next(leads, issuer),
        issuer=issuer,
        group=next(households, next(iter(data.groups), _GROUP)),
        named=named,
        aliases=named.aliases[:_MOST],
        say=everyday.say[:_MOST],
        means=everyday.means,
        document=next(iter(data.documents), document),
        archive=f"{slugify(site_name or programme.plan.short_title)}.zip",
    )


def as_yaml(value: str | tuple[str, ...]) -> Markup:
    """A text or a list of texts as it stands in data/ on one line: plain where YAML reads it so, else in quotes.

    For a block of code, whose letters Markdown escapes itself.
    """
    if not isinstance(value, str):
        return Markup(f"[{', '.join(_scalar(one, flow=True) for one in value)}]")
    return Markup(_scalar(value, flow=False))


def _scalar(text: str, *, flow: bool) -> str:
    text = " ".join(text.split())
    try:
        plain = yaml.safe_load(f"[{text}]" if flow else f"- {text}") == [text]
    except yaml.YAMLError:
        plain = False
    return text if plain else json.dumps(text, ensure_ascii=False)
