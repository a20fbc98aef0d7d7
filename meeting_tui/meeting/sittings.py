"""The sittings: opened by the Chair, suspended for lunch, resumed, adjourned.

A sitting's planned end is a hard limit (the interpreters leave), so it is kept as an instant. On a
day other than the agenda's the plan is moved by whole days, so that a trial run shows fitting
times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from meeting_tui.agenda.model import Sitting
from meeting_tui.meeting import joint_items
from meeting_tui.meeting.commands import Adjourn, OpenMeeting, Resume, Suspend
from meeting_tui.meeting.events import (
    Entry,
    Event,
    FloorYielded,
    ItemClosed,
    MeetingAdjourned,
    NotReached,
    SittingOpened,
    SittingResumed,
    SittingSuspended,
)
from meeting_tui.meeting.point_of_order import lapses
from meeting_tui.meeting.records import Inscription, SittingRun
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import everybody_waiting, some_of
from meeting_tui.words import Sentence, Value

NEAR = timedelta(hours=3)
"""So long after a night's sitting it is still that night, and before an early one its eve."""


def days_off_plan(state: MeetingState, now: datetime) -> int:
    """By how many days the plan is moved on the day of `now`.

    Not on a day of the agenda; else as when the meeting opened, and then on all days of the plan
    so moved, also on one that is a day of the agenda too. After midnight a night's sitting goes on,
    and late in the evening the one that begins after midnight is to come.
    """
    zone = ZoneInfo(state.agenda.zone)
    today = now.astimezone(zone).date()
    sittings = state.agenda.sittings
    days = [each.start.astimezone(zone).date() for each in sittings]
    for each, planned in zip(sittings, days, strict=True):
        if each.id in state.sittings:
            held = state.sittings[each.id].planned_start.astimezone(zone).date()
            moved = (held - planned).days
            is_moved_day = today - timedelta(moved) in _days_of(sittings, zone)
            return moved if is_moved_day or today not in days else 0
    if today in days:
        return 0
    begins = (today - days[0]).days
    first_day = [each for each, day in zip(sittings, days, strict=True) if day == days[0]]
    before, here, after = (now.astimezone(zone) - timedelta(begins + n) for n in (-1, 0, 1))
    if any(_is_night(each, zone) and each.start <= before < each.end + NEAR for each in first_day):
        return begins - 1
    is_over = all(each.end <= here for each in first_day)
    is_eve = any(after < each.start <= after + NEAR for each in first_day)
    return begins + 1 if is_over and is_eve else begins


def _is_night(sitting: Sitting, zone: ZoneInfo) -> bool:
    """Whether it is planned over midnight."""
    return sitting.start.astimezone(zone).date() < sitting.end.astimezone(zone).date()


def day_of(state: MeetingState, at: datetime, now: datetime) -> date:
    """The local day of the meeting to which an instant belongs, as things stand at `now`.

    That on which the sitting began, where it goes or went over midnight; also shortly after its
    end. Any other instant belongs to its own day.
    """
    zone = ZoneInfo(state.agenda.zone)
    own = at.astimezone(zone).date()
    spans = [_held_span(state, each, now) for each in state.agenda.sittings]
    begun = [(start, over) for start, over in spans if start <= at]
    if not begun:
        return own
    start, over = max(begun)
    first = start.astimezone(zone).date()
    goes_on = at < over + NEAR and first < own <= over.astimezone(zone).date()
    return first if goes_on else own


def _held_span(state: MeetingState, sitting: Sitting, now: datetime) -> tuple[datetime, datetime]:
    """From when to when a sitting is planned, and held where it was."""
    start, end = span_on_day(state, sitting, now)
    run = state.sittings.get(sitting.id)
    is_held = state.phase == "open" and state.sitting == sitting.id
    ends = (end, run.suspended_at if run else None, now if is_held else None)
    opened = run.opened_at if run else None
    return min(start, opened or start), max(each for each in ends if each)


def _days_of(sittings: tuple[Sitting, ...], zone: ZoneInfo) -> set[date]:
    """The local days on which they begin or end."""
    return {at.astimezone(zone).date() for each in sittings for at in (each.start, each.end)}


def planned_span(state: MeetingState, sitting: Sitting, now: datetime) -> tuple[datetime, datetime]:
    """Planned start and end of a sitting on the day it is held, in the agenda's zone."""
    zone = ZoneInfo(state.agenda.zone)
    days = timedelta(days=days_off_plan(state, now))
    return sitting.start.astimezone(zone) + days, sitting.end.astimezone(zone) + days


def span_on_day(state: MeetingState, sitting: Sitting, now: datetime) -> tuple[datetime, datetime]:
    """Planned start and end of a sitting, held or not, on the day the meeting is held.

    Until it is opened, a meeting that is still to come stands on its own day.
    """
    run = state.sittings.get(sitting.id)
    if run is not None:
        return run.planned_start, run.planned_end
    return planned_span(state, sitting, day_held(state, now))


def day_held(state: MeetingState, now: datetime) -> datetime:
    """An instant of the day the meeting is held, or would be if it were opened."""
    return state.opened_at or max(now, state.agenda.sittings[0].start)


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
        joint_items.run_on(state, entry.at)


def on_suspended(state: MeetingState, event: SittingSuspended, entry: Entry) -> None:
    """The sitting is over or in recess; the open item's time stands still."""
    run = state.sittings[event.sitting]
    state.sittings[event.sitting] = replace(run, suspended_at=entry.at)
    state.phase = "suspended"
    if state.item:
        joint_items.stand_still(state, entry.at)


def on_adjourned(state: MeetingState, event: MeetingAdjourned, entry: Entry) -> None:
    """The meeting is over."""
    if state.phase == "open" and state.sitting:
        run = state.sittings[state.sitting]
        state.sittings[state.sitting] = replace(run, suspended_at=entry.at)
    state.phase = "adjourned"
    state.adjourned_at = entry.at
