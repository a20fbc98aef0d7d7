"""Fetching a text that was received: copied beside, so that the floor never waits for a file.

A line that names no file is not looked at twice.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread

from meeting_tui.desk.received_texts import Copied, TextFolder
from meeting_tui.desk.table import Table
from meeting_tui.meeting.detail_commands import ReceiveText
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.refusal import Refusal

_SHORTEST = "rec"


def file_asked(line: str, table: Table) -> ReceiveText | None:
    """What a typed line asks to receive, if it names a file and there is where to keep it."""
    if table.texts is None or line.lstrip()[: len(_SHORTEST)].casefold() != _SHORTEST:
        return None
    command = read_line(line, table.lexicon)
    return command if isinstance(command, ReceiveText) and command.path else None


class Fetch:
    """One file on its way."""

    def __init__(
        self, texts: TextFolder, path: str, done: Callable[[Copied | Refusal], None]
    ) -> None:
        """`done` is called in the thread that copies, unless it was given up by then."""
        self._texts = texts
        self._path = path
        self._done = done
        self._lock = Lock()
        self._is_given_up = False
        self._copied: Copied | Refusal | None = None
        self._thread = Thread(target=self._run, name="text", daemon=True)
        self._thread.start()

    def give_up(self, patience_seconds: float) -> None:
        """Nobody records it any more: what was copied goes, now or when it is done."""
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
