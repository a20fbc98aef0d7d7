"""When each who waits has their turn, and when the open item ends, at full time.

Sums of seconds are laid over the sittings one behind the other, hand-overs included, so that an end
is always what its sum says, whatever the order of the speakers.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from meeting_tui.agenda.model import Item
from meeting_tui.forecast.figures import OpenItem, SittingNow, Turn
from meeting_tui.forecast.sitting_time import SittingTime
from meeting_tui.forecast.to_come import (
    Stretch,
    has_heard_somebody,
    is_last_segment,
    seconds_before_next,
    seconds_left,
    to_come,
)
from meeting_tui.meeting.state import MeetingState


def project_open_item(
    state: MeetingState,
    item: Item,
    planned_end: datetime,
    sitting: SittingNow,
    time: SittingTime,
    now: datetime,
) -> OpenItem:
    """The projection of the item that is open."""
    stretches = to_come(state, item)
    turns, ends_at = _lay(state, stretches, sitting, time, now)
    fits = sum(not turn.is_after_sitting for turn in turns)
    return OpenItem(
        id=item.id,
        planned_end=planned_end,
        ends_at=ends_at,
        difference_seconds=(ends_at - planned_end).total_seconds(),
        turns=turns,
        presentation_seconds=sum(each.seconds for each in stretches if each.inscription is None),
        fits=fits,
        left_over=len(turns) - fits,
    )


def expected_end(
    state: MeetingState, item: Item, ends_at: datetime, time: SittingTime, now: datetime
) -> datetime:
    """When the day goes on behind the open item, which ends at full time at `ends_at`.

    While requests are still to be expected, what is left of its planned minutes counts at least:
    until the list is closed, or somebody has been heard in the last segment.
    """
    run = state.items[item.id]
    is_winding_up = is_last_segment(state, item) and has_heard_somebody(state, item)
    if is_winding_up or not run.is_list_open:
        return ends_at
    left = timedelta(seconds=max(0.0, item.minutes * 60 - run.open_seconds(now)))
    return max(ends_at, time.after(_resumes(state, time, now), left))


def _resumes(state: MeetingState, time: SittingTime, now: datetime) -> datetime:
    """Now in a sitting, also in one that runs over; else when the next one begins."""
    return now if state.phase == "open" else time.earliest(now)


def _lay(
    state: MeetingState,
    stretches: tuple[Stretch, ...],
    sitting: SittingNow,
    time: SittingTime,
    now: datetime,
) -> tuple[tuple[Turn, ...], datetime]:
    """The turns among the stretches, and the end of them all."""
    handover = timedelta(seconds=state.rules.handover_seconds)
    gap = timedelta(seconds=seconds_before_next(state, now))
    at = _resumes(state, time, now) + timedelta(seconds=seconds_left(state, now))
    turns = []
    for stretch in stretches:
        span = timedelta(seconds=stretch.seconds)
        if stretch.inscription is None:
            at = time.after(at, span)
        else:
            begins = time.earliest(time.after(at, gap))
            at = time.after(begins, span)
            is_late = at > sitting.planned_end
            turns.append(Turn(stretch.inscription, begins, at, stretch.seconds, is_late))
        gap = handover
    return tuple(turns), at
