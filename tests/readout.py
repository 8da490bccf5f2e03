"""What a plan says, told line by line in words: what tests compare with the lines in `tests/engine/expected/`.

Those lines were first written down from what the engine said; then each was read beside the text of the plan by
somebody who had not made the engine, and what was wrong was mended. When a line changes, look it up in that text.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from programme import Programme
from programme.derive import deadlines, duty_places, duty_sheets, left_open, parts_played, support, support_steps
from programme.derive.full_text import rebuild
from programme.derive.search_words import known_words, search_words
from programme.history.git import Version
from programme.history.page_facts import facts
from programme.load.dataset import Project
from programme.load.registries import Agency
from programme.opendata import catalogue, entities, files
from programme.opendata.tables import TABLES

EXPECTED = Path(__file__).parent / "engine/expected"


def expected(name: str) -> list[str]:
    """The lines that are expected."""
    return (EXPECTED / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def _ids(ones: Iterable[Any]) -> str:
    return ", ".join(getattr(one, "id", getattr(one, "key", one)) for one in ones)


def _key(node: Project | None) -> str:
    return node.key if node else "cả Kế hoạch"


def pages(p: Programme) -> Iterator[str]:
    """What each page says: its address, the matter, the value."""
    for address, (name, said) in facts(p).items():
        for what, value in said.items():
            yield f"{address} | {name} | {what} | {value}".replace("\n", " ⏎ ")


def bodies(p: Programme) -> Iterator[str]:
    """What stands on the sheet of each body."""
    for body in p.data.agencies:
        yield f"# {body.id}"
        yield from (f"{what}: {value}" for what, value in _of_body(p, body) if value)


def _of_body(p: Programme, body: Agency) -> Iterator[tuple[str, str]]:
    own = duty_sheets.assignments(p, p.duties_of(body))
    yield "phần việc", ", ".join(parts_played.said(p, body))
    yield "chủ trì", _ids(p.nodes_led_by(body))
    yield "cùng làm với", _ids(p.works_with(body))
    for node, _, ones in duty_sheets.by_work(p, own):
        for one in ones:
            yield f"câu ở {_key(node)}", _assignment(one)
    for whole, ones in duty_sheets.shared(p, body, own):
        yield f"chung với {whole.id}", " / ".join(_assignment(one) for one in ones)
    yield "phải báo cáo", _reports(duty_sheets.binding(p, body))
    yield "có thể phải báo cáo", _reports(duty_sheets.shared_reports(p, body))
    yield "báo cáo cho", _ids(duty_sheets.receivers(p, body))
    yield "kỳ báo cáo", "; ".join(one.frequency or "" for one in duty_sheets.frequencies(p, body))
    yield "nhận báo cáo ở nơi khác", _reports(duty_sheets.received_elsewhere(p, body, own))
    for node in (*p.nodes, None):
        yield f"nhận báo cáo về {_key(node)}", _reports(duty_sheets.received_on(p, body, node))
    blank, some = duty_sheets.left_open(duty_sheets.binding(p, body))
    yield "báo cáo để trống", "; ".join((*blank, _reports(some)))
    yield "ai duyệt", "; ".join(f"{_ids(one.bearers)} ở {one.ref}" for one in duty_sheets.approvals(p, body))
    yield "văn bản phải theo", _ids(duty_sheets.documents(duty_sheets.citations_on(p, body)))
    yield "nhận để", duty_sheets.purposes(p.receipts_of(body))
    yield "chỗ trên trang", " ".join(duty_places.place_on_page(p, body, node) for node in p.work_nodes)
    for month, due in deadlines.by_month(p, body):
        yield f"hạn trong {month or 'tháng của mọi năm'}", "; ".join(f"{one.text} ({one.ends})" for one in due)


def _assignment(one: duty_sheets.Assignment) -> str:
    words = " ".join(phrase.text for phrase in one.sentence)
    with_ = "".join(f"; {what} {_ids(who)}" for what, who in (("cùng", one.partners), ("theo", one.guides)) if who)
    return f"{one.ref} [{', '.join(one.roles)}{with_}] {words} <{_reports(one.reports)}>"


def _reports(reports: Iterable[Any]) -> str:
    return ", ".join(f"{one.ref} của {_ids(one.by)}" for one in reports)


def relations(p: Programme) -> Iterator[str]:
    """Who does what where, who leads how much money, what is left open."""
    for body, cells in p.matrix:
        yield f"{body.id}: " + "; ".join(f"{node.key} {', '.join(roles)}" for node, roles in cells.items())
    yield f"vai trò trong bảng: {', '.join(p.roles_in_matrix)}; cấp: {', '.join(p.levels_in_matrix)}"
    for node in p.nodes:
        near = _ids(one or "-" for one in p.neighbours[node])
        yield f"{node.key}: chủ trì {_ids(p.leads_below(node))}; chưa rõ {_ids(p.unled_below(node))}; cạnh {near}"
        yield f"  không chủ trì: {_ids(agency for agency, _ in p.helpers_in(node))}"
        absent = _ids(one.code for one in p.absent_below(node))
        yield f"  ở xã: {_ids(duty_sheets.on_the_spot(p, node))}; không có: {absent}"
        yield f"  gọi là: {p.full_name(node)}; ở {p.ref_label(p.refs[node])}; sâu {p.depths[node]}"
    for who, lines in p.money_by_lead:
        yield f"tiền do {_ids(who) or 'không rõ ai'} chủ trì: {'; '.join(line.text for line in lines)}"
    for by in ("source", "capital", "place"):
        rows = p.sum_rows(p.allocations, by) if by == "place" else p.sum_rows(p.budgets, by)
        yield f"tiền theo {by}: {'; '.join(f'{name} {amount:,}' for name, amount in rows)}"
    yield f"vốn chung: {p.common_funds}; khác: {len(p.other_funds)}; căn cứ chung: {_ids(p.common_basis)}"
    for level, ones in p.agencies_by_level:
        yield f"{level}: {_ids(ones)}"
    for part in parts_played.parts(p):
        yield f"{part.id} {part.title}: {_ids(part.agencies)}"
    for gap in left_open.of_assignment(p):
        yield f"{gap.what}: {'; '.join(f'{node.key} ở {ref}' for node, ref in gap.places)}"
    for one in left_open.of_reports(p):
        by = "; ".join(f"{sender.id} {len(reports)}" for sender, reports in one.by_sender)
        yield f"{one.what}: {', '.join(one.refs)}; có ghi: {', '.join(one.stated)}; {one.all} {one.to_nobody}; {by}"
    for month, due in deadlines.by_month(p):
        yield f"{month}: {'; '.join(f'{one.text} {_ids(one.bodies)}' for one in due)}"
    yield f"chỉ việc chung: {_ids(duty_sheets.general_only(p))}"
    yield f"có thể gồm: {'; '.join(f'{one.id} trong {_ids(p.may_be_meant_by(one))}' for one in p.data.agencies)}"
    yield f"hỏi ở mọi nhóm: {_ids(p.questions_on_groups)}"
    yield f"mục tiêu chung: {'; '.join(f'{ref} {paragraph.text}' for paragraph, ref in p.general_goals)}"


def supports(p: Programme) -> Iterator[str]:
    """What the page of support is made from."""
    for one in support.shown(p):
        yield f"# {one.node.key}; hỏi: {_ids(one.questions)}"
        for sentence in one.sentences:
            yield f"{sentence.ref}: {sentence.paragraph.text}"
            for found in sentence.supports:
                target = found.target
                kinds = {
                    "chung": support.is_general(p, target),
                    "hộ": support.is_for_households(p, target),
                    "người": support.is_for_persons(p, target),
                    "ưu tiên": target.record.priority,
                }
                parts = (
                    f"{_ids(target.who)} / {_ids(target.of)}",
                    "; ".join(target.conditions),
                    str(support.ages(target)),
                    ", ".join(kind for kind, is_one in kinds.items() if is_one),
                    ", ".join(support.areas(target)),
                    "; ".join(support.wider(p, target)),
                    str([place for phrase in found.phrases for place in sentence.said_by(phrase)]),
                )
                yield f"  {' | '.join(parts)}"
    for step in support_steps.steps(p):
        yield f"{step.question} {step.why} {'sau' if step.later else ''}"
        yield from _choices(step.choices, "  ")
    yield f"tuổi: {'; '.join(support.ages_named(p))}"
    yield f"theo tuổi: {'; '.join(support.age_rules(p))}"
    yield f"thuộc cả hai: {'; '.join(support.meetings(p))}"
    yield f"hỏi theo tuổi: {_ids(support.asked_by_age(p))}; có hỗ trợ: {_ids(support.supported(p))}"
    kept, homes = support.homes(p)
    yield f"nơi ở: {_ids(kept)}; " + "; ".join(f"{one.commune.name}: {_ids(one.places)}" for one in homes)


def _choices(choices: Iterable[support_steps.Choice], before: str) -> Iterator[str]:
    for one in choices:
        yield f"{before}{one.name}{' (còn lại)' if one.rest else ''}"
        yield from _choices(one.narrower, f"{before}  ")


def open_data(p: Programme) -> Iterator[str]:
    """The tables with their columns and first rows, what describes them, the files of a page."""
    for table in TABLES:
        rows = list(table.rows(p))
        yield f"# {table.name} | {table.vi} | {table.en} | {table.key} | {len(rows)}"
        yield from (f"{one.name} | {one.vi} | {one.en} | {one.type}" for one in table.fields)
        for row in (*rows[:2], *rows[-3:]):
            yield f"  {row}"
    yield from (" | ".join(one) for one in catalogue.files(p, "nguon.txt"))
    yield from (" | ".join((*one[:4], *([one.every.value] if one.every else []))) for one in catalogue.dates(p))
    described = catalogue.linked_data(p, "2026-02-03", "nguon.txt")
    yield json.dumps(described | {"distribution": described["distribution"][:1]}, ensure_ascii=False)
    told = {
        "du-an/giam-ngheo-3",
        "du-an/giam-ngheo-2",
        "co-quan/tram-y-te",
        "doi-tuong/nguoi-hoc-viec",
        "van-ban/hd-31",
        "dia-ban/thon-ha",
    }
    yield from (f"{page} {json.dumps(one, ensure_ascii=False)}" for page, one in entities.entities(p) if page in told)


def written(p: Programme) -> Iterator[str]:
    """What stands in the files to download: the package, the schema's head, the calendar, a workbook's sheets."""
    kept = dict(files.files(p, Version("0123abcd", "2026-02-03"), "https://ke-hoach.example/"))
    yield ", ".join(kept)
    package = json.loads(kept["du-lieu/datapackage.json"])
    resources = {one["name"]: one for one in package.pop("resources")}
    yield json.dumps(package, ensure_ascii=False)
    for name in ("projects", "duties", "bodies"):
        one = resources[name]
        assert one.pop("hash").startswith("sha256:") and one.pop("bytes") > 1000
        yield json.dumps(one, ensure_ascii=False)
    schema = json.loads(kept["du-lieu/ke-hoach.schema.json"])
    schema["properties"].pop("plan")
    yield json.dumps({**schema, "$defs": sorted(schema["$defs"])}, ensure_ascii=False)
    whole = json.loads(kept["du-lieu/ke-hoach.json"])
    yield json.dumps({**whole, "plan": sorted(whole["plan"])}, ensure_ascii=False)
    yield json.dumps({**json.loads(kept["co-quan/luu-tru.json"])}, ensure_ascii=False)
    yield from kept["du-lieu/ke-hoach.ics"].decode().replace("\r\n ", "").splitlines()
    yield from _workbook(kept["du-lieu/allocations.xlsx"])
    yield from (line[:200] for line in _workbook(kept["du-lieu/ke-hoach.xlsx"]) if "<worksheet" not in line)


def _workbook(content: bytes) -> Iterator[str]:
    """The parts of a workbook that say what a reader sees: its sheets, their columns, formats and words."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        for name in sorted(book.namelist()):
            if re.search(r"sheet\d+\.xml|styles|core|workbook\.xml$", name):
                text = book.read(name).decode()
                for tag in (
                    "sheets",
                    "cols",
                    "pane",
                    "autoFilter",
                    "cellXfs",
                    "fonts",
                    "fills",
                    "numFmts",
                    "sheetData",
                ):
                    yield from (
                        f"{name} {one[0][:2500]}" for one in re.finditer(rf"<{tag}(?: [^>]*)?(?:/>|>.*?</{tag}>)", text)
                    )
                yield from (f"{name} {one[0]}" for one in re.finditer(r"<dc:title>.*?<|<dcterms:created.*?</", text))
        yield from re.findall(r"<t[ >].*?</t>", book.read("xl/sharedStrings.xml").decode())[:30]


def text(p: Programme) -> Iterator[str]:
    """The plan's words in their order, and what the search knows besides."""
    yield from rebuild(p.data).splitlines()
    yield from known_words(p).splitlines()[1:]
    known = search_words(p)
    yield f"{len(known.everyday)} {[one.means for one in known.everyday]}"
    yield f"{[(one.page, len(one.aliases)) for one in known.pages]} {known.fillers}"
