"""The steps after the pages are built. A builder's hook calls `finish`.

Scripts and search index are written and named by their contents, so that a
server may let browsers keep them for ever; the style sheet goes into each page,
under a policy that allows it by its hash and nothing else that is inline.
Without these steps the pages work too: with a linked style sheet, no search box.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import shutil
from html import escape
from pathlib import Path

from ..derive.programme import Programme
from ..history import change_log, git
from ..history.git import Version
from ..opendata import files as open_files
from ..pages import addresses
from ..pages import files as page_files
from ..render.renderer import Renderer
from . import bundles, page_identity, pdf, search_index

_STYLE_LINK = '<link rel="stylesheet" href="'
_UNUSED = ("assets/javascripts", "assets/stylesheets", "assets/images")
"""What Material brings and no page of ours asks for (3 MB)."""
_COMPRESSED = (".html", ".js", ".css", ".svg", ".json", ".xml", ".txt", ".csv")


def policy(style: str) -> str:
    """The content security policy of every page, for the style sheet that stands in it."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'sha256-{digest}'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
    )


def finish(programme: Programme, site: Path, root: Path) -> None:
    """Complete the pages in `site`, built from the project in `root`."""
    version = git.version(root)
    log = change_log.log(root, programme)
    renderer = Renderer(programme, log)
    home = page_identity.address_of((site / "index.html").read_text(encoding="utf-8")).removesuffix("index.html")
    open_files.write(programme, site, version, home)
    if log.since:
        dated = [entry for entry in log.entries if entry.date]
        feed = renderer.part("feed.xml", entries=dated, address=home)
        (site / f"{addresses.CHANGES}.xml").write_text(feed, encoding="utf-8")
    made, style = bundles.bundled()
    made |= search_index.files(programme, site)
    names = {}
    for name, content in made.items():
        stem, _, ending = name.rpartition(".")
        names[name] = f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}"
        target = site / "assets" / names[name]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for folder in _UNUSED:
        shutil.rmtree(site / folder, ignore_errors=True)
    entities = {addresses.page(entity) for entity in page_files.entities(programme)}
    sheets = set(pdf.sheet_pages(programme))
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        text = _complete(text, style, names)
        text = _identify(text, renderer, version)
        here = page.relative_to(site).with_suffix("").as_posix()
        sheet = here if here in sheets else None
        files = renderer.render("files.html", here, sheet=sheet, booklet=pdf.BOOKLET, data=here in entities)
        page.write_text(text.replace("<!-- files -->", files.strip(), 1), encoding="utf-8")
    pdf.write(programme, site, version)
    for path in sorted(site.rglob("*")):
        if path.suffix in _COMPRESSED and path.is_file():
            packed = path.with_name(f"{path.name}.gz")
            packed.write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))


def _identify(page: str, renderer: Renderer, version: Version) -> str:
    """One page with its identity, for paper, and the version of its data, for all."""
    line = page_identity.version_line(version)
    page = page.replace("<!-- version -->", f"{line}.", 1)
    if "<!-- identity -->" not in page:
        return page
    address = page_identity.address_of(page)
    block = renderer.part("identity.html", address=address, qr=address and page_identity.qr(address), version_line=line)
    return page.replace("<!-- identity -->", block, 1)


def _complete(page: str, style: str, names: dict[str, str]) -> str:
    """One page with its policy, its style sheet and the names of its scripts."""
    before, found, after = page.partition(_STYLE_LINK)
    if not found:
        return page
    rest = after.partition(">")[2]
    head = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(style))}">\n'
    # The policy must stand before what it allows.
    start, charset, end = before.partition('<meta charset="utf-8">\n')
    page = f"{start}{charset}{head}{end}<style>{style}</style>{rest}"
    listed = {name: new for name, new in names.items() if name != "site.js"}
    page = page.replace("assets/site.js", f"assets/{names['site.js']}", 1)
    files = escape(json.dumps(listed, separators=(",", ":")))
    return page.replace(" data-search=", f' data-files="{files}" data-search=', 1)
