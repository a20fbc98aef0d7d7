"""One line when there is something to decide, and silence otherwise.

It looks at the open item only: late against the plan at today's pace, or cut by the end of the
sitting at full time. It proposes what the Chair can do about it and does nothing by itself.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

from meeting_tui.forecast.closing import ClosingSaves, LatestClose, closing_now_saves, latest_close
from meeting_tui.forecast.figures import OpenItem, Projection
from meeting_tui.forecast.inverse import LimitToEnd, limit_to_end_by
from meeting_tui.forecast.lateness import seconds_late

SLACK = 60
"""Seconds by which an item may be late without a word."""
SOON = 300
"""The latest moment to close the list is told when it is no farther away than so many seconds."""

Step = Literal["limit", "close_now", "close_by", "carry_over"]


class Advice(Struct, frozen=True):
    """What the Chair might propose now, and why."""

    step: Step
    """`limit`: set a shorter one; `close_now`, `close_by`: the list; `carry_over`: no limit helps,
    so close the list and take the rest in the next sitting."""
    item: str
    waiting: int
    """How many wait to be heard."""
    replies: int
    """How many of them for a right of reply."""
    left_over: int
    """How many of them would not be heard before the end of the sitting at full time."""
    until: datetime
    """What is to be met: the planned end of the item or of the sitting."""
    seconds_left: float
    """Until then, of the time in which the item can be held: lunch is not counted."""
    limit: LimitToEnd | None = None
    """With `limit`; with `carry_over` the least limit, which does not suffice."""
    saves: ClosingSaves | None = None
    """With `close_now`."""
    closing: LatestClose | None = None
    """With `close_by`."""


def advice(projection: Projection) -> Advice | None:
    """What there is to decide about the open item; None when nothing is, or nothing can be."""
    item, sitting = projection.item, projection.sitting
    if item is None or sitting is None or not sitting.is_held or not item.turns:
        return None
    is_split = item.time.is_split
    # What is planned for a later sitting is not cut off by the end of this one.
    end = item.planned_end if is_split else sitting.planned_end
    is_cut = (item.list_ends_at - end).total_seconds() > 0
    is_late = seconds_late(projection.seen, item.planned_end, item.list_pace_ends_at) > SLACK
    if not is_cut and not is_late:
        return _before_it_is_late(projection, item, end)
    planned = item.planned_end
    if is_late and projection.now < planned <= end:
        found = limit_to_end_by(projection, planned)
        if found is not None and found.meets and found.is_needed:
            return _advice(projection, item, "limit", planned, limit=found)
    if is_cut and not is_split:
        return _for_the_sitting(projection, item, end)
    return _close_now(projection, item)


def _for_the_sitting(projection: Projection, item: OpenItem, end: datetime) -> Advice:
    """The list does not fit into the sitting: a limit, or else what is left over goes on."""
    found = limit_to_end_by(projection, end)
    if found is not None and found.meets and found.is_needed:
        return _advice(projection, item, "limit", end, limit=found)
    return _advice(projection, item, "carry_over", end, limit=found)


def _close_now(projection: Projection, item: OpenItem) -> Advice | None:
    """It is late and no limit mends it, but the sitting holds it: no more requests."""
    saves = closing_now_saves(projection)
    if saves is None or (saves.is_settled and saves.seconds < SLACK):
        return None
    return _advice(projection, item, "close_now", item.planned_end, saves=saves)


def _before_it_is_late(projection: Projection, item: OpenItem, end: datetime) -> Advice | None:
    """Everybody who waits can be heard; soon nobody else can."""
    closing = latest_close(projection, end)
    if closing is None or (closing.at - projection.now).total_seconds() > SOON:
        return None
    return _advice(projection, item, "close_by", end, closing=closing)


def _advice(
    projection: Projection,
    item: OpenItem,
    step: Step,
    until: datetime,
    *,
    limit: LimitToEnd | None = None,
    saves: ClosingSaves | None = None,
    closing: LatestClose | None = None,
) -> Advice:
    return Advice(
        step=step,
        item=item.id,
        waiting=len(item.turns),
        replies=len(projection.seen.state.replies),
        left_over=item.left_over,
        until=until,
        seconds_left=item.time.time.seconds_between(projection.now, until),
        limit=limit,
        saves=saves,
        closing=closing,
    )
