"""How much of a plan the import finds: `python bench/import.py FILE --truth TRUTH.json [--json] [--misses]`.

FILE is imported into a folder of its own, and the draft compared with a truth file (its form:
`bench/import/truth.schema.json`) or, with `--data FOLDER`, with the checked data of the same plan; `--draft FOLDER`
measures a draft that is there already. What is asked with a guess counts as guessed.

`--json` prints one object: `words` (share of the document's words that stand in the written YAML, in order), an object
with `precision` and `recall` for each kind, `questions` (how many are asked), `unasked` (wrong marks that no question
asks about, as a share of all marks).
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from drafted import held, words
from drafted.checked import truth_of
from drafted.compare import compare
from drafted.score import Scores, unasked
from drafted.truth_file import read_truth


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path, nargs="?")
    true = ask.add_mutually_exclusive_group(required=True)
    true.add_argument("--truth", type=Path)
    true.add_argument("--data", type=Path)
    ask.add_argument("--draft", type=Path)
    ask.add_argument("--json", action="store_true")
    ask.add_argument("--misses", action="store_true")
    said = ask.parse_args()
    truth = read_truth(said.truth) if said.truth else truth_of(held.read(said.data))
    with tempfile.TemporaryDirectory() as folder:
        draft = said.draft or imported(said.file, Path(folder) / "plan")
        read = held.read(draft)
    kept, lost = kept_words(said.file, read, truth) if said.file else (None, [])
    scores = compare(read, truth)
    if said.json:
        print(json.dumps(figures(scores, kept, read), ensure_ascii=False))
    else:
        show(scores, kept, read, lost, said.misses)


def imported(file: Path, folder: Path) -> Path:
    """The folder that the import made of a file."""
    command = [sys.executable, "-m", "programme", "import", str(file), "--into", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if not (folder / "data").exists():
        sys.exit(f"{run.stdout}{run.stderr}")
    return folder


def kept_words(file: Path, read: held.Held, truth: dict[str, Any]) -> tuple[float, list[str]]:
    """The share of the file's words that the draft holds, and the lost ones."""
    from programme.reading import read as read_document

    document = read_document(file)
    furniture = [*document.furniture, str((truth.get("page_furniture") or {}).get("header") or "")]
    notes = [word for note in document.footnotes for word in note.text.split()]
    body = list(document.words())[: -len(notes) or None]
    raw = words.raw_words(file, furniture)
    for note in document.footnotes:  # its mark is no word of the plan
        raw = [re.sub(rf"(?<=\S)[\[(]{re.escape(note.mark)}[\])](?=\W*$)", "", word) for word in raw]
        if note.mark in raw:
            raw.remove(note.mark)
    return words.share(body, read, raw, notes)


def figures(scores: Scores, kept: float | None, read: held.Held) -> dict[str, Any]:
    """The one object of `--json`."""
    of_words = {} if kept is None else {"words": round(kept, 4)}
    of_kinds: dict[str, Any] = {kind: score.figures() for kind, score in scores.items()}
    return {**of_words, **of_kinds, "questions": read.questions, "unasked": unasked(scores)}


def show(scores: Scores, kept: float | None, read: held.Held, lost: list[str], misses: bool) -> None:
    """The same as a table; with `misses` each fault with its words."""
    if kept is not None:
        print(f"{'words':14} {kept:7.2%}   {len(lost)} lost {' '.join(lost[:12])}")
    print(f"{'':14} {'precision':>9} {'recall':>9}   right wrong (unasked) missing")
    for kind, score in scores.items():
        counts = f"{score.right:5} {score.wrong:5} {score.unasked:9} {score.missing:7}"
        print(f"{kind:14} {score.precision:9.1%} {score.recall:9.1%}   {counts}")
    print(f"questions {read.questions}, unasked {unasked(scores):.1%}")
    if misses:
        for kind, score in scores.items():
            for what, words_of in score.notes:
                print(f"{kind:13} {what:6} {words_of}")


if __name__ == "__main__":
    main()
