"""A plan with code of its own is found without running it, and built only where the list lets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from many_plans import listed
from support import PLANS, ROOT, commanded, spoiled

from programme.farm import own_code
from programme.portal import listing

_MACROS = "from programme.macros import define_env"
_ASKED = "docs/phan-cong.md gọi lệnh ngoài các từ của bộ máy"
FOUND = (
    ("macros.py", _MACROS, "import os", "macros.py có lệnh riêng"),
    ("macros.py", _MACROS, f"{_MACROS}; import os", "macros.py có lệnh riêng"),
    ("macros.py", '"""', '# coding: utf-7\n# +AAo-import os\n"""', "macros.py có lệnh riêng"),
    ("macros.py", _MACROS, "from . import define_env", "macros.py có lệnh riêng"),
    ("docs/phan-cong.md", "{{", "{{ cycler.__init__.__globals__ }} {{", _ASKED),
    ("docs/phan-cong.md", "{{", "{% set a = 1 %}{{", _ASKED),
    ("mkdocs.yml", "\ntheme:", "\nhooks: [x.py]\ntheme:", "mkdocs.yml: khóa hooks"),
    ("mkdocs.yml", "\ntheme:", "\n<<: {hooks: [x.py]}\ntheme:", "mkdocs.yml: khóa <<"),
    ("mkdocs.yml", "\ntheme:", "\nINHERIT: ../x.yml\ntheme:", "mkdocs.yml: khóa INHERIT"),
    ("mkdocs.yml", "\ntheme:", "\ndocs_dir: /etc\ntheme:", "mkdocs.yml: khóa docs_dir"),
    ("mkdocs.yml", "\ntheme:", "\ntheme:\n  custom_dir: mau", "mkdocs.yml: khóa custom_dir của theme"),
    ("mkdocs.yml", "  name: material", "  name: readthedocs", "mkdocs.yml: theme readthedocs"),
    ("mkdocs.yml", "  - programme\n", "  - programme\n  - search\n", "mkdocs.yml: phần cắm thêm search"),
    ("mkdocs.yml", "module_name: macros", "module_name: x", "mkdocs.yml: module_name x"),
    ("mkdocs.yml", "module_name: macros", "modules: [os]", "mkdocs.yml: khóa modules của macros"),
    ("mkdocs.yml", "  - tables", "  - pymdownx.snippets", "mkdocs.yml: phần mở rộng pymdownx.snippets"),
    ("mkdocs.yml", "programme.slugs.slugify", "os.system", "mkdocs.yml: tag:yaml.org,2002:python/name:os.system"),
    ("mkdocs.yml", "site_description: ", "site_description: !ENV AWS_KEY #", "mkdocs.yml: !ENV AWS_KEY"),
    ("mkdocs.yml", '[SITE_URL, ""]', '[SITE_URL, AWS_KEY, ""]', "mkdocs.yml: !ENV AWS_KEY"),
    ("mkdocs.yml", '[SITE_URL, ""]', "[AWS_KEY]", "mkdocs.yml: !ENV AWS_KEY"),
    ("mkdocs.yml", "site_description: ", "site_description: !x ", "mkdocs.yml: !x"),
    ("mkdocs.yml", "\ntheme:", "\ntheme: [", "mkdocs.yml không đọc được"),
)  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said"), FOUND)
def test_what_could_run_is_found(plans: Path, file: str, old: str, new: str, said: str):
    """Code, templates, plugins, tags, and what reads files or variables of the machine: each is named with its file."""
    assert said in own_code.found(spoiled(plans / "xa-1", file, old, new))


def test_files_that_python_could_import_and_links_out_are_found(plans: Path):
    """So are modules beside the plan, and links that lead out of its folder; folders that no build reads are left."""
    plan = plans / "xa-1"
    for name in ("yaml.py", "data/x.so", "site/x.py", ".git/x.py"):
        (plan / name).parent.mkdir(exist_ok=True)
        (plan / name).touch()
    (plan / "docs/mat-khau.txt").symlink_to("/etc/passwd")
    (plan / "docs/lai.md").symlink_to("index.md")
    assert own_code.found(plan) == ["tệp yaml.py", "tệp data/x.so", "docs/mat-khau.txt là liên kết ra ngoài thư mục"]


def test_plans_of_data_pages_and_settings_have_none(plans: Path):
    """Neither a new plan nor the made-up ones have any; in this repository the engine itself stands beside a plan."""
    assert [own_code.found(plan) for plan in (plans / "xa-1", *PLANS) if plan != ROOT] == [[], [], []]
    assert "tệp programme/macros.py" in own_code.found(ROOT)


def test_an_address_of_the_plans_own_is_no_code(plans: Path):
    """It is what stands there where no variable gives another; no variable is called so."""
    plan = spoiled(plans / "xa-1", "mkdocs.yml", '[SITE_URL, ""]', '[SITE_URL, "https://xa.example/"]')
    assert own_code.found(plan) == []


def test_only_the_list_lets_it_run(plans: Path):
    """Without `code: true` nothing of it runs, and the report says what to write; another value is a fault."""
    (plans / "xa-1/macros.py").write_text("open('da-chay', 'w')", encoding="utf-8")
    done = commanded("build-all", str(listed(plans, "folder: xa-1")))
    assert done.returncode == 1 and not (plans / "xa-1/da-chay").exists()
    assert done.stdout.splitlines()[-1] == (
        "    Kế hoạch có mã riêng (macros.py có lệnh riêng). Mã ấy sẽ chạy trên máy dựng với mọi quyền của máy, nên "
        "chỉ dựng khi danh sách cho phép: tin người viết thì thêm dòng “code: true” vào mục của Kế hoạch trong "
        "portal.yaml."
    )
    assert [one.code for one in listing.read(listed(plans, "folder: a, code: true", "folder: b").parent).entries] == [
        True,
        False,
    ]
    wrong = commanded("build-all", str(listed(plans, "folder: xa-1, code: co")))
    assert wrong.returncode == 1 and "chỉ nhận true." in wrong.stderr
