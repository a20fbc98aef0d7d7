"""A paste is text, whatever stands in it (C43; escape sequences, in pieces of any size)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual import events

from meeting_tui.ui.paste_guard import END, START, GuardedParser, PasteFilter


def messages(*pieces: str) -> list[object]:
    parser = GuardedParser()
    return [message for piece in pieces for message in parser.feed(piece)]


def test_an_escape_in_a_paste_neither_ends_it_nor_acts() -> None:
    found = messages(f"{START}x\x1b[m\x1a\x1ay{END}")
    assert [type(each) for each in found] == [events.Paste]
    paste = found[0]
    assert isinstance(paste, events.Paste) and paste.text == "x[my"


def test_keys_outside_a_paste_are_as_before() -> None:
    found = messages("a\x1a", f"{START}b{END}", "\x1b[A")
    keys = [each.key for each in found if isinstance(each, events.Key)]
    assert keys == ["a", "ctrl+z", "up"]


@given(st.text(st.sampled_from("ab\x1b[201~0\x1a\n"), max_size=20), st.integers(1, 5))
def test_a_paste_arrives_whole_in_pieces_of_any_size(text: str, size: int) -> None:
    text = text.replace(END, "")
    sent = f"1{START}{text}{END}2"
    pieces = [sent[n : n + size] for n in range(0, len(sent), size)]
    filtered = PasteFilter()
    whole = "".join(filtered.clean(piece) for piece in pieces)
    inside = whole.removeprefix("1" + START).removesuffix(END + "2")
    assert whole == f"1{START}{inside}{END}2"
    assert "\x1b" not in inside and "\x1a" not in inside
