"""The sittings: opened by the Chair, suspended for lunch, resumed, adjourned.

A sitting's planned end is a hard limit (the interpreters leave), so it is kept as an instant. On a
day other than the agenda's the plan is moved by whole days, so that a trial run shows fitting
times.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from msgspec.structs import replace

from meeting_tui.agenda.model import Sitting
from meeting_tui.meeting.days import planned_span
from meeting_tui.meeting.declared import Act, Happening, Teller, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Inscription, SittingRun
from meeting_tui.meeting.floor import FloorYielded
from meeting_tui.meeting.items import ItemClosed, run_on, stand_still
from meeting_tui.meeting.leaving import NotReached
from meeting_tui.meeting.point_of_order import lapses
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.spans import minute
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import insisted, optional_text
from meeting_tui.meeting.waiting_order import everybody_waiting, some_of
from meeting_tui.words import Sentence, Value


class OpenMeeting(Command, frozen=True):
    pass


class Suspend(Command, frozen=True):
    text: str = ""


class Resume(Command, frozen=True):
    pass


class Adjourn(Command, frozen=True):
    text: str = ""
    insist: bool = False
    """Also while names wait or items were not taken up."""


class SittingOpened(Event, frozen=True):
    """The Chair opened the meeting; plan times are given as they apply on that day."""

    name = "sitting_opened"
    sitting: str
    planned_start: datetime
    planned_end: datetime


class SittingSuspended(Event, frozen=True):
    """The sitting stopped; whoever spoke has ended."""

    name = "sitting_suspended"
    sitting: str
    text: str = ""


class SittingResumed(Event, frozen=True):
    """A sitting began again, or the next one began."""

    name = "sitting_resumed"
    sitting: str
    planned_start: datetime
    planned_end: datetime


class MeetingAdjourned(Event, frozen=True):
    """The meeting is over."""

    name = "meeting_adjourned"
    text: str = ""


def open_meeting(
    state: MeetingState, command: OpenMeeting, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Open the first sitting that is not over by plan."""
    if state.phase != "planned":
        return refuse("already_open" if state.phase == "open" else state.phase)
    sitting, start, end = sitting_to_begin(state, now)
    return (SittingOpened(sitting.id, start, end),)


def resume(state: MeetingState, command: Resume, now: datetime) -> tuple[Event, ...] | Refusal:
    """Go on with the sitting that was suspended, or with the next one once its time is over."""
    if state.phase != "suspended":
        return refuse("not_suspended" if state.phase == "open" else f"{state.phase}_not_suspended")
    sitting, start, end = sitting_to_begin(state, now)
    return (SittingResumed(sitting.id, start, end),)


def sitting_to_begin(state: MeetingState, now: datetime) -> tuple[Sitting, datetime, datetime]:
    """The sitting that `open` or `resume` would begin or continue now, and its planned span.

    The first that is not over by plan, from the one that was held last; else the last there is.
    """
    ids = [each.id for each in state.agenda.sittings]
    here = ids.index(state.sitting) if state.sitting in ids else 0
    for sitting in state.agenda.sittings[here:]:
        start, end = planned_span(state, sitting, now)
        if now < end:
            break
    return sitting, start, end


def break_over_since(state: MeetingState, now: datetime) -> datetime | None:
    """Since when the next sitting should have begun; None while the break lasts, or there is none.

    A sitting suspended within its own time has no planned end of its break.
    """
    if state.phase != "suspended":
        return None
    sitting, start, end = sitting_to_begin(state, now)
    return start if sitting.id != state.sitting and start <= now < end else None


def suspend(state: MeetingState, command: Suspend, now: datetime) -> tuple[Event, ...] | Refusal:
    """Stop the sitting; whoever speaks ends at this moment, the item stays open."""
    if state.phase != "open" or state.sitting is None:
        return refuse("not_in_sitting" if state.phase == "planned" else state.phase)
    return (*_stop_floor(state), SittingSuspended(state.sitting, command.text))


def adjourn(state: MeetingState, command: Adjourn, now: datetime) -> tuple[Event, ...] | Refusal:
    """End the meeting: nobody speaks, who still waits was not reached, the open item is closed.

    While names wait or items were not taken up it must be insisted on.
    """
    if state.phase == "planned":
        return refuse("not_in_sitting")
    if state.phase == "adjourned":
        return refuse("adjourned")
    left = None if command.insist else _left_over(state)
    if left is not None:
        return left
    unheard = tuple(NotReached(each.id) for each in everybody_waiting(state))
    closed = (ItemClosed(state.item),) if state.item else ()
    return (*_stop_floor(state), *unheard, *closed, MeetingAdjourned(command.text))


