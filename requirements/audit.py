"""Ask whether a known fault is in what is locked: pip-audit and npm audit.

0 where there is none, 1 where there is. A service that cannot be reached is said to be so: nothing was looked at then.
"""

from __future__ import annotations

import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ASKED = {"pip-audit": "https://pypi.org/pypi/pip/json", "npm audit": "https://registry.npmjs.org/minisearch/latest"}
"""The services that know of faults, with an address of each that answers anybody."""


def reached(address: str) -> bool:
    """Whether there is an answer."""
    try:
        with urllib.request.urlopen(address, timeout=30):
            return True
    except (OSError, urllib.error.URLError):
        return False


def main(arguments: list[str]) -> int:
    """Both questions; `arguments` is the command pip-audit, as it is called."""
    pip = [
        [*arguments, "--disable-pip", "--require-hashes", "-r", f"requirements/{name}.txt"] for name in ("test", "node")
    ]
    commands = {"pip-audit": pip, "npm audit": [["npm", "audit", "--audit=true", "--package-lock-only"]]}
    wrong = False
    for name, address in ASKED.items():
        if reached(address):
            wrong |= any([subprocess.run(command, cwd=ROOT).returncode for command in commands[name]])
        else:
            print(f"{name}: its service cannot be reached from here, so nothing was looked at.")
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
