"""Where sessions lie and how one is found, made and opened.

A session is a folder: `log.db` (the truth while the meeting runs), `session.toml` (the whole log
again) and `drafts/`. One of which only `session.toml` is left is shown, verified and exported as it
is. A name is looked for under the sessions folder; a path is taken as given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.desk.rescued import rescue_files
from meeting_tui.desk.watched_log import WatchedLog, session_of
from meeting_tui.errors import LogDamaged, MeetingTuiError, SessionError, SessionExists
from meeting_tui.meeting.entry import Entry
from meeting_tui.outside import LOG, read_outside
from meeting_tui.session_log.acknowledged import head_trouble, put_aside, read_acknowledged
from meeting_tui.session_log.chain import Head, Row, check_whole, verify
from meeting_tui.session_log.codec import decode_bytes
from meeting_tui.session_log.files import DRAFTS, hashes_in, legal_name
from meeting_tui.session_log.sqlite import SqliteLog, open_sqlite
from meeting_tui.session_log.sqlite_file import holds_more
from meeting_tui.session_log.store import Draft, SessionLog, WriteRefused
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from meeting_tui.session_log.salvage import Salvaged
    from meeting_tui.session_log.toml_log import LoadedLog

DATABASE = "log.db"
TOML = "session.toml"


class TextLog:
    """The store contract for reading; the text holds no drafts."""

    def __init__(self, loaded: LoadedLog) -> None:
        self._loaded = loaded

    def append(
        self, entries: Sequence[Entry], expected_seq: int, *, drops_draft: str | None = None
    ) -> None:
        """Refused: the text is only ever written whole, from a database."""
        raise self._refusal()

    def read(self, after: int = 0) -> Iterator[Entry]:
        """The entries above `after`, in order."""
        return (decode_bytes(row.content) for row in self.rows(after))

    def rows(self, after: int = 0) -> Iterator[Row]:
        """The rows above `after`, in order."""
        return (row for row in self._loaded.rows if row.seq > after)

    def head(self) -> Head:
        """Number and hash of the last entry, as the file records them."""
        return self._loaded.head

    def has_news(self) -> bool:
        """Nobody else writes it."""
        return False

    def drafts(self) -> dict[str, Draft]:
        """There are none."""
        return {}

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        """Refused, as `append`."""
        raise self._refusal()

    def drop_draft(self, slot: str) -> None:
        """Refused, as `append`."""
        raise self._refusal()

    def finish_purge(self) -> None:
        """It never owes anything."""

    def close(self) -> None:
        """It holds nothing that must be released."""

    def _refusal(self) -> WriteRefused:
        return WriteRefused(
            "read_only", self._loaded.name, Sentence("log_fault.from_text", file="session.toml")
        )


class SessionFolder(Struct, frozen=True):
    """One session on disk."""

    path: Path

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.path.name

    @property
    def database(self) -> Path:
        """The log while the meeting runs."""
        return self.path / DATABASE

    @property
    def toml(self) -> Path:
        """The whole log as text."""
        return self.path / TOML

    @property
    def drafts(self) -> Path:
        """Report drafts, rewritten at each item close."""
        return self.path / DRAFTS

    def is_there(self) -> bool:
        """Whether a session was kept here."""
        return self.database.exists() or self.toml.exists() or self.holds_more()

    def holds_more(self) -> bool:
        """Whether acts may stand beside the log, as a killed program leaves them."""
        return holds_more(self.database)

    def read(self) -> SessionLog:
        """The log for reading only; never waits and never blocks a writer.

        Where nothing of a database is there, from `session.toml`. Raises as `open_sqlite`.
        """
        if self.database.exists() or self.holds_more() or not self.toml.exists():
            return open_sqlite(self.database, writer=False)
        # Seldom needed, and slow to load.
        from meeting_tui.session_log.toml_log import load_session_toml

        return TextLog(load_session_toml(self.toml))

    def write(self, desk: str, *, is_mended: bool = False, shares: bool = False) -> WatchedLog:
        """The log for writing; raises SessionBusy when somebody else has it.

        One that `shares` is beside those who are there already, or alone until `share`. Raises
        LogDamaged where an event does not follow the one before, or session.toml has one that the
        log lacks; not for one just mended, whose holes are known. A write raises WriteRefused or
        LogDamaged too when the file is another now, or was written over.
        """
        log = open_sqlite(
            self.database,
            writer=True,
            desk=desk,
            on_purge=self._forget_drafts,
            is_mended=is_mended,
            shares=shares,
        )
        try:
            is_whole = not is_mended and self._is_whole(log)
            watched = self._watched(log, is_whole=is_whole)
            self._keep_head(watched, log, is_mended=is_mended)
            return watched
        except BaseException:
            log.close()
            raise

    def _forget_drafts(self, texts: Sequence[str]) -> None:
        # Seldom needed.
        from meeting_tui.desk.purging import cut_out, remove_drafts

        remove_drafts(self.path)
        cut_out(self.path, texts, self._rescue_files())

    def _rescue_files(self) -> list[Path]:
        with suppress(MeetingTuiError):
            log = self.read()
            try:
                first = next(log.read(), None)
            finally:
                log.close()
            return rescue_files(first) if first else []
        return []

    def _watched(self, log: SqliteLog, *, is_whole: bool) -> WatchedLog:
        """The log; with what of it is missing, and what was acknowledged last, if that is."""
        session = session_of(log)
        trouble = head_trouble(self.path, session, keeps_head=log.keeps_head())
        if is_whole:
            return WatchedLog(log, self.database, trouble=trouble)
        noted = read_acknowledged(self.path, session)
        rows = list(log.rows())
        lacks = noted if noted and all(row.hash != noted.hash for row in rows) else None
        return WatchedLog(log, self.database, verify(rows, log.head()), lacks, trouble)

    def _keep_head(self, watched: WatchedLog, log: SqliteLog, *, is_mended: bool) -> None:
        """Have `log.head` there, and of this session: one that is of no use is put aside first."""
        trouble = watched.head_trouble
        if watched.lacks or (log.keeps_head() and not trouble):
            return
        with suppress(WriteRefused):  # tried again with the next act
            if not log.head().seq:
                if not is_mended:
                    put_aside(self.path, is_copied=False)  # of what was in the folder before
                return
            kept = put_aside(self.path) if trouble else None
            if watched.note_again() and trouble:
                watched.head_trouble = replace(trouble, is_anew=True, kept=kept)

    def _is_whole(self, log: SqliteLog) -> bool:
        """Whether a log has every event there was; raises LogDamaged where it lacks one unsaid."""
        try:
            # Before the log, to which others may add, and write this anew.
            in_text = hashes_in(read_outside(self.toml, LOG))
        except OSError:
            # None there, or none that can be read now; whoever writes it next is told of that.
            in_text = frozenset()
        with log.standing() if not log.is_alone else nullcontext():
            head = log.head()
            hashes = check_whole(log.rows(), head)
        if not in_text <= hashes:
            raise LogDamaged(Sentence("log_fault.lacks", path=str(self.toml), database=DATABASE))
        return len(hashes) >= head.seq


def default_sessions_folder() -> Path:
    """`sessions/` here when there is one, else the user's data folder."""
    here = Path("sessions")
    if here.is_dir():
        return here
    from platformdirs import user_data_path

    return user_data_path("meeting-tui", appauthor=False) / "sessions"


