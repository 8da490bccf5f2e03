"""Open data as a plan's site has it, made by hand: three plans, each with a few rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from programme.portal import build, listing

Make = Callable[..., Path]

_HEADS = {
    "projects": "project,parent,label,title,name,clause,amount,leads,page",
    "money": "project,clause,amount,about,source,capital,place,leads",
    "figures": "name,value,unit,qualifier,group_name,place,project,year,clause",
    "bodies": "name,other_names,page",
    "groups": "name,other_names,page",
    "places": "name,kind,now,other_names,page",
    "documents": "name,kind,number,page",
}
TABLES = {
    "projects": [
        "3.2,,Dự án 3.2,Cải thiện dinh dưỡng,Dự án 3.2: Cải thiện dinh dưỡng,III.2,387000000,Trạm Y tế,du-an/3-2",
    ],
    "money": ["3.2,III.2.d,387000000,khoảng,Ngân sách Trung ương,Vốn sự nghiệp,,Trạm Y tế"],
    "figures": ["Giảm số hộ nghèo,30,hộ,ít nhất,Hộ nghèo,,,2026,II.1"],
    "bodies": ["Trạm Y tế,TYT,co-quan/tram-y-te"],
    "groups": ["Hộ nghèo,,doi-tuong/ho-ngheo"],
    "places": ["thôn Hạ,Thôn,,,dia-ban/thon-ha"],
    "documents": ["Nghị quyết 5/NQ,Nghị quyết,5/NQ,van-ban/nq-5"],
}  # fmt: skip


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes the open data of a plan into the site of the folder `name`; what is given goes before what is usual."""

    def write(name: str, tables: dict[str, list[str]] | None = None, **about: Any) -> Path:
        folder = tmp_path / name / "site/du-lieu"
        folder.mkdir(parents=True, exist_ok=True)
        resources = []
        for table, rows in {**TABLES, **(tables or {})}.items():
            content = "\r\n".join([_HEADS[table], *rows, ""]).encode("utf-8-sig")
            (folder / f"{table}.csv").write_bytes(content)
            resources.append({"name": table, "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"})
        plan = {
            "form": 1, "title": f"Kế hoạch của {name}", "kind": "KẾ HOẠCH", "number": "27/KH-UBND",
            "issued": "2026-02-05", "issuer": "UBND xã", "level": "commune", "level_name": "Cấp xã",
            "places": [{"name": f"xã {name}", "kind": "Xã"}, {"name": "tỉnh Thử", "kind": "Tỉnh"}],
            "period": {"start": "2026", "end": "2026"},
            "programmes": [{"id": "gn", "name": "Chương trình giảm nghèo", "names": []}],
            "open_questions": 0,
        } | about  # fmt: skip
        package = {"version": about.get("version", "1a2b3c4d"), "created": "2026-03-01T00:00:00Z", "plan": plan}
        package |= {"resources": resources, "licenses": [{"title": "CC BY 4.0", "path": "https://cc.example/by"}]}
        (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
        return folder

    return write


@dataclass
class Portal:
    """A portal in a folder; `site` is where it is built."""

    root: Path

    @property
    def site(self) -> Path:
        return self.root / "site"

    def build(self, *plans: str, day: str = "2026-11-30", address: str = "") -> build.Report:
        """Build it over plans: folders, addresses, or "folder address"."""
        lines = ["title: Cổng thử", *([f"address: {address}"] if address else []), "plans:"]
        for one in plans:
            folder, _, web = one.partition(" ")
            lines.append(f"  - {'address' if '://' in folder else 'folder'}: {folder}")
            lines += [f"    address: {web}"] if web else []
        (self.root / listing.FILE).write_text("\n".join([*lines, ""]), encoding="utf-8")
        return build.build(self.root, listing.read(self.root), self.site, day)

    def page(self, begins: str) -> BeautifulSoup:
        """The page whose path begins so."""
        (found,) = self.site.glob(f"{begins}*html")
        return BeautifulSoup(found.read_text(encoding="utf-8"), "html.parser")

    def said(self, begins: str) -> str:
        """The words of its article, as one line."""
        article = self.page(begins).article
        assert article
        return " ".join(article.get_text(" ").split())


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    return Portal(tmp_path)
