"""One seat at the meeting: a line goes in; once it is on disk it takes effect and is shown.

What other seats enter takes effect and is shown too. Where one was first at a place in the log, it
is decided again on what was entered here; only what makes no sense any more is refused then.

Lines are taken one after the other, each with the instant its key was pressed. When the disk does
not answer within a second the floor goes on in memory, and says so until all is on disk. Received
texts are copied in the background, so the floor never waits for a file.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.desk.clock import Clock
from meeting_tui.desk.elsewhere import SavingElsewhere
from meeting_tui.desk.intake import Intake
from meeting_tui.desk.received_texts import Copied, TextFolder
from meeting_tui.desk.rescued import rescue
from meeting_tui.desk.seats import Company
from meeting_tui.desk.typed_drafts import TypedDrafts
from meeting_tui.desk.writer import News, OpenLog, Saved, Unsaved, Writer
from meeting_tui.errors import told as told_of
from meeting_tui.meeting.clock_gaps import NoteClockJump
from meeting_tui.meeting.details import ReceiveText
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.session_log.store import Draft
from meeting_tui.views.keeping import AWAY, UNFOUND, Keeping
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from meeting_tui.desk.again import Again

_SHORTEST = "rec"
PATIENCE_SECONDS = 1.0
Hand = Callable[[Callable[[], None]], None]
WhenElsewhere = Callable[[Sentence | str | None], None]
"""Called with None once another log holds the session, else with why it cannot."""


def file_asked(line: str, intake: Intake) -> ReceiveText | None:
    """The file that a typed line asks to receive, if it names one and it can be kept."""
    if intake.texts is None or line.lstrip()[: len(_SHORTEST)].casefold() != _SHORTEST:
        return None
    command = intake.read(line)
    return command if isinstance(command, ReceiveText) and command.path else None


class Fetching:
    """The files being copied at one desk; all its methods run in the desk's thread."""

    def __init__(self, intake: Intake, hand_over: Callable[[Callable[[], None]], None]) -> None:
        """`hand_over` passes a call from another thread to the desk's thread."""
        self._intake = intake
        self._hand_over = hand_over
        self._fetches: list[Fetch] = []

    def take(self, line: str, done: Callable[[ReceiveText, Copied | Refusal], None]) -> bool:
        """Start to copy the file that a line names, and call `done`; False for any other line."""
        command, texts = file_asked(line, self._intake), self._intake.texts
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
        if copied is not None and self._intake.texts is not None:
            self._intake.texts.discard(copied)

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


class Accepted(Struct, frozen=True):
    """An act took effect."""

    line: str
    entries: tuple[Entry, ...]
    asides: tuple[Sentence, ...] = ()
    """What of the line was not needed, as who waits already."""


class Refused(Struct, frozen=True):
    """An act was refused; nothing changed."""

    line: str
    refusal: Refusal


class Followed(Struct, frozen=True):
    """Another seat's acts took effect."""

    entries: tuple[Entry, ...]


class _Asked(Struct, frozen=True):
    line: str
    at: datetime
    command: Command | None = None
    copied: Copied | None = None
    """The file that its command is about."""
    slot: str | None = None
    asides: tuple[Sentence, ...] = ()
    draft: Draft | None = None
    """What the draft of that slot was when the line was entered."""
    settles: str | None = None
    """The slot whose draft went with it."""
    events: tuple[Event, ...] = ()
    """What it came to before others were first, where that still holds."""

    def proposed(self, intake: Intake) -> tuple[Entry, ...] | Refusal:
        """The entries it comes to now, or why it comes to none."""
        if self.events:
            return intake.signed(self.events, self.at)
        if self.command:
            return intake.propose_command(self.command, self.at)
        return intake.propose(self.line, self.at)


_Given = tuple[_Asked, tuple[Entry, ...]]
"""A line with the entries that it came to."""
What = Accepted | Refused | Followed | Company | Keeping
"""What is heard of a desk."""
Heard = Callable[[What], None]


