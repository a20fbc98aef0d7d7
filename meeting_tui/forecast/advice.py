"""One line when there is something to decide, and silence otherwise.

It looks at the open item only: late against the plan at today's pace, or cut by the end of the
sitting at full time. It proposes what the Chair can do about it and does nothing by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.forecast.closing import ClosingSaves, LatestClose, closing_now_saves, latest_close
from meeting_tui.forecast.figures import OpenItem, Projection
from meeting_tui.forecast.fitting import ToCome
from meeting_tui.forecast.inverse import (
    LimitAct,
    LimitToEnd,
    limit_to_end_by,
    longest_limit,
    under,
)
from meeting_tui.forecast.lateness import seconds_late
from meeting_tui.forecast.projection import open_item_of

SLACK = 60
"""Seconds by which an item may be late without a word."""
SOON = 300
"""The latest moment to close the list is told when it is no farther away than so many seconds."""

Step = Literal["limit", "close_now", "close_by", "carry_over", "postpone"]


class Advice(Struct, frozen=True):
    """What the Chair might propose now, and why."""

    step: Step
    """`limit`: set a shorter one; `close_now`, `close_by`: the list; `carry_over`: no limit helps,
    so close the list and take the rest in the next sitting; `postpone`: the list can be heard, the
    presentations and rights of reply that do not fit are for later."""
    item: str
    waiting: int
    """How many wait to be heard."""
    replies: int
    """How many of them for a right of reply."""
    presentations: int
    """How many presentations are to come that nobody is inscribed for."""
    beyond: ToCome
    """What would not be over by the end of the sitting at full time; with `carry_over` and
    `postpone`, under their limit."""
    until: datetime
    """What is to be met: the planned end of the item or of the sitting."""
    seconds_left: float
    """Until then, of the time in which the item can be held: lunch is not counted."""
    limit: LimitToEnd | None = None
    """With `limit`; with `carry_over` the least limit, which does not suffice; with `postpone` the
    longest limit under which all who wait can be heard, where they could not as it is now."""
    saves: ClosingSaves | None = None
    """With `close_now`."""
    closing: LatestClose | None = None
    """With `close_by`."""

    @property
    def left_over(self) -> int:
        """How many who wait would not be heard before the end of the sitting."""
        return self.beyond.turns


def advice(projection: Projection) -> Advice | None:
    """What there is to decide about the open item; None when nothing is, or nothing can be."""
    item, sitting = projection.item, projection.sitting
    if item is None or sitting is None or not sitting.is_held:
        return None
    is_split = item.time.is_split
    if not item.turns:
        return None if is_split else _postpone(projection, item, sitting.planned_end)
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


def _for_the_sitting(projection: Projection, item: OpenItem, end: datetime) -> Advice | None:
    """Not all fits into the sitting: a limit, or else what does not fit goes on later.

    With the closing words alone there is nothing to put off: then nobody else can be heard.
    """
    found = limit_to_end_by(projection, end)
    if found is not None and found.meets and found.is_needed:
        return _advice(projection, item, "limit", end, limit=found)
    beyond = _beyond_under(projection, found.acts) if found is not None else item.beyond
    if beyond.speakers:
        return _advice(projection, item, "carry_over", end, limit=found, beyond=beyond)
    if item.left_over and not _leaves(item.beyond, beyond):
        found = longest_limit(
            projection, end, lambda acts: _leaves(_beyond_under(projection, acts), beyond)
        )
        return _advice(projection, item, "postpone", end, limit=found, beyond=beyond)
    return _postpone(projection, item, end) or _before_it_is_late(projection, item, end)


def _postpone(projection: Projection, item: OpenItem, end: datetime) -> Advice | None:
    """The list can be heard; presentations or replies are beyond the end of the sitting."""
    if not item.beyond.presentations and not item.beyond.replies:
        return None
    return _advice(projection, item, "postpone", end)


def _beyond_under(projection: Projection, acts: Sequence[LimitAct]) -> ToCome:
    """What would not fit into the sitting, if these limits were set."""
    seen, sitting = projection.seen, projection.sitting
    found = open_item_of(replace(seen, state=under(seen.state, acts)), sitting) if sitting else None
    return found.beyond if found else ToCome()


def _leaves(found: ToCome, beyond: ToCome) -> bool:
    """Whether no name is left out, and no more than what is beyond."""
    return not found.speakers and (found.replies, found.presentations) == (
        beyond.replies,
        beyond.presentations,
    )


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
    beyond: ToCome | None = None,
) -> Advice:
    return Advice(
        step=step,
        item=item.id,
        waiting=len(item.turns),
        replies=len(projection.seen.state.replies),
        presentations=len(item.heard.presentations) + len(item.beyond.presentations),
        beyond=beyond or item.beyond,
        until=until,
        seconds_left=item.time.time.seconds_between(projection.now, until),
        limit=limit,
        saves=saves,
        closing=closing,
    )
