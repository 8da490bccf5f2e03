"""Render the partials of `templates/` to the Markdown and HTML of a page.

Every value from `data/` passes through Jinja's autoescape and stands inside a
block of raw HTML, or through `md` in a Markdown heading: it is text, never
markup. Templates know the page they are for (`here`) and link relatively.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from inspect import signature
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from jinja2 import ChoiceLoader, Environment, FileSystemBytecodeCache, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from ..cache import code
from ..derive import (
    collectives,
    deadlines,
    duty_places,
    duty_sheets,
    group_pages,
    left_open,
    parts_played,
    short_quotes,
    support,
    support_steps,
    work_parts,
)
from ..derive.full_text import heading, number_line
from ..derive.programme import Programme
from ..derive.statements import CLOSING, HEAD, PREAMBLE, RECIPIENTS, SIGNATURE
from ..history import change_log
from ..load import vocabulary
from ..load.dataset import Project
from ..load.examples import Examples
from ..load.key_files import files_of_keys
from ..load.keys import KEYS
from ..load.registries import Agency, Document, Group, Place
from ..opendata import catalogue
from ..pages import addresses, homes, page_files, settings, source
from ..pages.names import WORDS
from ..vietnamese import formats
from ..vietnamese.slugs import slugify
from . import charts, explanations, filters, guide_pictures, icons, report_diagram
from .guide_examples import as_yaml, guide_examples

TEMPLATES = Path(__file__).resolve().parent / "templates"
GUIDE = TEMPLATES.parents[1] / "guide"


class Renderer:
    """Renders the pages of one plan. Methods return Markdown with raw HTML blocks.

    `words` are the methods that a page may call as macros.
    """

    words = WORDS

    def __init__(
        self,
        programme: Programme,
        log: change_log.Log = change_log.UNKNOWN,
        site_name: str = "",
        proof: source.Proof | None = None,
        neighbours: tuple[settings.Neighbour, ...] = (),
    ):
        self.programme = programme
        self.log = log
        self.site_name = site_name
        self.proof = proof
        self.neighbours = neighbours
        self.terms = explanations.Terms(programme)
        self.environment = Environment(
            loader=ChoiceLoader(
                [FileSystemLoader(TEMPLATES), PrefixLoader({addresses.GUIDE: FileSystemLoader(GUIDE)})]
            ),
            autoescape=True,
            bytecode_cache=FileSystemBytecodeCache(pattern=f"__programme_{code()}_%s.cache"),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.filters.update(
            as_yaml=as_yaml,
            md=filters.md,
            by_paragraph=filters.by_paragraph,
            by_node=filters.by_node,
            distinct=filters.distinct,
            each=filters.each,
            in_words=filters.in_words,
            unsaid=filters.unsaid,
            ids=filters.ids,
            ids_of=filters.ids_of,
            nodes=filters.nodes,
            phrases=filters.phrases,
            without=filters.without,
            money=formats.money,
            number=formats.number,
            percent=formats.percent,
            quotation=formats.quotation,
            lower_first=formats.lower_first,
            upper_first=formats.upper_first,
            vn_date=formats.date,
            place_and_date=formats.place_and_date,
            number_line=number_line,
            ref_label=programme.ref_label,
            part_heading=heading,
            slug=slugify,
            page_slug=addresses.slug,
            uuid=lambda text: str(uuid5(NAMESPACE_URL, text)),
            alphabetical=lambda records: sorted(records, key=lambda one: formats.sort_key(one.name)),
        )
        self.environment.policies["json.dumps_kwargs"] = {}  # keys in the order they are given in
        self.environment.globals.update(
            p=programme,
            log=log,
            proof=proof,
            neighbours=neighbours,
            source_file=source.FILE,
            plan=programme.plan,
            a=addresses,
            v=vocabulary,
            report_diagram=report_diagram,
            short_quotes=short_quotes,
            support=support,
            support_steps=support_steps,
            work_parts=work_parts,
            left_open=left_open,
            catalogue=catalogue,
            charts=charts,
            deadlines=deadlines,
            icons=icons,
            parts_played=parts_played,
            duty_places=duty_places,
            collectives=collectives,
            duty_sheets=duty_sheets,
            group_pages=group_pages,
            parts={
                "head": HEAD,
                "preamble": PREAMBLE,
                "closing": CLOSING,
                "recipients": RECIPIENTS,
                "signature": SIGNATURE,
            },
            overviews=page_files.overviews(programme),
            first_section=programme.data.sections[0].number if programme.data.sections else None,
            first_appendix=programme.refs[programme.plan.appendices[0]] if programme.plan.appendices else None,
            goal_parts=homes.goal_parts(programme),
            money_section=homes.money_clause(programme),
            example_ref=homes.example_ref(programme),
            text_parts=homes.text_parts(programme),
            spelled_at=partial(homes.spelled_at, programme),
        )

    def render(self, template: str, here: str, **context: Any) -> str:
        """Render `templates/<template>` for the page with the path `here`."""
        link: Callable[[Any], str] = partial(self._link, here)
        page = explanations.Page()
        explained = partial(self.terms.explain, page=page)
        linked = partial(filters.linked, self.programme, here)
        known = {"here": here, "link": link, "explained": explained, "linked": linked}
        body = self.environment.get_template(template).render(**known, **context)
        short = self.terms.short_forms(body, page)
        if not page.used and not short:
            return body
        listed = self.environment.get_template("explanations.md")
        return f"{body}\n\n{listed.render(link=link, used=page.used.values(), short=short)}"

    def part(self, template: str, **context: Any) -> str:
        """Render a partial that belongs to no page of its own."""
        return self.environment.get_template(template).render(**context)

    @staticmethod
    def _link(here: str, target: Any) -> str:
        """The relative link to an entity, a path, or "#ref" for a clause of the full text."""
        if not isinstance(target, str):
            target = addresses.page(target)
        elif target.startswith("#"):
            target = f"{addresses.FULL_TEXT}{target}"
        return addresses.relative(here, target)

    # -- one method for each kind of page ----------------------------------

    def project(self, code: str) -> str:
        """The page of a project or sub-project, by its code ("3.2"; with several programmes "giam-ngheo/3.2")."""
        node: Project = self._find(self.programme.by_key, code, "dự án")
        before, after = self.programme.neighbours[node]
        return self.render("project.md", addresses.page(node), node=node, before=before, after=after)

    def agency(self, id: str) -> str:
        """The page of a body, by its id."""
        agency: Agency = self._find(self.programme.agencies, id, "cơ quan")
        return self.render("agency.md", addresses.page(agency), agency=agency)

    def group(self, id: str) -> str:
        """The page of a target group, by its id."""
        group: Group = self._find(self.programme.groups, id, "nhóm đối tượng")
        return self.render("group.md", addresses.page(group), group=group)

    def document(self, id: str) -> str:
        """The page of a legal document, by its id."""
        document: Document = self._find(self.programme.documents, id, "văn bản")
        return self.render("document.md", addresses.page(document), document=document)

    def place(self, id: str) -> str:
        """The page of a place that the plan says something of, by its id."""
        place: Place = self._find({one.id: one for one in self.programme.told_places}, id, "địa bàn")
        return self.render("place.md", addresses.page(place), place=place)

    def overview(self, name: str) -> str:
        """A page about the whole plan, by its address ("kinh-phi", "du-an", "index")."""
        pages = {
            one: f"{one}/index" if one in page_files.FOLDERS else one for one in page_files.overviews(self.programme)
        }
        return self.render(f"{name}.md", self._find(pages, name, "trang chung"))

    def guide(self, name: str) -> str:
        """A page of the guide, by its name ("index", "khoa", "macro"); its examples are those of the plan."""
        pages = dict.fromkeys(page_files.GUIDE_PAGES, f"{addresses.GUIDE}/{name}.md")
        page = self.part(
            self._find(pages, name, "trang hướng dẫn"),
            of=guide_examples(self.programme, self.site_name),
            keys=Markup(self.keys()) if name == "khoa" else "",
            words=Markup(self.words_list()) if name == "macro" else "",
            picture=guide_pictures.picture,
        )
        if not self.programme.open_questions:
            return page
        title, _, rest = page.partition("\n")
        return f"{title}\n\n{self.part('draft.md')}\n{rest}"

    def keys(self) -> str:
        """The table of all keys of `data/`: name, meaning, the files that have it, example."""
        examples = Examples.of(self.programme.data)
        keys = [
            (entry.rpartition(".")[2], entry.rpartition(".")[0], KEYS[entry], files, examples.fill(KEYS[entry].example))
            for entry, files in sorted(files_of_keys().items(), key=lambda one: one[0].rpartition(".")[::-1])
        ]
        return self.render("keys.md", f"{addresses.GUIDE}/khoa", keys=keys)

    def words_list(self) -> str:
        """The list of the words a page may use, with what each gives. For engineers."""
        found = [
            (word, f"({', '.join(signature(getattr(self, word)).parameters)})", WORDS[word]) for word in self.words
        ]
        return self.render("words.md", f"{addresses.GUIDE}/macro", words=found)

    @staticmethod
    def _find(known: dict[str, Any], key: str, what: str) -> Any:
        if key not in known:
            raise KeyError(f'không có {what} nào mang mã "{key}" trong data/')
        return known[key]