class Desk:
    """A seat with a writer behind it; all its methods belong to one thread."""

    def __init__(self, intake: Intake, clock: Clock, writer: Writer, hand_over: Hand) -> None:
        """`hand_over` brings a call from the writer's thread to the desk's."""
        self.intake = intake
        self.clock = clock
        self._hand_over = hand_over
        self._drafts = TypedDrafts(writer.load().drafts, intake.seat.desk)
        self._standing = _Standing(intake.meeting.last.seq, clock.now(), self._say)
        self._asked: deque[_Asked] = deque()
        self._fetching = Fetching(intake, hand_over)
        self._in_flight: _Given | None = None
        self._landed: deque[_Given] = deque()
        """What took effect in memory and is not known to be on disk."""
        self._inbox: deque[tuple[Writer, Saved | Unsaved | News]] = deque()
        self._flight_since = self._draft_since = 0.0
        self._is_taking = False
        self._listeners: list[Heard] = []
        self._saving_elsewhere: SavingElsewhere | None = None
        self.rescued: Path | None = None
        """Where the session was kept on leaving, if its log did not take all of it."""
        self._sit_by(writer)

    def _sit_by(self, writer: Writer) -> None:
        self._writer = writer

        def told(what: Saved | Unsaved | News) -> None:
            self._inbox.append((writer, what))
            self._hand_over(self._hear_all)

        self._round, writer.has_company = 0, bool(self.intake.company.others)
        writer.listen(told)

    @property
    def state(self) -> MeetingState:
        """The meeting as it stands on disk (or in memory, while the disk refuses)."""
        return self.intake.meeting.state

    @property
    def keeping(self) -> Keeping:
        """How things stand with the disk, what is on its way there included."""
        known = self._standing.keeping
        if known.trouble:
            return replace(known, waiting=max(known.waiting, self._unsaved()))
        acts = self._waiting() + len(self._asked)
        return replace(known, waiting=acts or self._writer.drafts_waiting)

    @property
    def is_at_work(self) -> bool:
        """Whether an act is on its way to the disk, or waits for one that is."""
        return bool(self._asked) or self._in_flight is not None

    def listen(self, heard: Heard) -> None:
        """Have `heard` called with everything that happens at this desk."""
        self._listeners.append(heard)

    def submit(self, line: str, slot: str | None = None, command: Command | None = None) -> None:
        """Do what a line says, or a key by it, at this instant; the slot's draft goes with it."""
        slot = self._drafts.slot(slot) if slot else None
        draft = self._drafts.held.get(slot) if slot else None
        asked = _Asked(line, self.clock.now(), command, slot=slot, draft=draft)
        if command or not self._fetching.take(line, lambda *found: self._fetched(asked, *found)):
            self._asked.append(asked)
            self._take()

    def _fetched(self, asked: _Asked, command: ReceiveText, copied: Copied | Refusal) -> None:
        """Take up a line whose file is there now, or could not be copied."""
        if isinstance(copied, Refusal):
            self._say(Refused(asked.line, copied))
            return
        command, now = replace(command, kept=copied.kept), self.clock.now()
        self._asked.append(replace(asked, at=now, command=command, copied=copied))
        self._take()

    def keep_draft(self, slot: str, text: str) -> None:
        """Keep text that is typed and not entered; an empty text forgets it."""
        slot, now = self._drafts.slot(slot), self.clock.now()
        if not self._drafts.put(slot, text, now):
            return
        if not self._writer.drafts_waiting:
            self._draft_since = time.monotonic()
        self._writer.keep_draft(slot, text, now)

    def tick(self) -> None:
        """To be called about every half second: notices jumps of the clock and a silent disk."""
        jump = self.clock.jump()
        if (company := self.intake.company).look():
            self._writer.has_company = bool(company.others)
            self._say(company)
        if jump and self.intake.minds_time and self.state.phase != "adjourned":
            command = NoteClockJump(jump.cause, round(jump.seconds, 3))
            self._asked.append(_Asked("", self.clock.now(), command))
            self._take()
        longest = time.monotonic() - PATIENCE_SECONDS
        is_act_late = bool(self._in_flight) and self._flight_since < longest
        is_draft_late = self._writer.drafts_waiting > 0 and self._draft_since < longest
        if is_act_late or (is_draft_late and not self._standing.keeping.trouble):
            self._standing.slow(self._unsaved())
        if is_act_late:
            self._land()

    def go_on_in(self, open_log: OpenLog, then: WhenElsewhere | None = None) -> None:
        """Keep the session in another log from now on, once that holds the whole of it.

        A log that cannot be made, or holds another meeting, is left alone and this one goes on.
        """
        saving = SavingElsewhere(open_log, self._given(), self._drafts.held)
        self._saving_elsewhere = saving
        saving.writer.when_loaded(
            lambda fault: self._hand_over(lambda: self._go_over(saving, fault, then))
        )

    def leave(self) -> bool:
        """Write what waits and let the log go; False when something could not be written.

        Lines still waiting for the disk are taken up first; nobody is told of anything any more.
        `keeping` says what is on disk once the log is let go, and `rescued` where the rest is.
        """
        self._listeners.clear()
        self._fetching.give_up(PATIENCE_SECONDS)
        while given := self._in_flight:
            if not self._writer.flush(PATIENCE_SECONDS):
                self._standing.slow(self._unsaved())
            self._hear_all()
            if self._in_flight is given:
                self._land()
        self._hear_all()
        self._writer.listen(lambda told: None)
        written = self._writer.close()
        if self._saving_elsewhere:
            written = self._saving_elsewhere.finish(self._given(), self._drafts.held) or written
        if written:
            self._standing.saved(self.clock.now())
        elif trouble := self._writer.trouble:
            self._standing.refused(trouble, self._newest(), len(self._drafts.held))
        else:
            self._standing.slow(self._unsaved())
        self.intake.company.leave()
        if self._standing.keeping.standing not in ("saved", "away"):
            self.rescued = rescue(self._given())
        return self._standing.keeping.is_saved

    def _given(self) -> list[Entry]:
        """All entries given to the writer, the one not yet in effect too."""
        return [*self.intake.meeting.entries, *(self._in_flight[1] if self._in_flight else ())]

    def _newest(self) -> int:
        return (self._in_flight[1][-1] if self._in_flight else self.intake.meeting.last).seq

    def _waiting(self) -> int:
        return self._newest() - self._standing.kept_seq

    def _unsaved(self) -> int:
        return self._waiting() + self._writer.drafts_waiting

    def _take(self) -> None:
        """Take up the lines that wait, until one is on its way to the disk.

        What the program failed on is raised once the other lines are taken up.
        """
        if self._is_taking:
            return
        self._is_taking = True
        faults: list[Exception] = []
        try:
            while self._asked and self._in_flight is None:
                try:
                    self._take_one(self._asked.popleft())
                except Exception as fault:  # noqa: BLE001 - raised below
                    faults.append(fault)
        finally:
            self._is_taking = False
        if faults:
            raise faults[0]

    def _take_one(self, asked: _Asked) -> None:
        try:
            proposed = asked.proposed(self.intake)
        except Exception:
            self._say(Refused(asked.line, refuse("fault")))  # whoever entered it waits for that
            raise
        if isinstance(proposed, Refusal):
            self._refuse(asked, proposed)
            return
        settles = asked.settles or (asked.slot and self._drafts.settle(asked.slot, asked.draft))
        asides = self.intake.asides(asked.line, proposed)
        asked = replace(asked, settles=settles, asides=asides)
        self._in_flight = (asked, proposed)
        self._flight_since = time.monotonic()
        self._writer.append(proposed, asked.settles, self._round, asked.line)
        if self._standing.grows(self._waiting()):
            self._land()

    def _refuse(self, asked: _Asked, refusal: Refusal) -> None:
        """Say why a line is not done; what went with it is there again."""
        self._fetching.discard(asked.copied)
        self._drafts.put_back(asked.settles, asked.draft)
        self._say(Refused(asked.line, refusal))

    def _hear_all(self) -> None:
        """Hear what the writer has said so far, in its order."""
        while self._inbox:
            writer, told = self._inbox.popleft()
            if writer is self._writer and isinstance(told, News):
                self._follow(told)
            elif writer is self._writer and not isinstance(told, News):
                self._hear(told)

    def _follow(self, news: News) -> None:
        """Let what others wrote take effect; then decide again on what was given meanwhile."""
        self._round = news.round
        stored = {entry.id: entry for entry in news.entries}
        landed, given = self._landed, self._in_flight
        self._landed, self._in_flight = deque(), None
        self._drafts.forget_purged(self.intake.meeting.entries, news.entries)
        again = _again(self.intake, news) if landed or given else None
        self.intake.accept(news.entries, anew=bool(landed))
        self._standing.kept_seq = max(self._standing.kept_seq, news.entries[-1].seq)
        others = _of_others(news, [*landed, given] if given else landed)
        if others:
            self._say(Followed(others))
        lost = [each for each in landed if not _is_among(each[1][0], stored)]
        for before, outcome in again.outcomes(lost, self.intake, others) if again else ():
            self._land_again(before, outcome)
        if given and _is_among(given[1][0], stored):
            self._say(Accepted(given[0].line, given[1], given[0].asides))
        elif given and again:
            events = again.not_shown(given[1], self.intake.meeting)
            self._asked.appendleft(replace(given[0], events=events))
        self._take()
        self._writer.heard(news.round)

    def _land_again(self, given: _Given | None, outcome: tuple[Entry, ...] | Refusal) -> None:
        """Done once more is what was done in memory, where another seat's acts took its place."""
        asked, before = given or (_Asked("", self.clock.now()), ())
        if isinstance(outcome, Refusal):
            self._writer.put_aside(before)
            self._refuse(asked, outcome)
            return
        self.intake.accept(outcome)
        self._landed.append((asked, outcome))
        self._writer.append(outcome, asked.settles, self._round, asked.line)
        if given is None:
            self._say(Accepted("", outcome))

    def _hear(self, told: Saved | Unsaved) -> None:
        kept = self._standing.kept_seq = max(self._standing.kept_seq, told.seq)
        while self._landed and self._landed[0][1][-1].seq <= kept:
            self._landed.popleft()
        waiting = self._waiting()
        if isinstance(told, Unsaved):
            if told.reason == "owed":
                # All is recorded: the act is told first, then what it could not do yet.
                self._land()
            self._standing.refused(told, self._newest(), len(self._drafts.held))
            self._land(told)
        elif waiting == 0 and not self._standing.keeping.trouble:
            # What was done is told first: that all is saved, its being told says.
            saved = self._standing.keeping = Keeping(saved_at=self.clock.now())
            self._land()
            self._say(saved)
        elif waiting == 0:
            self._standing.saved(self.clock.now())
            self._land()
        elif self._standing.keeping.trouble:
            self._standing.waits(waiting)

    def _go_over(
        self, saving: SavingElsewhere, fault: BaseException | None, then: WhenElsewhere | None
    ) -> None:
        if saving is not self._saving_elsewhere:
            saving.writer.leave_behind()
            return
        self._saving_elsewhere = None
        if fault is None:
            self._writer.leave_behind()
            self._standing.kept_seq = saving.seq
            self._sit_by(saving.writer)
            saving.writer.share()
            saving.catch_up(self._given(), self._drafts.held)
        if then:
            then(None if fault is None else told_of(fault))

    def _land(self, told: Unsaved | None = None) -> None:
        """Let what is on its way take effect and be shown, where what was told lets it."""
        if self._in_flight and (told is None or told.lets_land(self._in_flight[1])):
            asked, entries = self._in_flight
            self._in_flight = None
            if any(isinstance(each.event, PointPurged) for each in entries):
                self._drafts.forget_purged(self.intake.meeting.entries, entries)
            self.intake.accept(entries)
            if self._waiting():
                self._landed.append((asked, entries))
            self._say(Accepted(asked.line, entries, asked.asides))
        self._take()

    def _say(self, what: What) -> None:
        for heard in list(self._listeners):
            heard(what)


