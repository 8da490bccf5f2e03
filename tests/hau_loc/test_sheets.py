"""The truths of Hậu Lộc's duty sheets: what its plan leaves open, what it gives to bodies that it does not name."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def test_what_the_plan_leaves_open_is_said(pages: dict[str, BeautifulSoup]):
    """4.1 without commune duty, 7.2 without district lead, reports without addressee, date and form."""
    text = words(pages["phan-cong.html"].find(id="khong-neu").find_next("ul"))
    assert "Tiểu dự án 1, Dự án 4: Phát triển giáo dục nghề nghiệp vùng nghèo, vùng khó khăn: Kế hoạch" in text
    assert "không giao việc cho cấp xã (mục III.4.1.e)" in text
    assert "Tiểu dự án 2, Dự án 7: Giám sát, đánh giá: Kế hoạch không nêu cơ quan cấp huyện chủ trì" in text
    reports = words(pages["bao-cao.html"].find(id="khong-neu").find_next("ul"))
    assert "không nêu báo cáo cho ai" in reports and "không nêu hạn báo cáo" in reports


def test_what_is_given_to_unnamed_bodies_stands_on_the_sheets_it_may_mean(pages: dict[str, BeautifulSoup]):
    """A "phòng" reads the shared duties in full, to whom to report, who approves; the receiver is not sent its own."""
    sheet = pages["co-quan/phong-nnptnt.html"]
    text = words(sheet)
    assert "giao chung: Phòng Lao động - Thương binh và Xã hội (đoạn kết)" in text
    assert "Nơi phê duyệtChủ tịch UBND huyện" in text
    shared = sheet.find(id="goi-chung-phong-ban-lien-quan").find_next("section")
    assert len(shared.select("blockquote")) == 2 and "báo cáo kết quả thực hiện về Phòng Lao động" in words(shared)
    assert "báo cáo kết quả thực hiện về Phòng Lao động" not in words(pages["co-quan/phong-ldtbxh.html"])


def test_each_project_of_the_matrix_has_its_column(pages: dict[str, BeautifulSoup]):
    """So many bodies with work, in so many projects; in 4.2 the department of labour alone leads."""
    table = pages["phan-cong.html"].select_one(".matrix")
    columns = [words(one) for one in table.select("thead th")][1:]
    rows = {words(row.th): [words(cell) for cell in row.select("td")] for row in table.select("tbody tr")}
    leads = [name for name, cells in rows.items() if "Chủ trì" in cells[columns.index("4.2")]]
    assert (len(rows), len(columns), leads) == (13, 11, ["Phòng LĐTBXH"])
