"""A plan in the editor, and a browser to edit it with."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from editing import edited
from playwright.sync_api import Browser, Page
from support import VAN_XUAN, WAIT, copied

from programme.commands.desk import Editor
from programme.drafting.questions import questions
from programme.editor.actions import Actions
from programme.editor.desk import Desk
from programme.load import yamlfile


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Editor]]:
    with edited(copied(tmp_path_factory.mktemp("edited") / "plan", VAN_XUAN)) as there:
        there[1].prepare()
        yield there


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """A plan that may be edited, read as a desk reads it: what did not change is not read again."""
    yamlfile.remember()
    yield copied(tmp_path / "plan", VAN_XUAN)
    yamlfile._known = None


@pytest.fixture
def desk(root: Path) -> Desk:
    """A desk at it, without commands."""
    return Desk(root, Actions(lambda root, why: None))


@pytest.fixture
def bounded() -> Iterator[None]:
    """No wait is longer than a slow machine needs, also where the browser's own bounds do not hold."""

    def late(*_: object) -> None:
        raise TimeoutError("the editor's page did not come to an end")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(300)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def data(served: tuple[str, Editor]) -> Iterator[Path]:
    """The data, as it was again after the test."""
    yield served[1].root / "data"
    questions.path_of(served[1].root).unlink(missing_ok=True)
    desk = served[1].web().desk
    while desk.steps.last():
        assert desk.back().done


@pytest.fixture
def page(served: tuple[str, Editor], browser: Browser, bounded: None) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script("sessionStorage.setItem('asked', 'copy')")
    one = context.new_page()
    one.set_default_timeout(WAIT * 1000)
    yield one
    context.close()
