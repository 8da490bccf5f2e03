"""The closed lists of words the data may use, each with its Vietnamese label.

One vocabulary runs through data, code, templates and downloads: the value is
the key written in `data/`, the label is what a reader sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

_OWN: dict[tuple[type[Term], str], Term] = {}
"""The terms of the plan in work that the lists below have not."""


class Term(StrEnum):
    """A key used in `data/` with the label shown to readers, and a short one for tables."""

    label: str
    short: str

    def __new__(cls, value: str, label: str, short: str = "") -> Term:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.short = short or label
        return member

    @classmethod
    def _missing_(cls, value: object) -> Term | None:
        return _OWN.get((cls, str(value)))


def add(terms: Iterable[tuple[str, str, str, str]]) -> None:
    """The terms of a plan's own, (list, key, label, short label), in the place of those of another plan."""
    _OWN.clear()
    for name, value, label, short in terms:
        term = str.__new__(OPEN[name], value)
        term._name_ = term._value_ = value
        term.label, term.short = label, short or label
        _OWN[OPEN[name], value] = term


def rank(term: Term) -> tuple[int, str]:
    """The place of a term among its like: as its list has it, a plan's own after those."""
    listed = list(type(term))
    return (listed.index(term), "") if term in listed else (len(listed), str(term))


def labels_of(words: Sequence[str]) -> dict[str, str]:
    """Word -> label, for the closed list that has exactly these words."""
    listed = next(one for one in Term.__subclasses__() if [*one] == [*words])
    return {term.value: term.label for term in listed}


def is_open(words: Sequence[str]) -> bool:
    """Whether the list that has exactly these words is one that a plan may add to."""
    return any([*one] == [*words] for one in OPEN.values())


class Role(Term):
    """What a duty makes its bearer do."""

    LEAD = "lead", "Chủ trì"
    COORDINATE = "coordinate", "Phối hợp"
    IMPLEMENT = "implement", "Triển khai thực hiện", "Thực hiện"
    PLAN = "plan", "Xây dựng kế hoạch", "Lập kế hoạch"
    GUIDE = "guide", "Hướng dẫn"
    ADVISE = "advise", "Tham mưu"
    APPROVE = "approve", "Phê duyệt"
    MONITOR = "monitor", "Kiểm tra, giám sát, đánh giá", "Giám sát"
    REPORT = "report", "Báo cáo"
    MOBILISE = "mobilise", "Tuyên truyền, vận động", "Vận động"
    REVIEW = "review", "Rà soát hộ nghèo", "Rà soát"
    DIRECT = "direct", "Lãnh đạo, chỉ đạo"
    MANAGE = "manage", "Theo dõi, quản lý"
    PUBLISH = "publish", "Công khai"


class ClauseKind(Term):
    """What a clause of a project is about, whatever its heading says."""

    OBJECTIVE = "objective", "Mục tiêu"
    BENEFICIARIES = "beneficiaries", "Đối tượng"
    CONTENT = "content", "Nội dung"
    BUDGET = "budget", "Kinh phí"
    ASSIGNMENT = "assignment", "Phân công"
    SCOPE = "scope", "Phạm vi"
    NORM = "norm", "Định mức"
    TIMING = "timing", "Thời gian"


class Level(Term):
    """The level of administration a body belongs to."""

    CENTRAL = "central", "Trung ương"
    PROVINCE = "province", "Cấp tỉnh"
    DISTRICT = "district", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"
    COLLECTIVE = "collective", "Nhóm cơ quan gọi chung"


class AgencyKind(Term):
    """What a bearer of duties is."""

    BODY = "body", "Cơ quan, đơn vị"
    OFFICE = "office", "Người giữ chức vụ"
    COLLECTIVE = "collective", "Cách gọi chung"


class GroupKind(Term):
    """What kind of party a target group is."""

    HOUSEHOLD = "household", "Hộ gia đình"
    PERSON = "person", "Người dân, người lao động"
    WOMAN_CHILD = "woman_child", "Phụ nữ, trẻ em, học sinh"
    AREA = "area", "Địa bàn, cộng đồng"
    ORGANISATION = "organisation", "Hợp tác xã, doanh nghiệp, tổ chức"
    OFFICER = "officer", "Cán bộ, cơ quan"


class Icon(Term):
    """The picture of a need on the home page; whoever does not see it reads the need's name."""

    FARMING = "farming", "Làm ăn, trồng trọt, chăn nuôi"
    TRAINING = "training", "Học hành, học nghề"
    JOB = "job", "Việc làm"
    ABROAD = "abroad", "Đi làm xa, ra nước ngoài"
    FOOD = "food", "Dinh dưỡng"
    CHILD = "child", "Trẻ em"
    HEALTH = "health", "Sức khỏe"
    HOUSING = "housing", "Nhà ở"
    WATER = "water", "Nước sạch"
    ROADS = "roads", "Đường sá, công trình"
    INFORMATION = "information", "Thông tin, tuyên truyền"
    MEETING = "meeting", "Tập huấn, hội họp"
    LAW = "law", "Pháp luật"
    MONEY = "money", "Tiền, vốn"


