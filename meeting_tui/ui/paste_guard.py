"""Text that is pasted stays text: an escape sequence in it cannot end the paste and run keys.

Textual takes the escape sequence inside a bracketed paste for the paste's end, so that control
characters behind it would act as keys: take an act back, or leave. What comes from the terminal is
therefore cleaned between the two marks of a paste before it is parsed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module

from textual._xterm_parser import XTermParser
from textual.message import Message

START, END = "\x1b[200~", "\x1b[201~"
_KEPT = "\t\n\r"


class PasteFilter:
    """What a terminal sends, piece by piece, without control characters inside pastes."""

    def __init__(self) -> None:
        self._in_paste = False
        self._seen = ""
        """Outside a paste: the last characters let through, as a mark may come in pieces."""
        self._held = ""
        """Inside a paste: what may be the beginning of its end, kept back until that is known."""

    def clean(self, piece: str) -> str:
        """The next piece, cleaned; what may begin a paste's end comes with the piece after it."""
        cleaned = []
        while piece:
            part, piece = self._inside(piece) if self._in_paste else self._outside(piece)
            cleaned.append(part)
        return "".join(cleaned)

    def _outside(self, piece: str) -> tuple[str, str]:
        """What is let through of a piece up to the beginning of a paste, and the rest of it."""
        place = (self._seen + piece).find(START)
        if place < 0:
            self._seen = (self._seen + piece)[1 - len(START) :]
            return piece, ""
        end = place + len(START) - len(self._seen)
        self._seen, self._in_paste = "", True
        return piece[:end], piece[end:]

    def _inside(self, piece: str) -> tuple[str, str]:
        """What is let through of a piece up to the end of the paste, and the rest of it."""
        text, self._held = self._held + piece, ""
        before, found, after = text.partition(END)
        if found:
            self._in_paste = False
            return _plain(before) + END, after
        before, self._held = _without_begun(text, END)
        return _plain(before), ""


def _without_begun(text: str, mark: str) -> tuple[str, str]:
    """The text, and apart from it the longest beginning of the mark that it ends in."""
    for length in range(min(len(mark) - 1, len(text)), 0, -1):
        if text.endswith(mark[:length]):
            return text[:-length], text[-length:]
    return text, ""


def _plain(text: str) -> str:
    return "".join(each for each in text if each in _KEPT or (each >= " " and each != "\x7f"))


class GuardedParser(XTermParser):
    """Textual's parser behind the filter."""

    def __init__(self, debug: bool = False) -> None:
        self._pastes = PasteFilter()
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """The messages of what the terminal sent; an empty text is its end."""
        cleaned = self._pastes.clean(data) if data else data
        if cleaned or not data:
            yield from super().feed(cleaned)


def guard_pastes() -> None:
    """Have the terminal's driver read through the filter; to be called before the app runs."""
    names = ("win32",) if sys.platform == "win32" else ("linux_driver",)
    for name in names:
        module = import_module(f"textual.drivers.{name}")
        module.XTermParser = GuardedParser  # type: ignore[attr-defined]
