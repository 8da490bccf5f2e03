"""A site that was built from the very same files is there again without a build; from any other it is built."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from many_plans import kept, new_plan
from mkdocs.config import load_config
from mkdocs.theme import Theme
from stored import held, hold
from support import SECOND, SITE_URL, contents, copied, run, spoiled

from programme import cache
from programme.built import typeset
from programme.frame import theme
from programme.load import yamlfile
from programme.unchanged import site as unchanged_site
from programme.unchanged.frames import _joined, _without
from programme.unchanged.site import SameSite
from programme.vietnamese.patterns import one_of


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the made-up plan, saved, and an empty place for what is kept."""
    plan = copied(tmp_path / "plan", SECOND)
    git(plan, "init", "-q")
    commit(plan)
    monkeypatch.setenv("PROGRAMME_CACHE", str(tmp_path / "kept"))
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "kept")
    return plan


def git(plan: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    subprocess.run(["git", *who, *arguments], cwd=plan, check=True, capture_output=True)


def commit(plan: Path) -> None:
    git(plan, "add", "-A")
    git(plan, "commit", "-qm", "x")


def asked(plan: Path) -> SameSite:
    return SameSite(load_config(str(plan / "mkdocs.yml")))


def keep(plan: Path, folder: Path, said: str = "") -> None:
    """Keep a site of three files for the plan as it is now."""
    (folder / "du-an").mkdir(parents=True, exist_ok=True)
    for name, content in (("index.html", b"<p>1"), ("du-an/2.html", b"<p>2"), ("du-an/2.pdf", b"%PDF")):
        (folder / name).write_bytes(content)
    asked(plan).keep(folder, said)


def test_a_site_is_built_once_from_the_same_files(plan: Path, tmp_path: Path):
    """The second time nothing of the plan is read, every file is the same, and the warnings are told again."""
    (plan / "source/ke-hoach.txt").write_text("Một văn bản khác", encoding="utf-8")

    def build(name: str) -> str:
        command = ("mkdocs", "build", "--strict", "--site-dir", str(tmp_path / name))
        done = run(*command, cwd=plan, SITE_URL=SITE_URL, PYTHONPROFILEIMPORTTIME="1")
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    first, again = build("first"), build("again")
    assert contents(tmp_path / "first") == contents(tmp_path / "again")
    assert "programme.load.loader" in first and "programme.load.loader" not in again
    assert "lời ở đây khác văn bản" in first and "lời ở đây khác văn bản" in again
    assert "Dữ liệu đúng" not in again


def test_what_is_kept_is_the_files_and_what_was_said(plan: Path, tmp_path: Path):
    """Names with folders, bytes; all or nothing."""
    assert asked(plan).found() is None
    keep(plan, tmp_path / "site", "Lưu ý: một điều.")
    files, said = asked(plan).found() or ({}, "")
    assert files == {"index.html": b"<p>1", "du-an/2.html": b"<p>2", "du-an/2.pdf": b"%PDF"}
    assert said == "Lưu ý: một điều."


@pytest.mark.parametrize("spoil", [lambda raw: raw[:-1], lambda raw: raw + b"x", lambda raw: b""])
def test_a_site_with_a_broken_file_is_not_there(plan: Path, tmp_path: Path, spoil: Callable[[bytes], bytes]):
    """Any one of them, cut, longer or empty: it is built again, and then kept whole."""
    keep(plan, tmp_path / "site")
    every = held(tmp_path / "kept", "site")
    assert len(every) == 4  # three files and their list
    for name, whole in every.items():
        hold(tmp_path / "kept", "site", name, spoil(whole))
        assert asked(plan).found() is None
        keep(plan, tmp_path / "site")
        assert held(tmp_path / "kept", "site") == every and asked(plan).found() is not None


CHANGES: dict[str, Callable[[Path], object]] = {
    "an amount": lambda plan: spoiled(plan, "data/projects/gn-2.yaml", "275 triệu đồng", "276 triệu đồng"),
    "a file that data/ has more": lambda plan: (plan / "data/ghi-chu.txt").write_text("x", encoding="utf-8"),
    "a note on a page": lambda plan: spoiled(plan, "docs/kinh-phi.md", "}}", "}}\n\nMột ghi chú.\n"),
    "a picture": lambda plan: (plan / "docs/anh.png").write_bytes(b"x"),
    "a file of another name": lambda plan: (plan / "docs/du-lieu.md").rename(plan / "docs/du-lieu-2.md"),
    "the document": lambda plan: (plan / "source/them.txt").write_text("x", encoding="utf-8"),
    "a setting": lambda plan: spoiled(plan, "mkdocs.yml", "site_name: ", "site_name: Một "),
    "published addresses": lambda plan: (plan / "released.txt").write_text("index\n", encoding="utf-8"),
    "a comment in macros.py": lambda plan: (plan / "macros.py").open("a", encoding="utf-8").write("\n# x\n"),
    "another commit": lambda plan: git(plan, "commit", "-q", "--allow-empty", "-m", "x"),
}
"""What a site is made from, each changed by itself."""


@pytest.mark.parametrize("what", CHANGES)
def test_what_a_site_is_made_from_makes_it_another(plan: Path, tmp_path: Path, what: str):
    """Each change by itself; with it gone the site is there again."""
    keep(plan, tmp_path / "site")
    saved = shutil.copytree(plan, tmp_path / "saved")
    CHANGES[what](plan)
    assert asked(plan).found() is None
    assert asked(saved).found() is not None


@pytest.mark.parametrize("name", ["SITE_URL", "SOURCE_DATE_EPOCH"])
def test_what_is_asked_by_a_variable_makes_it_another(
    plan: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
):
    """The address on the web, a date."""
    keep(plan, tmp_path / "site")
    monkeypatch.setenv(name, {"SITE_URL": "https://khac.example/"}.get(name, "86400"))
    assert asked(plan).found() is None


def test_another_engine_makes_it_another(plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A style sheet too."""
    engine = shutil.copytree(unchanged_site._ENGINE, tmp_path / "engine", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(unchanged_site, "_ENGINE", engine)
    keep(plan, tmp_path / "site")
    assert asked(plan).found() is not None
    style = next(engine.rglob("tokens.css"))
    style.write_bytes(style.read_bytes() + b"\n")
    assert asked(plan).found() is None


def test_a_site_that_was_changed_while_it_was_built_is_not_kept(plan: Path, tmp_path: Path):
    """It is of neither state."""
    begun = asked(plan)
    spoiled(plan, "data/projects/gn-2.yaml", "275 triệu đồng", "276 triệu đồng")
    keep_folder = tmp_path / "site"
    keep_folder.mkdir()
    (keep_folder / "index.html").write_bytes(b"x")
    begun.keep(keep_folder, "")
    assert asked(plan).found() is None
    spoiled(plan, "data/projects/gn-2.yaml", "276 triệu đồng", "275 triệu đồng")
    assert asked(plan).found() is None


UNKNOWN: dict[str, tuple[str, str, str]] = {
    "a word of its own": ("macros.py", "__all__", "import time\n__all__"),
    "a date on a page": ("docs/kinh-phi.md", "}}", "}} {{ now() }}"),
    "a statement on a page": ("docs/kinh-phi.md", "}}", "}} {% if environment %}x{% endif %}"),
    "a plugin": ("mkdocs.yml", "plugins:\n", "plugins:\n  - search\n"),
    "an extension that reads files": ("mkdocs.yml", "  - attr_list\n", "  - attr_list\n  - pymdownx.snippets\n"),
    "templates of its own": ("mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: docs\n"),
    "a frame of the theme": ("mkdocs.yml", "  - programme\n", "  - programme: {frame: material}\n"),
    "a hook": ("mkdocs.yml", "plugins:\n", "hooks: [macros.py]\nplugins:\n"),
}
"""What makes a plan one of which nobody knows here what its site is made from: (file, words there, others)."""


@pytest.mark.parametrize("what", UNKNOWN)
def test_a_plan_with_code_of_its_own_is_always_built(plan: Path, tmp_path: Path, what: str):
    """Nothing of it is kept as a whole."""
    file, old, new = UNKNOWN[what]
    text = (plan / file).read_text(encoding="utf-8")
    assert old in text
    (plan / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    keep(plan, tmp_path / "site")
    assert asked(plan).found() is None and not (tmp_path / "kept/site.db").exists()


def test_a_site_that_is_too_large_is_not_kept(plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Its three files hold twelve bytes; the limits that are told are 200 MB for each kind of thing, 100 for a site."""
    assert (cache.MOST, unchanged_site._ROOM) == (200_000_000, 100_000_000)
    monkeypatch.setattr(unchanged_site, "_ROOM", 11)
    keep(plan, tmp_path / "site")
    assert asked(plan).found() is None
    monkeypatch.setattr(unchanged_site, "_ROOM", 12)
    keep(plan, tmp_path / "site")
    assert asked(plan).found() is not None


# -- what stands around the words of a page ------------------------------------------------


def test_a_frame_is_what_stands_around_the_words():
    """Around a page with one heading what stands below it is the frame's too; it takes the words of another page."""
    pieces = _without("<body><h1>A</h1><nav></nav><p>a</p></body>", "<h1>A</h1><p>a</p>")
    assert pieces == ["<body>", "<nav></nav>", "</body>"]
    assert _joined(pieces, "<h1>B</h1>\n<p>b</p>") == "<body><h1>B</h1><nav></nav>\n<p>b</p></body>"
    assert _without("<body><nav></nav><h1>A</h1><h1>B</h1>!", "<h1>A</h1><h1>B</h1>") == ["<body><nav></nav>", "!"]


@pytest.mark.parametrize("html", ["<body><h1>a</h1><p>a</p>", "<h1>A</h1> <h1>A</h1><p>a</p>", "<p>a</p><h1>A</h1>"])
def test_a_page_whose_words_are_not_found_once_has_no_frame(html: str):
    """Other words, the same twice, another order: nothing is kept of it."""
    assert _without(html, "<h1>A</h1><p>a</p>") == []


EDITS = (
    ("mkdocs.yml", "site_name: ", "site_name: Trang ", "<title>Dự án – Trang "),
    ("mkdocs.yml", "  - du-an/index.md", "  - Các dự án: du-an/index.md", ">Các dự án</a>"),
    ("docs/phan-cong.md", "{{ ", "---\ntitle: Việc của ai\n---\n{{ ", ">Việc của ai</a>"),  # in the menu
    ("docs/du-an/index.md", "}}", "}}\n\n## Ghi chú\n\n## Hai\n\n## Ba\n", 'href="#ghi-chu"'),  # its contents
)


def test_a_frame_follows_the_settings_and_the_page(tmp_path: Path):
    """The site's name, names in its menu, a heading, one after the other: on the page, as in a build from nothing.

    Of a new plan, whose site is soon built: frames do not tell plans apart.
    """
    plan = new_plan(tmp_path / "plan", "An Lạc")

    def page(name: str, place: str) -> str:
        done = run(
            *("mkdocs", "build", "--strict", "--site-dir", str(tmp_path / name)),
            cwd=plan, SITE_URL=SITE_URL, PROGRAMME_CACHE=str(kept(tmp_path / place)),
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return (tmp_path / name / "du-an/index.html").read_text(encoding="utf-8")

    warm = page("site", "kept")
    assert held(tmp_path / "kept", "frames")
    for turn, (file, old, new, said) in enumerate(EDITS):
        text = (plan / file).read_text(encoding="utf-8")
        assert old in text and said not in warm
        (plan / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        assert said in (warm := page(f"warm-{turn}", "kept"))
    assert warm == page("clean", "empty")


# -- what is looked at once, or not at all --------------------------------------------------


def test_of_the_theme_its_words_alone_are_listed(plan: Path, tmp_path: Path):
    """Every language, not one of the icons; where nothing can be kept, the theme stays as it is."""
    dirs = Theme("material").dirs
    own, *others = theme.with_words_alone(dirs)
    assert others == dirs[1:] and own.startswith(str(tmp_path / "kept/theme"))
    listed = contents(Path(own))
    assert "partials/language.html" in listed and len(listed) > 60
    assert all(name.startswith("partials/language") for name in listed)
    assert listed["partials/languages/vi.html"] == (Path(dirs[0]) / "partials/languages/vi.html").read_bytes()
    cache.FOLDER = tmp_path / "file"
    cache.FOLDER.write_text("no folder", encoding="utf-8")
    assert theme.with_words_alone(dirs) == dirs
    assert theme.with_words_alone(dirs[1:]) == dirs[1:]


def test_a_file_that_stays_as_it_is_is_read_once(plan: Path, monkeypatch: pytest.MonkeyPatch):
    """Where it is remembered; a changed one is read again, and one with a fault each time."""
    monkeypatch.setattr(yamlfile, "_known", None)
    path = plan / "data/needs.yaml"

    def tree() -> yamlfile.Tree | None:
        return yamlfile.read(path, "data/needs.yaml", plan)[0]

    assert tree() is not tree()
    yamlfile.remember()
    first = tree()
    assert tree() is first is not None
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert tree() is not first and tree() is tree()
    path.write_text("- id: x\n  id: x\n", encoding="utf-8")
    assert [len(yamlfile.read(path, "data/needs.yaml", plan)[1]) for _ in range(2)] == [1, 1]


def test_one_pattern_finds_the_longest_of_many_words():
    """Words that begin alike, one within another, signs that mean something in a pattern."""
    pattern = re.compile(rf"(?<!\w){one_of(['BC', 'BCĐ', 'BCĐ huyện', 'UBND', 'a.b', 'NĐ-CP'])}(?!\w)")
    assert pattern.findall("BCĐ huyện, BCĐ xã; BC. UBND a.b axb NĐ-CP BCĐT") == [
        *("BCĐ huyện", "BCĐ", "BC", "UBND", "a.b", "NĐ-CP"),
    ]


def test_what_was_to_be_set_later_ends_with_a_build_that_fails(tmp_path: Path):
    """Nothing of it is made, and nobody waits for it."""
    with pytest.raises(ValueError, match="no link"), typeset.presses(tmp_path, waiting=True) as presses:
        paper = presses.pdf("a.pdf", "sheet.typ", "x", dict)
        raise ValueError("no link")
    assert paper.done() and not (tmp_path / "a.pdf").exists()


def test_what_a_build_looks_at_first_reads_no_records():
    """A site that is put back as it was does not wait for the library that records are checked with."""
    asked = "import sys, programme.plugin, programme.macros; print('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout == "False\n"
