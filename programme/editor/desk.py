"""The desk at which a plan is edited: an asked change is made on a copy, checked, written whole, kept as a step.

What is asked names the part it means by file, way and what was seen there: where something else stands by now, nothing
is written and that is told. Changes go to the file as it is on the disk, so what others write meanwhile stays.
"""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from .. import check, whole
from ..drafting.questions import answers
from ..drafting.questions.questions import QuestionsError
from ..edit.nodes import EditError
from ..edit.transaction import Transaction
from ..history import edited
from ..load.findings import Finding, FindingsError
from ..pages.settings import FILE as SETTINGS
from .actions import ActionError, Actions
from .changes import changes, leads
from .changes.changes import Asked, AskedError
from .keeping import page_changes, publishing, site_settings, tried, unsaved
from .keeping.exchange import Clash, exchange
from .keeping.stamp import stamp
from .keeping.steps import ChangedError, Step, Steps
from .offers.asked import ADDRESS, renamed, texts
from .telling import beforehand, said, told
from .telling.told import Outcome, Told
from .view import sentences, shown
from .view.choices import Choices, Said, choices
from .view.files import Files, GoneError
from .view.sentences import SentenceError


class Desk:
    """The edited plan in `root`; one change at a time."""

    def __init__(self, root: Path, actions: Actions):
        self.root, self.actions = root, actions
        self.files, self.steps = Files(root), Steps(root)
        self._lock = threading.RLock()
        self._state = tried.State()
        self._refs: dict[str, str] = {}
        self._own: tuple[object, ...] = ()
        self.version = time.time_ns() // 1_000_000  # a server that is started again counts on from there
        self.changed = threading.Condition()

    # -- asked -----------------------------------------------------------

    def page(self, address: str) -> shown.Page:
        """The page of an address. Raises `GoneError`."""
        with self._lock:
            return shown.page(self.files, address)

    def choices(self) -> Choices:
        """What can be named."""
        with self._lock:
            self.look()
            return choices(self.files, self._refs)

    def said(self) -> Said:
        return Said(self.choices())

    def look(self) -> tried.State:
        """What the check says of the files as they are now."""
        with self._lock:
            now = stamp(self.root)
            if now == self._state.stamp:
                return self._state
            try:
                programme, notes = check(self.root)
                seen = tried.Seen(notes=notes, programme=programme, joined=programme)
                found: tuple[Finding, ...] = notes
            except FindingsError as error:
                seen, found = tried.look(self.root / "data"), error.findings
                if not seen.errors:  # only pages or settings are wrong
                    seen = replace(seen, notes=tuple(one for one in found if not one.is_error))
            except Exception:  # a fault of the engine: what it fails on is mended here as well
                traceback.print_exc()
                seen, found = tried.look(self.root / "data"), (tried.UNFORESEEN,)
            if seen.programme:
                self._refs = {ref: str(part.name) for part, ref in seen.programme.refs.items()}
            self._state = tried.State(now, seen, tuple(found))
            return self._state

    def told(self, page: shown.Page) -> list[Told]:
        """All findings: those of blocks of a page there, others with the page they can be mended on."""
        found, pages = self.look().findings, self._amiss()
        others = [one for one in found if not told.is_of_pages(one, pages)]
        return [*told.of_pages(self.root, pages, self.look().seen.programme), *told.beside(others, page, self.files)]

    def _amiss(self) -> page_changes.Amiss:
        return page_changes.amiss(self.root, self.look().seen.programme)

    def wrong(self) -> tuple[int, str]:
        """How many things keep the site back, and where the first that has a page is mended ("" if none has)."""
        errors = [one for one in self.look().findings if one.is_error]
        places = told.Places(self.files)
        return len(errors), next(filter(None, map(places.of, errors)), told.ELSEWHERE if errors else "")

    def unsaved(self) -> list[unsaved.Unsaved]:
        """What was changed since it was saved last; nothing can be told while something is wrong."""
        with self._lock:
            seen = self.look().seen
            return unsaved.listed(self.root, seen.programme) if seen.programme else []

    def reasons(self) -> list[str]:
        """Why words of the plan were changed since it was saved last, in words."""
        return unsaved.reasons(self.steps.reasons())

    def is_edited(self) -> bool:
        """Whether something is edited and not saved."""
        return bool(edited.files(self.root))

    # -- done ------------------------------------------------------------

    def do(self, asked: Mapping[str, Any]) -> Outcome:
        """Make a change that the browser asked for."""
        with self._lock:
            try:
                wanted = changes.read(asked)
                return self._do(wanted)
            except changes.ClashError as clash:
                return Outcome(False, "Chỗ này vừa được sửa ở nơi khác, nên chưa ghi gì.", "clash",
                               now=self._words_of(clash.value), block=clash.block)  # fmt: skip
            except GoneError:
                return Outcome(False, "Chỗ này không còn nữa: vừa được bỏ hoặc chuyển ở nơi khác.", "clash")
            except changes.QuestionError as error:
                return Outcome(False, str(error), "ask", may_force=True, links=error.links, leads=error.leads)
            except (SentenceError, AskedError, EditError) as error:
                return Outcome(False, str(error), "wrong")
            except ChangedError:
                return Outcome(False, "Tệp vừa được sửa ở nơi khác, nên chưa ghi gì. Thử lại.", "clash")
            except OSError as error:
                return Outcome(False, f"Máy không ghi được, chưa có gì thay đổi: {error.strerror or error}.", "wrong")

    def _do(self, wanted: Asked) -> Outcome:
        names = self.choices()
        made = changes.made(self.files, wanted, names)
        edit = Transaction(self.root / "data")
        gone = [name for name, new in made.files.items() if new == [((), None)]]
        for name, new in made.files.items():
            for way, value in new if name not in gone else ():
                edit.set(name.removeprefix("data/"), way, value)
        for name, way, number in made.swaps:
            edit.swap(name.removeprefix("data/"), way, number)
        for top, record in made.records:
            edit.append(top, record)
        changed = {f"data/{name}": both for name, both in edit.changed().items()}
        texts: dict[str, str | None] = {name: after.decode() for name, (_, after) in changed.items()}
        before = {name: old.decode() if old is not None else None for name, (old, _) in changed.items()}
        texts |= dict.fromkeys(gone)
        before |= {name: self.steps.text(name) for name in gone}
        if not texts:
            return Outcome(True, "Không có gì thay đổi.")
        state = self.look()
        verdict = tried.on_a_copy(self.root, texts, state.seen)
        if verdict.form:
            return Outcome(False, "Chưa ghi: " + said.said(verdict.form[0]), "wrong")
        gone = page_changes.gone(self.root, state.seen.joined, verdict.after.joined)
        if not wanted.force:
            beforehand.ask(wanted, made, gone, verdict.wrong, self.root, self.files, verdict.after.joined)
        here = [one for one in verdict.wrong if told.is_here(one, made, texts)]
        if here and not wanted.force and wanted.op != "new":  # what is new is named nowhere yet
            wrong = tuple(map(told.of, here))
            return Outcome(False, "Chưa ghi.", "wrong", wrong, may_force=True)
        if verdict.after.joined:  # pages come and go with what they are about
            is_right = verdict.after.programme is not None
            texts |= page_changes.followed(self.steps, verdict.after.joined, made=is_right, gone=gone)
            texts |= leads.written(self.root, gone, wanted.leads, verdict.after.joined, made.moved)
        texts |= renamed(self.root, made.renamed)
        called = state.seen.name, verdict.after.name
        texts |= site_settings.following(self.steps, *called, texts.get(SETTINGS))
        before |= {name: self.steps.text(name) for name in texts if name not in before}
        self.steps.do(made.said, wanted.page, texts, before, wanted.why)
        self._wake()
        left = verdict.wrong if wanted.op == "new" else [one for one in verdict.wrong if one not in here]
        places = told.Places(self.files)
        elsewhere = tuple(told.of(one, page=places.of(one)) for one in left)
        words = (
            f"Đã ghi: {made.said}.{page_changes.gone_with(gone, made.moved)}{site_settings.unlike(self.root, *called)}"
        )
        return Outcome(True, words, told=elsewhere, sums=verdict.sums, block=made.block, page=made.page)

    def pages(self, orphans: Sequence[str], lead_to: Mapping[str, str]) -> Outcome:
        """Make the page files that are missing, take away those that were named and that the data has nothing for.

        `lead_to`: published address without a page -> the one that it leads to from now on.
        """
        with self._lock:
            programme, there = self.look().seen.programme, self._amiss()
            if not programme:
                return Outcome(
                    False, "Dữ liệu còn chỗ phải sửa; sửa xong mới rõ trang nào thừa, trang nào thiếu.", "wrong"
                )
            gone = [file for file in there.orphans if file in orphans]
            texts = page_changes.followed(self.steps, programme, made=bool(there.missing), gone=gone)
            astray = [f"{one}.md" for one in there.lost if one in lead_to]
            texts |= leads.written(self.root, [*gone, *astray], lead_to, programme)
            if not texts:
                return Outcome(True, "Không có gì thay đổi.")
            parts = [f"tạo {len(there.missing)} trang còn thiếu"] if there.missing else []
            parts += [f"xóa {len(gone)} trang thừa"] if gone else []
            parts += [f"cho {len(astray)} địa chỉ cũ dẫn tới trang khác"] if astray and not gone else []
            step = " và ".join(parts)
            try:
                self.steps.do(step, "", texts, {name: self.steps.text(name) for name in texts})
            except (ChangedError, OSError) as error:
                return Outcome(False, f"Máy không ghi được, chưa có gì thay đổi: {error}.", "wrong")
            self._wake()
            return Outcome(True, f"Đã {step}.")

    def answer(self, name: str, words: str, only: int | None) -> Outcome:
        """Answer a question of an import: it is written where its words stand, checked, and kept as a step."""
        with self._lock:
            before = texts(self.root)
            try:
                came = answers.answer(self.root, name, words, self._errors, only=only)
            except QuestionsError as error:
                return Outcome(False, str(error), "wrong")
            except OSError as error:
                return Outcome(False, f"Máy không ghi được, chưa có gì thay đổi: {error.strerror or error}.", "wrong")
            seen = tried.look(self.root / "data")
            if seen.programme:
                for file, text in page_changes.new_pages(self.steps, seen.programme).items():
                    (self.root / file).parent.mkdir(parents=True, exist_ok=True)
                    whole.write(self.root / file, text or "")
            now = texts(self.root)
            names = [file for file in {**before, **now} if before.get(file) != now.get(file)]
            step = f"trả lời “{words}” cho câu hỏi"
            self.steps.done(step, ADDRESS, {file: (before.get(file), now.get(file)) for file in names})
            self._wake()
            left = tuple(
                Told(f"Chưa ghi được ở “{spot.words or spot.passage_words}”: {said.plainly(why)}", True)
                for spot, why in came.left
            )
            return Outcome(True, f"Đã ghi {came.written} chỗ." if came.written else "Chưa ghi được chỗ nào.", told=left)

    def _errors(self, root: Path) -> list[Finding]:
        return [*tried.look(root / "data").errors]

    def back(self) -> Outcome:
        """Take the last step back."""
        return self._stepped(self.steps.back, "Đã lùi lại; nay như trước khi {}.", "Không còn gì để lùi.")

    def again(self) -> Outcome:
        """Do again what was taken back."""
        return self._stepped(self.steps.again, "Đã làm lại: {}.", "Không còn gì để làm lại.")

    def _stepped(self, step: Callable[[], Step | None], words: str, none: str) -> Outcome:
        with self._lock:
            before = self.look().seen
            try:
                done = step()
            except ChangedError:
                return Outcome(
                    False,
                    "Sau bước ấy, chỗ này đã được sửa ở nơi khác (cửa sổ khác hoặc sửa tay), nên không tự lùi được. "
                    "Không mất gì; sửa lại bằng tay ở câu đó.",
                    "clash",
                )
            except OSError as error:
                return Outcome(False, f"Máy không ghi được, chưa có gì thay đổi: {error.strerror or error}.", "wrong")
            if not done:
                return Outcome(False, none, "wrong")
            self._wake()
            sums = tried.sums(before.joined, self.look().seen.joined)
            return Outcome(True, words.format(done.said), sums=sums, page=done.page)

    def save(self) -> list[str]:
        """Put what was edited into the history; returns it in words. Raises `ActionError`."""
        with self._lock:
            try:
                saved = self.actions.save(self.root, self.reasons())
            except FindingsError as error:
                wrong = [said.said(one) for one in error.findings if one.is_error]
                raise ActionError("Chưa lưu được vì còn điều phải sửa: " + wrong[0]) from None
            self.steps.saved()
            self._wake()
            if saved is None:
                return ["Không có gì mới để lưu."]
            return saved or ["Chỉ cách trình bày đổi, không điều gì trong Kế hoạch đổi."]

    def exchange(self, chosen: Mapping[str, str]) -> tuple[list[str], list[Clash]]:
        """Take what others saved, send what was saved here. Raises `ExchangeError`."""
        with self._lock:
            done = exchange(self.root, chosen)
            self._wake()
            return done

    def place(self) -> publishing.Place:
        """Where the settings say that the site is published to; nowhere where nothing here could do it."""
        return publishing.place(self.root) if self.actions.publish else publishing.Place()

    def publish_to(self, folder: str, address: str) -> Outcome:
        """Name the folder to publish to, and the site's address, in the settings; a step that can be taken back."""
        with self._lock:
            try:
                place = publishing.put(self.steps, folder, address)
            except AskedError as error:
                return Outcome(False, str(error), "wrong")
            except (ChangedError, OSError) as error:
                return Outcome(False, f"Máy không ghi được, chưa có gì thay đổi: {error}.", "wrong")
            self._wake()
            return Outcome(True, f"Nơi phát hành: {place.folder}. Địa chỉ: {place.address or 'chưa có'}.")

    def publish(self) -> list[str]:
        """Put the site where the settings say. Raises `ActionError`."""
        if not self.actions.publish or not self.place().folder:
            raise ActionError("Chưa có nơi phát hành trong phần cài đặt.")
        return self.actions.publish(self.root)

    def unpublish(self) -> list[str]:
        """Back to the build that was published before. Raises `ActionError`."""
        if not self.actions.back or not self.place().folder:
            raise ActionError("Chưa có nơi phát hành trong phần cài đặt.")
        return self.actions.back(self.root)

    def outside(self) -> None:
        """A file was changed, by whomever: open pages are told, unless it is what was written here."""
        with self._lock:
            if stamp(self.root) != self._own:
                self._wake()

    # -- within ----------------------------------------------------------

    def _wake(self) -> None:
        self._own = stamp(self.root)
        with self.changed:
            self.version += 1
            self.changed.notify_all()

    def _words_of(self, value: Any) -> str:
        if isinstance(value, str) or (isinstance(value, dict) and ("text" in value or "phrases" in value)):
            return sentences.read(value).text
        return ""
