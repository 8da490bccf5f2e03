"""One key of the keyboard, at once where there is a terminal, else the first letter of a line."""

from __future__ import annotations

import sys


def key(prompt: str) -> str:
    """The key that a person presses; "" at the end of the input. Ctrl+C raises `KeyboardInterrupt`."""
    print(prompt, end="", flush=True)
    pressed = _pressed() if sys.stdin.isatty() else _typed()
    if sys.stdin.isatty():
        print(pressed)
    return pressed


def _typed() -> str:
    """The first letter of the next line that has one."""
    for line in sys.stdin:
        if line.strip():
            print(line.strip())
            return line.strip()[0]
    print()
    return ""


def _pressed() -> str:
    try:
        import msvcrt  # on Windows
    except ImportError:
        return _pressed_on_unix()
    pressed: str = msvcrt.getwch()  # type: ignore[attr-defined, unused-ignore]
    if pressed == "\x03":
        raise KeyboardInterrupt
    return "" if pressed == "\x1a" else pressed


def _pressed_on_unix() -> str:
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal)
        pressed = sys.stdin.read(1)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
    return "" if pressed == "\x04" else pressed
