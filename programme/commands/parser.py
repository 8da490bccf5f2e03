"""What argparse says, in Vietnamese: how a command is typed, and what was typed wrong."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Callable
from typing import Any, NoReturn


def _choices(found: re.Match[str]) -> str:
    typed, rest = found["value"], re.findall(r"[\w-]+", found["known"])
    near = difflib.get_close_matches(typed, rest, n=1)
    meant = f' Ý bạn là "{near[0]}"?' if near else ""
    return f'{_named(found["what"])} không có "{typed}".{meant} Chọn một trong: {", ".join(rest)}.'


def _named(what: str | None) -> str:
    return (what or "").split("/")[-1] or "Lệnh"


_SAID: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"the following arguments are required: (?P<names>.*)", lambda found: f"Còn thiếu {found['names']}."),
    (r"(?:argument (?P<what>\S+): )?invalid choice: '(?P<value>.*?)'.*\(choose from (?P<known>.*)\)", _choices),
    (
        r"argument (?P<what>\S+): invalid int value: '(?P<value>.*)'",
        lambda found: f'{_named(found["what"])} phải là một số, không phải "{found["value"]}".',
    ),
    (
        r"argument (?P<what>\S+): expected one argument",
        lambda found: f"Sau {_named(found['what'])} còn thiếu giá trị.",
    ),
    (
        r"argument (?P<what>\S+): ignored explicit argument '(?P<value>.*)'",
        lambda found: f"{_named(found['what'])} không nhận giá trị.",
    ),
    (r"unrecognized arguments: (?P<rest>.*)", lambda found: f'Lệnh này không nhận "{found["rest"]}".'),
    (
        r"ambiguous option: (?P<value>\S+) could match (?P<known>.*)",
        lambda found: f"{found['value']} có thể là {found['known']}; ghi cho đủ.",
    ),
)
"""How argparse says what is wrong in Python 3.11 to 3.14, and how we say it."""


def in_words(message: str) -> str:
    """What argparse says is wrong, as we say it; of what is not known here only that something is wrong."""
    found = ((re.fullmatch(pattern, message, re.DOTALL), say) for pattern, say in _SAID)
    return next((say(match) for match, say in found if match), "Lệnh gõ chưa đúng.")


class _Format(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Cách gõ: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors are Vietnamese."""

    def __init__(self, *, add_help: bool = True, **options: Any) -> None:
        super().__init__(**options, add_help=False, formatter_class=_Format)
        self._positionals.title, self._optionals.title = "Phải ghi", "Có thể ghi thêm"
        if add_help:
            self.add_argument("-h", "--help", action="help", help="in phần này")

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{in_words(message)}\n{self.format_usage()}Xem thêm: {self.prog} --help\n")
