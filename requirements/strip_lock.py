"""Leave names, versions and hashes in package-lock.json: what asks for money or tells an address or a folder goes."""

import json
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "package-lock.json"

if __name__ == "__main__":
    lock = json.loads(FILE.read_text(encoding="utf-8"))
    lock.pop("name", None)  # the folder's, another on each machine
    for package in lock["packages"].values():
        package.pop("funding", None)
        package.pop("resolved", None)
    FILE.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
