"""What a terminal sends is taken apart into keys, text and pastes; its own replies are nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from meeting_tui.ui.parsing import TerminalParser, TypedText
from meeting_tui.ui.terminal_input import ESC, PASTE, PASTED, PATIENCE_SECONDS, Part, TerminalInput

REPLIES = {
    "colour, ended by BEL": "\x1b]11;rgb:1e1e/1e1e/2e2e\x07",
    "colour, ended by ST": "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    "colour, ended by the one-byte ST": "\x1b]4;1;rgb:cdcd/0000/0000\x9c",
    "clipboard": "\x1b]52;c;bmV4dA==\x07",
    "title": "\x1b]lnext\x1b\\",
    "its kind": "\x1b[?62;1;4c",
    "its second kind": "\x1b[>41;377;0c",
    "its third kind": "\x1bP!|7E565445\x1b\\",
    "its name": "\x1bP>|next(1.2.3)\x1b\\",
    "a setting": "\x1bP1$r0 q\x1b\\",
    "a capability": "\x1bP1+r544e=6e657874\x1b\\",
    "a mode": "\x1b[?2027;2$y",
    "a mode of ANSI": "\x1b[4;2$y",
    "its state": "\x1b[0n",
    "the cursor's place": "\x1b[12;40R",
    "the cursor's place and page": "\x1b[?12;40;1R",
    "the window's size": "\x1b[8;36;120t",
    "the keyboard's protocol": "\x1b[?15u",
    "its pictures": "\x1b_Gi=31;OK\x1b\\",
    "a private message": "\x1b^next\x1b\\",
    "sixels": "\x1b[?2;0;800;600S",
    "its colours": "\x1b[?997;1n",
}


def keys(*pieces: str, wait: float = 0.0) -> list[str]:
    """The keys, texts and pastes that pieces bring, with a pause between them, and a long one."""
    now = [0.0]
    parser = TerminalParser(now=lambda: now[0])
    found: list[str] = []
    for piece in pieces:
        for message in parser.feed(piece) if piece else ():
            found += said(message)
        now[0] += wait
        for message in parser.tick():
            found += said(message)
    now[0] += PATIENCE_SECONDS
    for message in parser.tick():
        found += said(message)
    return found


def said(message: object) -> list[str]:
    if isinstance(message, events.Key):
        return [message.key]
    if isinstance(message, TypedText):
        return [f"text {message.text}"]
    if isinstance(message, events.Paste):
        return [f"paste {message.text}"]
    return []


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
@pytest.mark.parametrize("wait", [0.0, 0.05, 0.5, 1.5])
def test_a_reply_is_never_a_key_however_it_is_cut(reply: str, wait: float) -> None:
    for cut in range(1, len(reply)):
        found = keys("a", reply[:cut], reply[cut:], "b", wait=wait)
        # A lone ESC, long after which nothing came, cannot be told from the key.
        alone = ["escape"] if cut == 1 and wait > 0.1 else []
        assert found == ["a", *alone, "b"], (cut, found)


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
def test_a_reply_that_never_ends_takes_no_later_key_with_it(reply: str) -> None:
    for cut in range(2, len(reply)):
        assert keys(reply[:cut], "\x1b[20~", wait=0.2)[-1:] == ["f9"], cut
        assert keys(reply[:cut], "\x1b[20~", wait=3.0)[-1:] == ["f9"], cut
        assert keys(reply[:cut], "x", wait=3.0)[-1:] == ["x"], cut


def test_every_reply_among_typed_text_leaves_the_text_alone() -> None:
    sent = "".join(f"word{reply}" for reply in REPLIES.values())
    assert keys(sent) == ["text word"] * len(REPLIES)


NEWER = (
    ("\x1b[32u", "space"),
    ("\x1b[32;2u", "space"),
    ("\x1b[127;2u", "backspace"),
    ("\x1b[13;2u", "enter"),
    ("\x1b[13u", "enter"),
    ("\x1b[13;5u", "enter"),
    ("\x1b[57414u", "enter"),
    ("\x1b[9u", "tab"),
    ("\x1b[9;2u", "shift+tab"),
    ("\x1b[27u", "escape"),
    ("\x1b[27;129u", "escape"),
    ("\x1b[97u", "a"),
    ("\x1b[97;2u", "A"),
    ("\x1b[97:65;2u", "A"),
    ("\x1b[97;65u", "a"),
    ("\x1b[49:33;2u", "exclamation_mark"),
    ("\x1b[97;;97u", "a"),
    ("\x1b[97;2;65u", "A"),
    ("\x1b[233;;233u", "é"),
    ("\x1b[0;;20013:22269u", "text 中国"),
    ("\x1b[122;5u", "ctrl+z"),
    ("\x1b[122;133u", "ctrl+z"),
    ("\x1b[1103::122;5u", "ctrl+z"),
    ("\x1b[27;5;122~", "ctrl+z"),
    ("\x1b[27;2;13~", "enter"),
    ("\x1b[57399;;48u", "0"),
    ("\x1b[57400u", "1"),
    ("\x1b[57419u", "up"),
    ("\x1b[1;1A", "up"),
    ("\x1b[1;129A", "up"),
    ("\x1b[1;3A", "alt+up"),
    ("\x1b[1;1:2A", "up"),
    ("\x1b[20;1:1~", "f9"),
    ("\x1b[20;2~", "shift+f9"),
    ("\x1b[P", "f1"),
    ("\x1b[13~", "f3"),
    ("\x1b[50;3u", "alt+2"),
)
"""A key of the newer protocol, and what it is."""

NOTHING = (
    ("a released letter", "\x1b[97;1:3u"),
    ("a released arrow", "\x1b[1;1:3A"),
    ("a released F9", "\x1b[20;1:3~"),
    ("Shift alone", "\x1b[57441u"),
    ("Shift alone, with its bit", "\x1b[57441;2u"),
    ("Caps Lock", "\x1b[57358u"),
    ("a key for louder", "\x1b[57439u"),
    ("no key at all", "\x1b[0u"),
    ("a number no character has", "\x1b[99999999u"),
    ("no numbers", "\x1b[u"),
    ("Ctrl on a number no character has", "\x1b[9999999;5u"),
    ("a key nobody has", "\x1b[99~"),
    ("an arrow of a number nobody knows", "\x1b[9999999A"),
    ("Ctrl on a surrogate", "\x1b[55296;5u"),
)


@pytest.mark.parametrize(("sent", "key"), NEWER)
def test_a_key_of_the_newer_protocol_does_what_it_says(sent: str, key: str) -> None:
    assert keys(sent) == [key]


@pytest.mark.parametrize("sent", [sent for _, sent in NOTHING], ids=[name for name, _ in NOTHING])
def test_what_is_no_key_of_the_newer_protocol_does_nothing(sent: str) -> None:
    assert keys(f"a{sent}b") == ["a", "b"]


ESCAPES = (
    ((ESC,), ["escape"]),
    ((ESC, "bra"), ["escape", "text bra"]),
    (("\x1bbra\r",), ["escape", "text bra", "enter"]),
    (("\x1bPeru",), ["escape", "text Peru"]),
    (("\x1bP1 is the main concern",), ["escape", "text P1 is the main concern"]),
    (("\x1boman",), ["escape", "text oman"]),
    (("\x1bÉtats",), ["escape", "text États"]),
    (("\x1b\x1b[A",), ["escape", "up"]),
    (("\x1b\r",), ["escape", "enter"]),
    (("\x1b\x1b",), ["escape", "escape"]),
    (("\x1b2",), ["alt+2"]),
    (("\x1bOP",), ["f1"]),
    (("\x1bO", "A"), ["up"]),
    (("\x1b", "[20~"), ["f9"]),
    (("\x1b[2", "0~x"), ["f9", "x"]),
)


@pytest.mark.parametrize(("pieces", "found"), ESCAPES)
def test_escape_with_letters_behind_it_is_escape_and_letters(
    pieces: tuple[str, ...], found: list[str]
) -> None:
    assert keys(*pieces) == found


def test_a_line_feed_is_enter_and_behind_a_return_the_same_enter() -> None:
    assert keys("bra\n") == ["text bra", "enter"]
    assert keys("a\r\nb\r", "\nc\n\n") == ["a", "enter", "b", "enter", "c", "enter", "enter"]


def test_typed_letters_come_as_one_text_and_controls_as_keys() -> None:
    assert keys("bra\rq\x1a中国") == ["text bra", "enter", "q", "ctrl+z", "text 中国"]
    assert keys("a\x9bb\x85") == ["a", "b"], "one-byte controls are no keys"


@given(st.text(st.sampled_from("ab\x1b[201~0\x1a\n\x0b\x07"), max_size=20), st.integers(1, 5))
def test_a_paste_arrives_whole_in_pieces_of_any_size(text: str, size: int) -> None:
    text = text.replace(PASTED, "")
    sent = f"1{PASTE}{text}{PASTED}2"
    terminal = TerminalInput()
    parts: list[Part] = []
    for at in range(0, len(sent), size):
        parts += terminal.feed(sent[at : at + size], 0.0)
    kept = "".join(each for each in text if each not in "\x1b\x1a\x07")
    assert parts == [Part("text", "1"), Part("paste", kept), Part("text", "2")]


def test_a_paste_keeps_every_kind_of_line_break_and_runs_no_key() -> None:
    assert keys(f"{PASTE}a\x0bb\x85c\u2028d\x1a\x1b[20~\x11{PASTED}") == [
        "paste a\x0bb\x85c\u2028d[20~"
    ]


@given(st.integers(1, 4000))
def test_long_text_with_line_ends_is_a_paste_where_the_terminal_marks_none(cut: int) -> None:
    text = "\r".join(["The delegation thanks the Chair and the Secretariat."] * 60)
    first = max(cut, 600)
    assert keys(text[:first], text[first:], "") == [f"paste {text}"]


def test_typed_lines_of_a_burst_stay_lines() -> None:
    assert keys("bra\rper\rchl\r") == [
        *("text bra", "enter", "text per", "enter", "text chl", "enter")
    ]


@given(
    st.lists(st.integers(0, 10_000_000) | st.integers(0, 300), max_size=5),
    st.sampled_from(";:"),
    st.sampled_from("ABCDEFHPQRSZabcd~ucntyRM"),
)
def test_no_numbers_of_a_key_break_anything(numbers: list[int], parted: str, end: str) -> None:
    keys(f"\x1b[{parted.join(map(str, numbers))}{end}", f"\x1b[{';'.join(map(str, numbers))}u")


@given(st.text(st.characters(), max_size=40), st.integers(1, 4))
def test_whatever_is_sent_nothing_breaks_and_nothing_stays_behind(sent: str, size: int) -> None:
    terminal = TerminalInput()
    for at in range(0, len(sent), size):
        terminal.feed(sent[at : at + size], at * 0.001)
    for _ in range(3):
        terminal.wait(1000.0)
    if terminal._pasted is None:
        assert terminal.feed("z", 2000.0) == [Part("text", "z")]
