"""Taking an act back and bringing it back: one at a time, always by appending.

Each seat takes back what it did itself, newest first; what another did only by saying whose. What
others did since stays, and where that needs the act it is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import takewhile
from math import floor

from msgspec.structs import replace

from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.clock_gaps import STOPPED, ClockJumped
from meeting_tui.meeting.declared import Act, Seat, When
from meeting_tui.meeting.entry import ActRedone, ActUndone, Command, Entry, Event
from meeting_tui.meeting.happenings import HAPPENINGS
from meeting_tui.meeting.meeting import Meeting, desk_of, replay
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.sittings import MeetingAdjourned, SittingSuspended
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import next_word, part


class Undo(Command, frozen=True):
    of: str = ""
    """Whose latest act, by initials or desk; empty for one's own."""
    desk: str = ""
    """The desk that asks, filled in by it; empty for any."""


class UndoFloor(Command, frozen=True):
    """Take back the latest act of the floor, whatever was done to the list since."""


class Redo(Command, frozen=True):
    desk: str = ""
    """The desk that asks, filled in by it; empty for any."""


_OF_FLOOR = tuple(each.kind for each in HAPPENINGS if each.of_floor)
_WITH_FLOOR = tuple(each.kind for each in HAPPENINGS if each.with_floor)
_MAY_STAY = tuple(each.kind for each in HAPPENINGS if each.stays)
"""What may have happened since without hindering that an act of the floor is taken back."""


_SEATS = ("desk", "notes", "view")
"""How the names of desks begin at which somebody sits; a call of the shell is at none."""
_NOTES = "notes"
LONG_SECONDS = 60.0
"""A sitting that was stopped for less was stopped by a slip: the speaker went on."""


def undo(meeting: Meeting, command: Undo, now: datetime) -> tuple[Event, ...] | Refusal:
    """Take back the latest act of a seat that holds; what was purged is gone for good.

    Where that act stopped the sitting while somebody spoke, the time since is noted as a gap, which
    counts for nobody until somebody says that it does.
    """
    if not meeting.done_acts:
        return refuse("nothing_to_undo")
    latest = _latest(meeting, command)
    if isinstance(latest, Refusal):
        return latest
    for entry in reversed(meeting.entries):
        if entry.act == latest and isinstance(entry.event, PointPurged):
            return refuse("purge_not_undone", point=entry.event.point)
    if latest != meeting.done_acts[-1] and not _holds_after(meeting, ActUndone(latest)):
        return refuse("undo_needed")
    return (ActUndone(latest), *_stopped(meeting, latest, now))


def is_own(act: str, desk: str) -> bool:
    """Whether an act is one of that desk's; the shell acts for whoever runs the floor."""
    of = desk_of(act)
    first, second = (each.partition("-")[0] for each in (of, desk))
    is_of_shell = first not in _SEATS or second not in _SEATS
    return not desk or of == desk or (is_of_shell and _NOTES not in (first, second))


def _latest(meeting: Meeting, command: Undo) -> str | Refusal:
    """The latest act that holds and is whose is asked for."""
    if command.of:
        asked = command.of.casefold()
        holds = set(meeting.done_acts)
        for entry in reversed(meeting.entries):
            if entry.act in holds and asked in (entry.hand.casefold(), entry.desk.casefold()):
                return entry.act
        return refuse("nothing_of_theirs", name=command.of)
    for act in reversed(meeting.done_acts):
        if is_own(act, command.desk):
            return act
    newest = next(e for e in reversed(meeting.entries) if e.act == meeting.done_acts[-1])
    return refuse("nothing_of_yours", by=newest.hand or newest.desk)


def _holds_after(meeting: Meeting, event: ActUndone | ActRedone) -> bool:
    """Whether what was done since still holds once an act is taken back, or brought back."""
    try:
        state = _state_after(meeting, event, strictly=True)
    except LogDamaged:  # something since speaks of what would never have been
        return False
    return not (_is_noted_nowhere(state) or _waits_twice(state))


