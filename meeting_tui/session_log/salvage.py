"""Getting a session back when its database is damaged or gone.

Everything readable is taken from the database, from the raw bytes of its pages and from
session.toml; the chain of hashes decides what is believed. The damaged files are kept as they are.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from meeting_tui.errors import LogDamaged, SessionError
from meeting_tui.record import record
from meeting_tui.session_log.chain import Row, gaps
from meeting_tui.session_log.codec import parse
from meeting_tui.session_log.files import (
    DATABASE,
    SESSION_TOML,
    free_name,
    replace_patiently,
    sync_folder,
    write_atomic,
)
from meeting_tui.session_log.remains import SetAside, believed
from meeting_tui.session_log.sqlite import make_sqlite
from meeting_tui.session_log.store import Draft, WriteRefused
from meeting_tui.session_log.toml_log import LoadedLog, load_session_toml
from meeting_tui.session_log.writer_lock import WriterLock, os_reason

_FRESH = "log.db.salvaged"

# A stored record is content then hash, unbroken within its page; control characters are escaped in
# the content and present in every record's header, so a match cannot run on into the next.
_RECORD = re.compile(rb'(\{"act":"[^\x00-\x1f]*?"what":\{[^\x00-\x1f]*?\}\})([0-9a-f]{64})')


@record
class Salvaged:
    """What was got back."""

    kept: int
    """Events in the fresh log."""
    from_toml: int
    """Of these, the events that only session.toml still had."""
    drafts: int
    missing: tuple[tuple[int, int], ...]
    """First and last number of each stretch of events known to have been and not got back."""
    database: SetAside | None
    """The damaged database, whole, under its new name."""
    toml: SetAside | None
    """What session.toml held that cannot be read."""


@record
class _Remains:
    rows: tuple[Row, ...]
    drafts: dict[str, Draft]
    last: int
    """The number the database's own head names; 0 when it cannot be read."""


def salvage(folder: Path, *, desk: str = "", from_database: bool = True) -> Salvaged:
    """Make a fresh `log.db` of all that can be read; nobody may be writing the session.

    Without `from_database` it is rebuilt from session.toml alone. Raises SessionError where there
    is neither file, SessionBusy, NewerSchema, WriteRefused (then nothing has changed).
    """
    database = folder / DATABASE
    has_toml = (folder / SESSION_TOML).exists()
    if not has_toml and not (from_database and database.exists()):
        raise SessionError(f"{folder}: there is no session log")
    lock = WriterLock(folder / "log.lock", desk)
    try:
        remains = _read_all(folder) if from_database else _Remains((), {}, 0)
        toml = load_session_toml(folder / SESSION_TOML) if has_toml else None
        rows = believed([*remains.rows, *(toml.rows if toml else ())])
        fresh = folder / _FRESH
        _remove(fresh)
        make_sqlite(fresh, rows, remains.drafts, lock)
        aside = _put_aside(database)
        _remove_companions(database)
        replace_patiently(fresh, database)
        sync_folder(folder)
    except OSError as fault:
        raise WriteRefused(os_reason(fault), database, fault.strerror or "") from fault
    finally:
        lock.release()
    return _told(rows, remains, toml, aside)


def _told(
    rows: tuple[Row, ...], remains: _Remains, toml: LoadedLog | None, aside: SetAside | None
) -> Salvaged:
    had = {row.hash for row in remains.rows}
    last = max(remains.last, toml.head.seq if toml else 0, rows[-1].seq if rows else 0)
    return Salvaged(
        kept=len(rows),
        from_toml=sum(row.hash not in had for row in rows),
        drafts=len(remains.drafts),
        missing=gaps((row.seq for row in rows), last),
        database=aside,
        toml=toml.set_aside if toml else None,
    )


def _read_all(folder: Path) -> _Remains:
    """What the database still tells, and the fresh one of a salvage that was interrupted."""
    parts = [_read(folder / name) for name in (DATABASE, _FRESH) if (folder / name).exists()]
    drafts: dict[str, Draft] = {}
    for part in reversed(parts):
        drafts |= part.drafts
    rows = tuple(row for part in parts for row in part.rows)
    return _Remains(rows, drafts, max((part.last for part in parts), default=0))


def _read(database: Path) -> _Remains:
    """Read a copy, so that SQLite's own repairs cannot touch the original."""
    raw = database.read_bytes()
    unfinished = _companion(database, "-wal")
    raw_unfinished = unfinished.read_bytes() if unfinished.exists() else b""
    rows: list[Row] = []
    with TemporaryDirectory(prefix="meeting-tui-") as place:
        copy = Path(place, DATABASE)
        copy.write_bytes(raw)
        if raw_unfinished:
            _companion(copy, "-wal").write_bytes(raw_unfinished)
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            rows += _stored(connection, "ASC")
            last = _last(connection)
            if last == 0 or len(rows) != last:
                rows += [*_stored(connection, "DESC"), *_carved(raw_unfinished), *_carved(raw)]
            drafts = dict(_drafts(connection))
    return _Remains(tuple(dict.fromkeys(rows)), drafts, last)


def _select(connection: sqlite3.Connection, query: str) -> Iterator[tuple[object, ...]]:
    """The rows up to the first that cannot be read; damage ends a query and is no surprise here."""
    try:
        yield from connection.execute(query)
    except sqlite3.DatabaseError:
        return


def _stored(connection: sqlite3.Connection, order: str) -> Iterator[Row]:
    """From both ends, as one damaged page hides everything behind it."""
    query = f"SELECT seq, id, content, hash FROM entry ORDER BY seq {order}"
    for found in _select(connection, query):
        match found:
            case (int(seq), str(id_), bytes(content), str(hash_)):
                yield Row(seq, id_, content, hash_)


def _last(connection: sqlite3.Connection) -> int:
    match list(_select(connection, "SELECT seq FROM head")):
        case [(int(seq),)]:
            return seq
    return 0


def _drafts(connection: sqlite3.Connection) -> Iterator[tuple[str, Draft]]:
    for found in _select(connection, "SELECT slot, text, at FROM draft"):
        match found:
            case (str(slot), str(text), str(at)):
                yield slot, Draft(text, _instant(at))


def _instant(text: str) -> datetime:
    """When a draft was kept; a damaged instant is no reason to lose its text."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)


def _carved(raw: bytes) -> Iterator[Row]:
    """Rows found in bytes that are no database any more."""
    for content, hash_ in _RECORD.findall(raw):
        try:
            found = parse(content)
        except LogDamaged:
            continue
        match found:
            case {"seq": int(seq), "id": str(id_)}:
                yield Row(seq, id_, content, hash_.decode())


def _put_aside(database: Path) -> SetAside | None:
    """Copy, not move: until the fresh log takes the name there is always one under it."""
    if not database.exists():
        return None
    aside = free_name(database, "set-aside")
    files = [(database, aside), (_companion(database, "-wal"), _companion(aside, "-wal"))]
    copied = 0
    for source, target in files:
        if source.exists():
            content = source.read_bytes()
            write_atomic(target, content)
            copied += len(content)
    return SetAside(aside, copied, 1)


def _remove(database: Path) -> None:
    database.unlink(missing_ok=True)
    _remove_companions(database)


def _remove_companions(database: Path) -> None:
    for ending in ("-wal", "-shm"):
        _companion(database, ending).unlink(missing_ok=True)


def _companion(database: Path, ending: str) -> Path:
    return database.with_name(database.name + ending)
