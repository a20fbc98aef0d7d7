"""From a key to what it does on the screen, in the real program in a real terminal.

An act is shown only once it is durable, so its time is key, decision, disk and paint together.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from benchmarks.days import MIDDAY, play_day, workshop
from benchmarks.figures import Row, aimed
from benchmarks.terminal import Terminal, surroundings

TITLE = "Key to painted, 120x36, item 4 with 40 waiting, the clock ten times a second"
QUICK = 3
NEEDS_PTY = True

COLUMNS, ROWS = 120, 36
MESSAGE_ROW, INPUT_ROW = ROWS - 2, ROWS - 1
LIST_ROWS = range(13, ROWS - 4)
CURSOR = "▌"
DOWN, UP, BACKSPACE = "\x1b[B", "\x1b[A", "\x7f"
SPEED = "60"
"""So that turns are as long as at a meeting."""
GUARD_SECONDS = 3.2
"""A second `next` sooner than that, in real seconds, asks whether it is meant."""

MORE_WAIT = (
    "16:20:29 inscribe afg alb and arg arm aus aut bel bgr bih bra can che chl col cri cyp cze dma "
    "ecu est fin gab geo gha gin grc gtm guy\n"
)

Seen = Callable[[int, str], bool]


def key_to_paint(terminal: Terminal, keys: str, seen: Seen) -> float:
    """Milliseconds from writing keys to the bytes that repaint what `seen` looks for."""
    terminal.quiet(0.03)
    terminal.forget()
    pressed = terminal.send(keys)
    painted = terminal.until(lambda: any(seen(*run) for run in terminal.painted()))
    return (painted - pressed) * 1000


def told(*texts: str) -> Seen:
    """The message line says one of these."""
    return lambda row, text: row == MESSAGE_ROW and any(each in text for each in texts)


def typed(text: str) -> Seen:
    """The input line begins so."""
    return lambda row, shown: row == INPUT_ROW and shown.lstrip().startswith(text)


def _cursor(row: int, text: str) -> bool:
    return row in LIST_ROWS and CURSOR in text


def _letters(terminal: Terminal, rounds: int) -> list[float]:
    taken = []
    for _ in range(rounds):
        text = ""
        for letter in "the ":
            text += letter
            taken.append(key_to_paint(terminal, letter, typed(text.rstrip())))
        for _ in text:
            terminal.send(BACKSPACE)
            terminal.quiet(0.03)
    return taken


def _moves(terminal: Terminal, rounds: int) -> list[float]:
    ways = [DOWN] * 30 + [UP] * 30
    return [key_to_paint(terminal, ways[n % len(ways)], _cursor) for n in range(4 * rounds)]


def _turns(terminal: Terminal, rounds: int) -> tuple[list[float], list[float]]:
    given: list[float] = []
    yielded: list[float] = []
    for _ in range(min(rounds, 35)):
        yielded.append(key_to_paint(terminal, ".", told(" finished (")))
        time.sleep(GUARD_SECONDS if given else 0.0)
        given.append(key_to_paint(terminal, " ", told("has the floor")))
    return given, yielded


def _pauses(terminal: Terminal, rounds: int) -> list[float]:
    seen = told("clock stopped", "clock running again")
    return [key_to_paint(terminal, ",", seen) for _ in range(2 * rounds)]


def _notes(terminal: Terminal, rounds: int) -> list[float]:
    taken = []
    for n in range(rounds):
        text = f"note a1 said {n:03d}"
        terminal.send(text)
        terminal.until(lambda: text in terminal.text())  # noqa: B023 - asked at once
        taken.append(key_to_paint(terminal, "\r", told(f"said {n:03d}")))
    return taken


def run(rounds: int = 40) -> list[Row]:
    """A row for typed letters, one for moves in the list, one for each durable act."""
    with workshop() as folder:
        play_day(folder, "midday", MIDDAY, MORE_WAIT)
        command = (sys.executable, "-m", "meeting_tui", "--lang", "en", "run", "midday")
        options = ("--rehearse", SPEED, "--sessions", folder)
        with Terminal((*command, *options), surroundings(folder), COLUMNS, ROWS) as terminal:
            terminal.until_text("on disk", "Space")
            terminal.collect(2.0)
            letters = _letters(terminal, rounds)
            moves = _moves(terminal, rounds)
            given, yielded = _turns(terminal, rounds)
            pauses = _pauses(terminal, rounds)
            notes = _notes(terminal, rounds)
    return [
        _aimed("a letter typed, on the input line", letters),
        _aimed("Down or Up in the list of 40", moves),
        _act("Space: next, durable, on the message line", given),
        _act("full stop: yield, durable", yielded),
        _act("comma: pause or continue, durable", pauses),
        _act("Enter on a note, durable", notes),
    ]


def _act(what: str, taken: list[float]) -> Row:
    aim = "p50 at most 8 ms, p99 at most 20 ms"
    return aimed(Row(what, tuple(taken)), aim, lambda row: row.p(50) <= 8 and row.p(99) <= 20)


def _aimed(what: str, taken: list[float]) -> Row:
    return aimed(Row(what, tuple(taken)), "p95 < 50 ms", lambda row: row.p(95) < 50)
