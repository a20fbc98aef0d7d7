"""One seat at the meeting: a line goes in; once it is on disk it takes effect and is shown.

Lines are taken one after the other, each with the instant its key was pressed. When the disk does
not answer within a second the floor goes on in memory, and says so until all is on disk. Received
texts are copied in the background, so the floor never waits for a file.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Lock, Thread

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.desk.clock import Clock
from meeting_tui.desk.elsewhere import SavingElsewhere
from meeting_tui.desk.intake import Intake
from meeting_tui.desk.received_texts import Copied, TextFolder
from meeting_tui.desk.rescued import rescue
from meeting_tui.desk.writer import OpenLog, Saved, Unsaved, Writer
from meeting_tui.errors import told as told_of
from meeting_tui.meeting.clock_gaps import NoteClockJump
from meeting_tui.meeting.details import ReceiveText
from meeting_tui.meeting.entry import Command, Entry
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.session_log.purges import purged_of
from meeting_tui.session_log.store import Draft
from meeting_tui.views.keeping import UNFOUND, Keeping
from meeting_tui.words import Sentence

_SHORTEST = "rec"
PATIENCE_SECONDS = 1.0
Hand = Callable[[Callable[[], None]], None]
WhenElsewhere = Callable[[Sentence | str | None], None]
"""Called with None once another log holds the session, else with why it cannot."""


def file_asked(line: str, intake: Intake) -> ReceiveText | None:
    """The file that a typed line asks to receive, if it names one and it can be kept."""
    if intake.texts is None or line.lstrip()[: len(_SHORTEST)].casefold() != _SHORTEST:
        return None
    command = read_line(line, intake.lexicon)
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


Heard = Callable[[Accepted | Refused | Keeping], None]


class Desk:
    """A seat with a writer behind it; all its methods belong to one thread."""

    def __init__(self, intake: Intake, clock: Clock, writer: Writer, hand_over: Hand) -> None:
        """`hand_over` brings a call from the writer's thread to the desk's."""
        self.intake = intake
        self.clock = clock
        self._keeping = Keeping(saved_at=clock.now())
        self._hand_over = hand_over
        self._drafts = dict(writer.load().drafts)
        self._kept_seq = intake.meeting.last.seq
        self._asked: deque[_Asked] = deque()
        self._fetching = Fetching(intake, hand_over)
        self._in_flight: tuple[_Asked, tuple[Entry, ...]] | None = None
        self._flight_since = self._draft_since = 0.0
        self._is_taking = False
        self._listeners: list[Heard] = []
        self._saving_elsewhere: SavingElsewhere | None = None
        self.rescued: Path | None = None
        """Where the session was kept on leaving, if its log did not take all of it."""
        self._sit_by(writer)

    def _sit_by(self, writer: Writer) -> None:
        self._writer = writer
        writer.listen(lambda told: self._hand_over(lambda: self._hear(writer, told)))

    @property
    def state(self) -> MeetingState:
        """The meeting as it stands on disk (or in memory, while the disk refuses)."""
        return self.intake.meeting.state

    @property
    def keeping(self) -> Keeping:
        """How things stand with the disk, what is on its way there included."""
        if self._keeping.trouble:
            return replace(self._keeping, waiting=max(self._keeping.waiting, self._unsaved()))
        acts = self._waiting() + len(self._asked)
        return replace(self._keeping, waiting=acts or self._writer.drafts_waiting)

    @property
    def is_at_work(self) -> bool:
        """Whether an act is on its way to the disk, or waits for one that is."""
        return bool(self._asked) or self._in_flight is not None

    def listen(self, heard: Heard) -> None:
        """Have `heard` called with everything that happens at this desk."""
        self._listeners.append(heard)

    def submit(self, line: str, draft_slot: str | None = None) -> None:
        """Do what a line says, at this instant; the draft it was typed in is settled with it."""
        draft = self._drafts.get(draft_slot) if draft_slot else None
        asked = _Asked(line, self.clock.now(), slot=draft_slot, draft=draft)
        if not self._fetching.take(line, lambda *found: self._fetched(asked, *found)):
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
        known = self._drafts.get(slot)
        if text == (known.text if known else ""):
            return
        now = self.clock.now()
        if text:
            self._drafts[slot] = Draft(text, now)
        else:
            del self._drafts[slot]
        if not self._writer.drafts_waiting:
            self._draft_since = time.monotonic()
        self._writer.keep_draft(slot, text, now)

    def tick(self) -> None:
        """To be called about every half second: notices jumps of the clock and a silent disk."""
        jump = self.clock.jump()
        if jump and self.state.phase != "adjourned":
            command = NoteClockJump(jump.cause, round(jump.seconds, 3))
            self._asked.append(_Asked("", self.clock.now(), command))
            self._take()
        longest = time.monotonic() - PATIENCE_SECONDS
        is_act_late = self._in_flight is not None and self._flight_since < longest
        is_draft_late = self._writer.drafts_waiting > 0 and self._draft_since < longest
        if is_act_late or (is_draft_late and not self._keeping.trouble):
            self._be_slow()
        if is_act_late:
            self._land()

    def go_on_in(self, open_log: OpenLog, then: WhenElsewhere | None = None) -> None:
        """Keep the session in another log from now on, once that holds the whole of it.

        A log that cannot be made, or holds another meeting, is left alone and this one goes on.
        """
        self._saving_elsewhere = saving = SavingElsewhere(open_log, self._given(), self._drafts)
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
        while self._in_flight:
            if not self._writer.flush(PATIENCE_SECONDS):
                self._be_slow()
            self._land()
        self._writer.listen(lambda told: None)
        written = self._writer.close()
        if self._saving_elsewhere:
            written = self._saving_elsewhere.finish(self._given(), self._drafts) or written
        trouble = self._writer.trouble
        if written:
            self._keeping = Keeping(saved_at=self.clock.now())
        elif trouble:
            self._trouble(trouble)
        else:
            self._be_slow()
        if not self._keeping.is_saved:
            self.rescued = rescue(self._given())
        return self._keeping.is_saved

    def _be_slow(self) -> None:
        """The disk has not answered for long: nothing of what waits is known to be there."""
        waiting = max(self._unsaved(), 1)
        silent = Sentence("log_fault.silent")
        self._keep(replace(self._keeping, trouble="slow", sentence=silent, waiting=waiting))

    def _trouble(self, told: Unsaved) -> None:
        """The disk refuses: say why, and never that fewer wait than do."""
        waiting = self._waiting()
        if told.reason in UNFOUND:
            self._kept_seq = told.seq
            waiting = self._waiting() + len(self._drafts)
        self._keep(
            replace(
                self._keeping,
                trouble=told.reason,
                sentence=told.sentence,
                waiting=max(waiting, told.waiting),
            )
        )

    def _given(self) -> list[Entry]:
        """All entries given to the writer, the one not yet in effect too."""
        return [*self.intake.meeting.entries, *(self._in_flight[1] if self._in_flight else ())]

    def _waiting(self) -> int:
        newest = self._in_flight[1][-1] if self._in_flight else self.intake.meeting.last
        return newest.seq - self._kept_seq

    def _unsaved(self) -> int:
        """Entries and drafts given to the disk that are not there."""
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
            proposed = (
                self.intake.propose_command(asked.command, asked.at)
                if asked.command
                else self.intake.propose(asked.line, asked.at)
            )
        except Exception:
            self._say(Refused(asked.line, refuse("fault")))  # whoever entered it waits for that
            raise
        if isinstance(proposed, Refusal):
            self._fetching.discard(asked.copied)
            self._say(Refused(asked.line, proposed))
            return
        slot = asked.slot
        # Text typed since the line was entered is a draft of its own and stays.
        settles = slot if slot and self._drafts.get(slot) == asked.draft else None
        if settles:
            self._drafts.pop(settles, None)
        asked = replace(asked, asides=self.intake.asides(asked.line, proposed))
        self._in_flight = (asked, proposed)
        self._flight_since = time.monotonic()
        self._writer.append(proposed, settles)
        if self._keeping.trouble:
            waiting = max(self._keeping.waiting, self._waiting())
            self._keep(replace(self._keeping, waiting=waiting))
            self._land()

    def _hear(self, writer: Writer, told: Saved | Unsaved) -> None:
        if writer is not self._writer:
            return
        self._kept_seq = max(self._kept_seq, told.seq)
        waiting = self._waiting()
        if isinstance(told, Unsaved):
            if told.reason == "owed":
                # All is recorded: the act is told first, then what it could not do yet.
                self._land()
            self._trouble(told)
            self._land()
        elif waiting == 0 and not self._keeping.trouble:
            # What was done is told first: that all is saved, its being told says.
            self._keeping = Keeping(saved_at=self.clock.now())
            self._land()
            self._say(self._keeping)
        elif waiting == 0:
            self._keep(Keeping(saved_at=self.clock.now()))
            self._land()
        elif self._keeping.trouble:
            self._keep(replace(self._keeping, waiting=waiting))

    def _go_over(
        self, saving: SavingElsewhere, fault: BaseException | None, then: WhenElsewhere | None
    ) -> None:
        if saving is not self._saving_elsewhere:
            saving.writer.leave_behind()
            return
        self._saving_elsewhere = None
        if fault is None:
            self._writer.leave_behind()
            self._kept_seq = saving.seq
            self._sit_by(saving.writer)
            saving.catch_up(self._given(), self._drafts)
        if then:
            then(None if fault is None else told_of(fault))

    def _land(self) -> None:
        """Let what is on its way take effect and be shown."""
        if self._in_flight:
            asked, entries = self._in_flight
            self._in_flight = None
            gone = purged_of(self.intake.meeting.entries, entries)
            for slot in gone.among((slot, each.text) for slot, each in self._drafts.items()):
                del self._drafts[slot]
            self.intake.accept(entries)
            self._say(Accepted(asked.line, entries, asked.asides))
        self._take()

    def _keep(self, keeping: Keeping) -> None:
        if keeping != self._keeping:
            self._keeping = keeping
            self._say(keeping)

    def _say(self, what: Accepted | Refused | Keeping) -> None:
        for heard in list(self._listeners):
            heard(what)
