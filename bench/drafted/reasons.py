"""Why a draft differs from checked data, for each kind of difference: of what class it is, and one sentence."""

from __future__ import annotations

from fnmatch import fnmatch

PEOPLE, CHOICE, FORMAT, MISS = "people's work", "choice", "format", "miss"
CLASSES = {
    PEOPLE: "what people write or know; the document does not say it",
    CHOICE: "two ways to say the same of the same words, or a reading that another person may read otherwise",
    FORMAT: "lost in the format of the file",
    MISS: "the document says it, the import did not find it or took it wrongly",
}
_OURS = "People of the site write it; the document does not say it, and the import invents nothing."
_CALLED = "The site's own ways to name it, for people and the search; the document does not have them."
_NAMES = "The draft has the further names that marks need, the checked data all in the plan."
_AGE = "The draft tells the age at each mention, the checked data at the group."

_REASONS = {
    "*.note": (PEOPLE, _OURS),
    "*.aliases": (PEOPLE, _CALLED),
    "agencies.short": (PEOPLE, _CALLED),
    "*.yaml": (PEOPLE, _OURS),
    "plan.licence": (PEOPLE, _OURS),
    "plan.contact": (PEOPLE, _OURS),
    "plan.short_title": (
        PEOPLE,
        "The checked data has a title of its own; that of the draft is made of the title's words.",
    ),
    "plan.relations": (PEOPLE, "Which of the cited documents the plan carries out is a reading of its sense."),
    "plan.funding": (MISS, "That one sentence tells the source of all amounts of the plan is not found."),
    "plan.programmes": (PEOPLE, "Ids, short names, and projects that the plan does not have are told by people."),
    "part.no_lead": (PEOPLE, "The draft says only that none was found; the checked data tells why."),
    "part.no_basis": (PEOPLE, "Why some amounts of a project rest on no document; the draft sees those that do."),
    # shape
    "head": (FORMAT, "Where a line of the title ends: lines of a text file that wrap are joined."),
    "paragraphs": (FORMAT, "A paragraph of a text file that fills its last line looks as if it went on; doubted."),
    # registers
    "abbreviations": (MISS, "A short form with a stroke or a full stop in it is read as several, or not seen."),
    "abbreviations.full": (PEOPLE, "The plan does not write it out; the draft says so, or takes what is usual."),
    "agencies": (CHOICE, "Bodies told by a description or in one breath are one body or several."),
    "agencies.name": (CHOICE, "The draft takes a name that the plan has, the checked data the one that tells most."),
    "agencies.names": (CHOICE, _NAMES),
    "agencies.kind": (CHOICE, "Whether a name for many means a body or a collective."),
    "agencies.level": (CHOICE, "The level is guessed from the words of the name, people know it."),
    "agencies.members": (PEOPLE, "Who belongs to a collective is what people know."),
    "agencies.may_include": (PEOPLE, "Who may be meant is what people know."),
    "agencies.places": (MISS, "Which body is of which place is not read from its name."),
    "documents.aliases": (MISS, "The title of a law and \"gọi tắt là\" behind a document are not read as its names."),
    "groups": (CHOICE, "Groups of one list are one group or several, narrow or wide."),
    "groups.name": (CHOICE, "The draft takes the first name in the plan, the checked data the widest."),
    "groups.names": (CHOICE, _NAMES),
    "groups.broader": (PEOPLE, "Which group is within which is what people know."),
    "groups.kind": (CHOICE, "Households with a person of a group: households in the draft, persons as checked."),
    "groups.age_*": (CHOICE, _AGE),
    "groups.place": (PEOPLE, "That a kind of commune is one commune here is what people know."),
    "places": (PEOPLE, "Communes of then and now, which the plan does not name one by one."),
    "places.clauses": (MISS, "Clauses that name a place by less than its name and in no list, or by a number alone."),
    "places.now": (PEOPLE, "Which commune of today has it is what people know."),
    "places.name": (CHOICE, "The draft takes the name in the plan, the checked data tells places of one name apart."),
    "places.names": (CHOICE, "What the plan calls it otherwise by a description, people know."),
    # duties
    "roles lacks": (MISS, "The further verbs of a sentence, where the draft has the leading one; or a bearer missed."),
    "roles more": (CHOICE, "A verb behind a comma is a duty of its own, or a part of the one before."),
    "bearers lacks": (MISS, "Whoever is told by a description or as a group of bodies (\"cấp ủy, chính quyền\")."),
    "bearers more": (CHOICE, "Bodies told in one breath or by a description are several, or one collective."),
    "with *": (CHOICE, "Partners told in general are one body or another."),
    "no_bearer": (PEOPLE, "That nobody is given a task is said by people only."),
    "recipients": (MISS, "Two offices with one noun (\"Chủ tịch, các PCT ...\"): only the second is found."),
    "product": (MISS, "What a duty is to bring forth is looked for in tables, not in sentences."),
    "reports": (MISS, "A report whose words are those of another duty."),
    # whom it is for
    "for_whom lacks": (CHOICE, "Another group is named (see groups); some of staff and of trainees are missed."),
    "for_whom more": (CHOICE, "Another group is named (see groups), narrower or wider."),
    "for_whom.condition": (CHOICE, "A place or an age is told as such in the checked data, quoted in the draft."),
    "for_whom.place": (MISS, "The place of a group is told only where it is named; a kind of place is quoted."),
    "for_whom.age_*": (CHOICE, _AGE),
    "for_whom.of": (MISS, "Who else one must be stands in the group's name, or in its condition."),
    "for_whom.priority": (CHOICE, "How strong a word of priority has to be (\"chú trọng\", \"nhất là\")."),
    "for_whom.indirect": (CHOICE, "Whether help goes through others."),
    # figures
    "indicator lacks": (CHOICE, "Figures that tell how things stand or what is done are no goals for the draft."),
    "indicator.*": (CHOICE, "Group, year, place and unit of a goal, where words around it tell them."),
    "output": (MISS, "Numbers of things to be made are found with few nouns."),
    "money.*": (CHOICE, "Kind of capital and total, where another sentence tells them."),
    "column.*": (CHOICE, "Goals and kind of capital of a column, where the words around the table tell them."),
    "* cut": (CHOICE, "How many words around what is marked its phrase holds; the meaning is the same."),
}  # fmt: skip


def reason(kind: str, how: str) -> tuple[str, str] | None:
    """Class and sentence for a kind of difference; None where there is none."""
    told = f"{kind} {how}"
    exact = [one for one in (told, kind) if one in _REASONS]
    loose = [one for one in _REASONS if fnmatch(told, one) or fnmatch(kind, one)]
    if how == "cut":
        loose.insert(0, "* cut")
        exact = []
    return next((_REASONS[one] for one in (*exact, *loose)), None)
