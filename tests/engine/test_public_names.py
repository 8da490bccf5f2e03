"""The names that the folders of plans write down: kept for good. What is taken away here breaks somebody's plan."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from mkdocs.plugins import get_plugins
from support import PLANS, ROOT

from programme.commands import MODULES, WORDS
from programme.plugin import Options, ProgrammePlugin
from programme.render.renderer import Renderer

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize(
    "name",
    [
        "programme.slugs.slugify",  # mkdocs.yml: markdown_extensions, toc, slugify
        "programme.macros.define_env",  # macros.py
        "programme.check",  # scripts of a plan's own
        "programme.open_programme",
        "programme.FindingsError",
    ],
)
def test_a_name_of_the_package_is_kept(name: str):
    """What `mkdocs.yml` and `macros.py` of a plan ask for is there, and is called as such."""
    module, _, member = name.rpartition(".")
    assert callable(getattr(import_module(module), member))


def test_an_anchor_is_made_as_ever():
    """The anchors of headings are printed on paper: the slugs that `mkdocs.yml` names stay as they are."""
    from programme.slugs import slugify

    assert slugify("Đối tượng được hỗ trợ (điểm a)", "-") == "doi-tuong-duoc-ho-tro-diem-a"


def test_the_macros_are_kept():
    """Each word that a page of `docs/` may call is there under its name."""
    assert {"project", "agency", "group", "document", "place", "overview", "guide", "keys", "words_list"} <= set(
        Renderer.words
    )


def test_the_plugin_is_kept():
    """`plugins: [programme]` of `mkdocs.yml`, and its option."""
    assert PROJECT["entry-points"]["mkdocs.plugins"]["programme"] == "programme.plugin:ProgrammePlugin"
    assert get_plugins()["programme"].load() is ProgrammePlugin
    assert [name for name, _ in Options._schema] == ["frame"]


def test_the_commands_are_kept():
    """`programme` and the words after it, as Makefiles, guides and CI files of plans write them."""
    assert PROJECT["scripts"]["programme"] == "programme.commands:main"
    assert {
        "new", "check", "build", "serve", "finish", "pages", "text", "schema",
        "save", "publish", "back", "offline", "release", "deploy", "upgrade", "accept", "import", "questions",
        "build-all", "portal",
    } <= set(WORDS)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "options"),
    [
        ("new", "x --name a --level b --year c --issuer d --place e --from f --old-site g"),
        ("pages", "--drop"),
        ("check", "--format json"),
        ("build", "--site-dir x"),
        ("serve", "--port 8001"),
        ("finish", "site"),
        ("schema", "--to x"),
        ("publish", "x --drop"),
        ("back", "x"),
        ("offline", "--site x"),
    ],
)
def test_the_options_are_kept(word: str, options: str):
    """Each option of a command is understood, beside `--root`, which all of them have."""
    from argparse import ArgumentParser

    parser = ArgumentParser()
    import_module(f"programme.commands.{MODULES.get(word, word)}").options(parser)
    parser.parse_args(options.split())


def test_the_folder_of_a_plan_needs_no_other_name():
    """The plans here use nothing of the package but what is listed above."""
    for plan in PLANS:
        assert _names(plan / "macros.py") == {"programme.macros"}
        assert _names(plan / "mkdocs.yml") == {"programme.slugs.slugify"}


def _names(file: Path) -> set[str]:
    """What a file says of the package: its lines' words that begin with "programme."."""
    words = file.read_text(encoding="utf-8").replace(":", " ").split()
    return {word for word in words if word.startswith("programme.") and word != "programme."}
