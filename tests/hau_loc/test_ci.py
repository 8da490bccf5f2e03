"""What GitHub and GitLab do with this plan: its site is published after each change."""

from __future__ import annotations

import yaml
from support import ROOT

from programme.history import git


def test_whatever_a_site_is_made_from_starts_a_publication():
    """GitHub and GitLab publish after a change of any file in Git but those that no site is made from."""
    github = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8"))[True]["push"]["paths"]
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))["pages"]["rules"][0]["changes"]
    own = {".github", ".gitlab-ci.yml"}
    other = {
        "README.md",
        "README.png",
        "HUONG-DAN.md",
        "bench",
        "operations",
        "deploy",
        "tests",
        ".vscode",
        ".ci",
        ".gitignore",
    }
    other |= {".gitattributes", "hatch_build.py", "source", ".oxlintrc.json", "eslint.config.js", "stylelint.config.js"}
    other |= {f"mo-trang-sua.{ending}" for ending in ("app", "desktop", "pyw")}
    names = {name.split("/")[0] for name in git.ask(ROOT, "ls-files").splitlines()} - other - own
    assert {"data", "programme", "requirements", "package-lock.json"} <= names
    for listed in (github, gitlab):
        assert {one.split("/")[0] for one in listed} - own == names
