"""A sum of some lines of a project is no total of it, and no question."""

from __future__ import annotations

from drafting_marks import draft_of, in_project, sets

from programme.drafting.marks import mark
from programme.drafting.shape import Degree, Part


def test_a_sum_of_lines_that_follow_it_gives_them_its_source():
    """As a total it would fail the check: a yes to that could not be written."""
    part = in_project(
        "Kinh phí",
        "900 triệu đồng, gồm ngân sách trung ương 700 triệu đồng (vốn đầu tư 440 triệu đồng, vốn sự nghiệp 260 triệu "
        "đồng), ngân sách xã 150 triệu đồng, nhân dân đóng góp 50 triệu đồng.",
    )
    mark(draft_of(Part("part", "III", heading="DỰ ÁN", parts=[part])))
    line = part.parts[0].paragraphs[0]
    assert sets(line, "money") == [
        ("900 triệu đồng,", {"total": True}),
        ("(vốn đầu tư 440 triệu đồng,", {"source": "central", "capital": "investment"}),
        ("vốn sự nghiệp 260 triệu đồng),", {"source": "central", "capital": "recurrent"}),
        ("ngân sách xã 150 triệu đồng,", {"source": "commune"}),
        ("nhân dân đóng góp 50 triệu đồng.", {"source": "other"}),
    ]
    assert {one.degree for one in line.marks} == {Degree.SURE}
