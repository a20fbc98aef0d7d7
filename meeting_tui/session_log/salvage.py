"""Getting a session back when its database is damaged or gone.

Everything readable is taken from the database, from the raw bytes of its pages and from
session.toml; the chain of hashes decides what is believed. The damaged files are kept as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.errors import SessionError, why
from meeting_tui.outside import LOG, read_outside
from meeting_tui.patterns import late_pattern
from meeting_tui.session_log.acknowledged import read_acknowledged
from meeting_tui.session_log.chain import Head, Row, SetAside, believed, gaps
from meeting_tui.session_log.damaged_database import Remains, companion, read_remains
from meeting_tui.session_log.files import (
    DATABASE,
    SESSION_TOML,
    free_name,
    hashes_in,
    os_reason,
    replace_patiently,
    sync_folder,
    write_atomic,
)
from meeting_tui.session_log.purges import completed
from meeting_tui.session_log.sqlite import make_sqlite
from meeting_tui.session_log.store import EMPTY, Draft, WriteRefused
from meeting_tui.session_log.toml_log import (
    LoadedLog,
    dump_session,
    load_session_toml,
)
from meeting_tui.session_log.writer_lock import WriterLock
from meeting_tui.words import Sentence

_FRESH = "log.db.salvaged"
_HASH = late_pattern("[0-9a-f]{64}")
_FARTHEST = 100_000
"""So many events behind the last there is, a number is no number but damage."""


class Salvaged(Struct, frozen=True):
    """What was got back."""

    kept: int
    """Events in the log as it is now."""
    from_toml: int
    """Of these, the events that only session.toml still had."""
    drafts: int
    missing: tuple[tuple[int, int], ...]
    """First and last number of each stretch of events known to have been and not got back."""
    database: SetAside | None
    """The damaged database, whole, under its new name; None where it was gone, or could not be
    bettered and is left as it is."""
    toml: SetAside | None
    """What session.toml held that cannot be read, or all of it where its events do not go with
    those of the log."""
    left: int = 0
    """Good events of the database that are not in the log now, as session.toml alone counted."""
    is_only_remade: bool = False
    """Whether nothing was damaged: there was a session.toml alone, and this is made of it."""


class _Found(Struct, frozen=True):
    rows: tuple[Row, ...]
    drafts: dict[str, Draft]
    head: Head
    """The last event that is known to have been, whether it was got back or not."""
    from_toml: int
    left: int
    is_head_kept: bool
    """Whether the database said that `log.head` belongs to it."""
    is_bettered: bool
    """Whether a fresh database would tell more, or be sounder, than the one there is."""


def salvage(folder: Path, *, desk: str = "", from_database: bool = True) -> Salvaged:
    """Make a fresh `log.db` of all that can be read; nobody may be writing the session.

    A database that tells all there is already stays as it is. Without `from_database` it is rebuilt
    from session.toml alone, and what it had more is counted. Raises SessionError where there is
    neither file, SessionBusy, NewerSchema, WriteRefused (then nothing has changed).
    """
    database, text = folder / DATABASE, folder / SESSION_TOML
    has_toml = text.exists()
    if not has_toml and not (from_database and any(each.exists() for each in _parts_of(folder))):
        raise SessionError(Sentence("log_fault.no_log", path=str(folder)))
    lock = WriterLock(folder / "log.lock", desk)
    try:
        toml = load_session_toml(text) if has_toml else None
        is_alone = not any(each.exists() for each in _parts_of(folder))
        found = _found(folder, toml, from_database=from_database)
        aside = None
        if found.is_bettered:
            aside = _renew(database, found, lock)
        kept_aside = _text_in_step(text, toml, found) if toml and from_database else None
    except OSError as fault:
        raise WriteRefused(os_reason(fault), database, why(fault)) from fault
    finally:
        lock.release()
    told = _told(found, toml, aside, kept_aside)
    return replace(told, is_only_remade=is_alone and not told.missing and not told.toml)


def _found(folder: Path, toml: LoadedLog | None, *, from_database: bool) -> _Found:
    """What is believed of all there is; the database comes first where both have an event."""
    noted = read_acknowledged(folder)
    claimed = [noted.head] if noted else []
    claimed += [toml.head] if toml else []
    parts = _read_all(folder, max((head.seq for head in claimed), default=0))
    stored = [row for part in parts for row in part.rows]
    is_head_kept = any(part.is_head_kept for part in parts)
    in_text = list(completed(toml.rows)) if toml else []
    if not from_database:
        hashes = {row.hash for row in in_text}
        left = sum(row.hash not in hashes for row in believed(stored))
        head = _end(tuple(in_text), [toml.head] if toml else [])
        count = len(in_text)
        return _Found(tuple(in_text), {}, head, count, left, is_head_kept, is_bettered=True)
    is_of_same = not _are_strangers(stored, in_text)
    rows = completed(believed([*stored, *in_text] if is_of_same else stored))
    # What a file of another session names, or has more, is no loss of this one.
    claimed = [noted.head] if noted and noted.is_of(_session(rows)) else []
    claimed += [toml.head] if toml and is_of_same else []
    drafts: dict[str, Draft] = {}
    for part in reversed(parts):
        drafts |= part.drafts
    head = _end(rows, [*claimed, *(part.head for part in parts if part.head)])
    had = {row.hash for row in stored}
    from_toml = sum(row.hash not in had for row in rows)
    # One that tells it all stays: it was the text that was damaged, or a hole was told before.
    is_best = bool(rows) and [part.sound for part in parts] == [rows] and parts[0].head == head
    return _Found(rows, drafts, head, from_toml, 0, is_head_kept, is_bettered=not is_best)


def _session(rows: Sequence[Row]) -> str | None:
    """Which session the rows are of: the hash of its first event."""
    return rows[0].hash if rows and rows[0].seq == 1 else None


def _are_strangers(stored: Sequence[Row], in_text: Sequence[Row]) -> bool:
    """Whether database and text are of two sessions: each has its first event, and none in common.

    Their events are not to be mixed, as one that follows nothing known would be believed.
    """
    sessions = {_session(believed(stored)), _session(in_text)}
    hashes = {row.hash for row in stored}
    return None not in sessions and not any(row.hash in hashes for row in in_text)


def _end(rows: tuple[Row, ...], claimed: Iterable[Head]) -> Head:
    """The last event there was: of the rows, or a later one that a file names.

    The log goes on behind that, so that the number of an event that is lost is not given again.
    """
    own = Head(rows[-1].seq, rows[-1].hash) if rows else EMPTY
    later = [
        head
        for head in claimed
        if own.seq < head.seq <= own.seq + _FARTHEST and _HASH.fullmatch(head.hash)
    ]
    return max(later, key=lambda head: head.seq, default=own) if rows else own


def _read_all(folder: Path, last: int) -> list[Remains]:
    """What the database still tells, and the fresh one of a salvage that was interrupted."""
    unfinished = companion(folder / DATABASE, "-wal")
    is_there = {
        DATABASE: (folder / DATABASE).exists() or unfinished.exists(),
        _FRESH: (folder / _FRESH).exists(),
    }
    return [read_remains(folder / name, last) for name in is_there if is_there[name]]


def _parts_of(folder: Path) -> list[Path]:
    """The files that may hold anything of a database."""
    names = (DATABASE, f"{DATABASE}-wal", _FRESH)
    return [folder / name for name in names]


def _renew(database: Path, found: _Found, lock: WriterLock) -> SetAside | None:
    fresh = database.with_name(_FRESH)
    _remove(fresh)
    kept = found.is_head_kept
    make_sqlite(fresh, found.rows, found.drafts, lock, found.head, is_head_kept=kept)
    aside = _put_aside(database)
    _remove_companions(database)
    replace_patiently(fresh, database)
    sync_folder(database.parent)
    return aside


def _text_in_step(path: Path, toml: LoadedLog, found: _Found) -> SetAside | None:
    """Write session.toml anew where it speaks of events the log has not; what it was is kept.

    Else the next opening would take the log for damaged again.
    """
    rows = found.rows
    hashes = frozenset(row.hash for row in rows)
    content = read_outside(path, LOG)
    # An event that was purged has its hash still, and may be whole in a text of before.
    if hashes_in(content) <= hashes and set(toml.rows) <= set(rows):
        return None
    aside = None
    if any(row.hash not in hashes for row in toml.rows):
        kept = free_name(path, "set-aside")
        write_atomic(kept, content)
        aside = SetAside(kept, len(content), 1)
    name = toml.name or path.parent.name
    write_atomic(path, dump_session(name, rows, found.head).encode("utf-8"))
    return aside


def _told(
    found: _Found, toml: LoadedLog | None, aside: SetAside | None, kept_aside: SetAside | None
) -> Salvaged:
    rows = found.rows
    return Salvaged(
        kept=len(rows),
        from_toml=found.from_toml,
        drafts=len(found.drafts),
        missing=gaps((row.seq for row in rows), found.head.seq),
        database=aside,
        toml=kept_aside or (toml.set_aside if toml else None),
        left=found.left,
    )


def _put_aside(database: Path) -> SetAside | None:
    """Copy, not move: until the fresh log takes the name there is always one under it."""
    if not database.exists() and not companion(database, "-wal").exists():
        return None
    aside = free_name(database, "set-aside")
    files = [(database, aside), (companion(database, "-wal"), companion(aside, "-wal"))]
    copied = 0
    for source, target in files:
        if source.exists():
            content = read_outside(source, LOG)
            write_atomic(target, content)
            copied += len(content)
    return SetAside(aside, copied, 1)


def _remove(database: Path) -> None:
    database.unlink(missing_ok=True)
    _remove_companions(database)


def _remove_companions(database: Path) -> None:
    for ending in ("-wal", "-shm"):
        companion(database, ending).unlink(missing_ok=True)
