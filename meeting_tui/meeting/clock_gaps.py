"""Gaps of the clock: the machine slept, somebody set its clock, or the session was closed.

The desk notices and notes the gap. A sleep counts as time used until somebody says that it does
not, and so does what passed by the machine's date while it was started anew; the time a session
was closed, while somebody had the floor, does not until somebody says that it does. Each is asked
about once, also while a point of order is heard, whose clock it is. Where the session's clock is
put forward after the machine's, no time has passed. Where the end of a sitting is taken back, the
time since it was stopped is such a gap too, and does not count either until somebody says so.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from meeting_tui.meeting.declared import CORRECTIONS, FLOOR, Act, Given, Happening, Teller, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Gap, Intervention
from meeting_tui.meeting.items import run_on, stand_still
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.spans import span
from meeting_tui.meeting.state import MeetingState


class NoteClockJump(Command, frozen=True):
    """Given by the desk, not by a person."""

    cause: str
    seconds: float


class DiscountGap(Command, frozen=True):
    """The last gap does not count as speaking time."""


class CountGap(Command, frozen=True):
    """The last gap does count as speaking time."""


class ClockJumped(Event, frozen=True):
    """The machine slept, its clock was set, or the session was closed while somebody spoke.

    A sleep, and a restart of the machine, counts until somebody says otherwise; time the session
    was closed does not. Where the session's clock was put forward, no time passed.
    """

    name = "clock_jumped"
    cause: str
    """`sleep`, `step`, `closed`, `restarted`,
    `moved`, or `stopped`: the stop of a sitting was undone."""
    seconds: float
    """How far; negative when the clock went back."""


class GapDiscounted(Event, frozen=True):
    """The last gap does not count as time used by whoever has the floor."""

    name = "gap_discounted"
    intervention: str
    """Empty where a point of order was heard."""
    seconds: float
    point_of_order: str | None = None


class GapCounted(Event, frozen=True):
    """The last gap does count as time used by whoever had the floor."""

    name = "gap_counted"
    intervention: str
    """Empty where a point of order was heard."""
    seconds: float
    point_of_order: str | None = None


SLEEP, CLOSED, RESTARTED = "sleep", "closed", "restarted"
STOPPED = "stopped"
STEP, MOVED = "step", "moved"
ASKED = (SLEEP, CLOSED, RESTARTED, STOPPED)


def note_jump(
    state: MeetingState, command: NoteClockJump, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Note in the log that the clock jumped, or that the session was closed."""
    return (ClockJumped(command.cause, command.seconds),)


