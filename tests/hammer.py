"""Read pages and their scripts again and again until standard input ends; print what was right and wrong as JSON.

Before, a line for every thirty pages: who publishes meanwhile can wait until the site was read.

`python tests/hammer.py http://127.0.0.1:8080`: a process of its own, so that it
does not slow the one that publishes.
"""

import json
import re
import sys
import threading
from collections import Counter
from http.client import HTTPException

from servers import ask

PAGES = ("du-an/giam-ngheo-2-2", "co-quan/tram-y-te", "kinh-phi", "tim-kiem")
right: Counter[str] = Counter()
wrong: list[str] = []
over = threading.Event()


def answer(address: str) -> tuple[int, bytes]:
    """Status and body; no answer at all is status 0."""
    try:
        status, _, body = ask(address)
        return status, body
    except (OSError, HTTPException):
        return 0, b""


def read(address: str) -> None:
    while not over.wait(0.003):
        for name in PAGES:
            status, body = answer(f"{address}/{name}")
            text = body.decode("utf-8", "replace")
            script = re.search(r'src="(?:\.\./)?(assets/site\.[0-9a-f]{10}\.js)"', text)
            if status != 200 or not text.rstrip().endswith("</html>") or not script:
                wrong.append(f"{name}: {status}, {len(body)} bytes")
                continue
            right["other" if "khác-" in text else "this"] += 1
            if sum(right.values()) % 30 == 0:
                print(flush=True)
            status, body = answer(f"{address}/{script[1]}")
            if status != 200 or not body:
                wrong.append(f"{script[1]}: {status}")


if __name__ == "__main__":
    readers = [threading.Thread(target=read, args=(sys.argv[1],)) for _ in range(2)]
    for reader in readers:
        reader.start()
    sys.stdin.read()
    over.set()
    for reader in readers:
        reader.join()
    print(json.dumps({"right": right, "wrong": wrong}))
