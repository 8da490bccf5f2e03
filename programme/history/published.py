"""What of a plan was public first: what changed before that is no change to a reader.

A plan that was read from a document is mended many times before anybody sees it. Its first publication is marked in
the history with a tag; where a server publishes that cannot write there, the list of published addresses tells it.
"""

from __future__ import annotations

from pathlib import Path

from ..pages.names import DRAFTED, RELEASED
from ..vietnamese.slugs import slugify
from . import git

_TAG = "phat-hanh"
"""Of a plan that lies deeper in its repository its folder follows: "phat-hanh-xa-a"."""


def is_drafted(root: Path) -> bool:
    """Whether the plan in `root` began as a draft that was read from a document."""
    return (root / DRAFTED).is_dir()


def first(root: Path) -> str:
    """The tree of `root`/data as it was first published; "" where it never was, as far as the history knows."""
    released = _brought(root, RELEASED)
    for commit in (f"refs/tags/{_tag(root)}", *released):
        if tree := git.ask(root, "rev-parse", "--verify", "--quiet", f"{commit}:./{git.DATA}").strip():
            return tree
    return ""


def _brought(root: Path, name: str) -> list[str]:
    """The commit that brought a file of the plan, if the history has it."""
    found = git.ask(root, "log", "--first-parent", "--diff-filter=A", "--format=%H", "--", name).split()
    return found[-1:]


def mark(root: Path) -> None:
    """Mark what is saved now as published, if nothing was before and all of the data is saved."""
    states = git.states(root)
    if is_drafted(root) and states and not first(root) and git.holds(root, states[0][2]):
        git.write(root, "update-ref", f"refs/tags/{_tag(root)}", "HEAD", "")


def _tag(root: Path) -> str:
    return "-".join(filter(None, (_TAG, slugify(git.ask(root, "rev-parse", "--show-prefix").strip().strip("/")))))
