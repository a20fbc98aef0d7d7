"""Fetches received texts: they are copied in the background, so the floor never waits for a file.

A line that names no file is not checked a second time.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread

from meeting_tui.desk.received_texts import Copied, TextFolder
from meeting_tui.desk.table import Table
from meeting_tui.meeting.details import ReceiveText
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.refusal import Refusal

_SHORTEST = "rec"


def file_asked(line: str, table: Table) -> ReceiveText | None:
    """The file that a typed line asks to receive, if it names one and it can be kept."""
    if table.texts is None or line.lstrip()[: len(_SHORTEST)].casefold() != _SHORTEST:
        return None
    command = read_line(line, table.lexicon)
    return command if isinstance(command, ReceiveText) and command.path else None


class Fetching:
    """The files being copied at one desk; all its methods run in the desk's thread."""

    def __init__(self, table: Table, hand_over: Callable[[Callable[[], None]], None]) -> None:
        """`hand_over` passes a call from another thread to the desk's thread."""
        self._table = table
        self._hand_over = hand_over
        self._fetches: list[Fetch] = []

    def take(self, line: str, done: Callable[[ReceiveText, Copied | Refusal], None]) -> bool:
        """Start to copy the file that a line names, and call `done`; False for any other line."""
        command, texts = file_asked(line, self._table), self._table.texts
        if command is None or texts is None:
            return False

        def came(copied: Copied | Refusal) -> None:
            self._fetches.remove(fetch)
            done(command, copied)

        fetch = Fetch(texts, command.path, lambda copied: self._hand_over(lambda: came(copied)))
        self._fetches.append(fetch)
        return True

    def discard(self, copied: Copied | None) -> None:
        """Remove a file that was copied but not recorded after all."""
        if copied is not None and self._table.texts is not None:
            self._table.texts.discard(copied)

    def give_up(self, patience_seconds: float) -> None:
        """Give up all of them."""
        for fetch in self._fetches:
            fetch.give_up(patience_seconds)


class Fetch:
    """One file being copied."""

    def __init__(
        self, texts: TextFolder, path: str, done: Callable[[Copied | Refusal], None]
    ) -> None:
        """`done` is called in the copying thread, unless the file was given up before."""
        self._texts = texts
        self._path = path
        self._done = done
        self._lock = Lock()
        self._is_given_up = False
        self._copied: Copied | Refusal | None = None
        self._thread = Thread(target=self._run, name="text", daemon=True)
        self._thread.start()

    def give_up(self, patience_seconds: float) -> None:
        """Nobody will record it: the copy is removed, now or when it is finished."""
        with self._lock:
            self._is_given_up = True
            copied = self._copied
        if isinstance(copied, Copied):
            self._texts.discard(copied)
        self._thread.join(patience_seconds)

    def _run(self) -> None:
        copied = self._texts.keep(self._path)
        with self._lock:
            self._copied = copied
            is_given_up = self._is_given_up
        if not is_given_up:
            self._done(copied)
        elif isinstance(copied, Copied):
            self._texts.discard(copied)