def discount_gap(
    state: MeetingState, command: DiscountGap, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Do not count the last gap as time used by whoever had the floor through it."""
    gap = _to_settle(state)
    if isinstance(gap, Refusal):
        return gap
    return (GapDiscounted(gap.spoke or "", gap.seconds, gap.heard),)


def count_gap(state: MeetingState, command: CountGap, now: datetime) -> tuple[Event, ...] | Refusal:
    """Count the last gap as time used by whoever had the floor through it."""
    gap = _to_settle(state)
    if isinstance(gap, Refusal):
        return gap
    return (GapCounted(gap.spoke or "", gap.seconds, gap.heard),)


def _to_settle(state: MeetingState) -> Gap | Refusal:
    """The gap that is not settled, of whoever had the floor or was heard through all of it."""
    gap = _open_question(state)
    if gap is None:
        return refuse("no_gap")
    began, name = _began(state, gap)
    if (gap.at - began).total_seconds() < gap.seconds:
        return refuse("gap_before_speaker", name=name)
    return gap


def _began(state: MeetingState, gap: Gap) -> tuple[datetime, str]:
    """Since when they spoke, or were heard, and their name."""
    if gap.heard is not None:
        raised = state.points_of_order[gap.heard]
        return raised.raised_at, raised.name
    spoke = state.interventions[gap.spoke or ""]
    return spoke.given_at, state.asked_by(spoke).name


def whose(state: MeetingState, gap: Gap) -> str:
    """The code of whoever had the floor, or was heard on a point of order, through a gap."""
    if gap.heard is not None:
        return state.points_of_order[gap.heard].delegation
    return state.asked_by(state.interventions[gap.spoke or ""]).delegation


def _open_question(state: MeetingState) -> Gap | None:
    """The last gap, where nobody said yet whether it counts."""
    place = _last_asked(state)
    gap = None if place < 0 else state.gaps[place]
    is_somebodys = gap is not None and (gap.spoke is not None or gap.heard is not None)
    return gap if gap is not None and is_somebodys and not gap.is_settled else None


def _last_asked(state: MeetingState) -> int:
    """Where the last gap is of those that are asked about, whatever a clock was set to since."""
    return max((n for n, gap in enumerate(state.gaps) if gap.cause in ASKED), default=-1)


def gap_asked(state: MeetingState) -> Gap | None:
    """The gap that is to be asked about now: of whoever still has the floor, or is still heard."""
    gap = _open_question(state)
    if gap is None:
        return None
    still = gap.heard in state.pending_order if gap.heard else gap.spoke == state.floor
    return gap if still else None


def on_jump(state: MeetingState, event: ClockJumped, entry: Entry) -> None:
    """The gap is known, and whose time ran through it; some are a pause."""
    speaking = state.speaking()
    spoke = speaking.id if speaking and speaking.paused_since is None else None
    heard = next(iter(state.pending_order), None)
    gap = Gap(entry.at, event.cause, event.seconds, spoke, heard)
    if (spoke or heard) and event.cause in (CLOSED, STOPPED, MOVED):
        gap = replace(gap, discounted=True, is_settled=event.cause == MOVED)
    if spoke is not None and gap.discounted:
        state.interventions[spoke] = _paused(state.interventions[spoke], gap)
    if event.cause == MOVED and state.phase == "open":
        # Nor has any time of the open item and its segment passed.
        stand_still(state, _span(gap)[0])
        run_on(state, entry.at)
    state.gaps.append(gap)


def on_discounted(state: MeetingState, event: GapDiscounted, entry: Entry) -> None:
    """The gap is a pause of whoever spoke, even when they have ended since."""
    place = _last_asked(state)
    gap = state.gaps[place]
    if not gap.discounted and not event.point_of_order:
        found = state.interventions[event.intervention]
        state.interventions[found.id] = _paused(found, replace(gap, seconds=event.seconds))
    state.gaps[place] = replace(gap, discounted=True, is_settled=True)


def on_counted(state: MeetingState, event: GapCounted, entry: Entry) -> None:
    """The gap is no pause of whoever spoke."""
    place = _last_asked(state)
    gap = state.gaps[place]
    if gap.discounted and not event.point_of_order:
        found = state.interventions[event.intervention]
        state.interventions[found.id] = replace(
            found,
            paused_seconds=found.paused_seconds - event.seconds,
            pauses=tuple(each for each in found.pauses if each != _span(gap)),
        )
    state.gaps[place] = replace(gap, discounted=False, is_settled=True)


def _paused(found: Intervention, gap: Gap) -> Intervention:
    return replace(
        found,
        paused_seconds=found.paused_seconds + gap.seconds,
        pauses=(*found.pauses, _span(gap)),
    )


def _span(gap: Gap) -> tuple[datetime, datetime]:
    return gap.at - timedelta(seconds=gap.seconds), gap.at


_CASES = {"sleep": "", "closed": "closed", "restarted": "restarted", "moved": "moved"}


def _jumped(teller: Teller, event: ClockJumped) -> str:
    told = span(event.seconds)
    if event.cause == STOPPED:
        has_floor = next(iter(teller.state.pending_order), teller.state.floor or "")
        return teller.told(event, "stopped", span=told, name=teller.who(has_floor))
    case = _CASES.get(event.cause, "forward" if event.seconds > 0 else "back")
    return teller.told(event, case, span=told)


def _gap(teller: Teller, event: GapDiscounted | GapCounted) -> str:
    name = teller.who(event.point_of_order or event.intervention)
    return teller.told(event, name=name, span=span(event.seconds))


HAPPENINGS = (
    Happening(ClockJumped, on_jump, _jumped, never_undone=True, leaves_final=True),
    Happening(GapDiscounted, on_discounted, _gap, (FLOOR, CORRECTIONS)),
    Happening(GapCounted, on_counted, _gap, (FLOOR, CORRECTIONS)),
)


ACTS = (
    Act("gap_out", "record", {DiscountGap: discount_gap}, (), When.SITTING, probe=DiscountGap()),
    Act("gap_in", "record", {CountGap: count_gap}, (), When.SITTING, probe=CountGap()),
)
GIVEN = (Given({NoteClockJump: note_jump}),)
