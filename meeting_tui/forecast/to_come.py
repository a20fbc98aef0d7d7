"""What is still to be heard on the open item, and how long each of it takes at full time.

Only lengths, in the order they will be heard; when each begins is for whoever lays them over the
sittings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from meeting_tui.agenda.model import Item, Segment
from meeting_tui.meeting.facts import Inscription
from meeting_tui.meeting.limits import default_limit, limit_for
from meeting_tui.meeting.schedule_changes import is_sure
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import waiting

_SORT = attrgetter("kind", "tier", "segment")

Run = tuple[int, tuple[Inscription, ...], str]
"""Floor time to come: seconds, those who take so many each, one behind the other, and the segment
where it is part of a presentation that is planned and still to come, else empty. Nobody at all:
such a presentation that nobody is inscribed for."""


class Alike(NamedTuple):
    """Requests that wait on one item and have the same limit for the same reason."""

    first: Inscription
    number: int


def seconds_left(state: MeetingState, now: datetime) -> float:
    """What whoever speaks has left at full time; at least 0, and 0 while nobody speaks."""
    speaking = state.speaking()
    if speaking is None:
        return 0.0
    full = full_time(state, speaking.limit_seconds, speaking.segment)
    return max(0.0, full - speaking.used_seconds(now))


def seconds_before_next(state: MeetingState, now: datetime, hand_over: int) -> float:
    """What is left of the hand-over, of so many seconds, from the last speaker to the next.

    All of it while somebody speaks, nothing between sittings.
    """
    if state.floor is not None:
        return hand_over
    last = state.interventions.get(state.last_intervention or "")
    if state.phase != "open" or last is None or last.yielded_at is None:
        return 0.0
    return max(0.0, hand_over - (now - last.yielded_at).total_seconds())


def seconds_of_order(state: MeetingState, now: datetime) -> float:
    """The reserve for points of order that wait for their ruling, less what the first one took."""
    return sum(seconds_of_orders(state, now))


def seconds_of_orders(state: MeetingState, now: datetime) -> tuple[float, ...]:
    """The same of each of them, in the order in which they wait."""
    if not state.pending_order:
        return ()
    reserve = state.rules.timekeeper.point_of_order_seconds
    pending = [state.points_of_order[each] for each in state.pending_order]
    ruled = [each.ruled_at for each in state.points_of_order.values() if each.ruled_at]
    since = max([pending[0].raised_at, *ruled])
    first = max(0.0, reserve - max(0.0, (now - since).total_seconds()))
    return (first, *(float(reserve) for _ in pending[1:]))


def to_come(state: MeetingState, item: Item) -> tuple[Run, ...]:
    """The turns of all who wait on an item, its presentations to come, then the replies.

    Requests for a later segment stand behind the presentations of the segments before it.
    """
    waits = _runs(state, item)
    places = {segment.id: place for place, segment in enumerate(item.segments)}
    planned = {segment.id for _, segment in _segments_to_come(state, item)}
    inscribed = _by_segment((each[0], len(each) * seconds) for seconds, each in waits)
    presentations = _presentations(state, item, inscribed)
    runs: list[Run] = []
    for seconds, each in waits:
        segment = each[0].segment
        if segment is not None:
            while presentations and presentations[0][0] < places.get(segment, -1):
                place, left = presentations.pop(0)
                runs.append((left, (), item.segments[place].id))
        runs.append((seconds, each, segment if segment in planned and segment else ""))
    runs += [(left, (), item.segments[place].id) for place, left in presentations]
    runs += [(turn_seconds(state, each), (each,), "") for each in replies(state, item)]
    return tuple(runs)


def replies(state: MeetingState, item: Item) -> tuple[Inscription, ...]:
    """The replies heard before an item is done: with the open one all of them, of any item."""
    waits = (state.inscriptions[each] for each in state.replies)
    heard_on = state.item or item.id
    return tuple(
        each for each in waits if heard_on == item.id and (state.item or each.item == item.id)
    )


def alike(state: MeetingState, item: Item) -> tuple[Alike, ...]:
    """All who wait on an item, replies too, those with one and the same limit together."""
    apart = _singled_out(state)
    firsts: dict[object, Inscription] = {}
    counts: Counter[object] = Counter()
    for key, alike_ones in groupby(waiting(state, item.id), key=_SORT):
        for each in alike_ones:
            is_apart = each.id in apart or each.delegation in apart
            own_key = each.id if is_apart else key
            firsts.setdefault(own_key, each)
            counts[own_key] += 1
    groups = (Alike(first, counts[key]) for key, first in firsts.items())
    return (*groups, *(Alike(each, 1) for each in replies(state, item)))


def list_seconds(state: MeetingState, item: Item, groups: Sequence[Alike]) -> int:
    """All turns and presentations to come on an item at full time, without hand-overs."""
    turns = sum(each.number * turn_seconds(state, each.first) for each in groups)
    return turns + presentation_seconds(state, item, groups)


def presentation_seconds(state: MeetingState, item: Item, groups: Sequence[Alike]) -> int:
    """The presentations to come on an item that nobody is inscribed for."""
    inscribed = _by_segment(
        (each.first, each.number * turn_seconds(state, each.first))
        for each in groups
        if each.first.id not in state.replies
    )
    return sum(left for _, left in _presentations(state, item, inscribed))


def is_last_segment(state: MeetingState, item: Item) -> bool:
    """Whether the item is in its last segment, those that may not be held left aside."""
    place = _place(state, item)
    return place >= 0 and not any(is_sure(state, each) for each in item.segments[place + 1 :])


def has_heard_somebody(state: MeetingState, item: Item) -> bool:
    """Whether the floor was last given in the item's present segment."""
    last = state.interventions.get(state.last_intervention or "")
    return last is not None and (last.item, last.segment) == (
        item.id,
        state.items[item.id].segment,
    )


