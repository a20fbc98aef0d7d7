"""Sitting down: beginning a session from an agenda, or going on with one, whatever ended it."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from meeting_tui.agenda.model import Agenda
from meeting_tui.desk.clock import Clock, RehearsalClock
from meeting_tui.desk.desk import PATIENCE_SECONDS, Desk, Hand
from meeting_tui.desk.kept_clock import SessionClock
from meeting_tui.desk.left_open import note_left_open
from meeting_tui.desk.losses import losses_of, note_losses
from meeting_tui.desk.minting import Seat, started
from meeting_tui.desk.moved import refuse_moved
from meeting_tui.desk.own_list import directory_of
from meeting_tui.desk.received_texts import TextFolder
from meeting_tui.desk.sessions import SessionFolder, mend
from meeting_tui.desk.table import Table
from meeting_tui.desk.writer import Loaded, Writer
from meeting_tui.errors import LogDamaged, MeetingTuiError, SessionError, SessionExists
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.session_log.acknowledged import HeadTrouble
from meeting_tui.session_log.files import write_atomic
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from meeting_tui.session_log.salvage import Salvaged

REHEARSAL_LEAD = timedelta(minutes=5)
"""A rehearsal begins so long before the planned start."""


class NothingKept(SessionError):
    """The session holds no event: its meeting may be begun."""

    title = Sentence("fault.title_nothing")


class Restored(Struct, frozen=True):
    """What was found when the session was opened."""

    entries: int
    drafts: dict[str, str]
    salvaged: Salvaged | None
    head_trouble: HeadTrouble | None = None
    """What was wrong with `log.head`."""


class Opened(Struct, frozen=True):
    """An open session, ready to sit down at."""

    folder: SessionFolder
    meeting: Meeting
    writer: Writer
    restored: Restored | None
    """None for a session begun now."""
    losses: tuple[Event, ...] = ()
    """What the log is to say of what was lost of it."""
    end: int = 0
    """Number of the last event there was, also where that is lost."""


def begin(
    folder: SessionFolder, agenda: Agenda, now: datetime, seat: Seat, *, rehearsal: bool
) -> None:
    """Make a new session log with its first entry, and its `session.toml`.

    Raises SessionBusy, WriteRefused, and SessionExists where a meeting is kept already.
    """
    # Only a beginning reads rules and writes the text; going on must not wait for what does that.
    from meeting_tui.agenda.presets import load_rules
    from meeting_tui.session_log.toml_log import dump_session

    log = folder.write(seat.desk)
    try:
        if log.head().seq:
            raise SessionExists(Sentence("meeting_fault.session_there", path=str(folder.path)))
        rules = load_rules(agenda.rules)
        first = started(folder.name, agenda, rules, now, seat, rehearsal=rehearsal)
        log.append([first], 0)
        # Without its first entry a log tells nothing: it stands in two files from the start.
        text = dump_session(folder.name, tuple(log.rows()), log.head())
        with suppress(WriteRefused):  # the next close of an item writes it, or says why not
            write_atomic(folder.toml, text.encode("utf-8"))
    finally:
        log.close()


def open_session(folder: SessionFolder, seat: Seat, *, is_new: bool = False) -> Opened:
    """Open a session for writing, mending its log where it is damaged.

    Raises SessionMoved where it went on in another folder, SessionBusy when somebody else writes
    it, NothingKept when it holds no event (it was cut off while it was begun, or nothing could be
    got back), LogDamaged when its first event is lost.
    """
    refuse_moved(folder.path)
    writer, loaded, salvaged = _open_mending(folder, seat)
    try:
        if not loaded.entries:
            raise NothingKept(nothing_kept(folder, salvaged))
        meeting = replay(loaded.entries)
    except MeetingTuiError:
        writer.close()
        raise
    drafts = {slot: draft.text for slot, draft in loaded.drafts.items()}
    count, trouble = len(loaded.entries), loaded.head_trouble
    restored = None if is_new else Restored(count, drafts, salvaged, trouble)
    losses = losses_of(meeting, loaded.seq, loaded.lacks, salvaged)
    return Opened(folder, meeting, writer, restored, losses, loaded.seq)


def nothing_kept(folder: SessionFolder, salvaged: Salvaged | None) -> Sentence:
    """That the session holds no event, and where the file is now that could not be read."""
    path = str(folder.path)
    if salvaged and salvaged.database:
        kept = str(salvaged.database.path)
        return Sentence("meeting_fault.nothing_but_aside", path=path, kept=kept)
    return Sentence("meeting_fault.nothing_kept", path=path)


def _open_mending(folder: SessionFolder, seat: Seat) -> tuple[Writer, Loaded, Salvaged | None]:
    if folder.database.exists():
        try:
            return *_load(folder, seat), None
        except LogDamaged:
            pass  # which is what mending is for
    mended = mend(folder, seat.desk)
    return *_load(folder, seat, is_mended=True), mended


def _load(folder: SessionFolder, seat: Seat, *, is_mended: bool = False) -> tuple[Writer, Loaded]:
    writer = Writer(lambda: folder.write(seat.desk, is_mended=is_mended))
    return writer, writer.load()


def clock_for(meeting: Meeting, speed: float | None, folder: Path) -> Clock:
    """The clock of the session in that folder: real, or simulated from where a rehearsal stands."""
    if not meeting.state.rehearsal:
        return SessionClock(folder, meeting)
    last = max(entry.at for entry in meeting.entries)
    return RehearsalClock(last, speed or 1.0)


def rehearsal_start(agenda: Agenda) -> datetime:
    """The simulated instant a rehearsal begins at."""
    return agenda.sittings[0].start.astimezone(UTC) - REHEARSAL_LEAD


def sit_down(opened: Opened, seat: Seat, hand_over: Hand, speed: float | None = None) -> Desk:
    """A desk at an open session."""
    clock = clock_for(opened.meeting, speed, opened.folder.path)
    rate = clock.speed if isinstance(clock, RehearsalClock) else 1.0
    texts = TextFolder(opened.folder.path)
    table = Table(opened.meeting, directory_of(opened.folder.path), seat, rate, texts)
    keep = partial(_keep_at_once, opened.writer)
    note_losses(table, opened.losses, opened.end, clock.now(), keep)
    note_left_open(table, clock, keep)
    return Desk(table, clock, opened.writer, hand_over)


def _keep_at_once(writer: Writer, entries: tuple[Entry, ...]) -> None:
    """Have entries on disk before anything is shown, as far as the disk is quick enough."""
    writer.append(entries, None)
    writer.flush(PATIENCE_SECONDS)
