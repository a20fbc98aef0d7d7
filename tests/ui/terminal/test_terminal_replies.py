"""What the terminal itself sends is never an act, a key or text, on any screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui.terminal.program import F2, F3, F4, F5, F6, F7, F8, Program
from tests.ui.terminal.test_terminal_input import REPLIES

Started = Callable[..., Program]

SCREENS = {
    "help": "\x1bOP",
    "floor": F2,
    "notes": F3,
    "coverage": F4,
    "schedule": F5,
    "record": F6,
    "slip": F7,
    "report": F8,
    "palette": "\x10",
}


def test_no_reply_does_anything_on_any_screen(start: Started) -> None:
    program = start()
    for name, key in SCREENS.items():
        program.send(key, quiet=0.4)
        for reply in REPLIES.values():
            program.terminal.send(reply)
        half = len(REPLIES["its kind"]) // 2
        program.terminal.send(REPLIES["its kind"][:half])
        program.terminal.collect(0.3)
        program.terminal.send(REPLIES["its kind"][half:])
        program.settle()
        assert program.news() == [], name
        program.terminal.forget()
        program.send("xyzzy", quiet=0.3)
        shown = program.terminal.text()
        assert "xyzzy" in shown or name in ("help", "report"), name
        assert "rgb" not in shown and "bmV4" not in shown, name
        program.send("\x7f" * 5)
    assert program.news() == []


@pytest.mark.parametrize("sent", ["\x1b[32u", "\x1b[32;2u"])
def test_space_of_the_newer_protocol_is_a_space_in_a_note(start: Started, sent: str) -> None:
    program = start()
    program.send(F3)
    program.terminal.send(f"a{sent}bx\x1b[127;2u\x1b[13;2u")
    (noted,) = program.until_news(1)
    assert getattr(noted, "text", None) == "a b"