class DocumentKind(Term):
    """The kinds of official documents, by their Vietnamese names."""

    PLAN = "plan", "Kế hoạch"
    DECISION = "decision", "Quyết định"
    DECREE = "decree", "Nghị định"
    CIRCULAR = "circular", "Thông tư"
    RESOLUTION = "resolution", "Nghị quyết"
    LAW = "law", "Luật"
    ORDINANCE = "ordinance", "Pháp lệnh"
    DIRECTIVE = "directive", "Chỉ thị"
    CONCLUSION = "conclusion", "Kết luận"
    PROGRAMME = "programme", "Chương trình"
    NOTICE = "notice", "Thông báo"
    GUIDANCE = "guidance", "Hướng dẫn"
    LETTER = "letter", "Công văn"
    SUBMISSION = "submission", "Tờ trình"


class RelationKind(Term):
    """How one document stands to another: the one that has the relation comes first."""

    PARENT = "parent", "Căn cứ vào"
    AMENDS = "amends", "Sửa đổi, bổ sung"
    REPLACES = "replaces", "Thay thế"
    GUIDES = "guides", "Hướng dẫn"
    ANNEXED = "annexed", "Ban hành kèm theo"


class MoneyUnit(Term):
    """The unit of a column of amounts."""

    DONG = "dong", "đồng"
    THOUSAND = "thousand", "nghìn đồng"
    MILLION = "million", "triệu đồng"
    BILLION = "billion", "tỷ đồng"


class Source(Term):
    """Whose budget pays."""

    CENTRAL = "central", "Ngân sách Trung ương"
    PROVINCE = "province", "Ngân sách tỉnh"
    DISTRICT = "district", "Ngân sách huyện"
    COMMUNE = "commune", "Ngân sách xã"
    LOCAL = "local", "Ngân sách địa phương"
    OTHER = "other", "Nguồn vốn huy động hợp pháp khác"


class Capital(Term):
    """The type of public money."""

    RECURRENT = "recurrent", "Vốn sự nghiệp"
    INVESTMENT = "investment", "Vốn đầu tư phát triển"


class PlaceKind(Term):
    """What kind of place a place is, in the plan's year."""

    PROVINCE = "province", "Tỉnh"
    CITY = "city", "Thành phố"
    TOWN = "town", "Thị xã"
    URBAN_DISTRICT = "urban_district", "Quận"
    DISTRICT = "district", "Huyện"
    SPECIAL_ZONE = "special_zone", "Đặc khu"
    COMMUNE = "commune", "Xã"
    TOWNSHIP = "township", "Thị trấn"
    WARD = "ward", "Phường"
    VILLAGE = "village", "Thôn, bản, tổ dân phố"


CALLED_OTHERWISE = {
    kind.label.lower(): kind
    for kind in (
        PlaceKind.TOWNSHIP,
        PlaceKind.WARD,
        PlaceKind.SPECIAL_ZONE,
        PlaceKind.TOWN,
        PlaceKind.URBAN_DISTRICT,
    )
}
"""The word before the name of a place -> its kind, where most places of its level are called otherwise."""


class Every(Term):
    """How often something comes again."""

    MONTH = "month", "Hằng tháng"
    QUARTER = "quarter", "Hằng quý"
    HALF = "half", "Sáu tháng một lần"
    YEAR = "year", "Hằng năm"


class TaskPart(Term):
    """What the cells of a column say of the task of their row; WHOM is told of tables that give nobody work too."""

    TASK = "task", "Nhiệm vụ"
    WHOM = "whom", "Đối tượng"
    LEAD = "lead", "Cơ quan chủ trì"
    PARTNERS = "partners", "Cơ quan phối hợp"
    TIMING = "timing", "Thời gian"
    PRODUCT = "product", "Sản phẩm"


class IndicatorKind(Term):
    """How an indicator measures."""

    REDUCTION = "reduction", "Mức giảm"
    RATE_REDUCTION = "rate_reduction", "Mức giảm tỷ lệ"
    FROM_TO = "from_to", "Từ mức đến mức"
    RATE = "rate", "Tỷ lệ còn lại"
    COVERAGE = "coverage", "Tỷ lệ cần đạt"
    NUMBER = "number", "Số cần đạt"
    BASELINE = "baseline", "Hiện trạng"


class Purpose(Term):
    """Why somebody receives the plan (the words in brackets of "Nơi nhận")."""

    REPORT = "report", "Để báo cáo"
    CARRY_OUT = "carry_out", "Để thực hiện"
    COORDINATE = "coordinate", "Để phối hợp"
    INFORM = "inform", "Kế hoạch không ghi mục đích"
    FILE = "file", "Để lưu"


OPEN: dict[str, type[Term]] = {"role": Role, "document": DocumentKind, "clause": ClauseKind, "source": Source}
"""The lists that a plan may add terms to, by what `data/vocabulary.yaml` calls them."""


class TermKind(Term):
    """What a term of a plan's own is a kind of."""

    ROLE = "role", "Vai trò"
    DOCUMENT = "document", "Loại văn bản"
    CLAUSE = "clause", "Loại mục"
    SOURCE = "source", "Nguồn vốn"
