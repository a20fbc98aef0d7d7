"""Textual's events from what the terminal sent, read by our own rules.

Textual itself would read a terminal's reply as keys, an escape sequence inside a paste as the end
of the paste, each letter of a long text as a separate key, and Alt with a digit as what Option
types on a Mac.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from typing import cast

from textual import events
from textual.keys import KEY_NAME_REPLACEMENTS
from textual.message import Message

from meeting_tui.ui.terminal_input import Part, TerminalInput
from meeting_tui.ui.textual_inside import ANSI_SEQUENCES_KEYS, XTermParser, key_name_of

DIGITS = "1234567890"


def read_alt_digits_as_keys() -> None:
    """Read Escape and a digit as `alt+1` to `alt+0` from now on.

    What a Mac types for Option with a digit arrives as that sign itself and stays text.
    """
    sequences = cast("MutableMapping[str, object]", ANSI_SEQUENCES_KEYS)
    for digit in DIGITS:
        sequences.pop(f"\x1b{digit}", None)


class TypedText(events.Event, bubble=False):
    """Several characters that arrived at once, in place of as many keys."""

    def __init__(self, text: str) -> None:
        """`text` holds no controls."""
        super().__init__()
        self.text = text


def key_of(character: str) -> events.Key:
    """The key that types a character."""
    name = character if character.isalnum() else key_name_of(character)
    return events.Key(KEY_NAME_REPLACEMENTS.get(name, name), character)


class TerminalParser(XTermParser):
    """Textual's parser, which gets only what is whole and meant for it."""

    def __init__(
        self,
        debug: bool = False,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._input = TerminalInput()
        self._now = now
        super().__init__(debug)

    @property
    def holds(self) -> bool:
        """Whether something is kept back that only time can decide."""
        return self._input.holds

    def feed(self, data: str) -> Iterable[Message]:
        """The messages for what the terminal sent; an empty text means that it ended."""
        if not data:
            yield from super().feed(data)
            return
        for part in self._input.feed(data, self._now()):
            yield from self._messages(part)

    def tick(self) -> Iterable[Message]:
        """The messages that are clear because nothing more has arrived."""
        for part in self._input.wait(self._now()):
            yield from self._messages(part)

    def _messages(self, part: Part) -> Iterator[Message]:
        if part.kind == "paste":
            if part.text:
                yield events.Paste(part.text)
        elif part.kind == "escape":
            yield events.Key("escape", part.text)
        elif part.kind == "alt":
            yield events.Key(f"alt+{part.text}", None)
        elif part.kind == "text" and len(part.text) > 1:
            yield TypedText(part.text)
        else:
            yield from super().feed(part.text)