def find_session(name: str, sessions: Path) -> SessionFolder:
    """The session of that name or path.

    Raises SessionError naming the place when there is none.
    """
    candidates = [Path(name), sessions / name, sessions / legal_name(name)] if name else []
    for path in candidates:
        folder = SessionFolder(path.parent if path.name in (DATABASE, TOML) else path)
        if folder.path.is_dir() and folder.is_there():
            return SessionFolder(folder.path.resolve()) if not folder.name else folder
    raise SessionError(Sentence("meeting_fault.no_session", name=name, folder=str(sessions)))


def new_session(name: str, sessions: Path) -> SessionFolder:
    """A folder for a new session; raises SessionExists when the name is taken."""
    folder = SessionFolder(sessions / legal_name(name))
    if folder.is_there():
        raise SessionExists(Sentence("meeting_fault.session_there", path=str(folder.path)))
    return folder


def free_name(name: str, sessions: Path) -> SessionFolder:
    """A folder for a new session of that name, or of the next free one: `name-2`, `name-3`."""
    number, numbered = 1, name
    while (sessions / legal_name(numbered)).exists():
        number += 1
        numbered = f"{name}-{number}"
    return new_session(numbered, sessions)


def list_sessions(sessions: Path) -> Iterator[SessionFolder]:
    """The sessions in a folder, the one written last first."""
    if not sessions.is_dir():
        return
    found = [SessionFolder(path) for path in sessions.iterdir() if path.is_dir()]
    kept = [folder for folder in found if folder.is_there()]
    yield from sorted(kept, key=_written_at, reverse=True)


def _written_at(folder: SessionFolder) -> float:
    files = (folder.database, folder.path / f"{DATABASE}-wal", folder.toml)
    return max(file.stat().st_mtime for file in files if file.exists())


def mend(folder: SessionFolder, desk: str) -> Salvaged:
    """Get a damaged or missing log back; what came back. Raises as `salvage` does."""
    # Seldom needed, and not to be waited for by a session that is whole.
    from meeting_tui.session_log.salvage import salvage

    return salvage(folder.path, desk=desk)


def write_mending(folder: SessionFolder, desk: str) -> tuple[WatchedLog, Salvaged | None]:
    """The log for writing, mended first where it is damaged or gone, and what was mended.

    Beside those who write it, or alone until it shares. Raises SessionBusy while somebody has the
    session alone, or writes one that is to be mended, and as `mend`.
    """
    if folder.database.exists():
        try:
            return _readable(folder.write(desk, shares=True)), None
        except LogDamaged:
            pass  # which is what mending is for
    mended = mend(folder, desk)
    return folder.write(desk, is_mended=True, shares=True), mended


def _readable(log: WatchedLog) -> WatchedLog:
    """The log, once all of it was read; lets it go and raises LogDamaged where it cannot be."""
    try:
        for _ in log.read():
            pass
        log.drafts()
    except BaseException:
        log.close()
        raise
    return log
