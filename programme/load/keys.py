"""What each key of `data/` is called in Vietnamese, what it means, and a line that is right.

One table for messages, the JSON Schema and the guide. A key means the same in
every record; where it does not, "Record.key" comes first. An example has places
for ids (`{agencies}`); `examples` fills them from the plan at hand.
"""

from __future__ import annotations

from typing import NamedTuple

from ..vietnamese.formats import alternatives, lower_first
from .vocabulary import (
    AgencyKind,
    Capital,
    ClauseKind,
    DocumentKind,
    Every,
    GroupKind,
    IndicatorKind,
    Level,
    MoneyUnit,
    PlaceKind,
    Purpose,
    RelationKind,
    Source,
    TaskPart,
    Term,
    TermKind,
)


class Key(NamedTuple):
    """A key of `data/`: its Vietnamese name, what to write there, an example line (see `examples`)."""

    name: str
    meaning: str
    example: str

    @property
    def quotes(self) -> bool:
        """Whether words of the plan stand there, as they are."""
        return "chép đúng" in self.meaning.lower()


def _one_of(words: type[Term], *, said: bool = False) -> str:
    """The words of a closed list, as a sentence: "recurrent hoặc investment."; `said`: each with its label."""
    listed = [f"{term.value} ({lower_first(term.label)})" if said else term.value for term in words]
    return f"{alternatives(listed)}."