def _stopped(meeting: Meeting, act: str, now: datetime) -> tuple[ClockJumped, ...]:
    """The gap since an act stopped the sitting while somebody had the floor or was heard."""
    of_act = [entry for entry in meeting.entries if entry.act == act]
    if not any(isinstance(each.event, SittingSuspended | MeetingAdjourned) for each in of_act):
        return ()
    again = [entry for entry in meeting.entries if entry.event == ActRedone(act)]
    seconds = floor((now - (again or of_act)[-1].at).total_seconds() * 1000) / 1000
    before = _state_after(meeting, ActUndone(act), strictly=False)
    speaking = before.speaking()
    runs = (speaking is not None and speaking.paused_since is None) or before.pending_order
    return (ClockJumped(STOPPED, seconds),) if runs and seconds >= LONG_SECONDS else ()


def _state_after(meeting: Meeting, event: ActUndone | ActRedone, *, strictly: bool) -> MeetingState:
    """The state with an act taken or brought back; `strictly`: raises LogDamaged if that jars."""
    last = meeting.last
    entry = replace(last, seq=last.seq + 1, id="–", act="–", event=event)
    return replay((*meeting.entries, entry), strictly=strictly).state


def undo_floor(meeting: Meeting, command: UndoFloor, now: datetime) -> tuple[Event, ...] | Refusal:
    """Take back the latest act of the floor; what was done to the list since stays.

    Refused where something since depends on it: a note on that speaker, a sitting suspended, the
    same delegation asked again.
    """
    holds = set(meeting.done_acts)
    since: list[Event] = []
    for act in _acts_newest_first(meeting, holds):
        events = [entry.event for entry in act]
        if _is_of_floor(events):
            return _without(meeting, act[0], since)
        since.extend(events)
    return refuse("no_floor_act")


def _is_of_floor(events: list[Event]) -> bool:
    """Whether an act is one of the floor alone, with what it took along."""
    of_floor = any(isinstance(each, _OF_FLOOR) for each in events)
    return of_floor and all(isinstance(each, (*_OF_FLOOR, *_WITH_FLOOR)) for each in events)


def _acts_newest_first(meeting: Meeting, holds: set[str]) -> Iterator[list[Entry]]:
    act: list[Entry] = []
    for entry in reversed(meeting.entries):
        if entry.act in holds:
            act.insert(0, entry)
            if entry.id == entry.act:
                yield act
                act = []


def _without(meeting: Meeting, first: Entry, since: list[Event]) -> tuple[Event, ...] | Refusal:
    taken_back = ActUndone(first.act)
    refusal = refuse("floor_act_needed")
    if not all(isinstance(event, _MAY_STAY) for event in since):
        return refusal
    try:
        without = _state_after(meeting, taken_back, strictly=True)
    except LogDamaged:  # something since speaks of what would never have been
        return refusal
    jars = _is_noted_nowhere(without) or _waits_twice(without)
    return refusal if jars else (taken_back,)


def _is_noted_nowhere(state: MeetingState) -> bool:
    """Whether there is a point on an intervention that is none."""
    return any(
        each.intervention and each.intervention not in state.interventions
        for each in state.points.values()
    )


def _waits_twice(state: MeetingState) -> bool:
    listed = (key for keys in (*state.lists.values(), state.replies) for key in keys)
    asked = (state.inscriptions[key] for key in listed)
    same = Counter((e.item, e.delegation, e.group, e.kind, e.segment) for e in asked)
    return any(count > 1 for count in same.values())


def redo(meeting: Meeting, command: Redo, now: datetime) -> tuple[Event, ...] | Refusal:
    """Bring back the act taken back last, as long as that seat did nothing new since."""
    own = (each for each in reversed(meeting.undone_acts) if is_own(each, command.desk))
    act = next(own, "")
    if not act:
        return refuse("nothing_to_redo")
    since = takewhile(lambda each: each.event != ActUndone(act), reversed(meeting.entries))
    is_alone = all(is_own(each.id, command.desk) for each in since)
    redone = ActRedone(act)
    return (redone,) if is_alone or _holds_after(meeting, redone) else refuse("undo_needed")


ACTS = (
    Act(
        "undo",
        "record",
        {Undo: undo},
        (part("[NAME]", "of", next_word),),
        when=When.EVER,
        seat=Seat.NOTES,
        events=(ActUndone,),
        probe=Undo(),
        at_once=True,
        of_log=True,
    ),
    Act("undo_floor", "record", {UndoFloor: undo_floor}, probe=UndoFloor(), of_log=True),
    Act(
        "redo",
        "record",
        {Redo: redo},
        when=When.EVER,
        seat=Seat.NOTES,
        events=(ActRedone,),
        probe=Redo(),
        of_log=True,
    ),
)
