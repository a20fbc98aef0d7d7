"""What no disk took by the time the program ended, kept in the user's state folder instead.

The window may be closed or the system ended while the disk of the session is full or gone. Then the
whole session is written there, for its owner alone, as a `session.toml` that can be imported; who
opens the session next is told, until its log holds all of that.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Thread

from msgspec import Struct

from meeting_tui.errors import MeetingTuiError
from meeting_tui.meeting.entry import Entry, SessionStarted
from meeting_tui.session_log.chain import Head
from meeting_tui.session_log.codec import canonical, decode_bytes, encode
from meeting_tui.session_log.files import legal_name, make_folder_alone, write_atomic
from meeting_tui.session_log.store import EMPTY, chained

PATIENCE_SECONDS = 5.0
"""So long a disk is waited for that may hang too."""


class Rescued(Struct, frozen=True):
    """Entries of a session that its log does not hold."""

    path: Path
    """Of the whole session, as it was when the program ended."""
    count: int


def rescue(entries: Sequence[Entry]) -> Path | None:
    """Keep a whole session, beside what was kept of it before; None where that fails too."""
    kept: list[Path] = []
    writing = Thread(target=lambda: kept.extend(_kept(entries)), daemon=True)
    writing.start()
    writing.join(PATIENCE_SECONDS)
    return kept[0] if kept else None


def rescued_of(entries: Sequence[Entry]) -> Rescued | None:
    """What was kept last of a session that its log, with these entries, does not hold.

    A file of which the log holds everything is removed.
    """
    held = {each.id: each for each in entries}
    found: Rescued | None = None
    for file in rescue_files(entries[0]):
        with suppress(MeetingTuiError, OSError):
            missing = [each for each in _entries_in(file) if held.get(each.id) != each]
            if missing:
                found = Rescued(file, len(missing))
            else:
                file.unlink()
    return found


def rescue_files(first: Entry) -> list[Path]:
    """The files kept of the session that begins with that entry, the newest last."""
    with suppress(OSError):
        # Mostly there are none, and nothing is to be worked out before the first screen.
        if files := sorted(_folder().glob("*.toml"), key=_number):
            mark = f"-{mark_of(first)}-"
            return [file for file in files if mark in file.name]
    return []


def _kept(entries: Sequence[Entry]) -> list[Path]:
    # Seldom needed, and slow to load.
    from meeting_tui.session_log.toml_log import dump_session

    with suppress(MeetingTuiError, OSError):
        folder = _folder()
        make_folder_alone(folder)
        rows = chained(entries, EMPTY)
        before = rescue_files(entries[0])
        number = _number(before[-1]) + 1 if before else 1
        session = _name(entries[0])
        path = folder / f"{legal_name(session)}-{mark_of(entries[0])}-{number}.toml"
        text = dump_session(session, rows, Head(rows[-1].seq, rows[-1].hash))
        write_atomic(path, text.encode("utf-8"))
        return [path]
    return []


def _entries_in(file: Path) -> list[Entry]:
    # Seldom needed, and slow to load.
    from meeting_tui.session_log.toml_log import check_session_toml

    return [decode_bytes(row.content) for row in check_session_toml(file).rows]


def mark_of(first: Entry) -> str:
    """What tells a session from others of its name, wherever it lies."""
    return sha256(canonical(encode(first))).hexdigest()[:8]


def _name(first: Entry) -> str:
    assert isinstance(first.event, SessionStarted)  # no other log can be opened
    return first.event.session


def _number(file: Path) -> int:
    number = file.stem.rpartition("-")[2]
    return int(number) if number.isdecimal() else 0


def _folder() -> Path:
    from platformdirs import user_state_path

    return user_state_path("meeting-tui", appauthor=False) / "rescued"
