"""No input ends the program: keys, bytes that are no text, replies, pastes, the mouse, any size."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from meeting_tui.meeting.note_events import PointNoted
from tests.ui.terminal.program import ESC, F2, Program
from tests.ui.terminal.test_keys_one_by_one import KEYS
from tests.ui.terminal.test_terminal_input import NEWER, NOTHING, REPLIES

Started = Callable[..., Program]

STEPS = 150
SIZES = (
    *((120, 36), (80, 24), (200, 50), (40, 10), (20, 5)),
    *((1, 1), (500, 200), (80, 4), (3, 60), (100, 12)),
)
MOUSE = (
    "\x1b[<0;10;10M\x1b[<0;10;10m",
    "\x1b[<0;40;12M\x1b[<32;60;14M\x1b[<0;60;14m",
    "\x1b[<64;40;12M",
    "\x1b[<65;40;12M",
    "\x1b[<0;999;999M\x1b[<0;999;999m",
    "\x1b[<35;5;35M",
    "\x1b[M !!",
)
LINES = ("language\r", "theme\r", "close list\r", "note x\r", "yield\r", "undo floor\r", ":yield\r")
PASTES = ("\x1b[200~a\nb\nc\x1b[201~", f"\x1b[200~{'x' * 3000}\x1b[201~", "\x1b[200~", "\x1b[201~")
MORE = (
    *("\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1bOP", "\x1b[18~", "\x1b[19~", "\x1b[Z"),
    *("?", "!", "*", "-", "=", "[", "]", "\x03", "\x05", "\x0b", "\x0f", "\x16", "\x18"),
    *("中文", "é", "\u202e", "a\u0301", "\x1b[I", "\x1b[O", "\x1b[48;30;100;600;1000t"),
)
SENT = (
    *(*KEYS, *REPLIES.values(), *(sent for sent, _ in NEWER), *(sent for _, sent in NOTHING)),
    *(*MOUSE, *LINES, *PASTES, *MORE),
)


@pytest.mark.parametrize("seed", range(2))
def test_no_input_ends_the_program_and_the_next_act_is_done(start: Started, seed: int) -> None:
    drawn, program = random.Random(seed), start()
    sent: list[object] = []
    for _ in range(STEPS):
        kind = drawn.random()
        if kind < 0.06:
            sent.append(drawn.choice(SIZES))
            program.terminal.resize(*drawn.choice(SIZES))
        elif kind < 0.12:
            noise = bytes(drawn.randrange(256) for _ in range(drawn.randint(1, 6)))
            sent.append(noise)
            program.terminal.send_bytes(noise.replace(b"\x11", b""))  # the key that leaves
        else:
            keys = "".join(drawn.choice(SENT) for _ in range(drawn.randint(1, 4)))
            sent.append(keys)
            program.terminal.send(keys)
        program.terminal.collect(drawn.choice((0, 0, 0.02, 0.05)))
        assert program.terminal.process.poll() is None, sent[-10:]
    program.terminal.resize(120, 36)
    program.settle(1.0)
    program.send("\x1b[201~" + ESC, quiet=2.5)  # whatever was left open
    program.send(ESC, quiet=0.5)
    program.send(f"{F2}{ESC}", quiet=0.5)
    program.terminal.send("note on 1 the last word\r")
    end = time.perf_counter() + 60
    while not is_noted(program, "the last word") and time.perf_counter() < end:
        program.terminal.collect(0.2)
    assert is_noted(program, "the last word")


def is_noted(program: Program, text: str) -> bool:
    return any(isinstance(each, PointNoted) and each.text == text for each in program.news())
