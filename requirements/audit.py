"""Ask whether a known fault is in what is locked: pip-audit and npm audit.

0 where there is none, 1 where there is. A service that cannot be reached is said to be so: nothing was looked at then.
"""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ASKED: dict[str, tuple[str, bytes | None]] = {
    "pip-audit": ("https://pypi.org/pypi/pip/25.0/json", None),
    "npm audit": ("https://registry.npmjs.org/-/npm/v1/security/advisories/bulk", b'{"minisearch": ["7.2.0"]}'),
}
"""What each asks its service for, with what it sends: a mirror may have all packages and know of no faults."""


def reached(address: str, sent: bytes | None) -> bool:
    """Whether the service answers."""
    try:
        asked = urllib.request.Request(address, sent, {"Content-Type": "application/json"})
        with urllib.request.urlopen(asked, timeout=30):
            return True
    except OSError:
        return False


def main(arguments: list[str]) -> int:
    """Both questions; `arguments` is the command pip-audit, as it is called."""
    pip = [
        [*arguments, "--strict", "--disable-pip", "--require-hashes", "-r", f"requirements/{name}.txt"]
        for name in ("test", "node")
    ]
    commands = {"pip-audit": pip, "npm audit": [["npm", "audit", "--audit=true", "--package-lock-only"]]}
    wrong = False
    for name, asked in ASKED.items():
        if reached(*asked):
            wrong |= any([subprocess.run(command, cwd=ROOT).returncode for command in commands[name]])
        else:
            print(f"{name}: its service cannot be reached from here, so nothing was looked at.")
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
