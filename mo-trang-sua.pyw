"""Bấm đúp để mở trang xem và sửa của Kế hoạch này trong trình duyệt, không có cửa sổ dòng lệnh.

Windows: bấm đúp tệp này. macOS: bấm đúp "mo-trang-sua.app". Linux: bấm đúp "mo-trang-sua.desktop".
Trang tự tắt khi đóng hết các trang của nó trong trình duyệt chừng mười lăm phút.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOG = HERE / ".editing" / "mo-trang-sua.txt"
MISSING = "Chưa thấy bộ máy của trang trên máy này. Xem engine/README.md, hoặc nhờ người cài giúp."


def engine():
    """Câu lệnh chạy bộ máy: trong .venv của thư mục này, ở chỗ engine.mk ghi, hoặc đã cài trên máy."""
    noted = HERE / "engine.mk"
    found = re.search(r'PROGRAMME := "?([^"\n]+)"?', noted.read_text(encoding="utf-8")) if noted.is_file() else None
    places = [HERE / found[1].replace("$$", "$").replace("\\#", "#")] if found else []
    places += [HERE / ".venv" / "Scripts" / "programme.exe", HERE / ".venv" / "bin" / "programme"]
    for place in places:
        python = place.with_name("pythonw.exe" if os.name == "nt" else "python")
        if python.is_file():
            return [str(python), "-m", "programme"]
    return [sys.executable, "-m", "programme"]


def tell(words):
    """Báo bằng một hộp thoại của hệ điều hành."""
    if os.name == "nt":
        import ctypes

        ctypes.windll.user32.MessageBoxW(0, words, "Mở trang sửa", 0x10)
        return
    shown = words.replace("\\", "\\\\").replace('"', '\\"')
    for command in (
        ["osascript", "-e", f'display alert "Mở trang sửa" message "{shown}"'],
        ["zenity", "--error", "--text", words],
        ["xmessage", words],
    ):
        try:
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            return
        except (OSError, subprocess.CalledProcessError):
            continue
    print(words)


def main():
    LOG.parent.mkdir(exist_ok=True)
    (LOG.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    hidden = {"creationflags": 0x08000000} if os.name == "nt" else {"start_new_session": True}
    with LOG.open("w", encoding="utf-8") as log:
        try:
            command = [*engine(), "serve", "--open"]
            running = subprocess.Popen(command, cwd=HERE, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **hidden)
        except OSError:
            tell(MISSING)
            return
        try:
            failed = running.wait(timeout=8)
        except subprocess.TimeoutExpired:
            return  # it runs
    if failed:
        said = LOG.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        tell(MISSING if any("No module named" in line for line in said) else "\n".join(said[-5:]))


if __name__ == "__main__":
    main()
