"""How near a draft comes to checked data: `python bench/drafts.py [--build]`, written to `bench/import/differences.md`.

Each document is imported, all questions are answered as the checked data of the same plan would answer them (with the
guess where it does not tell), the answered draft is checked, and all that still differs is listed by kind, each with
its reason. A difference without a reason in `drafted/reasons.py`, an answer that could not be written, or a finding of
the check end it with 1; with `--build` so does an answered draft that gives no site.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from drafted.differences import CUT, LACKS, MORE, OTHER, Difference, differences
from drafted.reasons import CLASSES, reason
from drafted.replies import errors, reply

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "bench" / "import" / "differences.md"
PLANS = (
    ("The district's plan of this repository, from its text", "source/ke-hoach-2023.txt", "."),
    ("The commune's plan of the tests, from its .docx", "tests/documents/van-xuan.docx", "tests/plans/van-xuan"),
)
_HOW = {
    LACKS: "the draft lacks",
    MORE: "the draft has more",
    OTHER: "said otherwise",
    CUT: "the same, of more or fewer words",
}
_EXAMPLES = 2


def main() -> int:
    imported = import_module("import").imported
    lines = [
        "# Where drafts differ from checked data",
        "",
        "Made by `python bench/drafts.py`: each document is imported, its questions are answered as the checked data"
        " would, and what still differs is listed: how often, why, and examples (checked / draft). Classes of reasons:",
        "",
        *(f"- {name}: {sense}" for name, sense in CLASSES.items()),
    ]
    whole = True
    with tempfile.TemporaryDirectory() as folder:
        for number, (title, file, checked) in enumerate(PLANS):
            draft = imported(ROOT / file, Path(folder) / str(number))
            answers = reply(draft, ROOT / checked)
            wrong = [str(one) for one in errors(draft) if one.is_error]
            wrong += _unbuilt(draft) if "--build" in sys.argv else []
            found = differences(draft, ROOT / checked)
            lines += ["", f"## {title}", "", _said(answers, wrong), "", *_table(found)]
            whole &= not wrong and not answers[""] and all(reason(one.kind, one.how) for one in found)
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(one for one in lines if "NO REASON" in one or one.startswith("## ")))
    return 0 if whole else 1


def _unbuilt(draft: Path) -> list[str]:
    """What a site of an answered draft fails with, if it does."""
    for step in ("pages", "build"):
        command = [sys.executable, "-m", "programme", step]
        run = subprocess.run(command, cwd=draft, capture_output=True, text=True, check=False)
        if run.returncode:
            return [f"{step}: {run.stdout[-300:]}{run.stderr[-300:]}"]
    return [] if (draft / "site" / "index.html").is_file() else ["no site"]


def _said(answers: Counter[str], wrong: Sequence[str]) -> str:
    told = ", ".join(f"{count} places “{said}”" for said, count in sorted(answers.items()) if said)
    left = f", {answers['']} could not be written" if answers[""] else ""
    return f"Answers: {told}{left}. Findings of the check: {len(wrong) or 'none'}{'; '.join(['', *wrong[:3]])}."


def _table(found: Sequence[Difference]) -> Iterator[str]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in found:
        groups[one.kind, one.how].append(one.example)
    classes = Counter((reason(one.kind, one.how) or ("NO REASON", ""))[0] for one in found)
    told = ", ".join(f"{classes[name]} {name}" for name in (*CLASSES, "NO REASON") if classes[name])
    yield from (f"{len(found)} differences: {told}.", "")
    yield from ("| What | How | Count | Class | Why | Examples |", "|---|---|---|---|---|---|")
    for (kind, how), examples in sorted(groups.items()):
        shown = "; ".join(one.replace("|", "\\|") for one in sorted(examples)[:_EXAMPLES])
        name, why = reason(kind, how) or ("NO REASON", "")
        yield f"| {kind} | {_HOW[how]} | {len(examples)} | {name} | {why} | {shown} |"


if __name__ == "__main__":
    sys.exit(main())
