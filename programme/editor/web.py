"""What the editor answers over HTTP: pages, scripts, changes. For this machine alone.

Whoever asks must call the server by its own name and, to change anything, hand back the token that stands in the page:
a page on the web can send requests here, but reads nothing of the answers, so it knows no token.
"""

from __future__ import annotations

import hmac
import json
import secrets
import traceback
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..load.vocabulary import PlaceKind
from .actions import ActionError
from .answer import HERE, Answer, Asking, json_of, template
from .desk import Desk, Outcome
from .keeping import unsaved
from .keeping.exchange import ExchangeError, has_others
from .offers import asked, doubts, offers
from .telling import told
from .view import blocks, choices, fields, sentences, shown, standing
from .view.files import GoneError

PAGES, PARTS = "/__edit/", "/__editor/"
"""Where pages of the editor are, and what they fetch."""
MOST = 1_000_000
"""Bytes of a request, at most."""
FAULT = (
    "Chương trình gặp lỗi của chính nó. Tải lại trang để xem chỗ vừa sửa đã ghi hay chưa; bấm “Lùi lại” thì như trước "
    "khi sửa. Còn lỗi thì báo người quản trị."
)
GUIDE = "huong-dan/"
"""The pages that tell how to edit, where a plan has them."""
_STATIC = {".js": "text/javascript", ".css": "text/css"}


def is_ours(path: str) -> bool:
    """Whether an address is one of the editor's."""
    return path.startswith((PAGES, PARTS))


