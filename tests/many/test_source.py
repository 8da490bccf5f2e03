"""A plan that is fetched to be built: a ZIP held to the hash in the list, bounded, and not believed."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from many_plans import listed, sourced
from support import commanded, served

from programme.building.whole_site import BuildError
from programme.farm import source
from programme.farm.source import Source, fetched
from programme.portal import listing
from programme.portal.listing import FindingsError


@pytest.fixture
def web(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder on a web server, and its address."""
    (tmp_path / "web").mkdir()
    with served(tmp_path / "web") as address:
        yield tmp_path / "web", address


def zipped(*names: str) -> bytes:
    """A ZIP with a file of each name."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as made:
        for name in names:
            made.writestr(name, "site_name: x")
    return whole.getvalue()


def test_what_is_wrong_with_a_source_is_told_with_its_line(plans: Path, web: tuple[Path, str]):
    """Another hash, nothing there, code of its own, a place that has a plan: the others are built."""
    folder, address = web
    (plans / "xa-2/macros.py").write_text("open('da-chay', 'w')", encoding="utf-8")
    wrong = sourced(plans / "xa-1", folder / "xa-1.zip", f"{address}/xa-1.zip", "a")
    entries = [f"{wrong[:-64]}{'ab' * 32}"]
    entries.append(sourced(plans / "xa-1", folder / "xa-1.zip", f"{address}/mat.zip", "b"))
    entries.append(sourced(plans / "xa-2", folder / "xa-2.zip", f"{address}/xa-2.zip", "c"))
    entries.append(sourced(plans / "xa-1", folder / "xa-1.zip", f"{address}/xa-1.zip", "xa-3"))
    done = commanded("build-all", str(listed(plans, *entries)))
    digest = hashlib.sha256((folder / "xa-1.zip").read_bytes()).hexdigest()
    assert done.returncode == 1 and not [*plans.rglob("da-chay"), *plans.rglob("site"), *plans.rglob(".build-*")]
    assert done.stdout[done.stdout.index("- a:") :].splitlines() == [
        "- a:",
        f"    portal.yaml:3: {address}/xa-1.zip: gói mã nguồn có mã băm {digest}, khác mã ghi ở sha256; xem gói có bị "
        "thay không rồi sửa mã ấy.",
        "- b:",
        f"    portal.yaml:4: {address}/mat.zip: máy chủ trả lời 404 khi hỏi gói mã nguồn.",
        "- c:",
        f"    portal.yaml:5: {address}/xa-2.zip: Kế hoạch có mã riêng (macros.py có lệnh riêng). Mã ấy sẽ chạy trên "
        "máy dựng với mọi quyền của máy, nên chỉ dựng khi danh sách cho phép: tin người viết thì thêm dòng “code: "
        "true” vào mục của Kế hoạch trong portal.yaml.",
        "- xa-3:",
        f"    {plans}/xa-3 đã có mkdocs.yml: bỏ khóa source để dựng từ đó, hoặc chọn thư mục khác cho trang.",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (zipped("mkdocs.yml", "a/x"), ""),
        (zipped("xa/mkdocs.yml", "xa/data/x", "__MACOSX/x"), ""),
        (zipped("mkdocs.yml", ".git/config", "docs/.GIT"), ""),
        (zipped("a/mkdocs.yml", "b/x"), "không có mkdocs.yml ở ngoài cùng"),
        (zipped("mkdocs.yml", "HEAD"), "có tệp HEAD của một kho Git"),
        (zipped("mkdocs.yml", "../x"), "tên không được phép: '../x'"),
        (b"PK", "bị hỏng"),
        (bytes(2000), "gói mã nguồn lớn quá 0 MB"),
    ],
)
def test_what_is_fetched_is_not_believed(
    content: bytes, said: str, web: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A folder, alone or in one, without what Git knows; what leads out, is too large, or is no plan's is refused."""
    folder, address = web
    monkeypatch.setattr(source, "LARGEST", 1500)
    (folder / "x.zip").write_bytes(content)
    wanted = Source(f"{address}/x.zip", hashlib.sha256(content).hexdigest(), 3, code=False)
    found: list[Path] = []
    try:
        with fetched(wanted) as root:
            found = [one.relative_to(root) for one in root.rglob("*") if one.is_file()]
    except BuildError as error:
        assert said and said in str(error)
        return
    assert not said and Path("mkdocs.yml") in found and not [one for one in found if ".git" in str(one).lower()]


def test_a_source_has_a_hash_and_a_place(tmp_path: Path):
    """Each fault of the list with its line; a hash may be written in capitals."""
    known = f"sha256: {'AB' * 32}"
    entries = ("source: 'ftp://x'", "folder: a, source: 'https://x.example/a.zip'", f"folder: b, {known}")
    (tmp_path / "x").mkdir()
    with pytest.raises(FindingsError) as raised:
        listing.read(listed(tmp_path, *entries, "folder: c, source: 'https://x.example/a.zip', sha256: ab").parent)
    assert [f"{one.line}: {one.found}" for one in raised.value.findings] == [
        "3: Mục này không nói Kế hoạch ở đâu.",
        "4: mục này còn thiếu.",
        "5: sha256 mà không có source.",
        "6: không phải một mã SHA-256.",
    ]
    (right,) = listing.read(
        listed(tmp_path / "x", f"folder: a, source: 'https://x.example/a.zip', {known}").parent
    ).entries
    assert (right.source, right.sha256) == ("https://x.example/a.zip", "ab" * 32)
