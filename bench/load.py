"""How many pages a second a real nginx gives with the configuration of deploy/, beside a bare one with one file.

`make site` first; needs nginx and wrk. Both servers run in turn on this machine
and share it with the readers: the ratio counts, not the numbers.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plan_at_hand import ENGINE, PLAN, heaviest

from programme import open_programme

sys.path.insert(0, str(ENGINE / "tests"))
import servers

SITE = PLAN / "site"
RUNS, SECONDS = 5, 4


def main() -> None:
    page = f"/{heaviest(open_programme(PLAN), SITE)}"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        for name in ("ours", "bare", "bare/www"):
            (Path(folder) / name).mkdir()
        packed = (SITE / f"{page[1:]}.html.gz").read_bytes()
        (Path(folder) / "bare/www/page").write_bytes(packed)  # as many bytes as ours answers with
        found: dict[str, list[float]] = {"ours": [], "bare": []}
        errors = 0
        with servers.nginx(SITE, Path(folder) / "ours") as ours, bare(Path(folder) / "bare") as other:
            for _ in range(RUNS):
                for name, address in (("ours", ours + page), ("bare", f"{other}/page")):
                    rate, wrong = load(address)
                    found[name].append(rate)
                    errors += wrong
    middle = {name: statistics.median(rates) for name, rates in found.items()}
    print(
        f"{page} of the site: {middle['ours']:,.0f} requests a second; one bare file: {middle['bare']:,.0f};", end=" "
    )
    print(f"ratio {middle['ours'] / middle['bare']:.2f}; wrong answers: {errors}")


@contextmanager
def bare(folder: Path) -> Iterator[str]:
    """nginx with nothing but one file."""

    def command(port: int) -> list[str]:
        (folder / "nginx.conf").write_text(
            f"{servers.USER}daemon off; pid {folder}/pid; error_log {folder}/error.log;\nevents {{}}\n"
            f"http {{ access_log off; server {{ listen 127.0.0.1:{port}; root {folder}/www; }} }}\n",
            encoding="utf-8",
        )
        return [servers.NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf")]

    with servers.running(command) as address:
        yield address


def load(address: str) -> tuple[float, int]:
    """Requests a second, and answers that were no 2xx or did not come."""
    command = ["wrk", "-t1", "-c16", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip", address]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    wrong = sum(int(n) for n in re.findall(r"Non-2xx or 3xx responses: (\d+)", said))
    wrong += sum(int(n) for n in re.findall(r"(?:connect|read|write|timeout) (\d+)", said))
    rate = re.search(r"Requests/sec: +([\d.]+)", said)
    assert rate, said
    return float(rate[1]), wrong


if __name__ == "__main__":
    main()