KEYS: dict[str, Key] = {
    # cả tệp
    "plan": Key("Cả tệp", "các khóa của khung Kế hoạch", "short_title: Kế hoạch giảm nghèo năm 2024"),
    "notice": Key("Cả tệp", "các khóa title, summary, facts", "title: Đây là kế hoạch của năm 2024."),
    "search": Key("Cả tệp", "các khóa everyday, pages, fillers", "fillers: [có, được, không]"),
    **dict.fromkeys(
        ("sections", "agencies", "groups", "documents", "abbreviations", "concepts", "places", "questions", "needs", "vocabulary"),
        Key("Cả tệp", "một danh sách, mỗi mục bắt đầu bằng gạch đầu dòng", "- id: ho-ngheo\n  name: Hộ nghèo"),
    ),
    # khung của kế hoạch
    "Plan.form": Key("Dạng dữ liệu", "Số của cách ghi dữ liệu. Lệnh programme upgrade tự ghi; không sửa tay.", "form: 2"),
    "short_title": Key("Tên gọi ngắn", "Tên đặt cho trang web, không phải lời của Kế hoạch; nên không quá 90 chữ cái.", "short_title: Kế hoạch giảm nghèo năm 2024"),
    "licence": Key("Giấy phép", "Điều kiện dùng lại dữ liệu của trang.", "licence:\n  id: CC-BY-4.0\n  name: CC BY 4.0"),
    "Licence.id": Key("Mã giấy phép", "Mã trong danh sách SPDX.", "id: CC-BY-4.0"),
    "url": Key("Địa chỉ", "Địa chỉ trên mạng, bắt đầu bằng https:// hoặc http://.", "url: https://creativecommons.org/licenses/by/4.0/"),
    "agency": Key("Cơ quan", "Mã của một cơ quan trong agencies.yaml.", "agency: {agencies}"),
    "place": Key("Nơi", "Mã của một nơi trong places.yaml.", "place: {places}"),
    **dict.fromkeys(
        ("ForWhom.place", "Money.place", "Indicator.place", "Output.place"),
        Key("Một hay nhiều nơi", "Mã của một nơi trong places.yaml; chung cho nhiều nơi thì ghi danh sách.", "place: [{places}, {places}]"),
    ),
    "places": Key("Địa bàn", "Mã các nơi mà cơ quan này là của nơi ấy: UBND một xã của huyện, các thôn.", "places: [{places}]"),
    "Header.place": Key("Địa danh ở dòng ngày tháng", "Chép đúng như văn bản.", "place: Bình Minh"),
    "period": Key("Thời gian của Kế hoạch", "Năm đầu và năm cuối.", "period:\n  start: 2024\n  end: 2024"),
    "start": Key("Từ ngày", "Năm, năm-tháng hoặc năm-tháng-ngày.", "start: 2024-09-20"),
    "end": Key("Đến ngày", "Năm, năm-tháng hoặc năm-tháng-ngày.", "end: 2024-10-25"),
    "within": Key("Thuộc giai đoạn", "Giai đoạn dài hơn mà Kế hoạch nằm trong, chép đúng từng chữ.", "within: giai đoạn 2021 - 2025"),
    "programmes": Key("Các chương trình", "Chương trình mà Kế hoạch thực hiện.", "programmes:\n  - id: giam-ngheo\n    name: Chương trình giảm nghèo"),
    "programme": Key("Chương trình", "Mã của chương trình mà dự án thuộc về; chỉ cần khi có nhiều chương trình.", "programme: {programmes}"),
    "absent": Key("Dự án không có trong Kế hoạch", "Dự án của chương trình mà Kế hoạch này không nhắc tới.", 'absent:\n  - code: "5"\n    title: nhà ở\n    note: Kế hoạch không nêu lý do.\n    sources: [Quyết định 12/QĐ-TTg]'),
    "funding": Key("Nguồn và loại vốn chung", "Dùng cho mọi số tiền không ghi riêng.", "funding:\n  source: central\n  capital: recurrent"),
    "stated": Key("Lời nói rõ nguồn vốn", "Chép đúng từng chữ từ Kế hoạch.", "stated: vốn sự nghiệp từ ngân sách tỉnh"),
    "relations": Key("Quan hệ với văn bản khác", f"{_one_of(RelationKind)[:-1]}, và mã văn bản.", "relations:\n  - kind: parent\n    document: {documents}"),
    "header": Key("Phần đầu văn bản", "Cơ quan, số, nơi và ngày, tên văn bản.", "header:\n  kind: KẾ HOẠCH"),
    "issuer_lines": Key("Dòng cơ quan ban hành", "Chép đúng từng dòng.", "issuer_lines: [ỦY BAN NHÂN DÂN, XÃ BÌNH MINH]"),
    "state": Key("Quốc hiệu", "Chép đúng như văn bản.", "state: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    "motto": Key("Tiêu ngữ", "Chép đúng như văn bản.", "motto: Độc lập - Tự do - Hạnh phúc"),
    "symbol": Key("Ký hiệu", "Phần sau dấu gạch chéo của số văn bản.", "symbol: KH-UBND"),
    "title_lines": Key("Dòng tên văn bản", "Chép đúng từng dòng.", "title_lines: [Thực hiện Chương trình]"),
    "basis": Key("Phần căn cứ", "Các đoạn trước phần I.", "basis:\n  - Căn cứ Luật Tổ chức chính quyền địa phương;"),
    "articles": Key("Các điều của quyết định", "Khi một quyết định ban hành kèm kế hoạch.", 'articles:\n  - number: "1"\n    heading: Ban hành kèm theo Quyết định này Kế hoạch.'),
    "annex": Key("Phần đầu của kế hoạch kèm theo", "Khi kế hoạch đi kèm một quyết định.", "annex:\n  kind: KẾ HOẠCH\n  title_lines: [Thực hiện Chương trình]"),
    "attached": Key("Dòng ban hành kèm theo", "Chép đúng như văn bản.", "attached: (Kèm theo Quyết định số 12/QĐ-UBND)"),
    "closing": Key("Đoạn kết", "Các đoạn sau phần cuối.", "closing:\n  - Trên đây là Kế hoạch./."),
    "recipients": Key("Nơi nhận", "Mã các cơ quan nhận.", "recipients: [{agencies}]"),
    "Plan.recipients": Key("Nơi nhận", "Danh sách nơi nhận.", 'recipients:\n  heading: "Nơi nhận:"\n  items:\n    - Như trên;'),
    "purpose": Key("Nhận để làm gì", _one_of(Purpose), "purpose: carry_out"),
    "signature": Key("Chữ ký", "Thay mặt ai, chức vụ, họ tên.", "signature:\n  authority: TM. ỦY BAN NHÂN DÂN"),
    "authority": Key("Ký thay mặt", "Chép đúng như văn bản.", "authority: TM. ỦY BAN NHÂN DÂN"),
    "office": Key("Chức vụ người ký", "Chép đúng như văn bản.", "office: CHỦ TỊCH"),
    "standing_for": Key("Ký thay", "Dòng KT., TL., TUQ. nếu có, chép đúng như văn bản.", "standing_for: KT. CHỦ TỊCH"),
    "signed": Key("Dòng đã ký", "Chữ ở chỗ chữ ký nếu có, chép đúng như văn bản.", "signed: (Đã ký)"),
    "appendices": Key("Các phụ lục", "Phần đứng sau chữ ký, mỗi phụ lục ghi như một mục.", 'appendices:\n  - number: "1"\n    label: Phụ lục\n    heading: PHÂN BỔ KINH PHÍ'),
    # tìm hỗ trợ
    "broader": Key("Thuộc nhóm rộng hơn", "Ai ở nhóm này thì cũng ở các nhóm kia.", "broader: [{groups}, {groups}]"),
    "asked_as": Key("Tên trong ô chọn", "Chỉ ghi cho nhóm rộng mà các ô bên cạnh đều nằm trong: ô ấy là cho ai không thuộc các ô kia.", "asked_as: Hộ không thuộc các loại trên"),
    "Need.who": Key("Ai cần việc này", "Mã các nhóm mà người cần việc này đương nhiên thuộc về.", "who: [{groups}]"),
    "icon": Key("Hình trên trang chủ", "Hình nhỏ bên tên việc, chọn trong danh sách; không ghi thì không có hình.", "icon: farming"),
    "Need.projects": Key("Dự án có việc này", "Mã các dự án.", 'projects: ["{projects}", "{projects}"]'),
    "Need.clauses": Key("Phần khác có việc này", "Số mục của các phần không phải dự án; gồm cả các mục con.", "clauses: [{clauses}]"),
    "contact": Key("Nơi nhận báo sai sót", "Nơi liên hệ của người đăng trang: mailto: rồi địa chỉ thư điện tử, hoặc địa chỉ web bắt đầu bằng https://; chưa có thì không ghi.", "contact: mailto:ten@xa.gov.vn"),
    # tìm kiếm
    "aliases": Key("Tên gọi khác để tìm", "Cách người dân hay gọi; chỉ dùng để tìm, không hiện như lời của Kế hoạch.", "aliases: [học nghề, dạy nghề]"),
    "everyday": Key("Lời hằng ngày", "Người dân nói thế nào thì tìm theo chữ nào của Kế hoạch.", "everyday:\n  - say: [con giống]\n    means: vật nuôi"),
    "say": Key("Người dân nói", "Một hay nhiều cách nói.", "say: [bà bầu, thai phụ]"),
    "means": Key("Nghĩa là", "Chữ có trong Kế hoạch hoặc trong một tên gọi.", "means: phụ nữ mang thai"),
    "pages": Key("Tên gọi khác của các trang chung", "Địa chỉ trang và các cách hỏi.", "pages:\n  - page: kinh-phi\n    aliases: [bao nhiêu tiền]"),
    "page": Key("Trang", "Địa chỉ của trang chung, không có đuôi.", "page: kinh-phi"),
    "fillers": Key("Từ đệm", "Từ ít nghĩa trong câu hỏi, gần như bỏ qua khi tìm.", "fillers: [có, được, không]"),
    # cây các mục
    "number": Key("Số mục", 'Số hoặc chữ đứng đầu mục, như trong Kế hoạch, trong ngoặc kép; ở đó không ghi số nào thì vẫn đặt số, và thêm mark: "".', 'number: "3.2"'),
    "Document.number": Key("Số, ký hiệu văn bản", "Như trong văn bản.", "number: 12/2024/NĐ-CP"),
    "Header.number": Key("Số văn bản", "Phần trước dấu gạch chéo; bản gốc để trống thì bỏ dòng này.", 'number: "51"'),
    "heading": Key("Tiêu đề", "Chép đúng từng chữ, kể cả dấu hai chấm.", 'heading: "Mục tiêu:"'),
    "kind": Key("Loại", "Một trong các từ cho sẵn.", "kind: decision"),
    "Document.kind": Key("Loại văn bản", _one_of(DocumentKind, said=True), "kind: decision"),
    "Clause.kind": Key("Mục này nói gì", _one_of(ClauseKind), "kind: budget"),
    "Agency.kind": Key("Loại cơ quan", _one_of(AgencyKind), "kind: office"),
    "Group.kind": Key("Loại nhóm", _one_of(GroupKind), "kind: household"),
    "Place.kind": Key("Loại nơi", _one_of(PlaceKind), "kind: commune"),
    "Indicator.kind": Key("Cách đo", _one_of(IndicatorKind), "kind: reduction"),
    "Relation.kind": Key("Quan hệ", _one_of(RelationKind), "kind: replaces"),
    "Header.kind": Key("Tên loại văn bản", "Chép đúng như văn bản.", "kind: KẾ HOẠCH"),
    "Annex.kind": Key("Tên loại văn bản kèm theo", "Chép đúng như văn bản.", "kind: KẾ HOẠCH"),
    "mark": Key("Dấu đứng trước", 'Chỉ ghi khi dấu đầu ý không phải "-" (ý trong ý: "+"), hoặc đoạn có dấu; "" là không có dấu.', 'mark: "*"'),
    "Project.mark": Key("Số đứng trước tên dự án", 'Chỉ ghi khi văn bản không viết "1." hay "a)"; "" là không có số.', 'mark: "1)"'),
    "paragraphs": Key("Các đoạn", "Mỗi đoạn một gạch đầu dòng của YAML.", "paragraphs:\n  - text: Hỗ trợ đào tạo nghề."),
    "items": Key("Các ý gạch đầu dòng", "Mỗi ý có gạch đầu dòng trong Kế hoạch.", "items:\n  - text: Hỗ trợ đào tạo nghề."),
    "Paragraph.items": Key("Các ý nhỏ", "Các ý đứng trong đoạn hay trong ý này, như ý có dấu + dưới ý có dấu gạch.", "items:\n  - text: Hỗ trợ đào tạo nghề."),
    "footnotes": Key("Chú thích cuối trang", "Chú thích của văn bản, số đứng sau lời này.", 'footnotes:\n  - mark: "1"\n    text: Theo kết quả rà soát.'),
    "Footnote.mark": Key("Số chú thích", "Số hoặc dấu của chú thích, chép đúng như văn bản.", 'mark: "1"'),
    "tables": Key("Các bảng", "Bảng biểu, phụ lục.", "tables:\n  - columns:\n      - text: Xã\n    rows:\n      - cells: [Bình Minh]"),
    "clauses": Key("Các mục con", "Mục a, b, c hoặc 1, 2, 3.", 'clauses:\n  - number: a\n    heading: "Mục tiêu:"'),
    "Concept.clauses": Key("Xem mục", "Số mục của Kế hoạch có dùng từ này.", "clauses: [{clauses}]"),
    "Place.clauses": Key("Được nêu ở mục", "Số mục của Kế hoạch nêu nơi này.", "clauses: [{clauses}]"),
    "projects": Key("Chỗ đặt các dự án", "true ở phần chứa các dự án.", "projects: true"),
    "Phrase.projects": Key("Việc của dự án nào", "Ở phần chung: mã các dự án mà câu này nêu.", 'projects: ["{projects}"]'),
    "Paragraph.projects": Key("Việc của dự án nào", "Ở phần chung: mã các dự án mà đoạn này nêu.", 'projects: ["{projects}"]'),
    "code": Key("Mã dự án", "Mã trong Chương trình, trong ngoặc kép.", 'code: "3.2"'),
    "Commune.code": Key("Mã xã", "Mã đơn vị hành chính, trong ngoặc kép.", 'code: "00001"'),
    "Clause.label": Key("Chữ gọi mục", 'Khi đứng trước tiêu đề không chỉ là số của mục: "Điều 1.", "Phụ lục I". Chép đúng như văn bản.', 'label: "Điều 1."'),
    "label": Key("Chữ gọi dự án", "Phần trước tên dự án, kể cả dấu.", 'label: "Tiểu dự án 2:"'),
    "title": Key("Tên", "Chép đúng từng chữ.", "title: Cải thiện dinh dưỡng"),
    "applies": Key("Có thực hiện ở đây không", "false khi Kế hoạch nói không thực hiện dự án này.", "applies: false"),
    "no_lead": Key("Lý do không có chủ trì", "Chỉ ghi khi Kế hoạch không nêu cơ quan chủ trì.", "no_lead: Kế hoạch chỉ giao việc cho các sở, ngành của tỉnh."),
    "no_basis": Key("Lý do không có căn cứ tiền", "Chỉ ghi khi số tiền không dẫn văn bản nào.", "no_basis: Kế hoạch không dẫn quyết định phân bổ."),
    "subprojects": Key("Các tiểu dự án", "Danh sách tiểu dự án.", 'subprojects:\n  - code: "3.1"'),
    "caption": Key("Tên bảng", "Chép đúng từng chữ.", "caption: Phân bổ theo xã"),
    "unit_line": Key("Dòng đơn vị tính", "Dòng trên bảng, chép đúng từng chữ.", 'unit_line: "Đơn vị tính: triệu đồng"'),
    "notes": Key("Ghi chú dưới bảng", "Các đoạn của Kế hoạch ngay dưới bảng.", "notes:\n  - Ghi chú đã làm tròn."),
    "restates": Key("Nêu lại số tiền", "true khi các số tiền trong bảng đã nêu ở chỗ khác của Kế hoạch.", "restates: true"),
    "columns": Key("Các cột", "Tên từng cột, chép đúng.", "columns:\n  - text: Xã\n  - text: Kinh phí\n    unit: million\n    money: {}"),
    "rows": Key("Các hàng", "Mỗi hàng một dòng cells.", 'rows:\n  - cells: [Bình Minh, "450"]'),
    "cells": Key("Các ô", "Chữ từng ô, chép đúng; ô trống ghi hai dấu ngoặc kép.", 'cells: [Bình Minh, "450", ""]'),
    "unit": Key("Đơn vị", "Đơn vị của con số.", "unit: hộ nghèo"),
    "Column.unit": Key("Đơn vị tiền của cột", _one_of(MoneyUnit), "unit: million"),
    "project": Key("Dự án", "Mã dự án mà hàng này nói tới.", 'project: "{codes}"'),
    "says": Key("Cột nói gì", _one_of(TaskPart, said=True), "says: lead"),
    "Row.bearers": Key("Ai làm", "Mã các cơ quan làm việc ở hàng này.", "bearers: [{agencies}]"),
    "timings": Key("Các thời hạn", "Khi ô thời gian nêu nhiều thời hạn: mỗi thời hạn một mục, chép đúng từng chữ ở text.", "timings:\n  - text: trước 15/3/2024\n    end: 2024-03-15"),
    "norms": Key("Các định mức", "Mức cho một hộ, một căn nêu ở hàng này, chép đúng từng chữ.", "norms:\n  - 60 triệu đồng/căn"),
    "Row.projects": Key("Việc của dự án nào", "Mã các dự án mà hàng này nói tới.", 'projects: ["{projects}"]'),
    "Column.project": Key("Dự án", "Mã dự án mà cả cột nói tới.", 'project: "{projects}"'),
    # lời và phần đánh dấu
    "phrases": Key("Các cụm từ", "Cắt câu thành cụm để đánh dấu; ghép lại bằng dấu cách phải đúng nguyên văn.", "phrases:\n  - text: Hộ nghèo,\n  - text: hộ cận nghèo."),
    "text": Key("Lời", "Chép đúng từng chữ, kể cả lỗi.", "text: Hỗ trợ giao dịch việc làm."),
    "note": Key("Ghi chú của trang web", "Lời của trang web, không phải của Kế hoạch.", 'note: Kế hoạch viết "hộ ngèo" thay cho "hộ nghèo".'),
    "roles": Key("Vai trò", "lead, coordinate, implement, plan, guide, advise, approve, monitor, report, mobilise, review, direct, manage, publish.", "roles: [lead, monitor]"),
    "bearers": Key("Ai làm", "Mã các cơ quan làm việc này.", "bearers: [{agencies}]"),
    "no_bearer": Key("Không ghi ai làm", "true khi văn bản có việc này mà không ghi ai làm.", "no_bearer: true"),
    "with": Key("Cùng với", "Mã các cơ quan cùng làm.", "with: [{agencies}]"),
    "guided_by": Key("Theo hướng dẫn của", "Mã cơ quan hướng dẫn.", "guided_by: [{agencies}]"),
    "for_whom": Key("Cho ai", "Nhóm được hưởng và điều kiện.", "for_whom:\n  - who: [{groups}]"),
    "who": Key("Nhóm", "Mã các nhóm, có một là được.", "who: [{groups}, {groups}]"),
    "of": Key("Và phải thuộc", "Mã các nhóm mà người đó còn phải thuộc một.", "of: [{groups}]"),
    "excluded": Key("Không được hưởng", "true khi Kế hoạch nói không hỗ trợ những người này.", "excluded: true"),
    "indirect": Key(
        "Gián tiếp",
        "true khi việc làm cho người khác để người ấy giúp nhóm này, như tập huấn cán bộ nhằm hỗ trợ người nghèo.",
        "indirect: true",
    ),
    "priority": Key("Ưu tiên", "true khi Kế hoạch viết ưu tiên.", "priority: true"),
    "age_from": Key("Từ tuổi", "Số tuổi tròn, kể cả tuổi đó.", "age_from: 5"),
    "age_under": Key("Dưới tuổi", "Số tuổi tròn, không kể tuổi đó.", "age_under: 16"),
    "condition": Key("Điều kiện khác", "Chép đúng từng chữ từ cụm từ đó.", "condition: không có đất sản xuất"),
    "reports": Key("Báo cáo", "Báo cáo ai, qua ai, bao lâu; văn bản không nói gì thêm thì ghi {}.", "reports:\n  - to: [{agencies}]"),
    "by": Key("Cơ quan gửi báo cáo", "Mã cơ quan báo cáo, khi khác người làm.", "by: [{agencies}]"),
    "to": Key("Cơ quan nhận báo cáo", "Mã cơ quan nhận báo cáo.", "to: [{agencies}]"),
    "via": Key("Qua", "Mã cơ quan chuyển báo cáo.", "via: {agencies}"),
    "frequency": Key("Bao lâu một lần", "Chép đúng từng chữ từ cụm từ đó.", "frequency: định kỳ 6 tháng, hằng năm"),
    "deadline": Key("Hạn", "Chép đúng từng chữ từ cụm từ đó.", "deadline: trước ngày 30/10"),
    "due": Key("Ngày hết hạn", "Năm-tháng-ngày.", "due: 2024-10-30"),
    "every": Key("Lặp lại", _one_of(Every, said=True), "every: month"),
    "day": Key("Ngày trong tháng", "Ngày của tháng; với quý, sáu tháng, năm là ngày của tháng cuối.", "day: 25"),
    "form": Key("Mẫu báo cáo", "Chép đúng từng chữ từ cụm từ đó.", "form: Mẫu số 01"),
    "cites": Key("Văn bản viện dẫn", "Mã văn bản có số đứng trong cụm từ này.", "cites:\n  - document: {documents}"),
    "document": Key("Văn bản", "Mã của một văn bản trong documents.yaml.", "document: {documents}"),
    "part": Key("Phần được viện dẫn", "Chép đúng từng chữ từ cụm từ đó.", "part: Chương V"),
    "subject_of": Key("Là trích yếu của", "Mã văn bản mà cụm từ này là trích yếu.", "subject_of: {documents}"),
    "money": Key("Số tiền", "Đánh dấu cụm từ có số tiền; số được đọc từ lời.", "money: {}"),
    "amount": Key("Số tiền viết riêng", "Chỉ khi lời không có số tiền.", "amount: 1.234 triệu đồng"),
    "source": Key("Nguồn vốn", _one_of(Source), "source: central"),
    "capital": Key("Loại vốn", _one_of(Capital, said=True), "capital: recurrent"),
    "total": Key("Là số cộng", "true khi đây là tổng, không phải một dòng tiền.", "total: true"),
    "basis_of": Key("Là căn cứ của nguồn", "Mọi khoản tiền của các nguồn này theo văn bản ấy, khi Kế hoạch nói một lần cho cả.", "basis_of: [central]"),
    "norm": Key("Là định mức", "true khi đây là mức cho một hộ, một căn, hay mức cao nhất, không phải một dòng tiền.", "norm: true"),
    "share": Key("Tỷ trọng ghi trong lời", "Chép đúng từng chữ từ cụm từ đó.", "share: 25 %"),
    "indicator": Key("Chỉ tiêu", "Đánh dấu cụm từ có con số phải đạt, như tỷ lệ hộ nghèo, số hộ thoát nghèo.", "indicator:\n  id: giam-ho-ngheo\n  name: Giảm số hộ nghèo\n  kind: reduction\n  unit: hộ nghèo"),
    "at_least": Key("Trở lên", 'true khi Kế hoạch viết "trở lên", "ít nhất", "trên".', "at_least: true"),
    "at_most": Key("Trở xuống", 'true khi Kế hoạch viết "dưới", "không quá", "trở xuống".', "at_most: true"),
    "group": Key("Nhóm", "Mã của một nhóm trong groups.yaml; vài nhóm thì ghi trong [ ].", "group: {groups}"),
    "year": Key("Năm", "Năm phải đạt.", "year: 2024"),
    "output": Key("Số lượng phải làm", "Đánh dấu cụm từ có số lượng phải làm ra, như 14 căn nhà, 20 con bò, 3 lớp tập huấn.", "output:\n  name: Nhà ở được sửa\n  unit: căn nhà"),
    "timing": Key("Thời gian làm", "Đánh dấu cụm từ có ngày tháng.", "timing:\n  text: từ ngày 20/9 đến ngày 25/10\n  start: 2024-09-20\n  end: 2024-10-25"),
    "product": Key("Sản phẩm", "Việc này phải làm ra gì, chép đúng từng chữ từ cụm từ đó.", "product: Quyết định phê duyệt"),
    # sổ mục
    "OwnTerm.of": Key("Thuộc danh sách", _one_of(TermKind, said=True), "of: role"),
    "OwnTerm.label": Key("Nhãn", "Chữ người đọc thấy.", "label: Niêm yết"),
    "id": Key("Mã", "Chữ thường không dấu và chữ số, nối bằng gạch ngang; đã phát hành thì không đổi.", "id: phong-tai-chinh"),
    "name": Key("Tên", "Tên đầy đủ, như sẽ hiện trên trang.", "name: Phòng Tài chính"),
    "names": Key("Cách viết khác", "Những cách viết khác có trong Kế hoạch, chép đúng từng chữ.", "names:\n  - Phòng TC"),
    "short": Key("Viết ngắn", "Tên ngắn hoặc chữ viết tắt.", "short: Phòng TC"),
    "full": Key("Viết đầy đủ", "Chữ viết tắt thay cho gì.", "full: Ủy ban nhân dân"),
    "level": Key("Cấp", _one_of(Level), "level: district"),
    "members": Key("Gồm", "Mã các cơ quan nằm trong cách gọi chung này.", "members: [{agencies}]"),
    "may_include": Key("Có thể gồm", "Mã các cơ quan có thể nằm trong cách gọi chung mà Kế hoạch không kể tên.", "may_include: [{agencies}]"),
    "date": Key("Ngày", "Năm-tháng-ngày; không rõ ngày thì chỉ ghi năm-tháng.", "date: 2024-05-20"),
    "issuer": Key("Nơi ban hành", "Mã của một cơ quan trong agencies.yaml.", "issuer: {agencies}"),
    "explanation": Key("Lời giải thích", "Lời của trang web, ngắn và dễ hiểu.", "explanation: Người làm việc có hưởng lương."),
    "part_of": Key("Thuộc", "Mã của nơi lớn hơn.", "part_of: {places}"),
    "now": Key("Nay là", "Tên đơn vị hiện nay.", "now: xã Bình Minh"),
    "question": Key("Câu hỏi", "Điều người đọc hay hỏi.", "question: Vay vốn ngân hàng"),
    "answer": Key("Trả lời", "Nói rõ Kế hoạch không có gì.", "answer: Kế hoạch không nói tới việc vay vốn."),
    "near": Key("Mục gần nhất", "Số mục của Kế hoạch có nói điều gần với câu hỏi.", "near: [{clauses}]"),
    "sources": Key("Nguồn", "Tên văn bản làm nguồn.", "sources: [Nghị quyết 12/NQ-HĐND]"),
    "of_all": Key("Là phần chung", "true khi ai thuộc mọi nhóm ở broader thì thuộc nhóm này.", "of_all: true"),
    "on_groups": Key("Nêu cả ở trang nhóm", "true khi câu này hiện ở trang của mọi nhóm.", "on_groups: true"),
    "summary": Key("Tóm tắt", "Một hai câu.", "summary: Hai xã nay là một; hỏi ở xã Bình Minh."),
    "facts": Key("Các điều đã thay đổi", "Mỗi điều có nguồn.", "facts:\n  - text: Hai xã nay là một.\n    sources: [Nghị quyết 12/NQ-HĐND]"),
    "NoticeFact.id": Key("Mã", "Chỉ ghi khi điều này trả lời một câu người dân hay hỏi về hôm nay; cùng với question.", "id: chuan-ngheo-2026"),
    "NoticeFact.question": Key("Câu hỏi về hôm nay", "Điều người dân hỏi; cùng với id, để ô tìm kiếm dẫn tới.", "question: Chuẩn nghèo năm 2026"),
    "asks": Key("Hôm nay hỏi ở đâu", "Việc nào hỏi, nộp ở đâu; chỉ ghi việc có nguồn chính thức.", "asks:\n  - matter: Giấy đề nghị công nhận hộ nghèo\n    where: nộp tại UBND xã\n    sources: [Quyết định 12/QĐ-BNNMT]"),
    "matter": Key("Việc gì", "Giấy tờ hay việc người dân cần.", "matter: Giấy đề nghị công nhận hộ nghèo"),
    "where": Key("Hỏi, nộp ở đâu", "Nơi nhận ngày nay, như nguồn ghi.", "where: nộp tại UBND xã"),
    "communes": Key("Các xã hiện nay", "Tên, mã và các đơn vị cũ.", 'communes:\n  - name: xã Bình Minh\n    code: "00001"\n    units: [{units}]'),
    "communes_source": Key("Nguồn của danh sách xã", "Tên văn bản.", "communes_source: Nghị quyết 12/NQ-UBTVQH15"),
    "units": Key("Các đơn vị cũ", "Mã các nơi trong places.yaml.", "units: [{units}, {units}]"),
}  # fmt: skip


RECORDS = {
    "Plan": "plan.yaml, sát lề",
    "Licence": "licence của plan.yaml",
    "Period": "period của plan.yaml",
    "NationalProgramme": "một chương trình (programmes của plan.yaml)",
    "AbsentProject": "một dự án không có trong Kế hoạch (absent)",
    "Funding": "funding của plan.yaml",
    "Relation": "một quan hệ (relations)",
    "Header": "header của plan.yaml",
    "Annex": "annex của plan.yaml",
    "Recipients": "recipients của plan.yaml",
    "Signature": "signature của plan.yaml",
    "Clause": "một mục (clauses)",
    "Table": "một bảng (tables)",
    "Column": "một cột của bảng (columns)",
    "Row": "một hàng của bảng (rows)",
    "Paragraph": "một đoạn (paragraphs, items)",
    "Phrase": "một cụm từ (phrases)",
    "Footnote": "một chú thích (footnotes)",
    "ForWhom": "một đối tượng của cụm từ (for_whom)",
    "Report": "một báo cáo của cụm từ (reports)",
    "Citation": "một viện dẫn của cụm từ (cites)",
    "Money": "money của cụm từ",
    "Indicator": "indicator của cụm từ",
    "Output": "output của cụm từ",
    "Timing": "timing của cụm từ",
    "Project": "một dự án",
    "Agency": "một cơ quan (agencies.yaml)",
    "Group": "một nhóm (groups.yaml)",
    "Document": "một văn bản (documents.yaml)",
    "Abbreviation": "một chữ viết tắt (abbreviations.yaml)",
    "Concept": "một từ (concepts.yaml)",
    "OwnTerm": "một từ (vocabulary.yaml)",
    "Place": "một nơi (places.yaml)",
    "Question": "một câu hỏi (questions.yaml)",
    "Need": "một việc (needs.yaml)",
    "SearchWords": "search.yaml, sát lề",
    "Everyday": "một lời hằng ngày (everyday của search.yaml)",
    "PageAliases": "một trang (pages của search.yaml)",
    "Notice": "notice.yaml, sát lề",
    "NoticeFact": "một điều (facts của notice.yaml)",
    "Ask": "một việc (asks của notice.yaml)",
    "Commune": "một xã (communes của notice.yaml)",
}
"""Kind of record -> where it stands, as messages say it."""


def key_of(name: str, record: str = "") -> Key | None:
    """The entry of a key, that of the record first."""
    return KEYS.get(f"{record}.{name}") or KEYS.get(name)


def label(name: str, record: str = "") -> str:
    """The Vietnamese name of a key: "Cấp" for `level`; the key itself where there is none."""
    found = key_of(name, record)
    return found.name if found else name