def _left_over(state: MeetingState) -> Refusal | None:
    """What would be left undone if the meeting ended now; None when nothing would."""
    waiting = everybody_waiting(state)
    items = ", ".join(each.id for each in state.items.values() if each.phase == "planned")
    count, names = _counted(state, waiting), some_of([each.name for each in waiting], 3)
    if waiting and items:
        return refuse("adjourn_leaves_both", count=count, names=names, items=items)
    if waiting:
        return refuse("adjourn_leaves_names", count=count, names=names)
    return refuse("adjourn_leaves_items", items=items) if items else None


def _counted(state: MeetingState, waiting: Sequence[Inscription]) -> Value:
    """How many wait: those on the lists, and apart from them the rights of reply."""
    replies = sum(each.id in state.replies for each in waiting)
    if not replies:
        return len(waiting)
    key = "room.replies" if replies == len(waiting) else "room.names_and_replies"
    return Sentence(key, count=len(waiting) - replies, replies=replies)


def _stop_floor(state: MeetingState) -> tuple[Event, ...]:
    speaking = state.speaking()
    return (*lapses(state), *((FloorYielded(speaking.id),) if speaking else ()))


def on_sitting_begun(
    state: MeetingState, event: SittingOpened | SittingResumed, entry: Entry
) -> None:
    """The floor acts are allowed from here; an item left open goes on."""
    run = state.sittings.get(event.sitting)
    state.sittings[event.sitting] = SittingRun(
        id=event.sitting,
        planned_start=event.planned_start,
        planned_end=event.planned_end,
        opened_at=run.opened_at if run else entry.at,
    )
    state.phase = "open"
    state.sitting = event.sitting
    state.opened_at = state.opened_at or entry.at
    if state.item:
        run_on(state, entry.at)


def on_suspended(state: MeetingState, event: SittingSuspended, entry: Entry) -> None:
    """The sitting is over or in recess; the open item's time stands still."""
    run = state.sittings[event.sitting]
    state.sittings[event.sitting] = replace(run, suspended_at=entry.at)
    state.phase = "suspended"
    if state.item:
        stand_still(state, entry.at)


def on_adjourned(state: MeetingState, event: MeetingAdjourned, entry: Entry) -> None:
    """The meeting is over."""
    if state.phase == "open" and state.sitting:
        run = state.sittings[state.sitting]
        state.sittings[state.sitting] = replace(run, suspended_at=entry.at)
    state.phase = "adjourned"
    state.adjourned_at = entry.at


def _resumed(teller: Teller, event: SittingResumed) -> str:
    """Whether a sitting goes on or the next one has begun, perhaps before its planned time."""
    until = teller.clock(event.planned_end)
    run = teller.state.sittings.get(event.sitting)
    if run is None or run.opened_at != teller.at:
        return teller.told(event, sitting=event.sitting, until=until)
    if teller.at >= event.planned_start:
        return teller.told(event, "begun", sitting=event.sitting, until=until)
    start = teller.clock(event.planned_start)
    return teller.told(event, "early", sitting=event.sitting, until=until, start=start)


def _ended(teller: Teller, event: SittingSuspended | MeetingAdjourned) -> str:
    return teller.told(event, "text", text=event.text) if event.text else teller.told(event)


HAPPENINGS = (
    Happening(
        SittingOpened,
        on_sitting_begun,
        lambda t, e: t.told(e, sitting=e.sitting, until=t.clock(e.planned_end)),
    ),
    Happening(SittingResumed, on_sitting_begun, _resumed),
    Happening(SittingSuspended, on_suspended, _ended),
    Happening(MeetingAdjourned, on_adjourned, _ended),
)


def held_between(
    sittings: Sequence[SittingRun], start: datetime, end: datetime
) -> tuple[tuple[datetime, datetime], ...]:
    """The stretches between two instants without the breaks between sittings, as they are shown.

    `sittings`: in the order of time, as they were held and are planned. A stretch before a break
    that shows one time alone is left out; the last one says when it ended.
    """
    found: list[tuple[datetime, datetime]] = []
    since = start
    for before, then in pairwise(sittings):
        stops, resumes = before.suspended_at or before.planned_end, then.opened_at
        resumes = resumes or then.planned_start
        if since < stops < resumes < end:
            if minute(since) != minute(stops):
                found.append((since, stops))
            since = resumes
    return (*found, (since, end))


ACTS = (
    Act("open", "sitting", {OpenMeeting: open_meeting}, when=When.EVER, probe=OpenMeeting()),
    Act("suspend", "sitting", {Suspend: suspend}, (optional_text(),), probe=Suspend()),
    Act("resume", "sitting", {Resume: resume}, when=When.EVER, probe=Resume()),
    Act(
        "adjourn",
        "sitting",
        {Adjourn: adjourn},
        (optional_text(), insisted()),
        probe=Adjourn(insist=True),
    ),
)
