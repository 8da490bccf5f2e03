"""Serve the site while it is being edited: `python tools/serve.py [--port 8000]`.

Each change starts a build in a fresh process and a fresh folder. Only a build
that succeeds becomes the site; after a failed one the last good site stays, and
both the terminal and the open browser page show what is wrong. Open pages
reload by themselves.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path

from watchfiles import watch

ROOT = Path(__file__).resolve().parent.parent
WATCHED = ("data", "docs", "programme", "templates", "theme", "macros.py", "mkdocs.yml")

SCRIPT = """
(() => {
  let seen = null;
  const box = document.createElement("pre");
  box.setAttribute("role", "alert");
  box.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;margin:0;padding:1rem;" +
    "background:#4a1208;color:#fff;font:14px/1.6 monospace;white-space:pre-wrap;z-index:999;display:none";
  document.body.append(box);
  new EventSource("/__changes").onmessage = ({data}) => {
    const {version, problem} = JSON.parse(data);
    if (seen !== null && version !== seen) location.reload();
    seen = version;
    box.textContent = problem;
    box.style.display = problem ? "block" : "none";
  };
})();
"""
WAITING = "<!doctype html><meta charset=utf-8><title>Đang chờ</title><p>Chưa dựng được trang. Sửa lỗi nêu dưới đây.</p>"


class Site:
    """The last good build, and what is wrong with the newest one."""

    def __init__(self, root: Path):
        self.root = root
        self.work = Path(tempfile.mkdtemp(prefix="site-"))
        self.folder: Path | None = None
        self.version = 0
        self.problem = ""
        self.changed = threading.Condition()
        self._numbers = count(1)
        self._spare = self._start()

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(ROOT / "tools" / "warm_build.py")],
            cwd=self.root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def build(self) -> None:
        """Build into a new folder and make it the site if the build succeeds."""
        target = self.work / str(next(self._numbers))
        builder, self._spare = self._spare, self._start()
        output, _ = builder.communicate(f"{target}\n")
        with self.changed:
            if builder.returncode == 0:
                old, self.folder = self.folder, target
                self.version += 1
                self.problem = ""
            else:
                old, self.problem = target, _essence(output)
            self.changed.notify_all()
        print(self.problem or f"Đã dựng xong lần {self.version}.", flush=True)
        if old:
            shutil.rmtree(old, ignore_errors=True)

    def close(self) -> None:
        self._spare.kill()
        self._spare.communicate()
        shutil.rmtree(self.work, ignore_errors=True)


def _essence(output: str) -> str:
    """What a reader needs of a failed build's output: not its progress lines."""
    lines = [line for line in output.splitlines() if not line.startswith(("INFO", "[macros]"))]
    return "\n".join(lines).strip().removeprefix("Error: ")


class Handler(SimpleHTTPRequestHandler):
    """Answers from the last good build, `/du-an/3-2` from `du-an/3-2.html`."""

    def __init__(self, *arguments, site: Site, **options):
        self.site = site
        super().__init__(*arguments, directory=str(site.folder or site.work), **options)

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path == "/__changes":
            return self._changes()
        if path == "/__reload.js":
            return self._send(SCRIPT.encode(), "text/javascript")
        if self.site.folder is None:
            return self._page(WAITING.encode(), 503)
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            if not path.endswith("/"):
                return self._redirect(path + "/")
            file /= "index.html"
        elif not file.exists():
            file = file.with_name(file.name + ".html")
        if file.suffix == ".html":
            status = 200 if file.exists() else 404
            return self._page((file if file.exists() else self.site.folder / "404.html").read_bytes(), status)
        return super().do_GET()

    def _redirect(self, target: str) -> None:
        self.send_response(301)
        self.send_header("Location", target)
        self.end_headers()

    def _page(self, body: bytes, status: int = 200) -> None:
        self._send(body + b'<script src="/__reload.js"></script>', "text/html", status)

    def _send(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def _changes(self) -> None:
        """Tell the page each new version and problem, as long as it listens."""
        site = self.site
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        told = None
        try:
            while True:
                with site.changed:
                    site.changed.wait_for(lambda: (site.version, site.problem) != told, timeout=15)
                    told = site.version, site.problem
                state = json.dumps({"version": told[0], "problem": told[1]})
                self.wfile.write(f"data: {state}\n\n".encode())
                self.wfile.flush()
        except OSError:  # the page was closed
            pass

    def log_message(self, *_: object) -> None:
        """Requests are not news."""


class Server(ThreadingHTTPServer):
    daemon_threads = True


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--root", type=Path, default=ROOT, help="the project to serve")
    options = parser.parse_args()
    site = Site(options.root.resolve())
    server = Server(("127.0.0.1", options.port), partial(Handler, site=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Xem trang tại http://127.0.0.1:{server.server_port}/ (Ctrl+C để dừng)", flush=True)
    try:
        site.build()
        for _ in watch(*(options.root / name for name in WATCHED), debounce=60, step=20, raise_interrupt=True):
            site.build()
    except KeyboardInterrupt:
        pass
    finally:
        site.close()


if __name__ == "__main__":
    main()
