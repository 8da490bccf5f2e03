"""The engine knows no plan: nothing of Hậu Lộc's stands in it."""

from __future__ import annotations

import re

import pytest
from support import ROOT

from programme.history import git

ENGINE = ("programme", "bench", "tests/engine", "tests/plans")
"""The package with its guide and templates, the measurements, the tests of behaviour and the plans made up for them."""
PLACES = (
    "Hậu Lộc", "Thanh Hóa", "Ngư Lộc", "Đa Lộc", "Đại Lộc", "Tiến Lộc", "Triệu Lộc", "Đồng Lộc", "Thành Lộc",
    "Cầu Lộc", "Tuy Lộc", "Thuần Lộc", "Mỹ Lộc", "Lộc Sơn", "Xuân Lộc", "Liên Lộc", "Quang Lộc", "Phú Lộc",
    "Hòa Lộc", "Hoa Lộc", "Minh Lộc", "Hải Lộc", "Hưng Lộc", "Vạn Lộc", "Đông Thành",
    "Hau Loc", "Thanh Hoa", "Ngu Loc", "Da Loc", "Dai Loc", "Tien Loc", "Trieu Loc", "Dong Loc", "Thanh Loc",
    "Cau Loc", "Tuy Loc", "Thuan Loc", "My Loc", "Loc Son", "Xuan Loc", "Lien Loc", "Quang Loc", "Phu Loc",
    "Hoa Loc", "Minh Loc", "Hai Loc", "Hung Loc", "Van Loc", "Dong Thanh",
    "hau-loc", "thanh-hoa", "ngu-loc", "da-loc", "dai-loc", "tien-loc", "trieu-loc", "dong-loc", "thanh-loc",
    "cau-loc", "tuy-loc", "thi-tran-hau-loc", "thuan-loc", "my-loc", "loc-son", "xuan-loc", "lien-loc",
    "quang-loc", "phu-loc", "hoa-loc", "hoa-loc-co-dau", "minh-loc", "hai-loc", "hung-loc",
)  # fmt: skip
BODIES = (
    "ubnd-huyen", "chu-tich-ubnd-huyen", "pho-chu-tich-ubnd-huyen", "phong-ldtbxh", "phong-ktht", "phong-nnptnt",
    "phong-vhtt", "phong-tckh", "trung-tam-gdnn-gdtx", "mttq-huyen",
    "to-chuc-chinh-tri-xa-hoi", "bcd-mtqg", "bcd-ra-soat", "thuong-truc-huyen-uy", "hdnd-huyen",
    "ubnd-xa-thi-tran", "ubnd-xa-ngu-loc", "phong-ban-lien-quan", "don-vi-lien-quan", "thanh-vien-ban-chi-dao",
    "don-vi-chu-tri", "co-quan-chu-tri", "cac-cap-cac-nganh", "cap-uy-chinh-quyen", "so-ldtbxh", "bo-ldtbxh",
    "TCKH", "KTHT", "NN&PTNT", "VHTT", "GDNN-GDTX",
)  # fmt: skip
DOCUMENTS = (
    "108/KH-UBND", "1185/QĐ-UBND", "1761/SLĐTBXH-BTXH", "27/2022/NĐ-CP", "90/QĐ-TTg", "09/2022/TT-BLĐTBXH",
    "46/2022/TT-BTC", "10/2022/TT-BLĐTBXH", "353/QĐ-TTg", "19/2025/QĐ-TTg", "1686/NQ-UBTVQH15",
    "13/2025/TT-BNNMT", "967/QĐ-BNNMT", "351/2025/NĐ-CP", "1185", "1761", "1686",
    "kh-108-2023", "qd-1185-2023", "cv-1761-2023", "nd-27-2022", "qd-90-2022", "tt-09-2022", "tt-46-2022",
    "tt-10-2022",
)  # fmt: skip
AMOUNTS = (
    "450 triệu", "3.051", "1.444", "387 triệu", "1.147", "468 triệu", "653 triệu", "109 triệu", "128 triệu",
    "331 triệu", "177 triệu", "3051", "1444", "1147", "8.345", "8345", "36,6 %", "300 hộ",
)  # fmt: skip
OTHERS = ("Nguyễn Minh Hoàng", "trị trấn", "16012", "16021", "16033", "16072", "16078", "giam-ngheo-ben-vung")
KNOWN = (*PLACES, *BODIES, *DOCUMENTS, *AMOUNTS, *OTHERS)
_ANY = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(KNOWN, key=len, reverse=True)))})(?!\w)", re.I)


def test_the_engine_names_nothing_of_hau_loc():
    """No place, body, document, amount of this plan, with marks or without, capital or not, in any text of the engine.

    What other plans share is no part of the list: ubnd-tinh, van-phong-hdnd-ubnd, Phòng, ho-ngheo, names of national
    bodies, a law of today.
    """
    kept = git.ask(ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "--", *ENGINE).splitlines()
    files = [name for name in kept if (ROOT / name).is_file() and not name.endswith((".png", ".webp", ".docx", ".pdf"))]
    files = [name for name in files if not name.startswith("bench/import/")]  # these cite laws and name offices
    assert len(files) > 200
    found = []
    for name in files:
        for number, line in enumerate((ROOT / name).read_text(encoding="utf-8").split("\n"), 1):
            found += [f"{name}:{number}: {one}" for one in _ANY.findall(line)]
    assert found == []


@pytest.mark.parametrize("text", ["UBND xã NGƯ LỘC,", "[phong-ldtbxh]", 'số "1185/QĐ-UBND"', "3.051 triệu", "ngu-loc"])
def test_what_is_searched_for_is_found(text: str):
    """The search sees a name in capitals, in brackets, in quotes."""
    assert _ANY.search(text)