class Web:
    """The editor of one plan, over HTTP."""

    def __init__(self, desk: Desk):
        self.desk = desk
        self.token = secrets.token_urlsafe(24)

    def answer(self, asking: Asking) -> Answer:
        """The answer to a request that came to this machine's own name."""
        try:
            return self._answer(asking)
        except Exception:  # a fault of the engine: who edits is told, the terminal has the rest
            traceback.print_exc()
            if asking.method != "POST" and asking.path.startswith(PAGES):
                return Answer(template("fault.html").render(said=FAULT).encode(), "text/html", 500)
            return json_of({"done": False, "why": "wrong", "said": FAULT}, 500)

    def _answer(self, asking: Asking) -> Answer:
        if asking.method == "POST":
            if wrong := self._foreign(asking):
                return json_of({"said": wrong}, 403)
            return self._post(asking)
        name = asking.path.removeprefix(PARTS)
        if asking.path.startswith(PAGES):
            return self._page(asking.path.removeprefix(PAGES).removesuffix(".html") or "toan-van")
        if name in _files_of_the_page():
            path = _files_of_the_page()[name]
            return Answer(path.read_bytes(), _STATIC[path.suffix])
        if name == "part":
            return self._part(asking.query.get("at", ""), asking.query.get("later", "").split())
        if name == "choices":
            return json_of(self.known())
        if name == "unsaved":
            return json_of(self.unsaved())
        if name == "offers":
            return json_of(self.offer(asking.query))
        if name == "wrong":
            count, page = self.desk.wrong()
            return json_of({"count": count, "page": PAGES + page if page else ""})
        return Answer("Không có trang này.".encode(), "text/plain", 404)

    # -- asked -----------------------------------------------------------

    def known(self) -> dict[str, Any]:
        """All that forms need: fields, closed lists, what can be named, families of marks."""
        return {
            "fields": fields.catalogue(),
            "terms": fields.terms(),
            "things": {top: [asdict(one) for one in listed] for top, listed in self.desk.choices().items()},
            "families": choices.families(),
            "inner": self._inner(),
            "structure": {
                name: [one.key for one in fields.fields(kind) if blocks.is_structure(one)]
                for name, kind in fields.kinds().items()
            },
            "lists": {
                top: {"title": title, "one": one, "kind": fields.top_kind(top)}
                for top, (title, one, _) in shown.LISTED.items()
            },
        }

    def unsaved(self) -> dict[str, Any]:
        """What the box for saving tells: what changed and why, whether the change log tells it, where it goes."""
        changes = [asdict(one) for one in self.desk.unsaved()]
        logged = unsaved.is_logged(self.desk.root)
        return {"changes": changes, "reasons": self.desk.reasons(), "logged": logged, **asdict(self.desk.place())}

    def offer(self, query: Mapping[str, str]) -> list[dict[str, Any]]:
        """What is offered for the sentence `block` of the page `at`, or for its letters `start` to `end`."""
        try:
            page = self.desk.page(query.get("at", ""))
        except GoneError:
            return []
        stretch = offers.stretch_of(query.get("start", ""), query.get("end", ""))
        found = offers.offered(page.blocks, query.get("block", ""), self.desk.choices(), self._years(), stretch)
        return [asdict(one) for one in found]

    def _inner(self) -> dict[str, Any]:
        """The plan's own place, and the kinds of places that are within one of its kind."""
        joined = self.desk.look().seen.joined
        own = joined.places.get(joined.plan.place) if joined else None
        kinds = [one.value for one in PlaceKind]
        return {"of": own.id, "kinds": kinds[kinds.index(own.kind.value) + 1 :]} if own else {"of": "", "kinds": []}

    def _page(self, address: str) -> Answer:
        if address == asked.ADDRESS:
            return self._whole(shown.Page(address, "Câu hỏi khi nhập", []), self.question())
        try:
            page = self.desk.page(address)
        except GoneError:
            return Answer(template("gone.html").render(everywhere=shown.everywhere()).encode(), "text/html", 404)
        return self._whole(page, self.main(page))

    def _whole(self, page: shown.Page, main: str) -> Answer:
        has_view = page.address != asked.ADDRESS and not page.address.startswith(f"{shown.LISTS}/")
        html = template("page.html").render(
            page=page,
            main=main,
            token=self.token,
            everywhere=shown.everywhere(),
            questions=asked.left(self.desk.root),
            unseen=self._unseen(),
            view=page.address if has_view else "",
            guide=GUIDE if (self.desk.root / "docs" / GUIDE / "index.md").is_file() else "",
            state=self.state(),
        )
        return Answer(html.encode(), "text/html")

    def question(self, later: Collection[str] = ()) -> str:
        """The next question of an import, as HTML."""
        return _or_fault(lambda: self._question(later))

    def main(self, page: shown.Page) -> str:
        """The blocks of a page, as HTML."""
        return _or_fault(lambda: self._main(page))

    def _question(self, later: Collection[str]) -> str:
        one, wrong = None, ""
        try:
            one = asked.next_one(self.desk.root, later)
        except asked.QuestionsError as error:
            wrong = str(error)
        left = asked.left(self.desk.root)
        more = {"left": left, "shown": asked.SHOWN, "doubts": self._doubts(), "presses": self._presses()}
        return template("question.html").render(asked=one, wrong=wrong, **more)

    def _doubts(self) -> list[doubts.Doubt]:
        return doubts.doubts(self.desk.files, self.desk.look().seen.joined, asked.words(self.desk.root))

    def _unseen(self) -> int:
        """How many notes nobody has looked at; none where that cannot be told: the page they are on tells of it."""
        try:
            return doubts.unseen(self.desk.files, self.desk.look().seen.joined, asked.words(self.desk.root))
        except Exception:  # a fault of the engine
            traceback.print_exc()
            return 0

    def _presses(self) -> Callable[[doubts.Doubt], offers.Presses]:
        """For a note: what is written with one press, in words and as a change."""
        page, names = self.desk.page(told.WHOLE_TEXT), self.desk.choices()
        return lambda one: offers.presses(page.blocks, one.lack, names, self._years()) if one.lack else []

    def _years(self) -> offers.Years:
        return offers.years_of(next((one.value for one in self.desk.files.top("plan")), None))

    def _main(self, page: shown.Page) -> str:
        found = self.desk.told(page)
        return template("blocks.html").render(
            page=page,
            said=self.desk.said(),
            family_of=choices.family_of,
            fields=fields,
            read=sentences.read,
            told={block.id: [one for one in found if one.block == block.id] for block in page.blocks},
            others=[one for one in found if not one.block],
            lists=shown.LISTED,
            standing=lambda block: asdict(standing.standing(self.desk.files, block)),
        )

    def state(self) -> dict[str, Any]:
        """What the bar shows: what can be taken back and done again, whether something is not saved."""
        last, next = self.desk.steps.last(), self.desk.steps.next()
        wrong = sum(one.is_error for one in self.desk.look().findings)
        return {
            "version": self.desk.version,
            "last": last.said if last else "",
            "next": next.said if next else "",
            "edited": self.desk.is_edited(),
            "wrong": wrong,
            "publish": bool(self.desk.place().folder),
            "may_publish": self.desk.actions.publish is not None,
            "others": has_others(self.desk.root),
        }

    def _part(self, address: str, later: Collection[str] = ()) -> Answer:
        if address == asked.ADDRESS:
            return json_of({"state": self.state(), "main": self.question(later)})
        try:
            page = self.desk.page(address)
        except GoneError:
            return json_of({"gone": True, "state": self.state()}, 404)
        state = self.state()  # before the blocks: these are never older than it
        return json_of({"main": self.main(page), "title": page.title, "state": state})

    # -- changed ---------------------------------------------------------

    def _foreign(self, asking: Asking) -> str:
        """Why a change is refused, if so."""
        host = asking.headers.get("host", "")
        origin = asking.headers.get("origin", "")
        if origin and urlsplit(origin).netloc != host:
            return "Yêu cầu này không phải từ trang sửa."
        if asking.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return "Yêu cầu này không phải từ trang sửa."
        if not hmac.compare_digest(asking.headers.get("x-token", "").encode(), self.token.encode()):
            return "Máy chủ đã được mở lại; tải lại trang này rồi làm tiếp."
        return ""

    def _post(self, asking: Asking) -> Answer:
        try:
            given = json.loads(asking.body or b"{}")
            if not isinstance(given, dict):
                raise TypeError
        except (ValueError, TypeError):
            return json_of({"said": "Trình duyệt gửi yêu cầu không hiểu được; tải lại trang."}, 400)
        name = asking.path.removeprefix(PARTS)
        steps: dict[str, Callable[[], Outcome]] = {
            "do": lambda: self.desk.do(given),
            "publish-to": lambda: self.desk.publish_to(str(given.get("folder", "")), str(given.get("address", ""))),
            "back": self.desk.back,
            "again": self.desk.again,
            "pages": lambda: self.desk.pages(
                [str(one) for one in given.get("orphans") or []],
                {str(one): str(to) for one, to in (given.get("leads") or {}).items()},
            ),
        }
        if name in steps:
            return self._told(steps[name](), str(given.get("page", "")), str(given.get("later", "")).split())
        if name == "answer":
            only = given.get("only")
            only = only if isinstance(only, int) else None
            outcome = self.desk.answer(str(given.get("id")), str(given.get("said")), only)
            main = self.question(str(given.get("later", "")).split())
            return json_of({**asdict(outcome), "state": self.state(), "main": main})
        if name == "doubt":
            line = given.get("line")
            of_file, is_seen = str(given.get("words", "")), given.get("is_seen") is True
            done = isinstance(line, int) and doubts.tick(self.desk.root, line, is_seen=is_seen, words=of_file)
            said = template("doubts_said.html").render(doubts=self._doubts()).strip() if done else ""
            return json_of({"done": done, "heading": said, "state": self.state()})
        if name == "exchange":
            try:
                words, clashes = self.desk.exchange(given.get("chosen") or {})
            except ExchangeError as error:
                return json_of({"done": False, "said": str(error), "state": self.state()})
            more = {"clashes": [asdict(one) for one in clashes], "state": self.state()}
            return json_of({"done": not clashes, "said": " ".join(words), **more})
        actions = {"save": self.desk.save, "publish": self.desk.publish, "unpublish": self.desk.unpublish}
        if name in actions:
            try:
                return json_of({"done": True, "said": actions[name](), "state": self.state()})
            except ActionError as error:
                return json_of({"done": False, "said": str(error).splitlines(), "state": self.state()})
        return json_of({"said": "Không có việc này."}, 404)

    def _told(self, outcome: Outcome, address: str, later: Collection[str] = ()) -> Answer:
        """What came of a change, with the page as it is now."""
        said: dict[str, Any] = {**asdict(outcome), "state": self.state()}
        if address == asked.ADDRESS:
            return json_of({**said, "main": self.question(later)})
        try:
            page = self.desk.page(address)
            said |= {"main": self.main(page), "title": page.title}
        except GoneError:
            said["gone"] = True
        return json_of(said)


def _or_fault(made: Callable[[], str]) -> str:
    """What is made, or that it could not be: the page around it stays, and with it the way back."""
    try:
        return made()
    except GoneError:
        raise
    except Exception:  # a fault of the engine: who edits is told, the terminal has the rest
        traceback.print_exc()
        said: str = template("fault_in_page.html").render(said=FAULT)
        return said


@cache
def _files_of_the_page() -> dict[str, Path]:
    """The scripts and styles by name: nothing else of the disk can be asked for."""
    return {path.name: path for path in (HERE / "scripts").iterdir() if path.suffix in _STATIC}


__all__ = ["HERE", "Answer", "Asking", "Web", "is_ours"]
