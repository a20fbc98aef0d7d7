"""Closing the list: how many more fit, until when it may stay open, what closing it now saves.

Requests are expected to come as they came lately, once that can be said. Most who mean to speak ask
when the item opens: that first flurry is the practice of every body with a rolling list and says
nothing about later requests. So nothing is guessed from the first minutes of an item, nor while
most recent requests are from them; the rule is the timekeeper's own, as no rules of procedure have
one. A body that asks for the floor in bursts will close its list too late by this, so the figure is
a latest moment and never a promise.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from meeting_tui.forecast.figures import OpenItem, Projection
from meeting_tui.forecast.lateness import minutes_late
from meeting_tui.forecast.to_come import seconds_before_next
from meeting_tui.meeting.limits import default_limit
from meeting_tui.meeting.state import MeetingState

LATELY = 1200
"""Seconds within which requests count as recent."""
OPENING = 300
"""Seconds of an item in which those ask who meant to speak anyway."""
SETTLED = 600
"""After so many seconds of an item it can be said how far requests are apart."""
ENOUGH = 3
"""So many requests behind the opening tell how far they are apart; of fewer nothing is said."""
_GRAIN = 1e-6


class MoreFit(Struct, frozen=True):
    """How many more turns are over by a given moment."""

    count: int
    limit_seconds: int
    hand_over_seconds: int
    begins_at: datetime
    """When the first of them could begin its hand-over: the present end at full time."""
    until: datetime


class LatestClose(Struct, frozen=True):
    """The latest moment to close the list so that it is heard by a given moment."""

    at: datetime
    """Now, when it is late already."""
    more: int
    """How many more requests fit."""
    each_seconds: int
    """What one takes, its hand-over included."""
    every_seconds: float | None
    """How far requests were apart lately; None when none came, or when it cannot be said yet."""
    target: datetime


class ClosingSaves(Struct, frozen=True):
    """What closing the list now saves against leaving it open."""

    seconds: float
    minutes: int
    """The same between the minutes that clocks show."""
    more: int
    """Requests that would still come before the item is over."""
    each_seconds: int
    every_seconds: float | None
    """How far requests were apart lately, where that alone makes the end later; None where it is
    what is left of the planned minutes, or cannot be said yet."""
    is_settled: bool
    """Whether it can be said how requests come; if not, `open_ends_at` counts none to come."""
    ends_at: datetime
    """When the item ends if it is closed now, at full time."""
    open_ends_at: datetime
    """When it is expected to end if it is not."""


def more_that_fit(
    projection: Projection, until: datetime | None = None, limit_seconds: int | None = None
) -> MoreFit | None:
    """How many more turns fit behind all that is to come on the open item.

    Until the planned end of the sitting and at the default limit, where nothing else is given. None
    when no item is open.
    """
    item, sitting, seen = projection.item, projection.sitting, projection.seen
    if item is None or sitting is None:
        return None
    limit = limit_seconds or default_limit(seen.state)
    until = until or sitting.planned_end
    room = item.time.time.seconds_between(item.list_ends_at, until) + _GRAIN
    first = limit + _first_gap(projection, item)
    count = 0 if room < first else 1 + int((room - first) // (limit + item.hand_over_seconds))
    return MoreFit(count, limit, item.hand_over_seconds, item.list_ends_at, until)


def latest_close(projection: Projection, target: datetime | None = None) -> LatestClose | None:
    """Until when the list of the open item may stay open, to be heard by `target` at full time.

    The target is the planned end of the sitting where none is given. None when no list is open.
    """
    item, sitting, seen = projection.item, projection.sitting, projection.seen
    if item is None or sitting is None or not seen.state.items[item.id].is_list_open:
        return None
    target = target or sitting.planned_end
    fit = more_that_fit(projection, target)
    more = fit.count if fit else 0
    each = default_limit(seen.state) + item.hand_over_seconds
    every = _seconds_apart(seen.state, item, projection.now)
    # Whoever asks at the last moment is heard, and the item closed, by the target.
    last = target - timedelta(seconds=each + item.closing_seconds)
    if more and every is not None:
        last = min(last, projection.now + timedelta(seconds=more * every))
    at = max(projection.now, last) if more else projection.now
    return LatestClose(at, more, each, every, target)


def closing_now_saves(projection: Projection) -> ClosingSaves | None:
    """What closing the list of the open item now saves; None when no list is open.

    Left open, it is expected to take its planned minutes at least, and the requests that come until
    the item is over, as far as it can be seen now.
    """
    item, seen = projection.item, projection.seen
    if item is None or not seen.state.items[item.id].is_list_open:
        return None
    each = default_limit(seen.state) + item.hand_over_seconds
    every = _seconds_apart(seen.state, item, projection.now)
    time = item.time.time
    look = time.seconds_between(projection.now, item.ends_at)
    more = int(look // every) if every else 0
    open_ends_at = max(item.ends_at, time.after(item.list_ends_at, timedelta(seconds=more * each)))
    return ClosingSaves(
        seconds=time.seconds_between(item.list_ends_at, open_ends_at),
        minutes=minutes_late(seen, item.list_ends_at, open_ends_at),
        more=more,
        each_seconds=each,
        every_seconds=every if open_ends_at > item.ends_at else None,
        is_settled=_Requests.of(seen.state, item, projection.now).are_settled,
        ends_at=item.list_ends_at,
        open_ends_at=open_ends_at,
    )


def _first_gap(projection: Projection, item: OpenItem) -> float:
    """The hand-over before one more turn."""
    if item.turns:
        return item.hand_over_seconds
    return seconds_before_next(projection.seen.state, projection.now, item.hand_over_seconds)


class _Requests(Struct, frozen=True):
    """The recent requests on the open item; those put down beforehand do not count."""

    open_seconds: float
    opening: int
    """How many came while the item opened."""
    later: int

    @classmethod
    def of(cls, state: MeetingState, item: OpenItem, now: datetime) -> _Requests:
        run = state.items[item.id]
        lasted = run.open_seconds(now)
        since = now - timedelta(seconds=min(float(LATELY), lasted))
        opened = run.opened_at or now
        recent = [
            each.inscribed_at
            for each in state.inscriptions.values()
            if each.item == item.id and each.inscribed_at > max(since, opened)
        ]
        opening = sum(each <= opened + timedelta(seconds=OPENING) for each in recent)
        return cls(lasted, opening, len(recent) - opening)

    @property
    def are_settled(self) -> bool:
        """Whether they tell how more will come."""
        return self.open_seconds >= SETTLED and self.later >= self.opening


def _seconds_apart(state: MeetingState, item: OpenItem, now: datetime) -> float | None:
    """How far requests on an item were apart lately, those of its opening left out."""
    found = _Requests.of(state, item, now)
    if not found.are_settled or found.later < ENOUGH:
        return None
    return min(float(LATELY), found.open_seconds - OPENING) / found.later
