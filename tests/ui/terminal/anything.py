"""Whatever a terminal can send, drawn by a seed: what a person does, and what none would.

The same seed sends the same again. What leaves the program is not among it, as somebody who leaves
finds nothing out.
"""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.terminal import Terminal
from meeting_tui.desk.fault_file import FAULTS
from meeting_tui.meeting.notes import PointNoted
from tests.ui.terminal.program import ESC, F2, Program
from tests.ui.terminal.test_keys_one_by_one import KEYS
from tests.ui.terminal.test_terminal_input import NEWER, NOTHING, REPLIES

LARGEST = (500, 200)
SIZES = ((120, 36), (80, 24), (200, 50), (40, 10), (1, 1), (2, 1), (1, 200), (500, 1), LARGEST)
LINES = (
    *("ken\r", "mex fra(eu) zaf\r", "next\r", "next!\r", "yield\r", ".\r", "list\r", "undo\r"),
    *("language\r", "theme\r", "close list\r", "open list\r", "note x\r", "undo floor\r", "redo\r"),
    *(":yield\r", "limit 2:30\r", "limit fit 12:30\r", "extend 1:00\r", "pause\r", "continue\r"),
    *("q1 a statement of some words\r", "note a1 support the draft\r", "item 5\r", "close item\r"),
    *("find kenya\r", "find /notes\r", "withdraw ken\r", "order mex\r", "ruling\r", "reply usa\r"),
    *("budget 4 30\r", "move 5 before 4\r", "speaker\r", "present mex jpn\r", "preside chair\r"),
    *("join 5\r", "decision adopted\r", "tick n1\r", "gap out\r", "suspend\r", "resume\r"),
    *("export csv\r", "save\r", "members\r", "strike\r", "edit 1\r", '"a [name" (x)\r', "[/] x\r"),
)
SCREENS = ("\x1bOP", *(f"\x1bO{letter}" for letter in "QRS"))
SCREENS += tuple(f"\x1b[{number}~" for number in (15, 17, 18, 19, 20, 21))
EDITING = (
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[H",
    "\x1b[F",
    "\x1b[Z",
    "\x1b[C",
    "\x1b[D",
    "\x1b[A",
    "\x1b[B",
)
CONTROLS = tuple(chr(code) for code in range(0x20) if chr(code) not in "\x11\x1b")
SIGNS = (*"?!*-=[]#+,. :/'\"@\\", "中文", "é", "\u202e", "a\u0301", "👩\u200d👩", "\x9b")
KNOWN = (
    *(*KEYS, *REPLIES.values(), *(sent for sent, _ in NEWER), *(sent for _, sent in NOTHING)),
    *("\x1b[I", "\x1b[O", "\x1b[48;30;100;600;1000t", "\x1b[?2026;2$y", "\x1b[M !!", *SIGNS),
)
NOT_TEXT = (
    *(b"\x80", b"\xff", b"\xc3", b"\xe4\xb8", b"\xf0\x9f\x98", b"\xc0\xaf", b"\xed\xa0\x80"),
    *(b"\xf4\x90\x80\x80", b"\xfe\xff", b"\x1b\xff", b"\x1b[\xff", b"\x1b]0;\xc3\x07"),
)
Sent = bytes | tuple[int, int]
"""What is written, or columns and rows."""


@dataclass
class Found:
    """What became of the steps of one seed."""

    seed: int
    steps: int = 0
    deaths: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """The files of faults, or what else was wrong at the end."""
    seconds: float = 0.0


def anything(seed: int) -> Iterator[Sent]:
    """Steps without end."""
    drawn = random.Random(seed)
    kinds = (_size, _not_text, _escape, _burst, _paste, _mouse, _known, _natural)
    weights = (6, 6, 12, 2, 4, 10, 20, 40)
    while True:
        (kind,) = drawn.choices(kinds, weights)
        yield kind(drawn)


def _natural(drawn: random.Random) -> bytes:
    what = drawn.choice((LINES, LINES, SCREENS, EDITING, KEYS, CONTROLS))
    return drawn.choice(what).encode()


def _known(drawn: random.Random) -> bytes:
    return "".join(drawn.choice(KNOWN) for _ in range(drawn.randint(1, 4))).encode()


def _burst(drawn: random.Random) -> bytes:
    what = (*KNOWN, *LINES, *SCREENS, *EDITING)
    return "".join(drawn.choice(what) for _ in range(drawn.randint(20, 60))).encode()


def _size(drawn: random.Random) -> tuple[int, int]:
    if drawn.random() < 0.6:
        return drawn.choice(SIZES)
    columns, rows = (round(most ** drawn.random()) for most in LARGEST)
    return columns, rows


def _not_text(drawn: random.Random) -> bytes:
    if drawn.random() < 0.5:
        return drawn.choice(NOT_TEXT)
    noise = bytes(drawn.randrange(256) for _ in range(drawn.randint(1, 8)))
    return noise.replace(b"\x11", b"")


def _escape(drawn: random.Random) -> bytes:
    """A sequence of any family, whole, cut short or broken off by another."""
    begun = drawn.choice(("\x1b[", "\x1b[", "\x1b[", "\x1bO", "\x1b]", "\x1bP", "\x1b_", "\x1b^"))
    begun = drawn.choice((begun, begun, "\x1bX", "\x1b", "\x9b", "\x9d", "\x1b\x1b["))
    between = "".join(drawn.choice("0123456789;:<=>? !$'") for _ in range(drawn.randint(0, 6)))
    if drawn.random() < 0.3:
        between = str(drawn.choice((0, 1, 27, 200, 9989, 55296, 57399, 1114112, 10**9)))
    end = drawn.choice("ABCDEFHIMOPQRSZabcdhlmntuy~$\\\x07\x18")
    whole = f"{begun}{between}{end}"
    if drawn.random() < 0.2:
        whole = whole[: drawn.randint(1, len(whole))]
    return whole.encode()


def _paste(drawn: random.Random) -> bytes:
    text = drawn.choice(("a\nb\nc", "x" * 3000, "\x1b[31m", "中" * 400, "", "\x00\r\n" * 20))
    begun, ended = drawn.choice((("\x1b[200~", "\x1b[201~"),) * 4 + (("", ""), ("\x1b[200~", "")))
    return f"{begun}{text}{ended}".encode()


def _mouse(drawn: random.Random) -> bytes:
    button = drawn.choice((0, 0, 0, 1, 2, 32, 35, 64, 65, 66, 99))
    x, y = (drawn.choice((0, 1, drawn.randint(1, most), 99999)) for most in (130, 40))
    to_x, to_y = drawn.randint(1, 130), drawn.randint(1, 40)
    press = f"\x1b[<{button};{x};{y}M"
    return drawn.choice(
        (
            f"{press}\x1b[<{button};{x};{y}m",
            f"{press}\x1b[<32;{to_x};{to_y}M\x1b[<{button};{to_x};{to_y}m",
            press,
            f"\x1b[{button};{x};{y}M",
        )
    ).encode()


def leaves(sent: bytes) -> bool:
    """Whether a key that leaves is in it, in any form a terminal has for it."""
    return b"\x11" in sent or b"[113;5" in sent or b"quit" in sent or b"leave" in sent


def shake(terminal: Terminal, found: Found, steps: int) -> bool:
    """Send so many steps; whether the program still runs. What it ended or failed on is kept."""
    start = time.perf_counter()
    lately: deque[Sent] = deque(maxlen=12)
    drawn = random.Random(-found.seed)
    for sent in anything(found.seed):
        if found.steps >= steps:
            break
        if isinstance(sent, bytes) and leaves(sent):
            continue
        lately.append(sent)
        found.steps += 1
        try:
            if isinstance(sent, bytes):
                terminal.send_bytes(sent)
            else:
                terminal.resize(*sent)
            terminal.collect(drawn.choice((0, 0, 0.001, 0.005, 0.02)))
            if found.steps % 50 == 0:
                terminal.until_idle(10.0)
            terminal.forget()
        except (EOFError, OSError):
            code = terminal.process.wait(20)
            told = terminal.text()[-500:]
            found.deaths.append(f"step {found.steps}, exit code {code}: {list(lately)} {told!r}")
            break
    found.seconds += time.perf_counter() - start
    return not found.deaths


def written_faults(folder: Path) -> str:
    """What the program wrote of faults of its own; empty where there were none."""
    path = folder / FAULTS
    return path.read_text(encoding="utf-8") if path.exists() else ""


def still_acts(program: Program) -> bool:
    """Whether a point is kept after all that, as soon as all that is done."""
    program.terminal.resize(120, 36)
    end = time.perf_counter() + 300  # on a busy machine all that may take long
    while not is_noted(program, "the last word") and time.perf_counter() < end:
        program.terminal.until_idle(20.0)
        for keys in ("\x1b[201~", ESC, ESC, F2, ESC):  # whatever was left open
            program.terminal.send(keys)
            program.terminal.collect(0.4)
        program.terminal.send("note on 1 the last word\r")
        program.terminal.collect(2.5)  # which is how long something cut off is waited for
    return is_noted(program, "the last word")


def is_noted(program: Program, text: str) -> bool:
    return any(isinstance(each, PointNoted) and each.text == text for each in program.news())
