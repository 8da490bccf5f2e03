"""What things in a plan's folder are called, apart from what reads them."""

RELEASED = "released.txt"
"""The addresses that were published."""
DRAFTED = "import"
"""The folder of a plan that was read from a document: what a person must settle of it."""
SOURCE = "source"
"""The folder of a plan with the text of its document, as a reader or a machine took it from the paper."""
LONGEST_NAME = 90
"""Letters of the name of a site that a phone shows in a few lines, a printed sheet in one."""

WORDS = {
    "project": "trang của một dự án, theo mã (“2.1”), hay mã của chương trình và của dự án (“giam-ngheo/2.1”)",
    "agency": "trang của một cơ quan, đơn vị: việc được giao, báo cáo, theo mã",
    "group": "trang của một nhóm đối tượng: được hỗ trợ gì, theo mã",
    "document": "trang của một văn bản: Kế hoạch nêu văn bản ấy ở đâu, theo mã",
    "place": "trang của một nơi, theo mã",
    "overview": "trang chung của cả Kế hoạch, theo địa chỉ (“kinh-phi”, “du-an”, “index”)",
    "guide": "trang hướng dẫn, theo tên (“index”, “khoa”, “macro”); ví dụ lấy từ Kế hoạch",
    "keys": "bảng mọi khóa của data/: tên, nghĩa, tệp nào có, ví dụ",
    "words_list": "bảng này",
}
"""The macros that a page may call, each with what it gives."""


def too_long(name: str) -> tuple[str, str]:
    """What is wrong with a longer name, and what is asked for."""
    found = f"tên dài {len(name)} chữ cái, chiếm nhiều dòng trên điện thoại và bị cắt trên bản in."
    return found, f"một tên ngắn, không quá {LONGEST_NAME} chữ cái; tên đầy đủ của văn bản vẫn ở phần đầu"