def turn_seconds(state: MeetingState, inscription: Inscription) -> int:
    """What is counted for a turn at full time."""
    segment = inscription.segment or state.items[inscription.item].segment
    return full_time(state, limit_for(state, inscription), segment)


def full_time(state: MeetingState, limit: int | None, segment_id: str | None) -> int:
    """A limit, or what stands for one: the segment's minutes, else the default limit."""
    if limit is not None:
        return limit
    segment = state.agenda.segment(segment_id) if segment_id else None
    minutes = (segment.each_minutes or segment.minutes) if segment else None
    return minutes * 60 if minutes else default_limit(state)


def _place(state: MeetingState, item: Item) -> int:
    """The place of the item's present segment; -1 while it stands in none."""
    present = state.items[item.id].segment
    return next((n for n, each in enumerate(item.segments) if each.id == present), -1)


def _by_segment(held: Iterable[tuple[Inscription, int]]) -> defaultdict[str | None, int]:
    """The seconds inscribed for each segment."""
    inscribed: defaultdict[str | None, int] = defaultdict(int)
    for inscription, seconds in held:
        inscribed[inscription.segment] += seconds
    return inscribed


def _presentations(
    state: MeetingState, item: Item, inscribed: defaultdict[str | None, int]
) -> list[tuple[int, int]]:
    """Place and planned seconds of each presentation to come, less the turns inscribed for it."""
    return [
        (place, left)
        for place, segment in _segments_to_come(state, item)
        if (left := 60 * (segment.minutes or segment.each_minutes or 0) - inscribed[segment.id]) > 0
    ]


def _segments_to_come(state: MeetingState, item: Item) -> Iterator[tuple[int, Segment]]:
    """The presentations behind the present segment that were not opened and are sure to be held."""
    here = _place(state, item)
    for place, segment in enumerate(item.segments):
        is_to_come = place > here and segment.id not in state.segments
        if is_to_come and segment.kind == "presentation" and is_sure(state, segment):
            yield place, segment


def _singled_out(state: MeetingState) -> set[str]:
    """Inscriptions and delegations that have a limit of their own."""
    return {key for scope, key in state.limits if scope in ("inscription", "delegation")}


def _runs(state: MeetingState, item: Item) -> list[tuple[int, tuple[Inscription, ...]]]:
    """Who waits, in their order: those one behind the other with one and the same limit together.

    A list of two hundred is a few runs long, as tiers and kinds of speech stand together.
    """
    apart = _singled_out(state)
    runs: list[tuple[int, tuple[Inscription, ...]]] = []
    for _, alike_ones in groupby(waiting(state, item.id), key=_SORT):
        run = tuple(alike_ones)
        if not apart:
            runs.append((turn_seconds(state, run[0]), run))
            continue
        for is_apart, part in groupby(
            run, key=lambda each: each.id in apart or each.delegation in apart
        ):
            ones = tuple(part)
            if is_apart:
                runs += [(turn_seconds(state, each), (each,)) for each in ones]
            else:
                runs.append((turn_seconds(state, ones[0]), ones))
    return runs
