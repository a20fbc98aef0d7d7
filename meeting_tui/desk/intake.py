"""What the desk does with a line: reads it, decides on it, makes entries of it, applies them.

The terminal, the shell and scripts all go through here, so that they cannot differ. Accepted events
become entries of the log: numbered, stamped and signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Earlier, Rules
from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.received_texts import TextFolder
from meeting_tui.desk.seats import Company, Present, Role
from meeting_tui.meeting.acts import OF_NOTES, SEAT_OF, decide
from meeting_tui.meeting.attributions import Attribute, InterventionAttributed
from meeting_tui.meeting.clock_gaps import ClockJumped
from meeting_tui.meeting.declared import Act
from meeting_tui.meeting.declared import Seat as SeatOf
from meeting_tui.meeting.details import ReceiveText
from meeting_tui.meeting.entry import (
    ActRedone,
    ActUndone,
    Command,
    Entry,
    Event,
    SessionStarted,
)
from meeting_tui.meeting.facts import Point
from meeting_tui.meeting.floor import Next
from meeting_tui.meeting.floor_control import (
    AcceptDisputed,
    AskControl,
    GiveControl,
    TakeControl,
    disputes_meant,
    holder_among,
)
from meeting_tui.meeting.leaving import Withdraw
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.note_turns import TakeEvery, TakeThis
from meeting_tui.meeting.notes import CorrectPoint, PointCorrected, TagPoint, noted
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.slip_seen import NoteSlipSeen
from meeting_tui.meeting.speakers_list import Inscribe, Inscribed, left_out
from meeting_tui.meeting.undo import Redo, Undo
from meeting_tui.views.look import Look
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from meeting_tui.meeting.lexicon import Lexicon

NOBODY = Company(None)
OF_PAGES = (Inscribe, Withdraw, ReceiveText, NoteSlipSeen)
"""What delegations do on pages of their own, and the Chair on the slip."""


class Seat(Struct, frozen=True):
    """Where entries are made, and by whom."""

    desk: str = "desk"
    hand: str = ""
    """Initials of who sits there."""
    name: str = ""
    role: Role = "floor"


def started(
    session: str,
    agenda: Agenda,
    rules: Rules,
    now: datetime,
    seat: Seat,
    *,
    rehearsal: bool = False,
    demonstration: bool = False,
    earlier: Earlier | None = None,
) -> Entry:
    """The first entry of a new session; `earlier` is what taught the figures of the rules."""
    event = SessionStarted(session, agenda, rules, rehearsal, demonstration or None, earlier)
    return mint(0, (event,), now, now, seat)[0]


def mint(
    last_seq: int, events: Sequence[Event], at: datetime, recorded_at: datetime, seat: Seat
) -> tuple[Entry, ...]:
    """The entries of one act, numbered after `last_seq`; instants are cut to milliseconds, UTC."""
    at, recorded_at = _whole_ms(at), _whole_ms(recorded_at)
    first = f"{seat.desk}-{last_seq + 1}"
    return tuple(
        Entry(
            seq=last_seq + n,
            id=f"{seat.desk}-{last_seq + n}",
            act=first,
            at=at,
            recorded_at=recorded_at,
            desk=seat.desk,
            hand=seat.hand,
            event=event,
        )
        for n, event in enumerate(events, 1)
    )


def _whole_ms(instant: datetime) -> datetime:
    utc = instant.astimezone(UTC)
    return utc.replace(microsecond=utc.microsecond // 1000 * 1000)


class Intake(Struct):
    """One meeting with what is needed to read lines about it."""

    meeting: Meeting
    directory: Directory
    seat: Seat
    speed: float = 1.0
    """Seconds of the meeting in a real one; hands are no faster in a fast rehearsal."""
    texts: TextFolder | None = None
    """Where files that were received are kept; None where no session is on disk."""
    company: Company = NOBODY
    """Who else is at the session."""
    begun: dict[str, tuple[int, Point | None]] = field(default_factory=dict)
    """What is corrected here, as `_corrected` calls it -> the last entry that was known when that
    was begun, and how the point read."""

    @property
    def lexicon(self) -> Lexicon:
        """What words mean in this meeting."""
        from meeting_tui.meeting.lexicon import lexicon_of

        return lexicon_of(self.meeting.state, self.directory)

    def read(self, line: str) -> Command | Refusal:
        """What a typed line means."""
        # A key asks for nothing to be read, and a screen opens without.
        from meeting_tui.meeting.language import read_line

        return read_line(line, self.lexicon)

    def propose(self, line: str, now: datetime) -> tuple[Entry, ...] | Refusal:
        """The entries a typed line would add at the instant `now`; nothing is changed yet."""
        command = self.read(line)
        if isinstance(command, Refusal):
            return command
        if isinstance(command, ReceiveText) and command.path and self.texts:
            return self._propose_kept(command, self.texts, now)
        return self.propose_command(command, now)

    def asides(self, line: str, proposed: Sequence[Entry] | None = None) -> tuple[Sentence, ...]:
        """What is said beside the answer: names that wait already, a final report that is none now.

        To be asked before the line takes effect; `proposed`: what it would add, if that is known.
        """
        if proposed is not None and not any(isinstance(e.event, Inscribed) for e in proposed):
            return self._draft_again(proposed)
        command = self.read(line)
        if isinstance(command, Inscribe):
            return left_out(self.meeting.state, command)
        return self._draft_again(proposed or ())

    def _draft_again(self, proposed: Sequence[Entry]) -> tuple[Sentence, ...]:
        """Whatever changes the record makes a final report a draft again."""
        if self.meeting.state.finalised_at is None:
            return ()
        changes = any(not isinstance(each.event, ClockJumped) for each in proposed)
        return (Sentence("corrections.draft_again"),) if changes else ()

    def _propose_kept(
        self, command: ReceiveText, texts: TextFolder, now: datetime
    ) -> tuple[Entry, ...] | Refusal:
        """The same for a file, which is copied first; nothing is left of one that is refused."""
        copied = texts.keep(command.path)
        if isinstance(copied, Refusal):
            return copied
        proposed = self.propose_command(replace(command, kept=copied.kept), now)
        if isinstance(proposed, Refusal):
            texts.discard(copied)
        return proposed

    def propose_command(self, command: Command, now: datetime) -> tuple[Entry, ...] | Refusal:
        """The entries a command would add at the instant `now`; nothing is changed yet."""
        refusal = self._out_of_place(SEAT_OF.get(type(command), SeatOf.NOTES), command)
        if refusal:
            return refusal
        # Another seat may have been first, and its clock a moment ahead.
        now = max(now, self.meeting.last.at)
        command = self._signed(command)
        if self._is_next_twice(command, now):
            return refuse("next_twice")
        events = decide(self.meeting, command, now)
        if isinstance(events, Refusal):
            if isinstance(command, _CORRECTS):
                self.begun.pop(_corrected(command), None)
            return events
        refusal = self._undoes_elsewhere(events)
        if refusal:
            return refusal
        return mint(self.meeting.last.seq, events, now, now, self.seat)

    def signed(self, events: Sequence[Event], at: datetime) -> tuple[Entry, ...]:
        """The entries of events that need no decision, behind what is known."""
        at = max(at, self.meeting.last.at)
        return mint(self.meeting.last.seq, events, at, at, self.seat)

    def is_overtaken_by(self, others: Sequence[Entry]) -> bool:
        """Whether among what others entered another seat ran the floor, or took its control."""
        return holder_among(others, OF_NOTES) not in (None, self.seat.desk)

    def not_here(self, act: Act) -> Refusal | None:
        """Why an act is none of this seat's; None where it is."""
        return self._out_of_place(act.seat, act.probe)

    def _out_of_place(self, seat: SeatOf, command: Command | None) -> Refusal | None:
        """What a seat may do: one that looks on nothing, one that takes notes nothing of the floor.

        Of several that run the floor one does, as long as it is there; any may take that over.
        """
        if self.seat.role == "view":
            return refuse("seat_looks_on")
        if self.seat.role == "online":
            return None if isinstance(command, OF_PAGES) else refuse("seat_takes_requests")
        if seat is not SeatOf.FLOOR or self.seat.role == "shell":
            return None
        if self.seat.role == "notes":
            return refuse("seat_takes_notes")
        holder = self.holder()
        if holder is None or isinstance(command, TakeControl):
            return None
        return refuse("control_elsewhere", by=holder.called)

    def _undoes_elsewhere(self, events: Sequence[Event]) -> Refusal | None:
        """Why an act may not be undone or redone here: it is one of the floor, run elsewhere."""
        event = events[0]
        if not isinstance(event, ActUndone | ActRedone):
            return None
        of_act = (each for each in reversed(self.meeting.entries) if each.act == event.act)
        is_of_floor = any(each.event.name not in OF_NOTES for each in of_act)
        return self._out_of_place(SeatOf.FLOOR, None) if is_of_floor else None

    def holder(self) -> Present | None:
        """The other seat that has the floor control; None where this one may run the floor."""
        if not self.company.others:
            self.company.find()  # somebody may have sat down a moment ago
        if not self.company.others:
            return None
        newest = holder_among(self.meeting.entries, OF_NOTES)
        if newest is None or newest == self.seat.desk:
            return None
        return self._other(newest) or self._other(newest, anew=True)

    def _other(self, desk: str, *, anew: bool = False) -> Present | None:
        """The other seat of that name, if it is there."""
        if anew:
            self.company.find()
        return next((each for each in self.company.others if each.desk == desk), None)

    @property
    def has_control(self) -> bool:
        """Whether this seat runs the floor, and so minds what is done once for all seats."""
        return self.seat.role == "floor" and self.holder() is None

    def with_disputes(self, look: Look) -> Look:
        """A look with the disputed acts that this seat sees: its own; all, if it runs the floor."""
        held = tuple(self.meeting.state.disputes.values())
        if not held:
            return look
        if self.has_control:
            return replace(look, disputes=held)
        own = tuple(each for each in held if each.desk == self.seat.desk)
        return replace(look, disputes=own, runs_floor=False)

    @property
    def minds_time(self) -> bool:
        """Whether it is this seat that notes a jump of the clock: of all there are, one does."""
        if self.seat.role in ("floor", "shell"):
            return self.has_control or not self.company.others
        others = self.company.others
        alone = not any(each.role == "floor" for each in others)
        return (
            self.seat.role == "notes"
            and alone
            and self.seat.desk
            < min((each.desk for each in others if each.role == "notes"), default="~")
        )

    def _signed(self, command: Command) -> Command:
        """A command with what only the desk knows: who asks, and who has the floor control."""
        if isinstance(command, Undo | Redo):
            return replace(command, desk=self.seat.desk)
        if isinstance(command, _CORRECTS) and command.seen is None:
            return self._with_seen(command)
        by = self.seat.hand or self.seat.desk
        if isinstance(command, TakeThis | TakeEvery):
            return replace(command, by=by)
        if isinstance(command, AcceptDisputed):
            return self._read_again(command)
        if isinstance(command, GiveControl):
            return self._given(command, by)
        if not isinstance(command, TakeControl | AskControl):
            return command
        holder = self.holder()
        return replace(command, by=by, had=holder.called if holder else "")

    def _with_seen(self, command: CorrectPoint | TagPoint | Attribute) -> Command:
        """A correction with what its author had seen when it was begun."""
        key = _corrected(command)
        if key not in self.begun:
            point = "" if isinstance(command, Attribute) else command.point
            self.begun[key] = (self.meeting.last.seq, noted(self.meeting.state, point))
        seen, base = self.begun[key]
        if isinstance(command, Attribute):
            return replace(command, seen=seen, desk=self.seat.desk)
        return replace(command, seen=seen, desk=self.seat.desk, base=base)

    def _read_again(self, command: AcceptDisputed) -> AcceptDisputed:
        """With what the disputed acts that are meant ask for now."""
        meant = disputes_meant(self.meeting.state, command.dispute)
        again = tuple(self.read(each.whole_line) for each in meant)
        return replace(command, again=again)

    def _given(self, command: GiveControl, by: str) -> GiveControl:
        """To whom the floor control is given: a seat that is there and may run the floor."""
        self.company.find()
        may = [each for each in self.company.others if each.role == "floor"]
        asked = command.to.casefold()
        for each in may:
            if asked in (each.hand.casefold(), each.name.casefold(), each.desk.casefold()):
                return replace(command, to=each.called, by=by, desk=each.desk)
        return replace(command, by=by, others=tuple(each.called for each in may))

    def _is_next_twice(self, command: Command, now: datetime) -> bool:
        """Whether a key bounced that gives the floor, in the seconds of whoever pressed it."""
        state = self.meeting.state
        if self.speed <= 1 or not isinstance(command, Next) or command.insist:
            return False
        if state.last_next_at is None:
            return False
        passed = (now - state.last_next_at).total_seconds() / self.speed
        return 0 <= passed < state.rules.next_guard_seconds

    def accept(self, entries: Sequence[Entry], *, anew: bool = False) -> None:
        """Let entries take effect, once they are kept.

        `anew`: in the place of those that are known under their numbers and later ones.
        """
        for desk, hand in {(e.desk, e.hand) for e in entries if e.desk != self.seat.desk}:
            self.company.heard_from(desk, hand)
        if anew:
            known = (each for each in self.meeting.entries if each.seq < entries[0].seq)
            vars(self.meeting).update(vars(replay((*known, *entries))))
            return
        for entry in entries:
            self.meeting.apply(entry)
            if entry.desk == self.seat.desk and self.begun:
                self._is_corrected(entry.event)

    def _is_corrected(self, event: Event) -> None:
        """A correction begun here is made."""
        if isinstance(event, InterventionAttributed):
            number = self.meeting.state.interventions[event.intervention].number
            self.begun.pop(f"whose {number}", None)
        elif isinstance(event, PointCorrected):
            tagged = f"tags {event.point}"
            self.begun.pop(tagged if tagged in self.begun else event.point, None)

    def begin_correcting(self, point: str) -> None:
        """Somebody sees a point as it reads now, and begins to correct it."""
        self.begun[point] = (self.meeting.last.seq, noted(self.meeting.state, point))


_CORRECTS = (CorrectPoint, TagPoint, Attribute)


def _corrected(command: CorrectPoint | TagPoint | Attribute) -> str:
    """What a command corrects: a point, its tags, whose a statement is."""
    if isinstance(command, Attribute):
        return f"whose {command.number}"
    return command.point if isinstance(command, CorrectPoint) else f"tags {command.point}"
