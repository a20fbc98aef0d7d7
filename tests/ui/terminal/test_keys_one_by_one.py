"""Each key has its whole effect before the next is looked at, in a real terminal."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable

import pytest

from meeting_tui.meeting.entry import ActUndone
from meeting_tui.meeting.notes import PointNoted
from meeting_tui.meeting.speakers_list import Inscribed
from tests.ui.terminal.program import (
    BACKSPACE,
    ENTER,
    ESC,
    F2,
    F3,
    F4,
    F5,
    F6,
    F9,
    TAB,
    UP,
    Program,
)

Started = Callable[..., Program]

UNDO, REDO, PALETTE, DOWN, DELETE = "\x1a", "\x19", "\x10", "\x1b[B", "\x1b[3~"
KEYS = (
    *("bra", "per", "chl", "q1", "p2 ", "words of a statement", "x", "list", ":", "/"),
    *(ENTER, ENTER, ENTER, ENTER, ENTER, F9, F9, F2, F2, F3, F3, F4, F5, F6),
    *(ESC, TAB, UP, DOWN, BACKSPACE, DELETE, UNDO, REDO, PALETTE, " ", ".", "+"),
)
ONE_SECONDS, ESC_SECONDS = 0.13, 0.25


def noted(program: Program) -> list[tuple[str | None, str]]:
    return [(e.intervention, e.text) for e in program.news() if isinstance(e, PointNoted)]


def inscribed(program: Program) -> list[str]:
    return [str(e.delegation) for e in program.news() if isinstance(e, Inscribed)]


def several(drawn: random.Random) -> list[str]:
    """Keys at random; none that a held key would repeat, which counts once by intention."""
    keys = [drawn.choice(KEYS)]
    for _ in range(drawn.randint(3, 12)):
        key = drawn.choice(KEYS)
        keys.append(ENTER if key == keys[-1] and key in (UNDO, REDO) else key)
    return keys


def test_keys_sent_in_one_write_do_what_they_do_one_by_one(start: Started) -> None:
    drawn = random.Random(0)
    slowly, at_once = start("slowly"), start("at once")
    for _ in range(6):
        keys = several(drawn)
        for key in keys:
            slowly.terminal.send(key)
            slowly.terminal.collect(ESC_SECONDS if key == ESC else ONE_SECONDS)
        slowly.settle()
        at_once.send("".join(keys))
        wanted = slowly.news()
        assert at_once.until_news(len(wanted)) == wanted, keys


def test_a_note_an_act_and_a_note_in_one_write_are_two_points_on_two_speakers(
    start: Started,
) -> None:
    program = start()
    program.send(F3)
    program.terminal.send(f"last words of this speaker\r{F9}first words of the next\r")
    program.until_news(4)
    (first, last_words), (second, first_words) = noted(program)
    assert (last_words, first_words) == ("last words of this speaker", "first words of the next")
    assert (first, second) == ("s12", "s13")


def test_notes_and_names_entered_in_one_write_are_each_their_own(start: Started) -> None:
    program = start()
    program.terminal.send("bra\rper\rchl\r")
    program.until_news(3)
    assert inscribed(program) == ["BRA", "PER", "CHL"]
    program.send(F3)
    program.terminal.send("one\rtwo\rthree\r")
    program.until_news(6)
    assert [text for _, text in noted(program)] == ["one", "two", "three"]


def test_keys_that_waited_while_the_program_was_stopped_are_taken_one_by_one(
    start: Started,
) -> None:
    program = start()
    pid = program.terminal.process.pid
    os.kill(pid, signal.SIGSTOP)
    for key in ("bra", ENTER, "per", ENTER, F3, "words", ENTER, F9, "more", ENTER):
        program.terminal.send(key)
        time.sleep(0.05)
    time.sleep(0.5)
    os.kill(pid, signal.SIGCONT)
    program.until_news(6)
    assert inscribed(program) == ["BRA", "PER"]
    assert noted(program) == [("s12", "words"), ("s13", "more")]


def test_two_acts_are_taken_back_by_two_keys_of_one_write(start: Started) -> None:
    program = start()
    program.send("bra\rper\r")
    program.until_news(2)
    program.terminal.send(UNDO + UNDO)
    undone = program.until_news(4)[2:]
    assert [type(each) for each in undone] == [ActUndone, ActUndone]


def test_letters_behind_a_screen_key_go_to_that_screen(start: Started) -> None:
    program = start()
    program.terminal.send(f"{F4}{F5}{F6}{F3}words on the notes\r{F2}bra\r")
    program.until_news(2)
    assert noted(program) == [("s12", "words on the notes")]
    assert inscribed(program) == ["BRA"]


def test_letters_behind_escape_are_letters(start: Started) -> None:
    program = start()
    program.terminal.send("zaf\x1bper\r")
    program.until_news(1)
    assert inscribed(program) == ["PER"]


def test_enter_before_the_terminal_is_set_up_is_taken(start: Started) -> None:
    program = start()
    program.terminal.send("bra\n")
    program.until_news(1)
    assert inscribed(program) == ["BRA"]


@pytest.mark.parametrize("marks", [("", ""), ("\x1b[200~", "\x1b[201~")], ids=["bare", "marked"])
def test_three_thousand_characters_are_one_text_at_once(
    start: Started, marks: tuple[str, str]
) -> None:
    program = start()
    program.send(F3)
    text = ("The delegation thanks the Chair and the Secretariat for the paper. " * 50)[:2990]
    begun, ended = marks
    program.terminal.forget()
    sent = program.terminal.send(f"{begun}{text}{ended}")
    program.terminal.send("the end.")
    seconds = program.terminal.until_text("the end.") - sent
    assert seconds < 2.0, "0.03 to 0.1 s on a quiet machine; letter by letter it was 13 s"
    program.send(ENTER)
    assert [each for _, each in noted(program)] == [f"{text}the end."]


def test_paragraphs_pasted_without_marks_are_taken_as_those_with_them(start: Started) -> None:
    text = "\r".join(f"Paragraph {n} of a statement, which is long enough." for n in range(30))
    news = []
    for name, sent in (("bare", text), ("marked", f"\x1b[200~{text}\x1b[201~")):
        program = start(name)
        program.send(F3)
        program.send(sent, quiet=0.4)
        program.send(ENTER, quiet=0.4)
        news.append(program.until_news(1))
    bare, marked = news
    assert bare == marked != []
