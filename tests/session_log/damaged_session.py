"""Sessions on disk, and what can happen to their files."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from meeting_tui.meeting.entry import SessionStarted
from meeting_tui.session_log.chain import Head, verify
from meeting_tui.session_log.files import write_atomic
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.store import EMPTY, chained
from meeting_tui.session_log.toml_log import dump_session
from tests.session_log.meeting_day import meeting_day

NOON = datetime(2026, 3, 19, 12, tzinfo=UTC)
_STARTED, *_REST = meeting_day(100)
assert isinstance(_STARTED.event, SessionStarted)
# A real agenda fills several pages, so that its event cannot be carved from the bytes of one.
DAY = (replace(_STARTED, event=replace(_STARTED.event, session="s" * 6000)), *_REST)
ROWS = chained(DAY, EMPTY)


def toml(count: int) -> bytes:
    rows = ROWS[:count]
    return dump_session("small", rows, Head(count, rows[-1].hash)).encode()


def make(folder: Path, *, events: int = len(DAY), in_toml: int | None = None) -> bytes:
    """A closed session; gives the bytes of its database."""
    log = open_sqlite(folder / "log.db", writer=True)
    log.append(DAY[:events], 0)
    log.keep_draft("note", "typed, not entered", NOON)
    log.close()
    if in_toml is not None:
        write_atomic(folder / "session.toml", toml(in_toml))
    return (folder / "log.db").read_bytes()


def opened(folder: Path) -> tuple[object, ...]:
    """The entries of the log there, which must be whole and writable."""
    log = open_sqlite(folder / "log.db", writer=True)
    found = tuple(log.read())
    whole = verify(log.rows(), log.head())
    log.close()
    assert [finding.what for finding in whole if finding.what != "removed"] == []
    return found


def truncated(content: bytes) -> bytes:
    return content[: len(content) // 2]


def without_header(content: bytes) -> bytes:
    return b"\0" * 4096 + content[4096:]


def holed(content: bytes) -> bytes:
    middle = len(content) // 8192 * 4096
    return content[:middle] + b"\xff" * 4096 + content[middle + 4096 :]


def emptied(content: bytes) -> bytes:
    return b""


def foreign(content: bytes) -> bytes:
    return b"this is no database\n" * 500


DAMAGES = [truncated, without_header, holed, emptied, foreign]