def _again(intake: Intake, news: News) -> Again:
    """What brings acts given meanwhile behind what others entered."""
    # A seat that nobody is beside never needs it.
    from meeting_tui.desk.again import Again

    first = news.entries[0].seq
    known = [each for each in intake.meeting.entries if each.seq < first]
    return Again(known, intake.directory)


def _of_others(news: News, ours: Iterable[_Given]) -> tuple[Entry, ...]:
    """What of it was entered elsewhere."""
    ids = {entry.id for _, entries in ours for entry in entries}
    return tuple(entry for entry in news.entries if entry.id not in ids)


def _is_among(entry: Entry, stored: Mapping[str, Entry]) -> bool:
    """Whether it is stored; what a purge sealed is known once it is."""
    found = stored.get(entry.id)
    return found == entry or (found is not None and isinstance(found.event, PointPurged))


class _Standing:
    """How things stand with the disk at one desk."""

    def __init__(self, kept_seq: int, now: datetime, say: Callable[[Keeping], None]) -> None:
        self.kept_seq = kept_seq
        """The last entry that is known to be on disk."""
        self.keeping = Keeping(saved_at=now)
        self._say = say

    def saved(self, now: datetime) -> None:
        """All is on disk."""
        self._keep(Keeping(saved_at=now))

    def waits(self, waiting: int) -> None:
        """The disk refuses still, and so much waits."""
        self._keep(replace(self.keeping, waiting=waiting))

    def grows(self, waiting: int) -> bool:
        """At least so much waits, where there is trouble; whether it takes effect all the same.

        Where a server is away, it is on this disk in a moment, and takes effect then.
        """
        if self.keeping.trouble:
            self.waits(max(self.keeping.waiting, waiting))
        return self.keeping.trouble not in (None, AWAY)

    def slow(self, waiting: int) -> None:
        """The disk has not answered for long: nothing of what waits is known to be there."""
        silent, waiting = Sentence("log_fault.silent"), max(waiting, 1)
        self._keep(replace(self.keeping, trouble="slow", sentence=silent, waiting=waiting))

    def refused(self, told: Unsaved, newest: int, drafts: int) -> None:
        """The disk refuses: say why, and never that fewer wait than do."""
        waiting = newest - self.kept_seq
        if told.reason in UNFOUND:
            self.kept_seq = told.seq
            waiting = newest - told.seq + drafts
        waiting = max(waiting, told.waiting)
        sentence = told.sentence
        found = replace(self.keeping, trouble=told.reason, sentence=sentence, waiting=waiting)
        self._keep(found)

    def _keep(self, keeping: Keeping) -> None:
        if keeping != self.keeping:
            self.keeping = keeping
            self._say(keeping)
