"""Sitting down: beginning a session from an agenda, or going on with one, whatever ended it.

What is found then is noted in the log and told: what of it is lost, and that it was left with
somebody on the floor or heard on a point of order. Their time must not run on as if they had spoken
all the while: the gap is noted as an act, does not count, and is asked about once. So is what the
machine's date says of the time in which it was started anew; that counts. Where the session's clock
follows a machine's that was set forward, no time has passed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Earlier, Rules
from meeting_tui.desk.clock import (
    Clock,
    RehearsalClock,
    ServerTime,
    SessionClock,
    SharedClock,
    SystemClock,
)
from meeting_tui.desk.desk import PATIENCE_SECONDS, Desk, Hand
from meeting_tui.desk.elsewhere import refuse_moved
from meeting_tui.desk.intake import Intake, Seat, mint, started
from meeting_tui.desk.own_list import directory_of
from meeting_tui.desk.received_texts import TextFolder
from meeting_tui.desk.rescued import Rescued, rescued_of
from meeting_tui.desk.seats import Company, Place, Role, take_place
from meeting_tui.desk.sessions import SessionFolder, mend
from meeting_tui.desk.typed_drafts import own_drafts
from meeting_tui.desk.writer import Loaded, Writer
from meeting_tui.errors import LogDamaged, MeetingTuiError, SessionError, SessionExists
from meeting_tui.meeting.clock_gaps import (
    CLOSED,
    MOVED,
    RESTARTED,
    ClockJumped,
    NoteClockJump,
    gap_asked,
    whose,
)
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.facts import Loss
from meeting_tui.meeting.losses import EventsLost, found_lost, unseen
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.spans import hours_text, span
from meeting_tui.meeting.telling import tell
from meeting_tui.session_log.acknowledged import Acknowledged, HeadTrouble
from meeting_tui.session_log.files import write_atomic
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.words import Sentence, say

if TYPE_CHECKING:
    from meeting_tui.session_log.salvage import Salvaged


LEFT_SECONDS = 3600.0
"""Nothing was entered for so long: longer than anybody speaks, shorter than a break for lunch."""


Keep = Callable[[tuple[Entry, ...]], object]
"""Puts entries on disk."""
REHEARSAL_LEAD = timedelta(minutes=5)
"""A rehearsal begins so long before the planned start."""


def note_left_open(intake: Intake, clock: Clock, keep: Keep) -> None:
    """Note what passed since the newest entry, if somebody's time ran through it.

    Then that the clock was put forward, and how it stands now.
    """
    moved = clock.put_forward if isinstance(clock, SystemClock) else 0.0
    restarted = isinstance(clock, SessionClock) and clock.is_after_restart
    now = clock.now()
    before = now - timedelta(seconds=moved)
    _note_gap(intake, before, keep, restarted=restarted)
    if moved and intake.meeting.state.phase != "adjourned":
        _note(intake, MOVED, round(moved, 3), now, keep)
    if isinstance(clock, SessionClock):
        clock.keep()


def _note_gap(intake: Intake, now: datetime, keep: Keep, *, restarted: bool) -> None:
    state = intake.meeting.state
    speaking = state.speaking()
    runs = speaking is not None and speaking.paused_since is None
    if state.phase != "open" or not (runs or state.pending_order):
        return
    newest = max(entry.at for entry in intake.meeting.entries)
    # To the millisecond and never more than it was.
    seconds = floor((now - newest).total_seconds() * 1000) / 1000
    if seconds >= LEFT_SECONDS:
        _note(intake, CLOSED, seconds, now, keep)
    elif restarted:
        # Also where its date says that no time passed, for it may have been set back.
        _note(intake, RESTARTED, max(seconds, 0.0), now, keep)


def _note(intake: Intake, cause: str, seconds: float, now: datetime, keep: Keep) -> None:
    entries = intake.propose_command(NoteClockJump(cause, seconds), now)
    assert not isinstance(entries, Refusal)  # a gap is always noted
    keep(entries)
    intake.accept(entries)


def moved_told(intake: Intake, language: str) -> str:
    """That the clock was put forward just now; empty where it was not."""
    last = intake.meeting.last
    if not isinstance(last.event, ClockJumped) or last.event.cause != MOVED:
        return ""
    return say("shell.clock_moved", language, span=span(last.event.seconds))


def left_open_told(intake: Intake, language: str) -> str:
    """What was noted, and how it is answered; empty where nothing is to be told."""
    return " ".join(filter(None, (moved_told(intake, language), _gap_told(intake, language))))


def _gap_told(intake: Intake, language: str) -> str:
    state = intake.meeting.state
    gap = gap_asked(state)
    if gap is None or gap.cause not in (CLOSED, RESTARTED):
        return ""
    name = intake.directory.name(whose(state, gap), language)
    if gap.cause == RESTARTED:
        return say("shell.restarted", language, span=span(gap.seconds), name=name)
    return say("shell.left_open", language, span=hours_text(gap.seconds), name=name)


def losses_of(
    meeting: Meeting, end: int, lacks: Acknowledged | None, mended: Salvaged | None
) -> tuple[Event, ...]:
    """What the log is to say of its losses and does not say yet.

    `end`: number of the last event there was. `lacks`: what was acknowledged last, where the log
    has it not.
    """
    aside = mended.database or mended.toml if mended else None
    file = aside.path.name if aside and aside.path else None
    until = lacks.at if lacks and lacks.seq == end else None
    entries = meeting.entries
    found = found_lost(entries, meeting.apart, end, until, file)
    if lacks and any(each.seq == lacks.seq for each in entries):
        event = EventsLost(lacks.seq, lacks.seq, None, lacks.at, file, replaced=True)
        if all(each.event != event for each in entries):
            return (event, *found)
    return found


def note_losses(
    intake: Intake, losses: Sequence[Event], end: int, now: datetime, keep: Keep
) -> None:
    """Have the losses noted in the log, behind the number of the last event there was."""
    if losses:
        entries: tuple[Entry, ...] = mint(end, losses, now, now, intake.seat)
        keep(entries)
        intake.accept(entries)


def losses_told(meeting: Meeting, language: str) -> Iterator[str]:
    """What is lost and nobody has said yet that it is seen; then what can be done."""
    new = unseen(meeting.state)
    yield from each_told(meeting, new, language)
    if new:
        yield say("shell.lost_what_now", language)


def each_told(meeting: Meeting, losses: Iterable[Loss], language: str) -> Iterator[str]:
    """Losses in a sentence each, with the file in which the damaged log is kept."""
    entries = {each.seq: each for each in meeting.entries}
    for each in losses:
        told = tell(meeting.state, entries[each.seq], language, str)
        key = "shell.lost_kept" if each.file else "shell.lost"
        yield say(key, language, told=told, file=each.file)


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
    rescued: Rescued | None = None
    """What could not be written when the session was left."""


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
    is_first: bool = True
    """Whether nobody else is at the session."""
    place: Place | None = None
    """Where one sits, under the name that entries are signed with."""
    company: Company | None = None
    """Who else is there, where that is not seen in the folder."""
    time: ServerTime | None = None
    """Of the server, where the meeting is on one."""
    told: tuple[Sentence, ...] = ()
    """What is to be said when one has sat down."""

    @property
    def joins(self) -> bool:
        """Whether somebody comes to a meeting that others are at, and was not there before."""
        return not self.is_first and not (self.place and self.place.is_again)

    @property
    def unsigned_as(self) -> str:
        """What others call somebody who joins them without initials; empty for all else."""
        present = self.place.present if self.place and self.joins else None
        return present.called if present and not present.hand else ""

    def close(self) -> bool:
        """Let the session go where nobody sat down; False when something was not written."""
        if self.company:
            self.company.leave()
        elif self.place:
            self.place.leave()
        return self.writer.close()


def begin(
    folder: SessionFolder,
    agenda: Agenda,
    now: datetime,
    seat: Seat,
    *,
    rehearsal: bool,
    rules: Rules | None = None,
    earlier: Earlier | None = None,
) -> None:
    """Make a new session log with its first entry, and its `session.toml`.

    `rules`: as `earlier` meetings changed them; None for those of the agenda as they are.
    Raises SessionBusy, WriteRefused, and SessionExists where a meeting is kept already.
    """
    # Only a beginning reads rules and writes the text; going on must not wait for what does that.
    from meeting_tui.agenda.presets import load_rules
    from meeting_tui.session_log.toml_log import dump_session

    log = folder.write(seat.desk)
    try:
        if log.head().seq:
            raise SessionExists(Sentence("meeting_fault.session_there", path=str(folder.path)))
        first = started(
            folder.name,
            agenda,
            rules or load_rules(agenda.rules),
            now,
            seat,
            rehearsal=rehearsal,
            earlier=earlier,
        )
        log.append([first], 0)
        # Without its first entry a log tells nothing: it stands in two files from the start.
        text = dump_session(folder.name, tuple(log.rows()), log.head())
        with suppress(WriteRefused):  # the next close of an item writes it, or says why not
            write_atomic(folder.toml, text.encode("utf-8"))
    finally:
        log.close()


def open_session(
    folder: SessionFolder,
    seat: Seat,
    *,
    is_new: bool = False,
    role: Role = "floor",
    of: str = "",
) -> Opened:
    """Open a session for writing, mending its log where it is damaged.

    Others may be at it already; who comes later waits until `sit_down`. `of`: whose seat it is,
    as a part of its name, so that the same person comes back to the same one. Raises SessionMoved
    where it went on in another folder, SessionBusy when somebody has it alone, or it is to be
    mended and
    others write it, NothingKept when it holds no event (it was cut off while it was begun, or
    nothing could be got back), LogDamaged when its first event is lost.
    """
    refuse_moved(folder.path)
    place = take_place(folder.path, role, seat.hand, seat.name, of=of)
    try:
        return _opened(folder, place, is_new=is_new)
    except BaseException:
        place.leave()
        raise


def _opened(folder: SessionFolder, place: Place, *, is_new: bool) -> Opened:
    writer, loaded, salvaged = _open_mending(folder, place.present.desk)
    try:
        if not loaded.entries:
            raise NothingKept(nothing_kept(folder, salvaged))
        meeting = replay(loaded.entries)
    except MeetingTuiError:
        writer.close()
        raise
    drafts = {slot: each.text for slot, each in own_drafts(loaded.drafts, place.present.desk)}
    count, trouble = len(loaded.entries), loaded.head_trouble
    rescued = None if is_new else rescued_of(loaded.entries)
    restored = None if is_new else Restored(count, drafts, salvaged, trouble, rescued)
    losses = losses_of(meeting, loaded.seq, loaded.lacks, salvaged)
    is_first = loaded.is_alone
    return Opened(folder, meeting, writer, restored, losses, loaded.seq, is_first, place)


def nothing_kept(folder: SessionFolder, salvaged: Salvaged | None) -> Sentence:
    """That the session holds no event, and where the file is now that could not be read."""
    path = str(folder.path)
    if salvaged and salvaged.database:
        kept = str(salvaged.database.path)
        return Sentence("meeting_fault.nothing_but_aside", path=path, kept=kept)
    return Sentence("meeting_fault.nothing_kept", path=path)


def _open_mending(folder: SessionFolder, desk: str) -> tuple[Writer, Loaded, Salvaged | None]:
    if folder.database.exists():
        try:
            return *_load(folder, desk), None
        except LogDamaged:
            pass  # which is what mending is for
    mended = mend(folder, desk)
    return *_load(folder, desk, is_mended=True), mended


def _load(folder: SessionFolder, desk: str, *, is_mended: bool = False) -> tuple[Writer, Loaded]:
    writer = Writer(lambda: folder.write(desk, is_mended=is_mended, shares=True))
    return writer, writer.load()


def clock_for(
    meeting: Meeting, speed: float | None, folder: Path, *, is_first: bool = True
) -> Clock:
    """The clock of the session in that folder: real, or simulated from where a rehearsal stands.

    Who is not the first at a rehearsal goes by the clock of those who are there.
    """
    if not meeting.state.rehearsal:
        return SessionClock(folder, meeting)
    beside = None if is_first else RehearsalClock.beside(folder)
    last = max(entry.at for entry in meeting.entries)
    return beside or RehearsalClock(last, speed or 1.0)


def rehearsal_start(agenda: Agenda) -> datetime:
    """The simulated instant a rehearsal begins at."""
    return agenda.sittings[0].start.astimezone(UTC) - REHEARSAL_LEAD


def sit_down(opened: Opened, seat: Seat, hand_over: Hand, speed: float | None = None) -> Desk:
    """A desk at an open session, which others may sit down at from now on.

    Only who is first there notes what was found: where others are, somebody minded the time.
    """
    is_first = opened.is_first
    clock: Clock = clock_for(opened.meeting, speed, opened.folder.path, is_first=is_first)
    if opened.time and not opened.meeting.state.rehearsal:
        clock = SharedClock(opened.time)
    rate = clock.speed if isinstance(clock, RehearsalClock) else 1.0
    if isinstance(clock, RehearsalClock) and is_first:
        clock.keep(opened.folder.path)
    if opened.place:
        seat = replace(seat, desk=opened.place.present.desk, role=opened.place.present.role)
    texts = TextFolder(opened.folder.path)
    company = opened.company or Company(opened.place)
    intake = Intake(opened.meeting, directory_of(opened.folder.path), seat, rate, texts, company)
    if is_first:
        keep = partial(_keep_at_once, opened.writer)
        note_losses(intake, opened.losses, opened.end, clock.now(), keep)
        note_left_open(intake, clock, keep)
    opened.writer.share()
    return Desk(intake, clock, opened.writer, hand_over)


def _keep_at_once(writer: Writer, entries: tuple[Entry, ...]) -> None:
    """Have entries on disk before anything is shown, as far as the disk is quick enough."""
    writer.append(entries, None)
    writer.flush(PATIENCE_SECONDS)
